"""Lists work the way hands know: sort, open, preview, copy; also with a hundred thousand rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.empty_state import EmptyState
from leertraject_desktop.ui.kit.list_screen import ListScreen
from leertraject_desktop.ui.kit.table import TableView
from leertraject_desktop.ui.kit.table_model import Cell, Column, PagedRows, TableModel, as_cell

Show = Callable[..., QWidget]


@dataclass(frozen=True)
class Rij:
    """A row of the tests."""

    id: int
    naam: str
    gesproken: date | None


ROWS = [
    Rij(1, "Peeters, Jan", date(2026, 11, 23)),
    Rij(2, "Özdemir, Hakan", None),
    Rij(3, "de Smet, Kevin", date(2026, 10, 14)),
]
COLUMNS: list[Column[Rij]] = [
    Column("Naam", lambda row: row.naam, key="naam"),
    Column("Nummer", lambda row: row.id, 80, align="right", key="id"),
    Column("Laatst gesproken", lambda row: row.gesproken, 130, empty="nog geen", key="gesproken"),
    Column("Stap", lambda row: Cell("vandaag", "amber", "clock"), 120, sortable=False, wide_only=True),
]


def _table(rows: Sequence[Rij] = ROWS) -> TableView[Rij]:
    table: TableView[Rij] = TableView(TableModel(COLUMNS), name="Deelnemers", key=lambda row: row.id)
    table.set_rows(rows)
    return table


def _names(table: TableView[Rij]) -> list[str]:
    return [row.naam for row in table.table_model.rows]


def test_names_sort_as_a_reader_expects_and_what_is_missing_comes_last(shown: Show, qtbot: QtBot) -> None:
    table = _table()
    shown(table)
    table.horizontalHeader().sectionClicked.emit(0)
    assert _names(table) == ["de Smet, Kevin", "Özdemir, Hakan", "Peeters, Jan"]
    table.horizontalHeader().sectionClicked.emit(0)
    assert _names(table) == ["Peeters, Jan", "Özdemir, Hakan", "de Smet, Kevin"]
    for _ in range(2):
        table.horizontalHeader().sectionClicked.emit(2)
        assert _names(table)[-1] == "Özdemir, Hakan"


def test_the_row_stays_current_when_the_list_is_fetched_again(shown: Show) -> None:
    table = _table()
    shown(table)
    table.go_to(1)
    table.set_rows([Rij(9, "Ahmadi, Farid", None), *ROWS])
    current = table.current_row()
    assert current is not None
    assert current.id == 2


def test_enter_opens_and_space_previews_the_row_itself(shown: Show, qtbot: QtBot) -> None:
    table = _table()
    shown(table)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    with qtbot.waitSignal(table.preview_asked) as previewed:
        qtbot.keyClick(table, Qt.Key.Key_Space)
    assert opened.args[0] is ROWS[1]
    assert previewed.args[0] is ROWS[1]


def test_what_is_copied_can_be_pasted_in_excel(shown: Show, qtbot: QtBot) -> None:
    table = _table()
    shown(table)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == (
        "Peeters, Jan\t1\t23-11-2026\tvandaag\nÖzdemir, Hakan\t2\tnog geen\tvandaag"
    )


def test_a_hundred_thousand_rows_are_fetched_a_page_at_a_time(shown: Show, qtbot: QtBot) -> None:
    asked: list[int] = []

    def fetch(ids: Sequence[int]) -> list[Rij]:
        asked.extend(ids)
        return [Rij(number, f"Naam {number}", None) for number in ids]

    def sorter(key: str, descending: bool) -> Sequence[Rij]:
        return PagedRows(range(99_999, -1, -1) if descending else range(100_000), fetch)

    model = TableModel(COLUMNS, PagedRows(range(100_000), fetch), sorter=sorter)
    table: TableView[Rij] = TableView(model, name="Alles")
    shown(table)
    table.scrollToBottom()
    qtbot.wait(20)
    assert len(asked) <= 400
    for _ in range(2):
        table.horizontalHeader().sectionClicked.emit(1)
    assert model.row(0).id == 99_999


@pytest.mark.parametrize(
    "rows", [[], ROWS, PagedRows(range(3), lambda ids: [ROWS[number] for number in ids])]
)
def test_the_model_keeps_the_rules_of_qt(qapp: QApplication, rows: Sequence[Rij]) -> None:
    model = TableModel(COLUMNS, rows)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(ROWS)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    model.set_rows([])
    assert tester.model() is model
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Naam"


def test_values_are_shown_in_dutch() -> None:
    assert as_cell(date(2026, 2, 4)).text == "4-2-2026"
    assert as_cell(2.5).text == "2,5"
    assert as_cell(True).text == "ja"
    assert as_cell(None, "nog geen") == Cell("nog geen", "text3")


def test_an_empty_list_says_why_and_offers_one_way_on(shown: Show, qtbot: QtBot) -> None:
    table = _table([])
    empty = EmptyState("Geen open vragen", "Alle vragen zijn beantwoord.", "Toon alle vragen")
    table.set_empty(empty)
    shown(table)
    assert empty.isVisible()
    with qtbot.waitSignal(empty.acted):
        empty.button.click()
    table.set_rows(ROWS)
    assert not empty.isVisible()


def test_space_toggles_the_preview_and_the_list_keeps_the_keyboard(shown: Show, qtbot: QtBot) -> None:
    table, made = _table(), list[QWidget]()

    def make() -> QWidget:
        made.append(QWidget())
        return made[-1]

    screen = ListScreen("Deelnemers", table, actions=[Button("Nieuw", kind="primary")], preview=make)
    screen.show_counts("128 in Brugge", 46, 128)
    shown(screen)
    table.setFocus()
    assert not made
    with qtbot.waitSignal(screen.preview_changed) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Space)
    assert asked.args[0] is ROWS[0]
    [preview] = made
    assert preview.isVisible()
    with qtbot.waitSignal(screen.preview_changed) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert asked.args[0] is ROWS[1]
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert not preview.isVisible()
    assert table.hasFocus()
    assert screen.filters.count.text() == "46 van 128"


def _stands_at_the_edge(table: TableView[Rij], column: int, row: int) -> bool:
    """Whether anything stands in the last pixels of a cell, where no text may come."""
    picture = table.viewport().grab().toImage()
    edge = table.columnViewportPosition(column) + table.columnWidth(column)
    top = table.rowViewportPosition(row)
    ground = picture.pixel(4, top + 4)
    return any(picture.pixel(x, y) != ground for x in range(edge - 7, edge) for y in range(top + 3, top + 29))


NAMES = (
    "Wommelgem, Wim",
    "fjord fjord",
    "Öztürk, Gülşah",
    "Žalgiris",
    "ÀÀÀÀÀÀ",
    "حداد، عمر الطويل",
    "11-11-2026",
)


@pytest.mark.parametrize("width", range(60, 130, 5))
def test_no_text_runs_into_the_next_column(shown: Show, width: int) -> None:
    columns = [
        Column("Naam", lambda row: row.naam, width),
        Column("Nog", lambda row: Cell(row.naam, strong=True), width),
        Column("Rest", lambda row: ""),
    ]
    table: TableView[Rij] = TableView(TableModel(columns), name="Namen", margin=8)
    table.set_rows([Rij(number, name, None) for number, name in enumerate(NAMES)])
    shown(table)
    crossed = [
        NAMES[row]
        for row in range(len(NAMES))
        for column in (0, 1)
        if _stands_at_the_edge(table, column, row)
    ]
    assert crossed == []


def test_what_is_selected_has_another_ground_also_when_columns_were_moved(shown: Show) -> None:
    table: TableView[Rij] = TableView(TableModel(COLUMNS, ROWS), name="Vakken", select_rows=False)
    shown(table)
    table.column_layout.move(1, 1)
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().select(table.table_model.index(1, 1), flags.ClearAndSelect)
    picture = table.viewport().grab().toImage()
    grounds = {
        (row, column): picture.pixelColor(
            table.columnViewportPosition(column) + 2, table.rowViewportPosition(row) + 2
        ).name()
        for row in range(3)
        for column in range(4)
    }
    assert [cell for cell, ground in grounds.items() if ground != grounds[0, 0]] == [(1, 1)]


def test_the_main_button_stands_at_the_same_place_on_every_list(shown: Show) -> None:
    main = Button("Nieuwe deelnemer", kind="primary", shortcut="Ctrl+Shift+N")
    screen = ListScreen("Deelnemers", _table(), actions=[main])
    shown(screen)
    place = main.mapTo(screen, main.rect().topLeft())
    assert place.x() + main.width() == screen.width() - 24
    assert place.y() + main.height() // 2 == 32


def test_a_narrow_list_leaves_out_what_can_be_missed(shown: Show) -> None:
    table = _table()
    shown(table, 911, 400)
    assert table.isColumnHidden(3)
    table.resize(1366, 400)
    assert not table.isColumnHidden(3)
