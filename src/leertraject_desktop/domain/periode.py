"""Periods from a first day to a last day, and the rules that keep them in order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.problem import Problem

EERSTE_DAG = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Periode:
    """From `van` up to and including `tot`; `tot` is None while it lasts."""

    van: date
    tot: date | None = None

    def bevat(self, dag: date) -> bool:
        """Whether a day lies in the period, its last day included."""
        return self.van <= dag and (self.tot is None or dag <= self.tot)

    def overlapt(self, ander: "Periode") -> bool:
        """Whether two periods share more than one day that ends the one and begins the other.

        A person who is moved leaves and arrives on the same day, so that day may stand in both.
        """
        if self == ander:
            return True
        before = self.tot is not None and self.tot <= ander.van
        after = ander.tot is not None and ander.tot <= self.van
        return not (before or after)


def controleer_volgorde(van: date, tot: date | None, *, veld: str = "tot", begin: str = "") -> None:
    """Raise Problem when a period ends before it begins.

    `begin` says in words what began on `van`, for a form that does not show that day.
    """
    if tot is not None and tot < van:
        if begin:
            remedy = f"Kies {toon_datum(van)} of een dag daarna."
            raise Problem(f"Deze dag ligt vóór {begin}.", remedy, veld=veld)
        raise Problem(
            "De laatste dag ligt vóór de eerste dag.",
            "Kijk de twee datums na: de laatste dag komt op of na de eerste.",
            veld=veld,
        )


def controleer_na_geboorte(geboren: date | None, van: date, *, veld: str) -> None:
    """Raise Problem when a stay begins before the day of birth, where that is known."""
    if geboren is not None and van < geboren:
        raise Problem(
            f"Het verblijf vanaf {toon_datum(van)} begint vóór de geboortedatum, {toon_datum(geboren)}.",
            "Kijk de twee datums na.",
            veld=veld,
        )


def controleer_datum(dag: date, vandaag: date, *, veld: str = "datum", toekomst: bool = False) -> None:
    """Raise Problem for a day that cannot be: before 1900, or after today for what must have happened."""
    if dag < EERSTE_DAG or dag.year > vandaag.year + 50:
        raise Problem("Dit jaar kan niet kloppen.", "Kijk het jaartal na.", veld=veld)
    if not toekomst and dag > vandaag:
        raise Problem("Deze dag moet nog komen.", "Kies vandaag of een dag die voorbij is.", veld=veld)


def controleer_overlap(nieuw: Periode, bestaande: Iterable[Periode], *, wat: str, veld: str = "van") -> None:
    """Raise Problem when a new period falls in one that exists; `wat` is the noun with its article."""
    if any(nieuw.overlapt(periode) for periode in bestaande):
        raise Problem(
            f"In deze periode staat al {wat}.",
            "Sluit eerst de vorige periode af of kies andere datums.",
            veld=veld,
        )
