"""Months: read, counted on, and shown in Dutch."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.problem import Problem

MONTHS = st.builds(Maand, st.integers(1950, 2150), st.integers(1, 12))


@given(MONTHS)
def test_a_month_that_was_written_is_read_back(maand):
    assert Maand.lees(str(maand)) == maand
    assert Maand.van(maand.eerste_dag) == Maand.van(maand.laatste_dag) == maand


@given(MONTHS)
def test_the_day_after_the_last_is_the_first_of_the_next_month(maand):
    assert maand.laatste_dag + timedelta(days=1) == maand.plus(1).eerste_dag


@given(MONTHS, st.integers(-500, 500))
def test_so_many_months_on_and_back_is_the_same_month(maand, aantal):
    assert maand.plus(aantal).plus(-aantal) == maand
    assert (maand.plus(aantal) > maand) == (aantal > 0)


@given(st.text(max_size=12))
def test_anything_else_is_refused_with_an_example(text):
    try:
        found = Maand.lees(text)
    except Problem as problem:
        assert "2026-10" in problem.remedy
    else:
        assert str(found) == text.strip()


@pytest.mark.parametrize(
    "text", ["2026-13", "2026-00", "26-10", "2026-1", "oktober", "٢٠٢٦-١٠", "9999-01", "1899-12"]
)
def test_a_month_that_cannot_be_is_refused(text):
    with pytest.raises(Problem, match="geen maand"):
        Maand.lees(text)


def test_a_month_is_shown_in_dutch():
    assert Maand(2026, 10).naam == "oktober 2026"
    assert Maand(2024, 2).laatste_dag == date(2024, 2, 29)
