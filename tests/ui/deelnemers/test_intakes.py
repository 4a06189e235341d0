"""Fifty intake forms in one go: of who is in the list, or blank ones."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.features.gegevens.logboek import lijst_logboek
from leertraject_desktop.features.papier.pictures import page_count, page_text
from leertraject_desktop.ui.deelnemers.intakes import IntakeBatch, IntakeKeuze, make_intakes
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.print_preview import PrintPreview

CTRL = Qt.KeyboardModifier.ControlModifier


def top(page):
    return [one for one in page.window().findChildren(Overlay) if one.isVisible()][-1]


def test_two_keys_print_the_intakes_of_everybody_in_the_filtered_list(ids, page, keyboard, jobs, qtbot):
    page.statuut.control.setCurrentIndex(1)
    keyboard.press(Qt.Key.Key_I, CTRL)
    keyboard.press(Qt.Key.Key_Return, CTRL)
    jobs.wait()
    assert top(page).sheet.title.text() == "Intakes"
    words = [label.text() for label in top(page).findChildren(QLabel)]
    assert f"{2 * len(page.ids)} bladzijden" in words
    top(page).close_dialog()


def test_intakes_that_went_out_stand_in_the_logboek_of_everybody_in_the_list(
    ids, page, keyboard, jobs, tmp_path
):
    keyboard.press(Qt.Key.Key_I, CTRL)
    keyboard.press(Qt.Key.Key_Return, CTRL)
    jobs.wait()
    page.findChild(PrintPreview).save(str(tmp_path / "intakes.pdf"))
    for who in page.ids:
        lines = page.context.store.read(lijst_logboek, soort=Logsoort.UITVOER, deelnemer_id=who)
        assert [line.wat for line in lines] == ["intakes"]
    top(page).close_dialog()


def test_a_form_starts_with_the_name_and_has_a_number_of_its_own(ids, store):
    made = []
    pdf = make_intakes(
        store,
        [ids["Peeters"], ids["Demir"]],
        IntakeKeuze("lijst", "nl", 1),
        progress=lambda done, total: made.append((done, total)),
    )
    assert page_count(pdf) == 4
    assert "Peeters" in page_text(pdf, 0)
    assert "Demir" in page_text(pdf, 2)
    assert made == [(0, 2), (1, 2)]


def test_blank_forms_name_nobody(ids, store):
    pdf = make_intakes(store, [], IntakeKeuze("blanco", "nl", 2), progress=lambda done, total: None)
    assert page_count(pdf) == 4
    assert "Peeters" not in page_text(pdf, 0)


def test_leaving_stops_the_work_and_says_so(ids, page, jobs, qtbot):
    batch = IntakeBatch(page, page.ids)
    batch.open()
    batch.make()
    with qtbot.waitSignal(batch.told) as told:
        batch.overlay.close_dialog()
    assert told.args == ["Gestopt: er zijn geen intakes gemaakt."]
    jobs.wait()
    assert [one for one in page.window().findChildren(Overlay) if one.isVisible()] == []


def test_an_empty_list_is_told_before_anything_is_made(page, qtbot):
    batch = IntakeBatch(page, [])
    batch.form.show_value(IntakeKeuze("lijst", "eigen", 1))
    batch.open()
    batch.make()
    assert "Er staat niemand in de lijst." in [label.text() for label in batch.overlay.findChildren(QLabel)]
    batch.overlay.close_dialog()
