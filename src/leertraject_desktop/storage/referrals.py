"""A referral comes in a state: its row and its history change together, in the order of the days."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.doorverwijzing import Verwijsstand, controleer_overgang
from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.follow_up_tables import Doorverwijzing, Doorverwijzingstand
from leertraject_desktop.storage.reference import controleer_code
from leertraject_desktop.storage.selections import controleer_gebeurtenis


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
            f"Kies {laatste.datum.day}-{laatste.datum.month}-{laatste.datum.year} of later.",
            veld="datum",
        )
    if stand is Verwijsstand.GEWEIGERD:
        if not reden:
            raise Problem(
                "Je kan een weigering niet bewaren zonder reden.",
                "Kies een reden uit de lijst. Staat ze er niet bij? Kies ‘andere’ en schrijf ze op.",
                veld="reden",
            )
        controleer_code(session, Lijst.REDEN_WEIGERING, reden, veld="reden")
        if reden == "andere" and not toelichting:
            raise Problem(
                "Bij ‘andere’ hoort een toelichting.",
                "Schrijf in een paar woorden wat de reden is.",
                veld="toelichting",
            )
    row = Doorverwijzingstand(
        doorverwijzing_id=doorverwijzing.id,
        stand=stand.value,
        datum=dag,
        reden=reden if stand is Verwijsstand.GEWEIGERD else "",
        toelichting=toelichting,
    )
    session.add(row)
    doorverwijzing.stand = stand.value
    session.flush()
    return row.id
