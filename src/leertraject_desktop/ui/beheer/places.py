"""The pages of beheer: what they are called in the menu of the user, who sees them, how search finds them."""

from dataclasses import dataclass

from leertraject_desktop.domain.label import Rol
from leertraject_desktop.domain.rechten import RECHTEN, Recht
from leertraject_desktop.domain.tekst import vouw
from leertraject_desktop.ui.kit.popup_list import LookupRow
from leertraject_desktop.ui.kit.screen import Target


@dataclass(frozen=True, slots=True)
class BeheerPlace:
    """A page or form of beheer: its place, the words of the menu, an icon, and the right that it needs."""

    place: str
    title: str
    icon: str
    recht: Recht = Recht.LEZEN
    also: str = ""


PLACES = (
    BeheerPlace("wachtzin", "Mijn wachtzin wijzigen", "key-round", also="wachtwoord paswoord"),
    BeheerPlace("instellingen", "Instellingen", "settings", also="donker licht kleuren vergrendelen minuten"),
    BeheerPlace("tekstgrootte", "Tekstgrootte", "type", also="letters groter kleiner lezen zoomen"),
    BeheerPlace("reservekopieen", "Reservekopieën", "hard-drive", also="backup terugzetten stick"),
    BeheerPlace("gebruikers", "Gebruikers", "users-round", Recht.BEHEREN, "rollen herstelblad collega"),
    BeheerPlace("logboek", "Logboek", "history", Recht.BEHEREN, "wie zag dossier nakijken"),
    BeheerPlace(
        "persoonsgegevens",
        "Persoonsgegevens",
        "shield",
        Recht.BEHEREN,
        "inzage wissen bewaartermijn datalek avg gdpr",
    ),
)


def places_for(rol: Rol) -> list[BeheerPlace]:
    """What this rol may open; what somebody may not do is not offered."""
    return [place for place in PLACES if place.recht in RECHTEN[rol]]


def found(typed: str, rol: Rol) -> list[LookupRow]:
    """The pages of which a word begins with what was typed, for the search field."""
    words = vouw(typed).split()
    return [
        LookupRow(Target(place.place), place.title, "Beheer", place.icon, typed)
        for place in places_for(rol)
        if words and all(_begins(word, f"{place.title} {place.also}") for word in words)
    ]


def _begins(typed: str, text: str) -> bool:
    return len(typed) > 1 and any(word.startswith(typed) for word in vouw(text).split())
