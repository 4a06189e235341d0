"""What the forms of a doorverwijzing ask."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DoorverwijzingInvoer:
    """The form of a referral. `antwoord_tegen` is two weeks later when None, `door_id` who refers."""

    partner: str | None = None
    datum: date | None = None
    vraag: str = ""
    antwoord_tegen: date | None = None
    door_id: int | None = None


@dataclass(frozen=True, slots=True)
class StandInvoer:
    """The form of an answer or an end. `stand` is a `Verwijsstand`, `reden` a code of reden_weigering."""

    stand: str | None = None
    datum: date | None = None
    reden: str | None = None
    toelichting: str = ""
