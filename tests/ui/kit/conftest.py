"""What the tests of the kit share: the focus ring, and a widget shown as the active window."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from leertraject_desktop.ui.kit import theme
from leertraject_desktop.ui.kit.focus import FocusRing

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def ring(_dressed: FocusRing) -> FocusRing:
    """The one focus ring."""
    return _dressed


@pytest.fixture(autouse=True)
def _light() -> Iterator[None]:
    """A test that goes dark does not leave the next one in the dark."""
    yield
    if theme.theme().is_dark:
        theme.theme().choose("light")


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[W], W]:
    """Show a widget as the window that the user has before him."""

    def show(widget: W, width: int = 1366, height: int = 768) -> W:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return show
