"""The columns of a list by keyboard: as wide, in the order and as many as the user wants."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from leertraject_desktop.ui.kit.column_layout import STEP, ColumnState
from leertraject_desktop.ui.kit.table import TableView, table_of
from leertraject_desktop.ui.kit.table_model import Column

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)")

ROWS = [("Jan Peeters", 12, "Brugge"), ("Özdemir Hakan", 7, "een heel lange naam van een plaats")]
COLUMNS = [
    Column[tuple[str, int, str]]("Naam", lambda row: row[0], 200),
    Column[tuple[str, int, str]]("Nummer", lambda row: row[1], 80),
    Column[tuple[str, int, str]]("Plaats", lambda row: row[2]),
]
KEYS = {"↓": Qt.Key.Key_Down, "→": Qt.Key.Key_Right, "⏎": Qt.Key.Key_Return}


@pytest.fixture
def table(shown: Callable[..., QWidget]) -> TableView[tuple[str, int, str]]:
    made = table_of(COLUMNS, name="Lijst")
    made.set_rows(ROWS)
    shown(made)
    made.setFocus()
    return made


def press(table: QWidget, keys: str) -> None:
    """Open the menu of the columns, and press these keys in it."""
    QTest.keyClick(table, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    for key in keys:
        popup = QApplication.activePopupWidget()
        assert popup is not None
        QTest.keyClick(popup, KEYS[key])
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def titles(table: TableView[tuple[str, int, str]]) -> list[str]:
    """The columns that are shown, from left to right."""
    return [COLUMNS[one].title for one in table.column_layout.in_order() if not table.isColumnHidden(one)]


def test_enter_makes_a_column_wider_again_and_again(table, qtbot):
    with qtbot.waitSignal(table.columns_changed):
        press(table, "↓↓→↓⏎⏎⏎")
    assert table.columnWidth(1) == 80 + 3 * STEP
    press(table, "↓↓→↓↓⏎")
    assert table.columnWidth(1) == 80 + 2 * STEP


def test_a_column_is_made_fit_for_what_it_shows(table):
    table.column_layout.widen(0, -900)
    assert table.columnWidth(0) < 60
    press(table, "↓→↓↓↓↓↓⏎")
    width = table.fontMetrics().horizontalAdvance(ROWS[1][0])
    assert width < table.columnWidth(0) < width + 80


def test_a_column_moves_and_the_clipboard_follows(table):
    press(table, "↓↓→↓↓↓⏎")
    assert titles(table) == ["Nummer", "Naam", "Plaats"]
    assert table.pad_left(1) > table.pad_left(0)
    table.go_to(0)
    table.copy()
    assert QGuiApplication.clipboard().text() == "12\tJan Peeters\tBrugge"


def test_a_column_is_hidden_and_shown_again_but_never_the_first(table):
    press(table, "↓↓→↓↓↓↓↓↓⏎")
    assert titles(table) == ["Naam", "Plaats"]
    press(table, "↓↓→⏎")
    assert titles(table) == ["Naam", "Nummer", "Plaats"]
    table.column_layout.show_state(ColumnState(hidden=("Naam", "Weg"), order=("Weg", "Plaats")))
    assert titles(table) == ["Plaats", "Naam", "Nummer"]


def test_a_list_is_sorted_by_keyboard(table):
    press(table, "↓→⏎")
    assert table.table_model.order == (0, False)


def test_everything_can_be_as_it_was(table):
    table.column_layout.hide(1)
    table.column_layout.move(0, 1)
    press(table, "↓↓↓↓⏎")
    assert table.column_layout.state == ColumnState() and titles(table) == ["Naam", "Nummer", "Plaats"]


def test_the_right_button_on_a_title_opens_its_menu(table):
    header = table.horizontalHeader()
    where = QPoint(header.sectionViewportPosition(1) + 4, 8)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, header.mapToGlobal(where))
    QApplication.sendEvent(header.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu) and "Breder" in [action.text() for action in menu.actions()]
    menu.close()
