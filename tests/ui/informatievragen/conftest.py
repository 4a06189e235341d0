"""What the tests of questions share: a window, a few deelnemers, and keys that are counted."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.kit.jobs import Jobs
from leertraject_desktop.ui.kit.screen import Context


@dataclass
class Keyboard:
    """Types where the focus is; `presses` counts the keys besides the text."""

    presses: int = 0
    keys: list[str] = field(default_factory=list)

    def type(self, text: str) -> None:
        """Text of the user's own."""
        QTest.keyClicks(self._focus(), text)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, with or without Ctrl, Alt or Shift held."""
        self.presses += 1
        QTest.keyClick(self._focus(), key, modifier)

    def press_letters(self, letters: str) -> None:
        """Keys that choose something rather than write it."""
        for letter in letters:
            self.presses += 1
            QTest.keyClicks(self._focus(), letter)

    def _focus(self) -> QWidget:
        QApplication.processEvents()
        focused = QApplication.focusWidget()
        assert focused is not None, "the keyboard is nowhere"
        return focused


@pytest.fixture
def keyboard() -> Keyboard:
    """The keyboard of the user."""
    return Keyboard()


@pytest.fixture
def context(store: Store) -> Iterator[Context]:
    """What a screen gets."""
    jobs = Jobs()
    yield Context(store, jobs)
    jobs.close()


@pytest.fixture
def popescu(store: Store) -> int:
    """Andrei Popescu, veroordeelde on Mannen 2; Mihai Popa is there too."""
    for voornaam, naam, statuut, afdeling in (
        ("Mihai", "Popa", "B", "Mannen 4"),
        ("Andrei", "Popescu", "V", "Mannen 2"),
    ):
        invoer = NieuweDeelnemer(voornaam, naam, statuut=statuut, afdeling=afdeling)
        last = store.write(nieuwe_deelnemer, invoer)
    return last
