"""A deelnemer is registered, found, put right and removed."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.nazorg import Nazorgstand
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.deelnemers import commands, dossier, lijst
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer, VerblijfInvoer
from leertraject_desktop.features.deelnemers.lijst import DeelnemerFilter, DeelnemerRij
from leertraject_desktop.features.nazorg.lijst import nazorgmomenten
from leertraject_desktop.features.taken.lijst import taken
from leertraject_desktop.storage.store import Store
from leertraject_desktop.storage.tables import Correctie, Verwijdering


def rijen(store: Store, **keuze: object) -> list[DeelnemerRij]:
    ids = store.read(lijst.deelnemer_ids, DeelnemerFilter(**keuze))  # type: ignore[arg-type]
    return store.read(lijst.deelnemer_rijen, ids)


def voeg_toe(store: Store, *namen: str, **rest: object) -> int:
    invoer = NieuweDeelnemer(voornaam=namen[0], familienaam=namen[1])
    return store.write(commands.nieuwe_deelnemer, replace(invoer, **rest))  # type: ignore[arg-type]


def test_a_new_deelnemer_stands_in_the_list_with_where_he_is(store: Store, youssef: int) -> None:
    (rij,) = rijen(store)
    assert (rij.naam, rij.nummer, rij.statuut, rij.afdeling) == (
        "El Amrani, Youssef", "0001", "veroordeelde", "Mannen 3",
    )  # fmt: skip
    kop = store.read(dossier.dossierkop, youssef)
    assert kop.verblijf == "In Brugge sinds 4-2-2026"
    assert kop.talen == "Arabisch"


@pytest.mark.parametrize("zoek", ["amrani", "YOUSSEF el", "el you", "1", "0001", "يوسف", "  amr  "])
def test_a_deelnemer_is_found_by_the_beginning_of_any_word_or_by_number(
    store: Store, youssef: int, zoek: str
) -> None:
    voeg_toe(store, "Jan", "Peeters")
    assert [rij.id for rij in rijen(store, zoek=zoek)] == [youssef]


@pytest.mark.parametrize("zoek", ["yousef amrani", "elamrani", "youssfe", "al amrani jozef"])
def test_a_list_finds_who_is_meant_when_nobody_is_called_so(store: Store, youssef: int, zoek: str) -> None:
    voeg_toe(store, "Jan", "Peeters")
    assert [rij.id for rij in rijen(store, zoek=zoek)] == [youssef]
    assert rijen(store, zoek=f"{zoek} peeters") == []


@pytest.mark.parametrize(
    ("familienaam", "zoek"),
    [
        ("Özdemir", "ozdemir"),
        ("Yıldız", "yildiz"),
        ("Dumitru-Șerban", "serban"),
        ("Łukasz", "lukasz"),
        ("%_", "%"),
    ],
)
def test_accents_do_not_hinder_and_signs_are_only_signs(store: Store, familienaam: str, zoek: str) -> None:
    deelnemer = voeg_toe(store, "A", familienaam)
    voeg_toe(store, "Jan", "Peeters")
    found = [rij.id for rij in rijen(store, zoek=zoek)]
    assert deelnemer in found
    assert zoek == "%" or len(found) == 1


def test_a_dossier_needs_a_name(store: Store) -> None:
    with pytest.raises(Problem, match="zonder naam") as caught:
        voeg_toe(store, " \u200b", "\x00\n")
    assert caught.value.veld == "familienaam"
    assert rijen(store) == []


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("geboortedatum", date(1890, 1, 1)),
        ("geboortedatum", date(2026, 11, 1)),
        ("verblijf_van", date(2026, 11, 25)),
        ("verblijf_van", date(1026, 11, 25)),
        ("geslacht", "man"),
        ("statuut", "gevangene"),
        ("contacttaal", "klingon"),
        ("opleidingsniveau", "professor"),
        ("voornaam", "x" * 101),
        ("afdeling", "x" * 51),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_nothing_is_kept(
    store: Store, veld: str, waarde: object
) -> None:
    with pytest.raises(Problem) as caught:
        voeg_toe(store, "Jan", "Peeters", **{veld: waarde})
    assert caught.value.veld in (veld, "talen")
    assert caught.value.remedy.endswith(".")
    assert rijen(store, hier=False) == []


def test_a_correction_keeps_the_old_value_and_its_reason(store: Store, youssef: int) -> None:
    invoer = store.read(dossier.deelnemer_invoer, youssef)
    store.write(commands.wijzig_deelnemer, youssef, replace(invoer, voornaam="Yousef"), "typfout")
    assert store.read(dossier.dossierkop, youssef).naam == "Yousef El Amrani"
    assert [rij.naam for rij in rijen(store, zoek="yousef")] == ["El Amrani, Yousef"]

    def history(session: Session) -> list[tuple[str, str, str, str]]:
        return [(c.veld, c.oud, c.nieuw, c.reden) for c in session.scalars(select(Correctie))]

    assert store.read(history) == [("voornaam", "Youssef", "Yousef", "typfout")]


def test_a_correction_without_reason_is_refused(store: Store, youssef: int) -> None:
    invoer = store.read(dossier.deelnemer_invoer, youssef)
    with pytest.raises(Problem) as caught:
        store.write(commands.wijzig_deelnemer, youssef, replace(invoer, voornaam="Y"), "")
    assert caught.value.veld == "reden_correctie"
    assert store.read(dossier.dossierkop, youssef).naam == "Youssef El Amrani"


def test_the_languages_come_back_in_the_form_as_they_were_typed(store: Store, youssef: int) -> None:
    invoer = replace(store.read(dossier.deelnemer_invoer, youssef), talen=("fr", "nl"), nederlands="A2")
    store.write(commands.wijzig_deelnemer, youssef, invoer, "veranderd")
    assert store.read(dossier.deelnemer_invoer, youssef) == invoer
    assert store.read(dossier.dossierkop, youssef).talen == "Arabisch, Frans, Nederlands (A2)"
    zonder = replace(invoer, contacttaal=None, talen=("fr",), nederlands=None)
    store.write(commands.wijzig_deelnemer, youssef, zonder, "veranderd")
    assert store.read(dossier.deelnemer_invoer, youssef) == zonder


def test_removing_a_dossier_leaves_a_count_a_day_and_a_reason(store: Store, youssef: int) -> None:
    store.write(commands.verwijder_deelnemer, youssef, "dubbel")
    assert rijen(store, hier=False) == []

    def counts(session: Session) -> dict[str, tuple[int, str]]:
        return {v.tabel: (v.aantal, v.reden) for v in session.scalars(select(Verwijdering))}

    assert store.read(counts) == {
        "deelnemer": (1, "dubbel"), "deelnemer_taal": (1, "dubbel"),
        "statuut": (1, "dubbel"), "verblijf": (1, "dubbel"),
    }  # fmt: skip
    with pytest.raises(Problem, match="is er niet meer"):
        store.read(dossier.dossierkop, youssef)
    store.undo()
    assert store.read(dossier.dossierkop, youssef).talen == "Arabisch"


def test_somebody_who_moves_leaves_the_list_but_not_the_archive(store: Store, youssef: int) -> None:
    store.write(commands.noteer_vertrek, youssef, date(2026, 11, 20), "overgeplaatst")
    assert rijen(store) == []
    assert [rij.afdeling for rij in rijen(store, hier=False)] == ["vertrokken"]
    terug = VerblijfInvoer("GEN", date(2026, 11, 20))
    store.write(commands.nieuw_verblijf, youssef, terug)
    assert store.read(dossier.dossierkop, youssef).verblijf == "In Gent sinds 20-11-2026"


def test_a_departure_needs_a_day_and_a_reason(store: Store, youssef: int) -> None:
    with pytest.raises(Problem) as caught:
        store.write(commands.noteer_vertrek, youssef, date(2026, 11, 20), None)
    assert caught.value.veld == "eindreden"
    with pytest.raises(Problem, match="vóór de eerste dag"):
        store.write(commands.noteer_vertrek, youssef, date(2026, 2, 3), "vrijgesteld")
    assert len(rijen(store)) == 1


def test_two_stays_never_overlap_but_may_share_the_day_of_the_move(store: Store, youssef: int) -> None:
    for gevangenis, van in (("BRG", date(2026, 6, 1)), ("GEN", date(2026, 2, 3))):
        with pytest.raises(Problem, match="ander verblijf"):
            store.write(commands.nieuw_verblijf, youssef, VerblijfInvoer(gevangenis, van))
    eerder = VerblijfInvoer("GEN", date(2025, 6, 1), date(2026, 2, 4), eindreden="overgeplaatst")
    store.write(commands.nieuw_verblijf, youssef, eerder)
    assert [rij.gevangenis for rij in store.read(dossier.verblijven, youssef)] == ["Brugge", "Gent"]


def test_who_passed_through_on_the_day_of_a_transfer_is_where_he_went_on_to(
    store: Store, youssef: int, begeleiding: int
) -> None:
    """The stay of that one day is typed in last; a release later is still the last thing that happened."""
    dag = date(2026, 10, 1)
    store.write(commands.noteer_vertrek, youssef, dag, "overgeplaatst")
    store.write(commands.nieuw_verblijf, youssef, VerblijfInvoer("GEN", dag))
    through = VerblijfInvoer("BEV", dag, dag, eindreden="overgeplaatst")
    store.write(commands.nieuw_verblijf, youssef, through)
    assert store.read(dossier.dossierkop, youssef).verblijf == "In Gent sinds 1-10-2026"
    assert [row.gevangenis for row in store.read(dossier.verblijven, youssef)] == [
        "Gent",
        "Beveren",
        "Brugge",
    ]
    store.write(commands.noteer_vertrek, youssef, date(2026, 11, 2), "vrijgesteld")
    assert {rij.bron for rij in store.read(taken, None, None)} == {"nazorg"}
    assert {rij.stand for rij in store.read(nazorgmomenten, youssef)} == {Nazorgstand.TE_DOEN}


def test_a_stay_elsewhere_ends_the_one_here_as_a_transfer_and_one_undo_takes_both_back(
    store: Store, youssef: int
) -> None:
    store.write(commands.nieuw_verblijf, youssef, VerblijfInvoer("GEN", date(2026, 6, 1)))
    gent, brugge = store.read(dossier.verblijven, youssef)
    assert (gent.gevangenis, brugge.tot, brugge.eindreden) == ("Gent", date(2026, 6, 1), "overgeplaatst")
    store.undo()
    assert [rij.tot for rij in store.read(dossier.verblijven, youssef)] == [None]


def test_the_only_stay_of_a_dossier_cannot_be_removed(store: Store, youssef: int) -> None:
    (verblijf,) = store.read(dossier.verblijven, youssef)
    with pytest.raises(Problem, match="altijd een verblijf"):
        store.write(commands.verwijder_verblijf, verblijf.id, "vergissing")


def test_the_statuut_that_counts_is_the_last_one_that_began(store: Store, youssef: int) -> None:
    store.write(commands.zet_statuut, youssef, "B", date(2025, 1, 1))
    assert store.read(dossier.dossierkop, youssef).statuut == "veroordeelde"
    store.write(commands.zet_statuut, youssef, "G", date(2026, 11, 1))
    assert [rij.statuut for rij in rijen(store, statuut="G")] == ["geïnterneerde"]
    assert rijen(store, statuut="V") == []


def test_everybody_is_sorted_by_the_section_of_the_last_stay(store: Store) -> None:
    moved = voeg_toe(store, "A", "Eerst", statuut="V", verblijf_van=date(2026, 3, 2), afdeling="B")
    voeg_toe(store, "A", "Midden", statuut="V", verblijf_van=date(2026, 3, 2), afdeling="C")
    store.write(commands.noteer_vertrek, moved, date(2026, 4, 1), "vrijgesteld")
    store.write(commands.nieuw_verblijf, moved, VerblijfInvoer("BRG", date(2026, 4, 2), afdeling="D"))
    namen = [rij.naam for rij in rijen(store, hier=False, sorteer="afdeling")]
    assert namen == ["Midden, A", "Eerst, A"]


@pytest.mark.parametrize("sorteer", lijst.SORTEERBAAR)
def test_the_list_sorts_by_every_column_both_ways(store: Store, youssef: int, sorteer: str) -> None:
    for naam in ("Peeters", "Ahmadi", "Özdemir"):
        voeg_toe(store, "A", naam, statuut="B", afdeling=naam)
    up = [rij.id for rij in rijen(store, sorteer=sorteer)]
    down = [rij.id for rij in rijen(store, sorteer=sorteer, aflopend=True)]
    assert sorted(up) == sorted(down)
    if sorteer in ("naam", "nummer", "afdeling"):
        assert up == down[::-1]
    if sorteer == "naam":
        assert [rij.naam for rij in rijen(store)] == [
            "Ahmadi, A",
            "El Amrani, Youssef",
            "Özdemir, A",
            "Peeters, A",
        ]


def test_the_number_of_a_removed_dossier_is_never_given_again(store: Store, youssef: int) -> None:
    tweede = voeg_toe(store, "Jan", "Peeters")
    store.write(commands.verwijder_deelnemer, tweede, "dubbel")
    voeg_toe(store, "Piet", "Claes")
    assert [rij.nummer for rij in rijen(store, sorteer="nummer")] == ["0001", "0003"]


def test_nobody_was_in_prison_before_being_born(store, youssef):
    (verblijf,) = store.read(dossier.verblijven, youssef)
    earlier = replace(store.read(dossier.verblijf_invoer, verblijf.id), van=date(1989, 1, 1))
    with pytest.raises(Problem, match="begint vóór de geboortedatum, 17-5-1990"):
        store.write(commands.wijzig_verblijf, verblijf.id, earlier, "typfout")
