"""Instellingen: what is chosen counts at once and is there the next time."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from leertraject_desktop.storage import location
from leertraject_desktop.ui.beheer.instellingen_page import InstellingenPage
from leertraject_desktop.ui.kit.preferences import DRESS_MS, SCHEME_SETTING, preferences
from leertraject_desktop.ui.kit.theme import theme


@pytest.fixture(autouse=True)
def _light_again() -> Iterator[None]:
    yield
    preferences()._dressing.setInterval(DRESS_MS)
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


def test_walking_past_the_colours_dresses_the_window_once_and_the_choice_stays(context, put, keyboard):
    preferences()._dressing.setInterval(60_000)
    page = put(InstellingenPage(context))
    dressed: list[bool] = []
    noting = theme().changed.connect(lambda: dressed.append(theme().is_dark))
    page.scheme.setFocus()
    for _ in range(2):
        keyboard.press(Qt.Key.Key_Down)
    assert preferences().scheme == "dark" and dressed == []
    preferences().dress()
    preferences().dress()
    theme().changed.disconnect(noting)
    assert dressed == [True]
