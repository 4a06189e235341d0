"""Nazorg follows the release of whoever had a begeleiding in that detention, whenever it is typed in."""

from dataclasses import replace
from datetime import date

import pytest

from leertraject_desktop.features.begeleidingen import verloop
from leertraject_desktop.features.begeleidingen.invoer import BegeleidingInvoer
from leertraject_desktop.features.begeleidingen.lijst import begeleiding_wijziging
from leertraject_desktop.features.deelnemers.commands import nieuw_verblijf, noteer_vertrek
from leertraject_desktop.features.deelnemers.invoer import VerblijfInvoer
from leertraject_desktop.features.informatievragen import commands as vragen
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.features.nazorg import lijst
from leertraject_desktop.features.nazorg.commands import (
    UitkomstInvoer,
    noteer_uitkomst,
    verwijder_uitkomst,
)
from leertraject_desktop.storage.store import Store

EERSTE, TWEEDE = date(2026, 4, 20), date(2026, 10, 30)


@pytest.fixture
def vrij(store: Store, youssef: int) -> int:
    """Youssef was released on 20 April 2026; he had no begeleiding yet, as far as is typed in."""
    store.write(noteer_vertrek, youssef, EERSTE, "vrijgesteld")
    return youssef


def start(store: Store, deelnemer: int, begin: date) -> int:
    return store.write(verloop.start_begeleiding, BegeleidingInvoer(deelnemer, begin, "Wil leren lassen"))


def vrijlatingen(store: Store, deelnemer: int) -> set[date | None]:
    """The releases that have nazorg."""
    return {rij.vrij_op for rij in store.read(lijst.nazorgmomenten, deelnemer)}


def test_a_release_long_before_the_first_begeleiding_has_no_nazorg(store: Store, vrij: int) -> None:
    store.write(nieuw_verblijf, vrij, VerblijfInvoer("BRG", date(2026, 6, 1)))
    start(store, vrij, date(2026, 6, 9))
    assert vrijlatingen(store, vrij) == set()
    store.write(noteer_vertrek, vrij, TWEEDE, "vrijgesteld")
    assert vrijlatingen(store, vrij) == {TWEEDE}


def test_a_second_detention_without_begeleiding_has_no_nazorg_of_its_own(store: Store, youssef: int) -> None:
    begeleiding = start(store, youssef, date(2026, 3, 9))
    store.write(verloop.rond_af, begeleiding, date(2026, 4, 1))
    store.write(noteer_vertrek, youssef, EERSTE, "vrijgesteld")
    store.write(nieuw_verblijf, youssef, VerblijfInvoer("BRG", date(2026, 6, 1)))
    store.write(noteer_vertrek, youssef, TWEEDE, "vrijgesteld")
    assert vrijlatingen(store, youssef) == {EERSTE}


def test_a_begeleiding_before_a_transfer_still_leads_to_nazorg(store: Store, youssef: int) -> None:
    begeleiding = start(store, youssef, date(2026, 3, 9))
    store.write(verloop.rond_af, begeleiding, date(2026, 4, 1))
    store.write(noteer_vertrek, youssef, EERSTE, "overgeplaatst")
    store.write(nieuw_verblijf, youssef, VerblijfInvoer("GEN", EERSTE))
    store.write(noteer_vertrek, youssef, TWEEDE, "vrijgesteld")
    assert vrijlatingen(store, youssef) == {TWEEDE}


def test_a_begeleiding_that_is_typed_in_after_the_release_has_nazorg(store: Store, vrij: int) -> None:
    start(store, vrij, date(2026, 3, 9))
    assert vrijlatingen(store, vrij) == {EERSTE}


def test_a_question_that_becomes_a_begeleiding_after_the_release_has_nazorg(store: Store, vrij: int) -> None:
    invoer = VraagInvoer(
        vrij, "studieorientering", "Wat kan ik leren?", kanaal="rapportbriefje", datum=date(2026, 3, 9)
    )
    store.write(vragen.word_begeleiding, store.write(vragen.nieuwe_vraag, invoer))
    assert vrijlatingen(store, vrij) == {EERSTE}


def test_a_begeleiding_that_began_after_the_release_has_none(store: Store, vrij: int) -> None:
    start(store, vrij, date(2026, 5, 4))
    assert vrijlatingen(store, vrij) == set()


def test_a_begeleiding_by_mistake_takes_its_nazorg_along_and_undo_brings_it_back(
    store: Store, vrij: int
) -> None:
    begeleiding = start(store, vrij, date(2026, 3, 9))
    store.write(verloop.verwijder_begeleiding, begeleiding, "vergissing")
    assert vrijlatingen(store, vrij) == set()
    store.undo()
    assert vrijlatingen(store, vrij) == {EERSTE}


def test_a_release_with_an_outcome_keeps_its_other_moments_until_that_is_removed(
    store: Store, vrij: int
) -> None:
    begeleiding = start(store, vrij, date(2026, 3, 9))
    store.write(noteer_uitkomst, 1, UitkomstInvoer("weigert", "brief", date(2026, 11, 1)))
    store.write(verloop.verwijder_begeleiding, begeleiding, "vergissing")
    assert [rij.maanden for rij in store.read(lijst.nazorgmomenten, vrij)] == [6, 9, 12]
    store.write(verwijder_uitkomst, 1, "vergissing")
    assert store.read(lijst.nazorgmomenten, vrij) == []


def test_nazorg_follows_a_begin_that_is_put_right(store: Store, vrij: int) -> None:
    begeleiding = start(store, vrij, date(2026, 3, 9))
    invoer = replace(store.read(begeleiding_wijziging, begeleiding), begindatum=date(2026, 5, 4))
    store.write(verloop.wijzig_begeleiding, begeleiding, invoer, "typfout")
    assert vrijlatingen(store, vrij) == set()
