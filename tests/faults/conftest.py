"""The fault suite: a short run in every test run, the long one by `make faults`, which writes a table."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.faults import uses

from leertraject_desktop.storage import keyfile

HOUSE = Path(__file__).parent.parent.parent
LONG = bool(os.environ.get("LEERTRAJECT_FAULTS"))
TABLE = HOUSE / "docs" / "faults.md"
FIGURES: dict[str, str] = {}
HEAD = """# Faults that were survived

Figures of the last long run (`make faults`). What each one does stands at the head of its test in
`tests/faults/`. The short runs are part of `make test`.

Of fault 2 at most eight points per call and way are tried, the first and the last among them; set
`LEERTRAJECT_FAULT_POINTS` for more. "Refused in words": the user read what is wrong and what to do.
Fault 4 stands in for a stick of vfat that is pulled out: from the n-th call on, every write, flush and rename
fails. What was not tried here: Windows, a real stick, and a power cut of a real computer.

| fault | what was found |
|---|---|
"""


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
    """Without processes that fork, or without strace, those tests are not part of the run."""
    here = [item for item in items if Path(__file__).parent in item.path.parents]
    traced = [item for item in here if item.get_closest_marker("traced")]
    gone = [] if hasattr(os, "fork") else here
    if traced and not (LONG and can_trace()):
        gone = [*gone, *traced]
    if gone:
        config.hook.pytest_deselected(items=gone)
        items[:] = [item for item in items if item not in gone]


def pytest_sessionfinish():
    """After a long run, write the table."""
    if LONG and FIGURES:
        rows = "".join(f"| {name} | {text} |\n" for name, text in sorted(FIGURES.items()))
        TABLE.write_text(HEAD + rows, encoding="utf-8")


@pytest.fixture
def figure():
    """Keep a figure for the table."""
    return FIGURES.__setitem__


@dataclass
class Running:
    """A child of the zygote that has stopped itself before it began its use."""

    pid: int
    zygote: "Zygote"

    def go(self) -> None:
        os.kill(self.pid, signal.SIGCONT)

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)

    def end(self) -> int:
        """Wait until it is over: 0 done, 3 refused, 4 a bug, or minus a signal."""
        return int(self.zygote.ask(""))


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

    def ask(self, line: str) -> str:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline()

    def begin(self, use: str, *arguments: object, size: int | None = None) -> Running:
        answer = self.ask(json.dumps([use, [str(arguments[0]), *arguments[1:]], size]))
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
    return file.read_text().split("\n")[:-1] if file.exists() else []
