"""A question that was kept can be answered, put right, made a begeleiding of and removed."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from tests.conftest import last_write

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.informatievragen.commands import nieuwe_vraag, verwijder_vraag
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.features.informatievragen.lijst import VraagFilter, vraag_ids, vraag_rijen
from leertraject_desktop.ui.informatievragen.quick_entry import QuickEntry
from leertraject_desktop.ui.kit.screen import Target

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def vraag(store, popescu):
    """An open question of Popescu, four days old."""
    invoer = VraagInvoer(popescu, "nt2", "Wanneer begint het?", kanaal="brief", datum=date(2026, 11, 20))
    return store.write(nieuwe_vraag, invoer)


@pytest.fixture
def entry(context, window, vraag):
    """The question, open over an empty window."""
    made = QuickEntry(context, window)
    made.open(Target("vraag", vraag))
    return made.edit


def row(store, vraag):
    return store.read(vraag_rijen, [vraag])[0]


def words(entry):
    return [label.text() for label in entry.overlay.findChildren(QLabel) if label.isVisible()]


def test_answering_starts_in_the_answer_asks_no_reason_and_counts_today(entry, store, vraag, keyboard, qtbot):
    keyboard.type("Op dinsdag.")
    assert not entry.content.reason.isVisible()
    with qtbot.waitSignal(entry.kept) as told:
        keyboard.press(Qt.Key.Key_Return, CTRL)
    assert told.args == ["Antwoord bewaard. Ongedaan maken: Ctrl+Z"]
    assert (row(store, vraag).antwoord, row(store, vraag).beantwoord_op) == (
        "Op dinsdag.",
        date(2026, 11, 24),
    )


def test_putting_right_asks_why_and_keeps_the_reason(entry, store, vraag, keyboard):
    entry.form.onderwerp.setFocus()
    keyboard.press_letters("i")
    assert entry.content.reason.isVisible()
    entry.content.reason.editor.show_value(None)
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert "reden" in entry.content.reason.box.message.text()
    assert row(store, vraag).onderwerp == "NT2"
    keyboard.press_letters("t")
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert row(store, vraag).onderwerp == "inburgering"


def test_one_key_makes_a_begeleiding_of_it_and_keeps_what_was_typed(entry, store, vraag, keyboard):
    keyboard.type("We spreken elkaar donderdag.")
    keyboard.press(Qt.Key.Key_B, CTRL)
    kept = row(store, vraag)
    assert kept.begeleiding_id is not None
    assert kept.antwoord == "We spreken elkaar donderdag."
    assert entry.overlay is None


def test_removing_needs_a_reason_and_can_be_undone(entry, store, vraag, keyboard, qtbot):
    entry.content.removal.start.setFocus()
    keyboard.press(Qt.Key.Key_Return)
    entry.content.removal.remove.click()
    assert entry.overlay is not None
    assert "zonder reden" in entry.content.removal.box.message.text()
    keyboard.press_letters("d")
    entry.content.removal.remove.setFocus()
    with qtbot.waitSignal(entry.kept) as told:
        keyboard.press(Qt.Key.Key_Return)
    assert told.args == ["Vraag verwijderd. Ongedaan maken: Ctrl+Z"]
    assert store.read(vraag_ids, VraagFilter(stand="")) == []
    store.undo()
    assert store.read(vraag_ids, VraagFilter(stand="")) == [vraag]


def test_who_typed_it_and_when_stands_small_at_the_foot(entry):
    assert any(text.startswith("Ingevoerd op 24-11-2026 om ") for text in words(entry))
    assert any(text.endswith("door An Bogaert.") for text in words(entry))


def test_keeping_without_a_change_keeps_nothing_new(entry, store, vraag, keyboard, qtbot):
    with qtbot.waitSignal(entry.kept) as told:
        keyboard.press(Qt.Key.Key_Return, CTRL)
    assert told.args == ["Er was niets veranderd."]
    assert last_write(store) == "vraag bewaren"


def test_an_anonymous_question_gets_its_deelnemer_later(context, window, store, popescu, keyboard):
    loose = store.write(nieuwe_vraag, VraagInvoer(None, "nt2", "Wanneer?", kanaal="brief"))
    entry = QuickEntry(context, window)
    entry.open(Target("vraag", loose))
    line = entry.edit.form.deelnemer.control
    line.setFocus()
    line.selectAll()
    keyboard.type("popes")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert row(store, loose).deelnemer_id == popescu


def test_a_question_that_is_gone_says_so(context, window, store, vraag):
    store.write(verwijder_vraag, vraag, "dubbel")
    with pytest.raises(Problem, match="er niet meer"):
        QuickEntry(context, window).open(Target("vraag", vraag))
    assert QApplication.activeModalWidget() is None
