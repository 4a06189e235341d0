"""A computer with the program on it: a folder of its own, a clock, a keyboard and the real window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.conftest import FAST, Clock
from tests.journeys.hands import Hands
from tests.ui.keyboard import Keyboard

from leertraject_desktop.app import Program
from leertraject_desktop.storage import location
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.kit import theme
from leertraject_desktop.ui.kit.focus import FocusRing
from leertraject_desktop.ui.kit.jobs import Jobs
from leertraject_desktop.ui.kit.screen import Context
from leertraject_desktop.ui.main_window import MainWindow


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp: QApplication) -> FocusRing:
    theme.apply(qapp, "light")
    return FocusRing(qapp)


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program keeps its data on this computer."""
    folder = tmp_path / "computer"
    monkeypatch.setenv(location.FOLDER_VARIABLE, str(folder))
    return folder


@pytest.fixture
def keyboard() -> Keyboard:
    """The keyboard of the user."""
    return Keyboard()


@pytest.fixture
def hands() -> Hands:
    """A user who works without the mouse."""
    return Hands()


@pytest.fixture
def window(qapp: QApplication, store: Store, qtbot: QtBot) -> Iterator[MainWindow]:
    """The main window over a fresh database, as large as a screen of 1366×768 leaves."""
    jobs = Jobs()
    made = MainWindow(Context(store, jobs))
    made.resize(1366, 697)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    jobs.close()
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def slow_typing(qapp: QApplication) -> Iterator[None]:
    """Nobody chooses twice in one list within half a second: each letter begins anew."""
    before = qapp.keyboardInputInterval()
    qapp.setKeyboardInputInterval(0)
    yield
    qapp.setKeyboardInputInterval(before)


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, computer: Path, clock: Clock) -> Iterator[Callable[[], Program]]:
    """Start the program, as often as the user does; every start but the last is closed before the next."""
    running: list[Program] = []

    def close() -> None:
        for program in running:
            program.window.close()
            program.jobs.close()
            qapp.removeEventFilter(program)
            program.window.deleteLater()
            program.deleteLater()
        running.clear()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def begin() -> Program:
        close()
        program = Program(qapp, clock=clock, kdf=FAST)
        running.append(program)
        with qtbot.waitActive(program.window):
            program.start()
            program.window.activateWindow()
        return program

    yield begin
    close()
