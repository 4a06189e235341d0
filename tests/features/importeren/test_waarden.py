"""What stands in a cell becomes the day, month, number or code that the user meant, or is named."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.importeren.blad import FORMULE
from leertraject_desktop.features.importeren.rij_waarden import splits_naam
from leertraject_desktop.features.importeren.waarden import (
    lees_aantal,
    lees_code,
    lees_datum,
    lees_maand,
    lees_naam,
)


def excel(jaar, maand, dag, uur=0):
    """A date as Excel keeps it: a moment without a time zone."""
    return datetime.combine(date(jaar, maand, dag), time(uur))


VANDAAG = date(2026, 11, 24)
MEI = date(1990, 5, 17)


def geboren(cel, **keywords):
    return lees_datum(cel, VANDAAG, veld="geboortedatum", geboorte=True, **keywords)[0]


@pytest.mark.parametrize(
    "cel",
    [
        *("17-5-1990", "17/05/1990", "17.5.1990", "17 5 1990", "17051990", "170590", "17/5/90", "1990-05-17"),
        *("1990/5/17", "19900517", "17 mei 1990", "17 mei 90", "do 17 mei 1990", "17-mei-90", " 17-5-1990  "),
        *("17/05/1990 00:00:00", "1990-05-17T00:00:00", "33010", 33010, 33010.0, 17051990),
        *(MEI, excel(1990, 5, 17, uur=8)),
    ],
)
def test_a_date_is_read_however_it_was_written(cel):
    assert geboren(cel) == MEI


def test_a_date_number_counts_from_1904_where_the_workbook_says_so():
    assert geboren(31548, vanaf_1904=True) == MEI


@pytest.mark.parametrize("cel", [None, "", "onbekend", "Niet bekend", "?", "-", "n.v.t.", "/", "nvt"])
def test_an_unknown_date_stays_empty_without_a_word(cel):
    assert lees_datum(cel, VANDAAG, veld="geboortedatum") == (None, "")


@pytest.mark.parametrize(
    "cel",
    [
        *("31/12/1899", "30-12-1899", "1899-12-31", "0/01/1900", "00-01-1900", "1/1/1900", 0, time(0, 0)),
        *(excel(1899, 12, 31), date(1900, 1, 1), timedelta(0)),
    ],
)
def test_what_excel_shows_for_no_date_is_no_date_and_is_said(cel):
    dag, opmerking = lees_datum(cel, VANDAAG, veld="geboortedatum")
    assert dag is None
    assert "De datum is leeg" in opmerking


@pytest.mark.parametrize(
    ("cel", "wat"),
    [
        ("31-2-1990", "31 februari 1990 bestaat niet."),
        ("29-2-1900", "29 februari 1900 bestaat niet."),
        (excel(1900, 2, 28), "De datum 28-2-1900 is in Excel geen zekere dag."),
        ("12/31/1990", "Maand 31 bestaat niet."),
        ("1985", "Er staat alleen het jaar 1985."),
        (1985, "Er staat alleen het jaar 1985."),
        ("rond 1990", "‘rond 1990’ is geen datum."),
        ("gisteren", "‘gisteren’ is geen datum."),
        ("24 nov", "‘24 nov’ is geen datum."),
        ("1/1/20", "niet zeker welke eeuw bedoeld is."),
        ("1/1/36", None),
        (True, "‘ja’ is geen datum."),
        (123.5, "‘123.5’ is geen datum."),
        ("#N/A", "In de cel staat de fout #N/A."),
        (FORMULE, "In de cel staat een formule zonder uitkomst."),
    ],
)
def test_a_date_that_is_not_certain_is_named(cel, wat):
    if wat is None:
        assert geboren(cel) == date(1936, 1, 1)
        return
    with pytest.raises(Problem, match=r"\.") as refused:
        geboren(cel)
    assert wat in refused.value.what
    assert refused.value.remedy


def test_a_short_year_of_a_stay_is_never_in_the_future():
    assert lees_datum("4/2/26", VANDAAG, veld="van")[0] == date(2026, 2, 4)
    assert lees_datum("4/2/99", VANDAAG, veld="van")[0] == date(1999, 2, 4)
    with pytest.raises(Problem, match="eeuw"):
        lees_datum("4/2/60", VANDAAG, veld="van")


@given(st.dates(date(1937, 1, 1), date(2013, 1, 1)), st.sampled_from("-/. "), st.booleans())
def test_every_date_of_birth_comes_back_from_every_way_to_write_it(dag, teken, kort):
    year = f"{dag.year % 100:02}" if kort else f"{dag.year}"
    assert geboren(f"{dag.day}{teken}{dag.month}{teken}{year}") == dag
    assert geboren((dag - date(1899, 12, 30)).days) == dag
    assert geboren((dag - date(1904, 1, 1)).days, vanaf_1904=True) == dag


CELLS = st.one_of(
    st.none(), st.text(max_size=30), st.text("0123456789-/. onbekmei", max_size=12), st.integers(),
    st.floats(), st.booleans(), st.datetimes(), st.dates(), st.times(), st.timedeltas(),
)  # fmt: skip


@given(CELLS, st.booleans(), st.booleans())
def test_any_cell_gives_a_day_nothing_or_a_problem_in_words(cel, geboorte, vanaf_1904):
    for read in (
        lambda: lees_datum(cel, VANDAAG, veld="van", geboorte=geboorte, vanaf_1904=vanaf_1904),
        lambda: lees_maand(cel, "maand", vanaf_1904),
        lambda: lees_aantal(cel, "gemiddelde", 5000),
        lambda: lees_naam(cel, "voornaam"),
        lambda: lees_code(cel, {"man": "M"}, "geslacht", "Geslacht"),
    ):
        try:
            read()
        except Problem as problem:
            assert problem.what.endswith(".")
            assert problem.remedy.endswith(".")


@pytest.mark.parametrize(
    "cel",
    [
        "2026-10",
        "10/2026",
        "oktober 2026",
        "okt 26",
        "Okt. 2026",
        "202610",
        excel(2026, 10, 1),
        46296,
        "46296",
    ],
)
def test_a_month_is_read_however_it_was_written(cel):
    assert lees_maand(cel, "maand", False) == Maand(2026, 10)


@pytest.mark.parametrize(
    ("cel", "aantal"),
    [("412", 412), ("1.024", 1024), ("1 024", 1024), ("412,4", 412), (412.6, 413), ("", None), ("nvt", None)],
)
def test_a_number_is_read_with_dots_and_commas_as_people_write_them(cel, aantal):
    assert lees_aantal(cel, "gemiddelde", 5000) == aantal


@pytest.mark.parametrize("cel", ["-3", -3, "99.999", 99999])
def test_a_number_that_cannot_be_is_named(cel):
    with pytest.raises(Problem, match="kan niet kloppen"):
        lees_aantal(cel, "gemiddelde", 5000)


@pytest.mark.parametrize("cel", ["459312", "1234", "2026-13", "januari", "4593-1"])
def test_what_is_no_month_is_named(cel):
    with pytest.raises(Problem, match="is geen maand"):
        lees_maand(cel, "maand", False)


@pytest.mark.parametrize(
    ("naam", "parts"),
    [
        ("Peeters, Jan", ("Jan", "Peeters")),
        ("EL AMRANI Youssef", ("Youssef", "EL AMRANI")),
        ("Youssef EL AMRANI", ("Youssef", "EL AMRANI")),
        ("Peeters Jan", ("", "Peeters Jan")),
        ("PEETERS JAN", ("", "PEETERS JAN")),
    ],
)
def test_a_name_in_one_column_is_parted_only_where_that_is_certain(naam, parts):
    assert splits_naam(naam) == parts
