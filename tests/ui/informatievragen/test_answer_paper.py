"""The answer to a question goes to the cell on paper: one from its form, or all of today in one go."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.features.gegevens.logboek import lijst_logboek
from leertraject_desktop.features.informatievragen.commands import nieuwe_vraag
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.features.informatievragen.lijst import VraagFilter, vraag_ids, vraag_rijen
from leertraject_desktop.features.papier.pictures import page_count, page_text
from leertraject_desktop.ui.informatievragen.edit_vraag import EditVraag
from leertraject_desktop.ui.informatievragen.list_page import VragenPage
from leertraject_desktop.ui.kit.answers import answers_pdf
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.print_preview import PrintPreview
from leertraject_desktop.ui.kit.screen import Target

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def ask(store, who, answer="", day=None):
    return store.write(
        nieuwe_vraag,
        VraagInvoer(who, "nt2", "Wanneer begint de les?", answer, "brief", datum=day or date(2026, 11, 24)),
    )


def sheets(window):
    return [one.sheet.title.text() for one in window.findChildren(Overlay) if one.isVisible()]


@pytest.fixture
def page(context, window):
    made = VragenPage(context)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(made)
    made.focus_first()
    return made


def test_an_answered_question_is_printed_from_its_form(context, window, store, popescu, tmp_path, keyboard):
    entry = EditVraag(context, window)
    entry.open(Target("vraag", ask(store, popescu, "Op dinsdag.")))
    keyboard.press(Qt.Key.Key_P, CTRL)
    assert sheets(window) == ["Antwoord op een vraag"]
    window.findChild(PrintPreview).save(str(tmp_path / "antwoord.pdf"))
    lines = store.read(lijst_logboek, soort=Logsoort.UITVOER, deelnemer_id=popescu)
    assert [line.wat for line in lines] == ["antwoorden op papier"]
    keyboard.press(Qt.Key.Key_Escape)
    assert sheets(window) == []


def test_a_question_without_an_answer_has_nothing_to_print(context, window, store, popescu):
    entry = EditVraag(context, window)
    entry.open(Target("vraag", ask(store, popescu)))
    assert not entry.content.paper.isVisible()
    entry.close()


def test_the_answers_of_today_come_two_on_a_page_without_staff(store, popescu):
    for number, who in enumerate((popescu, popescu, None)):
        ask(store, who, f"Antwoord {number}.")
    rows = store.read(vraag_rijen, store.read(vraag_ids, VraagFilter(stand="maand")))
    pdf = answers_pdf(store, rows)
    assert page_count(pdf) == 2
    assert "Popescu" in page_text(pdf, 0)
    assert "Bogaert" not in page_text(pdf, 0) + page_text(pdf, 1)


def test_all_of_today_are_printed_from_the_list(page, window, store, jobs, popescu, qtbot):
    with qtbot.waitSignal(page.told) as told:
        qtbot.keyClick(page, Qt.Key.Key_P, CTRL | SHIFT)
    assert told.args == ["Vandaag is nog geen vraag beantwoord."]
    ask(store, popescu, "Op dinsdag.")
    qtbot.keyClick(page, Qt.Key.Key_P, CTRL | SHIFT)
    jobs.wait()
    assert sheets(window) == ["Antwoorden van vandaag"]
