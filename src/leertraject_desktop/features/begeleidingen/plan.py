"""The plan inside a begeleiding: leerdoelen with ordered acties, and the contacts along the way."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.periode import controleer_volgorde
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.domain.tekst import MAX_NAAM, MAX_NOTITIE, MAX_REGEL, schoon, verplicht
from leertraject_desktop.features.begeleidingen.invoer import ActieInvoer, ContactInvoer, LeerdoelInvoer
from leertraject_desktop.storage.access import command, vandaag
from leertraject_desktop.storage.corrections import verbeter, verwijder
from leertraject_desktop.storage.planning import herroep_gesprek, verwerk_gesprek
from leertraject_desktop.storage.reference import controleer_code
from leertraject_desktop.storage.selections import (
    begeleiding_op,
    bestaande,
    controleer_gebeurtenis,
    controleer_minuten,
    controleer_wie,
    gevangenis_op,
)
from leertraject_desktop.storage.tables import Actie, Begeleiding, Contactmoment, Leerdoel

_Rij = TypeVar("_Rij", Actie, Leerdoel)


@command(Recht.REGISTREREN, "leerdoel toevoegen")
def nieuw_leerdoel(session: Session, begeleiding_id: int, invoer: LeerdoelInvoer) -> int:
    """Add a goal at the end of the plan; returns its id."""
    begeleiding = bestaande(session, Begeleiding, begeleiding_id, "deze begeleiding")
    omschrijving = _omschrijving(invoer.omschrijving, "leerdoel")
    streefdatum = _streefdatum(session, invoer.streefdatum, begeleiding.begindatum)
    stmt = select(func.max(Leerdoel.volgorde)).where(Leerdoel.begeleiding_id == begeleiding_id)
    leerdoel = Leerdoel(
        begeleiding_id=begeleiding_id,
        omschrijving=omschrijving,
        streefdatum=streefdatum,
        volgorde=(session.scalar(stmt) or 0) + 1,
    )
    session.add(leerdoel)
    session.flush()
    return leerdoel.id


@command(Recht.REGISTREREN, "leerdoel wijzigen")
def wijzig_leerdoel(session: Session, leerdoel_id: int, invoer: LeerdoelInvoer) -> None:
    """Change a goal; a plan may change without a reason, the old value is kept."""
    leerdoel = bestaande(session, Leerdoel, leerdoel_id, "dit leerdoel")
    begin = session.get_one(Begeleiding, leerdoel.begeleiding_id).begindatum
    verbeter(
        session,
        leerdoel,
        "veranderd",
        omschrijving=_omschrijving(invoer.omschrijving, "leerdoel"),
        streefdatum=_streefdatum(session, invoer.streefdatum, begin),
    )


@command(Recht.REGISTREREN, "leerdoel bereikt")
def zet_bereikt(session: Session, leerdoel_id: int, dag: date | None) -> None:
    """Mark a goal as reached on a day, or as not reached when None."""
    leerdoel = bestaande(session, Leerdoel, leerdoel_id, "dit leerdoel")
    if dag is not None:
        controleer_gebeurtenis(session, dag)
        begin = session.get_one(Begeleiding, leerdoel.begeleiding_id).begindatum
        controleer_volgorde(begin, dag, veld="datum", begin="het begin van de begeleiding")
    leerdoel.bereikt_op = dag


@command(Recht.REGISTREREN, "leerdoel verschuiven")
def verschuif_leerdoel(session: Session, leerdoel_id: int, plaatsen: int) -> None:
    """Move a goal so many places down the plan, or up when negative; at most to an end of it."""
    leerdoel = bestaande(session, Leerdoel, leerdoel_id, "dit leerdoel")
    stmt = select(Leerdoel).where(Leerdoel.begeleiding_id == leerdoel.begeleiding_id)
    _verschuif(session.scalars(stmt.order_by(Leerdoel.volgorde, Leerdoel.id)), leerdoel, plaatsen)


@command(Recht.REGISTREREN, "leerdoel verwijderen")
def verwijder_leerdoel(session: Session, leerdoel_id: int, reden: str) -> None:
    """Remove a goal with its steps."""
    verwijder(session, bestaande(session, Leerdoel, leerdoel_id, "dit leerdoel"), reden)


@command(Recht.REGISTREREN, "actie toevoegen")
def nieuwe_actie(session: Session, leerdoel_id: int, invoer: ActieInvoer) -> int:
    """Add a step at the end of a goal; returns its id."""
    bestaande(session, Leerdoel, leerdoel_id, "dit leerdoel")
    stmt = select(func.max(Actie.volgorde)).where(Actie.leerdoel_id == leerdoel_id)
    actie = Actie(
        leerdoel_id=leerdoel_id,
        omschrijving=_omschrijving(invoer.omschrijving, "actie"),
        wie=schoon(invoer.wie, maximum=MAX_NAAM, veld="wie"),
        streefdatum=_streefdatum(session, invoer.streefdatum, None),
        volgorde=(session.scalar(stmt) or 0) + 1,
    )
    session.add(actie)
    session.flush()
    return actie.id


@command(Recht.REGISTREREN, "actie wijzigen")
def wijzig_actie(session: Session, actie_id: int, invoer: ActieInvoer) -> None:
    """Change a step; the old value is kept."""
    actie = bestaande(session, Actie, actie_id, "deze actie")
    verbeter(
        session,
        actie,
        "veranderd",
        omschrijving=_omschrijving(invoer.omschrijving, "actie"),
        wie=schoon(invoer.wie, maximum=MAX_NAAM, veld="wie"),
        streefdatum=_streefdatum(session, invoer.streefdatum, None),
    )


@command(Recht.REGISTREREN, "actie afvinken")
def vink_actie(session: Session, actie_id: int, gedaan: bool) -> None:
    """Tick a step as done today, or take the tick away."""
    actie = bestaande(session, Actie, actie_id, "deze actie")
    actie.gedaan_op = vandaag(session) if gedaan else None
    actie.vervallen = False


@command(Recht.REGISTREREN, "actie verschuiven")
def verschuif_actie(session: Session, actie_id: int, plaatsen: int) -> None:
    """Move a step so many places down its goal, or up when negative; at most to an end of it."""
    actie = bestaande(session, Actie, actie_id, "deze actie")
    stmt = select(Actie).where(Actie.leerdoel_id == actie.leerdoel_id)
    _verschuif(session.scalars(stmt.order_by(Actie.volgorde, Actie.id)), actie, plaatsen)


@command(Recht.REGISTREREN, "actie verwijderen")
def verwijder_actie(session: Session, actie_id: int, reden: str) -> None:
    """Remove a step."""
    verwijder(session, bestaande(session, Actie, actie_id, "deze actie"), reden)


@command(Recht.REGISTREREN, "contactmoment bewaren")
def nieuw_contactmoment(session: Session, deelnemer_id: int, invoer: ContactInvoer) -> int:
    """Keep a contact; it belongs to the begeleiding that ran on that day, where there was one."""
    dag, soort, notitie = _gecontroleerd(session, invoer)
    contact = Contactmoment(
        deelnemer_id=deelnemer_id,
        begeleiding_id=begeleiding_op(session, deelnemer_id, dag),
        gevangenis_code=gevangenis_op(session, deelnemer_id, dag),
        datum=dag,
        soort=soort,
        minuten=controleer_minuten(invoer.minuten),
        notitie=notitie,
        door_id=controleer_wie(session, invoer.door_id),
    )
    session.add(contact)
    session.flush()
    verwerk_gesprek(session, contact)
    return contact.id


@command(Recht.REGISTREREN, "contactmoment wijzigen")
def wijzig_contactmoment(session: Session, contact_id: int, invoer: ContactInvoer, reden: str) -> None:
    """Put a contact right, with the reason."""
    contact = bestaande(session, Contactmoment, contact_id, "dit contactmoment")
    dag, soort, notitie = _gecontroleerd(session, invoer)
    herroep_gesprek(session, contact)
    verbeter(
        session,
        contact,
        reden,
        begeleiding_id=begeleiding_op(session, contact.deelnemer_id, dag),
        gevangenis_code=gevangenis_op(session, contact.deelnemer_id, dag),
        datum=dag,
        soort=soort,
        minuten=controleer_minuten(invoer.minuten),
        notitie=notitie,
        door_id=controleer_wie(session, invoer.door_id),
    )
    session.flush()
    verwerk_gesprek(session, contact)


@command(Recht.REGISTREREN, "contactmoment verwijderen")
def verwijder_contactmoment(session: Session, contact_id: int, reden: str) -> None:
    """Remove a contact."""
    contact = bestaande(session, Contactmoment, contact_id, "dit contactmoment")
    herroep_gesprek(session, contact)
    verwijder(session, contact, reden)


def _gecontroleerd(session: Session, invoer: ContactInvoer) -> tuple[date, str, str]:
    dag = controleer_gebeurtenis(session, invoer.datum or vandaag(session))
    soort = invoer.soort or ""
    controleer_code(session, Lijst.CONTACTSOORT, soort, veld="soort")
    return dag, soort, schoon(invoer.notitie, maximum=MAX_NOTITIE, veld="notitie", regels=True)


def _verschuif(rijen: Iterable[_Rij], rij: _Rij, plaatsen: int) -> None:
    volgorde = list(rijen)
    nieuw = max(0, volgorde.index(rij) + plaatsen)
    volgorde.remove(rij)
    volgorde.insert(nieuw, rij)
    for nummer, each in enumerate(volgorde, start=1):
        each.volgorde = nummer


def _omschrijving(tekst: str, veld: str) -> str:
    schone = schoon(tekst, maximum=MAX_REGEL, veld="omschrijving")
    noun = "Dit leerdoel" if veld == "leerdoel" else "Deze actie"
    return verplicht(
        schone, f"{noun} heeft nog geen naam.", "Schrijf het in een paar woorden.", veld="omschrijving"
    )


def _streefdatum(session: Session, dag: date | None, begin: date | None) -> date | None:
    if dag is None:
        return None
    controleer_gebeurtenis(session, dag, veld="streefdatum", toekomst=True)
    if begin is not None:
        controleer_volgorde(begin, dag, veld="streefdatum", begin="het begin van de begeleiding")
    return dag
