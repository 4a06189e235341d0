"""Finding rows by what was typed: the beginning of every word, in any order, and names by how they sound.

The indexes stand in migration 0004; triggers keep them. A search takes the first hits that it meets and
orders those: it never orders everything that matches, so its cost grows with what is shown.
"""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA
from sqlalchemy import ColumnElement, Select, column, literal_column, select, table, text
from sqlalchemy.orm import InstrumentedAttribute, Session
from sqlalchemy.sql.selectable import TableClause

from leertraject_desktop.domain.alfabet import alfabet_van
from leertraject_desktop.domain.dubbels import schrijfwijzen
from leertraject_desktop.domain.klank import klank
from leertraject_desktop.domain.tekst import vouw
from leertraject_desktop.storage.tables import Deelnemer

MAX_WOORDEN = 8
CAP = 200
# One typing error in a short word, two in a long one.
LANG_WOORD = 7

# Words, not built: they run at every key that is typed.
FIRST_NAMES = text("SELECT rowid FROM zoeknaam_index WHERE zoeknaam_index MATCH :match LIMIT :maximum")
# The words of names that begin as one of `starts` does, each beginning looked up in the index by itself.
WORDS = text(
    "SELECT woord.term FROM json_each(:starts) AS begin CROSS JOIN zoeknaam_woord AS woord "
    "ON woord.term >= begin.value AND woord.term < begin.value || char(1114111) "
    "WHERE woord.col = 'naam' AND length(woord.term) BETWEEN :low AND :high"
)
FIRST_TEXTS = text("SELECT rowid FROM zoektekst_index WHERE zoektekst_index MATCH :match LIMIT :maximum")


def naam_past(
    tekst: str, deelnemer_id: InstrumentedAttribute[Any] = Deelnemer.id
) -> ColumnElement[bool] | None:
    """Whether every word that was typed begins a word of the name or is the number; None without words.

    `deelnemer_id` is the column that says whose name it is.
    """
    match = _match(tekst, "naam")
    if match is None:
        return None
    return deelnemer_id.in_(_treffers("zoeknaam_index", match))


def naam_gezocht(
    session: Session, tekst: str, deelnemer_id: InstrumentedAttribute[Any] = Deelnemer.id
) -> ColumnElement[bool] | None:
    """As `naam_past`; where nobody's name fits, whether it is one that is close to what was typed."""
    match = _match(tekst, "naam")
    if match is None:
        return None
    if session.scalars(FIRST_NAMES, {"match": match, "maximum": 1}).first() is not None:
        return naam_past(tekst, deelnemer_id)
    return deelnemer_id.in_(naam_ids(session, tekst))


def naam_ids(session: Session, tekst: str, *, maximum: int = CAP) -> list[int]:
    """The first deelnemers whose name or number fits; where none does, those whose name is close to it."""
    versies = [tekst, *schrijfwijzen(tekst)]
    for match in dict.fromkeys(_match(versie, "naam") for versie in versies):
        if match is None:
            return []
        found = list(session.scalars(FIRST_NAMES, {"match": match, "maximum": maximum}))
        if found:
            return found
    near = (row for versie in versies[1:] for row in bijna_ids(session, versie, maximum=maximum))
    return list(dict.fromkeys(near))[:maximum]


def tekst_ids(session: Session, tekst: str, *, maximum: int = CAP) -> list[tuple[str, int]]:
    """The first questions ("informatievraag") and contacts ("contactmoment") with words that begin so."""
    match = _match(tekst, "tekst")
    if match is None:
        return []
    rows = session.scalars(FIRST_TEXTS, {"match": match, "maximum": maximum})
    return [("contactmoment" if row % 2 else "informatievraag", row // 2) for row in rows]


def tekst_past(tekst: str, kind: str, key: ColumnElement[int]) -> ColumnElement[bool] | None:
    """Whether a question or contact holds every word that was typed; None without words."""
    match = _match(tekst, "tekst")
    if match is None:
        return None
    odd = 1 if kind == "contactmoment" else 0
    return (key * 2 + odd).in_(_treffers("zoektekst_index", match))


def rebuild(raw: Any) -> None:
    """Fill the indexes again from the tables, on a raw connection; for a database whose rows were saved.

    A database that is still at an earlier revision has no indexes yet.
    """
    found = raw.execute("SELECT count(*) FROM sqlite_master WHERE name LIKE 'zoek%_index'").fetchone()[0]
    if not found:
        return
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("INSERT INTO zoeknaam_index(zoeknaam_index) VALUES ('delete-all')")
    raw.execute("INSERT INTO zoektekst_index(zoektekst_index) VALUES ('delete-all')")
    raw.execute(
        "INSERT INTO zoeknaam_index(rowid, naam, klank) SELECT id, "
        "zoeknaam || ' ' || dossiernummer || ' ' || printf('%04d', dossiernummer), klank FROM deelnemer"
    )
    raw.execute(
        "INSERT INTO zoektekst_index(rowid, tekst) "
        "SELECT id * 2, vraag || ' ' || antwoord FROM informatievraag "
        "UNION ALL SELECT id * 2 + 1, notitie FROM contactmoment"
    )
    raw.execute("COMMIT")


def bijna_ids(session: Session, tekst: str, *, maximum: int = CAP) -> list[int]:
    """The first deelnemers of whose name every word differs by a typing error at most, or sounds alike."""
    woorden = vouw(tekst).split()[:MAX_WOORDEN]
    if not woorden:
        return []
    parts = []
    for woord in woorden:
        near = {woord, *_buren(session, woord)}
        spelled = " OR ".join(f'naam : "{term}" *' for term in sorted(near))
        sound = klank(woord)
        parts.append(f'({spelled} OR klank : "{sound}")' if len(sound) > 1 else f"({spelled})")
    stmt = _treffers("zoeknaam_index", " AND ".join(parts)).limit(maximum)
    return list(session.scalars(stmt))


def klank_ids(session: Session, tekst: str, geboren: Iterable[date], *, maximum: int = CAP) -> list[int]:
    """The first deelnemers born on one of these days of whose name one word is equal or sounds alike."""
    woorden = vouw(tekst).split()[:MAX_WOORDEN]
    parts = [f'naam : "{woord}"' for woord in woorden]
    parts += [f'klank : "{sound}"' for woord in woorden if len(sound := klank(woord)) > 1]
    if not parts:
        return []
    stmt = select(Deelnemer.id).where(
        Deelnemer.id.in_(_treffers("zoeknaam_index", " OR ".join(parts))),
        Deelnemer.geboortedatum.in_(list(geboren)),
    )
    return list(session.scalars(stmt.limit(maximum)))


def _buren(session: Session, woord: str) -> list[str]:
    """The words of names that differ little from a word of at least four letters.

    Read are the words with its first letter, or its second one for when the first two were swapped or one
    typed too many; and with any first letter of its script those that go on as it does, for when the first is
    wrong or was forgotten. Every word of the index would cost a third of a second on 100,000 names.
    """
    if len(woord) < 4:
        return []
    errors = 2 if len(woord) >= LANG_WOORD else 1
    rests = (woord[1:3], woord[:2])
    starts = {*woord[:2], *(letter + rest for letter in alfabet_van(woord) for rest in rests)}
    ranges = [start for start in sorted(starts) if start[0] == start or start[0] not in woord[:2]]
    length = {"low": len(woord) - errors, "high": len(woord) + errors}
    terms = session.scalars(WORDS, {"starts": json.dumps(ranges), **length}).all()
    hits = process.extract(woord, terms, scorer=OSA.distance, score_cutoff=errors, limit=20)
    return [term for term, _, _ in hits]


def _match(tekst: str, kolom: str) -> str | None:
    woorden = vouw(tekst).split()[:MAX_WOORDEN]
    if not woorden:
        return None
    return f"{kolom} : (" + " AND ".join(f'"{woord}" *' for woord in woorden) + ")"


def _treffers(index: str, match: str) -> Select[int]:
    source: TableClause = table(index, column("rowid"))
    return select(source.c.rowid).where(literal_column(index).op("MATCH")(match))
