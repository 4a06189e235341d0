"""One series of pictures: every screen in one colour scheme and at one scale."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.screenshots.__main__ import WACHTZIN

from leertraject_desktop.app import Program
from leertraject_desktop.features.begeleidingen.lijst import (
    BegeleidingFilter,
    begeleiding_ids,
    begeleiding_rijen,
)
from leertraject_desktop.storage.database import open_store
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.eerste_start.wizard import FirstStart
from leertraject_desktop.ui.kit import theme
from leertraject_desktop.ui.kit.focus import FocusRing
from leertraject_desktop.ui.kit.screen import Target
from leertraject_desktop.ui.main_window import MainWindow

TABS = ("overzicht", "begeleiding", "vragen", "papieren", "gegevens")
FORMS = ("nieuwe_vraag", "nieuwe_deelnemer", "nieuwe_taak", "hulp")


class Camera:
    """Takes pictures of a window once everything that runs has come to rest."""

    def __init__(self, program: Program, folder: Path) -> None:
        self._program, self._folder, self._number = program, folder, 0

    def take(self, name: str) -> None:
        """A picture with the next number."""
        for _ in range(3):
            self._program.jobs.wait()
            QTest.qWait(80)
        self._number += 1
        self._program.window.grab().save(str(self._folder / f"{self._number:02}-{name}.png"))


def main(database: Path, folder: Path, scheme: theme.Scheme, size: tuple[int, int]) -> None:
    """Walk over every screen and take its picture."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    theme.apply(app, scheme)
    theme.load_other_scripts()
    ring = FocusRing(app)
    program = Program(app)
    program.window.resize(*size)
    camera = Camera(program, folder)
    program.start(database)
    program.window.activateWindow()
    camera.take("aanmelden")
    program.show_first_start()
    camera.take("eerste-start")
    _walk_wizard(program.window.currentWidget(), camera)
    program.open_work(open_store(database, "an.baert", WACHTZIN))
    assert program.work is not None and program.store is not None
    _walk_places(program.work, camera)
    _walk_dossier(program.work, program.store, camera)
    _walk_forms(program.work, camera)
    program.close_work()
    program.jobs.close()
    ring.deleteLater()


def _walk_wizard(wizard: QWidget | None, camera: Camera) -> None:
    assert isinstance(wizard, FirstStart)
    for typed in ("Bru", "An Baert", "drie fietsen wachten op zachte regen"):
        QTest.keyClicks(QApplication.focusWidget(), typed)
        if typed != "drie fietsen wachten op zachte regen":
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        camera.take("eerste-start")


def _walk_places(work: MainWindow, camera: Camera) -> None:
    for place in ("start", "agenda", "deelnemers", "vragen", "begeleidingen", "levering"):
        work.go(Target(place))
        camera.take(place)
        if place == "deelnemers":
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
            camera.take("deelnemers-voorbeeld")


def _walk_dossier(work: MainWindow, store: Store, camera: Camera) -> None:
    ids = store.read(begeleiding_ids, BegeleidingFilter(fase="opvolging"))
    rows = store.read(begeleiding_rijen, ids)
    deelnemer_id = max(rows, key=lambda row: row.doelen).deelnemer_id
    for tab in TABS:
        work.go(Target("dossier", deelnemer_id, tab))
        camera.take(f"dossier-{tab}")
    work.go(Target("nieuw_contactmoment", deelnemer_id))
    camera.take("contactmoment")


def _walk_forms(work: MainWindow, camera: Camera) -> None:
    work.go(Target("start"))
    for form in FORMS:
        work.go(Target(form))
        camera.take(form)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


if __name__ == "__main__":
    arguments: list[Callable[[str], object]] = [Path, Path, str, int, int]
    database, folder, scheme, width, height = (
        read(given) for read, given in zip(arguments, sys.argv[1:], strict=True)
    )
    main(database, folder, scheme, (width, height))  # type: ignore[arg-type]
