"""The hands of a user at the real window: they walk with Tab and type, and never touch the mouse."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui.keyboard import Keyboard

from leertraject_desktop.ui.kit.labels import Label

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Hands(Keyboard):
    """A keyboard that also finds its way by the names that a screen reader says."""

    def to(self, name: str) -> None:
        """Walk with Tab until the control whose name begins so has the focus."""
        seen: list[str] = []
        for _ in range(90):
            focus = QApplication.focusWidget()
            assert focus is not None
            if focus.accessibleName().startswith(name):
                return
            seen.append(focus.accessibleName())
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes at {name}, only at {seen}")

    def fill(self, name: str, text: str) -> None:
        """Walk to a field and type over what stands there."""
        self.to(name)
        self.press(Qt.Key.Key_A, CTRL)
        self.type(text)

    def choose(self, name: str, letters: str) -> None:
        """Walk to a list and choose with its first letters."""
        self.to(name)
        self.press_letters(letters)

    def push(self, name: str) -> None:
        """Walk to a button or check box and use it."""
        self.to(name)
        self.press(Qt.Key.Key_Space)

    def keep(self) -> None:
        self.press(Qt.Key.Key_Return, CTRL)

    def undo(self) -> None:
        self.press(Qt.Key.Key_Z, CTRL)


def words(widget: QWidget) -> str:
    """All words that labels show on a part of the screen."""
    return "\n".join(label.text() for label in widget.findChildren(Label) if label.isVisible())
