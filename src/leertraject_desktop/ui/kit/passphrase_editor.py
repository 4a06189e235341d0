"""The editor for a passphrase."""

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from leertraject_desktop.ui.kit.buttons import IconButton
from leertraject_desktop.ui.kit.by_name import set_by_name
from leertraject_desktop.ui.kit.editor import Editor
from leertraject_desktop.ui.kit.line_field import LineField
from leertraject_desktop.ui.kit.shortcuts import install_shortcut

if TYPE_CHECKING:
    pass

LOOK = "Alt+W"
"""The key that shows a passphrase while it is typed."""


class PassphraseEditor(Editor):
    """A passphrase: hidden while it is typed. The eye and Alt+W show it. The value is as it was typed.

    The eye is no stop of Tab: the next field is what somebody wants who types.
    """

    entered = Signal()

    def __init__(self, *, placeholder: str = "", parent: QWidget | None = None) -> None:
        self._line = LineField()
        super().__init__(self._line, parent)
        self._line.setPlaceholderText(placeholder)
        self._line.setMaxLength(1000)
        set_by_name(self._line, inputMethodHints="ImhSensitiveData|ImhNoPredictiveText")
        self._eye = IconButton("eye", "", size=24)
        set_by_name(self._eye, focusPolicy="NoFocus")
        install_shortcut(self._line, LOOK, self._toggle, only_inside=True)
        self._eye.clicked.connect(self._toggle)
        self._line.put_button(self._eye)
        self._line.textEdited.connect(self.changed)
        self._line.returnPressed.connect(self.entered)
        self.hide_text()

    def value(self) -> str:
        return self._line.text()

    def show_value(self, value: str | None) -> None:
        self._line.setText(value or "")

    def clear(self) -> None:
        """Empty the field and hide what comes next."""
        self._line.clear()
        self.hide_text()

    def hide_text(self) -> None:
        """Show dots again."""
        set_by_name(self._line, echoMode="Password")
        self._eye.show_icon("eye", f"Toon de wachtzin ({LOOK})")

    def reveal(self) -> None:
        """Show what is typed, for instance a passphrase that was proposed."""
        self._line.setEchoMode(QLineEdit.EchoMode.Normal)
        self._eye.show_icon("eye-off", f"Verberg de wachtzin ({LOOK})")

    def _toggle(self) -> None:
        if self._line.echoMode() == QLineEdit.EchoMode.Password:
            self.reveal()
        else:
            self.hide_text()
        self._line.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
