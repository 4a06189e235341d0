"""Backups as the user makes, reads and restores them, in the program and on the command line."""

from datetime import timedelta

import pytest
from tests.conftest import FAST

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.gebruikers import toegang
from leertraject_desktop.features.gebruikers.gebruikers import lijst_gebruikers, wijzig_gebruiker
from leertraject_desktop.features.reservekopie import herstel
from leertraject_desktop.features.reservekopie import reservekopie as kopie
from leertraject_desktop.features.reservekopie.herstel import Bewijs
from leertraject_desktop.storage.database import Eigenaar, create, open_store
from leertraject_desktop.storage.instance import Instance


@pytest.fixture
def hernoemd(store, clock):
    made = kopie.maak(store, clock=clock)
    store.write(wijzig_gebruiker, store.wie.gebruiker_id, naam="An Anders", rol=store.wie.rol)
    return made.path


def naam(store):
    return store.read(lijst_gebruikers)[0].naam


def test_a_backup_of_today_is_made_once(store, clock):
    assert kopie.is_nodig(store, clock().date(), clock=clock)
    made = kopie.maak(store, "dagelijks", clock=clock)
    today = kopie.datetime.fromtimestamp(made.path.stat().st_mtime, clock().tzinfo).date()
    assert not kopie.is_nodig(store, today, clock=clock)
    kopie.noteer_gemaakt(store, made)
    assert [row.aanleiding for row in kopie.reservekopieen(store)] == ["dagelijks"]


def test_a_copy_goes_to_the_stick_and_a_stick_that_is_away_is_told(store, clock, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    store.write(kopie.kies_tweede_map, stick)
    made = kopie.maak(store, clock=clock)
    assert made.tweede.read_bytes() == made.path.read_bytes()
    assert len(kopie.reservekopieen(store)) == 2
    for file in stick.iterdir():
        file.unlink()
    stick.rmdir()
    again = kopie.maak(store, clock=clock)
    assert again.path.exists()
    assert "is er niet" in again.tweede_mislukt.what


def test_what_a_backup_holds_is_seen_before_it_is_put_back(store, hernoemd, clock):
    seen = kopie.bekijk(store, hernoemd)
    assert seen.aantallen["gebruiker"] == 1
    aside = kopie.zet_terug(store, hernoemd, clock=clock)
    assert aside.exists()


def test_putting_back_brings_the_data_of_then(store, database, hernoemd, clock):
    assert naam(store) == "An Anders"
    kopie.zet_terug(store, hernoemd, clock=clock)
    with database.open(clock) as opened:
        assert naam(opened) == "An Bogaert"


def test_nothing_is_put_back_while_another_window_is_open(store, database, hernoemd, clock):
    held = Instance.take(database.path)
    with pytest.raises(Problem, match="al open"):
        kopie.zet_terug(store, hernoemd, clock=clock)
    held.release()


def test_herstel_lists_checks_and_puts_back_without_the_program(store, database, hernoemd, clock):
    bewijs = Bewijs(login="an", wachtzin=database.wachtzin)
    store.close()
    assert "Brugge" in herstel.lijst(database.path)[0]
    assert herstel.controleer(database.path, bewijs)[0] == "De gegevens zijn heel."
    clock.later(seconds=timedelta(hours=1).total_seconds())
    assert herstel.zet_terug(database.path, hernoemd, bewijs, clock=clock)[0].startswith("Teruggezet")
    with database.open(clock) as opened:
        assert naam(opened) == "An Bogaert"


def test_herstel_works_with_the_key_on_paper(store, database, clock):
    blad = toegang.maak_herstelblad(store)
    made = kopie.maak(store, clock=clock)
    store.close()
    database.path.write_bytes(b"weg")
    bewijs = Bewijs(herstelsleutel=" ".join(blad.groepen))
    herstel.zet_terug(database.path, made.path, bewijs, clock=clock)
    with database.open(clock) as opened:
        assert naam(opened) == "An Bogaert"


def test_herstel_saves_rows_only_of_what_is_damaged(store, database, clock):
    store.close()
    bewijs = Bewijs(login="an", wachtzin=database.wachtzin)
    with pytest.raises(Problem, match="niet beschadigd"):
        herstel.red(database.path, bewijs, clock=clock)
    content = bytearray(database.path.read_bytes())
    content[-2000] ^= 1
    database.path.write_bytes(content)
    with pytest.raises(Problem, match="beschadigd"):
        herstel.controleer(database.path, bewijs)
    assert herstel.red(database.path, bewijs, clock=clock)[0] == "Gered, per tabel:"
    assert herstel.controleer(database.path, bewijs)[0] == "De gegevens zijn heel."


def test_herstel_without_a_right_passphrase_does_nothing(store, database, hernoemd, clock):
    store.close()
    before = database.path.read_bytes()
    with pytest.raises(Problem, match="klopt niet"):
        herstel.zet_terug(database.path, hernoemd, Bewijs(login="an", wachtzin="fout"), clock=clock)
    assert database.path.read_bytes() == before


def test_herstel_refuses_a_backup_of_another_prison(store, database, clock, tmp_path):
    other = tmp_path / "gent" / "gent.leertraject"
    other.parent.mkdir()
    create(other, "GEN", Eigenaar("els", "Els Maes"), "zeven wolken boven zee", kdf=FAST)
    with open_store(other, "els", "zeven wolken boven zee", clock=clock) as foreign:
        made = kopie.maak(foreign, clock=clock)
    store.close()
    before = database.path.read_bytes()
    with pytest.raises(Problem, match=r"andere gegevens \(Gent\)"):
        herstel.zet_terug(database.path, made.path, Bewijs("els", "zeven wolken boven zee"), clock=clock)
    assert database.path.read_bytes() == before


def test_in_the_window_a_backup_of_another_prison_is_refused_too(store, clock, tmp_path):
    other = tmp_path / "gent" / "gent.leertraject"
    other.parent.mkdir()
    create(other, "GEN", Eigenaar("els", "Els Maes"), "zeven wolken boven zee", kdf=FAST)
    with open_store(other, "els", "zeven wolken boven zee", clock=clock) as foreign:
        made = kopie.maak(foreign, clock=clock)
    with pytest.raises(Problem, match="andere sleutel"):
        kopie.bekijk(store, made.path)
    with pytest.raises(Problem, match="andere sleutel"):
        kopie.zet_terug(store, made.path, clock=clock)
    assert store.read(lijst_gebruikers)
