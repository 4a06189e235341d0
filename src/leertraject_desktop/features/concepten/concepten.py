"""What was typed but not kept yet, and where the user was: so that an interruption loses nothing."""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.domain.personen import weergavenaam
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.storage.access import command, noteer, nu, wie
from leertraject_desktop.storage.tables import Bekeken, Concept, Deelnemer

BEWAARD_BEKEKEN = 20


@dataclass(frozen=True, slots=True)
class ConceptRij:
    """A draft: `plaats` names the form ("vraag", "contact:12"), `inhoud` what stood in its fields."""

    plaats: str
    inhoud: dict[str, object]
    bewaard_op: datetime


@dataclass(frozen=True, slots=True)
class BekekenRij:
    """A dossier that this gebruiker opened, and when (UTC)."""

    deelnemer_id: int
    naam: str
    bekeken_op: datetime


@command(Recht.LEZEN, "concept bewaren", stil=True)
def bewaar_concept(session: Session, plaats: str, inhoud: dict[str, object]) -> datetime:
    """Keep what stands in a form (text, numbers, truth values, lists, None). Returns when (UTC)."""
    session.merge(
        Concept(
            gebruiker_id=wie(session).gebruiker_id,
            plaats=plaats,
            inhoud=json.dumps(inhoud, ensure_ascii=False),
            bewaard_op=nu(session),
        )
    )
    return nu(session)


@command(Recht.LEZEN, "concept weggooien", stil=True)
def gooi_concept_weg(session: Session, plaats: str) -> None:
    """Forget a draft; nothing happens when there is none."""
    concept = session.get(Concept, (wie(session).gebruiker_id, plaats))
    if concept is not None:
        session.delete(concept)


def concept(session: Session, plaats: str) -> ConceptRij | None:
    """The draft of this gebruiker for one form."""
    found = session.get(Concept, (wie(session).gebruiker_id, plaats))
    return ConceptRij(plaats, json.loads(found.inhoud), found.bewaard_op) if found else None


def concepten(session: Session) -> list[ConceptRij]:
    """All drafts of this gebruiker, last kept first."""
    stmt = select(Concept).where(Concept.gebruiker_id == wie(session).gebruiker_id)
    rows = session.scalars(stmt.order_by(Concept.bewaard_op.desc()))
    return [ConceptRij(row.plaats, json.loads(row.inhoud), row.bewaard_op) for row in rows]


@command(Recht.LEZEN, "dossier bekijken", stil=True)
def noteer_bekeken(session: Session, deelnemer_id: int) -> None:
    """Remember that this gebruiker opened a dossier; only the last twenty are kept."""
    deelnemer = session.get(Deelnemer, deelnemer_id)
    if deelnemer is None:
        return
    gebruiker_id = wie(session).gebruiker_id
    session.merge(Bekeken(gebruiker_id=gebruiker_id, deelnemer_id=deelnemer_id, bekeken_op=nu(session)))
    session.flush()
    noteer(session, Logsoort.INZAGE, "dossier bekijken", deelnemer)
    oude = session.scalars(
        select(Bekeken)
        .where(Bekeken.gebruiker_id == gebruiker_id)
        .order_by(Bekeken.bekeken_op.desc(), Bekeken.deelnemer_id)
        .offset(BEWAARD_BEKEKEN)
    )
    for rij in oude:
        session.delete(rij)


def bekeken(session: Session, *, maximum: int = 3) -> list[BekekenRij]:
    """The dossiers that this gebruiker opened last."""
    stmt = (
        select(Bekeken.deelnemer_id, Deelnemer.voornaam, Deelnemer.familienaam, Bekeken.bekeken_op)
        .join(Deelnemer, Bekeken.deelnemer_id == Deelnemer.id)
        .where(Bekeken.gebruiker_id == wie(session).gebruiker_id)
        .order_by(Bekeken.bekeken_op.desc())
        .limit(maximum)
    )
    rows = session.execute(stmt)
    return [BekekenRij(row_id, weergavenaam(voor, familie), op) for row_id, voor, familie, op in rows]
