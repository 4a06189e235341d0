"""The places of the forms that a dossier holds, for drafts and for the window that leads to them."""

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


def part_of(place: str) -> str | None:
    """The part of a dossier that a place stands for; None when it is no place of a dossier."""
    if place.startswith(_EDIT) and place.removeprefix(_EDIT).isdigit():
        return f"{CONTACT}-{place.removeprefix(_EDIT)}"
    return _PARTS.get(place)


def draft_place(part: str, deelnemer_id: int) -> str:
    """Under which name the draft of a part is kept: "nieuw_contactmoment:5", "contactmoment-12:5"."""
    if part.startswith(f"{CONTACT}-"):
        return f"{_EDIT}{part.removeprefix(f'{CONTACT}-')}:{deelnemer_id}"
    place = next(place for place, known in _PARTS.items() if known == part)
    return f"{place}:{deelnemer_id}"
