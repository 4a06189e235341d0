"""The size of the text: two keys, everywhere and at once; what was typed stays, and so does the login."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.storage import location
from leertraject_desktop.ui.beheer.instellingen_page import InstellingenPage
from leertraject_desktop.ui.informatievragen.quick_entry import QuickEntry
from leertraject_desktop.ui.kit import live_size, text_size
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.screen import Context, Target
from leertraject_desktop.ui.main_window import MainWindow
from leertraject_desktop.ui.text_size_keys import TextSizeKeys

CTRL = Qt.KeyboardModifier.ControlModifier
STARTED = """
from PySide6.QtWidgets import QApplication
from leertraject_desktop.ui.kit import text_size
text_size.use()
app = QApplication([])
print(app.devicePixelRatio(), text_size.in_force())
"""


@pytest.fixture(autouse=True)
def _own_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(location.FOLDER_VARIABLE, str(tmp_path))
    monkeypatch.setenv("QT_SCALE_FACTOR", "1")
    monkeypatch.setattr("leertraject_desktop.ui.kit.tokens.SMALLEST_WINDOW", (80, 80))
    live_size._switch.cache_clear()
    yield
    monkeypatch.undo()
    live_size._switch.cache_clear()
    os.environ["QT_SCALE_FACTOR"] = str(QApplication.primaryScreen().devicePixelRatio())
    live_size.change(100)
    del os.environ["QT_SCALE_FACTOR"]


@pytest.fixture
def main(context: Context, qtbot: QtBot) -> Iterator[MainWindow]:
    """Somebody at work, in a window that the screen has room for."""
    made = MainWindow(context)
    TextSizeKeys(made, made.told)
    made.resize(780, 700)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def press(main: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(QApplication.focusWidget() or main, key, modifiers)
    assert QTest.qWaitForWindowActive(main)


def test_ctrl_plus_makes_everything_larger_at_once_and_ctrl_minus_smaller(main):
    for _ in range(5):
        press(main, Qt.Key.Key_Plus)
    assert main.devicePixelRatio() == 2 and main.size() == QSize(390, 350) and text_size.chosen() == 200
    assert main.frame.status.saved.text() == "Alles is nu 200 % groot"
    press(main, Qt.Key.Key_Plus)
    assert main.frame.status.saved.text() == "Groter kan niet op dit scherm"
    press(main, Qt.Key.Key_Minus)
    assert main.devicePixelRatio() == 1.75 and main.screen().devicePixelRatio() == 1.75


def test_what_is_being_typed_the_place_and_the_keyboard_stay(main):
    main.go(Target("deelnemers"))
    page = main.page()
    main.go(Target("nieuwe_vraag"))
    form = main.findChild(QuickEntry).form
    field = form.boxes["vraag"].field.editor
    field.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "Kan ik")
    press(main, Qt.Key.Key_Equal)
    QTest.keyClicks(QApplication.focusWidget(), " Nederlands leren?")
    assert field.value() == "Kan ik Nederlands leren?"
    assert main.page() is page and form.isVisible() and main.devicePixelRatio() == 1.15


def test_a_window_that_fills_the_screen_goes_on_doing_so(main, qtbot):
    main.showMaximized()
    qtbot.waitUntil(main.isMaximized)
    press(main, Qt.Key.Key_Plus)
    assert main.isMaximized() and main.devicePixelRatio() == 1.15
    main.showNormal()
    qtbot.waitUntil(lambda: main.size() == QSize(780, 700) / 1.15)


def test_what_was_kept_can_still_be_taken_back(main, context):
    context.store.write(nieuwe_deelnemer, NieuweDeelnemer("Jan", "Peeters"))
    press(main, Qt.Key.Key_Plus)
    main.undo()
    assert main.frame.status.saved.text().startswith("Ongedaan gemaakt")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_list_that_was_open_once_opens_in_the_new_size(main, qtbot):
    main.go(Target("deelnemers"))
    combo = main.page().findChildren(ChoiceEditor)[0]._combo
    combo.showPopup()
    combo.hidePopup()
    press(main, Qt.Key.Key_Plus)
    combo.showPopup()
    qtbot.waitUntil(combo.view().isVisible)
    assert combo.view().devicePixelRatio() == 1.15
    combo.hidePopup()


def test_the_settings_offer_every_size_and_follow_the_keys(main, keyboard):
    main.go(Target("instellingen"))
    page = main.page()
    assert isinstance(page, InstellingenPage)
    page.text_size.setFocus()
    keyboard.press(Qt.Key.Key_Down)
    assert QTest.qWaitForWindowActive(main)
    assert page.text_size.value() == "115" and main.devicePixelRatio() == 1.15
    press(main, Qt.Key.Key_Plus)
    assert page.text_size.value() == "130"


@pytest.mark.parametrize(("kept", "shown"), [("", "1.0 100"), ("150", "1.5 150"), ("999", "1.0 100")])
def test_the_next_start_is_as_large_as_was_chosen(kept: str, shown: str):
    location.keep_setting(text_size.SETTING, kept)
    found = subprocess.run([sys.executable, "-c", STARTED], capture_output=True, text=True, check=True)
    assert found.stdout.split() == shown.split()


def test_a_size_that_cannot_be_kept_counts_until_the_program_closes(main, tmp_path, monkeypatch):
    (tmp_path / "bestand").touch()
    monkeypatch.setenv(location.FOLDER_VARIABLE, str(tmp_path / "bestand"))
    press(main, Qt.Key.Key_Plus)
    assert main.devicePixelRatio() == 1.15
    assert main.frame.status.saved.text().endswith("Na een nieuwe start is alles weer 100 % groot.")


def test_where_qt_cannot_do_it_at_once_the_user_hears_that_the_next_start_does(main, monkeypatch):
    monkeypatch.setattr(live_size, "_SWITCH", {sys.platform: ("libQt6Gui.so.6", "unknown")})
    live_size._switch.cache_clear()
    press(main, Qt.Key.Key_Plus)
    assert main.frame.status.saved.text() == "Vanaf de volgende start is alles 115 % groot"
    assert main.devicePixelRatio() == 1 and text_size.chosen() == 115


def test_a_size_that_the_screen_has_no_room_for_is_not_offered():
    assert text_size.fitting(1366, 728, (640, 320)) == text_size.SIZES
    assert text_size.fitting(911, 485, (640, 320)) == (100, 115, 130)
    assert text_size.fitting(600, 300, (640, 320)) == (100,)


def test_the_environment_of_the_user_stays_until_a_size_is_chosen(monkeypatch):
    monkeypatch.setenv("QT_SCALE_FACTOR", "1.25")
    text_size.use()
    assert os.environ["QT_SCALE_FACTOR"] == "1.25" and text_size.in_force() == 125
    text_size.keep(100)
    text_size.use()
    assert text_size.in_force() == 100
