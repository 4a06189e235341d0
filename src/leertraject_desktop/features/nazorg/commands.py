"""Noting what a nazorgmoment found, agreeing how to reach somebody, ticking the checklist before release."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.domain.tekst import toelichting_bij
from leertraject_desktop.storage.access import command, vandaag
from leertraject_desktop.storage.after_care import stem_nazorg_af
from leertraject_desktop.storage.corrections import verbeter, verwijder
from leertraject_desktop.storage.follow_up_tables import Nazorgmoment, Vrijlatingspunt
from leertraject_desktop.storage.reference import controleer_code
from leertraject_desktop.storage.selections import bestaande, controleer_gebeurtenis, controleer_wie
from leertraject_desktop.storage.tables import Verblijf


@dataclass(frozen=True, slots=True)
class UitkomstInvoer:
    """The form of an outcome: codes of uitkomst_nazorg and nazorgkanaal, the day, who, a note."""

    uitkomst: str | None = None
    kanaal: str | None = None
    datum: date | None = None
    door_id: int | None = None
    toelichting: str = ""


@command(Recht.REGISTREREN, "uitkomst van nazorg bewaren")
def noteer_uitkomst(session: Session, moment_id: int, invoer: UitkomstInvoer) -> None:
    """Keep what a nazorgmoment found. Moments that are still to come lapse when the person died."""
    moment = bestaande(session, Nazorgmoment, moment_id, "dit nazorgmoment")
    if moment.gedaan_op is not None:
        raise Problem(
            "Bij dit nazorgmoment staat al een uitkomst.", "Verbeter de uitkomst die er staat, met een reden."
        )
    for naam, waarde in _waarden(session, moment, invoer).items():
        setattr(moment, naam, waarde)
    stem_nazorg_af(session, moment.deelnemer_id)


@command(Recht.REGISTREREN, "uitkomst van nazorg wijzigen")
def wijzig_uitkomst(session: Session, moment_id: int, invoer: UitkomstInvoer, reden: str) -> None:
    """Put an outcome right, with the reason."""
    moment = bestaande(session, Nazorgmoment, moment_id, "dit nazorgmoment")
    if moment.gedaan_op is None:
        raise Problem("Er is nog geen uitkomst om te verbeteren.", "Noteer eerst een uitkomst.")
    verbeter(session, moment, reden, **_waarden(session, moment, invoer))
    stem_nazorg_af(session, moment.deelnemer_id)


@command(Recht.REGISTREREN, "uitkomst van nazorg verwijderen")
def verwijder_uitkomst(session: Session, moment_id: int, reden: str) -> None:
    """Remove an outcome that was entered by mistake; the moment is open again."""
    moment = bestaande(session, Nazorgmoment, moment_id, "dit nazorgmoment")
    if moment.gedaan_op is None:
        raise Problem("Er is geen uitkomst om te verwijderen.", "Je hoeft niets te doen.")
    deelnemer_id = moment.deelnemer_id
    verwijder(session, moment, reden)
    stem_nazorg_af(session, deelnemer_id)


@command(Recht.REGISTREREN, "manier van contact bewaren")
def spreek_kanaal_af(session: Session, deelnemer_id: int, kanaal: str | None) -> None:
    """Keep how somebody wants to be reached after release, for all moments that are still open."""
    if kanaal is not None:
        controleer_code(session, Lijst.NAZORGKANAAL, kanaal, veld="kanaal")
    for moment in _open(session, deelnemer_id):
        moment.kanaal = kanaal


@command(Recht.REGISTREREN, "checklist vrijlating")
def vink_punt(session: Session, verblijf_id: int, punt: str, gedaan: bool, dag: date | None = None) -> None:
    """Tick a point of the checklist (a code of vrijlatingspunt) on a day (today when None), or untick it."""
    verblijf = bestaande(session, Verblijf, verblijf_id, "dit verblijf")
    controleer_code(session, Lijst.VRIJLATINGSPUNT, punt, veld="punt")
    op = controleer_gebeurtenis(session, dag or vandaag(session), veld="gedaan_op")
    if op < verblijf.van:
        raise Problem(
            "Deze dag ligt vóór het begin van het verblijf.", "Kies een latere dag.", veld="gedaan_op"
        )
    stmt = select(Vrijlatingspunt).where(
        Vrijlatingspunt.verblijf_id == verblijf_id, Vrijlatingspunt.punt == punt
    )
    bestaand = session.scalars(stmt).first()
    if not gedaan:
        if bestaand is not None:
            session.delete(bestaand)
    elif bestaand is None:
        session.add(Vrijlatingspunt(verblijf_id=verblijf_id, punt=punt, gedaan_op=op))
    else:
        bestaand.gedaan_op = op


def _waarden(session: Session, moment: Nazorgmoment, invoer: UitkomstInvoer) -> dict[str, object]:
    if not invoer.uitkomst:
        raise Problem(
            "Je kan dit niet bewaren zonder uitkomst.",
            "Kies een uitkomst uit de lijst. Niemand bereikt? Kies dan ‘niet bereikt’.",
            veld="uitkomst",
        )
    controleer_code(session, Lijst.UITKOMST_NAZORG, invoer.uitkomst, veld="uitkomst")
    if invoer.kanaal is not None:
        controleer_code(session, Lijst.NAZORGKANAAL, invoer.kanaal, veld="kanaal")
    dag = controleer_gebeurtenis(session, invoer.datum or vandaag(session))
    vrij = session.get_one(Verblijf, moment.verblijf_id).tot
    if vrij is not None and dag < vrij:
        raise Problem(
            "Deze dag ligt vóór de vrijlating.",
            f"Kies {toon_datum(vrij)} of later.",
            veld="datum",
        )
    toelichting = toelichting_bij(invoer.uitkomst, invoer.toelichting, "wat de uitkomst is")
    return {
        "uitkomst": invoer.uitkomst,
        "kanaal": invoer.kanaal,
        "gedaan_op": dag,
        "door_id": controleer_wie(session, invoer.door_id),
        "toelichting": toelichting,
    }


def _open(session: Session, deelnemer_id: int) -> list[Nazorgmoment]:
    stmt = select(Nazorgmoment).where(
        Nazorgmoment.deelnemer_id == deelnemer_id, Nazorgmoment.gedaan_op.is_(None)
    )
    return list(session.scalars(stmt))
