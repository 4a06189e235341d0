"""The reference lists: data in the database, filled from resources/referentie, checked on every write."""

import tomllib
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.opvolging import Opvolgsoort
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.access import driver
from leertraject_desktop.storage.follow_up_tables import Opvolgregel
from leertraject_desktop.storage.packaged import resource
from leertraject_desktop.storage.tables import Gevangenis, Partner, PartnerGevangenis, Referentiewaarde

# Words for the driver itself: it runs several times with every save.
KENT_CODE = "SELECT 1 FROM referentiewaarde WHERE lijst = ? AND code = ?"


@dataclass(frozen=True, slots=True)
class Waarde:
    """One choice of a reference list as a screen shows it; `groep` is empty where a list has no groups."""

    code: str
    label: str
    groep: str = ""


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("referentie", name).read_text(encoding="utf-8"))


def gevangenissen_in_bestand() -> list[Waarde]:
    """The prisons that the program ships, for the first start when there is no database yet."""
    return [Waarde(row["code"], row["naam"]) for row in _load("gevangenissen.toml")["gevangenis"]]


def fill(session: Session) -> None:
    """Bring the reference lists of the database to those that the program ships; nothing is removed."""
    for row in _load("gevangenissen.toml")["gevangenis"]:
        session.merge(
            Gevangenis(
                code=row["code"],
                naam=row["naam"],
                geldig_van=row.get("geldig_van"),
                geldig_tot=row.get("geldig_tot"),
            )
        )
    for lijst, rows in _load("lijsten.toml").items():
        for volgorde, row in enumerate(rows, start=1):
            session.merge(
                Referentiewaarde(
                    lijst=Lijst(lijst).value,
                    code=row["code"],
                    label=row["label"],
                    volgorde=volgorde,
                    groep=row.get("groep", ""),
                    geldig_van=row.get("geldig_van"),
                    geldig_tot=row.get("geldig_tot"),
                )
            )
    for volgorde, row in enumerate(_load("opvolgregels.toml")["regel"], start=1):
        names = ("statuut", "vrij_van", "vrij_tot", "geldig_van", "geldig_tot")
        session.merge(
            Opvolgregel(
                code=row["code"],
                soort=Opvolgsoort(row["soort"]).value,
                eenheid=row["eenheid"],
                venster_van=row["venster_van"],
                venster_tot=row["venster_tot"],
                volgorde=volgorde,
                **{name: row.get(name) for name in names},
            )
        )
    session.flush()
    for row in _load("partners.toml")["partner"]:
        session.merge(
            Partner(
                code=row["code"],
                naam=row["naam"],
                soort=row["soort"],
                geldig_van=row.get("geldig_van"),
                geldig_tot=row.get("geldig_tot"),
            )
        )
        session.flush()
        for code in row.get("gevangenissen", []):
            session.merge(PartnerGevangenis(partner_code=row["code"], gevangenis_code=code))


def waarden(session: Session, lijst: Lijst, *, op: date | None = None) -> list[Waarde]:
    """The choices of a list in order; with `op` only those that are valid on that day."""
    stmt = select(Referentiewaarde).where(Referentiewaarde.lijst == lijst.value)
    rows = session.scalars(stmt.order_by(Referentiewaarde.volgorde))
    return [
        Waarde(row.code, row.label, row.groep)
        for row in rows
        if op is None
        or (
            (row.geldig_van is None or row.geldig_van <= op)
            and (row.geldig_tot is None or op <= row.geldig_tot)
        )
    ]


def gevangenissen(session: Session) -> list[Waarde]:
    """All prisons, also those that closed, by name."""
    rows = session.scalars(select(Gevangenis).order_by(Gevangenis.naam))
    return [Waarde(row.code, row.naam) for row in rows]


def controleer_code(session: Session, lijst: Lijst, code: str, *, veld: str) -> None:
    """Raise Problem when a list does not know this code."""
    if driver(session).execute(KENT_CODE, (lijst.value, code)).fetchone() is None:
        raise Problem(f"Kies een {lijst.label}.", "Kies er een uit de lijst.", veld=veld)
