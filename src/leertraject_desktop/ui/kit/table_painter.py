"""Paints the rows of a table in one go: their grounds and hairlines, their texts by ink, then the ring."""

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache
from math import inf
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.icons import paint_icon
from leertraject_desktop.ui.kit.painting import (
    LEFT,
    RIGHT,
    SINGLE_LINE,
    hairlines,
    hatch,
    inner_ring,
    metrics,
    paint_text,
    text_width,
)
from leertraject_desktop.ui.kit.table_base import TableBase
from leertraject_desktop.ui.kit.table_model import Cell
from leertraject_desktop.ui.kit.theme import colour, font

_LAST_LATIN = "\u024f"
_AIR = 1.03
"""How much wider a text may be than its letters one by one, as some pairs stand further apart."""


@dataclass(frozen=True, slots=True)
class _Span:
    """A column in sight: its number, its cell from `left` and `width`, its text from `inside` and `room`."""

    column: int
    left: int
    width: int
    inside: int
    room: int
    right: bool
    strong: bool


class _Letters(dict[str, float]):
    """How wide each letter is at most, in logical pixels; endless for what may come from another font."""

    def __init__(self, weight: int) -> None:
        super().__init__()
        self._metrics = QFontMetricsF(font(tokens.BODY, weight))

    def __missing__(self, letter: str) -> float:
        plain = letter <= _LAST_LATIN and letter.isprintable()
        self[letter] = width = self._metrics.horizontalAdvance(letter) * _AIR if plain else inf
        return width


class TablePainter:
    """One painting of the rows in a rectangle of the view.

    Texts are gathered first: font and pen are set once for all that share them, and a text that surely fits
    is not measured. With a call per cell, as a delegate has, a screen full of rows took four times as long.
    """

    def __init__(self, view: TableBase[Any], painter: QPainter) -> None:
        self._view, self._painter = view, painter
        header = view.horizontalHeader()
        self._spans = [self._span(header, column) for column in view.shown]
        self._chosen: list[tuple[range, range]] = []
        self._texts: defaultdict[tuple[int, str], list[tuple[int, int, str]]] = defaultdict(list)
        self._aligned: defaultdict[tuple[int, str], list[tuple[QRect, int, str]]] = defaultdict(list)

    def paint(self, area: QRect) -> None:
        """Paint the rows that this rectangle touches."""
        view, model = self._view, self._view.table_model
        first, last = view.rowAt(max(area.top(), 0)), view.rowAt(area.bottom())
        spans = [
            one for one in self._spans if one.left <= area.right() and one.left + one.width > area.left()
        ]
        if first < 0 or not spans:
            return
        rows = range(first, (last if last >= 0 else model.rowCount() - 1) + 1)
        start = view.rowViewportPosition(first)
        tops = [start + number * tokens.TABLE_ROW for number in range(len(rows))]
        self._paint_grounds(rows, start, spans)
        left, right = spans[0].left, spans[-1].left + spans[-1].width
        hairlines(self._painter, left, right, [top + tokens.TABLE_ROW - 1 for top in tops])
        columns = [span.column for span in spans]
        for row, top in zip(rows, tops, strict=True):
            for cell, span in zip(model.cells(row, columns), spans, strict=True):
                self._take(cell, span, row, top)
        self._write()
        current = view.currentIndex()
        if view.hasFocus() and current.row() in rows:
            self._paint_ring(current.column(), tops[current.row() - first], spans)

    def _span(self, header: Any, column: int) -> _Span:
        view = self._view
        described = view.table_model.columns[column]
        left, width = header.sectionViewportPosition(column), header.sectionSize(column)
        inside = left + view.pad_left(column)
        room = width - view.pad_left(column) - view.pad_right(column)
        strong = column == 0 and view.first_column_strong
        return _Span(column, left, width, inside, room, described.align == "right", strong)

    def _paint_grounds(self, rows: range, start: int, spans: list[_Span]) -> None:
        """What is selected; the rest keeps the ground of the table."""
        selection = self._view.selectionModel().selection()
        for one in map(selection.at, range(selection.count())):
            first, last = max(one.top(), rows.start), min(one.bottom() + 1, rows.stop)
            if first >= last:
                continue
            columns = range(one.left(), one.right() + 1)
            self._chosen.append((range(first, last), columns))
            top, height = start + (first - rows.start) * tokens.TABLE_ROW, (last - first) * tokens.TABLE_ROW
            inside = [span for span in spans if span.column in columns]
            if len(inside) == len(spans):  # in one go: between two there would be a seam at 125 %
                inside = [replace(spans[0], width=spans[-1].left + spans[-1].width - spans[0].left)]
            for span in inside:
                self._painter.fillRect(span.left, top, span.width, height, colour("accent_soft"))

    def _paint_ring(self, column: int, top: int, spans: list[_Span]) -> None:
        view = self._view
        if view.selectionBehavior() == view.SelectionBehavior.SelectRows:
            inner_ring(self._painter, QRect(0, top, view.viewport().width(), tokens.TABLE_ROW))
            return
        for span in spans:
            if span.column == column:
                inner_ring(self._painter, QRect(span.left, top, span.width, tokens.TABLE_ROW))

    def _take(self, cell: Cell, span: _Span, row: int, top: int) -> None:
        """Paint all of a cell but its text, which waits for the others with the same ink."""
        if cell.shielded:
            self._paint_shielded(cell, span, row, top)
            return
        inside, room, text = span.inside, span.room, cell.text
        if cell.icon:
            paint_icon(self._painter, inside, top + 8, cell.icon, cell.tone)
            inside, room = inside + 22, room - 22
        if not text:
            return
        weight = tokens.STRONG if cell.strong or span.strong else tokens.REGULAR
        width = sum(map(_letters(weight).__getitem__, text))
        if width > room:
            text = metrics(tokens.BODY, weight).elidedText(text, Qt.TextElideMode.ElideRight, room)
        if span.right or width == inf:
            where = QRect(inside, top, room, tokens.TABLE_ROW - 1)
            self._aligned[weight, cell.tone].append((where, RIGHT if span.right else LEFT, text))
        else:
            self._texts[weight, cell.tone].append((inside, top + _baseline(weight), text))

    def _write(self) -> None:
        painter = self._painter
        for (weight, tone), texts in self._texts.items():
            painter.setFont(font(tokens.BODY, weight))
            painter.setPen(colour(tone))
            for x, y, text in texts:
                painter.drawText(x, y, text)
        for (weight, tone), aligned in self._aligned.items():
            painter.setFont(font(tokens.BODY, weight))
            painter.setPen(colour(tone))
            for where, align, text in aligned:
                painter.drawText(where, align | SINGLE_LINE, text)

    def _paint_shielded(self, cell: Cell, span: _Span, row: int, top: int) -> None:
        painter = self._painter
        rect = QRect(span.left, top, span.width, tokens.TABLE_ROW)
        where = rect.adjusted(2, 1, -2, -2)
        selected = any(row in rows and span.column in columns for rows, columns in self._chosen)
        ground = colour("accent_soft" if selected else "sunken")
        painter.fillRect(where, ground)
        hatch(painter, where)
        width = text_width(cell.text, tokens.SMALL) + 8
        painter.fillRect(QRect(span.inside - 4, top + 4, width, tokens.TABLE_ROW - 8), ground)
        inside = QRect(span.inside, top, span.room, tokens.TABLE_ROW - 1)
        paint_text(painter, inside, cell.text, "text2", size=tokens.SMALL, italic=True)


@cache
def _letters(weight: int) -> _Letters:
    return _Letters(weight)


@cache
def _baseline(weight: int) -> int:
    """How far below the top of a row its text stands: as Qt centres it, halves rounded up."""
    measures = metrics(tokens.BODY, weight)
    return (tokens.TABLE_ROW - measures.height()) // 2 + measures.ascent()
