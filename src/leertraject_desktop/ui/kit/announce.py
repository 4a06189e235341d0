"""Tells a screen reader what appears on the screen away from the keyboard: what was kept, what went wrong."""

from typing import TYPE_CHECKING

from PySide6 import QtGui

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleAnnouncementEvent
    from PySide6.QtWidgets import QWidget


def announce(
    widget: "QWidget", words: str, *, at_once: bool = False
) -> "QAccessibleAnnouncementEvent | None":
    """Have words read aloud; `at_once` breaks off what is being read. None when nobody listens."""
    accessible = QtGui.QAccessible  # here, as its roles and states cost the login 2 ms
    if not words or not accessible.isActive():
        return None
    event = QtGui.QAccessibleAnnouncementEvent(widget, words)
    politeness = accessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
    accessible.updateAccessibility(event)
    return event
