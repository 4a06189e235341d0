"""Adding somebody from the keyboard: what is kept, and what is said when it cannot be."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from leertraject_desktop.features.deelnemers.dossier import deelnemer_invoer, dossierkop
from leertraject_desktop.features.deelnemers.lijst import aantal_hier
from leertraject_desktop.ui.deelnemers.new_deelnemer import NewDeelnemer
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.screen import Target

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(context, window):
    form = NewDeelnemer(context, window)
    form.open(Target("nieuwe_deelnemer"))
    return form


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def type_and_tab(qtbot, *words):
    for word in words:
        if word.isascii():
            qtbot.keyClicks(QApplication.focusWidget(), word)
        else:  # QTest has no keys for other scripts
            QApplication.focusWidget().insert(word)
        press(qtbot, Qt.Key.Key_Tab)


def test_somebody_new_is_typed_without_the_mouse_and_opens_as_a_dossier(opened, store, qtbot):
    type_and_tab(qtbot, "Youssef", "El Amrani", "يوسف", "2-3-1991", "m", "ara", "lager")
    type_and_tab(qtbot, "v", "4-2-2026", "Mannen 3", "312")
    with qtbot.waitSignal(opened.go) as asked, qtbot.waitSignal(opened.kept) as told:
        press(qtbot, Qt.Key.Key_Return, CTRL)
    assert (asked.args, told.args) == (
        [Target("dossier", 1)],
        ["Youssef El Amrani is bewaard met nummer 0001. Ongedaan maken: Ctrl+Z"],
    )
    kop = store.read(dossierkop, 1)
    assert (kop.naam_eigen_schrift, kop.statuut, kop.talen) == ("يوسف", "veroordeelde", "Arabisch")
    assert (kop.verblijf, kop.afdeling, kop.cel) == ("In Brugge sinds 4-2-2026", "Mannen 3", "312")
    kept = store.read(deelnemer_invoer, 1)
    assert (kept.geboortedatum, kept.geslacht, kept.opleidingsniveau) == (date(1991, 3, 2), "M", "lager")


@pytest.mark.parametrize(
    ("fields", "veld", "what"),
    [
        ({}, "familienaam", "Je kan een deelnemer niet bewaren zonder naam."),
        ({"geboortedatum": "31-2-1990"}, "geboortedatum", "31 februari 1990 bestaat niet."),
        ({"familienaam": "A", "geboortedatum": "2-3-2020"}, "geboortedatum", "kan niet kloppen"),
        ({"familienaam": "A", "verblijf_van": "morgen"}, "verblijf_van", "Deze dag moet nog komen."),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_nothing_is_kept(opened, store, qtbot, fields, veld, what):
    for name, text in fields.items():
        opened.form.editor(name).control.setText(text)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert what in opened.form.boxes[veld].message.text()
    assert opened.form.editor(veld).control.hasFocus()
    assert store.read(aantal_hier) == 0


def warning(opened):
    return opened.overlay.sheet.notice.text() if opened.overlay.sheet.notice.isVisible() else ""


def test_a_namesake_is_pointed_out_but_not_refused(ids, opened, store, qtbot):
    type_and_tab(qtbot, "Jan", "Peeters")
    words = "al een dossier: Peeters, Jan, nummer 0003 (zelfde naam, geboortedatum niet bekend)."
    qtbot.waitUntil(lambda: words in warning(opened))
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert store.read(aantal_hier) == len(ids) + 1


def test_a_name_written_by_ear_leads_from_the_keyboard_to_the_dossier_that_is_there(ids, opened, qtbot):
    type_and_tab(qtbot, "El Amrami", "Jousef")
    qtbot.waitUntil(lambda: "El Amrani, Youssef" in warning(opened))
    button = opened.overlay.sheet.notice.findChild(Button, options=Qt.FindChildOption.FindChildrenRecursively)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(opened.go) as asked:
        press(qtbot, Qt.Key.Key_Space)
    assert asked.args == [Target("dossier", ids["El Amrani"])]


def test_the_warning_goes_when_the_name_becomes_another(ids, opened, qtbot):
    type_and_tab(qtbot, "Jan", "Peeters")
    qtbot.waitUntil(lambda: warning(opened) != "")
    qtbot.keyClicks(opened.form.editor("familienaam").control, "-Vermeulen")
    qtbot.waitUntil(lambda: warning(opened) == "")


def test_a_name_of_sixty_letters_with_an_emoji_is_kept_as_it_was_typed(opened, store, qtbot):
    name = "Maximiliaan-Alexander Ferdinand Hendrik van Rossem 🙂 de Jehay"
    opened.form.editor("familienaam").control.insert(name)
    type_and_tab(qtbot, "مهدی")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert store.read(dossierkop, 1).naam == f"مهدی {name}"


def test_escape_asks_first_when_something_was_typed(opened, store, qtbot):
    type_and_tab(qtbot, "Jan")
    press(qtbot, Qt.Key.Key_Escape)
    assert opened.overlay.isVisible()
    press(qtbot, Qt.Key.Key_Tab)
    with qtbot.waitSignal(opened.closed):
        press(qtbot, Qt.Key.Key_Return)
    assert store.read(aantal_hier) == 0
