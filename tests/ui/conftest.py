"""What every test of a screen gets: the application dressed as the user sees it, in light colours."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.conftest import Database
from tests.ui.keyboard import Keyboard
from tests.ui.whole_program import delete_what_waits

from leertraject_desktop.app import Program
from leertraject_desktop.storage import location
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.kit import theme
from leertraject_desktop.ui.kit.focus import FocusRing
from leertraject_desktop.ui.kit.jobs import Jobs
from leertraject_desktop.ui.kit.screen import Context


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp: QApplication) -> FocusRing:
    theme.apply(qapp, "light")
    return FocusRing(qapp)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    """An empty window as large as a screen of 1366×768 leaves, to put a page or an overlay in.

    It is gone before the store closes, as in the program, so that no timer of a page reads after that.
    """
    made = QWidget()
    made.resize(1366, 697)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    """The worker of the application; `jobs.wait()` lets everything finish."""
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def context(store: Store, jobs: Jobs) -> Context:
    """What a page gets: an open store over a fresh database, and the worker."""
    return Context(store, jobs)


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer on which the program was never used."""
    monkeypatch.setenv(location.FOLDER_VARIABLE, str(tmp_path / "computer"))


@pytest.fixture
def program(computer: None, qtbot: QtBot, qapp: QApplication, database: Database) -> Iterator[Program]:
    """The program at the login of the database of Brugge."""
    location.remember(database.path)
    location.keep_setting("aanmeldnaam", database.login)
    made = Program(qapp)
    made.start()
    made.window.activateWindow()
    qtbot.waitActive(made.window)
    yield made
    made.close_work()
    made.release()
    made.jobs.close()
    qapp.removeEventFilter(made.watch)
    made.window.close()
    made.window.deleteLater()
    delete_what_waits()


@pytest.fixture
def keyboard() -> Keyboard:
    """The keyboard of the user."""
    return Keyboard()
