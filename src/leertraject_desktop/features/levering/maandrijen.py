"""Reads what the figures of a month are counted from: each table once, already added up by the database.

The statements are words for the driver itself: they are few and together take less time than building them.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.storage.access import driver

LIJSTEN = (Lijst.OPLEIDINGSNIVEAU, Lijst.REDEN_STOPZETTING, Lijst.ONDERWERP, Lijst.KANAAL)

# Every code of the lists that a table shows, in their order, with its words and its group.
CODES = (
    "SELECT lijst, code, label, groep FROM referentiewaarde "
    "WHERE lijst IN ('opleidingsniveau', 'reden_stopzetting', 'onderwerp', 'kanaal') ORDER BY lijst, volgorde"
)
NAAM = "SELECT naam FROM gevangenis WHERE code = :gevangenis"
VRAGEN = (
    "SELECT substr(datum, 6, 2), onderwerp, kanaal, deelnemer_id IS NULL, count(*), sum(minuten) "
    "FROM informatievraag WHERE datum BETWEEN :jaar AND :einde AND gevangenis_code = :gevangenis "
    "GROUP BY 1, 2, 3, 4"
)
CONTACTEN = (
    "SELECT substr(datum, 6, 2), count(*), sum(minuten) FROM contactmoment "
    "WHERE datum BETWEEN :jaar AND :einde AND gevangenis_code = :gevangenis GROUP BY 1"
)
# Who began a begeleiding in the year so far.
GESTART = (
    "SELECT b.begindatum, d.opleidingsniveau, d.geslacht, d.migratieachtergrond, d.geboortedatum, "
    "d.arbeidshandicap FROM begeleiding b JOIN deelnemer d ON d.id = b.deelnemer_id "
    "WHERE b.begindatum BETWEEN :jaar AND :einde AND b.gevangenis_code = :gevangenis"
)
GESLOTEN = (
    "SELECT substr(b.einddatum, 6, 2), b.einde, s.reden, count(*) "
    "FROM begeleiding b LEFT JOIN stopzetting s ON s.begeleiding_id = b.id "
    "WHERE b.einddatum BETWEEN :jaar AND :einde AND b.gevangenis_code = :gevangenis GROUP BY 1, 2, 3"
)
# By the fase of the last day. The plus keeps SQLite from walking all that ever began.
LOPEND = (
    "SELECT (SELECT f.fase FROM faseovergang f WHERE f.begeleiding_id = b.id AND f.datum <= :einde "
    "ORDER BY f.datum DESC, f.id DESC LIMIT 1), count(*) FROM begeleiding b "
    "WHERE (b.einddatum IS NULL OR b.einddatum > :einde) AND +b.begindatum <= :einde "
    "AND b.gevangenis_code = :gevangenis GROUP BY 1"
)
# Different persons in the month and in the year so far.
PERSONEN = (
    "SELECT count(DISTINCT CASE WHEN dag >= :begin THEN wie END), count(DISTINCT wie) FROM ("
    "SELECT deelnemer_id AS wie, datum AS dag FROM informatievraag "
    "WHERE datum BETWEEN :jaar AND :einde AND gevangenis_code = :gevangenis "
    "UNION ALL SELECT deelnemer_id, datum FROM contactmoment "
    "WHERE datum BETWEEN :jaar AND :einde AND gevangenis_code = :gevangenis "
    "UNION ALL SELECT deelnemer_id, begindatum FROM begeleiding "
    "WHERE begindatum BETWEEN :jaar AND :einde AND gevangenis_code = :gevangenis)"
)


@dataclass(frozen=True, slots=True)
class Span:
    """What is counted: one gevangenis, a month, and its year up to that month."""

    gevangenis: str
    maand: Maand

    @property
    def begin(self) -> date:
        return self.maand.eerste_dag

    @property
    def end(self) -> date:
        return self.maand.laatste_dag

    @property
    def year(self) -> date:
        return date(self.maand.jaar, 1, 1)


class Starter(NamedTuple):
    """A begeleiding that began, and who the person is, as the file has it; None where that is not known."""

    begin: str
    opleidingsniveau: str | None
    geslacht: str | None
    migratieachtergrond: str
    geboren: str | None
    arbeidshandicap: str


@dataclass(slots=True)
class Maandrijen:
    """What happened in every month of the year so far, by number of the month and whatever a table asks.

    `lopend` is by fase ("" when unknown) on the last day; `personen` are those of the month and of the year.
    """

    gevangenis: str
    codes: dict[str, list[tuple[str, str, str]]]
    vragen: Counter[int]
    vragen_anoniem: Counter[int]
    vragen_minuten: Counter[int]
    per_onderwerp: Counter[tuple[int, str]]
    per_kanaal: Counter[tuple[int, str]]
    contacten: Counter[int]
    minuten: Counter[int]
    gestart: list[Starter]
    gesloten: Counter[tuple[int, str]]
    redenen: Counter[tuple[int, str]]
    lopend: Counter[str]
    personen: tuple[int, int]


def maandrijen(session: Session, span: Span) -> Maandrijen:
    """All that the figures of a month need, in eight statements."""
    raw = driver(session)
    values = {
        "gevangenis": span.gevangenis,
        "begin": str(span.begin),
        "einde": str(span.end),
        "jaar": str(span.year),
    }
    (naam,) = raw.execute(NAAM, values).fetchone()
    codes: dict[str, list[tuple[str, str, str]]] = {lijst.value: [] for lijst in LIJSTEN}
    for lijst, *code in raw.execute(CODES):
        codes[lijst].append((code[0], code[1], code[2]))
    rows = Maandrijen(
        naam, codes, Counter(), Counter(), Counter(), Counter(), Counter(), Counter(), Counter(),
        list(map(Starter._make, raw.execute(GESTART, values))), Counter(), Counter(), Counter(),
        raw.execute(PERSONEN, values).fetchone(),
    )  # fmt: skip
    for month, onderwerp, kanaal, anoniem, aantal, minuten in raw.execute(VRAGEN, values):
        number = int(month)
        rows.vragen[number] += aantal
        rows.vragen_anoniem[number] += aantal if anoniem else 0
        rows.vragen_minuten[number] += minuten
        rows.per_onderwerp[number, onderwerp] += aantal
        rows.per_kanaal[number, kanaal] += aantal
    for month, aantal, minuten in raw.execute(CONTACTEN, values):
        rows.contacten[int(month)], rows.minuten[int(month)] = aantal, minuten
    for month, einde, reden, aantal in raw.execute(GESLOTEN, values):
        rows.gesloten[int(month), einde] += aantal
        if einde == "stopgezet":
            rows.redenen[int(month), reden or ""] += aantal
    for fase, aantal in raw.execute(LOPEND, values):
        rows.lopend[fase or ""] += aantal
    return rows
