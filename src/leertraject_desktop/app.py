"""The composition root: the only place that makes the window, opens the store and lets go of it again.

Until the login window is painted only Qt and the standard library are loaded; everything else comes while
the passphrase is typed.
"""

import argparse
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from leertraject_desktop.storage import location
from leertraject_desktop.storage.clock import Clock, local_now
from leertraject_desktop.ui.aanmelden.login import LoginPage
from leertraject_desktop.ui.kit import theme
from leertraject_desktop.ui.kit.crash import CrashHook
from leertraject_desktop.ui.kit.focus import FocusRing
from leertraject_desktop.ui.kit.jobs import Job, Jobs

if TYPE_CHECKING:
    from leertraject_desktop.storage.keyfile import Kdf
    from leertraject_desktop.storage.store import Store
    from leertraject_desktop.ui.main_window import MainWindow

DEMO_WACHTZIN = "vier fietsen langs de vaart"
LOCK_MINUTES = 5
# What the work needs; loaded behind the login while the passphrase is typed.
HEAVY = ("leertraject_desktop.storage.database", "leertraject_desktop.ui.main_window")
INPUT = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
)


class Window(QStackedWidget):
    """The one window: the login, the first start or the work."""

    def __init__(self, program: "Program") -> None:
        super().__init__()
        self._program = program
        self.setWindowTitle("Leertraject")
        self.setMinimumSize(860, 420)
        self.resize(1366, 720)

    def show_only(self, page: QWidget) -> None:
        """Show a page and forget the ones before."""
        self.addWidget(page)
        self.setCurrentWidget(page)
        for index in reversed(range(self.count())):
            other = self.widget(index)
            if other is not None and other is not page:
                self.removeWidget(other)
                other.deleteLater()

    def come_up(self) -> None:
        """Come before the other windows."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._program.close_work()
        event.accept()


class Program(QObject):
    """Leads from the start to the login, to the work and back to the login when it is locked.

    `clock` and `kdf` are for tests.
    """

    def __init__(
        self,
        app: QApplication,
        *,
        lock_minutes: float = LOCK_MINUTES,
        clock: Clock = local_now,
        kdf: "Kdf | None" = None,
    ) -> None:
        super().__init__()
        self._clock, self._kdf = clock, kdf
        self.jobs = Jobs(self)
        self.window = Window(self)
        self.database: Path | None = None
        self.store: Store | None = None
        self.work: MainWindow | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(int(lock_minutes * 60_000))
        self._idle.timeout.connect(self.lock)
        app.installEventFilter(self)

    def start(self, database: Path | None = None) -> None:
        """Show the login, or the first start when this computer has no data yet."""
        database = database or location.last_used()
        if database is not None:
            self.show_login(database)
        else:
            self.show_first_start()
        self.window.show()

    def show_login(self, database: Path, login: str = "") -> None:
        """Ask for the passphrase of a database; `login` is who made it a moment ago."""
        if login:
            location.keep_setting("aanmeldnaam", login)
        self.database = database
        page = LoginPage(self.jobs, database, preload=HEAVY, clock=self._clock)
        page.opened.connect(self.open_work)
        page.new_asked.connect(self.show_first_start)
        self.window.show_only(page)
        page.focus_first()

    def show_first_start(self) -> None:
        """Lead somebody new to data of his or her own."""
        from leertraject_desktop.ui.eerste_start.wizard import FirstStart

        page = FirstStart(self.jobs, can_leave=self.database is not None, kdf=self._kdf, clock=self._clock)
        page.made.connect(self.show_login)
        page.left.connect(self._back_to_login)
        self.window.show_only(page)

    def _back_to_login(self) -> None:
        if self.database is not None:
            self.show_login(self.database)

    def open_work(self, store: "Store") -> None:
        """Show the main window over an open store."""
        from leertraject_desktop.ui.kit.screen import Context
        from leertraject_desktop.ui.main_window import MainWindow

        self.store = store
        self.database = store.path
        self.work = MainWindow(Context(store, self.jobs))
        self.work.lock_asked.connect(self.lock)
        minutes = self._idle.interval() // 60_000
        self.work.frame.status.show_lock(f"Vergrendelt na {minutes} minuten zonder gebruik")
        self.window.show_only(self.work)
        self.work.page().focus_first()
        self._idle.start()

    def lock(self) -> None:
        """Close the store and everything that was read from it, and ask for the passphrase again."""
        if self.work is not None and self.database is not None:
            self.close_work()
            self.show_login(self.database)

    def close_work(self) -> None:
        """Keep what was being typed as a draft, let what runs finish, and close the store."""
        self._idle.stop()
        if self.work is not None:
            self.work.keep_drafts()
            self.work.setEnabled(False)
        self.jobs.wait()
        if self.store is not None:
            self.store.close()
        self.store = self.work = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in INPUT and self._idle.isActive():
            self._idle.start()
        return False


def run(arguments: list[str]) -> int:
    """Open the window. `--demo` opens it on a throw-away demo database; returns the exit code."""
    options = _options(arguments)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Leertraject")
    app.setDesktopFileName("leertraject")
    CrashHook(version("leertraject-desktop")).install()
    theme.apply(app)
    ring = FocusRing(app)
    QTimer.singleShot(0, theme.load_other_scripts)
    program = Program(app)
    with tempfile.TemporaryDirectory(prefix="leertraject-demo-", ignore_cleanup_errors=True) as folder:
        if options.demo:
            open_demo(program, Path(folder) / "demo.leertraject")
        else:
            program.start(options.database)
        code = app.exec()
        program.close_work()
        program.jobs.close()
    ring.deleteLater()
    return code


def open_demo(program: Program, path: Path) -> None:
    """Make the demo database and open it without asking for a passphrase."""
    from leertraject_desktop.features.demo.demo import maak_demo
    from leertraject_desktop.storage.database import open_store
    from leertraject_desktop.ui.kit.labels import Label

    waiting = Label("De demogegevens worden gemaakt…", "text2")
    waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
    program.window.show_only(waiting)
    program.window.show()
    job = Job(maak_demo, path, wachtwoord=DEMO_WACHTZIN)
    job.done.connect(lambda _: program.open_work(open_store(path, "an.baert", DEMO_WACHTZIN)))
    program.jobs.start(job)


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="leertraject-desktop", add_help=False)
    parser.add_argument("--demo", action="store_true")
    parser.add_argument("database", nargs="?", type=Path)
    return parser.parse_known_args(arguments)[0]
