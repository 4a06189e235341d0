"""The two files of an inzage: the letter for the person and the same as JSON, for whoever takes it along."""

import re
from datetime import UTC
from itertools import groupby
from pathlib import Path

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.features.gegevens.inzage import Blik, Inzage, Veld, als_json
from leertraject_desktop.features.papier.inzagebrief import Groep, Inzagebrief, inzagebrief_pdf
from leertraject_desktop.storage.atomic import write_atomically

TYPED, TYPED_BY = "ingevoerd op", "ingevoerd door"
CHANGED, CHANGED_BY = "laatst gewijzigd op", "laatst gewijzigd door"
SEEN = Logsoort.INZAGE.label
_TIME = re.compile(r" \d\d:\d\d UTC$")


def save_inzage(made: Inzage, folder: Path, *, gevangenis: str, maanden: int | None) -> tuple[str, str]:
    """Write both files and return their names, in which no name of a person stands. Raises Problem."""
    stem = f"inzage-dossier-{made.dossiernummer:04d}"
    letter = letter_of(made, gevangenis=gevangenis, maanden=maanden)
    write_atomically(folder / f"{stem}.pdf", inzagebrief_pdf(letter))
    write_atomically(folder / f"{stem}.json", als_json(made).encode())
    return f"{stem}.pdf", f"{stem}.json"


def letter_of(made: Inzage, *, gevangenis: str, maanden: int | None) -> Inzagebrief:
    """What the letter says: everything, with days instead of moments, and who typed it in one line."""
    return Inzagebrief(
        naam=made.naam,
        dossiernummer=made.dossiernummer,
        gevangenis=gevangenis,
        datum=made.moment.replace(tzinfo=UTC).astimezone().date(),
        maanden=maanden,
        groepen=tuple(
            Groep(rubriek.titel, rubriek.waarom, tuple(_row(rij) for rij in rubriek.rijen))
            for rubriek in made.rubrieken
        ),
        gezien=_by_day(made.gezien),
        ontvangen=_by_day(made.ontvangen),
    )


def _row(rij: tuple[Veld, ...]) -> tuple[tuple[str, str], ...]:
    facts = {veld.label: _TIME.sub("", veld.waarde) for veld in rij}
    technique = (TYPED, TYPED_BY, CHANGED, CHANGED_BY)
    shown = [(label.capitalize(), value) for label, value in facts.items() if label not in technique]
    typed = _who(facts.get(TYPED, ""), facts.get(TYPED_BY, ""))
    changed = _who(facts.get(CHANGED, ""), facts.get(CHANGED_BY, ""))
    if typed:
        shown.append(("Ingevoerd", typed))
    if changed and changed != typed:
        shown.append(("Laatst gewijzigd", changed))
    return tuple(shown)


def _who(day: str, name: str) -> str:
    return f"op {day} door {name}" if day and name else f"op {day}" if day else ""


def _plain(what: str) -> str:
    """A line of the logboek, without saying twice that a dossier was looked at."""
    return SEEN if what.startswith(f"{SEEN}:") else what


def _by_day(looks: tuple[Blik, ...]) -> tuple[tuple[str, str, str], ...]:
    """Newest first; what one person did more than once on a day is one line."""
    days = [
        (
            toon_datum(look.moment.replace(tzinfo=UTC).astimezone().date()),
            look.naam or "onbekend",
            _plain(look.wat),
        )
        for look in reversed(looks)
    ]
    lines = []
    for day, same_day in groupby(days, key=lambda line: line[0]):
        counted: dict[tuple[str, str], int] = {}
        for _, name, what in same_day:
            counted[name, what] = counted.get((name, what), 0) + 1
        lines += [
            (day, name, f"{what} ({count} keer)" if count > 1 else what)
            for (name, what), count in counted.items()
        ]
    return tuple(lines)
