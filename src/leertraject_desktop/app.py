"""The composition root: the only place that makes the window, opens the store and lets go of it again.

Until the login window is painted only Qt and the standard library are loaded; everything else comes while
the passphrase is typed.
"""

import gc
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.version import VERSION
from leertraject_desktop.storage import location
from leertraject_desktop.storage.clock import Clock, local_now
from leertraject_desktop.storage.instance import AlreadyOpen, Instance, channel_of
from leertraject_desktop.ui.aanmelden.login import LoginPage
from leertraject_desktop.ui.kit import text_size, theme
from leertraject_desktop.ui.kit.crash import CrashHook
from leertraject_desktop.ui.kit.jobs import Job, Jobs
from leertraject_desktop.ui.kit.preferences import preferences
from leertraject_desktop.ui.window import Window

if TYPE_CHECKING:
    from leertraject_desktop.storage.keyfile import Kdf
    from leertraject_desktop.storage.store import Store
    from leertraject_desktop.ui.beheer.daily_backup import DailyBackup
    from leertraject_desktop.ui.kit.clipboard import OwnClipboard
    from leertraject_desktop.ui.kit.screen import Away
    from leertraject_desktop.ui.main_window import MainWindow
    from leertraject_desktop.ui.one_window import OneWindow
    from leertraject_desktop.ui.session_watch import SessionWatch

DEMO_WACHTZIN = "vier fietsen langs de vaart"
LATER_MS = 150  # when the first picture stands: what no login waits for
FINISH_SECONDS = 20.0
ALONE = "gesloten voor beheer"
# What the work needs; loaded behind the login while the passphrase is typed.
HEAVY = ("leertraject_desktop.storage.database", "leertraject_desktop.ui.main_window")


class Program(QObject):
    """Leads from the start to the login, to the work and back to the login when it is locked.

    `painted` comes when the first picture stands. `clock` and `kdf` are for tests.
    """

    painted = Signal()

    def __init__(self, app: QApplication, *, clock: Clock = local_now, kdf: "Kdf | None" = None) -> None:
        super().__init__()
        self._app, self._clock, self._kdf = app, clock, kdf
        self.jobs = Jobs(self)
        self.window = Window(self._may_close)
        self.database: Path | None = None
        self.instance: Instance | None = None
        self.store: Store | None = None
        self.work: MainWindow | None = None
        self.backup: DailyBackup | None = None
        self._door: OneWindow | None = None
        self._away: Away | None = None
        self._leaving = False
        self._clipboard: OwnClipboard | None = None
        preferences().changed.connect(self._preferred)
        self.painted.connect(self._take_keys)
        # Counted from the picture: on a slow computer it takes longer than this to stand.
        self.painted.connect(lambda: QTimer.singleShot(LATER_MS, self.after_first_window))

    @cached_property
    def watch(self) -> "SessionWatch":
        """Sees that nobody is there any more; made after the first picture."""
        from leertraject_desktop.ui.session_watch import SessionWatch

        made = SessionWatch(self._app, minutes=preferences().lock_minutes, parent=self)
        made.left.connect(self.lock)
        return made

    def start(self, database: Path | None = None) -> bool:
        """Show the login, or the first start when this computer has no data yet.

        False when another window of this user has the data: then that one came up.
        """
        login: LoginPage | None = None
        database = database or location.last_used()
        if database is None:
            self.show_first_start()
        else:
            try:
                self.take(database)
            except Problem as problem:
                if isinstance(problem, AlreadyOpen) and self._knock(database):
                    return False
                self.show_no_way_in(problem, self._again)
            else:
                login = self.show_login(database)
        theme.finish()
        self.window.show()
        if login is None:
            self.painted.emit()
        else:
            login.painted.connect(self.painted)
        return True

    def take(self, database: Path) -> None:
        """Become the one window on a database. Raises AlreadyOpen, or Problem for a folder that refuses."""
        if self.instance is not None and self.instance.path == database:
            return
        self.release()
        self.database = database
        if database.is_file():
            self.instance = Instance.take(database)

    def release(self) -> None:
        """Let other windows have the data."""
        if self._door is not None:
            self._door.close()
            self._door = None
        if self.instance is not None:
            self.instance.release()
            self.instance = None

    def try_login(self, database: Path) -> None:
        """Show the login of a database, or why there is no way in."""
        try:
            self.take(database)
        except Problem as problem:
            self.show_no_way_in(problem, self._again)
        else:
            self.show_login(database)
            self._listen()

    def show_login(self, database: Path, login: str = "") -> LoginPage:
        """Ask for the passphrase of a database; `login` is who made it a moment ago."""
        if login:
            location.keep_setting("aanmeldnaam", login)
        page = LoginPage(self.jobs, database, instance=self.instance, preload=HEAVY, clock=self._clock)
        page.opened.connect(self.open_work)
        page.new_asked.connect(self.show_first_start)
        page.database_chosen.connect(self.try_login)
        page.help_asked.connect(self._show_keys)
        self.window.show_only(page)
        page.focus_first()
        return page

    def show_no_way_in(self, problem: Problem, again: Callable[[], None]) -> None:
        """Say why the data cannot be opened here, and what to do; `again` tries once more."""
        from leertraject_desktop.ui.aanmelden.already_open import NoWayInPage

        page = NoWayInPage(problem)
        page.again.connect(again)
        page.other_asked.connect(self.show_first_start)
        page.database_chosen.connect(self.try_login)
        self.window.show_only(page)
        page.focus_first()

    def show_first_start(self) -> None:
        """Lead somebody new to data of his or her own."""
        from leertraject_desktop.ui.eerste_start.wizard import FirstStart

        page = FirstStart(self.jobs, can_leave=self.database is not None, kdf=self._kdf, clock=self._clock)
        page.made.connect(self._made)
        page.left.connect(self._again)
        self.window.show_only(page)

    def open_work(self, store: "Store") -> None:
        """Show the main window over an open store."""
        from leertraject_desktop.ui.beheer.daily_backup import DailyBackup
        from leertraject_desktop.ui.kit.clipboard import OwnClipboard
        from leertraject_desktop.ui.kit.screen import Context
        from leertraject_desktop.ui.main_window import MainWindow

        self.store = store
        self._clipboard = self._clipboard or OwnClipboard(self)
        self.database = store.path
        context = Context(store, self.jobs)
        try:
            self.work = MainWindow(context)
        except Problem as problem:
            # For instance a rol that reads no dossiers.
            store.close()
            self.store = None
            self.show_login(store.path).say(problem.what, problem.remedy, "red")
            return
        self.work.lock_asked.connect(self.lock)
        self.work.away_asked.connect(self.do_away)
        self.backup = DailyBackup(context, clock=self._clock, owed=self.watch.asleep)
        self.backup.told.connect(self.work.frame.status.show_backup)
        self.backup.failed.connect(self.work.warned)
        self._preferred()
        self.window.show_only(self.work)
        self.work.page().focus_first()
        self.watch.start()
        self.backup.begin()

    def lock(self) -> None:
        """Close the store and everything that was read from it, and ask for the passphrase again."""
        if self.work is not None and self.database is not None and self.close_work("vergrendeld"):
            self.show_login(self.database)

    def _may_close(self) -> bool:
        closed = self.close_work()
        if closed:
            self.release()
        return closed

    def close_work(self, why: str = "afgemeld") -> bool:
        """Keep what was typed as a draft, hide the work, let what runs finish, and close the store.

        `why` is for the logboek. False when it is being closed already. A lock makes the backup of what was
        written too, because the window may be closed next, without a key; sleep does not wait for one.
        """
        if self._leaving:
            return False
        from leertraject_desktop.domain.label import Logsoort

        self._leaving = True
        try:
            self.watch.stop()
            if self._clipboard is not None:
                self._clipboard.clear()
            self._hide_work()
            if self.backup is not None and why != ALONE and not self.watch.asleep:
                self.backup.at_close()
            self._let_jobs_finish()
            if self.store is not None:
                with suppress(Problem):
                    self.store.noteer(Logsoort.AFMELDING, why)
                self.store.close()
            self.store = self.work = self.backup = None
        finally:
            self._leaving = False
        return True

    def do_away(self, away: "Away") -> None:
        """Close the data, do this work on the worker, and ask to log in again."""
        if self.store is None or self.work is None:
            return
        from leertraject_desktop.ui.kit.store_job import with_own_store
        from leertraject_desktop.ui.kit.waiting import Waiting

        path, key, wie = self.store.path, self.store.key, self.store.wie
        if not self.close_work(ALONE):
            return
        waiting = Waiting(away.words, away.why)
        self.window.show_only(waiting)
        given = (away.work, path, key, wie, self._clock, self.instance)
        job = Job(with_own_store, *given, tells_progress=away.tells_progress)
        job.progress.connect(waiting.show_progress)
        self._away = away
        job.done.connect(self._back)
        job.failed.connect(self._back_with_problem)
        self.jobs.start(job)

    def _back(self, result: object) -> None:
        if self._away is not None and self.database is not None:
            self.show_login(self.database).say(*self._away.said(result))
            self._away = None

    def _back_with_problem(self, problem: Problem) -> None:
        if self.database is not None:
            self.show_login(self.database).say(problem.what, problem.remedy, "red")

    def _hide_work(self) -> None:
        if self.work is not None:
            from leertraject_desktop.ui.kit.drafts import Drafts
            from leertraject_desktop.ui.kit.waiting import Waiting

            for drafts in self.window.findChildren(Drafts):
                drafts.flush()
            self.work.setEnabled(False)
            self.window.cover(Waiting("Je gegevens worden gesloten…"))

    def _let_jobs_finish(self) -> None:
        if not self.jobs.wait(FINISH_SECONDS):
            self.jobs.cancel()
            self.jobs.wait(FINISH_SECONDS)

    def after_first_window(self) -> None:
        """Load and listen to what the first picture does not need."""
        from leertraject_desktop.ui.kit.qt_words import speak_dutch

        gc.enable()  # the way in switched it off
        theme.load_other_scripts()
        speak_dutch(self)
        self._listen()
        self.watch.listen_to_system(self.window)

    def _listen(self) -> None:
        # The module of local sockets is loaded after the first window stands.
        from leertraject_desktop.ui.one_window import OneWindow

        if self.instance is not None and self._door is None:
            self._door = OneWindow(channel_of(self.instance.path), self)
            self._door.knocked.connect(self.window.come_up)

    def _knock(self, database: Path) -> bool:
        from leertraject_desktop.ui.one_window import knock

        return knock(channel_of(database))

    def _made(self, database: Path, login: str) -> None:
        location.keep_setting("aanmeldnaam", login)
        self.try_login(database)

    def _show_keys(self) -> None:
        from leertraject_desktop.ui.shortcut_sheet import ShortcutSheet

        page = self.window.currentWidget()
        if page is not None and self.work is None:
            ShortcutSheet(page).open()

    def _take_keys(self) -> None:
        from leertraject_desktop.ui.text_size_keys import TextSizeKeys

        TextSizeKeys(self.window, self._say)

    def _say(self, sentence: str) -> None:
        from leertraject_desktop.ui.kit.announce import announce

        if self.work is not None:
            self.work.told(sentence)
        else:
            announce(self.window, sentence)

    def _again(self) -> None:
        if self.database is not None:
            self.try_login(self.database)

    def _preferred(self) -> None:
        minutes = preferences().lock_minutes
        self.watch.minutes = minutes
        if self.work is not None:
            words = "1 minuut" if minutes == 1 else f"{minutes} minuten"
            self.work.frame.status.show_lock(f"Vergrendelt na {words} zonder gebruik")


def run(arguments: list[str]) -> int:
    """Open the window. `--demo` opens it on a throw-away demo database; returns the exit code."""
    text_size.use()
    app = QApplication([*sys.argv[:1], *theme.ARGUMENTS])
    app.setApplicationName("Leertraject")
    app.setDesktopFileName("leertraject")
    CrashHook(VERSION).install()
    theme.apply(app, preferences().scheme, first=True)
    program = Program(app)
    program.painted.connect(lambda: _after_first_picture(app))
    if "--demo" not in arguments:
        return _work(app, program) if program.start() else 0
    import tempfile

    with tempfile.TemporaryDirectory(prefix="leertraject-demo-", ignore_cleanup_errors=True) as folder:
        open_demo(program, Path(folder) / "demo.leertraject")
        return _work(app, program)


def _work(app: QApplication, program: Program) -> int:
    code = app.exec()
    program.close_work()
    program.release()
    program.jobs.close()
    return code


def _after_first_picture(app: QApplication) -> None:
    # Both need the enums of `Qt` (13 ms). A window has the keyboard only after its first picture anyway.
    from leertraject_desktop.ui.kit.focus import FocusRing

    theme.listen()
    FocusRing(app)
    QTimer.singleShot(LATER_MS, _keep_memory)


def _keep_memory() -> None:
    from leertraject_desktop.storage.memory import no_core_dumps

    no_core_dumps()


def open_demo(program: Program, path: Path) -> None:
    """Make the demo database and open it without asking for a passphrase."""
    from leertraject_desktop.features.demo.demo import maak_demo
    from leertraject_desktop.storage.database import open_store
    from leertraject_desktop.ui.kit.waiting import Waiting

    program.window.show_only(Waiting("De demogegevens worden gemaakt…"))
    theme.finish()
    program.window.show()
    program.painted.emit()
    job = Job(maak_demo, path, wachtwoord=DEMO_WACHTZIN)
    job.done.connect(lambda _: program.open_work(open_store(path, "an.baert", DEMO_WACHTZIN)))
    job.failed.connect(lambda problem: program.show_no_way_in(problem, partial(open_demo, program, path)))
    program.jobs.start(job)
