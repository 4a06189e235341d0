"""The population of a year is typed from a list with the keyboard alone, and kept in one go."""

from datetime import date

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout

from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.features.bevolking.bevolking import BevolkingInvoer, bevolking, bewaar_bevolking
from leertraject_desktop.ui.bevolking.page import BevolkingPage


@pytest.fixture
def page(store, context, window):
    invoer = BevolkingInvoer(Maand(2026, 1), 612, 84)
    store.write(bewaar_bevolking, [invoer])
    made = BevolkingPage(context)
    store.listen(made.changed)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(made)
    made.show()
    made.focus_first()
    return made


def kept(store, jaar=2026):
    return {
        rij.maand.maand: (rij.gemiddelde, rij.binnengekomen)
        for rij in store.read(bevolking, jaar)
        if rij.gemiddelde is not None
    }


def here():
    return QApplication.focusWidget().accessibleName()


def test_a_column_is_typed_down_and_the_year_is_kept(page, store, qtbot):
    assert here() == "Gemiddeld aanwezig, februari"
    for number in ("605", "1.204"):
        qtbot.keyClicks(QApplication.focusWidget(), number)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    for maand, number in ((2, "70"), (3, "0")):
        page.cells[maand, "binnengekomen"].control.setText(number)
    assert page.is_dirty()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert kept(store) == {1: (612, 84), 2: (605, 70), 3: (1204, 0)}
    assert not page.is_dirty()


def test_a_number_that_cannot_be_is_marked_and_nothing_is_kept(page, store, qtbot):
    wrong = [("veel", "geen geheel getal"), ("-5", "kan niet kloppen"), ("9999", "kan niet kloppen")]
    for typed, says in [*wrong, ("", "maar één getal")]:
        page.cells[2, "gemiddelde"].control.setText(typed)
        page.cells[2, "binnengekomen"].control.setText("70")
        page.keep.click()
        assert here() == "Gemiddeld aanwezig, februari"
        assert says in QApplication.focusWidget().accessibleDescription()
        assert kept(store) == {1: (612, 84)}


def test_months_to_come_wait_and_another_year_asks_to_keep_first(page, store, context):
    assert not page.cells[12, "gemiddelde"].isEnabled() and not page.later.isEnabled()
    page.cells[2, "gemiddelde"].control.setText("605")
    page.earlier.click()
    assert page.footer.notice.isVisible() and "2026" in page.header.count.text()
    page.cells[2, "gemiddelde"].control.setText("")
    page.earlier.click()
    assert "2025" in page.header.count.text() and here() == "Gemiddeld aanwezig, januari"
    assert kept(store, date(2025, 1, 1).year) == {}


def test_undo_brings_the_old_numbers_back_on_the_screen(page, store):
    page.cells[1, "gemiddelde"].control.setText("600")
    page.keep.click()
    store.undo()
    assert page.cells[1, "gemiddelde"].value() == "612"


def test_the_months_that_are_missing_are_counted_and_named_in_excel(page, context, tmp_path):
    assert page.header.second.text() == "Van 9 maanden ontbreken de getallen nog."
    page.output.save(str(tmp_path / "bevolking.xlsx"))
    assert context.jobs.wait()
    sheet = load_workbook(tmp_path / "bevolking.xlsx").active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert ["januari 2026", 612, 84] in rows
    assert ["februari 2026", None, None] in rows
    assert not any("december" in str(row[0]) for row in rows)
