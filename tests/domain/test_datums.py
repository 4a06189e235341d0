"""Dates as people type them, and as the screen and the paper show them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leertraject_desktop.domain.datums import (
    MAANDEN,
    parse_datum,
    parse_tijd,
    toon_datum,
    toon_datum_kort,
    toon_datum_lang,
    toon_maand,
    toon_tijd,
)
from leertraject_desktop.domain.problem import Problem

VANDAAG = date(2026, 11, 24)
dates = st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("24/11/2026", VANDAAG),
        ("24-11-26", VANDAAG),
        ("24.11", VANDAAG),
        ("24112026", VANDAAG),
        ("241126", VANDAAG),
        ("24 nov", VANDAAG),
        ("24 NOV. 2026", VANDAAG),
        ("24nov26", VANDAAG),
        ("dinsdag 24 november 2026", VANDAAG),
        ("2026-11-24", VANDAAG),
        ("vandaag", VANDAAG),
        (" Gisteren ", date(2026, 11, 23)),
        ("morgen", date(2026, 11, 25)),
        ("+7", date(2026, 12, 1)),
        ("-24", date(2026, 10, 31)),
        ("3 mrt", date(2027, 3, 3)),
        ("10/1", date(2027, 1, 10)),
        ("1-2-85", date(1985, 2, 1)),
        ("1-2-46", date(2046, 2, 1)),
        ("", None),
        ("   ", None),
    ],
)
def test_a_date_is_understood_the_way_people_type_it(typed: str, meant: date | None) -> None:
    assert parse_datum(typed, VANDAAG) == meant


@pytest.mark.parametrize(
    "typed",
    ["31-2-2026", "29 feb 2027", "12-13-2026", "0-1-2026", "blauw", "24 nov 99999", "1-1-1899", "+99999"],
)
def test_a_date_that_cannot_be_is_refused_with_what_to_do(typed: str) -> None:
    with pytest.raises(Problem) as caught:
        parse_datum(typed, VANDAAG)
    assert caught.value.what.endswith(".")
    assert caught.value.remedy.endswith(".")


@given(dates)
def test_every_way_a_date_is_shown_can_be_typed_again(datum: date) -> None:
    assert parse_datum(toon_datum(datum), VANDAAG) == datum
    assert parse_datum(toon_datum_lang(datum), VANDAAG) == datum
    assert parse_datum(datum.isoformat(), VANDAAG) == datum


@given(dates, dates)
def test_a_date_without_a_year_is_at_most_half_a_year_away(datum: date, vandaag: date) -> None:
    if (datum.month, datum.day) == (2, 29):
        return
    understood = parse_datum(f"{datum.day} {MAANDEN[datum.month - 1]}", vandaag)
    assert understood is not None
    assert (understood.month, understood.day) == (datum.month, datum.day)
    assert abs((understood - vandaag).days) <= 183


@given(st.text(max_size=40))
def test_whatever_is_typed_gives_a_date_nothing_or_a_problem(text: str) -> None:
    try:
        parse_datum(text, VANDAAG)
        parse_tijd(text)
    except Problem as problem:
        assert len(problem.what) < 80


def test_dates_read_as_people_write_them() -> None:
    assert toon_datum(date(2026, 2, 4)) == "4-2-2026"
    assert toon_datum_kort(date(2026, 11, 25)) == "wo 25-11"
    assert toon_datum_lang(VANDAAG) == "dinsdag 24 november 2026"
    assert toon_maand(VANDAAG) == "november 2026"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10", time(10)),
        ("10u", time(10)),
        ("10u30", time(10, 30)),
        ("9:05", time(9, 5)),
        ("1330", time(13, 30)),
    ],
)
def test_a_time_is_understood_the_way_people_type_it(typed: str, meant: time) -> None:
    assert parse_tijd(typed) == meant
    assert parse_tijd(toon_tijd(meant)) == meant


@pytest.mark.parametrize("typed", ["25", "10:75", "straks"])
def test_a_time_that_cannot_be_is_refused(typed: str) -> None:
    with pytest.raises(Problem):
        parse_tijd(typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("4 feb", date(2026, 2, 4)),
        ("25/11", date(2025, 11, 25)),
        ("24/11", VANDAAG),
        ("17-5-46", date(1946, 5, 17)),
        ("25-11-26", date(1926, 11, 25)),
        ("29 feb", date(2024, 2, 29)),
        ("25-11-2026", date(2026, 11, 25)),
    ],
)
def test_what_must_have_happened_is_looked_for_in_the_past(typed: str, meant: date) -> None:
    assert parse_datum(typed, VANDAAG, verleden=True) == meant
