"""Inzage: everything that is kept on a person, in plain words and as JSON, with who saw or received it."""

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.personen import weergavenaam
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.features.gegevens.kolommen import KOLOMMEN, Codes, Kolom
from leertraject_desktop.features.gegevens.persoon import deelnemer_of_problem, rijen_van
from leertraject_desktop.features.gegevens.waarom import WAAROM
from leertraject_desktop.storage.access import command, noteer, nu
from leertraject_desktop.storage.logboek_tables import Logboekregel
from leertraject_desktop.storage.tables import Gebruiker, Gevangenis, Partner, Referentiewaarde

GEZIEN = (Logsoort.INZAGE, Logsoort.WIJZIGING, Logsoort.ONGEDAAN)
ONTVANGEN = (Logsoort.AFDRUK, Logsoort.UITVOER)


@dataclass(frozen=True, slots=True)
class Veld:
    """One fact: what it is called in plain words, and its value as a person reads it."""

    label: str
    waarde: str


@dataclass(frozen=True, slots=True)
class Rubriek:
    """What one table holds on the person: a title, why it is kept, and rows of facts that are not empty."""

    tabel: str
    titel: str
    waarom: str
    rijen: tuple[tuple[Veld, ...], ...]


@dataclass(frozen=True, slots=True)
class Blik:
    """Somebody who saw, changed, printed or took along something of the person: when (UTC), who, what."""

    moment: datetime
    naam: str
    wat: str


@dataclass(frozen=True, slots=True)
class Inzage:
    """Everything that is kept on a person at one moment (UTC), and who saw or received it."""

    naam: str
    dossiernummer: int
    moment: datetime
    rubrieken: tuple[Rubriek, ...]
    gezien: tuple[Blik, ...]
    ontvangen: tuple[Blik, ...]


@command(Recht.LEZEN, "inzage maken", stil=True)
def maak_inzage(session: Session, deelnemer_id: int) -> Inzage:
    """Gather everything on a person; the logboek keeps that it was done. Raises Problem."""
    deelnemer = deelnemer_of_problem(session, deelnemer_id)
    rows = rijen_van(session, deelnemer)
    words = _Words(session)
    rubrieken = [
        Rubriek(name, table.titel, WAAROM[name], tuple(words.row(row, table.kolommen) for row in rows[name]))
        for name, table in KOLOMMEN.items()
        if name in rows
    ]
    uids = {row.uid for some in rows.values() for row in some if hasattr(row, "uid")}
    made = Inzage(
        weergavenaam(deelnemer.voornaam, deelnemer.familienaam),
        deelnemer.dossiernummer,
        nu(session),
        tuple(rubrieken),
        tuple(_looks(session, uids, GEZIEN)),
        tuple(_looks(session, uids, ONTVANGEN)),
    )
    noteer(session, Logsoort.UITVOER, "inzage", deelnemer)
    return made


def als_json(inzage: Inzage) -> str:
    """The same as one JSON document, in UTF-8, for whoever wants to take it along."""
    return json.dumps(asdict(inzage), ensure_ascii=False, indent=1, default=_moment)


class _Words:
    """Turns values into words: codes by their list, keys by the name of what they point to."""

    def __init__(self, session: Session) -> None:
        rows = session.execute(select(Referentiewaarde.lijst, Referentiewaarde.code, Referentiewaarde.label))
        self._labels = {(lijst, code): label for lijst, code, label in rows}
        self._names: dict[str, dict[Any, str]] = {
            "gevangenis": {row.code: row.naam for row in session.scalars(select(Gevangenis))},
            "partner": {row.code: row.naam for row in session.scalars(select(Partner))},
            "gebruiker": {row.id: row.naam for row in session.scalars(select(Gebruiker))},
        }

    def row(self, row: Any, kolommen: dict[str, Kolom | None]) -> tuple[Veld, ...]:
        table = inspect(row).mapper.local_table
        found = []
        for name, kolom in kolommen.items():
            if kolom is None:
                continue
            value = getattr(row, name)
            target = next((key.column.table.name for key in table.c[name].foreign_keys), "")
            text = self._names.get(target, {}).get(value) or self._value(value, kolom.codes)
            if text:
                found.append(Veld(kolom.label, text))
        return tuple(found)

    def _value(self, value: Any, codes: Codes) -> str:
        if value is None:
            return ""
        if isinstance(value, bool):
            return "ja" if value else "nee"
        if isinstance(value, datetime):
            return f"{toon_datum(value)} {value:%H:%M} UTC"
        if isinstance(value, date):
            return Maand.van(value).naam if codes == "maand" else toon_datum(value)
        if isinstance(codes, tuple):
            return next(
                (self._labels[lijst, value] for lijst in codes if (lijst, value) in self._labels), value
            )
        if codes == "zelf" or codes == "maand":
            return str(value).replace("_", " ")
        return codes(value).label if codes else str(value)


def _looks(session: Session, uids: set[str], soorten: tuple[Logsoort, ...]) -> list[Blik]:
    stmt = (
        select(Logboekregel, Gebruiker.naam)
        .outerjoin(Gebruiker, Logboekregel.gebruiker_id == Gebruiker.id)
        .where(Logboekregel.soort.in_([soort.value for soort in soorten]))
        .order_by(Logboekregel.id)
    )
    found = []
    for regel, naam in session.execute(stmt):
        if any(rij.partition(":")[2] in uids for rij in regel.rijen.split()):
            found.append(Blik(regel.moment, naam or "", f"{Logsoort(regel.soort).label}: {regel.wat}"))
    return found


def _moment(value: Any) -> str:
    return str(value.isoformat())
