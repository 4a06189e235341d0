"""What every test of a screen gets: the application dressed as the user sees it, in light colours."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.keyboard import Keyboard

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
def keyboard() -> Keyboard:
    """The keyboard of the user."""
    return Keyboard()
