"""Which columns a table shows, in what order and how wide: by itself, and as the user chose."""

from dataclasses import dataclass, replace
from typing import Any

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.compact import is_compact
from leertraject_desktop.ui.kit.painting import text_width
from leertraject_desktop.ui.kit.table_base import TableBase

STEP = 24
"""How much a key makes a column wider or smaller, in logical pixels."""

_SHARED = 136
_LEAST, _MOST = 40, 1200
_ICON = 22
_AIR = 20


@dataclass(frozen=True)
class ColumnState:
    """What the user chose, by the titles of the columns: widths in logical pixels, what is hidden, the order.

    An empty order is the usual one.
    """

    widths: tuple[tuple[str, int], ...] = ()
    hidden: tuple[str, ...] = ()
    order: tuple[str, ...] = ()


class ColumnLayout:
    """Shares the width of a table among its columns; the first one of the table is never hidden.

    What the user does ends in `columns_changed` of the table.
    """

    def __init__(self, view: TableBase[Any]) -> None:
        self._view = view
        self._state = self._told = ColumnState()
        self._sharing = False

    @property
    def state(self) -> ColumnState:
        """What the user chose."""
        return self._state

    def show_state(self, state: ColumnState) -> None:
        """Put back what the user chose before; columns that are no longer there are passed by."""
        self._state = self._told = state
        self.share()

    def in_order(self) -> list[int]:
        """All columns, also the hidden ones, from left to right."""
        titles = self._titles()
        moved = [titles.index(title) for title in self._state.order if title in titles]
        return moved + [number for number in range(len(titles)) if number not in moved]

    def is_hidden(self, number: int) -> bool:
        """Whether the user hid this column."""
        return number > 0 and self._titles()[number] in self._state.hidden

    def widen(self, number: int, by: int) -> None:
        """Make a column so many pixels wider; a negative number makes it smaller."""
        self._keep_width(number, self._view.columnWidth(number) + by)

    def fit(self, number: int) -> None:
        """Make a column as wide as its title and the rows in sight need."""
        view = self._view
        first = max(view.rowAt(0), 0)
        last = view.rowAt(view.viewport().height() - 1)
        rows = range(first, (last if last >= 0 else view.table_model.rowCount() - 1) + 1)
        needed = [text_width(self._titles()[number], tokens.SMALL, tokens.STRONG) + _AIR]
        for row in rows:
            cell = view.table_model.cell(row, number)
            strong = cell.strong or (number == 0 and view.first_column_strong)
            weight = tokens.STRONG if strong else tokens.REGULAR
            needed.append(text_width(cell.text, tokens.BODY, weight) + (_ICON if cell.icon else 0))
        self._keep_width(number, max(needed) + view.pad_left(number) + view.pad_right(number) + 1)

    def hide(self, number: int, hidden: bool = True) -> None:
        """Hide a column, or show it again."""
        title = self._titles()[number]
        others = tuple(one for one in self._state.hidden if one != title)
        self._change(replace(self._state, hidden=(*others, title) if hidden else others))

    def move(self, number: int, by: int) -> None:
        """Put a column one place to the right (1) or to the left (-1)."""
        place = self._view.shown.index(number) + by if number in self._view.shown else -1
        if not 0 <= place < len(self._view.shown):
            return
        order, beside = self.in_order(), self._view.shown[place]
        here, there = order.index(number), order.index(beside)
        order[here], order[there] = beside, number
        titles = self._titles()
        self._change(replace(self._state, order=tuple(titles[one] for one in order)))

    def reset(self) -> None:
        """Show the columns as the program has them."""
        self._change(ColumnState())

    def dragged(self, number: int, width: int) -> None:
        """The user drags an edge; `tell` comes when it is let go."""
        if not self._sharing and width:
            self._state = self._with_width(number, width)

    def tell(self) -> None:
        """Tell the table when the user changed something since the last time."""
        if self._state != self._told:
            self._told = self._state
            self._view.columns_changed.emit()

    def share(self) -> None:
        """Give every column its place and its width."""
        if self._sharing:
            return
        self._sharing = True
        header = self._view.horizontalHeader()
        for place, number in enumerate(self.in_order()):
            if header.visualIndex(number) not in (place, -1):
                header.moveSection(header.visualIndex(number), place)
        room = self._view.viewport().width()
        self._share()
        if self._view.viewport().width() != room:  # a scroll bar came or went
            self._share()
        self._sharing = False

    def _share(self) -> None:
        view, columns = self._view, self._view.table_model.columns
        room = view.viewport().width()
        shown = [number for number in self.in_order() if not self.is_hidden(number)]
        if is_compact(view) or self._needed(shown) > room:
            shown = [number for number in shown if not columns[number].wide_only]
        # Still too narrow: the long texts go, which a preview beside the list shows in full.
        for number in [number for number in shown if number and not self._width(number)]:
            if self._needed(shown) > room:
                shown.remove(number)
        view.shown = shown
        for number in range(len(columns)):
            view.setColumnHidden(number, number not in shown)
        room -= sum(self._width(number) for number in shown)
        loose = [number for number in shown if not self._width(number)]
        for number in shown:
            view.setColumnWidth(number, self._width(number) or max(_SHARED, room // len(loose)))
        if not loose and room > 0 and shown:
            view.setColumnWidth(shown[-1], self._width(shown[-1]) + room)

    def _needed(self, shown: list[int]) -> int:
        """How wide these columns are at least."""
        return sum(self._width(number) or _SHARED for number in shown)

    def _width(self, number: int) -> int:
        column = self._view.table_model.columns[number]
        return dict(self._state.widths).get(column.title, column.width)

    def _titles(self) -> list[str]:
        return [column.title for column in self._view.table_model.columns]

    def _with_width(self, number: int, width: int) -> ColumnState:
        widths = dict(self._state.widths)
        widths[self._titles()[number]] = width
        return replace(self._state, widths=tuple(sorted(widths.items())))

    def _keep_width(self, number: int, width: int) -> None:
        self._change(self._with_width(number, min(max(width, _LEAST), _MOST)))

    def _change(self, state: ColumnState) -> None:
        self._state = state
        self.share()
        self.tell()
