"""The first start: by keyboard to a new database, back without losing anything, clear about what fails."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.conftest import FAST
from tests.storage.test_disk import no_file_larger_than

from leertraject_desktop.features.gebruikers.toegang import heeft_herstelblad, herstel_toegang
from leertraject_desktop.storage import location
from leertraject_desktop.storage.database import open_store
from leertraject_desktop.ui.eerste_start.wizard import FirstStart
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.jobs import Jobs
from leertraject_desktop.ui.kit.login_proposal import proposed_login

ZIN = "drie fietsen wachten op zachte regen"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "computer"
    monkeypatch.setenv(location.FOLDER_VARIABLE, str(made))
    return made


@pytest.fixture
def wizard(qtbot: QtBot, jobs: Jobs, clock, folder: Path) -> FirstStart:
    made = FirstStart(jobs, kdf=FAST, clock=clock)
    qtbot.addWidget(made)
    made.resize(1366, 697)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


def _type(qtbot: QtBot, text: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)


def _enter(qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def _tab(qtbot: QtBot, times: int = 1) -> None:
    for _ in range(times):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)


def _to_passphrase(qtbot: QtBot) -> None:
    _type(qtbot, "Bru")
    _enter(qtbot)
    _type(qtbot, "An Baert")
    _enter(qtbot)


def _to_sheet(qtbot: QtBot) -> None:
    _to_passphrase(qtbot)
    _type(qtbot, ZIN)
    _tab(qtbot)
    _type(qtbot, ZIN)
    _enter(qtbot)
    _enter(qtbot)


def test_the_keyboard_alone_makes_the_data_of_a_prison(qtbot, wizard, jobs, folder):
    _to_sheet(qtbot)
    _tab(qtbot)
    blad = wizard.recovery.blad()
    _type(qtbot, blad.groepen[wizard.recovery.group - 1].lower())
    _enter(qtbot)
    assert wizard.here is wizard.end
    assert not folder.exists() or list(folder.iterdir()) == []
    with qtbot.waitSignal(wizard.made, timeout=20_000) as made:
        _enter(qtbot)
        assert wizard.next_button.text() == "Bezig…" and not wizard.next_button.isEnabled()
        assert not wizard.list.hasFocus()
    path, login = made.args
    assert (path, login) == (folder / "brugge.leertraject", "an.baert")
    with open_store(path, login, ZIN) as store:
        assert (store.wie.naam, store.wie.gevangenis) == ("An Baert", "BRG")
    herstel_toegang(path, blad.qr, login, "zes stoelen onder het dak", kdf=FAST)
    assert location.last_used() == path


def test_enter_in_the_list_of_steps_goes_on_and_on_a_step_that_is_done_goes_back(qtbot, wizard):
    _type(qtbot, "Bru")
    wizard.list.setFocus()
    _enter(qtbot)
    assert wizard.here is wizard.person
    wizard.list.setFocus()
    qtbot.keyClick(wizard.list, Qt.Key.Key_Up)
    _enter(qtbot)
    assert wizard.here is wizard.prison


def test_the_sheet_may_be_printed_later(qtbot, wizard, jobs):
    _to_sheet(qtbot)
    _enter(qtbot)  # on the button: look at the sheet first
    overlay = wizard.findChildren(Overlay)[0]
    qtbot.keyClick(overlay.sheet.confirm_button, Qt.Key.Key_Escape)
    wizard.recovery.editor.setFocus()
    _enter(qtbot)
    assert "nog niet nagekeken" in wizard.recovery.box.message.text()
    qtbot.keyClick(wizard.recovery.later.control, Qt.Key.Key_Space)
    assert wizard.recovery.warning.isVisible()
    wizard.go_on()
    with qtbot.waitSignal(wizard.made, timeout=20_000) as made:
        wizard.go_on()
    assert not heeft_herstelblad(made.args[0])


def test_data_that_could_not_be_made_on_a_full_disk_are_made_at_the_next_try(qtbot, wizard, jobs, folder):
    _to_sheet(qtbot)
    wizard.recovery.later.show_value(True)
    wizard.go_on()
    with no_file_larger_than(4096):
        _enter(qtbot)
        assert not wizard.next_button.isEnabled()
        jobs.wait()
    assert wizard.next_button.isEnabled() and wizard.next_button.hasFocus()
    assert "plaats" in wizard.footer.notice.text() and wizard.back_button.isEnabled()
    with qtbot.waitSignal(wizard.made, timeout=20_000):
        _enter(qtbot)


def test_a_wrong_group_of_the_sheet_is_told_at_the_field(qtbot, wizard):
    _to_sheet(qtbot)
    _tab(qtbot)
    _type(qtbot, "UUUUU")
    _enter(qtbot)
    assert "Dit is niet groep" in wizard.recovery.box.message.text() and wizard.here is wizard.recovery


def test_going_back_loses_nothing(qtbot, wizard):
    _to_passphrase(qtbot)
    _type(qtbot, ZIN)
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert wizard.here is wizard.prison and wizard.prison.editor.label() == "Brugge"
    _enter(qtbot)
    assert wizard.person.naam.value() == "An Baert"
    _enter(qtbot)
    assert wizard.phrase.new.phrase.value() == ZIN


def test_who_goes_back_to_print_the_sheet_stands_at_its_choice(qtbot, wizard):
    _to_sheet(qtbot)
    _tab(qtbot, 2)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    _enter(qtbot)
    assert wizard.here is wizard.end
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert not wizard.recovery.later.value() and wizard.recovery.print_button.isEnabled()


def test_another_prison_asks_for_another_sheet(qtbot, wizard):
    _to_sheet(qtbot)
    first = wizard.recovery.blad()
    wizard.list.opened.emit(0)
    wizard.prison.editor.show_value("GEN")
    for _ in range(4):
        wizard.go_on()
    assert wizard.recovery.blad().gevangenis == "Gent" and wizard.recovery.blad() != first


def test_an_empty_step_says_what_is_missing_and_stays(qtbot, wizard):
    _enter(qtbot)
    assert "nog geen gevangenis" in wizard.prison.box.message.text()
    _type(qtbot, "Bru")
    _enter(qtbot)
    _enter(qtbot)
    assert "Je naam is nog leeg" in wizard.person.naam_box.message.text()
    QApplication.focusWidget().insert("مريم")
    _enter(qtbot)
    assert "Een aanmeldnaam heeft" in wizard.person.login_box.message.text()
    assert wizard.here is wizard.person


def test_the_passphrase_is_judged_while_it_is_typed(qtbot, wizard):
    _to_passphrase(qtbot)
    _type(qtbot, "an baert")
    _enter(qtbot)
    assert wizard.phrase.new.box.message.text() != ""
    wizard.phrase.new.phrase.control.clear()
    _type(qtbot, ZIN)
    _tab(qtbot)
    _type(qtbot, ZIN[:-13])
    assert "Nog 13 tekens" in _note(wizard)
    _type(qtbot, "x")
    assert "iets anders" in _note(wizard)
    _enter(qtbot)
    assert "niet dezelfde wachtzin" in wizard.phrase.new.repeat_box.message.text()


def test_a_proposed_passphrase_can_be_read_and_is_typed_once_more(qtbot, wizard):
    _to_passphrase(qtbot)
    wizard.phrase.new.propose.click()
    proposed = wizard.phrase.new.phrase.value()
    assert len(proposed.split()) == 4 and wizard.phrase.new.phrase.control.displayText() == proposed
    assert wizard.phrase.new.repeat.control.hasFocus()
    _type(qtbot, proposed)
    _enter(qtbot)
    assert wizard.here is wizard.place


def test_a_folder_without_rights_is_refused_at_once(qtbot, wizard, tmp_path):
    (tmp_path / "bestand").touch()
    _to_passphrase(qtbot)
    wizard.phrase.new.propose.click()
    _type(qtbot, wizard.phrase.new.phrase.value())
    _enter(qtbot)
    wizard.place.editor.control.clear()
    _type(qtbot, str(tmp_path / "bestand" / "map"))
    _enter(qtbot)
    assert wizard.here is wizard.place and "map" in wizard.place.box.message.text()


def test_what_fails_at_the_end_stands_above_the_button(qtbot, wizard, jobs, folder):
    _to_sheet(qtbot)
    wizard.recovery.later.control.click()
    wizard.go_on()
    folder.rmdir()
    folder.touch()
    _enter(qtbot)
    jobs.wait()
    assert wizard.footer.notice.isVisible() and wizard.next_button.isEnabled()
    folder.unlink()
    with qtbot.waitSignal(wizard.made, timeout=20_000):
        wizard.go_on()


@pytest.mark.parametrize(
    ("naam", "login"),
    [
        ("An Baert", "an.baert"),
        ("Jean-Pierre Van den Broeck", "jeanpierre.vandenbroeck"),
        ("Zoë", "zoe"),
        ("مريم", ""),
        ("Ö" * 99, "o" * 40),
    ],
)
def test_a_login_is_proposed_from_the_name(naam, login):
    assert proposed_login(naam) == login


def _note(wizard: FirstStart) -> str:
    note = wizard.phrase.new.repeat_box.note
    return note._text.text() if note.isVisible() else ""


@pytest.mark.parametrize("folder_name", ["é" * 200, "/" + "é" * 200, "/" + "x" * 900])
def test_a_folder_that_cannot_be_is_told_at_its_field_and_not_before(wizard, folder_name):
    wizard.place.editor.control.setText(folder_name)
    wizard.place.enter()
    assert not wizard.place.box.message.text()
    assert not wizard.place.check()
    assert wizard.place.box.message.text()
