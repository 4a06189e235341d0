"""Nazorg: where a moment after release is, and the figure of S2 q5 that never stands without its response."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from leertraject_desktop.domain.label import Label
from leertraject_desktop.domain.periode import Periode

# Why a stay ended (codes of einde_verblijf): released, or out of detention for good.
VRIJ = ("vrijgesteld", "elektronisch_toezicht")
BUITEN = (*VRIJ, "overleden")
WERK_OF_OPLEIDING = frozenset({"in_opleiding", "aan_het_werk"})


class Nazorgstand(Label):
    """Where a nazorgmoment is."""

    TE_DOEN = "te_doen", "te doen"
    TE_LAAT = "te_laat", "te laat"
    GEDAAN = "gedaan", "gedaan"
    VERVALLEN = "vervallen", "vervallen"


def nazorgstand(datum: date, gedaan_op: date | None, vervallen_op: date | None, vandaag: date) -> Nazorgstand:
    """Where a nazorgmoment that is due on `datum` is today."""
    if gedaan_op is not None:
        return Nazorgstand.GEDAAN
    if vervallen_op is not None:
        return Nazorgstand.VERVALLEN
    return Nazorgstand.TE_LAAT if datum < vandaag else Nazorgstand.TE_DOEN


def begeleide_vrijlatingen(
    verblijven: Iterable[tuple[Periode, str | None]], begeleidingen: Sequence[Periode]
) -> list[bool]:
    """Per stay, first one first, whether it ended in a release that nazorg follows.

    It does for who had a begeleiding in that detention: on a day between the arrival after the release before
    and this release. `verblijven` come with the reason why they ended (a code of einde_verblijf).
    """
    found = []
    binnen: date | None = None
    for periode, eindreden in verblijven:
        binnen = binnen or periode.van
        begeleid = any(
            begeleiding.van <= (periode.tot or begeleiding.van)
            and (begeleiding.tot is None or begeleiding.tot >= binnen)
            for begeleiding in begeleidingen
        )
        found.append(eindreden in VRIJ and begeleid)
        if eindreden in BUITEN:
            binnen = None
    return found


@dataclass(frozen=True, slots=True)
class Nazorgaandeel:
    """How many of those who were reached have work or training, and how many were reached of all.

    Made from the three counts only, so that the rate is nowhere without its response: there is no field or
    property for the rate alone. Raises ValueError when the counts cannot be.
    """

    werk_of_opleiding: int
    bereikt: int
    verwacht: int

    def __post_init__(self) -> None:
        if not 0 <= self.werk_of_opleiding <= self.bereikt <= self.verwacht:
            raise ValueError("who has work was reached, and who was reached was due")

    def __add__(self, ander: "Nazorgaandeel") -> "Nazorgaandeel":
        return Nazorgaandeel(
            self.werk_of_opleiding + ander.werk_of_opleiding,
            self.bereikt + ander.bereikt,
            self.verwacht + ander.verwacht,
        )

    @property
    def breuken(self) -> tuple[Fraction, Fraction] | None:
        """Rate and response share together, each from 0 to 1; None when nobody was reached."""
        if not self.bereikt:
            return None
        return Fraction(self.werk_of_opleiding, self.bereikt), Fraction(self.bereikt, self.verwacht)

    def __str__(self) -> str:
        """As a user reads it: `8 van 12 (67 %), bereikt 12 van 30 (40 %)`."""
        if self.breuken is None:
            return f"niemand bereikt van {self.verwacht}" if self.verwacht else "nog niemand aan de beurt"
        aandeel, respons = self.breuken
        return (
            f"{self.werk_of_opleiding} van {self.bereikt} ({_procent(aandeel)} %), "
            f"bereikt {self.bereikt} van {self.verwacht} ({_procent(respons)} %)"
        )


def _procent(breuk: Fraction) -> int:
    """Half a percent goes up, as people round."""
    return int(breuk * 100 + Fraction(1, 2))
