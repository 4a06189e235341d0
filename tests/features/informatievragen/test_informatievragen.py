"""A question is asked, answered, found, put right and turned into a begeleiding."""

from dataclasses import replace
from datetime import date

import pytest

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.begeleidingen.verloop import rond_af
from leertraject_desktop.features.informatievragen import commands, lijst
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.features.informatievragen.lijst import VraagFilter, VraagRij
from leertraject_desktop.storage.store import Store

VRAAG = VraagInvoer(onderwerp="nt2", vraag="Kan ik nog starten?", kanaal="rapportbriefje")


def rijen(store: Store, **keuze: object) -> list[VraagRij]:
    ids = store.read(lijst.vraag_ids, VraagFilter(**keuze))  # type: ignore[arg-type]
    return store.read(lijst.vraag_rijen, ids)


def test_an_anonymous_question_waits_until_it_is_answered(store: Store) -> None:
    vraag = store.write(commands.nieuwe_vraag, replace(VRAAG, datum=date(2026, 11, 20)))
    (rij,) = rijen(store)
    assert (rij.naam, rij.onderwerp, rij.kanaal, rij.wacht) == ("", "NT2", "rapportbriefje", 4)
    store.write(commands.beantwoord_vraag, vraag, "Ja, dinsdag.", None, 5)
    assert rijen(store) == []
    (rij,) = rijen(store, stand="maand")
    assert (rij.antwoord, rij.beantwoord_op, rij.minuten) == ("Ja, dinsdag.", date(2026, 11, 24), 15)


def test_an_answer_in_the_form_closes_the_question_on_its_own_day(store: Store) -> None:
    store.write(commands.nieuwe_vraag, replace(VRAAG, antwoord="Ja", datum=date(2026, 11, 3)))
    assert [rij.beantwoord_op for rij in rijen(store, stand="")] == [date(2026, 11, 3)]


def test_a_question_becomes_a_begeleiding_without_retyping(store: Store, youssef: int) -> None:
    vraag = store.write(commands.nieuwe_vraag, replace(VRAAG, deelnemer_id=youssef))
    begeleiding = store.write(commands.word_begeleiding, vraag)
    assert rijen(store)[0].begeleiding_id == begeleiding
    with pytest.raises(Problem, match="kwam al een begeleiding"):
        store.write(commands.word_begeleiding, vraag)
    tweede = store.write(commands.nieuwe_vraag, replace(VRAAG, deelnemer_id=youssef))
    with pytest.raises(Problem, match="loopt al een begeleiding"):
        store.write(commands.word_begeleiding, tweede)


def test_an_anonymous_question_cannot_become_a_begeleiding(store: Store) -> None:
    with pytest.raises(Problem, match="anonieme vraag"):
        store.write(commands.nieuwe_vraag, replace(VRAAG, wordt_begeleiding=True))
    assert rijen(store, stand="") == []


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("onderwerp", None), ("onderwerp", "lassen"), ("kanaal", ""), ("datum", date(2026, 11, 25)),
        ("minuten", -1), ("minuten", 1441), ("vraag", "x" * 10_001), ("deelnemer_id", 99),
        ("beantwoord_op", date(2026, 10, 1)),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_nothing_is_kept(store: Store, veld: str, waarde: object) -> None:
    invoer = replace(VRAAG, antwoord="Ja", datum=date(2026, 11, 3))
    with pytest.raises(Problem):
        store.write(commands.nieuwe_vraag, replace(invoer, **{veld: waarde}))  # type: ignore[arg-type]
    assert rijen(store, stand="") == []


def test_a_note_of_ten_thousand_characters_with_emoji_and_arabic_comes_back_whole(store: Store) -> None:
    tekst = ("🙂 سؤال é\n" * 1112)[:10_000].strip()
    vraag = store.write(commands.nieuwe_vraag, replace(VRAAG, vraag=tekst))
    assert store.read(lijst.vraag_invoer, vraag).vraag == tekst


def test_a_question_is_found_by_its_words_and_by_the_name(store: Store, youssef: int) -> None:
    eigen = store.write(commands.nieuwe_vraag, replace(VRAAG, deelnemer_id=youssef))
    store.write(commands.nieuwe_vraag, replace(VRAAG, vraag="Iets over lassen", onderwerp="andere"))
    assert [rij.id for rij in rijen(store, zoek="amrani")] == [eigen]
    assert [rij.id for rij in rijen(store, zoek="STARTEN nog")] == [eigen]
    assert [rij.vraag for rij in rijen(store, onderwerp="andere")] == ["Iets over lassen"]


def test_a_whole_page_pasted_in_the_search_field_is_searched_by_its_first_words(store: Store) -> None:
    asked = store.write(commands.nieuwe_vraag, VraagInvoer(None, "nt2", "a b c d e f g h", kanaal="brief"))
    assert [rij.id for rij in rijen(store, zoek="a b c d e f g h " + "en nog veel meer " * 500)] == [asked]


def test_what_was_the_same_five_times_is_filled_in(store: Store) -> None:
    invoer = replace(VRAAG, kanaal="gesprek", minuten=25)
    for _ in range(4):
        store.write(commands.nieuwe_vraag, invoer)
    assert not store.read(lijst.vaste_keuzes).zoals_vorige
    store.write(commands.nieuwe_vraag, invoer)
    assert store.read(lijst.vaste_keuzes) == lijst.VasteKeuzes("gesprek", 25, zoals_vorige=True)


def test_a_question_that_became_a_begeleiding_stays_with_its_person(store: Store, youssef: int) -> None:
    invoer = replace(VRAAG, deelnemer_id=youssef, wordt_begeleiding=True)
    vraag = store.write(commands.nieuwe_vraag, invoer)
    with pytest.raises(Problem, match="kan niet meer veranderen"):
        store.write(commands.wijzig_vraag, vraag, VRAAG, "andere_persoon")
    store.write(commands.verwijder_vraag, vraag, "vergissing")
    assert rijen(store, stand="") == []
    store.undo()
    assert rijen(store, stand="")[0].begeleiding_id is not None


def test_the_counts_tell_open_and_answered_questions_of_this_month(store: Store) -> None:
    store.write(commands.nieuwe_vraag, replace(VRAAG, datum=date(2026, 10, 1)))
    store.write(commands.nieuwe_vraag, replace(VRAAG, antwoord="Ja"))
    assert store.read(lijst.aantallen) == lijst.VraagAantallen(open=1, deze_maand=1, beantwoord_deze_maand=1)


def test_an_old_question_does_not_become_a_begeleiding_across_one_that_ended(
    store: Store, youssef: int, begeleiding: int
) -> None:
    vraag = store.write(commands.nieuwe_vraag, replace(VRAAG, deelnemer_id=youssef, datum=date(2026, 3, 10)))
    store.write(rond_af, begeleiding, date(2026, 5, 1))
    with pytest.raises(Problem, match="liep al een begeleiding"):
        store.write(commands.word_begeleiding, vraag)
