"""Putting another database with its key file in the place of this one: both, or neither, at any moment.

The new files are first written whole in a folder beside the database. Renaming that folder is the one step
that decides: before it the old database counts, after it the new one. Whoever reads the key file first
finishes what was decided, so a power cut at any moment leaves the old pair or the new pair, never a mix.
"""

import errno
import os
import shutil
from pathlib import Path

from leertraject_desktop.storage.atomic import cannot_write, sync_folder
from leertraject_desktop.storage.os_lock import OsLock

KEY_SUFFIX = ".sleutel"
TWIN_SUFFIX = ".sleutel.vorige"
# What stands in the folder, and the suffix of the file whose place it takes. The database comes last.
PARTS = {"sleutel": KEY_SUFFIX, "tweeling": TWIN_SUFFIX, "gegevens": ""}


def folder_of(database: Path) -> Path:
    """The folder that holds a decided change until it is finished."""
    return database.with_name(f".{database.name}.wissel")


def unfinished_of(database: Path) -> Path:
    """The folder in which a change is prepared; it counts for nothing."""
    return folder_of(database).with_suffix(".deel")


def prepare(database: Path) -> Path:
    """An empty folder beside the database, to put the new files in: `gegevens`, later also the key file."""
    unfinished = unfinished_of(database)
    try:
        _forget(unfinished)
        unfinished.mkdir(mode=0o700)
    except OSError as error:
        raise cannot_write(database, error) from error
    return unfinished


def abandon(prepared: Path) -> None:
    """Remove a prepared folder after a failure."""
    shutil.rmtree(prepared, ignore_errors=True)


def decide(database: Path, prepared: Path, key_content: bytes) -> None:
    """Make the prepared database, with this key file, the database. Nobody may have either one open.

    Raises Problem when that cannot be written; then the old pair still counts.
    """
    try:
        if (prepared / "gegevens-wal").exists():
            # Closing a database empties its log into the file, but says nothing when the disk refuses that.
            raise OSError(errno.EIO, "not all that was written stands in the file")
        for name in ("sleutel", "tweeling"):
            (prepared / name).write_bytes(key_content)
        for name in PARTS:
            _flush(prepared / name)
        sync_folder(prepared)
        prepared.rename(folder_of(database))
        sync_folder(database.parent)
    except OSError as error:
        raise cannot_write(database, error) from error
    finish(database)


def finish(database: Path) -> None:
    """Finish a change that was decided; nothing happens when there is none. May be killed and repeated."""
    try:
        if not folder_of(database).is_dir():
            return
        with OsLock(database.with_name(f".{database.name}.wisselslot")):
            _finish(database)
    except OSError as error:
        raise cannot_write(database, error) from error


def _finish(database: Path) -> None:
    folder = folder_of(database)
    if not folder.is_dir():
        return
    if (folder / "gegevens").exists():
        # The log of the old database must never be read into the new one.
        for suffix in ("-wal", "-shm", "-journal"):
            database.with_name(database.name + suffix).unlink(missing_ok=True)
        sync_folder(database.parent)
    for name, suffix in PARTS.items():
        part = folder / name
        if part.exists():
            part.replace(database.with_name(database.name + suffix))
    sync_folder(database.parent)
    _forget(folder)
    sync_folder(database.parent)


def _forget(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
