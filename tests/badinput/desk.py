"""The window as a colleague has it in front of him or her, over a copy of filled dossiers."""

import shutil
import tempfile
from pathlib import Path

from PySide6.QtTest import QTest
from tests.badinput import typing_hands as hands
from tests.badinput.invariants import invariants, opened
from tests.conftest import Clock, Database

from leertraject_desktop.ui.kit.drafts import Drafts
from leertraject_desktop.ui.kit.jobs import Jobs
from leertraject_desktop.ui.kit.screen import Context, Target
from leertraject_desktop.ui.main_window import MainWindow


class Desk:
    """From logging in to going home; `raw` looks straight into the file meanwhile."""

    def __init__(self, database: Database, worker: Jobs) -> None:
        self._worker = worker
        self._folder = Path(tempfile.mkdtemp())
        for file in database.path.parent.iterdir():
            shutil.copyfile(file, self._folder / file.name)
        self._database = Database(self._folder / database.path.name, database.key)
        self.open()

    def open(self) -> None:
        """Log in."""
        self.store = self._database.open(Clock())
        self.raw = opened(self.store)
        self.window = MainWindow(Context(self.store, self._worker))
        self.window.resize(1366, 697)
        self.window.show()
        self.window.activateWindow()
        QTest.qWaitForWindowActive(self.window)

    def close(self) -> None:
        """Go home; what is half typed is kept as a draft."""
        for drafts in self.window.findChildren(Drafts):
            drafts.flush()
        self._worker.wait()
        hands.gone(self.window)
        self.raw.close()
        self.store.close()

    def leave(self) -> None:
        """Go home for good; all that must hold does."""
        self.close()
        with self._database.open(Clock()) as store:
            invariants(store)
        shutil.rmtree(self._folder)

    def lock(self, target: Target) -> None:
        """Lock, log in again and go on where the work was left."""
        self.close()
        self.open()
        self.window.go(target)
