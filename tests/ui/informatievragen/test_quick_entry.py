"""Quick entry: a question that comes in between two conversations is kept without the mouse."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from leertraject_desktop.features.concepten.concepten import concepten
from leertraject_desktop.features.informatievragen.commands import nieuwe_vraag
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.features.informatievragen.lijst import VraagFilter, vraag_ids, vraag_rijen
from leertraject_desktop.ui.informatievragen.quick_entry import QuickEntry
from leertraject_desktop.ui.kit.drafts import Drafts
from leertraject_desktop.ui.kit.screen import Target

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def entry(context, window, qapp):
    """Quick entry over an empty window; nobody chooses two onderwerpen within half a second."""
    before = qapp.keyboardInputInterval()
    qapp.setKeyboardInputInterval(0)
    yield QuickEntry(context, window)
    qapp.setKeyboardInputInterval(before)


def kept(store):
    """The questions of the database, in the order in which they were typed."""
    return store.read(vraag_rijen, sorted(store.read(vraag_ids, VraagFilter(stand=""))))


def test_a_question_of_a_known_deelnemer_is_in_with_twelve_keys_besides_the_text(
    entry, store, popescu, keyboard
):
    keyboard.presses += 1  # Ctrl+N, which the window hears
    entry.open(Target("nieuwe_vraag"))
    keyboard.press_letters("popes")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.press_letters("n")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("Kan ik nog starten met Nederlands?")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("Ja, op dinsdag.")
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert keyboard.presses <= 12
    [row] = kept(store)
    assert (row.naam, row.onderwerp, row.kanaal) == ("Popescu, Andrei", "NT2", "rapportbriefje")
    assert (row.vraag, row.antwoord) == ("Kan ik nog starten met Nederlands?", "Ja, op dinsdag.")
    assert row.datum == row.beantwoord_op == date(2026, 11, 24)
    assert entry.overlay is None


def test_the_form_says_who_was_chosen(entry, store, popescu, keyboard):
    store.write(nieuwe_vraag, VraagInvoer(popescu, "nt2", "Wanneer?", kanaal="brief"))
    entry.open(Target("nieuwe_vraag"))
    keyboard.type("andrei p")
    keyboard.press(Qt.Key.Key_Return)
    note = entry.form.boxes["deelnemer_id"].note
    assert "Veroordeelde · Mannen 2 · 1 open vraag" in texts(note)
    assert entry.form.deelnemer.text() == "Popescu, Andrei (0002)"


def texts(widget):
    """The words that stand in a part of the screen."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_an_anonymous_question_is_asked_for_in_so_many_words(entry, store, keyboard):
    entry.open(Target("nieuwe_vraag"))
    keyboard.type("anoniem")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.press_letters("i")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("Is er een film over inburgering?")
    keyboard.press(Qt.Key.Key_Return, CTRL)
    [row] = kept(store)
    assert (row.deelnemer_id, row.onderwerp) == (None, "inburgering")


def test_a_question_for_nobody_in_particular_is_not_kept_by_accident(entry, store, keyboard):
    entry.open(Target("nieuwe_vraag"))
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert "Kies een deelnemer." in entry.form.boxes["deelnemer_id"].message.text()
    assert QApplication.focusWidget() is entry.form.deelnemer.control
    assert kept(store) == []


def test_from_a_dossier_the_deelnemer_is_filled_in_and_typing_starts_at_the_onderwerp(
    entry, popescu, keyboard
):
    entry.open(Target("nieuwe_vraag", popescu))
    keyboard.press_letters("e")
    assert entry.form.deelnemer.value() == popescu
    assert entry.form.onderwerp.value() == "examencommissie"


def test_what_was_the_same_five_times_is_filled_in_and_says_so(entry, store, keyboard):
    for _ in range(5):
        store.write(nieuwe_vraag, VraagInvoer(None, "nt2", "Wanneer?", kanaal="gesprek", minuten=25))
    entry.open(Target("nieuwe_vraag"))
    assert (entry.form.kanaal.value(), entry.form.editor("minuten").value()) == ("gesprek", 25)
    assert "Kanaal en tijd zijn ingevuld zoals de vorige vijf keer" in texts(entry.form)


def test_more_questions_from_one_slip_keep_the_deelnemer_the_kanaal_and_the_day(
    entry, store, popescu, keyboard, qtbot
):
    entry.open(Target("nieuwe_vraag", popescu))
    entry.form.datum.show_value(date(2026, 11, 20))
    entry.form.kanaal.show_value("brief")
    for onderwerp, vraag in (("n", "Kan ik Nederlands leren?"), ("e", "Kan ik examen doen?")):
        keyboard.press_letters(onderwerp)
        keyboard.press(Qt.Key.Key_Tab)
        keyboard.type(vraag)
        keyboard.press(Qt.Key.Key_Return, ALT)
    assert "2 vragen bewaard" in texts(entry.overlay)
    keyboard.press(Qt.Key.Key_Escape)
    assert entry.overlay is None, "nothing was typed, so nothing is asked"
    rows = kept(store)
    assert [row.vraag for row in rows] == ["Kan ik Nederlands leren?", "Kan ik examen doen?"]
    assert {(row.deelnemer_id, row.kanaal, row.datum) for row in rows} == {
        (popescu, "brief", date(2026, 11, 20))
    }


def test_a_question_turns_into_a_begeleiding_while_it_is_typed_in(entry, store, popescu, keyboard):
    entry.open(Target("nieuwe_vraag", popescu))
    keyboard.press_letters("o")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("Ik wil leren lassen.")
    while QApplication.focusWidget().accessibleName() != "Dit wordt een begeleiding":
        keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_Space)
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert kept(store)[0].begeleiding_id is not None


def test_a_second_begeleiding_is_refused_at_the_check_box_and_nothing_is_kept(
    entry, store, popescu, keyboard
):
    first = VraagInvoer(popescu, "nt2", "Eerste", kanaal="brief", wordt_begeleiding=True)
    store.write(nieuwe_vraag, first)
    entry.open(Target("nieuwe_vraag", popescu))
    entry.form.onderwerp.show_value("nt2")
    entry.form.editor("vraag").show_value("Tweede")
    entry.form.editor("wordt_begeleiding").show_value(True)
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert "loopt al een begeleiding" in entry.form.boxes["wordt_begeleiding"].message.text()
    assert len(kept(store)) == 1


def test_what_was_typed_is_there_again_after_a_crash(entry, context, window, store, popescu, keyboard, qtbot):
    entry.open(Target("nieuwe_vraag"))
    keyboard.type("popes")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("Half getypt, en toen ging het licht uit")
    for drafts in window.findChildren(Drafts):
        drafts.flush()
    entry.overlay.setParent(None)

    again = QuickEntry(context, window)
    again.open(Target("nieuwe_vraag"))
    assert again.form.deelnemer.value() == popescu
    assert again.form.editor("vraag").value() == "Half getypt, en toen ging het licht uit"
    assert any(text.startswith("Concept bewaard om") for text in texts(again.overlay))
    keyboard.press_letters("n")
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert store.read(concepten) == []
    assert len(kept(store)) == 1


def test_the_draft_is_kept_a_moment_after_the_last_key(entry, store, keyboard, qtbot):
    entry.open(Target("nieuwe_vraag"))
    keyboard.type("anoniem")
    assert store.read(concepten) == []
    qtbot.waitUntil(lambda: len(store.read(concepten)) == 1, timeout=4000)


def test_escape_closes_at_once_when_nothing_was_typed(entry, keyboard, qtbot):
    entry.open(Target("nieuwe_vraag"))
    with qtbot.waitSignal(entry.closed):
        keyboard.press(Qt.Key.Key_Escape)


def test_keeping_tells_how_to_take_it_back(entry, store, popescu, keyboard, qtbot):
    entry.open(Target("nieuwe_vraag", popescu))
    keyboard.press_letters("n")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("Wanneer begint het?")
    with qtbot.waitSignal(entry.kept) as told:
        keyboard.press(Qt.Key.Key_Return, CTRL)
    assert told.args == ["Vraag bewaard. Ongedaan maken: Ctrl+Z"]
    store.undo()
    assert kept(store) == []


def test_an_unknown_name_can_be_made_a_dossier_first(entry, keyboard, qtbot):
    entry.open(Target("nieuwe_vraag"))
    keyboard.type("Özdemir")
    with qtbot.waitSignal(entry.go) as asked:
        keyboard.press(Qt.Key.Key_Return)
    assert asked.args == [Target("nieuwe_deelnemer", part="Özdemir")]


def test_a_new_dossier_made_in_between_gets_the_question_that_was_being_typed(
    entry, context, window, store, popescu, keyboard
):
    entry.open(Target("nieuwe_vraag"))
    entry.form.editor("vraag").show_value("Kan ik hier Frans leren?")
    keyboard.type("Onbekend")
    keyboard.press(Qt.Key.Key_Return)
    assert entry.overlay is None, "there is room for the form of the dossier"
    entry.open(Target("nieuwe_vraag", popescu))
    assert entry.form.deelnemer.value() == popescu
    assert entry.form.editor("vraag").value() == "Kan ik hier Frans leren?"


def test_closing_a_half_typed_question_keeps_it_as_a_draft_unless_it_is_thrown_away(entry, store, keyboard):
    entry.open(Target("nieuwe_vraag"))
    keyboard.type("anoniem")
    keyboard.press(Qt.Key.Key_Return)
    keyboard.press(Qt.Key.Key_Escape)
    assert "Het concept blijft voor je klaarstaan." in texts(entry.overlay)
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_Return)
    assert entry.overlay is None
    assert [row.plaats for row in store.read(concepten)] == ["nieuwe_vraag"]

    entry.open(Target("nieuwe_vraag"))
    assert entry.form.deelnemer.is_anonymous()
    keyboard.press(Qt.Key.Key_Escape)
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_Return)
    assert store.read(concepten) == []
