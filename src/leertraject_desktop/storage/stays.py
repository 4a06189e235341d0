"""The stays of somebody in their order."""

from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from leertraject_desktop.storage.tables import Verblijf


def laatste_eerst(verblijf: type[Verblijf] = Verblijf) -> tuple[ColumnElement[Any], ...]:
    """How stays are ordered, last one first; of two that began on one day the one that went on is the last.

    Somebody may pass through a gevangenis on the day of a transfer, and that stay may be typed in last.
    """
    return verblijf.van.desc(), verblijf.tot.desc().nulls_first(), verblijf.id.desc()


def verblijven_van(session: Session, deelnemer_id: int) -> list[Verblijf]:
    """The stays of a deelnemer, first one first."""
    stmt = select(Verblijf).where(Verblijf.deelnemer_id == deelnemer_id)
    return list(session.scalars(stmt.order_by(*laatste_eerst())))[::-1]
