"""What the forms of a begeleiding ask."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class BegeleidingInvoer:
    """The form that starts a begeleiding; `door_id` is who guides, the person logged in when None."""

    deelnemer_id: int | None = None
    begindatum: date | None = None
    leervraag: str = ""
    door_id: int | None = None


@dataclass(frozen=True, slots=True)
class BegeleidingWijziging:
    """The form that puts a begeleiding right. The last three only count for one that ended.

    Without `einddatum` one that ended goes on. `reden` is a code of reden_stopzetting and goes, with
    `toelichting`, with one that was stopped.
    """

    begindatum: date | None = None
    leervraag: str = ""
    door_id: int | None = None
    einddatum: date | None = None
    reden: str | None = None
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class LeerdoelInvoer:
    """The form of a learning goal."""

    omschrijving: str = ""
    streefdatum: date | None = None


@dataclass(frozen=True, slots=True)
class ActieInvoer:
    """The form of one step towards a goal; `wie` is who does it, in words: "deelnemer" or a name."""

    omschrijving: str = ""
    wie: str = "deelnemer"
    streefdatum: date | None = None


@dataclass(frozen=True, slots=True)
class ContactInvoer:
    """The form of a contact. `soort` is a code of contactsoort, `minuten` 0 to 1440."""

    datum: date | None = None
    soort: str | None = None
    minuten: int = 30
    notitie: str = ""
    door_id: int | None = None


@dataclass(frozen=True, slots=True)
class OpschortingInvoer:
    """The form that puts a begeleiding on hold; `reden` is a code of reden_opschorting.

    `tot` is the day on which it went on; None while it waits.
    """

    reden: str | None = None
    van: date | None = None
    toelichting: str = ""
    tot: date | None = None


@dataclass(frozen=True, slots=True)
class StopzettingInvoer:
    """The form that ends a begeleiding before completion; `reden` is a code of reden_stopzetting.

    `open_acties` is "stopzetten" (they lapse) or "taak" (they are kept as taken).
    """

    datum: date | None = None
    reden: str | None = None
    toelichting: str = ""
    open_acties: str = "stopzetten"
    door_id: int | None = None
