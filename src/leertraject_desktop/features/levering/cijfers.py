"""What a month's figures are made of: exact counts, and tables that add up to their total."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leertraject_desktop.domain.maand import Maand

ONBEKEND = "onbekend"


@dataclass(frozen=True, slots=True)
class Telling:
    """One exact number. `jaar` counts from January up to this month; None for a number on one day."""

    code: str
    groep: str
    label: str
    maand: int
    jaar: int | None
    definitie: str


@dataclass(frozen=True, slots=True)
class Rij:
    """One row of a table: its words, and a number for every column after the first."""

    label: str
    aantallen: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table with a total per column that is exactly the sum of its rows.

    `code` is the figure that it answers (F1a, F3), `bron` who asked for it, `kolommen` are the headings with
    that of the words first.
    """

    code: str
    titel: str
    definitie: str
    bron: str
    kolommen: tuple[str, ...]
    rijen: tuple[Rij, ...]
    totaal: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MaandCijfers:
    """Everything that the file of a month tells; nothing in it is about one person."""

    gevangenis_code: str
    gevangenis: str
    maand: Maand
    tellingen: tuple[Telling, ...]
    tabellen: tuple[Tabel, ...]

    def telling(self, code: str) -> Telling:
        """The count with this code."""
        return next(telling for telling in self.tellingen if telling.code == code)

    def tabel(self, code: str) -> Tabel:
        """The table with this code."""
        return next(tabel for tabel in self.tabellen if tabel.code == code)


@dataclass(frozen=True, slots=True)
class Vorm:
    """What a table says about itself: its fields before the numbers are known."""

    code: str
    titel: str
    definitie: str
    bron: str
    kolommen: tuple[str, ...]


def block(vorm: Vorm, choices: Iterable[tuple[str, str]], counts: Sequence[Counter[str]]) -> Tabel:
    """A table with a row for every choice (code, words), a column for every counter.

    What was counted under a code that is no choice stands as ‘onbekend’, so that nothing gets lost.
    """
    labels = dict(choices)
    known = frozenset(labels)
    loose = [sum(number for code, number in count.items() if code not in known) for count in counts]
    if any(loose):
        labels.setdefault(ONBEKEND, ONBEKEND)
    rows = []
    for code, label in labels.items():
        numbers = [count[code] if code in known else 0 for count in counts]
        if code == ONBEKEND:
            numbers = [number + more for number, more in zip(numbers, loose, strict=True)]
        rows.append((label, tuple(numbers)))
    return table(vorm, rows)


def table(vorm: Vorm, rows: Iterable[tuple[str, tuple[int, ...]]]) -> Tabel:
    """A table of these rows with the totals under it."""
    rijen = tuple(Rij(label[:1].upper() + label[1:], aantallen) for label, aantallen in rows)
    totaal = tuple(sum(column) for column in zip(*(rij.aantallen for rij in rijen), strict=True))
    return Tabel(vorm.code, vorm.titel, vorm.definitie, vorm.bron, vorm.kolommen, rijen, totaal)
