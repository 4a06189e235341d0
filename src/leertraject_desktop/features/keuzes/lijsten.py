"""The choices that forms offer: reference lists, colleagues, prisons and sections of this prison."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.storage import reference
from leertraject_desktop.storage.access import vandaag, wie
from leertraject_desktop.storage.tables import (
    Gebruiker,
    Gevangenis,
    Partner,
    PartnerGevangenis,
    Verblijf,
)


@dataclass(frozen=True, slots=True)
class Keuze:
    """One choice: the code that is kept and the words that are shown."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Collega:
    """Somebody who may have done something, logged in or not."""

    id: int
    naam: str


def keuzes(session: Session, lijst: Lijst) -> list[Keuze]:
    """The choices of a reference list that are valid today, in their order."""
    return [Keuze(row.code, row.label) for row in reference.waarden(session, lijst, op=vandaag(session))]


def gevangenissen(session: Session) -> list[Keuze]:
    """All prisons by name."""
    return [Keuze(row.code, row.label) for row in reference.gevangenissen(session)]


def deze_gevangenis(session: Session) -> Keuze:
    """The prison of this database."""
    code = wie(session).gevangenis
    gevangenis = session.get_one(Gevangenis, code)
    return Keuze(code, gevangenis.naam)


def partners(session: Session) -> list[Keuze]:
    """The partners that work for this prison today, by name; a partner without prisons works for all."""
    dag = vandaag(session)
    elke = select(PartnerGevangenis.partner_code).where(PartnerGevangenis.partner_code == Partner.code)
    stmt = (
        select(Partner.code, Partner.naam)
        .where(
            or_(
                ~elke.exists(),
                elke.where(PartnerGevangenis.gevangenis_code == wie(session).gevangenis).exists(),
            ),
            or_(Partner.geldig_van.is_(None), Partner.geldig_van <= dag),
            or_(Partner.geldig_tot.is_(None), Partner.geldig_tot >= dag),
        )
        .order_by(Partner.naam)
    )
    return [Keuze(*row) for row in session.execute(stmt)]


def collegas(session: Session) -> list[Collega]:
    """Who can be named as the one who did something: active colleagues by name."""
    stmt = select(Gebruiker.id, Gebruiker.naam).where(Gebruiker.actief).order_by(Gebruiker.naam)
    return [Collega(*row) for row in session.execute(stmt)]


def afdelingen(session: Session) -> list[str]:
    """The sections of this prison that stand in open stays, by name."""
    return list(session.connection().execute(_afdelingen_stmt(), {"hier": wie(session).gevangenis}).scalars())


@cache
def _afdelingen_stmt() -> Any:
    """Made once: making it costs more than reading with it."""
    return (
        select(Verblijf.afdeling)
        .where(Verblijf.gevangenis_code == bindparam("hier"), Verblijf.tot.is_(None), Verblijf.afdeling != "")
        .distinct()
        .order_by(Verblijf.afdeling)
    )
