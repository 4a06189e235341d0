"""What is given to a command: for every parameter, by its name and its type, things right, wrong and absurd.

A parameter that nothing here knows is an error: whoever adds a command says here what it is fed with.
"""

import dataclasses
import inspect
import pkgutil
import typing
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

import leertraject_desktop.features
from leertraject_desktop.domain.doorverwijzing import Verwijsstand
from leertraject_desktop.domain.label import (
    Fase,
    Geslacht,
    JaNeeOnbekend,
    Label,
    Lijst,
    StatuutSoort,
)
from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.ondersteuning import Bron, Ondersteuningssoort
from leertraject_desktop.features.importeren.blad import Rij
from leertraject_desktop.features.importeren.koppen import Tabel, velden
from leertraject_desktop.features.lijsten.stand import Lijststand
from leertraject_desktop.storage.access import MARK
from leertraject_desktop.storage.reference import _load

TODAY = date(2026, 11, 24)
NIL = type(None)


def commands() -> dict[str, Callable[..., Any]]:
    """Every command of every feature by its name, found and not listed."""
    found: dict[str, Callable[..., Any]] = {}
    package = leertraject_desktop.features
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        for value in vars(import_module(module.name)).values():
            if callable(value) and hasattr(value, MARK) and value.__module__ == module.name:
                assert value.__name__ not in found, f"two commands are called {value.__name__}"
                found[value.__name__] = value
    return dict(sorted(found.items()))


@dataclasses.dataclass(frozen=True)
class Row:
    """A row of a table that is only known when the command runs: the n-th, one that went, or none at all.

    `fits` is a condition in SQL: only of the rows that fit.
    """

    table: str
    which: int
    fits: str = ""

    def resolve(self, ids: Sequence[int], gone: Sequence[int]) -> int:
        """Its id."""
        if self.which >= 0 and ids:
            return ids[self.which % len(ids)]
        return gone[self.which % len(gone)] if self.which == -1 and gone else 999


@dataclasses.dataclass(frozen=True)
class Folder:
    """A folder beside the database that is there, or not."""

    there: bool


@dataclasses.dataclass(frozen=True)
class Ago:
    """A day that is only known when the command runs: so many days before it."""

    days: int


@dataclasses.dataclass(frozen=True)
class Changed:
    """A form that is only known when the command runs: as the row stands, with one field of this one."""

    form: Any
    field: str


class Desk(typing.Protocol):
    """What is known when a command runs."""

    def ids(self, table: str, fits: str) -> Sequence[int]:
        """The rows of a table that fit a condition, newest first."""

    def gone(self, table: str) -> Sequence[int]:
        """The rows that were there before."""

    def today(self) -> date:
        """The day of the clock."""


def lacks(value: Any, desk: Desk) -> bool:
    """Whether no row fits for an argument that asks for one that does."""
    if isinstance(value, Row):
        return bool(value.fits) and not desk.ids(value.table, value.fits)
    if isinstance(value, Changed):
        return lacks(value.form, desk)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return any(lacks(getattr(value, field.name), desk) for field in dataclasses.fields(value))
    return False


def resolve(value: Any, desk: Desk) -> Any:
    """The argument as the command gets it, with every `Row` in it turned into an id and `Ago` into a day."""
    if isinstance(value, Row):
        return value.resolve(desk.ids(value.table, value.fits or "1"), desk.gone(value.table))
    if isinstance(value, Ago):
        return desk.today() - timedelta(days=value.days)
    if isinstance(value, list) and any(isinstance(item, Row) for item in value):
        return [resolve(item, desk) for item in value]
    if dataclasses.is_dataclass(value) and not isinstance(
        value, (Tabel, Rij, Maand, Lijststand, type, Folder)
    ):
        changed = {
            field.name: resolve(getattr(value, field.name), desk)
            for field in dataclasses.fields(value)
            if isinstance(getattr(value, field.name), (Row, Ago))
        }
        return dataclasses.replace(value, **changed) if changed else value
    return value


RARELY = 25
# By the id of a strategy: itself, so that it stays, and its good part.
_GOOD: dict[int, tuple[st.SearchStrategy[Any], st.SearchStrategy[Any]]] = {}


def often(good: st.SearchStrategy[Any], other: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Mostly what can be kept, so that there is something to break; now and then what cannot."""
    both = st.sampled_from(range(RARELY)).flatmap(lambda number: other if number == RARELY - 1 else good)
    _GOOD[id(both)] = both, good
    return both


def good_of(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Only what can be kept of what `often` mixed."""
    return _GOOD.get(id(strategy), (strategy, strategy))[1]


# Control characters, right-to-left with its marks, letters outside the first plane, search syntax, SQL.
ODD = (
    "", "   ", "\t\n", "\x00", "\x07\x1b[2J", "\u202etxet", "مرحبا بالعالم", "שלום", "👩🏽‍🏫 𝕏 𐍈",
    "\ufeff", "\u200d", "e\u0301", "ﬁ İı ß", '"', "* OR NEAR(", "NOT", "a:b -c ^d",
    "'; DROP TABLE deelnemer; --", "%_\\", "<b>x</b>", "&amp;", "=1+1", "x" * 200, "x" * 201,
    "é" * 10_000, "é" * 10_001, "a\n" * 5_000, "\r\n\x0b\u2028",
)  # fmt: skip
ANY_TEXT = st.sampled_from(ODD) | st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=30
)
NAMES = st.sampled_from(["Jan", "Youssef", "El Amrani", "Peeters", "Elamrani", "Ștefan", "يوسف", "De Smet"])
TEXT = often(NAMES | st.sampled_from(["wil leren lassen", "", "twee\nregels", "123"]), ANY_TEXT)
WORDS = often(NAMES, ANY_TEXT)

# Few days, so that they meet; then those at the edges, and those that cannot be.
NEAR = st.sampled_from([0, 0, 0, -1, -2, -10, -30, -30, -31, -60, -200, -365, -400]).map(
    lambda days: TODAY + timedelta(days=days)
)
LATER = NEAR | st.sampled_from([1, 2, 14, 40, 200, 400]).map(lambda days: TODAY + timedelta(days=days))
EDGES = st.sampled_from(
    [
        date.min, date.max, date(1899, 12, 31), date(1900, 1, 1), date(1904, 1, 1), date(1950, 2, 28),
        date(2000, 2, 29), date(2026, 12, 31), date(2027, 11, 24), date(2076, 12, 31), date(2077, 1, 1),
    ]
)  # fmt: skip
DAYS = often(NEAR, EDGES | st.dates())
FUTURE = often(LATER, EDGES | st.dates())
BIRTHS = often(st.sampled_from([date(1990, 5, 17), date(2001, 5, 9), date(1960, 1, 1)]), EDGES | st.dates())

LISTS: dict[str, list[dict[str, Any]]] = _load("lijsten.toml")
PRISONS = [row["code"] for row in _load("gevangenissen.toml")["gevangenis"]]


def _codes(*lists: Lijst) -> list[str]:
    return list(dict.fromkeys(row["code"] for one in lists for row in LISTS[one.value]))


def _chosen(codes: Sequence[str], *, favourites: int = 3) -> st.SearchStrategy[Any]:
    """Mostly one of the first few codes, so that equal ones meet."""
    some = st.sampled_from(list(codes[:favourites])) | st.sampled_from(list(codes))
    return often(some, st.sampled_from(["", "onzin", "andere", "A", "nl"]) | ANY_TEXT)


REASONS = _codes(Lijst.REDEN_CORRECTIE)
REMOVALS = _codes(Lijst.REDEN_VERWIJDERING)

CHOICES: dict[str, Sequence[str]] = {
    "onderwerp": _codes(Lijst.ONDERWERP),
    "kanaal": _codes(Lijst.KANAAL, Lijst.NAZORGKANAAL),
    "opleidingsniveau": _codes(Lijst.OPLEIDINGSNIVEAU),
    "contacttaal": _codes(Lijst.TAAL),
    "nederlands": _codes(Lijst.ERK),
    "eindreden": ["vrijgesteld", *_codes(Lijst.EINDE_VERBLIJF)],
    "doel": ["gegevens", *_codes(Lijst.DOEL_TOESTEMMING)],
    "drempel": _codes(Lijst.DREMPEL),
    "uitkomst": ["overleden", *_codes(Lijst.UITKOMST_NAZORG)],
    "punt": _codes(Lijst.VRIJLATINGSPUNT),
    "code": _codes(Lijst.ONDERSTEUNINGSNOOD, Lijst.REDELIJKE_AANPASSING),
    "bron": [bron.value for bron in Bron],
    "stand": [stand.value for stand in Verwijsstand],
    "partner": ["vdab", "ligo"],
    "geslacht": [geslacht.value for geslacht in Geslacht],
    "statuut": [soort.value for soort in StatuutSoort],
    "migratieachtergrond": [antwoord.value for antwoord in JaNeeOnbekend],
    "arbeidshandicap": [antwoord.value for antwoord in JaNeeOnbekend],
    "fase": [fase.value for fase in Fase],
    "gevangenis": ["BRG", "GEN", *PRISONS],
    "open_acties": ["stopzetten", "taak"],
}
# What only one command or form calls so.
OWN: dict[tuple[str, str], st.SearchStrategy[Any]] = {
    ("ContactInvoer", "soort"): _chosen(["opvolging", "intake", *_codes(Lijst.CONTACTSOORT)]),
    ("OndersteuningInvoer", "soort"): _chosen([soort.value for soort in Ondersteuningssoort]),
    ("zet_statuut", "soort"): _chosen([soort.value for soort in StatuutSoort], favourites=4),
    ("OpschortingInvoer", "reden"): _chosen(_codes(Lijst.REDEN_OPSCHORTING)),
    ("StopzettingInvoer", "reden"): _chosen(_codes(Lijst.REDEN_STOPZETTING)),
    ("BegeleidingWijziging", "reden"): _chosen(_codes(Lijst.REDEN_STOPZETTING)),
    ("StandInvoer", "reden"): _chosen(_codes(Lijst.REDEN_WEIGERING)),
    ("bewaar_bevolking", "reden"): _chosen(REASONS),
    ("wis", "reden"): _chosen(REMOVALS),
    ("neem_stand_terug", "reden"): _chosen(REMOVALS),
    ("herstel_toestemming", "reden"): _chosen(REASONS),
    ("bewaar_bevolking", "gevangenis"): often(st.just(""), st.sampled_from(["GEN", "onzin"])),
    ("TaakInvoer", "uur"): often(st.sampled_from(["", "10:00", "23:59"]), ANY_TEXT | st.just("24:00")),
    ("leg_levering_vast", "sha256"): st.sampled_from(["a" * 64, "b" * 64]),
    ("_wis_vraag", "vraag_id"): st.sampled_from((0, 1, -1)).map(lambda which: Row("informatievraag", which)),
    # Whoever has no key any more; the last beheerder who is logged in has one.
    ("zet_zonder_sleutel_buiten", "gebruiker_ids"): st.just([Row("gebruiker", 0, "rol <> 'beheerder'")]),
    ("voeg_gebruiker_toe", "login"): often(st.sampled_from(["els", "piet", "an"]), ANY_TEXT),
}
# Of a few rows the newest most often; -1 is one that went, -2 one that never was.
WHICH = (0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, -1, -2)
ROWS = {
    "vraag_id": "informatievraag", "contact_id": "contactmoment", "moment_id": "nazorgmoment",
    "drempel_id": "begeleiding_drempel", "opschorting_id": "opschorting",
    "blijft_id": "deelnemer", "verdwijnt_id": "deelnemer",
    "door_id": "gebruiker",
}  # fmt: skip
TABLES = (
    "deelnemer", "verblijf", "statuut", "begeleiding", "leerdoel", "actie", "taak", "toestemming",
    "doorverwijzing", "ondersteuning", "gebruiker",
)  # fmt: skip
FREE = {
    "voornaam", "familienaam", "naam_eigen_schrift", "afdeling", "cel", "leervraag", "vraag", "antwoord",
    "toelichting", "notitie", "omschrijving", "wie", "formuliernummer", "naam",
    "bestandsnaam", "plaats", "lijst",
}  # fmt: skip
AHEAD = {"streefdatum", "geldig_tot", "antwoord_tegen", "vrij_vanaf", "tot"}

CELLS = st.one_of(
    st.none(), TEXT, DAYS, st.integers(-5, 60_000), st.floats(), st.booleans(),
    DAYS.map(lambda day: datetime(day.year, day.month, day.day)),  # noqa: DTZ001 - as openpyxl gives it
    st.sampled_from(["onbekend", "31/12/1899", "1-2-26", "V", "Brugge", "BRG", "2026-10", "#FORMULE"]),
)  # fmt: skip
FIELDS = [veld.code for veld in velden()]
LABELS = [veld.label for veld in velden()]


@st.composite
def tables(draw: st.DrawFn) -> Tabel:
    """A list as it may stand in a workbook: known headers and others, ragged rows of anything."""
    koppen = draw(st.lists(often(st.sampled_from(LABELS), ANY_TEXT), min_size=1, max_size=6))
    rows = draw(st.lists(st.lists(CELLS, max_size=len(koppen)), min_size=1, max_size=5))
    return Tabel(
        draw(st.sampled_from(["Blad1", ""])),
        tuple(koppen),
        tuple(Rij(number, tuple(cells)) for number, cells in enumerate(rows, start=2)),
        draw(st.booleans()),
    )


def arguments(name: str, command: Callable[..., Any]) -> dict[str, st.SearchStrategy[Any]]:
    """For every parameter of a command but its session, what it is fed with."""
    hints = typing.get_type_hints(command)
    names = list(inspect.signature(command).parameters)[1:]
    return {parameter: _for(name, parameter, hints[parameter]) for parameter in names}


def _for(owner: str, name: str, kind: Any) -> st.SearchStrategy[Any]:
    options = typing.get_args(kind)
    if NIL in options:
        (inner,) = [option for option in options if option is not NIL]
        return often(_for(owner, name, inner), st.none())
    if (owner, name) in OWN:
        return OWN[owner, name]
    found = _by_name(owner, name) if kind in (str, int, date) else None
    return found if found is not None else _by_type(owner, name, kind)


def _by_name(owner: str, name: str) -> st.SearchStrategy[Any] | None:
    if name.endswith("_id"):
        table = ROWS.get(name, name.removesuffix("_id"))
        assert table in TABLES or name in ROWS, f"{owner} asks {name}: of which table is that?"
        return st.sampled_from(WHICH).map(lambda which: Row(table, which))
    if name == "reden" and owner.startswith("verwijder"):
        return _chosen(REMOVALS)
    if name == "reden" and owner.startswith("wijzig"):
        return _chosen(REASONS)
    if name in CHOICES:
        return _chosen(CHOICES[name])
    if name == "geboortedatum":
        return BIRTHS
    return None


def _by_type(owner: str, name: str, kind: Any) -> st.SearchStrategy[Any]:
    if name == "progress":
        return st.none()
    if kind is date:
        return FUTURE if name in AHEAD else DAYS
    if kind is str and name in FREE:
        return TEXT
    if kind is bool:
        return st.booleans()
    if kind is int:
        return often(st.integers(0, 90), st.integers(-(2**40), 2**40))
    if isinstance(kind, type) and issubclass(kind, Label):
        return st.sampled_from(list(kind))
    if kind is Maand:
        return often(st.sampled_from([Maand(2026, 10), Maand(2026, 9), Maand(2026, 11)]), st.builds(
            Maand, st.integers(1900, 9998), st.integers(1, 12)))  # fmt: skip
    if kind is Path:
        return st.booleans().map(Folder)
    if kind is Tabel:
        return tables()
    if kind is Lijststand:
        return st.builds(
            Lijststand, keuzes=st.tuples(st.none() | TEXT), volgorde=TEXT, aflopend=st.booleans()
        )
    if name == "talen":
        return st.lists(_chosen(CHOICES["contacttaal"]), max_size=3).map(tuple)
    if name == "keuzes":
        fields = st.sampled_from(["voornaam", "geboortedatum", "geslacht", "vrij_vanaf", "onzin"])
        return st.dictionaries(fields, st.sampled_from(["verdwijnt", "blijft", ""]), max_size=3)
    if name == "inhoud":
        return st.dictionaries(TEXT, TEXT | st.none() | st.integers() | st.booleans(), max_size=3)
    if name == "koppeling":
        people = st.permutations(["familienaam", "voornaam", "geboortedatum", "", ""])
        months = st.permutations(["maand", "gemiddelde", "binnengekomen"])
        return (people | months | st.lists(st.sampled_from(["", *FIELDS]), max_size=6)).map(tuple)
    if name.endswith("_ids"):
        return st.lists(_for(owner, name.removesuffix("s"), int), max_size=3)
    if name == "maanden" and typing.get_origin(kind) is not None:
        (item,) = typing.get_args(kind)
        return st.lists(_by_type(owner, "maand", item), max_size=3)
    if name == "maanden":
        return st.integers(-1, 700)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = typing.get_type_hints(kind)
        fields = [field for field in dataclasses.fields(kind) if field.init]
        return st.builds(
            kind, **{field.name: _for(kind.__name__, field.name, hints[field.name]) for field in fields}
        )
    raise AssertionError(f"{owner} asks {name}: {kind}; say in tests/badinput/arguments.py what to feed it")
