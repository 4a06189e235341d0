"""The window: every place by keyboard, the way back, one search box, and undo from anywhere."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.features.importeren.lijsten import csv_lijst, lijst_en_koppeling

from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.features.deelnemers.lijst import aantal_hier
from leertraject_desktop.features.importeren.importeren import importeer
from leertraject_desktop.features.informatievragen.commands import nieuwe_vraag
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.features.informatievragen.lijst import aantallen
from leertraject_desktop.features.taken.commands import TaakInvoer, nieuwe_taak
from leertraject_desktop.features.taken.lijst import takenbord
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.kit.busy import Busy
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.screen import Context, Target
from leertraject_desktop.ui.main_window import FORMS, HELP, MANY_ROWS, PAGES, PLACES, MainWindow
from leertraject_desktop.ui.shortcut_sheet import KEYS

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def main(context: Context, qtbot) -> Iterator[MainWindow]:
    made = MainWindow(context)
    made.resize(1366, 720)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def press(main: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(QApplication.focusWidget() or main, key, modifiers)


def here(main: MainWindow) -> str:
    return next(place for place, screen in main._screens.items() if screen is main.frame.page())


def test_the_program_opens_on_what_must_be_done_now(main):
    assert here(main) == "start"
    assert main.frame.top.place.text() == "Brugge"


@pytest.mark.parametrize("item", PLACES, ids=lambda item: item.key)
def test_every_place_is_one_key_away(main, item):
    press(main, getattr(Qt.Key, f"Key_{item.digit}"))
    assert here(main) == item.key
    assert main.frame.page().isVisible()


def test_alt_and_the_arrows_walk_back_and_forward(main):
    press(main, Qt.Key.Key_2)
    press(main, Qt.Key.Key_3)
    press(main, Qt.Key.Key_Left, ALT)
    assert here(main) == "deelnemers"
    press(main, Qt.Key.Key_Left, ALT)
    press(main, Qt.Key.Key_Left, ALT)
    assert here(main) == "start"
    press(main, Qt.Key.Key_Right, ALT)
    assert here(main) == "deelnemers"


def test_a_place_that_refuses_is_not_on_the_way_back(main):
    press(main, Qt.Key.Key_2)
    main.go(Target("dossier", 4711))
    assert main.problem.isVisible()
    assert here(main) == "deelnemers"
    press(main, Qt.Key.Key_3)
    press(main, Qt.Key.Key_Left, ALT)
    assert here(main) == "deelnemers"


def test_the_way_back_goes_past_a_dossier_that_was_removed_meanwhile(main, store: Store):
    deelnemer = store.write(nieuwe_deelnemer, NieuweDeelnemer("Omar", "Haddad"))
    press(main, Qt.Key.Key_2)
    main.go(Target("dossier", deelnemer))
    press(main, Qt.Key.Key_3)
    store.undo()
    press(main, Qt.Key.Key_Left, ALT)
    assert main.problem.isVisible()
    assert here(main) == "vragen"
    press(main, Qt.Key.Key_Left, ALT)
    assert here(main) == "deelnemers"
    press(main, Qt.Key.Key_Right, ALT)
    assert here(main) == "vragen"


@pytest.mark.parametrize(
    ("key", "modifiers", "title"),
    [
        (Qt.Key.Key_N, CTRL, "Nieuwe vraag"),
        (Qt.Key.Key_N, CTRL | SHIFT, "Nieuwe deelnemer"),
        (Qt.Key.Key_T, CTRL | SHIFT, "Nieuwe taak"),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, "Sneltoetsen"),
    ],
)
def test_a_form_opens_from_anywhere_and_escape_gives_the_page_back(main, key, modifiers, title):
    press(main, Qt.Key.Key_3)
    press(main, key, modifiers)
    assert main._form is not None
    assert main._form.overlay.sheet.title.text() == title
    press(main, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert main._form is None
    assert here(main) == "vragen"


def test_ctrl_z_takes_back_what_was_kept_last_and_says_what(main, store: Store):
    store.write(nieuwe_taak, TaakInvoer("Bellen met Ligo"))
    press(main, Qt.Key.Key_Z)
    assert store.read(takenbord).vandaag == 0
    assert main.frame.status.saved.text() == "Ongedaan gemaakt: taak toevoegen"


def test_ctrl_z_takes_an_import_of_hundreds_back_while_the_window_shows_how_far_it_is(main, store, tmp_path):
    names = [[f"{a}o{b}a{c}e", f"{c}i{a}u", "1-1-1990"] for a in "bdfgkl" for b in "mnprst" for c in "vzkrs"]
    path = csv_lijst(tmp_path / "l.csv", ["Familienaam", "Voornaam", "Geboortedatum"], *names)
    store.write(importeer, *lijst_en_koppeling(store, path))
    assert store.undo_size() > MANY_ROWS
    press(main, Qt.Key.Key_Z)
    (busy,) = main.findChildren(Busy)
    assert busy.isVisible()
    assert main.context.jobs.wait()
    assert store.read(aantal_hier) == 0
    assert main.frame.status.saved.text() == "Ongedaan gemaakt: lijst inlezen"


def test_ctrl_z_in_an_empty_search_field_still_takes_back(main, store: Store):
    store.write(nieuwe_taak, TaakInvoer("Bellen met Ligo"))
    press(main, Qt.Key.Key_K)
    assert QApplication.focusWidget() is main.frame.top.search
    press(main, Qt.Key.Key_Z)
    assert store.read(takenbord).vandaag == 0


def test_nothing_to_take_back_is_said_and_blocks_nothing(main, store: Store):
    press(main, Qt.Key.Key_Z)
    assert main.problem.isVisible()
    press(main, Qt.Key.Key_2)
    assert not main.problem.isVisible()
    assert store.read(aantallen).open == 0


def test_the_search_box_leads_to_the_dossier(main, store: Store, qtbot):
    invoer = NieuweDeelnemer(voornaam="Youssef", familienaam="El Amrani", verblijf_van=date(2026, 2, 4))
    store.write(nieuwe_deelnemer, invoer)
    press(main, Qt.Key.Key_K)
    QTest.keyClicks(main.frame.top.search, "jusef amr")
    qtbot.waitUntil(lambda: bool(main.search.popup.rows()))
    press(main, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert here(main) == "dossier"
    assert main.frame.top.search.text() == ""


def test_a_page_that_is_not_on_the_screen_reads_again_when_it_is_shown(main, store: Store):
    press(main, Qt.Key.Key_2)
    press(main, Qt.Key.Key_1)
    store.write(nieuwe_deelnemer, NieuweDeelnemer(voornaam="Jan", familienaam="Peeters"))
    press(main, Qt.Key.Key_2)
    assert main.frame.page().table.model().rowCount() == 1


def test_the_sheet_of_keys_names_every_key_of_the_navigation():
    written = {keys for _, group in KEYS for keys, _ in group}
    assert {item.shortcut for item in (*PLACES, HELP)} <= written


def test_every_place_and_form_is_built_from_the_kit():
    assert set(PAGES) >= {item.key for item in PLACES}
    assert all(callable(form) for form in FORMS.values())


def test_the_keyboard_stays_on_the_page_when_the_button_that_was_pressed_is_done(main, store):
    deelnemer = store.write(nieuwe_deelnemer, NieuweDeelnemer("Omar", "Haddad"))
    store.write(nieuwe_vraag, VraagInvoer(deelnemer, "nt2", "Mag ik starten?", kanaal="gesprek"))
    main.go(Target("dossier", deelnemer))
    answer = next(b for b in main.page().what_now.findChildren(Button) if b.text() == "Beantwoord")
    answer.setFocus()
    QTest.keyClick(answer, Qt.Key.Key_Space)
    QTest.keyClicks(QApplication.focusWidget(), "Ja, maandag.")
    press(main, Qt.Key.Key_Return)
    assert main.page().isAncestorOf(QApplication.focusWidget())
