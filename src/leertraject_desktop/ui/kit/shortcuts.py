"""Key combinations: how they are written for the user, and how they reach what they start."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from leertraject_desktop.ui.kit.by_name import set_by_name

if TYPE_CHECKING:
    pass

ABOVE_ALL = "above_all"
"""The property of a shortcut that also works while a dialog is open, such as locking."""


def install_shortcut(
    owner: QWidget,
    keys: str,
    start: Callable[[], object],
    *,
    only_inside: bool = False,
    above_all: bool = False,
) -> list[QShortcut]:
    """Let keys ("Ctrl+N", "Ctrl+Enter", "Esc") start something while `owner` can be seen.

    `only_inside` limits them to the focus being inside `owner`. Enter means both keys of that name.
    """
    made = []
    for written in _written(keys):
        shortcut = QShortcut(owner)
        set_by_name(shortcut, key=written)  # to name the class of keys costs the login 1 ms
        if only_inside:
            set_by_name(shortcut, context="WidgetWithChildrenShortcut")
        shortcut.setProperty(ABOVE_ALL, above_all)
        shortcut.activated.connect(start)
        made.append(shortcut)
    return made


def _written(keys: str) -> list[str]:
    written = keys
    for shown, name in (("Spatie", "Space"), ("←", "Left"), ("→", "Right"), ("↑", "Up"), ("↓", "Down")):
        written = written.replace(shown, name)
    return [written, written[: -len("Enter")] + "Return"] if written.endswith("Enter") else [written]


class HeldShortcuts:
    """Keeps the shortcuts of a window still while a dialog in it is open."""

    def __init__(self) -> None:
        self._held: list[QShortcut] = []

    def hold(self, window: QWidget, except_inside: QWidget) -> None:
        """Switch off what does not belong to `except_inside`."""
        for shortcut in window.findChildren(QShortcut):
            owner = shortcut.parent()
            inside = isinstance(owner, QWidget) and (
                owner is except_inside or except_inside.isAncestorOf(owner)
            )
            if shortcut.isEnabled() and not inside and not shortcut.property(ABOVE_ALL):
                shortcut.setEnabled(False)
                self._held.append(shortcut)

    def release(self) -> None:
        """Switch them on again."""
        for shortcut in self._held:
            try:
                shortcut.setEnabled(True)
            except RuntimeError:  # its page was closed meanwhile
                continue
        self._held.clear()
