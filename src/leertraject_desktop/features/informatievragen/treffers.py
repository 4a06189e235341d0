"""Finding the deelnemer that a question, a contact or a taak is about, while the name is typed."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import StatuutSoort
from leertraject_desktop.domain.personen import sorteernaam
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.storage.search import naam_ids
from leertraject_desktop.storage.selections import laatste_verblijf, nummer, statuut_op
from leertraject_desktop.storage.tables import Deelnemer, Informatievraag, Verblijf


@dataclass(frozen=True, slots=True)
class DeelnemerTreffer:
    """A deelnemer found while typing; `plaats` is the afdeling, or says that the stay has ended."""

    id: int
    naam: str
    nummer: str
    statuut: str
    plaats: str
    open_vragen: int


def zoek_deelnemers(session: Session, tekst: str, *, maximum: int = 8) -> list[DeelnemerTreffer]:
    """The deelnemers whose name or number fits what was typed, or nearly; those who are here first."""
    ids = naam_ids(session, tekst)
    stmt = _treffers(session).where(Deelnemer.id.in_(ids))
    stmt = stmt.order_by(Verblijf.tot.is_not(None), Deelnemer.sorteersleutel).limit(maximum)
    return [_treffer(row) for row in session.execute(stmt)]


def deelnemer_treffer(session: Session, deelnemer_id: int) -> DeelnemerTreffer | None:
    """One deelnemer as a search shows him or her; None when the dossier is gone."""
    row = session.execute(_treffers(session).where(Deelnemer.id == deelnemer_id)).first()
    return _treffer(row) if row else None


def _treffers(session: Session) -> Select[Any]:
    open_vragen = (
        select(func.count())
        .select_from(Informatievraag)
        .where(Informatievraag.deelnemer_id == Deelnemer.id, Informatievraag.beantwoord_op.is_(None))
        .scalar_subquery()
    )
    return select(
        Deelnemer.id,
        Deelnemer.voornaam,
        Deelnemer.familienaam,
        Deelnemer.dossiernummer,
        statuut_op(Deelnemer.id, vandaag(session)),
        Verblijf.afdeling,
        Verblijf.tot,
        open_vragen,
    ).outerjoin(Verblijf, Verblijf.id == laatste_verblijf(Deelnemer.id))


def _treffer(row: Any) -> DeelnemerTreffer:
    deelnemer_id, voornaam, familienaam, dossier, statuut, afdeling, tot, open_vragen = row
    return DeelnemerTreffer(
        id=deelnemer_id,
        naam=sorteernaam(voornaam, familienaam),
        nummer=nummer(dossier),
        statuut=StatuutSoort(statuut).label if statuut else "",
        plaats="vertrokken" if tot else afdeling or "",
        open_vragen=open_vragen,
    )
