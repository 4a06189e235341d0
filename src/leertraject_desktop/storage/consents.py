"""Whether somebody agreed that we speak with a partner, for every feature that passes something on."""

from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.periode import controleer_volgorde
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.toestemming import formuliernummer, tot_wanneer
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.storage.follow_up_tables import Doorverwijzing, Toestemming
from leertraject_desktop.storage.reference import controleer_code
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


def toestemmingswaarden(
    session: Session,
    *,
    partner: str | None,
    doel: str | None,
    gegeven_op: date | None,
    geldig_tot: date | None,
    nummer: str,
    veld_datum: str = "gegeven_op",
) -> dict[str, object]:
    """The columns of a toestemming: today when `gegeven_op` is None, as long as usual without `geldig_tot`.

    `nummer` is the number on the sheet, "" when it has none. Raises Problem at the first field that cannot
    be kept.
    """
    if session.get(Partner, partner or "") is None:
        raise Problem("Kies een partner.", "Kies er een uit de lijst.", veld="partner")
    controleer_code(session, Lijst.DOEL_TOESTEMMING, doel or "", veld="doel")
    gegeven = controleer_gebeurtenis(session, gegeven_op or vandaag(session), veld=veld_datum)
    tot = geldig_tot or tot_wanneer(gegeven)
    controleer_gebeurtenis(session, tot, veld="geldig_tot", toekomst=True)
    controleer_volgorde(gegeven, tot, veld="geldig_tot")
    return {
        "partner_code": partner,
        "doel": doel,
        "gegeven_op": gegeven,
        "geldig_tot": tot,
        "formuliernummer": formuliernummer(nummer),
    }


def bewaar_toestemming(session: Session, deelnemer_id: int, waarden: dict[str, object]) -> int:
    """Keep a toestemming; `waarden` come from `toestemmingswaarden`. Returns its id.

    Raises Problem when its sheet was typed in already.
    """
    controleer_blad(session, str(waarden["formuliernummer"]), None)
    toestemming = Toestemming(deelnemer_id=deelnemer_id, **waarden)
    session.add(toestemming)
    session.flush()
    return toestemming.id


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
            f"Op {toon_datum(dag)} is er doorverwezen naar {partner} met deze toestemming.",
            "Kijk de datums na, of verwijder eerst die doorverwijzing.",
        )
