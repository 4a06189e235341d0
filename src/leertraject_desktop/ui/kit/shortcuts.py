"""Key combinations: how they are written for the user, and how they reach what they start."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

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
    context = (
        Qt.ShortcutContext.WidgetWithChildrenShortcut if only_inside else Qt.ShortcutContext.WindowShortcut
    )
    made = []
    for sequence in sequences(keys):
        shortcut = QShortcut(sequence, owner)
        shortcut.setContext(context)
        shortcut.setProperty(ABOVE_ALL, above_all)
        shortcut.activated.connect(start)
        made.append(shortcut)
    return made


def sequences(keys: str) -> list[QKeySequence]:
    """The key sequences that a written shortcut stands for."""
    written = keys.replace("Spatie", "Space").replace("←", "Left").replace("→", "Right")
    if written.endswith("Enter"):
        return [QKeySequence(written), QKeySequence(written[: -len("Enter")] + "Return")]
    return [QKeySequence(written)]


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
