"""The list of informatievragen, and what their forms start from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.personen import sorteernaam
from leertraject_desktop.domain.tekst import vouw
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.storage.access import vandaag, wie
from leertraject_desktop.storage.search import MAX_WOORDEN, naam_past, tekst_past
from leertraject_desktop.storage.selections import aantal_rijen, bestaande, label_van
from leertraject_desktop.storage.tables import Deelnemer, Gebruiker, Informatievraag

SORTEERBAAR = ("datum", "naam", "onderwerp", "kanaal")


@dataclass(frozen=True, slots=True)
class VraagFilter:
    """What the list keeps: `stand` is "open", "maand" (answered this month) or "" (all)."""

    stand: str = "open"
    zoek: str = ""
    onderwerp: str = ""
    deelnemer_id: int | None = None
    sorteer: str = "datum"
    aflopend: bool = False


@dataclass(frozen=True, slots=True)
class VraagRij:
    """One line of the list; `naam` is empty for an anonymous question, `wacht` counts days while open."""

    id: int
    datum: date
    deelnemer_id: int | None
    naam: str
    onderwerp: str
    vraag: str
    antwoord: str
    kanaal: str
    minuten: int
    beantwoord_op: date | None
    wacht: int | None
    door: str
    begeleiding_id: int | None


@dataclass(frozen=True, slots=True)
class VraagAantallen:
    """Counts for the heading and the empty list: open now, of this month, and answered this month."""

    open: int
    deze_maand: int
    beantwoord_deze_maand: int


@dataclass(frozen=True, slots=True)
class VasteKeuzes:
    """What a new question starts with; `zoals_vorige` says that the last five were all alike."""

    kanaal: str | None
    minuten: int
    zoals_vorige: bool


@dataclass(frozen=True, slots=True)
class Invoermoment:
    """Who typed a question and when (UTC), and who changed it last and when, the same when nobody did."""

    ingevoerd_op: datetime
    ingevoerd_door: str
    gewijzigd_op: datetime
    gewijzigd_door: str


def aantal_vragen(session: Session, keuze: VraagFilter) -> int:
    """How many questions a filter keeps."""
    return aantal_rijen(session, _gefilterd(session, keuze))


def vraag_ids(session: Session, keuze: VraagFilter, maximum: int | None = None) -> list[int]:
    """The ids of the questions that a filter keeps, in the order that it asks for; the first, or all."""
    if keuze.sorteer not in SORTEERBAAR:
        raise ValueError(f"the list cannot be sorted by {keuze.sorteer}")
    orders: dict[str, ColumnElement[Any]] = {
        "datum": Informatievraag.datum.expression,
        "naam": Deelnemer.sorteersleutel.expression,
        "onderwerp": label_van(Lijst.ONDERWERP, Informatievraag.onderwerp),
        "kanaal": label_van(Lijst.KANAAL, Informatievraag.kanaal),
    }
    order = orders[keuze.sorteer]
    typed: ColumnElement[Any] = Informatievraag.id.expression
    if keuze.aflopend:
        order, typed = order.desc(), typed.desc()
    if keuze.sorteer != "datum":
        order = order.nulls_last()  # a day is never null, and read in this order from an index
    stmt = _gefilterd(session, keuze)
    if keuze.sorteer == "naam":
        stmt = stmt.outerjoin(Deelnemer, Informatievraag.deelnemer_id == Deelnemer.id)
    return [row[0] for row in session.connection().execute(stmt.order_by(order, typed).limit(maximum))]


def _gefilterd(session: Session, keuze: VraagFilter) -> Select[Any]:
    stmt: Select[Any] = select(Informatievraag.id)
    # Of ten years few are open or of this month: without that word all are read in the order of their days.
    if keuze.stand == "open":
        stmt = stmt.where(func.unlikely(Informatievraag.beantwoord_op.is_(None)))
    elif keuze.stand == "maand":
        eerste = Maand.van(vandaag(session)).eerste_dag
        stmt = stmt.where(func.unlikely(Informatievraag.beantwoord_op >= eerste))
    if keuze.onderwerp:
        stmt = stmt.where(Informatievraag.onderwerp == keuze.onderwerp)
    if keuze.deelnemer_id is not None:
        stmt = stmt.where(Informatievraag.deelnemer_id == keuze.deelnemer_id)
    for woord in vouw(keuze.zoek).split()[:MAX_WOORDEN]:
        in_tekst = tekst_past(woord, "informatievraag", Informatievraag.id.expression)
        in_naam = naam_past(woord, Informatievraag.deelnemer_id)
        stmt = stmt.where(or_(*(past for past in (in_tekst, in_naam) if past is not None)))
    return stmt


def vraag_rijen(session: Session, ids: Sequence[int]) -> list[VraagRij]:
    """The lines of these questions, in the order of the ids; ids that are gone are left out."""
    stmt = (
        select(
            Informatievraag,
            Deelnemer.voornaam,
            Deelnemer.familienaam,
            label_van(Lijst.ONDERWERP, Informatievraag.onderwerp),
            label_van(Lijst.KANAAL, Informatievraag.kanaal),
            Gebruiker.naam,
        )
        .outerjoin(Deelnemer, Informatievraag.deelnemer_id == Deelnemer.id)
        .join(Gebruiker, Informatievraag.door_id == Gebruiker.id)
        .where(Informatievraag.id.in_(ids))
    )
    rows = {}
    for vraag, voornaam, familienaam, onderwerp, kanaal, door in session.execute(stmt):
        rows[vraag.id] = VraagRij(
            id=vraag.id,
            datum=vraag.datum,
            deelnemer_id=vraag.deelnemer_id,
            naam=sorteernaam(voornaam, familienaam) if vraag.deelnemer_id else "",
            onderwerp=onderwerp,
            vraag=vraag.vraag,
            antwoord=vraag.antwoord,
            kanaal=kanaal,
            minuten=vraag.minuten,
            beantwoord_op=vraag.beantwoord_op,
            wacht=None if vraag.beantwoord_op else (vandaag(session) - vraag.datum).days,
            door=door,
            begeleiding_id=vraag.begeleiding_id,
        )
    return [rows[vraag_id] for vraag_id in ids if vraag_id in rows]


def vraag_invoer(session: Session, vraag_id: int) -> VraagInvoer:
    """The form of a question as it stands now."""
    vraag = bestaande(session, Informatievraag, vraag_id, "deze vraag")
    return VraagInvoer(
        deelnemer_id=vraag.deelnemer_id,
        onderwerp=vraag.onderwerp,
        vraag=vraag.vraag,
        antwoord=vraag.antwoord,
        kanaal=vraag.kanaal,
        datum=vraag.datum,
        minuten=vraag.minuten,
        beantwoord_op=vraag.beantwoord_op,
        door_id=vraag.door_id,
    )


def aantallen(session: Session) -> VraagAantallen:
    """How many questions are open, came this month and were answered this month."""
    begin = Maand.van(vandaag(session)).eerste_dag
    total = select(func.count()).select_from(Informatievraag)
    counts = [
        session.scalar(total.where(where)) or 0
        for where in (
            Informatievraag.beantwoord_op.is_(None),
            Informatievraag.datum >= begin,
            and_(Informatievraag.datum >= begin, Informatievraag.beantwoord_op.is_not(None)),
        )
    ]
    return VraagAantallen(*counts)


def vaste_keuzes(session: Session) -> VasteKeuzes:
    """Kanaal and minutes of the last five questions that this gebruiker typed, when all five were alike."""
    stmt = (
        select(Informatievraag.kanaal, Informatievraag.minuten)
        .where(Informatievraag.ingevoerd_door_id == wie(session).gebruiker_id)
        .order_by(Informatievraag.id.desc())
        .limit(5)
    )
    rows = session.execute(stmt).all()
    if len(rows) == 5 and len(set(rows)) == 1:
        kanaal, minuten = rows[0]
        return VasteKeuzes(kanaal, minuten, zoals_vorige=True)
    return VasteKeuzes("rapportbriefje", 10, zoals_vorige=False)


def invoermoment(session: Session, vraag_id: int) -> Invoermoment:
    """Who typed a question and when; not the day that it was asked, nor who dealt with it."""
    vraag = bestaande(session, Informatievraag, vraag_id, "deze vraag")
    invoerder = session.get_one(Gebruiker, vraag.ingevoerd_door_id).naam
    wijziger = session.get_one(Gebruiker, vraag.gewijzigd_door_id).naam
    return Invoermoment(vraag.ingevoerd_op, invoerder, vraag.gewijzigd_op, wijziger)
