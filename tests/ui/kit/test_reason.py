"""Asking for a reason where somebody stands: nothing goes without one, and Escape changes nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit.reason import CORRECTION, CorrectionReason, RemovalReason

REASONS = [("dubbel", "dubbel ingevoerd"), ("vergissing", "bij vergissing ingevoerd")]


@pytest.fixture
def removal(window):
    made = RemovalReason("dit verblijf", REASONS)
    QVBoxLayout(window).addWidget(made)
    made.start.setFocus()
    return made


def test_nothing_is_removed_without_a_reason(removal, qtbot):
    qtbot.keyClick(removal.start, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(removal.confirmed):
        qtbot.keyClick(removal.remove, Qt.Key.Key_Return)
    assert removal.box.message.text().startswith("Je kan niets verwijderen zonder reden.")
    assert removal.editor.control.hasFocus()


def test_a_reason_chosen_by_its_first_letter_removes(removal, qtbot):
    qtbot.keyClick(removal.start, Qt.Key.Key_Return)
    qtbot.keyClicks(removal.editor.control, "b")
    with qtbot.waitSignal(removal.confirmed) as told:
        qtbot.keyClick(removal.remove, Qt.Key.Key_Return)
    assert told.args == ["vergissing"]


def test_escape_takes_the_question_away_and_gives_the_keyboard_back(removal, qtbot):
    qtbot.keyClick(removal.start, Qt.Key.Key_Return)
    qtbot.keyClick(removal.editor.control, Qt.Key.Key_Escape)
    assert not removal.is_asking()
    assert removal.start.hasFocus()


def test_a_correction_is_asked_for_only_when_something_changed(window):
    reason = CorrectionReason([("typfout", "typfout"), ("veranderd", "de situatie is veranderd")])
    QVBoxLayout(window).addWidget(reason)
    assert not reason.isVisible()
    reason.ask(True)
    assert (reason.isVisible(), reason.value()) == (True, "typfout")
    assert not reason.show_problem(Problem("Kies een datum.", "Typ er een.", veld="datum"))
    assert reason.show_problem(Problem("Kies een reden.", "Kies er een uit de lijst.", veld=CORRECTION))
    assert reason.box.message.isVisible()
