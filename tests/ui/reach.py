"""What the keyboard and a screen reader find on a screen, asked through Qt's accessibility interface."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget

from leertraject_desktop.ui.kit.sheet import Sheet

Role = QAccessible.Role
FITTING = {
    Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText,
    Role.SpinBox, Role.List, Role.Table, Role.Tree, Role.PageTabList, Role.Slider,
}  # fmt: skip
# WCAG 2.2, 2.5.8: a target is at least so many logical pixels wide and high.
TARGET = 24
# Controls on one line differ a little in height.
SAME_LINE = 12


def describe(widget: QWidget) -> str:
    """A control as a failing test names it."""
    return f"{type(widget).__name__} ‘{name_of(widget)}’ ({role_of(widget).name})"


def name_of(widget: QWidget) -> str:
    """What a screen reader says."""
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name).strip() if found is not None else ""


def role_of(widget: QWidget) -> QAccessible.Role:
    """What kind of control a screen reader says that it is."""
    found = QAccessible.queryAccessibleInterface(widget)
    return found.role() if found is not None else Role.NoRole


def controls(root: QWidget) -> list[QWidget]:
    """Everything on the screen that can have the keyboard."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.focusProxy() is None
        and not isinstance(widget, QLabel)  # a text that the mouse may select
    ]


def sheet_around(widget: QWidget | None) -> Sheet | None:
    """The dialog, or the form at the side, that a control stands in."""
    while widget is not None and not isinstance(widget, Sheet):
        widget = widget.parentWidget()
    return widget


def too_small(root: QWidget) -> list[str]:
    """Buttons that a shaking hand misses."""
    buttons = [one for one in root.findChildren(QAbstractButton) if one.isVisible()]
    return [
        f"{describe(one)} {one.width()}×{one.height()}"
        for one in buttons
        if min(one.size().toTuple()) < TARGET
    ]


def tab_round(most: int = 150) -> list[QWidget]:
    """The controls that Tab visits, from where the keyboard is until it is there again; or else fails."""
    seen: list[QWidget] = []
    while (now := QApplication.focusWidget()) not in seen:
        assert now is not None, "Tab leads out of the window"
        seen.append(now)
        assert len(seen) < most, "Tab never comes round"
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert now is seen[0], f"{describe(now)} keeps the keyboard"  # type: ignore[arg-type]
    return seen


def unreached(root: QWidget, seen: list[QWidget]) -> list[QWidget]:
    """Controls that Tab passes by. Of radio buttons, one stop is enough: the arrows walk over the others."""
    groups = {widget.parentWidget() for widget in seen if role_of(widget) == Role.RadioButton}
    return [
        widget
        for widget in controls(root)
        if widget not in seen
        and not (role_of(widget) == Role.RadioButton and widget.parentWidget() in groups)
    ]


def backwards(seen: list[QWidget], region: QWidget) -> list[str]:
    """Steps of Tab against the reading order inside one region; that from its end to its begin is none."""
    for area in region.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(0)
    inside = [widget for widget in seen if region.isAncestorOf(widget)]
    wrong = []
    for number in range(len(inside)):
        following = (number + 1) % len(inside)
        here, there = _places(inside[number], inside[following], region)
        above = there.bottom() <= here.top() + SAME_LINE
        beside = abs(there.center().y() - here.center().y()) <= SAME_LINE
        column = there.left() >= here.right()
        if (above and not column) or (beside and there.right() <= here.left()):
            wrong.append(f"{describe(inside[number])} → {describe(inside[following])}")
    return wrong if len(wrong) > 1 else []


def _places(one: QWidget, other: QWidget, region: QWidget) -> tuple[QRect, QRect]:
    """Where two controls stand; what is scrolled out of sight stands at the edge, seen from outside."""
    together = _scroller(one) is _scroller(other)
    here, there = (_place(widget, region, whole=together) for widget in (one, other))
    return here, there


def _place(widget: QWidget, region: QWidget, *, whole: bool) -> QRect:
    place = QRect(widget.mapTo(region, QPoint(0, 0)), widget.size())
    area = _scroller(widget)
    if whole or area is None or not region.isAncestorOf(area):
        return place
    sight = QRect(area.viewport().mapTo(region, QPoint(0, 0)), area.viewport().size())
    place.moveBottom(min(place.bottom(), sight.bottom()))
    return place


def _scroller(widget: QWidget) -> QScrollArea | None:
    walk = widget.parentWidget()
    while walk is not None and not isinstance(walk, QScrollArea):
        walk = walk.parentWidget()
    return walk


def cut_off(root: QWidget) -> list[str]:
    """Texts that show only in part and tell the rest nowhere."""
    wrong = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.toolTip():
            continue
        if isinstance(widget, QAbstractButton) and widget.text():
            least = widget.sizeHint()
            fits = widget.width() >= least.width() and widget.height() >= least.height()
        elif isinstance(widget, QLabel) and widget.text() and widget.wordWrap():
            fits = widget.height() >= widget.heightForWidth(widget.width())
        elif isinstance(widget, QLabel) and widget.text():
            fits = widget.width() >= widget.fontMetrics().horizontalAdvance(widget.text())
        else:
            continue
        if not fits or not _within(widget):
            wrong.append(f"{describe(widget)} {widget.width()}×{widget.height()}")
    return wrong


def _within(widget: QWidget) -> bool:
    """Whether it stands in its window from left to right; up and down a page may scroll."""
    walk: QWidget = widget
    while (parent := walk.parentWidget()) is not None and not walk.isWindow():
        left = widget.mapTo(parent, QPoint(0, 0)).x()
        if left < 0 or left + widget.width() > parent.width() + 1:
            return isinstance(parent, QScrollArea)
        walk = parent
    return True
