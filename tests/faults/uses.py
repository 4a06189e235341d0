"""What a user does with the data, as small functions that a process of its own runs until it is hit.

Each gets a folder with a database in it and returns when it is done. What was acknowledged stands in `acks`.
What the test itself needs is looked up by `prepare`, before the first blow can fall.
"""

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.storage import backup, keyfile
from leertraject_desktop.storage.access import command, vandaag
from leertraject_desktop.storage.atomic import write_atomically
from leertraject_desktop.storage.database import bring_up_to_date, open_with_key
from leertraject_desktop.storage.keyfile import Kdf
from leertraject_desktop.storage.rekey import renew_key
from leertraject_desktop.storage.tables import Taak

NU = datetime(2026, 11, 24, 9, 0)  # noqa: DTZ001 - in UTC, as the database keeps it
NAME = "brugge.leertraject"
OLD, NEW = "vier fietsen langs de vaart", "kraan stoel wolk oever"
FAST = Kdf(memory=64 * 1024, passes=1, lanes=4)
KANARIE = "Kanarievogel-Zonderling"


@command(Recht.REGISTREREN, "twee taken toevoegen")
def two_tasks(session, mark, more=""):
    """Two rows that belong together: half a write would be one of them."""
    for half in ("a", "b"):
        session.add(Taak(omschrijving=f"{mark} {half} {more}", datum=vandaag(session)))
        session.flush()


def key_of(folder: Path) -> bytes:
    return bytes.fromhex((folder / "key").read_text())


class Given:
    """What a child knows before its use begins."""

    key = b""
    acks = -1
    kopie = Path()


def prepare(folder: Path) -> None:
    """Look up the key, the backup to use, and open the list of what is acknowledged."""
    Given.key = key_of(folder)
    Given.acks = os.open(folder / "acks", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    Given.kopie = next(iter(sorted((folder / "kopieen").glob("*.ltbak"))), Path())


def acknowledge(mark: str) -> None:
    """Show that a save was kept; when showing it fails, nobody was told."""
    with suppress(OSError):
        os.write(Given.acks, f"{mark}\n".encode())


def write_on(folder: Path, who: str, most: int, more: int = 0) -> None:
    """Save again and again; acknowledge each save as a window would, by showing it."""
    with open_with_key(folder / NAME, "an", Given.key or key_of(folder)) as store:
        for number in range(most):
            mark = f"{who}-{number}"
            store.write(two_tasks, mark, "x" * more)
            acknowledge(mark)


def save(folder: Path) -> None:
    write_on(folder, "save", 2)


def make_backup(folder: Path) -> None:
    backup.make(folder / NAME, Given.key or key_of(folder), folder / "kopieen", NU, "op vraag")


def copy_backup(folder: Path) -> None:
    backup.copy_to(Given.kopie, folder / "stick")


def export(folder: Path) -> None:
    write_atomically(folder / "stick" / "levering.xlsx", b"levering" * 50_000)


def renew(folder: Path) -> None:
    renew_key(folder / NAME, Given.key, frozenset({"an"}), progress=lambda *_: None)


def new_passphrase(folder: Path) -> None:
    path, key = folder / NAME, Given.key
    keyfile.write(path, keyfile.add_slot(keyfile.read(path), key, "an", "An", NEW, FAST))


def migrate(folder: Path) -> None:
    bring_up_to_date(folder / NAME, Given.key)


def restore(folder: Path) -> None:
    backup.restore(folder / NAME, Given.kopie, Given.key, NU, current_key=Given.key)


def session_of_a_day(folder: Path) -> None:
    """A working session with a name in it that must be found nowhere afterwards."""
    with open_with_key(folder / NAME, "an", Given.key) as store:
        for number in range(20):
            store.write(two_tasks, f"{KANARIE} {number}")
        store.undo()
    make_backup(folder)


def crash_after_a_day(folder: Path) -> None:
    """The same, ended by a crash while the name is in memory."""
    session_of_a_day(folder)
    os.abort()
