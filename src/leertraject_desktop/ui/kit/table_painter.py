"""Paints the rows of a table in one go: of each row its ground and hairline once, its texts and the ring."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.icons import paint_icon
from leertraject_desktop.ui.kit.painting import (
    LEFT,
    RIGHT,
    hairline,
    hatch,
    inner_ring,
    metrics,
    paint_text,
    text_width,
)
from leertraject_desktop.ui.kit.table_base import TableBase
from leertraject_desktop.ui.kit.table_model import Cell
from leertraject_desktop.ui.kit.theme import colour, font


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


class TablePainter:
    """One painting of the rows in a rectangle of the view.

    Fonts and pens are set when they change, and a text that fits is not measured: with a call per cell, as a
    delegate has, a screen full of rows took three times as long.
    """

    def __init__(self, view: TableBase[Any], painter: QPainter) -> None:
        self._view, self._painter = view, painter
        self._pen = ""
        self._weight = 0
        header = view.horizontalHeader()
        self._spans = [self._span(header, column) for column in view.shown]
        self._room_per_letter = {
            weight: metrics(tokens.BODY, weight).horizontalAdvance("W")
            for weight in (tokens.REGULAR, tokens.STRONG)
        }

    def paint(self, area: QRect) -> None:
        """Paint the rows that this rectangle touches."""
        view = self._view
        count = view.table_model.rowCount()
        first, last = view.rowAt(max(area.top(), 0)), view.rowAt(area.bottom())
        if first < 0:
            return
        spans = [
            one for one in self._spans if one.left <= area.right() and one.left + one.width > area.left()
        ]
        for row in range(first, (last if last >= 0 else count - 1) + 1):
            self._paint_row(row, view.rowViewportPosition(row), spans)

    def _span(self, header: Any, column: int) -> _Span:
        view = self._view
        described = view.table_model.columns[column]
        left, width = header.sectionViewportPosition(column), header.sectionSize(column)
        inside = left + view.pad_left(column)
        room = width - view.pad_left(column) - view.pad_right(column)
        strong = column == 0 and view.first_column_strong
        return _Span(column, left, width, inside, room, described.align == "right", strong)

    def _paint_row(self, row: int, top: int, spans: list[_Span]) -> None:
        if not spans:
            return
        view, painter = self._view, self._painter
        selection, model = view.selectionModel(), view.table_model
        whole = view.selectionBehavior() == view.SelectionBehavior.SelectRows
        chosen = whole and selection.isSelected(model.index(row, spans[0].column))
        left, right = spans[0].left, spans[-1].left + spans[-1].width
        height = tokens.TABLE_ROW
        painter.fillRect(left, top, right - left, height, colour("accent_soft" if chosen else "surface"))
        for span in spans:
            selected = chosen
            if not whole and selection.isSelected(model.index(row, span.column)):
                selected = True
                painter.fillRect(span.left, top, span.width, height, colour("accent_soft"))
            self._paint_cell(model.cell(row, span.column), span, top, selected=selected)
        hairline(painter, left, top + height - 1, right, top + height - 1)
        self._pen = ""
        if view.hasFocus() and view.currentIndex().row() == row:
            self._paint_ring(row, top, spans, whole=whole)

    def _paint_ring(self, row: int, top: int, spans: list[_Span], *, whole: bool) -> None:
        if whole:
            inner_ring(self._painter, QRect(0, top, self._view.viewport().width(), tokens.TABLE_ROW))
            return
        for span in spans:
            if span.column == self._view.currentIndex().column():
                inner_ring(self._painter, QRect(span.left, top, span.width, tokens.TABLE_ROW))

    def _paint_cell(self, cell: Cell, span: _Span, top: int, *, selected: bool) -> None:
        if cell.shielded:
            self._paint_shielded(cell, span, top, selected=selected)
            return
        inside, room = span.inside, span.room
        if cell.icon:
            paint_icon(self._painter, inside, top + 8, cell.icon, cell.tone)
            inside, room = inside + 22, room - 22
            self._pen, self._weight = "", 0
        if not cell.text:
            return
        painter = self._painter
        weight = tokens.STRONG if cell.strong or span.strong else tokens.REGULAR
        if weight != self._weight:
            painter.setFont(font(tokens.BODY, weight))
            self._weight = weight
        if cell.tone != self._pen:
            painter.setPen(colour(cell.tone))
            self._pen = cell.tone
        text = cell.text
        if not text.isascii() or len(text) * self._room_per_letter[weight] > room:
            text = metrics(tokens.BODY, weight).elidedText(text, Qt.TextElideMode.ElideRight, room)
        if span.right or not text.isascii():
            align = RIGHT if span.right else LEFT
            where = QRect(inside, top, room, tokens.TABLE_ROW - 1)
            painter.drawText(where, align | Qt.TextFlag.TextSingleLine, text)
        else:
            painter.drawText(QPoint(inside, top + _baseline(weight)), text)

    def _paint_shielded(self, cell: Cell, span: _Span, top: int, *, selected: bool) -> None:
        painter = self._painter
        rect = QRect(span.left, top, span.width, tokens.TABLE_ROW)
        where = rect.adjusted(2, 1, -2, -2)
        ground = colour("accent_soft" if selected else "sunken")
        painter.fillRect(where, ground)
        hatch(painter, where)
        width = text_width(cell.text, tokens.SMALL) + 8
        painter.fillRect(QRect(span.inside - 4, top + 4, width, tokens.TABLE_ROW - 8), ground)
        inside = QRect(span.inside, top, span.room, tokens.TABLE_ROW - 1)
        paint_text(painter, inside, cell.text, "text2", size=tokens.SMALL, italic=True)
        self._pen, self._weight = "", 0


def _baseline(weight: int) -> int:
    """How far below the top of a row its text stands: as Qt centres it, halves rounded up."""
    measures = metrics(tokens.BODY, weight)
    return (tokens.TABLE_ROW - measures.height()) // 2 + measures.ascent()
