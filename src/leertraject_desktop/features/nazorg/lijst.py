"""The nazorgmomenten: of one deelnemer, and of everybody who was released; the checklist before release."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.nazorg import Nazorgstand, nazorgstand
from leertraject_desktop.domain.personen import sorteernaam
from leertraject_desktop.features.nazorg.commands import UitkomstInvoer
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.storage.consents import geldt
from leertraject_desktop.storage.follow_up_tables import Nazorgmoment, Toestemming, Vrijlatingspunt
from leertraject_desktop.storage.reference import waarden
from leertraject_desktop.storage.search import naam_gezocht
from leertraject_desktop.storage.selections import aantal_rijen, bestaande, label_van, nummer
from leertraject_desktop.storage.stays import laatste_eerst
from leertraject_desktop.storage.tables import Deelnemer, Gebruiker, Partner, Verblijf

DOEL = "nazorg"
SORTEERBAAR = ("naam", "datum", "maanden", "uitkomst")


@dataclass(frozen=True, slots=True)
class NazorgFilter:
    """What the list keeps: `stand` is "open", "te_laat", "gedaan" or "" (all)."""

    stand: str = "open"
    zoek: str = ""
    deelnemer_id: int | None = None
    sorteer: str = "datum"
    aflopend: bool = False


@dataclass(frozen=True, slots=True)
class NazorgRij:
    """One nazorgmoment. `vrij_op` is the day of release; `toestemming` names the partners that may know.

    `kanaal` and `uitkomst` are in words, empty where nothing is known yet.
    """

    id: int
    deelnemer_id: int
    naam: str
    nummer: str
    maanden: int
    datum: date
    vrij_op: date | None
    stand: Nazorgstand
    dagen_te_laat: int
    kanaal: str
    toestemming: str
    uitkomst: str
    gedaan_op: date | None
    door: str
    toelichting: str


@dataclass(frozen=True, slots=True)
class PuntRij:
    """One point of the checklist before release; `gedaan_op` is None while it is not in order."""

    code: str
    label: str
    gedaan_op: date | None


@dataclass(frozen=True, slots=True)
class Checklist:
    """The checklist of the last stay of a deelnemer; `vrij_op` is the day of release once it came."""

    verblijf_id: int
    vrij_op: date | None
    punten: tuple[PuntRij, ...]

    @property
    def gedaan(self) -> int:
        """How many points are in order."""
        return sum(punt.gedaan_op is not None for punt in self.punten)


def aantal_nazorgmomenten(session: Session, keuze: NazorgFilter) -> int:
    """How many nazorgmomenten a filter keeps."""
    return aantal_rijen(session, _gefilterd(session, keuze))


def nazorg_ids(session: Session, keuze: NazorgFilter, maximum: int | None = None) -> list[int]:
    """The ids of the nazorgmomenten that a filter keeps, in the order that it asks for; the first, or all."""
    if keuze.sorteer not in SORTEERBAAR:
        raise ValueError(f"the list cannot be sorted by {keuze.sorteer}")
    orders: dict[str, ColumnElement[Any]] = {
        "naam": Deelnemer.sorteersleutel.expression,
        "datum": Nazorgmoment.datum.expression,
        "maanden": Nazorgmoment.maanden.expression,
        "uitkomst": label_van(Lijst.UITKOMST_NAZORG, Nazorgmoment.uitkomst),
    }
    order = orders[keuze.sorteer]
    if keuze.aflopend:
        order = order.desc()
    if keuze.sorteer == "uitkomst":
        order = order.nulls_last()  # the others are never null, and read in this order from an index
    stmt = _gefilterd(session, keuze)
    if keuze.sorteer == "naam":
        stmt = stmt.join(Deelnemer, Nazorgmoment.deelnemer_id == Deelnemer.id)
    if keuze.sorteer != "datum":
        stmt = stmt.order_by(order, Nazorgmoment.datum, Nazorgmoment.id)
    else:
        stmt = stmt.order_by(order, Nazorgmoment.id)
    return [row[0] for row in session.connection().execute(stmt.limit(maximum))]


def _gefilterd(session: Session, keuze: NazorgFilter) -> Select[Any]:
    stmt: Select[Any] = select(Nazorgmoment.id)
    open_ = and_(Nazorgmoment.gedaan_op.is_(None), Nazorgmoment.vervallen_op.is_(None))
    if keuze.stand == "gedaan":
        stmt = stmt.where(Nazorgmoment.gedaan_op.is_not(None))
    elif keuze.stand == "te_laat":
        stmt = stmt.where(open_, Nazorgmoment.datum < vandaag(session))
    elif keuze.stand:
        stmt = stmt.where(open_)
    if keuze.deelnemer_id is not None:
        stmt = stmt.where(Nazorgmoment.deelnemer_id == keuze.deelnemer_id)
    past = naam_gezocht(session, keuze.zoek, Nazorgmoment.deelnemer_id)
    return stmt if past is None else stmt.where(past)


def nazorg_rijen(session: Session, ids: Sequence[int]) -> list[NazorgRij]:
    """The lines of these nazorgmomenten, in the order of the ids; ids that are gone are left out."""
    dag = vandaag(session)
    stmt = (
        select(
            Nazorgmoment,
            Deelnemer.voornaam,
            Deelnemer.familienaam,
            Deelnemer.dossiernummer,
            Verblijf.tot,
            label_van(Lijst.NAZORGKANAAL, Nazorgmoment.kanaal),
            label_van(Lijst.UITKOMST_NAZORG, Nazorgmoment.uitkomst),
            Gebruiker.naam,
        )
        .join(Deelnemer, Nazorgmoment.deelnemer_id == Deelnemer.id)
        .join(Verblijf, Nazorgmoment.verblijf_id == Verblijf.id)
        .outerjoin(Gebruiker, Nazorgmoment.door_id == Gebruiker.id)
        .where(Nazorgmoment.id.in_(ids))
    )
    found = session.execute(stmt).all()
    partners = _partners(session, {row[0].deelnemer_id for row in found})
    rows = {}
    for moment, voornaam, familienaam, dossier, vrij, kanaal, uitkomst, door in found:
        stand = nazorgstand(moment.datum, moment.gedaan_op, moment.vervallen_op, dag)
        rows[moment.id] = NazorgRij(
            id=moment.id,
            deelnemer_id=moment.deelnemer_id,
            naam=sorteernaam(voornaam, familienaam),
            nummer=nummer(dossier),
            maanden=moment.maanden,
            datum=moment.datum,
            vrij_op=vrij,
            stand=stand,
            dagen_te_laat=(dag - moment.datum).days if stand is Nazorgstand.TE_LAAT else 0,
            kanaal=kanaal or "",
            toestemming="; ".join(partners.get(moment.deelnemer_id, ())),
            uitkomst=uitkomst or "",
            gedaan_op=moment.gedaan_op,
            door=door or "",
            toelichting=moment.toelichting,
        )
    return [rows[moment_id] for moment_id in ids if moment_id in rows]


def nazorgmomenten(session: Session, deelnemer_id: int) -> list[NazorgRij]:
    """The nazorgmomenten of a deelnemer, first due first."""
    keuze = NazorgFilter(stand="", deelnemer_id=deelnemer_id)
    return nazorg_rijen(session, nazorg_ids(session, keuze))


def aantal_nazorg(session: Session) -> tuple[int, int]:
    """How many nazorgmomenten are open, and how many of these are late."""
    stmt = select(func.count(), func.count().filter(Nazorgmoment.datum < vandaag(session))).where(
        Nazorgmoment.gedaan_op.is_(None), Nazorgmoment.vervallen_op.is_(None)
    )
    open_, te_laat = session.execute(stmt).one()
    return open_, te_laat


def uitkomst_invoer(session: Session, moment_id: int) -> UitkomstInvoer:
    """The form of an outcome as it stands now; for an open moment with the channel that was agreed."""
    rij = bestaande(session, Nazorgmoment, moment_id, "dit nazorgmoment")
    return UitkomstInvoer(rij.uitkomst, rij.kanaal, rij.gedaan_op, rij.door_id, rij.toelichting)


def checklist(session: Session, deelnemer_id: int) -> Checklist | None:
    """The checklist before release of the last stay of a deelnemer; None where there is no stay."""
    verblijf = session.scalars(
        select(Verblijf).where(Verblijf.deelnemer_id == deelnemer_id).order_by(*laatste_eerst()).limit(1)
    ).first()
    if verblijf is None:
        return None
    gedaan: dict[str, date] = {
        row.punt: row.gedaan_op
        for row in session.scalars(select(Vrijlatingspunt).where(Vrijlatingspunt.verblijf_id == verblijf.id))
    }
    punten = [
        PuntRij(punt.code, punt.label, gedaan.get(punt.code))
        for punt in waarden(session, Lijst.VRIJLATINGSPUNT, op=verblijf.tot or vandaag(session))
    ]
    return Checklist(verblijf.id, verblijf.tot, tuple(punten))


def _partners(session: Session, deelnemer_ids: set[int]) -> dict[int, list[str]]:
    """Per deelnemer the partners that may have contact after release, by name."""
    stmt = (
        select(Toestemming.deelnemer_id, Partner.naam)
        .join(Partner, Toestemming.partner_code == Partner.code)
        .where(Toestemming.deelnemer_id.in_(deelnemer_ids), Toestemming.doel == DOEL)
        .where(geldt(vandaag(session)))
        .distinct()
        .order_by(Partner.naam)
    )
    found: dict[int, list[str]] = {}
    for deelnemer_id, naam in session.execute(stmt):
        found.setdefault(deelnemer_id, []).append(naam)
    return found
