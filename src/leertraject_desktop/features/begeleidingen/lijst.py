"""The list of begeleidingen, and one of them with its goals, steps and course."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Einde, Fase, Lijst
from leertraject_desktop.domain.personen import sorteernaam
from leertraject_desktop.features.begeleidingen.invoer import (
    ActieInvoer,
    BegeleidingWijziging,
    ContactInvoer,
    LeerdoelInvoer,
)
from leertraject_desktop.storage.search import naam_gezocht
from leertraject_desktop.storage.selections import aantal_rijen, bestaande, label_van, nummer
from leertraject_desktop.storage.tables import (
    Actie,
    Begeleiding,
    Contactmoment,
    Deelnemer,
    Gebruiker,
    Leerdoel,
    Opschorting,
    Stopzetting,
)

SORTEERBAAR = ("naam", "fase", "begindatum", "einddatum", "door", "laatst_gesproken")


@dataclass(frozen=True, slots=True)
class BegeleidingFilter:
    """What the list keeps: `stand` is "loopt", "opgeschort", "afgerond", "stopgezet" or "" (all)."""

    stand: str = "loopt"
    zoek: str = ""
    fase: str = ""
    deelnemer_id: int | None = None
    sorteer: str = "naam"
    aflopend: bool = False


@dataclass(frozen=True, slots=True)
class BegeleidingRij:
    """One line of the list. `stand` is in words: loopt, opgeschort, afgerond or stopgezet."""

    id: int
    deelnemer_id: int
    naam: str
    nummer: str
    fase: str
    stand: str
    begindatum: date
    einddatum: date | None
    door: str
    doelen: int
    doelen_bereikt: int
    laatst_gesproken: date | None
    reden: str


@dataclass(frozen=True, slots=True)
class ActieRij:
    """One step of a goal."""

    id: int
    omschrijving: str
    wie: str
    streefdatum: date | None
    gedaan_op: date | None
    vervallen: bool


@dataclass(frozen=True, slots=True)
class LeerdoelRij:
    """One goal with its steps in order."""

    id: int
    omschrijving: str
    streefdatum: date | None
    bereikt_op: date | None
    acties: tuple[ActieRij, ...]

    @property
    def gedaan(self) -> int:
        """How many steps are done."""
        return sum(actie.gedaan_op is not None for actie in self.acties)


@dataclass(frozen=True, slots=True)
class BegeleidingDetail:
    """One begeleiding as its page shows it. `fase` is the code; `opgeschort_sinds` while it is on hold."""

    id: int
    deelnemer_id: int
    begindatum: date
    door: str
    fase: str
    leervraag: str
    einddatum: date | None
    einde: str
    reden: str
    toelichting: str
    opgeschort_sinds: date | None
    reden_opschorting: str
    leerdoelen: tuple[LeerdoelRij, ...]

    @property
    def open_acties(self) -> int:
        """How many steps are neither done nor lapsed."""
        acties = [actie for doel in self.leerdoelen for actie in doel.acties]
        return sum(actie.gedaan_op is None and not actie.vervallen for actie in acties)


def aantal_begeleidingen(session: Session, keuze: BegeleidingFilter) -> int:
    """How many begeleidingen a filter keeps."""
    return aantal_rijen(session, _gefilterd(session, keuze))


def begeleiding_ids(session: Session, keuze: BegeleidingFilter, maximum: int | None = None) -> list[int]:
    """The ids of the begeleidingen that a filter keeps, in the order that it asks for; the first, or all."""
    if keuze.sorteer not in SORTEERBAAR:
        raise ValueError(f"the list cannot be sorted by {keuze.sorteer}")
    orders: dict[str, ColumnElement[Any]] = {
        "naam": Deelnemer.sorteersleutel.expression,
        "fase": case({fase.value: number for number, fase in enumerate(Fase)}, value=Begeleiding.fase),
        "begindatum": Begeleiding.begindatum.expression,
        "einddatum": Begeleiding.einddatum.expression,
        "door": select(Gebruiker.naam).where(Gebruiker.id == Begeleiding.door_id).scalar_subquery(),
        "laatst_gesproken": _laatst_gesproken(),
    }
    order = orders[keuze.sorteer]
    if keuze.aflopend:
        order = order.desc()
    if keuze.sorteer not in ("naam", "begindatum"):
        order = order.nulls_last()  # the others are never null, and read in this order from an index
    stmt = _gefilterd(session, keuze).join(Deelnemer, Begeleiding.deelnemer_id == Deelnemer.id)
    stmt = stmt.order_by(order, Deelnemer.sorteersleutel, Begeleiding.id).limit(maximum)
    return [row[0] for row in session.connection().execute(stmt)]


def _gefilterd(session: Session, keuze: BegeleidingFilter) -> Select[Any]:
    stmt: Select[Any] = select(Begeleiding.id)
    opgeschort = _opgeschort().exists()
    if keuze.stand in (Einde.AFGEROND, Einde.STOPGEZET):
        stmt = stmt.where(Begeleiding.einde == keuze.stand)
    elif keuze.stand:
        stmt = stmt.where(Begeleiding.einddatum.is_(None))
        stmt = stmt.where(opgeschort if keuze.stand == "opgeschort" else ~opgeschort)
    if keuze.fase:
        stmt = stmt.where(Begeleiding.fase == keuze.fase)
    if keuze.deelnemer_id is not None:
        stmt = stmt.where(Begeleiding.deelnemer_id == keuze.deelnemer_id)
    past = naam_gezocht(session, keuze.zoek, Begeleiding.deelnemer_id)
    return stmt if past is None else stmt.where(past)


def begeleiding_rijen(session: Session, ids: Sequence[int]) -> list[BegeleidingRij]:
    """The lines of these begeleidingen, in the order of the ids; ids that are gone are left out."""
    doelen = select(func.count()).select_from(Leerdoel).where(Leerdoel.begeleiding_id == Begeleiding.id)
    stmt = (
        select(
            Begeleiding,
            Deelnemer.voornaam,
            Deelnemer.familienaam,
            Deelnemer.dossiernummer,
            Gebruiker.naam,
            doelen.scalar_subquery(),
            doelen.where(Leerdoel.bereikt_op.is_not(None)).scalar_subquery(),
            _laatst_gesproken(),
            label_van(Lijst.REDEN_STOPZETTING, Stopzetting.reden),
            _opgeschort().exists(),
        )
        .join(Deelnemer, Begeleiding.deelnemer_id == Deelnemer.id)
        .join(Gebruiker, Begeleiding.door_id == Gebruiker.id)
        .outerjoin(Stopzetting, Stopzetting.begeleiding_id == Begeleiding.id)
        .where(Begeleiding.id.in_(ids))
    )
    rows = {}
    for rij, voornaam, familienaam, dossier, door, aantal, bereikt, gesproken, reden, op in session.execute(
        stmt
    ):
        rows[rij.id] = BegeleidingRij(
            id=rij.id,
            deelnemer_id=rij.deelnemer_id,
            naam=sorteernaam(voornaam, familienaam),
            nummer=nummer(dossier),
            fase=Fase(rij.fase).label,
            stand=rij.einde or ("opgeschort" if op else "loopt"),
            begindatum=rij.begindatum,
            einddatum=rij.einddatum,
            door=door,
            doelen=aantal,
            doelen_bereikt=bereikt,
            laatst_gesproken=gesproken,
            reden=reden or "",
        )
    return [rows[begeleiding_id] for begeleiding_id in ids if begeleiding_id in rows]


def aantal_lopend(session: Session) -> int:
    """How many begeleidingen run, those on hold included."""
    stmt = select(func.count()).select_from(Begeleiding).where(Begeleiding.einddatum.is_(None))
    return session.scalar(stmt) or 0


def begeleiding_detail(session: Session, begeleiding_id: int) -> BegeleidingDetail:
    """One begeleiding with all that its page shows. Raises Problem when it was removed."""
    rij = bestaande(session, Begeleiding, begeleiding_id, "deze begeleiding")
    reden = session.execute(
        select(label_van(Lijst.REDEN_STOPZETTING, Stopzetting.reden), Stopzetting.toelichting).where(
            Stopzetting.begeleiding_id == begeleiding_id
        )
    ).first()
    opschorting = session.execute(
        select(Opschorting.van, label_van(Lijst.REDEN_OPSCHORTING, Opschorting.reden)).where(
            Opschorting.begeleiding_id == begeleiding_id, Opschorting.tot.is_(None)
        )
    ).first()
    return BegeleidingDetail(
        id=rij.id,
        deelnemer_id=rij.deelnemer_id,
        begindatum=rij.begindatum,
        door=session.get_one(Gebruiker, rij.door_id).naam,
        fase=rij.fase,
        leervraag=rij.leervraag,
        einddatum=rij.einddatum,
        einde=Einde(rij.einde).label if rij.einde else "",
        reden=reden[0] if reden else "",
        toelichting=reden[1] if reden else "",
        opgeschort_sinds=opschorting[0] if opschorting else None,
        reden_opschorting=opschorting[1] if opschorting else "",
        leerdoelen=_leerdoelen(session, begeleiding_id),
    )


def begeleiding_wijziging(session: Session, begeleiding_id: int) -> BegeleidingWijziging:
    """The form that puts a begeleiding right, as it stands now."""
    rij = bestaande(session, Begeleiding, begeleiding_id, "deze begeleiding")
    stopzetting = session.scalars(
        select(Stopzetting).where(Stopzetting.begeleiding_id == begeleiding_id)
    ).first()
    return BegeleidingWijziging(
        rij.begindatum,
        rij.leervraag,
        rij.door_id,
        rij.einddatum,
        stopzetting.reden if stopzetting else None,
        stopzetting.toelichting if stopzetting else "",
    )


def leerdoel_invoer(session: Session, leerdoel_id: int) -> LeerdoelInvoer:
    """The form of a goal as it stands now."""
    rij = bestaande(session, Leerdoel, leerdoel_id, "dit leerdoel")
    return LeerdoelInvoer(rij.omschrijving, rij.streefdatum)


def actie_invoer(session: Session, actie_id: int) -> ActieInvoer:
    """The form of a step as it stands now."""
    rij = bestaande(session, Actie, actie_id, "deze actie")
    return ActieInvoer(rij.omschrijving, rij.wie, rij.streefdatum)


def contact_invoer(session: Session, contact_id: int) -> ContactInvoer:
    """The form of a contact as it stands now."""
    rij = bestaande(session, Contactmoment, contact_id, "dit contactmoment")
    return ContactInvoer(rij.datum, rij.soort, rij.minuten, rij.notitie, rij.door_id)


def _leerdoelen(session: Session, begeleiding_id: int) -> tuple[LeerdoelRij, ...]:
    acties: dict[int, list[ActieRij]] = {}
    stmt = (
        select(Actie)
        .join(Leerdoel, Actie.leerdoel_id == Leerdoel.id)
        .where(Leerdoel.begeleiding_id == begeleiding_id)
        .order_by(Actie.volgorde)
    )
    for rij in session.scalars(stmt):
        actie = ActieRij(rij.id, rij.omschrijving, rij.wie, rij.streefdatum, rij.gedaan_op, rij.vervallen)
        acties.setdefault(rij.leerdoel_id, []).append(actie)
    doelen = session.scalars(
        select(Leerdoel).where(Leerdoel.begeleiding_id == begeleiding_id).order_by(Leerdoel.volgorde)
    )
    return tuple(
        LeerdoelRij(
            doel.id, doel.omschrijving, doel.streefdatum, doel.bereikt_op, tuple(acties.get(doel.id, ()))
        )
        for doel in doelen
    )


def _opgeschort() -> Select[Any]:
    return select(Opschorting.id).where(
        and_(Opschorting.begeleiding_id == Begeleiding.id, Opschorting.tot.is_(None))
    )


def _laatst_gesproken() -> ColumnElement[Any]:
    stmt = select(func.max(Contactmoment.datum)).where(Contactmoment.deelnemer_id == Begeleiding.deelnemer_id)
    return stmt.scalar_subquery()
