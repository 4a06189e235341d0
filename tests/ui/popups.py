"""What opens over a screen for a moment: lists of choices, calendars, hits while typing, and menus."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QWidget
from shiboken6 import isValid
from tests.ui import reach
from tests.ui.walk import Shown

from leertraject_desktop.ui.dossier.inline_form import MenuButton
from leertraject_desktop.ui.kit.date_editors import DateEditor
from leertraject_desktop.ui.kit.dialog import SidePanel
from leertraject_desktop.ui.kit.lookup import LookupEditor
from leertraject_desktop.ui.kit.popup_list import PopupList
from leertraject_desktop.ui.kit.tab_order import bring_in_sight
from leertraject_desktop.ui.kit.table import TableView
from leertraject_desktop.ui.main_window import MainWindow

Key, Modifier = Qt.Key, Qt.KeyboardModifier
# Something of which the demo has hits: for a deelnemer, a colleague and a language.
TYPED = ("ang", "baert", "spa")


@dataclass(frozen=True)
class Popup:
    """What popped up from a control: `inside` is what it shows, `keys` the widget that has the keyboard."""

    control: QWidget
    inside: QWidget
    keys: QWidget
    is_part: bool = False
    """Whether it hangs from another popup, which gets the keyboard back."""

    def __str__(self) -> str:
        return f"{type(self.inside).__name__} of {reach.describe(self.control)}"

    def here(self) -> object:
        """Where the arrow keys are in it."""
        if isinstance(self.control, QComboBox):
            return self.control.view().currentIndex().row()
        if isinstance(self.inside, QMenu):
            return self.inside.activeAction()
        if isinstance(self.inside, PopupList):
            return self.control.accessibleDescription()
        calendar = self.inside.calendar  # type: ignore[attr-defined]
        return calendar.selectedDate()

    def walk(self) -> bool:
        """Go a step down in it, or up at the end; False when there was nothing to go to."""
        before = self.here()
        for key in (Key.Key_Down, Key.Key_Up):
            self.press(key)
            if self.here() != before:
                return True
        return False

    def many(self) -> bool:
        """Whether there is more than one thing to choose."""
        if isinstance(self.control, QComboBox):
            return self.control.count() > 1
        return not isinstance(self.inside, PopupList) or len(self.inside.rows()) > 1

    def names(self) -> list[str]:
        """What a screen reader says of the whole and of all that can be chosen in it."""
        if isinstance(self.inside, PopupList):  # the keyboard stays in the field, which says where it is
            return [self.control.accessibleDescription(), *(row.title for row in self.inside.rows())]
        if isinstance(self.control, QComboBox):
            return _all_names(self.control.view())
        if isinstance(self.inside, QMenu):
            return _all_names(self.inside)
        shown = [part for part in self.inside.findChildren(QWidget) if part.isVisible()]
        return [reach.name_of(part) for part in shown if reach.role_of(part) in reach.FITTING]

    def fits(self, shown: Shown) -> bool:
        """Whether all of it is in sight; a menu that is higher than the screen makes columns of itself."""
        if isinstance(self.inside, QMenu):
            columns = ceil(self.inside.height() / shown.window.height())
            return columns * self.inside.width() <= shown.window.width()
        if self.inside.isWindow():
            return self.inside.size().boundedTo(shown.window.size()) == self.inside.size()
        place = QRect(self.inside.mapTo(shown.window, QPoint()), self.inside.size())
        return shown.window.rect().contains(place)

    def is_open(self) -> bool:
        """Whether it still stands there."""
        return isValid(self.inside) and self.inside.isVisible()

    def press(self, key: Qt.Key) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(self.keys, key)

    def close(self) -> None:
        """Leave it as a user does."""
        self.press(Key.Key_Escape)
        QTest.qWait(0)


def popups(shown: Shown) -> Iterator[Popup]:
    """Open with the keyboard all that a screen or its open form can pop up; each is left after its turn."""
    for control in reach.controls(_form(shown) or shown.own()):
        editor = control.parentWidget()
        chosen = (editor._key, editor.text()) if isinstance(editor, LookupEditor) else None
        opened = _open(control, shown)
        if opened is None:
            continue
        assert opened.is_open(), f"{reach.describe(control)} opens nothing"
        yield opened
        while opened.is_open():
            opened.close()
        yield from _of_each_column(control)
        if isinstance(opened.inside, PopupList):
            control.clear()  # type: ignore[attr-defined]
        if chosen is not None:
            editor._key = chosen[0]  # type: ignore[union-attr]
            control.setText(chosen[1])  # type: ignore[attr-defined]


def _open(control: QWidget, shown: Shown) -> Popup | None:
    editor = control.parentWidget()
    if isinstance(control, QComboBox):
        _press(control, Key.Key_Down, Modifier.AltModifier)
        return Popup(control, control.view().window(), control.view())
    if isinstance(editor, DateEditor):
        _press(control, Key.Key_Down, Modifier.AltModifier)
        return _of_date(editor)
    if isinstance(editor, LookupEditor):
        return _typed(control, editor.popup)
    if isinstance(control, MenuButton) or (_is_main(shown) and control is shown.root.frame.top.user):  # type: ignore[attr-defined]
        _press(control, Key.Key_Return)
        return _menu(control)
    if isinstance(control, TableView):
        _press(control, Key.Key_F10, Modifier.ShiftModifier)
        return _menu(control)
    if _is_main(shown) and control is shown.root.frame.top.search:  # type: ignore[attr-defined]
        return _typed(control, shown.root.search.popup)  # type: ignore[attr-defined]
    return None


def _of_date(editor: DateEditor) -> Popup:
    assert editor._popup is not None
    keys = QApplication.focusWidget()
    assert keys is not None
    return Popup(editor.control, editor._popup, keys)


def _typed(field: QWidget, popup: PopupList) -> Popup:
    for typed in TYPED:
        field.setFocus()
        bring_in_sight(field)
        field.clear()  # type: ignore[attr-defined]
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Key.Key_End)
        if isinstance(field.parentWidget(), LookupEditor) is False:
            field._tell()  # type: ignore[attr-defined]
        if popup.rows():
            break
    return Popup(field, popup, field)


def _menu(control: QWidget) -> Popup:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu), f"{reach.describe(control)} opens no menu"
    return Popup(control, menu, menu)


def _of_each_column(control: QWidget) -> Iterator[Popup]:
    """The menu of the first column, and that of the last; the others are as one of them."""
    if not isinstance(control, TableView):
        return
    for up in (Key.Key_Down, Key.Key_Up):
        _press(control, Key.Key_F10, Modifier.ShiftModifier)
        whole = _menu(control)
        whole.press(up)
        if up == Key.Key_Up:
            whole.press(up)
        whole.press(Key.Key_Right)
        part = replace(_menu(control), is_part=True)
        assert part.inside is not whole.inside
        yield part
        while part.is_open():
            part.close()
        whole.close()


def _press(control: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    control.setFocus(Qt.FocusReason.TabFocusReason)
    bring_in_sight(control)
    QTest.keyClick(control, key, modifier)
    QTest.qWait(0)


def _form(shown: Shown) -> QWidget | None:
    """The form at the side that has the keyboard; what stands beside it is a screen of its own."""
    focused = QApplication.focusWidget()
    panels = shown.own().findChildren(SidePanel)
    return next((panel for panel in panels if focused is not None and panel.isAncestorOf(focused)), None)


def _is_main(shown: Shown) -> bool:
    return isinstance(shown.root, MainWindow)


def _all_names(widget: QWidget) -> list[str]:
    found = QAccessible.queryAccessibleInterface(widget)
    children = [found.child(number) for number in range(found.childCount())]
    said = [child for child in children if child is not None and child.role() != QAccessible.Role.Separator]
    return [one.text(QAccessible.Text.Name).strip() for one in (found, *said)]
