"""The forms of a verblijf and a statuut: add, put right, note that somebody left, remove."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.label import Lijst, StatuutSoort
from leertraject_desktop.features.deelnemers.commands import (
    nieuw_verblijf,
    noteer_vertrek,
    verwijder_statuut,
    verwijder_verblijf,
    wijzig_verblijf,
    zet_statuut,
)
from leertraject_desktop.features.deelnemers.dossier import StatuutRij, verblijf_invoer, verblijven
from leertraject_desktop.features.deelnemers.invoer import VerblijfInvoer
from leertraject_desktop.features.keuzes.lijsten import deze_gevangenis, gevangenissen
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.dossier.places import draft_place
from leertraject_desktop.ui.dossier.side_form import SideForm, reasons
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.date_editors import DateEditor
from leertraject_desktop.ui.kit.form import Field, Form
from leertraject_desktop.ui.kit.screen import Context
from leertraject_desktop.ui.kit.text_editors import TextEditor

DATE_WIDTH = 132


@dataclass(frozen=True, slots=True)
class Departure:
    """The day on which somebody left and why, a code of einde_verblijf."""

    tot: date | None = None
    eindreden: str | None = None


@dataclass(frozen=True, slots=True)
class StatuutInvoer:
    """A statuut, a code of `StatuutSoort`, and the day from which it counts."""

    statuut: str | None = None
    statuut_van: date | None = None


def new_stay(context: Context, deelnemer_id: int) -> SideForm[VerblijfInvoer]:
    """Another stay of somebody, here or elsewhere; it ends the one that is open in another prison."""
    runs = next((rij for rij in context.store.read(verblijven, deelnemer_id) if rij.tot is None), None)

    def keep(invoer: VerblijfInvoer, reden: str) -> str:
        context.store.write(nieuw_verblijf, deelnemer_id, invoer)
        return (
            "Verblijf bewaard" if runs is None else f"Verblijf bewaard, dat in {runs.gevangenis} afgesloten"
        )

    form = _stay(context)
    here = context.store.read(deze_gevangenis)
    # Whoever is here can only have gone elsewhere.
    proposed = "" if runs is not None and runs.gevangenis == here.label else here.code
    form.show_value(VerblijfInvoer(proposed, context.store.read(vandaag)))
    intro = ""
    if runs is not None:
        intro = f"Zonder laatste dag sluit je hiermee het verblijf in {runs.gevangenis} af: overgeplaatst."
    place = draft_place("verblijf", deelnemer_id)
    return SideForm(context, "Nieuw verblijf", form, keep, intro=intro, draft=place)


def edit_stay(context: Context, deelnemer_id: int, verblijf_id: int) -> SideForm[VerblijfInvoer]:
    """A stay that was kept: put right with a reason, or removed."""

    def keep(invoer: VerblijfInvoer, reden: str) -> str:
        context.store.write(wijzig_verblijf, verblijf_id, invoer, reden)
        return "Verblijf gewijzigd"

    def remove(reden: str) -> str:
        context.store.write(verwijder_verblijf, verblijf_id, reden)
        return "Verblijf verwijderd"

    form = _stay(context)
    form.show_value(context.store.read(verblijf_invoer, verblijf_id))
    return SideForm(
        context,
        "Verblijf",
        form,
        keep,
        correction=True,
        remove=remove,
        noun="dit verblijf",
        draft=draft_place("verblijf", deelnemer_id, verblijf_id),
    )


def departure(context: Context, deelnemer_id: int) -> SideForm[Departure]:
    """Note that somebody left this prison."""

    def keep(invoer: Departure, reden: str) -> str:
        context.store.write(noteer_vertrek, deelnemer_id, invoer.tot, invoer.eindreden)
        return "Vertrek genoteerd"

    form = Form(
        Departure,
        [
            Field("tot", "Laatste dag", _day(context), width=DATE_WIDTH),
            Field("eindreden", "Reden", _why(context)),
        ],
    )
    form.show_value(Departure(context.store.read(vandaag)))
    intro = (
        "Het dossier blijft bewaard. Een begeleiding die loopt, sluit je apart af. "
        "Na een vrijlating vervallen de opvolggesprekken die nog openstaan."
    )
    place = draft_place("vertrek", deelnemer_id)
    return SideForm(context, "Vertrek noteren", form, keep, intro=intro, draft=place)


def new_statuut(context: Context, deelnemer_id: int) -> SideForm[StatuutInvoer]:
    """Another statuut from a day on."""

    def keep(invoer: StatuutInvoer, reden: str) -> str:
        context.store.write(zet_statuut, deelnemer_id, invoer.statuut, invoer.statuut_van)
        return "Statuut bewaard"

    form = Form(
        StatuutInvoer,
        [
            Field("statuut", "Statuut", ChoiceEditor(StatuutSoort, placeholder="Kies een statuut")),
            Field("statuut_van", "Vanaf", _day(context), width=DATE_WIDTH),
        ],
    )
    form.show_value(StatuutInvoer(statuut_van=context.store.read(vandaag)))
    return SideForm(context, "Nieuw statuut", form, keep, draft=draft_place("statuut", deelnemer_id))


@dataclass(frozen=True, slots=True)
class _Soort:
    statuut: str | None = None


def edit_statuut(context: Context, deelnemer_id: int, rij: StatuutRij) -> SideForm[_Soort]:
    """A statuut that was kept: another one from the same day, or none."""

    def keep(invoer: _Soort, reden: str) -> str:
        context.store.write(zet_statuut, deelnemer_id, invoer.statuut, rij.van)
        return "Statuut gewijzigd"

    def remove(reden: str) -> str:
        context.store.write(verwijder_statuut, rij.id, reden)
        return "Statuut verwijderd"

    form = Form(
        _Soort, [Field("statuut", f"Statuut vanaf {toon_datum(rij.van)}", ChoiceEditor(StatuutSoort))]
    )
    code = next(soort.value for soort in StatuutSoort if soort.label == rij.statuut)
    form.show_value(_Soort(code))
    place = draft_place("statuut", deelnemer_id, rij.id)
    return SideForm(context, "Statuut", form, keep, remove=remove, noun="dit statuut", draft=place)


def _stay(context: Context) -> Form[VerblijfInvoer]:
    prisons = [(keuze.code, keuze.label) for keuze in context.store.read(gevangenissen)]
    return Form(
        VerblijfInvoer,
        [
            Field("gevangenis", "Gevangenis", ChoiceEditor(prisons, placeholder="Kies een gevangenis")),
            Field("van", "Eerste dag", _day(context), width=DATE_WIDTH),
            Field("tot", "Laatste dag", _day(context), width=DATE_WIDTH),
            Field("afdeling", "Afdeling", TextEditor(max_length=50)),
            Field("cel", "Cel", TextEditor(max_length=20), width=DATE_WIDTH),
            Field("eindreden", "Reden van vertrek", _why(context, empty="nog hier")),
        ],
        rows=[["gevangenis"], ["van", "tot"], ["eindreden"], ["afdeling", "cel"]],
    )


def _why(context: Context, *, empty: str | None = None) -> ChoiceEditor:
    return ChoiceEditor(reasons(context, Lijst.EINDE_VERBLIJF), placeholder="Kies een reden", empty=empty)


def _day(context: Context) -> DateEditor:
    return DateEditor(today=partial(context.store.read, vandaag), past=True)
