"""Two people on paper who may be one: which differences still count as alike."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leertraject_desktop.domain.dubbels import Persoonsgegevens, afstand, gelijkende_datums, vergelijk

YOUSSEF = Persoonsgegevens("Youssef", "El Amrani", date(1990, 5, 17))


@pytest.mark.parametrize(
    ("voornaam", "familienaam", "geboren", "reden"),
    [
        ("Youssef", "El Amrani", date(1990, 5, 17), "zelfde naam, zelfde geboortedatum"),
        ("El Amrani", "Youssef", date(1990, 5, 17), "voornaam en familienaam omgewisseld, zelfde"),
        ("Amrani", "Youssef El", None, "zelfde namen in een andere volgorde, geboortedatum niet bekend"),
        ("Youssef", "Elamrani", None, "zelfde naam met andere spaties"),
        ("Yousef", "El Amrani", None, "een beetje anders gespeld"),
        ("Yusuf", "El Amrani", None, "klinkt hetzelfde"),
        ("YOUSSEF", "el-amrani", date(1990, 7, 15), "zelfde naam, andere geboortedatum"),
        ("Youssef", "El Amrani", date(1991, 5, 17), "geboortedatum bijna gelijk"),
        ("Youssef", "Amrani", date(1990, 5, 17), "deel van de andere, zelfde geboortedatum"),
        ("Youssef", "Benali", date(1990, 5, 17), "een deel van de naam lijkt erop, zelfde geboortedatum"),
    ],
)
def test_somebody_written_down_differently_is_recognised_with_the_reason(
    voornaam, familienaam, geboren, reden
):
    found = vergelijk(YOUSSEF, Persoonsgegevens(voornaam, familienaam, geboren))
    assert found is not None
    assert reden in found.reden


def test_day_and_month_the_other_way_around_are_said():
    een = Persoonsgegevens("Jan", "Peeters", date(1990, 5, 7))
    found = vergelijk(een, Persoonsgegevens("Jan", "Peeters", date(1990, 7, 5)))
    assert found is not None
    assert found.reden == "zelfde naam, dag en maand van de geboortedatum omgewisseld"


@pytest.mark.parametrize(
    ("voornaam", "familienaam", "geboren"),
    [
        ("Youssef", "Benali", None),
        ("Jan", "Peeters", date(1990, 5, 17)),
        ("Yusuf", "El Amrani", date(1975, 1, 1)),
        ("", "", date(1990, 5, 17)),
    ],
)
def test_somebody_else_is_not_taken_for_the_same(voornaam, familienaam, geboren):
    assert vergelijk(YOUSSEF, Persoonsgegevens(voornaam, familienaam, geboren)) is None


NAMES = st.text("abcdeéfghijklm nopقر-'", max_size=12)
DAYS = st.none() | st.dates(date(1930, 1, 1), date(2010, 1, 1))
PEOPLE = st.builds(Persoonsgegevens, NAMES, NAMES, DAYS)


@given(PEOPLE, PEOPLE)
def test_it_does_not_matter_who_is_compared_with_whom(een, ander):
    mine, theirs = vergelijk(een, ander), vergelijk(ander, een)
    assert (mine is None) == (theirs is None)


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_the_distance_between_two_words_is_the_same_both_ways(een, ander):
    assert afstand(een, ander) == afstand(ander, een)
    assert (afstand(een, ander) == 0) == (een == ander)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_alike_dates_are_dates_and_begin_with_the_day_itself(dag):
    found = list(gelijkende_datums(dag))
    assert found[0] == dag
    assert len(found) == len(set(found))
