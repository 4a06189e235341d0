"""What is kept of a person: changed with a reason, stays and statuut, removed and back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.deelnemers.dossier import deelnemer_invoer, statuten, verblijven
from leertraject_desktop.features.deelnemers.lijst import aantal_hier
from leertraject_desktop.storage.tables import Correctie
from leertraject_desktop.ui.dossier import stay_forms
from leertraject_desktop.ui.dossier.month_editor import parse_month
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.screen import Target

TODAY = date(2026, 11, 24)


@pytest.fixture
def tab(page, youssef):
    page.show_target(Target("dossier", youssef, "gegevens"))
    page.focus_first()
    return page.details


def test_a_name_is_put_right_with_its_reason_and_the_old_one_is_kept(tab, page, store, youssef, keys):
    assert not tab.foot.isVisible()
    keys.type("Yousef")
    assert tab.foot.isVisible()
    assert page.is_dirty()
    keys.keep()
    assert store.read(deelnemer_invoer, youssef).voornaam == "Yousef"
    with store._reading() as session:
        kept = [(row.veld, row.oud, row.reden) for row in session.scalars(select(Correctie))]
    assert kept == [("voornaam", "Youssef", "typfout")]
    assert page.header.name.text() == "Yousef El Amrani"
    assert not tab.foot.isVisible()


def test_typing_is_taken_back_with_the_cancel_button(tab, store, youssef, keys):
    keys.type("X")
    keys.press(Qt.Key.Key_Escape)
    keys.enter()
    assert tab.form.editor("voornaam").value() == "Youssef"
    assert not tab.is_dirty()


def test_a_birth_date_that_cannot_be_is_said_at_its_field(tab, store, youssef, keys):
    tab.form.editor("geboortedatum").setFocus()
    tab.form.editor("geboortedatum").control.selectAll()
    keys.type("2-3-2020")
    keys.keep()
    assert "kan niet kloppen" in tab.form.boxes["geboortedatum"].message.text()


def test_languages_are_chosen_one_by_one_and_taken_away(tab, store, youssef, keys):
    tab.form.editor("talen").setFocus()
    for letters in ("tur", "fra"):
        keys.type(letters)
        keys.enter()
    assert tab.form.editor("talen").value() == ("tr", "fr")
    keys.keep()
    assert store.read(deelnemer_invoer, youssef).talen == ("tr", "fr")


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("juni 2027", date(2027, 6, 1)),
        ("6-2027", date(2027, 6, 1)),
        ("6/27", date(2027, 6, 1)),
        ("mrt 2027", None),
        ("mei 27", date(2027, 5, 1)),
        ("15-6-2027", date(2027, 6, 1)),
    ],
)
def test_a_month_is_read_as_people_write_it(typed, month):
    if month is None:
        with pytest.raises(Problem):
            parse_month(typed, TODAY)
    else:
        assert parse_month(typed, TODAY) == month


def test_who_leaves_is_noted_with_a_day_and_a_reason(tab, page, store, youssef, keys):
    tab.stays.leave.setFocus()
    keys.enter()
    keys.keep()
    assert page._form.form.boxes["eindreden"].message.text().startswith("Je kan een verblijf niet afsluiten")
    keys.type("vrij")
    keys.keep()
    (stay,) = store.read(verblijven, youssef)
    assert (stay.tot, stay.eindreden) == (TODAY, "vrijgesteld")
    assert page.header._pills[1].text() == "vertrokken"
    assert not tab.stays.leave.isVisible()


def test_a_stay_cannot_end_before_it_begins(tab, page, store, youssef, context):
    (stay,) = store.read(verblijven, youssef)
    page.open_form(stay_forms.edit_stay(context, youssef, stay.id))
    form = page._form.form
    form.editor("tot").control.setText("1-1-2026")
    form.editor("eindreden").show_value("vrijgesteld")
    page._form.panel.confirmed.emit()
    assert "vóór de eerste dag" in form.boxes["tot"].message.text()


def test_a_statuut_is_added_and_the_header_follows(tab, page, store, youssef, keys):
    tab.stays.add_statuut.setFocus()
    keys.enter()
    keys.type("ge")
    keys.keep()
    assert [row.statuut for row in store.read(statuten, youssef)] == ["geïnterneerde", "veroordeelde"]
    assert page.header._pills[0].text() == "geïnterneerde"


def test_a_statuut_that_was_kept_is_put_right_from_its_line(tab, page, store, youssef, keys):
    (line,) = [
        button
        for button in tab.stays.findChildren(Button)
        if button.accessibleName().startswith("Wijzig statuut")
    ]
    line.setFocus()
    keys.enter()
    keys.type("ge")
    keys.keep()
    assert [row.statuut for row in store.read(statuten, youssef)] == ["geïnterneerde"]


def test_a_dossier_is_removed_with_a_reason_and_comes_back_with_undo(tab, page, store, keys, qtbot):
    tab.removal.start.setFocus()
    keys.enter()
    keys.type("dubbel")
    keys.tab()
    with qtbot.waitSignal(page.go) as asked:
        keys.enter()
    assert asked.args == [Target("deelnemers")]
    assert store.read(aantal_hier) == 0
    assert store.undo() == "deelnemer verwijderen"
    assert store.read(aantal_hier) == 1


def test_coming_back_to_the_person_shows_the_title_above_the_first_field(tab, page):
    page.window().resize(911, 512)
    bar = page.details._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    page.focus_first()
    assert bar.value() == 0


def test_after_a_departure_the_keyboard_is_still_at_the_stays(tab, page, keys):
    tab.stays.leave.setFocus()
    keys.enter()
    keys.keep()
    keys.type("vrij")
    keys.keep()
    assert not tab.stays.leave.isVisible()
    assert QApplication.focusWidget() is tab.stays.new_stay
