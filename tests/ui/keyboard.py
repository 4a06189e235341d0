"""The keyboard of the user: types where the focus is, and counts the keys besides the text."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


@dataclass
class Keyboard:
    """Types where the focus is; `presses` counts the keys besides the text."""

    presses: int = 0

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
