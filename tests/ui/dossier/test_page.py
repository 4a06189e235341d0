"""A dossier from the keyboard: looking, noting a contact, putting it right, removing and undoing."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.begeleidingen.invoer import ContactInvoer
from leertraject_desktop.features.begeleidingen.plan import nieuw_contactmoment
from leertraject_desktop.features.concepten.concepten import bekeken, concepten
from leertraject_desktop.features.deelnemers.commands import verwijder_deelnemer
from leertraject_desktop.features.dossier.tijdlijn import tijdlijn
from leertraject_desktop.features.informatievragen.commands import nieuwe_vraag
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.storage.tables import Correctie
from leertraject_desktop.ui.dossier.places import part_of
from leertraject_desktop.ui.kit.screen import Target

YESTERDAY = date(2026, 11, 23)
CTRL = Qt.KeyboardModifier.ControlModifier


def contacts(store, deelnemer_id):
    return [line for line in store.read(tijdlijn, deelnemer_id) if line.soort == "contact"]


@pytest.fixture
def contact(store, youssef):
    invoer = ContactInvoer(date(2026, 11, 19), "gesprek", 30, "Wil verder met lassen.")
    return store.write(nieuw_contactmoment, youssef, invoer)


def test_the_header_says_who_it_is_and_the_dossier_is_remembered(page, store, youssef):
    assert page.header.name.text() == "Youssef El Amrani"
    assert page.header._own_script.text() == "يوسف العمراني"
    assert page.header._where.text() == "In Brugge sinds 4-2-2026  ·  Arabisch"
    assert [row.deelnemer_id for row in store.read(bekeken)] == [youssef]


def test_a_contact_is_noted_without_the_mouse(page, store, youssef, keys, qtbot):
    page.show_target(Target("dossier", page._deelnemer_id, "contact"))
    assert page.header.contact.kind == "secondary"
    keys.type("ge")
    keys.tab()
    keys.type("20-11")
    keys.tab()
    keys.type("45")
    keys.tab()
    keys.type("Wil verder. " * 3)
    with qtbot.waitSignal(page.told) as told:
        keys.keep()
    assert told.args == ["Contactmoment bewaard. Ongedaan maken: Ctrl+Z"]
    (line,) = contacts(store, youssef)
    assert (line.datum, line.minuten, line.titel) == (date(2026, 11, 20), 45, "Gesprek")
    assert page.header.contact.kind == "primary"


def test_a_contact_without_a_kind_is_refused_at_its_field(page, store, youssef, keys):
    page.new_contact()
    keys.keep()
    assert "Kies een soort contact." in page._form.form.boxes["soort"].message.text()
    assert contacts(store, youssef) == []


def test_a_note_of_ten_thousand_characters_is_kept_whole(page, store, youssef, keys):
    note = "Geïnteresseerd in lassen 🙂. " * 400
    page.new_contact()
    page._form.form.editor("soort").show_value("gesprek")
    page._form.form.editor("notitie").control.insertPlainText(note[:10_000])
    keys.keep()
    assert len(contacts(store, youssef)[0].tekst) == len(note[:10_000].strip())


def test_putting_a_contact_right_asks_why_and_keeps_what_stood_there(page, contact, store, keys, qtbot):
    keys.press(Qt.Key.Key_Home)
    keys.enter()
    assert not page._form.reason.isVisible()
    page._form.form.editor("minuten").setFocus()
    keys.type("5")
    assert page._form.reason.isVisible()
    keys.keep()
    with store._reading() as session:
        (kept,) = session.scalars(select(Correctie)).all()
    assert (kept.veld, kept.oud, kept.reden) == ("minuten", "30", "typfout")


def test_what_is_removed_with_a_reason_comes_back_with_undo(page, contact, store, youssef, keys):
    page._open_event(contacts(store, youssef)[0])
    page._form.removal.start.setFocus()
    keys.enter()
    keys.type("d")
    page._form.removal.remove.setFocus()
    keys.enter()
    assert contacts(store, youssef) == []
    assert store.undo() == "contactmoment verwijderen"
    assert len(contacts(store, youssef)) == 1
    assert page.overview.timeline.line(1).title == "Gesprek"


def test_what_was_typed_waits_when_the_form_is_left(page, store, youssef, keys, qtbot):
    page.new_contact()
    page._form.form.editor("notitie").setFocus()
    keys.type("Half getypt")
    page._form.drafts.flush()
    assert [draft.plaats for draft in store.read(concepten)] == [f"nieuw_contactmoment:{youssef}"]
    page._form.panel.left.emit()
    assert part_of("nieuw_contactmoment") == "contact"
    page.show_target(Target("dossier", youssef, "contact"))
    assert page._form.form.editor("notitie").value() == "Half getypt"


def test_escape_with_something_typed_keeps_the_form_and_asks(page, keys):
    page.new_contact()
    page._form.form.editor("notitie").setFocus()
    keys.type("Half getypt")
    page.details.form.focus_first()
    page.open_form(page._form)
    assert page.is_dirty()
    assert page._form.panel.isVisible()


def test_the_timeline_is_filtered_and_searched(page, contact, store, youssef, keys, qtbot):
    store.write(
        nieuwe_vraag, VraagInvoer(youssef, "nt2", "Mag ik de toets?", "", "gesprek", date(2026, 11, 23))
    )
    titles = [line.titel for line in page.overview._shown]
    assert titles[:2] == ["Vraag: Mag ik de toets?", "Gesprek"]
    keys.press(Qt.Key.Key_F, CTRL)
    keys.type("lassen")
    keys.press(Qt.Key.Key_Down)
    assert [line.titel for line in page.overview._shown] == ["Gesprek"]
    page.overview.reset()
    page.overview.chips.show_value("vraag")
    page.overview.chips.changed.emit()
    assert [line.titel for line in page.overview._shown] == ["Vraag: Mag ik de toets?"]


def test_enter_on_a_question_asks_for_its_form(page, store, youssef, keys, qtbot):
    vraag = store.write(nieuwe_vraag, VraagInvoer(youssef, "nt2", "Mag dat?", "", "gesprek", YESTERDAY))
    keys.press(Qt.Key.Key_Up)
    with qtbot.waitSignal(page.go) as asked:
        keys.enter()
    assert asked.args == [Target("vraag", vraag)]
    page.show_target(Target("dossier", youssef, "vragen"))
    page.focus_first()
    with qtbot.waitSignal(page.go) as asked:
        keys.enter()
    assert asked.args == [Target("vraag", vraag)]


def test_a_dossier_that_is_gone_leads_back_to_the_list(page, store, youssef, qtbot):
    with qtbot.waitSignal(page.go) as asked:
        store.write(verwijder_deelnemer, youssef, "vergissing")
    assert asked.args == [Target("deelnemers")]
    with pytest.raises(Problem, match="Deze deelnemer is er niet meer"):
        page.show_target(Target("dossier", youssef))


def test_what_was_changed_in_a_contact_waits_as_a_draft_of_that_contact(page, contact, store, youssef, keys):
    page.show_target(Target("dossier", youssef, f"contact-{contact}"))
    page._form.form.editor("minuten").setFocus()
    keys.type("5")
    page._form.drafts.flush()
    (draft,) = store.read(concepten)
    place, _, row = draft.plaats.partition(":")
    assert (part_of(place), int(row)) == (f"contact-{contact}", youssef)
    page._form.panel.left.emit()
    page.show_target(Target("dossier", youssef, part_of(place)))
    assert page._form.is_dirty()
    assert page._form.reason.isVisible()


def test_tab_goes_from_a_tab_into_what_it_shows_also_the_first_time(page, keys):
    page.header.tabs.setFocus()
    while page.header.tabs.key() != "gegevens":
        keys.press(Qt.Key.Key_Right)
    keys.tab()
    assert page.details.isAncestorOf(QApplication.focusWidget())
