"""Barriers and reviews stand beside the plan, and each barrier is counted once per begeleiding."""

from datetime import date

import pytest

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.begeleidingen import drempels, opvolging, plan, verloop
from leertraject_desktop.features.begeleidingen.drempels import DrempelInvoer
from leertraject_desktop.features.begeleidingen.invoer import ContactInvoer, OpschortingInvoer
from leertraject_desktop.storage.store import Store

MEI = date(2026, 5, 4)


def test_a_barrier_stands_until_it_is_solved(store: Store, begeleiding: int) -> None:
    taal = store.write(drempels.nieuwe_drempel, begeleiding, DrempelInvoer("taal", MEI))
    store.write(drempels.nieuwe_drempel, begeleiding, DrempelInvoer("wachtlijst", date(2026, 6, 1)))
    store.write(drempels.los_drempel_op, taal, date(2026, 9, 1))
    assert [(rij.drempel, rij.opgelost_op) for rij in store.read(drempels.drempels, begeleiding)] == [
        ("wachtlijst", None), ("taal", date(2026, 9, 1)),
    ]  # fmt: skip
    with pytest.raises(Problem, match="al opgelost"):
        store.write(drempels.los_drempel_op, taal)
    store.write(drempels.verwijder_drempel, taal, "vergissing")
    assert len(store.read(drempels.drempels, begeleiding)) == 1


@pytest.mark.parametrize(
    ("invoer", "veld"),
    [
        (DrempelInvoer(), "drempel"),
        (DrempelInvoer("regen"), "drempel"),
        (DrempelInvoer("taal", date(2026, 3, 8)), "vastgesteld_op"),
        (DrempelInvoer("taal", date(2026, 11, 25)), "vastgesteld_op"),
        (DrempelInvoer("taal", MEI, date(2026, 5, 3)), "opgelost_op"),
        (DrempelInvoer("lokaal", date(2026, 6, 1)), "drempel"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    store: Store, begeleiding: int, invoer: DrempelInvoer, veld: str
) -> None:
    store.write(drempels.nieuwe_drempel, begeleiding, DrempelInvoer("lokaal", MEI))
    with pytest.raises(Problem) as caught:
        store.write(drempels.nieuwe_drempel, begeleiding, invoer)
    assert caught.value.veld == veld


def test_a_barrier_that_came_back_counts_once(store: Store, begeleiding: int) -> None:
    eerste = store.write(drempels.nieuwe_drempel, begeleiding, DrempelInvoer("lokaal", MEI))
    store.write(drempels.los_drempel_op, eerste, date(2026, 6, 1))
    store.write(drempels.nieuwe_drempel, begeleiding, DrempelInvoer("lokaal", date(2026, 8, 1)))
    jaar = date(2026, 1, 1), date(2026, 12, 31)
    (telling,) = store.read(drempels.drempeltelling, *jaar)
    assert (telling.gevangenis, telling.label, telling.aantal) == ("Brugge", "lokaal", 1)
    assert store.read(drempels.drempeltelling, date(2025, 1, 1), date(2025, 12, 31)) == []


def test_a_wrong_barrier_is_put_right_with_a_reason(store: Store, begeleiding: int) -> None:
    drempel = store.write(drempels.nieuwe_drempel, begeleiding, DrempelInvoer("taal", MEI))
    store.write(drempels.wijzig_drempel, drempel, DrempelInvoer("motivatie", MEI), "typfout")
    assert store.read(drempels.drempel_invoer, drempel) == DrempelInvoer("motivatie", MEI)


def test_reviews_show_their_window_and_where_they_are(store: Store, youssef: int, begeleiding: int) -> None:
    (rij,) = store.read(opvolging.opvolgmomenten, begeleiding)
    assert (rij.soort, rij.stand, rij.venster_tot) == ("opvolggesprek", "te_doen", date(2027, 3, 9))
    store.write(verloop.schort_op, begeleiding, OpschortingInvoer("lockdown"))
    assert [rij.stand for rij in store.read(opvolging.opvolgmomenten, begeleiding)] == ["opgeschort"]
    store.write(verloop.hervat, begeleiding)
    store.write(plan.nieuw_contactmoment, youssef, ContactInvoer(date(2026, 11, 24), "opvolging"))
    assert [rij.stand for rij in store.read(opvolging.opvolgmomenten, begeleiding)] == ["te_doen", "gedaan"]
