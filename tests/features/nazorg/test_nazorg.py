"""After release there are three moments; each gets its outcome, and the figure says how many were reached."""

from datetime import date

import pytest

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.deelnemers.commands import (
    nieuw_verblijf,
    noteer_vertrek,
    verwijder_verblijf,
)
from leertraject_desktop.features.deelnemers.invoer import VerblijfInvoer
from leertraject_desktop.features.nazorg import commands, lijst
from leertraject_desktop.features.nazorg.cijfer import nazorgcijfers
from leertraject_desktop.features.nazorg.commands import UitkomstInvoer
from leertraject_desktop.features.nazorg.lijst import NazorgFilter, NazorgRij
from leertraject_desktop.features.taken.lijst import taken
from leertraject_desktop.features.toestemmingen.commands import nieuwe_toestemming
from leertraject_desktop.features.toestemmingen.invoer import ToestemmingInvoer
from leertraject_desktop.storage.store import Store


@pytest.fixture
def vrij(store: Store, youssef: int, begeleiding: int) -> int:
    """Youssef was released on 20 April 2026: nazorg on 20 October, in January and in April."""
    store.write(noteer_vertrek, youssef, date(2026, 4, 20), "vrijgesteld")
    return youssef


def momenten(store: Store, deelnemer: int) -> list[NazorgRij]:
    return store.read(lijst.nazorgmomenten, deelnemer)


def noteer(store: Store, deelnemer: int, uitkomst: str | None, nummer: int = 0, **rest: object) -> None:
    invoer = UitkomstInvoer(uitkomst, "telefoon", **rest)  # type: ignore[arg-type]
    store.write(commands.noteer_uitkomst, momenten(store, deelnemer)[nummer].id, invoer)


def test_who_was_released_has_three_moments_and_the_first_is_late(store: Store, vrij: int) -> None:
    assert [(rij.maanden, rij.stand, rij.dagen_te_laat) for rij in momenten(store, vrij)] == [
        (6, "te_laat", 35), (9, "te_doen", 0), (12, "te_doen", 0),
    ]  # fmt: skip
    assert store.read(lijst.aantal_nazorg) == (3, 1)


def test_an_outcome_closes_the_moment_and_takes_it_from_the_taken(store: Store, vrij: int) -> None:
    noteer(store, vrij, "in_opleiding", toelichting="Volgt lassen")
    eerste = momenten(store, vrij)[0]
    assert (eerste.stand, eerste.uitkomst, eerste.kanaal, eerste.door) == (
        "gedaan", "in opleiding", "telefoon", "An Bogaert",
    )  # fmt: skip
    assert eerste.gedaan_op == date(2026, 11, 24)
    assert [rij.omschrijving for rij in store.read(taken, None, None)][:1] == ["Nazorg na 9 maanden"]
    with pytest.raises(Problem, match="staat al een uitkomst"):
        store.write(commands.noteer_uitkomst, eerste.id, UitkomstInvoer("werkzoekend"))


@pytest.mark.parametrize(
    ("invoer", "veld"),
    [
        (UitkomstInvoer(), "uitkomst"),
        (UitkomstInvoer("rijk"), "uitkomst"),
        (UitkomstInvoer("andere"), "toelichting"),
        (UitkomstInvoer("weigert", "duif"), "kanaal"),
        (UitkomstInvoer("weigert", "brief", date(2026, 4, 19)), "datum"),
        (UitkomstInvoer("weigert", "brief", date(2026, 11, 25)), "datum"),
        (UitkomstInvoer("weigert", "brief", None, 99), "door_id"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    store: Store, vrij: int, invoer: UitkomstInvoer, veld: str
) -> None:
    with pytest.raises(Problem) as caught:
        store.write(commands.noteer_uitkomst, momenten(store, vrij)[0].id, invoer)
    assert caught.value.veld == veld
    assert momenten(store, vrij)[0].stand == "te_laat"


def test_who_died_is_not_asked_again_and_a_mistake_opens_the_moments_again(store: Store, vrij: int) -> None:
    noteer(store, vrij, "overleden")
    assert [rij.stand for rij in momenten(store, vrij)] == ["gedaan", "vervallen", "vervallen"]
    assert "nazorg" not in {rij.bron for rij in store.read(taken, None, None)}
    eerste = momenten(store, vrij)[0].id
    store.write(commands.wijzig_uitkomst, eerste, UitkomstInvoer("niet_bereikt"), "andere_persoon")
    assert [rij.stand for rij in momenten(store, vrij)] == ["gedaan", "te_doen", "te_doen"]


def test_who_was_said_to_be_dead_and_came_back_has_moments_that_are_done_and_lapse_again_without_it(
    store: Store, vrij: int
) -> None:
    noteer(store, vrij, "overleden")
    back = store.write(nieuw_verblijf, vrij, VerblijfInvoer("BRG", date(2026, 11, 23)))
    assert [rij.stand for rij in momenten(store, vrij)] == ["gedaan", "gedaan", "gedaan"]
    (kwartaal,) = store.read(nazorgcijfers, date(2027, 1, 1), date(2027, 1, 31))
    assert kwartaal.aandeel.verwacht == 1
    store.write(verwijder_verblijf, back, "vergissing")
    assert [rij.stand for rij in momenten(store, vrij)] == ["gedaan", "vervallen", "vervallen"]


def test_an_outcome_that_is_removed_leaves_an_open_moment_and_no_words(store: Store, vrij: int) -> None:
    noteer(store, vrij, "andere", toelichting="Geheim")
    store.write(commands.verwijder_uitkomst, momenten(store, vrij)[0].id, "op_vraag")
    assert [(rij.maanden, rij.stand, rij.toelichting) for rij in momenten(store, vrij)] == [
        (6, "te_laat", ""), (9, "te_doen", ""), (12, "te_doen", ""),
    ]  # fmt: skip
    store.undo()
    assert momenten(store, vrij)[0].toelichting == "Geheim"


def test_channel_and_consent_stand_beside_the_moments(store: Store, vrij: int) -> None:
    for partner in ("vdab", "caw"):
        store.write(nieuwe_toestemming, vrij, ToestemmingInvoer(partner, "nazorg", date(2026, 4, 1)))
    store.write(nieuwe_toestemming, vrij, ToestemmingInvoer("ligo", "gegevens", date(2026, 4, 1)))
    noteer(store, vrij, "weigert")
    store.write(commands.spreek_kanaal_af, vrij, "partner")
    assert [rij.kanaal for rij in momenten(store, vrij)] == ["telefoon", "via een partner", "via een partner"]
    assert {rij.toestemming for rij in momenten(store, vrij)} == {"CAW, justitieel welzijnswerk; VDAB"}


@pytest.mark.parametrize(("stand", "aantal"), [("open", 3), ("te_laat", 1), ("gedaan", 0), ("", 3)])
def test_the_list_shows_what_is_asked_for(store: Store, vrij: int, stand: str, aantal: int) -> None:
    assert len(store.read(lijst.nazorg_ids, NazorgFilter(stand=stand, zoek="amr"))) == aantal
    assert store.read(lijst.aantal_nazorgmomenten, NazorgFilter(stand=stand, zoek="amr")) == aantal
    assert store.read(lijst.nazorg_ids, NazorgFilter(stand=stand, zoek="peeters")) == []


@pytest.mark.parametrize("sorteer", lijst.SORTEERBAAR)
def test_the_list_sorts_by_every_column_both_ways(store: Store, vrij: int, sorteer: str) -> None:
    noteer(store, vrij, "weigert")
    ids = store.read(lijst.nazorg_ids, NazorgFilter(stand="", sorteer=sorteer))
    other = store.read(lijst.nazorg_ids, NazorgFilter(stand="", sorteer=sorteer, aflopend=True))
    assert sorted(ids) == sorted(other) and len(ids) == 3
    assert store.read(lijst.nazorg_ids, NazorgFilter(stand="", sorteer=sorteer), 2) == ids[:2]


def test_the_checklist_is_ticked_before_release_and_belongs_to_that_stay(store: Store, youssef: int) -> None:
    begin = store.read(lijst.checklist, youssef)
    assert begin is not None and (begin.gedaan, begin.vrij_op) == (0, None)
    for punt in ("leerplan_mee", "partner"):
        store.write(commands.vink_punt, begin.verblijf_id, punt, True)
    store.write(commands.vink_punt, begin.verblijf_id, "partner", False)
    na = store.read(lijst.checklist, youssef)
    assert na is not None
    assert [(punt.code, punt.gedaan_op) for punt in na.punten if punt.gedaan_op] == [
        ("leerplan_mee", date(2026, 11, 24))
    ]
    store.write(noteer_vertrek, youssef, date(2026, 11, 24), "vrijgesteld")
    with pytest.raises(Problem):
        store.write(commands.vink_punt, begin.verblijf_id, "koffer", True)
    store.write(nieuw_verblijf, youssef, VerblijfInvoer("BRG", date(2026, 11, 24)))
    terug = store.read(lijst.checklist, youssef)
    assert terug is not None and terug.gedaan == 0


def test_the_figure_counts_who_was_due_who_was_reached_and_who_works(store: Store, vrij: int) -> None:
    jaar = date(2026, 1, 1), date(2027, 12, 31)
    (zes,) = store.read(nazorgcijfers, *jaar)
    assert (zes.gevangenis, zes.maanden, str(zes.aandeel)) == ("Brugge", 6, "niemand bereikt van 1")
    noteer(store, vrij, "aan_het_werk")
    (zes,) = store.read(nazorgcijfers, *jaar)
    assert str(zes.aandeel) == "1 van 1 (100 %), bereikt 1 van 1 (100 %)"
    noteer(store, vrij, "niet_bereikt", 1)  # early, and yet it counts
    cijfers = store.read(nazorgcijfers, *jaar)
    assert [str(cijfer.aandeel) for cijfer in cijfers[1:]] == ["niemand bereikt van 1"]
    for cijfer in cijfers:
        assert sum(deel.aantal for deel in cijfer.uitkomsten) == cijfer.aandeel.verwacht


def test_a_year_in_which_nobody_was_due_has_no_figure(store: Store, vrij: int) -> None:
    assert store.read(nazorgcijfers, date(2025, 1, 1), date(2025, 12, 31)) == []
    assert store.read(nazorgcijfers, date(2027, 1, 1), date(2027, 12, 31)) == []
