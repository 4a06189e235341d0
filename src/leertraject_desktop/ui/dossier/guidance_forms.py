"""The forms around a begeleiding: start, suspend, resume, complete and stop."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.features.begeleidingen.invoer import (
    BegeleidingInvoer,
    BegeleidingWijziging,
    OpschortingInvoer,
    StopzettingInvoer,
)
from leertraject_desktop.features.begeleidingen.lijst import BegeleidingDetail, begeleiding_wijziging
from leertraject_desktop.features.begeleidingen.opschorting import (
    opschorting_invoer,
    verwijder_opschorting,
    wijzig_opschorting,
)
from leertraject_desktop.features.begeleidingen.verloop import (
    hervat,
    rond_af,
    schort_op,
    start_begeleiding,
    stop_begeleiding,
    verwijder_begeleiding,
    wijzig_begeleiding,
)
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.dossier.places import START, STOP, draft_place
from leertraject_desktop.ui.dossier.side_form import UNDO, SideForm, reasons
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.collega_editor import CollegaEditor
from leertraject_desktop.ui.kit.date_editors import DateEditor
from leertraject_desktop.ui.kit.editor import Editor
from leertraject_desktop.ui.kit.form import Field, Form
from leertraject_desktop.ui.kit.mark_editors import RadioEditor
from leertraject_desktop.ui.kit.screen import Context
from leertraject_desktop.ui.kit.text_editors import NoteEditor

NO_CASE = "Geen feiten over de zaak of de straf."
GOES_ON = "Was het einde een vergissing? Maak het leeg: dan loopt de begeleiding weer."
DATE_WIDTH = 132
_OPEN_STEPS = [("stopzetten", "Ook stopzetten"), ("taak", "Bewaren als taak")]


@dataclass(frozen=True, slots=True)
class _Day:
    datum: date | None = None


class _Given(Editor):
    """A value that the form carries along and nobody edits."""

    def __init__(self, value: object) -> None:
        super().__init__(QWidget())
        self._value = value

    def value(self) -> object:
        return self._value

    def show_value(self, value: object) -> None:
        self._value = value


def start_form(context: Context, deelnemer_id: int) -> SideForm[BegeleidingInvoer]:
    """Start a begeleiding; who guides is a colleague, by default the person who is logged in."""

    def keep(invoer: BegeleidingInvoer, reden: str) -> str:
        context.store.write(start_begeleiding, invoer)
        return "Begeleiding gestart"

    collega = CollegaEditor(context, "Begeleider")
    form = Form(
        BegeleidingInvoer,
        [
            Field("begindatum", "Eerste dag", _day(context), width=DATE_WIDTH),
            Field("leervraag", "Leervraag", NoteEditor(lines=5, placeholder=NO_CASE), optional=True),
            Field("door_id", "", collega),
            Field("deelnemer_id", "", _Given(deelnemer_id)),
        ],
    )
    form.set_field_visible("deelnemer_id", False)
    form.set_field_visible("door_id", not collega.alone)
    form.show_value(BegeleidingInvoer(deelnemer_id, context.store.read(vandaag)))
    intro = "De begeleiding begint in de fase intake."
    place = draft_place(START, deelnemer_id)
    return SideForm(context, "Begeleiding starten", form, keep, confirm="Starten", intro=intro, draft=place)


def suspend_form(context: Context, deelnemer_id: int, begeleiding_id: int) -> SideForm[OpschortingInvoer]:
    """Put a begeleiding on hold, with a reason."""

    def keep(invoer: OpschortingInvoer, reden: str) -> str:
        context.store.write(schort_op, begeleiding_id, invoer)
        return "Begeleiding opgeschort"

    form = _suspension(context)
    form.show_value(OpschortingInvoer(van=context.store.read(vandaag)))
    intro = "De begeleiding wacht even. Je hervat ze wanneer het weer kan."
    return SideForm(
        context,
        "Begeleiding opschorten",
        form,
        keep,
        confirm="Opschorten",
        intro=intro,
        draft=draft_place("opschorten", deelnemer_id, begeleiding_id),
    )


def edit_suspension(context: Context, deelnemer_id: int, opschorting_id: int) -> SideForm[OpschortingInvoer]:
    """A suspension that was kept: put right with a reason, or removed."""

    def keep(invoer: OpschortingInvoer, reden: str) -> str:
        context.store.write(wijzig_opschorting, opschorting_id, invoer, reden)
        return "Opschorting gewijzigd"

    def remove(reden: str) -> str:
        context.store.write(verwijder_opschorting, opschorting_id, reden)
        return "Opschorting verwijderd"

    form = _suspension(context)
    form.show_value(context.store.read(opschorting_invoer, opschorting_id))
    return SideForm(
        context,
        "Opschorting",
        form,
        keep,
        correction=True,
        remove=remove,
        noun="deze opschorting",
        draft=draft_place("opschorting", deelnemer_id, opschorting_id),
    )


def resume_form(context: Context, deelnemer_id: int, begeleiding_id: int) -> SideForm[_Day]:
    """Go on with a begeleiding that was on hold."""

    def keep(invoer: _Day, reden: str) -> str:
        context.store.write(hervat, begeleiding_id, invoer.datum)
        return "Begeleiding hervat"

    form = _day_form(context, "Hervat op")
    place = draft_place("hervatten", deelnemer_id, begeleiding_id)
    return SideForm(context, "Begeleiding hervatten", form, keep, confirm="Hervatten", draft=place)


def finish_form(context: Context, deelnemer_id: int, begeleiding_id: int, open_acties: int) -> SideForm[_Day]:
    """Complete a begeleiding; what is still open in the plan lapses."""

    def keep(invoer: _Day, reden: str) -> str:
        context.store.write(rond_af, begeleiding_id, invoer.datum)
        return "Begeleiding afgerond"

    intro = "De begeleiding is klaar. Alles blijft bewaard in het dossier."
    if open_acties:
        lapse = "1 actie staat nog open en vervalt dan."
        if open_acties > 1:
            lapse = f"{open_acties} acties staan nog open en vervallen dan."
        intro = f"{intro} {lapse}"
    form = _day_form(context, "Laatste dag")
    place = draft_place("afronden", deelnemer_id, begeleiding_id)
    return SideForm(context, "Begeleiding afronden", form, keep, confirm="Afronden", intro=intro, draft=place)


def stop_form(
    context: Context, deelnemer_id: int, begeleiding_id: int, open_acties: int
) -> SideForm[StopzettingInvoer]:
    """End a begeleiding before completion: never without a reason (S2 q3)."""

    def keep(invoer: StopzettingInvoer, reden: str) -> str:
        context.store.write(stop_begeleiding, begeleiding_id, invoer)
        return "Begeleiding stopgezet"

    collega = CollegaEditor(context)
    still = "1 actie staat nog open" if open_acties == 1 else f"{open_acties} acties staan nog open"
    form = Form(
        StopzettingInvoer,
        [
            Field("datum", "Laatste dag", _day(context), width=DATE_WIDTH),
            Field("reden", "Reden", _reason(context, Lijst.REDEN_STOPZETTING)),
            Field("toelichting", "Toelichting", NoteEditor(lines=2, placeholder=NO_CASE), optional=True),
            Field("open_acties", still, RadioEditor(_OPEN_STEPS)),
            Field("door_id", "", collega),
        ],
        compact_rows=[["datum", "reden"], ["toelichting", "open_acties"], ["door_id"]],
    )
    form.set_field_visible("open_acties", open_acties > 0)
    form.set_field_visible("door_id", not collega.alone)
    form.show_value(StopzettingInvoer(datum=context.store.read(vandaag)))
    intro = "De begeleiding wordt afgesloten. Alles blijft bewaard in het dossier."
    made = SideForm(
        context,
        "Begeleiding stopzetten",
        form,
        keep,
        confirm="Stopzetten",
        intro=intro,
        draft=draft_place(STOP, deelnemer_id),
    )
    made.panel.show_status(UNDO)
    return made


def edit_form(
    context: Context, deelnemer_id: int, detail: BegeleidingDetail
) -> SideForm[BegeleidingWijziging]:
    """Put a begeleiding right with a reason, also one that ended, or remove it."""

    def keep(invoer: BegeleidingWijziging, reden: str) -> str:
        context.store.write(wijzig_begeleiding, detail.id, invoer, reden)
        goes_on = detail.einddatum is not None and invoer.einddatum is None
        return "De begeleiding loopt weer" if goes_on else "Begeleiding gewijzigd"

    def remove(reden: str) -> str:
        context.store.write(verwijder_begeleiding, detail.id, reden)
        return "Begeleiding verwijderd"

    collega = CollegaEditor(context, "Begeleider")
    form = Form(
        BegeleidingWijziging,
        [
            Field("begindatum", "Eerste dag", _day(context), width=DATE_WIDTH),
            Field("leervraag", "Leervraag", NoteEditor(lines=5, placeholder=NO_CASE), optional=True),
            Field("door_id", "", collega),
            Field("einddatum", "Laatste dag", _day(context), GOES_ON, width=DATE_WIDTH),
            Field("reden", "Reden", _reason(context, Lijst.REDEN_STOPZETTING)),
            Field("toelichting", "Toelichting", NoteEditor(lines=2, placeholder=NO_CASE), optional=True),
        ],
    )
    form.set_field_visible("door_id", not collega.alone)
    form.set_field_visible("einddatum", detail.einddatum is not None)
    for name in ("reden", "toelichting"):
        form.set_field_visible(name, bool(detail.reden))
    form.show_value(context.store.read(begeleiding_wijziging, detail.id))
    return SideForm(
        context,
        "Begeleiding verbeteren",
        form,
        keep,
        correction=True,
        remove=remove,
        noun="deze begeleiding met haar leerdoelen",
        draft=draft_place("begeleiding_verbeteren", deelnemer_id, detail.id),
    )


def _suspension(context: Context) -> Form[OpschortingInvoer]:
    return Form(
        OpschortingInvoer,
        [
            Field("van", "Vanaf", _day(context), width=DATE_WIDTH),
            Field("tot", "Hervat op", _day(context), optional=True, width=DATE_WIDTH),
            Field("reden", "Reden", _reason(context, Lijst.REDEN_OPSCHORTING)),
            Field("toelichting", "Toelichting", NoteEditor(placeholder=NO_CASE), optional=True),
        ],
    )


def _day_form(context: Context, label: str) -> Form[_Day]:
    form = Form(_Day, [Field("datum", label, _day(context), width=DATE_WIDTH)])
    form.show_value(_Day(context.store.read(vandaag)))
    return form


def _day(context: Context) -> DateEditor:
    return DateEditor(today=partial(context.store.read, vandaag), past=True)


def _reason(context: Context, lijst: Lijst) -> ChoiceEditor:
    return ChoiceEditor(reasons(context, lijst), placeholder="Kies een reden")
