"""What a table whose rows are all in memory has beside it: Excel, paper, and how it was left."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from leertraject_desktop.ui.kit.list_actions import ListActions
from leertraject_desktop.ui.kit.list_memory import ListMemory
from leertraject_desktop.ui.kit.screen import Screen
from leertraject_desktop.ui.kit.table import TableView
from leertraject_desktop.ui.kit.table_model import Column


class SmallList(QObject):
    """`output` has the buttons and what Ctrl+E and Ctrl+P do. Filters, order and columns are remembered.

    The page calls `restore` before it reads its rows, and `keep` when a filter changed. `written` are the
    columns of Excel and paper; those of the table that have a `key` can be the order that is remembered.
    """

    def __init__(
        self,
        screen: Screen,
        title: str,
        table: TableView[Any],
        written: Sequence[Column[Any]],
        *,
        filters: Sequence[QWidget] = (),
        words: Callable[[], str] = str,
    ) -> None:
        super().__init__(screen)
        self._table = table
        self.output = ListActions(screen, title, written, self._rows, words)
        self._memory = ListMemory(screen.context.store, title, table, filters)
        table.columns_changed.connect(self.keep)
        table.table_model.sorted_by.connect(self.keep)

    def restore(self) -> None:
        """Show the list as this gebruiker left it; the first time only."""
        if not self._memory.is_restored:
            self._memory.restore_filters()
            self._memory.restore_table()
            self._memory.keep(self._order(), first=True)

    def keep(self) -> None:
        """Remember how the list is now."""
        if self._memory.is_restored:
            self._memory.keep(self._order())

    def _rows(self) -> Sequence[Any]:
        return tuple(self._table.table_model.rows)

    def _order(self) -> tuple[str, bool] | None:
        order = self._table.table_model.order
        if order is None:
            return None
        key = self._table.table_model.columns[order[0]].key
        return (key, order[1]) if key else None
