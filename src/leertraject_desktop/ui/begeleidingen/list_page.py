"""The page with all begeleidingen: what runs, what is on hold, what ended and why."""

from collections.abc import Sequence
from functools import cached_property
from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from leertraject_desktop.domain.label import Fase
from leertraject_desktop.features.begeleidingen.lijst import (
    BegeleidingFilter,
    BegeleidingRij,
    aantal_begeleidingen,
    aantal_lopend,
    begeleiding_detail,
    begeleiding_ids,
    begeleiding_rijen,
)
from leertraject_desktop.ui.begeleidingen.columns import WRITTEN, columns
from leertraject_desktop.ui.begeleidingen.preview import Preview
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.chips import ChipChoice
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.compact import is_compact
from leertraject_desktop.ui.kit.lazy_ids import lazy_ids
from leertraject_desktop.ui.kit.screen import Context, Target
from leertraject_desktop.ui.kit.state_page import StatePage
from leertraject_desktop.ui.kit.text_editors import SearchField

LOOPT, ALLES = "loopt", ""
_STANDEN = [
    ChipChoice(LOOPT, "Loopt"),
    ChipChoice("opgeschort", "Opgeschort"),
    ChipChoice("afgerond", "Afgerond"),
    ChipChoice("stopgezet", "Stopgezet"),
    ChipChoice(ALLES, "Alles"),
]
_EMPTY = {
    LOOPT: (
        "Geen lopende begeleidingen",
        "Een begeleiding begint in het dossier van een deelnemer, of met de toets B bij een vraag.",
        "Toon de vragen",
    ),
    "opgeschort": ("Niets opgeschort", "Geen enkele begeleiding ligt stil.", "Toon wat loopt"),
    "afgerond": ("Nog niets afgerond", "Hier komt wie zijn begeleiding afrondt.", "Toon wat loopt"),
    "stopgezet": ("Niets stopgezet", "Geen enkele begeleiding is vroeger gestopt.", "Toon wat loopt"),
    ALLES: (
        "Nog geen begeleidingen",
        "Een begeleiding begint in het dossier van een deelnemer, of met de toets B bij een vraag.",
        "Toon de vragen",
    ),
}


class BegeleidingenPage(StatePage[BegeleidingRij]):
    """Begeleidingen by name; Enter opens the dossier at its begeleiding."""

    title = "Begeleiding"
    states = _STANDEN
    which = "Welke begeleidingen"
    tables: ClassVar[frozenset[str]] = frozenset(
        {
            "begeleiding",
            "deelnemer",
            "leerdoel",
            "actie",
            "contactmoment",
            "opschorting",
            "stopzetting",
            "gebruiker",
        }
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.fase = ChoiceEditor(Fase, empty="Alle fasen")
        self.fase.set_name("fase", "Fase")
        self.fase.show_value(None)
        self.referrals = Button("Doorverwijzingen", kind="text", icon="handshake")
        self.aftercare = Button("Nazorg", kind="text", icon="door-open")
        self.referrals.clicked.connect(self._to_referrals)
        self.aftercare.clicked.connect(self._to_aftercare)
        search = SearchField("Naam of nummer")
        self.build(
            columns=columns(LOOPT),
            written=WRITTEN,
            search=search,
            filters=[self.stand, search, self.fase],
            preview=lambda: self.preview,
            icon="route",
            actions=[self.referrals, self.aftercare],
        )
        self.fase.changed.connect(self.fetch)

    @cached_property
    def preview(self) -> Preview:
        """What stands beside the list, from the first Space on."""
        preview = Preview()
        preview.open_asked.connect(self._open_current)
        return preview

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fase.setFixedWidth(112 if is_compact(self) else 144)

    def read_ids(self, order: tuple[str, bool] | None) -> Sequence[int]:
        sorteer, aflopend = order or self._usual_order()
        keuze = BegeleidingFilter(
            stand=self.stand.value(),
            zoek=self.search.query(),
            fase=self.fase.value() or "",
            sorteer=sorteer,
            aflopend=aflopend,
        )
        read = self.context.store.read
        return lazy_ids(
            lambda maximum: read(begeleiding_ids, keuze, maximum), lambda: read(aantal_begeleidingen, keuze)
        )

    def read_rows(self, ids: Sequence[int]) -> Sequence[BegeleidingRij]:
        return self.context.store.read(begeleiding_rijen, ids)

    def counts(self) -> tuple[str, int]:
        total = len(self.ids)
        if self.is_filtered():
            all_ = BegeleidingFilter(stand=self.stand.value())
            total = self.context.store.read(aantal_begeleidingen, all_)
        return f"{self.context.store.read(aantal_lopend)} lopend", total

    def words(self) -> str:
        parts = [self.state_in_words(), self.fase.label() if self.fase.value() else "", self.search.query()]
        return " · ".join(filter(None, parts))

    def is_filtered(self) -> bool:
        return super().is_filtered() or self.fase.value() is not None

    def clear_filters(self) -> None:
        self.fase.show_value(None)
        super().clear_filters()

    def open_row(self, row: BegeleidingRij) -> None:
        self.go.emit(Target("dossier", row.deelnemer_id, "begeleiding"))

    def fill_preview(self, row: BegeleidingRij) -> None:
        self.preview.show_begeleiding(row, self.context.store.read(begeleiding_detail, row.id))

    def show_empty(self) -> None:
        if self.is_filtered():
            words = "Geen enkele begeleiding past bij wat je zoekt."
            self.empty.show_state("Niets gevonden", words, "Wis filters", "search")
        else:
            self.empty.show_state(*_EMPTY[self.stand.value()], "route")

    def act_on_empty(self) -> None:
        if self.is_filtered():
            self.clear_filters()
        elif self.stand.value() in (LOOPT, ALLES):
            self.go.emit(Target("vragen"))
        else:
            self.choose(LOOPT)
            self.focus_first()

    def _usual_order(self) -> tuple[str, bool]:
        """By name; what ended is looked back at, so the last comes first."""
        return ("einddatum", True) if self.stand.value() in ("afgerond", "stopgezet") else ("naam", False)

    def filters_restored(self) -> None:
        self.show_columns(columns(self.stand.value()))

    def state_chosen(self) -> None:
        self.filters_restored()
        self.fetch()

    def _open_current(self) -> None:
        if (row := self.table.current_row()) is not None:
            self.open_row(row)

    def _to_referrals(self) -> None:
        self.go.emit(Target("doorverwijzingen"))

    def _to_aftercare(self) -> None:
        self.go.emit(Target("nazorg"))
