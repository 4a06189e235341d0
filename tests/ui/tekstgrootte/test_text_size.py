"""The size of the text: chosen with two keys, also at the login, kept on the computer, used before the first
window."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from leertraject_desktop.storage import location
from leertraject_desktop.ui.kit import text_size
from leertraject_desktop.ui.kit.preferences import preferences
from leertraject_desktop.ui.kit.screen import Target
from leertraject_desktop.ui.tekstgrootte.form import LARGER, SMALLER, TextSizeForm
from leertraject_desktop.ui.tekstgrootte.keys import TextSizeKeys

CTRL = Qt.KeyboardModifier.ControlModifier
STARTED = """
from PySide6.QtWidgets import QApplication
from leertraject_desktop.ui.kit import text_size
text_size.use()
app = QApplication([])
print(app.devicePixelRatio(), text_size.in_force())
"""


@pytest.fixture(autouse=True)
def _own_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(location.FOLDER_VARIABLE, str(tmp_path))
    monkeypatch.delenv("QT_SCALE_FACTOR", raising=False)


@pytest.fixture
def form(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> TextSizeForm:
    """The form on a screen with room for every size."""
    monkeypatch.setattr("leertraject_desktop.ui.kit.tokens.SMALLEST_WINDOW", (80, 80))
    made = TextSizeForm(None, window)
    made.open(Target("tekstgrootte", part=LARGER))
    return made


@pytest.fixture
def program(qtbot: QtBot) -> Iterator[QStackedWidget]:
    """A window at the login."""
    made = QStackedWidget()
    made.resize(1366, 697)
    made.addWidget(QWidget())
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_ctrl_plus_opens_the_form_at_the_login_and_opens_the_program_again(program):
    keys = TextSizeKeys(program, lambda target: False)
    QTest.keyClick(program, Qt.Key.Key_Plus, CTRL)
    form = program.findChild(TextSizeForm)
    assert form.overlay.isVisible() and form.value() == form.sizes[1]
    QTest.keyClick(program, Qt.Key.Key_Minus, CTRL)
    assert form.value() == 100
    preferences().restart_asked.emit()
    assert keys.opens_again and not program.isVisible()


def test_ctrl_minus_in_the_work_leads_to_the_form_over_the_page(program):
    asked: list[Target] = []
    TextSizeKeys(program, lambda target: asked.append(target) is None)
    QTest.keyClick(program, Qt.Key.Key_Minus, CTRL)
    assert asked == [Target("tekstgrootte", part=SMALLER)]


@pytest.mark.parametrize(("kept", "shown"), [("", "1.0 100"), ("150", "1.5 150"), ("999", "1.0 100")])
def test_the_next_start_is_as_large_as_was_chosen(kept: str, shown: str):
    location.keep_setting(text_size.SETTING, kept)
    found = subprocess.run([sys.executable, "-c", STARTED], capture_output=True, text=True, check=True)
    assert found.stdout.split() == shown.split()


def test_two_keys_choose_a_larger_size_and_open_the_program_again(form, qtbot, keyboard):
    with qtbot.waitSignal(preferences().restart_asked):
        keyboard.press(Qt.Key.Key_Return, CTRL)
    assert text_size.chosen() == 115


def test_the_line_in_the_form_is_as_large_as_everything_will_be(form):
    form.step(LARGER)
    assert form.value() == 130 and form.sample.font().pixelSize() == 17
    for _ in range(9):
        form.step(LARGER)
    assert form.value() == 200 and form.sample.font().pixelSize() == 26


def test_ctrl_0_goes_back_to_the_ordinary_size(form, qtbot, keyboard):
    form.step(LARGER)
    keyboard.press(Qt.Key.Key_0, CTRL)
    assert form.value() == 100
    with qtbot.assertNotEmitted(preferences().restart_asked):
        keyboard.press(Qt.Key.Key_Return, CTRL)


def test_a_size_for_the_next_time_leaves_the_window_open(form, qtbot):
    with qtbot.waitSignal(form.kept) as told, qtbot.assertNotEmitted(preferences().restart_asked):
        form.later.click()
    assert text_size.chosen() == 115 and "115 %" in told.args[0]


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
