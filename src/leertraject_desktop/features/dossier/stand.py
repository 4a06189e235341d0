"""What is still open in a dossier: what is due, what waits for an answer, and what is missing."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from leertraject_desktop.storage.access import vandaag, wie
from leertraject_desktop.storage.due import open_taken
from leertraject_desktop.storage.selections import bestaande
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

    `heeft_intake` says that an intake was registered in the begeleiding that runs.
    """

    hier: bool
    heeft_statuut: bool
    heeft_taal: bool
    ontbreekt: tuple[str, ...]
    begeleiding_id: int | None
    opgeschort: bool
    heeft_intake: bool
    heeft_leerdoel: bool
    stappen: tuple[OpenStap, ...]
    vragen: tuple[OpenVraag, ...]


def dossierstand(session: Session, deelnemer_id: int) -> Dossierstand:
    """What is open in a dossier, what is due first. Raises Problem when the deelnemer was removed."""
    deelnemer = bestaande(session, Deelnemer, deelnemer_id, "deze deelnemer")
    begeleiding = session.scalars(
        select(Begeleiding)
        .where(Begeleiding.deelnemer_id == deelnemer_id, Begeleiding.einddatum.is_(None))
        .order_by(Begeleiding.begindatum.desc())
        .limit(1)
    ).first()
    begeleiding_id = begeleiding.id if begeleiding else None
    hier = select(Verblijf.id).where(
        Verblijf.deelnemer_id == deelnemer_id,
        Verblijf.tot.is_(None),
        Verblijf.gevangenis_code == wie(session).gevangenis,
    )
    return Dossierstand(
        hier=_any(session, hier),
        heeft_statuut=_any(session, select(Statuut.id).where(Statuut.deelnemer_id == deelnemer_id)),
        heeft_taal=_any(session, select(DeelnemerTaal.id).where(DeelnemerTaal.deelnemer_id == deelnemer_id)),
        ontbreekt=_ontbreekt(deelnemer),
        begeleiding_id=begeleiding_id,
        opgeschort=_any(
            session,
            select(Opschorting.id).where(
                Opschorting.begeleiding_id == begeleiding_id, Opschorting.tot.is_(None)
            ),
        ),
        heeft_intake=_any(
            session,
            select(Contactmoment.id).where(
                Contactmoment.begeleiding_id == begeleiding_id, Contactmoment.soort == "intake"
            ),
        ),
        heeft_leerdoel=_any(session, select(Leerdoel.id).where(Leerdoel.begeleiding_id == begeleiding_id)),
        stappen=_stappen(session, deelnemer_id),
        vragen=_vragen(session, deelnemer_id),
    )


def _any(session: Session, stmt: Select[Any]) -> bool:
    return session.scalar(stmt.limit(1)) is not None


def _ontbreekt(deelnemer: Deelnemer) -> tuple[str, ...]:
    values = {
        "opleidingsniveau": deelnemer.opleidingsniveau,
        "geboortedatum": deelnemer.geboortedatum,
        "geslacht": deelnemer.geslacht,
    }
    return tuple(name for name, value in values.items() if value is None)


def _stappen(session: Session, deelnemer_id: int) -> tuple[OpenStap, ...]:
    """All that is due but questions, which are shown with their words."""
    open_ = open_taken([deelnemer_id]).subquery()
    stmt = select(open_.c.bron, open_.c.id, open_.c.omschrijving, open_.c.datum).where(
        open_.c.deelnemer_id == deelnemer_id, open_.c.bron != "vraag"
    )
    dag = vandaag(session)
    stappen = [
        OpenStap(bron, row_id, tekst, datum, max(0, (dag - datum).days))
        for bron, row_id, tekst, datum in session.execute(stmt)
    ]
    return tuple(sorted(stappen, key=lambda stap: (stap.datum, stap.bron, stap.id)))


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
