"""What stands in the middle of an empty list: why it is empty, and one way on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.icons import paint_icon
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.painting import dot
from leertraject_desktop.ui.kit.rights import forbid


class _RoundIcon(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.setFixedSize(64, 64)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        dot(painter, 0, 0, 64, "accent_soft")
        paint_icon(painter, 20, 20, self.name, "accent_text", 24)
        painter.end()


# What goes first when there is no height for it: the icon, then the sentence, then the button.
LEAST_WITH_ICON, LEAST_WITH_WORDS, LEAST_WITH_BUTTON = 220, 136, 72


class EmptyState(QWidget):
    """An icon, a title, a sentence and a button; `acted` comes from the button."""

    acted = Signal()

    def __init__(
        self,
        title: str,
        words: str = "",
        action: str = "",
        *,
        icon: str = "inbox",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(0)
        self._icon = _RoundIcon(icon)
        self._title = Label(title, weight=tokens.STRONG)
        self._words = Label(words, "text2", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._words.setFixedWidth(360)
        self.button = Button(action)
        self.button.clicked.connect(self.acted)
        column.addStretch(2)
        for widget, space in ((self._icon, 16), (self._title, 8), (self._words, 16), (self.button, 0)):
            middle = QHBoxLayout()  # an alignment would give wrapped text the height of one line
            middle.addStretch(1)
            middle.addWidget(widget)
            middle.addStretch(1)
            column.addLayout(middle)
            column.addSpacing(space)
        column.addStretch(3)
        self.show_state(title, words, action)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_state(
        self, title: str, words: str = "", action: str = "", icon: str = "", *, why_not: str = ""
    ) -> None:
        """Say something else, for instance because filters leave nothing. `why_not` greys the button."""
        forbid(why_not, self.button)
        self._title.setText(title)
        self._words.setText(words)
        self.button.show_text(action)
        self._has_action = bool(action)
        if icon:
            self._icon.name = icon
        self.setAccessibleName(f"{title}. {words}")
        self._fit()

    def _fit(self) -> None:
        height = self.height()
        self._icon.setVisible(height >= LEAST_WITH_ICON)
        self._words.setVisible(bool(self._words.text()) and height >= LEAST_WITH_WORDS)
        self.button.setVisible(self._has_action and height >= LEAST_WITH_BUTTON)
