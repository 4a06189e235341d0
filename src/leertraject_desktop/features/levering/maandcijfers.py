"""Counts the month of one gevangenis: totals, and the tables of F1, F2, F3 and F11.

Names, numbers, birth dates and texts never leave this module. Small counts are still shown as they are: the
levering with provable anonymity will compute the tables about the person (`_f1`) from shielded rows, and pool
in the others (`_f3`, `_f11`) what is smaller than 5. The shape of `Tabel` stays.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select, union
from sqlalchemy.orm import InstrumentedAttribute, Session

from leertraject_desktop.domain.label import (
    Einde,
    Fase,
    Geslacht,
    JaNeeOnbekend,
    Label,
    Leeftijdsgroep,
    Lijst,
    Opleidingsgroep,
)
from leertraject_desktop.domain.maand import NAMEN, Maand
from leertraject_desktop.domain.personen import leeftijdsgroep
from leertraject_desktop.features.levering import definities
from leertraject_desktop.features.levering.cijfers import (
    ONBEKEND,
    MaandCijfers,
    Tabel,
    Telling,
    Vorm,
    block,
    table,
)
from leertraject_desktop.features.levering.maanden import controleer_maand
from leertraject_desktop.storage.access import wie
from leertraject_desktop.storage.reference import waarden
from leertraject_desktop.storage.tables import (
    Begeleiding,
    Contactmoment,
    Deelnemer,
    Faseovergang,
    Gevangenis,
    Informatievraag,
    Stopzetting,
)

KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")

Where = ColumnElement[bool]


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


@dataclass(frozen=True, slots=True)
class PerMonth:
    """What happened in every month of the year so far, by number of the month."""

    counts: dict[int, int]
    maand: Maand

    @property
    def now(self) -> int:
        return self[self.maand.maand]

    @property
    def year(self) -> int:
        return sum(self.counts.values())

    def __getitem__(self, month: int) -> int:
        return self.counts.get(month, 0)


def maandcijfers(session: Session, maand: Maand) -> MaandCijfers:
    """The figures of a month for the gevangenis of this database.

    Raises Problem for a month that is not over, or in which nothing was registered yet.
    """
    controleer_maand(session, maand)
    span = Span(wie(session).gevangenis, maand)
    return MaandCijfers(
        gevangenis_code=span.gevangenis,
        gevangenis=session.get_one(Gevangenis, span.gevangenis).naam,
        maand=maand,
        tellingen=_tellingen(session, span),
        tabellen=(*_f1(session, span), _f2(session, span), _f3(session, span), *_f11(session, span)),
    )


def _tellingen(session: Session, span: Span) -> tuple[Telling, ...]:
    vraag, begeleiding, contact = Informatievraag, Begeleiding, Contactmoment
    vragen = _per_month(session, span, vraag.datum)
    anoniem = _per_month(session, span, vraag.datum, vraag.deelnemer_id.is_(None))
    vraagminuten = _per_month(session, span, vraag.datum, total=vraag.minuten)
    gestart = _per_month(session, span, begeleiding.begindatum)
    afgerond, stopgezet = (
        _per_month(session, span, begeleiding.einddatum, begeleiding.einde == einde.value) for einde in Einde
    )
    contacten = _per_month(session, span, contact.datum)
    minuten = _per_month(session, span, contact.datum, total=contact.minuten)
    lopend = _running(session, span)
    numbers: dict[str, tuple[int, int | None]] = {
        "vragen": (vragen.now, vragen.year),
        "vragen_anoniem": (anoniem.now, anoniem.year),
        "vragen_minuten": (vraagminuten.now, vraagminuten.year),
        "gestart": (gestart.now, gestart.year),
        "afgerond": (afgerond.now, afgerond.year),
        "stopgezet": (stopgezet.now, stopgezet.year),
        "lopend": (lopend.total(), None),
        "nazorg": (lopend[Fase.NAZORG], None),
        "contacten": (contacten.now, contacten.year),
        "minuten": (minuten.now, minuten.year),
        "personen": (_people(session, span, span.begin), _people(session, span, span.year)),
    }
    return tuple(
        Telling(code, groep, label, *numbers[code], definitie)
        for code, groep, label, definitie in definities.TELLINGEN
    )


def _f1(session: Session, span: Span) -> tuple[Tabel, ...]:
    """Trajectories started, by who the person is at the start (S2 q1); every block has the same total."""
    groepen = {waarde.code: waarde.groep for waarde in waarden(session, Lijst.OPLEIDINGSNIVEAU)}
    stmt = (
        select(
            Begeleiding.begindatum,
            Deelnemer.opleidingsniveau,
            Deelnemer.geslacht,
            Deelnemer.migratieachtergrond,
            Deelnemer.geboortedatum,
            Deelnemer.arbeidshandicap,
        )
        .join(Deelnemer, Begeleiding.deelnemer_id == Deelnemer.id)
        .where(Begeleiding.gevangenis_code == span.gevangenis)
        .where(Begeleiding.begindatum.between(span.year, span.end))
    )
    counts = [(Counter[str](), Counter[str]()) for _ in range(5)]
    for begin, niveau, geslacht, migratie, geboren, handicap in session.execute(stmt):
        groep = groepen.get(niveau or "", "")
        codes = (groep, geslacht or ONBEKEND, migratie, leeftijdsgroep(geboren, begin), handicap)
        for code, (month, year) in zip(codes, counts, strict=True):
            year[code] += 1
            month[code] += begin >= span.begin
    blocks = (
        (definities.F1A, _choices(Opleidingsgroep)),
        (definities.F1B, [*_choices(Geslacht), (ONBEKEND, ONBEKEND)]),
        (definities.F1C, _choices(JaNeeOnbekend)),
        (definities.F1D, _choices(Leeftijdsgroep)),
        (definities.F1E, _choices(JaNeeOnbekend)),
    )
    return tuple(block(vorm, choices, count) for (vorm, choices), count in zip(blocks, counts, strict=True))


def _f2(session: Session, span: Span) -> Tabel:
    """Trajectories closed in every month of the year so far (S2 q2)."""
    ended = [
        _per_month(session, span, Begeleiding.einddatum, Begeleiding.einde == einde.value) for einde in Einde
    ]
    rows = []
    for month in _months(span):
        afgerond, stopgezet = (one[month] for one in ended)
        rows.append((NAMEN[month - 1], (afgerond, stopgezet, afgerond + stopgezet)))
    return table(definities.F2, rows)


def _f3(session: Session, span: Span) -> Tabel:
    """Trajectories stopped, by reason (S2 q3)."""
    stmt = (
        select(
            func.coalesce(Stopzetting.reden, ONBEKEND),
            func.count(),
            _count(Begeleiding.einddatum >= span.begin),
        )
        .select_from(Begeleiding)
        .outerjoin(Stopzetting, Stopzetting.begeleiding_id == Begeleiding.id)
        .where(Begeleiding.gevangenis_code == span.gevangenis, Begeleiding.einde == Einde.STOPGEZET.value)
        .where(Begeleiding.einddatum.between(span.year, span.end))
        .group_by(Stopzetting.reden)
    )
    return _by_list(session, definities.F3, Lijst.REDEN_STOPZETTING, stmt)


def _f11(session: Session, span: Span) -> tuple[Tabel, ...]:
    """What was done (S0): questions by topic and channel, begeleidingen by fase, the course of the year."""
    lijsten = (
        (definities.F11A, Lijst.ONDERWERP, Informatievraag.onderwerp),
        (definities.F11B, Lijst.KANAAL, Informatievraag.kanaal),
    )
    vragen = []
    for vorm, lijst, column in lijsten:
        stmt = (
            select(column, func.count(), _count(Informatievraag.datum >= span.begin))
            .where(Informatievraag.gevangenis_code == span.gevangenis)
            .where(Informatievraag.datum.between(span.year, span.end))
            .group_by(column)
        )
        vragen.append(_by_list(session, vorm, lijst, stmt))
    fasen = block(definities.F11C, _choices(Fase), [_running(session, span)])
    series = [
        _per_month(session, span, day)
        for day in (
            Informatievraag.datum,
            Begeleiding.begindatum,
            Begeleiding.einddatum,
            Contactmoment.datum,
        )
    ]
    months = ((KORT[month - 1], tuple(one[month] for one in series)) for month in _months(span))
    return (*vragen, fasen, table(definities.F11D, months))


def _months(span: Span) -> range:
    return range(1, span.maand.maand + 1)


def _choices(labels: type[Label]) -> list[tuple[str, str]]:
    return [(one.value, one.label) for one in labels]


def _count(where: Where) -> Any:
    return func.count().filter(where)


def _by_list(session: Session, vorm: Vorm, lijst: Lijst, stmt: Any) -> Tabel:
    """A table by the codes of a list, from rows of code, number in the year, number in the month."""
    year, month = Counter[str](), Counter[str]()
    for code, in_year, in_month in session.execute(stmt):
        year[code] += in_year
        month[code] += in_month
    return block(vorm, ((waarde.code, waarde.label) for waarde in waarden(session, lijst)), [month, year])


def _per_month(
    session: Session,
    span: Span,
    day: InstrumentedAttribute[Any],
    *where: Where,
    total: InstrumentedAttribute[int] | None = None,
) -> PerMonth:
    """Rows (or the sum of `total`) per month of the year so far, by the day on which they happened."""
    month = func.strftime("%m", day)
    what = func.count() if total is None else func.sum(total)
    stmt = (
        select(month, what)
        .where(day.class_.gevangenis_code == span.gevangenis, day.between(span.year, span.end), *where)
        .group_by(month)
    )
    return PerMonth({int(number): count for number, count in session.execute(stmt)}, span.maand)


def _running(session: Session, span: Span) -> Counter[str]:
    """The begeleidingen that run at the end of the month, by the fase of that day."""
    stmt = (
        select(Begeleiding.id, Faseovergang.fase)
        .outerjoin(
            Faseovergang, (Faseovergang.begeleiding_id == Begeleiding.id) & (Faseovergang.datum <= span.end)
        )
        .where(Begeleiding.gevangenis_code == span.gevangenis, Begeleiding.begindatum <= span.end)
        .where(or_(Begeleiding.einddatum.is_(None), Begeleiding.einddatum > span.end))
        .order_by(Faseovergang.datum, Faseovergang.id)
    )
    last = {row_id: fase or ONBEKEND for row_id, fase in session.execute(stmt)}
    return Counter(last.values())


def _people(session: Session, span: Span, since: date) -> int:
    """How many different persons were reached from a day up to the end of the month."""
    days: tuple[InstrumentedAttribute[date], ...] = (
        Informatievraag.datum, Contactmoment.datum, Begeleiding.begindatum,
    )  # fmt: skip
    reached = union(
        *(
            select(day.class_.deelnemer_id)
            .where(day.class_.gevangenis_code == span.gevangenis, day.between(since, span.end))
            .where(day.class_.deelnemer_id.is_not(None))
            for day in days
        )
    ).subquery()
    return session.scalar(select(func.count()).select_from(reached)) or 0
