"""The connection to the one encrypted file: key first, then the settings that keep data safe, then checks.

Every trap here is silent: without a key SQLCipher makes a plain file, with a wrong one it says the same as
for a file that is no database. So the key is the first statement of every connection, and after opening it
is checked that the file on the disk is really encrypted.
"""

import errno
import os
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, PoolProxiedConnection, create_engine
from sqlalchemy.engine import URL
from sqlalchemy.pool import QueuePool

from leertraject_desktop.domain.problem import Problem

KEY_BYTES = 32
PAGE_BYTES = 4096
PLAIN_HEADER = b"SQLite format 3\x00"

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA busy_timeout = 5000",
    "PRAGMA cache_size = -16000",
)


def connect(path: Path, key: bytes, *, must_exist: bool = True) -> Any:
    """One raw connection with the key as its first statement. Raises Problem when the file cannot be read."""
    if len(key) != KEY_BYTES:
        raise ValueError("a database key has 32 bytes")
    if must_exist and _is_too_short(path):
        raise unreadable(path)
    mode = "rw" if must_exist else "rwc"
    try:
        raw = sqlcipher.connect(
            f"{path.resolve().as_uri()}?mode={mode}", uri=True, check_same_thread=False, isolation_level=None
        )
    except sqlcipher.OperationalError as error:
        raise unreadable(path, error) from error
    try:
        raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        # A wrong key is told in words by who opens the file, not by the cipher on the terminal.
        raw.execute("PRAGMA cipher_log_level = NONE")
        if not raw.execute("PRAGMA cipher_version").fetchone():
            raise RuntimeError("this SQLite has no encryption")
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
        for pragma in PRAGMAS:
            raw.execute(pragma)
    except sqlcipher.Error as error:
        raw.close()
        raise unreadable(path, error) from error
    except BaseException:
        raw.close()
        raise
    return raw


def _is_too_short(path: Path) -> bool:
    """Whether the file has not one page; SQLite would make a new database of it without a word."""
    try:
        return path.stat().st_size < PAGE_BYTES
    except OSError:
        return False


def unreadable(path: Path, error: Exception | None = None) -> Problem:
    """Why this file does not open, as far as can be told from the outside."""
    text = str(error).lower()
    if "locked" in text or "busy" in text:
        return Problem(
            f"‘{path.name}’ is in gebruik door een ander programma.",
            "Sluit het andere venster van Leertraject en probeer het opnieuw.",
        )
    if "readonly" in text:
        return Problem(
            f"Je mag niet schrijven in de map van ‘{path.name}’.",
            "Vraag de ICT-dienst om schrijfrecht op die map.",
        )
    is_of_disk = isinstance(error, OSError) and error.errno in (errno.EIO, errno.ENOSPC)
    if is_of_disk or "disk is full" in text or "disk i/o error" in text:
        return Problem(
            f"‘{path.name}’ gaat niet open: de schijf is vol of antwoordt niet.",
            "Maak plaats vrij, kijk of de stick er nog in zit en probeer het opnieuw.",
        )
    if not _can_look(path):
        return Problem(
            f"Je mag ‘{path.name}’ niet openen.", "Vraag de ICT-dienst om toegang tot de map van de gegevens."
        )
    if not path.exists():
        return Problem(f"‘{path.name}’ is er niet.", "Kijk of de map klopt, of kies een ander bestand.")
    return Problem(
        f"‘{path.name}’ gaat niet open: dit is geen gegevensbestand van Leertraject, of het is beschadigd.",
        "Kies een ander bestand of zet een reservekopie terug.",
    )


def _can_look(path: Path) -> bool:
    try:
        return not path.exists() or os.access(path, os.R_OK | os.W_OK)
    except PermissionError:
        return False


def fold_in(path: Path, key: bytes) -> None:
    """Take a database out of its write-ahead log, so that the one file is all of it and may be moved alone.

    Nobody else may have it open. Raises Problem or OSError when the disk refuses; then the file alone is not
    whole. Closing a connection would do the same, but without a word when it fails.
    """
    raw = connect(path, key)
    try:
        (mode,) = raw.execute("PRAGMA journal_mode = DELETE").fetchone()
    finally:
        raw.close()
    if mode != "delete" or path.with_name(path.name + "-wal").exists():
        raise OSError(errno.EIO, "not all that was written stands in the file")


def check_encrypted(path: Path) -> None:
    """Raise RuntimeError when the file on the disk can be read without a key: nothing may be kept in it.

    Raises Problem when the file cannot be looked at.
    """
    try:
        with path.open("rb") as file:
            header = file.read(len(PLAIN_HEADER))
    except OSError as error:
        raise unreadable(path, error) from error
    if header == PLAIN_HEADER or len(header) < len(PLAIN_HEADER):
        raise RuntimeError(f"{path.name} is not encrypted")


def make_engine(path: Path, key: bytes, *, must_exist: bool = True) -> Engine:
    """The engine over one file. Transactions are explicit; who will write, calls `lock` first."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        module=sqlcipher,
        creator=lambda: connect(path, key, must_exist=must_exist),
        poolclass=QueuePool,
        pool_size=2,
        # The same connection again: what it has in memory is read and decrypted already.
        pool_use_lifo=True,
        hide_parameters=True,
    )

    # Not by an event: an engine with one looks for listeners at every step of every statement.
    engine.dialect.do_begin = begin  # type: ignore[assignment, method-assign]
    return engine


def begin(connection: PoolProxiedConnection) -> None:
    """Begin a transaction that sees the database as it is at its first statement."""
    assert connection.driver_connection is not None  # noqa: S101 - it is open
    connection.driver_connection.execute("BEGIN")


def lock(connection: Connection) -> None:
    """Make a transaction that just began one that writes: nobody else may between its reading and writing."""
    raw = driver_of(connection)
    raw.execute("ROLLBACK")
    raw.execute("BEGIN IMMEDIATE")


def driver_of(connection: Connection) -> Any:
    """The connection of the driver under one of SQLAlchemy, in the same transaction."""
    return connection.connection.driver_connection
