"""Bewaartermijnen: per category as the controller sets them, a list every month, and nothing by itself."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.label import Label
from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.personen import weergavenaam
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.features.gegevens.persoon import rijen_van
from leertraject_desktop.features.gegevens.wissing import wis_deelnemer
from leertraject_desktop.storage.access import command, vandaag
from leertraject_desktop.storage.corrections import verwijder
from leertraject_desktop.storage.logboek import clock_jumps
from leertraject_desktop.storage.store import Store
from leertraject_desktop.storage.tables import Begeleiding, Deelnemer, Informatievraag, Instelling, Verblijf

REDEN = "bewaartermijn"
MAX_MAANDEN = 600


class Bewaarcategorie(Label):
    """What has a term of its own; the term counts from the last entry."""

    DOSSIER = "dossier", "dossier van een deelnemer die hier niet meer is"
    ANONIEME_VRAAG = "anonieme_vraag", "vraag zonder naam"


@dataclass(frozen=True, slots=True)
class Vervallen:
    """Something whose term is over: its id, what it is in words, and the day of the last entry."""

    categorie: Bewaarcategorie
    id: int
    omschrijving: str
    laatste: date


def bewaartermijnen(session: Session) -> dict[Bewaarcategorie, int | None]:
    """The term of every category in months; None as long as the controller set none."""
    found: dict[Bewaarcategorie, int | None] = {}
    for categorie in Bewaarcategorie:
        row = session.get(Instelling, _sleutel(categorie))
        found[categorie] = int(row.waarde) if row and row.waarde else None
    return found


@command(Recht.BEHEREN, "bewaartermijn instellen", undo=False)
def zet_bewaartermijn(session: Session, categorie: Bewaarcategorie, maanden: int | None) -> None:
    """Set the term of a category in months (1 to 600), or none. Raises Problem."""
    if maanden is not None and not 1 <= maanden <= MAX_MAANDEN:
        raise Problem(
            "Een bewaartermijn is een aantal maanden van 1 tot 600.",
            "Vraag aan de verantwoordelijke welke termijn geldt.",
            veld="maanden",
        )
    row = session.get(Instelling, _sleutel(categorie)) or Instelling(sleutel=_sleutel(categorie))
    row.waarde = str(maanden or "")
    session.add(row)


def maandlijst(session: Session) -> list[Vervallen]:
    """What may go this month, to look through and confirm; nothing goes by itself.

    Raises Problem when the clock jumped: then terms would be counted from a wrong day.
    """
    if clock_jumps(session):
        raise Problem(
            "De klok van deze computer is versprongen. Er wordt niets voorgesteld om te wissen.",
            "Kijk of datum en uur juist zijn en bevestig dat in het logboek.",
        )
    termijnen = bewaartermijnen(session)
    found = []
    if (maanden := termijnen[Bewaarcategorie.DOSSIER]) is not None:
        found += _dossiers(session, maanden)
    if (maanden := termijnen[Bewaarcategorie.ANONIEME_VRAAG]) is not None:
        found += _vragen(session, maanden)
    return found


def bevestig(store: Store, gekozen: list[Vervallen]) -> int:
    """Wipe what was chosen from the list of this month; returns how many rows went. Cannot be undone."""
    vandaag_vervallen = store.read(maandlijst)
    if any(each not in vandaag_vervallen for each in gekozen):
        raise Problem("De lijst is intussen veranderd.", "Open de lijst van deze maand opnieuw.")
    gone = 0
    for each in gekozen:
        if each.categorie is Bewaarcategorie.DOSSIER:
            gone += wis_deelnemer(store, each.id, REDEN)
        else:
            gone += store.write(_wis_vraag, each.id)
    return gone


@command(Recht.BEHEREN, "vraag wissen", undo=False)
def _wis_vraag(session: Session, vraag_id: int) -> int:
    row = session.get(Informatievraag, vraag_id)
    return verwijder(session, row, REDEN) if row is not None else 0


def _dossiers(session: Session, maanden: int) -> list[Vervallen]:
    here = select(Verblijf.deelnemer_id).where(Verblijf.tot.is_(None))
    busy = select(Begeleiding.deelnemer_id).where(Begeleiding.einddatum.is_(None))
    stmt = select(Deelnemer).where(Deelnemer.id.not_in(here), Deelnemer.id.not_in(busy))
    found = []
    for row in session.scalars(stmt.order_by(Deelnemer.sorteersleutel, Deelnemer.id)):
        laatste = _last_entry(session, row)
        if _over(session, laatste, maanden):
            naam = f"{weergavenaam(row.voornaam, row.familienaam)}, dossier {row.dossiernummer}"
            found.append(Vervallen(Bewaarcategorie.DOSSIER, row.id, naam, laatste))
    return found


def _vragen(session: Session, maanden: int) -> list[Vervallen]:
    stmt = select(Informatievraag.id, func.date(Informatievraag.gewijzigd_op), Informatievraag.datum)
    stmt = stmt.where(Informatievraag.deelnemer_id.is_(None)).order_by(Informatievraag.datum)
    found = []
    for row_id, gewijzigd, datum in session.execute(stmt):
        laatste = date.fromisoformat(gewijzigd)
        if _over(session, laatste, maanden):
            wat = f"vraag van {toon_datum(datum)}"
            found.append(Vervallen(Bewaarcategorie.ANONIEME_VRAAG, row_id, wat, laatste))
    return found


def _last_entry(session: Session, deelnemer: Deelnemer) -> date:
    rows = [row for some in rijen_van(session, deelnemer).values() for row in some]
    days: list[date] = [row.gewijzigd_op.date() for row in rows if hasattr(row, "gewijzigd_op")]
    return max(days)


def _over(session: Session, laatste: date, maanden: int) -> bool:
    return Maand.van(laatste).plus(maanden) < Maand.van(vandaag(session))


def _sleutel(categorie: Bewaarcategorie) -> str:
    return f"bewaartermijn_{categorie.value}"
