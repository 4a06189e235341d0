"""The page with all informatievragen: what waits for an answer, and what was answered."""

from collections.abc import Sequence
from functools import cached_property
from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from leertraject_desktop.domain.datums import MAANDEN
from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.informatievragen.commands import word_begeleiding
from leertraject_desktop.features.informatievragen.lijst import (
    VraagFilter,
    VraagRij,
    aantal_vragen,
    aantallen,
    vraag_ids,
    vraag_rijen,
)
from leertraject_desktop.features.keuzes.lijsten import keuzes
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.informatievragen.columns import SCREEN, WRITTEN
from leertraject_desktop.ui.informatievragen.preview import Preview
from leertraject_desktop.ui.kit.answers import AnswerPaper
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.chips import ChipChoice, ChipRow
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.compact import is_compact
from leertraject_desktop.ui.kit.lazy_ids import lazy_ids
from leertraject_desktop.ui.kit.list_page import ListPage
from leertraject_desktop.ui.kit.screen import Context, Target
from leertraject_desktop.ui.kit.shortcuts import install_shortcut
from leertraject_desktop.ui.kit.text_editors import SearchField

OPEN, MAAND, ALLES = "open", "maand", ""
_STANDEN = [
    ChipChoice(OPEN, "Open"),
    ChipChoice(MAAND, "Beantwoord deze maand"),
    ChipChoice(ALLES, "Alles"),
]


class VragenPage(ListPage[VraagRij]):
    """Questions, those that wait longest first. B turns the current one into a begeleiding."""

    title = "Vragen"
    tables: ClassVar[frozenset[str]] = frozenset({"informatievraag", "deelnemer", "begeleiding", "gebruiker"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.stand = ChipRow("Welke vragen", _STANDEN)
        self.onderwerp = ChoiceEditor(
            [(keuze.code, keuze.label) for keuze in context.store.read(keuzes, Lijst.ONDERWERP)],
            empty="Alle onderwerpen",
        )
        self.onderwerp.set_name("onderwerp", "Onderwerp")
        self.onderwerp.show_value(None)
        self.become = Button("Wordt begeleiding", kind="text", icon="route", hint="B")
        self.answers = Button("Antwoorden", kind="text", icon="scissors", hint="Ctrl+Shift+P")
        self._paper = AnswerPaper(context.store, context.jobs, self)
        self.new = Button("Nieuwe vraag", kind="primary", icon="plus", hint="Ctrl+N")
        search = SearchField("Naam of woord uit de vraag")
        self.build(
            columns=SCREEN,
            written=WRITTEN,
            search=search,
            filters=[self.stand, search, self.onderwerp],
            actions=[self.become, self.answers],
            main=self.new,
            preview=lambda: self.preview,
            icon="inbox",
        )
        self.stand.changed.connect(self.fetch)
        self.onderwerp.changed.connect(self.fetch)
        self.new.clicked.connect(self._new)
        self.become.clicked.connect(self.become_begeleiding)
        self.answers.clicked.connect(self.print_answers)
        self._paper.told.connect(self.told)
        self._paper.failed.connect(self.failed)
        install_shortcut(self, "Ctrl+Shift+P", self.answers.click)
        self.table.current_changed.connect(self._follow)
        install_shortcut(self.table, "B", self.become_begeleiding, only_inside=True)
        context.guard(self.become, self.new)

    @cached_property
    def preview(self) -> Preview:
        """What stands beside the list, from the first Space on."""
        preview = Preview()
        preview.open_asked.connect(self._open_current)
        preview.dossier_asked.connect(self._open_dossier)
        return preview

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = is_compact(self)
        self.search.setFixedWidth(160 if compact else 232)
        self.search.setPlaceholderText("Naam of woord" if compact else "Naam of woord uit de vraag")
        self.onderwerp.setFixedWidth(152 if compact else 200)

    def show_target(self, target: Target) -> None:
        if target.part in (OPEN, MAAND, "alles"):
            self.restore()
            self.stand.show_value(ALLES if target.part == "alles" else target.part)
            self.fetch()

    def read_ids(self, order: tuple[str, bool] | None) -> Sequence[int]:
        keuze, read = self._keuze(order), self.context.store.read
        return lazy_ids(lambda maximum: read(vraag_ids, keuze, maximum), lambda: read(aantal_vragen, keuze))

    def read_rows(self, ids: Sequence[int]) -> Sequence[VraagRij]:
        return self.context.store.read(vraag_rijen, ids)

    def counts(self) -> tuple[str, int]:
        open_ = self.context.store.read(aantallen).open
        total = len(self.ids)
        if self.is_filtered():
            total = self.context.store.read(aantal_vragen, VraagFilter(stand=self.stand.value()))
        return f"{open_} open", total

    def words(self) -> str:
        stand = next(choice.label for choice in _STANDEN if choice.key == self.stand.value())
        parts = [stand, self.onderwerp.label() if self.onderwerp.value() else "", self.search.query()]
        return " · ".join(filter(None, parts))

    def is_filtered(self) -> bool:
        return super().is_filtered() or self.onderwerp.value() is not None

    def clear_filters(self) -> None:
        self.onderwerp.show_value(None)
        super().clear_filters()

    def open_row(self, row: VraagRij) -> None:
        self.go.emit(Target("vraag", row.id))

    def fill_preview(self, row: VraagRij) -> None:
        self.preview.show_vraag(row)

    def become_begeleiding(self) -> None:
        """Turn the question of the current line into a begeleiding."""
        row = self.table.current_row()
        if row is None:
            return
        try:
            self.context.store.write(word_begeleiding, row.id)
        except Problem as problem:
            self.failed.emit(problem)
            return
        self.told.emit(f"Begeleiding gestart voor {row.naam}. Ongedaan maken: Ctrl+Z")

    def print_answers(self) -> None:
        """Show the answers of today as slips, two on a page."""
        read = self.context.store.read
        today = read(vandaag)
        rows = read(vraag_rijen, read(vraag_ids, VraagFilter(stand=MAAND)))
        answered = [row for row in rows if row.beantwoord_op == today and row.antwoord]
        if not answered:
            self.told.emit("Vandaag is nog geen vraag beantwoord.")
            return
        self._paper.show_answers(answered, "Antwoorden van vandaag")

    def show_empty(self) -> None:
        if self.is_filtered():
            words = "Geen enkele vraag past bij wat je zoekt."
            self.empty.show_state("Niets gevonden", words, "Wis filters", "search")
            return
        today = self.context.store.read(vandaag)
        maand = MAANDEN[today.month - 1]
        deze_maand = self.context.store.read(aantallen).deze_maand
        new = "Een nieuw rapportbriefje voeg je toe met Ctrl+N."
        if self.stand.value() == OPEN and deze_maand:
            done = "De vraag van deze maand is beantwoord."
            if deze_maand > 1:
                done = f"Alle {deze_maand} vragen van {maand} zijn beantwoord."
            self.empty.show_state("Geen open vragen", f"{done} {new}", f"Toon de vragen van {maand}", "inbox")
        elif self.stand.value() == OPEN:
            self.empty.show_state("Geen open vragen", new, "Toon alle vragen", "inbox")
        elif self.stand.value() == MAAND:
            words = f"In {maand} is nog geen vraag beantwoord."
            self.empty.show_state("Nog niets beantwoord", words, "Toon de open vragen", "inbox")
        else:
            why_not = self.context.why_not()
            self.empty.show_state("Nog geen vragen", new, "Nieuwe vraag", "inbox", why_not=why_not)

    def act_on_empty(self) -> None:
        if self.is_filtered():
            self.clear_filters()
            return
        if self.stand.value() == ALLES:
            self._new()
            return
        if self.stand.value() == MAAND:
            following = OPEN
        else:
            following = MAAND if self.context.store.read(aantallen).beantwoord_deze_maand else ALLES
        self.stand.show_value(following)
        self.fetch()
        self.focus_first()

    def _keuze(self, order: tuple[str, bool] | None) -> VraagFilter:
        # Open: what waits longest comes first. The others are looked back at: last first.
        sorteer, aflopend = order or ("datum", self.stand.value() != OPEN)
        return VraagFilter(
            stand=self.stand.value(),
            zoek=self.search.query(),
            onderwerp=self.onderwerp.value() or "",
            sorteer=sorteer,
            aflopend=aflopend,
        )

    def _follow(self, row: VraagRij | None) -> None:
        can = row is not None and row.deelnemer_id is not None and row.begeleiding_id is None
        self.become.setEnabled(can)

    def _new(self) -> None:
        self.go.emit(Target("nieuwe_vraag"))

    def _open_current(self) -> None:
        if (row := self.table.current_row()) is not None:
            self.open_row(row)

    def _open_dossier(self) -> None:
        row = self.table.current_row()
        if row is not None and row.deelnemer_id is not None:
            self.go.emit(Target("dossier", row.deelnemer_id, "vragen"))
