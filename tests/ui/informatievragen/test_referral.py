"""A question that goes on to a partner: only with a toestemming, which can be noted on the spot."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from leertraject_desktop.features.doorverwijzingen.commands import zet_stand
from leertraject_desktop.features.doorverwijzingen.invoer import StandInvoer
from leertraject_desktop.features.doorverwijzingen.lijst import doorverwijzingen
from leertraject_desktop.features.informatievragen.commands import nieuwe_vraag
from leertraject_desktop.features.informatievragen.doorverwijzing import verwijzing_van
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.features.informatievragen.lijst import VraagFilter, vraag_ids
from leertraject_desktop.features.taken.lijst import taken
from leertraject_desktop.features.toestemmingen.commands import nieuwe_toestemming
from leertraject_desktop.features.toestemmingen.invoer import ToestemmingInvoer
from leertraject_desktop.features.toestemmingen.lijst import toestemmingen
from leertraject_desktop.ui.informatievragen.quick_entry import QuickEntry
from leertraject_desktop.ui.kit.screen import Target

CTRL = Qt.KeyboardModifier.ControlModifier
TODAY = date(2026, 11, 24)


@pytest.fixture
def entry(context, window):
    return QuickEntry(context, window)


def words(entry):
    return "\n".join(label.text() for label in entry.overlay.findChildren(QLabel) if label.isVisible())


def to(keyboard, name):
    for _ in range(40):
        if QApplication.focusWidget().accessibleName() == name:
            return
        keyboard.press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes at {name}")


def ask(keyboard, text="Ik wil leren lassen."):
    """The onderwerp and the question; the deelnemer is known."""
    keyboard.press_letters("o")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type(text)


def test_without_a_toestemming_nothing_is_kept_and_the_way_to_note_one_stands_there(
    entry, store, popescu, keyboard
):
    entry.open(Target("nieuwe_vraag", popescu))
    ask(keyboard)
    assert entry.form.boxes["getekend_op"].isHidden()
    to(keyboard, "Doorverwezen naar")
    keyboard.press_letters("vd")
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert "Er is geen toestemming om gegevens door te geven aan VDAB." in words(entry)
    assert store.read(vraag_ids, VraagFilter("")) == []
    to(keyboard, "Toestemming getekend op")
    keyboard.type("vandaag")
    to(keyboard, "Nummer van het blad")
    keyboard.type("C3VX-7PM2-KD9S")
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert entry.overlay is None
    (consent,) = store.read(toestemmingen, popescu)
    assert (consent.partner, consent.gegeven_op, consent.formuliernummer) == ("VDAB", TODAY, "C3VX-7PM2-KD9S")
    (referral,) = store.read(doorverwijzingen, popescu)
    assert (referral.partner, referral.datum, referral.vraag) == ("VDAB", TODAY, "Ik wil leren lassen.")
    store.undo()
    assert (store.read(toestemmingen, popescu), store.read(doorverwijzingen, popescu)) == ([], [])


def test_with_a_toestemming_only_the_partner_is_asked_and_a_late_answer_becomes_a_taak(
    entry, store, popescu, keyboard, clock
):
    store.write(nieuwe_toestemming, popescu, ToestemmingInvoer("vdab", "gegevens", date(2026, 11, 2)))
    entry.open(Target("nieuwe_vraag", popescu))
    ask(keyboard)
    to(keyboard, "Doorverwezen naar")
    keyboard.press_letters("vd")
    assert "Er is een toestemming voor deze partner." in words(entry)
    assert entry.form.boxes["getekend_op"].isHidden()
    keyboard.press(Qt.Key.Key_Return, CTRL)
    clock.later(days=20)
    late = [(row.bron, row.dagen_te_laat) for row in store.read(taken, None, None)]
    assert ("doorverwijzing", 6) in late


def test_an_anonymous_question_offers_no_partner_and_no_begeleiding(entry, store, keyboard):
    entry.open(Target("nieuwe_vraag"))
    keyboard.type("anoniem")
    keyboard.press(Qt.Key.Key_Return)
    for name in ("partner", "verwezen_op", "getekend_op", "wordt_begeleiding"):
        assert entry.form.boxes[name].isHidden()
    keyboard.press_letters("i")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("Is er een film?")
    keyboard.press(Qt.Key.Key_Return, CTRL)
    (vraag,) = store.read(vraag_ids, VraagFilter(""))
    entry.open(Target("vraag", vraag))
    assert not entry.edit.content.become.isVisible()
    assert entry.edit.form.boxes["partner"].isHidden()


def test_a_question_that_was_kept_is_answered_and_referred_in_one_go_without_a_reason(
    entry, store, popescu, keyboard
):
    store.write(nieuwe_toestemming, popescu, ToestemmingInvoer("vdab", "gegevens", date(2026, 11, 2)))
    vraag = store.write(nieuwe_vraag, VraagInvoer(popescu, "nt2", "Lassen?", kanaal="brief", datum=TODAY))
    entry.open(Target("vraag", vraag))
    keyboard.type("Ik vraag het aan VDAB.")
    to(keyboard, "Doorverwezen naar")
    keyboard.press_letters("vd")
    assert not entry.edit.content.reason.isVisible()
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert store.read(verwijzing_van, vraag).partner == "VDAB"
    assert store.read(vraag_ids, VraagFilter("open")) == []


def test_a_question_says_where_its_referral_is_and_leads_to_the_answer(
    entry, store, popescu, keyboard, qtbot
):
    store.write(nieuwe_toestemming, popescu, ToestemmingInvoer("vdab", "gegevens", date(2026, 11, 2)))
    invoer = VraagInvoer(popescu, "nt2", "Lassen?", kanaal="brief", datum=TODAY, partner="vdab")
    vraag = store.write(nieuwe_vraag, invoer)
    entry.open(Target("vraag", vraag))
    assert "Doorverwezen naar VDAB op 24-11-2026: in behandeling, antwoord tegen 8-12-2026" in words(
        entry.edit
    )
    assert entry.edit.form.boxes["partner"].isHidden()
    referral = store.read(verwijzing_van, vraag).id
    with qtbot.waitSignal(entry.edit.go) as asked:
        entry.edit.content.answer.click()
    assert asked.args == [Target(f"doorverwijzing_antwoord-{referral}", popescu)]
    store.write(zet_stand, referral, StandInvoer("geweigerd", TODAY, "geen_plaats"))
    entry.open(Target("vraag", vraag))
    assert "geweigerd, antwoord op 24-11-2026" in words(entry.edit)
