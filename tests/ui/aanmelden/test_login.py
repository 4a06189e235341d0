"""Logging in: quickly there, one way in, and calm about a wrong passphrase."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from leertraject_desktop.storage import location, pogingen
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.aanmelden import login
from leertraject_desktop.ui.aanmelden.login import LoginPage
from leertraject_desktop.ui.kit.jobs import Jobs


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(location.FOLDER_VARIABLE, str(tmp_path / "computer"))


@pytest.fixture
def page(qtbot: QtBot, database, jobs: Jobs, clock) -> LoginPage:
    made = LoginPage(jobs, database.path, clock=clock)
    qtbot.addWidget(made)
    made.resize(1366, 697)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


def _type(qtbot: QtBot, page: LoginPage, passphrase: str) -> None:
    field = page.card.passphrase.control
    field.clear()
    qtbot.keyClicks(field, passphrase)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    page._jobs.wait()


def test_the_cursor_stands_in_the_passphrase_and_enter_opens_the_data(
    qtbot: QtBot, page: LoginPage, database
) -> None:
    assert page.card.place.text() == "Gevangenis Brugge"
    assert page.card.passphrase.control.hasFocus()
    opened: list[Store] = []
    page.opened.connect(opened.append)
    _type(qtbot, page, database.wachtzin)
    assert opened[0].wie.naam == "An Bogaert"
    assert page.card.passphrase.value() == ""
    assert location.last_used() == database.path
    opened[0].close()


def test_a_wrong_passphrase_is_told_at_the_field_with_the_tries_that_are_left(
    qtbot: QtBot, page: LoginPage
) -> None:
    _type(qtbot, page, "drie fietsen")
    message = page.card.box.message.text()
    assert message.startswith("Deze wachtzin klopt niet. Kijk of Caps Lock uitstaat")
    assert "Je kan nog 4 keer proberen" in message
    assert page.card.passphrase.value() == "" and page.card.passphrase.control.hasFocus()
    qtbot.keyClicks(page.card.passphrase.control, "v")
    assert page.card.box.message.text() == ""


def test_after_five_wrong_passphrases_the_wait_counts_down_and_ends(
    qtbot: QtBot, page: LoginPage, clock, database, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(5):
        _type(qtbot, page, "fout")
    assert not page.card.enter.isEnabled()
    assert "Wacht nog 1 minuut." in page.card.box.message.text()
    pogingen._seen.clear()  # as if the program was started again: the file beside the data still counts
    clock.later(seconds=35)
    page.card._count_down()
    assert "Wacht nog 25 seconden." in page.card.box.message.text()
    clock.later(seconds=30)
    page.card._count_down()
    assert page.card.enter.isEnabled() and page.card.box.message.text() == ""


def test_the_window_stays_alive_while_the_key_is_made(qtbot: QtBot, page: LoginPage, database) -> None:
    page._jobs.wait()
    opened: list[Store] = []
    page.opened.connect(opened.append)
    qtbot.keyClicks(page.card.passphrase.control, database.wachtzin)
    qtbot.keyClick(page.card.passphrase.control, Qt.Key.Key_Return)
    assert opened == []  # the key press came back before the key was made
    assert page.card.enter.text() == "Bezig…" and not page.card.enter.isEnabled()
    qtbot.waitUntil(lambda: bool(opened), timeout=10_000)
    opened[0].close()


def test_an_empty_passphrase_is_not_a_try(qtbot: QtBot, page: LoginPage) -> None:
    qtbot.keyClick(page.card.passphrase.control, Qt.Key.Key_Return)
    assert "nog leeg" in page.card.box.message.text()


def test_data_that_is_gone_leaves_the_way_to_other_data(page: LoginPage, database, tmp_path: Path) -> None:
    page.show_database(tmp_path / "stick" / "gent.leertraject")
    assert "is er niet meer" in page.card.notice.text()
    assert not page.card.enter.isEnabled() and page.other.isEnabled()
    page.other.click()
    dialog = page.findChildren(QFileDialog)[0]
    dialog.fileSelected.emit(str(database.path))
    dialog.close()
    assert page.card.login() == "an" and page.card.enter.isEnabled()


def test_the_first_picture_needs_nothing_but_qt_and_the_standard_library(database, tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
from leertraject_desktop.__main__ import load_qt
load_qt()
from PySide6 import QtCore
from PySide6.QtWidgets import QApplication
from leertraject_desktop import app as program
from leertraject_desktop.storage import location
from leertraject_desktop.ui.kit import theme
app = QApplication(["leertraject", *theme.ARGUMENTS])
assert app.style().name() == "fusion"
theme.apply(app, first=True)
leader = program.Program(app)
leader.start()
heavy = ["sqlalchemy", "alembic", "cryptography", "sqlcipher3", "openpyxl", "reportlab", "pypdfium2"]
heavy += ["importlib.metadata", "email", "hashlib", "socket", "dataclasses", "leertraject_desktop.cli"]
heavy += ["platformdirs", "logging", "argparse", "html", "datetime"]
heavy += ["leertraject_desktop.ui.kit.frame", "leertraject_desktop.ui.kit.navigation"]
def look():
    # By then it is painted. All enums of `Qt` cost as much as the rest of the login.
    print([name for name in heavy if name in sys.modules], "Qt" in vars(QtCore))
leader.painted.connect(look)
app.processEvents()
app.processEvents()
page = leader.window.currentWidget()
assert page.card.login() == "an" and not page.grab().isNull()
"""
    settings = tmp_path / location.PROGRAM / location.SETTINGS
    settings.parent.mkdir()
    settings.write_text(json.dumps({"gegevens": str(database.path)}))
    base = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_DATA_HOME"
    env = {**os.environ, "QT_LOGGING_RULES": "*=false", base: str(tmp_path)}
    env.pop(location.FOLDER_VARIABLE, None)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env)
    assert done.stdout.strip() == "[] False", done.stderr


def test_a_window_that_starts_minimised_is_guarded_all_the_same(qtbot, jobs, database, monkeypatch):
    monkeypatch.setattr(login, "UNSEEN_MS", 1)
    page = LoginPage(jobs, database.path, preload=())
    qtbot.addWidget(page)
    told: list[bool] = []
    page.painted.connect(lambda: told.append(page.isVisible()))
    qtbot.waitUntil(lambda: told == [False])
    with qtbot.waitExposed(page):
        page.show()
    page.repaint()
    QApplication.processEvents()
    assert told == [False]
