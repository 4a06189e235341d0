"""The fields with which a question is referred to a partner, and the toestemming noted that it needs."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.informatievragen.doorverwijzing import mag_doorverwijzen
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.features.keuzes.lijsten import partners
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.date_editors import DateEditor
from leertraject_desktop.ui.kit.form import Field, Form
from leertraject_desktop.ui.kit.screen import Context
from leertraject_desktop.ui.kit.text_editors import SheetNumberEditor

REFERRAL = ["partner", "verwezen_op", "antwoord_tegen"]
CONSENT = ["getekend_op", "formuliernummer"]
DATE_WIDTH = 132


class ReferralFields:
    """Five fields of a form of VraagInvoer: nothing but a partner is asked until one is chosen.

    `offered` is False for a question that was referred already, and an anonymous one is never referred:
    nobody can have agreed.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._today: Callable[[], date] = partial(context.store.read, vandaag)
        choices = [(keuze.code, keuze.label) for keuze in context.store.read(partners)]
        self.partner = ChoiceEditor(choices, empty="niemand")
        self.verwezen_op = DateEditor(today=self._today, past=True)
        self.antwoord_tegen = DateEditor(today=self._today)
        self.getekend_op = DateEditor(today=self._today, past=True)
        self.formuliernummer = SheetNumberEditor()
        self.offered = True

    def fields(self) -> list[Field]:
        """The fields, for the form that they are part of."""
        return [
            Field("partner", "Doorverwezen naar", self.partner),
            Field("verwezen_op", "Doorverwezen op", self.verwezen_op, width=DATE_WIDTH),
            Field("antwoord_tegen", "Antwoord tegen", self.antwoord_tegen, optional=True),
            Field("getekend_op", "Toestemming getekend op", self.getekend_op),
            Field("formuliernummer", "Nummer van het blad", self.formuliernummer, optional=True),
        ]

    def follow(self, form: Form[VraagInvoer], deelnemer_id: int | None, asked: date | None) -> None:
        """Show what belongs to the deelnemer and the partner that are chosen; `asked` is the first day."""
        chosen = self.partner.value() if self.offered else None
        form.set_field_visible("partner", self.offered)
        for name in REFERRAL[1:]:
            form.set_field_visible(name, chosen is not None)
        if chosen is not None and self._day_is_empty():
            self.verwezen_op.show_value(asked or self._today())
        missing = self._missing(deelnemer_id)
        for name in CONSENT:
            form.set_field_visible(name, missing)
        note, icon = "", "circle-check"
        if missing:
            note, icon = "Er is nog geen toestemming. Is het blad getekend? Noteer het hieronder.", "info"
        elif chosen is not None and deelnemer_id is not None:
            note = "Er is een toestemming voor deze partner."
        form.show_note("partner", note, icon, whole_row=True)

    def only_what_is_seen(self, value: VraagInvoer, *, anonymous: bool) -> VraagInvoer:
        """The form without what stands in a field that is hidden."""
        if value.partner is None or anonymous or not self.offered:
            return value.zonder_verwijzing()
        if not self._missing(value.deelnemer_id):
            return replace(value, getekend_op=None, formuliernummer="")
        return value

    def _missing(self, deelnemer_id: int | None) -> bool:
        """Whether somebody did not agree yet with the partner that is chosen."""
        partner = self.partner.value()
        if not self.offered or partner is None or deelnemer_id is None:
            return False
        return not self._context.store.read(mag_doorverwijzen, deelnemer_id, partner, self._day())

    def _day_is_empty(self) -> bool:
        try:
            return self.verwezen_op.value() is None
        except Problem:
            return False

    def _day(self) -> date | None:
        try:
            return self.verwezen_op.value()
        except Problem:
            return None
