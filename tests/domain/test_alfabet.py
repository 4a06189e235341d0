"""The letters of a script are those that a folded name can hold."""

import pytest

from leertraject_desktop.domain.alfabet import ALFABETTEN, alfabet_van
from leertraject_desktop.domain.tekst import vouw


@pytest.mark.parametrize("letters", ALFABETTEN, ids=lambda letters: letters[:3])
def test_every_letter_is_as_it_stands_in_the_index(letters: str):
    assert [vouw(letter) for letter in letters] == list(letters)
    assert len(set(letters)) == len(letters)


@pytest.mark.parametrize(
    ("word", "begins"),
    [("amrani", "a"), ("Ўанна".casefold(), "а"), ("αβγδ", "α"), ("محمد", "ء"), ("አበበ", "a")],
)
def test_a_word_has_the_letters_of_its_own_script(word: str, begins: str):
    assert alfabet_van(vouw(word))[0] == begins


def test_a_word_that_begins_in_another_script_by_mistake_has_those_of_the_rest():
    assert alfabet_van("yоган")[0] == "а"
