"""The figure of nazorg (S2 q5): what people did 6, 9 and 12 months after release, per gevangenis."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.nazorg import WERK_OF_OPLEIDING, Nazorgaandeel
from leertraject_desktop.domain.opvolging import maanden_later
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.storage.follow_up_tables import Nazorgmoment
from leertraject_desktop.storage.reference import waarden
from leertraject_desktop.storage.tables import Gevangenis

BEREIKT = "bereikt"


@dataclass(frozen=True, slots=True)
class Uitkomstaantal:
    """How many moments had an outcome; the code is empty for those without one yet."""

    code: str
    label: str
    aantal: int


@dataclass(frozen=True, slots=True)
class Nazorgcijfer:
    """One prison at 6, 9 or 12 months. The counts of `uitkomsten` add up to `aandeel.verwacht`."""

    gevangenis_code: str
    gevangenis: str
    maanden: int
    aandeel: Nazorgaandeel
    uitkomsten: tuple[Uitkomstaantal, ...]


def nazorgcijfers(session: Session, van: date, tot: date) -> list[Nazorgcijfer]:
    """The outcomes of the moments whose day lies in a period, per prison and number of months.

    A moment counts as due when its day has come or when its outcome came earlier; moments that lapsed because
    the person died are not due. Reached is whoever has an outcome of the group "bereikt".
    """
    groepen = {waarde.code: waarde for waarde in waarden(session, Lijst.UITKOMST_NAZORG)}
    stmt = (
        select(
            Nazorgmoment.gevangenis_code,
            Gevangenis.naam,
            Nazorgmoment.maanden,
            Nazorgmoment.uitkomst,
            func.count(),
        )
        .join(Gevangenis, Nazorgmoment.gevangenis_code == Gevangenis.code)
        .where(Nazorgmoment.datum >= van, Nazorgmoment.datum <= tot, Nazorgmoment.vervallen_op.is_(None))
        .where(or_(Nazorgmoment.datum <= vandaag(session), Nazorgmoment.gedaan_op.is_not(None)))
        .group_by(Nazorgmoment.gevangenis_code, Nazorgmoment.maanden, Nazorgmoment.uitkomst)
    )
    per_plaats: dict[tuple[str, str, int], dict[str, int]] = {}
    for code, naam, maanden, uitkomst, aantal in session.execute(stmt):
        per_plaats.setdefault((naam, code, maanden), {})[uitkomst or ""] = aantal
    found = []
    for (naam, code, maanden), aantallen in sorted(per_plaats.items()):
        bereikt = {
            uitkomst: aantal
            for uitkomst, aantal in aantallen.items()
            if uitkomst in groepen and groepen[uitkomst].groep == BEREIKT
        }
        uitkomsten = [
            Uitkomstaantal(waarde.code, waarde.label, aantallen.get(waarde.code, 0))
            for waarde in groepen.values()
        ]
        uitkomsten.append(Uitkomstaantal("", "nog geen uitkomst", aantallen.get("", 0)))
        werk = sum(aantal for uitkomst, aantal in bereikt.items() if uitkomst in WERK_OF_OPLEIDING)
        aandeel = Nazorgaandeel(werk, sum(bereikt.values()), sum(aantallen.values()))
        found.append(Nazorgcijfer(code, naam, maanden, aandeel, tuple(uitkomsten)))
    return found


def afgelopen_jaar(session: Session) -> list[tuple[int, Nazorgaandeel]]:
    """The share with work or training per number of months, over the moments of the last twelve months.

    Of all prisons together; a number of months for which nobody was due is left out.
    """
    tot = vandaag(session)
    per_maanden: dict[int, Nazorgaandeel] = {}
    for cijfer in nazorgcijfers(session, maanden_later(tot, -12) + timedelta(days=1), tot):
        geen = Nazorgaandeel(0, 0, 0)
        per_maanden[cijfer.maanden] = per_maanden.get(cijfer.maanden, geen) + cijfer.aandeel
    return sorted(per_maanden.items())
