"""The logboek as a beheerder reads and checks it, and as the command line checks it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.domain.personen import weergavenaam
from leertraject_desktop.domain.rechten import Recht, controleer_recht
from leertraject_desktop.storage.access import command, noteer, wie
from leertraject_desktop.storage.logboek import Oordeel, Sprong, check_chain, clock_jumps
from leertraject_desktop.storage.logboek_tables import Logboekregel
from leertraject_desktop.storage.store import Store
from leertraject_desktop.storage.tables import Deelnemer, Gebruiker


@dataclass(frozen=True, slots=True)
class Regel:
    """A line of the logboek: its number, when (UTC), who (empty when unknown), what, and which rows."""

    nummer: int
    moment: datetime
    naam: str
    soort: Logsoort
    wat: str
    rijen: tuple[str, ...]


def lijst_logboek(
    session: Session,
    *,
    soort: Logsoort | None = None,
    deelnemer_id: int | None = None,
    voor: int | None = None,
    maximum: int = 200,
) -> list[Regel]:
    """The newest lines first, at most `maximum`, before line `voor`. For a beheerder.

    `deelnemer_id` keeps the lines that name this person's dossier.
    """
    controleer_recht(wie(session).rol, Recht.BEHEREN)
    stmt = select(Logboekregel, Gebruiker.naam).outerjoin(
        Gebruiker, Logboekregel.gebruiker_id == Gebruiker.id
    )
    if soort is not None:
        stmt = stmt.where(Logboekregel.soort == soort.value)
    if deelnemer_id is not None:
        uid = session.scalar(select(Deelnemer.uid).where(Deelnemer.id == deelnemer_id))
        stmt = stmt.where(Logboekregel.rijen.contains(f"deelnemer:{uid}", autoescape=True))
    if voor is not None:
        stmt = stmt.where(Logboekregel.id < voor)
    rows = session.execute(stmt.order_by(Logboekregel.id.desc()).limit(maximum))
    return [
        Regel(row.id, row.moment, naam or "", Logsoort(row.soort), row.wat, tuple(row.rijen.split()))
        for row, naam in rows
    ]


def namen_in_logboek(session: Session, regels: Sequence[Regel]) -> dict[str, str]:
    """The names of the deelnemers that lines name, by row ("deelnemer:…"); who was wiped is not in it."""
    rows = {rij for regel in regels for rij in regel.rijen if rij.startswith("deelnemer:")}
    uids = [rij.partition(":")[2] for rij in rows]
    stmt = select(Deelnemer.uid, Deelnemer.voornaam, Deelnemer.familienaam).where(Deelnemer.uid.in_(uids))
    return {f"deelnemer:{uid}": weergavenaam(*naam) for uid, *naam in session.execute(stmt)}


def controleer_logboek(session: Session) -> Oordeel:
    """Walk the whole logboek and tell whether a line was changed, removed or moved."""
    return check_chain(session)


def sprongen_van_de_klok(session: Session) -> list[Sprong]:
    """Where the clock jumped since somebody confirmed that it is right; then no bewaartermijn is applied."""
    return clock_jumps(session)


@command(Recht.BEHEREN, "klok nakijken", stil=True)
def bevestig_klok(session: Session) -> None:
    """Keep that a beheerder looked at the clock and that it is right now."""
    noteer(session, Logsoort.KLOK, "klok is juist")


def logboek_in_woorden(store: Store) -> tuple[bool, list[str]]:
    """Whether the chain is whole, and what was found in lines, for where there is no window."""
    oordeel = store.read(controleer_logboek)
    regels = [f"Aantal regels in het logboek: {oordeel.aantal}."]
    regels += [
        f"De klok versprong bij regel {sprong.regel}: van {sprong.van} naar {sprong.tot} UTC."
        for sprong in store.read(sprongen_van_de_klok)
    ]
    if oordeel.heel:
        return True, [*regels, "Het logboek is heel: er is niets veranderd of verdwenen."]
    return False, [*regels, *(f"Gebroken bij regel {breuk.regel}: {breuk.wat}." for breuk in oordeel.breuken)]
