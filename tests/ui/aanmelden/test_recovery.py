"""A forgotten passphrase: the sheet from the safe opens, another one is chosen, a new sheet is printed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.conftest import FAST

from leertraject_desktop.domain.label import Rol
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.gebruikers.toegang import Herstelblad, herstel_toegang, nieuw_herstelblad
from leertraject_desktop.storage import location
from leertraject_desktop.storage.database import Eigenaar, create, open_store
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.aanmelden.login import LoginPage
from leertraject_desktop.ui.kit import printers
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.jobs import Jobs

NIEUW = "zes stoelen onder het dak"


@pytest.fixture
def sheet() -> Herstelblad:
    return nieuw_herstelblad("Gent")


@pytest.fixture
def path(tmp_path: Path, sheet: Herstelblad, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(location.FOLDER_VARIABLE, str(tmp_path / "computer"))
    made = tmp_path / "gent.leertraject"
    create(
        made,
        "GEN",
        Eigenaar("an", "An Baert"),
        "vier fietsen langs de vaart",
        kdf=FAST,
        recovery=sheet.sleutel,
    )
    return made


@pytest.fixture
def page(qtbot: QtBot, jobs: Jobs, path: Path, clock) -> LoginPage:
    made = LoginPage(jobs, path, clock=clock, kdf=FAST)
    qtbot.addWidget(made)
    made.resize(1366, 697)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    made.card.forgotten.click()
    assert "Niemand kan je wachtzin opzoeken" in made.card.explanation.text()
    qtbot.keyClick(made.card.recover, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: made.recovery is not None and made.recovery.key.editors[0].control.hasFocus())
    return made


def _type(qtbot: QtBot, text: str) -> None:
    for sign in text:
        qtbot.keyClicks(QApplication.focusWidget(), sign)


def _enter(qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def _choose_passphrase(qtbot: QtBot, page: LoginPage) -> None:
    _type(qtbot, NIEUW)
    page.recovery.new.repeat.setFocus()
    _type(qtbot, NIEUW)
    _enter(qtbot)
    page._jobs.wait()


@pytest.mark.parametrize("how", ["typed", "scanned"])
def test_the_key_on_paper_gives_a_new_passphrase_and_a_new_sheet(qtbot, page, path, sheet, how, monkeypatch):
    monkeypatch.setattr(printers, "paper_printers", lambda: ["Lexmark op de gang"])
    _type(qtbot, "".join(sheet.groepen).lower() if how == "typed" else sheet.qr)
    _enter(qtbot)
    _choose_passphrase(qtbot, page)
    opened: list[Store] = []
    page.opened.connect(opened.append)
    _enter(qtbot)
    overlay = page.findChildren(Overlay)[0]
    assert overlay.isVisible() and opened == []
    qtbot.keyClick(overlay.sheet.confirm_button, Qt.Key.Key_Escape)
    assert opened[0].wie.naam == "An Baert"
    opened[0].close()
    with open_store(path, "an", NIEUW) as store:
        assert store.wie.gevangenis == "GEN"
    with pytest.raises(Problem, match="ouder blad"):
        herstel_toegang(path, sheet.qr, "an", "acht wolken boven zee", kdf=FAST)


def test_without_a_printer_no_new_sheet_is_made_and_the_old_one_keeps_working(qtbot, page, path, sheet):
    _type(qtbot, sheet.qr)
    _enter(qtbot)
    _choose_passphrase(qtbot, page)
    _enter(qtbot)
    assert "Er is geen printer gevonden." in page.recovery.notice.text()
    assert "Het oude herstelblad blijft werken." in page.recovery.notice.text()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    herstel_toegang(path, sheet.qr, "an", "acht wolken boven zee", kdf=FAST)


def test_the_new_sheet_may_wait_and_the_old_one_keeps_working(qtbot, page, path, sheet):
    _type(qtbot, sheet.qr)
    _enter(qtbot)
    _choose_passphrase(qtbot, page)
    opened: list[Store] = []
    page.opened.connect(opened.append)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert opened[0].wie.rol is Rol.BEHEERDER
    opened[0].close()
    herstel_toegang(path, sheet.qr, "an", "acht wolken boven zee", kdf=FAST)


def test_a_group_that_is_wrong_is_seen_at_once(qtbot, page, sheet):
    _type(qtbot, sheet.groepen[0])
    assert page.recovery.key.editors[1].control.hasFocus()
    _type(qtbot, "00000")
    assert page.recovery.key.editors[1].control.property("wrong")
    _enter(qtbot)
    assert "8 groepen" in page.recovery.notice.text()


def test_a_sheet_of_other_data_is_refused_and_one_can_go_back(qtbot, page):
    _type(qtbot, nieuw_herstelblad("Brugge").qr)
    _enter(qtbot)
    _choose_passphrase(qtbot, page)
    assert "hoort niet bij deze gegevens" in page.recovery.notice.text()
    for _ in range(2):
        qtbot.keyClick(page.recovery, Qt.Key.Key_Escape)
    assert page.card.isVisible() and page.card.passphrase.control.hasFocus()
