"""Everybody can work with it: every screen by keyboard, read aloud, and at twice the size."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui import reach
from tests.ui.ink import inks
from tests.ui.popups import Popup, popups
from tests.ui.walk import NORMAL, SCREENS, TWICE, Shown, Walk

# What the platform of the tests says when a menu opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)")


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


def test_a_screen_reader_names_every_control_and_says_what_it_is(shown):
    found = reach.controls(shown.root)
    assert found
    assert [reach.describe(one) for one in found if not reach.name_of(one)] == []
    assert [reach.describe(one) for one in found if reach.role_of(one) not in reach.FITTING] == []


def test_tab_comes_past_every_control_and_goes_round(shown):
    seen = reach.tab_round()
    assert [reach.describe(one) for one in reach.unreached(shown.root, seen)] == []
    assert [reach.describe(one) for one in seen if not one.isVisible() or one.width() < 8] == []


def test_tab_follows_the_reading_order(shown):
    seen = reach.tab_round()
    assert [step for region in shown.regions() for step in reach.backwards(seen, region)] == []


def test_tab_and_shift_tab_visit_the_same_controls(shown):
    forward = reach.tab_round()
    back = []
    for _ in forward:
        back.append(QApplication.focusWidget())
        QTest.keyClick(back[-1], Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert [back[0], *reversed(back[1:])] == forward


def test_at_twice_the_size_no_text_is_cut_off(shown):
    shown.resize(TWICE)
    assert (shown.window.width(), shown.window.height()) == TWICE
    try:
        assert reach.cut_off(shown.root) == []
    finally:
        shown.resize(NORMAL)


def test_what_pops_up_is_named_goes_by_keyboard_and_fits_at_twice_the_size(shown):
    shown.resize(TWICE)
    wrong = [(str(popup), reason) for popup in popups(shown) for reason in _complaints(popup, shown)]
    shown.resize(NORMAL)
    assert wrong == []


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
