"""The referrals of everybody in one list; Enter leads to the form of the answer."""

from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout
from tests.features.doorverwijzingen.test_overzicht import verwijs

from leertraject_desktop.features.doorverwijzingen.commands import zet_stand
from leertraject_desktop.features.doorverwijzingen.invoer import StandInvoer
from leertraject_desktop.ui.doorverwijzingen.list_page import DoorverwijzingenPage
from leertraject_desktop.ui.kit.screen import Target


@pytest.fixture
def late(store):
    """Jan Peeters waits for VDAB since 2 November, Jan Adams for Ligo since 20 November."""
    verwijs(store, "Adams", "ligo", date(2026, 11, 20))
    return verwijs(store, "Peeters", "vdab", date(2026, 11, 2))


@pytest.fixture
def page(store, context, window):
    made = DoorverwijzingenPage(context)
    store.listen(made.changed)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(made)
    made.show()
    made.focus_first()
    return made


def shown(page, row: int) -> list[str]:
    model = page.table.table_model
    return [model.cell(row, column).text for column in range(len(model.columns))]


def test_what_is_late_comes_first_and_enter_leads_to_the_form_of_its_answer(late, page, store, qtbot):
    assert page.counts()[0] == "2 open, 1 te laat"
    assert shown(page, 0)[:3] == ["Peeters, Jan", "VDAB", "2-11-2026"]
    assert shown(page, 0)[3:6] == ["in behandeling", "2-11-2026", "8 dagen te laat"]
    assert shown(page, 1)[5] == "tegen 4-12-2026"
    (row, _) = page.read_rows(page.ids)
    with qtbot.waitSignal(page.go) as asked:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert asked.args == [Target(f"doorverwijzing_antwoord-{late}", row.deelnemer_id)]


def test_what_was_answered_leaves_what_is_late_at_once_and_what_is_closed_leads_to_the_dossier(
    late, page, store, qtbot
):
    page.show_target(Target("doorverwijzingen", part="te_laat"))
    store.write(zet_stand, late, StandInvoer("geweigerd", date(2026, 11, 24), "geen_plaats"))
    assert list(page.ids) == [] and page.empty.isVisible() and page.counts()[0] == "1 open, 0 te laat"
    page.show_target(Target("doorverwijzingen", part="afgesloten"))
    (row,) = page.read_rows(page.ids)
    with qtbot.waitSignal(page.go) as asked:
        page.open_row(row)
    assert asked.args == [Target("dossier", row.deelnemer_id, "partners")]


def test_one_partner_can_be_chosen_and_the_filter_can_be_wiped(late, page):
    page.partner.show_value("ligo")
    page.partner.changed.emit()
    assert shown(page, 0)[0] == "Adams, Jan" and len(page.ids) == 1 and page.counts()[1] == 2
    assert "Ligo" in page.words()
    page.clear_filters()
    assert len(page.ids) == 2


def test_space_shows_the_referral_beside_the_list(late, page, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    words = [label.text() for label in page.preview.findChildren(type(page.preview._name))]
    assert "Peeters, Jan" in words and "8 dagen te laat" in words and "niets genoteerd" in words


def test_the_list_goes_to_excel_with_days_as_days(late, page, context, tmp_path):
    page.output.save(str(tmp_path / "lijst.xlsx"))
    context.jobs.wait()
    rows = list(openpyxl.load_workbook(tmp_path / "lijst.xlsx").active.values)
    found = next(row for row in rows if "Peeters, Jan" in row)
    assert found[2] == "VDAB" and found[3].date() == date(2026, 11, 2) and found[8] == 8


def test_an_empty_list_says_where_a_referral_begins(page, qtbot):
    assert page.empty.isVisible()
    page.empty.acted.emit()
    assert page.stand.value() == ""
    with qtbot.waitSignal(page.go) as asked:
        page.empty.acted.emit()
    assert asked.args == [Target("deelnemers")]
