"""Hands that type, choose and press anything in the real window, in any order, and look what it says."""

import dataclasses
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.exceptions import capture_exceptions
from shiboken6 import isValid
from tests.badinput.arguments import ANY_TEXT, often

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit.dialog import Overlay, SidePanel
from leertraject_desktop.ui.kit.editor import Editor
from leertraject_desktop.ui.kit.form import Form
from leertraject_desktop.ui.kit.notice import FieldMessage, Notice

Key = Qt.Key
Ctrl = Qt.KeyboardModifier.ControlModifier
Plain = Qt.KeyboardModifier.NoModifier

LIKELY = st.sampled_from(
    [
        "vandaag", "gisteren", "24-11-2026", "1-2-26", "31-2", "30/6/2027", "10", "1441", "-3", "+7",
        "nov 2026", "Peeters", "Pee", "anoniem", "Lassen", "Nederlands", "8:30", "25:00", "12-1890",
        "1-1-1800", "9999999999",
    ]
)  # fmt: skip
TYPED = often(LIKELY | st.just("wil leren lassen"), ANY_TEXT) | ANY_TEXT
PLACES = st.integers(0, 11)
PRESSED = st.sampled_from(
    [
        ("keep", Key.Key_Return, Ctrl), ("keep", Key.Key_Return, Ctrl), ("keep", Key.Key_Return, Ctrl),
        ("key", Key.Key_Return, Plain), ("key", Key.Key_Tab, Plain), ("key", Key.Key_Down, Plain),
        ("key", Key.Key_Escape, Plain), ("key", Key.Key_Space, Plain), ("key", Key.Key_Z, Ctrl),
        ("key", Key.Key_Backspace, Plain), ("key", Key.Key_Up, Plain), ("key", Key.Key_End, Plain),
    ]
)  # fmt: skip
STEP = st.one_of(
    st.tuples(st.just("type"), PLACES, TYPED),
    st.tuples(st.just("type"), PLACES, TYPED),
    st.tuples(st.just("choose"), PLACES, st.integers(0, 20)),
    st.tuples(st.just("choose"), PLACES, st.integers(0, 20)),
    st.tuples(st.just("button"), PLACES, st.just(0)),
    PRESSED,
    PRESSED,
)
# Lead to a window of the system, which has no hands here.
SYSTEM = ("afdruk", "druk", "map", "bestand", "bladeren", "excel", "bewaar als", "vergrendel")
# Chosen or worked out, and not kept as they stand.
UNKEPT = {"open_acties", "reden", "antwoord_tegen"}


@contextmanager
def no_exceptions() -> Iterator[None]:
    """Fail at once when something raised, also inside Qt."""
    with capture_exceptions() as raised:
        yield
    assert not raised, "".join(f"{kind.__name__}: {value}" for kind, value, _ in raised)


def front(window: QWidget) -> QWidget:
    """What lies in front: the last dialog, or the form at the right, or else the window."""
    for kind in (Overlay, SidePanel):
        shown = [one for one in window.findChildren(kind) if one.isVisible()]
        if shown:
            return shown[-1]
    return window


def has_form(window: QWidget) -> bool:
    """Whether a form is open over or beside the page, and no list or calendar over it takes the keys."""
    calendars = [one for one in window.window().findChildren(QCalendarWidget) if one.isVisible()]
    return front(window) is not window and not calendars and QApplication.activePopupWidget() is None


def act(window: QWidget, step: tuple[Any, Any, Any], *, on_page: bool = False) -> None:
    """One step of the user; `on_page` also presses the buttons of the page itself."""
    kind, where, what = step
    root = front(window)
    if kind in ("type", "choose"):
        editors = [one for one in root.findChildren(Editor) if one.isVisible() and one.isEnabled()]
        if editors:
            editor = editors[where % len(editors)]
            (type_into if kind == "type" else choose)(editor, what)
    elif kind == "button":
        buttons = [one for one in root.findChildren(QAbstractButton) if _may_press(one)]
        if buttons and (on_page or root is not window):
            buttons[where % len(buttons)].click()
    else:
        focus = QApplication.focusWidget()
        if focus is None or not root.isAncestorOf(focus):
            root.setFocus()
            focus = QApplication.focusWidget() or root
        QTest.keyClick(focus, where, what)
    QApplication.processEvents()


def type_into(editor: QWidget, text: str) -> None:
    """Put the text over what stands there, as a keyboard of any script does."""
    control = next((one for one in _with_children(editor) if _takes_text(one)), None)
    if control is None:
        return
    if isinstance(control, QAbstractSpinBox):
        control = control.lineEdit()
    control.setFocus()
    control.selectAll()
    said = QInputMethodEvent()
    said.setCommitString(text)
    QApplication.sendEvent(control, said)


def choose(editor: QWidget, number: int) -> None:
    """Choose one of a list, or press one of the marks."""
    for control in _with_children(editor):
        if isinstance(control, QComboBox):
            control.setFocus()
            control.setCurrentIndex(number % (control.count() + 1) - 1)
            return
    marks = [one for one in _with_children(editor) if isinstance(one, QAbstractButton) and _may_press(one)]
    if marks:
        marks[number % len(marks)].click()


def shown_value(window: QWidget) -> Any:
    """What the form in front would keep: a Problem when it cannot be read, None without a form."""
    forms = [one for one in front(window).findChildren(Form) if one.isVisible()]
    if not forms:
        return None
    try:
        return forms[-1].value()
    except Problem as problem:
        return problem


def says_why(window: QWidget) -> bool:
    """Whether a message stands on the screen."""
    notes = [*window.findChildren(FieldMessage), *window.findChildren(Notice)]
    return any(one.isVisible() and one.text() for one in notes)


def is_stored(value: Any, rows: Any) -> list[str]:
    """The parts of a kept form that stand nowhere in the database."""
    cells = {_plain(cell) for table in rows.values() for row in table.values() for cell in row.values()}
    wanted: list[str] = []
    for field in dataclasses.fields(value):
        part = getattr(value, field.name)
        if field.name in UNKEPT or isinstance(part, (bool, int)):
            continue
        wanted += [str(item) for item in (part if isinstance(part, tuple) else (part,)) if item is not None]
    return [text for text in wanted if _plain(text) and _plain(text) not in cells]


def _plain(cell: Any) -> str:
    text = cell.isoformat() if isinstance(cell, date) else str(cell)
    return "".join(char for char in text if char.isalnum()).casefold()


def _with_children(widget: QWidget) -> list[QWidget]:
    return [widget, *(one for one in widget.findChildren(QWidget) if isValid(one) and one.isVisible())]


def _takes_text(widget: QWidget) -> bool:
    return isinstance(widget, (QLineEdit, QPlainTextEdit, QAbstractSpinBox))


def _may_press(button: QAbstractButton) -> bool:
    words = f"{button.text()} {button.toolTip()} {button.accessibleName()}".casefold()
    return button.isVisible() and button.isEnabled() and not any(word in words for word in SYSTEM)


def gone(window: QWidget) -> None:
    """Take the window away, as at the end of the day."""
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
