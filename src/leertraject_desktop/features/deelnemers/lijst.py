"""The list of deelnemers: the ids that a filter keeps, in order, and the rows that are on the screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Date, Select, and_, bindparam, func, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Fase, StatuutSoort
from leertraject_desktop.domain.personen import sorteernaam
from leertraject_desktop.storage.access import vandaag, wie
from leertraject_desktop.storage.due import eerste_dagen
from leertraject_desktop.storage.search import naam_gezocht
from leertraject_desktop.storage.selections import (
    aantal_rijen,
    laatste_afdeling,
    laatste_verblijf,
    nummer,
    statuut_op,
)
from leertraject_desktop.storage.tables import (
    Begeleiding,
    Contactmoment,
    Deelnemer,
    Informatievraag,
    Verblijf,
)

SORTEERBAAR = ("naam", "nummer", "statuut", "afdeling", "begeleiding", "volgende_stap", "laatst_gesproken")


@dataclass(frozen=True, slots=True)
class DeelnemerFilter:
    """What the list keeps. Empty means all; `begeleiding` is a `Fase`, "geen", "vraag" (open question) or "".

    `hier` keeps who stays in this prison now. `sorteer` is one of `SORTEERBAAR`.
    """

    zoek: str = ""
    statuut: str = ""
    afdeling: str = ""
    begeleiding: str = ""
    hier: bool = True
    sorteer: str = "naam"
    aflopend: bool = False


@dataclass(frozen=True, slots=True)
class DeelnemerRij:
    """One line of the list. Dates are None and texts empty where there is nothing yet."""

    id: int
    naam: str
    nummer: str
    statuut: str
    afdeling: str
    begeleiding: str
    volgende_stap: date | None
    laatst_gesproken: date | None


def aantal_hier(session: Session) -> int:
    """How many deelnemers stay in this prison now."""
    return session.connection().execute(_hier_stmt(), {"hier": wie(session).gevangenis}).scalar() or 0


@cache
def _hier_stmt() -> Any:
    stmt = select(func.count()).select_from(Verblijf)
    return stmt.where(Verblijf.gevangenis_code == bindparam("hier"), Verblijf.tot.is_(None))


def aantal_deelnemers(session: Session, keuze: DeelnemerFilter) -> int:
    """How many deelnemers a filter keeps."""
    return aantal_rijen(session, _gefilterd(session, keuze))


def deelnemer_ids(session: Session, keuze: DeelnemerFilter, maximum: int | None = None) -> list[int]:
    """The ids of the deelnemers that a filter keeps, in the order that it asks for; the first, or all."""
    stmt = _gefilterd(session, keuze)
    if keuze.sorteer == "volgende_stap":
        stap = eerste_dagen()
        stmt = stmt.outerjoin(stap, stap.c.deelnemer_id == Deelnemer.id)
        order: ColumnElement[Any] = stap.c.datum
    else:
        order = _volgorde(session, keuze)
    if keuze.aflopend:
        order = order.desc()
    if keuze.sorteer in ("naam", "nummer"):
        stmt = stmt.order_by(order, Deelnemer.id)  # never null, and read in this order from an index
    else:
        stmt = stmt.order_by(order.nulls_last(), Deelnemer.sorteersleutel, Deelnemer.id)
    # Not through the session: for everybody of ten years that costs more than reading them.
    return [row[0] for row in session.connection().execute(stmt.limit(maximum)).fetchall()]


def _gefilterd(session: Session, keuze: DeelnemerFilter) -> Select[Any]:
    stmt: Select[Any] = select(Deelnemer.id)
    if keuze.hier:
        stmt = stmt.join(
            Verblijf,
            and_(
                Verblijf.deelnemer_id == Deelnemer.id,
                Verblijf.gevangenis_code == wie(session).gevangenis,
                Verblijf.tot.is_(None),
            ),
        )
    elif keuze.afdeling:
        stmt = stmt.outerjoin(Verblijf, Verblijf.id == laatste_verblijf(Deelnemer.id))
    past = naam_gezocht(session, keuze.zoek)
    if past is not None:
        stmt = stmt.where(past)
    if keuze.statuut:
        stmt = stmt.where(statuut_op(Deelnemer.id, vandaag(session)) == keuze.statuut)
    if keuze.afdeling:
        stmt = stmt.where(Verblijf.afdeling == keuze.afdeling)
    return _met_begeleiding(stmt, keuze.begeleiding)


def deelnemer_rijen(session: Session, ids: Sequence[int]) -> list[DeelnemerRij]:
    """The lines of these deelnemers, in the order of the ids; ids that are gone are left out."""
    hier = wie(session).gevangenis
    found = session.execute(_rijen_stmt(), {"ids": list(ids), "vandaag": vandaag(session)})
    rows = {row[0]: _rij(tuple(row), hier) for row in found}
    return [rows[deelnemer_id] for deelnemer_id in ids if deelnemer_id in rows]


@cache
def _rijen_stmt() -> Any:
    """Made once: making it costs more than reading a page with it."""
    ids: BindParameter[Any] = bindparam("ids", expanding=True)
    stap = eerste_dagen(ids)
    stmt: Select[Any] = (
        select(
            Deelnemer.id,
            Deelnemer.voornaam,
            Deelnemer.familienaam,
            Deelnemer.dossiernummer,
            statuut_op(Deelnemer.id, bindparam("vandaag", type_=Date)),
            Verblijf.afdeling,
            Verblijf.tot,
            Verblijf.gevangenis_code,
            _fase(),
            stap.c.datum,
            _laatst_gesproken(),
        )
        .select_from(Deelnemer)
        .outerjoin(Verblijf, Verblijf.id == laatste_verblijf(Deelnemer.id))
        .outerjoin(stap, stap.c.deelnemer_id == Deelnemer.id)
        .where(Deelnemer.id.in_(ids))
    )
    return stmt


def _rij(row: tuple[Any, ...], hier: str) -> DeelnemerRij:
    (
        deelnemer_id,
        voornaam,
        familienaam,
        dossier,
        statuut,
        afdeling,
        tot,
        gevangenis,
        fase,
        stap,
        gesproken,
    ) = row
    plaats = afdeling or ""
    if tot is not None:
        plaats = "vertrokken"
    elif gevangenis is not None and gevangenis != hier:
        plaats = "andere gevangenis"
    return DeelnemerRij(
        deelnemer_id,
        sorteernaam(voornaam, familienaam),
        nummer(dossier),
        StatuutSoort(statuut).label if statuut else "",
        plaats,
        Fase(fase).label if fase else "",
        stap,
        gesproken,
    )


def _fase() -> ColumnElement[Any]:
    return (
        select(Begeleiding.fase)
        .where(Begeleiding.deelnemer_id == Deelnemer.id, Begeleiding.einddatum.is_(None))
        .order_by(Begeleiding.begindatum.desc())
        .limit(1)
        .scalar_subquery()
    )


def _laatst_gesproken() -> ColumnElement[Any]:
    return (
        select(Contactmoment.datum)
        .where(Contactmoment.deelnemer_id == Deelnemer.id)
        .order_by(Contactmoment.datum.desc())
        .limit(1)
        .scalar_subquery()
    )


def _volgorde(session: Session, keuze: DeelnemerFilter) -> ColumnElement[Any]:
    if keuze.sorteer not in SORTEERBAAR:
        raise ValueError(f"the list cannot be sorted by {keuze.sorteer}")
    joined = keuze.hier or keuze.afdeling
    orders: dict[str, Callable[[], ColumnElement[Any]]] = {
        "naam": lambda: Deelnemer.sorteersleutel.expression,
        "nummer": lambda: Deelnemer.dossiernummer.expression,
        "statuut": lambda: statuut_op(Deelnemer.id, vandaag(session)),
        "afdeling": lambda: Verblijf.afdeling.expression if joined else laatste_afdeling(Deelnemer.id),
        "begeleiding": _fase,
        "laatst_gesproken": _laatst_gesproken,
    }
    return orders[keuze.sorteer]()


def _met_begeleiding(stmt: Select[Any], begeleiding: str) -> Select[Any]:
    if begeleiding == "geen":
        return stmt.where(_fase().is_(None))
    if begeleiding == "vraag":
        open_vraag = select(Informatievraag.id).where(
            Informatievraag.deelnemer_id == Deelnemer.id, Informatievraag.beantwoord_op.is_(None)
        )
        return stmt.where(open_vraag.exists())
    if begeleiding:
        return stmt.where(_fase() == begeleiding)
    return stmt
