"""Faults 2, 4 and 10: the n-th call to the system fails or kills, a stick goes away, and no network is asked.

A short write is not made here, since strace would only pretend that a part was written; the full disks of
fault 3 make real ones. Runs only in `make faults`, where strace may look into another process.
"""

import os
import re
import subprocess
import sys
from collections import Counter

import pytest
from tests.faults import uses
from tests.faults.conftest import HOUSE, acks, fresh
from tests.faults.invariants import check, check_backups
from tests.storage.test_upgrade_with_data import EARLIER, content, earlier_database

from leertraject_desktop.storage.soundness import check_sound
from leertraject_desktop.storage.upgrade import newest_revision, stored_revision

POINTS = int(os.environ.get("LEERTRAJECT_FAULT_POINTS", "8"))
CALLS = {
    "pwrite64": ("error=EIO", "error=ENOSPC", "signal=KILL"),
    "fsync": ("error=EIO", "signal=KILL"),
    "fdatasync": ("error=EIO", "signal=KILL"),
    "ftruncate": ("error=EIO", "signal=KILL"),
    "rename": ("error=EIO", "error=ENOSPC", "signal=KILL"),
    "openat": ("error=EIO", "error=ENOSPC", "signal=KILL"),
    "write": ("error=EIO", "error=ENOSPC", "signal=KILL"),
}
ENDS = {0: "done", 3: "refused", 4: "crashed"}
USES = ("save", "make_backup", "copy_backup", "export", "renew", "new_passphrase", "restore")
GONE = "write,pwrite64,sendfile,copy_file_range,fsync,fdatasync,rename,renameat,renameat2,ftruncate"

pytestmark = pytest.mark.traced


def traced(running, *options):
    """Let a stopped child go on under strace; returns how it ended."""
    command = ["strace", "-f", *options, "-p", str(running.pid)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
        assert strace.stderr
        line = strace.stderr.readline()
        assert "attached" in line, line
        running.go()
        code = running.end()
        strace.stderr.read()
    return code


def count_calls(zygote, use, place, log):
    """How often a use makes each of the calls when nothing fails."""
    code = traced(zygote.begin(use, place), "-o", str(log), "-e", f"trace={','.join(CALLS)}")
    assert code == 0
    names = [line.split("(")[0].split()[-1] for line in log.read_text().splitlines() if "(" in line]
    return Counter(names)


def points(total):
    """At most so many of the calls, the first and the last among them; all when there are few."""
    if total <= POINTS:
        return range(1, total + 1)
    return sorted({1 + round(step * (total - 1) / (POINTS - 1)) for step in range(POINTS)})


def reported(place):
    """How a use ended that ended as a bug."""
    return place.with_name(place.name + ".fout").read_text()[-1500:]


def program_itself(place):
    """Whether it was a file of the program that could not be read, and not one of the user."""
    last = reported(place).strip().splitlines()[-1]
    return last.startswith("OSError") and str(place) not in last


def check_after(use, place, code):
    assert code != 4 or program_itself(place), f"{use}: {reported(place)}"
    check(place, acks(place), passphrases=(uses.OLD, uses.NEW))
    whole = place / "stick" / "levering.xlsx"
    assert not whole.exists() or whole.stat().st_size == 400_000


@pytest.mark.parametrize("use", USES)
def test_whichever_call_fails_everything_still_holds(zygote, folder, tmp_path, use, figure):
    uses.make_backup(folder)
    template, place, tried, outcomes = fresh(folder, tmp_path / "sjabloon"), tmp_path / "proef", 0, Counter()
    counted = count_calls(zygote, use, fresh(template, place), tmp_path / "log")
    for call, ways in CALLS.items():
        for way in ways:
            for number in points(counted[call]):
                running = zygote.begin(use, fresh(template, place))
                inject = f"inject={call}:{way}:when={number}"
                code = traced(running, "-o", os.devnull, "-e", f"trace={call}", "-e", inject)
                outcomes[ENDS.get(code, "killed")] += 1
                check_after(use, place, code)
                tried += 1
    figure(
        f"2 failing calls: {use}",
        f"{tried} of {sum(counted[call] * len(ways) for call, ways in CALLS.items())} tried: "
        f"{outcomes['done']} done, {outcomes['refused']} refused in words, {outcomes['killed']} killed, "
        f"{outcomes['crashed']} stopped on a file of the program itself; "
        "every invariant holds",
    )


def test_whichever_call_fails_while_upgrading_the_database_is_old_or_new(zygote, tmp_path, figure):
    template, place, tried = tmp_path / "sjabloon", tmp_path / "proef", 0
    template.mkdir()
    key = earlier_database(template / uses.NAME, EARLIER[0])
    (template / "key").write_text(key.hex())
    before = content(template / uses.NAME, key)["deelnemer"]
    counted = count_calls(zygote, "migrate", fresh(template, place), tmp_path / "log")
    for call, ways in CALLS.items():
        for way in ways:
            for number in points(counted[call]):
                running = zygote.begin("migrate", fresh(template, place))
                inject = f"inject={call}:{way}:when={number}"
                code = traced(running, "-o", os.devnull, "-e", f"trace={call}", "-e", inject)
                assert code != 4 or program_itself(place), reported(place)
                check_sound(place / uses.NAME, key)
                assert stored_revision(place / uses.NAME, key) in (EARLIER[0], newest_revision())
                assert content(place / uses.NAME, key)["deelnemer"] == before
                tried += 1
    figure("2 failing calls: migrate", f"{tried} tried: always old or new")


def test_a_stick_that_goes_away_leaves_no_file_that_looks_whole(zygote, folder, tmp_path, figure):
    uses.make_backup(folder)
    template, place, tried = fresh(folder, tmp_path / "sjabloon"), tmp_path / "proef", 0
    (real,) = (template / "kopieen").glob("*.ltbak")
    for number in range(1, 26):
        for use in ("copy_backup", "export"):
            running = zygote.begin(use, fresh(template, place))
            inject = f"inject={GONE}:error=EIO:when={number}+"
            code = traced(running, "-o", os.devnull, "-e", f"trace={GONE}", "-e", inject)
            assert code in (0, 3), reported(place)
            check_backups(place / "stick", place)
            for file in (place / "stick").iterdir():
                if not file.name.startswith("."):
                    expected = real.read_bytes() if use == "copy_backup" else b"levering" * 50_000
                    assert file.read_bytes() == expected
            tried += 1
    figure(
        "4 stick that goes away", f"{tried} times, every call from the n-th on fails: 0 files that look whole"
    )


def test_no_command_asks_for_the_network(tmp_path, figure):
    log = tmp_path / "log"
    environment = {**os.environ, "LEERTRAJECT_WACHTWOORD": uses.NEW}
    path = tmp_path / "demo.leertraject"
    commands = (
        ["demo", path, "--deelnemers", "20", "--jaren", "1"],
        ["maandexport", path, "--maand", "2026-10", "--naar", tmp_path],
        ["formulier", path, "--soort", "intake", "--naar", tmp_path / "intake.pdf"],
        ["herstel", path],
        ["logboek", "controleer", path],
    )
    sockets = []
    for words in commands:
        program = [sys.executable, "-m", "leertraject_desktop", *map(str, words)]
        strace = [
            "strace",
            "-f",
            "-qq",
            "-e",
            "trace=socket,connect,sendto",
            "-e",
            "signal=none",
            "-o",
            str(log),
        ]
        found = subprocess.run(
            [*strace, *program], cwd=HOUSE, env=environment, check=False, capture_output=True
        )
        assert found.returncode == 0, found.stderr[-500:]
        sockets += [line for line in log.read_text().splitlines() if "AF_INET" in line]
    assert sockets == []
    figure("10 no network", f"{len(commands)} commands under strace: 0 calls for AF_INET or AF_INET6")


@pytest.mark.traced
def test_the_window_asks_for_no_network_from_the_first_start_to_the_months_file(tmp_path, figure):
    log = tmp_path / "log"
    strace = ["strace", "-f", "-qq", "-e", "trace=socket", "-e", "signal=none", "-o", str(log)]
    journey = [sys.executable, "-m", "pytest", "-q", "-n", "0", "tests/journeys/test_first_month.py"]
    found = subprocess.run([*strace, *journey], cwd=HOUSE, check=False, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout[-500:]
    kinds = set(re.findall(r"AF_[A-Z0-9]+", log.read_text()))
    assert not any(kind.startswith("AF_INET") for kind in kinds)
    figure(
        "10 no network, window", "the first month in the window under strace: 0 calls for AF_INET or AF_INET6"
    )
