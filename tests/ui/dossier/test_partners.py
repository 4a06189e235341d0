"""Partners and nazorg in a dossier: consent first, then a referral, then the answer."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from leertraject_desktop.features.deelnemers.commands import noteer_vertrek
from leertraject_desktop.features.doorverwijzingen.commands import nieuwe_doorverwijzing
from leertraject_desktop.features.doorverwijzingen.invoer import DoorverwijzingInvoer
from leertraject_desktop.features.doorverwijzingen.lijst import doorverwijzingen
from leertraject_desktop.features.nazorg.lijst import checklist, nazorgmomenten
from leertraject_desktop.features.papier.toestemming import voorstel_doel
from leertraject_desktop.features.toestemmingen.commands import neem_bladnummer, nieuwe_toestemming
from leertraject_desktop.features.toestemmingen.invoer import ToestemmingInvoer
from leertraject_desktop.features.toestemmingen.lijst import toestemmingen
from leertraject_desktop.ui.dossier.nazorg_forms import outcome_form
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.mark_editors import CheckBox
from leertraject_desktop.ui.kit.print_preview import PrintPreview
from leertraject_desktop.ui.kit.screen import Target


@pytest.fixture
def tab(page, youssef):
    page.show_target(Target("dossier", youssef, "partners"))
    return page.partners


def consent(store, youssef):
    return store.write(nieuwe_toestemming, youssef, ToestemmingInvoer("vdab", "gegevens", date(2026, 10, 5)))


def button(tab, name):
    return next(one for one in tab.findChildren(Button, name) if one.isVisible())


def words(widget):
    return [label.text() for label in widget.findChildren(Label) if label.isVisible()]


def test_without_consent_the_message_stands_at_the_partner_and_says_what_to_do(
    tab, page, store, youssef, keys
):
    tab.new_referral.click()
    page._form.form.editor("partner").show_value("vdab")
    keys.keep()
    assert page._form is not None
    assert "Er is geen toestemming om gegevens door te geven aan VDAB." in words(page._form.panel)
    assert store.read(doorverwijzingen, youssef) == []


def test_consent_referral_and_refusal_by_keyboard(tab, page, store, youssef, keys):
    tab.new_consent.click()
    keys.type("VDAB")
    keys.keep()
    (rij,) = store.read(toestemmingen, youssef)
    assert (rij.partner, rij.doel, rij.geldig_tot) == ("VDAB", "gegevens doorgeven", date(2027, 11, 24))
    tab.new_referral.click()
    keys.type("VDAB")
    keys.keep()
    (verwezen,) = store.read(doorverwijzingen, youssef)
    button(tab, f"antwoord_{verwezen.id}").click()
    assert not page._form.form.editor("reden").isVisible()
    keys.type("gew")
    keys.keep()
    assert "Je kan een weigering niet bewaren zonder reden." in words(page._form.panel)
    page._form.form.editor("reden").show_value("geen_plaats")
    keys.keep()
    assert page._form is None
    assert "VDAB: geweigerd" in words(tab)


def test_who_stops_sees_the_referral_stop_too_and_it_can_be_undone(tab, page, store, youssef, keys):
    consent(store, youssef)
    (rij,) = store.read(toestemmingen, youssef)
    button(tab, f"intrekken_{rij.id}").click()
    keys.keep()
    assert [one.stand for one in store.read(toestemmingen, youssef)] == ["ingetrokken"]
    button(tab, f"terugzetten_{rij.id}").click()
    page._form.form.editor("reden_correctie").show_value("typfout")
    keys.keep()
    assert [one.stand for one in store.read(toestemmingen, youssef)] == ["geldig"]


def test_the_sheet_is_shown_before_it_is_printed(tab, page, keys, jobs, qtbot):
    tab.print_sheet.click()
    keys.type("VDAB")
    keys.keep()
    qtbot.waitUntil(lambda: bool(tab.findChildren(PrintPreview)))
    assert page._form is None


def test_the_outcome_of_a_late_moment_is_noted_from_what_is_to_be_done(
    page, store, youssef, begeleiding, keys
):
    store.write(noteer_vertrek, youssef, date(2026, 5, 1), "vrijgesteld")
    page._act("nazorg", store.read(nazorgmomenten, youssef)[0].id)
    assert page.stack.currentWidget() is page.partners
    keys.type("aan")
    keys.keep()
    assert store.read(nazorgmomenten, youssef)[0].uitkomst == "aan het werk"
    assert "Na 6 maanden: aan het werk" in words(page.partners)


def test_the_form_of_a_moment_that_is_far_away_says_so(page, store, context, youssef, begeleiding):
    store.write(noteer_vertrek, youssef, date(2026, 5, 1), "vrijgesteld")
    soon, _, far = store.read(nazorgmomenten, youssef)
    said = []
    for rij in (soon, far):
        page.open_form(outcome_form(context, youssef, rij))
        said.append(any("valt pas op 1-5-2027" in label for label in words(page._form.panel)))
    assert said == [False, True]


def test_the_checklist_is_ticked_where_it_stands_and_keeps_the_keyboard(tab, store, youssef, keys, qtbot):
    box = next(one for one in tab.findChildren(CheckBox, "punt_leerplan_mee") if one.isVisible())
    box.setFocus()
    box.click()
    assert store.read(checklist, youssef).gedaan == 1
    assert QApplication.focusWidget().objectName() == "punt_leerplan_mee"
    assert "Checklist vrijlating, 1 van 7" in words(tab)


def test_a_word_without_end_never_pushes_the_buttons_off_the_page(tab, page, store, youssef):
    consent(store, youssef)
    invoer = DoorverwijzingInvoer("vdab", date(2026, 11, 2), "abcdefghij" * 900)
    verwezen = store.write(nieuwe_doorverwijzing, youssef, invoer)
    QApplication.processEvents()
    answer = button(tab, f"antwoord_{verwezen}")
    assert answer.mapTo(tab, answer.rect().bottomRight()).x() < tab.width()


def test_the_proposed_reason_on_the_sheet_follows_its_language_and_own_words_stay(tab, page, youssef):
    tab.print_sheet.click()
    form = page._form.form
    assert form.editor("taal").value() == "ar"
    assert form.editor("doel").value() == voorstel_doel("ar")
    taal = form.editor("taal").control
    taal.setCurrentText("Frans")
    assert form.editor("doel").value() == voorstel_doel("fr") != voorstel_doel("nl")
    form.editor("doel").show_value("Pour votre diplôme.")
    taal.setCurrentText("Engels")
    assert form.editor("doel").value() == "Pour votre diplôme."


def test_each_sheet_has_a_number_of_its_own_with_which_it_comes_back(tab, page, store, youssef, clock):
    assert [store.write(neem_bladnummer) for _ in range(2)] == ["T-2026-0001", "T-2026-0002"]
    invoer = ToestemmingInvoer("vdab", "gegevens", date(2026, 11, 24), formuliernummer="t-2026-0002")
    store.write(nieuwe_toestemming, youssef, invoer)
    assert "blad T-2026-0002" in "\n".join(words(tab))
    clock.zet(2027, 1, 4)
    assert store.write(neem_bladnummer) == "T-2027-0001"
