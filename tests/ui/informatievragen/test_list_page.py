"""The page of questions: what waits longest stands on top, and one key makes a begeleiding of it."""

from datetime import date, timedelta

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QVBoxLayout

from leertraject_desktop.features.informatievragen.commands import nieuwe_vraag
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.ui.informatievragen.columns import waiting
from leertraject_desktop.ui.informatievragen.list_page import VragenPage
from leertraject_desktop.ui.kit.screen import Target

TODAY = date(2026, 11, 24)


def ask(store, vraag, *, days=0, deelnemer_id=None, antwoord="", onderwerp="nt2"):
    invoer = VraagInvoer(
        deelnemer_id, onderwerp, vraag, antwoord, "brief", TODAY - timedelta(days=days), beantwoord_op=None
    )
    return store.write(nieuwe_vraag, invoer)


@pytest.fixture
def page(context, window):
    """The page in a window, told of every write as the main window does."""
    column = QVBoxLayout(window)
    made = VragenPage(context)
    context.store.listen(made.changed)
    column.addWidget(made)
    made.show()
    made.focus_first()
    QAbstractItemModelTester(made.table.table_model, made)
    return made


def shown(page, column="Vraag"):
    model = page.table.table_model
    number = [described.title for described in model.columns].index(column)
    return [model.cell(row, number).text for row in range(model.rowCount())]


def test_what_waits_longest_stands_on_top_and_says_so(page, store, popescu):
    ask(store, "Nieuw", days=1)
    ask(store, "Oud", days=9, deelnemer_id=popescu)
    ask(store, "Al klaar", antwoord="Ja")
    assert shown(page) == ["Oud", "Nieuw"]
    assert shown(page, "Wacht sinds") == ["9 dagen", "1 dag"]
    assert shown(page, "Deelnemer") == ["Popescu, Andrei", "anoniem"]
    assert page.list.header.count.text() == "2 open"


@pytest.mark.parametrize(
    ("days", "tone", "icon"),
    [(3, "text", ""), (4, "amber", "clock"), (7, "amber", "clock"), (8, "red", "clock-alert")],
)
def test_waiting_turns_amber_after_three_days_and_red_after_seven(page, store, days, tone, icon):
    ask(store, "Wanneer?", days=days)
    cell = waiting(page.table.table_model.row(0))
    assert (cell.tone, cell.icon) == (tone, icon)


def test_the_chips_show_what_was_answered_this_month_and_everything(page, store, keyboard):
    ask(store, "Open")
    ask(store, "Oud en klaar", days=60, antwoord="Ja")
    ask(store, "Nieuw en klaar", days=1, antwoord="Ja")
    page.show_target(Target("vragen", part="maand"))
    assert shown(page) == ["Nieuw en klaar"]
    page.show_target(Target("vragen", part="alles"))
    assert shown(page) == ["Open", "Nieuw en klaar", "Oud en klaar"]


def test_searching_finds_a_word_of_the_question_or_a_name_and_can_be_cleared(page, store, popescu, qtbot):
    ask(store, "Mag ik lassen?", deelnemer_id=popescu)
    ask(store, "Is er een film?")
    page.search.begin()
    qtbot.keyClicks(page.search, "popes")
    qtbot.keyPress(page.search, Qt.Key.Key_Down)
    assert shown(page) == ["Mag ik lassen?"]
    assert page.list.filters.count.text() == "1 van 2"
    assert QApplication.focusWidget() is page.table
    page.list.filters.clear.click()
    assert len(shown(page)) == 2


def test_b_turns_the_question_into_a_begeleiding_and_undo_takes_it_back(
    page, store, popescu, keyboard, qtbot
):
    ask(store, "Ik wil leren lassen", deelnemer_id=popescu)
    with qtbot.waitSignal(page.told) as told:
        keyboard.press(Qt.Key.Key_B)
    assert told.args == ["Begeleiding gestart voor Popescu, Andrei. Ongedaan maken: Ctrl+Z"]
    assert page.table.current_row().begeleiding_id is not None
    assert not page.become.isEnabled()
    store.undo()
    assert page.table.current_row().begeleiding_id is None


def test_b_on_an_anonymous_question_says_what_to_do_first(page, store, keyboard, qtbot):
    ask(store, "Is er een film?")
    with qtbot.waitSignal(page.failed) as told:
        keyboard.press(Qt.Key.Key_B)
    assert "anonieme vraag" in told.args[0].what


def test_space_shows_the_whole_question_and_enter_opens_it(page, store, keyboard, qtbot):
    first = ask(store, "Lang " * 200)
    keyboard.press(Qt.Key.Key_Space)
    assert page.list.preview.isVisible()
    with qtbot.waitSignal(page.go) as asked:
        keyboard.press(Qt.Key.Key_Return)
    assert asked.args == [Target("vraag", first)]


def test_no_open_questions_says_so_and_shows_the_way_on(page, store, keyboard, qtbot):
    ask(store, "Een", antwoord="Ja")
    ask(store, "Twee", antwoord="Nee")
    assert page.empty.isVisible()
    assert "Alle 2 vragen van november zijn beantwoord." in page.empty.accessibleName()
    page.focus_first()
    keyboard.press(Qt.Key.Key_Return)
    assert shown(page) == ["Twee", "Een"]


def test_sorting_on_another_column_keeps_working_after_a_change(page, store, popescu):
    ask(store, "B", days=2, onderwerp="studietoelage")
    ask(store, "A", days=1, onderwerp="examencommissie")
    page.table.table_model.sort(2)
    assert shown(page) == ["A", "B"]
    ask(store, "C", onderwerp="diplomagelijkschakeling")
    assert shown(page) == ["C", "A", "B"]


def test_the_list_goes_to_excel_with_the_whole_question_in_it(page, store, context, tmp_path, qtbot):
    ask(store, "Regel een\nregel twee", days=2)
    page.output.save(str(tmp_path / "vragen.xlsx"))
    with qtbot.waitSignal(page.told) as told:
        context.jobs.wait()
    assert told.args[0].startswith("‘vragen.xlsx’ is bewaard.")
    sheet = load_workbook(tmp_path / "vragen.xlsx").active
    assert sheet["D2"].value == "Regel een\nregel twee"
    assert sheet["A2"].value.date() == TODAY - timedelta(days=2)


def test_a_folder_without_rights_is_told_on_the_page(page, store, context, tmp_path, qtbot):
    ask(store, "Een")
    with qtbot.waitSignal(page.failed) as told:
        page.output.save(str(tmp_path / "weg" / "vragen.xlsx"))
        context.jobs.wait()
    assert "is er niet" in told.args[0].what


def test_the_list_is_shown_before_it_is_printed(page, store, context, window):
    ask(store, "Een", days=2)
    page.print_action()()
    context.jobs.wait()
    previews = [child for child in window.children() if child.metaObject().className() == "Overlay"]
    assert len(previews) == 1


def test_an_empty_list_is_not_printed(page, qtbot):
    with qtbot.waitSignal(page.failed):
        page.print_action()()
