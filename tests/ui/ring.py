"""What changes in the pixels of a window when a control gets the keyboard."""

from collections import Counter
from functools import cache

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtWidgets import QWidget
from tests.ui.ink import ratio

from leertraject_desktop.ui.kit.focus import OWN_RING, OwnRect
from leertraject_desktop.ui.kit.tab_order import bring_in_sight

# The change of colour that somebody with weak eyes notices, and how far around a control it may stand.
NOTICED = 3
AROUND = 6
# What a control that shows the keyboard inside itself changes at least: twice the edge of 24 by 24 pixels.
LEAST = 2 * 4 * 24


def unseen(control: QWidget, window: QWidget) -> str:
    """How many pixels of an edge around the control change too little; "" when the keyboard is seen there."""
    control.setFocus(Qt.FocusReason.TabFocusReason)
    bring_in_sight(control)
    area = QRect(control.mapTo(window, QPoint()), control.size())
    area = area.adjusted(-AROUND, -AROUND, AROUND, AROUND) & window.rect()
    focused = _shot(window, area)
    control.clearFocus()
    plain = _shot(window, area)
    control.setFocus(Qt.FocusReason.TabFocusReason)
    changed = noticed(focused, plain)
    inside = control.focus_rect() if isinstance(control, OwnRect) else control.rect()
    wanted = LEAST if control.property(OWN_RING) else 2 * (inside.width() + inside.height())
    return "" if changed >= wanted else f"{changed} of {wanted} pixels"


def noticed(one: QImage, other: QImage) -> int:
    """How many pixels changed so much that somebody with weak eyes sees it."""
    return sum(count for pair, count in _changes(one, other).items() if _ratio(*pair) >= NOTICED)


def _shot(window: QWidget, area: QRect) -> QImage:
    drawn = QImage(area.size(), QImage.Format.Format_RGB32)
    window.render(drawn, QPoint(), QRegion(area))
    return drawn


def _changes(one: QImage, other: QImage) -> Counter[tuple[int, int]]:
    """How often a pixel of one colour became another colour."""
    found: Counter[tuple[int, int]] = Counter()
    for line in range(one.height()):
        here, there = memoryview(one.constScanLine(line)), memoryview(other.constScanLine(line))
        if here != there:
            pairs = zip(here.cast("I"), there.cast("I"), strict=True)
            found.update(pair for pair in pairs if pair[0] != pair[1])
    return found


@cache
def _ratio(one: int, other: int) -> float:
    return ratio(QColor(one), QColor(other))
