"""What is to be done now: one step per thing that is due, waits or is missing, each with its button."""

from datetime import date

from leertraject_desktop.features.begeleidingen.verloop import zet_fase
from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer, noteer_vertrek
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.features.dossier.stand import dossierstand
from leertraject_desktop.features.informatievragen.commands import nieuwe_vraag
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.features.taken.commands import TaakInvoer, nieuwe_taak
from leertraject_desktop.ui.dossier.what_now import steps
from leertraject_desktop.ui.kit.screen import Target

TODAY = date(2026, 11, 24)


def titles(store, deelnemer_id):
    return [(step.title, step.state) for step in steps(store.read(dossierstand, deelnemer_id), TODAY)]


def test_a_dossier_with_only_a_name_says_what_is_missing(store):
    made = store.write(nieuwe_deelnemer, NieuweDeelnemer(familienaam="Wouters"))
    assert titles(store, made) == [
        ("Begeleiding", "open"),
        ("Statuut", "missing"),
        ("Taal", "missing"),
        ("Gegevens voor de cijfers", "missing"),
    ]


def test_what_is_late_comes_first_and_what_is_far_away_waits(store, youssef, begeleiding):
    for words, day in (("Gesprek", date(2026, 11, 19)), ("Bellen", TODAY), ("Later", date(2027, 3, 1))):
        store.write(nieuwe_taak, TaakInvoer(words, day, "", youssef))
    store.write(nieuwe_vraag, VraagInvoer(youssef, "nt2", "Mag dat?", "", "gesprek", date(2026, 11, 23)))
    assert titles(store, youssef) == [
        ("Gesprek", "late"),
        ("Toestemming tekenen", "late"),
        ("Vraag wacht op antwoord", "now"),
        ("Bellen", "now"),
        ("Intakegesprek", "missing"),
    ]


def test_a_begeleiding_of_somebody_who_left_asks_to_be_closed(store, youssef, begeleiding):
    store.write(noteer_vertrek, youssef, TODAY, "overgeplaatst")
    assert ("Begeleiding afsluiten", "missing") in titles(store, youssef)


def test_a_begeleiding_in_nazorg_goes_on_after_the_release(store, youssef, begeleiding):
    store.write(zet_fase, begeleiding, "nazorg")
    store.write(noteer_vertrek, youssef, TODAY, "vrijgesteld")
    assert "Begeleiding afsluiten" not in dict(titles(store, youssef))


def test_a_taak_is_ticked_from_the_panel_and_the_panel_says_that_nothing_is_open(page, store, youssef, qtbot):
    store.write(nieuwe_taak, TaakInvoer("Gesprek", date(2026, 11, 19), "", youssef))
    with qtbot.waitSignal(page.told):
        page.what_now.steps.acted.emit("taak:1")
    assert titles(store, youssef) == [("Begeleiding", "open")]


def test_the_buttons_of_the_steps_lead_to_the_form_that_does_it(page, store, youssef, qtbot):
    page._act("intake", 0)
    assert page._form.form.editor("soort").value() == "intake"
    page._form.panel.left.emit()
    page._act("start", 0)
    assert page.stack.currentWidget() is page.guidance
    page._form.panel.left.emit()
    page._act("cijfers", 0)
    assert page.stack.currentWidget() is page.details
    with qtbot.waitSignal(page.go) as asked:
        page._act("plan", 0)
    assert asked.args == [Target("nieuwe_taak", youssef)]
