"""A list read in from the keyboard: the columns, every row, and a button that says how much."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QVBoxLayout
from tests.features.importeren.lijsten import KOPPEN, csv_lijst, werkboek

from leertraject_desktop.features.deelnemers.lijst import aantal_hier
from leertraject_desktop.ui.importeren.import_page import ImportPage
from leertraject_desktop.ui.kit.busy import Busy
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.jobs import Job
from leertraject_desktop.ui.kit.screen import Target

CTRL = Qt.KeyboardModifier.ControlModifier
GOED = ["Peeters", "Jan", "1-2-1984", "V", "", "4-2-2026", "", "Mannen 3"]
FOUT = ["Maes", "Piet", "31-2-1990", "V", "", "4-2-2026", "", ""]


@pytest.fixture
def page(context, store, window, jobs, qtbot):
    """The page as the main window shows it: it hears of every write."""
    made = ImportPage(context)
    store.listen(made.changed)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(made)
    qtbot.waitUntil(made.isVisible)
    made.focus_first()
    return made


def read(page, path):
    page.read(path)
    assert page.context.jobs.wait()


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def keep(page, qtbot):
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert page.context.jobs.wait()


def cells(page, column):
    model = page.outcome.table.table_model
    return [model.cell(row, column).text for row in range(model.rowCount())]


def test_the_empty_page_says_how_to_begin_and_has_the_keyboard_there(page):
    assert page.empty.button.hasFocus()
    assert not page.keep.isVisible()


def test_a_good_list_is_kept_with_one_key_and_undone_with_another(page, store, tmp_path, qtbot):
    read(page, csv_lijst(tmp_path / "l.csv", KOPPEN, GOED))
    assert page.mapping.editors[0].label() == "Familienaam"
    assert page.mapping.editors[0].control.hasFocus()
    assert page.keep.text() == "Importeer 1 deelnemer en 1 verblijf"
    with qtbot.waitSignal(page.go) as asked, qtbot.waitSignal(page.told) as told:
        keep(page, qtbot)
    assert asked.args == [Target("deelnemers")]
    assert told.args == ["Ingelezen: 1 deelnemer en 1 verblijf. Ongedaan maken: Ctrl+Z"]
    assert store.read(aantal_hier) == 1
    store.undo()
    assert store.read(aantal_hier) == 0


def test_wrong_rows_stand_first_with_their_reason_and_can_be_left_out(page, store, tmp_path, qtbot):
    read(page, csv_lijst(tmp_path / "l.csv", KOPPEN, GOED, FOUT))
    assert (page.keep.isEnabled(), page.wrong.text()) == (False, "1 rij is fout.")
    page.tabs.setFocus()
    press(qtbot, Qt.Key.Key_Right)
    QAbstractItemModelTester(page.outcome.table.table_model)
    assert cells(page, 1) == ["Maes, Piet"]
    assert page.outcome.detail.text() == "Rij 3: Geboortedatum: 31 februari 1990 bestaat niet."
    assert "Verbeter de cel" in page.outcome.remedy.text()
    page.without_wrong.control.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert page.keep.isEnabled()
    keep(page, qtbot)
    assert store.read(aantal_hier) == 1


def test_another_field_for_a_column_works_the_rows_out_again(page, tmp_path, qtbot):
    read(page, csv_lijst(tmp_path / "l.csv", ["Wie", "Iets"], ["Peeters, Jan", "1-2-1984"]))
    assert "Er is geen kolom met de naam" in page.footer.notice.text()
    assert not page.keep.isEnabled()
    page.mapping.editors[0].control.setFocus()
    qtbot.keyClicks(page.mapping.editors[0].control, "naam")
    assert page.context.jobs.wait()
    assert page.keep.text() == "Importeer 1 deelnemer en 1 verblijf"


def test_the_rows_of_the_list_before_are_gone_when_the_columns_of_the_next_are_not_known(page, tmp_path):
    read(page, csv_lijst(tmp_path / "l.csv", KOPPEN, GOED))
    assert cells(page, 1) == ["Peeters, Jan"]
    read(page, csv_lijst(tmp_path / "m.csv", ["Periode", "Volk"], ["jan-25", "580"]))
    assert "ontbreekt" in page.footer.notice.text()
    assert cells(page, 1) == []
    assert page.tabs.tabText(1) == "Wat er gebeurt"


def test_a_workbook_with_two_sheets_lets_the_user_choose(page, tmp_path, qtbot):
    def change(book, sheet):
        book.create_sheet("Bevolking").append(["Maand", "Gemiddelde", "Instroom"])
        book["Bevolking"].append(["2026-09", 400, 31])

    read(page, werkboek(tmp_path / "l.xlsx", KOPPEN, GOED, change=change))
    assert page.sheet.isVisible()
    page.sheet.control.setFocus()
    qtbot.keyClicks(page.sheet.control, "Bev")
    assert page.context.jobs.wait()
    assert page.keep.text() == "Importeer 1 maand"


def test_a_file_that_is_no_list_is_refused_above_the_button(page, tmp_path):
    (tmp_path / "a.csv").write_bytes(b"%PDF-1.4")
    read(page, tmp_path / "a.csv")
    assert "is geen .xlsx- of .csv-bestand." in page.footer.notice.text()


def test_a_list_that_is_known_already_offers_nothing_to_keep(page, store, tmp_path, qtbot):
    path = csv_lijst(tmp_path / "l.csv", KOPPEN, GOED)
    read(page, path)
    keep(page, qtbot)
    read(page, path)
    assert "Alles uit deze lijst staat er al." in page.footer.notice.text()
    assert not page.keep.isEnabled()


def test_an_import_is_stopped_before_it_is_kept_and_the_list_stays(page, store, jobs, tmp_path, qtbot):
    read(page, csv_lijst(tmp_path / "l.csv", KOPPEN, GOED))
    gate = Event()
    jobs.start(Job(gate.wait))
    press(qtbot, Qt.Key.Key_Return, CTRL)
    (busy,) = page.window().findChildren(Busy)
    assert busy.stop.hasFocus()
    assert [button.text() for button in busy.findChildren(Button) if button.isVisible()] == ["Stoppen"]
    press(qtbot, Qt.Key.Key_Escape)
    gate.set()
    assert jobs.wait()
    assert (store.read(aantal_hier), page.footer.notice.text()) == (0, "Gestopt. Er is niets ingelezen.")
    assert page.keep.isEnabled()
    keep(page, qtbot)
    assert store.read(aantal_hier) == 1


def test_who_looks_like_somebody_is_one_choice_away(page, store, tmp_path, qtbot):
    read(
        page,
        csv_lijst(tmp_path / "l.csv", KOPPEN, GOED, ["Pieters", *GOED[1:]], ["Demir", "Ali", "3-4-1990"]),
    )
    page.tabs.setFocus()
    press(qtbot, Qt.Key.Key_Right)
    page.outcome.chips.show_value("lijkt")
    page.outcome.chips.changed.emit()
    assert cells(page, 1) == ["Pieters, Jan"]
    assert "Lijkt op Peeters, Jan, in deze lijst" in page.outcome.detail.text()


def test_a_list_of_the_population_shows_months_and_the_next_list_names_again(page, store, tmp_path, qtbot):
    heads = ["Maand", "Gemiddelde bevolking", "Binnengekomen"]
    read(page, csv_lijst(tmp_path / "b.csv", heads, ["oktober 2025", "412", "38"]))
    titles = page.outcome.table.table_model
    shown = [titles.headerData(column, Qt.Orientation.Horizontal) for column in range(titles.columnCount())]
    assert shown == ["Rij", "Maand", "Wat gebeurt", "Waarom"]
    assert (cells(page, 1), cells(page, 3)) == (
        ["oktober 2025"],
        ["Nieuw: gemiddeld 412, binnengekomen 38."],
    )
    read(page, csv_lijst(tmp_path / "l.csv", KOPPEN, GOED))
    assert cells(page, 1) == ["Peeters, Jan"]
    assert titles.columnCount() == 5
