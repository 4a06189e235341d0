"""Counts the month of one gevangenis: totals, and the tables of F1, F2, F3 and F11.

Names, numbers, birth dates and texts never leave this module. Small counts are still shown as they are: the
levering with provable anonymity will compute the tables about the person (`_f1`) from shielded rows, and pool
in the others (`_f3`, `_f11`) what is smaller than 5. The shape of `Tabel` stays.
"""

from collections import Counter
from datetime import date
from functools import cache

from sqlalchemy.orm import Session

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
from leertraject_desktop.features.levering.maandrijen import Maandrijen, Span, maandrijen
from leertraject_desktop.storage.access import wie

KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def maandcijfers(session: Session, maand: Maand) -> MaandCijfers:
    """The figures of a month for the gevangenis of this database.

    Raises Problem for a month that is not over, or in which nothing was registered yet.
    """
    controleer_maand(session, maand)
    span = Span(wie(session).gevangenis, maand)
    rows = maandrijen(session, span)
    return MaandCijfers(
        gevangenis_code=span.gevangenis,
        gevangenis=rows.gevangenis,
        maand=maand,
        tellingen=_tellingen(rows, maand.maand),
        tabellen=(*_f1(rows, span), _f2(rows, maand.maand), _f3(rows, maand.maand), *_f11(rows, maand.maand)),
    )


def _tellingen(rows: Maandrijen, month: int) -> tuple[Telling, ...]:
    afgerond, stopgezet = (_of(rows.gesloten, einde.value) for einde in Einde)
    per_month = {
        "vragen": rows.vragen,
        "vragen_anoniem": rows.vragen_anoniem,
        "vragen_minuten": rows.vragen_minuten,
        "gestart": _gestart(rows),
        "afgerond": afgerond,
        "stopgezet": stopgezet,
        "contacten": rows.contacten,
        "minuten": rows.minuten,
    }
    numbers: dict[str, tuple[int, int | None]] = {
        code: (count[month], count.total()) for code, count in per_month.items()
    }
    numbers["lopend"] = rows.lopend.total(), None
    numbers["nazorg"] = rows.lopend[Fase.NAZORG.value], None
    numbers["personen"] = rows.personen
    return tuple(
        Telling(code, groep, label, *numbers[code], definitie)
        for code, groep, label, definitie in definities.TELLINGEN
    )


def _f1(rows: Maandrijen, span: Span) -> tuple[Tabel, ...]:
    """Trajectories started, by who the person is at the start (S2 q1); every block has the same total."""
    groepen = {code: groep for code, _, groep in rows.codes[Lijst.OPLEIDINGSNIVEAU.value]}
    begin = str(span.begin)
    codes: list[tuple[str, ...]] = []
    of_month: list[tuple[str, ...]] = []
    for one in rows.gestart:
        born = date.fromisoformat(one.geboren) if one.geboren else None
        known = (
            groepen.get(one.opleidingsniveau or "", ""),
            one.geslacht or ONBEKEND,
            one.migratieachtergrond,
            leeftijdsgroep(born, date.fromisoformat(one.begin)),
            one.arbeidshandicap,
        )
        codes.append(known)
        if one.begin >= begin:
            of_month.append(known)
    counts = [[Counter(column) for column in _columns(part)] for part in (of_month, codes)]
    blocks = (
        (definities.F1A, _choices(Opleidingsgroep)),
        (definities.F1B, (*_choices(Geslacht), (ONBEKEND, ONBEKEND))),
        (definities.F1C, _choices(JaNeeOnbekend)),
        (definities.F1D, _choices(Leeftijdsgroep)),
        (definities.F1E, _choices(JaNeeOnbekend)),
    )
    return tuple(block(vorm, choices, count) for (vorm, choices), *count in zip(blocks, *counts, strict=True))


def _columns(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The five codes of everybody, one kind together; five times nothing when there is nobody."""
    return list(zip(*rows, strict=True)) or [()] * 5


def _f2(rows: Maandrijen, month: int) -> Tabel:
    """Trajectories closed in every month of the year so far (S2 q2)."""
    ended = [_of(rows.gesloten, einde.value) for einde in Einde]
    lines = []
    for number in range(1, month + 1):
        afgerond, stopgezet = (one[number] for one in ended)
        lines.append((NAMEN[number - 1], (afgerond, stopgezet, afgerond + stopgezet)))
    return table(definities.F2, lines)


def _f3(rows: Maandrijen, month: int) -> Tabel:
    """Trajectories stopped, by reason (S2 q3)."""
    return _by_list(rows, definities.F3, Lijst.REDEN_STOPZETTING, rows.redenen, month)


def _f11(rows: Maandrijen, month: int) -> tuple[Tabel, ...]:
    """What was done (S0): questions by topic and channel, begeleidingen by fase, the course of the year."""
    gesloten: Counter[int] = Counter()
    for (number, _), aantal in rows.gesloten.items():
        gesloten[number] += aantal
    series = (rows.vragen, _gestart(rows), gesloten, rows.contacten)
    months = ((KORT[number - 1], tuple(one[number] for one in series)) for number in range(1, month + 1))
    return (
        _by_list(rows, definities.F11A, Lijst.ONDERWERP, rows.per_onderwerp, month),
        _by_list(rows, definities.F11B, Lijst.KANAAL, rows.per_kanaal, month),
        block(definities.F11C, _choices(Fase), [rows.lopend]),
        table(definities.F11D, months),
    )


@cache
def _choices(labels: type[Label]) -> tuple[tuple[str, str], ...]:
    return tuple((one.value, one.label) for one in labels)


def _gestart(rows: Maandrijen) -> Counter[int]:
    """The begeleidingen that began, per month."""
    per_month = Counter([starter.begin[5:7] for starter in rows.gestart])
    return Counter({int(month): aantal for month, aantal in per_month.items()})


def _of(counts: Counter[tuple[int, str]], wanted: str) -> Counter[int]:
    """Per month, only what has this code."""
    return Counter({number: aantal for (number, code), aantal in counts.items() if code == wanted})


def _by_list(
    rows: Maandrijen, vorm: Vorm, lijst: Lijst, counts: Counter[tuple[int, str]], month: int
) -> Tabel:
    """A table by the codes of a list, from the numbers per month and code."""
    in_month, in_year = Counter[str](), Counter[str]()
    for (number, code), aantal in counts.items():
        in_year[code] += aantal
        in_month[code] += aantal if number == month else 0
    choices = ((code, label) for code, label, _ in rows.codes[lijst.value])
    return block(vorm, choices, [in_month, in_year])
