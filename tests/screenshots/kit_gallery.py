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
from tests.screenshots import kit_scenes

from leertraject_desktop.ui.kit import theme
from leertraject_desktop.ui.kit.focus import FocusRing

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
    QTest.qWait(20)
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
    for name, scene in kit_scenes.SCENES.items():
        if only in name:
            take(scene, target / f"{name}-{scheme}{'-150' if scale else ''}.png")


if __name__ == "__main__":
    main(*sys.argv[1:])
