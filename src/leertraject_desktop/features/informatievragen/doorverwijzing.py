"""The doorverwijzing that comes from a question, and the toestemming without which there is none."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.doorverwijzing import Verwijsstand
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.storage.consents import (
    DOEL_DOORVERWIJZING,
    bewaar_toestemming,
    heeft_toestemming,
    toestemmingswaarden,
)
from leertraject_desktop.storage.follow_up_tables import Doorverwijzing, Doorverwijzingstand
from leertraject_desktop.storage.referrals import controleer_na_vraag, verwijs_door, verwijswaarden
from leertraject_desktop.storage.tables import Informatievraag, Partner


@dataclass(frozen=True, slots=True)
class VraagVerwijzing:
    """Where the referral of a question is; `antwoord_op` is the day of the partner's answer, if any."""

    id: int
    deelnemer_id: int
    partner: str
    datum: date
    stand: Verwijsstand
    antwoord_tegen: date
    antwoord_op: date | None
    dagen_te_laat: int


def verwijzing_van(session: Session, vraag_id: int) -> VraagVerwijzing | None:
    """The referral that came from a question; None when there is none."""
    stmt = (
        select(Doorverwijzing, Partner.naam)
        .join(Partner, Doorverwijzing.partner_code == Partner.code)
        .where(Doorverwijzing.informatievraag_id == vraag_id)
        .order_by(Doorverwijzing.id.desc())
        .limit(1)
    )
    found = session.execute(stmt).first()
    if found is None:
        return None
    rij, partner = found
    antwoord = select(Doorverwijzingstand.datum).where(
        Doorverwijzingstand.doorverwijzing_id == rij.id,
        Doorverwijzingstand.stand.in_((Verwijsstand.AANVAARD.value, Verwijsstand.GEWEIGERD.value)),
    )
    stand = Verwijsstand(rij.stand)
    wacht = stand is Verwijsstand.IN_BEHANDELING
    return VraagVerwijzing(
        id=rij.id,
        deelnemer_id=rij.deelnemer_id,
        partner=partner,
        datum=rij.datum,
        stand=stand,
        antwoord_tegen=rij.antwoord_tegen,
        antwoord_op=session.scalar(antwoord.order_by(Doorverwijzingstand.id).limit(1)),
        dagen_te_laat=max(0, (vandaag(session) - rij.antwoord_tegen).days) if wacht else 0,
    )


def mag_doorverwijzen(session: Session, deelnemer_id: int, partner: str, op: date | None) -> bool:
    """Whether somebody agreed, for a day (today when None), that we refer him or her to a partner."""
    return heeft_toestemming(session, deelnemer_id, partner, DOEL_DOORVERWIJZING, op or vandaag(session))


def verwijs_vraag(session: Session, vraag: Informatievraag, invoer: VraagInvoer) -> None:
    """Refer the deelnemer of a question when the form names a partner, with the toestemming if it was signed.

    Raises Problem for an anonymous question, and without a toestemming for that partner on that day.
    """
    if invoer.partner is None:
        return
    if vraag.deelnemer_id is None:
        raise Problem(
            "Een anonieme vraag kan je niet doorverwijzen.",
            "Kies eerst de deelnemer, of geef het adres van de partner mee in je antwoord.",
            veld="deelnemer_id",
        )
    if verwijzing_van(session, vraag.id) is not None:
        raise Problem(
            "Deze vraag is al doorverwezen.",
            "Begin een nieuwe doorverwijzing in het dossier, bij Partners.",
            veld="partner",
        )
    op = invoer.verwezen_op or vraag.datum
    controleer_na_vraag(vraag.datum, op, veld="verwezen_op")
    if invoer.getekend_op is not None:
        toestemming = toestemmingswaarden(
            session,
            partner=invoer.partner,
            doel=DOEL_DOORVERWIJZING,
            gegeven_op=invoer.getekend_op,
            geldig_tot=None,
            nummer=invoer.formuliernummer,
            veld_datum="getekend_op",
        )
        bewaar_toestemming(session, vraag.deelnemer_id, toestemming)
    waarden = verwijswaarden(
        session,
        vraag.deelnemer_id,
        partner=invoer.partner,
        datum=op,
        vraag=vraag.vraag,
        antwoord_tegen=invoer.antwoord_tegen,
        door_id=vraag.door_id,
        veld_datum="verwezen_op",
    )
    verwijs_door(session, vraag.deelnemer_id, {**waarden, "informatievraag_id": vraag.id})
