"""Gebruikers: a beheerder lets people in and out, and nobody else does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from leertraject_desktop.domain.label import Rol
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.gebruikers.gebruikers import lijst_gebruikers, wijzig_gebruiker
from leertraject_desktop.features.gebruikers.toegang import heeft_herstelblad
from leertraject_desktop.storage import keyfile
from leertraject_desktop.storage.database import open_store
from leertraject_desktop.ui.beheer.gebruikers_page import GebruikersPage
from leertraject_desktop.ui.beheer.keys import renew_and_backup
from leertraject_desktop.ui.beheer.own_passphrase import OwnPassphrase
from leertraject_desktop.ui.beheer.places import places_for
from leertraject_desktop.ui.kit.screen import Away, Target

CTRL = Qt.KeyboardModifier.ControlModifier
NIEUW = "zeven kaarsen onder een trap"


@pytest.fixture
def page(context, put):
    return put(GebruikersPage(context))


def _names(page):
    return [(row.naam, row.rol, row.actief) for row in page.table.model().rows]


def _type_new(keyboard, phrase):
    """The new passphrase and the same again; the proposal lies in between."""
    keyboard.type(phrase)
    keyboard.press(Qt.Key.Key_Return)
    keyboard.type(phrase)


def test_a_colleague_is_added_with_the_keyboard_and_can_log_in(page, database, keyboard):
    page.add()
    keyboard.type("Tom Claes")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("tom.claes")
    page._open.new.focus_first()
    _type_new(keyboard, NIEUW)
    keyboard.press(Qt.Key.Key_Return, CTRL)
    page.context.jobs.wait()
    assert ("Tom Claes", Rol.COORDINATOR, True) in _names(page)
    with open_store(database.path, "tom.claes", NIEUW) as opened:
        assert opened.wie.rol is Rol.COORDINATOR


def test_a_login_that_exists_and_a_weak_passphrase_are_told_at_their_field(page, lies, keyboard):
    page.add()
    form = page._open
    keyboard.type("Lies Maes")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("lies")
    form.new.focus_first()
    _type_new(keyboard, "te kort")
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert "te kort" in form.new.box.message.text()
    for editor in (form.new.phrase, form.new.repeat):
        editor.show_value(NIEUW)
    keyboard.press(Qt.Key.Key_Return, CTRL)
    page.context.jobs.wait()
    assert "bestaat al" in form.form.boxes["login"].message.text()


def test_another_rol_counts_at_once_and_the_last_beheerder_stays(page, lies, keyboard):
    page.refresh()
    rows = {row.naam: row for row in page.table.model().rows}
    page.edit(rows["Lies Maes"])
    page._open.form.editor("rol").show_value("coordinator")
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert ("Lies Maes", Rol.COORDINATOR, True) in _names(page)
    page.edit(rows["An Bogaert"])
    page._open.form.editor("rol").show_value("lezer")
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert "Er moet altijd een beheerder zijn" in page._open.form.boxes["rol"].message.text()


def test_who_leaves_cannot_come_in_and_a_new_key_is_offered_with_what_it_does(page, lies, database, keyboard):
    page.refresh()
    page.take_access(next(row for row in page.table.model().rows if row.id == lies))
    assert "kan zich niet meer aanmelden" in _said(page)
    keyboard.press(Qt.Key.Key_Return, CTRL)
    page.context.jobs.wait()
    assert ("Lies Maes", Rol.LEZER, False) in _names(page)
    assert [slot.login for slot in keyfile.read(database.path).slots] == ["an"]
    asked: list[Away] = []
    page.away.connect(asked.append)
    assert "Alles wordt opnieuw versleuteld" in _said(page)
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert [each.work for each in asked] == [renew_and_backup]


def test_enter_twice_on_the_button_of_the_key_renews_nothing(page, keyboard):
    asked: list[Away] = []
    page.away.connect(asked.append)
    page.renew.setFocus()
    keyboard.press(Qt.Key.Key_Return)
    assert "Alles wordt opnieuw versleuteld" in _said(page)
    keyboard.press(Qt.Key.Key_Return)
    assert asked == [] and page.renew.hasFocus()


def test_after_a_new_key_the_old_one_opens_nothing_and_a_backup_opens_with_the_new_one(store, database):
    old = store.key
    made = renew_and_backup(store, None)
    assert made.is_file()
    new = keyfile.unlock(keyfile.read(database.path), "an", database.wachtzin)
    assert new != old
    with pytest.raises(Problem):
        database.open()


def test_a_forgotten_passphrase_is_replaced_by_the_beheerder(page, lies, database, keyboard):
    page.refresh()
    page.edit(next(row for row in page.table.model().rows if row.id == lies))
    page._open._ask_passphrase()
    _type_new(keyboard, NIEUW)
    keyboard.press(Qt.Key.Key_Return, CTRL)
    page.context.jobs.wait()
    open_store(database.path, "lies", NIEUW).close()


def test_a_new_recovery_sheet_counts_once_one_group_of_it_was_typed_over(page, database, keyboard):
    assert "Er is nog geen herstelblad" in page.header.second.text()
    page.make_sheet()
    form = page._open
    keyboard.press(Qt.Key.Key_Return, CTRL)
    page.context.jobs.wait()
    assert heeft_herstelblad(database.path) and form.blad is not None
    keyboard.press(Qt.Key.Key_Escape)  # the preview, from which it is printed
    keyboard.type("AAAAA")
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert f"Dit is niet groep {form.group}" in form.box.message.text()
    form.editor.show_value(form.blad.groepen[form.group - 1].lower())
    told: list[str] = []
    page.told.connect(told.append)
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert told == ["Het nieuwe herstelblad is nagekeken"] and form.overlay is None
    assert page.header.second.isHidden()


def test_the_own_passphrase_changes_and_a_wrong_old_one_is_told_at_its_field(
    context, window, database, keyboard
):
    form = OwnPassphrase(context, window)
    form.open(Target("wachtzin"))
    keyboard.type("iets anders")
    form.new.focus_first()
    _type_new(keyboard, NIEUW)
    keyboard.press(Qt.Key.Key_Return, CTRL)
    context.jobs.wait()
    assert "klopt niet" in form.old_box.message.text()
    form.old.show_value(database.wachtzin)
    kept: list[str] = []
    form.kept.connect(kept.append)
    keyboard.press(Qt.Key.Key_Return, CTRL)
    context.jobs.wait()
    assert kept == ["Je wachtzin is gewijzigd"]
    open_store(database.path, "an", NIEUW).close()


def test_a_lezer_is_offered_no_gebruikers_and_gets_a_clear_sentence_when_he_comes_there(as_lies, put):
    places = [place.place for place in places_for(Rol.LEZER)]
    assert places == ["wachtzin", "instellingen", "reservekopieen"]
    page = put(GebruikersPage(as_lies))
    with pytest.raises(Problem, match="Je mag gebruikers en instellingen niet beheren"):
        page.show_target(Target("gebruikers"))
    page.edit(next(row for row in page.table.model().rows if row.naam == "Lies Maes"))
    page._open.form.editor("rol").show_value("beheerder")
    page._open._confirm()
    assert "Je mag gebruikers en instellingen niet beheren" in page._open.overlay.sheet.notice.text()
    assert as_lies.store.read(lijst_gebruikers)[1].rol is Rol.LEZER


def _said(page):
    return " ".join(label.text() for label in page._open.overlay.findChildren(QLabel))


def test_who_gives_himself_another_rol_logs_in_again_with_the_rights_of_that_rol(page, lies, store, keyboard):
    store.write(wijzig_gebruiker, lies, naam="Lies Maes", rol=Rol.BEHEERDER)
    asked: list[Away] = []
    page.away.connect(asked.append)
    page.refresh()
    own = next(row for row in page.table.model().rows if row.id == store.wie.gebruiker_id)
    page.edit(own)
    page._open.form.editor("naam").show_value("An Bogaert-Claes")
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert asked == []
    page.edit(own)
    page._open.form.editor("rol").show_value("lezer")
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert asked[0].said(None) == ("Je rol is gewijzigd.", "Meld je opnieuw aan.")


def test_the_gebruikers_open_in_the_order_of_last_time(lies, context, put):
    first = put(GebruikersPage(context))
    first.table.sort_on("naam", descending=True)
    first.hide()
    page = put(GebruikersPage(context))
    assert [row.naam for row in page.table.model().rows] == ["Lies Maes", "An Bogaert"]
    assert page.excel_action() == page.list.output.to_excel


def test_the_login_of_a_colleague_is_proposed_from_the_name_until_another_is_typed(page, keyboard):
    page.add()
    keyboard.type("Tom Van den Broeck")
    login = page._open.form.editor("login")
    assert login.value() == "tom.vandenbroeck"
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("tvdb")
    keyboard.press(Qt.Key.Key_Backtab)
    keyboard.type("Tom Claes")
    assert login.value() == "tvdb"
