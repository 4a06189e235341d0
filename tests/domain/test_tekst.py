"""What somebody types is kept as typed, and found again however it is typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.tekst import MAX_NOTITIE, schoon, verplicht, vouw

NAMES = [
    ("Özdemir", "ozdemir"),
    ("Çelik-Yılmaz", "celik yilmaz"),
    ("Łukasz Świątek", "lukasz swiatek"),
    ("Đorđević", "dordevic"),
    ("D'Hoore", "d hoore"),
    ("Nguyễn Văn Đức", "nguyen van duc"),
    ("İSTANBUL", "istanbul"),
    ("Straße", "strasse"),
    ("أحمد", "احمد"),
    ("Е\u0308лкин", "елкин"),
    ("™", "tm"),
]


@given(st.text(max_size=300), st.booleans())
def test_cleaning_twice_changes_nothing_more(text, regels):
    once = schoon(text, maximum=2000, regels=regels)
    assert schoon(once, maximum=2000, regels=regels) == once
    assert once == once.strip()
    assert unicodedata.is_normalized("NFC", once)


@given(st.text(max_size=300))
def test_what_is_kept_can_be_written_anywhere_and_breaks_no_line(text):
    kept = schoon(text, maximum=2000)
    kept.encode("utf-8")
    assert len(kept.splitlines()) <= 1
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in kept)


TYPED = ["🙂", "👩🏽\u200d🏫", "🫨", "محمد العمراني", "יעקב", "ሰላም", "नमस्ते", "O’Brien", "n\u0303"]


@pytest.mark.parametrize("text", TYPED)
def test_every_script_and_every_emoji_stays_as_typed(text):
    assert schoon(text) == unicodedata.normalize("NFC", text)


def test_lines_of_a_note_stay_apart_and_those_of_a_name_do_not():
    assert schoon("een\r\ntwee\rdrie\n", regels=True) == "een\ntwee\ndrie"
    assert schoon("Van\nden \t  Berg\u2028Jan") == "Van den Berg Jan"


def test_a_line_break_from_an_old_machine_keeps_two_words_apart():
    assert schoon("Jan\x85Peeters") == "Jan Peeters"


def test_a_note_of_ten_thousand_signs_fits_and_one_more_is_refused_and_not_cut():
    assert len(schoon("x" * MAX_NOTITIE, maximum=MAX_NOTITIE, regels=True)) == MAX_NOTITIE
    with pytest.raises(Problem, match="10001 tekens") as caught:
        schoon("x" * (MAX_NOTITIE + 1), maximum=MAX_NOTITIE, veld="notitie")
    assert caught.value.veld == "notitie"


def test_what_must_be_filled_in_is_asked_for_at_its_field():
    assert verplicht("Jan", "Een naam ontbreekt.", "Vul een naam in.", veld="naam") == "Jan"
    with pytest.raises(Problem) as caught:
        verplicht("", "Een naam ontbreekt.", "Vul een naam in.", veld="naam")
    assert (caught.value.what, caught.value.remedy, caught.value.veld) == (
        "Een naam ontbreekt.",
        "Vul een naam in.",
        "naam",
    )


@pytest.mark.parametrize(("typed", "found"), NAMES)
def test_a_name_is_found_without_accents_and_capitals(typed, found):
    assert vouw(typed) == found


@given(st.text(max_size=200))
def test_searching_does_not_depend_on_how_often_a_text_was_folded(text):
    assert vouw(vouw(text)) == vouw(text)


@given(st.text(max_size=100))
def test_searching_does_not_depend_on_capitals_or_on_the_way_an_accent_is_stored(text):
    assert vouw(unicodedata.normalize("NFD", text)) == vouw(text)
    assert vouw(text.casefold()) == vouw(text)
