"""Reservekopieën: made when asked, looked into before they are put back, and back in three keys."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.conftest import FAST

from leertraject_desktop.domain.label import Logsoort, Rol
from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.features.deelnemers.lijst import DeelnemerFilter, aantal_hier, deelnemer_ids
from leertraject_desktop.features.gebruikers.gebruikers import lijst_gebruikers
from leertraject_desktop.features.gebruikers.toegang import geef_toegang, ontneem_toegang
from leertraject_desktop.features.gegevens.logboek import lijst_logboek
from leertraject_desktop.features.gegevens.wissing import wis_deelnemer
from leertraject_desktop.features.reservekopie.reservekopie import maak, tweede_map, zet_terug
from leertraject_desktop.storage import backup, keyfile
from leertraject_desktop.storage.database import open_with_key
from leertraject_desktop.ui.beheer.daily_backup import spoken
from leertraject_desktop.ui.beheer.keys import renew_and_backup
from leertraject_desktop.ui.beheer.reservekopieen_page import ReservekopieenPage
from leertraject_desktop.ui.beheer.restore import put_back, told
from leertraject_desktop.ui.beheer.wiped_again import wipe_again, words
from leertraject_desktop.ui.kit.screen import Away, Context

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(context, put):
    return put(ReservekopieenPage(context))


def _said(page):
    return " ".join(label.text() for label in page._form.overlay.findChildren(QLabel))


def test_without_a_backup_the_page_says_so_and_one_key_makes_it(page, keyboard):
    assert page.table.model().rowCount() == 0
    page.make.setFocus()
    keyboard.press(Qt.Key.Key_Return)
    page.context.jobs.wait()
    [row] = page.table.model().rows
    assert row.aanleiding == "op vraag" and row.path.is_file()


def test_a_backup_is_looked_into_and_put_back_in_three_keys(page, store, database, clock, keyboard):
    store.write(nieuwe_deelnemer, NieuweDeelnemer("Jan", "Peeters", statuut="V"))
    maak(store, clock=clock)
    clock.later(hours=1)
    store.write(nieuwe_deelnemer, NieuweDeelnemer("Piet", "Later", statuut="V"))
    page.focus_first()
    page.refresh()
    page.context.jobs.wait()
    assert page.table.hasFocus()
    asked: list[Away] = []
    page.away.connect(asked.append)
    keyboard.press(Qt.Key.Key_Home)
    keyboard.press(Qt.Key.Key_Return)
    page.context.jobs.wait()
    said = _said(page)
    assert "is heel" in said and "staat er daarna niet meer in" in said
    assert "wordt eerst een reservekopie gemaakt" in said
    keyboard.press(Qt.Key.Key_Return, CTRL)
    assert keyboard.presses == 3
    store.close()
    with database.open(clock) as alone:
        asked[0].work(alone, None)
    with database.open(clock) as back:
        assert back.read(aantal_hier) == 1
    assert len(backup.listed(backup.default_folder(database.path))) == 2


def test_enter_twice_on_a_backup_puts_nothing_back(page, store, clock, keyboard):
    maak(store, clock=clock)
    page.refresh()
    page.context.jobs.wait()
    page.table.setFocus()
    asked: list[Away] = []
    page.away.connect(asked.append)
    keyboard.press(Qt.Key.Key_Home)
    keyboard.press(Qt.Key.Key_Return)
    page.context.jobs.wait()
    keyboard.press(Qt.Key.Key_Return)
    assert asked == []


def test_who_was_wiped_before_goes_again_after_a_restore_and_the_page_tells_it_later(
    page, store, database, clock, jobs, put
):
    store.write(nieuwe_deelnemer, NieuweDeelnemer("Jan", "Peeters", statuut="V"))
    made = maak(store, clock=clock)
    wis_deelnemer(store, store.read(deelnemer_ids, DeelnemerFilter())[0], "op_vraag")
    days = put_back(store, None, path=made.path)
    assert days == (clock().date(),)
    what, then = told(clock.moment.replace(tzinfo=None), days)
    assert "staat terug" in what
    assert then.startswith(
        "In die kopie stond 1 dossier dat al gewist was, op 24-11-2026. Het is opnieuw gewist."
    )
    assert "Peeters" not in what + then
    with database.open(clock) as back:
        assert back.read(aantal_hier) == 0
        again = put(ReservekopieenPage(Context(back, jobs)))
        assert "opnieuw gewist" in again.wiped.text() and not again.wiped.isHidden()
        jobs.wait()


def test_who_lost_access_after_the_backup_has_none_after_the_restore_either(store, database, clock):
    piet = geef_toegang(
        store, login="piet", naam="Piet", rol=Rol.LEZER, wachtzin="drie boten op zee", kdf=FAST
    )
    made = maak(store, clock=clock)
    ontneem_toegang(store, piet)
    put_back(store, None, path=made.path)
    with database.open(clock) as back:
        assert [who.naam for who in back.read(lijst_gebruikers) if who.actief] == ["An Bogaert"]
        told_to_log = [line.wat for line in back.read(lijst_logboek, soort=Logsoort.RESERVEKOPIE)]
        assert told_to_log[0] == "teruggezet"


def test_the_days_of_many_wiped_dossiers_are_told_in_one_sentence():
    days = [date(2026, 3, number) for number in (1, 2, 3, 4, 5, 6, 7, 7)]
    assert words(days) == (
        "In die kopie stonden 8 dossiers die al gewist waren, op 1-3-2026, 2-3-2026, 3-3-2026, 4-3-2026 en "
        "5-3-2026 en nog 2 andere dagen. Ze zijn opnieuw gewist."
    )


def test_what_came_back_by_the_command_line_goes_when_a_beheerder_logs_in(
    store, database, clock, jobs, window
):
    store.write(nieuwe_deelnemer, NieuweDeelnemer("Jan", "Peeters", statuut="V"))
    made = maak(store, clock=clock)
    wis_deelnemer(store, store.read(deelnemer_ids, DeelnemerFilter())[0], "op_vraag")
    zet_terug(store, made.path, clock=clock)
    with database.open(clock) as back:
        problem = wipe_again(Context(back, jobs))
        assert problem is not None and "opnieuw gewist" in problem.remedy
        assert back.read(aantal_hier) == 0 and wipe_again(Context(back, jobs)) is None


def test_a_lezer_may_look_and_is_told_who_puts_back(as_lies, put):
    maak(as_lies.store)
    page = put(ReservekopieenPage(as_lies))
    assert not page.second.isEnabled() and "beheerder" in page.second.toolTip()
    page.look(page.table.model().rows[0])
    page.context.jobs.wait()
    assert "Alleen een beheerder kan een reservekopie terugzetten." in _said(page)
    assert not page._form.overlay.sheet.confirm_button.isEnabled()


def test_a_damaged_backup_is_told_before_anything_happens(page, store):
    made = maak(store)
    page.refresh()
    page.context.jobs.wait()
    row = page.table.model().rows[0]
    made.path.write_bytes(made.path.read_bytes()[:5000])
    page.look(row)
    page.context.jobs.wait()
    assert "geen hele reservekopie" in page._form.warning.text()
    assert not page._form.overlay.sheet.confirm_button.isEnabled()


def test_a_backup_from_before_a_new_key_says_how_it_can_still_be_put_back(store, database, jobs, clock, put):
    maak(store, clock=clock)
    renew_and_backup(store, None)
    key = keyfile.unlock(keyfile.read(database.path), database.login, database.wachtzin)
    with open_with_key(database.path, database.login, key) as fresh:
        page = put(ReservekopieenPage(Context(fresh, jobs)))
        page.look(next(row for row in page.table.model().rows if row.aanleiding == "op vraag"))
        jobs.wait()
        assert "hoort bij een andere sleutel" in page._form.warning.text()
        assert "herstel" in page._form.warning.text()


def test_a_second_place_is_kept_and_when_it_is_gone_the_first_copy_is_still_made(page, store, tmp_path: Path):
    stick = tmp_path / "stick"
    stick.mkdir()
    page.keep_second(str(stick))
    assert store.read(tweede_map) == stick and str(stick) in page.header.second.text()
    stick.rmdir()
    page.make.click()
    page.context.jobs.wait()
    assert "is er niet" in page.notice.text() and "wel gemaakt" in page.notice.text()
    page.keep_second(str(tmp_path / "weg"))
    assert "is er niet" in page.notice.text()


def test_moments_of_backups_are_told_as_people_say_them(clock):
    now = clock.moment
    zone = now.tzinfo
    told = [
        (now.replace(hour=9, minute=5), "vandaag 9:05"),
        (now.replace(day=23, hour=16, minute=58), "gisteren 16:58"),
        (now.replace(day=20, hour=16), "vr 20-11 16:00"),
        (now.replace(month=2, day=3), "3-2-2026"),
    ]
    assert zone is not None
    for moment, spoken_words in told:
        assert spoken((moment - moment.utcoffset()).replace(tzinfo=None), now) == spoken_words
