"""The headless commands on a disk that is full or closed: one sentence, and nothing half made."""

import contextlib
import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from leertraject_desktop import cli
from leertraject_desktop.features.levering.maanden import maanden_overzicht
from leertraject_desktop.storage.database import open_store

WACHTWOORD = "acht zwanen op het minnewater"
CLOSED = Path("/sys/kernel")  # nobody can make a file here, not even root


@contextlib.contextmanager
def room_for(limit: int):
    """No file can grow beyond so many bytes, as on a disk without room."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def complaint(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Run a command that cannot be; returns the one sentence on stderr."""
    monkeypatch.setenv(cli.PASSPHRASE, WACHTWOORD)

    def run(*words: object) -> str:
        code = cli.run([str(word) for word in words])
        said, complained = capsys.readouterr()
        assert (code, said, complained.count("\n")) == (2, "", 1)
        return complained

    return run


@pytest.fixture
def demo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A small demo database and an empty folder beside it."""
    monkeypatch.setenv(cli.PASSPHRASE, WACHTWOORD)
    path = tmp_path / "demo.leertraject"
    assert cli.run(["demo", str(path), "--deelnemers", "10", "--jaren", "1"]) == 0
    capsys.readouterr()
    (tmp_path / "stick").mkdir()
    return path


@pytest.mark.parametrize("room", [60_000, 700_000])
def test_on_a_full_disk_no_demo_is_half_made_and_stderr_has_one_line(tmp_path: Path, room: int):
    run = "import sys; from leertraject_desktop import cli; sys.exit(cli.run(sys.argv[1:]))"
    path = tmp_path / "vol.leertraject"
    done = subprocess.run(
        [sys.executable, "-c", run, "demo", str(path), "--deelnemers", "200"],
        capture_output=True,
        text=True,
        env={**os.environ, cli.PASSPHRASE: WACHTWOORD, "PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )
    assert (done.returncode, done.stdout) == (2, "")
    says = "‘vol.leertraject’ is niet gemaakt: er is geen plaats meer."
    assert done.stderr == f"{says} Maak plaats vrij of kies een andere map.\n"
    assert list(tmp_path.iterdir()) == []


def test_on_a_full_disk_no_month_is_half_written_nor_put_down_as_delivered(demo: Path, complaint):
    out = demo.parent / "stick"
    with open_store(demo, "an.baert", WACHTWOORD) as store:
        before = store.read(maanden_overzicht)
    with room_for(40_000):
        told = complaint("maandexport", demo, "--maand", before[3].maand, "--naar", out)
    assert re.search(r"is niet geschreven|geen plaats", told)
    assert list(out.iterdir()) == []
    with open_store(demo, "an.baert", WACHTWOORD) as store:
        assert store.read(maanden_overzicht) == before


def test_in_a_folder_without_rights_nothing_is_made(demo: Path, complaint):
    refused = f"Je mag niet schrijven in de map ‘{CLOSED}’."
    with open_store(demo, "an.baert", WACHTWOORD) as store:
        before = store.read(maanden_overzicht)
    assert complaint("demo", CLOSED / "a.leertraject").startswith(refused)
    assert complaint("formulier", demo, "--soort", "intake", "--naar", CLOSED / "a.pdf").startswith(refused)
    month = before[1].maand
    assert complaint("maandexport", demo, "--maand", month, "--naar", CLOSED).startswith(refused)
    with open_store(demo, "an.baert", WACHTWOORD) as store:
        assert store.read(maanden_overzicht) == before
