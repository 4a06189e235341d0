"""Fault 8: the computer is stolen after a working day; the name of a person stands nowhere on it."""

import os
import subprocess
import sys

import pytest
from tests.faults import uses
from tests.faults.conftest import HOUSE, Zygote

NAMES = [uses.KANARIE.encode(how) for how in ("utf-8", "utf-16-le", "utf-32-le")]


@pytest.fixture
def place(tmp_path):
    """Folders for the home and the temporary files of the program, all of which are looked through."""
    for name in ("thuis", "tijdelijk"):
        (tmp_path / name).mkdir()
    return tmp_path


def holding(*tops, names=tuple(NAMES)):
    """The files in these folders that hold the name; there must be some to look at."""
    files = [file for top in tops for file in top.rglob("*") if file.is_file()]
    assert len(files) > 4
    return [file for file in files if any(name in file.read_bytes() for name in names)]


def after(use, folder, place):
    """Run a use in a home of its own; returns how it ended."""
    home, temporary = str(place / "thuis"), str(place / "tijdelijk")
    homes = {f"XDG_{name}_HOME": home for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    zygote = Zygote({"HOME": home, "TMPDIR": temporary, "XDG_RUNTIME_DIR": home, **homes})
    running = zygote.begin(use, folder)
    running.go()
    code = running.end()
    zygote.close()
    assert running.said == ""
    return code


@pytest.mark.parametrize("use", ["session_of_a_day", "crash_after_a_day"])
def test_no_file_anywhere_holds_the_name(folder, place, use, figure):
    assert after(use, folder, place) == (-6 if use == "crash_after_a_day" else 0)
    assert holding(place) == []
    figure("8 stolen laptop", "after a day and after a crash: the name in 0 files, 0 core dumps")


@pytest.mark.traced
def test_a_dump_of_the_memory_would_be_found(folder, place, figure):
    after("unguarded_crash", folder, place)
    found = holding(place, folder)
    assert all("core" in file.name for file in found)
    figure(
        "8 stolen laptop, the search itself", f"a crash that was not guarded: the name in {len(found)} dump"
    )


@pytest.mark.traced
def test_a_month_in_the_window_leaves_the_name_nowhere(place, figure):
    base, home = place / "basis", str(place / "thuis")
    homes = {f"XDG_{name}_HOME": home for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    environment = {**os.environ, "HOME": home, "TMPDIR": str(place / "tijdelijk"), **homes}
    journey = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider"]
    journey += [f"--basetemp={base}", "tests/journeys/test_first_month.py"]
    done = subprocess.run(journey, cwd=HOUSE, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-500:]
    names = [name.encode(how) for name in ("Amrani", "AMRANI") for how in ("utf-8", "utf-16-le", "utf-32-le")]
    assert holding(place, names=names) == []
    figure("8 stolen laptop, the window", "after a first month in the window: the name in 0 files")


def test_the_program_asks_for_no_core_dumps(tmp_path):
    code = (
        "from leertraject_desktop.storage.memory import no_core_dumps; no_core_dumps(); import os; os.abort()"
    )
    shell = f'ulimit -c unlimited; exec "{sys.executable}" -c "{code}"'
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    found = subprocess.run(
        ["sh", "-c", shell], cwd=tmp_path, env=environment, check=False, capture_output=True
    )
    assert found.returncode in (-6, 134)
    assert list(tmp_path.iterdir()) == []
