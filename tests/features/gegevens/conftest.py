"""A deelnemer with a dossier that has something of everything, for the tests of the rights of a person."""

import datetime as dt
from types import SimpleNamespace

import pytest
from sqlalchemy import select

from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.storage.access import command
from leertraject_desktop.storage.base import Base, Geregistreerd
from leertraject_desktop.storage.corrections import verbeter
from leertraject_desktop.storage.tables import Bekeken, Concept, Deelnemer

KANARIE = "Zonderling"
# Columns whose value must be one of a few, and pairs of dates that belong together.
CODES = {
    "geslacht": "V", "migratieachtergrond": "ja", "arbeidshandicap": "nee", "fase": "intake",
    "vrij_vanaf": dt.date(2027, 7, 1),
    "gevangenis_code": "BRG", "partner_code": "vdab", "minuten": 15, "maanden": 6,
    "einddatum": None, "einde": None, "tot": None, "geldig_tot": None, "ingetrokken_op": None,
    "vervallen": False, "taal": "ar", "niveau": "A2", "door_id": 1, "volgorde": 1, "regel_code": None,
    "contactmoment_id": None, "gedaan_op": None, "vervallen_op": None, "uitkomst": None,
    "beantwoord_op": None, "opgelost_op": None,
}  # fmt: skip
PER_TABLE = {
    ("statuut", "soort"): "V", ("ondersteuning", "soort"): "ondersteuningsnood",
    ("opvolgmoment", "soort"): "periodiek",
    ("nazorgmoment", "gedaan_op"): None, ("ondersteuning", "bron"): "zelf",
    ("doorverwijzing", "stand"): "in_behandeling",
    ("doorverwijzingstand", "stand"): "in_behandeling",
}  # fmt: skip
DAY = dt.date(2026, 3, 2)


def value_for(session, column, made):
    """Something that fits a column: a known code, the row made before, a day, or the canary name."""
    if (column.table.name, column.name) in PER_TABLE:
        return PER_TABLE[column.table.name, column.name]
    for key in column.foreign_keys:
        if key.column.table.name in made:
            return made[key.column.table.name].id
        if key.column.table.name in ("partner", "opvolgregel"):
            return session.scalar(select(key.column).limit(1))
    if column.name in CODES and (column.nullable or CODES[column.name] is not None):
        return CODES[column.name]
    kind = column.type.python_type
    return {dt.date: DAY, int: 7, str: f"{KANARIE} {column.name}", bool: False}[kind]


@command(Recht.REGISTREREN, "alles vullen")
def fill_everything(session):
    """One row in every table that hangs on a deelnemer, found along the schema; the id of the deelnemer."""
    made = {}
    for mapper in sorted(
        Base.registry.mappers, key=lambda m: list(Base.metadata.sorted_tables).index(m.local_table)
    ):
        table = mapper.local_table
        hangs = table.name == "deelnemer" or any(
            column.info and key.column.table.name in made for column in table.c for key in column.foreign_keys
        )
        if not hangs or not issubclass(mapper.class_, Geregistreerd):
            continue
        own = set(Geregistreerd.__annotations__) | {"ingevoerd_door_id", "gewijzigd_door_id"}
        values = {c.name: value_for(session, c, made) for c in table.c if c.name not in own}
        made[table.name] = mapper.class_(**values)
        session.add(made[table.name])
        session.flush()
    deelnemer = made["deelnemer"]
    session.add(Bekeken(gebruiker_id=1, deelnemer_id=deelnemer.id, bekeken_op=dt.datetime(2026, 3, 2, 9)))  # noqa: DTZ001
    session.add(
        Concept(gebruiker_id=1, plaats="vraag", inhoud=f'"{KANARIE}"', bewaard_op=dt.datetime(2026, 3, 2, 9))  # noqa: DTZ001
    )
    verbeter(session, deelnemer, "typfout", voornaam="Zoë")
    return deelnemer.id


@command(Recht.REGISTREREN, "naam zetten")
def name_them(session, deelnemer_id, geboortedatum=dt.date(1990, 5, 6)):
    row = session.get(Deelnemer, deelnemer_id)
    row.voornaam, row.familienaam, row.geboortedatum = "Zoë", KANARIE, geboortedatum
    row.zoeknaam = f"zoe {KANARIE.lower()}"


@pytest.fixture
def zoe(store):
    """Zoë Zonderling, of whom everything is kept that can be kept."""
    number = store.write(fill_everything)
    store.write(name_them, number)
    return SimpleNamespace(id=number, naam=f"Zoë {KANARIE}")
