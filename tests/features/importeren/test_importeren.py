"""A list of deelnemers comes in: looked at first, then all of it or nothing, and never twice."""

from datetime import date

import pytest
from tests.conftest import last_write
from tests.features.importeren.lijsten import KOPPEN, csv_lijst, lijst_en_koppeling, proef_van, werkboek

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer, zet_statuut
from leertraject_desktop.features.deelnemers.dossier import (
    deelnemer_invoer,
    dossierkop,
    statuten,
    verblijven,
)
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.features.deelnemers.lijst import DeelnemerFilter, aantal_hier, deelnemer_ids
from leertraject_desktop.features.gegevens.wissing import wis
from leertraject_desktop.features.importeren.importeren import importeer, koppeling_voor, proef
from leertraject_desktop.features.importeren.plan import in_woorden

PEETERS = ["Peeters", "Jan", "1-2-1984", "V", "Brugge", "4-2-2026", "", "Mannen 3"]
DEMIR = ["Demir", "Ayşe", "31-12-1999", "beklaagde", "Gent", "1-3-2025", "4-5-2025", ""]


def standen(plan):
    return [(regel.rij, regel.stand) for regel in plan.regels]


def iedereen(store):
    return store.read(deelnemer_ids, DeelnemerFilter(hier=False))


def test_a_list_becomes_dossiers_with_their_stays_and_statuut(store, tmp_path):
    path = csv_lijst(tmp_path / "lijst.csv", KOPPEN, PEETERS, DEMIR)
    plan, tabel, koppeling = proef_van(store, path)
    assert (in_woorden(plan), iedereen(store)) == ("2 deelnemers en 2 verblijven", [])
    store.write(importeer, tabel, koppeling)
    kop = store.read(dossierkop, 1)
    assert (kop.naam, kop.nummer, kop.statuut) == ("Jan Peeters", "0001", "veroordeelde")
    assert (kop.verblijf, kop.afdeling) == ("In Brugge sinds 4-2-2026", "Mannen 3")
    (verblijf,) = store.read(verblijven, 2)
    assert (verblijf.gevangenis, verblijf.tot, verblijf.eindreden) == ("Gent", date(2025, 5, 4), "andere")


def test_the_same_list_twice_changes_nothing(store, tmp_path, clock):
    path = csv_lijst(tmp_path / "lijst.csv", KOPPEN, PEETERS, DEMIR)
    _, tabel, koppeling = proef_van(store, path)
    store.write(importeer, tabel, koppeling)
    clock.later(days=40)
    told = []
    store.listen(told.append)
    plan, _, _ = proef_van(store, path)
    assert standen(plan) == [(2, "gekend"), (3, "gekend")]
    store.write(importeer, tabel, koppeling)
    assert (len(iedereen(store)), told) == (2, [])


@pytest.mark.parametrize(
    ("koppen", "rijen"),
    [
        (KOPPEN, [["B", "Gent", "1-1-2024", "1-2-2024"], ["B", "Beveren", "1-1-2026", ""],
                  ["V", "Brugge", "1-1-2025", "1-2-2025"]]),
        (KOPPEN[:4], [["B"], ["V"]]),
    ],
)  # fmt: skip
def test_a_list_with_more_than_one_statuut_changes_nothing_the_second_time(
    store, tmp_path, clock, koppen, rijen
):
    path = csv_lijst(tmp_path / "l.csv", koppen, *(["Peeters", "Jan", "1-2-1984", *rij] for rij in rijen))
    _, tabel, koppeling = proef_van(store, path)
    store.write(importeer, tabel, koppeling)
    kept = store.read(statuten, 1)
    clock.later(days=3)
    plan = store.write(importeer, tabel, koppeling)
    assert {regel.stand for regel in plan.regels} == {"gekend"}
    assert store.read(statuten, 1) == kept


def test_a_list_without_days_leaves_a_statuut_that_changed_since_as_it_is(store, tmp_path, clock):
    path = csv_lijst(tmp_path / "l.csv", ["Naam", "Geboren", "Statuut"], ["Peeters, Jan", "1-2-1984", "B"])
    _, tabel, koppeling = proef_van(store, path)
    store.write(importeer, tabel, koppeling)
    clock.later(days=3)
    store.write(zet_statuut, 1, "V", date(2026, 11, 26))
    plan = store.write(importeer, tabel, koppeling)
    assert "Het statuut is in het dossier anders; dat blijft" in plan.regels[0].wat
    assert store.read(dossierkop, 1).statuut == "veroordeelde"


def test_a_header_is_known_with_a_space_or_a_hyphen_in_it(store, tmp_path):
    path = csv_lijst(tmp_path / "l.csv", ["Familie-naam", "Voor naam", "Geboorte-datum"], PEETERS[:3])
    assert lijst_en_koppeling(store, path)[1] == ("familienaam", "voornaam", "geboortedatum")


def test_an_import_is_undone_as_one_action(store, tmp_path):
    _, tabel, koppeling = proef_van(store, csv_lijst(tmp_path / "lijst.csv", KOPPEN, PEETERS, DEMIR))
    store.write(importeer, tabel, koppeling)
    assert store.undo() == "lijst inlezen"
    assert iedereen(store) == []


def test_one_wrong_row_keeps_the_whole_list_out_until_it_is_left_out(store, tmp_path):
    wrong = ["Maes", "Piet", "31-2-1990", "V", "Brugge", "4-2-2026", "", ""]
    plan, tabel, koppeling = proef_van(store, csv_lijst(tmp_path / "l.csv", KOPPEN, wrong, PEETERS))
    assert standen(plan) == [(2, "fout"), (3, "nieuw")]
    assert (plan.regels[0].naam, plan.regels[0].wat) == (
        "Maes, Piet",
        "Geboortedatum: 31 februari 1990 bestaat niet.",
    )
    with pytest.raises(Problem, match="Eén rij is fout, dus er is niets ingelezen"):
        store.write(importeer, tabel, koppeling)
    assert iedereen(store) == []
    store.write(importeer, tabel, koppeling, zonder_foute=True)
    assert store.read(aantal_hier) == 1


@pytest.fixture
def jan(store):
    """Jan Peeters, born on 1 February 1984, in Brugge since 4 February 2026."""
    return store.write(
        nieuwe_deelnemer,
        NieuweDeelnemer("Jan", "Peeters", geboortedatum=date(1984, 2, 1), verblijf_van=date(2026, 2, 4)),
    )


@pytest.mark.parametrize(
    ("koppen", "rij"),
    [
        (["Voornaam", "Naam", "Geboren op"], ["Jan", "Peeters", "1/02/84"]),
        (["Naam", "Geboortedatum"], ["Peeters Jan", "1984-02-01"]),
        (["Naam", "Geboortedatum"], ["PEETERS Jan", "1.2.1984"]),
        (["Naam en voornaam", "Geb. datum"], ["Peeters, Jan", "1 februari 1984"]),
        (["Nr", "Naam"], ["0001", "Peeters"]),
        (["Familienaam", "Voornaam", "Geb"], ["Jan", "Peeters", "30713"]),
    ],
)
def test_somebody_with_a_dossier_is_recognised_however_the_list_writes_it(store, jan, tmp_path, koppen, rij):
    plan, _, _ = proef_van(store, csv_lijst(tmp_path / "l.csv", koppen, rij))
    (regel,) = plan.regels
    assert (regel.stand, regel.nummer) == ("gekend", "0001")
    assert regel.wat.startswith("Al gekend, nummer 0001: zelfde")


@pytest.mark.parametrize(
    ("rij", "wat"),
    [
        (["", "Peeters", "Jan", "-"], "Peeters, Jan heeft al nummer 0001. In de lijst staat geen"),
        (["1", "Maes", "Piet", "-"], "Nummer 0001 is hier Peeters, Jan."),
        (["1", "Peeters", "Jan", "2-2-1984"], "is geboren op 1-2-1984; in de lijst staat 2-2-1984."),
        (["A12", "Peeters", "Jan", "-"], "‘A12’ is geen nummer van een dossier."),
        (["", "", "?", "onbekend"], "Deze rij heeft geen naam."),
    ],
)
def test_a_row_in_doubt_is_named_and_says_what_to_do(store, jan, tmp_path, rij, wat):
    koppen = ["nr", "familienaam", "voornaam", "geboortedatum"]
    plan, _, _ = proef_van(store, csv_lijst(tmp_path / "l.csv", koppen, rij))
    (regel,) = plan.regels
    assert regel.stand == "fout"
    assert wat in regel.wat
    assert regel.remedie


def test_what_is_not_known_yet_is_added_and_what_is_known_stays(store, jan, tmp_path):
    rows = [
        ["Naam", "Geboren", "M/V", "Diploma", "Van", "Afd", "Taal"],
        ["Peeters, Jan", "1-2-1984", "man", "BSO2", "4-2-2026", "Mannen 1", "Frans"],
    ]
    _, tabel, koppeling = proef_van(store, csv_lijst(tmp_path / "l.csv", *rows))
    plan = store.write(importeer, tabel, koppeling)
    assert standen(plan) == [(2, "aangevuld")]
    kept = store.read(deelnemer_invoer, jan)
    assert (kept.geslacht, kept.opleidingsniveau, kept.contacttaal) == ("M", "bso2", "fr")
    assert [row.afdeling for row in store.read(verblijven, jan)] == ["Mannen 1"]
    rows[1][2] = "vrouw"
    plan, _, _ = proef_van(store, csv_lijst(tmp_path / "l.csv", *rows))
    assert plan.regels[0].wat.endswith("Het geslacht is in het dossier anders; dat blijft.")


def test_a_stay_that_ended_and_the_next_one_come_in_together(store, jan, tmp_path):
    ended = ["Peeters", "Jan", "1-2-1984", "", "Brugge", "4-2-2026", "1-9-2026", ""]
    then = ["Peeters", "Jan", "1-2-1984", "", "Gent", "1-9-2026", "", ""]
    plan, tabel, koppeling = proef_van(store, csv_lijst(tmp_path / "l.csv", KOPPEN, ended, then))
    assert in_woorden(plan) == "1 verblijf"
    store.write(importeer, tabel, koppeling)
    found = [(row.gevangenis, row.tot) for row in store.read(verblijven, jan)]
    assert found == [("Gent", None), ("Brugge", date(2026, 9, 1))]


def test_the_newest_stay_may_stand_first(store, jan, tmp_path):
    """Jan stays in Brugge since 4 February, so that stay has to end before the next one fits."""
    then = ["Peeters", "Jan", "1-2-1984", "", "Gent", "1-9-2026", "", ""]
    ended = ["Peeters", "Jan", "1-2-1984", "", "Brugge", "4-2-2026", "1-9-2026", ""]
    plan, tabel, koppeling = proef_van(store, csv_lijst(tmp_path / "l.csv", KOPPEN, then, ended))
    assert standen(plan) == [(2, "aangevuld"), (3, "aangevuld")]
    store.write(importeer, tabel, koppeling)
    assert [row.tot for row in store.read(verblijven, jan)] == [None, date(2026, 9, 1)]


def test_new_dossiers_are_numbered_as_the_rows_stand_whenever_the_stays_began(store, tmp_path):
    _, tabel, koppeling = proef_van(store, csv_lijst(tmp_path / "l.csv", KOPPEN, PEETERS, DEMIR))
    store.write(importeer, tabel, koppeling)
    assert [store.read(dossierkop, number).naam for number in (1, 2)] == ["Jan Peeters", "Ayşe Demir"]


def test_stays_that_overlap_are_refused_with_both_named(store, jan, tmp_path):
    row = ["Peeters", "Jan", "1-2-1984", "", "Gent", "1-9-2026", "", ""]
    plan, _, _ = proef_van(store, csv_lijst(tmp_path / "l.csv", KOPPEN, row))
    assert plan.regels[0].wat == (
        "Het verblijf in Gent vanaf 1-9-2026 valt samen met dat in Brugge vanaf 4-2-2026."
    )


def test_somebody_new_who_looks_like_a_known_person_is_pointed_out(store, jan, tmp_path):
    row = ["Peters", "Jan", "2-1-1984", "", "", "4-2-2026", "", ""]
    plan, _, _ = proef_van(store, csv_lijst(tmp_path / "l.csv", KOPPEN, row))
    assert plan.regels[0].stand == "nieuw"
    assert "Lijkt op Peeters, Jan, nummer 0001: de naam is een beetje anders gespeld" in plan.regels[0].wat


@pytest.mark.parametrize("names", [["Peeters", "Jan"], ["Jan", "Peeters"]])
def test_a_list_does_not_bring_back_who_was_wiped(store, jan, tmp_path, names):
    store.write(wis, jan, "op_vraag")
    row = [*names, "1-2-1984", "", "", "4-2-2026", "", ""]
    plan, _, _ = proef_van(store, csv_lijst(tmp_path / "l.csv", KOPPEN, row))
    assert standen(plan) == [(2, "fout")]
    assert "zijn hier gewist" in plan.regels[0].wat


def test_a_corrected_mapping_is_remembered_for_the_same_headers(store, tmp_path):
    path = csv_lijst(tmp_path / "l.csv", ["Wie", "Dag"], ["Peeters, Jan", "1-2-1984"])
    tabel, koppeling = lijst_en_koppeling(store, path)
    assert koppeling == ("", "")
    store.write(importeer, tabel, ("naam", "geboortedatum"))
    assert store.read(koppeling_voor, tabel) == ("naam", "geboortedatum")


@pytest.mark.parametrize(
    ("koppeling", "wat"),
    [
        (("", ""), "Er is geen kolom met de naam"),
        (("naam", "naam"), "Twee kolommen staan op ‘Naam in één kolom’."),
        (("naam", "maand"), "Deze kolommen horen niet bij één lijst."),
        (("maand", "gemiddelde"), "De kolom ‘Binnengekomen in de maand’ ontbreekt."),
    ],
)
def test_a_mapping_that_cannot_be_is_refused(store, tmp_path, koppeling, wat):
    found, _ = lijst_en_koppeling(store, csv_lijst(tmp_path / "l.csv", ["a", "b"], ["1", "2"]))
    with pytest.raises(Problem, match=wat):
        store.read(proef, found, koppeling)


def test_the_population_per_month_comes_in_and_a_changed_month_is_said(store, tmp_path):
    koppen = ["Maand", "Gemiddelde bevolking", "Instroom"]
    rows = koppen, [date(2026, 9, 1), 412.4, 31], ["okt 2026", "1.024", "28"]
    path = werkboek(tmp_path / "bevolking.xlsx", *rows)
    plan, tabel, koppeling = proef_van(store, path)
    assert (plan.soort, in_woorden(plan)) == ("bevolking", "2 maanden")
    store.write(importeer, tabel, koppeling)
    plan, _, _ = proef_van(store, path)
    assert [regel.wat for regel in plan.regels] == ["Deze getallen staan er al."] * 2
    rows[1][2] = 33
    plan, _, _ = proef_van(store, werkboek(path, *rows, ["december 2026", 1, 1]))
    assert [regel.wat for regel in plan.regels] == [
        "Wordt gemiddeld 412, binnengekomen 33; was gemiddeld 412, binnengekomen 31.",
        "Deze getallen staan er al.",
        "De maand december 2026 moet nog komen.",
    ]


def many(*last):
    """Two hundred names that look like nobody else's, and then these rows."""
    letters = "bdfgklmnprstvz"
    names = [f"{a}o{b}a{c}e{a}".capitalize() for a in letters for b in letters for c in "ksrt"][:200]
    rows = [[name, name[::-1], f"{n % 28 + 1}-{n % 12 + 1}-{1960 + n % 40}"] for n, name in enumerate(names)]
    return [KOPPEN[:3], *rows, *last]


def test_who_looks_like_somebody_is_said_however_long_the_list_is(store, tmp_path):
    store.write(nieuwe_deelnemer, NieuweDeelnemer("Jan", "Peeters", geboortedatum=date(1984, 2, 1)))
    rows = many(*[["Maes", f"Lies{'a' * n}", ""] for n in range(120)], ["Pieters", "Jan", "2-1-1984"])
    plan, *_ = proef_van(store, csv_lijst(tmp_path / "l.csv", *rows))
    assert "Lijkt op Peeters, Jan, nummer 0001: de naam is een beetje anders gespeld" in plan.regels[-1].wat


def test_two_rows_of_a_list_that_may_be_one_person_are_said(store, tmp_path):
    rows = [["Peeters", "Jan", "1-2-1984"], ["Pieters", "Jan", "1-2-1984"], ["Demir", "Ali", "3-4-1990"]]
    plan, *_ = proef_van(store, csv_lijst(tmp_path / "l.csv", KOPPEN[:3], *rows))
    assert "Lijkt op Peeters, Jan, in deze lijst" in plan.regels[1].wat
    assert all("Lijkt op" not in plan.regels[row].wat for row in (0, 2))


@pytest.mark.parametrize("stop_at", [1, 3, 5])
def test_an_import_that_is_stopped_half_way_keeps_nothing(store, tmp_path, stop_at):
    _, tabel, koppeling = proef_van(store, csv_lijst(tmp_path / "l.csv", *many()))
    seen = []

    def progress(done, total):
        seen.append(done / total)
        if len(seen) == stop_at:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        store.write(importeer, tabel, koppeling, progress=progress)
    assert seen == sorted(seen)
    assert (iedereen(store), last_write(store)) == ([], "")


def test_an_import_tells_how_far_it_is_up_to_the_end(store, tmp_path):
    _, tabel, koppeling = proef_van(store, csv_lijst(tmp_path / "l.csv", *many()))
    seen = []
    store.write(importeer, tabel, koppeling, progress=lambda done, total: seen.append(done / total))
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (0, 1)
    assert store.undo_size() >= 400


def test_a_row_with_a_stay_before_the_birth_that_the_dossier_has_is_named(store, tmp_path, jan):
    koppen = ["Nummer", "Naam", "Voornaam", "Gevangenis", "Begin", "Einde"]
    path = csv_lijst(tmp_path / "l.csv", koppen, ["1", "Peeters", "Jan", "Gent", "4-2-1983", "5-5-1983"])
    plan, tabel, koppeling = proef_van(store, path)
    assert plan.regels[0].wat == "Het verblijf vanaf 4-2-1983 begint vóór de geboortedatum, 1-2-1984."
    store.write(importeer, tabel, koppeling, zonder_foute=True)
    assert len(store.read(verblijven, jan)) == 1


def test_a_date_of_birth_after_a_stay_that_is_known_is_not_filled_in(store, tmp_path):
    invoer = NieuweDeelnemer(
        voornaam="Piet", familienaam="Maes", contacttaal="nl", verblijf_van=date(2000, 2, 4)
    )
    piet = store.write(nieuwe_deelnemer, invoer)
    koppen = ["Nummer", "Naam", "Voornaam", "Geboortedatum"]
    path = csv_lijst(tmp_path / "l.csv", koppen, ["1", "Maes", "Piet", "1-2-2001"])
    plan, tabel, koppeling = proef_van(store, path)
    assert plan.regels[0].wat == "Het verblijf vanaf 4-2-2000 begint vóór de geboortedatum, 1-2-2001."
    store.write(importeer, tabel, koppeling, zonder_foute=True)
    assert store.read(deelnemer_invoer, piet).geboortedatum is None
