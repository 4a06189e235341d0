"""Warns that somebody may have a dossier already, under a name or date that was written differently."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from leertraject_desktop.domain.dubbels import Persoonsgegevens
from leertraject_desktop.domain.personen import sorteernaam
from leertraject_desktop.storage.dubbels import gelijken
from leertraject_desktop.storage.selections import nummer

MAXIMUM = 5


@dataclass(frozen=True, slots=True)
class Dubbel:
    """Somebody who may be the same person; `reden` says why in words, without a full stop."""

    id: int
    naam: str
    nummer: str
    geboortedatum: date | None
    reden: str


def mogelijke_dubbels(
    session: Session,
    voornaam: str,
    familienaam: str,
    geboortedatum: date | None = None,
    *,
    behalve: int | None = None,
    maximum: int = MAXIMUM,
) -> list[Dubbel]:
    """The deelnemers who may be this person, the most alike first; `behalve` is left out.

    Found with first and last name swapped, misspelt or written by ear, and with a date of birth that is
    equal, has day and month swapped or one other digit. One word alone is no name yet: nobody is found.
    """
    if len(f"{voornaam} {familienaam}".split()) < 2:
        return []
    persoon = Persoonsgegevens(voornaam, familienaam, geboortedatum)
    return [
        Dubbel(
            found.id,
            sorteernaam(found.voornaam, found.familienaam),
            nummer(found.dossiernummer),
            found.geboortedatum,
            found.reden,
        )
        for found in gelijken(session, persoon, behalve=behalve, maximum=maximum)
    ]
