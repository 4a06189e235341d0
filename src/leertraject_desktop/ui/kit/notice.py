"""A message at the spot: what is the matter, and what to do now; it never blocks."""

from typing import Literal

from PySide6 import QtCore
from PySide6.QtCore import QMargins, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.announce import announce
from leertraject_desktop.ui.kit.buttons import IconButton
from leertraject_desktop.ui.kit.labels import Icon, Label
from leertraject_desktop.ui.kit.painting import box
from leertraject_desktop.ui.kit.tokens import Tone

NoticeTone = Literal["red", "amber", "info"]

_GROUND = {
    "red": ("red_soft", "red_line"),
    "amber": ("amber_soft", "amber_line"),
    "info": ("accent_softer", "accent_line"),
}
_ICON = {"red": "circle-alert", "amber": "triangle-alert", "info": "info"}
_ICON_TONE: dict[str, Tone] = {"red": "red", "amber": "amber", "info": "accent_text"}
_FIRST_LINE: dict[str, Tone] = {"red": "red", "amber": "text", "info": "text"}


class Notice(QWidget):
    """A box with a first line (what) and a second (what to do now). Hidden until something is shown.

    It belongs directly above the button that failed. `dismissed` comes when the user closes it. `inset` keeps
    its sides free and `below` what lies under it, in pixels, for a place without margins of its own.
    """

    dismissed = Signal()

    def __init__(
        self,
        what: str = "",
        remedy: str = "",
        tone: NoticeTone = "red",
        *,
        icon: str = "",
        dismissable: bool = True,
        inset: int = 0,
        below: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone: NoticeTone = tone
        self._free = QMargins(inset, 0, inset, below)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(self._free + 12)
        row.setSpacing(12)
        self._icon = Icon(icon or _ICON[tone], _ICON_TONE[tone], 20)
        row.addWidget(self._icon, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._what = Label(what, _FIRST_LINE[tone], weight=tokens.STRONG, wrap=True)
        self._remedy = Label(remedy, wrap=True)
        words.addWidget(self._what)
        words.addWidget(self._remedy)
        row.addLayout(words, 1)
        self._row, self._words = row, words
        self._close = IconButton("x", "Sluit dit bericht", size=24)
        self._close.clicked.connect(self._dismiss)
        row.addWidget(self._close, 0, QtCore.Qt.AlignmentFlag.AlignVCenter)
        self._close.setVisible(dismissable)
        self._describe()
        if not what:
            self.hide()

    def show_problem(self, problem: Problem) -> None:
        """Show what went wrong with an action."""
        self.show_message(problem.what, problem.remedy, "red")

    def show_message(self, what: str, remedy: str = "", tone: NoticeTone = "info") -> None:
        """Show any message."""
        self._tone = tone
        self._icon.show_icon(_ICON[tone], _ICON_TONE[tone])
        self._what.setText(what)
        self._what.set_tone(_FIRST_LINE[tone])
        self._remedy.setText(remedy)
        self._remedy.setVisible(bool(remedy))
        self._describe()
        self.show()
        self.update()
        announce(self, self.text(), at_once=tone == "red")

    def clear(self) -> None:
        """Take the message away."""
        self.hide()

    def put_button(self, button: QWidget) -> None:
        """A way on, at the right inside the box."""
        self._row.insertWidget(2, button, 0, QtCore.Qt.AlignmentFlag.AlignVCenter)

    def put_below(self, *buttons: QWidget) -> None:
        """Ways on under the words, where there is no room beside them."""
        line = QHBoxLayout()
        line.setContentsMargins(0, 8, 0, 0)
        line.setSpacing(8)
        for button in buttons:
            line.addWidget(button)
        line.addStretch(1)
        self._words.addLayout(line)

    def text(self) -> str:
        """All that it says."""
        return f"{self._what.text()} {self._remedy.text()}".strip()

    def _describe(self) -> None:
        self._remedy.setVisible(bool(self._remedy.text()))
        self.setAccessibleName(self.text())

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, border = _GROUND[self._tone]
        box(painter, self.rect().marginsRemoved(self._free), fill, border)
        painter.end()


class FieldMessage(QWidget):
    """A message under a field: an icon, a red first line, and a second line with the way out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(tokens.ICON_TO_TEXT)
        icon = Icon("circle-alert", "red")
        row.addWidget(icon, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        self._what = Label("", "red", weight=tokens.STRONG, wrap=True)
        self._remedy = Label("", wrap=True)
        words.addWidget(self._what)
        words.addWidget(self._remedy)
        row.addLayout(words, 1)
        self.hide()

    def show_problem(self, problem: Problem) -> None:
        """Show what is wrong with the field above."""
        self._what.setText(problem.what)
        self._remedy.setText(problem.remedy)
        self._remedy.setVisible(bool(problem.remedy))
        self.setAccessibleName(f"{problem.what} {problem.remedy}")
        self.show()
        announce(self, self.text(), at_once=True)

    def text(self) -> str:
        """What it says; "" when it is hidden."""
        return "" if self.isHidden() else f"{self._what.text()} {self._remedy.text()}".strip()
