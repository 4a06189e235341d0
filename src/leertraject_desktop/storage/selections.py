"""Pieces of queries that several features share: where somebody stays, what a code says, who did it."""

from datetime import date
from typing import Any, TypeVar

from sqlalchemy import BindParameter, ColumnElement, Select, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased
from sqlalchemy.sql.selectable import ScalarSelect

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.periode import controleer_datum, controleer_na_geboorte
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.access import driver, vandaag, wie
from leertraject_desktop.storage.base import Base
from leertraject_desktop.storage.stays import laatste_eerst
from leertraject_desktop.storage.tables import (
    Deelnemer,
    Gebruiker,
    Instelling,
    Referentiewaarde,
    Statuut,
    Verblijf,
)

T = TypeVar("T", bound=Base)

# Words for the driver itself: they run with every save.
GEVANGENIS_OP = (
    "SELECT gevangenis_code FROM verblijf WHERE deelnemer_id = ? AND van <= ? "
    "AND (tot IS NULL OR tot >= ?) ORDER BY van DESC LIMIT 1"
)
BEGELEIDING_OP = (
    "SELECT (SELECT b.id FROM begeleiding b WHERE b.deelnemer_id = d.id AND b.begindatum <= ? "
    "AND (b.einddatum IS NULL OR b.einddatum >= ?) ORDER BY b.begindatum DESC LIMIT 1) "
    "FROM deelnemer d WHERE d.id = ?"
)

LAATSTE_NUMMER = "laatste_dossiernummer"


def aantal_rijen(session: Session, stmt: Select[Any]) -> int:
    """How many rows a statement gives; with no column to look at, SQLite counts a table by its pages."""
    counted = stmt.with_only_columns(func.count(), maintain_column_froms=True)
    return session.connection().execute(counted).scalar() or 0


def label_van(lijst: Lijst, code: InstrumentedAttribute[Any] | ColumnElement[Any]) -> ScalarSelect[Any]:
    """The label of a code in a reference list, as a column; null for an unknown code."""
    return (
        select(Referentiewaarde.label)
        .where(Referentiewaarde.lijst == lijst.value, Referentiewaarde.code == code)
        .scalar_subquery()
    )


def laatste_verblijf(deelnemer_id: InstrumentedAttribute[int]) -> ScalarSelect[int | None]:
    """The id of the last verblijf of a deelnemer, as a column."""
    eigen = aliased(Verblijf)
    return _laatste(eigen, deelnemer_id).with_only_columns(eigen.id).scalar_subquery()


def laatste_afdeling(deelnemer_id: InstrumentedAttribute[int]) -> ScalarSelect[str | None]:
    """The section of the last verblijf of a deelnemer, as a column; for everybody cheaper than a join."""
    eigen = aliased(Verblijf)
    return _laatste(eigen, deelnemer_id).with_only_columns(eigen.afdeling).scalar_subquery()


def _laatste(eigen: type[Verblijf], deelnemer_id: InstrumentedAttribute[int]) -> Select[Any]:
    return select(eigen.id).where(eigen.deelnemer_id == deelnemer_id).order_by(*laatste_eerst(eigen)).limit(1)


def statuut_op(
    deelnemer_id: InstrumentedAttribute[int], op: date | BindParameter[date]
) -> ScalarSelect[str | None]:
    """The statuut of a deelnemer on a day: the last one that had begun, as a column."""
    return (
        select(Statuut.soort)
        .where(Statuut.deelnemer_id == deelnemer_id, Statuut.van <= op)
        .order_by(Statuut.van.desc())
        .limit(1)
        .scalar_subquery()
    )


def gevangenis_op(session: Session, deelnemer_id: int | None, op: date) -> str:
    """The prison where a deelnemer was on a day; the prison of this database when that is not known."""
    found = _first(session, GEVANGENIS_OP, deelnemer_id, str(op), str(op))
    return found[0] if found else wie(session).gevangenis


def begeleiding_op(session: Session, deelnemer_id: int, op: date) -> int | None:
    """The id of the begeleiding that ran on a day. Raises Problem when the deelnemer was removed."""
    found = _first(session, BEGELEIDING_OP, str(op), str(op), deelnemer_id)
    if found is None:
        raise verdwenen("deze deelnemer")
    begeleiding_id: int | None = found[0]
    return begeleiding_id


def _first(session: Session, sql: str, *values: object) -> Any:
    """The first row of a statement, with all in it that the session still held back."""
    session.flush()
    return driver(session).execute(sql, values).fetchone()


def bestaande(session: Session, soort: type[T], rij_id: int, noun: str) -> T:
    """The row with this id. Raises Problem when it is gone; `noun` has its article: "deze vraag"."""
    found = session.get(soort, rij_id)
    if found is None:
        raise verdwenen(noun)
    return found


def verdwenen(noun: str) -> Problem:
    """That a row was removed while a form about it was open; `noun` has its article: "deze vraag"."""
    return Problem(f"{noun.capitalize()} is er niet meer.", "Ga terug naar de lijst en kies opnieuw.")


def controleer_gebeurtenis(
    session: Session, dag: date | None, *, veld: str = "datum", toekomst: bool = False
) -> date:
    """The day of an event, checked. Raises Problem when it is missing or cannot be."""
    if dag is None:
        raise Problem("Er is nog geen datum.", "Typ een dag, bijvoorbeeld 24-11-2026.", veld=veld)
    controleer_datum(dag, vandaag(session), veld=veld, toekomst=toekomst)
    return dag


def controleer_geboren(session: Session, deelnemer_id: int, *, veld: str) -> None:
    """Raise Problem when a deelnemer would have been in prison before the day of birth."""
    session.flush()
    stmt = (
        select(Deelnemer.geboortedatum, Verblijf.van)
        .join(Verblijf, Verblijf.deelnemer_id == Deelnemer.id)
        .where(Deelnemer.id == deelnemer_id)
        .order_by(Verblijf.van)
    )
    for geboren, van in session.execute(stmt.limit(1)):
        controleer_na_geboorte(geboren, van, veld=veld)


def controleer_minuten(minuten: int, *, veld: str = "minuten") -> int:
    """Minutes of one day (0 to 1440). Raises Problem outside that."""
    if not 0 <= minuten <= 1440:
        raise Problem("Dit aantal minuten kan niet.", "Geef 0 tot 1440 minuten.", veld=veld)
    return minuten


def controleer_wie(session: Session, gebruiker_id: int | None, *, veld: str = "door_id") -> int:
    """Who did it; the person who is logged in when nothing was chosen. Raises Problem for a stranger."""
    if gebruiker_id is None:
        return wie(session).gebruiker_id
    if session.get(Gebruiker, gebruiker_id) is None:
        raise Problem("Deze collega staat niet in de lijst.", "Kies een naam uit de lijst.", veld=veld)
    return gebruiker_id


def nummer(dossiernummer: int) -> str:
    """The number of a dossier as users read it: at least four digits."""
    return f"{dossiernummer:04d}"


def neem_dossiernummers(session: Session, aantal: int = 1) -> int:
    """The first of so many numbers for new dossiers; a number is never given again, also after a removal."""
    highest = session.scalar(select(func.max(Deelnemer.dossiernummer))) or 0
    given = session.get(Instelling, LAATSTE_NUMMER)
    first = max(highest, int(given.waarde) if given else 0) + 1
    session.merge(Instelling(sleutel=LAATSTE_NUMMER, waarde=str(first + aantal - 1)))
    return first
