"""Drafts: what is half typed survives a crash, a lock and a telephone call."""

from dataclasses import dataclass
from datetime import date, time

import pytest

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.concepten.concepten import concepten
from leertraject_desktop.ui.dossier.languages_editor import LanguagesEditor
from leertraject_desktop.ui.kit.date_editors import DateEditor, TimeEditor
from leertraject_desktop.ui.kit.drafts import Drafts, place_of, target_of
from leertraject_desktop.ui.kit.form import Field, Form
from leertraject_desktop.ui.kit.jobs import Jobs
from leertraject_desktop.ui.kit.screen import Context, Target
from leertraject_desktop.ui.kit.text_editors import NoteEditor


@dataclass(frozen=True)
class Gesprek:
    """The form of these tests."""

    notitie: str = ""
    datum: date | None = None
    uur: time | None = None
    talen: tuple[str, ...] = ()


def a_form(qtbot):
    fields = [
        Field("notitie", "Notitie", NoteEditor()),
        Field("datum", "Datum", DateEditor(today=lambda: date(2026, 11, 24))),
        Field("uur", "Uur", TimeEditor()),
        Field("talen", "Talen", LanguagesEditor([("ar", "Arabisch"), ("fr", "Frans")])),
    ]
    form = Form(Gesprek, fields)
    qtbot.addWidget(form)
    form.show()
    return form


@pytest.fixture
def context(store):
    return Context(store, Jobs())


def test_a_draft_brings_back_every_field_as_it_stood(qtbot, context):
    form = a_form(qtbot)
    drafts = Drafts(context, form)
    assert drafts.bind(form, "gesprek:7") == ""
    value = Gesprek("Wil lassen 🔥\nمرحبا", date(2026, 11, 20), time(13, 30), ("fr",))
    form.show_value(value)
    form.changed.emit()
    drafts.flush()

    again = a_form(qtbot)
    assert Drafts(context, again).bind(again, "gesprek:7") != ""
    assert again.value() == value
    assert again.is_dirty(), "it is not kept yet"


def test_half_a_date_stays_out_of_the_draft_and_stops_nothing(qtbot, context):
    form = a_form(qtbot)
    drafts = Drafts(context, form)
    drafts.bind(form, "gesprek")
    form.editor("notitie").show_value("Belt terug")
    qtbot.keyClicks(form.editor("datum").control, "31-")
    drafts.flush()
    [row] = context.store.read(concepten)
    assert row.inhoud == {"notitie": "Belt terug", "uur": None, "talen": []}


def test_hiding_the_window_writes_the_draft_at_once(qtbot, context):
    form = a_form(qtbot)
    Drafts(context, form).bind(form, "gesprek")
    qtbot.keyClicks(form.editor("notitie").control, "Telefoon!")
    form.hide()
    [row] = context.store.read(concepten)
    assert row.inhoud["notitie"] == "Telefoon!"


def test_a_kept_form_leaves_no_draft_behind(qtbot, context):
    form = a_form(qtbot)
    drafts = Drafts(context, form)
    drafts.bind(form, "gesprek")
    qtbot.keyClicks(form.editor("notitie").control, "Klaar")
    drafts.flush()
    qtbot.keyClicks(form.editor("notitie").control, "!")
    drafts.forget()
    form.hide()
    assert context.store.read(concepten) == []


def test_a_disk_that_refuses_is_told_once_and_the_typing_goes_on(qtbot, context, monkeypatch):
    form = a_form(qtbot)
    drafts = Drafts(context, form)
    drafts.bind(form, "gesprek")
    told = []
    drafts.failed.connect(told.append)

    def refuse(*args, **kwargs):
        raise Problem("Er is geen plaats meer.", "Maak plaats vrij.")

    monkeypatch.setattr(type(context.store), "write", refuse)
    for letter in "ab":
        qtbot.keyClicks(form.editor("notitie").control, letter)
        drafts.flush()
    assert len(told) == 1
    assert form.editor("notitie").value() == "ab"


@pytest.mark.parametrize("target", [Target("nieuwe_vraag"), Target("vraag", 12)])
def test_a_draft_knows_the_form_that_it_belongs_to(target):
    assert target_of(place_of(target)) == target
