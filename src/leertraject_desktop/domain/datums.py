"""How dates and times are typed and shown: Dutch words, day before month, Monday first."""

import re
from datetime import date, time, timedelta

from leertraject_desktop.domain.problem import Problem

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

_EERSTE_JAAR, _LAATSTE_JAAR = 1900, 2199
_WOORDEN = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "nu": 0, "morgen": 1, "overmorgen": 2}
_EXTRA_AFKORTINGEN = {"mrt": 3, "sept": 9}

_CIJFERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?", re.ASCII)
_AANEEN = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})", re.ASCII)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
_WOORD = re.compile(r"(?:[a-z]+ )?(\d{1,2})[-/. ]?([a-z]+)\.?(?:[-/. ]*(\d{4}|\d{2}))?", re.ASCII)
_VERSCHIL = re.compile(r"([+-])(\d{1,4})", re.ASCII)
_TIJD = re.compile(r"(\d{1,2})(?:[:.u]|\s*uur|h)?\s*(\d{2})?", re.ASCII)


def parse_datum(text: str, vandaag: date, *, verleden: bool = False) -> date | None:
    """The date that somebody typed; None when nothing was typed.

    Understands 24-11-2026, 24/11/26, 24.11, 24112026, 24 nov, 24 november 2026, 2026-11-24, vandaag,
    gisteren, morgen, +7 and -3 (days from `vandaag`). Without a year it is the date nearest to `vandaag`; a
    year of two digits is at most 20 years ahead. With `verleden`, for what must have happened, both mean the
    last such day up to `vandaag`. Raises Problem for anything else and for a day that does not
    exist.
    """
    typed = " ".join(text.casefold().split())
    if not typed:
        return None
    if typed in _WOORDEN:
        return vandaag + timedelta(days=_WOORDEN[typed])
    if match := _VERSCHIL.fullmatch(typed):
        days = int(match[2]) if match[1] == "+" else -int(match[2])
        return _inside(vandaag + timedelta(days=days))
    if match := _ISO.fullmatch(typed):
        return _datum(int(match[3]), int(match[2]), int(match[1]))
    if match := _CIJFERS.fullmatch(typed) or _AANEEN.fullmatch(typed):
        return _with_year(int(match[1]), int(match[2]), match[3], vandaag, verleden)
    if (match := _WOORD.fullmatch(typed)) and (maand := _maand(match[2])):
        return _with_year(int(match[1]), maand, match[3], vandaag, verleden)
    raise Problem(f"‘{_short(text)}’ is geen datum.", "Typ bijvoorbeeld 24-11-2026, 24 nov of vandaag.")


def parse_tijd(text: str) -> time | None:
    """The time of day that somebody typed (10, 10:30, 10u30, 1030); None when nothing was typed.

    Raises Problem for a time that does not exist.
    """
    typed = "".join(text.casefold().split())
    if not typed:
        return None
    match = re.fullmatch(r"(\d{2})(\d{2})", typed, re.ASCII) or _TIJD.fullmatch(typed)
    if match is None:
        raise Problem(f"‘{_short(text)}’ is geen uur.", "Typ bijvoorbeeld 10:30 of 10u.")
    hour, minute = int(match[1]), int(match[2] or 0)
    if hour > 23 or minute > 59:
        raise Problem(f"{hour}:{minute:02d} bestaat niet.", "Een dag loopt van 0:00 tot 23:59.")
    return time(hour, minute)


def toon_datum(datum: date) -> str:
    """For fields and lists: 24-11-2026, 4-2-2026."""
    return f"{datum.day}-{datum.month}-{datum.year}"


def toon_dag(datum: date) -> str:
    """For a day whose year goes without saying: 24-11."""
    return f"{datum.day}-{datum.month}"


def toon_datum_kort(datum: date) -> str:
    """For a day near today: "wo 25-11"."""
    return f"{DAGEN[datum.weekday()][:2]} {toon_dag(datum)}"


VRIJDAG = 4


def week_is_om(vandaag: date) -> bool:
    """Whether no workday of this week is still to come: then people look at the next one."""
    return vandaag.weekday() >= VRIJDAG


def einde_van_week(vandaag: date) -> date:
    """The Sunday up to which people look ahead: that of this week, or of the next once this one is over."""
    return vandaag + timedelta(days=6 - vandaag.weekday() + (7 if week_is_om(vandaag) else 0))


def toon_datum_lang(datum: date) -> str:
    """For headings and letters: "dinsdag 24 november 2026"."""
    return f"{DAGEN[datum.weekday()]} {datum.day} {MAANDEN[datum.month - 1]} {datum.year}"


def toon_maand(datum: date) -> str:
    """The month that the date lies in: "november 2026"."""
    return f"{MAANDEN[datum.month - 1]} {datum.year}"


def toon_tijd(tijd: time) -> str:
    """The time of day: 9:05, 13:30."""
    return f"{tijd.hour}:{tijd.minute:02d}"


def _with_year(dag: int, maand: int, jaar: str | None, vandaag: date, verleden: bool) -> date:
    if jaar is None:
        return _nearest(dag, maand, vandaag, verleden)
    year = int(jaar)
    if len(jaar) == 2:
        year += vandaag.year // 100 * 100
        later = (year, maand, dag) > (vandaag.year, vandaag.month, vandaag.day)
        if later if verleden else year > vandaag.year + 20:
            year -= 100
    return _datum(dag, maand, year)


def _nearest(dag: int, maand: int, vandaag: date, verleden: bool) -> date:
    candidates = []
    for year in range(vandaag.year - 8, vandaag.year + 2):
        try:
            candidates.append(date(year, maand, dag))
        except ValueError:
            continue
    if verleden:
        candidates = [datum for datum in candidates if datum <= vandaag]
    if not candidates:
        return _datum(dag, maand, vandaag.year)
    return min(candidates, key=lambda datum: abs(datum - vandaag))


def _datum(dag: int, maand: int, jaar: int) -> date:
    if not 1 <= maand <= 12:
        raise Problem(
            f"Maand {maand} bestaat niet.", "Typ eerst de dag en dan de maand, bijvoorbeeld 24-11-2026."
        )
    try:
        datum = date(jaar, maand, dag)
    except ValueError:
        raise Problem(
            f"{dag} {MAANDEN[maand - 1]} {jaar} bestaat niet.", "Kijk de dag en de maand na op de kalender."
        ) from None
    return _inside(datum)


def _inside(datum: date) -> date:
    if not _EERSTE_JAAR <= datum.year <= _LAATSTE_JAAR:
        raise Problem(f"Het jaar {datum.year} kan niet.", f"Kies een jaar vanaf {_EERSTE_JAAR}.")
    return datum


def _maand(woord: str) -> int | None:
    if woord in _EXTRA_AFKORTINGEN:
        return _EXTRA_AFKORTINGEN[woord]
    if len(woord) < 3:
        return None
    return next((number for number, naam in enumerate(MAANDEN, 1) if naam.startswith(woord)), None)


def _short(text: str) -> str:
    clean = "".join(letter for letter in text.strip() if letter.isprintable())
    return clean if len(clean) <= 20 else clean[:19] + "…"
