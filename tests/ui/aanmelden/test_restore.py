"""When the keys or the data are damaged, the login offers a backup, and only to who can open that."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.conftest import Database

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.gebruikers.toegang import maak_herstelblad
from leertraject_desktop.features.reservekopie.reservekopie import maak
from leertraject_desktop.storage import keyfile, pogingen
from leertraject_desktop.storage.instance import Instance
from leertraject_desktop.ui.aanmelden.already_open import NoWayInPage
from leertraject_desktop.ui.aanmelden.login import LoginPage
from leertraject_desktop.ui.aanmelden.restore_card import SHEET


@pytest.fixture
def sheet(store) -> str:
    """The key on the recovery sheet of the data, of which there is a backup."""
    blad = maak_herstelblad(store)
    maak(store, "elke dag")
    store.close()
    return "-".join(blad.groepen)


@pytest.fixture
def page(qtbot, window, jobs, database: Database, sheet: str, clock):
    """The login over data of which the key file and its twin are damaged, by the window that has its lock."""
    for file in (keyfile.key_path(database.path), keyfile.previous_path(database.path)):
        file.write_bytes(b"{stuk")
    instance = Instance.take(database.path)
    made = LoginPage(jobs, database.path, instance=instance, preload=(), clock=clock)
    made.setParent(window)
    made.resize(window.size())
    made.show()
    yield made
    jobs.wait()
    instance.release()


def _open_card(page: LoginPage):
    assert page.restore.isVisible() and "sleutelbestand" in page.card.notice.text()
    page.restore.click()
    page._jobs.wait()
    assert page.restoring is not None
    return page.restoring


def test_with_a_damaged_key_file_a_backup_is_put_back_with_the_passphrase_of_then(page, database, jobs):
    card = _open_card(page)
    assert "Brugge, elke dag" in card.copy.label() and card.who.value() == database.login
    card.passphrase.show_value("een heel andere zin")
    card.go_on()
    jobs.wait()
    assert "klopt niet" in card.notice.text() and page.restoring is card
    card.passphrase.show_value(database.wachtzin)
    card.go_on()
    jobs.wait()
    assert page.restoring is None and "staat terug" in page.card.notice.text()
    assert page.card.login() == database.login and not page.restore.isVisible()
    assert keyfile.unlock(keyfile.read(database.path), database.login, database.wachtzin) == database.key


def test_who_guesses_at_a_backup_waits_as_at_the_login(page, database, jobs):
    card = _open_card(page)
    for _ in range(pogingen.FREE):
        card.passphrase.show_value("een heel andere zin")
        card.go_on()
        jobs.wait()
    card.passphrase.show_value(database.wachtzin)
    card.go_on()
    jobs.wait()
    assert "te vaak een foute wachtzin" in card.notice.text() and page.restoring is card
    assert page._seconds_to_wait(database.login) > 0
    assert keyfile.key_path(database.path).read_bytes() == b"{stuk"


def test_the_recovery_sheet_opens_a_backup_too(page, database, sheet, jobs):
    card = _open_card(page)
    card.who.show_value(SHEET)
    card.who.changed.emit()
    assert card.sheet_box.isVisible() and not card.phrase_box.isVisible()
    card.go_on()
    assert "nog leeg" in card.sheet_box.message.text()
    card.sheet.show_value(sheet)
    card.go_on()
    jobs.wait()
    assert page.restoring is None
    keyfile.unlock(keyfile.read(database.path), database.login, database.wachtzin)


def test_a_file_that_is_no_backup_is_told_and_escape_leads_back_to_the_login(qtbot, page, tmp_path):
    card = _open_card(page)
    foreign = tmp_path / "vakantie.reservekopie"
    foreign.write_bytes(b"geen kopie")
    card.add_file(str(foreign))
    assert "geen hele reservekopie" in card.notice.text()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.restoring is None and page.card.isVisible()


def test_sound_data_shows_no_way_to_put_a_backup_in_their_place(window, jobs, database):
    page = LoginPage(jobs, database.path, preload=())
    page.setParent(window)
    page.show()
    assert not page.restore.isVisible()


def test_escape_takes_the_explanation_away_wherever_the_keyboard_is(qtbot, window, jobs, database):
    page = LoginPage(jobs, database.path, preload=())
    page.setParent(window)
    page.show()
    page.card.forgotten.click()
    assert page.card.explanation.isVisible()
    page.new.setFocus()
    qtbot.keyClick(page.new, Qt.Key.Key_Escape)
    assert not page.card.explanation.isVisible() and page.card.passphrase.control.hasFocus()


def test_who_finds_no_way_in_can_open_other_data(window, database):
    page = NoWayInPage(Problem("‘brugge’ is al open.", "Gebruik het andere venster."), window)
    chosen = []
    page.database_chosen.connect(chosen.append)
    page._chosen(str(database.path))
    assert chosen == [database.path] and page.choose.text() == "Andere gegevens openen"
