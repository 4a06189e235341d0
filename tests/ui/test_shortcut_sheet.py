"""The sheet of keys is complete and true, and the usual jobs take few keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication
from tests.ui.keyboard import Keyboard

from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.features.dossier.tijdlijn import tijdlijn
from leertraject_desktop.features.taken.commands import TaakInvoer, nieuwe_taak
from leertraject_desktop.features.taken.lijst import takenbord
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.screen import Target
from leertraject_desktop.ui.kit.shortcuts import _written
from leertraject_desktop.ui.main_window import FORMS, PAGES, MainWindow
from leertraject_desktop.ui.shortcut_sheet import KEYS

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def jan(store):
    return store.write(nieuwe_deelnemer, NieuweDeelnemer(voornaam="Jan", familienaam="Peeters", statuut="V"))


@pytest.fixture
def main(context, jan, qtbot) -> Iterator[MainWindow]:
    made = MainWindow(context)
    made.resize(1366, 720)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def written():
    """Every key on the sheet, as Qt writes it; two of them on one line stand apart by two spaces."""
    keys = [one for _, group in KEYS for line, _ in group for one in line.split("  ")]
    return {QKeySequence(one).toString() for key in keys for one in _written(key)}


def test_every_key_that_does_something_stands_on_the_sheet(main, jan):
    for place in PAGES:
        main.go(Target(place, jan if place == "dossier" else None))
    found = {shortcut.key().toString() for shortcut in main.findChildren(QShortcut)}
    for form in FORMS:
        main.go(Target(form, None))
        found |= {shortcut.key().toString() for shortcut in main.findChildren(QShortcut)}
        for overlay in main.findChildren(Overlay):
            overlay.close_dialog()
    main.go(Target("start"))
    assert sorted(found - written()) == []


def test_the_sheet_promises_no_key_twice_in_one_place():
    for title, group in KEYS:
        keys = [line for line, _ in group]
        assert len(keys) == len(set(keys)), title
        assert all(not QKeySequence(one).isEmpty() for line in keys for one in line.split() if one in "F1")


def test_ticking_the_first_task_of_the_day_takes_one_key(main, store, jan):
    store.write(nieuwe_taak, TaakInvoer("Boek bezorgen", store.read(vandaag), "", jan))
    main.go(Target("deelnemers"))
    keyboard = Keyboard()
    keyboard.press(Qt.Key.Key_1, CTRL)
    keyboard.press(Qt.Key.Key_Space)
    assert store.read(takenbord).vandaag == 0
    assert keyboard.presses <= 2


def test_a_contactmoment_with_somebody_who_is_found_by_name_takes_at_most_eight_keys(main, store, jan, qtbot):
    keyboard = Keyboard()
    keyboard.press(Qt.Key.Key_K, CTRL)
    keyboard.type("peet")
    qtbot.wait(250)
    keyboard.press(Qt.Key.Key_Return)
    keyboard.press(Qt.Key.Key_M, CTRL)
    keyboard.press(Qt.Key.Key_Down)
    for _ in ("datum", "minuten", "notitie"):
        keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("Wil verder met lassen.")
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert "Wil verder met lassen." in str(store.read(tijdlijn, jan))
    assert keyboard.presses <= 8


def test_finding_a_dossier_takes_two_keys(main, jan, qtbot):
    keyboard = Keyboard()
    keyboard.press(Qt.Key.Key_K, CTRL)
    keyboard.type("peeters")
    qtbot.wait(250)
    keyboard.press(Qt.Key.Key_Return)
    assert main.page() is main._screens["dossier"]
    assert keyboard.presses == 2
