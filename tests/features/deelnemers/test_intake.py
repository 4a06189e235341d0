"""What the printed intake form of a deelnemer starts with."""

from datetime import date

import pytest

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.deelnemers.commands import (
    nieuwe_deelnemer,
    noteer_vertrek,
    wijzig_deelnemer,
)
from leertraject_desktop.features.deelnemers.dossier import deelnemer_invoer
from leertraject_desktop.features.deelnemers.intake import IntakeBekend, deelnemer_met_nummer, intake_bekend
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer


def test_a_form_starts_with_the_name_the_place_the_languages_and_the_school(store):
    number = store.write(
        nieuwe_deelnemer,
        NieuweDeelnemer(
            voornaam="Youssef", familienaam="El Amrani", naam_eigen_schrift="يوسف العمراني",
            contacttaal="ar", opleidingsniveau="bso2", afdeling="Mannen 3", cel="214",
        ),
    )  # fmt: skip
    invoer = store.read(deelnemer_invoer, number)
    fields = {name: getattr(invoer, name) for name in invoer.__slots__}
    store.write(
        wijzig_deelnemer,
        number,
        type(invoer)(**{**fields, "talen": ("fr", "nl"), "nederlands": "A2"}),
        "typfout",
    )
    assert store.read(intake_bekend, number) == IntakeBekend(
        naam="Youssef El Amrani",
        naam_eigen_schrift="يوسف العمراني",
        afdeling_cel="Mannen 3, cel 214",
        contacttaal="ar",
        contacttaal_naam="Arabisch",
        talen="Frans, Nederlands (A2)",
        opleidingsniveau="bso2",
    )


def test_what_is_not_known_stays_open_and_who_left_has_no_cell(store):
    number = store.write(nieuwe_deelnemer, NieuweDeelnemer(voornaam="Jan", familienaam="Peeters", cel="12"))
    assert store.read(intake_bekend, number).afdeling_cel == "cel 12"
    store.write(noteer_vertrek, number, date(2026, 11, 24), "vrijgesteld")
    assert store.read(intake_bekend, number) == IntakeBekend("Jan Peeters", "", "", "", "", "", "")


def test_a_dossier_is_found_by_its_number(store):
    number = store.write(nieuwe_deelnemer, NieuweDeelnemer(voornaam="Jan", familienaam="Peeters"))
    assert store.read(deelnemer_met_nummer, 1) == number
    with pytest.raises(Problem, match="Er is geen dossier met nummer 0002"):
        store.read(deelnemer_met_nummer, 2)
