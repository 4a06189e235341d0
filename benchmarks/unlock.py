"""How long from the right key to the start screen painted, beside an empty Calc (LibreOffice) that starts."""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figures import FULL, Figure, against, keep
from benchmarks.world import make

RUNS = 7 if FULL else 3
SIZE = 10_000 if FULL else 1_000

# The modules are there already: they load while the passphrase is typed.
OURS = """
import importlib, os, sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from leertraject_desktop.app import HEAVY, Program
from leertraject_desktop.ui.kit import theme
app = QApplication(["leertraject", *theme.ARGUMENTS])
theme.apply(app, "light")
program = Program(app)
program.start(Path(sys.argv[1]))
app.processEvents()
for name in HEAVY:
    importlib.import_module(name)
from leertraject_desktop.storage.database import bring_up_to_date, enter
key = bytes.fromhex(sys.argv[2])
cpu, wall = time.process_time(), time.perf_counter()
bring_up_to_date(Path(sys.argv[1]), key)
program.open_work(enter(Path(sys.argv[1]), "an", key))
app.processEvents()
print((time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000, flush=True)
os._exit(0)
"""


def main() -> None:
    """Measure and print."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    with tempfile.TemporaryDirectory() as folder:
        world = make(Path(folder), SIZE)
        os.environ["LEERTRAJECT_MAP"] = folder
        ours = [_ours(world.path, world.key) for _ in range(RUNS)]
        calc = [_calc(office, Path(folder)) for _ in range(RUNS + 1)][1:] if office else []
    figures = []
    for number, kind in enumerate(("CPU", "wall clock")):
        what, took = f"unlocked to start screen painted, {kind}", min(run[number] for run in ours)
        if calc:
            figures.append(against(what, took, min(run[number] for run in calc), 0.5))
        else:
            note = "(LibreOffice is not on this computer: no floor)"
            figures.append(Figure(what, took, None, "ms", "≤ 0.5×", None, note))
    keep("unlock", figures)


def _ours(database: Path, key: bytes) -> tuple[float, float]:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", OURS, str(database), key.hex()]
    done = subprocess.run(command, capture_output=True, text=True, env=env, check=True)
    cpu, wall = done.stdout.split()
    return float(cpu), float(wall)


def _calc(office: str, folder: Path) -> tuple[float, float]:
    """CPU and wall time in milliseconds of a Calc that starts without a screen on an empty sheet, and ends.

    It writes the empty sheet, which costs little. Every run but the first finds a profile.
    """
    sheet = folder / "leeg.csv"
    sheet.write_text("")
    profile = f"-env:UserInstallation={(folder / 'calc').as_uri()}"
    before, begun = _children(), time.perf_counter()
    command = [
        office,
        profile,
        "--headless",
        "--norestore",
        "--convert-to",
        "ods",
        "--outdir",
        str(folder),
        str(sheet),
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    return (_children() - before) * 1000, (time.perf_counter() - begun) * 1000


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
