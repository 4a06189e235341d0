"""The charts of the workbook on the screen: the same titles, words and numbers, drawn by the program."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from leertraject_desktop.features.levering.inkijk import GrafiekBeeld
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.painting import CENTRE, RIGHT, hairline, hatch, paint_text, text_width
from leertraject_desktop.ui.kit.theme import colour

TITLE, LEGEND = 28, 24
BAR_ROW = 24
COLUMNS_HEIGHT = 200
TWO_BESIDE = 560
MOST_WORDS = 220
VALUE_WIDTH, VALUE_HEIGHT = 26, 14


class ChartBox(QWidget):
    """One bar chart with its values at the bars; a second series is hatched."""

    def __init__(self, chart: GrafiekBeeld) -> None:
        super().__init__()
        self._chart = chart
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        parts = []
        for name, values in chart.reeksen:
            pairs = zip(chart.woorden, values, strict=True)
            parts.append(f"{name}: " + ", ".join(f"{word} {value}" for word, value in pairs))
        self.setAccessibleName(f"{chart.titel}. {'; '.join(parts)}")

    def sizeHint(self) -> QSize:
        body = BAR_ROW * len(self._chart.woorden) + 4 if self._chart.liggend else COLUMNS_HEIGHT
        return QSize(240, TITLE + body + (LEGEND if len(self._chart.reeksen) > 1 else 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_text(painter, QRect(0, 0, self.width(), 20), self._chart.titel, weight=tokens.STRONG)
        if self._chart.liggend:
            self._paint_bars(painter)
        else:
            self._paint_columns(painter)
        painter.end()

    def _paint_bars(self, painter: QPainter) -> None:
        _, values = self._chart.reeksen[0]
        highest = max(*values, 1)
        longest = max(text_width(word, tokens.SMALL) for word in self._chart.woorden)
        words = min(longest, MOST_WORDS, self.width() // 2)
        left = words + 8
        room = max(self.width() - left - 48, 40)
        for number, (word, value) in enumerate(zip(self._chart.woorden, values, strict=True)):
            top = TITLE + number * BAR_ROW
            paint_text(painter, QRect(0, top, words, BAR_ROW), word, "text2", size=tokens.SMALL, align=RIGHT)
            bar = QRect(left, top + 4, round(room * value / highest), 16)
            painter.fillRect(bar, colour("accent"))
            paint_text(
                painter, QRect(left + bar.width() + 6, top, 40, BAR_ROW), str(value), size=tokens.SMALL
            )
        painter.fillRect(QRect(left - 1, TITLE, 1, BAR_ROW * len(values)), colour("line2"))

    def _paint_columns(self, painter: QPainter) -> None:
        chart = self._chart
        highest = max(max(values) for _, values in chart.reeksen) or 1
        bottom = TITLE + COLUMNS_HEIGHT - 24
        room = COLUMNS_HEIGHT - 24 - 20
        step = min(self.width() / max(len(chart.woorden), 1), 112)
        wide = min(28, round(step * 0.7 / len(chart.reeksen)))
        for number, word in enumerate(chart.woorden):
            start = round((number + 0.5) * step) - wide * len(chart.reeksen) // 2
            heights = [round(room * values[number] / highest) for _, values in chart.reeksen]
            for place, (height, top) in enumerate(zip(heights, value_tops(heights, wide), strict=True)):
                bar = QRect(start + place * wide, bottom - height, wide - 2, height)
                _fill(painter, bar, place)
                above = QRect(bar.left() - 10, bottom - top - 18, bar.width() + 20, 16)
                value = str(chart.reeksen[place][1][number])
                paint_text(painter, above, value, size=tokens.SMALL, align=CENTRE)
            below = QRect(round(number * step), bottom + 2, round(step), 18)
            paint_text(painter, below, word, "text2", size=tokens.SMALL, align=CENTRE)
        hairline(painter, 0, bottom, round(step * len(chart.woorden)), bottom, "line2")
        if len(chart.reeksen) > 1:
            self._paint_legend(painter)

    def _paint_legend(self, painter: QPainter) -> None:
        left, top = 0, self.height() - 18
        for place, (name, _) in enumerate(self._chart.reeksen):
            _fill(painter, QRect(left, top + 2, 12, 12), place)
            width = text_width(name, tokens.SMALL)
            paint_text(painter, QRect(left + 18, top, width, 16), name, "text2", size=tokens.SMALL)
            left += width + 36


class ChartsView(QWidget):
    """All charts, two beside each other where there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: list[ChartBox] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(tokens.PAGE_MARGIN, 16, tokens.PAGE_MARGIN, 24)
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(32)

    def show_charts(self, charts: Sequence[GrafiekBeeld]) -> None:
        """Other charts."""
        for box in self.boxes:
            self._grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = [ChartBox(chart) for chart in charts]
        self._columns = 0
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        columns = 2 if self.width() >= TWO_BESIDE else 1
        if columns == self._columns:
            return
        self._columns = columns
        for number, box in enumerate(self.boxes):
            row, column = divmod(number, columns)
            self._grid.addWidget(box, row, column, Qt.AlignmentFlag.AlignTop)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._grid.setRowStretch(len(self.boxes), 1)


def value_tops(heights: Sequence[int], wide: int) -> list[int]:
    """How high the value of each bar stands; where two would touch, that of the higher bar moves up."""
    tops = list(heights)
    if len(tops) == 2 and wide < VALUE_WIDTH and abs(tops[0] - tops[1]) < VALUE_HEIGHT:
        higher = 0 if tops[0] > tops[1] else 1
        tops[higher] = tops[1 - higher] + VALUE_HEIGHT
    return tops


def _fill(painter: QPainter, bar: QRect, place: int) -> None:
    if place == 0:
        painter.fillRect(bar, colour("accent"))
    else:
        painter.fillRect(bar, colour("accent_soft"))
        hatch(painter, bar, "accent_text", 6)
