"""The phases of a begeleiding: what is done, where it is, what comes."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.icons import paint_icon
from leertraject_desktop.ui.kit.painting import box, paint_text, text_width


class PhaseBar(QAbstractSlider):
    """Segments with their names; those before `current` are done. `current` past the end: all done.

    To a screen reader it is a slider: one place in a row of places.
    """

    def __init__(self, phases: Sequence[str], current: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phases, self._current = tuple(phases), current
        self.setRange(0, max(len(self._phases) - 1, 0))
        self.setFixedHeight(32)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_phase(current)

    def show_phase(self, current: int) -> None:
        """Where the begeleiding is now."""
        self._current = current
        self.setValue(current)
        if current < len(self._phases):
            self.setAccessibleName(f"Fase {current + 1} van {len(self._phases)}: {self._phases[current]}")
        else:
            self.setAccessibleName("Alle fasen zijn gedaan")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(96 * len(self._phases), 32)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # a page that scrolls under the pointer changes no phase

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        step = (self.width() + tokens.GRID) / max(len(self._phases), 1)
        for number, name in enumerate(self._phases):
            left, width = round(number * step), round(step) - tokens.GRID
            done, here = number < self._current, number == self._current
            box(painter, QRect(left, 0, width, 4), "accent_text" if done or here else "line2", radius=2)
            words = QRect(left, 10, width, 18)
            if done and text_width(name, tokens.SMALL) + 18 <= width:
                paint_icon(painter, left, 13, "check", "accent_text", 12)
                words.setLeft(left + 18)
            tone = "accent_text" if here else "text2"
            weight = tokens.STRONG if here else tokens.REGULAR
            paint_text(painter, words, name, tone, size=tokens.SMALL, weight=weight)
        painter.end()
