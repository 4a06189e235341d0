"""The forms of nazorg: what a moment found, and how somebody wants to be reached."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.features.nazorg.commands import (
    UitkomstInvoer,
    noteer_uitkomst,
    spreek_kanaal_af,
    verwijder_uitkomst,
    wijzig_uitkomst,
)
from leertraject_desktop.features.nazorg.lijst import NazorgRij, nazorgmomenten, uitkomst_invoer
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.dossier.places import draft_place
from leertraject_desktop.ui.dossier.side_form import SideForm, reasons
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.collega_editor import CollegaEditor
from leertraject_desktop.ui.kit.date_editors import DateEditor
from leertraject_desktop.ui.kit.form import Field, Form
from leertraject_desktop.ui.kit.screen import Context
from leertraject_desktop.ui.kit.text_editors import NoteEditor

NO_FACTS = "Geen feiten over de zaak of de straf."
SOON = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Channel:
    """How somebody wants to be reached, a code of nazorgkanaal."""

    kanaal: str | None = None


def outcome_form(context: Context, deelnemer_id: int, rij: NazorgRij) -> SideForm[UitkomstInvoer]:
    """The outcome of a moment: noted, or put right and removed once it is there."""
    known = context.store.read(uitkomst_invoer, rij.id)
    done = rij.gedaan_op is not None

    def keep(invoer: UitkomstInvoer, reden: str) -> str:
        if done:
            context.store.write(wijzig_uitkomst, rij.id, invoer, reden)
            return "Uitkomst gewijzigd"
        context.store.write(noteer_uitkomst, rij.id, invoer)
        return "Uitkomst bewaard"

    def remove(reden: str) -> str:
        context.store.write(verwijder_uitkomst, rij.id, reden)
        return "Uitkomst verwijderd"

    collega = CollegaEditor(context)
    outcomes = reasons(context, Lijst.UITKOMST_NAZORG)
    form = Form(
        UitkomstInvoer,
        [
            Field("uitkomst", "Uitkomst", ChoiceEditor(outcomes, placeholder="Kies een uitkomst")),
            Field("kanaal", "Manier van contact", _channels(context), optional=True),
            Field("datum", "Datum", DateEditor(today=partial(context.store.read, vandaag)), width=132),
            Field("toelichting", "Toelichting", NoteEditor(lines=4, placeholder=NO_FACTS), optional=True),
            Field("door_id", "", collega),
        ],
        rows=[["uitkomst"], ["kanaal"], ["datum"], ["toelichting"], ["door_id"]],
    )
    form.set_field_visible("door_id", not collega.alone)
    today = context.store.read(vandaag)
    form.show_value(known if done else UitkomstInvoer(kanaal=known.kanaal, datum=today))
    return SideForm(
        context,
        f"Nazorg na {rij.maanden} maanden",
        form,
        keep,
        intro=f"{_too_early(rij, today)}{consent_words(rij)}",
        correction=done,
        remove=remove if done else None,
        noun="deze uitkomst",
        draft=draft_place("nazorg_uitkomst", deelnemer_id, rij.id),
    )


def channel_form(context: Context, deelnemer_id: int) -> SideForm[Channel]:
    """How somebody wants to be reached for the moments that are still to come."""

    def keep(invoer: Channel, reden: str) -> str:
        context.store.write(spreek_kanaal_af, deelnemer_id, invoer.kanaal)
        return "Manier van contact bewaard"

    form = Form(Channel, [Field("kanaal", "Manier van contact", _channels(context))])
    open_ = [rij for rij in context.store.read(nazorgmomenten, deelnemer_id) if rij.gedaan_op is None]
    form.show_value(Channel(context.store.read(uitkomst_invoer, open_[0].id).kanaal if open_ else None))
    place = draft_place("nazorg_kanaal", deelnemer_id)
    return SideForm(context, "Contact na de vrijlating", form, keep, draft=place)


def _too_early(rij: NazorgRij, today: date) -> str:
    """Says of a moment that is still far away that its outcome tells of that day, as the figure does."""
    if rij.gedaan_op is not None or rij.datum - today <= SOON:
        return ""
    return f"Dit moment valt pas op {toon_datum(rij.datum)}: noteer nu alleen wat dan zeker nog zo is. "


def consent_words(rij: NazorgRij) -> str:
    """Which partners may have contact after release."""
    if rij.toestemming:
        return f"Toestemming voor contact: {rij.toestemming}."
    return "Er is geen toestemming voor contact via een partner."


def _channels(context: Context) -> ChoiceEditor:
    return ChoiceEditor(reasons(context, Lijst.NAZORGKANAAL), empty="nog niet afgesproken")
