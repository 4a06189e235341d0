"""One window per database, on a disk of the computer itself, with room held back for a full disk."""

import subprocess
import sys
from pathlib import Path

import pytest

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage import drive, instance, reserve, swap
from leertraject_desktop.storage.database import open_with_key
from leertraject_desktop.storage.drive import Drive
from leertraject_desktop.storage.instance import AlreadyOpen, Instance

HOLD = """
import sys
from pathlib import Path
from leertraject_desktop.storage.instance import Instance
held = Instance.take(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""

MOUNTS = r"""
22 28 254:0 / / rw,relatime - ext4 /dev/vda1 rw
31 22 0:45 / /mnt/personeel rw - cifs //server/personeel rw
32 22 0:46 / /mnt/met\040spatie rw - nfs4 server:/x rw
33 22 8:17 / /media/stick rw - vfat /dev/sdb1 rw
34 22 8:33 / /media/schijf rw - ext4 /dev/sdc1 rw
35 22 8:49 / /media/kaart rw - ext4 /dev/sdd1 rw
onzin
"""


@pytest.fixture
def other_window(database):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(database.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout.readline() == b"held\n"
    yield process
    process.kill()
    process.communicate()


def test_a_second_window_is_told_that_the_first_one_is_there(database, other_window):
    with pytest.raises(AlreadyOpen, match="al open") as refused:
        Instance.take(database.path)
    assert refused.value.holder.pid == other_window.pid


def test_a_lock_that_a_crash_left_behind_is_no_lock(database, other_window):
    other_window.kill()
    other_window.wait()
    assert instance.holder_of(database.path).pid == other_window.pid
    Instance.take(database.path).release()


def test_a_lock_is_given_back_and_taken_again(database):
    first = Instance.take(database.path)
    with pytest.raises(AlreadyOpen):
        Instance.take(database.path)
    first.release()
    Instance.take(database.path).release()


def test_a_window_on_another_computer_is_named(database, monkeypatch):
    first = Instance.take(database.path)
    monkeypatch.setattr(instance, "_host", lambda: "PC-0042")
    with pytest.raises(AlreadyOpen, match="op computer"):
        Instance.take(database.path)
    first.release()


def test_every_database_has_a_channel_of_its_own(tmp_path):
    names = {instance.channel_of(tmp_path / name) for name in ("a", "b", "./a")}
    assert len(names) == 2
    assert all(len(name) < 50 for name in names)


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/an/brugge.leertraject", Drive.FIXED),
        ("/mnt/personeel/an/brugge.leertraject", Drive.NETWORK),
        ("/mnt/personeel2/brugge.leertraject", Drive.FIXED),
        ("/mnt/met spatie/brugge.leertraject", Drive.NETWORK),
        ("/media/stick/brugge.leertraject", Drive.REMOVABLE),
        ("/media/schijf/brugge.leertraject", Drive.REMOVABLE),
        ("/media/kaart/brugge.leertraject", Drive.REMOVABLE),
    ],
)
def test_network_drives_and_sticks_are_recognised(tmp_path, path, kind):
    (tmp_path / "pci" / "usb2" / "sdc1").mkdir(parents=True)
    (tmp_path / "sdc1").symlink_to(tmp_path / "pci" / "usb2" / "sdc1")
    (tmp_path / "pci" / "mmc" / "sdd1").mkdir(parents=True)
    (tmp_path / "pci" / "mmc" / "removable").write_text("1\n")
    (tmp_path / "sdd1").symlink_to(tmp_path / "pci" / "mmc" / "sdd1")
    assert drive._on_linux(Path(path), MOUNTS, tmp_path) is kind


@pytest.mark.parametrize("kind", [Drive.NETWORK, Drive.REMOVABLE])
def test_live_data_is_refused_there_with_what_to_do_instead(database, monkeypatch, kind):
    monkeypatch.setattr(drive, "drive_of", lambda _: kind)
    with pytest.raises(Problem, match="schijf van deze computer"):
        open_with_key(database.path, "an", database.key)


def test_the_reserve_takes_real_room_and_gives_it_back(database):
    assert reserve.hold(database.path)
    held = reserve.reserve_path(database.path)
    assert held.stat().st_size == reserve.RESERVE_BYTES
    if hasattr(held.stat(), "st_blocks"):
        assert held.stat().st_blocks * 512 >= reserve.RESERVE_BYTES
    assert reserve.hold(database.path)
    assert reserve.give_up(database.path)
    assert not reserve.give_up(database.path)


def test_a_new_window_removes_the_working_copies_that_a_crash_left(database):
    names = (".brugge.leertraject.kopie-ab12cd", ".brugge.leertraject.kopie-ab12cd-wal", ".bekijk-0011aabb")
    left = [database.path.with_name(name) for name in (*names, ".brugge.leertraject.sleutel.0a0b.deel")]
    for file in left:
        file.write_bytes(b"x")
    other = database.path.with_name(".gent.leertraject.kopie-ab12cd")
    other.write_bytes(b"x")
    prepared = swap.prepare(database.path)
    (prepared / "gegevens").write_bytes(b"x")
    Instance.take(database.path).release()
    assert [file for file in (*left, prepared) if file.exists()] == []
    assert other.exists()
    database.open().close()
