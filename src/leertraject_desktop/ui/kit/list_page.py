"""The page of a long list: filters, rows fetched by page, a preview, Excel and paper; screens fill it in."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.empty_state import EmptyState
from leertraject_desktop.ui.kit.list_actions import ListActions
from leertraject_desktop.ui.kit.list_memory import ListMemory
from leertraject_desktop.ui.kit.list_screen import ListScreen
from leertraject_desktop.ui.kit.screen import Context, Screen
from leertraject_desktop.ui.kit.shortcuts import install_shortcut
from leertraject_desktop.ui.kit.table import TableView
from leertraject_desktop.ui.kit.table_model import Column, PagedRows, TableModel
from leertraject_desktop.ui.kit.text_editors import SearchField

R = TypeVar("R")


class ListPage(Screen, Generic[R]):
    """Only ids are kept; rows come when they are scrolled to, so the length of the list costs nothing.

    A subclass says which ids there are (`read_ids`), how rows are read (`read_rows`), what stands there when
    there are none (`show_empty`), and calls `fetch` when a filter changed.
    """

    title: ClassVar[str] = ""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.ids: Sequence[int] = []
        self._order: tuple[str, bool] | None = None
        self._is_first = True

    def build(
        self,
        *,
        columns: Sequence[Column[R]],
        written: Sequence[Column[R]],
        search: SearchField,
        filters: Sequence[QWidget],
        preview: Callable[[], QWidget],
        icon: str,
        actions: Sequence[Button] = (),
        main: Button | None = None,
    ) -> None:
        """Put the parts in their places; `written` are the columns of Excel and paper.

        `preview` makes what stands beside the list, at the first Space.
        """
        self._model: TableModel[R] = TableModel(columns, sorter=self._sorted, parent=self)
        self.table: TableView[R] = TableView(self._model, name=self.title)
        self.search = search
        self._icon = icon
        self.output = ListActions(self, self.title, written, self._all_rows, self.words)
        self.memory = ListMemory(self.context.store, self.title, self.table, filters)
        self.list = ListScreen(
            self.title,
            self.table,
            actions=[*actions, self.output.excel, self.output.paper, *([main] if main else [])],
            filters=filters,
            preview=preview,
            parent=self,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        install_shortcut(self, "Ctrl+F", search.begin)
        search.searched.connect(self._searched)
        search.entered.connect(self._into_list)
        search.down.connect(self._into_list)
        self.table.opened.connect(self.open_row)
        self.list.preview_changed.connect(self.fill_preview)
        self.list.cleared.connect(self.clear_filters)
        self._model.sorted_by.connect(self._sorted_anew)
        self.table.columns_changed.connect(self._remember)
        self.table.copied.connect(self._tell_copied)

    @cached_property
    def empty(self) -> EmptyState:
        """What stands in the list when it is empty, from the first time on."""
        empty = EmptyState(self.title, icon=self._icon)
        empty.acted.connect(self.act_on_empty)
        self.table.set_empty(empty)
        return empty

    def read_ids(self, order: tuple[str, bool] | None) -> Sequence[int]:
        """The ids that the filters keep; `order` is a key of a column and whether it descends.

        Where they can be very many, `lazy_ids` reads the first and waits with the rest.
        """
        raise TypeError(f"{type(self).__name__} does not say which rows it has")

    def read_rows(self, ids: Sequence[int]) -> Sequence[R]:
        """The rows of these ids, in their order."""
        raise TypeError(f"{type(self).__name__} does not say how its rows are read")

    def counts(self) -> tuple[str, int]:
        """The words behind the title, and how many rows there are without search and filters."""
        return "", len(self.ids)

    def words(self) -> str:
        """What is filtered, in words, for above a printed list."""
        return ""

    def is_filtered(self) -> bool:
        """Whether search or filters hide rows."""
        return bool(self.search.query())

    def clear_filters(self) -> None:
        """Show again what search and filters hid."""
        self.search.setText("")
        self.fetch()
        self.focus_first()

    def show_empty(self) -> None:
        """Say in the empty list why it is empty, and the one way on."""

    def act_on_empty(self) -> None:
        """Go that way."""

    def open_row(self, row: R) -> None:
        """Enter on a row."""

    def fill_preview(self, row: R) -> None:
        """Show a row at the right."""

    def refresh(self) -> None:
        self._read()

    def focus_first(self) -> None:
        self.refresh_if_stale()
        if self.ids:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.empty.button.isVisibleTo(self.empty):
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_action(self) -> Callable[[], None]:
        return self.output.to_paper

    def excel_action(self) -> Callable[[], None]:
        return self.output.to_excel

    def fetch(self) -> None:
        """Read again; the row that was current stays current while it is there.

        A page that must be read anyway when it is shown waits for that.
        """
        if self.isVisible() or not self._stale:
            self._read()

    def restore(self) -> None:
        """Choose in the filters what this gebruiker chose before; before a target asks for something else."""
        if not self.memory.is_restored:
            self.memory.restore_filters()
            self.filters_restored()

    def filters_restored(self) -> None:
        """For a list whose columns depend on a filter."""

    def _read(self) -> None:
        first = self._is_first
        self.restore()
        if first:
            self.memory.restore_table()
            self._is_first = False
        self._read_again()
        self.memory.keep(self._order, first=first)

    def _read_again(self) -> None:
        current = self.table.currentIndex().row()
        before = self.ids[current] if 0 <= current < len(self.ids) else None
        had, has = len(self.ids), QApplication.focusWidget()
        waited = has is not None and self.table.viewport().isAncestorOf(has)  # on the button of an empty list
        self.table.set_rows(self._paged())
        words, total = self.counts()
        self.list.show_counts(words, len(self.ids), max(total, len(self.ids)))
        self.list.filters.clear.setVisible(self.is_filtered())
        if not self.ids:
            self.list.preview.hide()
            self.show_empty()
            return
        number = min(max(current, 0), len(self.ids) - 1)
        if before is not None and before in self.ids:
            number = self.ids.index(before)
        self.table.go_to(0 if not had else number)
        if waited:
            self.focus_first()

    def show_columns(self, columns: Sequence[Column[R]]) -> None:
        """Other columns, for another kind of rows; they come in their own order."""
        if tuple(columns) != self._model.columns:
            self._order = None
            self.table.set_columns(columns, ())

    def _paged(self) -> PagedRows[R]:
        self.ids = self.read_ids(self._order)
        return PagedRows(self.ids, self.read_rows)

    def _all_rows(self) -> Sequence[R]:
        """The rows apart from those on the screen, so that a worker can read them."""
        return PagedRows(list(self.ids), self.read_rows, page=500, keep=2)

    def _sorted(self, key: str, descending: bool) -> Sequence[R]:
        self._order = (key, descending)
        return () if self._is_first else self._paged()  # the first `fetch` reads in this order

    def _sorted_anew(self) -> None:
        self.table.go_to(0)
        self._remember()

    def _tell_copied(self, rows: int) -> None:
        self.told.emit("1 rij gekopieerd" if rows == 1 else f"{rows} rijen gekopieerd")

    def _remember(self) -> None:
        if not self._is_first:
            self.memory.keep(self._order)

    def _searched(self, typed: str) -> None:
        self.fetch()

    def _into_list(self) -> None:
        if self.ids:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
