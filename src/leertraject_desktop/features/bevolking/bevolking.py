"""The population of a prison per month, the denominator of F7: typed in a grid or imported."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.storage.access import command, vandaag, wie
from leertraject_desktop.storage.corrections import verbeter, verwijder
from leertraject_desktop.storage.follow_up_tables import Bevolking
from leertraject_desktop.storage.tables import Gevangenis

# No prison in the country holds so many; a number above it is a typing error.
HOOGSTE = 5_000


@dataclass(frozen=True, slots=True)
class BevolkingInvoer:
    """One month as it is typed in; both numbers None means that nothing is known (any more)."""

    maand: Maand
    gemiddelde: int | None = None
    binnengekomen: int | None = None


@dataclass(frozen=True, slots=True)
class BevolkingRij:
    """One month of one prison; the numbers are None where nothing was entered yet."""

    maand: Maand
    gemiddelde: int | None
    binnengekomen: int | None


def bevolking(session: Session, jaar: int, *, gevangenis: str = "") -> list[BevolkingRij]:
    """The twelve months of a year of a prison, of this one when none is named; January first."""
    code = gevangenis or wie(session).gevangenis
    stmt = select(Bevolking).where(
        Bevolking.gevangenis_code == code,
        Bevolking.maand >= f"{jaar:04}-01",
        Bevolking.maand <= f"{jaar:04}-12",
    )
    rows = {row.maand: row for row in session.scalars(stmt)}
    found = []
    for maand in (Maand(jaar, nummer) for nummer in range(1, 13)):
        row = rows.get(str(maand))
        found.append(BevolkingRij(maand, row.gemiddelde if row else None, row.binnengekomen if row else None))
    return found


@command(Recht.REGISTREREN, "bevolking bewaren")
def bewaar_bevolking(
    session: Session, maanden: Sequence[BevolkingInvoer], *, gevangenis: str = "", reden: str = "veranderd"
) -> int:
    """Keep the numbers of some months of a prison (this one when none is named); all of them or none.

    `reden` is a code of reden_correctie, for months that had other numbers. A month without numbers is
    removed. Returns how many months changed. Raises Problem at field `2026-10.gemiddelde` or
    `2026-10.binnengekomen`.
    """
    code = gevangenis or wie(session).gevangenis
    if session.get(Gevangenis, code) is None:
        raise Problem(
            "Deze gevangenis staat niet in de lijst.", "Kies er een uit de lijst.", veld="gevangenis"
        )
    return sum(_bewaar(session, code, invoer, reden) for invoer in maanden)


def controleer_bevolking(invoer: BevolkingInvoer, deze_maand: Maand) -> None:
    """Raise Problem at the number that cannot be: missing, negative, too high or of a month to come."""
    for veld, aantal in (("gemiddelde", invoer.gemiddelde), ("binnengekomen", invoer.binnengekomen)):
        plek = f"{invoer.maand}.{veld}"
        if aantal is None:
            raise Problem(
                f"Bij {invoer.maand.naam} staat maar één getal.",
                "Typ beide getallen, of maak ze allebei leeg.",
                veld=plek,
            )
        if not 0 <= aantal <= HOOGSTE:
            raise Problem(f"{aantal} kan niet kloppen.", f"Typ een getal van 0 tot {HOOGSTE}.", veld=plek)
        if invoer.maand > deze_maand:
            raise Problem(f"De maand {invoer.maand.naam} moet nog komen.", "Maak deze maand leeg.", veld=plek)


def _bewaar(session: Session, code: str, invoer: BevolkingInvoer, reden: str) -> bool:
    """Bring one month to what was typed; whether anything changed."""
    row = session.scalars(
        select(Bevolking).where(Bevolking.gevangenis_code == code, Bevolking.maand == str(invoer.maand))
    ).first()
    if invoer.gemiddelde is None and invoer.binnengekomen is None:
        if row is not None:
            verwijder(session, row, "vergissing")
        return row is not None
    controleer_bevolking(invoer, Maand.van(vandaag(session)))
    if row is None:
        session.add(
            Bevolking(
                gevangenis_code=code,
                maand=str(invoer.maand),
                gemiddelde=invoer.gemiddelde,
                binnengekomen=invoer.binnengekomen,
            )
        )
        return True
    if (row.gemiddelde, row.binnengekomen) == (invoer.gemiddelde, invoer.binnengekomen):
        return False
    verbeter(session, row, reden, gemiddelde=invoer.gemiddelde, binnengekomen=invoer.binnengekomen)
    return True
