"""Whatever is half typed in a dossier waits there, through a lock, a crash or a look elsewhere."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.begeleidingen.drempels import (
    DrempelInvoer,
    nieuwe_drempel,
    verwijder_drempel,
)
from leertraject_desktop.features.begeleidingen.invoer import OpschortingInvoer
from leertraject_desktop.features.begeleidingen.lijst import begeleiding_detail
from leertraject_desktop.features.begeleidingen.verloop import schort_op
from leertraject_desktop.features.concepten.concepten import concept, concepten
from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer, noteer_vertrek
from leertraject_desktop.features.deelnemers.dossier import statuten, verblijven
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.features.doorverwijzingen.commands import nieuwe_doorverwijzing, zet_stand
from leertraject_desktop.features.doorverwijzingen.invoer import DoorverwijzingInvoer, StandInvoer
from leertraject_desktop.features.nazorg.lijst import nazorgmomenten
from leertraject_desktop.features.ondersteuning.ondersteuning import OndersteuningInvoer, nieuwe_ondersteuning
from leertraject_desktop.features.toestemmingen.commands import nieuwe_toestemming, trek_toestemming_in
from leertraject_desktop.features.toestemmingen.invoer import ToestemmingInvoer
from leertraject_desktop.ui.dossier.places import FORM_TABS, PLAN_EDITORS, part_of
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.date_editors import DateEditor
from leertraject_desktop.ui.kit.drafts import target_of
from leertraject_desktop.ui.kit.screen import Target
from leertraject_desktop.ui.kit.text_editors import NoteEditor, TextEditor
from leertraject_desktop.ui.start.words import draft_title

DAY, OTHER_DAY = date(2026, 11, 20), date(2026, 11, 23)


@pytest.fixture
def elsewhere(store):
    """The id of another dossier."""
    return store.write(nieuwe_deelnemer, NieuweDeelnemer("Ana", "Popescu"))


@pytest.fixture
def rows(store, youssef, begeleiding):
    """Of everything that a form can be about, the id that the form is opened with."""
    write, read = store.write, store.read
    drempel = write(nieuwe_drempel, begeleiding, DrempelInvoer("taal", DAY))
    steun = OndersteuningInvoer("ondersteuningsnood", "taal", "zelf", DAY)
    consents = [
        write(nieuwe_toestemming, youssef, ToestemmingInvoer(partner, "gegevens", DAY))
        for partner in ("vdab", "caw")
    ]
    write(trek_toestemming_in, consents[1])
    referral = write(nieuwe_doorverwijzing, youssef, DoorverwijzingInvoer("vdab", DAY))
    write(zet_stand, referral, StandInvoer("aanvaard", DAY))
    write(schort_op, begeleiding, OpschortingInvoer("technisch", DAY, "", DAY))
    doel = read(begeleiding_detail, begeleiding).leerdoelen[0]
    return {
        "verblijf": read(verblijven, youssef)[0].id,
        "statuut": read(statuten, youssef)[0].id,
        "ondersteuning": write(nieuwe_ondersteuning, youssef, steun),
        "drempel_bij": begeleiding,
        "drempel": drempel,
        "opschorten": begeleiding,
        "hervatten": begeleiding,
        "opschorting": 1,
        "afronden": begeleiding,
        "begeleiding_verbeteren": begeleiding,
        "toestemming": consents[0],
        "toestemming_intrekken": consents[0],
        "toestemming_terugzetten": consents[1],
        "doorverwijzing": referral,
        "doorverwijzing_antwoord": referral,
        "doorverwijzing_terugnemen": referral,
        "nieuw_leerdoel": begeleiding,
        "wijzig_leerdoel": doel.id,
        "nieuwe_actie": doel.id,
        "wijzig_actie": doel.acties[0].id,
    }  # fmt: skip


def opened(page):
    """The form that is open, at the right or in the plan."""
    return page._form.form if page._form is not None else page.guidance._editor._inside.form


def type_something(form):
    """Put words in the first text field, or else another value in the first field that is shown."""
    for name, box in form.boxes.items():
        editor = box.field.editor
        if not box.isHidden() and isinstance(editor, NoteEditor | TextEditor):
            editor.show_value("half getypt")
            editor.changed.emit()
            return name, "half getypt"
    for name, box in form.boxes.items():
        editor = box.field.editor
        if not box.isHidden() and isinstance(editor, ChoiceEditor):
            editor.control.setCurrentIndex(0 if editor.control.currentIndex() else 1)
            return name, editor.value()
        if not box.isHidden() and isinstance(editor, DateEditor):
            editor.show_value(OTHER_DAY)
            editor.changed.emit()
            return name, OTHER_DAY
    raise AssertionError("this form asks nothing")


@pytest.mark.parametrize("name", [*FORM_TABS, *PLAN_EDITORS])
def test_what_is_half_typed_waits_while_somebody_else_is_opened(page, store, youssef, rows, elsewhere, name):
    if name == "hervatten":
        store.write(schort_op, rows[name], OpschortingInvoer("technisch", DAY))
    if name.startswith("nazorg"):
        store.write(noteer_vertrek, youssef, DAY, "vrijgesteld")
        rows["nazorg_uitkomst"] = store.read(nazorgmomenten, youssef)[0].id
    part = f"{name}-{rows[name]}" if name in rows else name
    page.show_target(Target("dossier", youssef, part))
    field, typed = type_something(opened(page))
    page.show_target(Target("dossier", elsewhere, "overzicht"))
    (draft,) = store.read(concepten)
    target = target_of(draft.plaats)
    assert (target.id, part_of(target.place)) == (youssef, part)
    assert "formulier" not in draft_title(draft.plaats, "Youssef")
    page.show_target(Target("dossier", target.id, part_of(target.place)))
    assert opened(page).editor(field).value() == typed


def test_a_draft_goes_when_the_form_is_kept(page, store, youssef, keys):
    page.show_target(Target("dossier", youssef, "vertrek"))
    form = page._form.form
    form.editor("eindreden").control.setCurrentIndex(0)
    page._form.drafts.flush()
    assert len(store.read(concepten)) == 1
    keys.keep()
    assert store.read(verblijven, youssef)[0].tot == date(2026, 11, 24)
    assert store.read(concepten) == []


def test_a_draft_goes_when_the_form_is_thrown_away(page, store, youssef, keys):
    page.show_target(Target("dossier", youssef, "doorverwijzing"))
    page._form.form.editor("vraag").setFocus()
    keys.type("Kan hij lassen leren?")
    page._form.drafts.flush()
    keys.press(Qt.Key.Key_Escape)
    page._form.panel._asking.discard.click()
    assert store.read(concepten) == []
    assert page._form is None


def test_what_was_typed_and_taken_away_again_is_no_draft(page, store, youssef, keys):
    page.show_target(Target("dossier", youssef, "doorverwijzing"))
    page._form.form.editor("vraag").setFocus()
    keys.type("x")
    page._form.drafts.flush()
    keys.press(Qt.Key.Key_Backspace)
    keys.press(Qt.Key.Key_Escape)
    assert page._form is None
    assert store.read(concepten) == []


def test_escape_in_the_plan_cancels_and_leaves_no_draft(page, store, youssef, begeleiding, keys):
    page.show_target(Target("dossier", youssef, f"nieuw_leerdoel-{begeleiding}"))
    keys.type("Certificaat")
    page.guidance._editor.drafts.flush()
    assert len(store.read(concepten)) == 1
    keys.press(Qt.Key.Key_Escape)
    assert store.read(concepten) == []


def test_a_step_that_was_kept_leaves_an_empty_one_without_a_draft(page, store, youssef, begeleiding, keys):
    doel = store.read(begeleiding_detail, begeleiding).leerdoelen[0]
    page.show_target(Target("dossier", youssef, f"nieuwe_actie-{doel.id}"))
    keys.type("Bellen")
    page.guidance._editor.drafts.flush()
    keys.enter()
    assert store.read(concepten) == []
    assert opened(page).editor("omschrijving").value() == ""


def test_the_draft_of_something_that_was_removed_goes_with_a_word(page, store, youssef, rows):
    place = f"drempel-{rows['drempel']}"
    page.show_target(Target("dossier", youssef, place))
    type_something(opened(page))
    page._form.drafts.flush()
    page._form.panel.left.emit()
    store.write(verwijder_drempel, rows["drempel"], "dubbel")
    with pytest.raises(Problem):
        page.show_target(Target("dossier", youssef, place))
    assert store.read(concept, f"{place}:{youssef}") is None
