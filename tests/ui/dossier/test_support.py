"""Barriers, reviews and what helps somebody to learn are noted in the dossier, by keyboard."""

from datetime import date

from leertraject_desktop.features.begeleidingen.drempels import drempels
from leertraject_desktop.features.ondersteuning.ondersteuning import ondersteuning
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.screen import Target


def button(tab, name):
    return next(one for one in tab.findChildren(Button, name) if one.isVisible())


def words(widget):
    return [label.text() for label in widget.findChildren(Label) if label.isVisible()]


def test_a_barrier_is_noted_solved_and_taken_back(begeleiding, page, store, youssef, keys):
    page.show_target(Target("dossier", youssef, "begeleiding"))
    page.guidance.facts.add.click()
    keys.type("wachtl")
    keys.keep()
    (rij,) = store.read(drempels, begeleiding)
    assert (rij.drempel, rij.vastgesteld_op) == ("wachtlijst", date(2026, 11, 24))
    button(page.guidance, f"opgelost_{rij.id}").click()
    assert store.read(drempels, begeleiding)[0].opgelost_op == date(2026, 11, 24)
    store.undo()
    assert "sinds 24-11-2026" in words(page.guidance.facts)


def test_a_review_shows_its_window_and_leads_to_the_talk(begeleiding, page, store, youssef, keys):
    page.show_target(Target("dossier", youssef, "begeleiding"))
    assert "tussen 9-1-2027 en 9-3-2027" in words(page.guidance.facts)
    next(
        one for one in page.guidance.facts.findChildren(Button) if one.accessibleName().startswith("Noteer")
    ).click()
    assert page._form.form.editor("soort").value() == "opvolging"
    keys.keep()
    assert "gesproken op 24-11-2026" in words(page.guidance.facts)


def test_what_helps_is_kept_and_the_form_warns_against_a_diagnosis(page, store, youssef, keys):
    page.show_target(Target("dossier", youssef, "gegevens"))
    page.details.support.add_adjustment.click()
    note = page._form.form.editor("toelichting").control
    assert "Geen diagnose" in note.placeholderText()
    keys.type("meer")
    keys.keep()
    (rij,) = store.read(ondersteuning, youssef)
    assert (rij.omschrijving, rij.bron.value) == ("meer tijd", "zelf")
    button(page.details, f"einde_ondersteuning_{rij.id}").click()
    assert store.read(ondersteuning, youssef)[0].tot == date(2026, 11, 24)
