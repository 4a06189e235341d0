"""Whatever is typed into quick entry, in whatever order, the database keeps its rules."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from leertraject_desktop.features.informatievragen.lijst import VraagFilter, vraag_ids, vraag_rijen
from leertraject_desktop.ui.informatievragen.quick_entry import QuickEntry
from leertraject_desktop.ui.kit.screen import Target

TODAY = date(2026, 11, 24)
TEXT = st.text(max_size=60) | st.sampled_from(
    ["anoniem", "popescu", "مرحبا", "👩🏽‍🏫", "\u202etxet", "0", "31-2", "vandaag"]
)
FIELDS = st.sampled_from(["deelnemer_id", "vraag", "antwoord", "datum", "beantwoord_op", "minuten"])
KEYS = st.sampled_from([Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Space])
STEP = st.tuples(st.just("type"), FIELDS, TEXT) | st.tuples(st.just("key"), FIELDS, KEYS)


@pytest.fixture
def form(context, window, popescu):
    """A fresh form for every example, over one window."""

    def made():
        entry = QuickEntry(context, window)
        entry.open(Target("nieuwe_vraag"))
        return entry

    return made


@given(steps=st.lists(STEP, max_size=8), valid=st.booleans(), onderwerp=st.integers(0, 10))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_in_any_field_leaves_the_rules_of_the_database_whole(form, store, steps, valid, onderwerp):
    entry = form()
    if valid:
        entry.form.deelnemer.show_value(None)
        entry.form.editor("vraag").show_value("Wanneer?")
    entry.form.onderwerp.control.setCurrentIndex(onderwerp)
    for kind, field, what in steps:
        if entry.overlay is None:
            break
        control = entry.form.editor(field).focusProxy()
        if kind == "type":
            control.setFocus()
            control.insertPlainText(what) if field in ("vraag", "antwoord") else _put(control, what)
        else:
            QTest.keyClick(control, what)
    if entry.overlay is not None:
        entry.keep()
        entry.drafts.forget()
        entry.close()
    for row in store.read(vraag_rijen, store.read(vraag_ids, VraagFilter(stand=""))):
        assert date(1900, 1, 1) <= row.datum <= TODAY
        assert bool(row.antwoord) == (row.beantwoord_op is not None)
        assert row.beantwoord_op is None or row.datum <= row.beantwoord_op <= TODAY
        assert row.vraag == row.vraag.strip() != ""
        assert 0 <= row.minuten <= 1440


def _put(control, text):
    """Type into a line or a number as a user does: the old text selected, the new one over it."""
    line = control.lineEdit() if hasattr(control, "lineEdit") else control
    line.selectAll()
    line.insert(text)
    line.textEdited.emit(line.text())
