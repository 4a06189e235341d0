"""A calendar month, the unit of every figure that leaves the building."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from leertraject_desktop.domain.problem import Problem

NAMEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


@dataclass(frozen=True, order=True, slots=True)
class Maand:
    """A month of a year between 1900 and 9998; ordered in time."""

    jaar: int
    maand: int

    @classmethod
    def lees(cls, text: str) -> Self:
        """Read `2026-10`. Raises Problem for anything else."""
        found = re.fullmatch(r"(19\d\d|[2-9]\d\d\d)-(0[1-9]|1[0-2])", text.strip(), re.ASCII)
        if not found or found[1] == "9999":
            raise Problem(f"‘{text}’ is geen maand.", "Schrijf de maand als JJJJ-MM, bijvoorbeeld 2026-10.")
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def van(cls, dag: date) -> Self:
        """The month in which a day falls."""
        return cls(dag.year, dag.month)

    def plus(self, maanden: int) -> Self:
        """The month that is so many months later, or earlier when negative."""
        index = self.jaar * 12 + self.maand - 1 + maanden
        return type(self)(index // 12, index % 12 + 1)

    @property
    def eerste_dag(self) -> date:
        return date(self.jaar, self.maand, 1)

    @property
    def laatste_dag(self) -> date:
        return date(self.jaar, self.maand, calendar.monthrange(self.jaar, self.maand)[1])

    @property
    def naam(self) -> str:
        """As a user reads it: `oktober 2026`."""
        return f"{NAMEN[self.maand - 1]} {self.jaar}"

    def __str__(self) -> str:
        return f"{self.jaar:04}-{self.maand:02}"
