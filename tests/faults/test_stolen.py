"""Fault 8: the computer is stolen after a working day; the name of a person stands nowhere on it."""

import os
import subprocess
import sys

import pytest
from tests.faults import uses
from tests.faults.conftest import Zygote

NAMES = [uses.KANARIE.encode(how) for how in ("utf-8", "utf-16-le", "utf-32-le")]


@pytest.fixture
def place(tmp_path):
    """Folders for the home and the temporary files of the program, all of which are looked through."""
    for name in ("thuis", "tijdelijk"):
        (tmp_path / name).mkdir()
    return tmp_path


@pytest.mark.parametrize("use", ["session_of_a_day", "crash_after_a_day"])
def test_no_file_anywhere_holds_the_name(folder, place, use, figure):
    home, temporary = str(place / "thuis"), str(place / "tijdelijk")
    zygote = Zygote({"HOME": home, "TMPDIR": temporary, "XDG_CACHE_HOME": home, "XDG_DATA_HOME": home})
    code = zygote.run(use, folder)
    zygote.close()
    assert code == (-6 if use == "crash_after_a_day" else 0)
    looked_at = [file for top in (place, folder) for file in top.rglob("*") if file.is_file()]
    assert len(looked_at) > 5
    assert [file for file in looked_at if any(name in file.read_bytes() for name in NAMES)] == []
    figure("8 stolen laptop", "after a day and after a crash: the name in 0 files, 0 core dumps")


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
