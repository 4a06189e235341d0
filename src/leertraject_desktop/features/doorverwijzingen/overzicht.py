"""The referrals of everybody in one list: what waits for an answer, what is late, what was closed and how."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.doorverwijzing import Verwijsstand, volgende_standen
from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.personen import sorteernaam
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.storage.follow_up_tables import Doorverwijzing, Doorverwijzingstand
from leertraject_desktop.storage.search import naam_gezocht
from leertraject_desktop.storage.selections import aantal_rijen, label_van, nummer
from leertraject_desktop.storage.tables import Deelnemer, Gebruiker, Partner

SORTEERBAAR = ("naam", "partner", "datum", "stand", "sinds", "antwoord_tegen")
_WACHT = Doorverwijzing.stand == Verwijsstand.IN_BEHANDELING.value
_OPEN = tuple(stand.value for stand in Verwijsstand if volgende_standen(stand))


@dataclass(frozen=True, slots=True)
class VerwijsFilter:
    """What the list keeps: `stand` is "open", "te_laat", "afgesloten" or "" (all); `partner` a code or ""."""

    stand: str = "open"
    partner: str = ""
    zoek: str = ""
    sorteer: str = "antwoord_tegen"
    aflopend: bool = False


@dataclass(frozen=True, slots=True)
class VerwijsRij:
    """One referral; `sinds` is the day on which it came in its state.

    `reden` and `toelichting` belong to that state; `dagen_te_laat` is of an answer that is still waited for.
    """

    id: int
    deelnemer_id: int
    naam: str
    nummer: str
    partner: str
    datum: date
    vraag: str
    stand: Verwijsstand
    sinds: date
    reden: str
    toelichting: str
    antwoord_tegen: date
    dagen_te_laat: int
    door: str

    @property
    def wacht(self) -> bool:
        """Whether the partner still has to answer."""
        return self.stand is Verwijsstand.IN_BEHANDELING

    @property
    def is_open(self) -> bool:
        """Whether another state may come."""
        return bool(volgende_standen(self.stand))


def aantal_doorverwijzingen(session: Session, keuze: VerwijsFilter) -> int:
    """How many referrals a filter keeps."""
    return aantal_rijen(session, _gefilterd(session, keuze))


def aantal_open(session: Session) -> tuple[int, int]:
    """How many referrals are open, and for how many of these the answer is late."""
    late = _WACHT & (Doorverwijzing.antwoord_tegen < vandaag(session))
    stmt = select(func.count(), func.count().filter(late)).where(Doorverwijzing.stand.in_(_OPEN))
    open_, te_laat = session.execute(stmt).one()
    return open_, te_laat


def verwijs_ids(session: Session, keuze: VerwijsFilter, maximum: int | None = None) -> list[int]:
    """The ids of the referrals that a filter keeps, in the order that it asks for; the first, or all.

    By `antwoord_tegen` what waits for an answer comes first.
    """
    if keuze.sorteer not in SORTEERBAAR:
        raise ValueError(f"the list cannot be sorted by {keuze.sorteer}")
    orders: dict[str, list[ColumnElement[Any]]] = {
        "naam": [Deelnemer.sorteersleutel.expression],
        "partner": [Partner.naam.expression],
        "datum": [Doorverwijzing.datum.expression],
        "stand": [Doorverwijzing.stand.expression],
        "sinds": [_sinds()],
        "antwoord_tegen": [_WACHT.desc(), Doorverwijzing.antwoord_tegen.expression],
    }
    *first, order = orders[keuze.sorteer]
    stmt = _gefilterd(session, keuze)
    if keuze.sorteer == "naam":
        stmt = stmt.join(Deelnemer, Doorverwijzing.deelnemer_id == Deelnemer.id)
    elif keuze.sorteer == "partner":
        stmt = stmt.join(Partner, Doorverwijzing.partner_code == Partner.code)
    stmt = stmt.order_by(*first, order.desc() if keuze.aflopend else order, Doorverwijzing.id)
    return [row[0] for row in session.connection().execute(stmt.limit(maximum))]


def verwijs_rijen(session: Session, ids: Sequence[int]) -> list[VerwijsRij]:
    """The lines of these referrals, in the order of the ids; ids that are gone are left out."""
    dag, laatste = vandaag(session), _laatste_stand(session, ids)
    stmt = (
        select(
            Doorverwijzing,
            Deelnemer.voornaam,
            Deelnemer.familienaam,
            Deelnemer.dossiernummer,
            Partner.naam,
            Gebruiker.naam,
        )
        .join(Deelnemer, Doorverwijzing.deelnemer_id == Deelnemer.id)
        .join(Partner, Doorverwijzing.partner_code == Partner.code)
        .join(Gebruiker, Doorverwijzing.door_id == Gebruiker.id)
        .where(Doorverwijzing.id.in_(ids))
    )
    rows = {}
    for rij, voornaam, familienaam, dossier, partner, door in session.execute(stmt):
        stand = Verwijsstand(rij.stand)
        sinds, reden, toelichting = laatste[rij.id]
        wacht = stand is Verwijsstand.IN_BEHANDELING
        rows[rij.id] = VerwijsRij(
            id=rij.id,
            deelnemer_id=rij.deelnemer_id,
            naam=sorteernaam(voornaam, familienaam),
            nummer=nummer(dossier),
            partner=partner,
            datum=rij.datum,
            vraag=rij.vraag,
            stand=stand,
            sinds=sinds,
            reden=reden,
            toelichting=toelichting,
            antwoord_tegen=rij.antwoord_tegen,
            dagen_te_laat=max(0, (dag - rij.antwoord_tegen).days) if wacht else 0,
            door=door,
        )
    return [rows[one] for one in ids if one in rows]


def _gefilterd(session: Session, keuze: VerwijsFilter) -> Select[Any]:
    stmt: Select[Any] = select(Doorverwijzing.id)
    if keuze.stand == "te_laat":
        stmt = stmt.where(_WACHT, Doorverwijzing.antwoord_tegen < vandaag(session))
    elif keuze.stand == "afgesloten":
        stmt = stmt.where(Doorverwijzing.stand.not_in(_OPEN))
    elif keuze.stand:
        stmt = stmt.where(Doorverwijzing.stand.in_(_OPEN))
    if keuze.partner:
        stmt = stmt.where(Doorverwijzing.partner_code == keuze.partner)
    past = naam_gezocht(session, keuze.zoek, Doorverwijzing.deelnemer_id)
    return stmt if past is None else stmt.where(past)


def _sinds() -> ColumnElement[Any]:
    return (
        select(func.max(Doorverwijzingstand.datum))
        .where(Doorverwijzingstand.doorverwijzing_id == Doorverwijzing.id)
        .scalar_subquery()
    )


def _laatste_stand(session: Session, ids: Sequence[int]) -> dict[int, tuple[date, str, str]]:
    """Per referral the day, the reason in words and the note of its last state."""
    stmt = (
        select(
            Doorverwijzingstand.doorverwijzing_id,
            Doorverwijzingstand.datum,
            label_van(Lijst.REDEN_WEIGERING, Doorverwijzingstand.reden),
            Doorverwijzingstand.toelichting,
        )
        .where(Doorverwijzingstand.doorverwijzing_id.in_(ids))
        .order_by(Doorverwijzingstand.datum, Doorverwijzingstand.id)
    )
    return {row_id: (datum, reden or "", words) for row_id, datum, reden, words in session.execute(stmt)}
