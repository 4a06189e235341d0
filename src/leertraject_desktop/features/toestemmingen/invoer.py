"""What the form of a toestemming asks, as it is typed in."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ToestemmingInvoer:
    """The form of a consent, in the order of the paper; `doel` is a code of doel_toestemming.

    `geldig_tot` is the last day, a year later when None. `formuliernummer` is the number on the sheet.
    """

    partner: str | None = None
    doel: str | None = None
    gegeven_op: date | None = None
    geldig_tot: date | None = None
    formuliernummer: str = ""
