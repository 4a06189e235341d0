"""The logboek: lines chained by codes, so that one that was changed, removed or moved shows.

The key of the codes is derived from the database key. Whoever changes the file with another tool breaks the
chain. Not found: somebody who has the database key and this program's source and makes all codes again, or
puts back an older copy of the whole file; against the latter stand the backups.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from sqlalchemy import RowMapping, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.storage.access import driver, nu, wie
from leertraject_desktop.storage.logboek_tables import Logboekregel, Logboeksleutel, Logboekstand
from leertraject_desktop.storage.row_changes import RowChange
from leertraject_desktop.storage.sealing import Refused, decrypt, encrypt, mac, same, subkey

ADD_LINE = (
    "INSERT INTO logboekregel (id, moment, gebruiker_id, soort, wat, rijen, zegel) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"
)
SET_STATE = "INSERT OR REPLACE INTO logboekstand (id, aantal, regelzegel, zegel) VALUES (1, ?, ?, ?)"
# How SQLAlchemy keeps a moment in SQLite.
STORED = "%Y-%m-%d %H:%M:%S.%f"
FIRST = bytes(32)
JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
MAX_ROWS = 40
NONCE = bytes(12)
# A clock that goes back more than this, or forward more than that, between two lines was set by somebody.
BACK = timedelta(minutes=5)
FORWARD = timedelta(days=35)


@dataclass(frozen=True, slots=True)
class Breuk:
    """A place where the chain is broken: at which line, and what is wrong there."""

    regel: int
    wat: str


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What checking the chain found: how many lines, and the places where it is broken."""

    aantal: int
    breuken: tuple[Breuk, ...]

    @property
    def heel(self) -> bool:
        """Whether nothing was changed, removed or moved."""
        return not self.breuken


@dataclass(frozen=True, slots=True)
class Sprong:
    """The clock jumped between two lines: at which line, and from when to when (UTC)."""

    regel: int
    van: datetime
    tot: datetime


def log_key(key: bytes) -> bytes:
    """The key of the codes, derived from the database key."""
    return subkey(key, "logboek")


def add_line(session: Session, soort: Logsoort, wat: str, rijen: Iterable[str] = ()) -> None:
    """Add a line in the transaction of a session of the store: who, when and the key stand there."""
    # Straight to the driver: this runs with every save, and what stands between costs more than the line.
    raw, key, moment = driver(session), session.info["logsleutel"], nu(session)
    stand = raw.execute("SELECT aantal, regelzegel FROM logboekstand").fetchone()
    number, before = (stand[0] + 1, stand[1]) if stand else (1, FIRST)
    line = (wie(session).gebruiker_id, soort.value, wat, " ".join(rijen))
    code = _line_code(key, before, number, moment, line)
    raw.execute(ADD_LINE, (number, f"{moment:{STORED}}", *line, code))
    raw.execute(SET_STATE, (number, code, _state_code(key, number, code)))


def rows_of(changes: Iterable[RowChange]) -> list[str]:
    """The rows that a write touched, as a line keeps them; only counts per table when there are very many."""
    found: dict[str, None] = {}
    for change in changes:
        values = change.after or change.before or {}
        mark = values.get("uid") or "/".join(str(value) for value in change.key.values())
        found[f"{change.table.name}:{mark}"] = None
    if len(found) <= MAX_ROWS:
        return list(found)
    counts: dict[str, int] = {}
    for row in found:
        table = row.partition(":")[0]
        counts[table] = counts.get(table, 0) + 1
    return [f"{table}×{count}" for table, count in counts.items()]


def check_chain(session: Session) -> Oordeel:
    """Walk the whole chain and tell where it is broken."""
    key: bytes = session.info["logsleutel"]
    breuken: list[Breuk] = []
    keys = _keys(session, key, breuken)
    upto, line_key = next(keys)
    before, expected = FIRST, 1
    for row in session.execute(select(Logboekregel.__table__).order_by(Logboekregel.id)).mappings():
        while upto is not None and row["id"] > upto:
            upto, line_key = next(keys)
        if row["id"] != expected:
            breuken.append(Breuk(expected, f"regel {expected} tot {row['id'] - 1} ontbreekt"))
        elif not same(_row_code(line_key, before, row), row["zegel"]):
            breuken.append(Breuk(row["id"], f"regel {row['id']} of de regel ervoor is veranderd"))
        before, expected = row["zegel"], row["id"] + 1
    breuken += _check_state(session, key, expected - 1, before)
    return Oordeel(expected - 1, tuple(breuken))


def clock_jumps(session: Session) -> list[Sprong]:
    """Where the clock went back, or more than 35 days forward, since somebody last looked at that."""
    confirmed = session.scalar(
        select(Logboekregel.id)
        .where(Logboekregel.soort == Logsoort.KLOK.value)
        .order_by(Logboekregel.id.desc())
        .limit(1)
    )
    stmt = select(Logboekregel.id, Logboekregel.moment).where(Logboekregel.id >= (confirmed or 0))
    rows = session.execute(
        stmt.where(Logboekregel.soort != Logsoort.MISLUKT.value).order_by(Logboekregel.id)
    ).all()
    found = []
    for (_, van), (number, tot) in pairwise(rows):
        if tot < van - BACK or tot > van + FORWARD:
            found.append(Sprong(number, van, tot))
    return found


def hand_over(raw: Any, old: bytes, new: bytes) -> None:
    """Wrap the key of the lines so far under that of a new database key; `raw` is open with the new one."""
    if not raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'logboekstand'").fetchone():
        return
    stand = raw.execute("SELECT aantal, regelzegel FROM logboekstand").fetchone()
    if stand is None:
        return
    (last,) = raw.execute("SELECT coalesce(max(id), 0) FROM logboeksleutel").fetchone()
    wrapped = encrypt(_wrapper(log_key(new), last + 1), NONCE, log_key(old), str(stand[0]).encode())
    raw.execute("BEGIN IMMEDIATE")
    raw.execute(
        "INSERT INTO logboeksleutel (id, tot, verpakt) VALUES (?, ?, ?)", (last + 1, stand[0], wrapped)
    )
    raw.execute("UPDATE logboekstand SET zegel = ?", (_state_code(log_key(new), *stand),))
    raw.execute("COMMIT")


def _check_state(session: Session, key: bytes, last: int, code: bytes) -> list[Breuk]:
    stand = session.execute(select(Logboekstand.__table__)).mappings().all()
    if len(stand) != 1:
        return [Breuk(last, "het logboek is leeggemaakt of de stand ontbreekt")]
    row = stand[0]
    if not same(_state_code(key, row["aantal"], row["regelzegel"]), row["zegel"]):
        return [Breuk(last, "de stand van het logboek is veranderd")]
    if row["aantal"] > last:
        return [Breuk(last + 1, f"regel {last + 1} tot {row['aantal']} ontbreekt")]
    if row["aantal"] < last or row["regelzegel"] != code:
        return [Breuk(last, "de laatste regel is niet door het programma geschreven")]
    return []


def _keys(session: Session, newest: bytes, breuken: list[Breuk]) -> Iterator[tuple[int | None, bytes]]:
    """Up to which line each key counts, oldest first; None for the key of now."""
    rows = (
        session.execute(select(Logboeksleutel.__table__).order_by(Logboeksleutel.id.desc())).mappings().all()
    )
    found: list[tuple[int | None, bytes]] = [(None, newest)]
    for row in rows:
        try:
            older = decrypt(
                _wrapper(found[-1][1], row["id"]), NONCE, row["verpakt"], str(row["tot"]).encode()
            )
        except Refused:
            breuken.append(Breuk(row["tot"], f"de sleutel van de regels tot {row['tot']} is veranderd"))
            break
        found.append((row["tot"], older))
    return iter(reversed(found))


def _wrapper(key: bytes, number: int) -> bytes:
    return subkey(key, f"vorige logboeksleutel {number}")


def _line_code(key: bytes, before: bytes, number: int, moment: datetime, line: tuple[Any, ...]) -> bytes:
    """The code of a line and the one before it; `line` is who, which kind, what and the rows."""
    return mac(key, before + JSON.encode([number, moment.isoformat(), *line]).encode())


def _row_code(key: bytes, before: bytes, row: RowMapping) -> bytes:
    line = (row["gebruiker_id"], row["soort"], row["wat"], row["rijen"])
    return _line_code(key, before, row["id"], row["moment"], line)


def _state_code(key: bytes, number: int, code: bytes) -> bytes:
    return mac(key, b"stand" + number.to_bytes(8, "big") + code)
