"""Backups: made while people work, proven to open, put back in one piece, and let go in order."""

import errno
import hashlib
import random
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from tests.conftest import FAST

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.storage import backup, container, keyfile
from leertraject_desktop.storage.access import command
from leertraject_desktop.storage.backup import Kopie
from leertraject_desktop.storage.container import Manifest, NotWhole
from leertraject_desktop.storage.database import Eigenaar, create, open_store, open_with_key
from leertraject_desktop.storage.engine import connect
from leertraject_desktop.storage.rekey import renew_key
from leertraject_desktop.storage.tables import Taak

NU = datetime(2026, 11, 24, 9, 0)  # noqa: DTZ001 - in UTC, as the database keeps it
KANARIE = "Kanarievogel Zonderling"


@command(Recht.REGISTREREN, "taak toevoegen")
def nieuwe_taak(session, omschrijving):
    session.add(Taak(omschrijving=omschrijving, datum=NU.date()))


def taken(session):
    return [taak.omschrijving for taak in session.query(Taak).order_by(Taak.id)]


@pytest.fixture
def made(store):
    store.write(nieuwe_taak, KANARIE)
    return backup.make(store.path, store.key, backup.default_folder(store.path), NU, "op vraag")


def test_a_backup_is_made_while_people_work_and_tells_what_it_holds(store, made, tmp_path):
    store.write(nieuwe_taak, "later")
    seen = backup.inspect(made, store.key, tmp_path)
    assert made.name == "brugge 2026-11-24 0900.ltbak"
    assert (seen.manifest.gevangenis, seen.manifest.aanleiding) == ("Brugge", "op vraag")
    assert seen.aantallen["taak"] == 1
    assert seen.laatste[0] == (NU, "taak")
    assert [kopie.path for kopie in backup.listed(made.parent)] == [made]
    leftover = [file.name for folder in (store.path.parent, tmp_path) for file in folder.iterdir()]
    assert not [name for name in leftover if name.startswith(".")]


def test_a_backup_can_be_put_back_and_what_stood_there_is_kept(store, made):
    store.write(nieuwe_taak, "na de reservekopie")
    path, key = store.path, store.key
    store.close()
    aside = backup.restore(path, made, key, NU + timedelta(hours=1), current_key=key)
    with open_with_key(path, "an", key) as restored:
        assert restored.read(taken) == [KANARIE]
    backup.restore(path, aside, key, NU + timedelta(hours=2), current_key=key)
    with open_with_key(path, "an", key) as again:
        assert again.read(taken) == [KANARIE, "na de reservekopie"]


def test_after_a_restore_a_passphrase_that_was_changed_since_still_works(store, made, database):
    path, key = store.path, store.key
    store.close()
    keyfile.write(path, keyfile.add_slot(keyfile.read(path), key, "an", "An", "kraan stoel wolk oever", FAST))
    backup.restore(path, made, key, NU, current_key=key)
    open_store(path, "an", "kraan stoel wolk oever").close()


def test_a_backup_from_before_the_key_was_renewed_comes_back_with_its_own_keys(store, made, database):
    path, old = store.path, store.key
    store.close()
    new = renew_key(path, old, frozenset({"an"}))
    with pytest.raises(NotWhole):
        backup.inspect(made, new, path.parent)
    key = keyfile.unlock(container.read_keyfile(made), "an", database.wachtzin)
    backup.restore(path, made, key, NU, current_key=new)
    with open_store(path, "an", database.wachtzin) as restored:
        assert restored.read(taken) == [KANARIE]


def test_a_damaged_database_is_set_aside_and_the_backup_put_in_its_place(store, made):
    path, key = store.path, store.key
    store.close()
    content = bytearray(path.read_bytes())
    content[4096 * 3 : 4096 * 4] = bytes(4096)
    path.write_bytes(content)
    aside = backup.restore(path, made, key, NU, current_key=key)
    assert (aside / path.name).read_bytes() == bytes(content)
    with open_with_key(path, "an", key) as restored:
        assert restored.read(taken) == [KANARIE]


def test_nothing_in_a_backup_can_be_read_without_a_passphrase(made):
    content = made.read_bytes()
    assert KANARIE.encode() not in content
    assert b"SQLite format 3" not in content


def test_a_copy_on_a_stick_is_read_back(store, made, tmp_path):
    stick = tmp_path / "stick"
    copied = backup.copy_to(made, stick)
    assert copied.read_bytes() == made.read_bytes()
    assert [file.name for file in stick.iterdir()] == [made.name]
    assert backup.inspect(copied, store.key, tmp_path).aantallen["taak"] == 1


def test_a_stick_that_does_not_give_back_what_was_written_is_not_trusted(made, tmp_path, monkeypatch):
    def worn_out(path: Path) -> None:
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)

    monkeypatch.setattr(container, "to_disk", worn_out)
    with pytest.raises(Problem, match="niet terug zoals ze geschreven"):
        backup.copy_to(made, tmp_path / "stick")
    assert list((tmp_path / "stick").iterdir()) == []


@pytest.mark.parametrize("part", ["cut", "flip", "empty", "text", "prefix"])
def test_a_backup_that_is_not_whole_is_never_accepted(made, store, tmp_path, part):
    content = bytearray(made.read_bytes())
    if part == "cut":
        del content[len(content) // 2 :]
    elif part == "flip":
        content[random.Random(3).randrange(1000, len(content) - 1000)] ^= 4
    else:
        content = bytearray({"empty": b"", "text": b"geen kopie", "prefix": bytes(9) + content}[part])
    bad = tmp_path / "slecht.ltbak"
    bad.write_bytes(content)
    if part == "prefix":
        # A zip may have something in front of it; what is in it is then still proven whole.
        assert container.read_manifest(bad) == container.read_manifest(made)
        return
    with pytest.raises(NotWhole):
        container.read_manifest(bad)
    assert backup.listed(tmp_path) == []


def kopie(moment, aanleiding="dagelijks"):
    manifest = Manifest("id", "Brugge", moment, "0001", aanleiding, "", "")
    return Kopie(Path(f"{moment:%Y%m%d%H%M}"), manifest)


def test_rotation_keeps_seven_days_five_weeks_and_twelve_months():
    alle = [kopie(NU - timedelta(days=days, hours=hours)) for days in range(500) for hours in (0, 3)]
    gone = {each.path for each in backup.superfluous(alle)}
    kept = sorted((each.manifest.moment.date() for each in alle if each.path not in gone), reverse=True)
    assert kept[:7] == [NU.date() - timedelta(days=days) for days in range(7)]
    assert len(kept) == len(set(kept))
    assert len({day.isocalendar()[:2] for day in kept if day > NU.date() - timedelta(days=34)}) == 5
    assert len({(day.year, day.month) for day in kept}) == 12
    assert len(kept) <= 7 + 4 + 11


def test_a_clock_that_jumped_a_year_costs_no_backups():
    few = [kopie(NU - timedelta(days=days)) for days in range(6)]
    assert backup.superfluous([*few, kopie(NU + timedelta(days=365))]) == []


@pytest.mark.parametrize("why", [backup.BEFORE_RESTORE, backup.BEFORE_UPGRADE])
def test_the_way_back_from_a_restore_stays_a_week_whatever_is_made_after_it(why):
    way_back = kopie(NU, why)
    days = [kopie(NU + timedelta(days=day, hours=3)) for day in range(20)]
    assert way_back not in backup.superfluous([way_back, *days[:7]])
    assert way_back in backup.superfluous([way_back, *days[:8]])
    assert backup.end_dates([way_back], NU.date())[way_back.path] is not None


def test_an_upgrade_that_fails_has_made_a_backup_and_left_everything_as_it_was(tmp_path):
    path = tmp_path / "oud.leertraject"
    create(path, "BRG", Eigenaar("an", "An"), "zaklamp hoek nieuw meetkunde", kdf=FAST)
    key = keyfile.unlock(keyfile.read(path), "an", "zaklamp hoek nieuw meetkunde")
    raw = connect(path, key)
    raw.execute("UPDATE alembic_version SET version_num = '0000'")
    raw.close()
    before = dump(path, key)
    with pytest.raises(Exception, match="0000"):
        open_with_key(path, "an", key)
    (made,) = backup.listed(backup.default_folder(path))
    assert made.manifest.aanleiding == "voor het bijwerken"
    assert dump(path, key) == before


def dump(path, key):
    raw = connect(path, key)
    try:
        names = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [raw.execute(f'SELECT * FROM "{name}"').fetchall() for name in sorted(names)]
        return [*raw.execute("SELECT * FROM sqlite_master ORDER BY name").fetchall(), *rows]
    finally:
        raw.close()


def test_a_live_file_that_is_copied_plainly_is_not_how_backups_are_made(store, made, tmp_path):
    copy = tmp_path / "kopie"
    container.unpack_database(made, copy)
    raw = sqlcipher.connect(copy)
    with pytest.raises(sqlcipher.DatabaseError):
        raw.execute("SELECT count(*) FROM sqlite_master")
    raw.close()


def test_a_backup_of_a_newer_program_is_refused_before_anything_is_closed(store, made, tmp_path):
    manifest = container.read_manifest(made)
    copy, newer = tmp_path / "uitgepakt", tmp_path / f"nieuwer{container.SUFFIX}"
    container.unpack_database(made, copy)
    keys = keyfile.encode(container.read_keyfile(made))
    sha = hashlib.sha256(keys).hexdigest()
    later = replace(manifest, revisie="9999", sha_sleutel=sha)
    container.pack(newer, copy, keys, container.signed(later, store.key))
    for use in (
        lambda: backup.inspect(newer, store.key, tmp_path),
        lambda: backup.restore(store.path, newer, store.key, manifest.moment, current_key=store.key),
    ):
        with pytest.raises(Problem, match="nieuwere versie"):
            use()


def test_on_a_full_disk_a_restore_leaves_the_data_and_no_half_copy(store, made, monkeypatch):
    before = sorted(backup.default_folder(store.path).iterdir())

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(backup.container, "pack", full)
    monkeypatch.setattr(backup.shutil, "copyfile", full)
    moment = container.read_manifest(made).moment
    with pytest.raises(Problem, match=r"brugge.leertraject. is niet geschreven: er is geen plaats meer"):
        backup.restore(store.path, made, store.key, moment, current_key=store.key)
    assert sorted(backup.default_folder(store.path).iterdir()) == before
    assert not list(store.path.parent.glob(".*.kopie-*"))
    store.read(lambda session: session.connection().exec_driver_sql("SELECT 1").scalar())
