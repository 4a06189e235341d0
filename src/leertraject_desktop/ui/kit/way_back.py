"""Where the keyboard goes when a form closes: the button that opened it, or else the section around it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from shiboken6 import isValid

from leertraject_desktop.ui.kit.tab_order import ReadingOrder, bring_in_sight, first_stop


class WayBack:
    """Remembers what has the keyboard now, by its name too: lists are built again.

    A section is something on the page of that control; the rest of the window is no way back.
    """

    def __init__(self) -> None:
        has = QApplication.focusWidget()
        self._before = has
        self._name = _name(has) if has is not None else ("", "")
        around: list[QWidget] = []
        walk = has.parentWidget() if has is not None else None
        while walk is not None and not isinstance(walk, ReadingOrder):
            around.append(walk)
            walk = walk.parentWidget()
        self._around = around if walk is not None else []

    def go(self) -> bool:
        """Give the keyboard back; False when nothing is left of the place where it was."""
        goal = self._goal()
        if goal is None:
            return False
        goal.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_in_sight(goal)
        return True

    def _goal(self) -> QWidget | None:
        if self._before is not None and _takes(self._before):
            return self._before
        around = [widget for widget in self._around if isValid(widget) and widget.isVisible()]
        if any(self._name):
            for section in around:
                for button in section.findChildren(QAbstractButton):
                    if _takes(button) and _name(button) == self._name:
                        return button
        return next((stop for section in around if (stop := first_stop(section)) is not None), None)


def _takes(widget: QWidget) -> bool:
    return isValid(widget) and widget.isVisible() and widget.isEnabled()


def _name(widget: QWidget) -> tuple[str, str]:
    words = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    return widget.objectName(), words
