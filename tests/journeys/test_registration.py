"""The registration itself, each part from the first key to what comes out of it, in the real window."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from tests.journeys.hands import ALT, CTRL, SHIFT, Hands, words

from leertraject_desktop.features.begeleidingen.drempels import drempels
from leertraject_desktop.features.begeleidingen.lijst import begeleiding_detail
from leertraject_desktop.features.begeleidingen.opvolging import opvolgmomenten
from leertraject_desktop.features.deelnemers.dossier import dossierkop, statuten, verblijven
from leertraject_desktop.features.doorverwijzingen.lijst import doorverwijzingen
from leertraject_desktop.features.dossier.tijdlijn import tijdlijn
from leertraject_desktop.features.informatievragen.lijst import VraagFilter, vraag_ids, vraag_rijen
from leertraject_desktop.features.nazorg.lijst import checklist, nazorgmomenten
from leertraject_desktop.features.ondersteuning.ondersteuning import ondersteuning
from leertraject_desktop.features.taken.lijst import taken
from leertraject_desktop.features.toestemmingen.lijst import toestemmingen
from leertraject_desktop.ui.kit.print_preview import PrintPreview
from leertraject_desktop.ui.kit.screen import Target


@pytest.fixture
def youssef(window, hands: Hands, store, clock) -> int:
    """Youssef El Amrani came to Brugge on 4 February 2026; a new dossier by keyboard."""
    clock.zet(2026, 2, 4)
    hands.press(Qt.Key.Key_N, CTRL | SHIFT)
    hands.fill("Voornaam", "Youssef")
    hands.fill("Familienaam", "El Amrani")
    hands.choose("Statuut", "ver")
    hands.keep()
    assert store.read(dossierkop, 1).naam == "Youssef El Amrani"
    return 1


def due(store):
    return [(rij.omschrijving, rij.datum) for rij in store.read(taken, None, None)]


def start_guidance(window, hands, deelnemer):
    window.go(Target("dossier", deelnemer, "begeleiding"))
    hands.push("Start een begeleiding")
    hands.fill("Leervraag", "Wil leren lassen.")
    hands.keep()


def test_a_stay_is_moved_ended_by_release_and_begun_again(window, hands, store, clock, youssef):
    start_guidance(window, hands, youssef)
    clock.zet(2026, 3, 2)
    window.go(Target("dossier", youssef, "gegevens"))
    hands.push("Nieuw verblijf")
    hands.choose("Gevangenis", "gen")
    hands.keep()
    assert [(rij.gevangenis, rij.eindreden) for rij in store.read(verblijven, youssef)] == [
        ("Gent", ""), ("Brugge", "overgeplaatst"),
    ]  # fmt: skip
    assert "Gesprek na overplaatsing" not in dict(due(store))
    clock.zet(2026, 4, 6)
    hands.push("Nieuw verblijf")
    hands.keep()
    assert store.read(verblijven, youssef)[0].gevangenis == "Brugge"
    assert ("Gesprek na overplaatsing", date(2026, 4, 16)) in due(store)

    clock.zet(2026, 5, 4)
    window.go(Target("dossier", youssef, "gegevens"))
    hands.push("Vertrek noteren")
    hands.choose("Reden", "vrij")
    hands.keep()
    assert [name for name, _ in due(store)] == [f"Nazorg na {months} maanden" for months in (6, 9, 12)]
    hands.undo()
    assert "Gesprek na overplaatsing" in dict(due(store))
    hands.push("Vertrek noteren")
    hands.choose("Reden", "vrij")
    hands.keep()

    clock.zet(2026, 9, 7)
    hands.push("Nieuw verblijf")
    hands.choose("Gevangenis", "br")
    hands.keep()
    assert "opnieuw in detentie" in {rij.uitkomst for rij in store.read(nazorgmomenten, youssef)}
    assert "Opvolggesprek" in dict(due(store))


def test_statuut_support_and_consent_are_noted_changed_and_withdrawn(window, hands, store, clock, youssef):
    clock.zet(2026, 3, 2)
    window.go(Target("dossier", youssef, "gegevens"))
    hands.push("Nieuw statuut")
    hands.choose("Statuut", "ge")
    hands.keep()
    assert [rij.van for rij in store.read(statuten, youssef)] == [date(2026, 3, 2), date(2026, 2, 4)]
    hands.push("Redelijke aanpassing")
    hands.choose("Wat helpt?", "meer")
    hands.keep()
    (steun,) = store.read(ondersteuning, youssef)
    assert (steun.soort.label, steun.bron.value) == ("redelijke aanpassing", "zelf")

    window.go(Target("dossier", youssef, "partners"))
    hands.push("Nieuwe toestemming")
    hands.choose("Partner", "vd")
    hands.keep()
    hands.push("Nieuwe doorverwijzing")
    hands.choose("Partner", "vd")
    hands.keep()
    hands.push("Trek in")
    hands.keep()
    assert [rij.stand for rij in store.read(toestemmingen, youssef)] == ["ingetrokken"]
    assert [rij.stand.value for rij in store.read(doorverwijzingen, youssef)] == ["ingetrokken"]
    assert "Vraag aan VDAB om de gegevens te wissen" in dict(due(store))
    hands.undo()
    assert [rij.stand for rij in store.read(toestemmingen, youssef)] == ["geldig"]


def test_two_questions_of_one_slip_one_referred_one_answered_and_printed(
    window, hands, store, youssef, slow_typing, tmp_path
):
    hands.press(Qt.Key.Key_N, CTRL)
    for onderwerp, vraag in (("o", "Kan ik leren lassen?"), ("n", "Wanneer is de les Nederlands?")):
        hands.choose("Onderwerp", onderwerp)
        hands.fill("Vraag", vraag)
        if onderwerp == "o":
            hands.choose("Doorverwezen naar", "v")
            hands.fill("Toestemming getekend op", "vandaag")
            hands.press(Qt.Key.Key_Return, ALT)
    hands.to("Antwoord")
    hands.type("Elke dinsdag om negen uur.")
    hands.keep()
    rows = store.read(vraag_rijen, sorted(store.read(vraag_ids, VraagFilter(""))))
    assert [(row.naam, row.antwoord != "") for row in rows] == [
        ("El Amrani, Youssef", False), ("El Amrani, Youssef", True),
    ]  # fmt: skip
    assert [rij.partner for rij in store.read(doorverwijzingen, youssef)] == ["VDAB"]

    window.go(Target("vraag", rows[1].id))
    hands.press(Qt.Key.Key_P, CTRL)
    window.context.jobs.wait()
    (preview,) = window.findChildren(PrintPreview)
    preview.save(tmp_path / "antwoord.pdf")
    assert (tmp_path / "antwoord.pdf").read_bytes().startswith(b"%PDF")


def test_a_begeleiding_from_plan_to_suspension_to_stopping_with_a_reason(
    window, hands, store, clock, youssef
):
    start_guidance(window, hands, youssef)
    begeleiding = store.read(dossierkop, youssef).begeleiding_id
    hands.push("Nieuw leerdoel")
    hands.type("Certificaat lassen")
    hands.press(Qt.Key.Key_Return)
    hands.push("Actie toevoegen")
    for step in ("Inschrijven", "Attest vragen"):
        hands.type(step)
        hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Escape)
    (doel,) = store.read(begeleiding_detail, begeleiding).leerdoelen
    assert [actie.omschrijving for actie in doel.acties] == ["Inschrijven", "Attest vragen"]
    hands.push("Nieuwe drempel")
    hands.choose("Drempel", "wachtl")
    hands.keep()
    assert [rij.drempel for rij in store.read(drempels, begeleiding)] == ["wachtlijst"]
    assert [rij.soort for rij in store.read(opvolgmomenten, begeleiding)] == ["opvolggesprek"]

    clock.zet(2026, 2, 9)
    hands.push("Opschorten")
    hands.choose("Reden", "lock")
    hands.keep()
    assert "Opvolggesprek" not in dict(due(store))
    hands.push("Hervatten")
    hands.keep()
    hands.push("Stopzetten")
    hands.keep()
    assert "Je kan niet stopzetten zonder reden." in words(window.page())
    hands.choose("Reden", "wil")
    hands.keep()
    assert store.read(begeleiding_detail, begeleiding).reden == "wil niet meer"
    assert due(store) == []


def test_from_the_checklist_over_the_release_to_an_outcome_and_its_share(
    window, hands, store, clock, youssef
):
    start_guidance(window, hands, youssef)
    window.go(Target("dossier", youssef, "partners"))
    hands.push("Mijn leerplan meegegeven")
    assert store.read(checklist, youssef).gedaan == 1
    clock.zet(2026, 3, 2)
    window.go(Target("dossier", youssef, "gegevens"))
    hands.push("Vertrek noteren")
    hands.choose("Reden", "vrij")
    hands.keep()

    clock.zet(2026, 12, 7)
    window.go(Target("start"))
    hands.to("Te laat")
    hands.press(Qt.Key.Key_Return)
    for outcome in ("niet", "wei"):
        hands.push("Noteer uitkomst")
        hands.choose("Uitkomst", outcome)
        hands.keep()
    found = store.read(nazorgmomenten, youssef)
    assert [rij.uitkomst for rij in found] == ["niet bereikt", "weigert", ""]
    window.go(Target("nazorg"))
    assert "na 6 maanden: niemand bereikt van 1" in words(window.page())


def test_what_happened_stands_in_the_timeline_and_its_filters_keep_a_kind(window, hands, store, youssef):
    hands.press(Qt.Key.Key_M, CTRL)
    hands.choose("Soort", "intake")
    hands.fill("Notitie", "Wil leren lassen.")
    hands.keep()
    start_guidance(window, hands, youssef)
    assert {line.soort for line in store.read(tijdlijn, youssef)} >= {"verblijf", "contact", "begeleiding"}
    window.go(Target("dossier", youssef, "overzicht"))
    overview = window.page().overview
    hands.to("Alles")
    seen = set()
    for _ in range(4):
        hands.press(Qt.Key.Key_Right)
        seen |= {line.soort for line in overview._shown}
        assert len({line.soort for line in overview._shown}) <= 1
    assert {"contact", "begeleiding"} <= seen
