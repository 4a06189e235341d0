"""The next opvolgmoment follows by itself from what is registered.

Called by the commands that change a stay, a statuut, a begeleiding or a contact, inside their transaction.
"""

from datetime import date
from itertools import pairwise

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import StatuutSoort
from leertraject_desktop.domain.nazorg import BUITEN
from leertraject_desktop.domain.opvolging import (
    Opvolgsoort,
    Regel,
    kies_regel,
    maanden_later,
    venster,
    verschoven,
)
from leertraject_desktop.domain.periode import Periode
from leertraject_desktop.storage.access import vandaag, wie
from leertraject_desktop.storage.after_care import stem_nazorg_af
from leertraject_desktop.storage.follow_up_tables import Opvolgmoment, Opvolgregel
from leertraject_desktop.storage.stays import verblijven_van
from leertraject_desktop.storage.tables import Begeleiding, Contactmoment, Deelnemer, Statuut, Verblijf

GESPREK = ("opvolging", "intake")
PERIODIEK = Opvolgsoort.PERIODIEK.value
LAATST_EERST = (Opvolgmoment.vanaf.desc(), Opvolgmoment.id.desc())


def regels(session: Session) -> list[Regel]:
    """The rules for reviews in the order in which they are tried."""
    return [
        Regel(
            row.code,
            Opvolgsoort(row.soort),
            StatuutSoort(row.statuut) if row.statuut else None,
            row.vrij_van,
            row.vrij_tot,
            row.eenheid,
            row.venster_van,
            row.venster_tot,
            row.geldig_van,
            row.geldig_tot,
        )
        for row in session.scalars(select(Opvolgregel).order_by(Opvolgregel.volgorde))
    ]


def plan_opvolging(
    session: Session, begeleiding: Begeleiding, vanaf: date, *, behalve: int | None = None
) -> None:
    """Plan the next review of a begeleiding that runs, and the one before release.

    Counted from a day, or from the last arrival or conversation when one of these came later; not from the
    conversation `behalve`. Nothing for somebody who is out of detention: nazorg follows there.
    """
    deelnemer = session.get_one(Deelnemer, begeleiding.deelnemer_id)
    verblijven = verblijven_van(session, deelnemer.id)
    if _vrijgekomen_op(verblijven) is not None:
        return
    aankomst = [verblijf.van for verblijf in verblijven[-1:]]
    gesprekken = [gesprek.datum for gesprek in _gesprekken(session, begeleiding.id, behalve)]
    vanaf = max([vanaf, *aankomst, *gesprekken])
    statuut = _statuut(session, deelnemer.id, vanaf)
    for soort in (Opvolgsoort.PERIODIEK, Opvolgsoort.VOOR_VRIJLATING):
        if soort is Opvolgsoort.VOOR_VRIJLATING and deelnemer.vrij_vanaf is None:
            continue
        if _open(session, begeleiding.id, soort) or _gedaan_voor(session, begeleiding.id, soort, deelnemer):
            continue
        regel = kies_regel(regels(session), soort, op=vanaf, statuut=statuut, vrij_op=deelnemer.vrij_vanaf)
        if regel is not None:
            _voeg_toe(session, begeleiding, regel, vanaf, venster(regel, vanaf, deelnemer.vrij_vanaf))


def herplan(session: Session, deelnemer_id: int) -> None:
    """Fit the open reviews to a statuut or month of release that changed; overdue ones never move later.

    A review that no rule asks for any more is forgotten; lapsed is only what an end or a release cut off.
    """
    deelnemer = session.get_one(Deelnemer, deelnemer_id)
    for begeleiding in _lopende(session, deelnemer_id):
        for moment in _open_van(session, begeleiding.id):
            soort = Opvolgsoort(moment.soort)
            if soort is Opvolgsoort.NA_OVERPLAATSING:
                continue
            statuut = _statuut(session, deelnemer_id, vandaag(session))
            regel = kies_regel(
                regels(session),
                soort,
                op=moment.vanaf,
                statuut=statuut,
                vrij_op=deelnemer.vrij_vanaf,
                eigen=moment.regel_code,
            )
            if regel is None or (soort is Opvolgsoort.VOOR_VRIJLATING and deelnemer.vrij_vanaf is None):
                session.delete(moment)
                continue
            _verzet(session, moment, regel, venster(regel, moment.vanaf, deelnemer.vrij_vanaf))
        session.flush()
        plan_opvolging(session, begeleiding, vandaag(session))


def plan_na_overplaatsing(session: Session, deelnemer_id: int, gevangenis: str, aankomst: date) -> None:
    """Plan the review within ten days after somebody arrived here from another prison.

    After an arrival elsewhere there is none: whoever works there has that conversation. Who comes back while
    one of an earlier arrival is open gets the window of this arrival, as nobody could hold it meanwhile.
    """
    if gevangenis != wie(session).gevangenis:
        return
    for begeleiding in _lopende(session, deelnemer_id):
        if aankomst < begeleiding.begindatum:
            continue
        regel = kies_regel(
            regels(session), Opvolgsoort.NA_OVERPLAATSING, op=aankomst, statuut=None, vrij_op=None
        )
        if regel is None:
            continue
        for moment in _open_van(session, begeleiding.id):
            if moment.soort == Opvolgsoort.NA_OVERPLAATSING.value and moment.vanaf <= aankomst:
                session.delete(moment)
        session.flush()
        if not _open(session, begeleiding.id, Opvolgsoort.NA_OVERPLAATSING):
            _voeg_toe(session, begeleiding, regel, aankomst, venster(regel, aankomst))


def verzet_aankomst(session: Session, deelnemer_id: int, oud: date, nieuw: date | None) -> None:
    """Count the review after a transfer from an arrival that was put right; None forgets it with its stay.

    A conversation since the arrival closes it, and an overdue one never moves later.
    """
    for begeleiding in _lopende(session, deelnemer_id):
        for moment in _open_van(session, begeleiding.id):
            if moment.soort != Opvolgsoort.NA_OVERPLAATSING.value or moment.vanaf != oud:
                continue
            if nieuw is None or nieuw < begeleiding.begindatum:
                session.delete(moment)
                continue
            regel = kies_regel(
                regels(session), Opvolgsoort.NA_OVERPLAATSING, op=nieuw, statuut=None, vrij_op=None
            )
            if regel is not None and _verzet(session, moment, regel, venster(regel, nieuw)):
                moment.vanaf = nieuw
                _sluit_met(moment, _gesprek_voor(session, moment, None))
    session.flush()


def verwerk_gesprek(session: Session, contact: Contactmoment) -> None:
    """Let a review or intake that took place close the reviews that were due, and plan the next one."""
    if contact.begeleiding_id is None or contact.soort not in GESPREK:
        return
    begeleiding = session.get_one(Begeleiding, contact.begeleiding_id)
    for moment in _open_van(session, begeleiding.id):
        if _sluit(moment, contact):
            _sluit_met(moment, contact)
    session.flush()
    if begeleiding.einddatum is None:
        plan_opvolging(session, begeleiding, contact.datum)


def herroep_gesprek(session: Session, contact: Contactmoment) -> None:
    """Take back what this contact did: the reviews that it had closed are due again, unless another
    conversation closes them too, and the next one that came from it is forgotten.

    Where one of the kind is due already, that one is enough.
    """
    if contact.begeleiding_id is None or contact.soort not in GESPREK:
        return
    begeleiding = session.get_one(Begeleiding, contact.begeleiding_id)
    stmt = select(Opvolgmoment).where(Opvolgmoment.begeleiding_id == begeleiding.id)
    momenten = list(session.scalars(stmt.order_by(*LAATST_EERST)))
    heropend = [moment for moment in momenten if moment.contactmoment_id == contact.id]
    for moment in momenten:
        came_from_it = moment.soort == PERIODIEK and moment.vanaf == contact.datum
        if moment not in heropend and came_from_it and moment.vervallen_op is None:
            session.delete(moment)
    session.flush()
    for moment in heropend:
        _heropen(session, begeleiding, moment, contact.id)
    _stem_opvolging_af(session, begeleiding.deelnemer_id, behalve=contact.id)


def verzet_begin(session: Session, begeleiding: Begeleiding, oud: date) -> None:
    """Count the reviews from the begin of a begeleiding that was put right; overdue ones never move later."""
    begin = begeleiding.begindatum
    deelnemer = session.get_one(Deelnemer, begeleiding.deelnemer_id)
    statuut = _statuut(session, deelnemer.id, begin)
    stmt = select(Opvolgmoment).where(Opvolgmoment.begeleiding_id == begeleiding.id)
    for moment in session.scalars(stmt):
        if moment.vanaf != oud and moment.vanaf >= begin:
            continue
        moment.vanaf = begin
        if moment.soort != PERIODIEK or moment.gedaan_op or moment.vervallen_op:
            continue
        regel = kies_regel(
            regels(session), Opvolgsoort.PERIODIEK, op=begin, statuut=statuut, vrij_op=deelnemer.vrij_vanaf
        )
        if regel is not None:
            _verzet(session, moment, regel, venster(regel, begin))
    session.flush()


def laat_opvolging_vervallen(session: Session, begeleiding: Begeleiding, dag: date) -> None:
    """Let the open reviews of a begeleiding lapse: it ended."""
    for moment in _open_van(session, begeleiding.id):
        moment.vervallen_op = dag


def volg_verblijven(session: Session, deelnemer_id: int) -> None:
    """Bring the reviews and the nazorg of a deelnemer to what the stays say, after one of them changed."""
    _stem_opvolging_af(session, deelnemer_id)
    stem_nazorg_af(session, deelnemer_id)


def _heropen(session: Session, begeleiding: Begeleiding, moment: Opvolgmoment, behalve: int | None) -> bool:
    """Let a review be due again that was done or lapsed, and tell whether it is.

    It is not where another conversation than `behalve` closes it, where one of its kind is due already, or
    where the begeleiding ended.
    """
    bezet = _open(session, begeleiding.id, Opvolgsoort(moment.soort))
    gesprek = _gesprek_voor(session, moment, behalve)
    _sluit_met(moment, gesprek)
    moment.vervallen_op = None if gesprek else begeleiding.einddatum
    is_open = gesprek is None and begeleiding.einddatum is None
    if is_open and bezet:
        session.delete(moment)
    session.flush()
    return is_open and not bezet


def _stem_opvolging_af(session: Session, deelnemer_id: int, *, behalve: int | None = None) -> None:
    """Let the open reviews lapse on the day of release: there is nobody to talk with, and nazorg follows.

    They are open again when that release was a mistake, the last planned of each kind, unless a conversation
    that was typed in since closes them. Who comes back later gets new ones, counted from the arrival; what
    lapsed before it stays so, also when the release moves. The conversation `behalve` counts for nothing.
    """
    session.flush()
    verblijven = verblijven_van(session, deelnemer_id)
    vrij_op = _vrijgekomen_op(verblijven)
    vrijlatingen = {rij.tot for rij in verblijven if rij.eindreden in BUITEN}
    terug_op = _terug_op(verblijven)
    weer_open = False
    for begeleiding in _lopende(session, deelnemer_id):
        if vrij_op is not None:
            laat_opvolging_vervallen(session, begeleiding, vrij_op)
            for moment in _vervallen_van(session, begeleiding.id):
                if moment.vervallen_op not in vrijlatingen:  # the day of that release was put right
                    moment.vervallen_op = vrij_op
            continue
        for moment in _vervallen_van(session, begeleiding.id):
            if moment.vervallen_op not in vrijlatingen and _van_na(moment, terug_op):
                weer_open = _heropen(session, begeleiding, moment, behalve) or weer_open
        plan_opvolging(session, begeleiding, begeleiding.begindatum, behalve=behalve)
    if weer_open:
        herplan(session, deelnemer_id)


def _statuut(session: Session, deelnemer_id: int, op: date) -> StatuutSoort:
    soort = session.scalar(
        select(Statuut.soort)
        .where(Statuut.deelnemer_id == deelnemer_id, Statuut.van <= op)
        .order_by(Statuut.van.desc())
        .limit(1)
    )
    return StatuutSoort(soort) if soort else StatuutSoort.ANDER


def _lopende(session: Session, deelnemer_id: int) -> list[Begeleiding]:
    stmt = select(Begeleiding).where(
        Begeleiding.deelnemer_id == deelnemer_id, Begeleiding.einddatum.is_(None)
    )
    return list(session.scalars(stmt))


def _open_van(session: Session, begeleiding_id: int) -> list[Opvolgmoment]:
    stmt = select(Opvolgmoment).where(
        Opvolgmoment.begeleiding_id == begeleiding_id,
        Opvolgmoment.gedaan_op.is_(None),
        Opvolgmoment.vervallen_op.is_(None),
    )
    return list(session.scalars(stmt))


def _vervallen_van(session: Session, begeleiding_id: int) -> list[Opvolgmoment]:
    """The reviews that lapsed, last planned first."""
    stmt = select(Opvolgmoment).where(
        Opvolgmoment.begeleiding_id == begeleiding_id, Opvolgmoment.vervallen_op.is_not(None)
    )
    return list(session.scalars(stmt.order_by(*LAATST_EERST)))


def _vrijgekomen_op(verblijven: list[Verblijf]) -> date | None:
    """The day on which somebody came out of detention; None for who is in, or was moved elsewhere."""
    laatste = verblijven[-1] if verblijven else None
    return laatste.tot if laatste is not None and laatste.eindreden in BUITEN else None


def _terug_op(verblijven: list[Verblijf]) -> date | None:
    """The arrival after the last release; None for who never came back from one."""
    terug_op = None
    for vorig, volgend in pairwise(verblijven):
        if vorig.eindreden in BUITEN:
            terug_op = volgend.van
    return terug_op


def _van_na(moment: Opvolgmoment, terug_op: date | None) -> bool:
    """Whether a review was planned or cut off in the time since somebody came back."""
    cut_off = moment.vervallen_op
    return terug_op is None or cut_off is None or cut_off > terug_op or moment.vanaf >= terug_op


def _sluit(moment: Opvolgmoment, gesprek: Contactmoment) -> bool:
    """Whether a conversation is the review that was due."""
    is_due = moment.venster_van <= gesprek.datum or moment.soort == PERIODIEK
    return is_due and moment.vanaf <= gesprek.datum


def _sluit_met(moment: Opvolgmoment, gesprek: Contactmoment | None) -> None:
    """Let a review be done by a conversation, or be due when there is none."""
    moment.gedaan_op = gesprek.datum if gesprek else None
    moment.contactmoment_id = gesprek.id if gesprek else None


def _gesprek_voor(session: Session, moment: Opvolgmoment, behalve: int | None) -> Contactmoment | None:
    """The first conversation, but for one, that is the review that was due; not one that it counts from."""
    for gesprek in _gesprekken(session, moment.begeleiding_id, behalve):
        counts_from_it = moment.soort == PERIODIEK and moment.vanaf == gesprek.datum
        if _sluit(moment, gesprek) and not counts_from_it:
            return gesprek
    return None


def _verzet(session: Session, moment: Opvolgmoment, regel: Regel, nieuw: Periode) -> bool:
    """Give an open review another window, later only while it is not overdue; whether it has it now."""
    blijft = verschoven(Periode(moment.venster_van, moment.venster_tot), nieuw, vandaag(session))
    if blijft.tot is None or blijft != nieuw:
        return False
    moment.regel_code, moment.venster_van, moment.venster_tot = regel.code, blijft.van, blijft.tot
    return True


def _gesprekken(session: Session, begeleiding_id: int, behalve: int | None) -> list[Contactmoment]:
    """The conversations of a begeleiding in their order, but for one."""
    stmt = select(Contactmoment).where(
        Contactmoment.begeleiding_id == begeleiding_id, Contactmoment.soort.in_(GESPREK)
    )
    found = session.scalars(stmt.order_by(Contactmoment.datum, Contactmoment.id))
    return [gesprek for gesprek in found if gesprek.id != behalve]


def _open(session: Session, begeleiding_id: int, soort: Opvolgsoort) -> bool:
    return any(moment.soort == soort.value for moment in _open_van(session, begeleiding_id))


def _gedaan_voor(session: Session, begeleiding_id: int, soort: Opvolgsoort, deelnemer: Deelnemer) -> bool:
    """Whether the review before this release took place already."""
    if soort is not Opvolgsoort.VOOR_VRIJLATING or deelnemer.vrij_vanaf is None:
        return False
    stmt = select(Opvolgmoment.id).where(
        Opvolgmoment.begeleiding_id == begeleiding_id,
        Opvolgmoment.soort == soort.value,
        Opvolgmoment.gedaan_op.is_not(None),
        Opvolgmoment.venster_tot <= deelnemer.vrij_vanaf,
        Opvolgmoment.venster_tot > maanden_later(deelnemer.vrij_vanaf, -3),
    )
    return session.scalar(stmt.limit(1)) is not None


def _voeg_toe(
    session: Session, begeleiding: Begeleiding, regel: Regel, vanaf: date, periode: Periode
) -> None:
    assert periode.tot is not None  # noqa: S101 - a window has two ends
    session.add(
        Opvolgmoment(
            begeleiding_id=begeleiding.id,
            soort=regel.soort.value,
            regel_code=regel.code,
            vanaf=vanaf,
            venster_van=periode.van,
            venster_tot=periode.tot,
        )
    )
    session.flush()
