"""Warned in time: somebody who already has a dossier is found while the name is typed."""

from datetime import date

import pytest

from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.dubbels import mogelijke_dubbels
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer

PEOPLE = [
    ("Youssef", "El Amrani", date(1990, 5, 17)),
    ("Jan", "Peeters", date(1984, 2, 1)),
    ("Jan", "Peeters", None),
    ("Ayşe", "Demir", date(1999, 12, 31)),
    ("Mohamed", "Chaoui", date(1978, 3, 4)),
]


@pytest.fixture
def people(store):
    """Five deelnemers; the id of each by place."""
    return [
        store.write(
            nieuwe_deelnemer,
            NieuweDeelnemer(voor, fam, geboortedatum=geboren, verblijf_van=date(2026, 2, 4)),
        )
        for voor, fam, geboren in PEOPLE
    ]


@pytest.mark.parametrize(
    ("voornaam", "familienaam", "geboren", "who"),
    [
        ("Youssef", "El Amrani", None, 0),
        ("El Amrani", "Youssef", None, 0),
        ("Yusuf", "Elamrani", date(1990, 5, 17), 0),
        ("Jousef", "Al Amrani", date(1990, 5, 17), 0),
        ("Yusuf", "Elamrani", None, 0),
        ("Demir", "Ayse", date(1999, 12, 31), 3),
        ("Aysse", "Demirr", None, 3),
        ("Mehmet", "Shawi", date(1978, 4, 3), 4),
        ("Mohammed", "Chaoui", date(1979, 3, 4), 4),
    ],
)
def test_somebody_with_a_dossier_is_found_under_another_spelling(
    store, people, voornaam, familienaam, geboren, who
):
    found = store.read(mogelijke_dubbels, voornaam, familienaam, geboren)
    assert [dubbel.id for dubbel in found][:1] == [people[who]]


def test_the_most_alike_comes_first_and_the_reason_is_said(store, people):
    found = store.read(mogelijke_dubbels, "Jan", "Peeters", date(1984, 2, 1))
    assert [(dubbel.id, dubbel.nummer, dubbel.reden) for dubbel in found] == [
        (people[1], "0002", "zelfde naam, zelfde geboortedatum"),
        (people[2], "0003", "zelfde naam, geboortedatum niet bekend"),
    ]
    assert found[0].naam == "Peeters, Jan"


def test_a_small_word_that_stands_apart_in_the_one_and_not_in_the_other_is_no_hindrance(store, people):
    new = NieuweDeelnemer("Fatima", "Elkhatabi", verblijf_van=date(2026, 2, 4))
    made = store.write(nieuwe_deelnemer, new)
    assert [dubbel.id for dubbel in store.read(mogelijke_dubbels, "Fatima", "El Khatabi")] == [made]


def test_nobody_is_a_double_of_himself_and_one_word_is_no_name_yet(store, people):
    assert store.read(mogelijke_dubbels, "Ayşe", "Demir", None, behalve=people[3]) == []
    assert store.read(mogelijke_dubbels, "", "Peeters") == []
    assert store.read(mogelijke_dubbels, '"; DROP', "(NEAR *") == []
