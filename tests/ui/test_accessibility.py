"""Everybody can work with it: every screen by keyboard, read aloud, and at twice the size."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui import reach

from leertraject_desktop.features.begeleidingen.lijst import (
    BegeleidingFilter,
    begeleiding_ids,
    begeleiding_rijen,
)
from leertraject_desktop.features.demo.demo import maak_demo
from leertraject_desktop.features.informatievragen.lijst import VraagFilter, vraag_ids
from leertraject_desktop.storage.database import open_store
from leertraject_desktop.ui.dossier.header import TABS
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.jobs import Jobs
from leertraject_desktop.ui.kit.screen import Context, Target
from leertraject_desktop.ui.main_window import FORMS, PAGES, MainWindow

WACHTZIN = "vier fietsen langs de vaart"
NORMAL = (1366, 697)
# What a screen of 1366×768 leaves of logical pixels when everything is shown twice as large.
TWICE = (683, 349)
PLACES = [
    *(place for place in PAGES if place != "dossier"),
    *(f"dossier-{key}" for key, _ in TABS),
    "nieuw_contactmoment",
    *FORMS,
    "hulp",
]


@pytest.fixture(scope="module")
def main(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """The window on the dossiers of a prison that has worked with it for a year."""
    path: Path = tmp_path_factory.mktemp("demo") / "demo.leertraject"
    maak_demo(path, wachtwoord=WACHTZIN, deelnemers=40, jaren=1, vandaag=date(2026, 11, 24))
    store, jobs = open_store(path, "an.baert", WACHTZIN), Jobs()
    made = MainWindow(Context(store, jobs))
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    jobs.close()
    store.close()


@pytest.fixture(scope="module", params=PLACES)
def screen(main: MainWindow, request: pytest.FixtureRequest) -> Iterator[QWidget]:
    """Each screen in turn: the window, or the form over it."""
    main.resize(*NORMAL)
    main.go(_target(main, request.param))
    main.context.jobs.wait()
    QTest.qWait(0)
    overlays = [overlay for overlay in main.findChildren(Overlay) if overlay.isVisible()]
    yield overlays[-1] if overlays else main
    for overlay in overlays:
        overlay.close_dialog()
    main.go(Target("start"))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _target(main: MainWindow, place: str) -> Target:
    store = main.context.store
    rows = store.read(begeleiding_rijen, store.read(begeleiding_ids, BegeleidingFilter(fase="opvolging")))
    deelnemer_id = max(rows, key=lambda row: row.doelen).deelnemer_id
    if place.startswith("dossier-"):
        return Target("dossier", deelnemer_id, place.removeprefix("dossier-"))
    if place == "nieuw_contactmoment":
        return Target(place, deelnemer_id)
    if place == "vraag":
        return Target(place, store.read(vraag_ids, VraagFilter(stand=""))[0])
    return Target(place)


def test_a_screen_reader_names_every_control_and_says_what_it_is(screen):
    found = reach.controls(screen)
    assert found
    assert [reach.describe(one) for one in found if not reach.name_of(one)] == []
    assert [reach.describe(one) for one in found if reach.role_of(one) not in reach.FITTING] == []


def test_tab_comes_past_every_control_and_goes_round(screen):
    seen = reach.tab_round()
    assert [reach.describe(one) for one in reach.unreached(screen, seen)] == []
    assert [reach.describe(one) for one in seen if not one.isVisible() or one.width() < 8] == []


def test_tab_follows_the_reading_order(screen, main):
    seen = reach.tab_round()
    whole = screen is not main
    regions = [screen] if whole else [main.frame.top, main.frame.navigation, main.frame.page()]
    assert [step for region in regions for step in reach.backwards(seen, region)] == []


def test_tab_and_shift_tab_visit_the_same_controls(screen):
    forward = reach.tab_round()
    back = []
    for _ in forward:
        back.append(QApplication.focusWidget())
        QTest.keyClick(back[-1], Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert [back[0], *reversed(back[1:])] == forward


def test_at_twice_the_size_no_text_is_cut_off(screen, main):
    main.resize(*TWICE)
    QTest.qWait(0)
    assert (main.width(), main.height()) == TWICE
    try:
        assert reach.cut_off(screen) == []
    finally:
        main.resize(*NORMAL)
