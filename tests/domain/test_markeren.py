"""What was searched for stands out in a hit, also where it was misspelt."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leertraject_desktop.domain.markeren import stukken


@pytest.mark.parametrize(
    ("tekst", "gezocht", "hits"),
    [
        ("El Amrani, Youssef", "you amr", ["Amr", "You"]),
        ("Özdemir, Hakan", "ozd", ["Özd"]),
        ("Straße 12", "stras 1", ["Straß", "1"]),
        ("Wil leren lassen", "", []),
        ("lassen", "asse", []),
        ("El Amrani, Youssef", "jussef", ["Youssef"]),
        ("Özdemir, Hakan", "uzdemir hakn", ["Özdemir", "Hakan"]),
        ("Benali, Ömer", "penali", ["Benali"]),
        ("Peeters, Jan", "jonas", []),
    ],
)
def test_what_was_searched_for_stands_out_where_a_word_begins_with_it_or_is_misspelt(tekst, gezocht, hits):
    assert [piece for piece, hit in stukken(tekst, gezocht) if hit] == hits


@given(st.text(), st.text())
def test_the_pieces_of_a_text_are_the_text(tekst, gezocht):
    assert "".join(piece for piece, _ in stukken(tekst, gezocht)) == tekst
