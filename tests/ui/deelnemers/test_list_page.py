"""The list of deelnemers, as somebody works with it: search, filter, look beside the list, open."""

from datetime import date

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from leertraject_desktop.features.deelnemers.commands import noteer_vertrek
from leertraject_desktop.features.taken.commands import TaakInvoer, nieuwe_taak
from leertraject_desktop.ui.kit.screen import Target


def shown(page, column=0):
    model = page.table.table_model
    return [model.cell(row, column).text for row in range(model.rowCount())]


def test_everybody_who_is_here_is_listed_by_family_name(ids, page):
    QAbstractItemModelTester(page.table.table_model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [name.split(",")[0][:12] for name in shown(page)] == [
        "Demir",
        "El Amrani",
        "Peeters",
        "Vandenbroucke"[:12],
    ]
    assert page.list.header.count.text() == "4 in Brugge"


def test_a_name_is_found_from_the_keyboard_and_enter_opens_the_dossier(ids, page, qtbot):
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(page.search, "el am")
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert shown(page) == ["El Amrani, Youssef"]
    assert page.list.filters.count.text() == "1 van 4"
    assert page.table.hasFocus()
    with qtbot.waitSignal(page.go) as asked:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert asked.args == [Target("dossier", ids["El Amrani"])]


def test_enter_in_the_search_field_opens_the_only_one_who_is_left(ids, page, qtbot):
    qtbot.keyClicks(page.search, "0003")
    with qtbot.waitSignal(page.go) as asked:
        qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert asked.args == [Target("dossier", ids["Peeters"])]


def test_filters_narrow_the_list_and_are_wiped_in_one_click(ids, page, qtbot):
    page.statuut.control.setCurrentIndex(1)
    assert shown(page, 2) == ["beklaagde", "beklaagde"]
    page.afdeling.control.setCurrentIndex(2)
    assert shown(page) == []
    qtbot.mouseClick(page.list.filters.clear, Qt.MouseButton.LeftButton)
    assert len(shown(page)) == 4
    assert not page.list.filters.clear.isVisible()


def test_who_left_is_offered_when_nobody_is_found(ids, page, qtbot, store):
    store.write(noteer_vertrek, ids["Demir"], date(2026, 11, 10), "vrijgesteld")
    assert "Demir, Ayşe" not in shown(page)
    qtbot.keyClicks(page.search, "demir")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.empty.button.text() == "Zoek ook wie vertrok"
    qtbot.keyClick(page.empty.button, Qt.Key.Key_Return)
    assert (shown(page), shown(page, 3)) == (["Demir, Ayşe"], ["vertrokken"])


def test_the_next_step_says_in_words_that_it_is_late(ids, page, store):
    for familienaam, day in (("Demir", 24), ("El Amrani", 23), ("Peeters", 20)):
        store.write(nieuwe_taak, TaakInvoer("Gesprek", date(2026, 11, day), "", ids[familienaam]))
    assert shown(page, 5) == ["vandaag", "1 dag te laat", "4 dagen te laat", "geen"]


def test_sorting_a_column_stays_when_the_list_is_read_again(ids, page):
    page.table.go_to(0)
    page.table.table_model.sort(1, Qt.SortOrder.DescendingOrder)
    page.refresh()
    assert shown(page, 1) == ["0004", "0003", "0002", "0001"]


def test_space_looks_at_somebody_beside_the_list_and_closes_again(ids, page, qtbot):
    page.table.go_to(1)
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.preview.name.text() == "Youssef El Amrani"
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.preview.name.text() == "Jan Peeters"
    with qtbot.waitSignal(page.go) as asked:
        qtbot.keyClick(page.preview.plan, Qt.Key.Key_Return)
    assert asked.args == [Target("nieuwe_taak", ids["Peeters"])]
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert not page.preview.isVisible()


def test_an_empty_list_says_how_to_begin(page, qtbot):
    assert page.empty.isVisible()
    with qtbot.waitSignal(page.go) as asked:
        qtbot.keyClick(page.empty.button, Qt.Key.Key_Return)
    assert asked.args == [Target("nieuwe_deelnemer")]


def test_in_excel_the_next_step_is_a_real_day_or_an_empty_cell_and_begeleiding_is_as_shown(
    ids, page, store, qtbot, tmp_path
):
    store.write(nieuwe_taak, TaakInvoer("Bellen", date(2026, 11, 30), "", ids["Demir"]))
    with qtbot.waitSignal(page.told):
        page.output.save(str(tmp_path / "lijst.xlsx"))
    head, *rows = load_workbook(tmp_path / "lijst.xlsx").active.iter_rows(values_only=True)
    step, guidance = head.index("Volgende stap"), head.index("Begeleiding")
    assert [row[step] and row[step].date() for row in rows] == [date(2026, 11, 30), None, None, None]
    assert {row[guidance] for row in rows} == {"geen"}


def test_whoever_copies_rows_is_told_how_many(ids, page, qtbot):
    page.table.setFocus()
    with qtbot.waitSignal(page.told) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["1 rij gekopieerd"]
    qtbot.keyClick(page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(page.told) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["4 rijen gekopieerd"]
    assert QApplication.clipboard().text().count("\n") == 3
