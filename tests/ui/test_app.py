"""The program as a whole: one window per database, a lock that shows nothing and loses nothing, a backup."""

import gc
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.conftest import FAST, Clock, Database, last_write
from tests.ui.whole_program import CANARY, copies, delete_what_waits, open_work, page_of, somebody

from leertraject_desktop.app import Program
from leertraject_desktop.domain.label import Logsoort, Rol
from leertraject_desktop.features.deelnemers.lijst import aantal_hier
from leertraject_desktop.features.gebruikers.toegang import geef_toegang
from leertraject_desktop.features.gegevens.logboek import lijst_logboek
from leertraject_desktop.features.reservekopie.reservekopie import laatste
from leertraject_desktop.storage import backup
from leertraject_desktop.storage.database import open_store
from leertraject_desktop.storage.instance import Instance, channel_of
from leertraject_desktop.ui.aanmelden.already_open import NoWayInPage
from leertraject_desktop.ui.aanmelden.login import LoginPage
from leertraject_desktop.ui.beheer.own_passphrase import OwnPassphrase
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.jobs import Job
from leertraject_desktop.ui.kit.screen import Away, Target
from leertraject_desktop.ui.one_window import OneWindow, knock

pytestmark = pytest.mark.usefixtures("computer")


def _shown_texts() -> list[str]:
    """Everything that any widget of the process says or holds."""
    names = ("text", "toPlainText", "accessibleName", "windowTitle", "toolTip", "placeholderText", "title")
    found = []
    for widget in QApplication.allWidgets():
        for name in names:
            said = getattr(widget, name, None)
            if callable(said) and isinstance(text := said(), str):
                found.append(text)
    return found


def _texts_in_memory(needle: str) -> list[str]:
    """The texts with the needle that Python objects still refer to, other than the needle itself."""
    gc.collect()
    found = []
    for holder in gc.get_objects():
        for each in gc.get_referents(holder):
            if isinstance(each, str) and each is not needle and needle in each:
                found.append(f"{type(holder).__qualname__}: {each[:80]}")
    return found


def test_the_login_takes_the_data_and_lets_it_go_at_the_end(program: Program, database: Database) -> None:
    assert isinstance(page_of(program), LoginPage)
    assert program.instance is not None
    program.release()
    Instance.take(database.path).release()


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_second_start_brings_the_first_window_up_and_opens_none(
    qtbot: QtBot, program: Program, database: Database
) -> None:
    qtbot.waitUntil(lambda: program._door is not None)
    program.window.showMinimized()
    code = (
        "from pathlib import Path; import sys; from leertraject_desktop.app import run; "
        "sys.exit(run([sys.argv[1]]))"
    )
    second = subprocess.Popen([sys.executable, "-c", code, str(database.path)])
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.returncode == 0
    assert not program.window.isMinimized() and program.window.isVisible()


def test_data_that_another_window_has_is_told_and_can_be_tried_again(
    qtbot: QtBot, qapp: QApplication, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Instance.take(database.path)
    monkeypatch.setattr(Program, "_knock", lambda self, path: knock(channel_of(path), patience=0))
    program = Program(qapp)
    assert program.start(database.path)
    page = page_of(program)
    assert isinstance(page, NoWayInPage)
    assert "is al open" in page.notice.text() and "Gebruik het andere venster" in page.notice.text()
    other.release()
    page.retry.click()
    assert isinstance(page_of(program), LoginPage)
    program.close_work()
    program.release()
    program.jobs.close()
    qapp.removeEventFilter(program.watch)
    program.window.deleteLater()
    delete_what_waits()


def test_nobody_answers_a_knock_where_no_window_listens(qtbot: QtBot, tmp_path: Path) -> None:
    assert not knock(channel_of(tmp_path / "niets.leertraject"), patience=0)
    door = OneWindow(channel_of(tmp_path / "iets.leertraject"))
    door.close()


def test_no_network_module_is_loaded_before_the_login_stands(database: Database) -> None:
    code = (
        "from pathlib import Path; import sys; from PySide6.QtWidgets import QApplication; "
        "from leertraject_desktop.app import Program; app = QApplication([]); p = Program(app); "
        "p.start(Path(sys.argv[1])); p.window.grab(); "
        "sys.exit(any(name in sys.modules for name in ('PySide6.QtNetwork', 'PySide6.QtDBus')))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(database.path)], timeout=30, check=False)
    assert done.returncode == 0


def test_a_lock_shows_the_login_with_the_same_name_and_nothing_of_the_work(
    program: Program, database: Database
) -> None:
    open_work(program, database)
    somebody(program)
    work = program.work
    assert work is not None
    for place in ("start", "deelnemers", "vragen", "begeleidingen", "deelnemers"):
        work.go(Target(place))
        QApplication.processEvents()
    work.go(Target("nieuwe_deelnemer"))
    QApplication.processEvents()
    assert any(CANARY in text for text in _texts_in_memory(CANARY))
    store = program.store
    del work
    program.lock()
    delete_what_waits()
    page = page_of(program)
    assert isinstance(page, LoginPage) and page.card.login() == "an" and page.card.passphrase.value() == ""
    assert program.work is None and program.store is None and store is not None and store.key == b""
    assert last_write(store) == ""
    del store
    assert [text for text in _shown_texts() if CANARY in text] == []
    assert _texts_in_memory(CANARY) == []


def test_a_lock_never_loses_a_half_typed_question(
    qtbot: QtBot, program: Program, database: Database, keyboard
) -> None:
    open_work(program, database)
    keyboard.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = program.work._form.form
    form.editor("vraag").setFocus()
    keyboard.type("Kan ik in de cel verder studeren als ik")
    program.watch.leave()
    assert isinstance(page_of(program), LoginPage)
    delete_what_waits()
    open_work(program, database)
    program.window.activateWindow()
    qtbot.waitActive(program.window)
    keyboard.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert program.work._form.form.editor("vraag").value() == "Kan ik in de cel verder studeren als ik"


def test_a_preview_that_lies_over_the_window_is_gone_after_a_lock(
    program: Program, database: Database
) -> None:
    from leertraject_desktop.features.papier.lijst import lijst_pdf
    from leertraject_desktop.ui.kit.dialog import Overlay
    from leertraject_desktop.ui.kit.print_preview import PrintPreview

    open_work(program, database)
    assert program.work is not None
    PrintPreview(program.work).show_pdf(lijst_pdf(CANARY, ["Naam"], [[CANARY]]), CANARY)
    program.lock()
    assert not any(overlay.isVisible() for overlay in program.window.findChildren(Overlay))
    delete_what_waits()
    assert program.window.findChildren(Overlay) == []


def test_a_lock_lets_the_work_that_runs_finish_out_of_sight(program: Program, database: Database) -> None:
    open_work(program, database)
    seen = []

    def slow(progress) -> None:
        for step in range(10):
            time.sleep(0.01)
            progress(step, 10)

    job = Job(slow, tells_progress=True)
    job.progress.connect(lambda *_: seen.append(program.work.isVisible()))
    job.done.connect(lambda _: seen.append("done"))
    program.jobs.start(job)
    program.lock()
    assert seen[-1] == "done" and not any(seen[:-1])
    program.lock()
    assert isinstance(page_of(program), LoginPage)


def test_a_lock_clears_what_was_copied_here_and_nothing_else(program: Program, database: Database) -> None:
    clipboard = QGuiApplication.clipboard()
    open_work(program, database)
    clipboard.setText(CANARY)
    program.lock()
    assert clipboard.text() == ""
    open_work(program, database)
    program._clipboard._copied = b""  # as after another program copied
    clipboard.blockSignals(True)
    clipboard.setText("van een ander programma")
    clipboard.blockSignals(False)
    program.lock()
    assert clipboard.text() == "van een ander programma"


def test_the_first_login_of_the_day_makes_a_backup_and_says_so(program: Program, database: Database) -> None:
    open_work(program, database)
    assert program.store is not None and program.work is not None
    assert [kopie.manifest.aanleiding for kopie in copies(database)] == ["elke dag"]
    assert program.work.frame.status.backup.text().startswith("Reservekopie: ")
    regels = program.store.read(lijst_logboek, soort=Logsoort.RESERVEKOPIE)
    assert [regel.wat for regel in regels] == ["gemaakt, op één plaats"]
    assert laatste(program.store) is not None


def test_closing_makes_another_backup_when_something_was_written(
    program: Program, database: Database
) -> None:
    open_work(program, database)
    program.close_work()
    assert {kopie.manifest.aanleiding for kopie in copies(database)} == {"elke dag"}
    open_work(program, database)
    somebody(program)
    program.close_work()
    assert "bij het sluiten" in {kopie.manifest.aanleiding for kopie in copies(database)}


def test_a_backup_that_cannot_be_made_is_told_without_stopping_the_work(
    program: Program, database: Database
) -> None:
    backup.default_folder(database.path).write_text("een bestand op de plaats van de map")
    open_work(program, database)
    assert program.work is not None
    assert program.work.frame.status.backup.text() == "Geen reservekopie vandaag"
    assert not program.work.problem.isHidden() and program.work.isEnabled()


def test_work_that_nobody_may_disturb_has_the_data_for_itself_and_ends_at_the_login(
    program: Program, database: Database
) -> None:
    open_work(program, database)
    assert program.work is not None
    seen = []

    def alone(store, instance) -> None:
        store.noteer(Logsoort.TOEGANG, "proef")
        seen.append((program.store, instance is not None))

    program.work.away_asked.emit(Away("Even geduld…", "", alone, ("Het is gebeurd.", "Meld je aan.")))
    program.jobs.wait()
    page = page_of(program)
    assert seen == [(None, True)]
    assert isinstance(page, LoginPage) and page.card.notice.text() == "Het is gebeurd. Meld je aan."


def test_a_backup_is_put_back_from_the_page_and_the_login_says_so(
    program: Program, database: Database, keyboard
) -> None:
    open_work(program, database)
    assert program.work is not None
    program.jobs.wait()
    somebody(program)
    program.work.go(Target("reservekopieen"))
    program.jobs.wait()
    page = program.work.page()
    page.table.setFocus()
    keyboard.press(Qt.Key.Key_Home)
    keyboard.press(Qt.Key.Key_Return)
    program.jobs.wait()
    keyboard.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    program.jobs.wait()
    login = page_of(program)
    assert isinstance(login, LoginPage) and "staat terug" in login.card.notice.text()
    open_work(program, database)
    assert program.store is not None and program.store.read(aantal_hier) == 0


def test_the_search_field_and_the_menu_lead_to_the_own_passphrase(
    qtbot: QtBot, program: Program, database: Database, keyboard
) -> None:
    open_work(program, database)
    assert program.work is not None
    keyboard.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    keyboard.type("wachtw")
    qtbot.waitUntil(program.work.search.popup.isVisible)
    keyboard.press(Qt.Key.Key_Return)
    assert isinstance(program.work._form, OwnPassphrase)
    keyboard.press(Qt.Key.Key_Escape)
    titles = [action.text() for action in program.work.frame.user_menu.actions()]
    assert titles[:2] == ["Mijn wachtzin wijzigen", "Instellingen"] and "Logboek" in titles


def _as(program: Program, database: Database, rol: Rol) -> None:
    """Lies logs in with this rol."""
    with database.open(Clock()) as store:
        zin = "drie boten op zachte regen"
        geef_toegang(store, login="lies", naam="Lies Maes", rol=rol, wachtzin=zin, kdf=FAST)
    program.open_work(open_store(database.path, "lies", zin, clock=Clock()))
    program.jobs.wait()


def test_a_lezer_is_told_that_he_only_reads_before_he_types_anything(
    program: Program, database: Database, keyboard
) -> None:
    _as(program, database, Rol.LEZER)
    assert program.work is not None
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    for held in (control, control | shift):
        program.work.problem.hide()
        keyboard.press(Qt.Key.Key_N, held)
        assert program.work._form is None
        assert "Je mag hier niets wijzigen: je bent aangemeld als lezer." in program.work.problem.text()
    titles = [action.text() for action in program.work.frame.user_menu.actions()]
    assert "Gebruikers" not in titles and "Logboek" not in titles


def test_a_rol_that_reads_no_dossiers_comes_back_to_the_login_with_a_sentence(
    program: Program, database: Database
) -> None:
    _as(program, database, Rol.VOCVO)
    page = page_of(program)
    assert isinstance(page, LoginPage) and "Je mag dit niet lezen" in page.card.notice.text()
    assert program.store is None and program.work is None


def test_f1_shows_the_keys_before_anybody_is_logged_in(program, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    page = page_of(program)
    assert page is not None and page.findChild(Overlay) is not None


def test_the_words_of_qt_itself_are_dutch(program, qapp):
    program.after_first_window()
    assert QApplication.translate("QWidgetTextControl", "&Copy").replace("&", "") == "Kopiëren"
    assert QApplication.translate("QPrintDialog", "Print").startswith("Afdruk")


def test_the_window_is_never_larger_than_the_screen(program):
    room = program.window.screen().availableSize()
    assert program.window.width() <= max(room.width(), program.window.minimumWidth())
    assert program.window.height() <= max(room.height(), program.window.minimumHeight())
