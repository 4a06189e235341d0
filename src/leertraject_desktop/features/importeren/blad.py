"""What a foreign file is once it has been read: sheets of rows of cells, nothing of it understood yet."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

Cel = str | int | float | bool | datetime | date | time | timedelta | None

MAX_RIJEN = 100_000
MAX_KOLOMMEN = 100
MAX_BYTES = 20 * 1024 * 1024

FORMULE = "#FORMULE"
"""Stands in a cell whose formula was never worked out, so that its value is not known."""


@dataclass(frozen=True, slots=True)
class Rij:
    """One row that holds something; `nummer` is the number that the user sees beside it, from 1."""

    nummer: int
    cellen: tuple[Cel, ...]


@dataclass(frozen=True, slots=True)
class Blad:
    """One sheet of a workbook, or a whole text file. `vanaf_1904` says from where its date numbers count."""

    naam: str
    rijen: tuple[Rij, ...]
    vanaf_1904: bool = False


def rij_van(nummer: int, cellen: list[Cel]) -> Rij | None:
    """A row without the empty cells at its end; None when nothing is left."""
    last = len(cellen)
    while last and (cellen[last - 1] is None or cellen[last - 1] == ""):
        last -= 1
    return Rij(nummer, tuple(cellen[:last])) if last else None
