"""Fault 4: the stick is pulled out while it is written to; never a file that looks whole and is not.

Pulled at each call that writes, and at random moments during a large write. Afterwards it is plugged in
again, and what stands on it under its final name must be all of it.
"""

import random
import time

import pytest
from tests.faults import invariants, uses
from tests.faults.conftest import LONG
from tests.faults.sticks import sticks
from tests.faults.tracer import WAIT

from leertraject_desktop.storage import backup

TIMES = 50 if LONG else 3
USES = ("copy_backup", "export", "make_backup")
ROWS = 60

pytestmark = pytest.mark.held


@pytest.fixture
def large(folder):
    """Data of some size, so that writing it takes a while, and a backup of it to copy."""
    uses.ask_in_october(folder)
    (folder / "stick").rmdir()
    uses.write_on(folder, "veel", ROWS, 12_000)
    uses.make_backup(folder)
    return folder


@pytest.fixture
def drives(tmp_path):
    """The sticks that this computer lets us use, each of which is out at the end."""
    found = sticks(tmp_path)
    yield found
    for stick in found:
        stick.take_out()


def test_a_stick_that_is_pulled_out_keeps_no_file_that_looks_whole(zygote, large, drives, figure):
    draw = random.Random(4)
    for stick in drives:
        ended = {0: 0, 3: 0}
        (large / "stick").unlink(missing_ok=True)
        (large / "stick").symlink_to(stick.place)
        month = unhurt(zygote, large, stick)
        for number in range(TIMES):
            use = USES[number % len(USES)]
            code, said = pulled(zygote, large, stick, use, number, draw)
            assert code in ended, said
            assert code == 0 or "stick" in said or "map" in said, said
            ended[code] += 1
            check_stick(large, stick, month, told=use if code == 0 else "")
        figure(
            f"4 stick pulled out: {stick.name}",
            f"{TIMES} times: {ended[3]} refused in words, {ended[0]} done before it was out; "
            "0 files that look whole and are not",
        )
    if not drives:
        figure("4 stick pulled out", "not run: no drive could be mounted")


def unhurt(zygote, large, stick):
    """What the file of the month is when nothing happens; the stick becomes the second place of backups."""
    assert stick.format()
    assert stick.plug_in()
    assert zygote.run("export", large) == 0
    uses.choose_second_place(large, large / "stick")
    month = (stick.place / uses.LEVERING).read_bytes()
    stick.take_out()
    return month


def pulled(zygote, large, stick, use, number, draw):
    """Pull the stick out during a use; returns how that ended and what the user read."""
    assert stick.format()
    assert stick.plug_in()

    def pull():
        stick.pull()
        if number % 2:
            stick.unplugged()

    if number % 4 == 3:
        running = zygote.begin(use, large)
        running.go()
        time.sleep(draw.uniform(0, 0.25))
        pull()
        code = running.end()
    else:
        # The calls of a use that reach the stick are among its last.
        count = writes(zygote, large, use)
        at = count - draw.randrange(min(count, 12))
        running = zygote.begin(use, large, held=True, blow=("any", WAIT, at))
        code = running.end(pull)
    stick.take_out()
    return code, running.said


def writes(zygote, large, use):
    """How many calls that write a use makes."""
    running = zygote.begin(use, large, held=True)
    running.end()
    return running.calls.total() - running.calls["openat"]


def check_stick(large, stick, month, told):
    """Plug it in again: each file under its final name is whole, and what was told is there."""
    assert stick.plug_in()
    files = {file.name: file for file in stick.place.iterdir() if file.is_file() and file.name[0] != "."}
    backups = [file for name, file in files.items() if name.endswith(backup.SUFFIX)]
    key = uses.key_of(large)
    for file in backups:
        assert backup.inspect(file, key, large).aantallen["taak"] == 2 * ROWS
    if uses.LEVERING in files:
        assert files[uses.LEVERING].read_bytes() == month
    assert not told or (uses.LEVERING in files if told == "export" else backups)
    stick.take_out()
    invariants.check(large, [f"veel-{number}" for number in range(ROWS)])
