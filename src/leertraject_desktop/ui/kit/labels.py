"""Text that stands on the screen: one line or more, in a size, weight and meaning of the design."""

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.by_name import set_by_name
from leertraject_desktop.ui.kit.icons import paint_icon
from leertraject_desktop.ui.kit.painting import CENTRE, box, paint_text, text_width
from leertraject_desktop.ui.kit.theme import font
from leertraject_desktop.ui.kit.tokens import Tone
from leertraject_desktop.ui.kit.whole_text import tell_whole


class Label(QLabel):
    """Plain text; never read as markup. `wrap` lets it run over more lines, `elide` cuts it off with …
    and shows the whole in a tool tip.

    Centre a widget with wrapped labels between stretches: an alignment gives it the height of one line.
    """

    def __init__(
        self,
        text: str = "",
        tone: Tone = "text",
        *,
        size: int = tokens.BODY,
        weight: int = tokens.REGULAR,
        wrap: bool = False,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        set_by_name(self, textFormat="PlainText")
        self.setFont(font(size, weight))
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self._elide = elide
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        else:
            self.setFixedHeight({12: 16, 13: 18, 14: 20, 20: 27}.get(size, size + 6))

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.height()) if self._elide else super().minimumSizeHint()

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell_whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        if self._elide:
            cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
            tell_whole(self, self.text(), cut=cut)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._elide:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self.text(), QtCore.Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment(), text)
        painter.end()

    def set_tone(self, tone: Tone) -> None:
        """Give the text another meaning."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


class Icon(QWidget):
    """An icon without a text of its own: the text stands beside it."""

    def __init__(self, name: str, tone: str = "text2", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._tone, self._size = name, tone, size
        self.setFixedSize(size, size)

    def show_icon(self, name: str, tone: str = "text2") -> None:
        """Another icon at the same place."""
        self._name, self._tone = name, tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, 0, 0, self._name, self._tone, self._size)
        painter.end()


PILL_COLOURS = {
    "neutral": ("pill", "text2", tokens.REGULAR),
    "accent": ("accent_soft", "accent_text", tokens.STRONG),
    "amber": ("amber_soft", "amber", tokens.STRONG),
    "red": ("red_soft", "red", tokens.STRONG),
}
"""The ground, the text and the weight of a pill, by its tone."""


class Pill(QWidget):
    """A small label with a ground: a statuut, a count, a state. Tones: neutral, accent, amber, red."""

    def __init__(self, text: str = "", tone: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(tokens.PILL)
        self._text, self._tone = "", ""
        self.show_text(text, tone)

    def text(self) -> str:
        """What it says."""
        return self._text

    def tone(self) -> str:
        """In which tone it says so."""
        return self._tone

    def show_text(self, text: str, tone: str = "") -> None:
        """Say something else, in the same tone or in another."""
        self._text = text
        self._tone = tone or self._tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        weight = PILL_COLOURS[self._tone][2]
        return QSize(max(text_width(self._text, tokens.SMALL, weight) + 22, 28), tokens.PILL)

    def paintEvent(self, event: QPaintEvent) -> None:
        fill, tone, weight = PILL_COLOURS[self._tone]
        painter = QPainter(self)
        box(painter, self.rect(), fill, radius=tokens.PILL / 2)
        inside = self.rect().adjusted(10, 0, -10, -1)
        paint_text(painter, inside, self._text, tone, size=tokens.SMALL, weight=weight, align=CENTRE)
        painter.end()
