"""The logboek: a beheerder sees who saw which dossier, and whether somebody tampered with it."""

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.concepten.concepten import noteer_bekeken
from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.storage.engine import connect
from leertraject_desktop.ui.beheer.logboek_page import LogboekPage
from leertraject_desktop.ui.kit.screen import Target


@pytest.fixture
def page(context, put):
    return put(LogboekPage(context))


@pytest.fixture
def jan(store) -> int:
    return store.write(nieuwe_deelnemer, NieuweDeelnemer("Jan", "Peeters", statuut="V"))


@pytest.fixture
def mia(store) -> int:
    return store.write(nieuwe_deelnemer, NieuweDeelnemer("Mia", "Claes", statuut="V"))


def _shown(page):
    model = page.table.model()
    return [
        [model.data(model.index(row, column)) for column in range(1, model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_the_newest_line_stands_first_with_who_and_whose_dossier(store, jan, page):
    store.write(noteer_bekeken, jan)
    page.refresh()
    first = _shown(page)[0]
    assert first[1] == "An Bogaert" and first[2] == Logsoort.INZAGE.label and first[4] == "Jan Peeters"


def test_one_dossier_shows_only_who_saw_or_changed_that_one(store, jan, mia, page):
    for deelnemer in (jan, mia, jan):
        store.write(noteer_bekeken, deelnemer)
    page.show_target(Target("logboek", jan))
    assert {row[4] for row in _shown(page)} == {"Jan Peeters"}
    page.soort.show_value(Logsoort.INZAGE.value)
    page.fetch()
    assert {row[2] for row in _shown(page)} == {Logsoort.INZAGE.label}
    page.clear_filters()
    assert "Mia Claes" in {row[4] for row in _shown(page)}


def test_a_name_that_is_only_half_typed_filters_nothing_yet(store, jan, page, keyboard):
    store.noteer(Logsoort.AFDRUK, "weeklijst")
    page.who.setFocus()
    keyboard.type("Pee")
    assert len(_shown(page)) > 1
    keyboard.press(Qt.Key.Key_Return)
    assert {row[4] for row in _shown(page)} == {"Jan Peeters"}


def test_older_lines_come_when_they_are_asked_for(store, page, monkeypatch):
    monkeypatch.setattr("leertraject_desktop.ui.beheer.logboek_page.PAGE", 5)
    for number in range(12):
        store.noteer(Logsoort.AFDRUK, f"proef {number}")
    page.refresh()
    assert len(page.table.model().rows) == 5 and page.more.isEnabled()
    page.more.click()
    assert [row.nummer for row in page.table.model().rows] == list(
        range(page.table.model().rows[0].nummer, page.table.model().rows[0].nummer - 10, -1)
    )


def test_a_whole_logboek_is_told_and_a_line_that_was_changed_elsewhere_is_found(store, database, page):
    store.noteer(Logsoort.AFDRUK, "weeklijst")
    page.check.click()
    page.context.jobs.wait()
    assert page.notice.text().startswith("Het logboek is heel.")
    raw = connect(database.path, database.key)
    for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        if "logboek" in name:
            raw.execute(f'DROP TRIGGER "{name}"')
    raw.execute("UPDATE logboekregel SET wat = 'niets' WHERE wat = 'weeklijst'")
    raw.commit()
    raw.close()
    page.check.click()
    page.context.jobs.wait()
    assert "veranderd buiten het programma" in page.notice.text() and page.check.isEnabled()


def test_a_clock_that_jumped_is_told_until_somebody_says_that_it_is_right(store, clock, page):
    store.noteer(Logsoort.AFDRUK, "voor")
    clock.later(days=400)
    store.noteer(Logsoort.AFDRUK, "na")
    page.refresh()
    assert "De klok versprong" in page.clock.text()
    page.clock_right.click()
    assert page.clock.isHidden()


def test_a_lezer_is_told_that_the_logboek_is_for_the_beheerder(as_lies, put, window):
    page = LogboekPage(as_lies, window)
    with pytest.raises(Problem, match="Je mag gebruikers en instellingen niet beheren"):
        page.show_target(Target("logboek"))


def test_the_keyboard_goes_through_the_list(page, store, keyboard):
    for number in range(3):
        store.noteer(Logsoort.AFDRUK, f"proef {number}")
    page.refresh()
    page.focus_first()
    keyboard.press(Qt.Key.Key_Home)
    keyboard.press(Qt.Key.Key_Down)
    assert page.table.currentIndex().row() == 1


def test_the_logboek_opens_with_the_kind_and_order_of_last_time_and_goes_to_excel(
    store, jan, context, put, tmp_path
):
    first = put(LogboekPage(context))
    first.soort.show_value(Logsoort.WIJZIGING.value)
    first.fetch()
    first.table.sort_on("wat", descending=True)
    first.hide()
    page = put(LogboekPage(context))
    assert page.soort.value() == Logsoort.WIJZIGING.value
    assert page.table.table_model.order == (4, True)
    page.small.output.save(str(tmp_path / "logboek.xlsx"))
    assert context.jobs.wait()
    cells = [
        cell.value for row in load_workbook(tmp_path / "logboek.xlsx").active.iter_rows() for cell in row
    ]
    assert "deelnemer toevoegen" in cells
