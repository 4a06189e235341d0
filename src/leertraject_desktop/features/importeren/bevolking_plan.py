"""Lays a list of the population per month beside the database."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.importeren.blad import Cel, Rij
from leertraject_desktop.features.importeren.koppen import Koppeling, Tabel
from leertraject_desktop.features.importeren.plan import Plan, Regel, Stand
from leertraject_desktop.features.importeren.waarden import lees_aantal, lees_maand
from leertraject_desktop.storage.access import vandaag, wie
from leertraject_desktop.storage.corrections import verbeter
from leertraject_desktop.storage.follow_up_tables import Bevolking
from leertraject_desktop.storage.reference import waarden

# No prison in the country holds so many; a number above it is a typing error.
HOOGSTE = 5_000
REDEN = "veranderd"


@dataclass(frozen=True, slots=True)
class Maandcijfers:
    """The numbers of one month as the list gives them."""

    maand: Maand
    gemiddelde: int
    binnengekomen: int


def bevolking_plan(
    session: Session, tabel: Tabel, koppeling: Koppeling
) -> tuple[Plan, dict[str, Maandcijfers]]:
    """What happens to every row, and the months that are to be kept."""
    stmt = select(Bevolking).where(Bevolking.gevangenis_code == wie(session).gevangenis)
    known = {row.maand: (row.gemiddelde, row.binnengekomen) for row in session.scalars(stmt)}
    plaats = {code: place for place, code in enumerate(koppeling) if code}
    regels: list[Regel] = []
    kept: dict[str, Maandcijfers] = {}
    seen: dict[str, tuple[int, int]] = {}
    for rij in tabel.rijen:
        try:
            cijfers = _lees(rij, plaats, tabel.vanaf_1904, Maand.van(vandaag(session)))
            sleutel, numbers = str(cijfers.maand), (cijfers.gemiddelde, cijfers.binnengekomen)
            if seen.get(sleutel, numbers) != numbers:
                raise Problem(
                    f"{cijfers.maand.naam.capitalize()} staat twee keer in de lijst, met andere getallen.",
                    "Laat alleen de juiste rij staan.",
                )
        except Problem as problem:
            regels.append(Regel(rij.nummer, "fout", "", None, "", problem.what, problem.remedy))
            continue
        stand, words = _vergelijk(known.get(sleutel), numbers)
        if sleutel in seen:
            stand, words = "gekend", "Staat al hoger in de lijst."
        elif stand != "gekend":
            kept[sleutel] = cijfers
        seen[sleutel] = numbers
        regels.append(Regel(rij.nummer, stand, cijfers.maand.naam, None, "", words))
    return Plan("bevolking", tuple(regels), maanden=len(kept)), kept


def bewaar_maanden(session: Session, maanden: dict[str, Maandcijfers]) -> None:
    """Keep the numbers of these months; numbers that were there leave a correctie."""
    code = wie(session).gevangenis
    reden = REDEN if REDEN in {row.code for row in waarden(session, Lijst.REDEN_CORRECTIE)} else "andere"
    for sleutel, cijfers in maanden.items():
        numbers = {"gemiddelde": cijfers.gemiddelde, "binnengekomen": cijfers.binnengekomen}
        stmt = select(Bevolking).where(Bevolking.gevangenis_code == code, Bevolking.maand == sleutel)
        row = session.scalars(stmt).first()
        if row is None:
            session.add(Bevolking(gevangenis_code=code, maand=sleutel, **numbers))
        else:
            verbeter(session, row, reden, **numbers)


def _lees(rij: Rij, plaats: dict[str, int], vanaf_1904: bool, deze_maand: Maand) -> Maandcijfers:
    maand = lees_maand(_cel(rij, plaats["maand"]), "maand", vanaf_1904)
    if maand > deze_maand:
        raise Problem(f"De maand {maand.naam} moet nog komen.", "Laat deze rij weg.", veld="maand")
    numbers = []
    for veld, words in (("gemiddelde", "de gemiddelde bevolking"), ("binnengekomen", "wie binnenkwam")):
        number = lees_aantal(_cel(rij, plaats[veld]), veld, HOOGSTE)
        if number is None:
            raise Problem(
                f"Bij {maand.naam} ontbreekt {words}.", "Vul het getal aan of laat de rij weg.", veld=veld
            )
        numbers.append(number)
    return Maandcijfers(maand, *numbers)


def _cel(rij: Rij, place: int) -> Cel:
    return rij.cellen[place] if place < len(rij.cellen) else None


def _vergelijk(known: tuple[int, int] | None, numbers: tuple[int, int]) -> tuple[Stand, str]:
    new = f"gemiddeld {numbers[0]}, binnengekomen {numbers[1]}"
    if known is None:
        return "nieuw", f"Nieuw: {new}."
    if known == numbers:
        return "gekend", "Deze getallen staan er al."
    return "aangevuld", f"Wordt {new}; was gemiddeld {known[0]}, binnengekomen {known[1]}."
