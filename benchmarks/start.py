"""How long until the login window is painted, and how much memory, beside a bare PySide6 window."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figures import FULL, against, at_most, keep

RUNS = 20 if FULL else 6
FAST_WACHTZIN = "vier fietsen langs de vaart"

# Both programs tell in the same way that their window was painted: after the expose of the window.
PAINTED = """
import os, sys, time
from PySide6.QtCore import QCoreApplication, QEvent, QObject
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Expose:
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User))
        return False
    def event(self, event):
        if event.type() != QEvent.Type.User:
            return False
        rss = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
        print(time.process_time(), time.monotonic() - float(os.environ["BEGUN"]), rss, flush=True)
        os._exit(0)
painted = Painted()
"""
BARE = f"""{PAINTED}
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([])
window = QWidget()
window.setWindowTitle("Leertraject")
window.resize(1366, 720)
window.winId()
window.windowHandle().installEventFilter(painted)
window.show()
app.exec()
"""
OURS = f"""
import leertraject_desktop.__main__ as program
program.load_qt()  # as main does, before anything else of Qt
{PAINTED}
from PySide6.QtWidgets import QWidget
show = QWidget.show
from leertraject_desktop import app
def watched(window):
    window.winId()
    window.windowHandle().installEventFilter(painted)
    show(window)
app.Window.show = watched
sys.exit(program.main())
"""


def run(code: str) -> tuple[float, float, float]:
    """CPU and wall time in milliseconds and peak memory in MiB until the first picture."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # users have compiled modules
    env["BEGUN"] = str(time.monotonic())
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, env=env, check=True)
    cpu, wall, rss = (float(part) for part in done.stdout.split())
    return cpu * 1000, wall * 1000, rss / 1024


def main() -> None:
    """Measure and print."""
    from leertraject_desktop.storage import location
    from leertraject_desktop.storage.database import Eigenaar, create
    from leertraject_desktop.storage.keyfile import Kdf

    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "brugge.leertraject"
        kdf = Kdf(memory=64 * 1024, passes=1, lanes=4)
        create(database, "BRG", Eigenaar("an", "An Bogaert"), FAST_WACHTZIN, kdf=kdf)
        # As users have it: the folder is the one that the system names, so looking for it counts too.
        os.environ.pop(location.FOLDER_VARIABLE, None)
        os.environ["XDG_DATA_HOME"] = folder
        location.remember(database)
        run(OURS), run(BARE)  # compiles
        pairs = [(run(OURS), run(BARE)) for _ in range(RUNS)]
    ours, bare = (tuple(min(row[which][part] for row in pairs) for part in range(3)) for which in (0, 1))
    keep(
        "start",
        [
            against("login window painted, CPU, beside a bare window", ours[0], bare[0], 1.3),
            against("login window painted, wall clock", ours[1], bare[1], 1.3),
            at_most("login window painted, peak memory", ours[2], 75, unit="MiB", floor=bare[2]),
        ],
    )


if __name__ == "__main__":
    main()
