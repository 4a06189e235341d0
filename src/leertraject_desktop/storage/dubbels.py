"""Finds in the database who may be the same person, through the indexes only."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.dubbels import Persoonsgegevens, gelijkende_datums, schrijfwijzen, vergelijk
from leertraject_desktop.storage.search import bijna_ids, klank_ids
from leertraject_desktop.storage.tables import Deelnemer

KANDIDATEN = 200


@dataclass(frozen=True, slots=True)
class Gelijke:
    """Somebody who may be the same, with how alike (the higher, the more) and why."""

    id: int
    voornaam: str
    familienaam: str
    dossiernummer: int
    geboortedatum: date | None
    punten: int
    reden: str


def gelijken(
    session: Session, persoon: Persoonsgegevens, *, behalve: int | None = None, maximum: int = 5
) -> list[Gelijke]:
    """The deelnemers who may be this person, the most alike first. Without a name there are none."""
    tekst = f"{persoon.voornaam} {persoon.familienaam}"
    ids: set[int] = set()
    for spelling in schrijfwijzen(tekst):
        ids |= set(bijna_ids(session, spelling, maximum=KANDIDATEN))
    if persoon.geboortedatum is not None:
        ids |= set(klank_ids(session, tekst, gelijkende_datums(persoon.geboortedatum), maximum=KANDIDATEN))
    ids.discard(behalve or 0)
    rows = session.execute(
        select(
            Deelnemer.id,
            Deelnemer.voornaam,
            Deelnemer.familienaam,
            Deelnemer.dossiernummer,
            Deelnemer.geboortedatum,
        ).where(Deelnemer.id.in_(ids))
    )
    found = []
    for row in rows:
        gelijkenis = vergelijk(persoon, Persoonsgegevens(row[1], row[2], row[4]))
        if gelijkenis is not None:
            found.append(Gelijke(*row, gelijkenis.punten, gelijkenis.reden))
    found.sort(key=lambda gelijke: (-gelijke.punten, gelijke.dossiernummer))
    return found[:maximum]
