"""What is still open in a dossier: what is due, what waits for an answer, and what is missing."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Select, bindparam, exists, select
from sqlalchemy.orm import Session, aliased

from leertraject_desktop.domain.label import Fase
from leertraject_desktop.storage.access import vandaag, wie
from leertraject_desktop.storage.due import open_taken
from leertraject_desktop.storage.selections import verdwenen
from leertraject_desktop.storage.tables import (
    Begeleiding,
    Contactmoment,
    Deelnemer,
    DeelnemerTaal,
    Informatievraag,
    Leerdoel,
    Opschorting,
    Statuut,
    Verblijf,
)

# What the figures need to know of a person.
NODIG = ("opleidingsniveau", "geboortedatum", "geslacht")


@dataclass(frozen=True, slots=True)
class OpenStap:
    """Something that is due; `bron` as in `storage.due`, `dagen_te_laat` is 0 when it is not late."""

    bron: str
    id: int
    omschrijving: str
    datum: date
    dagen_te_laat: int


@dataclass(frozen=True, slots=True)
class OpenVraag:
    """A question that waits for an answer since a number of days."""

    id: int
    tekst: str
    dagen: int


@dataclass(frozen=True, slots=True)
class Dossierstand:
    """What a dossier knows and lacks. `ontbreekt` names what the figures need, in words.

    `heeft_intake` says that an intake was registered in the begeleiding that runs, `in_nazorg` that this one
    goes on after the release.
    """

    hier: bool
    heeft_statuut: bool
    heeft_taal: bool
    ontbreekt: tuple[str, ...]
    begeleiding_id: int | None
    opgeschort: bool
    in_nazorg: bool
    heeft_intake: bool
    heeft_leerdoel: bool
    stappen: tuple[OpenStap, ...]
    vragen: tuple[OpenVraag, ...]


def dossierstand(session: Session, deelnemer_id: int) -> Dossierstand:
    """What is open in a dossier, what is due first. Raises Problem when the deelnemer was removed."""
    values = {"deelnemer_id": deelnemer_id, "gevangenis": wie(session).gevangenis}
    row = session.execute(_stand_stmt(), values).first()
    if row is None:
        raise verdwenen("deze deelnemer")
    return Dossierstand(
        hier=row.hier,
        heeft_statuut=row.heeft_statuut,
        heeft_taal=row.heeft_taal,
        ontbreekt=tuple(name for name in NODIG if getattr(row, name) is None),
        begeleiding_id=row.begeleiding_id,
        opgeschort=row.opgeschort,
        in_nazorg=row.fase == Fase.NAZORG.value,
        heeft_intake=row.heeft_intake,
        heeft_leerdoel=row.heeft_leerdoel,
        stappen=_stappen(session, deelnemer_id),
        vragen=_vragen(session, deelnemer_id),
    )


@cache
def _stand_stmt() -> Select[Any]:
    """What a dossier has, in one row; made once."""
    hier = (
        Verblijf.deelnemer_id == Deelnemer.id,
        Verblijf.tot.is_(None),
        Verblijf.gevangenis_code == bindparam("gevangenis"),
    )
    intake = (Contactmoment.begeleiding_id == Begeleiding.id, Contactmoment.soort == "intake")
    opgeschort = (Opschorting.begeleiding_id == Begeleiding.id, Opschorting.tot.is_(None))
    rij = aliased(Begeleiding)
    lopend = (
        select(rij.id)
        .where(rij.deelnemer_id == Deelnemer.id, rij.einddatum.is_(None))
        .order_by(rij.begindatum.desc())
        .limit(1)
    )
    return (
        select(
            *(getattr(Deelnemer, name) for name in NODIG),
            exists().where(*hier).label("hier"),
            exists().where(Statuut.deelnemer_id == Deelnemer.id).label("heeft_statuut"),
            exists().where(DeelnemerTaal.deelnemer_id == Deelnemer.id).label("heeft_taal"),
            Begeleiding.id.label("begeleiding_id"),
            Begeleiding.fase,
            exists().where(*opgeschort).label("opgeschort"),
            exists().where(*intake).label("heeft_intake"),
            exists().where(Leerdoel.begeleiding_id == Begeleiding.id).label("heeft_leerdoel"),
        )
        .select_from(Deelnemer)
        .outerjoin(Begeleiding, Begeleiding.id == lopend.scalar_subquery())
        .where(Deelnemer.id == bindparam("deelnemer_id"))
    )


def _stappen(session: Session, deelnemer_id: int) -> tuple[OpenStap, ...]:
    """All that is due but questions, which are shown with their words."""
    dag = vandaag(session)
    stappen = [
        OpenStap(bron, row_id, tekst, datum, max(0, (dag - datum).days))
        for bron, row_id, tekst, datum in session.execute(_stappen_stmt(), {"ids": [deelnemer_id]})
    ]
    return tuple(sorted(stappen, key=lambda stap: (stap.datum, stap.bron, stap.id)))


@cache
def _stappen_stmt() -> Select[Any]:
    ids: BindParameter[Any] = bindparam("ids", expanding=True)
    open_ = open_taken(ids).subquery()
    stmt: Select[Any] = select(open_.c.bron, open_.c.id, open_.c.omschrijving, open_.c.datum)
    return stmt.where(open_.c.bron != "vraag")


def _vragen(session: Session, deelnemer_id: int) -> tuple[OpenVraag, ...]:
    stmt = select(Informatievraag.id, Informatievraag.vraag, Informatievraag.datum).where(
        Informatievraag.deelnemer_id == deelnemer_id, Informatievraag.beantwoord_op.is_(None)
    )
    rows = session.execute(stmt.order_by(Informatievraag.datum, Informatievraag.id))
    return tuple(
        OpenVraag(vraag_id, _eerste_regel(tekst), (vandaag(session) - dag).days)
        for vraag_id, tekst, dag in rows
    )


def _eerste_regel(tekst: str) -> str:
    return next((regel.strip() for regel in tekst.splitlines() if regel.strip()), "")
