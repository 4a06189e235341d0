"""The stays of somebody in their order, and which of them end a detention."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.storage.tables import Verblijf

# Why a stay ended (codes of einde_verblijf): released, or out of detention for good.
VRIJ = ("vrijgesteld", "elektronisch_toezicht")
BUITEN = (*VRIJ, "overleden")


def verblijven_van(session: Session, deelnemer_id: int) -> list[Verblijf]:
    """The stays of a deelnemer, first one first."""
    stmt = select(Verblijf).where(Verblijf.deelnemer_id == deelnemer_id)
    return list(session.scalars(stmt.order_by(Verblijf.van, Verblijf.id)))
