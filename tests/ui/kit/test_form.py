"""A form gives back what was filled in, and says at the field what is wrong."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.date_editors import DateEditor, MinutesEditor
from leertraject_desktop.ui.kit.form import Field, Form
from leertraject_desktop.ui.kit.mark_editors import CheckEditor
from leertraject_desktop.ui.kit.text_editors import NoteEditor, TextEditor, clean_text

Show = Callable[..., QWidget]


@dataclass(frozen=True)
class Stopzetting:
    """What a form of the tests asks."""

    naam: str
    datum: date | None
    reden: str | None
    toelichting: str
    minuten: int
    open_houden: bool


def _form() -> Form[Stopzetting]:
    return Form(
        Stopzetting,
        [
            Field("naam", "Naam", TextEditor()),
            Field("datum", "Laatste dag", DateEditor(today=lambda: date(2026, 11, 24)), width=117),
            Field("reden", "Reden", ChoiceEditor([("ander", "Andere"), ("wil_niet", "Wil niet meer")])),
            Field("toelichting", "Toelichting", NoteEditor(), hint="Niets over de zaak.", optional=True),
            Field("minuten", "Tijd", MinutesEditor()),
            Field("open_houden", "", CheckEditor("Acties open houden")),
        ],
        rows=[["naam", "datum"], ["reden"], ["toelichting"], ["minuten", "open_houden"]],
        compact_rows=[["naam"], ["datum"], ["reden", "toelichting"], ["minuten", "open_houden"]],
    )


KEPT = Stopzetting("El Amrani, Youssef", date(2026, 11, 20), "wil_niet", "eerst\ndan", 35, True)
words = st.text(max_size=30).map(lambda text: clean_text(text, lines=True).strip())


@given(
    st.builds(
        Stopzetting,
        naam=words.map(lambda text: clean_text(text).strip()),
        datum=st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31)),
        reden=st.sampled_from([None, "ander", "wil_niet"]),
        toelichting=words,
        minuten=st.integers(0, 600),
        open_houden=st.booleans(),
    )
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_shown_comes_back(qapp: QApplication, kept: Stopzetting) -> None:
    form = _form()
    form.show_value(kept)
    assert form.value() == kept
    assert not form.is_dirty()
    form.deleteLater()


def test_a_form_that_does_not_match_its_dataclass_is_refused(qapp: QApplication) -> None:
    with pytest.raises(TypeError, match=r"missing \['datum'"):
        Form(Stopzetting, [Field("naam", "Naam", TextEditor()), Field("fout", "Fout", TextEditor())])


def test_typing_makes_the_form_dirty_and_keeping_makes_it_clean(shown: Show, qtbot: QtBot) -> None:
    form = _form()
    form.show_value(KEPT)
    shown(form)
    with qtbot.waitSignal(form.changed):
        qtbot.keyClicks(form.editor("naam").control, "x")
    assert form.is_dirty()
    form.set_clean()
    assert not form.is_dirty()


def test_a_problem_stands_at_its_field_until_it_is_changed(shown: Show, qtbot: QtBot) -> None:
    form = _form()
    form.show_value(KEPT)
    shown(form)
    form.show_problem(Problem("Je kan niet stopzetten zonder reden.", "Kies een reden.", veld="reden"))
    box = form.boxes["reden"]
    assert box.message.isVisible()
    assert box.message.text() == "Je kan niet stopzetten zonder reden. Kies een reden."
    assert box.field.editor.control.hasFocus()
    assert box.field.editor.control.accessibleDescription() == box.message.text()
    qtbot.keyClick(box.field.editor.control, Qt.Key.Key_A)
    assert not box.message.isVisible()
    assert form.value().reden == "ander"


def test_a_date_that_cannot_be_stops_the_form_at_that_field(shown: Show, qtbot: QtBot) -> None:
    form = _form()
    form.show_value(KEPT)
    shown(form)
    field = form.editor("datum").control
    field.setFocus()
    qtbot.keyClicks(field, "9")
    assert form.read() is None
    assert form.boxes["datum"].message.text().startswith("‘20-11-20269’ is geen datum.")


def test_a_problem_without_a_field_stands_at_the_foot(shown: Show) -> None:
    form = _form()
    shown(form)
    form.show_problem(Problem("De schijf is vol.", "Maak plaats vrij."))
    assert form.foot.isVisible()
    assert form.foot.text() == "De schijf is vol. Maak plaats vrij."


def test_tab_walks_in_reading_order(shown: Show, qtbot: QtBot) -> None:
    form = _form()
    shown(form)
    form.focus_first()
    walked = []
    for _ in range(6):
        focused = QApplication.focusWidget()
        assert focused is not None
        walked.append(focused.objectName().removesuffix("_control"))
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert walked == ["naam", "datum", "reden", "toelichting", "minuten", "open_houden"]


def test_on_a_small_window_other_fields_stand_side_by_side(shown: Show, qtbot: QtBot) -> None:
    form = _form()
    shown(form, 911, 512)
    assert form.boxes["reden"].y() == form.boxes["toelichting"].y()
    form.resize(1366, 700)
    qtbot.waitUntil(lambda: form.boxes["reden"].y() < form.boxes["toelichting"].y())
    assert form.boxes["naam"].y() == form.boxes["datum"].y()


def test_a_label_says_what_may_stay_empty_and_a_note_why_it_is_filled_in(shown: Show) -> None:
    form = _form()
    shown(form)
    form.show_note("minuten", "Ingevuld zoals de vorige vijf keer", whole_row=True)
    texts = [
        label.text()
        for label in form.findChildren(QWidget)
        if hasattr(label, "wordWrap") and label.isVisible()
    ]
    assert "mag leeg blijven" in texts
    assert "Ingevuld zoals de vorige vijf keer" in texts
    assert form.editor("toelichting").control.accessibleName() == "Toelichting"


@dataclass(frozen=True)
class Periode:
    """Two days that stand beside each other."""

    van: date | None
    tot: date | None


def test_a_message_under_two_days_beside_each_other_is_as_wide_as_the_form(shown: Show, qtbot: QtBot) -> None:
    days = [
        Field(name, name, DateEditor(today=lambda: date(2026, 11, 24)), width=117) for name in ("van", "tot")
    ]
    form = shown(Form(Periode, days, rows=[["van", "tot"]]), 600, 400)
    form.show_problem(Problem("Deze dag ligt voor het begin.", "Kies een dag na 1-11-2026.", veld="tot"))
    message = form.boxes["tot"].message
    assert message.isVisible() and message.width() > 400
    qtbot.keyClicks(form.editor("tot").control, "2")
    assert not message.isVisible()
