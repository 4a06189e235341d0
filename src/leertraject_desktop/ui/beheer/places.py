"""The pages of beheer: what the menu of the user calls them, who sees them, and other words for them."""

from dataclasses import dataclass

from leertraject_desktop.domain.label import Rol
from leertraject_desktop.domain.rechten import RECHTEN, Recht


@dataclass(frozen=True, slots=True)
class BeheerPlace:
    """A page or form of beheer: its place, the words of the menu, an icon, and the right that it needs."""

    place: str
    title: str
    icon: str
    recht: Recht = Recht.LEZEN
    also: str = ""


PLACES = (
    BeheerPlace("wachtzin", "Mijn wachtzin wijzigen", "key-round", also="wachtwoord paswoord veranderen"),
    BeheerPlace(
        "instellingen",
        "Instellingen",
        "settings",
        also="donker licht kleuren thema vergrendelen minuten opties "
        "tekstgrootte letters groter kleiner lezen zoomen",
    ),
    BeheerPlace(
        "reservekopieen",
        "Reservekopieën",
        "hard-drive",
        also="reservekopie backup back-up terugzetten herstellen stick usb",
    ),
    BeheerPlace(
        "gebruikers",
        "Gebruikers",
        "users-round",
        Recht.BEHEREN,
        "rollen rechten herstelblad collega toegang login",
    ),
    BeheerPlace(
        "logboek", "Logboek", "history", Recht.BEHEREN, "wie zag dossier nakijken geschiedenis audit"
    ),
    BeheerPlace(
        "persoonsgegevens",
        "Persoonsgegevens",
        "shield",
        Recht.BEHEREN,
        "privacy inzage wissen verwijderen bewaartermijnen datalek avg gdpr",
    ),
)


def places_for(rol: Rol) -> list[BeheerPlace]:
    """What this rol may open; what somebody may not do is not offered."""
    return [place for place in PLACES if place.recht in RECHTEN[rol]]
