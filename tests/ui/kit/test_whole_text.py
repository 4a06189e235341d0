"""What is cut off can be read whole: in a tool tip, and by a screen reader."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QToolTip, QWidget

from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.mark_editors import CheckBox
from leertraject_desktop.ui.kit.rights import forbid
from leertraject_desktop.ui.kit.table import TableView
from leertraject_desktop.ui.kit.table_model import Column, TableModel
from leertraject_desktop.ui.kit.timeline import Timeline, TimelineItem
from leertraject_desktop.ui.kit.two_line_list import TASKS, TwoLineList, TwoLineRow
from leertraject_desktop.ui.kit.whole_text import as_tip

LONG = "Opleiding bij de vrijlating, met attest"


def put(window: QWidget, widget: QWidget, width: int) -> None:
    widget.setParent(window)
    widget.setGeometry(0, 0, width, 200 if isinstance(widget, QAbstractItemView) else 32)
    widget.show()
    QApplication.processEvents()


def rest(view: QWidget, spot: QPoint) -> str:
    """What appears when the pointer rests there."""
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, spot, view.mapToGlobal(spot)))
    return QToolTip.text()


def test_a_closed_choice_that_is_cut_off_tells_the_whole(window):
    choice = ChoiceEditor([("a", LONG), ("b", "NT2")])
    choice.show_value("a")
    put(window, choice, 120)
    assert choice.control.toolTip() == LONG
    read = QAccessible.queryAccessibleInterface(choice.control)
    assert read.text(QAccessible.Text.Value) == LONG
    choice.show_value("b")
    assert choice.control.toolTip() == ""
    choice.show_value("a")
    put(window, choice, 600)
    assert choice.control.toolTip() == ""


def test_a_choice_that_is_forbidden_goes_on_saying_why(window):
    choice = ChoiceEditor([("a", LONG)])
    forbid("Dat mag je niet.", choice.control)
    choice.show_value("a")
    put(window, choice, 120)
    assert choice.control.toolTip() == "Dat mag je niet."


@pytest.mark.parametrize(
    "made", [lambda: Button(LONG), lambda: CheckBox(LONG), lambda: Label(LONG, elide=True)]
)
def test_a_button_a_mark_and_a_label_tell_the_whole_only_while_they_are_cut_off(window, made):
    widget = made()
    put(window, widget, 90)
    assert widget.toolTip() == LONG
    put(window, widget, 700)
    assert widget.toolTip() == ""


def test_another_tool_tip_stays_while_nothing_is_cut_off(window):
    button = Button("Kies")
    button.setToolTip("Kies een dag")
    put(window, button, 300)
    assert button.toolTip() == "Kies een dag"


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_the_pointer_on_a_row_a_cell_or_a_title_reads_what_is_cut_off(window, qtbot):
    tasks = TwoLineList("Taken", TASKS)
    tasks.show_rows([TwoLineRow(1, "Jan", LONG, right="10:00")])
    put(window, tasks, 160)
    assert rest(tasks.viewport(), QPoint(60, 10)) == LONG
    line = Timeline("Overzicht")
    line.show_items([TimelineItem(1, date(2026, 11, 3), "route", LONG, "kort", "An")])
    put(window, line, 280)
    assert rest(line.viewport(), QPoint(150, 50)) == LONG
    table = TableView(TableModel([Column(LONG, str, width=80)], [LONG, "Jan"]), name="Lijst")
    put(window, table, 200)
    table.horizontalHeader().resizeSection(0, 90)
    assert rest(table.viewport(), QPoint(40, 10)) == LONG
    assert rest(table.horizontalHeader().viewport(), QPoint(40, 10)) == LONG
    rest(table.viewport(), QPoint(40, 42))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_tool_tip_is_never_read_as_markup_and_a_long_one_takes_more_lines():
    assert as_tip("Jan <b>") == "<p>Jan &lt;b&gt;</p>"
    assert as_tip("a" * 5000).count("a") == 2000 and as_tip("Jan\nPeeters") == "Jan\nPeeters"
