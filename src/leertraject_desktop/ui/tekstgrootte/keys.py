"""The keys that make everything larger or smaller, at the login and in the work alike; loads nothing else."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from leertraject_desktop.ui.kit.preferences import preferences
from leertraject_desktop.ui.kit.shortcuts import install_shortcut

if TYPE_CHECKING:
    from leertraject_desktop.ui.kit.screen import Target

# Ctrl+= is the key of + without Shift.
_KEYS = (("Ctrl++", "groter"), ("Ctrl+=", "groter"), ("Ctrl+-", "kleiner"))


class TextSizeKeys(QObject):
    """Opens the form of the text size over the page in the window, or goes a step further in it.

    `go` leads to a target when somebody is at work, and tells whether that is so. `opens_again` when the
    window closed because the program must start anew.
    """

    def __init__(self, window: QStackedWidget, go: "Callable[[Target], bool]") -> None:
        super().__init__(window)
        self.opens_again = False
        self._window, self._go = window, go
        for keys, part in _KEYS:
            install_shortcut(window, keys, partial(self._step, part))
        preferences().restart_asked.connect(self._open_again)

    def _step(self, part: str) -> None:
        from leertraject_desktop.ui.kit.screen import Target
        from leertraject_desktop.ui.tekstgrootte.form import TextSizeForm

        target = Target("tekstgrootte", part=part)
        form = self._window.findChild(TextSizeForm)
        page = self._window.currentWidget()
        if form is not None:
            form.step(part)
        elif page is not None and page.isEnabled() and not self._go(target):
            TextSizeForm(None, page).open(target)

    def _open_again(self) -> None:
        self.opens_again = self._window.close()
