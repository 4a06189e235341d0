"""Choosing a passphrase: the rules, the strength in words and the proposals."""

import pytest

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.gebruikers.wachtzin import controleer_wachtzin, stel_wachtzin_voor, sterkte
from leertraject_desktop.storage.packaged import resource

EIGEN = ("an.bogaert", "An Bogaert", "Brugge")


def test_a_proposed_passphrase_has_four_plain_words_and_is_always_strong_enough():
    voorstellen = [stel_wachtzin_voor() for _ in range(300)]
    assert len(set(voorstellen)) == 300
    assert all(len(set(zin.split())) == 4 and zin.isascii() and zin.islower() for zin in voorstellen)
    assert min(sterkte(zin, eigen=EIGEN).niveau for zin in voorstellen) >= 3


def test_the_word_list_is_long_enough_and_has_no_word_twice():
    woorden = resource("wachtzin", "woorden.txt").read_text(encoding="utf-8").split()
    assert len(woorden) == len(set(woorden)) >= 2048
    assert not set(woorden) & set(resource("wachtzin", "geweigerd.txt").read_text(encoding="utf-8").split())


@pytest.mark.parametrize(
    "zwak",
    [
        "wachtwoord123", "W@chtw00rd2026", "azertyuiop12", "123456789012", "qwertyuiopas", "aaaaaaaaaaaaaaa",
        "hondhondhondhond", "Na regen komt zonneschijn!", "gevangenisbrugge2026", "An Bogaert 1985",
        "te kort", "brugge an bogaert", "abcdefghijklmnop", "Welkom Welkom Welkom 1",
    ],
)  # fmt: skip
def test_what_everybody_tries_first_is_refused_with_a_remedy(zwak):
    assert sterkte(zwak, eigen=EIGEN).niveau == 1
    with pytest.raises(Problem) as refused:
        controleer_wachtzin(zwak, eigen=EIGEN)
    assert refused.value.veld == "wachtzin"
    assert refused.value.remedy


@pytest.mark.parametrize(
    "goed",
    ["drie fietsen wachten op zachte regen", "vis uil mok oor", "Xk9#pL2qv!7m", "كتاب على الطاولة الكبيرة"],
)
def test_words_are_enough_and_no_signs_are_asked_for(goed):
    controleer_wachtzin(goed, eigen=EIGEN)
    assert sterkte(goed, eigen=EIGEN).niveau >= 2


def test_the_strength_is_told_in_words_while_somebody_types():
    assert sterkte("").label == "Nog niets getypt"
    assert sterkte("").niveau == 0
    assert sterkte("drie fie").telling == "2 woorden, 8 tekens"
    assert [c.gehaald for c in sterkte("drie fie").controles] == [False, True, True]
    assert sterkte("drie fietsen wachten op zachte regen").label == "Sterk"


def test_a_passphrase_of_a_whole_page_is_refused():
    with pytest.raises(Problem, match="te lang"):
        controleer_wachtzin("zomaar iets " * 100)
