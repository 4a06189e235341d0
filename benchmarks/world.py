"""Makes a database of a given size in bulk: everybody with a verblijf, a statuut and four contactmomenten."""

import time
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from leertraject_desktop.domain.klank import klanken
from leertraject_desktop.storage import keyfile
from leertraject_desktop.storage.clock import local_now
from leertraject_desktop.storage.database import Eigenaar, create, open_with_key
from leertraject_desktop.storage.engine import make_engine
from leertraject_desktop.storage.keyfile import Kdf
from leertraject_desktop.storage.store import Store
from leertraject_desktop.storage.tables import (
    Contactmoment,
    Deelnemer,
    Informatievraag,
    Statuut,
    Taak,
    Verblijf,
)

PASSPHRASE = "vier fietsen langs de vaart"
HERE = 400
CONTACTS = 4
YEARS = 10
# fmt: off
SYLLABLES = (
    "ba", "da", "el", "fa", "gi", "ha", "jo", "ka", "le", "mi", "na", "or", "pe", "ri", "sa", "ti", "zo",
)
WORDS = (
    "over", "de", "cursus", "koken", "met", "leerkracht", "en", "het", "attest", "van", "vorig", "jaar",
    "in", "gang", "na", "bezoek",
)
# fmt: on


@dataclass(frozen=True, slots=True)
class World:
    """A database on the disk, its key, its number of deelnemers and how long it took to fill, in seconds."""

    path: Path
    key: bytes
    size: int
    seconds: float

    def open(self) -> Store:
        """Open it as its beheerder."""
        return open_with_key(self.path, "an", self.key)


def make(folder: Path, size: int) -> World:
    """Make a database with `size` deelnemers, of whom at most 400 stay here now."""
    path = folder / f"groot-{size}.leertraject"
    create(
        path, "BRG", Eigenaar("an", "An Bogaert"), PASSPHRASE, kdf=Kdf(memory=64 * 1024, passes=1, lanes=4)
    )
    key = keyfile.unlock(keyfile.read(path), "an", PASSPHRASE)
    begun = time.perf_counter()
    engine = make_engine(path, key).execution_options(write=True)
    today = local_now().date()
    with engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA cache_size = -200000")
        for first in range(1, size + 1, 10_000):
            for klass, rows in _rows(range(first, min(first + 10_000, size + 1)), size, today).items():
                if rows:
                    connection.execute(klass.__table__.insert(), rows)
    engine.dispose()
    return World(path, key, size, time.perf_counter() - begun)


def _rows(numbers: range, size: int, today: date) -> dict[Any, list[dict[str, Any]]]:
    rng = Random(numbers.start)
    found: dict[Any, list[dict[str, Any]]] = {
        klass: [] for klass in (Deelnemer, Verblijf, Statuut, Contactmoment, Informatievraag, Taak)
    }

    def add(klass: Any, **values: Any) -> None:
        moment = datetime(2026, 1, 1)  # noqa: DTZ001 - moments in the database have no zone
        found[klass].append(
            {"revisie": 1, "ingevoerd_op": moment, "gewijzigd_op": moment, "ingevoerd_door_id": 1}
            | {"gewijzigd_door_id": 1, **values}
        )

    notes = [" ".join(rng.choices(WORDS, k=12)) for _ in range(1000)]
    for number in numbers:
        first, last = _name(rng, 2), _name(rng, 3)
        here = number > size - HERE
        begin = today - timedelta(days=rng.randint(30, YEARS * 365))
        add(
            Deelnemer, id=number, dossiernummer=number, voornaam=first, familienaam=last,
            zoeknaam=f"{first} {last}".lower(), klank=f"{_sound(first)} {_sound(last)}",
            sorteersleutel=f"{last} {first}".lower(), geslacht="M",
        )  # fmt: skip
        end = None if here else begin + timedelta(days=25)
        add(
            Verblijf,
            deelnemer_id=number,
            gevangenis_code="BRG",
            van=begin,
            tot=end,
            afdeling=f"A{number % 9}",
        )
        add(Statuut, deelnemer_id=number, soort="BVG"[number % 3], van=begin)
        for turn in range(CONTACTS):
            add(
                Contactmoment, deelnemer_id=number, gevangenis_code="BRG", soort="gesprek", door_id=1,
                datum=begin + timedelta(days=turn * 5), minuten=20, notitie=notes[(number * 7 + turn) % 1000],
            )  # fmt: skip
        add(
            Informatievraag, deelnemer_id=number, gevangenis_code="BRG", datum=begin, kanaal="gesprek",
            onderwerp="nt2", vraag=notes[number % 900], door_id=1, minuten=10,
            beantwoord_op=None if here and number % 4 == 0 else begin,
        )  # fmt: skip
        day = today + timedelta(days=number % 21 - 7)
        done = None if here and number % 3 == 0 else begin
        add(
            Taak,
            deelnemer_id=number,
            omschrijving="Bel de dienst",
            datum=day if done is None else begin,
            gedaan_op=done,
        )
    return found


def _name(rng: Random, syllables: int) -> str:
    return "".join(rng.choices(SYLLABLES, k=syllables)).capitalize()


@cache
def _sound(name: str) -> str:
    return klanken(name)
