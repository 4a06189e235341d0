"""Tab walks as the eye reads: what was built later stands where it is seen, not at the end."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QGridLayout, QLayout, QScrollArea, QWidget


def in_reading_order(root: QWidget) -> None:
    """Give everything inside `root` that takes the keyboard its turn in the order of the layouts.

    Rows that were made anew otherwise come last, since Qt goes by the moment of making. Only what stands out
    of order moves: Qt loses the rest of the chain when it moves a table or an editor of several parts.
    """
    wanted = [widget for widget in _inside(root) if _stops(widget)]
    place = {widget: number for number, widget in enumerate(_in_chain(root, set(wanted)))}
    stay = _rising([place[widget] for widget in wanted])
    for before, widget in pairwise(wanted):
        if place[widget] not in stay:
            QWidget.setTabOrder(before, widget)


def first_stop(root: QWidget) -> QWidget | None:
    """The first thing inside `root` that can have the keyboard now; None when there is nothing."""
    for widget in _inside(root):
        if _stops(widget) and widget.isVisible() and widget.isEnabled():
            return widget
    return None


def _in_chain(root: QWidget, stops: set[QWidget]) -> Iterator[QWidget]:
    walk: QWidget | None = root
    while walk is not None:
        if walk in stops:
            yield walk
        walk = walk.nextInFocusChain()
        if walk is root:
            return


def _rising(numbers: list[int]) -> set[int]:
    """The most numbers that already stand in rising order."""
    best: list[list[int]] = []
    for number in numbers:
        smaller = [run for run in best if run[-1] < number]
        best.append([*(_longest(smaller)), number])
    return set(_longest(best))


def _longest(runs: list[list[int]]) -> list[int]:
    return max(runs, key=lambda run: len(run)) if runs else []


def _stops(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


def _inside(widget: QWidget) -> Iterator[QWidget]:
    yield widget
    if isinstance(widget, QScrollArea):
        content = widget.widget()
        if content is not None:
            yield from _inside(content)
    elif (layout := widget.layout()) is not None:
        yield from _in_layout(layout)
    elif isinstance(widget, QAbstractScrollArea) or _stops(widget):
        return  # what a table or an editor is made of is its own affair
    else:
        for child in widget.children():
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
