"""The fault suite: a short run in every test run, the long one by `make faults`, which writes a table."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from tests.faults import uses
from tests.faults.tracer import can_hold

from leertraject_desktop.storage import keyfile

HOUSE = Path(__file__).parent.parent.parent
LONG = bool(os.environ.get("LEERTRAJECT_FAULTS"))
TABLE = HOUSE / "docs" / "faults.md"
FIGURES: dict[str, str] = {}
COUNTED: dict[str, Counter[str]] = {}
HEAD = """# Faults that were survived

Figures of the last long run (`make faults`). What each one does stands at the head of its test in
`tests/faults/`. The short runs are part of `make test`.

- Fault 2: every call that a use makes is hit in turn, by holding the program at that call
  (`tests/faults/tracer.py`): it fails with EIO or ENOSPC, a write really writes only its first half, or the
  program is killed there; once more every call from that one on fails, as on a disk that dies. The calls are
  pwrite64, write, sendfile, fsync, fdatasync, ftruncate, rename, openat, unlink and mkdir.
- "Refused in words": the user read what is wrong and what to do.
- "Ended on a file of the program itself": the call that failed read a part of Python or of a library from the
  disk, and not something of the user. The window then says that something went wrong and writes a report; the
  data and what is on the stick hold as always. No sentence of ours helps against a broken installation.
- Fault 4: the drive is really gone: a loop device that ends at its first sector, or the process of a file
  system that is killed. It is plugged in again before it is looked at. A kernel without vfat gets it by FUSE.
- Fault 9: "refused" counts what was stopped before it was opened, "broken" what ended in the reading process;
  both are the same sentence for the user. "Same": read as if nothing had been changed.
- Not tried here: Windows, a real stick, a power cut of a real computer, swap, the print queue of the system.

| fault | what was found |
|---|---|
"""
WORDS = {
    "same": "the same",
    "read": "read with the change in it",
    "broken": "broken",
    "done": "done",
    "refused": "refused in words",
    "killed": "killed",
    "program": "ended on a file of the program itself",
}


def can_trace() -> bool:
    """Whether strace is there and may look into another process."""
    if not shutil.which("strace"):
        return False
    sleeper = subprocess.Popen(["sleep", "5"])
    try:
        command = ["timeout", "-s", "INT", "1", "strace", "-qq", "-o", os.devnull, "-p", str(sleeper.pid)]
        found = subprocess.run(command, capture_output=True, text=True, check=False)
        return "not permitted" not in found.stderr and "attach:" not in found.stderr
    finally:
        sleeper.kill()
        sleeper.wait()


def pytest_collection_modifyitems(config, items):
    """Without processes that fork or may be held, or without strace, tests are left out."""
    here = [item for item in items if Path(__file__).parent in item.path.parents]
    possible = {"traced": LONG and can_trace, "held": can_hold}
    gone = [] if hasattr(os, "fork") else here
    for mark, can in possible.items() if not gone else ():
        marked = [item for item in here if item.get_closest_marker(mark)]
        gone += marked if marked and not (can and can()) else []
    if gone:
        config.hook.pytest_deselected(items=gone)
        items[:] = [item for item in items if item not in gone]


def pytest_sessionfinish(session):
    """A process that ran a part of the tests hands over what it found."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["found"] = [
            FIGURES,
            {name: dict(counts) for name, counts in COUNTED.items()},
        ]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """Take over what another process found."""
    figures, counted = getattr(node, "workeroutput", {}).get("found", [{}, {}])
    FIGURES.update(figures)
    for name, counts in counted.items():
        COUNTED.setdefault(name, Counter()).update(counts)


def pytest_terminal_summary(terminalreporter, exitstatus, config):
    """After a long run in which all went well, write the table; show it in any case.

    What failed can be run again alone by `--lf`: what was found before then counts too.
    """
    if LONG and config.getoption("lf", False):
        figures, counted = config.cache.get("faults/found", [{}, {}])
        FIGURES.update(figures | FIGURES)
        for name, counts in counted.items():
            COUNTED.setdefault(name, Counter()).update(counts)
    if LONG and hasattr(config, "cache"):
        config.cache.set("faults/found", [FIGURES, COUNTED])
    for name, counts in COUNTED.items():
        parts = [f"{counts[each]} {words}" for each, words in WORDS.items() if counts[each]]
        FIGURES[name] = f"{counts.total()} tried: {', '.join(parts)}; every invariant holds"
    rows = "".join(f"| {name} | {text} |\n" for name, text in sorted(FIGURES.items()))
    if not (LONG and rows):
        return
    terminalreporter.write(rows)
    if exitstatus == 0 and all(Path(arg).is_dir() for arg in config.args) and not config.option.keyword:
        TABLE.write_text(HEAD + rows, encoding="utf-8")


@pytest.fixture
def figure():
    """Keep a figure for the table."""
    return FIGURES.__setitem__


@pytest.fixture
def tally():
    """Add to counts that are made by several tests, for the table."""

    def add(name, counts):
        COUNTED.setdefault(name, Counter()).update(counts)

    return add


@dataclass
class Running:
    """A child of the zygote that has stopped itself before it began its use."""

    pid: int
    zygote: "Zygote"
    calls: Counter[str] = field(default_factory=Counter)
    said: str = ""

    def go(self) -> None:
        os.kill(self.pid, signal.SIGCONT)

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def end(self, waits: Callable[[], object] = lambda: None) -> int:
        """Wait until it is over: 0 done, 3 refused, 4 a bug, or minus a signal.

        A held child goes on here, and `waits` is called when it waits.
        """
        answer = self.zygote.ask("")
        while answer == "waits":
            waits()
            answer = self.zygote.ask("")
        code, calls, self.said = answer
        self.calls.update(calls)
        return int(code)


class Zygote:
    """One process that forks the children of all tests."""

    def __init__(self, environment: dict[str, str] | None = None) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.zygote"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=HOUSE,
            env={**os.environ, **(environment or {})},
        )

    def ask(self, line: str) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def begin(
        self, use: str, *arguments: object, size: int | None = None, held: bool = False, blow: object = None
    ) -> Running:
        answer = self.ask(json.dumps([use, [str(arguments[0]), *arguments[1:]], size, held, blow]))
        return Running(int(answer), self)

    def run(self, use: str, *arguments: object, size: int | None = None) -> int:
        running = self.begin(use, *arguments, size=size)
        running.go()
        return running.end()

    def close(self) -> None:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


@pytest.fixture(scope="session")
def zygote():
    made = Zygote()
    yield made
    made.close()


@pytest.fixture
def other_zygote():
    made = Zygote()
    yield made
    made.close()


@pytest.fixture
def folder(database, tmp_path):
    """A folder with a database, its key in clear for the processes of the test, and places to write to."""
    place = tmp_path / "gegevens"
    (place / "key").write_text(database.key.hex())
    (place / "stick").mkdir()
    assert (database.path.name, database.wachtzin) == (uses.NAME, uses.OLD)
    assert keyfile.key_path(database.path).exists()
    return place


def fresh(template: Path, target: Path) -> Path:
    """The folder as it was, for the next blow."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(template, target)
    return target


def first_ack(folder: Path, seconds: float = 20) -> None:
    """Wait until the first save was acknowledged."""
    end = time.monotonic() + seconds
    while not acks(folder) and time.monotonic() < end:
        time.sleep(0.002)


def acks(folder: Path) -> list[str]:
    file = folder / "acks"
    lines = file.read_text().splitlines() if file.exists() else []
    return [line[:-1] for line in lines if line.endswith(".")]
