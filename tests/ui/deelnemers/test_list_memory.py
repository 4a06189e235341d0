"""A list opens as its gebruiker left it, and only for that gebruiker."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from tests.conftest import last_write

from leertraject_desktop.features.lijsten.stand import Lijststand, bewaar_lijststand, lijststand
from leertraject_desktop.ui.deelnemers.list_page import DeelnemersPage


@pytest.fixture
def again(context, page, qtbot):
    """Open the page anew, as after logging in again."""

    def open_again():
        made = DeelnemersPage(context, page.window())
        made.setGeometry(page.window().rect())
        made.show()
        made.focus_first()
        return made

    return open_again


def test_the_filters_and_the_order_come_back_but_not_what_was_searched(ids, page, again, qtbot):
    page.statuut.control.setCurrentIndex(1)
    qtbot.keyClicks(page.search, "pe")
    page.table.sort_on("nummer", descending=True)
    other = again()
    assert other.statuut.value() == page.statuut.value()
    assert other.table.table_model.order == page.table.table_model.order
    assert other.search.query() == ""
    assert other.list.filters.clear.isVisible()


def test_wiped_filters_stay_wiped(ids, page, again):
    page.statuut.control.setCurrentIndex(1)
    page.list.filters.clear.click()
    assert again().statuut.value() is None


def test_a_column_that_was_dragged_keeps_its_width(ids, page, again):
    header = page.table.horizontalHeader()
    edge = QPoint(header.sectionViewportPosition(2) + header.sectionSize(2) - 1, 16)
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, edge)
    QTest.mouseMove(header.viewport(), edge + QPoint(20, 0))
    QTest.mouseMove(header.viewport(), edge + QPoint(40, 0))
    QTest.mouseRelease(
        header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, edge + QPoint(40, 0)
    )
    wide = header.sectionSize(2)
    assert wide > page.table.table_model.columns[2].width + 20
    page.window().resize(1300, 697)
    assert header.sectionSize(2) == wide
    assert again().table.horizontalHeader().sectionSize(2) == wide


def test_hidden_and_moved_columns_stay_so(ids, page, again):
    layout = page.table.column_layout
    layout.hide(2)
    layout.move(1, -1)
    assert again().table.column_layout.state == layout.state
    assert again().table.isColumnHidden(2)


def test_a_choice_that_no_longer_exists_hides_nobody(ids, store, again):
    store.write(bewaar_lijststand, "Deelnemers", Lijststand(("weg", "Vleugel 9", None), "weg", True))
    other = again()
    assert len(other.ids) == 4
    assert other.afdeling.value() is None


def test_looking_at_a_list_writes_nothing_and_is_no_work_to_undo(ids, page, again, store):
    told = []
    store.listen(told.append)
    again()
    assert told == []
    before = last_write(store)
    page.statuut.control.setCurrentIndex(1)
    assert last_write(store) == before
    assert store.read(lijststand, "deelnemers").keuzes[0] == page.statuut.value()
