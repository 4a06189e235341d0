"""A taak is made in a few words, put right, and ticked off when it is done."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from leertraject_desktop.features.concepten.concepten import concepten
from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.features.taken.commands import TaakInvoer, nieuwe_taak
from leertraject_desktop.features.taken.lijst import taak_invoer, taken
from leertraject_desktop.ui.kit.screen import Target
from leertraject_desktop.ui.taken.new_taak import NewTaak

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def form(context, window):
    return NewTaak(context, window)


@pytest.fixture
def kaya(store):
    return store.write(nieuwe_deelnemer, NieuweDeelnemer("Emre", "Kaya", statuut="B", afdeling="Mannen 2"))


@pytest.fixture
def taak(store):
    return store.write(nieuwe_taak, TaakInvoer("Attest afdrukken", date(2026, 11, 24), "10:00"))


def test_a_taak_for_tomorrow_with_an_hour_and_a_deelnemer(form, store, kaya, keyboard, qtbot):
    form.open(Target("nieuwe_taak"))
    keyboard.type("Intake")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("morgen")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("13u30")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("kay")
    keyboard.press(Qt.Key.Key_Return)
    with qtbot.waitSignal(form.kept) as told:
        keyboard.press(Qt.Key.Key_Return, CTRL)
    assert told.args == ["Taak bewaard. Ongedaan maken: Ctrl+Z"]
    [row] = store.read(taken, None, None)
    assert (row.omschrijving, row.datum, row.uur, row.naam) == (
        "Intake",
        date(2026, 11, 25),
        "13:30",
        "Emre Kaya",
    )


def test_from_a_dossier_the_deelnemer_is_filled_in_and_today_is_the_day(form, store, kaya, keyboard):
    form.open(Target("nieuwe_taak", kaya))
    keyboard.type("Bellen")
    keyboard.press(Qt.Key.Key_Return, CTRL)
    [row] = store.read(taken, None, None)
    assert (row.deelnemer_id, row.datum, row.uur) == (kaya, date(2026, 11, 24), "")


@pytest.mark.parametrize(
    ("field", "typed", "says"), [("omschrijving", "", "geen naam"), ("uur", "25u", "bestaat niet")]
)
def test_what_cannot_be_is_told_at_its_field_and_nothing_is_kept(
    form, store, keyboard, qtbot, field, typed, says
):
    form.open(Target("nieuwe_taak"))
    form.form.editor("omschrijving").show_value("Bellen")
    editor = form.form.editor(field)
    editor.show_value("")
    editor.setFocus()
    keyboard.type(typed)
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert says in form.form.boxes[field].message.text()
    assert store.read(taken, None, None) == []


def test_a_taak_is_ticked_off_with_one_key(form, store, taak, keyboard):
    form.open(Target("taak", taak))
    keyboard.press(Qt.Key.Key_D, CTRL)
    assert store.read(taken, None, None) == []
    store.undo()
    assert len(store.read(taken, None, None)) == 1


def test_a_taak_that_changes_keeps_its_hour(form, store, taak, keyboard):
    form.open(Target("taak", taak))
    keyboard.type("Attest ophalen")
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert store.read(taak_invoer, taak) == TaakInvoer("Attest ophalen", date(2026, 11, 24), "10:00")


def test_a_taak_is_removed_with_a_reason(form, store, taak, keyboard):
    form.open(Target("taak", taak))
    form.content.removal.start.click()
    keyboard.press_letters("d")
    form.content.removal.remove.click()
    assert store.read(taken, None, None) == []


def test_a_half_typed_taak_waits_as_a_draft(form, store, keyboard):
    form.open(Target("nieuwe_taak"))
    keyboard.type("Leerwinkel")
    form.close()
    assert [row.plaats for row in store.read(concepten)] == ["nieuwe_taak"]
    form.open(Target("nieuwe_taak"))
    assert form.form.editor("omschrijving").value() == "Leerwinkel"
