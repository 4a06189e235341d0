"""Whether all that stands in a begeleiding lies within its days, before these change."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.follow_up_tables import BegeleidingDrempel, Doorverwijzing
from leertraject_desktop.storage.tables import (
    Begeleiding,
    Contactmoment,
    Faseovergang,
    Leerdoel,
    Opschorting,
)


@dataclass(frozen=True, slots=True)
class _Dag:
    """A day of something in a begeleiding; `wat` has its article, `dat` is how to name it again."""

    column: InstrumentedAttribute[Any]
    wat: str
    dat: str = ""


VANAF_BEGIN = (
    _Dag(Contactmoment.datum, "een contactmoment", "het contactmoment"),
    _Dag(Opschorting.van, "een opschorting"),
    _Dag(BegeleidingDrempel.vastgesteld_op, "een drempel", "de drempel"),
    _Dag(Leerdoel.streefdatum, "een streefdatum van een leerdoel", "het leerdoel"),
    _Dag(Leerdoel.bereikt_op, "een leerdoel dat bereikt is", "het leerdoel"),
    _Dag(Doorverwijzing.datum, "een doorverwijzing", "de doorverwijzing"),
)
TOT_EINDE = (
    _Dag(Contactmoment.datum, "een contactmoment", "het contactmoment"),
    _Dag(Faseovergang.datum, "een andere fase"),
    _Dag(Opschorting.tot, "een opschorting"),
    _Dag(Doorverwijzing.datum, "een doorverwijzing", "de doorverwijzing"),
)


def controleer_begin(session: Session, begeleiding: Begeleiding, begin: date) -> None:
    """Raise Problem when something in the begeleiding lies before this first day.

    The fase in which it began goes along with the first day, the others stay.
    """
    for dag in VANAF_BEGIN:
        _weiger_voor(begin, _uiterste(session, begeleiding.id, dag.column, func.min), dag)
    fasen = session.scalars(
        select(Faseovergang.datum)
        .where(Faseovergang.begeleiding_id == begeleiding.id)
        .order_by(Faseovergang.datum, Faseovergang.id)
    ).all()
    _weiger_voor(begin, fasen[1] if len(fasen) > 1 else None, _Dag(Faseovergang.datum, "een andere fase"))


def controleer_einde(session: Session, begeleiding: Begeleiding, einde: date, *, veld: str) -> None:
    """Raise Problem when something in the begeleiding lies after this last day."""
    for dag in TOT_EINDE:
        laatste = _uiterste(session, begeleiding.id, dag.column, func.max)
        if laatste is not None and einde < laatste:
            raise Problem(
                f"Er staat {dag.wat} na deze dag.",
                f"Kies {toon_datum(laatste)} of later{_of_verbeter(dag)}.",
                veld=veld,
            )


def _weiger_voor(begin: date, eerste: date | None, dag: _Dag) -> None:
    if eerste is not None and eerste < begin:
        raise Problem(
            f"Er staat {dag.wat} vóór deze dag.",
            f"Kies {toon_datum(eerste)} of vroeger{_of_verbeter(dag)}.",
            veld="begindatum",
        )


def _of_verbeter(dag: _Dag) -> str:
    return f", of verbeter {dag.dat}" if dag.dat else ""


def _uiterste(
    session: Session, begeleiding_id: int, column: InstrumentedAttribute[Any], which: Any
) -> date | None:
    found: date | None = session.scalar(
        select(which(column)).where(column.class_.begeleiding_id == begeleiding_id)
    )
    return found
