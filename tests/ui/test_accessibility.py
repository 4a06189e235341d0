"""Everybody can work with it: every screen by keyboard, read aloud, and at twice the size."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from tests.ui import reach
from tests.ui.ink import inks
from tests.ui.popups import Popup, popups
from tests.ui.walk import NORMAL, SCREENS, TWICE, Shown, Walk

from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.sheet import Sheet

# What the platform of the tests says when a menu opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)")


# Dialogs that cannot be undone begin at the way out, so that Enter twice does nothing.
CAREFUL = {
    "levering opnieuw maken", "beheer, RenewKey", "beheer, Restore", "beheer, TakeAccess",
    "beheer, ConfirmGone",
}  # fmt: skip

# Forms that asked something: Escape takes the question back.
ASKING = {"verblijf, verwijderen", "verblijf, verlaten"}


@pytest.fixture(scope="module")
def walk(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """The window on the dossiers of a prison that has worked with it for a year."""
    made = Walk(tmp_path_factory.mktemp("demo"))
    yield made
    made.close()


@pytest.fixture(scope="module", params=SCREENS)
def shown(walk: Walk, request: pytest.FixtureRequest) -> Iterator[Shown]:
    """Each screen in turn: the window, or the form over it."""
    yield walk.open(request.param)
    walk.leave()


@pytest.fixture(scope="module")
def seen(shown: Shown) -> list[QWidget]:
    """The controls that Tab visits, once round; the keyboard is at the first of them again."""
    return reach.tab_round()


def test_a_screen_reader_names_every_control_and_says_what_it_is(shown):
    found = reach.controls(shown.root)
    assert found
    assert [reach.describe(one) for one in found if not reach.name_of(one)] == []
    assert [reach.describe(one) for one in found if reach.role_of(one) not in reach.FITTING] == []


def test_tab_comes_past_every_control_and_goes_round(shown, seen):
    assert [reach.describe(one) for one in reach.unreached(shown.root, seen)] == []
    assert [reach.describe(one) for one in seen if not one.isVisible() or one.width() < 8] == []


def test_tab_follows_the_reading_order(shown, seen):
    assert [step for region in shown.regions() for step in reach.backwards(seen, region)] == []


def test_tab_and_shift_tab_visit_the_same_controls(seen):
    back = []
    for _ in seen:
        back.append(QApplication.focusWidget())
        QTest.keyClick(back[-1], Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert [back[0], *reversed(back[1:])] == seen


def test_at_twice_the_size_no_text_is_cut_off_and_no_button_is_too_small_to_hit(shown):
    assert reach.too_small(shown.root) == []
    shown.resize(TWICE)
    assert (shown.window.width(), shown.window.height()) == TWICE
    try:
        assert reach.cut_off(shown.root) == []
        assert reach.too_small(shown.root) == []
    finally:
        shown.resize(NORMAL)


def test_what_pops_up_is_named_goes_by_keyboard_and_fits_at_twice_the_size(shown):
    shown.resize(TWICE)
    wrong = [(str(popup), reason) for popup in popups(shown) for reason in _complaints(popup, shown)]
    shown.resize(NORMAL)
    assert wrong == []


def test_enter_confirms_a_dialog_and_escape_gives_the_keyboard_back_to_where_it_was(shown, walk, request):
    name = request.node.callspec.params["shown"]
    sheet = _confirmed_by_enter(name)
    if sheet is None:
        return
    _leave(sheet, walk)
    if name in ASKING:
        assert reach.sheet_around(QApplication.focusWidget()) is sheet
        return
    assert not isValid(sheet) or not sheet.isVisible()
    before = reach.controls(walk.main.page())[-1]
    before.setFocus()
    with _noting() as trail:
        walk.open(name)
    sheet = reach.sheet_around(QApplication.focusWidget())
    if isinstance(sheet.parentWidget(), Overlay):  # some open after a step on the page
        before = next(old for old, new in trail if reach.sheet_around(new) is sheet)
    said = reach.describe(before)
    _leave(sheet, walk)
    assert reach.describe(QApplication.focusWidget()) == said


def _confirmed_by_enter(name: str) -> Sheet | None:
    """The dialog that has the keyboard, after Enter on its main button and Ctrl+Enter in its first field."""
    first = QApplication.focusWidget()
    sheet = reach.sheet_around(first)
    if first is None or sheet is None:
        return None
    assert first is not sheet.close_button
    assert (first is sheet.cancel_button) == (name in CAREFUL or name == "dialoog, Busy"), name
    if sheet.confirm_button.isVisible():
        pressed: list[bool] = []
        sheet.confirm_button.clicked.connect(lambda: pressed.append(True))
        sheet.blockSignals(True)
        QTest.keyClick(first, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert len(pressed) == 1
        sheet.confirm_button.setFocus()
        QTest.keyClick(sheet.confirm_button, Qt.Key.Key_Return)
        assert len(pressed) == 2
        sheet.blockSignals(False)
        first.setFocus()
    return sheet


def _leave(sheet: Sheet, walk: Walk) -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    if walk.work is not None:
        walk.work.finished.emit()
        walk.work = None
    QTest.qWait(0)


@contextmanager
def _noting() -> Iterator[list[tuple[QWidget | None, QWidget | None]]]:
    """Write down every control that loses the keyboard, and the one that gets it."""
    trail: list[tuple[QWidget | None, QWidget | None]] = []

    def note(old: QWidget | None, new: QWidget | None) -> None:
        trail.append((old, new))

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusChanged.connect(note)
    yield trail
    app.focusChanged.disconnect(note)


def _complaints(popup: Popup, shown: Shown) -> Iterator[str]:
    """What is wrong with something that popped up; after that it is closed."""
    if not all(popup.names()):
        yield f"has a part without a name: {popup.names()}"
    if not popup.walk() and popup.many():
        yield "goes nowhere with the arrow keys"
    if not popup.fits(shown):
        yield "does not fit"
    yield from (f"cuts off {ink.text}" for ink in inks(popup.inside) if ink.text.endswith("…"))
    popup.close()
    if popup.is_open() or not shown.root.isVisible():
        yield "does not leave with Escape, or takes its screen along"
    if not popup.is_part and QApplication.focusWidget() is not popup.control:
        yield "does not give the keyboard back"
