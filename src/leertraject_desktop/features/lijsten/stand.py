"""How a gebruiker left a list: what was chosen, the order and the columns, kept beside the data.

Several people work on one computer, and one of them in two prisons: the list goes with the gebruiker. And a
choice such as a section says something of the place, so it stays inside the encrypted file.
"""

import json
from dataclasses import asdict, dataclass

from sqlalchemy.orm import Session

from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.storage.access import command, wie
from leertraject_desktop.storage.tables import Instelling


@dataclass(frozen=True, slots=True)
class Lijststand:
    """`keuzes` in the order of the filters, `volgorde` the key of a column ("" for the usual order),
    `breedtes` the columns with a width of their own, by title, in logical pixels; `verborgen` the titles of
    the columns that are hidden, `kolommen` the titles in the order that was chosen (empty: the usual one)."""

    keuzes: tuple[str | None, ...] = ()
    volgorde: str = ""
    aflopend: bool = False
    breedtes: tuple[tuple[str, int], ...] = ()
    verborgen: tuple[str, ...] = ()
    kolommen: tuple[str, ...] = ()


def lijststand(session: Session, lijst: str) -> Lijststand:
    """How this gebruiker left the list with this name; the usual state when it was never changed."""
    kept = session.get(Instelling, _sleutel(session, lijst))
    if kept is None:
        return Lijststand()
    found = json.loads(kept.waarde)
    return Lijststand(
        tuple(found["keuzes"]),
        found["volgorde"],
        found["aflopend"],
        tuple((title, width) for title, width in found["breedtes"]),
        tuple(found.get("verborgen", ())),
        tuple(found.get("kolommen", ())),
    )


@command(Recht.LEZEN, "lijst onthouden", stil=True)
def bewaar_lijststand(session: Session, lijst: str, stand: Lijststand) -> None:
    """Keep how this gebruiker left the list."""
    sleutel = _sleutel(session, lijst)
    row = session.get(Instelling, sleutel)
    text = json.dumps(asdict(stand), ensure_ascii=False)
    if row is None:
        session.add(Instelling(sleutel=sleutel, waarde=text))
    elif row.waarde != text:
        row.waarde = text


def _sleutel(session: Session, lijst: str) -> str:
    return f"lijst:{lijst.casefold()}:{wie(session).gebruiker_id}"
