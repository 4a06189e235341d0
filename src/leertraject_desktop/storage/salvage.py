"""Saving the rows of the good pages of a damaged database into a new one."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage import backup, keyfile, swap
from leertraject_desktop.storage.engine import connect
from leertraject_desktop.storage.search import rebuild
from leertraject_desktop.storage.soundness import check_sound, table_names
from leertraject_desktop.storage.trouble import explained
from leertraject_desktop.storage.upgrade import newest_revision, stored_revision, upgrade

# Filled again by the upgrade, so what is left of them in the damaged file does not matter.
OWN = ("alembic_version",)


@dataclass(frozen=True, slots=True)
class Redding:
    """What was saved: rows per table, how many rows were left out, and where the damaged files are kept.

    A row is left out when what it belongs to is lost.
    """

    gered: dict[str, int]
    weggelaten: int
    beschadigd: Path


@explained()
def rescue(path: Path, key: bytes, moment: datetime) -> Redding:
    """Put a database with the rows that can still be read in the place of a damaged one.

    The damaged files are set aside first. Raises Problem when not even the list of tables can be read: then
    only a backup helps. Nobody may have the database open.
    """
    keys = keyfile.next_generation(keyfile.read(path))
    prepared = swap.prepare(path)
    try:
        target = prepared / "gegevens"
        saved, left_out = save_rows(path, key, target, keys.gevangenis)
        aside = backup.set_aside(path, moment)
        swap.decide(path, prepared, keyfile.encode(keys))
    finally:
        swap.abandon(prepared)
    return Redding(saved, left_out, aside)


def save_rows(path: Path, key: bytes, target: Path, gevangenis: str) -> tuple[dict[str, int], int]:
    """Copy every row that can be read to a new database; how many per table, how many left out."""
    try:
        revision = stored_revision(path, key)
    except sqlcipher.DatabaseError:
        revision = ""
    upgrade(target, key, to=revision or "head", new=True)
    new = connect(target, key)
    try:
        new.execute("PRAGMA foreign_keys = OFF")
        for table in (name for name in table_names(new) if name not in OWN):
            _copy_table(path, key, new, table)
        left_out = _without_orphans(new)
        rebuild(new)
        _keep_prison(new, gevangenis)
    finally:
        new.close()
    if revision != newest_revision():
        upgrade(target, key)
    return check_sound(target, key), left_out


def readable_rows(path: Path, key: bytes, table: str, columns: str) -> list[tuple[Any, ...]]:
    """Every row of a table that stands on a good page.

    After each error the file is opened anew, since a connection that met a bad page refuses everything.
    """
    found: list[tuple[Any, ...]] = []
    position: int | None = 0
    while position is not None:
        raw = connect(path, key)
        try:
            sql = f'SELECT rowid, {columns} FROM "{table}" WHERE rowid >= ? ORDER BY rowid'  # noqa: S608
            for row in raw.execute(sql, (position,)):
                found.append(row[1:])
                position = row[0] + 1
            position = None
        except sqlcipher.DatabaseError:
            position = _next_readable(path, key, table, position or 0)
        finally:
            raw.close()
    return found


def _next_readable(path: Path, key: bytes, table: str, position: int) -> int | None:
    """The first rowid after a bad page, or None when nothing follows."""
    step = 1
    while not _answers(path, key, table, position + step):
        step *= 2
        if step > 2**40:
            return None
    low, high = position + step // 2, position + step
    while low + 1 < high:
        middle = (low + high) // 2
        if _answers(path, key, table, middle):
            high = middle
        else:
            low = middle
    return high


def _answers(path: Path, key: bytes, table: str, position: int) -> bool:
    raw = connect(path, key)
    try:
        raw.execute(f'SELECT rowid FROM "{table}" WHERE rowid >= ? LIMIT 1', (position,)).fetchall()  # noqa: S608
    except sqlcipher.DatabaseError:
        return False
    finally:
        raw.close()
    return True


def _copy_table(path: Path, key: bytes, new: Any, table: str) -> None:
    names = [row[1] for row in new.execute(f'PRAGMA table_info("{table}")')]
    columns = ", ".join(f'"{name}"' for name in names)
    rows = readable_rows(path, key, table, columns)
    marks = ", ".join("?" * len(names))
    new.execute("BEGIN IMMEDIATE")
    new.executemany(f'INSERT OR REPLACE INTO "{table}" ({columns}) VALUES ({marks})', rows)  # noqa: S608
    new.execute("COMMIT")


def _without_orphans(new: Any) -> int:
    """Leave out rows whose row above them is lost; somebody who did something gets a name again."""
    left_out = 0
    stmt = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'logboek%'"
    triggers = new.execute(stmt).fetchall()
    for name, _ in triggers:
        new.execute(f'DROP TRIGGER "{name}"')
    for number in _missing_people(new):
        new.execute(
            "INSERT INTO gebruiker (id, login, naam, rol, actief) VALUES (?, ?, 'Naam verloren', 'lezer', 0)",
            (number, f"verloren-{number}-{secrets.token_hex(2)}"),
        )
    while orphans := new.execute("PRAGMA foreign_key_check").fetchall():
        for table, rowid, *_ in orphans:
            new.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (rowid,))  # noqa: S608
        left_out += len({(table, rowid) for table, rowid, *_ in orphans})
    for _, sql in triggers:
        new.execute(sql)
    return left_out


def _missing_people(new: Any) -> list[int]:
    found = set()
    for table, rowid, parent, index in new.execute("PRAGMA foreign_key_check").fetchall():
        if parent == "gebruiker":
            keys = {row[0]: row[3] for row in new.execute(f'PRAGMA foreign_key_list("{table}")')}
            sql = f'SELECT "{keys[index]}" FROM "{table}" WHERE rowid = ?'  # noqa: S608
            found.add(new.execute(sql, (rowid,)).fetchone()[0])
    return sorted(found)


def _keep_prison(new: Any, gevangenis: str) -> None:
    if new.execute("SELECT 1 FROM instelling WHERE sleutel = 'gevangenis'").fetchone():
        return
    row = new.execute("SELECT code FROM gevangenis WHERE naam = ?", (gevangenis,)).fetchone()
    if row is None:
        raise Problem("Te veel van dit bestand is onleesbaar.", "Zet de laatste goede reservekopie terug.")
    new.execute("INSERT INTO instelling (sleutel, waarde) VALUES ('gevangenis', ?)", row)
