"""Outside the program too, only a beheerder puts a backup back, and nobody comes back in by that."""

import pytest
from tests.conftest import FAST

from leertraject_desktop.domain.label import Rol
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.gebruikers.gebruikers import lijst_gebruikers, wijzig_gebruiker
from leertraject_desktop.features.gebruikers.toegang import geef_toegang, maak_herstelblad, ontneem_toegang
from leertraject_desktop.features.reservekopie import herstel
from leertraject_desktop.features.reservekopie.herstel import Bewijs
from leertraject_desktop.features.reservekopie.reservekopie import maak
from leertraject_desktop.storage import keyfile

ZIN = "drie boten op zee"


def _colleague(store, rol, login="piet"):
    return geef_toegang(store, login=login, naam=login.title(), rol=rol, wachtzin=ZIN, kdf=FAST)


def _refused(database, made, clock, login="piet"):
    before = database.path.read_bytes()
    with pytest.raises(Problem, match="Alleen een beheerder") as refused:
        herstel.zet_terug(database.path, made.path, Bewijs(login, ZIN), clock=clock)
    assert "herstelblad uit de kluis" in refused.value.remedy
    assert database.path.read_bytes() == before


@pytest.mark.parametrize("rol", [Rol.LEZER, Rol.COORDINATOR])
def test_who_is_no_beheerder_puts_no_backup_back_outside_the_program(store, database, clock, rol):
    _colleague(store, rol)
    made = maak(store, clock=clock)
    store.close()
    _refused(database, made, clock)


def test_a_beheerder_of_then_who_lost_access_puts_no_backup_back(store, database, clock):
    piet = _colleague(store, Rol.BEHEERDER)
    made = maak(store, clock=clock)
    ontneem_toegang(store, piet)
    store.close()
    _refused(database, made, clock)
    database.path.write_bytes(b"stuk")
    _refused(database, made, clock)


def test_a_beheerder_of_then_who_is_lezer_now_puts_no_backup_back(store, database, clock):
    piet = _colleague(store, Rol.BEHEERDER)
    made = maak(store, clock=clock)
    store.write(wijzig_gebruiker, piet, naam="Piet", rol=Rol.LEZER)
    store.close()
    _refused(database, made, clock)


def test_the_recovery_sheet_stands_for_a_beheerder_and_lets_nobody_who_left_back_in(store, database, clock):
    blad = maak_herstelblad(store)
    piet = _colleague(store, Rol.BEHEERDER)
    made = maak(store, clock=clock)
    ontneem_toegang(store, piet)
    store.close()
    lines = herstel.zet_terug(database.path, made.path, Bewijs(herstelsleutel=blad.qr), clock=clock)
    assert lines[-1] == "Meld je aan met de wachtzin van toen."
    assert [slot.login for slot in keyfile.read(database.path).slots] == [database.login]


def test_with_a_passphrase_of_then_the_passphrases_of_now_stay(store, database, clock):
    made = maak(store, clock=clock)
    file = keyfile.read(database.path)
    keyfile.write(database.path, keyfile.add_slot(file, store.key, database.login, "An Bogaert", ZIN, FAST))
    store.close()
    of_then = Bewijs(database.login, database.wachtzin)
    lines = herstel.zet_terug(database.path, made.path, of_then, clock=clock)
    assert lines[-1] == "Meld je aan met de wachtzin van nu." and herstel.WISSINGEN_KWIJT not in lines
    assert keyfile.unlock(keyfile.read(database.path), database.login, ZIN) == database.key


def test_it_is_said_when_nobody_knows_any_more_who_was_wiped(store, database, clock):
    made = maak(store, clock=clock)
    store.close()
    database.path.write_bytes(b"stuk")
    lines = herstel.zet_terug(database.path, made.path, Bewijs("an", database.wachtzin), clock=clock)
    assert herstel.WISSINGEN_KWIJT in lines
    with database.open(clock) as back:
        assert [who.naam for who in back.read(lijst_gebruikers)] == ["An Bogaert"]
