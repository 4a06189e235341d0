"""The forms about partners: a toestemming, its sheet and its withdrawal, a doorverwijzing and its answer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.doorverwijzing import Verwijsstand
from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.domain.toestemming import tot_wanneer
from leertraject_desktop.features.doorverwijzingen.commands import (
    neem_stand_terug,
    nieuwe_doorverwijzing,
    verwijder_doorverwijzing,
    wijzig_doorverwijzing,
    zet_stand,
)
from leertraject_desktop.features.doorverwijzingen.invoer import DoorverwijzingInvoer, StandInvoer
from leertraject_desktop.features.doorverwijzingen.lijst import DoorverwijzingRij, doorverwijzing_invoer
from leertraject_desktop.features.keuzes.lijsten import partners
from leertraject_desktop.features.papier.teksten import taal_of_nederlands
from leertraject_desktop.features.papier.toestemming import ToestemmingGegevens, voorstel_doel
from leertraject_desktop.features.toestemmingen.commands import (
    herstel_toestemming,
    neem_bladnummer,
    nieuwe_toestemming,
    trek_toestemming_in,
    verwijder_toestemming,
    wijzig_toestemming,
)
from leertraject_desktop.features.toestemmingen.invoer import ToestemmingInvoer
from leertraject_desktop.features.toestemmingen.lijst import (
    ToestemmingRij,
    toestemming_invoer,
    voor_het_blad,
)
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.dossier.papers import LANGUAGES
from leertraject_desktop.ui.dossier.places import draft_place
from leertraject_desktop.ui.dossier.side_form import SideForm, reasons
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.collega_editor import CollegaEditor
from leertraject_desktop.ui.kit.date_editors import DateEditor
from leertraject_desktop.ui.kit.form import Field, Form
from leertraject_desktop.ui.kit.screen import Context
from leertraject_desktop.ui.kit.text_editors import NoteEditor, SheetNumberEditor

DATE_WIDTH = 132
NO_FACTS = "Geen feiten over de zaak of de straf."


@dataclass(frozen=True, slots=True)
class Blad:
    """What is asked before a sheet is printed; `doel` is what the person reads under "Waarom?"."""

    partner: str | None = None
    doel: str = ""
    tot: date | None = None
    taal: str | None = "nl"


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The day on which somebody stopped."""

    ingetrokken_op: date | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """Why something is put right, a code of reden_correctie."""

    reden_correctie: str | None = None


@dataclass(frozen=True, slots=True)
class WhyRemoved:
    """Why something is removed, a code of reden_verwijdering."""

    reden_verwijdering: str | None = None


def new_consent(context: Context, deelnemer_id: int) -> SideForm[ToestemmingInvoer]:
    """A consent that came back on paper."""

    def keep(invoer: ToestemmingInvoer, reden: str) -> str:
        context.store.write(nieuwe_toestemming, deelnemer_id, invoer)
        return "Toestemming bewaard"

    form = _consent(context)
    today = context.store.read(vandaag)
    form.show_value(ToestemmingInvoer(doel="gegevens", gegeven_op=today, geldig_tot=tot_wanneer(today)))
    intro = "Neem over wat er op het getekende blad staat."
    place = draft_place("toestemming", deelnemer_id)
    return SideForm(context, "Nieuwe toestemming", form, keep, intro=intro, draft=place)


def edit_consent(context: Context, deelnemer_id: int, rij: ToestemmingRij) -> SideForm[ToestemmingInvoer]:
    """A consent that was kept: put right with a reason, or removed."""

    def keep(invoer: ToestemmingInvoer, reden: str) -> str:
        context.store.write(wijzig_toestemming, rij.id, invoer, reden)
        return "Toestemming gewijzigd"

    def remove(reden: str) -> str:
        context.store.write(verwijder_toestemming, rij.id, reden)
        return "Toestemming verwijderd"

    form = _consent(context)
    form.show_value(context.store.read(toestemming_invoer, rij.id))
    return SideForm(
        context,
        "Toestemming",
        form,
        keep,
        correction=True,
        remove=remove,
        noun="deze toestemming",
        draft=draft_place("toestemming", deelnemer_id, rij.id),
    )


def withdraw_consent(context: Context, deelnemer_id: int, rij: ToestemmingRij) -> SideForm[Withdrawal]:
    """Somebody stops."""

    def keep(invoer: Withdrawal, reden: str) -> str:
        context.store.write(trek_toestemming_in, rij.id, invoer.ingetrokken_op)
        return "Toestemming ingetrokken"

    form = Form(Withdrawal, [Field("ingetrokken_op", "Gestopt op", _day(context), width=DATE_WIDTH)])
    form.show_value(Withdrawal(context.store.read(vandaag)))
    intro = (
        f"Doorverwijzingen naar {rij.partner} die nog lopen, stoppen mee. "
        "Er komt een taak bij om te vragen dat de gegevens gewist worden."
    )
    place = draft_place("toestemming_intrekken", deelnemer_id, rij.id)
    return SideForm(
        context, "Toestemming intrekken", form, keep, confirm="Intrekken", intro=intro, draft=place
    )


def restore_consent(context: Context, deelnemer_id: int, rij: ToestemmingRij) -> SideForm[Why]:
    """A withdrawal was entered by mistake."""

    def keep(invoer: Why, reden: str) -> str:
        context.store.write(herstel_toestemming, rij.id, invoer.reden_correctie or "")
        return "De toestemming geldt weer"

    choices = ChoiceEditor(reasons(context, Lijst.REDEN_CORRECTIE), placeholder="Kies een reden")
    form = Form(Why, [Field("reden_correctie", "Waarom zet je ze terug?", choices)])
    intro = "Doorverwijzingen die mee gestopt zijn, blijven gestopt."
    place = draft_place("toestemming_terugzetten", deelnemer_id, rij.id)
    return SideForm(
        context, "Intrekking terugzetten", form, keep, confirm="Zet terug", intro=intro, draft=place
    )


def take_back_form(context: Context, deelnemer_id: int, rij: DoorverwijzingRij) -> SideForm[WhyRemoved]:
    """The last step of a referral was entered by mistake."""

    def keep(invoer: WhyRemoved, reden: str) -> str:
        context.store.write(neem_stand_terug, rij.id, invoer.reden_verwijdering or "")
        return "Stap teruggenomen"

    choices = ChoiceEditor(reasons(context, Lijst.REDEN_VERWIJDERING), placeholder="Kies een reden")
    form = Form(WhyRemoved, [Field("reden_verwijdering", "Waarom neem je ze terug?", choices)])
    last, before = rij.standen[-1], rij.standen[-2]
    intro = (
        f"De stap ‘{last.stand.label}’ van {toon_datum(last.datum)} verdwijnt. "
        f"De doorverwijzing staat dan weer op ‘{before.stand.label}’."
    )
    place = draft_place("doorverwijzing_terugnemen", deelnemer_id, rij.id)
    return SideForm(context, "Stap terugnemen", form, keep, confirm="Neem terug", intro=intro, draft=place)


def sheet_form(
    context: Context, deelnemer_id: int, show: Callable[[ToestemmingGegevens, str], None]
) -> SideForm[Blad]:
    """Ask for which partner a sheet is; `show(data, language)` makes it and shows it."""
    known = context.store.read(voor_het_blad, deelnemer_id)
    names = dict(_partners(context))
    today = context.store.read(vandaag)

    def keep(invoer: Blad, reden: str) -> str:
        if invoer.partner is None:
            raise Problem("Kies een partner.", "Kies er een uit de lijst.", veld="partner")
        if not invoer.doel.strip():
            raise Problem(
                "Op het blad staat nog niet waarom.", "Schrijf een of twee korte zinnen.", veld="doel"
            )
        data = ToestemmingGegevens(
            naam=known.naam,
            partner=names[invoer.partner],
            doel=invoer.doel,
            tot=invoer.tot or tot_wanneer(today),
            geboortedatum=known.geboortedatum,
            nummer=context.store.write(neem_bladnummer),
        )
        show(data, invoer.taal or "nl")
        return "Het blad staat klaar om af te drukken"

    form = Form(
        Blad,
        [
            Field("partner", "Partner", ChoiceEditor(_partners(context), placeholder="Kies een partner")),
            Field("doel", "Waarom?", NoteEditor(lines=3, placeholder=NO_FACTS), "Dit leest de deelnemer."),
            Field("tot", "Geldig tot", _day(context), width=DATE_WIDTH),
            Field("taal", "Taal van het blad", ChoiceEditor(LANGUAGES), width=184),
        ],
    )
    before = taal_of_nederlands(known.taal)
    form.show_value(Blad(doel=voorstel_doel(before), tot=tot_wanneer(today), taal=before))

    def follow() -> None:
        """The proposed reason is in the language of the sheet; words of one's own stay."""
        usual = {voorstel_doel(code) for code, _ in LANGUAGES}
        doel, wanted = form.editor("doel"), voorstel_doel(form.editor("taal").value() or "nl")
        if doel.value() in usual and doel.value() != wanted:
            doel.show_value(wanted)

    form.editor("taal").changed.connect(follow)
    return SideForm(
        context,
        "Toestemming afdrukken",
        form,
        keep,
        confirm="Toon het blad",
        draft=draft_place("toestemmingsblad", deelnemer_id),
        recht=Recht.LEZEN,
    )


def new_referral(context: Context, deelnemer_id: int) -> SideForm[DoorverwijzingInvoer]:
    """Refer somebody to a partner."""

    def keep(invoer: DoorverwijzingInvoer, reden: str) -> str:
        context.store.write(nieuwe_doorverwijzing, deelnemer_id, invoer)
        return "Doorverwijzing bewaard"

    form = _referral(context)
    form.show_value(DoorverwijzingInvoer(datum=context.store.read(vandaag)))
    return SideForm(
        context, "Nieuwe doorverwijzing", form, keep, draft=draft_place("doorverwijzing", deelnemer_id)
    )


def edit_referral(
    context: Context, deelnemer_id: int, rij: DoorverwijzingRij
) -> SideForm[DoorverwijzingInvoer]:
    """A referral that was kept: put right with a reason, or removed."""

    def keep(invoer: DoorverwijzingInvoer, reden: str) -> str:
        context.store.write(wijzig_doorverwijzing, rij.id, invoer, reden)
        return "Doorverwijzing gewijzigd"

    def remove(reden: str) -> str:
        context.store.write(verwijder_doorverwijzing, rij.id, reden)
        return "Doorverwijzing verwijderd"

    form = _referral(context)
    form.show_value(context.store.read(doorverwijzing_invoer, rij.id))
    return SideForm(
        context,
        "Doorverwijzing",
        form,
        keep,
        correction=True,
        remove=remove,
        noun="deze doorverwijzing",
        draft=draft_place("doorverwijzing", deelnemer_id, rij.id),
    )


def answer_form(context: Context, deelnemer_id: int, rij: DoorverwijzingRij) -> SideForm[StandInvoer]:
    """What the partner answered, or how it ended."""

    def keep(invoer: StandInvoer, reden: str) -> str:
        context.store.write(zet_stand, rij.id, invoer)
        return "Antwoord bewaard"

    choices = [(stand.value, stand.label) for stand in rij.verder]
    stand = ChoiceEditor(choices, placeholder="Kies wat er gebeurd is")
    why = ChoiceEditor(reasons(context, Lijst.REDEN_WEIGERING), placeholder="Kies een reden")
    form = Form(
        StandInvoer,
        [
            Field("stand", "Wat is er gebeurd?", stand),
            Field("reden", "Reden van de weigering", why),
            Field("datum", "Op", _day(context), width=DATE_WIDTH),
            Field("toelichting", "Toelichting", NoteEditor(placeholder=NO_FACTS), optional=True),
        ],
    )

    def follow() -> None:
        form.set_field_visible("reden", stand.value() == Verwijsstand.GEWEIGERD)

    form.changed.connect(follow)
    form.show_value(StandInvoer(datum=context.store.read(vandaag)))
    follow()
    intro = f"{rij.partner}, doorverwezen op {toon_datum(rij.datum)}."
    place = draft_place("doorverwijzing_antwoord", deelnemer_id, rij.id)
    return SideForm(context, "Antwoord of einde", form, keep, intro=intro, draft=place)


def _consent(context: Context) -> Form[ToestemmingInvoer]:
    purposes = reasons(context, Lijst.DOEL_TOESTEMMING)
    number = SheetNumberEditor()
    return Form(
        ToestemmingInvoer,
        [
            Field("partner", "Partner", ChoiceEditor(_partners(context), placeholder="Kies een partner")),
            Field("doel", "Waarvoor", ChoiceEditor(purposes, placeholder="Kies een doel")),
            Field("gegeven_op", "Getekend op", _day(context), width=DATE_WIDTH),
            Field("geldig_tot", "Geldig tot", _day(context), width=DATE_WIDTH),
            Field("formuliernummer", "Nummer van het blad", number, optional=True, width=264),
        ],
        rows=[["partner"], ["doel"], ["gegeven_op", "geldig_tot"], ["formuliernummer"]],
    )


def _referral(context: Context) -> Form[DoorverwijzingInvoer]:
    collega = CollegaEditor(context)
    form = Form(
        DoorverwijzingInvoer,
        [
            Field("partner", "Partner", ChoiceEditor(_partners(context), placeholder="Kies een partner")),
            Field("vraag", "Vraag aan de partner", NoteEditor(placeholder=NO_FACTS), optional=True),
            Field("datum", "Doorverwezen op", _day(context), width=DATE_WIDTH),
            Field("antwoord_tegen", "Antwoord tegen", _day(context), optional=True, width=DATE_WIDTH),
            Field("door_id", "", collega),
        ],
        rows=[["partner"], ["vraag"], ["datum"], ["antwoord_tegen"], ["door_id"]],
    )
    form.set_field_visible("door_id", not collega.alone)
    return form


def _partners(context: Context) -> list[tuple[str, str]]:
    return [(keuze.code, keuze.label) for keuze in context.store.read(partners)]


def _day(context: Context) -> DateEditor:
    return DateEditor(today=partial(context.store.read, vandaag))
