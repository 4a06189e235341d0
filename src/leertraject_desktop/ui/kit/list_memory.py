"""A list opens as this gebruiker left it: what was chosen in the filters, the order, the columns."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.lijsten.stand import Lijststand, bewaar_lijststand, lijststand
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.kit.chips import ChipRow
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.column_layout import ColumnState
from leertraject_desktop.ui.kit.table import TableView


class ListMemory:
    """Reads the state of a list once and writes it when it changed.

    What was typed to search is not kept: a search of yesterday would hide people today.
    """

    def __init__(self, store: Store, name: str, table: TableView[Any], filters: Sequence[QWidget]) -> None:
        self._store, self._name, self._table = store, name, table
        self._filters = [one for one in filters if isinstance(one, ChipRow | ChoiceEditor)]
        self._kept = Lijststand()
        self.is_restored = False

    def restore_filters(self) -> None:
        """Choose in the filters what was chosen; what no longer exists is left out."""
        self.is_restored = True
        self._kept = self._store.read(lijststand, self._name)
        for editor, value in zip(self._filters, self._kept.keuzes, strict=False):
            if editor.offers(value):
                editor.show_value(value)  # type: ignore[arg-type]

    def restore_table(self) -> None:
        """Put back the order and the columns, as far as the columns are there."""
        kept = self._kept
        self._table.column_layout.show_state(ColumnState(kept.breedtes, kept.verborgen, kept.kolommen))
        if self._kept.volgorde:
            self._table.sort_on(self._kept.volgorde, descending=self._kept.aflopend)

    def keep(self, order: tuple[str, bool] | None, *, first: bool = False) -> None:
        """Write how the list is now; the `first` time it only becomes what later is compared with.

        A Problem is no matter: the list works, it only opens as before.
        """
        key, descending = order or ("", False)
        columns = self._table.column_layout.state
        now = Lijststand(
            tuple(editor.value() for editor in self._filters),
            key,
            descending,
            columns.widths,
            columns.hidden,
            columns.order,
        )
        if first or now == self._kept:
            self._kept = now
            return
        try:
            self._store.write(bewaar_lijststand, self._name, now)
        except Problem:
            return
        self._kept = now
