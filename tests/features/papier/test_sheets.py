"""The sheets beside the intake form: learning plan, answers, consent, recovery sheet, week and lists."""

import re
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.features.papier.looking import inside_margins

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.papier import codes, icons
from leertraject_desktop.features.papier.antwoord import AntwoordGegevens, antwoorden_pdf
from leertraject_desktop.features.papier.herstelblad import herstelblad_pdf
from leertraject_desktop.features.papier.intake import intake_pdf
from leertraject_desktop.features.papier.leerplan import (
    LeerplanDoel,
    LeerplanGegevens,
    LeerplanStap,
    leerplan_dossier_pdf,
    leerplan_pdf,
)
from leertraject_desktop.features.papier.lijst import lijst_pdf
from leertraject_desktop.features.papier.pages import Item, paginate
from leertraject_desktop.features.papier.pen import Pen
from leertraject_desktop.features.papier.pictures import page_count, page_picture, page_text
from leertraject_desktop.features.papier.teksten import TALEN, teksten
from leertraject_desktop.features.papier.toestemming import ToestemmingGegevens, toestemming_pdf
from leertraject_desktop.features.papier.weeklijst import WeekDag, WeekTaak, weeklijst_pdf

TODAY = date(2026, 11, 24)
LONG_NAME = "Maximiliaan-Alexandros Ntakarutimana-Van den Broecke Uwimana"
PLAN = LeerplanGegevens(
    naam="Divine Uwimana",
    datum=TODAY,
    doelen=(
        LeerplanDoel(
            "Ik leer beter Nederlands (niveau 2.1)",
            date(2027, 6, 1),
            (
                LeerplanStap("Ik doe de taaltest.", date(2026, 11, 16), gedaan=True, wie="An Bogaert"),
                LeerplanStap("Ik oefen elke week in mijn werkboek.", "vanaf januari", wie="Ligo Brugge"),
            ),
        ),
    ),
    opnieuw=date(2027, 2, 1),
    helpt="Meer tijd bij een toets.",
    nummer=2,
    vervangt=date(2026, 9, 3),
    begeleider="An Bogaert",
    dossiernummer="1043",
)
ANSWER = AntwoordGegevens("Telt mijn diploma in België?", "Dat kan.", TODAY, naam="Divine Uwimana")
CONSENT = ToestemmingGegevens(
    LONG_NAME,
    "Leerwinkel West-Vlaanderen",
    "Zoekt een opleiding.",
    date(2027, 11, 24),
    date(1991, 5, 7),
    "T-32",
)
KEY = ["7M6EM", "TZWF5", "057JY", "6W0Z0", "MDSGF", "PPR4M", "N5JJM", "X9K15"]


def test_the_plan_of_the_person_names_no_staff_and_the_plan_of_the_file_does():
    own, file = page_text(leerplan_pdf(PLAN)), page_text(leerplan_dossier_pdf(PLAN))

    for words in ("Divine Uwimana", "16 november 2026", "vanaf januari", "Klaar: juni 2027", "februari 2027"):
        assert words in own
    for name in ("An Bogaert", "Ligo Brugge", "1043"):
        assert name not in own
        assert name in file


def test_the_long_name_of_who_does_a_step_stays_on_one_line_in_the_file():
    step = LeerplanStap("Inschrijven", "", wie="onderwijscoördinator")
    plan = replace(PLAN, doelen=(LeerplanDoel("Ik leer Nederlands", "", (step,)),))
    assert "onderwijscoördinator" in page_text(leerplan_dossier_pdf(plan))


@pytest.mark.parametrize("taal", [*TALEN, "tr"])
def test_a_plan_prints_in_every_language_and_in_dutch_where_there_are_no_words(taal):
    pdf = leerplan_pdf(replace(PLAN, naam=LONG_NAME, naam_eigen_schrift="عبد الرحمن"), taal=taal)

    assert page_count(pdf) == 1
    assert inside_margins(pdf)
    assert taal != "tr" or "Mijn leerplan" in page_text(pdf)


def test_a_plan_of_many_goals_goes_on_over_pages_and_loses_no_step():
    steps = tuple(LeerplanStap(f"Stap nummer {n}.", "mei 2027") for n in range(1, 31))
    pdf = leerplan_pdf(
        replace(PLAN, doelen=(LeerplanDoel("Eerste", "", steps), LeerplanDoel("Tweede", "", steps)))
    )
    pages = [page_text(pdf, page) for page in range(page_count(pdf))]

    assert len(pages) >= 3
    assert all(sum(f"Stap nummer {n}." in page for page in pages) >= 1 for n in range(1, 31))
    assert sum(page.count("Stap nummer") for page in pages) == 60
    assert all("Wanneer" in page for page in pages if "Stap nummer" in page)
    assert [f"Bladzijde {n} van {len(pages)}" in page for n, page in enumerate(pages, 1)] == [True] * len(
        pages
    )


def test_two_answers_share_a_sheet_each_in_its_own_language():
    french = replace(ANSWER, taal="fr", naam="Youssef El Amrani", wat_nu=("Nous vous écrivons.",))
    arabic = replace(ANSWER, taal="ar", antwoord="نعم، هذا ممكن.", wat_nu=("نحن نكتب لك.",))
    pdf = antwoorden_pdf([ANSWER, french, arabic])

    assert page_count(pdf) == 2
    assert "Antwoord op je vraag" in page_text(pdf, 0)
    assert "Réponse à votre question" in page_text(pdf, 0)
    assert "24 novembre 2026" in page_text(pdf, 0)
    assert inside_margins(pdf)


def test_a_long_answer_gets_a_sheet_of_its_own_and_a_book_is_refused():
    long = replace(ANSWER, antwoord="Dat duurt enkele maanden en kost niets. " * 60)
    assert page_count(antwoorden_pdf([ANSWER, long, ANSWER])) == 3

    with pytest.raises(Problem) as caught:
        antwoorden_pdf([replace(ANSWER, antwoord="Dat duurt enkele maanden. " * 400)])
    assert "Divine Uwimana" in caught.value.what


def test_an_answer_with_an_emoji_shows_a_box_where_it_stood():
    with_emoji = antwoorden_pdf([replace(ANSWER, antwoord="Goed zo 👍")])
    without = antwoorden_pdf([replace(ANSWER, antwoord="Goed zo")])

    assert page_text(with_emoji).split() == page_text(without).split()
    assert page_picture(with_emoji) != page_picture(without)


@pytest.mark.parametrize("taal", TALEN)
def test_consent_and_withdrawal_stand_on_one_sheet_with_marks_in_every_language(taal):
    number = codes.nieuw_formuliernummer()
    pdf = toestemming_pdf(CONSENT, formuliernummer=number, taal=taal)

    assert page_count(pdf) == 1
    assert inside_margins(pdf)
    assert codes.leesbaar(number)[1:] in page_text(pdf)


def sheets(taal):
    """Every paper that is given to somebody, in his or her own language."""
    number = codes.nieuw_formuliernummer()
    return {
        "intake": intake_pdf(None, taal=taal, formuliernummer=number),
        "toestemming": toestemming_pdf(CONSENT, formuliernummer=number, taal=taal),
        "leerplan": leerplan_pdf(PLAN, taal=taal),
        "antwoord": antwoorden_pdf([replace(ANSWER, taal=taal, nummer="1043")]),
    }


@pytest.mark.parametrize("taal", TALEN)
def test_every_page_in_another_language_tells_staff_that_the_translation_is_to_be_checked(taal):
    # Where a page reads from right to left, its Dutch words are found in that order too.
    told = {
        (name, page): {"Vertaling", "na", "te", "lezen"} <= set(re.findall("[A-Za-z]+", page_text(pdf, page)))
        for name, pdf in sheets(taal).items()
        for page in range(page_count(pdf))
    }
    assert set(told.values()) == {taal != "nl"}, told


def test_a_purpose_that_does_not_fit_on_the_consent_is_refused_with_what_to_do():
    with pytest.raises(Problem) as caught:
        toestemming_pdf(replace(CONSENT, doel="Een opleiding zoeken. " * 80), formuliernummer="C3VX7PM2KD9S")
    assert caught.value.veld == "doel"


@pytest.mark.parametrize("formulier", ["leerplan", "antwoord", "toestemming", "datum"])
def test_every_language_of_a_form_has_the_same_texts(formulier):
    dutch = teksten(formulier, "nl")
    for taal in TALEN:
        other = teksten(formulier, taal)
        assert list(other) == list(dutch)
        assert all(len(other[key]) == len(words) for key, words in dutch.items() if isinstance(words, list))
        assert all(other[key].count("**") % 2 == 0 for key, words in dutch.items() if isinstance(words, str))


def test_the_recovery_sheet_shows_the_whole_key_and_keeps_it_out_of_the_properties_of_the_file():
    pdf = herstelblad_pdf(KEY, "LTH1-" + "-".join(KEY), gevangenis="Brugge", datum=TODAY)
    shown = page_text(pdf).replace("\r\n", "").replace(" ", "")

    assert page_count(pdf) == 1
    assert inside_margins(pdf)
    assert all(shown.count(character) >= "".join(KEY).count(character) for character in set("".join(KEY)))
    assert all(group.encode() not in pdf for group in KEY)
    with pytest.raises(ValueError, match="eight groups"):
        herstelblad_pdf(KEY[:7], "X", gevangenis="Brugge", datum=TODAY)


def test_the_week_lists_each_day_with_its_tasks_and_says_when_a_day_is_empty():
    days = [
        WeekDag(
            date(2026, 11, 23), (WeekTaak("Intake", LONG_NAME, time(10, 0)), WeekTaak("Bellen", te_laat=True))
        ),
        WeekDag(TODAY),
    ]
    pdf = weeklijst_pdf(days, wie="An Bogaert")
    text = page_text(pdf)

    for words in ("Maandag 23 november 2026", "10:00", "Te laat: Bellen", "2 taken", "niets gepland"):
        assert words in text
    assert inside_margins(pdf)


def test_a_list_is_upright_when_it_fits_and_lies_on_its_side_when_it_is_wide():
    narrow = lijst_pdf("Deelnemers", ["Naam", "Cel"], [["El Amrani, Youssef", "214"]] * 3)
    wide = lijst_pdf("Vragen", [f"Kolom {n}" for n in range(9)], [["een vrij lange tekst"] * 9] * 3)

    assert page_picture(narrow).height > page_picture(narrow).width
    assert page_picture(wide).width > page_picture(wide).height
    assert inside_margins(narrow)
    assert inside_margins(wide, 297, 210)


def test_a_long_list_repeats_its_heads_and_loses_no_row_and_no_word():
    note = " ".join(f"woord{n}" for n in range(900))
    rows = [[f"Naam{n}", f"{n}", note if n == 7 else "kort"] for n in range(120)]
    pdf = lijst_pdf("Deelnemers", ["Naam", "Nummer", "Notitie"], rows, voet="Gemaakt op 24 november 2026")
    pages = [page_text(pdf, page) for page in range(page_count(pdf))]
    words = " ".join(pages).split()

    assert all("Notitie" in page and "Gemaakt op" in page for page in pages)
    assert {f"Naam{n}" for n in range(120)} | {f"woord{n}" for n in range(900)} <= set(words)
    assert inside_margins(pdf)


def test_an_empty_list_and_a_list_of_very_many_columns_print_too():
    assert page_count(lijst_pdf("Leeg", ["A", "B"], [])) == 1
    assert inside_margins(lijst_pdf("Breed", [f"Kolom{n}" for n in range(25)], [["123"] * 25]), 297, 210)
    with pytest.raises(ValueError, match="cell for each column"):
        lijst_pdf("Fout", ["A", "B"], [["1"]])


class Slab:
    """A block of a given height."""

    def __init__(self, height):
        self.height = height

    def draw(self, pen, top):
        return self.height


@settings(max_examples=150)
@given(st.lists(st.tuples(st.floats(1, 60), st.floats(0, 9), st.booleans()), max_size=30))
def test_pages_hold_every_block_once_in_order_and_none_runs_past_the_end(blocks):
    items = [Item(Slab(height), gap, keep) for height, gap, keep in blocks]
    pages = paginate(Pen(None), items, top=10, bottom=100, next_top=12)

    placed = [block for page in pages for block, _ in page]
    assert placed == [item.block for item in items]
    for page in pages:
        ends = [y + block.height for block, y in page]
        assert all(end <= 100.001 for end in ends)
        assert all(after >= end - 0.001 for end, (_, after) in zip(ends, page[1:], strict=False))


def test_a_head_never_stands_alone_at_the_foot_of_a_page():
    items = [Item(Slab(70)), Item(Slab(10), keep=True), Item(Slab(15))]

    first, second = paginate(Pen(None), items, top=10, bottom=100, next_top=12)
    assert [block.height for block, _ in first] == [70]
    assert [block.height for block, _ in second] == [10, 15]


def test_an_arc_of_an_icon_follows_its_circle():
    quarter, rest = icons.path("M 10 0 A 10 10 0 0 1 0 10")[1:], icons.path("M10 0a10 10 0 10-10 10")[1:]

    for moves in (quarter, rest):
        for move in moves:
            assert move.kind == "C"
    assert quarter[-1].points[-1] == pytest.approx((0, 10))
    assert len(rest) == 3
    assert rest[-1].points[-1] == pytest.approx((0, 10))
    for move in quarter:
        assert abs(complex(*move.points[-1])) == pytest.approx(10)
