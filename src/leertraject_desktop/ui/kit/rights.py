"""What somebody may not do stays in sight, but greyed, and says why to the eye and to a screen reader."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

FORBIDDEN = "forbidden"
"""The property in which a widget that is forbidden keeps why."""


class _Guard(QObject):
    """Keeps one widget greyed, whatever its screen enables or says in its tool tip afterwards."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        why = watched.property(FORBIDDEN)
        if why and isinstance(watched, QWidget):
            if event.type() == QEvent.Type.EnabledChange and watched.isEnabled():
                watched.setEnabled(False)
            elif event.type() == QEvent.Type.ToolTipChange and watched.toolTip() != why:
                watched.setToolTip(why)
        return False


def forbid(why: str, *widgets: QWidget) -> None:
    """Grey these widgets for good, with the reason; "" as the reason lifts what was forbidden before.

    A lifted widget is enabled again; who forbids nothing costs nothing.
    """
    for widget in widgets:
        before = widget.property(FORBIDDEN) or ""
        if why == before:
            continue
        widget.setProperty(FORBIDDEN, why)
        if why and not before:
            widget.installEventFilter(_Guard(widget))
        widget.setEnabled(not why)
        widget.setToolTip(why)
        widget.setAccessibleDescription(why)


def forbidden(widget: QObject) -> str:
    """Why a widget is forbidden; "" when it is not."""
    return str(widget.property(FORBIDDEN) or "")
