"""Makes everything in the open windows larger or smaller at once, without making one widget anew."""

import ctypes
import os
import sys
from collections.abc import Callable
from functools import cache

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from leertraject_desktop.ui.kit import text_size, tokens
from leertraject_desktop.ui.kit.tab_order import bring_in_sight

# What Qt calls itself when it reads QT_SCALE_FACTOR; docs/decisions/0011.
_SWITCH = {
    "linux": ("libQt6Gui.so.6", "_ZN15QHighDpiScaling15setGlobalFactorEd"),
    "win32": ("Qt6Gui.dll", "?setGlobalFactor@QHighDpiScaling@@SAXN@Z"),
}


def change(size: int) -> bool:
    """Show every window in this size, in percent. False when this Qt does so only from the next start."""
    switch = _switch()
    if switch is None:
        return False
    ratio = size / text_size.in_force()
    # Qt wants no window of the system meanwhile. Their widgets stay, and show themselves in new ones.
    made = [window for window in QApplication.topLevelWidgets() if window.windowHandle() is not None]
    shown = [_Shown(window) for window in made if window.isVisible()]
    for window in made:
        window.destroy()
    switch(size / 100)
    text_size.note(size)
    for one in shown:
        one.again(ratio)
    return True


def sizes(window: QWidget) -> tuple[int, ...]:
    """The sizes with which the screen of a window still has room for the least window."""
    room = window.screen().availableSize()
    return text_size.fitting(room.width(), room.height(), tokens.SMALLEST_WINDOW)


class _Shown:
    """A window that can be seen: where it stands on the glass, in which state."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._state = window.windowState()
        fills = window.isMaximized() or window.isFullScreen()
        self._place = window.normalGeometry() if fills else window.geometry()
        around, inside = window.frameGeometry(), window.geometry()
        self._frame = (inside.topLeft() - around.topLeft(), around.bottomRight() - inside.bottomRight())

    def again(self, ratio: float) -> None:
        """Show it there again, as far as the screen has it; everything is `ratio` times as large."""
        window, screen = self._window, self._window.screen()
        origin, room = screen.geometry().topLeft(), screen.availableGeometry()
        before, after = (corner / ratio for corner in self._frame)
        room = room.adjusted(before.x(), before.y(), -after.x(), -after.y())
        place = QRect(origin + (self._place.topLeft() - origin) / ratio, self._place.size() / ratio)
        place.setSize(place.size().boundedTo(room.size()))
        place.moveBottomRight(_least(place.bottomRight(), room.bottomRight()))
        window.setWindowState(QtCore.Qt.WindowState.WindowNoState)
        window.setGeometry(place)
        window.show()
        window.setWindowState(self._state)
        window.activateWindow()
        if (has := window.focusWidget()) is not None:
            bring_in_sight(has)


def _least(one: QPoint, other: QPoint) -> QPoint:
    return QPoint(min(one.x(), other.x()), min(one.y(), other.y()))


@cache
def _switch() -> Callable[[float], None] | None:
    library, name = _SWITCH.get(sys.platform, ("", ""))
    if not name:
        return None
    try:
        # Only the Qt that is loaded already; another one on this computer would change nothing.
        mode = getattr(os, "RTLD_NOLOAD", 0)
        found = getattr(ctypes.CDLL(library, mode=mode), name)
    except (OSError, AttributeError):
        return None
    found.argtypes, found.restype = [ctypes.c_double], None
    return found  # type: ignore[no-any-return]
