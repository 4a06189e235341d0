"""After a restore outside the program, the first login settles it, whoever that is, before a screen shows."""

import pytest
from tests.conftest import FAST

from leertraject_desktop import cli
from leertraject_desktop.domain.label import Rol
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.features.deelnemers.lijst import DeelnemerFilter, aantal_hier, deelnemer_ids
from leertraject_desktop.features.gebruikers.gebruikers import lijst_gebruikers
from leertraject_desktop.features.gebruikers.toegang import geef_toegang, ontneem_toegang
from leertraject_desktop.features.gegevens.logboek import lijst_logboek
from leertraject_desktop.features.gegevens.wissing import is_teruggezet, wis_deelnemer
from leertraject_desktop.features.reservekopie.herstel import Bewijs, zet_terug
from leertraject_desktop.features.reservekopie.reservekopie import maak
from leertraject_desktop.storage import keyfile
from leertraject_desktop.storage.database import open_with_key
from leertraject_desktop.ui.kit.screen import Context
from leertraject_desktop.ui.main_window import MainWindow

ZIN = "drie boten op zee"


@pytest.fixture
def put_back(store, database, clock):
    """An old backup with somebody who was wiped and a colleague who left since then, put back by hand."""
    store.write(nieuwe_deelnemer, NieuweDeelnemer("Jan", "Peeters", statuut="V"))
    for login in ("lies", "piet"):
        number = geef_toegang(store, login=login, naam=login, rol=Rol.LEZER, wachtzin=ZIN, kdf=FAST)
    made = maak(store, clock=clock)
    wis_deelnemer(store, store.read(deelnemer_ids, DeelnemerFilter())[0], "op_vraag")
    ontneem_toegang(store, number)
    store.close()
    zet_terug(database.path, made.path, Bewijs(database.login, database.wachtzin), clock=clock)
    return database.path


def _settled(store):
    active = {who.login for who in store.read(lijst_gebruikers) if who.actief}
    return store.read(aantal_hier) == 0 and active == {"an", "lies"} and not store.read(is_teruggezet)


def test_a_lezer_who_logs_in_first_sees_nobody_who_was_wiped(qtbot, put_back, database, clock, jobs):
    with open_with_key(put_back, "lies", database.key, clock=clock) as store:
        assert store.read(aantal_hier) == 1
        made = MainWindow(Context(store, jobs))
        qtbot.addWidget(made)
        assert _settled(store) and "opnieuw gewist" in made.problem.text()
        jobs.wait()
    with database.open(clock) as store:
        assert any("door het programma opnieuw gewist" in line.wat for line in store.read(lijst_logboek))


def test_when_settling_fails_nothing_shows_and_the_next_login_does_all_of_it(
    qtbot, put_back, database, clock, jobs
):
    key_file = keyfile.key_path(put_back)
    twin = keyfile.previous_path(put_back)
    with open_with_key(put_back, "lies", database.key, clock=clock) as store:
        kept = [(file, file.read_bytes()) for file in (key_file, twin)]
        for file, _ in kept:
            file.unlink()
        with pytest.raises(Problem, match="Zonder dat bestand"):
            MainWindow(Context(store, jobs))
        assert store.read(is_teruggezet)
        for file, content in kept:
            file.write_bytes(content)
        qtbot.addWidget(MainWindow(Context(store, jobs)))
        assert _settled(store)
        jobs.wait()


def test_a_headless_command_settles_it_too(put_back, database, clock, monkeypatch, capsys):
    monkeypatch.setenv(cli.PASSPHRASE, ZIN)
    cli.run(["logboek", "controleer", str(put_back), "--gebruiker", "lies"])
    with open_with_key(put_back, "lies", database.key, clock=clock) as store:
        assert _settled(store)
