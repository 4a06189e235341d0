"""Colleagues come and go: who can log in, with what, and who no longer can."""

import pytest
from tests.conftest import FAST

from leertraject_desktop.domain.label import Rol
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.gebruikers import toegang
from leertraject_desktop.features.gebruikers.gebruikers import lijst_gebruikers, wijzig_gebruiker
from leertraject_desktop.storage import keyfile
from leertraject_desktop.storage.database import open_store, open_with_key
from leertraject_desktop.storage.login_list import login_list

ZIN = "zaklamp hoek nieuw meetkunde"
ANDER = "kraan stoel wolk oever"


@pytest.fixture
def piet(store):
    return toegang.geef_toegang(
        store, login="piet", naam="Piet Claes", rol=Rol.COORDINATOR, wachtzin=ZIN, kdf=FAST
    )


def als_piet(store):
    return open_with_key(store.path, "piet", store.key)


def opent(path, login, wachtzin):
    try:
        open_store(path, login, wachtzin).close()
    except Problem:
        return False
    return True


def test_a_colleague_logs_in_with_a_passphrase_of_his_own(store, piet):
    with open_store(store.path, "piet", ZIN) as als_piet:
        assert (als_piet.wie.naam, als_piet.wie.rol) == ("Piet Claes", Rol.COORDINATOR)
        assert als_piet.key == store.key
    assert [who.naam for who in login_list(store.path).names] == ["An Bogaert", "Piet Claes"]
    assert not opent(store.path, "piet", ANDER)


def test_a_login_is_given_once_and_a_weak_passphrase_gives_nobody_access(store, piet):
    with pytest.raises(Problem, match="bestaat al"):
        toegang.geef_toegang(
            store, login="Piet", naam="Piet Peeters", rol=Rol.LEZER, wachtzin=ANDER, kdf=FAST
        )
    with pytest.raises(Problem, match="te kort"):
        toegang.geef_toegang(store, login="els", naam="Els Maes", rol=Rol.LEZER, wachtzin="kort", kdf=FAST)
    assert [who.login for who in store.read(lijst_gebruikers)] == ["an", "piet"]


def test_a_new_passphrase_rewrites_the_slot_and_never_the_database(store, piet):
    before = store.path.read_bytes()
    with als_piet(store) as opened:
        toegang.wijzig_wachtzin(opened, ZIN, ANDER, kdf=FAST)
    assert store.path.read_bytes()[4096:8192] == before[4096:8192]
    assert opent(store.path, "piet", ANDER)
    assert not opent(store.path, "piet", ZIN)


def test_the_old_passphrase_does_not_live_on_in_the_twin_of_the_key_file(store, piet):
    with als_piet(store) as opened:
        toegang.wijzig_wachtzin(opened, ZIN, ANDER, kdf=FAST)
    keyfile.key_path(store.path).unlink()
    assert not opent(store.path, "piet", ZIN)
    assert opent(store.path, "piet", ANDER)


def test_who_left_no_longer_gets_in_but_keeps_the_name_under_what_was_done(store, piet):
    toegang.ontneem_toegang(store, piet)
    assert not opent(store.path, "piet", ZIN)
    assert [who.login for who in login_list(store.path).names] == ["an"]
    assert [(who.login, who.actief) for who in store.read(lijst_gebruikers)] == [
        ("an", True),
        ("piet", False),
    ]


def test_who_left_cannot_get_in_with_an_old_key_file_either(store, piet):
    old = keyfile.read(store.path)
    toegang.ontneem_toegang(store, piet)
    keyfile.write(store.path, old)
    with pytest.raises(Problem, match="geen toegang meer"):
        open_store(store.path, "piet", ZIN)


def test_there_is_always_somebody_who_manages(store, piet):
    with pytest.raises(Problem, match="jezelf"):
        toegang.ontneem_toegang(store, store.wie.gebruiker_id)
    with pytest.raises(Problem, match="altijd een beheerder"):
        store.write(wijzig_gebruiker, store.wie.gebruiker_id, naam="An Bogaert", rol=Rol.LEZER)


def test_only_a_beheerder_adds_gebruikers_or_makes_a_recovery_sheet(store, piet):
    with open_with_key(store.path, "piet", store.key) as als_piet:
        for act in (
            lambda: toegang.geef_toegang(
                als_piet, login="els", naam="Els", rol=Rol.LEZER, wachtzin=ANDER, kdf=FAST
            ),
            lambda: toegang.maak_herstelblad(als_piet),
            lambda: toegang.ontneem_toegang(als_piet, store.wie.gebruiker_id),
            lambda: toegang.vernieuw_sleutel(als_piet),
        ):
            with pytest.raises(Problem, match="Je mag"):
                act()


def test_who_forgot_gets_in_again_with_the_sheet_from_the_cupboard(store, piet):
    blad = toegang.maak_herstelblad(store)
    typed = " ".join(blad.groepen).lower().replace("0", "o")
    toegang.herstel_toegang(store.path, typed, "piet", ANDER, kdf=FAST)
    assert opent(store.path, "piet", ANDER)
    toegang.herstel_toegang(store.path, blad.qr, "piet", ZIN, kdf=FAST)
    assert opent(store.path, "piet", ZIN)


def test_a_new_recovery_sheet_makes_the_old_one_worthless(store, piet):
    assert not toegang.heeft_herstelblad(store.path)
    oud = toegang.maak_herstelblad(store)
    toegang.maak_herstelblad(store)
    with pytest.raises(Problem, match="hoort niet bij"):
        toegang.herstel_toegang(store.path, oud.qr, "piet", ANDER, kdf=FAST)


def test_a_beheerder_gives_a_colleague_who_forgot_another_passphrase(store, piet):
    toegang.nieuwe_wachtzin_voor(store, piet, ANDER, kdf=FAST)
    assert opent(store.path, "piet", ANDER)


def test_after_renewal_everybody_who_is_left_gets_in_and_old_keys_open_nothing(store, piet):
    blad = toegang.maak_herstelblad(store)
    els = toegang.geef_toegang(store, login="els", naam="Els", rol=Rol.LEZER, wachtzin=ANDER, kdf=FAST)
    path, old = store.path, store.key
    toegang.ontneem_toegang(store, els)
    new = toegang.vernieuw_sleutel(store)
    with pytest.raises(Problem, match="gaat niet open"):
        open_with_key(path, "an", old)
    with open_with_key(path, "an", new) as opened:
        assert [who.login for who in opened.read(lijst_gebruikers)] == ["an", "piet", "els"]
    assert opent(path, "piet", ZIN)
    toegang.herstel_toegang(path, blad.qr, "piet", ANDER, kdf=FAST)
    assert opent(path, "piet", ANDER)


def test_the_key_is_not_renewed_while_another_window_has_the_data_open(store, database):
    before = database.path.read_bytes()
    with database.open() as other:
        other.read(lijst_gebruikers)
        with pytest.raises(Problem, match="ergens anders open"):
            toegang.vernieuw_sleutel(store)
    assert database.path.read_bytes()[:4096] == before[:4096]
    assert not [file for file in database.path.parent.iterdir() if file.name.startswith(".")]
