"""The intake form: the same questions in four languages, readable for people and for the scanner."""

import os
import re
import subprocess
import sys
import tomllib
from datetime import date

import pytest
from tests.features.papier.looking import inside_margins, white

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.papier import codes
from leertraject_desktop.features.papier.intake import (
    SCHOOL,
    IntakeBlad,
    IntakeGegevens,
    intake_pdf,
    intakes_pdf,
)
from leertraject_desktop.features.papier.intake_tekst import intake_tekst
from leertraject_desktop.features.papier.pictures import page_count, page_picture, page_text
from leertraject_desktop.features.papier.teksten import TALEN
from leertraject_desktop.storage.packaged import resource

NUMBER = "7K3QX9MD4TRV"
LONG = IntakeGegevens(
    naam="Maximiliaan-Alexandros Ntakarutimana-Van den Broecke Uwimana",
    afdeling_cel="Afdeling C, cel 214",
    datum=date(2026, 11, 24),
    contacttaal="fr",
    talen="Kirundi, Swahili, een beetje Nederlands",
    schrift=("latijns",),
    opleidingsniveau="tso2",
    diploma="buitenland",
    diploma_land="Burundi",
    diploma_naam="Diplôme A3 Électricité",
    diploma_erkend="weet_niet",
    cursussen="Nederlands 1.1 (Gent, 2025), VCA basisveiligheid (2026)",
    werk="Hulp van een elektricien (4 jaar), magazijn, keuken in de gevangenis",
    eerdere_hulp="ja",
    eerdere_hulp_waar="Dendermonde, 2025",
)
ARABIC = IntakeGegevens(
    naam="Abderrahman Ben Youssef El Amine", naam_eigen_schrift="عبد الرحمن بن يوسف الأمين", contacttaal="ar"
)
SAME_BYTES = """
import sys
from hashlib import sha256
from datetime import date
from leertraject_desktop.features.papier.intake import IntakeGegevens, intake_pdf
known = IntakeGegevens(naam="Шевченко عبد", datum=date(2026, 11, 24), contacttaal="Dari", schrift=("ander",))
if sys.argv[1:]:
    intake_pdf(IntakeGegevens(naam="ქართული सीता محمد"), taal="fr", formuliernummer="H5QK2ZT8RN4W")
print(sha256(intake_pdf(known, taal="ar", formuliernummer="7K3QX9MD4TRV")).hexdigest())
"""


@pytest.mark.parametrize("taal", TALEN)
@pytest.mark.parametrize("known", [None, LONG, ARABIC])
def test_the_form_takes_two_pages_in_every_language_with_ink_a_centimetre_from_every_edge(taal, known):
    pdf = intake_pdf(known, taal=taal, formuliernummer=NUMBER)

    assert page_count(pdf) == 2
    assert inside_margins(pdf)


def test_the_questions_carry_the_same_numbers_and_codes_in_every_language():
    dutch = intake_tekst("nl")
    assert sorted(dutch.vragen) == list(range(1, 23))
    for taal in TALEN:
        tekst = intake_tekst(taal)
        assert list(tekst.vragen) == list(dutch.vragen)
        for nummer, vraag in tekst.vragen.items():
            assert list(vraag.opties) == list(dutch.vragen[nummer].opties)
            assert bool(vraag.hint) == bool(dutch.vragen[nummer].hint)
        assert ("nazien" in tekst.delen["voet"]) == (taal != "nl")


def test_every_font_is_embedded_so_that_any_printer_prints_it():
    pdf = intake_pdf(ARABIC, taal="ar", formuliernummer=NUMBER).decode("latin-1")

    assert "Helvetica" not in pdf
    assert "/Type1" not in pdf
    assert pdf.count("/Subtype /TrueType") == pdf.count("/FontFile2") > 2


def test_the_code_on_the_sheet_says_which_sheet_it_is_and_nothing_about_the_person():
    payload = codes.sheet_payload("INT", 1, "nl", 2, NUMBER)
    matrix = codes.sheet_matrix(payload)

    assert payload == f"LT1-INT-1-NL-2-{NUMBER}"
    assert len(payload) <= 29
    assert len(matrix) == 25
    assert matrix != codes.sheet_matrix(codes.sheet_payload("INT", 1, "nl", 1, NUMBER))
    assert sum(length for _, _, length in codes.dark_runs(matrix)) == sum(map(sum, matrix))
    with pytest.raises(ValueError, match="form number"):
        codes.sheet_payload("INT", 1, "nl", 1, "JAN PEETERS!")


def test_a_form_number_is_new_each_time_and_easy_to_type_over():
    numbers = {codes.nieuw_formuliernummer() for _ in range(200)}

    assert len(numbers) == 200
    assert all(re.fullmatch("[2-9A-HJKMNP-TV-Z]{12}", number) for number in numbers)
    assert codes.leesbaar(NUMBER).endswith("7K3Q-X9MD-4TRV")


def test_the_name_stands_on_page_one_only_with_what_is_known():
    pdf = intake_pdf(LONG, formuliernummer=NUMBER)
    first, second = page_text(pdf, 0), page_text(pdf, 1)

    for known in (
        "Ntakarutimana",
        "cel 214",
        "24-11-2026",
        "Kirundi",
        "Burundi",
        "keuken in de",
        "Dendermonde",
    ):
        assert known in first
        assert known not in second
    assert "Voor jou ingevuld" in first
    assert "7K3Q-X9MD-4TRV" in first
    assert "7K3Q-X9MD-4TRV" in second
    assert "Voor jou ingevuld" not in page_text(intake_pdf(None, formuliernummer=NUMBER))


@pytest.mark.parametrize("words", [1, 4, 7])
def test_a_long_name_stays_inside_its_box_in_both_directions(words):
    name = " ".join(["Ntakarutimana-Broecke"] * words)
    for taal in ("nl", "ar"):
        picture = page_picture(
            intake_pdf(IntakeGegevens(naam=name), taal=taal, formuliernummer=NUMBER), dpi=100
        )
        assert white(picture, 10, 38, 14.6, 45)
        assert white(picture, 195.4, 38, 200, 45)


def test_a_name_that_cannot_be_printed_or_does_not_fit_is_refused_with_what_to_do():
    for name in ("Wang 王", "Abcdefghij " * 30):
        with pytest.raises(Problem) as caught:
            intake_pdf(IntakeGegevens(naam=name), formuliernummer=NUMBER)
        assert caught.value.veld == "naam"
        assert caught.value.remedy


def test_a_language_that_is_no_option_is_written_behind_other():
    pdf = intake_pdf(IntakeGegevens(naam="A", contacttaal="Dari"), formuliernummer=NUMBER)

    assert "andere: Dari" in page_text(pdf)


def test_a_code_that_the_form_does_not_know_is_an_error_and_no_blank_form():
    with pytest.raises(ValueError, match="question 6"):
        intake_pdf(IntakeGegevens(diploma="universiteit"), formuliernummer=NUMBER)


def test_fifty_forms_fit_in_one_file_with_one_copy_of_each_font():
    sheets = [
        IntakeBlad(
            f"{NUMBER[:-1]}{place}".replace("0", "A").replace("1", "B"),
            "ar" if place % 5 == 0 else "nl",
            LONG,
        )
        for place in range(10)
    ]
    pdf = intakes_pdf(sheets)
    two = intakes_pdf(sheets[:2])

    assert page_count(pdf) == 20
    assert pdf.count(b"/FontFile2") == two.count(b"/FontFile2")
    assert {
        sheet.formuliernummer in page_text(pdf, 2 * n).replace("-", "") for n, sheet in enumerate(sheets)
    } == {True}


def test_the_same_form_gives_the_same_bytes_in_another_process_and_after_another_form():
    found = {
        subprocess.run(
            [sys.executable, "-c", SAME_BYTES, *extra],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, extra in (("1", []), ("2", ["first"]))
    }

    assert len(found) == 1


def test_an_arabic_page_is_mirrored_but_its_marks_and_code_stay_where_the_scanner_looks():
    dutch = page_picture(intake_pdf(None, formuliernummer=NUMBER), dpi=100)
    arabic = page_picture(intake_pdf(None, taal="ar", formuliernummer=NUMBER), dpi=100)

    for picture in (dutch, arabic):
        for left, top in ((10, 10), (195, 10), (10, 282), (195, 282)):
            assert not white(picture, left, top, left + 5, top + 5)
        assert white(picture, 196.9, 283.9, 198.1, 285.1)
        assert not white(picture, 18, 271, 34, 287)
    assert not white(dutch, 70, 68, 76, 74)
    assert not white(arabic, 134, 68, 140, 74)


def test_every_level_of_the_reference_list_has_its_box_on_the_form():
    opties = intake_tekst("nl").vragen
    lists = tomllib.loads(resource("referentie", "lijsten.toml").read_text("utf-8"))
    codes_in_list = {level["code"] for level in lists["opleidingsniveau"]}

    assert codes_in_list - set(SCHOOL) == {"niet_erkend", "onbekend"}
    assert {niveau for niveau, _ in SCHOOL.values()} - {""} == set(opties[4].opties)
    assert {soort for _, soort in SCHOOL.values()} - {""} <= set(opties[5].opties)
    assert set(SCHOOL) <= codes_in_list
