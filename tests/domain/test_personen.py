"""What follows from a date of birth, at the date of the event (S2 q1)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leertraject_desktop.domain.label import Leeftijdsgroep
from leertraject_desktop.domain.personen import leeftijd, leeftijdsgroep, sorteernaam, weergavenaam

BORN = date(2000, 6, 15)


@pytest.mark.parametrize(
    ("op", "groep"),
    [
        (date(2025, 6, 14), "-25"),
        (date(2025, 6, 15), "25-50"),
        (date(2050, 6, 14), "25-50"),
        (date(2050, 6, 15), "50+"),
    ],
)
def test_who_turns_25_or_50_today_is_in_the_older_group(op, groep):
    assert leeftijdsgroep(BORN, op) == groep


def test_without_a_date_of_birth_the_group_is_unknown_and_not_a_guess():
    assert leeftijdsgroep(None, BORN) is Leeftijdsgroep.ONBEKEND


def test_who_was_born_on_29_february_turns_a_year_older_on_that_day_or_on_1_march():
    days = [date(2024, 2, 28), date(2024, 2, 29), date(2025, 2, 28), date(2025, 3, 1)]
    assert [leeftijd(date(2000, 2, 29), day) for day in days] == [23, 24, 24, 25]


@given(st.dates(date(1900, 1, 1), date(2026, 1, 1)), st.integers(0, 100))
def test_on_a_birthday_the_age_is_the_number_of_years(geboren, jaren):
    if (geboren.month, geboren.day) != (2, 29):
        assert leeftijd(geboren, geboren.replace(year=geboren.year + jaren)) == jaren


@given(st.dates(date(1900, 1, 1), date(2026, 1, 1)), st.dates(date(2026, 1, 2), date(2090, 1, 1)))
def test_nobody_gets_younger(geboren, op):
    assert leeftijd(geboren, op) <= leeftijd(geboren, date.fromordinal(op.toordinal() + 1))


def test_a_name_is_spoken_first_name_first_and_sorted_family_name_first():
    assert weergavenaam("Youssef", "El Amrani") == "Youssef El Amrani"
    assert sorteernaam("Youssef", "El Amrani") == "El Amrani, Youssef"
    assert [sorteernaam("", "Amadou"), sorteernaam("Amadou", ""), weergavenaam("", "Amadou")] == [
        "Amadou"
    ] * 3
