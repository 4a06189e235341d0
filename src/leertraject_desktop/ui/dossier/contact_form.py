"""The form of a contactmoment: a new one, or one that was kept."""

from functools import partial

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.features.begeleidingen.invoer import ContactInvoer
from leertraject_desktop.features.begeleidingen.lijst import contact_invoer
from leertraject_desktop.features.begeleidingen.plan import (
    nieuw_contactmoment,
    verwijder_contactmoment,
    wijzig_contactmoment,
)
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.dossier.places import CONTACT, draft_place
from leertraject_desktop.ui.dossier.side_form import SideForm, reasons
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.collega_editor import CollegaEditor
from leertraject_desktop.ui.kit.date_editors import DateEditor, MinutesEditor
from leertraject_desktop.ui.kit.form import Field, Form
from leertraject_desktop.ui.kit.screen import Context
from leertraject_desktop.ui.kit.text_editors import NoteEditor


def new_contact(context: Context, deelnemer_id: int, soort: str | None = None) -> SideForm[ContactInvoer]:
    """A contact of today; what was typed before and not kept comes back."""

    def keep(invoer: ContactInvoer, reden: str) -> str:
        context.store.write(nieuw_contactmoment, deelnemer_id, invoer)
        return "Contactmoment bewaard"

    form = _form(context)
    form.show_value(ContactInvoer(datum=context.store.read(vandaag), soort=soort))
    return SideForm(
        context,
        "Nieuw contactmoment",
        form,
        keep,
        draft=draft_place(CONTACT, deelnemer_id),
    )


def edit_contact(context: Context, deelnemer_id: int, contact_id: int) -> SideForm[ContactInvoer]:
    """A contact of somebody: put right with a reason, or removed. Raises Problem when it is gone."""

    def keep(invoer: ContactInvoer, reden: str) -> str:
        context.store.write(wijzig_contactmoment, contact_id, invoer, reden)
        return "Contactmoment gewijzigd"

    def remove(reden: str) -> str:
        context.store.write(verwijder_contactmoment, contact_id, reden)
        return "Contactmoment verwijderd"

    form = _form(context)
    form.show_value(context.store.read(contact_invoer, contact_id))
    return SideForm(
        context,
        "Contactmoment",
        form,
        keep,
        correction=True,
        remove=remove,
        noun="dit contactmoment",
        draft=draft_place(CONTACT, deelnemer_id, contact_id),
    )


def _form(context: Context) -> Form[ContactInvoer]:
    today = partial(context.store.read, vandaag)
    collega = CollegaEditor(context)
    kinds = reasons(context, Lijst.CONTACTSOORT)
    form = Form(
        ContactInvoer,
        [
            Field(
                "soort",
                "Soort",
                ChoiceEditor(kinds, placeholder="Kies een soort"),
            ),
            Field("datum", "Datum", DateEditor(today=today, past=True), width=132),
            Field("minuten", "Tijd", MinutesEditor(high=1440), width=132),
            Field(
                "notitie",
                "Notitie",
                NoteEditor(lines=6, placeholder="Geen feiten over de zaak of de straf."),
                optional=True,
            ),
            Field("door_id", "", collega),
        ],
        rows=[["soort"], ["datum", "minuten"], ["notitie"], ["door_id"]],
        compact_rows=[["soort", "datum", "minuten"], ["notitie"], ["door_id"]],
    )
    form.set_field_visible("door_id", not collega.alone)
    return form
