"""A begeleiding from the keyboard: start, plan, tick, suspend, stop with its reason, and look back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from leertraject_desktop.features.begeleidingen.invoer import OpschortingInvoer
from leertraject_desktop.features.begeleidingen.lijst import begeleiding_detail
from leertraject_desktop.features.begeleidingen.verloop import schort_op
from leertraject_desktop.features.deelnemers.dossier import dossierkop
from leertraject_desktop.features.dossier.tijdlijn import tijdlijn
from leertraject_desktop.features.taken.lijst import taken
from leertraject_desktop.ui.dossier.goal_card import GoalCard
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.screen import Target


@pytest.fixture
def tab(begeleiding, page, youssef):
    page.show_target(Target("dossier", youssef, "begeleiding"))
    page.focus_first()
    return page.guidance


def detail(store, begeleiding):
    return store.read(begeleiding_detail, begeleiding)


def child(tab, name):
    return tab.findChildren(QWidget, name)[-1]


def test_stopping_without_a_reason_is_refused_at_the_field_and_with_one_it_is_done(
    tab, page, begeleiding, store, keys
):
    tab.head.stop.setFocus()
    keys.enter()
    keys.keep()
    message = page._form.form.boxes["reden"].message.text()
    assert message.startswith("Je kan niet stopzetten zonder reden.")
    assert page._form.form.editor("reden").control.hasFocus()
    assert detail(store, begeleiding).einddatum is None
    keys.type("over")
    keys.keep()
    stopped = detail(store, begeleiding)
    assert (stopped.einde, stopped.reden) == ("stopgezet", "overgeplaatst")
    assert not tab.head.stop.isVisible()


def test_other_as_a_reason_asks_for_a_few_words(tab, page, begeleiding, store, keys):
    tab.stop()
    page._form.form.editor("reden").show_value("andere")
    keys.keep()
    assert "Bij ‘andere’ hoort een toelichting." in page._form.form.boxes["toelichting"].message.text()


def test_acties_that_are_open_can_be_kept_as_taken(tab, page, begeleiding, store, keys):
    tab.stop()
    page._form.form.editor("reden").show_value("wil_niet_meer")
    page._form.form.editor("open_acties").show_value("taak")
    keys.keep()
    assert [taak.omschrijving for taak in store.read(taken, None, None)] == [
        "Toestemming tekenen",
        "Inschrijven",
    ]


def test_space_ticks_an_actie_and_the_keyboard_stays_there(tab, begeleiding, store, keys):
    child(tab, "actie_1").setFocus()
    keys.press(Qt.Key.Key_Space)
    assert detail(store, begeleiding).leerdoelen[0].acties[0].gedaan_op == date(2026, 11, 24)
    assert QApplication.focusWidget().objectName() == "actie_1"
    keys.press(Qt.Key.Key_Space)
    assert detail(store, begeleiding).leerdoelen[0].gedaan == 0


def test_acties_are_typed_one_after_the_other(tab, begeleiding, store, keys):
    child(tab, "nieuwe_actie_1").setFocus()
    keys.enter()
    for words in ("Cursus volgen", "Examen"):
        keys.type(words)
        keys.enter()
    keys.press(Qt.Key.Key_Escape)
    acties = detail(store, begeleiding).leerdoelen[0].acties
    assert [actie.omschrijving for actie in acties][2:] == ["Cursus volgen", "Examen"]
    assert QApplication.focusWidget().objectName() == "nieuwe_actie_1"


def test_an_actie_is_changed_and_removed_where_it_stands(tab, begeleiding, store, keys):
    child(tab, "actie_1").setFocus()
    keys.enter()
    keys.type("Inschrijven bij VDAB")
    keys.enter()
    assert detail(store, begeleiding).leerdoelen[0].acties[0].omschrijving == "Inschrijven bij VDAB"
    child(tab, "actie_1").setFocus()
    keys.press(Qt.Key.Key_Delete)
    keys.type("d")
    keys.tab()
    keys.enter()
    assert len(detail(store, begeleiding).leerdoelen[0].acties) == 1
    assert store.undo() == "actie verwijderen"
    assert len(detail(store, begeleiding).leerdoelen[0].acties) == 2


def test_an_actie_is_put_higher_and_lower_and_the_keyboard_goes_along(tab, begeleiding, store, keys):
    def order():
        return [actie.omschrijving for actie in detail(store, begeleiding).leerdoelen[0].acties]

    child(tab, "actie_2").setFocus()
    keys.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order() == ["Toestemming tekenen", "Inschrijven"]
    assert QApplication.focusWidget().objectName() == "actie_2"
    keys.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order() == ["Toestemming tekenen", "Inschrijven"]
    keys.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert order() == ["Inschrijven", "Toestemming tekenen"]
    assert [action.text() for action in child(tab, "meer_actie_1").menu.actions()] == [
        "Wijzig actie",
        "Zet lager",
        "Verwijder actie",
    ]


def test_what_is_typed_in_the_plan_survives_a_change_elsewhere(tab, begeleiding, store, keys):
    tab.add_goal()
    keys.type("Rijbewijs")
    child(tab, "actie_1").click()
    assert tab.is_dirty()
    tab._editor.focus_first()
    keys.enter()
    assert "Rijbewijs" in [doel.omschrijving for doel in detail(store, begeleiding).leerdoelen]


def test_an_empty_leerdoel_is_refused_in_place(tab, keys):
    tab.add_goal()
    keys.enter()
    assert (
        "Dit leerdoel heeft nog geen naam." in tab._editor._inside.form.boxes["omschrijving"].message.text()
    )


def test_the_phase_is_chosen_with_the_arrows_and_can_be_undone(tab, begeleiding, store, keys):
    assert tab.head.phases.hasFocus()
    keys.press(Qt.Key.Key_Right)
    assert detail(store, begeleiding).fase == "intake"
    keys.enter()
    assert detail(store, begeleiding).fase == "orientering"
    store.undo()
    assert tab.head.phases.accessibleName() == "Fase 1 van 6: Intake"


def test_a_begeleiding_waits_and_goes_on(tab, page, begeleiding, store, keys):
    tab.head.suspend.click()
    keys.keep()
    assert "Je kan niet opschorten zonder reden." in page._form.form.boxes["reden"].message.text()
    keys.type("lock")
    keys.keep()
    assert detail(store, begeleiding).reden_opschorting == "lockdown"
    tab.head.resume.click()
    keys.keep()
    assert detail(store, begeleiding).opgeschort_sinds is None
    assert tab.head.suspend.isVisible()


def test_a_suspension_is_put_right_from_its_line_in_what_happened(page, begeleiding, store, youssef, keys):
    page.show_target(Target("dossier", youssef, "overzicht"))
    store.write(schort_op, begeleiding, OpschortingInvoer("lockdown", date(2026, 5, 1)))
    line = next(line for line in store.read(tijdlijn, youssef) if line.tabel == "opschorting")
    page._open_event(line)
    page._form.form.editor("reden").show_value("staking")
    page._form.form.changed.emit()
    keys.keep()
    assert detail(store, begeleiding).reden_opschorting == "staking of regime"
    page._open_event(line)
    page._form.removal.confirmed.emit("vergissing")
    assert detail(store, begeleiding).opgeschort_sinds is None


def test_a_begeleiding_is_completed_and_looked_at_again(tab, page, begeleiding, store, youssef, keys, qtbot):
    tab.head.finish.click()
    keys.keep()
    assert detail(store, begeleiding).einde == "afgerond"
    assert store.read(dossierkop, youssef).begeleiding_id is None
    assert tab.empty.isVisible()
    tab.look_at(begeleiding)
    card = tab.findChildren(GoalCard)[-1]
    assert not [box for box in card.findChildren(QWidget, "actie_1") if box.isEnabled()]


def test_a_begeleiding_that_was_completed_by_mistake_goes_on_when_its_last_day_is_made_empty(
    tab, page, begeleiding, store, youssef, keys
):
    tab.head.finish.click()
    keys.keep()
    tab.look_at(begeleiding)
    tab.head.edit.click()
    told: list[str] = []
    page.told.connect(told.append)
    last_day = page._form.form.editor("einddatum")
    assert "Maak het leeg" in last_day.control.accessibleDescription()
    last_day.control.setFocus()
    last_day.control.selectAll()
    keys.press(Qt.Key.Key_Delete)
    keys.keep()
    assert told[-1].startswith("De begeleiding loopt weer")
    assert store.read(dossierkop, youssef).begeleiding_id == begeleiding
    assert tab.head.finish.isVisible()


def test_a_new_begeleiding_is_started_from_the_empty_tab(page, store, youssef, keys):
    page.show_target(Target("dossier", youssef, "begeleiding"))
    page.focus_first()
    keys.enter()
    keys.tab()
    keys.type("Wil Nederlands leren")
    keys.keep()
    kop = store.read(dossierkop, youssef)
    assert detail(store, kop.begeleiding_id).leervraag == "Wil Nederlands leren"


def test_a_leerdoel_of_two_hundred_characters_does_not_widen_the_page(tab, store, begeleiding, page):
    tab.add_goal()
    tab._editor._inside.form.editor("omschrijving").control.insert("Lassen 🙂 " * 22)
    tab._editor._inside.keep.click()
    card = tab.findChildren(GoalCard)[-1]
    assert card.width() <= tab.width()


def test_a_leervraag_is_put_right_with_a_reason_and_the_whole_can_be_removed(
    tab, page, begeleiding, store, keys, youssef
):
    tab.head.edit.setFocus()
    keys.press(Qt.Key.Key_Space)
    page._form.form.editor("leervraag").show_value("Wil dakwerker worden")
    page._form.form.changed.emit()
    keys.keep()
    assert detail(store, begeleiding).leervraag == "Wil dakwerker worden"
    tab.head.edit.click()
    page._form.removal.confirmed.emit("vergissing")
    assert store.read(dossierkop, youssef).begeleiding_id is None
    store.undo()
    assert store.read(dossierkop, youssef).begeleiding_id == begeleiding


def test_tab_walks_from_the_phases_through_the_plan_also_after_a_form_in_it(tab, begeleiding, keys):
    tab.add_goal()
    keys.press(Qt.Key.Key_Escape)
    child(tab, "meer_leerdoel_1").setFocus()
    passed = []
    for _ in range(5):
        keys.tab()
        passed.append(QApplication.focusWidget().objectName())
    assert passed == ["actie_1", "meer_actie_1", "actie_2", "meer_actie_2", "nieuwe_actie_1"]
    tab.head.phases.setFocus()
    keys.tab()
    assert QApplication.focusWidget().objectName() == "meer_leerdoel_1"


def test_going_on_before_it_was_put_on_hold_is_refused_at_the_day(tab, page, begeleiding, store, keys):
    store.write(schort_op, begeleiding, OpschortingInvoer("gezondheid", date(2026, 11, 20)))
    tab.resume()
    page._form.form.editor("datum").show_value(date(2026, 11, 1))
    keys.keep()
    message = page._form.form.boxes["datum"].message.text()
    assert message.startswith("Deze dag ligt vóór het begin van de opschorting. Kies 20-11-2026")


def test_after_a_new_leerdoel_the_keyboard_stands_on_its_first_actie(tab, page, keys):
    tab.add_goal()
    keys.type("Nederlands op niveau 2.1")
    keys.enter()
    assert QApplication.focusWidget().text() == "Actie toevoegen"
    keys.enter()
    keys.type("Inschrijven")
    keys.enter()
    goal = tab._detail.leerdoelen[-1]
    assert [actie.omschrijving for actie in goal.acties] == ["Inschrijven"]


def test_after_a_form_the_keyboard_is_on_the_button_that_opened_it_or_else_in_its_section(tab, page, keys):
    talk = next(link for link in tab.facts.findChildren(Button) if link.text() == "Noteer gesprek")
    name = talk.objectName()
    talk.setFocus()
    keys.enter()
    keys.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget().objectName() == name
    keys.enter()
    keys.keep()
    assert page._form is None
    assert tab.facts.reviews.isAncestorOf(QApplication.focusWidget())
