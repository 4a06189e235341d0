"""Whether somebody agreed that we speak with a partner, for every feature that passes something on."""

from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.toestemming import formuliernummer, tot_wanneer
from leertraject_desktop.storage.follow_up_tables import Doorverwijzing, Toestemming
from leertraject_desktop.storage.selections import controleer_gebeurtenis
from leertraject_desktop.storage.tables import Partner

# The purpose without which nothing about a person goes to a partner.
DOEL_DOORVERWIJZING = "gegevens"


def geldt(op: date) -> ColumnElement[bool]:
    """Whether a toestemming is valid on a day; on the day of its withdrawal it is not."""
    return and_(
        Toestemming.gegeven_op <= op,
        or_(Toestemming.geldig_tot.is_(None), Toestemming.geldig_tot >= op),
        or_(Toestemming.ingetrokken_op.is_(None), Toestemming.ingetrokken_op > op),
    )


def heeft_toestemming(session: Session, deelnemer_id: int, partner: str, doel: str, op: date) -> bool:
    """Whether a deelnemer agreed with a partner and a purpose (a code of doel_toestemming) on a day."""
    stmt = select(Toestemming.id).where(
        Toestemming.deelnemer_id == deelnemer_id,
        Toestemming.partner_code == partner,
        Toestemming.doel == doel,
        geldt(op),
    )
    return session.scalar(stmt.limit(1)) is not None


def bewaar_toestemming(
    session: Session, deelnemer_id: int, partner: str, getekend_op: date, nummer: str
) -> None:
    """Keep the consent to refer somebody to a partner, signed on a day; it lasts as long as usual.

    `nummer` is the number on the sheet, "" when it has none. Raises Problem at "getekend_op" or
    "formuliernummer".
    """
    gegeven = controleer_gebeurtenis(session, getekend_op, veld="getekend_op")
    if session.get(Partner, partner) is None:
        raise Problem("Kies een partner.", "Kies er een uit de lijst.", veld="partner")
    blad = formuliernummer(nummer)
    controleer_blad(session, blad, None)
    session.add(
        Toestemming(
            deelnemer_id=deelnemer_id,
            partner_code=partner,
            doel=DOEL_DOORVERWIJZING,
            gegeven_op=gegeven,
            geldig_tot=tot_wanneer(gegeven),
            formuliernummer=blad,
        )
    )
    session.flush()


def controleer_blad(session: Session, nummer: str, behalve: int | None) -> None:
    """Raise Problem when a sheet with this number was typed in already."""
    stmt = select(Toestemming.id).where(
        Toestemming.formuliernummer == nummer, Toestemming.id != (behalve or 0)
    )
    if nummer and session.scalar(stmt.limit(1)) is not None:
        raise Problem(
            "Een blad met dit nummer is al ingevoerd.",
            "Kijk het nummer na, of verbeter de toestemming die er al staat.",
            veld="formuliernummer",
        )


def controleer_dekking(session: Session, deelnemer_id: int) -> None:
    """Raise Problem when a referral would be left without the toestemming that it was made with.

    Called after a toestemming was put right, withdrawn or removed. A referral of the very day of the
    withdrawal came before it.
    """
    session.flush()
    gedekt = select(Toestemming.id).where(
        Toestemming.deelnemer_id == Doorverwijzing.deelnemer_id,
        Toestemming.partner_code == Doorverwijzing.partner_code,
        Toestemming.doel == DOEL_DOORVERWIJZING,
        Toestemming.gegeven_op <= Doorverwijzing.datum,
        or_(Toestemming.geldig_tot.is_(None), Toestemming.geldig_tot >= Doorverwijzing.datum),
        or_(Toestemming.ingetrokken_op.is_(None), Toestemming.ingetrokken_op >= Doorverwijzing.datum),
    )
    bloot = session.execute(
        select(Doorverwijzing.datum, Partner.naam)
        .join(Partner, Doorverwijzing.partner_code == Partner.code)
        .where(Doorverwijzing.deelnemer_id == deelnemer_id, ~gedekt.exists())
        .order_by(Doorverwijzing.datum)
    ).first()
    if bloot is not None:
        dag, partner = bloot
        raise Problem(
            f"Op {dag.day}-{dag.month}-{dag.year} is er doorverwezen naar {partner} met deze toestemming.",
            "Kijk de datums na, of verwijder eerst die doorverwijzing.",
        )
