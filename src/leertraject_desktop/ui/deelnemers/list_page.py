"""The page with all deelnemers: filter, sort, look at one beside the list, open the dossier."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leertraject_desktop.domain.label import Fase, StatuutSoort
from leertraject_desktop.features.deelnemers.dossier import dossierkop
from leertraject_desktop.features.deelnemers.lijst import (
    DeelnemerFilter,
    DeelnemerRij,
    aantal_hier,
    deelnemer_ids,
    deelnemer_rijen,
)
from leertraject_desktop.features.keuzes.lijsten import afdelingen, deze_gevangenis
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.deelnemers.columns import columns
from leertraject_desktop.ui.deelnemers.preview import Preview
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.compact import is_compact
from leertraject_desktop.ui.kit.empty_state import EmptyState
from leertraject_desktop.ui.kit.list_screen import ListScreen
from leertraject_desktop.ui.kit.screen import Context, Screen, Target
from leertraject_desktop.ui.kit.shortcuts import install_shortcut
from leertraject_desktop.ui.kit.table import TableView
from leertraject_desktop.ui.kit.table_model import PagedRows, TableModel
from leertraject_desktop.ui.kit.text_editors import SearchField

ALSO_LEFT = "*"
"""The choice in the list of sections that also keeps who left."""

_WIDTHS = {"search": (168, 130), "statuut": (132, 124), "afdeling": (148, 138), "begeleiding": (180, 176)}


class DeelnemersPage(Screen):
    """All deelnemers of this prison, and on demand those who left."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {
            "deelnemer",
            "deelnemer_taal",
            "verblijf",
            "statuut",
            "begeleiding",
            "leerdoel",
            "actie",
            "contactmoment",
            "informatievraag",
            "taak",
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._ids: list[int] = []
        self._order = ("naam", False)
        self._vandaag = context.store.read(vandaag)
        self._model: TableModel[DeelnemerRij] = TableModel(
            columns(self._vandaag), sorter=self._sorted, parent=self
        )
        self.table: TableView[DeelnemerRij] = TableView(self._model, name="Deelnemers")
        self.search = SearchField("Naam of nummer")
        self.search.setObjectName("search")
        self.statuut = ChoiceEditor(StatuutSoort, empty="Alle statuten")
        self.afdeling = ChoiceEditor(empty="Alle afdelingen")
        self.begeleiding = ChoiceEditor(_guidance_choices(), empty="Begeleiding of vraag")
        self._filters: dict[str, QWidget] = {"search": self.search}
        for name, label in (
            ("statuut", "Statuut"),
            ("afdeling", "Afdeling"),
            ("begeleiding", "Begeleiding of vraag"),
        ):
            editor: ChoiceEditor = getattr(self, name)
            editor.set_name(name, label)
            editor.show_value(None)
            editor.changed.connect(self._refilter)
            self._filters[name] = editor
        self.new = Button("Nieuwe deelnemer", kind="primary", icon="plus", hint="Ctrl+Shift+N")
        self.preview = Preview()
        self.empty = EmptyState("Nog geen deelnemers", icon="users")
        self.list = ListScreen(
            "Deelnemers",
            self.table,
            actions=[self.new],
            filters=list(self._filters.values()),
            empty=self.empty,
            preview=self.preview,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        self._connect()

    def _connect(self) -> None:
        install_shortcut(self, "Ctrl+F", self.search.begin)
        self.search.searched.connect(self._refilter)
        self.search.entered.connect(self._open_only_hit)
        self.search.down.connect(self._go_into_list)
        self.table.opened.connect(self._open)
        self.list.preview_changed.connect(self._fill_preview)
        self.list.cleared.connect(self.clear_filters)
        self.new.clicked.connect(self._new)
        self.preview.plan_asked.connect(self._plan)
        self.preview.open_asked.connect(self._open_current)
        self.empty.acted.connect(self._act_on_empty)
        self._model.sort(0)

    def refresh(self) -> None:
        self._vandaag = self.context.store.read(vandaag)
        self._model.columns = tuple(columns(self._vandaag))
        sections = self.context.store.read(afdelingen)
        chosen = self.afdeling.value()
        self.afdeling.set_options([*((name, name) for name in sections), (ALSO_LEFT, "Ook wie vertrok")])
        self.afdeling.show_value(chosen if chosen in {*sections, ALSO_LEFT} else None)
        self._fetch()

    def focus_first(self) -> None:
        if self._ids:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_filters(self) -> None:
        """Show everybody of this prison again."""
        self.search.setText("")
        for editor in (self.statuut, self.afdeling, self.begeleiding):
            editor.show_value(None)
        self._fetch()
        self.focus_first()

    def keuze(self) -> DeelnemerFilter:
        """What the filters ask for now."""
        afdeling = self.afdeling.value() or ""
        return DeelnemerFilter(
            zoek=self.search.query(),
            statuut=self.statuut.value() or "",
            afdeling="" if afdeling == ALSO_LEFT else afdeling,
            begeleiding=self.begeleiding.value() or "",
            hier=afdeling != ALSO_LEFT,
            sorteer=self._order[0],
            aflopend=self._order[1],
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = is_compact(self)
        for name, (wide, narrow) in _WIDTHS.items():
            self._filters[name].setMinimumWidth(narrow)
            self._filters[name].setMaximumWidth(narrow if compact else wide)

    def _sorted(self, key: str, descending: bool) -> Sequence[DeelnemerRij]:
        self._order = (key, descending)
        return self._rows()

    def _rows(self) -> PagedRows[DeelnemerRij]:
        self._ids = self.context.store.read(deelnemer_ids, self.keuze())
        return PagedRows(self._ids, self._page)

    def _page(self, ids: Sequence[int]) -> Sequence[DeelnemerRij]:
        return self.context.store.read(deelnemer_rijen, ids)

    def _fetch(self) -> None:
        current = self.table.current_row()
        self.table.set_rows(self._rows())
        here = self.context.store.read(aantal_hier)
        gevangenis = self.context.store.read(deze_gevangenis)
        total = max(here, len(self._ids))
        self.list.show_counts(f"{here} in {gevangenis.label}", len(self._ids), total)
        self.list.filters.clear.setVisible(self._is_filtered())
        self._show_empty(here)
        if current is not None and current.id in self._ids:
            self.table.go_to(self._ids.index(current.id))
        elif self._ids:
            self.table.go_to(0)
        else:
            self.list.preview.hide()

    def _refilter(self) -> None:
        self._fetch()

    def _is_filtered(self) -> bool:
        chosen = (self.statuut.value(), self.afdeling.value(), self.begeleiding.value())
        return bool(self.search.query()) or any(chosen)

    def _show_empty(self, here: int) -> None:
        if not self._is_filtered():
            self.empty.show_state(
                "Nog geen deelnemers",
                "Voeg iemand toe die een vraag stelde of die je gaat begeleiden.",
                "Nieuwe deelnemer",
                "user-plus",
            )
        elif self.search.query() and self.afdeling.value() != ALSO_LEFT:
            self.empty.show_state(
                "Niemand gevonden",
                "In deze gevangenis past niemand bij wat je zoekt. Misschien is die persoon al vertrokken.",
                "Zoek ook wie vertrok",
                "search",
            )
        else:
            self.empty.show_state(
                "Niemand gevonden", "Er past niemand bij deze filters.", "Wis filters", "search"
            )

    def _act_on_empty(self) -> None:
        if not self._is_filtered():
            self._new()
        elif self.search.query() and self.afdeling.value() != ALSO_LEFT:
            self.afdeling.show_value(ALSO_LEFT)
            self._fetch()
            self.focus_first()
        else:
            self.clear_filters()

    def _go_into_list(self) -> None:
        if self._ids:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_only_hit(self) -> None:
        if len(self._ids) == 1:
            self.go.emit(Target("dossier", self._ids[0]))
        else:
            self._go_into_list()

    def _open(self, rij: DeelnemerRij) -> None:
        self.go.emit(Target("dossier", rij.id))

    def _open_current(self) -> None:
        if (rij := self.table.current_row()) is not None:
            self._open(rij)

    def _new(self) -> None:
        self.go.emit(Target("nieuwe_deelnemer"))

    def _plan(self) -> None:
        if (rij := self.table.current_row()) is not None:
            self.go.emit(Target("nieuwe_taak", rij.id))

    def _fill_preview(self, rij: DeelnemerRij) -> None:
        late = 0 if rij.volgende_stap is None else max(0, (self._vandaag - rij.volgende_stap).days)
        self.preview.show_deelnemer(self.context.store.read(dossierkop, rij.id), late)


def _guidance_choices() -> list[tuple[str, str]]:
    fases = [(fase.value, f"In fase {fase.label}") for fase in Fase]
    return [("vraag", "Met een open vraag"), *fases, ("geen", "Geen begeleiding")]
