"""What must be done: taken, steps, questions that wait, reviews, nazorg and answers of partners."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Date, String, and_, case, func, literal, literal_column, select, type_coerce
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from leertraject_desktop.domain.datums import einde_van_week
from leertraject_desktop.domain.personen import weergavenaam
from leertraject_desktop.features.taken.commands import TaakInvoer
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.storage.due import open_dagen, open_taken
from leertraject_desktop.storage.selections import bestaande
from leertraject_desktop.storage.tables import Deelnemer, Taak


@dataclass(frozen=True, slots=True)
class TaakRij:
    """Something that is due, with the id of its row.

    `bron` is "taak", "actie", "vraag", "opvolging", "nazorg" or "doorverwijzing".
    `dagen_te_laat` is 0 when it is not late. `naam` is empty when it is about nobody.
    """

    bron: str
    id: int
    deelnemer_id: int | None
    naam: str
    omschrijving: str
    datum: date
    uur: str
    dagen_te_laat: int


@dataclass(frozen=True, slots=True)
class Takenbord:
    """The three columns of the start screen, each with its count and its first rows.

    `deze_week` is what comes up to `domain.datums.einde_van_week`.
    """

    te_laat: int
    vandaag: int
    deze_week: int
    rijen_te_laat: tuple[TaakRij, ...]
    rijen_vandaag: tuple[TaakRij, ...]
    rijen_deze_week: tuple[TaakRij, ...]


@dataclass(frozen=True, slots=True)
class Aantallen:
    """How much is late, due today and due in the rest of the week."""

    te_laat: int
    vandaag: int
    deze_week: int


def aantallen(session: Session) -> Aantallen:
    """The counters of the start screen."""
    dag = vandaag(session)
    zondag = einde_van_week(dag)
    days = {"dag": dag.isoformat(), "zondag": zondag.isoformat()}
    return Aantallen(*session.connection().exec_driver_sql(_tel_dagen(), days).one())


@cache
def _tel_dagen() -> str:
    """Written out once: making the statement costs more than running it."""
    datum = open_dagen().subquery().c.datum
    dag, zondag = (literal_column(name, Date) for name in (":dag", ":zondag"))
    kinds = (datum < dag, datum == dag, datum > dag)
    stmt = select(*(func.count(case((kind, 1))) for kind in kinds)).where(datum <= zondag)
    return str(stmt.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))


def takenbord(session: Session, *, maximum: int = 6) -> Takenbord:
    """Late, today and the rest of the week (up to and including its Sunday), `maximum` rows of each."""
    dag = vandaag(session)
    zondag = einde_van_week(dag)
    open_ = open_taken().subquery()
    te_laat = open_.c.datum < dag
    is_vandaag = open_.c.datum == dag
    week = and_(open_.c.datum > dag, open_.c.datum <= zondag)
    counts = aantallen(session)
    rows = [_rijen(session, open_, where, maximum) for where in (te_laat, is_vandaag, week)]
    return Takenbord(counts.te_laat, counts.vandaag, counts.deze_week, *rows)


def taken(session: Session, van: date | None, tot: date | None, *, maximum: int = 500) -> list[TaakRij]:
    """Everything that is open and due between two days, first due first; None leaves that side open."""
    open_ = open_taken().subquery()
    where = and_(
        open_.c.datum >= van if van else literal(True), open_.c.datum <= tot if tot else literal(True)
    )
    return list(_rijen(session, open_, where, maximum))


def taak_invoer(session: Session, taak_id: int) -> TaakInvoer:
    """The form of a taak as it stands now."""
    taak = bestaande(session, Taak, taak_id, "deze taak")
    return TaakInvoer(taak.omschrijving, taak.datum, taak.uur, taak.deelnemer_id)


def _rijen(session: Session, open_: Any, where: Any, maximum: int) -> tuple[TaakRij, ...]:
    dag = vandaag(session)
    stmt = (
        select(open_, Deelnemer.voornaam, Deelnemer.familienaam)
        .outerjoin(Deelnemer, Deelnemer.id == open_.c.deelnemer_id)
        .where(where)
        .order_by(
            open_.c.datum, type_coerce(open_.c.uur, String) == "", open_.c.uur, open_.c.bron, open_.c.id
        )
        .limit(maximum)
    )
    rows = []
    for bron, rij_id, deelnemer_id, omschrijving, datum, uur, voornaam, familienaam in session.execute(stmt):
        naam = weergavenaam(voornaam or "", familienaam or "")
        te_laat = max(0, (dag - datum).days)
        rows.append(TaakRij(bron, rij_id, deelnemer_id, naam, omschrijving, datum, uur, te_laat))
    return tuple(rows)
