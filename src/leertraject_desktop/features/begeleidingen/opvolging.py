"""The reviews of a begeleiding with their windows, and where each of them is."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.opvolging import Opvolgsoort, Opvolgstand, stand
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.storage.follow_up_tables import Opvolgmoment
from leertraject_desktop.storage.tables import Opschorting


@dataclass(frozen=True, slots=True)
class OpvolgmomentRij:
    """One review: its kind in words, its window, where it is. `dagen_te_laat` is 0 when it is not late."""

    id: int
    soort: str
    venster_van: date
    venster_tot: date
    gedaan_op: date | None
    stand: Opvolgstand
    dagen_te_laat: int
    contactmoment_id: int | None


def opvolgmomenten(session: Session, begeleiding_id: int) -> list[OpvolgmomentRij]:
    """The reviews of a begeleiding: open ones by their last day, then those that took place, last first.

    Reviews that lapsed, because the begeleiding ended or somebody was released, are left out.
    """
    opgeschort = (
        session.scalar(
            select(Opschorting.id)
            .where(Opschorting.begeleiding_id == begeleiding_id, Opschorting.tot.is_(None))
            .limit(1)
        )
        is not None
    )
    dag = vandaag(session)
    stmt = select(Opvolgmoment).where(
        Opvolgmoment.begeleiding_id == begeleiding_id, Opvolgmoment.vervallen_op.is_(None)
    )
    rows = []
    for rij in session.scalars(stmt.order_by(Opvolgmoment.venster_tot, Opvolgmoment.id)):
        waar = stand(rij.venster_tot, rij.gedaan_op, opgeschort=opgeschort, vandaag=dag)
        rows.append(
            OpvolgmomentRij(
                id=rij.id,
                soort=Opvolgsoort(rij.soort).label,
                venster_van=rij.venster_van,
                venster_tot=rij.venster_tot,
                gedaan_op=rij.gedaan_op,
                stand=waar,
                dagen_te_laat=(dag - rij.venster_tot).days if waar is Opvolgstand.TE_LAAT else 0,
                contactmoment_id=rij.contactmoment_id,
            )
        )
    done = [rij for rij in rows if rij.gedaan_op is not None]
    done.sort(key=lambda rij: (rij.gedaan_op or dag, rij.id), reverse=True)
    return [rij for rij in rows if rij.gedaan_op is None] + done
