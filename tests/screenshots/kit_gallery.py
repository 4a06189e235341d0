"""Pictures of the parts of the kit, put together like the screens they are for.

`python -m tests.screenshots.kit_gallery FOLDER [light|dark] [scene]` writes one picture per scene; set
QT_SCALE_FACTOR=1.5 for the small screen.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.screenshots import kit_scenes_dossier, kit_scenes_forms, kit_scenes_lists, kit_scenes_start

from leertraject_desktop.ui.kit import theme
from leertraject_desktop.ui.kit.focus import FocusRing

SCENES: dict[str, Callable[[], QWidget]] = {
    "01-aanmelden": kit_scenes_forms.aanmelden,
    "02-eerste-start": kit_scenes_forms.eerste_start,
    "03-start": kit_scenes_start.start,
    "04-deelnemers": kit_scenes_lists.deelnemers,
    "05-dossier": kit_scenes_dossier.dossier,
    "06-snelle-invoer": kit_scenes_forms.snelle_invoer,
    "06-snelle-invoer-zoeken": kit_scenes_forms.snelle_invoer_zoeken,
    "07-stopzetten": kit_scenes_dossier.stopzetten,
    "08-levering": kit_scenes_lists.levering,
    "11-lege-lijst": kit_scenes_lists.leeg,
}
SIZES = {"": (1366, 768), "1.5": (911, 512)}


def take(scene: Callable[[], QWidget], path: Path) -> None:
    """Show a scene as a window, and keep its picture."""
    window = scene()
    window.resize(*SIZES[os.environ.get("QT_SCALE_FACTOR", "")])
    window.show()
    window.activateWindow()
    QTest.qWait(20)
    ready = getattr(window, "ready", None)
    if ready is not None:
        ready()
    QTest.qWait(60)
    window.grab().save(str(path))
    window.close()
    window.deleteLater()
    QTest.qWait(0)


def main(folder: str, scheme: str = "light", only: str = "") -> None:
    """Take all pictures in one scheme."""
    app = QApplication([])
    theme.apply(app, "dark" if scheme == "dark" else "light")
    theme.load_other_scripts()
    FocusRing(app)
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    scale = os.environ.get("QT_SCALE_FACTOR", "")
    for name, scene in SCENES.items():
        if only in name:
            take(scene, target / f"{name}-{scheme}{'-150' if scale else ''}.png")


if __name__ == "__main__":
    main(*sys.argv[1:])
