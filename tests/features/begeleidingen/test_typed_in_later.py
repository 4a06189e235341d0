"""Paper is typed in later and in any order: what happened on the days of a begeleiding is part of it."""

from dataclasses import replace
from datetime import date

import pytest

from leertraject_desktop.features.begeleidingen import plan, verloop
from leertraject_desktop.features.begeleidingen.invoer import BegeleidingInvoer, ContactInvoer
from leertraject_desktop.features.begeleidingen.lijst import begeleiding_wijziging
from leertraject_desktop.features.begeleidingen.opvolging import opvolgmomenten
from leertraject_desktop.features.dossier.stand import dossierstand
from leertraject_desktop.storage.store import Store


def start(store: Store, deelnemer: int, begin: date) -> int:
    return store.write(verloop.start_begeleiding, BegeleidingInvoer(deelnemer, begin, "Wil leren lassen"))


def noteer(store: Store, deelnemer: int, dag: date, soort: str) -> int:
    return store.write(plan.nieuw_contactmoment, deelnemer, ContactInvoer(dag, soort))


def reviews(store: Store, begeleiding: int) -> list[tuple[date, date | None]]:
    """The last day and the day it was done of every review, in the order of their windows."""
    rows = store.read(opvolgmomenten, begeleiding)
    return sorted((rij.venster_tot, rij.gedaan_op) for rij in rows)


def test_an_intake_that_was_noted_before_the_begeleiding_is_its_intake(store: Store, youssef: int) -> None:
    noteer(store, youssef, date(2026, 11, 24), "intake")
    start(store, youssef, date(2026, 11, 24))
    assert store.read(dossierstand, youssef).heeft_intake


@pytest.mark.parametrize("eerst", ["begeleiding", "gesprek"])
def test_the_reviews_are_the_same_in_whatever_order_it_is_typed(
    store: Store, youssef: int, eerst: str
) -> None:
    if eerst == "gesprek":
        noteer(store, youssef, date(2026, 9, 1), "opvolging")
    begeleiding = start(store, youssef, date(2026, 3, 9))
    if eerst == "begeleiding":
        noteer(store, youssef, date(2026, 9, 1), "opvolging")
    assert reviews(store, begeleiding) == [
        (date(2027, 3, 9), date(2026, 9, 1)), (date(2027, 9, 1), None),
    ]  # fmt: skip


def test_a_contact_before_the_begeleiding_stays_outside_until_its_begin_is_put_right(
    store: Store, youssef: int
) -> None:
    noteer(store, youssef, date(2026, 3, 2), "intake")
    begeleiding = start(store, youssef, date(2026, 3, 9))
    assert not store.read(dossierstand, youssef).heeft_intake
    invoer = replace(store.read(begeleiding_wijziging, begeleiding), begindatum=date(2026, 3, 2))
    store.write(verloop.wijzig_begeleiding, begeleiding, invoer, "typfout")
    assert store.read(dossierstand, youssef).heeft_intake
    store.undo()
    assert not store.read(dossierstand, youssef).heeft_intake
