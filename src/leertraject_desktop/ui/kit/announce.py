"""Tells a screen reader what appears on the screen away from the keyboard: what was kept, what went wrong."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str, *, at_once: bool = False) -> QAccessibleAnnouncementEvent | None:
    """Have words read aloud; `at_once` breaks off what is being read. None when nobody listens."""
    if not words or not QAccessible.isActive():
        return None
    event = QAccessibleAnnouncementEvent(widget, words)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
    QAccessible.updateAccessibility(event)
    return event
