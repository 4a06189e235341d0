"""People who were removed for good: a code each, so that a file or a backup does not bring them back.

The code is made with a key of this database only and nothing can be read back from it. It knows a person by
the number that goes along in every file (uid), and by name with date of birth.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.tekst import vouw
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.storage.engine import connect
from leertraject_desktop.storage.logboek_tables import Grafsteen
from leertraject_desktop.storage.sealing import mac, subkey
from leertraject_desktop.storage.tables import Deelnemer, Instelling
from leertraject_desktop.storage.trouble import explained

SLEUTEL = "grafsteen_sleutel"
NA_TERUGZETTEN = "gewist_na_te_kijken"
"""The setting that stands there from a restore (its moment) until who was wiped before is wiped again."""


@dataclass(frozen=True, slots=True)
class Stenen:
    """The codes of a database with the key they were made with, to take along over a restore."""

    sleutel: str
    kenmerken: tuple[tuple[str, str], ...]


def bury(session: Session, deelnemer: Deelnemer) -> None:
    """Keep the codes of a person who is about to be removed."""
    namen = (deelnemer.voornaam, deelnemer.familienaam, deelnemer.geboortedatum)
    known = set(session.scalars(select(Grafsteen.kenmerk)))
    for kenmerk in dict.fromkeys(_kenmerken(_key(session), deelnemer.uid, *namen)):
        if kenmerk not in known:
            session.add(Grafsteen(kenmerk=kenmerk, gewist_op=vandaag(session)))


def is_buried(
    session: Session,
    *,
    uid: str = "",
    voornaam: str = "",
    familienaam: str = "",
    geboortedatum: date | None = None,
) -> bool:
    """Whether this person was removed here before. A name counts only together with a date of birth."""
    if session.get(Instelling, SLEUTEL) is None:
        return False
    codes = _kenmerken(_key(session), uid, voornaam, familienaam, geboortedatum)
    return session.scalar(select(Grafsteen.id).where(Grafsteen.kenmerk.in_(codes)).limit(1)) is not None


def buried_names(session: Session) -> Callable[[str, str, date | None], bool]:
    """What `is_buried` says of a name with a date of birth, for many of them: the codes are read once."""
    if session.get(Instelling, SLEUTEL) is None:
        return lambda voornaam, familienaam, geboortedatum: False
    key = _key(session)
    stones = frozenset(session.scalars(select(Grafsteen.kenmerk)))

    def is_one(voornaam: str, familienaam: str, geboortedatum: date | None) -> bool:
        return not stones.isdisjoint(_kenmerken(key, "", voornaam, familienaam, geboortedatum))

    return is_one


def buried_again(session: Session) -> Sequence[Deelnemer]:
    """The people in this database who were removed before, for instance after a backup was put back."""
    return [
        row
        for row in session.scalars(select(Deelnemer))
        if is_buried(
            session,
            uid=row.uid,
            voornaam=row.voornaam,
            familienaam=row.familienaam,
            geboortedatum=row.geboortedatum,
        )
    ]


def buried_by_number(session: Session) -> list[tuple[Deelnemer, date]]:
    """The dossiers that were themselves removed before, each with the day: an old copy brought them back.

    Somebody of the same name with a dossier of a later day is another matter and does not count here.
    """
    if session.get(Instelling, SLEUTEL) is None:
        return []
    key = _key(session)
    rows = session.execute(select(Grafsteen.kenmerk, Grafsteen.gewist_op))
    stones = {row.kenmerk: row.gewist_op for row in rows}
    found = []
    for row in session.scalars(select(Deelnemer).order_by(Deelnemer.id)):
        [code] = _kenmerken(key, row.uid, "", "", None)
        if code in stones:
            found.append((row, stones[code]))
    return found


@explained()
def take_along(path: Path, key: bytes) -> Stenen | None:
    """The codes of a database, before another one takes its place; None when there are none."""
    raw = connect(path, key)
    try:
        if not _has_table(raw):
            return None
        row = raw.execute("SELECT waarde FROM instelling WHERE sleutel = ?", (SLEUTEL,)).fetchone()
        rows = raw.execute("SELECT kenmerk, gewist_op FROM grafsteen ORDER BY id").fetchall()
        return Stenen(row[0], tuple(rows)) if row and rows else None
    finally:
        raw.close()


@explained()
def put_down(path: Path, key: bytes, stenen: Stenen | None, moment: datetime) -> None:
    """Add the codes, when there are any, to a database of this program's schema that took another's place.

    It remembers from this moment (UTC) that at the next login must be looked who came back.
    """
    raw = connect(path, key)
    try:
        raw.execute("BEGIN IMMEDIATE")
        raw.execute(
            "INSERT OR REPLACE INTO instelling (sleutel, waarde) VALUES (?, ?)",
            (NA_TERUGZETTEN, moment.isoformat()),
        )
        if stenen is not None:
            raw.execute(
                "INSERT OR REPLACE INTO instelling (sleutel, waarde) VALUES (?, ?)", (SLEUTEL, stenen.sleutel)
            )
            raw.executemany(
                "INSERT OR IGNORE INTO grafsteen (kenmerk, gewist_op) VALUES (?, ?)", stenen.kenmerken
            )
        raw.execute("COMMIT")
    finally:
        raw.close()


def _has_table(raw: Any) -> bool:
    return bool(raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'grafsteen'").fetchone())


def _key(session: Session) -> bytes:
    row = session.get(Instelling, SLEUTEL)
    if row is None:
        row = Instelling(sleutel=SLEUTEL, waarde=secrets.token_hex(32))
        session.add(row)
        session.flush()
    return subkey(bytes.fromhex(row.waarde), "grafsteen")


def _kenmerken(
    key: bytes, uid: str, voornaam: str, familienaam: str, geboortedatum: date | None
) -> list[str]:
    texts = [f"uid:{uid}"] if uid else []
    naam = vouw(f"{voornaam} {familienaam}")
    if naam and geboortedatum:
        texts.append(f"persoon:{naam}:{geboortedatum.isoformat()}")
    return [mac(key, text.encode()).hex() for text in texts]
