"""The form of an informatievraag, for a new one and for one that was kept."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.informatievragen.doorverwijzing import verwijzing_van
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.features.informatievragen.lijst import vaste_keuzes, vraag_invoer, vraag_rijen
from leertraject_desktop.features.keuzes.lijsten import keuzes
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.informatievragen.referral_fields import CONSENT, REFERRAL, ReferralFields
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.collega_editor import CollegaEditor
from leertraject_desktop.ui.kit.date_editors import DateEditor, MinutesEditor
from leertraject_desktop.ui.kit.deelnemer_lookup import DeelnemerEditor
from leertraject_desktop.ui.kit.form import Field, Form
from leertraject_desktop.ui.kit.mark_editors import CheckEditor
from leertraject_desktop.ui.kit.screen import Context
from leertraject_desktop.ui.kit.text_editors import NoteEditor

WIDTH = 704
"""How wide the dialog of a question is: its fields are 656 together."""

_LAST = ["kanaal", "datum", "minuten", "beantwoord_op"]
_FOOT = [_LAST, REFERRAL, CONSENT, ["wordt_begeleiding", "door_id"]]
_ROWS = [["deelnemer_id", "onderwerp"], ["vraag"], ["antwoord"], *_FOOT]
_COMPACT = [["deelnemer_id", "onderwerp"], ["vraag", "antwoord"], *_FOOT]


class _VraagEditor(NoteEditor):
    """The question itself: a few words at least, or nobody can answer it later."""

    def value(self) -> str:
        text = super().value()
        if not text:
            raise Problem("Er staat nog geen vraag.", "Schrijf in een paar woorden wat de vraag is.")
        return text


class VraagForm(Form[VraagInvoer]):
    """Fills itself in with what is known, and shows what belongs to the deelnemer that is chosen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self.context = context
        today = partial(context.store.read, vandaag)
        self.deelnemer = DeelnemerEditor(context, anonymous=True, offer_new=True)
        self.collega = CollegaEditor(context)
        self.onderwerp = ChoiceEditor(self._options(Lijst.ONDERWERP), placeholder="Kies een onderwerp")
        self.kanaal = ChoiceEditor(self._options(Lijst.KANAAL), placeholder="Kies een kanaal")
        self.datum, self.beantwoord_op = (DateEditor(today=today, past=True) for _ in range(2))
        self.antwoord = NoteEditor(placeholder="Wat heb je geantwoord? Leeg laten als je later antwoordt.")
        self.referral = ReferralFields(context)
        super().__init__(
            VraagInvoer,
            [
                Field("deelnemer_id", "Deelnemer", self.deelnemer),
                Field("onderwerp", "Onderwerp", self.onderwerp),
                Field("vraag", "Vraag", _VraagEditor()),
                Field("antwoord", "Antwoord", self.antwoord, optional=True),
                Field("kanaal", "Kanaal", self.kanaal),
                Field("datum", "Datum", self.datum),
                Field("minuten", "Tijd", MinutesEditor(high=1440)),
                Field("beantwoord_op", "Beantwoord op", self.beantwoord_op),
                *self.referral.fields(),
                Field("wordt_begeleiding", "", CheckEditor("Dit wordt een begeleiding")),
                Field("door_id", "", self.collega),
            ],
            rows=_ROWS,
            compact_rows=_COMPACT,
            parent=parent,
        )
        self._existing: int | None = None
        self._answered: date | None = None
        self.set_field_visible("beantwoord_op", False)
        self.set_field_visible("door_id", not self.collega.alone)
        self.deelnemer.changed.connect(self.show_deelnemer)
        self.deelnemer.chosen.connect(self._to_onderwerp)
        self.antwoord.changed.connect(self.show_answer_day)
        self.datum.changed.connect(self.show_answer_day)
        for editor in (self.deelnemer, self.referral.partner, self.referral.verwezen_op):
            editor.changed.connect(self.show_referral)

    def start_new(self, deelnemer_id: int | None = None) -> None:
        """An empty form, with what is the same every time filled in."""
        self._existing = self._answered = None
        vast = self.context.store.read(vaste_keuzes)
        today = self.context.store.read(vandaag)
        self.show_value(
            VraagInvoer(deelnemer_id=deelnemer_id, kanaal=vast.kanaal, datum=today, minuten=vast.minuten)
        )
        if deelnemer_id is None:
            self.deelnemer.clear()
            self.set_clean()
        why = "Kanaal en tijd zijn ingevuld zoals de vorige vijf keer" if vast.zoals_vorige else ""
        self.show_note("kanaal", why, whole_row=True)
        self.follow()

    def start_next(self) -> None:
        """Another question from the same slip: deelnemer, kanaal and day stay, the rest is empty."""
        before = self.deelnemer.is_anonymous()
        kanaal, datum = self.kanaal.value(), self.datum.value()
        deelnemer_id, door_id = self.deelnemer.value(), self.collega.value()
        self.start_new(deelnemer_id)
        if before:
            self.deelnemer.show_value(None)
        self.kanaal.show_value(kanaal)
        self.datum.show_value(datum)
        self.collega.show_value(door_id)
        self.set_clean()
        self.follow()

    def show_existing(self, vraag_id: int) -> VraagInvoer:
        """A question as it was kept; returns what it was. Raises Problem when it is gone."""
        self._existing = vraag_id
        kept = self.context.store.read(vraag_invoer, vraag_id)
        row = self.context.store.read(vraag_rijen, [vraag_id])[0]
        self._offer(self.onderwerp, Lijst.ONDERWERP, kept.onderwerp, row.onderwerp)
        self._offer(self.kanaal, Lijst.KANAAL, kept.kanaal, row.kanaal)
        self._answered = kept.beantwoord_op
        self.referral.offered = self.context.store.read(verwijzing_van, vraag_id) is None
        self.show_value(kept)
        self.follow()
        return kept

    def value(self) -> VraagInvoer:
        """What the user filled in; the day of the answer counts only when it can be seen."""
        if self._knows_deelnemer() and self.onderwerp.value() is None:
            remedy = "Druk op de eerste letter, of kies er een uit de lijst."
            raise Problem("Kies een onderwerp.", remedy, veld="onderwerp")
        anonymous = self.deelnemer.is_anonymous()
        read = self.referral.only_what_is_seen(super().value(), anonymous=anonymous)
        if anonymous:
            read = replace(read, wordt_begeleiding=False)
        return read if read.antwoord else replace(read, beantwoord_op=None)

    def follow(self) -> None:
        """Show again what hangs on what is filled in."""
        self.show_deelnemer()
        self.show_answer_day()
        self.show_referral()

    def focus_first(self) -> None:
        """Start at the first field that is still open."""
        if not self._knows_deelnemer():
            super().focus_first()
            return
        name = "antwoord" if self._existing is not None else "onderwerp"
        self.editor(name).setFocus(Qt.FocusReason.TabFocusReason)

    def show_deelnemer(self) -> None:
        """Say under the name who it is: "veroordeelde · Mannen 2 · 1 open vraag"."""
        found = self.deelnemer.found()
        if self.deelnemer.is_anonymous():
            self.show_note("deelnemer_id", "Zonder dossier; de vraag telt mee in de cijfers", "hat-glasses")
            return
        if found is None:
            self.show_note("deelnemer_id", "Of typ ‘anoniem’", "info")
            return
        count = found.open_vragen
        open_ = "" if not count else "1 open vraag" if count == 1 else f"{count} open vragen"
        parts = filter(None, (found.statuut.capitalize(), found.plaats, open_))
        self.show_note("deelnemer_id", " · ".join(parts), "user")

    def show_answer_day(self) -> None:
        """Ask when it was answered only when that may be another day than the question."""
        today = self.context.store.read(vandaag)
        try:
            asked = self.datum.value() or today
        except Problem:
            return
        shown = bool(self.antwoord.value()) and (asked != today or self._existing is not None)
        if shown and self.boxes["beantwoord_op"].isHidden():
            self.beantwoord_op.show_value(self._answered or (today if self._existing is not None else asked))
        elif not shown:
            self.beantwoord_op.show_value(None)
        self.set_field_visible("beantwoord_op", shown)

    def show_referral(self) -> None:
        """Ask for a partner, and a begeleiding, only where a deelnemer can have them."""
        anonymous = self.deelnemer.is_anonymous()
        self.set_field_visible("wordt_begeleiding", self._existing is None and not anonymous)
        if anonymous:
            for name in (*REFERRAL, *CONSENT):
                self.set_field_visible(name, False)
            self.show_note("partner", "", whole_row=True)
            return
        asked = None
        if self._existing is None:
            with suppress(Problem):
                asked = self.datum.value()
        self.referral.follow(self, self.deelnemer.value() if self._knows_deelnemer() else None, asked)

    def _knows_deelnemer(self) -> bool:
        try:
            self.deelnemer.value()
        except Problem:
            return False
        return True

    def _to_onderwerp(self) -> None:
        self.onderwerp.setFocus(Qt.FocusReason.TabFocusReason)

    def _options(self, lijst: Lijst) -> list[tuple[str, str]]:
        return [(keuze.code, keuze.label) for keuze in self.context.store.read(keuzes, lijst)]

    def _offer(self, editor: ChoiceEditor, lijst: Lijst, code: str | None, label: str) -> None:
        """A code that is no longer offered stays the choice of the question that has it."""
        options = self._options(lijst)
        if code is not None and code not in dict(options):
            options.append((code, label))
        editor.set_options(options)
