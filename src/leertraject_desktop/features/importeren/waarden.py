"""Turns what stands in a cell into a name, a day, a code or a number, or says why that cannot be done."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from leertraject_desktop.domain.datums import parse_datum, toon_datum
from leertraject_desktop.domain.maand import NAMEN, Maand
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.tekst import vouw
from leertraject_desktop.features.importeren.blad import FORMULE, Cel

ONBEKEND = frozenset(
    ["", "onbekend", "niet bekend", "niet gekend", "ongekend", "nvt", "n v t", "unknown", "inconnu"]
)
EXCEL_FOUTEN = ("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#WAARDE!", "#NAAM?")
# What Excel and Access show where there is no date.
GEEN_DATUM = frozenset({date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1)})
EERSTE_EXCEL_DAG = date(1900, 3, 1)
LAAGSTE_DATUMGETAL, HOOGSTE_DATUMGETAL = 10_000, 80_000
JONGSTE, OUDSTE = 12, 90
HOOGSTENS_TERUG = 40

_UUR = re.compile(r"[ t]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(z|[+-]\d{2}:?\d{2})?$")
_KORT_JAAR = re.compile(r"(.*\D|\d{4})(\d{2})", re.ASCII)
_JAAR = re.compile(r"(19|20)\d\d", re.ASCII)
_NUL_DATUM = re.compile(r"0{1,2}[-/.]0?[01][-/.](1900|0000)", re.ASCII)
_HEEFT_JAAR = re.compile(r".*\D\d{4}|\d{8}|\d{4}\D.*", re.ASCII)
_MAAND = re.compile(r"(?P<m>\d{1,2}|[a-z]+)\.?[-/ .]+(?P<j>\d{4}|\d{2})", re.ASCII)
_MAAND_ISO = re.compile(r"(?P<j>(?:19|20)\d\d)(?:[-/ .](?P<m>\d{1,2})|(?P<mm>\d\d))", re.ASCII)
_DATUMGETAL = re.compile(r"\d{5}", re.ASCII)
_AANTAL = re.compile(r"-?(?:\d{1,3}(?:[. ]\d{3})+|\d+(?:,\d+)?)", re.ASCII)


def lees_tekst(cel: Cel, veld: str) -> str:
    """The text of a cell; empty for unknown. A number loses the `.0` that Excel gave it."""
    if cel is None:
        return ""
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, float) and cel.is_integer():
        return str(int(cel))
    if isinstance(cel, datetime):
        return toon_datum(cel.date())
    if isinstance(cel, date):
        return toon_datum(cel)
    text = " ".join(str(cel).split())
    if text == FORMULE:
        raise Problem(
            "In de cel staat een formule zonder uitkomst.",
            "Open het bestand in Excel, bewaar het en probeer opnieuw.",
            veld=veld,
        )
    if text.upper() in EXCEL_FOUTEN:
        raise Problem(f"In de cel staat de fout {text}.", "Verbeter de cel in Excel.", veld=veld)
    return text


def lees_naam(cel: Cel, veld: str) -> str:
    """A name or another text that may be unknown; empty when it is."""
    text = lees_tekst(cel, veld)
    return "" if vouw(text) in ONBEKEND else text


def lees_code(cel: Cel, woorden: Mapping[str, str], veld: str, label: str) -> str | None:
    """The code that a cell means; None for unknown. `woorden` goes from folded words to codes."""
    text = lees_tekst(cel, veld)
    folded = vouw(text)
    if folded in woorden:
        return woorden[folded]
    if folded in ONBEKEND or folded == "geen":
        return None
    raise Problem(
        f"‘{_short(text)}’ is niet bekend als {label.lower()}.",
        "Gebruik een woord uit de lijst van het programma of maak de cel leeg.",
        veld=veld,
    )


def lees_aantal(cel: Cel, veld: str, hoogste: int) -> int | None:
    """A whole number of at least 0; None when nothing stands there. 512,4 becomes 512."""
    if isinstance(cel, float | int) and not isinstance(cel, bool):
        number: float = cel
    else:
        text = lees_tekst(cel, veld)
        if vouw(text) in ONBEKEND:
            return None
        if not _AANTAL.fullmatch(text):
            raise Problem(f"‘{_short(text)}’ is geen getal.", "Schrijf een getal met cijfers.", veld=veld)
        is_grouped = "," not in text
        number = float(re.sub(r"[. ]", "", text) if is_grouped else text.replace(",", "."))
    if not 0 <= number <= hoogste:
        raise Problem(
            f"‘{_short(str(cel))}’ kan niet kloppen.", f"Geef een getal van 0 tot {hoogste}.", veld=veld
        )
    return round(number)


def lees_maand(cel: Cel, veld: str, vanaf_1904: bool) -> Maand:
    """A calendar month: a day in it, `2026-10`, `10/2026` or `oktober 2026`."""
    if isinstance(cel, datetime | date):
        return Maand(cel.year, cel.month)
    if isinstance(cel, int | float) and LAAGSTE_DATUMGETAL <= cel <= HOOGSTE_DATUMGETAL:
        return Maand.van(_van_getal(int(cel), vanaf_1904))
    text = lees_tekst(cel, veld)
    typed = text.casefold()
    if _DATUMGETAL.fullmatch(typed) and LAAGSTE_DATUMGETAL <= int(typed) <= HOOGSTE_DATUMGETAL:
        return Maand.van(_van_getal(int(typed), vanaf_1904))
    match = _MAAND_ISO.fullmatch(typed) or _MAAND.fullmatch(typed)
    number = _maandnummer(match.groupdict().get("mm") or match["m"]) if match else 0
    if match is None or not 1 <= number <= 12:
        raise Problem(
            f"‘{_short(text)}’ is geen maand." if text else "De maand ontbreekt.",
            "Schrijf de maand als 2026-10 of oktober 2026.",
            veld=veld,
        )
    year = int(match["j"])
    return Maand(year if year > 99 else 2000 + year, number)


def lees_datum(
    cel: Cel, vandaag: date, *, veld: str, geboorte: bool = False, vanaf_1904: bool = False
) -> tuple[date | None, str]:
    """The day that a cell means, and a remark when it was no day after all; None for unknown.

    Understands Excel's dates and date numbers, text with the day first, and years of two digits where only
    one century is possible: a date of birth gives somebody of 12 to 90 years, another day is past and at
    most 40 years ago. Raises Problem for anything else.
    """
    if isinstance(cel, datetime):
        return _excel_dag(cel.date(), veld, vanaf_1904)
    if isinstance(cel, date):
        return _excel_dag(cel, veld, vanaf_1904)
    if isinstance(cel, time | timedelta):
        return None, "De datum is leeg: Excel toont ze als 31-12-1899 of als een uur."
    if isinstance(cel, float | int) and not isinstance(cel, bool):
        return _getal(cel, vandaag, veld, geboorte, vanaf_1904)
    text = lees_tekst(cel, veld)
    if vouw(text) in ONBEKEND:
        return None, ""
    if text.isascii() and text.isdigit() and len(text) <= 5:
        return _getal(int(text), vandaag, veld, geboorte, vanaf_1904)
    return _tekst(text, vandaag, veld, geboorte)


def _getal(
    getal: float, vandaag: date, veld: str, geboorte: bool, vanaf_1904: bool
) -> tuple[date | None, str]:
    if getal == 0:
        return None, "De datum is leeg: er staat 0."
    if LAAGSTE_DATUMGETAL <= getal <= HOOGSTE_DATUMGETAL:
        return _van_getal(int(getal), vanaf_1904), ""
    text = str(int(getal)) if float(getal).is_integer() else str(getal)
    if _JAAR.fullmatch(text):
        raise Problem(
            f"Er staat alleen het jaar {text}.", "Vul dag en maand aan of maak de cel leeg.", veld=veld
        )
    if len(text) == 7 and geboorte:
        text = f"0{text}"
    if len(text) == 8:
        return _tekst(text, vandaag, veld, geboorte)
    raise _geen_datum(text, veld)


def _van_getal(getal: int, vanaf_1904: bool) -> date:
    """The day of one of Excel's numbers; counted from 1900 its 29 February 1900 never was."""
    return (date(1904, 1, 1) if vanaf_1904 else date(1899, 12, 30)) + timedelta(days=getal)


def _excel_dag(dag: date, veld: str, vanaf_1904: bool) -> tuple[date | None, str]:
    if dag in GEEN_DATUM or (vanaf_1904 and dag == date(1904, 1, 1)):
        return None, f"De datum is leeg: Excel toont ze als {toon_datum(dag)}."
    if dag < EERSTE_EXCEL_DAG:
        raise Problem(
            f"De datum {toon_datum(dag)} is in Excel geen zekere dag.", "Verbeter de cel in Excel.", veld=veld
        )
    return dag, ""


def _tekst(text: str, vandaag: date, veld: str, geboorte: bool) -> tuple[date | None, str]:
    typed = _UUR.sub("", text.casefold())
    if _NUL_DATUM.fullmatch(typed):
        return None, f"De datum is leeg: er staat {text}."
    if not _HEEFT_JAAR.fullmatch(typed):
        short = _KORT_JAAR.fullmatch(typed)
        if short is None or not re.search(r"\d\D|\d{6}", typed):
            raise _geen_datum(text, veld)
        typed = f"{short[1]}{_eeuw(short[2], vandaag, text, veld, geboorte)}"
    if re.fullmatch(r"(19|20)\d{6}", typed) and int(typed[4:6]) <= 12:
        typed = f"{typed[:4]}-{typed[4:6]}-{typed[6:]}"
    try:
        dag = parse_datum(typed, vandaag)
    except Problem as problem:
        if _is_geen_datum(typed):
            return None, f"De datum is leeg: er staat {text}."
        raise Problem(problem.what, "Verbeter de cel, bijvoorbeeld 24-11-1990.", veld=veld) from problem
    if dag in GEEN_DATUM:
        return None, f"De datum is leeg: er staat {text}."
    return dag, ""


def _is_geen_datum(typed: str) -> bool:
    return re.fullmatch(r"(30|31)[-/. ]12[-/. ]1899|1899-12-3[01]", typed) is not None


def _eeuw(kort: str, vandaag: date, text: str, veld: str, geboorte: bool) -> int:
    youngest, oldest = (JONGSTE, OUDSTE) if geboorte else (0, HOOGSTENS_TERUG)
    years = [
        year for year in (1900 + int(kort), 2000 + int(kort)) if youngest <= vandaag.year - year <= oldest
    ]
    if len(years) != 1:
        raise Problem(
            f"Bij ‘{_short(text)}’ is niet zeker welke eeuw bedoeld is.",
            "Schrijf het jaar met vier cijfers.",
            veld=veld,
        )
    return years[0]


def _maandnummer(text: str) -> int:
    if text.isdigit():
        return int(text)
    if len(text) < 3:
        return 0
    words = {"mrt": 3, "sept": 9}
    return words.get(text) or next((n for n, naam in enumerate(NAMEN, 1) if naam.startswith(text)), 0)


def _geen_datum(text: str, veld: str) -> Problem:
    return Problem(
        f"‘{_short(text)}’ is geen datum.", "Schrijf de datum als 24-11-1990 of maak de cel leeg.", veld=veld
    )


def _short(text: str) -> str:
    clean = "".join(letter for letter in text.strip() if letter.isprintable())
    return clean if len(clean) <= 40 else clean[:39] + "…"
