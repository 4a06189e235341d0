"""Small commands and queries with which the tests of the store write and read."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Fase
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.storage.access import command, nu, vandaag, wie
from leertraject_desktop.storage.base import Base
from leertraject_desktop.storage.corrections import verbeter, verwijder
from leertraject_desktop.storage.tables import (
    Actie,
    Begeleiding,
    Bekeken,
    Contactmoment,
    Deelnemer,
    Informatievraag,
    Leerdoel,
    Verblijf,
)

LISTS = {
    "gevangenis",
    "referentiewaarde",
    "partner",
    "partner_gevangenis",
    "opvolgregel",
    "instelling",
    "gebruiker",
}


@dataclass(frozen=True)
class Naam:
    """What the tests look at of a deelnemer."""

    id: int
    familienaam: str


@command(Recht.REGISTREREN, "deelnemer bewaren")
def nieuwe_deelnemer(session: Session, familienaam: str = "Peeters", voornaam: str = "Jan") -> int:
    nummer = (session.scalar(select(func.max(Deelnemer.dossiernummer))) or 0) + 1
    zoeknaam = f"{voornaam} {familienaam}".lower()
    row = Deelnemer(
        dossiernummer=nummer,
        voornaam=voornaam,
        familienaam=familienaam,
        zoeknaam=zoeknaam,
        sorteersleutel=familienaam.lower(),
    )
    session.add(row)
    session.flush()
    session.add(Verblijf(deelnemer_id=row.id, gevangenis_code=wie(session).gevangenis, van=date(2026, 1, 5)))
    return row.id


@command(Recht.REGISTREREN, "begeleiding starten")
def nieuwe_begeleiding(session: Session, deelnemer_id: int) -> int:
    me, dag = wie(session), vandaag(session)
    row = Begeleiding(
        deelnemer_id=deelnemer_id,
        gevangenis_code=me.gevangenis,
        begindatum=dag,
        fase=Fase.INTAKE,
        door_id=me.gebruiker_id,
    )
    session.add(row)
    session.flush()
    doel = Leerdoel(begeleiding_id=row.id, omschrijving="Nederlands A2", volgorde=1)
    session.add(doel)
    session.flush()
    session.add(Actie(leerdoel_id=doel.id, omschrijving="test afleggen", volgorde=1))
    for deelnemer in (deelnemer_id, None):
        vraag = Informatievraag(
            deelnemer_id=deelnemer, datum=dag, kanaal="gesprek", onderwerp="nt2", minuten=10
        )
        vraag.gevangenis_code, vraag.door_id, vraag.begeleiding_id = me.gevangenis, me.gebruiker_id, row.id
        session.add(vraag)
    contact = Contactmoment(
        deelnemer_id=deelnemer_id, begeleiding_id=row.id, datum=dag, soort="gesprek", minuten=30
    )
    contact.gevangenis_code, contact.door_id = me.gevangenis, me.gebruiker_id
    session.add(contact)
    return row.id


@command(Recht.REGISTREREN, "naam verbeteren")
def verbeter_naam(session: Session, deelnemer_id: int, familienaam: str, reden: str = "typfout") -> None:
    verbeter(session, session.get_one(Deelnemer, deelnemer_id), reden, familienaam=familienaam)


@command(Recht.REGISTREREN, "naam schrijven")
def schrijf_naam(session: Session, deelnemer_id: int, tekst: str) -> None:
    session.get_one(Deelnemer, deelnemer_id).naam_eigen_schrift = tekst


@command(Recht.REGISTREREN, "overplaatsen")
def verplaats(session: Session, deelnemer_id: int, naar: str) -> None:
    stmt = select(Verblijf).where(Verblijf.deelnemer_id == deelnemer_id, Verblijf.tot.is_(None))
    session.scalars(stmt).one().tot = vandaag(session)
    session.flush()
    session.add(Verblijf(deelnemer_id=deelnemer_id, gevangenis_code=naar, van=vandaag(session)))


@command(Recht.REGISTREREN, "open verblijf wisselen")
def wissel_open_verblijf(session: Session, dicht: int, open_: int) -> None:
    session.get_one(Verblijf, dicht).tot = vandaag(session)
    session.flush()
    session.get_one(Verblijf, open_).tot = None


@command(Recht.REGISTREREN, "deelnemer verwijderen")
def verwijder_deelnemer(session: Session, deelnemer_id: int, reden: str = "dubbel") -> int:
    return verwijder(session, session.get_one(Deelnemer, deelnemer_id), reden)


@command(Recht.REGISTREREN, "begeleiding verwijderen")
def verwijder_begeleiding(session: Session, begeleiding_id: int, reden: str = "vergissing") -> int:
    return verwijder(session, session.get_one(Begeleiding, begeleiding_id), reden)


@command(Recht.LEZEN, "dossier openen", stil=True)
def bekijk(session: Session, deelnemer_id: int) -> None:
    session.merge(
        Bekeken(gebruiker_id=wie(session).gebruiker_id, deelnemer_id=deelnemer_id, bekeken_op=nu(session))
    )


@command(Recht.REGISTREREN, "twee deelnemers bewaren")
def weigert_halverwege(session: Session) -> None:
    nieuwe_deelnemer(session, "Half")
    session.flush()
    raise Problem("Dit kan niet.", "Doe iets anders.")


@command(Recht.REGISTREREN, "veel deelnemers inlezen", undo=False)
def lees_in(session: Session, aantal: int) -> None:
    for nummer in range(aantal):
        nieuwe_deelnemer(session, f"Ingelezen {nummer:03}")


def namen(session: Session) -> list[Naam]:
    rows = session.execute(select(Deelnemer.id, Deelnemer.familienaam).order_by(Deelnemer.id))
    return [Naam(*row) for row in rows]


def alles(session: Session) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table; `revisie` and the logboek left out, because they only count up."""
    found = {}
    for table in Base.metadata.sorted_tables:
        if table.name.startswith("logboek"):
            continue
        columns = [column for column in table.c if column.name != "revisie"]
        found[table.name] = sorted((tuple(row) for row in session.execute(select(*columns))), key=str)
    return found


def aantallen(session: Session) -> dict[str, int]:
    """How many rows the tables have that are not empty, without the lists."""
    counts = {name: len(rows) for name, rows in alles(session).items() if name not in LISTS}
    return {name: count for name, count in counts.items() if count}


def ids(session: Session) -> tuple[list[int], list[int]]:
    """The deelnemers and the begeleidingen that are there."""
    return list(session.scalars(select(Deelnemer.id))), list(session.scalars(select(Begeleiding.id)))
