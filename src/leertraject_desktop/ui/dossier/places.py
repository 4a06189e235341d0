"""The places of the forms that a dossier holds, for drafts and for the window that leads to them."""

from leertraject_desktop.domain.problem import Problem

CONTACT, START, STOP = "contact", "starten", "stopzetten"
"""The parts of a dossier that are forms: `Target("dossier", id, CONTACT)` opens a new contactmoment.

`CONTACT` with the id of a contactmoment behind it ("contact-12") opens that one.
"""

_PARTS = {
    "nieuw_contactmoment": CONTACT,
    "begeleiding_starten": START,
    "begeleiding_stopzetten": STOP,
    "gegevens": "gegevens",
}
_EDIT = "contactmoment-"

FORM_TABS = {
    "verblijf": "gegevens",
    "vertrek": "gegevens",
    "statuut": "gegevens",
    "ondersteuningsnood": "gegevens",
    "redelijke_aanpassing": "gegevens",
    "ondersteuning": "gegevens",
    "drempel_bij": "begeleiding",
    "drempel": "begeleiding",
    "opschorten": "begeleiding",
    "opschorting": "begeleiding",
    "hervatten": "begeleiding",
    "afronden": "begeleiding",
    "begeleiding_verbeteren": "begeleiding",
    "toestemming": "partners",
    "toestemmingsblad": "partners",
    "toestemming_intrekken": "partners",
    "toestemming_terugzetten": "partners",
    "doorverwijzing": "partners",
    "doorverwijzing_antwoord": "partners",
    "doorverwijzing_terugnemen": "partners",
    "nazorg_uitkomst": "partners",
    "nazorg_kanaal": "partners",
}
"""The forms at the right, each with its tab; "toestemming" is a new one, "toestemming-5" number 5."""

PLAN_EDITORS = ("nieuw_leerdoel", "wijzig_leerdoel", "nieuwe_actie", "wijzig_actie")
"""The fields in the plan itself: for a begeleiding, a leerdoel, a leerdoel and an actie."""


def part_of(place: str) -> str | None:
    """The part of a dossier that a place stands for; None when it is no place of a dossier."""
    if place.startswith(_EDIT) and place.removeprefix(_EDIT).isdigit():
        return f"{CONTACT}-{place.removeprefix(_EDIT)}"
    if place.partition("-")[0] in (*FORM_TABS, *PLAN_EDITORS):
        return place
    return _PARTS.get(place)


def gone() -> Problem:
    """What an unfinished form was about is no longer there."""
    return Problem(
        "Waar dit formulier over gaat, staat niet meer in het dossier.",
        "Je concept is weggegooid. Kijk in het dossier wat er nu staat.",
    )


def draft_place(part: str, deelnemer_id: int, row_id: int | None = None) -> str:
    """Under which name the draft of a part is kept: "nieuw_contactmoment:5", "contactmoment-12:5"."""
    row = "" if row_id is None else f"-{row_id}"
    if part == CONTACT and row:
        return f"{_EDIT}{row_id}:{deelnemer_id}"
    place = next((place for place, known in _PARTS.items() if known == part), part)
    return f"{place}{row}:{deelnemer_id}"
