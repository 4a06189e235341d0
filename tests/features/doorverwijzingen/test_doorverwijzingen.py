"""A referral goes its way: never without consent, never without a day, never refused without a reason."""

from dataclasses import replace
from datetime import date

import pytest

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.begeleidingen.verloop import verwijder_begeleiding
from leertraject_desktop.features.doorverwijzingen import commands, lijst
from leertraject_desktop.features.doorverwijzingen.invoer import DoorverwijzingInvoer, StandInvoer
from leertraject_desktop.features.doorverwijzingen.lijst import DoorverwijzingRij
from leertraject_desktop.features.informatievragen.commands import nieuwe_vraag, wijzig_vraag
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.features.taken.lijst import taken
from leertraject_desktop.features.toestemmingen.commands import (
    herstel_toestemming,
    nieuwe_toestemming,
    trek_toestemming_in,
)
from leertraject_desktop.features.toestemmingen.invoer import ToestemmingInvoer
from leertraject_desktop.storage.store import Store

DAG = date(2026, 11, 2)


@pytest.fixture
def verwezen(store: Store, youssef: int) -> int:
    """Youssef is referred to VDAB on 2 November, with consent since 5 October."""
    toestemming = ToestemmingInvoer("vdab", "gegevens", date(2026, 10, 5))
    store.write(nieuwe_toestemming, youssef, toestemming)
    invoer = DoorverwijzingInvoer("vdab", DAG, "Lassen na de vrijlating")
    return store.write(commands.nieuwe_doorverwijzing, youssef, invoer)


def zet(store: Store, doorverwijzing: int, stand: str, dag: int = 10, **rest: str) -> None:
    store.write(commands.zet_stand, doorverwijzing, StandInvoer(stand, date(2026, 11, dag), **rest))


def enige(store: Store, deelnemer: int) -> DoorverwijzingRij:
    (rij,) = store.read(lijst.doorverwijzingen, deelnemer)
    return rij


def test_nobody_is_referred_without_consent_and_the_message_says_what_to_do(
    store: Store, youssef: int
) -> None:
    with pytest.raises(Problem) as caught:
        store.write(commands.nieuwe_doorverwijzing, youssef, DoorverwijzingInvoer("vdab", DAG))
    assert caught.value.veld == "partner"
    assert caught.value.what == "Er is geen toestemming om gegevens door te geven aan VDAB."
    assert "Druk het blad Toestemming af" in caught.value.remedy


@pytest.mark.parametrize("andere", [("ligo", "gegevens"), ("vdab", "overleg"), ("vdab", "nazorg")])
def test_consent_for_another_partner_or_purpose_is_no_consent(
    store: Store, youssef: int, andere: tuple[str, str]
) -> None:
    store.write(nieuwe_toestemming, youssef, ToestemmingInvoer(*andere, date(2026, 10, 5)))
    with pytest.raises(Problem, match="geen toestemming"):
        store.write(commands.nieuwe_doorverwijzing, youssef, DoorverwijzingInvoer("vdab", DAG))


def test_the_answer_is_expected_in_two_weeks_and_stands_between_the_taken(
    store: Store, youssef: int, verwezen: int
) -> None:
    rij = enige(store, youssef)
    assert (rij.antwoord_tegen, rij.dagen_te_laat) == (date(2026, 11, 16), 8)
    (taak,) = store.read(taken, None, None)
    assert (taak.bron, taak.id, taak.omschrijving) == ("doorverwijzing", verwezen, "Antwoord van VDAB")
    zet(store, verwezen, "aanvaard", 17)
    assert store.read(taken, None, None) == []
    assert enige(store, youssef).dagen_te_laat == 0


def test_a_refusal_always_has_a_reason(store: Store, youssef: int, verwezen: int) -> None:
    with pytest.raises(Problem, match="weigering niet bewaren zonder reden") as caught:
        zet(store, verwezen, "geweigerd")
    assert caught.value.veld == "reden"
    with pytest.raises(Problem) as caught:
        zet(store, verwezen, "geweigerd", reden="andere")
    assert caught.value.veld == "toelichting"
    zet(store, verwezen, "geweigerd", reden="geen_plaats")
    assert enige(store, youssef).standen[-1].reden == "geen plaats"


@pytest.mark.parametrize(
    ("eerst", "dan", "zegt"),
    [
        ("aanvaard", "geweigerd", "wordt niet geweigerd"),
        ("aanvaard", "aanvaard", "wordt niet aanvaard"),
        ("ingetrokken", "aanvaard", "al ingetrokken"),
        ("afgerond", "ingetrokken", "wordt niet afgerond"),
    ],
)
def test_a_referral_does_not_jump_or_go_back(
    store: Store, verwezen: int, eerst: str, dan: str, zegt: str
) -> None:
    with pytest.raises(Problem, match=zegt):
        for stand in (eerst, dan):
            zet(store, verwezen, stand, reden="geen_plaats")


def test_what_comes_later_is_dated_later(store: Store, verwezen: int) -> None:
    for dag, zegt in [(1, "vóór de dag waarop ze in behandeling was"), (30, "moet nog komen")]:
        with pytest.raises(Problem, match=zegt) as caught:
            zet(store, verwezen, "aanvaard", dag)
        assert caught.value.veld == "datum"


def test_a_step_by_mistake_is_taken_back_with_a_reason(store: Store, youssef: int, verwezen: int) -> None:
    with pytest.raises(Problem, match="nog geen antwoord"):
        store.write(commands.neem_stand_terug, verwezen, "vergissing")
    zet(store, verwezen, "aanvaard", 10)
    zet(store, verwezen, "afgerond", 20)
    store.write(commands.neem_stand_terug, verwezen, "vergissing")
    assert [stap.stand for stap in enige(store, youssef).standen] == ["in_behandeling", "aanvaard"]
    assert enige(store, youssef).stand == "aanvaard"
    assert enige(store, youssef).verder == ("afgerond", "ingetrokken")


def test_putting_a_referral_right_keeps_its_history_in_order(
    store: Store, youssef: int, verwezen: int
) -> None:
    zet(store, verwezen, "aanvaard", 10)
    with pytest.raises(Problem, match="na het antwoord"):
        invoer = DoorverwijzingInvoer("vdab", date(2026, 11, 11))
        store.write(commands.wijzig_doorverwijzing, verwezen, invoer, "typfout")
    with pytest.raises(Problem, match="geen toestemming"):
        store.write(commands.wijzig_doorverwijzing, verwezen, DoorverwijzingInvoer("ligo", DAG), "typfout")
    invoer = DoorverwijzingInvoer("vdab", date(2026, 11, 9), "Metsen")
    store.write(commands.wijzig_doorverwijzing, verwezen, invoer, "typfout")
    rij = enige(store, youssef)
    assert (rij.vraag, rij.datum, rij.standen[0].datum) == ("Metsen", date(2026, 11, 9), date(2026, 11, 9))


def test_a_referral_belongs_to_the_begeleiding_of_its_day_and_stays_when_that_is_removed(
    store: Store, youssef: int, begeleiding: int, verwezen: int
) -> None:
    store.write(verwijder_begeleiding, begeleiding, "vergissing")
    assert enige(store, youssef).id == verwezen
    store.write(commands.verwijder_doorverwijzing, verwezen, "dubbel")
    assert store.read(lijst.doorverwijzingen, youssef) == []


def test_a_referral_does_not_run_again_while_its_consent_stays_withdrawn(
    store: Store, youssef: int, verwezen: int
) -> None:
    store.write(trek_toestemming_in, 1, date(2026, 11, 10))
    with pytest.raises(Problem, match="is ingetrokken"):
        store.write(commands.neem_stand_terug, verwezen, "vergissing")
    store.write(herstel_toestemming, 1, "typfout")
    store.write(commands.neem_stand_terug, verwezen, "vergissing")
    assert enige(store, youssef).stand == "in_behandeling"


def test_a_referral_typed_in_after_the_consent_was_withdrawn_is_withdrawn_too(
    store: Store, youssef: int
) -> None:
    toestemming = ToestemmingInvoer("vdab", "gegevens", date(2026, 10, 5))
    store.write(nieuwe_toestemming, youssef, toestemming)
    store.write(trek_toestemming_in, 1, date(2026, 11, 10))
    store.write(commands.nieuwe_doorverwijzing, youssef, DoorverwijzingInvoer("vdab", DAG))
    rij = enige(store, youssef)
    assert (rij.stand, rij.standen[-1].datum) == ("ingetrokken", date(2026, 11, 10))


def test_a_referral_never_comes_before_its_question_whichever_day_is_put_right(
    store: Store, youssef: int
) -> None:
    store.write(nieuwe_toestemming, youssef, ToestemmingInvoer("vdab", "gegevens", date(2026, 10, 5)))
    gevraagd = VraagInvoer(youssef, "nt2", "Lassen?", kanaal="brief", datum=DAG, partner="vdab")
    vraag = store.write(nieuwe_vraag, gevraagd)
    later = replace(gevraagd.zonder_verwijzing(), datum=date(2026, 11, 3))
    with pytest.raises(Problem, match="vóór de vraag"):
        store.write(wijzig_vraag, vraag, later, "typfout")
    eerder = DoorverwijzingInvoer("vdab", date(2026, 11, 1), "Lassen?")
    with pytest.raises(Problem, match="vóór de vraag"):
        store.write(commands.wijzig_doorverwijzing, enige(store, youssef).id, eerder, "typfout")
    store.write(wijzig_vraag, vraag, replace(later, datum=date(2026, 11, 1)), "typfout")
    store.write(commands.wijzig_doorverwijzing, enige(store, youssef).id, eerder, "typfout")
    assert enige(store, youssef).datum == date(2026, 11, 1)
