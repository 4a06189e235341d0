"""The page of begeleidingen: what runs, what is on hold, and why the others ended."""

from datetime import date

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QVBoxLayout

from leertraject_desktop.features.begeleidingen.invoer import (
    BegeleidingInvoer,
    LeerdoelInvoer,
    OpschortingInvoer,
    StopzettingInvoer,
)
from leertraject_desktop.features.begeleidingen.plan import nieuw_leerdoel, zet_bereikt
from leertraject_desktop.features.begeleidingen.verloop import (
    schort_op,
    start_begeleiding,
    stop_begeleiding,
    zet_fase,
)
from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.ui.begeleidingen.list_page import BegeleidingenPage
from leertraject_desktop.ui.kit.screen import Target

BEGIN = date(2026, 9, 1)


@pytest.fixture
def begin(store):
    """Start a begeleiding for somebody new."""

    def started(naam, begin=BEGIN):
        invoer = NieuweDeelnemer("Jan", naam, statuut="V", verblijf_van=date(2026, 1, 5))
        return store.write(
            start_begeleiding, BegeleidingInvoer(store.write(nieuwe_deelnemer, invoer), begin, "Leren")
        )

    return started


@pytest.fixture
def page(context, window):
    column = QVBoxLayout(window)
    made = BegeleidingenPage(context)
    context.store.listen(made.changed)
    column.addWidget(made)
    made.show()
    made.focus_first()
    QAbstractItemModelTester(made.table.table_model, made)
    return made


def shown(page, column):
    model = page.table.table_model
    number = [described.title for described in model.columns].index(column)
    return [model.cell(row, number).text for row in range(model.rowCount())]


def test_what_runs_stands_by_name_with_its_goals(page, store, begin):
    begin("Peeters")
    claes = begin("Claes")
    doelen = [store.write(nieuw_leerdoel, claes, LeerdoelInvoer(f"Doel {n}")) for n in range(3)]
    store.write(zet_bereikt, doelen[0], date(2026, 11, 1))
    assert shown(page, "Naam") == ["Claes, Jan", "Peeters, Jan"]
    assert shown(page, "Doelen") == ["1 van 3", "nog geen"]
    assert page.list.header.count.text() == "2 lopend"


def test_the_chip_of_what_was_stopped_shows_the_reason(page, store, begin):
    stopped = begin("Peeters")
    begin("Claes")
    store.write(stop_begeleiding, stopped, StopzettingInvoer(date(2026, 11, 2), "overgeplaatst"))
    page.show_target(Target("begeleidingen", part="stopgezet"))
    assert shown(page, "Reden") == ["overgeplaatst"]
    assert shown(page, "Geëindigd") == ["2-11-2026"]
    page.show_target(Target("begeleidingen", part="alles"))
    assert shown(page, "Stand") == ["loopt", "stopgezet"]


def test_what_is_on_hold_is_apart_from_what_runs(page, store, begin):
    store.write(schort_op, begin("Peeters"), OpschortingInvoer("gezondheid", date(2026, 11, 2)))
    assert page.empty.isVisible()
    page.show_target(Target("begeleidingen", part="opgeschort"))
    assert shown(page, "Stand") == ["opgeschort"]


def test_fases_sort_in_the_order_in_which_they_run(page, store, begin):
    for naam, fase in (("A", "afronding"), ("B", "orientering"), ("C", "plan")):
        store.write(zet_fase, begin(naam), fase)
    page.table.table_model.sort(2)
    assert shown(page, "Fase") == ["oriëntering", "plan", "afronding"]


def test_a_fase_and_a_name_filter_together_and_can_be_cleared(page, store, begin, qtbot):
    begin("Peeters")
    store.write(zet_fase, begin("Peters"), "plan")
    page.fase.show_value("plan")
    page.fase.changed.emit()
    assert shown(page, "Naam") == ["Peters, Jan"]
    qtbot.keyClicks(page.search, "claes")
    qtbot.waitUntil(lambda: page.ids == [])
    assert "past bij wat je zoekt" in page.empty.accessibleName()
    page.empty.button.click()
    assert len(shown(page, "Naam")) == 2


def test_enter_opens_the_dossier_at_its_begeleiding(page, store, begin, keyboard, qtbot):
    begin("Peeters")
    with qtbot.waitSignal(page.go) as asked:
        keyboard.press(Qt.Key.Key_Return)
    row = page.table.current_row()
    assert asked.args == [Target("dossier", row.deelnemer_id, "begeleiding")]


def test_space_shows_what_was_asked_and_how_far_the_goals_are(page, store, begin, keyboard):
    begeleiding = begin("Peeters")
    store.write(nieuw_leerdoel, begeleiding, LeerdoelInvoer("Attest lassen halen"))
    keyboard.press(Qt.Key.Key_Space)
    names = [label.accessibleName() for label in page.preview.findChildren(type(page.preview._name))]
    assert "Doel 1: Attest lassen halen (0 van 0 stappen gedaan)" in names


def test_an_empty_page_points_to_the_questions(page, keyboard, qtbot):
    with qtbot.waitSignal(page.go) as asked:
        keyboard.press(Qt.Key.Key_Return)
    assert asked.args == [Target("vragen")]


def test_the_list_goes_to_excel_with_days_as_days(page, store, begin, context, tmp_path):
    begin("Peeters")
    page.output.save(str(tmp_path / "lijst.xlsx"))
    context.jobs.wait()
    sheet = load_workbook(tmp_path / "lijst.xlsx").active
    found = dict(zip((cell.value for cell in sheet[1]), (cell.value for cell in sheet[2]), strict=True))
    assert (found["Naam"], found["Begonnen"].date(), found["Stand"]) == ("Peeters, Jan", BEGIN, "loopt")
