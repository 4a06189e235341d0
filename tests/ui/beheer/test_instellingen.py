"""Instellingen: what is chosen counts at once and is there the next time."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from leertraject_desktop.storage import location
from leertraject_desktop.ui.beheer.instellingen_page import InstellingenPage
from leertraject_desktop.ui.kit.preferences import SCHEME_SETTING, preferences
from leertraject_desktop.ui.kit.theme import theme


@pytest.fixture(autouse=True)
def _light_again() -> Iterator[None]:
    yield
    theme().choose("light")


def test_the_window_locks_after_as_many_minutes_as_the_user_chose(context, put, keyboard):
    page = put(InstellingenPage(context))
    assert page.minutes.value() == 5
    keyboard.press(Qt.Key.Key_Up)
    assert preferences().lock_minutes == 6
    for _ in range(20):
        keyboard.press(Qt.Key.Key_Up)
    assert preferences().lock_minutes == 15
    for _ in range(20):
        keyboard.press(Qt.Key.Key_Down)
    assert preferences().lock_minutes == 1


@pytest.mark.parametrize(("kept", "minutes"), [("", 5), ("0", 1), ("99", 15), ("-3", 5), ("vijf", 5)])
def test_a_setting_that_cannot_be_is_never_followed(kept: str, minutes: int):
    location.keep_setting("vergrendel_minuten", kept)
    location.keep_setting(SCHEME_SETTING, "paars")
    assert preferences().lock_minutes == minutes and preferences().scheme == "system"


def test_dark_is_there_at_once_and_stays(context, put):
    page = put(InstellingenPage(context))
    page.scheme.show_value("dark")
    page.scheme.changed.emit()
    assert theme().is_dark and preferences().scheme == "dark"
