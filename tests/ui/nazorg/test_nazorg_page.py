"""Everybody who was released stands in one list, what is late first, and Enter leads to where it is noted."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout

from leertraject_desktop.features.begeleidingen.invoer import BegeleidingInvoer
from leertraject_desktop.features.begeleidingen.verloop import start_begeleiding
from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer, noteer_vertrek
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.features.nazorg.commands import UitkomstInvoer, noteer_uitkomst
from leertraject_desktop.features.nazorg.lijst import nazorgmomenten
from leertraject_desktop.ui.kit.screen import Target
from leertraject_desktop.ui.nazorg.list_page import NazorgPage


@pytest.fixture
def jan(store):
    """Jan was released on 20 April 2026, after a begeleiding."""
    invoer = NieuweDeelnemer(voornaam="Jan", familienaam="Peeters", verblijf_van=date(2025, 9, 1))
    made = store.write(nieuwe_deelnemer, invoer)
    store.write(start_begeleiding, BegeleidingInvoer(made, date(2025, 9, 9)))
    store.write(noteer_vertrek, made, date(2026, 4, 20), "vrijgesteld")
    return made


@pytest.fixture
def page(store, context, window):
    made = NazorgPage(context)
    store.listen(made.changed)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(made)
    made.show()
    made.focus_first()
    return made


def test_what_is_late_comes_first_and_enter_leads_to_the_form_of_its_outcome(jan, page, qtbot):
    assert [row.maanden for row in page.read_rows(page.ids)] == [6, 9, 12]
    assert page.counts()[0] == "3 te doen, 1 te laat"
    with qtbot.waitSignal(page.go) as asked:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert asked.args == [Target(f"nazorg_uitkomst-{page.ids[0]}", jan)]


def test_what_is_noted_leaves_the_list_and_stands_between_what_is_done(jan, page, store):
    first = store.read(nazorgmomenten, jan)[0]
    store.write(noteer_uitkomst, first.id, UitkomstInvoer("in_opleiding", "telefoon"))
    assert [row.maanden for row in page.read_rows(page.ids)] == [9, 12]
    page.show_target(Target("nazorg", part="gedaan"))
    assert [row.uitkomst for row in page.read_rows(page.ids)] == ["in opleiding"]


def test_an_empty_list_says_that_moments_come_by_themselves(page):
    assert page.empty.isVisible()
    page.empty.acted.emit()
    assert page.stand.value() == ""


def test_the_share_with_work_stands_under_the_list_with_who_was_reached(jan, page, store, clock):
    assert page.figures.words.text() == "na 6 maanden: niemand bereikt van 1"
    first, second, _ = store.read(nazorgmomenten, jan)
    store.write(noteer_uitkomst, first.id, UitkomstInvoer("aan_het_werk", "telefoon"))
    clock.zet(2027, 2, 1)
    store.write(noteer_uitkomst, second.id, UitkomstInvoer("weigert", "telefoon"))
    page.refresh()
    assert page.figures.words.text() == (
        "na 6 maanden: 1 van 1 (100 %), bereikt 1 van 1 (100 %)   ·   na 9 maanden: niemand bereikt van 1"
    )


def test_without_anybody_released_there_is_no_figure(page):
    assert not page.figures.isVisible()
