"""The frame goes where the user asks, by pointer and by keys, also on a small screen."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from leertraject_desktop.ui.kit.charts import MiniBars
from leertraject_desktop.ui.kit.frame import Frame
from leertraject_desktop.ui.kit.navigation import NavButton, NavItem
from leertraject_desktop.ui.kit.steps import ProcedureSteps, StepRow
from leertraject_desktop.ui.kit.tabs import TabBar
from leertraject_desktop.ui.kit.timeline import Timeline, TimelineItem
from leertraject_desktop.ui.kit.two_line_list import TASKS, TwoLineList, TwoLineRow

Show = Callable[..., QWidget]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def frame(shown: Show) -> Frame:
    """A frame with two places."""
    made = Frame(
        [
            NavItem("start", "Start", "house", "Ctrl+1", "1"),
            NavItem("vragen", "Vragen", "inbox", "Ctrl+2", "2", 1),
        ],
        [NavItem("hulp", "Hulp", "life-buoy", "F1", "F1")],
        place="Brugge",
        user="An Baert",
    )
    made.show_page(QWidget(), "start")
    shown(made)
    return made


def test_keys_go_to_a_place_and_the_place_is_marked(frame: Frame, qtbot: QtBot) -> None:
    with qtbot.waitSignal(frame.navigated) as went:
        qtbot.keyClick(frame, Qt.Key.Key_2, CTRL)
    assert went.args == ["vragen"]
    with qtbot.waitSignal(frame.navigated) as went:
        qtbot.keyClick(frame, Qt.Key.Key_F1)
    assert went.args == ["hulp"]


def test_the_key_of_the_help_works_where_its_button_has_no_room(frame: Frame, qtbot: QtBot) -> None:
    frame.resize(911, 480)
    with qtbot.waitSignal(frame.navigated) as went:
        qtbot.keyClick(frame, Qt.Key.Key_F1)
    assert went.args == ["hulp"]


def test_the_navigation_is_one_stop_and_the_arrows_walk(frame: Frame, qtbot: QtBot) -> None:
    start = frame.navigation.findChildren(NavButton)[0]
    start.setFocus()
    qtbot.keyClick(start, Qt.Key.Key_Down)
    vragen = QApplication.focusWidget()
    assert isinstance(vragen, NavButton)
    with qtbot.waitSignal(frame.navigated) as went:
        qtbot.keyClick(vragen, Qt.Key.Key_Return)
    assert went.args == ["vragen"]


def test_search_lock_and_history_have_keys(frame: Frame, qtbot: QtBot) -> None:
    qtbot.keyClick(frame, Qt.Key.Key_K, CTRL)
    assert frame.top.search.hasFocus()
    with qtbot.waitSignal(frame.lock_asked):
        qtbot.keyClick(frame, Qt.Key.Key_L, CTRL)
    frame.show_history(back=False, forward=True)
    with qtbot.assertNotEmitted(frame.back_asked):
        qtbot.keyClick(frame, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    with qtbot.waitSignal(frame.forward_asked):
        qtbot.keyClick(frame, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)


def test_a_small_window_takes_the_small_form_and_locks_all_the_same(frame: Frame, qtbot: QtBot) -> None:
    with qtbot.waitSignal(frame.compact_changed):
        frame.resize(911, 441)
    assert (frame.width(), frame.height()) == (911, 441)
    assert frame.navigation.width() == 144
    assert frame.top.lock_icon.isVisible()
    with qtbot.waitSignal(frame.lock_asked):
        frame.top.lock_icon.click()
    with qtbot.waitSignal(frame.lock_asked):
        qtbot.keyClick(frame, Qt.Key.Key_L, CTRL)


def test_tabs_are_walked_with_the_arrows(shown: Show, qtbot: QtBot) -> None:
    tabs = TabBar("Dossier", [("overzicht", "Overzicht"), ("vragen", "Vragen")])
    tabs.show_count("vragen", 4)
    shown(tabs)
    tabs.setFocus()
    with qtbot.waitSignal(tabs.chosen) as went:
        qtbot.keyClick(tabs, Qt.Key.Key_Right)
    assert went.args == ["vragen"]
    assert tabs.tabText(1) == "Vragen 4"
    with qtbot.assertNotEmitted(tabs.chosen):
        tabs.show_tab("overzicht")


def test_home_and_end_go_to_the_first_and_the_last_tab(shown: Show, qtbot: QtBot) -> None:
    tabs = TabBar("Dossier", [("overzicht", "Overzicht"), ("vragen", "Vragen"), ("papieren", "Papieren")])
    shown(tabs)
    tabs.setFocus()
    qtbot.keyClick(tabs, Qt.Key.Key_End)
    assert tabs.key() == "papieren"
    qtbot.keyClick(tabs, Qt.Key.Key_Home)
    assert tabs.key() == "overzicht"


def test_the_next_tab_is_one_key_away_from_any_field_of_the_page(shown: Show, qtbot: QtBot) -> None:
    page = QWidget()
    tabs = TabBar("Dossier", [("overzicht", "Overzicht"), ("vragen", "Vragen"), ("papieren", "Papieren")])
    field = QLineEdit()
    column = QVBoxLayout(page)
    column.addWidget(tabs)
    column.addWidget(field)
    shown(page)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_PageDown, CTRL)
    assert (tabs.key(), tabs.hasFocus()) == ("vragen", True)
    qtbot.keyClick(tabs, Qt.Key.Key_PageUp, CTRL)
    qtbot.keyClick(tabs, Qt.Key.Key_PageUp, CTRL)
    assert tabs.key() == "papieren"


def test_a_task_is_ticked_with_space_and_opened_with_enter(shown: Show, qtbot: QtBot) -> None:
    tasks = TwoLineList("Te laat", TASKS)
    tasks.show_rows([TwoLineRow(7, "Youssef", "Opvolggesprek", "5 dagen te laat", "circle", "red")])
    shown(tasks)
    tasks.setFocus()
    with qtbot.waitSignal(tasks.ticked) as ticked:
        qtbot.keyClick(tasks, Qt.Key.Key_Space)
    with qtbot.waitSignal(tasks.opened) as opened:
        qtbot.keyClick(tasks, Qt.Key.Key_Return)
    assert (ticked.args, opened.args) == ([7], [7])
    said = tasks.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Youssef, Opvolggesprek, 5 dagen te laat"


def test_a_timeline_of_thousands_has_its_months_and_opens_a_line(shown: Show, qtbot: QtBot) -> None:
    items = [TimelineItem(n, date.fromordinal(739_000 - n // 4), "route", f"Regel {n}") for n in range(4000)]
    timeline = Timeline("Overzicht")
    timeline.show_items(items)
    tester = QAbstractItemModelTester(timeline.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    shown(timeline)
    assert timeline.line(0) == "April 2024"
    timeline.setFocus()
    with qtbot.waitSignal(timeline.opened) as opened:
        qtbot.keyClick(timeline, Qt.Key.Key_Return)
    assert opened.args == [0]
    assert tester.model() is timeline.model()


def test_a_step_with_something_to_do_has_a_button(shown: Show, qtbot: QtBot) -> None:
    steps = ProcedureSteps([StepRow("intake", 1, "Intake", "done")])
    steps.show_steps([StepRow("gesprek", 6, "Opvolggesprek", "late", "5 dagen te laat.", "Plan gesprek")])
    shown(steps)
    button = steps.findChild(QWidget, "gesprek")
    with qtbot.waitSignal(steps.acted) as acted:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert acted.args == ["gesprek"]


def test_a_chart_says_its_figures_in_words() -> None:
    bars = MiniBars("Vragen per maand", (38, 29), ("jun", "jul"))
    assert bars.accessibleName() == "Vragen per maand: jun 38, jul 29"
