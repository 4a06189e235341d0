"""The page with all deelnemers: filter, sort, look at one beside the list, open the dossier."""

from collections.abc import Sequence
from functools import cached_property
from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from leertraject_desktop.domain.label import Fase, StatuutSoort
from leertraject_desktop.features.deelnemers.dossier import dossierkop
from leertraject_desktop.features.deelnemers.lijst import (
    DeelnemerFilter,
    DeelnemerRij,
    aantal_deelnemers,
    aantal_hier,
    deelnemer_ids,
    deelnemer_rijen,
)
from leertraject_desktop.features.keuzes.lijsten import afdelingen, deze_gevangenis
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.deelnemers.columns import columns
from leertraject_desktop.ui.deelnemers.intakes import IntakeBatch
from leertraject_desktop.ui.deelnemers.preview import Preview
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.compact import is_compact
from leertraject_desktop.ui.kit.lazy_ids import lazy_ids
from leertraject_desktop.ui.kit.list_page import ListPage
from leertraject_desktop.ui.kit.screen import Context, Target
from leertraject_desktop.ui.kit.shortcuts import install_shortcut
from leertraject_desktop.ui.kit.text_editors import SearchField

ALSO_LEFT = "*"
"""The choice in the list of sections that also keeps who left."""

_WIDTHS = {"search": (168, 130), "statuut": (132, 124), "afdeling": (148, 138), "begeleiding": (180, 176)}


class DeelnemersPage(ListPage[DeelnemerRij]):
    """All deelnemers of this prison, and on demand those who left."""

    title = "Deelnemers"
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
            "opvolgmoment",
            "nazorgmoment",
            "doorverwijzing",
            "taak",
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._vandaag = context.store.read(vandaag)
        search = SearchField("Naam of nummer")
        search.setObjectName("search")
        self.statuut = ChoiceEditor(StatuutSoort, empty="Alle statuten")
        self.afdeling = ChoiceEditor(empty="Alle afdelingen")
        self.begeleiding = ChoiceEditor(_guidance_choices(), empty="Begeleiding of vraag")
        self._filters: dict[str, QWidget] = {"search": search}
        for name, label in (
            ("statuut", "Statuut"),
            ("afdeling", "Afdeling"),
            ("begeleiding", "Begeleiding of vraag"),
        ):
            editor: ChoiceEditor = getattr(self, name)
            editor.set_name(name, label)
            editor.show_value(None)
            editor.changed.connect(self.fetch)
            self._filters[name] = editor
        self.new = Button("Nieuwe deelnemer", kind="primary", icon="plus", hint="Ctrl+Shift+N")
        self.import_list = Button("Lijst inlezen", kind="text", icon="file-up")
        self.intakes = Button("Intakes", kind="text", icon="clipboard-list", hint="Ctrl+I")
        install_shortcut(self, "Ctrl+I", self.intakes.click)
        self.intakes.clicked.connect(self.print_intakes)
        self.build(
            columns=columns(self._vandaag),
            written=columns(self._vandaag),
            search=search,
            filters=list(self._filters.values()),
            preview=lambda: self.preview,
            icon="users",
            actions=[self.import_list, self.intakes],
            main=self.new,
        )
        search.entered.connect(self._open_only_hit)
        self.new.clicked.connect(self._new)
        self.import_list.clicked.connect(self._import_list)
        context.guard(self.new, self.import_list)
        self._model.sort(0)

    @cached_property
    def preview(self) -> Preview:
        """What stands beside the list, from the first Space on."""
        preview = Preview()
        preview.open_asked.connect(self._open_current)
        preview.plan_asked.connect(self._plan)
        self.context.guard(preview.plan)
        return preview

    def refresh(self) -> None:
        self._vandaag = self.context.store.read(vandaag)
        self._model.columns = tuple(columns(self._vandaag))
        sections = self.context.store.read(afdelingen)
        chosen = self.afdeling.value()
        self.afdeling.set_options([*((name, name) for name in sections), (ALSO_LEFT, "Ook wie vertrok")])
        self.afdeling.show_value(chosen if chosen in {*sections, ALSO_LEFT} else None)
        super().refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = is_compact(self)
        for name, (wide, narrow) in _WIDTHS.items():
            self._filters[name].setMinimumWidth(narrow)
            self._filters[name].setMaximumWidth(narrow if compact else wide)

    def read_ids(self, order: tuple[str, bool] | None) -> Sequence[int]:
        keuze, read = self.keuze(order), self.context.store.read
        return lazy_ids(
            lambda maximum: read(deelnemer_ids, keuze, maximum), lambda: read(aantal_deelnemers, keuze)
        )

    def read_rows(self, ids: Sequence[int]) -> Sequence[DeelnemerRij]:
        return self.context.store.read(deelnemer_rijen, ids)

    def keuze(self, order: tuple[str, bool] | None = None) -> DeelnemerFilter:
        """What the filters ask for now."""
        sorteer, aflopend = order or ("naam", False)
        afdeling = self.afdeling.value() or ""
        return DeelnemerFilter(
            zoek=self.search.query(),
            statuut=self.statuut.value() or "",
            afdeling="" if afdeling == ALSO_LEFT else afdeling,
            begeleiding=self.begeleiding.value() or "",
            hier=afdeling != ALSO_LEFT,
            sorteer=sorteer,
            aflopend=aflopend,
        )

    def counts(self) -> tuple[str, int]:
        here = self.context.store.read(aantal_hier)
        return f"{here} in {self.context.store.read(deze_gevangenis).label}", here

    def words(self) -> str:
        chosen = [editor.label() for editor in self._choices() if editor.value()]
        return " · ".join(filter(None, [*chosen, self.search.query()]))

    def is_filtered(self) -> bool:
        return super().is_filtered() or any(editor.value() for editor in self._choices())

    def print_intakes(self) -> None:
        """Ask which intake forms must come in one file: of everybody in the list, or blank ones."""
        batch = IntakeBatch(self, self.ids)
        batch.told.connect(self.told)
        batch.open()

    def clear_filters(self) -> None:
        for editor in self._choices():
            editor.show_value(None)
        super().clear_filters()

    def open_row(self, row: DeelnemerRij) -> None:
        self.go.emit(Target("dossier", row.id))

    def fill_preview(self, row: DeelnemerRij) -> None:
        late = 0 if row.volgende_stap is None else max(0, (self._vandaag - row.volgende_stap).days)
        self.preview.show_deelnemer(self.context.store.read(dossierkop, row.id), late)

    def show_empty(self) -> None:
        if not self.is_filtered():
            self.empty.show_state(
                "Nog geen deelnemers",
                "Voeg iemand toe die een vraag stelde of die je gaat begeleiden.",
                "Nieuwe deelnemer",
                "user-plus",
                why_not=self.context.why_not(),
            )
        elif self._may_have_left():
            self.empty.show_state(
                "Niemand gevonden",
                "In deze gevangenis past niemand bij wat je zoekt. Misschien is die persoon al vertrokken.",
                "Zoek ook wie vertrok",
                "search",
            )
        else:
            words = "Er past niemand bij deze filters."
            self.empty.show_state("Niemand gevonden", words, "Wis filters", "search")

    def act_on_empty(self) -> None:
        if not self.is_filtered():
            self._new()
        elif self._may_have_left():
            self.afdeling.show_value(ALSO_LEFT)
            self.fetch()
            self.focus_first()
        else:
            self.clear_filters()

    def _choices(self) -> tuple[ChoiceEditor, ...]:
        return self.statuut, self.afdeling, self.begeleiding

    def _may_have_left(self) -> bool:
        return bool(self.search.query()) and self.afdeling.value() != ALSO_LEFT

    def _open_only_hit(self) -> None:
        if len(self.ids) == 1:
            self.go.emit(Target("dossier", self.ids[0]))

    def _open_current(self) -> None:
        if (rij := self.table.current_row()) is not None:
            self.open_row(rij)

    def _import_list(self) -> None:
        self.go.emit(Target("importeren"))

    def _new(self) -> None:
        self.go.emit(Target("nieuwe_deelnemer"))

    def _plan(self) -> None:
        if (rij := self.table.current_row()) is not None:
            self.go.emit(Target("nieuwe_taak", rij.id))


def _guidance_choices() -> list[tuple[str, str]]:
    fases = [(fase.value, f"In fase {fase.label}") for fase in Fase]
    return [("vraag", "Met een open vraag"), *fases, ("geen", "Geen begeleiding")]
