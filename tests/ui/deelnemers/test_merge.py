"""One dossier of two, from the keyboard: the other one is offered, both are seen, and one undo parts them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from leertraject_desktop.features.begeleidingen.invoer import BegeleidingInvoer
from leertraject_desktop.features.begeleidingen.verloop import start_begeleiding
from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.dossier import dossierkop
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.features.deelnemers.lijst import aantal_hier
from leertraject_desktop.ui.deelnemers.merge import MergeDossiers
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.screen import Target

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def double(store, ids):
    """Youssef El Amrani, entered again as Jousef."""
    invoer = NieuweDeelnemer("Jousef", "El Amrani", statuut="V", verblijf_van=date(2026, 2, 4))
    return store.write(nieuwe_deelnemer, invoer)


@pytest.fixture
def opened(context, window, ids, double):
    form = MergeDossiers(context, window)
    form.open(Target("samenvoegen", ids["El Amrani"]))
    return form


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def said(opened):
    return [label.text() for label in opened.content.preview.findChildren(Label)]


def test_the_other_dossier_is_offered_and_both_become_one(opened, store, ids, double, qtbot):
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is opened.content.suggestions[0]
    press(qtbot, Qt.Key.Key_Space)
    assert "Verhuist mee: niets, dat dossier is leeg." in said(opened)
    QApplication.processEvents()  # keys go by what is shown
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().text() == "Youssef"
    press(qtbot, Qt.Key.Key_Right)
    assert opened.content.choices() == {"voornaam": "verdwijnt"}
    with qtbot.waitSignal(opened.go) as asked, qtbot.waitSignal(opened.kept) as told:
        press(qtbot, Qt.Key.Key_Return, CTRL)
    assert asked.args == [Target("dossier", ids["El Amrani"])]
    assert told.args == ["Samengevoegd tot Jousef El Amrani, nummer 0001. Ongedaan maken: Ctrl+Z"]
    assert store.read(aantal_hier) == len(ids)
    store.undo()
    assert store.read(dossierkop, double).nummer == "0005"


def test_the_other_dossier_is_found_by_its_number(opened, qtbot):
    qtbot.keyClicks(QApplication.focusWidget(), "0005")
    press(qtbot, Qt.Key.Key_Return)
    assert opened.content.other.value() == 5
    assert any("Jousef El Amrani, nummer 0005" in text for text in said(opened))


def test_what_cannot_be_merged_is_said_before_and_when_it_is_tried(opened, store, ids, double, qtbot):
    for deelnemer in (ids["El Amrani"], double):
        store.write(start_begeleiding, BegeleidingInvoer(deelnemer, date(2026, 3, 1), "Lassen"))
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Space)
    words = "In Brugge loopt in allebei de dossiers een begeleiding."
    assert words in opened.content.preview.findChild(Notice).text()
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert words in opened.overlay.sheet.notice.text()
    assert store.read(aantal_hier) == len(ids) + 1


def test_confirming_without_a_choice_says_what_is_missing(opened, qtbot):
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert "Kies het andere dossier." in opened.overlay.sheet.notice.text()
