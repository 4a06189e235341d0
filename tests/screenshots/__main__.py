"""Pictures of every screen on demo data, drawn without a screen: `python -m tests.screenshots FOLDER`."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

WACHTZIN = "vier fietsen langs de vaart"
# Name of the series: colours, scale factor, logical size of the window.
SERIES = {
    "licht": ("light", "1", (1366, 697)),
    "donker": ("dark", "1", (1366, 697)),
    "150": ("light", "1.5", (911, 464)),
}


def main(folder: Path) -> int:
    """Make the demo data once and one process per series; returns how many series failed."""
    from leertraject_desktop.features.demo.demo import maak_demo

    folder.mkdir(parents=True, exist_ok=True)
    failed = 0
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "demo.leertraject"
        maak_demo(path, wachtwoord=WACHTZIN)
        for name, (scheme, scale, (width, height)) in SERIES.items():
            command = [sys.executable, "-m", "tests.screenshots.series", str(path), str(folder / name)]
            environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
            environment["LEERTRAJECT_MAP"] = place
            done = subprocess.run([*command, scheme, str(width), str(height)], env=environment, check=False)
            failed += done.returncode != 0
    print(f"Bekijk de schermen in {folder}")  # noqa: T201
    return failed


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "schermen")))
