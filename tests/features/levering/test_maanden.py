"""The list of months and the few numbers on the start screen."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session
from tests.conftest import last_write

from leertraject_desktop.domain.label import Rol
from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.features.begeleidingen.invoer import BegeleidingInvoer
from leertraject_desktop.features.begeleidingen.verloop import start_begeleiding
from leertraject_desktop.features.deelnemers.commands import nieuw_verblijf, nieuwe_deelnemer, noteer_vertrek
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer, VerblijfInvoer
from leertraject_desktop.features.levering.maanden import (
    bestandsnaam,
    cijfers_per_maand,
    in_het_kort,
    leg_levering_vast,
    maanden_overzicht,
)
from leertraject_desktop.features.nazorg.commands import UitkomstInvoer, noteer_uitkomst
from leertraject_desktop.features.nazorg.lijst import nazorgmomenten
from leertraject_desktop.storage.access import Wie, command
from leertraject_desktop.storage.store import Store
from leertraject_desktop.storage.tables import (
    Informatievraag,
)

OKTOBER = Maand(2026, 10)
SHA = "ab" * 32


@command(Recht.REGISTREREN, "rijen klaarzetten", undo=False)
def keep(session: Session, *rows: Any) -> None:
    session.add_all(rows)


def vraag(day: date, gevangenis: str = "BRG") -> Informatievraag:
    return Informatievraag(
        datum=day, gevangenis_code=gevangenis, kanaal="gesprek", onderwerp="nt2", minuten=5, door_id=1
    )


def test_the_file_is_named_after_the_prison_and_the_month():
    assert bestandsnaam("Brugge", OKTOBER) == "leertraject-brugge-2026-10.xlsx"
    assert (
        bestandsnaam("Detentiehuis Kortrijk", Maand(2025, 1))
        == "leertraject-detentiehuis-kortrijk-2025-01.xlsx"
    )


def test_the_months_run_from_the_first_registration_to_this_month_last_first(store: Store):
    store.write(keep, vraag(date(2026, 8, 31)), vraag(date(2026, 1, 1), "GEN"))
    store.write(leg_levering_vast, Maand(2026, 9), "leertraject-brugge-2026-09.xlsx", SHA)
    maanden = store.read(maanden_overzicht)
    assert [str(stand.maand) for stand in maanden] == ["2026-11", "2026-10", "2026-09", "2026-08"]
    assert [stand.te_maken for stand in maanden] == [False, True, False, True]
    assert (maanden[0].loopt, maanden[2].gemaakt_op) == (True, date(2026, 11, 24))


def test_a_fresh_database_shows_this_month_only(store: Store):
    assert [str(stand.maand) for stand in store.read(maanden_overzicht)] == ["2026-11"]


def test_the_chart_has_a_bar_for_every_month_also_the_empty_ones(store: Store):
    store.write(keep, vraag(date(2026, 9, 1)), vraag(date(2026, 9, 30)), vraag(date(2026, 11, 2)))
    store.write(keep, vraag(date(2026, 9, 1), "GEN"), vraag(date(2026, 5, 31)))
    points = store.read(cijfers_per_maand)
    assert [point.vragen for point in points] == [0, 0, 0, 2, 0, 1]
    assert [point.loopt for point in points] == [False] * 5 + [True]
    assert len(store.read(cijfers_per_maand, aantal=14)) == 14


def test_the_month_in_short_counts_what_the_start_screen_shows(store: Store):
    persoon = NieuweDeelnemer(voornaam="Jan", familienaam="Peeters", verblijf_van=date(2026, 1, 5))
    jan = store.write(nieuwe_deelnemer, persoon)
    store.write(start_begeleiding, BegeleidingInvoer(jan, date(2026, 3, 2)))
    store.write(noteer_vertrek, jan, date(2026, 4, 20), "vrijgesteld")
    first, second, _ = store.read(nazorgmomenten, jan)
    store.write(noteer_uitkomst, first.id, UitkomstInvoer("aan_het_werk", datum=date(2026, 10, 22)))
    store.write(noteer_uitkomst, second.id, UitkomstInvoer("weigert", datum=date(2026, 11, 3)))
    store.write(nieuw_verblijf, jan, VerblijfInvoer("BRG", date(2026, 10, 31)))
    store.write(keep, vraag(date(2026, 10, 9)))
    kort = store.read(in_het_kort, OKTOBER)
    assert (kort.loopt, kort.vragen, kort.begeleidingen, kort.gestart, kort.nazorg) == (False, 1, 1, 0, 1)
    assert store.read(in_het_kort, Maand(2026, 11)).nazorg == 1, "a return was noted by the program"
    assert store.read(in_het_kort, Maand(2026, 3)).gestart == 1
    assert store.read(in_het_kort, Maand(2026, 11)).loopt


def test_the_same_file_twice_is_one_levering_and_undo_never_takes_it_back(store: Store):
    store.write(keep, vraag(date(2026, 10, 1)))
    told: list[frozenset[str]] = []
    store.listen(told.append)
    for sha256 in (SHA, SHA, "cd" * 32):
        store.write(leg_levering_vast, OKTOBER, "leertraject-brugge-2026-10.xlsx", sha256)
    assert told == [frozenset({"levering"})] * 2
    assert last_write(store) == ""


def test_a_month_that_runs_cannot_be_put_down_as_delivered(store: Store):
    store.write(keep, vraag(date(2026, 10, 1)))
    with pytest.raises(Problem, match="loopt nog"):
        store.write(leg_levering_vast, Maand(2026, 11), "x.xlsx", SHA)


def test_who_may_only_read_cannot_deliver(store: Store):
    store.wie = Wie(1, "Lezer", Rol.LEZER, "BRG")
    with pytest.raises(Problem, match="Je mag geen levering maken"):
        store.write(leg_levering_vast, OKTOBER, "x.xlsx", SHA)
