"""The steps of a procedure in a dossier: done, late, missing or to come, with a button where it helps."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.icons import paint_icon
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.rights import forbid
from leertraject_desktop.ui.kit.tokens import Tone
from leertraject_desktop.ui.kit.two_line_list import paint_number

State = Literal["done", "late", "missing", "now", "open"]

_ICON: dict[str, tuple[str, Tone]] = {
    "done": ("circle-check", "accent_text"),
    "late": ("clock-alert", "red"),
    "missing": ("circle-alert", "amber"),
}
_WORDS = {
    "done": "gedaan",
    "late": "te laat",
    "missing": "ontbreekt",
    "now": "nu te doen",
    "open": "nog te doen",
}


@dataclass(frozen=True)
class StepRow:
    """One step: its number, its state, and what to do with it. `action` is the verb on the button."""

    key: str
    number: int
    title: str
    state: State = "open"
    second: str = ""
    action: str = ""


class _StepMark(QWidget):
    def __init__(self, row: StepRow) -> None:
        super().__init__()
        self._row = row
        self.setFixedSize(20, 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._row.state in _ICON:
            name, tone = _ICON[self._row.state]
            paint_icon(painter, 0, 0, name, tone, 20)
        else:
            paint_number(painter, 0, 0, self._row.number, filled=self._row.state == "now")
        painter.end()


class ProcedureSteps(QWidget):
    """The steps below each other; `acted(key)` comes from the button of a step."""

    acted = Signal(str)

    def __init__(self, rows: Sequence[StepRow] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._why_not = ""
        self.show_steps(rows)

    def forbid(self, why: str) -> None:
        """Grey the buttons of all steps that are shown from now on, and let them say why."""
        self._why_not = why

    def show_steps(self, rows: Sequence[StepRow]) -> None:
        """Other steps, or the same in another state."""
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for row in rows:
            self._column.addWidget(self._line(row))
        self._column.addStretch(1)

    def _line(self, row: StepRow) -> QWidget:
        line = QWidget()
        line.setAccessibleName(f"Stap {row.number}, {row.title}: {_WORDS[row.state]}")
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 6, 0, 6)
        across.setSpacing(12)
        across.addWidget(_StepMark(row), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setContentsMargins(0, 1, 0, 0)
        words.setSpacing(0)
        strong = row.state in ("late", "missing", "now")
        title_tone: Tone = "text2" if row.state == "done" else "text"
        words.addWidget(
            Label(row.title, title_tone, weight=tokens.STRONG if strong else tokens.REGULAR, wrap=True)
        )
        if row.second:
            tone: Tone = _ICON[row.state][1] if row.state in ("late", "missing") else "text2"
            words.addWidget(Label(row.second, tone, size=tokens.SMALL, wrap=True))
        if row.action:
            words.addSpacing(4)
            button = Button(row.action, small=True)
            button.setObjectName(row.key)
            button.clicked.connect(self._acted)
            forbid(self._why_not, button)
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        across.addLayout(words, 1)
        return line

    def _acted(self) -> None:
        button = self.sender()
        if button is not None:
            self.acted.emit(button.objectName())
