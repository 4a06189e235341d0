"""The one model behind every table: columns are data, rows are frozen, in memory or fetched by page."""

import unicodedata
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar, overload

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from leertraject_desktop.domain.datums import toon_datum

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex


class Cell(NamedTuple):
    """A cell that is more than a text: a tone, an icon, strong, or hatched because it is shielded."""

    text: str
    tone: str = "text"
    icon: str = ""
    strong: bool = False
    shielded: bool = False


Value = Cell | str | int | float | date | bool | None


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column. `get` takes the value out of a row; None and "" show as `empty`, in words.

    `width` is in logical pixels; 0 takes a share of what is left. `sort` gives the value to sort on when it
    is not what is shown, `raw` what Excel gets (None for an empty cell); `key` names the column for a store
    that sorts. A `wide_only` column hides in the compact form.
    """

    title: str
    get: Callable[[R], Value]
    width: int = 0
    align: str = "left"
    sort: Callable[[R], Any] | None = None
    key: str = ""
    empty: str = ""
    sortable: bool = True
    wide_only: bool = False
    raw: Callable[[R], str | int | date | None] | None = None


class GoneError(LookupError):
    """The row was removed since its id was read; the list is read again soon."""


class PagedRows(Sequence[R]):
    """Rows known by their ids and fetched a page at a time; keeps the pages used last.

    `fetch` leaves out the rows that are gone: those after them on the page close up, and the last places of
    the page raise GoneError until the list is read again. Who goes through all rows meets only those there.
    """

    def __init__(
        self,
        ids: Sequence[int],
        fetch: Callable[[Sequence[int]], Sequence[R]],
        *,
        page: int = 50,
        keep: int = 40,
    ) -> None:
        self._ids, self._fetch, self._page, self._keep = ids, fetch, page, keep
        self._pages: OrderedDict[int, Sequence[R]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[R]: ...
    def __getitem__(self, index: int | slice) -> R | Sequence[R]:
        if isinstance(index, slice):
            return [row for number in range(*index.indices(len(self))) for row in self._at(number)]
        found = self._at(range(len(self))[index])
        if not found:
            raise GoneError(index)
        return found[0]

    def _at(self, index: int) -> Sequence[R]:
        """The row at a place; none when it is gone."""
        number, place = divmod(index, self._page)
        if number not in self._pages:
            start = number * self._page
            self._pages[number] = self._fetch(self._ids[start : start + self._page])
            if len(self._pages) > self._keep:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return self._pages[number][place : place + 1]

    def __iter__(self) -> Iterator[R]:
        return (row for number in range(len(self)) for row in self._at(number))


class TableModel(QAbstractTableModel, Generic[R]):
    """Rows in columns.

    Without a `sorter`, sorting happens here; with one, `sorter(key, descending)` gives the rows anew (for
    instance PagedRows with the ids in another order).
    """

    sorted_by = Signal(int, bool)

    def __init__(
        self,
        columns: Sequence[Column[R]],
        rows: Sequence[R] = (),
        *,
        sorter: Callable[[str, bool], Sequence[R]] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: Sequence[R] = rows
        self._sorter = sorter
        self._order: tuple[int, bool] | None = None

    @property
    def rows(self) -> Sequence[R]:
        """All rows in the order in which they are shown."""
        return self._rows

    @property
    def order(self) -> tuple[int, bool] | None:
        """The column that the rows are sorted on and whether descending; None for the given order."""
        return self._order

    def set_rows(self, rows: Sequence[R]) -> None:
        """Other rows, in the order that the user chose."""
        self.beginResetModel()
        self._rows = rows
        if self._order is not None and self._sorter is None:
            self._rows = self._sorted(rows, *self._order)
        self.endResetModel()

    def set_columns(self, columns: Sequence[Column[R]], rows: Sequence[R]) -> None:
        """Other columns with their rows, in the given order."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._order = None
        self._rows = rows
        self.endResetModel()

    def row(self, index: Index | int) -> R | None:
        """The row itself, never a copy that went through Qt; None when it is gone since the list was read."""
        try:
            return self._rows[index if isinstance(index, int) else index.row()]
        except GoneError:
            return None

    def cell(self, row: int, column: int) -> Cell:
        """What a cell shows; nothing when the row is gone since the list was read."""
        return self.cells(row, (column,))[0]

    def cells(self, row: int, columns: Sequence[int]) -> list[Cell]:
        """What the cells of a row show in these columns."""
        found, shown = self.row(row), [self.columns[column] for column in columns]
        if found is None:
            return [Cell("") for _ in shown]
        return [as_cell(column.get(found), column.empty) for column in shown]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column()).text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title = self.columns[index.column()].title
            return f"{title}: {self.cell(index.row(), index.column()).text}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns) or not self.columns[column].sortable:
            return
        descending = order == Qt.SortOrder.DescendingOrder
        self._order = (column, descending)
        self.beginResetModel()
        if self._sorter is not None:
            self._rows = self._sorter(self.columns[column].key, descending)
        else:
            self._rows = self._sorted(self._rows, column, descending)
        self.endResetModel()
        self.sorted_by.emit(column, descending)

    def _alignment(self, column: int) -> int:
        right = self.columns[column].align == "right"
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return int((side | Qt.AlignmentFlag.AlignVCenter).value)

    def _sorted(self, rows: Sequence[R], column: int, descending: bool) -> Sequence[R]:
        described = self.columns[column]
        take: Callable[[R], Any] = described.sort or described.get
        known: list[tuple[Any, R]] = []
        unknown: list[tuple[Any, R]] = []
        for row in rows:
            value = take(row)
            value = value.text if isinstance(value, Cell) else value
            (unknown if value is None or value == "" else known).append((value, row))
        known.sort(key=lambda pair: sort_value(pair[0]), reverse=descending)
        return [row for _, row in known + unknown]


def as_cell(value: Value, empty: str = "") -> Cell:
    """How a value is shown: dates as d-m-jjjj, yes and no in words, decimals with a comma."""
    if isinstance(value, Cell):
        return value
    if value is None or value == "":
        return Cell(empty, "text3")
    if isinstance(value, str):
        return Cell(value)
    if isinstance(value, bool):
        return Cell("ja" if value else "nee")
    if isinstance(value, date):
        return Cell(toon_datum(value))
    if isinstance(value, float):
        return Cell(f"{value:.1f}".replace(".", ","))
    return Cell(str(value))


def sort_value(value: Any) -> Any:
    """Text sorts as a reader expects: without regard to capitals and accents."""
    if not isinstance(value, str):
        return value
    plain = unicodedata.normalize("NFKD", value.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter)), value
