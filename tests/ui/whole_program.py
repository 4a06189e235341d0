"""What the tests of the program as a whole do: log in, look at the page, write a name, count copies."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from tests.conftest import Clock, Database

from leertraject_desktop.app import Program
from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.storage import backup

CANARY = "Zonnebloemw" + "water"[1:]
"""A name that stands nowhere else, not even in the lines of this module, which Python may keep."""


def open_work(program: Program, database: Database) -> None:
    """Log in as the beheerder, without the cost of the passphrase."""
    program.open_work(database.open(Clock()))
    program.jobs.wait()


def page_of(program: Program) -> QWidget | None:
    """What the window shows."""
    return program.window.currentWidget()


def somebody(program: Program) -> None:
    """A deelnemer with the name that stands nowhere else."""
    assert program.store is not None
    program.store.write(nieuwe_deelnemer, NieuweDeelnemer("Joke", CANARY, statuut="V"))


def copies(database: Database) -> list[backup.Kopie]:
    """The backups beside the data."""
    return backup.listed(backup.default_folder(database.path))


def delete_what_waits() -> None:
    """Let Qt throw away what was closed."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
