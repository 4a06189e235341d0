"""A begeleiding begins: its row, its first fase, and what follows by itself from it."""

from datetime import date

from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Fase
from leertraject_desktop.storage.after_care import stem_nazorg_af
from leertraject_desktop.storage.planning import plan_opvolging
from leertraject_desktop.storage.tables import Begeleiding, Faseovergang


def begin_begeleiding(
    session: Session, *, deelnemer_id: int, gevangenis: str, begin: date, leervraag: str, door_id: int
) -> Begeleiding:
    """Keep a begeleiding that nothing stands in the way of, with its first review.

    For somebody who is out of detention by now there is nazorg instead, when it began before the release.
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
    stem_nazorg_af(session, deelnemer_id)
    return begeleiding
