"""The stays of somebody in their order."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.storage.tables import Verblijf


def verblijven_van(session: Session, deelnemer_id: int) -> list[Verblijf]:
    """The stays of a deelnemer, first one first."""
    stmt = select(Verblijf).where(Verblijf.deelnemer_id == deelnemer_id)
    return list(session.scalars(stmt.order_by(Verblijf.van, Verblijf.id)))
