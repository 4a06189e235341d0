"""Nazorg follows by itself after a release: three moments, which the stays open, move and close."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.nazorg import VRIJ, begeleide_vrijlatingen
from leertraject_desktop.domain.opvolging import maanden_later
from leertraject_desktop.domain.periode import Periode
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.follow_up_tables import Nazorgmoment
from leertraject_desktop.storage.stays import verblijven_van
from leertraject_desktop.storage.tables import Begeleiding, Verblijf

NAZORG_MAANDEN = (6, 9, 12)
TERUG, OVERLEDEN = "opnieuw_in_detentie", "overleden"


def stem_nazorg_af(session: Session, deelnemer_id: int) -> None:
    """Bring the open nazorgmomenten of a deelnemer to what the stays say.

    After a release of somebody who had a begeleiding in that detention there are three: at 6, 9 and 12
    months. Who comes back is "opnieuw in detentie" from then on, as long as that stay is there. What somebody
    noted stays as it is, with the others of that release; raises Problem when it would lose its release.
    """
    session.flush()
    begeleidingen = session.execute(
        select(Begeleiding.begindatum, Begeleiding.einddatum).where(Begeleiding.deelnemer_id == deelnemer_id)
    )
    verblijven = verblijven_van(session, deelnemer_id)
    begeleid = begeleide_vrijlatingen(
        ((Periode(verblijf.van, verblijf.tot), verblijf.eindreden) for verblijf in verblijven),
        [Periode(*row) for row in begeleidingen],
    )
    for verblijf, volgend, heeft_nazorg in zip(verblijven, [*verblijven[1:], None], begeleid, strict=True):
        momenten = {
            moment.maanden: moment
            for moment in session.scalars(select(Nazorgmoment).where(Nazorgmoment.verblijf_id == verblijf.id))
        }
        for row in momenten.values():
            if row.uitkomst == TERUG and row.door_id is None:
                row.gedaan_op = row.uitkomst = None
        vrij = heeft_nazorg or any(row.gedaan_op is not None for row in momenten.values())
        for maanden in NAZORG_MAANDEN:
            moment = momenten.get(maanden)
            if moment is not None and moment.gedaan_op is not None:
                _controleer_vrijlating(verblijf, moment.gedaan_op)
                continue
            if not vrij or verblijf.tot is None:
                if moment is not None:
                    session.delete(moment)
                continue
            datum = maanden_later(verblijf.tot, maanden)
            if moment is None:
                moment = Nazorgmoment(
                    deelnemer_id=deelnemer_id,
                    verblijf_id=verblijf.id,
                    gevangenis_code=verblijf.gevangenis_code,
                    maanden=maanden,
                    datum=datum,
                )
                session.add(moment)
            moment.datum = datum
            if volgend is not None and volgend.van <= datum:
                moment.gedaan_op, moment.uitkomst = volgend.van, TERUG
    _laat_vervallen(session, deelnemer_id)


def _laat_vervallen(session: Session, deelnemer_id: int) -> None:
    """Let the open moments lapse of somebody who died, and open them again when that was a mistake."""
    session.flush()
    momenten = session.scalars(select(Nazorgmoment).where(Nazorgmoment.deelnemer_id == deelnemer_id)).all()
    overleden = next((moment.gedaan_op for moment in momenten if moment.uitkomst == OVERLEDEN), None)
    for moment in momenten:
        moment.vervallen_op = overleden if moment.gedaan_op is None else None


def _controleer_vrijlating(verblijf: Verblijf, gedaan_op: date) -> None:
    """Raise Problem when an outcome that somebody noted has no release before it (any more)."""
    if verblijf.tot is None or verblijf.eindreden not in VRIJ or gedaan_op < verblijf.tot:
        raise Problem(
            "Bij deze vrijlating staat al een uitkomst van nazorg.",
            "Kijk de datums na, of verwijder eerst die uitkomst met een reden.",
            veld="tot",
        )
