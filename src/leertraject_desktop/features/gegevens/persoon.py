"""Everything that is kept on one person, found along the keys of the schema and not along a list."""

from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.base import GAAT_MEE, Base
from leertraject_desktop.storage.tables import Concept, Correctie, Deelnemer


def deelnemer_of_problem(session: Session, deelnemer_id: int) -> Deelnemer:
    """The deelnemer with this id. Raises Problem when there is none any more."""
    found = session.get(Deelnemer, deelnemer_id)
    if found is None:
        raise Problem("Deze deelnemer bestaat niet meer.", "Open de lijst van deelnemers opnieuw.")
    return found


def rijen_van(session: Session, deelnemer: Deelnemer) -> dict[str, list[Any]]:
    """The rows that go with a deelnemer when he or she is removed, per table, the corrections included."""
    found: dict[Any, None] = {}
    _gather(session, deelnemer, found)
    tables: dict[str, list[Any]] = {}
    for row in found:
        tables.setdefault(_table(row), []).append(row)
    uids = [row.uid for row in found if hasattr(row, "uid")]
    corrections = session.scalars(select(Correctie).where(Correctie.rij_uid.in_(uids)).order_by(Correctie.id))
    if rows := list(corrections):
        tables["correctie"] = rows
    return tables


def concepten_over(session: Session, deelnemer: Deelnemer) -> list[Concept]:
    """Drafts in which the name or the id of a deelnemer stands; each is somebody's unfinished form."""
    found = []
    for row in session.scalars(select(Concept)):
        named = any(naam and naam in row.inhoud for naam in (deelnemer.familienaam, deelnemer.uid))
        if named or str(deelnemer.id) in row.plaats.replace("/", ":").split(":"):
            found.append(row)
    return found


def _gather(session: Session, row: Any, found: dict[Any, None]) -> None:
    if row in found:
        return
    found[row] = None
    for mapper in Base.registry.mappers:
        for column in mapper.local_table.c:
            points_here = any(key.column.table is row.__table__ for key in column.foreign_keys)
            if points_here and column.info == GAAT_MEE:
                key = inspect(row).mapper.primary_key_from_instance(row)[0]
                for child in session.scalars(select(mapper.class_).where(column == key)):
                    _gather(session, child, found)


def _table(row: Any) -> str:
    return str(inspect(row).mapper.local_table.name)
