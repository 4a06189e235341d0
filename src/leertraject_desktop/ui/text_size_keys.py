"""The keys that make everything larger or smaller, at the login and in the work alike; loads nothing else."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit import text_size
from leertraject_desktop.ui.kit.preferences import preferences
from leertraject_desktop.ui.kit.shortcuts import install_shortcut

# Ctrl+= is the key of + without Shift.
_KEYS = (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1))


class TextSizeKeys(QObject):
    """One size further with each press, also while a form is open; `say` tells the user what came of it."""

    def __init__(self, window: QWidget, say: Callable[[str], object]) -> None:
        super().__init__(window)
        self._window, self._say = window, say
        for keys, by in _KEYS:
            install_shortcut(window, keys, partial(self._step, by), above_all=True)

    def _step(self, by: int) -> None:
        from leertraject_desktop.ui.kit.live_size import sizes

        size = text_size.step(text_size.in_force(), by, sizes(self._window))
        if size == text_size.in_force():
            self._say("Groter kan niet op dit scherm" if by > 0 else "Kleiner kan niet")
            return
        try:
            self._say(preferences().choose_text_size(size))
        except Problem as problem:
            self._say(f"{problem.what} Na een nieuwe start is alles weer {text_size.chosen()} % groot.")
