"""Proposes an aanmeldnaam while somebody types a name: at the first start, and for a new colleague."""

import re

from PySide6.QtCore import QObject, Signal

from leertraject_desktop.domain.tekst import vouw
from leertraject_desktop.ui.kit.text_editors import TextEditor

MAX_LOGIN = 40


class LoginProposal(QObject):
    """Fills in `login` from `naam`, as long as the user did not type another; then tells `proposed`."""

    proposed = Signal()

    def __init__(self, naam: TextEditor, login: TextEditor) -> None:
        super().__init__(login)
        self._naam, self._login = naam, login
        self._last = ""
        naam.changed.connect(self._propose)

    def _propose(self) -> None:
        if self._login.value() == self._last:
            self._last = proposed_login(self._naam.value())
            self._login.show_value(self._last)
            self.proposed.emit()


def proposed_login(naam: str) -> str:
    """A login from a name: "An Van den Broeck" gives `an.vandenbroeck`; "" when no plain letter is left."""
    words = [re.sub(r"[^a-z0-9]", "", vouw(word)) for word in naam.split()]
    words = [word for word in words if word]
    return ".".join([*words[:1], *(["".join(words[1:])] if words[1:] else [])])[:MAX_LOGIN].rstrip(".")
