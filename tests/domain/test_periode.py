"""Periods: their order, what lies in them, and when two get in each other's way."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leertraject_desktop.domain.periode import (
    Periode,
    controleer_datum,
    controleer_overlap,
    controleer_volgorde,
)
from leertraject_desktop.domain.problem import Problem

DAYS = st.dates(date(2020, 1, 1), date(2020, 3, 1))
TODAY = date(2026, 11, 24)


@st.composite
def periods(draw):
    van = draw(DAYS)
    return Periode(van, draw(st.none() | st.integers(0, 40).map(lambda days: van + timedelta(days=days))))


@given(periods(), periods())
def test_two_periods_are_in_each_others_way_or_not_whoever_asks(een, ander):
    assert een.overlapt(ander) == ander.overlapt(een)
    assert een.overlapt(een)


@given(periods(), periods())
def test_periods_overlap_exactly_when_they_share_more_than_the_day_of_moving(een, ander):
    days = [date(2020, 1, 1) + timedelta(days=number) for number in range(120)]
    shared = [day for day in days if een.bevat(day) and ander.bevat(day)]
    moving = een != ander and (een.tot == ander.van or ander.tot == een.van)
    assert een.overlapt(ander) == (bool(shared) and not moving)


def test_who_is_moved_leaves_and_arrives_on_the_same_day():
    brugge, gent = Periode(date(2026, 1, 1), date(2026, 3, 1)), Periode(date(2026, 3, 1))
    controleer_overlap(gent, [brugge], wat="een verblijf")
    with pytest.raises(Problem, match="een verblijf"):
        controleer_overlap(Periode(date(2026, 2, 28)), [brugge], wat="een verblijf")


def test_a_period_that_ends_before_it_begins_is_refused_at_its_field():
    controleer_volgorde(date(2026, 1, 1), date(2026, 1, 1))
    controleer_volgorde(date(2026, 1, 1), None)
    with pytest.raises(Problem) as caught:
        controleer_volgorde(date(2026, 1, 2), date(2026, 1, 1))
    assert caught.value.veld == "tot"


@pytest.mark.parametrize("dag", [date(1899, 12, 31), date(2077, 1, 1), date(206, 1, 5), date(2026, 11, 25)])
def test_a_day_that_cannot_be_is_refused(dag):
    with pytest.raises(Problem):
        controleer_datum(dag, TODAY)


@pytest.mark.parametrize(
    ("dag", "toekomst"), [(TODAY, False), (date(1900, 1, 1), False), (date(2076, 12, 31), True)]
)
def test_a_day_that_can_be_is_taken(dag, toekomst):
    controleer_datum(dag, TODAY, toekomst=toekomst)


def test_a_day_before_something_that_the_form_does_not_show_names_it_and_its_day():
    with pytest.raises(Problem) as caught:
        controleer_volgorde(date(2026, 1, 2), date(2026, 1, 1), begin="het begin van de begeleiding")
    assert caught.value.what == "Deze dag ligt vóór het begin van de begeleiding."
    assert caught.value.remedy == "Kies 2-1-2026 of een dag daarna."
