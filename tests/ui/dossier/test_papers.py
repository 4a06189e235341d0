"""What can be on paper from a dossier: the right words, in the language of the person."""

from datetime import date

import pytest

from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.features.gegevens.logboek import lijst_logboek
from leertraject_desktop.features.informatievragen.commands import nieuwe_vraag
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.features.papier.pictures import page_count, page_text
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.print_preview import PrintPreview
from leertraject_desktop.ui.kit.screen import Target


@pytest.fixture
def made(page, begeleiding, store, youssef, context):
    """Print with the button of that name and wait: the PDF and its title."""
    store.write(
        nieuwe_vraag,
        VraagInvoer(youssef, "nt2", "Mag ik de toets doen?", "Ja, in mei.", "gesprek", date(2026, 11, 20)),
    )
    page.show_target(Target("dossier", youssef, "papieren"))
    tab = page.papers

    def press(words, taal="nl"):
        tab.language.show_value(taal)
        button = next(b for b in tab.findChildren(Button) if b.text() == words and b.isVisible())
        button.click()
        assert context.jobs.wait()
        preview = tab.findChild(PrintPreview)
        return preview._pdf, preview._title

    return press


def test_the_language_of_the_person_is_proposed(made, page):
    assert page.papers.language.value() == "ar"


def test_the_intake_form_is_printed_with_what_is_known(made):
    pdf, title = made("Met wat al gekend is")
    assert (page_count(pdf), title) == (2, "Intakeformulier 0001")
    assert "Youssef El Amrani" in page_text(pdf)
    assert "Mannen 3" in page_text(pdf)


def test_a_blank_form_names_nobody(made):
    pdf, _ = made("Blanco", "fr")
    assert "Youssef" not in page_text(pdf)


def test_the_plan_for_the_person_names_no_colleague_and_the_one_for_the_file_does(made):
    person, _ = made("Voor de deelnemer")
    assert "Certificaat lassen" in page_text(person)
    assert "An Baert" not in page_text(person)


def test_the_plan_for_the_file_names_who_does_what(made):
    file, title = made("Voor het dossier")
    assert "An Baert" in page_text(file)
    assert title == "Leerplan 0001 voor het dossier"


def test_an_answer_is_printed_for_who_asked(made):
    pdf, _ = made("Druk antwoord af")
    assert "Ja, in mei." in page_text(pdf)


def test_the_header_prints_the_plan_once_there_is_one(made, page, context):
    assert page.header.print.text() == "Druk mijn leerplan af"
    page.print_action()()
    assert context.jobs.wait()
    assert page.papers.findChild(PrintPreview)._title == "Mijn leerplan 0001"


def test_what_is_kept_as_a_file_stands_in_the_logboek_of_the_dossier(made, page, store, youssef, tmp_path):
    made("Met wat al gekend is")
    page.papers.findChild(PrintPreview).save(str(tmp_path / "intake.pdf"))
    lines = store.read(lijst_logboek, soort=Logsoort.UITVOER, deelnemer_id=youssef)
    assert [line.wat for line in lines] == ["papier uit het dossier"]
