"""A referral is made and comes in a state: its row and its history change together, in order of the days."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.doorverwijzing import (
    ANTWOORD_DAGEN,
    Verwijsstand,
    controleer_overgang,
    volgende_standen,
)
from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.tekst import MAX_NOTITIE, schoon, toelichting_bij
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.storage.consents import DOEL_DOORVERWIJZING, heeft_toestemming
from leertraject_desktop.storage.follow_up_tables import Doorverwijzing, Doorverwijzingstand, Toestemming
from leertraject_desktop.storage.reference import controleer_code
from leertraject_desktop.storage.selections import (
    begeleiding_op,
    controleer_gebeurtenis,
    controleer_wie,
    gevangenis_op,
)
from leertraject_desktop.storage.tables import Partner

INGETROKKEN = "De toestemming is ingetrokken."


def verwijs_door(session: Session, deelnemer_id: int, waarden: dict[str, object]) -> Doorverwijzing:
    """Keep a referral with its first state; `waarden` come from `verwijswaarden`."""
    stand = Verwijsstand.IN_BEHANDELING.value
    doorverwijzing = Doorverwijzing(deelnemer_id=deelnemer_id, stand=stand, **waarden)
    session.add(doorverwijzing)
    session.flush()
    session.add(
        Doorverwijzingstand(
            doorverwijzing_id=doorverwijzing.id, stand=stand, datum=doorverwijzing.datum, reden=""
        )
    )
    trek_in_zonder_toestemming(session, deelnemer_id)
    return doorverwijzing


def verwijswaarden(
    session: Session,
    deelnemer_id: int,
    *,
    partner: str | None,
    datum: date | None,
    vraag: str,
    antwoord_tegen: date | None,
    door_id: int | None,
    veld_datum: str = "datum",
) -> dict[str, object]:
    """The columns of a referral; it belongs to the begeleiding of its day, if any.

    Raises Problem without a toestemming for that partner on that day, at the field "partner".
    """
    gekozen = session.get(Partner, partner or "")
    if gekozen is None:
        raise Problem("Kies een partner.", "Kies er een uit de lijst.", veld="partner")
    op = controleer_gebeurtenis(session, datum or vandaag(session), veld=veld_datum)
    if not heeft_toestemming(session, deelnemer_id, gekozen.code, DOEL_DOORVERWIJZING, op):
        raise Problem(
            f"Er is geen toestemming om gegevens door te geven aan {gekozen.naam}.",
            "Druk het blad Toestemming af, laat het tekenen en noteer het. Daarna kan je doorverwijzen.",
            veld="partner",
        )
    tegen = controleer_gebeurtenis(
        session,
        antwoord_tegen or op + timedelta(days=ANTWOORD_DAGEN),
        veld="antwoord_tegen",
        toekomst=True,
    )
    if tegen < op:
        raise Problem(
            "Het antwoord kan niet vóór de doorverwijzing komen.",
            "Kies een dag na de doorverwijzing, of laat het veld leeg.",
            veld="antwoord_tegen",
        )
    return {
        "partner_code": gekozen.code,
        "datum": op,
        "vraag": schoon(vraag, maximum=MAX_NOTITIE, veld="vraag", regels=True),
        "antwoord_tegen": tegen,
        "door_id": controleer_wie(session, door_id),
        "gevangenis_code": gevangenis_op(session, deelnemer_id, op),
        "begeleiding_id": begeleiding_op(session, deelnemer_id, op),
    }


def controleer_na_vraag(gevraagd_op: date, verwezen_op: date, *, veld: str) -> None:
    """Raise Problem when a referral would come before the question that it came from."""
    if verwezen_op < gevraagd_op:
        raise Problem("De doorverwijzing komt vóór de vraag.", "Kijk de twee datums na.", veld=veld)


def standen_van(session: Session, doorverwijzing_id: int) -> list[Doorverwijzingstand]:
    """The states of a referral, first state first."""
    stmt = select(Doorverwijzingstand).where(Doorverwijzingstand.doorverwijzing_id == doorverwijzing_id)
    return list(session.scalars(stmt.order_by(Doorverwijzingstand.datum, Doorverwijzingstand.id)))


def voeg_stand_toe(
    session: Session,
    doorverwijzing: Doorverwijzing,
    stand: Verwijsstand,
    datum: date | None,
    *,
    reden: str = "",
    toelichting: str = "",
) -> int:
    """Let a referral come in a next state on a day; returns the id of the line in its history.

    Raises Problem for a step that cannot be, a day before the last one, or a refusal without a reason.
    """
    controleer_overgang(Verwijsstand(doorverwijzing.stand), stand)
    dag = controleer_gebeurtenis(session, datum)
    laatste = standen_van(session, doorverwijzing.id)[-1]
    if dag < laatste.datum:
        label = Verwijsstand(laatste.stand).label
        raise Problem(
            f"Deze dag ligt vóór de dag waarop ze {label} was.",
            f"Kies {toon_datum(laatste.datum)} of later.",
            veld="datum",
        )
    if stand is not Verwijsstand.GEWEIGERD:
        reden = ""
    else:
        if not reden:
            raise Problem(
                "Je kan een weigering niet bewaren zonder reden.",
                "Kies een reden uit de lijst. Staat ze er niet bij? Kies ‘andere’ en schrijf ze op.",
                veld="reden",
            )
        controleer_code(session, Lijst.REDEN_WEIGERING, reden, veld="reden")
    row = Doorverwijzingstand(
        doorverwijzing_id=doorverwijzing.id,
        stand=stand.value,
        datum=dag,
        reden=reden,
        toelichting=toelichting_bij(reden, toelichting),
    )
    session.add(row)
    doorverwijzing.stand = stand.value
    session.flush()
    return row.id


def trek_in_zonder_toestemming(session: Session, deelnemer_id: int) -> None:
    """Withdraw the referrals of a deelnemer that still run though every toestemming for them was withdrawn.

    It happens on the day of the last withdrawal, or of the last answer where that came later.
    """
    session.flush()
    stmt = select(Doorverwijzing).where(Doorverwijzing.deelnemer_id == deelnemer_id)
    for doorverwijzing in session.scalars(stmt).all():
        ingetrokken = ingetrokken_sinds(session, doorverwijzing)
        if ingetrokken is None or not volgende_standen(Verwijsstand(doorverwijzing.stand)):
            continue
        laatste = standen_van(session, doorverwijzing.id)[-1].datum
        voeg_stand_toe(
            session,
            doorverwijzing,
            Verwijsstand.INGETROKKEN,
            max(ingetrokken, laatste),
            toelichting=INGETROKKEN,
        )


def ingetrokken_sinds(session: Session, doorverwijzing: Doorverwijzing) -> date | None:
    """The day on which the last toestemming for this referral was withdrawn; None while one stands.

    One that had run out by that day stands no more; that it ran out alone takes nothing back.
    """
    stmt = select(Toestemming.ingetrokken_op, Toestemming.geldig_tot).where(
        Toestemming.deelnemer_id == doorverwijzing.deelnemer_id,
        Toestemming.partner_code == doorverwijzing.partner_code,
        Toestemming.doel == DOEL_DOORVERWIJZING,
    )
    rijen = session.execute(stmt).all()
    laatste = max((op for op, _ in rijen if op is not None), default=None)
    if laatste is None or any(op is None and (tot is None or tot >= laatste) for op, tot in rijen):
        return None
    return laatste
