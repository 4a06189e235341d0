"""A list that is longer than what is read at once: it scrolls, sorts, copies and is written whole."""

from datetime import date

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from sqlalchemy import delete, event

from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.features.deelnemers.commands import wijzig_deelnemer
from leertraject_desktop.features.deelnemers.dossier import deelnemer_invoer
from leertraject_desktop.storage.access import command
from leertraject_desktop.storage.database import open_with_key
from leertraject_desktop.storage.tables import Deelnemer, Verblijf
from leertraject_desktop.ui.deelnemers.list_page import ALSO_LEFT, DeelnemersPage
from leertraject_desktop.ui.kit.lazy_ids import FIRST, NOBODY, LazyIds

MANY = 2 * FIRST + 30


@command(Recht.REGISTREREN, "velen bewaren", undo=False)
def bewaar_velen(session):
    for number in range(1, MANY + 1):
        name = f"Naam{number:04d}"
        session.add(
            Deelnemer(
                id=number,
                dossiernummer=number,
                voornaam="An",
                familienaam=name,
                zoeknaam=f"an {name}".lower(),
                sorteersleutel=name.lower(),
            )
        )
    session.flush()
    for number in range(1, MANY + 1):
        session.add(
            Verblijf(
                deelnemer_id=number,
                gevangenis_code="BRG",
                van=date(2026, 2, 4),
                afdeling=f"A{number % 3}",
                tot=date(2026, 3, 4) if number == 5 else None,
            )
        )


@pytest.fixture
def long_page(store, page):
    store.write(bewaar_velen)
    page.focus_first()
    return page


def name_at(page, row):
    return page.table.table_model.cell(row, 0).text


def test_the_list_is_as_long_as_all_of_them_but_reads_only_the_first(long_page):
    assert isinstance(long_page.ids, LazyIds)
    assert long_page.table.table_model.rowCount() == MANY - 1
    assert len(long_page.ids._known) == FIRST + 1


def test_end_goes_to_the_last_one_and_page_down_on_the_way_shows_each_in_order(long_page, qtbot):
    qtbot.keyClick(long_page.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert long_page.table.current_row().naam == f"Naam{MANY:04d}, An"
    assert name_at(long_page, FIRST + 40) == f"Naam{FIRST + 42:04d}, An"


@pytest.mark.parametrize("key", ["naam", "nummer", "statuut", "afdeling", "begeleiding", "volgende_stap"])
def test_every_order_has_everybody_once(long_page, key):
    long_page.table.sort_on(key, descending=True)
    shown = [name_at(long_page, row) for row in range(MANY - 1)]
    assert len(set(shown)) == MANY - 1
    if key in ("naam", "nummer"):
        assert shown == sorted(shown, reverse=True)


def test_who_is_current_far_down_stays_so_when_something_changes(long_page, store):
    row = FIRST + 100
    long_page.table.go_to(row)
    chosen = long_page.table.current_row()
    store.write(wijzig_deelnemer, 1, store.read(deelnemer_invoer, 1), "typfout")
    long_page.refresh()
    assert long_page.table.current_row() == chosen
    assert long_page.table.currentIndex().row() == row


def test_all_that_is_selected_is_copied(long_page, qtbot):
    qtbot.keyClick(long_page.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(long_page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[1] for line in lines] == [f"{n:04d}" for n in range(1, MANY + 1) if n != 5]


def test_the_whole_list_goes_to_excel_also_who_left(long_page, qtbot, tmp_path):
    long_page.afdeling.show_value(ALSO_LEFT)
    long_page.fetch()
    target = tmp_path / "lijst.xlsx"
    with qtbot.waitSignal(long_page.told):
        long_page.output.save(str(target))
    sheet = load_workbook(target).worksheets[0]
    names = [row[0] for row in sheet.iter_rows(values_only=True)]
    assert [name for name in names if str(name).startswith("Naam0")] == [
        f"Naam{n:04d}, An" for n in range(1, MANY + 1)
    ]


def test_a_filter_leaves_those_of_one_section_in_order(long_page):
    long_page.afdeling.show_value("A1")
    long_page.fetch()
    numbers = [n for n in range(1, MANY + 1) if n % 3 == 1]
    assert [name_at(long_page, row) for row in range(len(numbers))] == [f"Naam{n:04d}, An" for n in numbers]
    assert long_page.list.filters.count.text() == f"{len(numbers)} van {MANY - 1}"


@command(Recht.REGISTREREN, "velen wissen", undo=False)
def wis_vanaf(session, first):
    for table, number in ((Verblijf, Verblijf.deelnemer_id), (Deelnemer, Deelnemer.id)):
        session.execute(delete(table).where(number >= first))


@pytest.mark.parametrize("left", [0, 40, FIRST + 20])
def test_who_was_removed_elsewhere_leaves_an_empty_line_until_the_list_is_read_again(
    long_page, store, qtbot, left
):
    table = long_page.table
    with open_with_key(store.path, "an", store.key) as elsewhere:
        elsewhere.write(wis_vanaf, left + 1)
    for key in (Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Up):
        qtbot.keyClick(table, key, Qt.KeyboardModifier.ControlModifier)
        assert not table.grab().isNull()
    table.go_to(MANY - 2)
    assert (table.current_row(), name_at(long_page, MANY - 2)) == (None, "")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        qtbot.keyClick(table, key)
    table.selectAll()
    table.copy()
    assert list(long_page._all_rows()) == list(long_page._all_rows()[:])
    long_page.refresh()
    assert table.table_model.rowCount() == max(left - 1, 0)


def test_ids_that_vanish_meanwhile_do_not_shorten_the_list():
    ids = LazyIds(range(10), 20, lambda: range(15))
    assert (len(ids), ids[14], ids[15], ids[-1]) == (20, 14, NOBODY, NOBODY)
    assert LazyIds(range(2), 4, list)[3] == NOBODY
    assert list(ids[8:12]) == [8, 9, 10, 11]
    assert (ids.index(12), 40 in ids) == (12, False)


def test_opening_the_list_reads_its_rows_once(context, qtbot, store):
    seen = []

    @event.listens_for(store._engine, "before_cursor_execute")
    def note(*call):
        seen.append(call[2].split("\n")[0])

    page = DeelnemersPage(context)
    qtbot.addWidget(page)
    page.focus_first()
    assert seen.count("SELECT deelnemer.id ") == 1


def test_choosing_a_filter_before_the_list_is_shown_reads_nothing_twice(context, qtbot, store):
    page = DeelnemersPage(context)
    qtbot.addWidget(page)
    seen = []

    @event.listens_for(store._engine, "before_cursor_execute")
    def note(*call):
        seen.append(call[2].split("\n")[0])

    page.restore()
    page.statuut.show_value("B")
    page.fetch()
    page.show()
    assert seen.count("SELECT deelnemer.id ") == 1
    assert page.statuut.value() == "B"
