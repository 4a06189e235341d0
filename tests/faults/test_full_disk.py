"""Fault 3: the disk is full, at twenty sizes; nothing acknowledged is lost, and room helps at once."""

import os
import shutil
import subprocess

import pytest
from tests.faults import uses
from tests.faults.conftest import LONG, acks, fresh
from tests.faults.invariants import check

from leertraject_desktop.storage import reserve

SIZES = 20 if LONG else 4
KIB = 1024


@pytest.fixture
def small_disk(tmp_path):
    """Mounts a disk of so many KiB in memory; None where this account may not mount."""
    place = tmp_path / "schijf"
    place.mkdir()

    def mount(size):
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(place)]
        if os.geteuid() != 0 or subprocess.run(command, check=False, capture_output=True).returncode:
            return None
        return place

    yield mount
    subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True)


def make_room(place):
    subprocess.run(["mount", "-o", "remount,size=64m", str(place)], check=True)


def copy_into(template, place):
    for file in template.iterdir():
        if file.is_file():
            shutil.copyfile(file, place / file.name)


def test_a_full_disk_loses_nothing_and_room_helps_at_once(zygote, folder, small_disk, figure, tmp_path):
    used = sum(file.stat().st_size for file in folder.iterdir() if file.is_file()) // KIB
    saved, given_up, how = 0, 0, "disks in memory"
    for number in range(SIZES):
        room = 60 + number * 37 + (8 * KIB + 300 if number % 4 == 3 else 0)
        place = small_disk(used + room)
        if place is None:
            how = "limits on the size of a file"
            place = fresh(folder, tmp_path / "kopie")
            limit = (place / uses.NAME).stat().st_size + room * KIB
            assert zygote.run("write_on", place, "vol", 100_000, 12_000, size=limit) == 3
        else:
            copy_into(folder, place)
            held = number % 4 == 3 and reserve.hold(place / uses.NAME)
            assert zygote.run("write_on", place, "vol", 100_000, 12_000) == 3
            given_up += bool(held and not reserve.reserve_path(place / uses.NAME).exists())
            make_room(place)
        done = acks(place)
        saved += len(done)
        check(place, done)
        assert zygote.run("write_on", place, "ruimte", 3) == 0
        check(place, acks(place))
        subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True)
    assert saved
    figure(
        "3 disk full",
        f"{SIZES} sizes ({how}), {saved} saves before it was full: 0 lost, all go on with room; "
        f"reserve given up {given_up} times",
    )
