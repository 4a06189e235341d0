"""What the import of a list would do, row by row, before anything is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

Stand = Literal["nieuw", "aangevuld", "gekend", "fout"]

STANDEN: dict[Stand, str] = {
    "nieuw": "nieuw",
    "aangevuld": "aangevuld",
    "gekend": "al gekend",
    "fout": "fout",
}

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Regel:
    """One row of the list: what happens with it, or what is wrong with it and what to do about that.

    `rij` is the number beside the row in the file; `naam`, of somebody or of a month, is empty where it could
    not be read; `nummer` is that of the dossier that it belongs to, empty for a new one; `lijkt` is true for
    somebody new who looks like somebody else, as `wat` says.
    """

    rij: int
    stand: Stand
    naam: str
    geboortedatum: date | None
    nummer: str
    wat: str
    remedie: str = ""
    lijkt: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What a whole list comes down to; `soort` is "deelnemers" or "bevolking"."""

    soort: str
    regels: tuple[Regel, ...]
    deelnemers: int = 0
    verblijven: int = 0
    maanden: int = 0

    def aantal(self, stand: Stand) -> int:
        """How many rows stand there."""
        return sum(regel.stand == stand for regel in self.regels)

    @property
    def lijkend(self) -> int:
        """How many of those who are new look like somebody else."""
        return sum(regel.lijkt for regel in self.regels)

    @property
    def verandert(self) -> bool:
        """Whether anything would be kept."""
        return any(regel.stand in ("nieuw", "aangevuld") for regel in self.regels)


def in_woorden(plan: Plan) -> str:
    """What would be kept: "23 deelnemers en 30 verblijven", "2 maanden", "niets nieuws"."""
    parts = [
        f"{count} {one if count == 1 else more}"
        for count, one, more in (
            (plan.deelnemers, "deelnemer", "deelnemers"),
            (plan.verblijven, "verblijf", "verblijven"),
            (plan.maanden, "maand", "maanden"),
        )
        if count
    ]
    if not parts and plan.verandert:
        count = plan.aantal("aangevuld")
        parts = [f"{count} {'aanvulling' if count == 1 else 'aanvullingen'}"]
    return " en ".join(parts) or "niets nieuws"


def verslag(plan: Plan, *, proef: bool) -> list[str]:
    """The lines that tell what was kept or would be: the counts, and every wrong row with its reason.

    A trial also tells whom a row was matched with, and which new people look like somebody else.
    """
    counts = [f"{plan.aantal(stand)} {words}" for stand, words in STANDEN.items() if plan.aantal(stand)]
    lines = [f"{_rijen(len(plan.regels))}: {', '.join(counts)}."]
    fouten = [regel for regel in plan.regels if regel.stand == "fout"]
    if not fouten:
        lines.append(f"{'Zou inlezen' if proef else 'Ingelezen'}: {in_woorden(plan)}.")
    for regel in plan.regels:
        if regel.stand == "fout" or (proef and (regel.lijkt or regel.nummer)):
            naam = f" ({regel.naam})" if regel.naam else ""
            lines.append(f"Rij {regel.rij}{naam}: {regel.wat} {regel.remedie}".rstrip())
    return lines


def _rijen(count: int) -> str:
    return "1 rij" if count == 1 else f"{count} rijen"
