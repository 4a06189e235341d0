"""What the form of an informatievraag asks."""

from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class VraagInvoer:
    """The form of a question. `deelnemer_id` is None for an anonymous one; `minuten` is 0 to 1440.

    An answer makes the question answered, on `beantwoord_op` or else on the day of the question itself.
    `door_id` is who dealt with it; the person who is logged in when None.

    With a `partner` the deelnemer is referred too, on `verwezen_op` (the day of the question when None), with
    an answer expected by `antwoord_tegen` (two weeks later when None). `getekend_op` keeps, in one go, the
    toestemming for that partner that was signed on that day, with the number on its sheet.
    """

    deelnemer_id: int | None = None
    onderwerp: str | None = None
    vraag: str = ""
    antwoord: str = ""
    kanaal: str | None = None
    datum: date | None = None
    minuten: int = 10
    beantwoord_op: date | None = None
    door_id: int | None = None
    wordt_begeleiding: bool = False
    partner: str | None = None
    verwezen_op: date | None = None
    antwoord_tegen: date | None = None
    getekend_op: date | None = None
    formuliernummer: str = ""

    def zonder_verwijzing(self) -> "VraagInvoer":
        """The same form, referring to nobody."""
        return replace(
            self, partner=None, verwezen_op=None, antwoord_tegen=None, getekend_op=None, formuliernummer=""
        )
