"""What the forms of a deelnemer ask, and how a filled-in form is checked before it is kept."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Geslacht, JaNeeOnbekend, Lijst, StatuutSoort
from leertraject_desktop.domain.periode import controleer_datum, controleer_volgorde
from leertraject_desktop.domain.personen import controleer_geboortedatum
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.tekst import MAX_NAAM, schoon
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.storage.reference import controleer_code


@dataclass(frozen=True, slots=True)
class DeelnemerInvoer:
    """The form of a person. Codes are those of `Geslacht`, `JaNeeOnbekend` and the reference lists.

    `contacttaal` is the language to speak with, `talen` the others, `nederlands` the ERK level of Dutch.
    `vrij_vanaf` is the month of release as the person tells it, as its first day; never from Justice.
    """

    voornaam: str = ""
    familienaam: str = ""
    naam_eigen_schrift: str = ""
    geboortedatum: date | None = None
    geslacht: str | None = None
    contacttaal: str | None = None
    talen: tuple[str, ...] = ()
    nederlands: str | None = None
    opleidingsniveau: str | None = None
    migratieachtergrond: str = JaNeeOnbekend.ONBEKEND.value
    arbeidshandicap: str = JaNeeOnbekend.ONBEKEND.value
    vrij_vanaf: date | None = None


@dataclass(frozen=True, slots=True)
class VerblijfInvoer:
    """The form of a stay; `eindreden` is a code of einde_verblijf and goes with `tot`."""

    gevangenis: str = ""
    van: date | None = None
    tot: date | None = None
    afdeling: str = ""
    cel: str = ""
    eindreden: str | None = None


@dataclass(frozen=True, slots=True)
class NieuweDeelnemer:
    """The form of somebody new: the person, where he or she is since when, and the statuut."""

    voornaam: str = ""
    familienaam: str = ""
    naam_eigen_schrift: str = ""
    geboortedatum: date | None = None
    geslacht: str | None = None
    contacttaal: str | None = None
    opleidingsniveau: str | None = None
    statuut: str | None = None
    verblijf_van: date | None = None
    afdeling: str = ""
    cel: str = ""


def gecontroleerd(session: Session, invoer: DeelnemerInvoer) -> DeelnemerInvoer:
    """The form with clean text. Raises Problem at the first field that cannot be kept."""
    voornaam = schoon(invoer.voornaam, maximum=MAX_NAAM, veld="voornaam")
    familienaam = schoon(invoer.familienaam, maximum=MAX_NAAM, veld="familienaam")
    if not voornaam and not familienaam:
        raise Problem(
            "Je kan een deelnemer niet bewaren zonder naam.",
            "Typ de voornaam, de familienaam of allebei.",
            veld="familienaam",
        )
    if invoer.geboortedatum is not None:
        controleer_geboortedatum(invoer.geboortedatum, vandaag(session))
    if invoer.geslacht is not None and invoer.geslacht not in set(Geslacht):
        raise Problem("Kies man, vrouw of X.", "Kies er een uit de lijst.", veld="geslacht")
    for veld in ("migratieachtergrond", "arbeidshandicap"):
        if getattr(invoer, veld) not in set(JaNeeOnbekend):
            raise Problem("Kies ja, nee of onbekend.", "Kies er een uit de lijst.", veld=veld)
    for taal in filter(None, (invoer.contacttaal, *invoer.talen)):
        controleer_code(session, Lijst.TAAL, taal, veld="talen")
    if invoer.nederlands is not None:
        controleer_code(session, Lijst.ERK, invoer.nederlands, veld="nederlands")
    if invoer.opleidingsniveau is not None:
        controleer_code(session, Lijst.OPLEIDINGSNIVEAU, invoer.opleidingsniveau, veld="opleidingsniveau")
    if invoer.vrij_vanaf is not None:
        controleer_datum(invoer.vrij_vanaf, vandaag(session), veld="vrij_vanaf", toekomst=True)
    return replace(
        invoer,
        voornaam=voornaam,
        familienaam=familienaam,
        naam_eigen_schrift=schoon(invoer.naam_eigen_schrift, maximum=MAX_NAAM, veld="naam_eigen_schrift"),
        vrij_vanaf=invoer.vrij_vanaf.replace(day=1) if invoer.vrij_vanaf else None,
    )


def gecontroleerd_verblijf(session: Session, invoer: VerblijfInvoer) -> tuple[VerblijfInvoer, date]:
    """The form of a stay with clean text, and its first day. Raises Problem at the first wrong field."""
    if invoer.van is None:
        raise Problem("Er is nog geen eerste dag.", "Typ de dag waarop het verblijf begon.", veld="van")
    controleer_datum(invoer.van, vandaag(session), veld="van")
    if invoer.tot is not None:
        controleer_datum(invoer.tot, vandaag(session), veld="tot")
        controleer_volgorde(invoer.van, invoer.tot)
        if not invoer.eindreden:
            raise Problem(
                "Je kan een verblijf niet afsluiten zonder reden.",
                "Kies waarom het eindigde.",
                veld="eindreden",
            )
        controleer_code(session, Lijst.EINDE_VERBLIJF, invoer.eindreden, veld="eindreden")
    elif invoer.eindreden:
        raise Problem(
            "Er staat een reden van vertrek, maar geen laatste dag.",
            "Typ de laatste dag of maak de reden leeg.",
            veld="tot",
        )
    afdeling = schoon(invoer.afdeling, maximum=50, veld="afdeling")
    cel = schoon(invoer.cel, maximum=20, veld="cel")
    return replace(invoer, afdeling=afdeling, cel=cel, eindreden=invoer.eindreden or None), invoer.van


def controleer_statuut(soort: str | None) -> str:
    """The code of a statuut. Raises Problem when none or an unknown one was chosen."""
    if soort not in set(StatuutSoort):
        raise Problem("Kies een statuut.", "Kies er een uit de lijst.", veld="statuut")
    return str(soort)
