"""Tab walks as the eye reads: by the layouts, so that what was built later stands where it is seen."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from PySide6 import QtCore
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QGridLayout, QLayout, QScrollArea, QWidget

from leertraject_desktop.ui.kit.surfaces import POPUP_HOST

_AROUND = 96


@runtime_checkable
class Begins(Protocol):
    """A part of the window that knows where its work begins."""

    def focus_first(self) -> None:
        """Put the keyboard there."""


@runtime_checkable
class OwnOrder(Protocol):
    """A widget in which Tab does not follow the layout."""

    def tab_stops(self) -> list[QWidget]:
        """What Tab visits in it, in this order."""


class ReadingOrder(QWidget):
    """A page or a form in which Tab follows the layouts of the window.

    Qt goes by the moment of making, and when it is told otherwise it loses part of the controls. A widget
    with an order of its own is an `OwnOrder`.
    """

    def focusNextPrevChild(self, next: bool) -> bool:
        return step(_whole(self), next)


def step(root: QWidget, forward: bool) -> bool:
    """Give the keyboard to the next control inside `root`, or to the one before; round at the end.

    False when there is none.
    """
    has = QApplication.focusWidget()
    stops = [widget for widget in _inside(root) if _takes(widget) or widget is has]
    if not any(widget is not has for widget in stops):
        return False
    if has in stops:
        number = stops.index(has) + (1 if forward else -1)
    else:
        number = 0 if forward else -1
    goal = stops[number % len(stops)]
    reason = QtCore.Qt.FocusReason
    goal.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
    bring_in_sight(goal)
    return True


def first_stop(root: QWidget) -> QWidget | None:
    """The first thing inside `root` that can have the keyboard now; None when there is nothing."""
    return next((widget for widget in _inside(root) if _takes(widget)), None)


def _whole(widget: QWidget) -> QWidget:
    """The dialog around a widget, or else its window."""
    walk = widget
    while (parent := walk.parentWidget()) is not None and not walk.property(POPUP_HOST):
        walk = parent
    return walk


def _takes(widget: QWidget) -> bool:
    return _stops(widget) and widget.isEnabled()


def bring_in_sight(widget: QWidget) -> None:
    """Scroll to a control, with its label and the title above it as far as there is room."""
    walk = widget.parentWidget()
    while walk is not None:
        if isinstance(walk, QScrollArea):
            room = (walk.viewport().height() - widget.height()) // 2
            walk.ensureWidgetVisible(widget, 0, max(min(room, _AROUND), 0))
        walk = walk.parentWidget()


def _stops(widget: QWidget) -> bool:
    tab = QtCore.Qt.FocusPolicy.TabFocus
    return (widget.focusPolicy() & tab) == tab and widget.focusProxy() is None


def _inside(widget: QWidget) -> Iterator[QWidget]:
    if not widget.isVisible():
        return
    if isinstance(widget, OwnOrder):
        for stop in widget.tab_stops():
            yield from _inside(stop)
        return
    yield widget
    if isinstance(widget, QScrollArea):
        content = widget.widget()
        if content is not None:
            yield from _inside(content)
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)
    elif isinstance(widget, QAbstractScrollArea):
        yield from _among(widget.viewport())  # an empty list says there what to do
    elif not _stops(widget):  # what an editor is made of is its own affair
        yield from _among(widget)


def _among(parent: QWidget) -> Iterator[QWidget]:
    for child in parent.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield from _inside(child)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    numbers = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        grid = layout
        numbers.sort(key=lambda number: grid.getItemPosition(number)[:2])  # type: ignore[index]
    for number in numbers:
        item = layout.itemAt(number)
        inner = item.layout() if item is not None else None
        widget = item.widget() if item is not None else None
        if inner is not None:
            yield from _in_layout(inner)
        elif widget is not None:
            yield from _inside(widget)
