"""The population is typed month by month, right or not at all."""

import pytest

from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.bevolking import bevolking as feature
from leertraject_desktop.features.bevolking.bevolking import BevolkingInvoer
from leertraject_desktop.storage.store import Store

SEP, OKT, NOV, DEC = (Maand(2026, maand) for maand in (9, 10, 11, 12))


def getallen(store: Store, jaar: int = 2026) -> dict[int, tuple[int | None, int | None]]:
    rows = store.read(feature.bevolking, jaar)
    assert [rij.maand for rij in rows] == [Maand(jaar, nummer) for nummer in range(1, 13)]
    return {
        rij.maand.maand: (rij.gemiddelde, rij.binnengekomen) for rij in rows if rij.gemiddelde is not None
    }


def bewaar(store: Store, *rows: tuple[Maand, int | None, int | None]) -> int:
    return store.write(feature.bewaar_bevolking, [BevolkingInvoer(*row) for row in rows])


def test_a_year_is_kept_in_one_go_and_what_stays_the_same_does_not_count(store: Store) -> None:
    assert bewaar(store, (SEP, 610, 84), (OKT, 602, 0)) == 2
    assert bewaar(store, (SEP, 610, 84), (OKT, 603, 91), (NOV, None, None)) == 1
    assert getallen(store) == {9: (610, 84), 10: (603, 91)}
    assert getallen(store, 2025) == {}


def test_an_emptied_month_is_removed_and_undo_brings_it_back(store: Store) -> None:
    bewaar(store, (OKT, 602, 91))
    assert bewaar(store, (OKT, None, None)) == 1
    assert getallen(store) == {}
    store.undo()
    assert getallen(store) == {10: (602, 91)}


@pytest.mark.parametrize(
    ("rij", "veld"),
    [
        ((OKT, None, 4), "2026-10.gemiddelde"),
        ((OKT, 4, None), "2026-10.binnengekomen"),
        ((OKT, -1, 4), "2026-10.gemiddelde"),
        ((OKT, 5001, 4), "2026-10.gemiddelde"),
        ((OKT, 500, 99999), "2026-10.binnengekomen"),
        ((DEC, 600, 80), "2026-12.gemiddelde"),
    ],
)
def test_a_number_that_cannot_be_keeps_the_whole_year_out(
    store: Store, rij: tuple[Maand, int | None, int | None], veld: str
) -> None:
    with pytest.raises(Problem) as caught:
        bewaar(store, (SEP, 610, 84), rij)
    assert caught.value.veld == veld
    assert getallen(store) == {}


def test_another_prison_has_its_own_numbers(store: Store) -> None:
    store.write(feature.bewaar_bevolking, [BevolkingInvoer(OKT, 400, 50)], gevangenis="GEN")
    assert getallen(store) == {}
    (rij,) = [r for r in store.read(feature.bevolking, 2026, gevangenis="GEN") if r.gemiddelde]
    assert (rij.maand, rij.gemiddelde) == (OKT, 400)
    with pytest.raises(Problem, match="niet in de lijst"):
        store.write(feature.bewaar_bevolking, [BevolkingInvoer(OKT, 400, 50)], gevangenis="QQQ")
