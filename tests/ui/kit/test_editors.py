"""What is typed is what is kept, and what cannot be is said."""

from collections.abc import Callable
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.date_editors import DateEditor, MinutesEditor, TimeEditor
from leertraject_desktop.ui.kit.mark_editors import RadioEditor
from leertraject_desktop.ui.kit.new_passphrase import NewPassphrase
from leertraject_desktop.ui.kit.passphrase_editor import PassphraseEditor
from leertraject_desktop.ui.kit.tab_order import ReadingOrder
from leertraject_desktop.ui.kit.text_editors import (
    NOTE_LIMIT,
    NoteEditor,
    SearchField,
    TextEditor,
    clean_text,
)

Show = Callable[[QWidget], QWidget]
VANDAAG = date(2026, 11, 24)
REDENEN = [("wil_niet", "Wil niet meer"), ("gezondheid", "Gezondheid"), ("andere", "Andere")]


def _date_editor() -> DateEditor:
    editor = DateEditor(today=lambda: VANDAAG)
    editor.set_name("datum", "Datum")
    return editor


def test_a_date_is_typed_short_and_stands_there_whole(shown: Show, qtbot: QtBot) -> None:
    editor = _date_editor()
    shown(editor)
    qtbot.keyClicks(editor.control, "3 dec")
    assert editor.value() == date(2026, 12, 3)
    editor.tidy()
    assert isinstance(editor.control, QLineEdit)
    assert editor.control.text() == "3-12-2026"


def test_the_arrows_move_a_day_and_an_empty_date_begins_today(shown: Show, qtbot: QtBot) -> None:
    editor = _date_editor()
    shown(editor)
    qtbot.keyClick(editor.control, Qt.Key.Key_Up)
    assert editor.value() == VANDAAG
    qtbot.keyClick(editor.control, Qt.Key.Key_Down)
    assert editor.value() == date(2026, 11, 23)


def test_a_day_is_picked_on_a_dutch_calendar_that_begins_on_monday(shown: Show, qtbot: QtBot) -> None:
    editor = _date_editor()
    editor.show_value(date(2026, 11, 10))
    shown(editor)
    qtbot.keyClick(editor.control, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert editor._popup is not None
    calendar = editor._popup.calendar
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert calendar.locale().monthName(calendar.monthShown()) == "november"
    calendar.setSelectedDate(calendar.selectedDate().addDays(1))
    with qtbot.waitSignal(editor.changed):
        calendar.activated.emit(calendar.selectedDate())
    assert editor.value() == date(2026, 11, 11)


def test_an_impossible_date_names_its_field(shown: Show, qtbot: QtBot) -> None:
    editor = _date_editor()
    shown(editor)
    qtbot.keyClicks(editor.control, "31-2-2026")
    with pytest.raises(Problem) as caught:
        editor.value()
    assert caught.value.veld == "datum"


def test_a_time_may_stay_empty_and_is_understood(shown: Show, qtbot: QtBot) -> None:
    editor = TimeEditor()
    shown(editor)
    assert editor.value() is None
    qtbot.keyClicks(editor.control, "13u30")
    assert editor.value() == time(13, 30)


def test_the_first_letter_chooses_and_the_code_comes_back(shown: Show, qtbot: QtBot) -> None:
    editor = ChoiceEditor(REDENEN, placeholder="Kies een reden")
    shown(editor)
    assert editor.value() is None
    with qtbot.waitSignal(editor.changed):
        qtbot.keyClick(editor.control, Qt.Key.Key_G)
    assert editor.value() == "gezondheid"
    assert type(editor.value()) is str


def test_words_with_a_space_between_them_can_be_typed_to_choose(shown: Show, qtbot: QtBot) -> None:
    editor = ChoiceEditor([("van", "verblijf vanaf"), ("tot", "verblijf tot"), ("reden", "reden")])
    shown(editor)
    qtbot.keyClicks(editor.control, "verblijf t")
    assert editor.value() == "tot"
    assert not editor.control._opened
    qtbot.keyClick(editor.control, Qt.Key.Key_Home)
    assert editor.value() == "van"


def test_scrolling_the_page_does_not_change_an_answer(shown: Show) -> None:
    choice, minutes = ChoiceEditor(REDENEN), MinutesEditor()
    choice.show_value("gezondheid")
    minutes.show_value(10)
    for editor in (choice, minutes):
        assert editor.control.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert (choice.value(), minutes.value()) == ("gezondheid", 10)


def test_other_options_keep_what_was_chosen(shown: Show) -> None:
    editor = ChoiceEditor(REDENEN)
    editor.show_value("andere")
    editor.set_options(REDENEN[1:])
    assert editor.value() == "andere"
    editor.set_options(REDENEN[:1])
    assert editor.value() is None


def test_one_of_a_few_is_chosen_with_a_mark(shown: Show, qtbot: QtBot) -> None:
    one = RadioEditor(REDENEN)
    shown(one)
    assert one.value() is None
    qtbot.mouseClick(one._marks[1], Qt.MouseButton.LeftButton)
    assert one.value() == "gezondheid"
    one.show_value(None)
    assert one.value() is None


def test_minutes_read_as_words(shown: Show, qtbot: QtBot) -> None:
    editor = MinutesEditor()
    shown(editor)
    editor.show_value(1)
    assert editor._spin.text() == "1 minuut"
    editor.show_value(10)
    assert editor._spin.text() == "10 minuten"
    qtbot.keyClick(editor.control, Qt.Key.Key_Up)
    assert editor.value() == 15


def test_a_long_note_stops_at_its_limit_and_tab_leaves_it(shown: Show, qtbot: QtBot) -> None:
    note, after = NoteEditor(), TextEditor()
    shown(note)
    after.setParent(note)
    note.show_value("a" * (NOTE_LIMIT - 2))
    assert isinstance(note.control, QPlainTextEdit)
    note.control.moveCursor(note.control.textCursor().MoveOperation.End)
    qtbot.keyClicks(note.control, "bcde")
    assert note.value() == "a" * (NOTE_LIMIT - 2) + "bc"
    assert note.control.tabChangesFocus()


def test_names_in_any_script_and_faces_stay_whole(shown: Show) -> None:
    editor = TextEditor()
    for name in ("عمر حداد", "Ionuț Dumitru", "نازنین‌زهرا", "👩🏽‍🎓 geslaagd", "Зоя", "יעקב"):
        editor.show_value(name)
        assert editor.value() == name


@given(st.text(max_size=60))
def test_what_is_kept_holds_no_control_characters(text: str) -> None:
    kept = clean_text(text, lines=True)
    assert not any(letter < " " and letter != "\n" for letter in kept)
    assert "\x00" not in kept
    assert clean_text(kept, lines=True) == kept


def test_a_passphrase_is_hidden_until_the_eye_is_asked(shown: Show, qtbot: QtBot) -> None:
    editor = PassphraseEditor()
    shown(editor)
    qtbot.keyClicks(editor.control, "drie fietsen ")
    assert isinstance(editor.control, QLineEdit)
    assert editor.control.echoMode() == QLineEdit.EchoMode.Password
    editor._eye.click()
    assert editor.control.echoMode() == QLineEdit.EchoMode.Normal
    assert editor._eye.accessibleName() == "Verberg de wachtzin (Alt+W)"
    qtbot.keyClick(editor.control, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    assert editor.control.echoMode() == QLineEdit.EchoMode.Password
    assert editor.value() == "drie fietsen "


def test_searching_waits_for_the_last_letter_and_escape_empties(shown: Show, qtbot: QtBot) -> None:
    field = SearchField("Naam of nummer", shortcut="Ctrl+K")
    shown(field)
    with qtbot.waitSignal(field.searched) as told:
        qtbot.keyClicks(field, "pop")
    assert told.args == ["pop"]
    with qtbot.waitSignal(field.searched) as told:
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert told.args == [""]


def test_a_search_waits_while_its_page_is_out_of_sight(shown: Show, qtbot: QtBot) -> None:
    field = SearchField("Naam of nummer")
    shown(field)
    qtbot.keyClicks(field, "pop")
    with qtbot.assertNotEmitted(field.searched, wait=200):
        field.hide()
    with qtbot.waitSignal(field.searched) as told:
        field.show()
    assert told.args == ["pop"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_an_open_list_is_wide_enough_for_words_that_the_closed_one_cuts_off(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 500)
    editor = ChoiceEditor([("a", "afstandsonderwijs of gecombineerd onderwijs"), ("b", "taal")])
    editor.setParent(window)
    editor.setFixedWidth(160)
    window.show()
    editor.control.showPopup()
    assert editor.control.view().width() >= editor.control.sizeHint().width()
    editor.control.hidePopup()


def test_tab_comes_to_the_mark_that_is_chosen_and_the_arrows_choose_the_next(window, keyboard):
    before, choice = TextEditor(), RadioEditor([("a", "Een"), ("b", "Twee"), ("c", "Drie")])
    page = ReadingOrder(window)
    column = QVBoxLayout(page)
    column.addWidget(before)
    column.addWidget(choice)
    page.show()
    choice.show_value("b")
    before.setFocus()
    keyboard.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is choice._marks[1]
    keyboard.press(Qt.Key.Key_Down)
    assert choice.value() == "c"
    before.setFocus()
    choice.setFocus()
    assert QApplication.focusWidget() is choice._marks[2]


def test_tab_in_a_calendar_goes_on_from_its_field(shown: Show, qtbot: QtBot) -> None:
    page = ReadingOrder()
    column = QVBoxLayout(page)
    first, editor, after = TextEditor(), DateEditor(today=lambda: VANDAAG), TextEditor()
    for one in (first, editor, after):
        column.addWidget(one)
    shown(page)
    editor.setFocus()
    qtbot.keyClick(editor.control, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert after.control.hasFocus()


def test_tab_goes_from_a_new_wachtzin_to_its_repetition_past_the_proposal(window, keyboard):
    page = ReadingOrder(window)
    new = NewPassphrase(width=480)
    QVBoxLayout(page).addWidget(new)
    page.show()
    new.focus_first()
    keyboard.press(Qt.Key.Key_Tab)
    assert new.repeat.isAncestorOf(QApplication.focusWidget())
