"""The page with the referrals of everybody: which answers are late, which still come, what came of them."""

from collections.abc import Sequence
from functools import cached_property
from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.doorverwijzing import Verwijsstand
from leertraject_desktop.features.doorverwijzingen.overzicht import (
    VerwijsFilter,
    VerwijsRij,
    aantal_doorverwijzingen,
    aantal_open,
    verwijs_ids,
    verwijs_rijen,
)
from leertraject_desktop.features.keuzes.lijsten import partners
from leertraject_desktop.ui.kit.chips import ChipChoice
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.compact import is_compact
from leertraject_desktop.ui.kit.lazy_ids import lazy_ids
from leertraject_desktop.ui.kit.preview import FactsPreview
from leertraject_desktop.ui.kit.screen import Context, Target
from leertraject_desktop.ui.kit.state_page import StatePage
from leertraject_desktop.ui.kit.table_model import Cell, Column
from leertraject_desktop.ui.kit.text_editors import SearchField

OPEN, ALLES = "open", ""
_STANDEN = [
    ChipChoice(OPEN, "Open"),
    ChipChoice("te_laat", "Te laat"),
    ChipChoice("afgesloten", "Afgesloten"),
    ChipChoice(ALLES, "Alles"),
]
_HOW = "Je verwijst door in het dossier van een deelnemer, bij Partners, of bij een vraag."
_EMPTY = {
    OPEN: ("Geen open doorverwijzingen", _HOW, "Toon alles"),
    "te_laat": ("Niets te laat", "Geen enkele partner is te laat met een antwoord.", "Toon wat open is"),
    "afgesloten": (
        "Nog niets afgesloten",
        "Hier komt wat afgerond, geweigerd of ingetrokken is.",
        "Toon wat open is",
    ),
    ALLES: ("Nog geen doorverwijzingen", _HOW, "Toon de deelnemers"),
}
_ICONS = {
    Verwijsstand.IN_BEHANDELING: ("hourglass", "text"),
    Verwijsstand.AANVAARD: ("handshake", "text"),
    Verwijsstand.GEWEIGERD: ("ban", "text2"),
    Verwijsstand.AFGEROND: ("check", "text2"),
    Verwijsstand.INGETROKKEN: ("undo-2", "text2"),
}


def _stand(rij: VerwijsRij) -> Cell:
    icon, tone = _ICONS[rij.stand]
    return Cell(rij.stand.label, tone, icon)


def _antwoord(rij: VerwijsRij) -> Cell:
    if rij.dagen_te_laat:
        days = "1 dag" if rij.dagen_te_laat == 1 else f"{rij.dagen_te_laat} dagen"
        return Cell(f"{days} te laat", "red", "clock-alert")
    if rij.wacht:
        return Cell(f"tegen {toon_datum(rij.antwoord_tegen)}")
    return Cell("niet nodig" if rij.stand is Verwijsstand.INGETROKKEN else "gekregen", "text3")


COLUMNS: list[Column[VerwijsRij]] = [
    Column("Naam", lambda rij: rij.naam, key="naam"),
    Column("Partner", lambda rij: rij.partner, key="partner"),
    Column("Doorverwezen", lambda rij: rij.datum, 120, key="datum", wide_only=True),
    Column("Stand", _stand, 144, key="stand"),
    Column("Sinds", lambda rij: rij.sinds, 104, key="sinds", wide_only=True),
    Column("Antwoord", _antwoord, 152, key="antwoord_tegen"),
    Column("Door", lambda rij: rij.door, 128, sortable=False, wide_only=True),
]
WRITTEN: list[Column[VerwijsRij]] = [
    Column("Naam", lambda rij: rij.naam),
    Column("Nummer", lambda rij: rij.nummer),
    Column("Partner", lambda rij: rij.partner),
    Column("Doorverwezen", lambda rij: rij.datum),
    Column("Stand", lambda rij: rij.stand.label),
    Column("Sinds", lambda rij: rij.sinds),
    Column("Reden", lambda rij: rij.reden),
    Column("Antwoord tegen", lambda rij: rij.antwoord_tegen),
    Column("Dagen te laat", lambda rij: rij.dagen_te_laat or None, align="right"),
    Column("Door", lambda rij: rij.door),
]


def _facts(rij: VerwijsRij) -> list[tuple[str, str]]:
    more = [("Reden", rij.reden), ("Toelichting", _words(rij.toelichting))]
    return [
        ("Partner", rij.partner),
        ("Doorverwezen", f"op {toon_datum(rij.datum)}, door {rij.door}"),
        ("Stand", f"{rij.stand.label} sinds {toon_datum(rij.sinds)}"),
        ("Antwoord", _antwoord(rij).text),
        ("Vraag", _words(rij.vraag)),
        *(fact for fact in more if fact[1]),
    ]


class DoorverwijzingenPage(StatePage[VerwijsRij]):
    """Referrals, the answer that is due first on top; Enter opens the form of the answer, or the dossier."""

    title = "Doorverwijzingen"
    states = _STANDEN
    which = "Welke doorverwijzingen"
    tables: ClassVar[frozenset[str]] = frozenset(
        {"doorverwijzing", "doorverwijzingstand", "deelnemer", "gebruiker"}
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        choices = [(partner.code, partner.label) for partner in context.store.read(partners)]
        self.partner = ChoiceEditor(choices, empty="Alle partners")
        self.partner.set_name("partner", "Partner")
        self.partner.show_value(None)
        search = SearchField("Naam of nummer")
        self.build(
            columns=COLUMNS,
            written=WRITTEN,
            search=search,
            filters=[self.stand, search, self.partner],
            preview=lambda: self.preview,
            icon="handshake",
        )
        self.partner.changed.connect(self.fetch)

    @cached_property
    def preview(self) -> FactsPreview:
        """What stands beside the list, from the first Space on."""
        preview = FactsPreview(empty="niets genoteerd")
        preview.open_asked.connect(self._open_current)
        return preview

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.partner.setFixedWidth(128 if is_compact(self) else 200)

    def read_ids(self, order: tuple[str, bool] | None) -> Sequence[int]:
        sorteer, aflopend = order or self._usual_order()
        keuze = VerwijsFilter(
            stand=self.stand.value(),
            partner=self.partner.value() or "",
            zoek=self.search.query(),
            sorteer=sorteer,
            aflopend=aflopend,
        )
        read = self.context.store.read
        return lazy_ids(
            lambda maximum: read(verwijs_ids, keuze, maximum), lambda: read(aantal_doorverwijzingen, keuze)
        )

    def read_rows(self, ids: Sequence[int]) -> Sequence[VerwijsRij]:
        return self.context.store.read(verwijs_rijen, ids)

    def counts(self) -> tuple[str, int]:
        open_, late = self.context.store.read(aantal_open)
        total = len(self.ids)
        if self.is_filtered():
            total = self.context.store.read(aantal_doorverwijzingen, VerwijsFilter(stand=self.stand.value()))
        return f"{open_} open, {late} te laat", total

    def words(self) -> str:
        parts = [
            self.state_in_words(),
            self.partner.label() if self.partner.value() else "",
            self.search.query(),
        ]
        return " · ".join(filter(None, parts))

    def is_filtered(self) -> bool:
        return super().is_filtered() or self.partner.value() is not None

    def clear_filters(self) -> None:
        self.partner.show_value(None)
        super().clear_filters()

    def show_empty(self) -> None:
        if self.is_filtered():
            words = "Geen enkele doorverwijzing past bij wat je zoekt."
            self.empty.show_state("Niets gevonden", words, "Wis filters", "search")
        else:
            self.empty.show_state(*_EMPTY[self.stand.value()], "handshake")

    def act_on_empty(self) -> None:
        if self.is_filtered():
            self.clear_filters()
        elif self.stand.value() == ALLES:
            self.go.emit(Target("deelnemers"))
        else:
            self.choose(ALLES if self.stand.value() == OPEN else OPEN)
            self.focus_first()

    def open_row(self, row: VerwijsRij) -> None:
        place, part = (f"doorverwijzing_antwoord-{row.id}", "") if row.is_open else ("dossier", "partners")
        self.go.emit(Target(place, row.deelnemer_id, part))

    def fill_preview(self, row: VerwijsRij) -> None:
        self.preview.show_facts(row.naam, row.nummer, _facts(row))

    def _usual_order(self) -> tuple[str, bool]:
        """The answer that is due first; what is closed is looked back at, so the last comes first."""
        return ("antwoord_tegen", False) if self.stand.value() in (OPEN, "te_laat") else ("sinds", True)

    def _open_current(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.go.emit(Target("dossier", row.deelnemer_id, "partners"))


def _words(text: str) -> str:
    return " ".join(text.split())[:400]
