"""Persoonsgegevens: everything on a person is given, wiped or let go, and never by mistake."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.features.papier.looking import inside_margins

from leertraject_desktop.domain.label import Lijst, Logsoort
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.dossier import dossierkop
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.features.deelnemers.lijst import aantal_hier
from leertraject_desktop.features.gegevens.bewaartermijnen import Bewaarcategorie, bewaartermijnen
from leertraject_desktop.features.gegevens.inzage import maak_inzage
from leertraject_desktop.features.informatievragen.commands import nieuwe_vraag
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.features.keuzes.lijsten import keuzes
from leertraject_desktop.features.papier.inzagebrief import _term, inzagebrief_pdf
from leertraject_desktop.features.papier.pictures import page_count
from leertraject_desktop.features.reservekopie.reservekopie import maak
from leertraject_desktop.ui.beheer.inzage_files import letter_of
from leertraject_desktop.ui.beheer.persoonsgegevens_page import PersoonsgegevensPage
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.screen import Target

DAY = date(2026, 11, 20)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def jan(store) -> int:
    return store.write(nieuwe_deelnemer, NieuweDeelnemer("Jan", "Peeters", statuut="V"))


@pytest.fixture
def page(context, put):
    return put(PersoonsgegevensPage(context))


def _said(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_the_inzage_of_somebody_is_two_files_without_a_name_on_the_outside(
    page, jan, tmp_path: Path, keyboard
):
    keyboard.type("Pee")
    keyboard.press(Qt.Key.Key_Return)
    assert "Verblijven 1" in _said(page.person.facts)
    page.person.write_inzage(str(tmp_path))
    names = sorted(file.name for file in tmp_path.iterdir() if file.is_file())
    assert len(names) == 2 and all("Peeters" not in name for name in names)
    held = json.loads((tmp_path / names[0]).read_text(encoding="utf-8"))
    assert held["naam"] == "Jan Peeters" and (tmp_path / names[1]).read_bytes().startswith(b"%PDF")
    assert "niet versleuteld" in page.person.notice.text()


def test_the_letter_says_everything_that_the_file_for_computers_says(store, jan):
    store.write(nieuwe_vraag, VraagInvoer(jan, "nt2", "Wat kan ik leren? " * 400, "", "brief", DAY))
    for _ in range(3):
        store.noteer(Logsoort.AFDRUK, "leerplan", f"deelnemer:{store.read(dossierkop, jan).uid}")
    made = store.write(maak_inzage, jan)
    letter = letter_of(made, gevangenis="Brugge", maanden=60)
    told = " ".join(
        f"{label} {value}" for each in letter.groepen for row in each.rijen for label, value in row
    )
    for rubriek in made.rubrieken:
        for veld in (veld for rij in rubriek.rijen for veld in rij):
            assert re.sub(r" \d\d:\d\d UTC$", "", veld.waarde) in told, veld.label
    assert letter.ontvangen[-1][1:] == ("An Bogaert", "afgedrukt: leerplan (3 keer)")
    pdf = inzagebrief_pdf(letter)
    assert page_count(pdf) > 2 and inside_margins(pdf)


@pytest.mark.parametrize(
    ("months", "words"), [(1, "nog 1 maand na"), (18, "nog 18 maanden"), (60, "nog 5 jaar")]
)
def test_the_letter_says_how_long_in_words(months, words):
    assert words in _term(months) and "geen termijn" in _term(None)


def test_an_inzage_that_cannot_be_written_says_so_and_writes_nothing(page, jan, tmp_path: Path):
    page.person.choose(jan)
    page.person.write_inzage(str(tmp_path / "weg"))
    assert page.person.notice.isVisibleTo(page.person) and page.person.notice.text()


def test_a_person_is_wiped_only_with_a_reason_and_the_number_and_the_backups_are_named(
    page, store, jan, clock, keyboard
):
    maak(store, clock=clock)
    page.show_target(Target("persoonsgegevens", jan))
    page.person.ask_wipe()
    page.context.jobs.wait()
    form = page.person.form
    assert "Staat nog in deze reservekopieën" in form.copies.text() and "verdwijnt op" in form.copies.text()
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert "niet wissen zonder reden" in form.reason_box.message.text()
    form.reason.show_value(store.read(keuzes, Lijst.REDEN_VERWIJDERING)[0].code)
    form.number.show_value("99999")
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert "niet het nummer van dit dossier" in form.number_box.message.text()
    assert store.read(aantal_hier) == 1
    form.number.show_value(str(form.proposal.dossiernummer))
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert store.read(aantal_hier) == 0 and page.person.who.found() is None


def test_terms_are_kept_and_what_is_old_goes_only_when_it_is_chosen_and_confirmed(
    page, store, clock, keyboard
):
    store.write(nieuwe_vraag, VraagInvoer(None, "nt2", "Wanneer?", kanaal="brief"))
    page.show_target(Target("persoonsgegevens", part="termijnen"))
    assert "Er is nog geen bewaartermijn" in _said(page.terms)
    page.terms.editors[Bewaarcategorie.ANONIEME_VRAAG].show_value(1)
    page.terms.keep.click()
    assert store.read(bewaartermijnen)[Bewaarcategorie.ANONIEME_VRAAG] == 1
    for _ in range(3):  # month after month, so that the clock did not jump
        clock.later(days=30)
        store.noteer(Logsoort.AANMELDING, "aangemeld")
    page.terms.refresh()
    [row] = page.terms.table.model().rows
    page.terms.table.setFocus()
    keyboard.press(Qt.Key.Key_Home)
    page.terms.wipe.click()
    assert row.omschrijving in _said(page.terms.form.overlay)
    assert len(page.terms.table.model().rows) == 1
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert page.terms.table.model().rowCount() == 0


def test_after_a_clock_that_jumped_nothing_is_proposed(page, store, clock):
    store.write(nieuwe_vraag, VraagInvoer(None, "nt2", "Wanneer?", kanaal="brief"))
    page.terms.editors[Bewaarcategorie.ANONIEME_VRAAG].show_value(1)
    page.terms.keep.click()
    clock.later(days=400)
    store.write(nieuwe_vraag, VraagInvoer(None, "nt2", "En nu?", kanaal="brief"))
    page.terms.refresh()
    assert "De klok van deze computer is versprongen" in page.terms.footer.notice.text()
    assert not page.terms.wipe.isEnabled()


def test_the_fact_sheet_of_a_datalek_is_shown_before_it_is_printed(page, jan, window):
    page.show_target(Target("persoonsgegevens", part="datalek"))
    page.leak.make.click()
    page.context.jobs.wait()
    [preview] = window.findChildren(Overlay)
    assert preview.isVisible() and "Feitenblad Brugge" in _said(preview)


def test_a_lezer_is_told_that_this_is_for_the_beheerder(as_lies, jan, window):
    page = PersoonsgegevensPage(as_lies, window)
    with pytest.raises(Problem, match="Je mag gebruikers en instellingen niet beheren"):
        page.show_target(Target("persoonsgegevens", jan))
