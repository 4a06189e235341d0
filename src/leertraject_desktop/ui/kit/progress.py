"""How far something is: a bar of 8 pixels, a strength in four parts, and lines that are ticked."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.labels import Icon, Label
from leertraject_desktop.ui.kit.painting import box
from leertraject_desktop.ui.kit.tokens import Tone


class ProgressBar(QWidget):
    """`done` of `total`, as part of the width."""

    def __init__(self, name: str, done: int = 0, total: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._done, self._total = name, done, total
        self.setFixedHeight(tokens.PROGRESS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_progress(done, total)

    def show_progress(self, done: int, total: int) -> None:
        """How much is done; a total of 0 shows an empty bar."""
        self._done, self._total = done, total
        self.setAccessibleName(f"{self._name}: {done} van {total}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box(painter, self.rect(), "line", radius=4)
        share = min(self._done / self._total, 1.0) if self._total else 0.0
        if share:
            width = max(round(self.width() * share), 8)
            box(painter, QRect(0, 0, width, self.height()), "accent_text", radius=4)
        painter.end()


class _Parts(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.level = 0
        self.setFixedHeight(tokens.PROGRESS)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        width = (self.width() - 3 * tokens.GRID) / 4
        for part in range(4):
            where = QRect(round(part * (width + tokens.GRID)), 0, round(width), self.height())
            fill = "line" if part >= self.level else "amber" if self.level == 1 else "accent_text"
            box(painter, where, fill, radius=4)
        painter.end()


class StrengthBar(QWidget):
    """How strong a passphrase is: four parts, the strength in words, and how long it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._parts = _Parts()
        self._words = Label("", "accent_text", size=tokens.SMALL, weight=tokens.STRONG)
        self._detail = Label("", "text2", size=tokens.SMALL)
        column.addWidget(self._parts)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._words)
        line.addWidget(self._detail)
        line.addStretch(1)
        column.addLayout(line)

    def show_strength(self, level: int, words: str, detail: str = "") -> None:
        """`level` from 0 (nothing typed) to 4; `words` for instance "Sterk genoeg"."""
        self._parts.level = level
        self._parts.update()
        tone: Tone = "amber" if level < 2 else "accent_text"
        self._words.set_tone(tone)
        self._words.setText(words)
        self._detail.setText(detail)
        self.setAccessibleName(f"{words}. {detail}")


class CheckLine(QWidget):
    """A condition with a tick when it is met."""

    def __init__(self, text: str, met: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.ICON_TO_TEXT)
        self._icon = Icon("check", "accent_text")
        self._label = Label(text, wrap=True)
        row.addWidget(self._icon)
        row.addWidget(self._label, 1)
        self.show_met(met)

    def show_met(self, met: bool) -> None:
        """Whether the condition is met now."""
        self._icon.show_icon("check" if met else "circle", "accent_text" if met else "text3")
        self._label.set_tone("text" if met else "text2")
        self.setAccessibleName(f"{self._label.text()}: {'in orde' if met else 'nog niet'}")
