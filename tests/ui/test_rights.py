"""Who may not do something sees it greyed and is told why, on every screen and in every form."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from tests.conftest import FAST, Clock
from tests.ui import reach

from leertraject_desktop.domain.label import Rol
from leertraject_desktop.domain.rechten import RECHTEN, Recht, waarom_niet
from leertraject_desktop.features.begeleidingen.lijst import (
    BegeleidingFilter,
    begeleiding_ids,
    begeleiding_rijen,
)
from leertraject_desktop.features.demo.demo import maak_demo
from leertraject_desktop.features.gebruikers.toegang import geef_toegang
from leertraject_desktop.features.informatievragen.lijst import VraagFilter, vraag_ids
from leertraject_desktop.storage.database import open_store
from leertraject_desktop.ui.dossier.header import TABS
from leertraject_desktop.ui.informatievragen.list_page import VragenPage
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.jobs import Jobs
from leertraject_desktop.ui.kit.rights import forbidden
from leertraject_desktop.ui.kit.screen import Context, Target
from leertraject_desktop.ui.main_window import PAGES, MainWindow

WACHTZIN = "vier fietsen langs de vaart"
PLACES = [
    *(place for place in PAGES if place not in ("dossier", "gebruikers", "logboek", "persoonsgegevens")),
    *(f"dossier-{key}" for key, _ in TABS),
    "vraag",
]
Role = QAccessible.Role
WRITING_ROLES = {
    Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText,
    Role.SpinBox, Role.Slider,
}  # fmt: skip
# What only looks, prints, filters or leads somewhere; everything else is taken to write.
LOOKING = {
    # Leads somewhere or looks in another way.
    "Agenda", "Vorige week", "Deze week", "Volgende week", "Vorig jaar", "Volgend jaar", "Sluiten",
    "Bekijk wat vertrekt", "Sluit dit bericht", "Annuleren", "Open dossier", "Terug", "Minder tonen",
    "Wis filters", "Doorverwijzingen", "Nazorg",
    # Filters.
    "Open", "Alles", "Beantwoord deze maand", "Loopt", "Opgeschort", "Afgerond", "Stopgezet", "Te doen",
    "Te laat", "Gedaan", "Afgesloten", "Alle partners", "Naam of nummer", "Naam of woord uit de vraag",
    "Alle statuten", "Alle afdelingen",
    "Begeleiding of vraag", "Alle onderwerpen", "Alle fasen", "Zoek in dit dossier", "Vragen", "Gesprekken",
    "Begeleiding", "Partners", "Verblijf", "Maand", "Eigen map", "Andere plaats",
    # Paper and Excel, of what may be read.
    "Excel", "Afdrukken", "Antwoorden", "Intakes", "Druk week af", "Druk mijn leerplan af", "Druk intake af",
    "Druk blad af", "Druk antwoord af", "Blanco", "Met wat al gekend is", "Voor de deelnemer",
    "Voor het dossier", "Taal van het papier", "Nederlands", "Frans", "Engels", "Arabisch",
    # What is one's own, or keeps everything safe.
    "Vergrendelen na", "Zoals deze computer", "Licht", "Donker", "Reservekopieën en tweede plaats",
    "100 %, gewoon", "115 %", "Wijzig mijn wachtzin", "Maak nu een kopie", "Maak nu",
}  # fmt: skip


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("demo") / "demo.leertraject"
    maak_demo(path, wachtwoord=WACHTZIN, deelnemers=40, jaren=1, vandaag=date(2026, 11, 24))
    with open_store(path, "an.baert", WACHTZIN) as store:
        for rol in (Rol.LEZER, Rol.COORDINATOR):
            geef_toegang(store, login=rol.value, naam=rol.label, rol=rol, wachtzin=WACHTZIN, kdf=FAST)
    return path


@pytest.fixture(scope="module")
def open_as(qapp: QApplication, demo: Path) -> Iterator[Callable[[str], MainWindow]]:
    """The window of a gebruiker, made once for all places."""
    made: dict[str, tuple[MainWindow, Jobs]] = {}

    def opened(login: str) -> MainWindow:
        if login not in made:
            jobs = Jobs()
            window = MainWindow(Context(open_store(demo, login, WACHTZIN, clock=Clock()), jobs))
            window.resize(1366, 697)
            made[login] = window, jobs
        window = made[login][0]
        window.show()
        return window

    yield opened
    for window, jobs in made.values():
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        jobs.close()
        window.context.store.close()


def _go(main: MainWindow, place: str) -> QWidget:
    store = main.context.store
    rows = store.read(begeleiding_rijen, store.read(begeleiding_ids, BegeleidingFilter(fase="opvolging")))
    deelnemer_id = max(rows, key=lambda row: row.doelen).deelnemer_id
    if place.startswith("dossier-"):
        main.go(Target("dossier", deelnemer_id, place.removeprefix("dossier-")))
    elif place == "vraag":
        main.go(Target(place, store.read(vraag_ids, VraagFilter(stand=""))[0]))
    else:
        main.go(Target(place))
    main.context.jobs.wait()
    QTest.qWait(0)
    overlays = [overlay for overlay in main.findChildren(Overlay) if overlay.isVisible()]
    return overlays[-1] if overlays else main


def _open_controls(main: MainWindow, place: str) -> set[str]:
    """What of a screen can be used, as a screen reader names it; a field to read only is left out."""
    root = _go(main, place)
    try:
        regions = [root] if root is not main else [main.frame.page()]
        return {
            reach.name_of(one)
            for region in regions
            for one in reach.controls(region)
            if reach.role_of(one) in WRITING_ROLES and not _is_read_only(one)
        }
    finally:
        if isinstance(root, Overlay):
            root.close_dialog()


def _is_read_only(widget: QWidget) -> bool:
    found = QAccessible.queryAccessibleInterface(widget)
    return found is not None and bool(found.state().readOnly)


@pytest.mark.parametrize("place", PLACES)
def test_nothing_that_writes_can_be_used_by_a_lezer(open_as, place):
    found = _open_controls(open_as("lezer"), place) - LOOKING
    assert {name for name in found if not re.fullmatch(r"Nog \d+ tonen", name)} == set()


def test_the_list_of_what_only_looks_hides_no_verb(open_as):
    found = _open_controls(open_as("an.baert"), "start") - LOOKING
    assert {"Nieuwe vraag", "Nieuwe deelnemer"} <= found


@pytest.mark.parametrize("place", PLACES)
def test_what_a_lezer_may_not_use_says_why_to_the_eye_and_to_a_screen_reader(open_as, place):
    main = open_as("lezer")
    root = _go(main, place)
    for widget in root.findChildren(QWidget):
        if why := forbidden(widget):
            assert not widget.isEnabled() and widget.toolTip() == why
            said = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Description)
            assert said == why and why.startswith("Je leest mee: alleen een ") and why.endswith(".")
    if isinstance(root, Overlay):
        root.close_dialog()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("login", ["an.baert", "coordinator"])
def test_who_may_register_finds_only_what_is_for_the_beheerder_greyed(open_as, place, login):
    main = open_as(login)
    root = _go(main, place)
    rol = main.context.store.wie.rol
    greyed = {why for widget in root.findChildren(QWidget) if (why := forbidden(widget))}
    assert greyed <= {waarom_niet(rol, recht) for recht in Recht if recht not in RECHTEN[rol]}
    if isinstance(root, Overlay):
        root.close_dialog()


def test_a_lezer_looks_into_a_question_without_changing_it(open_as):
    main = open_as("lezer")
    overlay = _go(main, "vraag")
    assert isinstance(overlay, Overlay)
    assert "Je leest mee" in overlay.sheet.notice.text()
    assert not overlay.sheet.confirm_button.isEnabled()
    notes = overlay.findChildren(QPlainTextEdit)
    assert notes and all(note.isReadOnly() for note in notes)
    overlay.close_dialog()


def test_what_is_greyed_stays_greyed_when_its_screen_enables_it_again(open_as):
    main = open_as("lezer")
    _go(main, "vragen")
    page = main.page()
    assert isinstance(page, VragenPage)
    page.become.setEnabled(True)
    page.become.setToolTip("iets anders")
    assert not page.become.isEnabled() and page.become.toolTip() == waarom_niet(Rol.LEZER, Recht.REGISTREREN)


def test_the_keyboard_is_in_the_page_also_where_the_first_verb_is_greyed(open_as):
    main = open_as("lezer")
    main.activateWindow()
    assert QTest.qWaitForWindowActive(main)
    for place in ("dossier-begeleiding", "bevolking"):
        _go(main, "start")
        _go(main, place)
        focus = QApplication.focusWidget()
        assert focus is not None and main.page().isAncestorOf(focus), place


def test_vocvo_may_manage_and_is_told_who_reads_and_registers():
    assert waarom_niet(Rol.VOCVO, Recht.BEHEREN) == ""
    for recht in (Recht.LEZEN, Recht.REGISTREREN, Recht.LEVEREN):
        assert waarom_niet(Rol.VOCVO, recht).startswith("Je bent aangemeld als Vocvo: alleen een ")
