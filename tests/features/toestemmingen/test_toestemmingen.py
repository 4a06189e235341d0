"""Nothing goes to a partner without consent, and who stops is stopped at once."""

from datetime import date

import pytest

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.doorverwijzingen.commands import nieuwe_doorverwijzing
from leertraject_desktop.features.doorverwijzingen.invoer import DoorverwijzingInvoer
from leertraject_desktop.features.doorverwijzingen.lijst import doorverwijzingen
from leertraject_desktop.features.taken.lijst import taken
from leertraject_desktop.features.toestemmingen import commands, lijst
from leertraject_desktop.features.toestemmingen.invoer import ToestemmingInvoer
from leertraject_desktop.storage.store import Store

GEGEVEN = date(2026, 10, 5)


def geef(store: Store, deelnemer: int, **rest: object) -> int:
    waarden = {"partner": "vdab", "doel": "gegevens", "gegeven_op": GEGEVEN, **rest}
    return store.write(commands.nieuwe_toestemming, deelnemer, ToestemmingInvoer(**waarden))  # type: ignore[arg-type]


def test_a_consent_holds_for_a_year_for_that_partner_and_that_purpose_only(
    store: Store, youssef: int
) -> None:
    geef(store, youssef)
    (rij,) = store.read(lijst.toestemmingen, youssef)
    assert (rij.partner, rij.doel, rij.geldig_tot) == ("VDAB", "gegevens doorgeven", date(2027, 10, 5))
    answers = [
        store.read(lijst.heeft_toestemming, youssef, partner, doel, op)
        for partner, doel, op in [
            ("vdab", "gegevens", GEGEVEN),
            ("vdab", "gegevens", date(2027, 10, 5)),
            ("vdab", "gegevens", date(2027, 10, 6)),
            ("vdab", "gegevens", date(2026, 10, 4)),
            ("vdab", "nazorg", GEGEVEN),
            ("ligo", "gegevens", GEGEVEN),
        ]
    ]
    assert answers == [True, True, False, False, False, False]


@pytest.mark.parametrize(
    ("gegeven", "tot", "stand"),
    [
        (date(2026, 11, 1), None, "geldig"),
        (date(2025, 12, 1), None, "bijna_verlopen"),
        (date(2025, 11, 1), None, "verlopen"),
        (date(2026, 11, 1), date(2026, 11, 24), "bijna_verlopen"),
    ],
)
def test_a_consent_that_ends_soon_is_told_in_time(
    store: Store, youssef: int, gegeven: date, tot: date | None, stand: str
) -> None:
    geef(store, youssef, gegeven_op=gegeven, geldig_tot=tot)
    assert [rij.stand for rij in store.read(lijst.toestemmingen, youssef)] == [stand]


def test_who_stops_is_stopped_at_once_and_the_partner_is_asked_to_erase(store: Store, youssef: int) -> None:
    toestemming = geef(store, youssef)
    store.write(nieuwe_doorverwijzing, youssef, DoorverwijzingInvoer("vdab", date(2026, 11, 2)))
    store.write(commands.trek_toestemming_in, toestemming, date(2026, 11, 20))
    assert [rij.stand for rij in store.read(lijst.toestemmingen, youssef)] == ["ingetrokken"]
    assert not store.read(lijst.heeft_toestemming, youssef, "vdab", "gegevens", date(2026, 11, 20))
    (verwijzing,) = store.read(doorverwijzingen, youssef)
    assert (verwijzing.stand, verwijzing.standen[-1].datum) == ("ingetrokken", date(2026, 11, 20))
    assert [rij.omschrijving for rij in store.read(taken, None, None)] == [
        "Vraag aan VDAB om de gegevens te wissen"
    ]
    with pytest.raises(Problem, match="al ingetrokken"):
        store.write(commands.trek_toestemming_in, toestemming)


def test_a_sheet_that_had_run_out_does_not_keep_a_referral_going_when_the_last_one_is_withdrawn(
    store: Store, youssef: int
) -> None:
    geef(store, youssef, geldig_tot=date(2026, 11, 10))
    store.write(nieuwe_doorverwijzing, youssef, DoorverwijzingInvoer("vdab", date(2026, 11, 2)))
    nieuw = geef(store, youssef, gegeven_op=date(2026, 11, 12))
    geef(store, youssef, doel="nazorg")
    assert [rij.stand for rij in store.read(doorverwijzingen, youssef)] == ["in_behandeling"]
    store.write(commands.trek_toestemming_in, nieuw, date(2026, 11, 20))
    (verwijzing,) = store.read(doorverwijzingen, youssef)
    assert (verwijzing.stand, verwijzing.standen[-1].datum) == ("ingetrokken", date(2026, 11, 20))


def test_who_signed_again_goes_on_with_the_new_sheet(store: Store, youssef: int) -> None:
    oud = geef(store, youssef)
    geef(store, youssef, gegeven_op=date(2026, 11, 10))
    store.write(nieuwe_doorverwijzing, youssef, DoorverwijzingInvoer("vdab", date(2026, 11, 12)))
    store.write(commands.trek_toestemming_in, oud)
    (verwijzing,) = store.read(doorverwijzingen, youssef)
    assert verwijzing.stand == "in_behandeling"
    assert [rij.bron for rij in store.read(taken, None, None)] == ["doorverwijzing"]


def test_withdrawing_is_undone_whole(store: Store, youssef: int) -> None:
    toestemming = geef(store, youssef)
    store.write(nieuwe_doorverwijzing, youssef, DoorverwijzingInvoer("vdab", date(2026, 11, 2)))
    before = store.read(doorverwijzingen, youssef), store.read(lijst.toestemmingen, youssef)
    store.write(commands.trek_toestemming_in, toestemming)
    assert store.undo() == "toestemming intrekken"
    assert (store.read(doorverwijzingen, youssef), store.read(lijst.toestemmingen, youssef)) == before


def test_a_consent_that_a_referral_leans_on_cannot_be_taken_from_under_it(store: Store, youssef: int) -> None:
    toestemming = geef(store, youssef)
    store.write(nieuwe_doorverwijzing, youssef, DoorverwijzingInvoer("vdab", date(2026, 11, 2)))
    for poging in (
        lambda: store.write(commands.verwijder_toestemming, toestemming, "vergissing"),
        lambda: store.write(commands.trek_toestemming_in, toestemming, date(2026, 11, 1)),
        lambda: store.write(
            commands.wijzig_toestemming,
            toestemming,
            ToestemmingInvoer("vdab", "overleg", GEGEVEN),
            "typfout",
        ),
        lambda: store.write(
            commands.wijzig_toestemming,
            toestemming,
            ToestemmingInvoer("vdab", "gegevens", date(2026, 11, 3)),
            "typfout",
        ),
    ):
        with pytest.raises(Problem, match="Op 2-11-2026 is er doorverwezen naar VDAB"):
            poging()
    (rij,) = store.read(lijst.toestemmingen, youssef)
    assert (rij.doel, rij.gegeven_op, rij.stand) == ("gegevens doorgeven", GEGEVEN, "geldig")


def test_the_number_is_typed_as_it_stands_on_the_sheet_and_only_once(store: Store, youssef: int) -> None:
    eerste = geef(store, youssef, formuliernummer=" c3vx-7pm2 kd9s ")
    assert store.read(lijst.toestemming_invoer, eerste).formuliernummer == "C3VX-7PM2-KD9S"
    with pytest.raises(Problem) as caught:
        geef(store, youssef, partner="ligo", formuliernummer="C3VX7PM2KD9S")
    assert (caught.value.veld, caught.value.what) == (
        "formuliernummer", "Een blad met dit nummer is al ingevoerd.",
    )  # fmt: skip
    geef(store, youssef, partner="ligo")
    geef(store, youssef, partner="caw")


@pytest.mark.parametrize(
    ("waarden", "veld"),
    [
        ({"partner": None}, "partner"),
        ({"partner": "onbekend"}, "partner"),
        ({"doel": None}, "doel"),
        ({"doel": "reclame"}, "doel"),
        ({"gegeven_op": date(2026, 11, 25)}, "gegeven_op"),
        ({"gegeven_op": date(1899, 1, 1)}, "gegeven_op"),
        ({"geldig_tot": date(2026, 10, 4)}, "geldig_tot"),
        ({"geldig_tot": date(2199, 1, 1)}, "geldig_tot"),
        ({"formuliernummer": "ا" * 12}, "formuliernummer"),
        ({"formuliernummer": "A" * 21}, "formuliernummer"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    store: Store, youssef: int, waarden: dict[str, object], veld: str
) -> None:
    with pytest.raises(Problem) as caught:
        geef(store, youssef, **waarden)
    assert caught.value.veld == veld
    assert store.read(lijst.toestemmingen, youssef) == []


def test_a_withdrawal_by_mistake_is_taken_back_with_a_reason(store: Store, youssef: int) -> None:
    toestemming = geef(store, youssef)
    store.write(commands.trek_toestemming_in, toestemming)
    with pytest.raises(Problem):
        store.write(commands.herstel_toestemming, toestemming, "")
    store.write(commands.herstel_toestemming, toestemming, "typfout")
    assert [rij.stand for rij in store.read(lijst.toestemmingen, youssef)] == ["geldig"]


def test_the_sheet_is_printed_in_the_language_of_the_person(store: Store, youssef: int) -> None:
    blad = store.read(lijst.voor_het_blad, youssef)
    assert (blad.naam, blad.geboortedatum, blad.taal) == ("Youssef El Amrani", date(1990, 5, 17), "ar")
