"""The one search box: deelnemers by name or number, and questions by their words."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.personen import sorteernaam
from leertraject_desktop.domain.tekst import vouw
from leertraject_desktop.storage.selections import laatste_verblijf, label_van, naam_begint_met, nummer
from leertraject_desktop.storage.tables import Deelnemer, Informatievraag, Verblijf


@dataclass(frozen=True, slots=True)
class Treffer:
    """One hit: `soort` is "deelnemer" or "vraag", `id` that of its row."""

    soort: str
    id: int
    titel: str
    toelichting: str


def zoek(session: Session, tekst: str, *, maximum: int = 8) -> list[Treffer]:
    """Hits for what was typed: first deelnemers, then questions; accents and order do not matter."""
    woorden = vouw(tekst).split()
    if not woorden or len("".join(woorden)) < 2:
        return []
    return [*_deelnemers(session, woorden, maximum), *_vragen(session, tekst.split(), maximum)]


def _deelnemers(session: Session, woorden: list[str], maximum: int) -> list[Treffer]:
    stmt = select(
        Deelnemer.id, Deelnemer.voornaam, Deelnemer.familienaam, Deelnemer.dossiernummer, Verblijf.tot
    ).outerjoin(Verblijf, Verblijf.id == laatste_verblijf(Deelnemer.id))
    for woord in woorden:
        stmt = stmt.where(naam_begint_met(woord))
    rows = session.execute(stmt.order_by(Verblijf.tot.is_not(None), Deelnemer.sorteersleutel).limit(maximum))
    return [
        Treffer(
            "deelnemer",
            deelnemer_id,
            sorteernaam(voornaam, familienaam),
            f"nummer {nummer(dossier)}" + (" · vertrokken" if tot else ""),
        )
        for deelnemer_id, voornaam, familienaam, dossier, tot in rows
    ]


def _vragen(session: Session, woorden: list[str], maximum: int) -> list[Treffer]:
    stmt = select(
        Informatievraag.id, Informatievraag.vraag, label_van(Lijst.ONDERWERP, Informatievraag.onderwerp)
    )
    for woord in woorden:
        stmt = stmt.where(Informatievraag.vraag.icontains(woord, autoescape=True))
    rows = session.execute(stmt.order_by(Informatievraag.datum.desc()).limit(maximum))
    return [Treffer("vraag", vraag_id, vraag, onderwerp) for vraag_id, vraag, onderwerp in rows]
