"""Removes the working copies that a crash left beside a database; in them a person would outlive a wipe."""

from contextlib import suppress
from pathlib import Path

from leertraject_desktop.storage import swap

COPY, LOOK = ".kopie-", ".bekijk-"


def working_copy(database: Path, mark: str) -> Path:
    """Where a copy of a database is made to work on, before it becomes a backup."""
    return database.with_name(f".{database.name}{COPY}{mark}")


def look_copy(workplace: Path, mark: str) -> Path:
    """Where a backup is unpacked to look into it."""
    return workplace / f"{LOOK}{mark}"


def tidy(database: Path) -> None:
    """Remove what was not finished. For who holds the lock on the database, so that nobody works on it.

    A disk that does not answer keeps nobody out: the next time it is tried again.
    """
    swap.abandon(swap.unfinished_of(database))
    with suppress(OSError):
        _remove_files(database)


def _remove_files(database: Path) -> None:
    name = f".{database.name}"
    for file in database.parent.glob(".*"):
        left = file.name.startswith((f"{name}{COPY}", LOOK)) or (
            file.name.startswith(f"{name}.") and file.suffix == ".deel"
        )
        if left and file.is_file():
            with suppress(OSError):
                file.unlink()
