"""The page with all nazorgmomenten: what is due after release, what is late, and what was found."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.nazorg import Nazorgstand
from leertraject_desktop.features.nazorg.cijfer import afgelopen_jaar
from leertraject_desktop.features.nazorg.lijst import (
    NazorgFilter,
    NazorgRij,
    aantal_nazorg,
    aantal_nazorgmomenten,
    nazorg_ids,
    nazorg_rijen,
)
from leertraject_desktop.ui.kit.chips import ChipChoice
from leertraject_desktop.ui.kit.lazy_ids import lazy_ids
from leertraject_desktop.ui.kit.preview import FactsPreview
from leertraject_desktop.ui.kit.screen import Context, Target
from leertraject_desktop.ui.kit.state_page import StatePage
from leertraject_desktop.ui.kit.table_model import Cell, Column
from leertraject_desktop.ui.kit.text_editors import SearchField
from leertraject_desktop.ui.nazorg.figures import Figures

OPEN, ALLES = "open", ""
_STANDEN = [
    ChipChoice(OPEN, "Te doen"),
    ChipChoice("te_laat", "Te laat"),
    ChipChoice("gedaan", "Gedaan"),
    ChipChoice(ALLES, "Alles"),
]
_EMPTY = {
    OPEN: ("Geen nazorg te doen", "Na een vrijlating komen hier vanzelf drie momenten bij.", "Toon alles"),
    "te_laat": ("Niets te laat", "Alle nazorg is op tijd gebeurd.", "Toon wat te doen is"),
    "gedaan": ("Nog geen uitkomsten", "Je noteert ze in het dossier.", "Toon wat te doen is"),
    ALLES: ("Nog geen nazorg", "Na een vrijlating komen hier vanzelf drie momenten bij.", "Toon alles"),
}


def _when(rij: NazorgRij) -> Cell:
    dag = toon_datum(rij.datum)
    if rij.stand is Nazorgstand.TE_LAAT:
        days = "1 dag" if rij.dagen_te_laat == 1 else f"{rij.dagen_te_laat} dagen"
        return Cell(f"{days} te laat", "red", "clock-alert")
    return Cell(dag)


def _day(dag: date | None) -> str:
    return toon_datum(dag) if dag else ""


COLUMNS: list[Column[NazorgRij]] = [
    Column("Naam", lambda rij: rij.naam, key="naam"),
    Column("Na", lambda rij: f"{rij.maanden} maanden", 96, key="maanden"),
    Column("Wanneer", _when, 156, key="datum"),
    Column("Contact", lambda rij: rij.kanaal, 120, empty="nog niet", sortable=False),
    Column("Toestemming", lambda rij: rij.toestemming, 160, empty="geen", sortable=False, wide_only=True),
    Column("Uitkomst", lambda rij: rij.uitkomst, 144, empty="nog geen", key="uitkomst"),
]
WRITTEN: list[Column[NazorgRij]] = [
    Column("Naam", lambda rij: rij.naam),
    Column("Nummer", lambda rij: rij.nummer),
    Column("Vrij op", lambda rij: rij.vrij_op),
    Column("Maanden", lambda rij: rij.maanden),
    Column("Datum", lambda rij: rij.datum),
    Column("Contact", lambda rij: rij.kanaal),
    Column("Toestemming", lambda rij: rij.toestemming),
    Column("Uitkomst", lambda rij: rij.uitkomst),
    Column("Gedaan op", lambda rij: rij.gedaan_op),
    Column("Door", lambda rij: rij.door),
]


def _facts(rij: NazorgRij) -> list[tuple[str, str]]:
    words = " ".join(rij.toelichting.split())[:400]
    return [
        ("Vrij op", _day(rij.vrij_op)),
        ("Nazorg", f"na {rij.maanden} maanden, op {toon_datum(rij.datum)}"),
        ("Contact", rij.kanaal),
        ("Toestemming", rij.toestemming or "geen"),
        ("Uitkomst", rij.uitkomst),
        ("Gedaan", " door ".join(filter(None, (_day(rij.gedaan_op), rij.door)))),
        *([("Toelichting", words)] if words else []),
    ]


class NazorgPage(StatePage[NazorgRij]):
    """Nazorgmomenten by day; Enter opens the form of the outcome, or the dossier once it is there."""

    title = "Nazorg"
    states = _STANDEN
    which = "Welke momenten"
    tables: ClassVar[frozenset[str]] = frozenset({"nazorgmoment", "deelnemer", "toestemming", "verblijf"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        search = SearchField("Naam of nummer")
        self.build(
            columns=COLUMNS,
            written=WRITTEN,
            search=search,
            filters=[self.stand, search],
            preview=lambda: self.preview,
            icon="door-open",
        )
        self.figures = Figures()
        below = self.layout()
        if below is not None:
            below.addWidget(self.figures)

    @cached_property
    def preview(self) -> FactsPreview:
        """What stands beside the list, from the first Space on."""
        preview = FactsPreview(empty="nog niet")
        preview.open_asked.connect(self._open_current)
        return preview

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.figures.make_room()

    def read_ids(self, order: tuple[str, bool] | None) -> Sequence[int]:
        sorteer, aflopend = order or ("datum", self.stand.value() == "gedaan")
        keuze = NazorgFilter(
            stand=self.stand.value(), zoek=self.search.query(), sorteer=sorteer, aflopend=aflopend
        )
        read = self.context.store.read
        return lazy_ids(
            lambda maximum: read(nazorg_ids, keuze, maximum), lambda: read(aantal_nazorgmomenten, keuze)
        )

    def read_rows(self, ids: Sequence[int]) -> Sequence[NazorgRij]:
        return self.context.store.read(nazorg_rijen, ids)

    def refresh(self) -> None:
        super().refresh()
        self.figures.show_figures(self.context.store.read(afgelopen_jaar))

    def counts(self) -> tuple[str, int]:
        open_, late = self.context.store.read(aantal_nazorg)
        total = len(self.ids)
        if self.is_filtered():
            total = self.context.store.read(aantal_nazorgmomenten, NazorgFilter(stand=self.stand.value()))
        return f"{open_} te doen, {late} te laat", total

    def words(self) -> str:
        return " · ".join(filter(None, [self.state_in_words(), self.search.query()]))

    def show_empty(self) -> None:
        if self.is_filtered():
            self.empty.show_state(
                "Niets gevonden", "Geen naam past bij wat je zoekt.", "Wis zoeken", "search"
            )
        else:
            self.empty.show_state(*_EMPTY[self.stand.value()], "door-open")

    def act_on_empty(self) -> None:
        if self.is_filtered():
            self.clear_filters()
            return
        self.choose(ALLES if self.stand.value() == OPEN else OPEN)
        self.focus_first()

    def open_row(self, row: NazorgRij) -> None:
        open_ = row.gedaan_op is None and row.stand is not Nazorgstand.VERVALLEN
        place, part = (f"nazorg_uitkomst-{row.id}", "") if open_ else ("dossier", "partners")
        self.go.emit(Target(place, row.deelnemer_id, part))

    def fill_preview(self, row: NazorgRij) -> None:
        self.preview.show_facts(row.naam, row.nummer, _facts(row))

    def _open_current(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.go.emit(Target("dossier", row.deelnemer_id, "partners"))
