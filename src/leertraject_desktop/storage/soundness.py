"""Whether a database is sound: every page carries its code, every index its rows, every key its row."""

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.engine import connect


class Damaged(Problem):
    """A database that is damaged; `pages` says how many pages, as far as that could be counted."""

    def __init__(self, path: Path, pages: int = 0) -> None:
        self.pages = pages
        super().__init__(
            f"‘{path.name}’ is beschadigd.",
            "Zet de laatste goede reservekopie terug. Werk niet verder met dit bestand.",
        )


def check_sound(path: Path, key: bytes) -> dict[str, int]:
    """The number of rows of every table. Raises Damaged, and Problem when the file does not open at all.

    What looks damaged is opened and checked a second time before it is called so.
    """
    try:
        return _checked(path, key)
    except (Damaged, sqlcipher.DatabaseError):
        pass
    try:
        return _checked(path, key)
    except sqlcipher.DatabaseError as error:
        raise Damaged(path) from error


def _checked(path: Path, key: bytes) -> dict[str, int]:
    raw = connect(path, key)
    try:
        bad = raw.execute("PRAGMA cipher_integrity_check").fetchall()
        if bad:
            raise Damaged(path, len(bad))
        check_logic(path, raw)
        return counts(raw)
    finally:
        raw.close()


def check_logic(path: Path, raw: Any) -> None:
    """Raise Damaged unless tables, indexes and keys agree."""
    if raw.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        raise Damaged(path)
    if raw.execute("PRAGMA foreign_key_check").fetchone():
        raise Damaged(path)


def table_names(raw: Any) -> list[str]:
    """The tables that hold rows of their own, by name; search indexes only repeat what stands there."""
    stmt = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'zoek%' ORDER BY name"
    return [row[0] for row in raw.execute(stmt)]


def counts(raw: Any) -> dict[str, int]:
    """The number of rows of every table."""
    names = table_names(raw)
    return {name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}  # noqa: S608
