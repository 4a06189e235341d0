"""Making a taak, changing it and ticking it off."""

import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.domain.tekst import schoon, verplicht
from leertraject_desktop.storage.access import command, vandaag
from leertraject_desktop.storage.corrections import verwijder
from leertraject_desktop.storage.selections import bestaande, controleer_gebeurtenis
from leertraject_desktop.storage.tables import Deelnemer, Taak


@dataclass(frozen=True, slots=True)
class TaakInvoer:
    """The form of a taak; `uur` is `10:00` or empty, `deelnemer_id` None for a taak about nobody."""

    omschrijving: str = ""
    datum: date | None = None
    uur: str = ""
    deelnemer_id: int | None = None


@command(Recht.REGISTREREN, "taak toevoegen")
def nieuwe_taak(session: Session, invoer: TaakInvoer) -> int:
    """Keep a taak; returns its id."""
    taak = Taak(**_gecontroleerd(session, invoer))
    session.add(taak)
    session.flush()
    return taak.id


@command(Recht.REGISTREREN, "taak wijzigen")
def wijzig_taak(session: Session, taak_id: int, invoer: TaakInvoer) -> None:
    """Change a taak: what, when, for whom."""
    taak = bestaande(session, Taak, taak_id, "deze taak")
    for naam, waarde in _gecontroleerd(session, invoer).items():
        setattr(taak, naam, waarde)


@command(Recht.REGISTREREN, "taak afvinken")
def vink_taak(session: Session, taak_id: int, gedaan: bool) -> None:
    """Tick a taak as done today, or take the tick away."""
    bestaande(session, Taak, taak_id, "deze taak").gedaan_op = vandaag(session) if gedaan else None


@command(Recht.REGISTREREN, "taak verwijderen")
def verwijder_taak(session: Session, taak_id: int, reden: str) -> None:
    """Remove a taak that was made by mistake."""
    verwijder(session, bestaande(session, Taak, taak_id, "deze taak"), reden)


def _gecontroleerd(session: Session, invoer: TaakInvoer) -> dict[str, object]:
    if invoer.deelnemer_id is not None:
        bestaande(session, Deelnemer, invoer.deelnemer_id, "deze deelnemer")
    omschrijving = schoon(invoer.omschrijving, veld="omschrijving")
    what, remedy = "Deze taak heeft nog geen naam.", "Schrijf in een paar woorden wat je moet doen."
    uur = invoer.uur.strip()
    if uur and not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", uur, re.ASCII):
        raise Problem("Dit uur kan niet.", "Schrijf het uur als 13:30, of laat het leeg.", veld="uur")
    return {
        "omschrijving": verplicht(omschrijving, what, remedy, veld="omschrijving"),
        "datum": controleer_gebeurtenis(session, invoer.datum or vandaag(session), toekomst=True),
        "uur": uur,
        "deelnemer_id": invoer.deelnemer_id,
    }
