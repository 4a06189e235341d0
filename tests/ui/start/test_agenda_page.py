"""The agenda: what is due day by day, by keyboard, and the week on paper."""

from datetime import date

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout

from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.features.gegevens.logboek import lijst_logboek
from leertraject_desktop.features.papier.pictures import page_text
from leertraject_desktop.features.papier.weeklijst import weeklijst_pdf
from leertraject_desktop.features.taken.commands import TaakInvoer, nieuwe_taak
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.print_preview import PrintPreview
from leertraject_desktop.ui.kit.screen import Target
from leertraject_desktop.ui.start.agenda_page import AgendaPage
from leertraject_desktop.ui.start.week import read_week, week_paper

MONDAY, TUESDAY, THURSDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 26)


@pytest.fixture
def jan(store):
    jan = store.write(
        nieuwe_deelnemer,
        NieuweDeelnemer(voornaam="Jan", familienaam="Peeters", statuut="V", verblijf_van=date(2026, 2, 4)),
    )
    for what, day, hour in (
        ("Attest afdrukken", date(2026, 11, 12), ""),
        ("Brief meegeven", MONDAY, "09:00"),
        ("Boek bezorgen", THURSDAY, "10:30"),
        ("Test afnemen", date(2026, 12, 1), ""),
    ):
        store.write(nieuwe_taak, TaakInvoer(what, day, hour, jan))
    return jan


@pytest.fixture
def page(jan, store, context, window):
    made = AgendaPage(context)
    store.listen(made.changed)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(made)
    made.focus_first()
    return made


def tasks(page):
    return [[row.second for row in card.list.rows()] for card in page.days]


def test_every_day_of_this_week_shows_what_is_due(page):
    assert page.header.title.text() == "Week 48"
    assert tasks(page) == [["Brief meegeven"], [], [], ["Boek bezorgen"], [], [], []]
    assert page.days[1].title.text() == "Vandaag, dinsdag 24"
    assert "is nog 1 taak te laat" in page.header.second.text()


def test_the_keyboard_starts_at_the_first_task_to_come_and_enter_opens_its_dossier(page, jan, qtbot):
    assert page.days[3].list.hasFocus()
    with qtbot.waitSignal(page.go) as asked:
        qtbot.keyClick(page.days[3].list, Qt.Key.Key_Return)
    assert asked.args == [Target("dossier", jan, "overzicht")]


def test_space_ticks_a_task_and_it_is_gone(page, qtbot):
    qtbot.keyClick(page.days[3].list, Qt.Key.Key_Space)
    assert tasks(page)[3] == []


def test_keys_walk_over_the_weeks_and_back_to_today(page):
    QTest.keyClick(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert tasks(page)[1] == ["Test afnemen"]
    QTest.keyClick(page, Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(page, Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    assert page.header.title.text() == "Week 47"
    QTest.keyClick(page, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert page.header.title.text() == "Week 48"


def test_the_paper_begins_today_with_what_is_late(page, store):
    days = week_paper(read_week(store, TUESDAY))
    assert [day.datum.day for day in days] == [24, 25, 26, 27, 28, 29]
    text = page_text(weeklijst_pdf(days))
    assert "Te laat: Attest afdrukken" in text
    assert "Te laat: Brief meegeven" in text
    assert text.index("Brief meegeven") < text.index("Boek bezorgen")


def test_the_week_is_shown_before_it_is_printed_and_noted_when_it_goes_out(page, window, tmp_path):
    page.paper.click()
    [preview] = [one for one in window.findChildren(Overlay) if one.isVisible()]
    assert preview.sheet.title.text() == "Week van 23-11-2026"
    window.findChild(PrintPreview).save(str(tmp_path / "week.pdf"))
    [line] = page.context.store.read(lijst_logboek, soort=Logsoort.UITVOER)
    assert line.wat == "weeklijst"
    preview.close_dialog()


def test_the_week_goes_to_excel_with_what_is_late_from_before(page, context, tmp_path):
    assert page.excel_action() == page.output.to_excel
    page.output.save(str(tmp_path / "agenda.xlsx"))
    context.jobs.wait()
    head, *rows = openpyxl.load_workbook(tmp_path / "agenda.xlsx").active.values
    assert head == ("Datum", "Uur", "Naam", "Wat", "Soort", "Dagen te laat")
    assert [row[3] for row in rows] == ["Attest afdrukken", "Brief meegeven", "Boek bezorgen"]
    assert rows[0][0].date() == date(2026, 11, 12) and rows[0][5] == 12
    assert rows[2][1:3] == ("10:30", "Jan Peeters") and rows[2][4:] == ("taak", None)


def test_a_task_without_an_hour_is_not_said_to_be_today_on_another_day(page, store, jan):
    store.write(nieuwe_taak, TaakInvoer("Bel de dienst", THURSDAY, "", jan))
    assert [row.right for row in page.days[3].list.rows()] == ["10:30", ""]
