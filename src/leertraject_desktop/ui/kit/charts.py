"""Small bars with their values, for a card."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.painting import CENTRE, hairline, hatch, paint_text
from leertraject_desktop.ui.kit.theme import colour


class MiniBars(QWidget):
    """Bars with their value above and their label below; the last is hatched while its period is open."""

    def __init__(
        self,
        name: str,
        values: Sequence[int] = (),
        labels: Sequence[str] = (),
        *,
        open_last: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._open_last = name, open_last
        self._values: tuple[int, ...] = ()
        self._labels: tuple[str, ...] = ()
        self.setMinimumSize(120, 80)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_values(values, labels)

    def show_values(self, values: Sequence[int], labels: Sequence[str]) -> None:
        """Whole numbers from 0, and a short label for each."""
        self._values, self._labels = tuple(values), tuple(labels)
        pairs = zip(self._labels, self._values, strict=True)
        self.setAccessibleName(f"{self._name}: " + ", ".join(f"{label} {value}" for label, value in pairs))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(26 * len(self._values), 120), 144)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._values:
            return
        painter = QPainter(self)
        step = self.width() / len(self._values)
        bottom = self.height() - 20
        room = bottom - 20
        highest = max(*self._values, 1)
        for number, (value, label) in enumerate(zip(self._values, self._labels, strict=True)):
            is_open = self._open_last and number == len(self._values) - 1
            height = round(room * value / highest)
            left, width = round(number * step), round(step)
            bar = QRect(left + (width - 18) // 2, bottom - height, 18, height)
            if is_open:
                painter.fillRect(bar, colour("accent_soft"))
                hatch(painter, bar, "accent_text", 6)
                painter.setPen(QPen(colour("accent_text"), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(QRectF(bar).adjusted(0.5, 0.5, -0.5, -0.5))
            else:
                painter.fillRect(bar, colour("accent"))
            weight = tokens.STRONG if is_open else tokens.REGULAR
            above, below = QRect(left, bar.top() - 19, width, 16), QRect(left, bottom + 2, width, 18)
            paint_text(painter, above, str(value), size=tokens.SMALL, weight=weight, align=CENTRE)
            paint_text(painter, below, label, "text2", size=tokens.SMALL, align=CENTRE)
        hairline(painter, 0, bottom, self.width(), bottom, "line2")
        painter.end()
