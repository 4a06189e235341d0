"""What happens to the data when the user leaves: a lock, sleep, or a key that is renewed meanwhile."""

from tests.conftest import Database
from tests.ui.whole_program import copies, open_work, page_of, somebody

from leertraject_desktop.app import Program
from leertraject_desktop.ui.aanmelden.login import LoginPage
from leertraject_desktop.ui.beheer.keys import RenewKey
from leertraject_desktop.ui.kit.waiting import Waiting


def test_a_lock_makes_the_backup_too_because_the_window_may_be_closed_next(
    program: Program, database: Database
) -> None:
    open_work(program, database)
    somebody(program)
    program.lock()
    assert "bij het sluiten" in {kopie.manifest.aanleiding for kopie in copies(database)}
    made = len(copies(database))
    program.close_work()
    assert len(copies(database)) == made


def test_a_computer_that_goes_to_sleep_is_not_kept_and_the_backup_comes_later(
    program: Program, database: Database
) -> None:
    open_work(program, database)
    somebody(program)
    program.watch.system_said([True], asleep=True)
    assert program.store is None
    assert {kopie.manifest.aanleiding for kopie in copies(database)} == {"elke dag"}
    open_work(program, database)
    program.close_work()
    assert "bij het sluiten" in {kopie.manifest.aanleiding for kopie in copies(database)}


def test_while_the_key_is_renewed_the_window_tells_how_many_pages_are_written(
    program: Program, database: Database
) -> None:
    open_work(program, database)
    assert program.work is not None
    form = RenewKey(program.work.context, program.work)
    form.away.connect(program.work.away_asked)
    form.show()
    form.confirm()
    waiting = program.window.currentWidget()
    assert isinstance(waiting, Waiting)
    told: list[str] = []
    program.jobs._open[-1].progress.connect(lambda *_: told.append(waiting._far.text()))
    program.jobs.wait()
    assert told[-1] == "Alles is geschreven. Het wordt nog nagekeken."
    page = page_of(program)
    assert isinstance(page, LoginPage) and "De sleutel is vernieuwd." in page.card.notice.text()


def test_how_far_the_work_is_stands_in_figures_and_in_a_bar(window) -> None:
    waiting = Waiting("De sleutel wordt vernieuwd…", "Even geduld.", window)
    waiting.show_progress(512, 2048)
    assert waiting._far.text() == "25 %, 512 van 2048 bladzijden"
    assert "25 %" in waiting.accessibleName()
