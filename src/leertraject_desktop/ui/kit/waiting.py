"""A page that says what is being done, while nothing else can be done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.theme import colour

if TYPE_CHECKING:
    from leertraject_desktop.ui.kit.progress import ProgressBar

BAR_WIDTH = 360


class Waiting(QWidget):
    """One sentence in the middle, and below it how long that takes or why it is done, and how far it is."""

    def __init__(self, what: str, why: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{what} {why}".strip())
        self._what, self._shown = what, -1
        self._bar: ProgressBar | None = None
        self._column = column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        for text, tone, size in ((what, "text", tokens.TITLE), (why, "text2", tokens.BODY)):
            label = Label(text, "text2" if tone == "text2" else "text", size=size)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        self._far = Label("", "text2")
        self._far.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._far)
        column.addStretch(3)

    def show_progress(self, done: int, total: int) -> None:
        """How many pages of the data are done; from the first time on a bar shows it."""
        percent = done * 100 // total if total else 0
        if percent == self._shown:
            return
        self._shown = percent
        self._show_bar(done, total)
        pages = f"{percent} %, {done} van {total} bladzijden"
        words = pages if percent < 100 else "Alles is geschreven. Het wordt nog nagekeken."
        self._far.setText(words)
        self.setAccessibleName(f"{self._what} {words}")

    def _show_bar(self, done: int, total: int) -> None:
        if self._bar is None:
            from leertraject_desktop.ui.kit.progress import ProgressBar  # not before the first window

            self._bar = ProgressBar(self._what)
            self._bar.setFixedWidth(BAR_WIDTH)
            place, middle = self._column.indexOf(self._far), Qt.AlignmentFlag.AlignHCenter
            self._column.insertWidget(place, self._bar, 0, middle)
        self._bar.show_progress(done, total)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour("bg"))
        painter.end()
