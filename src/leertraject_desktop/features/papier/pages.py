"""Content of any length over pages: what belongs together stays together, heads come back on every page."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from leertraject_desktop.features.papier.direction import runs_left
from leertraject_desktop.features.papier.pen import LEADING, LEADING_RTL, POINT, Pen
from leertraject_desktop.features.papier.questions import Block
from leertraject_desktop.features.papier.sheet import LEFT
from leertraject_desktop.features.papier.typeset import Line, Style, Text, plain, wrap

Page = list[tuple[Block, float]]


@dataclass(frozen=True)
class Item:
    """A block in the flow: the gap above it (not atop a page), and whether the next stays with it."""

    block: Block
    gap: float = 0.0
    keep: bool = False
    repeat: Block | None = None  # what comes above it when it starts a new page, such as the heads of a table


def paginate(pen: Pen, items: Sequence[Item], *, top: float, bottom: float, next_top: float) -> list[Page]:
    """Divide items over pages, each between its top and bottom; gives every block with its place.

    Blocks are drawn dry for their height. A chain of kept blocks that is longer than a page is broken where
    the page ends. Content without items is one empty page.
    """
    pages: list[Page] = [[]]
    y = top
    for index, item in enumerate(items):
        height = _height(pen, item)
        gap = item.gap if pages[-1] else 0.0
        chain = _chain(pen, items, index)
        needed = gap + (height if chain > bottom - next_top else chain)
        if pages[-1] and y + needed > bottom:
            pages.append([])
            y, gap = next_top, 0.0
            if item.repeat is not None:
                pages[-1].append((item.repeat, y))
                y += item.repeat.draw(pen.dry(), 0.0)
        y += gap
        pages[-1].append((item.block, y))
        y += height
    return pages


def _height(pen: Pen, item: Item) -> float:
    return item.block.draw(pen.dry(), 0.0)


def _chain(pen: Pen, items: Sequence[Item], index: int) -> float:
    """The height of an item with all that must stay with it."""
    height = _height(pen, items[index])
    while items[index].keep and index + 1 < len(items):
        index += 1
        height += items[index].gap + _height(pen, items[index])
    return height


@dataclass(frozen=True)
class Column:
    """One column of a table: where it begins, how wide its text may be, how it looks."""

    begin: float
    width: float
    style: Style
    align: float = 0.0


@dataclass(frozen=True)
class Row:
    """One row of a table over a rule; every cell is set in its column."""

    columns: Sequence[Column]
    cells: Sequence[Sequence[Line]]
    pad: float = 1.9  # above and below the text
    least: float = 0.0
    middle: bool = True  # shorter cells stand in the middle of the row, else at its top
    pad_below: float | None = None  # where it differs from the one above
    weight: float = 0.6  # of the rule below; 0 for none
    begin: float = LEFT
    end: float = 195.0
    tick: tuple[float, bool] | None = None  # where a tick box stands, and whether it is crossed

    def draw(self, pen: Pen, top: float) -> float:
        steps = [pen.leading(column.style) for column in self.columns]
        tall = max(
            (step * (len(cell) - 1) + size_of(column.style) for column, cell, step in self._set(steps)),
            default=0.0,
        )
        below = self.pad if self.pad_below is None else self.pad_below
        height = max(tall + self.pad + below, self.least)
        for column, cell, step in self._set(steps):
            size = size_of(column.style)
            spare = height - self.pad - below - step * (len(cell) - 1) - size
            base = top + self.pad + size + (spare / 2 if self.middle else 0.0)
            for place, made in enumerate(cell):
                pen.place(column.begin, base + place * step, made, align=column.align)
        if self.tick is not None:
            pen.tick(self.tick[0], top + height / 2 - 2.5, crossed=self.tick[1])
        if self.weight:
            pen.rule(self.begin, top + height, self.end, self.weight)
        return height

    def _set(self, steps: list[float]) -> list[tuple[Column, Sequence[Line], float]]:
        return [
            (column, cell, step)
            for column, cell, step in zip(self.columns, self.cells, steps, strict=True)
            if cell
        ]


def size_of(style: Style) -> float:
    """The height of capitals, in millimetres."""
    return style.size * 0.714 * 25.4 / 72


@dataclass
class Table:
    """Makes the rows of a table: wraps the cells, and divides a row that would not fit on a page."""

    columns: Sequence[Column]
    rtl: bool = False
    most_lines: int = 8
    row: dict[str, Any] = field(default_factory=dict)  # how every Row looks: pad, least, weight, begin, end

    def rows(self, cells: Sequence[Text], tick: tuple[float, bool] | None = None) -> list[Row]:
        """The row for these cells, in pieces when a cell has more than `most_lines` lines."""
        wrapped = [
            wrap(cell, column.style, column.width, rtl=runs_left(plain(cell), otherwise=self.rtl))
            for cell, column in zip(cells, self.columns, strict=True)
        ]
        count = max(1, *(-(-len(lines) // self.most_lines) for lines in wrapped))
        pieces: list[Row] = []
        for index in range(count):
            part = slice(index * self.most_lines, (index + 1) * self.most_lines)
            pieces.append(self._piece([lines[part] for lines in wrapped], index, count, tick))
        return pieces

    def _piece(self, cells: list[list[Line]], index: int, count: int, tick: tuple[float, bool] | None) -> Row:
        """One piece of a row; the pieces join without a rule, at the distance of two lines."""
        whole = Row(self.columns, cells, tick=tick if index == 0 else None, **self.row)
        if count == 1:
            return whole
        style = self.columns[0].style
        step = style.size * POINT * (LEADING_RTL if self.rtl else LEADING)
        joint = (step - size_of(style)) / 2
        first, last = index == 0, index == count - 1
        return replace(
            whole,
            middle=False,
            pad=whole.pad if first else joint,
            pad_below=whole.pad if last else joint,
            weight=whole.weight if last else 0.0,
            least=0.0,
        )
