"""Referring somebody to a partner, noting the answer and the end, putting it right."""

from datetime import date

from sqlalchemy.orm import Session

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.doorverwijzing import Verwijsstand
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.features.doorverwijzingen.invoer import DoorverwijzingInvoer, StandInvoer
from leertraject_desktop.storage.access import command, vandaag
from leertraject_desktop.storage.corrections import verbeter, verwijder
from leertraject_desktop.storage.follow_up_tables import Doorverwijzing
from leertraject_desktop.storage.referrals import (
    controleer_na_vraag,
    ingetrokken_sinds,
    standen_van,
    trek_in_zonder_toestemming,
    verwijs_door,
    verwijswaarden,
    voeg_stand_toe,
)
from leertraject_desktop.storage.selections import bestaande
from leertraject_desktop.storage.tables import Deelnemer, Informatievraag


@command(Recht.REGISTREREN, "doorverwijzing bewaren")
def nieuwe_doorverwijzing(session: Session, deelnemer_id: int, invoer: DoorverwijzingInvoer) -> int:
    """Refer a deelnemer to a partner; returns the id. It belongs to the begeleiding of that day, if any.

    Raises Problem without a toestemming for that partner on that day.
    """
    bestaande(session, Deelnemer, deelnemer_id, "deze deelnemer")
    return verwijs_door(session, deelnemer_id, _waarden(session, deelnemer_id, invoer)).id


@command(Recht.REGISTREREN, "antwoord van partner")
def zet_stand(session: Session, doorverwijzing_id: int, invoer: StandInvoer) -> int:
    """Let a referral come in a next state on a day (today when None); returns the id of that step."""
    doorverwijzing = bestaande(session, Doorverwijzing, doorverwijzing_id, "deze doorverwijzing")
    if invoer.stand not in set(Verwijsstand):
        raise Problem("Kies wat er gebeurd is.", "Kies er een uit de lijst.", veld="stand")
    return voeg_stand_toe(
        session,
        doorverwijzing,
        Verwijsstand(invoer.stand),
        invoer.datum or vandaag(session),
        reden=invoer.reden or "",
        toelichting=invoer.toelichting,
    )


@command(Recht.REGISTREREN, "stap van doorverwijzing terugnemen")
def neem_stand_terug(session: Session, doorverwijzing_id: int, reden: str) -> None:
    """Remove the last step of a referral, entered by mistake; it is again where it was before."""
    doorverwijzing = bestaande(session, Doorverwijzing, doorverwijzing_id, "deze doorverwijzing")
    standen = standen_van(session, doorverwijzing_id)
    if len(standen) < 2:
        raise Problem(
            "Er is nog geen antwoord om terug te nemen.",
            "Klopt de doorverwijzing zelf niet? Verwijder ze dan.",
        )
    if ingetrokken_sinds(session, doorverwijzing) is not None:
        raise Problem(
            "De toestemming voor deze doorverwijzing is ingetrokken.",
            "Noteer eerst een nieuwe toestemming, of wis de intrekking als die een vergissing was.",
        )
    verwijder(session, standen[-1], reden)
    doorverwijzing.stand = standen[-2].stand


@command(Recht.REGISTREREN, "doorverwijzing wijzigen")
def wijzig_doorverwijzing(
    session: Session, doorverwijzing_id: int, invoer: DoorverwijzingInvoer, reden: str
) -> None:
    """Put a referral right. Its day stays on or after its question and on or before the first answer."""
    doorverwijzing = bestaande(session, Doorverwijzing, doorverwijzing_id, "deze doorverwijzing")
    waarden = _waarden(session, doorverwijzing.deelnemer_id, invoer)
    eerste, *verder = standen_van(session, doorverwijzing_id)
    datum = waarden["datum"]
    assert isinstance(datum, date)  # noqa: S101 - just checked
    if verder and datum > verder[0].datum:
        antwoord = verder[0].datum
        raise Problem(
            "Deze dag ligt na het antwoord van de partner.",
            f"Kies {toon_datum(antwoord)} of vroeger.",
            veld="datum",
        )
    if doorverwijzing.informatievraag_id is not None:
        vraag = session.get_one(Informatievraag, doorverwijzing.informatievraag_id)
        controleer_na_vraag(vraag.datum, datum, veld="datum")
    verbeter(session, doorverwijzing, reden, **waarden)
    eerste.datum = datum
    trek_in_zonder_toestemming(session, doorverwijzing.deelnemer_id)


@command(Recht.REGISTREREN, "doorverwijzing verwijderen")
def verwijder_doorverwijzing(session: Session, doorverwijzing_id: int, reden: str) -> None:
    """Remove a referral with its history."""
    verwijder(session, bestaande(session, Doorverwijzing, doorverwijzing_id, "deze doorverwijzing"), reden)


def _waarden(session: Session, deelnemer_id: int, invoer: DoorverwijzingInvoer) -> dict[str, object]:
    return verwijswaarden(
        session,
        deelnemer_id,
        partner=invoer.partner,
        datum=invoer.datum,
        vraag=invoer.vraag,
        antwoord_tegen=invoer.antwoord_tegen,
        door_id=invoer.door_id,
    )
