"""The headless commands for when something went wrong: `herstel` and `logboek`."""

import pytest

from leertraject_desktop import cli
from leertraject_desktop.features.gebruikers import toegang
from leertraject_desktop.features.reservekopie import reservekopie
from leertraject_desktop.storage.engine import connect


@pytest.fixture
def type_in(database, monkeypatch, capsys):
    """Run a command with the right passphrase; returns code, what it said and what it complained."""
    monkeypatch.setenv(cli.PASSPHRASE, database.wachtzin)

    def run(*words):
        code = cli.run([str(word) for word in words])
        return code, *capsys.readouterr()

    return run


def test_herstel_looks_whether_the_data_is_whole_and_shows_the_backups(database, type_in):
    with database.open() as store:
        reservekopie.maak(store)
    code, said, _ = type_in("herstel", database.path)
    assert code == 0
    assert said.startswith("De gegevens zijn heel.")
    assert "op vraag" in said


def test_herstel_puts_a_backup_back_in_the_place_of_a_damaged_file(database, type_in):
    with database.open() as store:
        made = reservekopie.maak(store).path
    database.path.write_bytes(database.path.read_bytes()[:5000])
    code, _, complaint = type_in("herstel", database.path)
    assert (code, "beschadigd" in complaint) == (2, True)
    code, said, complaint = type_in("herstel", database.path, "--kopie", made)
    assert (code, complaint) == (0, "")
    assert said.startswith("Teruggezet")
    database.open().close()


def test_herstel_takes_the_key_of_the_sheet(database, type_in, monkeypatch):
    with database.open() as store:
        blad = toegang.maak_herstelblad(store)
        made = reservekopie.maak(store).path
    monkeypatch.setenv(cli.PASSPHRASE, " ".join(blad.groepen))
    assert type_in("herstel", database.path, "--herstelsleutel", "--kopie", made)[0] == 0


def test_herstel_saves_nothing_from_data_that_is_whole(database, type_in):
    code, _, complaint = type_in("herstel", database.path, "--red")
    assert (code, complaint.count("\n")) == (2, 1)
    assert "niet beschadigd" in complaint


def test_logboek_says_whether_it_is_whole(database, type_in):
    code, said, _ = type_in("logboek", "controleer", database.path)
    assert code == 0
    assert said.endswith("er is niets veranderd of verdwenen.\n")
    raw = connect(database.path, database.key)
    raw.execute("DROP TRIGGER logboekregel_geen_update")
    raw.execute("UPDATE logboekregel SET wat = 'iets anders'")
    raw.close()
    code, _, complaint = type_in("logboek", "controleer", database.path)
    assert (code, complaint.count("\n")) == (2, 1)
    assert "Gebroken bij regel 1" in complaint
