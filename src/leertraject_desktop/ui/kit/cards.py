"""Cards for the start screen and for leerdoelen, and the card with tasks."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.labels import Icon, Label, Pill
from leertraject_desktop.ui.kit.surfaces import Surface
from leertraject_desktop.ui.kit.two_line_list import TASKS, TwoLineList, TwoLineRow


class Card(Surface):
    """A rounded surface with a head (icon, title, pill, things at the right) and a body."""

    def __init__(
        self,
        title: str,
        *,
        icon: str = "",
        tone: str = "accent_text",
        pill: str = "",
        pill_tone: str = "accent",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("surface", radius=tokens.RADIUS_CARD, parent=parent)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 15, 0, 16)
        column.setSpacing(8)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(17, 0, 17, 0)
        self._head.setSpacing(tokens.ICON_TO_TEXT)
        column.addLayout(self._head)
        self.icon = Icon(icon, tone, 20) if icon else None
        if self.icon is not None:
            self._head.addWidget(self.icon)
        self.title = Label(title, weight=tokens.STRONG, elide=True)
        self._head.addWidget(self.title)
        self.pill = Pill(pill, pill_tone)
        if not pill:
            self.pill.hide()
        self._head.addWidget(self.pill)
        self._head.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(17, 0, 17, 0)
        self.body.setSpacing(0)
        column.addLayout(self.body, 1)

    def add_to_head(self, widget: QWidget) -> None:
        """Put something at the right of the title."""
        self._head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_pill(self, text: str, tone: str = "") -> None:
        """A count or a state behind the title; "" takes it away."""
        self.pill.show_text(text, tone)
        self.pill.setVisible(bool(text))


class TaskCard(Card):
    """Tasks that are late, for today or for this week; the rest stands behind "Nog n tonen".

    `empty` is said when there are none. `opened(key)` and `ticked(key)` come from the list, `more_asked` from
    the link, also when it says "Minder tonen".
    """

    more_asked = Signal()

    def __init__(
        self,
        title: str,
        *,
        icon: str,
        tone: str = "accent_text",
        pill_tone: str = "accent",
        empty: str = "Hier staat niets.",
    ) -> None:
        super().__init__(title, icon=icon, tone=tone, pill="0", pill_tone=pill_tone)
        self._look = icon, tone, pill_tone
        self.list = TwoLineList(title, TASKS)
        self.opened = self.list.opened
        self.ticked = self.list.ticked
        self.more = Button("", kind="link")
        self.more.clicked.connect(self.more_asked)
        self._empty = Label(empty, "text2", wrap=True)
        self.body.setContentsMargins(10, 6, 10, 0)
        self.body.addWidget(self.list)
        foot = QHBoxLayout()
        foot.setContentsMargins(7, 1, 0, 0)
        foot.addWidget(self._empty, 1)
        foot.addWidget(self.more)
        foot.addStretch(1)
        self.body.addLayout(foot)
        self.body.addStretch(1)

    def show_title(self, title: str, empty: str) -> None:
        """Another title, and what is said when there are no tasks."""
        self.title.setText(title)
        self._empty.setText(empty)
        self.setAccessibleName(title)
        self.list.setAccessibleName(title)

    def show_tasks(self, rows: Sequence[TwoLineRow], limit: int, total: int | None = None) -> None:
        """Show the first `limit` of the rows; `total` is how many there are when not all are given."""
        total = len(rows) if total is None else total
        shown = rows[:limit]
        self.list.show_rows(shown)
        self.list.fit()
        self._empty.setVisible(not total)
        self._show_tone(total)
        self.show_left(total - len(shown))

    def _show_tone(self, total: int) -> None:
        """Red alarms only when there is something to be alarmed about."""
        icon, tone, pill_tone = self._look
        calm = tone == "red" and not total
        self.show_pill(str(total), "neutral" if calm else pill_tone)
        if self.icon is not None:
            self.icon.show_icon(icon, "text2" if calm else tone)

    def show_left(self, left: int, *, opened: bool = False) -> None:
        """The link under the rows: how many are not shown, or the way back when all of them are."""
        self.more.show_text("Minder tonen" if opened else f"Nog {left} tonen")
        self.more.setVisible(opened or left > 0)


class Figure(QWidget):
    """A big number with the words under it."""

    def __init__(self, number: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._number = Label(number, size=tokens.TITLE, weight=tokens.STRONG)
        self._words = Label(words, "text2", size=tokens.SMALL)
        column.addWidget(self._number)
        column.addWidget(self._words)
        self.setAccessibleName(f"{number} {words}")

    def show_figure(self, number: str, words: str) -> None:
        """Another number, other words."""
        self._number.setText(number)
        self._words.setText(words)
        self.setAccessibleName(f"{number} {words}")


class ResumeRow(QWidget):
    """Something half done: an icon, two lines, and a way on at the right."""

    clicked = Signal()

    def __init__(self, icon: str, title: str, second: str, action: str = "Verder") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addWidget(Icon(icon), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(title, elide=True))
        words.addWidget(Label(second, "text2", size=tokens.SMALL, elide=True))
        row.addLayout(words, 1)
        button = Button(action, kind="link", trailing_icon="chevron-right")
        button.setAccessibleName(f"{action}: {title}")
        button.clicked.connect(self.clicked)
        row.addWidget(button)
