"""Keeping a toestemming, withdrawing it, putting it right."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.periode import controleer_volgorde
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.features.toestemmingen.invoer import ToestemmingInvoer
from leertraject_desktop.storage.access import command, vandaag
from leertraject_desktop.storage.consents import (
    bewaar_toestemming,
    controleer_blad,
    controleer_dekking,
    geldt,
    toestemmingswaarden,
)
from leertraject_desktop.storage.corrections import verbeter, verwijder
from leertraject_desktop.storage.follow_up_tables import Toestemming
from leertraject_desktop.storage.referrals import (
    trek_in_zonder_toestemming,
)
from leertraject_desktop.storage.selections import bestaande, controleer_gebeurtenis
from leertraject_desktop.storage.tables import Deelnemer, Instelling, Partner, Taak


@command(Recht.REGISTREREN, "toestemming bewaren")
def nieuwe_toestemming(session: Session, deelnemer_id: int, invoer: ToestemmingInvoer) -> int:
    """Keep a consent that was given on paper; returns its id."""
    bestaande(session, Deelnemer, deelnemer_id, "deze deelnemer")
    return bewaar_toestemming(session, deelnemer_id, _waarden(session, invoer))


@command(Recht.REGISTREREN, "toestemming wijzigen")
def wijzig_toestemming(session: Session, toestemming_id: int, invoer: ToestemmingInvoer, reden: str) -> None:
    """Put a consent right. Raises Problem when a referral would be left without it."""
    toestemming = bestaande(session, Toestemming, toestemming_id, "deze toestemming")
    waarden = _waarden(session, invoer)
    gegeven = waarden["gegeven_op"]
    if isinstance(gegeven, date) and toestemming.ingetrokken_op is not None:
        controleer_volgorde(gegeven, toestemming.ingetrokken_op, veld="gegeven_op")
    controleer_blad(session, str(waarden["formuliernummer"]), toestemming_id)
    verbeter(session, toestemming, reden, **waarden)
    controleer_dekking(session, toestemming.deelnemer_id)
    trek_in_zonder_toestemming(session, toestemming.deelnemer_id)


@command(Recht.REGISTREREN, "toestemming intrekken")
def trek_toestemming_in(session: Session, toestemming_id: int, dag: date | None = None) -> None:
    """Withdraw a consent on a day (today when None), as the sheet promises: at once and for good.

    Referrals that lean on it are withdrawn too. When the partner may not have anything any more, a taak says
    to ask it to erase what it has.
    """
    toestemming = bestaande(session, Toestemming, toestemming_id, "deze toestemming")
    if toestemming.ingetrokken_op is not None:
        raise Problem("Deze toestemming is al ingetrokken.", "Je hoeft niets meer te doen.")
    op = controleer_gebeurtenis(session, dag or vandaag(session), veld="ingetrokken_op")
    if op < toestemming.gegeven_op:
        raise Problem(
            "Deze dag ligt vóór de dag van de toestemming.",
            "Kijk na op welke dag het blad getekend is.",
            veld="ingetrokken_op",
        )
    toestemming.ingetrokken_op = op
    controleer_dekking(session, toestemming.deelnemer_id)
    trek_in_zonder_toestemming(session, toestemming.deelnemer_id)
    _vraag_om_te_wissen(session, toestemming)


@command(Recht.REGISTREREN, "intrekking wissen")
def herstel_toestemming(session: Session, toestemming_id: int, reden: str) -> None:
    """Take back a withdrawal that was entered by mistake; referrals that it withdrew stay withdrawn."""
    verbeter(
        session,
        bestaande(session, Toestemming, toestemming_id, "deze toestemming"),
        reden,
        ingetrokken_op=None,
    )


@command(Recht.REGISTREREN, "toestemming verwijderen")
def verwijder_toestemming(session: Session, toestemming_id: int, reden: str) -> None:
    """Remove a consent that was never given. Raises Problem when a referral leans on it."""
    toestemming = bestaande(session, Toestemming, toestemming_id, "deze toestemming")
    deelnemer_id = toestemming.deelnemer_id
    verwijder(session, toestemming, reden)
    controleer_dekking(session, deelnemer_id)
    trek_in_zonder_toestemming(session, deelnemer_id)


@command(Recht.LEZEN, "bladnummer nemen", stil=True)
def neem_bladnummer(session: Session) -> str:
    """The number of the next sheet that is printed, "T-2026-0032".

    A number is given again only when a backup is put back from before the sheet that has it.
    """
    jaar = vandaag(session).year
    sleutel = f"bladnummer_toestemming_{jaar}"
    given = session.get(Instelling, sleutel)
    nummer = (int(given.waarde) if given else 0) + 1
    session.merge(Instelling(sleutel=sleutel, waarde=str(nummer)))
    return f"T-{jaar}-{nummer:04}"


def _waarden(session: Session, invoer: ToestemmingInvoer) -> dict[str, object]:
    return toestemmingswaarden(
        session,
        partner=invoer.partner,
        doel=invoer.doel,
        gegeven_op=invoer.gegeven_op,
        geldig_tot=invoer.geldig_tot,
        nummer=invoer.formuliernummer,
    )


def _vraag_om_te_wissen(session: Session, toestemming: Toestemming) -> None:
    dag = vandaag(session)
    rest = select(Toestemming.id).where(
        Toestemming.deelnemer_id == toestemming.deelnemer_id,
        Toestemming.partner_code == toestemming.partner_code,
        geldt(dag),
    )
    if session.scalar(rest.limit(1)) is None:
        partner = session.get_one(Partner, toestemming.partner_code).naam
        session.add(
            Taak(
                deelnemer_id=toestemming.deelnemer_id,
                omschrijving=f"Vraag aan {partner} om de gegevens te wissen",
                datum=dag,
            )
        )
