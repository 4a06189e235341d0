"""What can be derived from what is known of a person, always at the date of the event."""

from datetime import date

from leertraject_desktop.domain.klank import klanken
from leertraject_desktop.domain.label import Leeftijdsgroep
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.tekst import vouw

OUDSTE = 110
JONGSTE = 12


def leeftijd(geboortedatum: date, op: date) -> int:
    """Age in whole years on a day; somebody born on 29 February has a birthday on 1 March in other years."""
    return op.year - geboortedatum.year - ((op.month, op.day) < (geboortedatum.month, geboortedatum.day))


def leeftijdsgroep(geboortedatum: date | None, op: date) -> Leeftijdsgroep:
    """The age group of S2 q1 at the date of the event: -25 is under 25, 50+ is 50 and over."""
    if geboortedatum is None:
        return Leeftijdsgroep.ONBEKEND
    jaren = leeftijd(geboortedatum, op)
    if jaren < 25:
        return Leeftijdsgroep.TOT_25
    return Leeftijdsgroep.VAN_25_TOT_50 if jaren < 50 else Leeftijdsgroep.VANAF_50


def weergavenaam(voornaam: str, familienaam: str) -> str:
    """The name as it is spoken: first name first."""
    return f"{voornaam} {familienaam}".strip()


def sorteernaam(voornaam: str, familienaam: str) -> str:
    """The name as lists show it: `El Amrani, Youssef`."""
    return f"{familienaam}, {voornaam}" if voornaam and familienaam else familienaam or voornaam


def naamkolommen(voornaam: str, familienaam: str, eigen_schrift: str = "") -> dict[str, str]:
    """What a deelnemer is searched and sorted by, from the parts of the name."""
    zoeknaam = vouw(f"{voornaam} {familienaam} {eigen_schrift}")
    return {
        "zoeknaam": zoeknaam,
        "klank": klanken(zoeknaam),
        "sorteersleutel": vouw(f"{familienaam} {voornaam}"),
    }


def controleer_geboortedatum(dag: date, vandaag: date) -> None:
    """Raise Problem when nobody of that age can be a deelnemer."""
    if not vandaag.year - OUDSTE <= dag.year <= vandaag.year - JONGSTE:
        raise Problem(
            "Deze geboortedatum kan niet kloppen.",
            "Kijk het jaartal na. Ken je de datum niet? Laat het veld dan leeg.",
            veld="geboortedatum",
        )
