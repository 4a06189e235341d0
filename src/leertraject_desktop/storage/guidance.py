"""A begeleiding begins, and takes up what was registered on its days already."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Fase
from leertraject_desktop.storage.after_care import stem_nazorg_af
from leertraject_desktop.storage.follow_up_tables import Doorverwijzing
from leertraject_desktop.storage.planning import plan_opvolging, verwerk_gesprek
from leertraject_desktop.storage.tables import Begeleiding, Contactmoment, Faseovergang

T = TypeVar("T", Contactmoment, Doorverwijzing)


def begin_begeleiding(
    session: Session, *, deelnemer_id: int, gevangenis: str, begin: date, leervraag: str, door_id: int
) -> Begeleiding:
    """Keep a begeleiding that nothing stands in the way of, with its first review.

    A contact that was noted before it, such as the intake, is part of it. For somebody who is out of
    detention by now there is nazorg instead of a review, when it began before the release.
    """
    fase = Fase.INTAKE.value
    begeleiding = Begeleiding(
        deelnemer_id=deelnemer_id,
        gevangenis_code=gevangenis,
        begindatum=begin,
        fase=fase,
        leervraag=leervraag,
        door_id=door_id,
    )
    session.add(begeleiding)
    session.flush()
    session.add(Faseovergang(begeleiding_id=begeleiding.id, fase=fase, datum=begin))
    plan_opvolging(session, begeleiding, begin)
    neem_contacten_op(session, begeleiding)
    stem_nazorg_af(session, deelnemer_id)
    return begeleiding


def neem_contacten_op(session: Session, begeleiding: Begeleiding) -> None:
    """Let contacts and referrals of its days that belong to no begeleiding belong to this one.

    Paper is typed in later and in any order. A conversation among them is a review that took place.
    """
    for contact in _zonder_begeleiding(session, begeleiding, Contactmoment):
        contact.begeleiding_id = begeleiding.id
        verwerk_gesprek(session, contact)
    for doorverwijzing in _zonder_begeleiding(session, begeleiding, Doorverwijzing):
        doorverwijzing.begeleiding_id = begeleiding.id


def _zonder_begeleiding(session: Session, begeleiding: Begeleiding, soort: type[T]) -> Sequence[T]:
    """What stands on the days of a begeleiding and belongs to none, first day first."""
    stmt = select(soort).where(
        soort.deelnemer_id == begeleiding.deelnemer_id,
        soort.begeleiding_id.is_(None),
        soort.datum >= begeleiding.begindatum,
    )
    if begeleiding.einddatum is not None:
        stmt = stmt.where(soort.datum <= begeleiding.einddatum)
    return session.scalars(stmt.order_by(soort.datum, soort.id)).all()
