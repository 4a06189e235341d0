"""A damaged database: found out, and as much as possible saved."""

import pytest
from tests.storage.commands import nieuwe_deelnemer
from tests.storage.test_backup import NU, nieuwe_taak, taken

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage import salvage
from leertraject_desktop.storage.database import open_with_key
from leertraject_desktop.storage.engine import connect
from leertraject_desktop.storage.soundness import Damaged, check_sound

PAGE = 4096


@pytest.fixture
def filled(store):
    for number in range(60):
        store.write(nieuwe_taak, f"taak {number} " + "x" * 900)
    path, key = store.path, store.key
    store.close()
    return path, key


def pages_of(path, key, table):
    raw = connect(path, key)
    try:
        return [row[0] for row in raw.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,))]
    finally:
        raw.close()


def spoil(path, page):
    content = bytearray(path.read_bytes())
    content[(page - 1) * PAGE + 100] ^= 0xFF
    path.write_bytes(content)


def test_one_bad_page_is_found_and_the_rows_of_the_others_are_saved(filled):
    path, key = filled
    size = path.stat().st_size // PAGE
    spoil(path, size - 3)
    with pytest.raises(Damaged) as found:
        check_sound(path, key)
    assert found.value.pages == 1
    redding = salvage.rescue(path, key, NU)
    assert (redding.beschadigd / path.name).stat().st_size == size * PAGE
    with open_with_key(path, "an", key) as saved:
        left = saved.read(taken)
    assert 50 <= len(left) < 60
    assert redding.gered["taak"] == len(left)


def test_who_did_it_keeps_a_place_when_the_list_of_gebruikers_is_lost(filled):
    path, key = filled
    spoil(path, pages_of(path, key, "gebruiker")[0])
    redding = salvage.rescue(path, key, NU)
    assert redding.gered["taak"] == 60
    assert redding.gered["gebruiker"] == 1
    assert check_sound(path, key)["taak"] == 60


def test_when_the_first_page_is_gone_only_a_backup_helps(filled):
    path, key = filled
    spoil(path, 1)
    with pytest.raises(Problem, match="reservekopie"):
        salvage.rescue(path, key, NU)


def test_who_was_saved_is_found_again_by_name(database):
    with database.open() as opened:
        for name in ("Peeters", "Zonderling", "El Amrani"):
            opened.write(nieuwe_deelnemer, name)
        for number in range(60):
            opened.write(nieuwe_taak, f"taak {number} " + "x" * 900)
    path, key = database.path, database.key
    spoil(path, path.stat().st_size // PAGE - 3)
    salvage.rescue(path, key, NU)
    raw = connect(path, key)
    found = raw.execute("SELECT rowid FROM zoeknaam_index WHERE zoeknaam_index MATCH 'zonderling'").fetchall()
    raw.close()
    assert found == [(2,)]


def test_a_sound_database_is_called_sound(filled):
    path, key = filled
    assert check_sound(path, key)["taak"] == 60
