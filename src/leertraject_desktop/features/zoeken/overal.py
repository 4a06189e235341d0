"""The one search box: deelnemers by name or number, questions and contacts by their words."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.personen import sorteernaam
from leertraject_desktop.domain.tekst import vouw
from leertraject_desktop.storage.search import naam_ids, tekst_ids
from leertraject_desktop.storage.selections import laatste_verblijf, nummer
from leertraject_desktop.storage.tables import Contactmoment, Deelnemer, Informatievraag, Verblijf

RAND = 40


@dataclass(frozen=True, slots=True)
class Treffer:
    """One hit: `soort` is "deelnemer", "vraag" or "contact"; `id` is that of its row.

    `deelnemer_id` is whose dossier it stands in, None for an anonymous question.
    """

    soort: str
    id: int
    deelnemer_id: int | None
    titel: str
    toelichting: str


def zoek(session: Session, tekst: str, *, maximum: int = 8) -> list[Treffer]:
    """Hits for what was typed: first deelnemers, then questions and contacts, last ones first.

    Accents, capitals and the order of the words do not matter; where no name fits, names that are close do.
    """
    if len("".join(vouw(tekst).split())) < 2:
        return []
    people = _deelnemers(session, tekst, maximum)
    found = tekst_ids(session, tekst)
    texts = [*_vragen(session, found, tekst), *_contacten(session, found, tekst)]
    texts.sort(key=lambda pair: pair[0], reverse=True)
    return [*people, *(hit for _, hit in texts[:maximum])]


def _deelnemers(session: Session, tekst: str, maximum: int) -> list[Treffer]:
    found = session.execute(_deelnemers_stmt(maximum), {"ids": naam_ids(session, tekst)})
    return [
        Treffer(
            "deelnemer",
            deelnemer_id,
            deelnemer_id,
            sorteernaam(voornaam, familienaam),
            f"nummer {nummer(dossier)}" + (" · vertrokken" if tot else ""),
        )
        for deelnemer_id, voornaam, familienaam, dossier, tot in found
    ]


@cache
def _deelnemers_stmt(maximum: int) -> Any:
    """Made once: making it costs more than running it, at every key that is typed."""
    return (
        select(Deelnemer.id, Deelnemer.voornaam, Deelnemer.familienaam, Deelnemer.dossiernummer, Verblijf.tot)
        .outerjoin(Verblijf, Verblijf.id == laatste_verblijf(Deelnemer.id))
        .where(Deelnemer.id.in_(bindparam("ids", expanding=True)))
        .order_by(Verblijf.tot.is_not(None), Deelnemer.sorteersleutel)
        .limit(maximum)
    )


def _vragen(session: Session, found: list[tuple[str, int]], tekst: str) -> list[tuple[str, Treffer]]:
    ids = [row_id for kind, row_id in found if kind == "informatievraag"]
    if not ids:
        return []
    stmt = (
        select(Informatievraag, Deelnemer.voornaam, Deelnemer.familienaam)
        .outerjoin(Deelnemer, Informatievraag.deelnemer_id == Deelnemer.id)
        .where(Informatievraag.id.in_(ids))
    )
    hits = []
    for vraag, voornaam, familienaam in session.execute(stmt):
        wie = sorteernaam(voornaam or "", familienaam or "") or "anoniem"
        titel = fragment(f"{vraag.vraag} {vraag.antwoord}", tekst)
        hit = Treffer("vraag", vraag.id, vraag.deelnemer_id, titel, wie)
        hits.append((vraag.datum.isoformat(), hit))
    return hits


def _contacten(session: Session, found: list[tuple[str, int]], tekst: str) -> list[tuple[str, Treffer]]:
    ids = [row_id for kind, row_id in found if kind == "contactmoment"]
    if not ids:
        return []
    stmt = (
        select(Contactmoment, Deelnemer.voornaam, Deelnemer.familienaam)
        .join(Deelnemer, Contactmoment.deelnemer_id == Deelnemer.id)
        .where(Contactmoment.id.in_(ids))
    )
    hits = []
    for contact, voornaam, familienaam in session.execute(stmt):
        wie = sorteernaam(voornaam, familienaam)
        hit = Treffer("contact", contact.id, contact.deelnemer_id, fragment(contact.notitie, tekst), wie)
        hits.append((contact.datum.isoformat(), hit))
    return hits


def fragment(tekst: str, gezocht: str) -> str:
    """The piece of a text around the first word that was searched for, on one line."""
    regel = " ".join(tekst.split())
    eerste = next(iter(vouw(gezocht).split()), "")
    woorden = regel.split(" ")
    begin = next((n for n, woord in enumerate(woorden) if eerste and vouw(woord).startswith(eerste)), 0)
    while begin > 0 and len(" ".join(woorden[: begin + 1])) <= RAND:
        begin -= 1
    if begin > 4:
        return "… " + " ".join(woorden[begin - 4 :])
    return " ".join(woorden[begin:]) if begin == 0 else "… " + " ".join(woorden[begin:])
