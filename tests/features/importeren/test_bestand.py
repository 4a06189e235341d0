"""Files as they really come: odd letters, odd separators, merged cells, and some that must not be opened."""

import codecs
import csv
import io
import zipfile
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.features.importeren.lijsten import werkboek

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.importeren.bestand import lees_bestand
from leertraject_desktop.features.importeren.koppen import beste_lijst, stel_voor
from leertraject_desktop.features.importeren.tekst_lezen import lees_tekst

KOP = ["Naam", "Voornaam", "Geboren"]


def cells(path):
    (blad,) = lees_bestand(path)
    return [(rij.nummer, *rij.cellen) for rij in blad.rijen]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("scheiding", [";", ",", "\t"])
def test_every_usual_text_file_is_read_with_its_accents(tmp_path, encoding, scheiding):
    text = scheiding.join(KOP) + "\r\n" + scheiding.join(["Déméy", " Zoë ", "1-2-1990"]) + "\r\n\r\n"
    (tmp_path / "l.csv").write_bytes(text.encode(encoding))
    assert cells(tmp_path / "l.csv") == [(1, *KOP), (2, "Déméy", "Zoë", "1-2-1990")]


def test_the_line_that_excel_puts_above_to_name_the_separator_is_understood(tmp_path):
    (tmp_path / "l.csv").write_bytes(b'sep=|\r\nNaam|Voornaam\r\nMaes|"Piet|Jan"\r\n')
    assert cells(tmp_path / "l.csv") == [(2, "Naam", "Voornaam"), (3, "Maes", "Piet|Jan")]


PRINTABLE = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1, max_size=12)


@given(st.lists(st.lists(PRINTABLE, min_size=3, max_size=3), min_size=1, max_size=6), st.sampled_from(";,\t"))
def test_what_was_written_as_csv_comes_back_cell_by_cell(rows, scheiding):
    file = io.StringIO()
    csv.writer(file, delimiter=scheiding, quoting=csv.QUOTE_ALL).writerows([KOP, *rows])
    blad = lees_tekst(codecs.BOM_UTF8 + file.getvalue().encode(), "l.csv")
    assert [list(rij.cellen) for rij in blad.rijen] == [KOP, *rows]


@given(st.binary(max_size=400))
def test_any_bytes_give_rows_or_a_problem_in_words(content):
    try:
        lees_tekst(content, "l.csv")
    except Problem as problem:
        assert problem.remedy


def test_a_workbook_with_titles_merged_cells_and_formulas_is_read(tmp_path):
    def change(book, sheet):
        sheet.merge_cells("A4:A5")
        sheet.merge_cells("A1:C1")
        book.create_sheet("Leeg")
        sheet["D4"] = "=1+1"

    path = werkboek(
        tmp_path / "l.xlsx",
        ["Lijst van november"],
        [],
        ["Gevangenis", *KOP],
        ["Brugge", "Maes", "Piet", datetime.combine(date(1990, 5, 17), time())],
        [None, "Peeters ", "Jan", date(1984, 2, 1)],
        change=change,
    )
    tabel = beste_lijst(lees_bestand(path))
    assert stel_voor(tabel) == ("gevangenis", "familienaam", "voornaam", "geboortedatum")
    assert [rij.nummer for rij in tabel.rijen] == [4, 5]
    assert tabel.rijen[1].cellen == ("Brugge", "Peeters ", "Jan", datetime.combine(date(1984, 2, 1), time()))
    assert tabel.voorbeelden(1) == ["Maes", "Peeters"]


def test_a_workbook_is_known_by_what_is_in_it_and_not_by_its_name(tmp_path):
    path = werkboek(tmp_path / "l.xlsx", KOP, ["Maes", "Piet", "1-2-1990"]).rename(tmp_path / "lijst.bak")
    assert cells(path) == [(1, *KOP), (2, "Maes", "Piet", "1-2-1990")]


def test_a_workbook_that_counts_from_1904_gives_the_same_days(tmp_path):
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    def change(book, sheet):
        book.epoch = CALENDAR_MAC_1904

    path = werkboek(
        tmp_path / "l.xlsx", KOP, ["Maes", "Piet", datetime.combine(date(1990, 5, 17), time())], change=change
    )
    (blad,) = lees_bestand(path)
    assert blad.vanaf_1904
    assert blad.rijen[1].cellen[2] == datetime.combine(date(1990, 5, 17), time())


def made_zip(path, parts, source=None):
    """A workbook with parts added or replaced."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        if source is not None:
            with zipfile.ZipFile(source) as old:
                for name in old.namelist():
                    if name not in parts:
                        archive.writestr(name, old.read(name))
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


BOMB = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w>&b;</w>'
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
BELOW = b'<worksheet xmlns="%s"><sheetData><row r="-5"><c><v>1</v></c></row></sheetData></worksheet>' % MAIN
NASTY = {
    "macro": ({"xl/vbaProject.bin": b"x"}, "zitten macro’s"),
    "koppeling": ({"xl/externalLinks/externalLink1.xml": b"<a/>"}, "verwijst naar andere bestanden"),
    "doctype": ({"xl/sharedStrings.xml": BOMB}, "is beschadigd"),
    "doctype in utf-16": ({"xl/sharedStrings.xml": BOMB.decode().encode("utf-16")}, "is beschadigd"),
    "bom": ({"xl/worksheets/sheet1.xml": b" " * 90_000_000}, "te groot of te zwaar"),
    "veel teksten": ({"xl/sharedStrings.xml": b"<si/>" * 8_000_000}, "te groot of te zwaar"),
    "veel delen": ({f"xl/{n}.bin": b"" for n in range(1001)}, "te groot of te zwaar"),
    "pad omhoog": ({"../../weg.xml": b"<a/>"}, "is beschadigd"),
    "dubbele naam": ({"xl/WORKBOOK.xml": b"<a/>"}, "is beschadigd"),
    "geen blad": ({"xl/worksheets/sheet1.xml": b"<worksheet"}, "is beschadigd"),
    "rij onder nul": (
        {"xl/worksheets/sheet1.xml": BELOW},
        "is beschadigd",
    ),
    "geen bladen": ({"xl/workbook.xml": b"<a/>"}, "is leeg"),
    "xlsb": ({"xl/workbook.bin": b"x"}, "is geen .xlsx-bestand"),
}


@pytest.mark.parametrize("name", NASTY)
def test_a_workbook_that_must_not_be_opened_is_refused_in_words(tmp_path, name):
    parts, what = NASTY[name]
    good = werkboek(tmp_path / "goed.xlsx", KOP, ["Maes", "Piet", None])
    bad = made_zip(tmp_path / "fout.xlsx", parts, good)
    with pytest.raises(Problem, match=what) as refused:
        lees_bestand(bad)
    assert refused.value.remedy


@pytest.mark.parametrize("cell", ["A1048576", "XFD1", "A100001", "CW1"])
def test_a_sheet_with_something_far_away_is_refused_and_costs_nothing(tmp_path, cell):
    def change(book, sheet):
        sheet[cell] = "x"

    path = werkboek(tmp_path / "l.xlsx", KOP, change=change)
    with pytest.raises(Problem, match="hoogstens 100000 rijen en 100 kolommen"):
        lees_bestand(path)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "is leeg"),
        (b"\r\n;;\r\n", "is leeg"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "geen .xlsx- of .csv-bestand"),
        (b"%PDF-1.7", "geen .xlsx- of .csv-bestand"),
        (b"PK\x03\x04 half", "is beschadigd"),
        (b"Naam\0;Voornaam", "geen leesbare lijst"),
        (b"a\x81b", "geen leesbare lijst"),
        (b'Naam;Voornaam\r\n"' + b"x" * 200_000, "aanhalingsteken"),
        (b"a;" * 101, "hoogstens 100000 rijen en 100 kolommen"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_words(tmp_path, content, what):
    (tmp_path / "l.csv").write_bytes(content)
    with pytest.raises(Problem, match=what):
        lees_bestand(tmp_path / "l.csv")


def test_a_file_that_went_away_is_told(tmp_path):
    with pytest.raises(Problem, match="niet te openen"):
        lees_bestand(tmp_path / "weg.csv")


def test_reading_can_be_stopped(tmp_path):
    class Stopped(Exception):
        pass

    def stop(done, total):
        raise Stopped

    with pytest.raises(Stopped):
        lees_bestand(werkboek(tmp_path / "l.xlsx", KOP), progress=stop)
