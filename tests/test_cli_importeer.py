"""A list read in from the command line: looked at first, kept whole, and said row by row when it is wrong."""

import pytest
from tests.features.importeren.lijsten import KOPPEN, csv_lijst

from leertraject_desktop import cli
from leertraject_desktop.features.deelnemers.lijst import aantal_hier

GOED = ["Peeters", "Jan", "1-2-1984", "V", "", "4-2-2026", "", ""]
FOUT = ["Maes", "Piet", "31-2-1990", "V", "", "4-2-2026", "", ""]


@pytest.fixture
def type_in(monkeypatch, capsys, database):
    """Run `importeer` on the database of the test; returns code, what it said and what it complained."""
    monkeypatch.setenv(cli.PASSPHRASE, database.wachtzin)

    def run(*words):
        code = cli.run(["importeer", str(database.path), *map(str, words)])
        return code, *capsys.readouterr()

    return run


def here(database):
    with database.open() as store:
        return store.read(aantal_hier)


def test_a_trial_says_what_would_come_in_and_keeps_nothing(type_in, database, tmp_path):
    path = csv_lijst(tmp_path / "l.csv", KOPPEN, GOED)
    code, said, _ = type_in(path, "--proef")
    assert (code, said) == (0, "1 rij: 1 nieuw.\nZou inlezen: 1 deelnemer en 1 verblijf.\n")
    assert here(database) == 0


def test_a_trial_says_whom_a_row_was_matched_with_and_who_looks_like_whom(type_in, database, tmp_path):
    type_in(csv_lijst(tmp_path / "l.csv", KOPPEN, GOED))
    pieters = ["Pieters", *GOED[1:]]
    _, said, _ = type_in(csv_lijst(tmp_path / "m.csv", KOPPEN, GOED, pieters), "--proef")
    first, _, known, alike = said.splitlines()
    assert first == "2 rijen: 1 nieuw, 1 al gekend."
    assert known == "Rij 2 (Peeters, Jan): Al gekend, nummer 0001: zelfde naam en geboortedatum."
    assert alike.startswith("Rij 3 (Pieters, Jan): Nieuw dossier.")
    assert alike.endswith(
        "Lijkt op Peeters, Jan, nummer 0001: de naam is een beetje anders gespeld, zelfde geboortedatum."
    )


def test_a_list_is_kept_and_the_second_time_changes_nothing(type_in, database, tmp_path):
    path = csv_lijst(tmp_path / "l.csv", KOPPEN, GOED)
    assert type_in(path)[1].endswith("Ingelezen: 1 deelnemer en 1 verblijf.\n")
    assert here(database) == 1
    assert type_in(path)[1] == "1 rij: 1 al gekend.\nIngelezen: niets nieuws.\n"


def test_a_wrong_row_is_named_and_keeps_everything_out(type_in, database, tmp_path):
    code, said, complained = type_in(csv_lijst(tmp_path / "l.csv", KOPPEN, GOED, FOUT))
    assert code == 2
    assert "Rij 3 (Maes, Piet): Geboortedatum: 31 februari 1990 bestaat niet." in said
    assert complained.startswith("Er is niets ingelezen.")
    assert here(database) == 0


def test_a_file_that_is_no_list_is_refused(type_in, tmp_path):
    (tmp_path / "a.csv").write_bytes(b"%PDF-1.4")
    assert type_in(tmp_path / "a.csv")[0] == 2
