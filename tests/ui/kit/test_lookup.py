"""Three letters find somebody; what was not chosen is not kept."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.ink import inks

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit.lookup import LookupEditor
from leertraject_desktop.ui.kit.popup_list import LookupRow

PEOPLE = [
    LookupRow(1053, "Popescu, Andrei", "1053 · Mannen 2"),
    LookupRow(996, "Popa, Mihai", "0996 · Mannen 4"),
]


def _search(typed: str) -> Sequence[LookupRow]:
    return [row for row in PEOPLE if typed.casefold() in row.title.casefold()]


@pytest.fixture
def editor(shown: Callable[[QWidget], QWidget]) -> LookupEditor:
    """The editor in a window."""
    page = QWidget()
    made = LookupEditor(
        _search, extra=lambda typed: [LookupRow("anoniem", "Anoniem, zonder dossier", icon="user")]
    )
    made.set_name("deelnemer", "Deelnemer")
    QVBoxLayout(page).addWidget(made)
    shown(page)
    made.setFocus()
    return made


def test_three_letters_and_enter_choose_somebody(editor: LookupEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor.control, "po")
    assert not editor.popup.rows()
    qtbot.keyClicks(editor.control, "p")
    assert [row.key for row in editor.popup.rows()] == [1053, 996, "anoniem"]
    with qtbot.waitSignal(editor.chosen):
        qtbot.keyClick(editor.control, Qt.Key.Key_Return)
    assert editor.value() == 1053
    assert editor.text() == "Popescu, Andrei"
    assert not editor.popup.isVisible()


def test_the_arrows_walk_round_and_a_screen_reader_hears_the_row(editor: LookupEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor.control, "pop")
    qtbot.keyClick(editor.control, Qt.Key.Key_Up)
    assert editor.control.accessibleDescription().startswith("3 van 3: Anoniem")
    qtbot.keyClick(editor.control, Qt.Key.Key_Return)
    assert editor.value() == "anoniem"


def test_escape_closes_the_list_and_nothing_else(editor: LookupEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor.control, "pop")
    qtbot.keyClick(editor.control, Qt.Key.Key_Escape)
    assert not editor.popup.isVisible()
    assert editor.text() == "pop"


def test_what_was_typed_but_not_chosen_is_a_problem(editor: LookupEditor, qtbot: QtBot) -> None:
    assert editor.value() is None
    editor.show_row(PEOPLE[0])
    qtbot.keyClicks(editor.control, "x")
    with pytest.raises(Problem) as caught:
        editor.value()
    assert caught.value.veld == "deelnemer"


def test_a_click_chooses(editor: LookupEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor.control, "popa")
    spot = editor.popup.rect().topLeft()
    spot += type(spot)(20, 20)
    qtbot.mouseClick(editor.popup, Qt.MouseButton.LeftButton, pos=spot)
    assert editor.value() == 996


def test_a_field_at_the_foot_of_a_low_window_shows_its_hits_above_it_as_far_as_they_fit(
    shown: Callable[..., QWidget], qtbot: QtBot
) -> None:
    window = QWidget()
    field = LookupEditor(lambda typed: [LookupRow(number, f"Naam {number}") for number in range(20)])
    field.setParent(window)
    shown(window, 683, 349)
    field.setGeometry(20, 300, 300, 32)
    field.setFocus()
    qtbot.keyClicks(field.control, "naa")
    assert window.rect().contains(field.popup.geometry())
    assert not field.popup.geometry().intersects(field.geometry())
    qtbot.keyClick(field.control, Qt.Key.Key_Up)
    assert "m 19" in {ink.text for ink in inks(field.popup)}


def test_what_a_screen_reader_says_of_the_hits_goes_with_them(editor: LookupEditor, qtbot: QtBot) -> None:
    editor.control.setAccessibleDescription("Kies wie het is.")
    qtbot.keyClicks(editor.control, "pop")
    assert editor.control.accessibleDescription().startswith("1 van 3")
    qtbot.keyClick(editor.control, Qt.Key.Key_Escape)
    assert editor.control.accessibleDescription() == "Kies wie het is."
