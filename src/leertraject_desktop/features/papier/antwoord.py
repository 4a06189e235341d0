"""The answer to a question, on half a sheet: two on one A4, each complete and in its own language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.papier.pen import A4, Pen
from leertraject_desktop.features.papier.sheet import LEFT, RIGHT, RTL_LANGUAGES, Document
from leertraject_desktop.features.papier.teksten import datum_in_woorden, taal_of_nederlands, teksten
from leertraject_desktop.features.papier.typeset import Span, Style, Text, named, noted

HALF = A4[1] / 2
SIZES = (12.0, 11.0, 10.0)  # of what was typed, in points: the first that fits
LABELS, WORDS = 23.5, 66.0  # where labels and texts start
BODY_TOP = 31.5  # from the top of a slip to its question
FOOT = 22.3  # from the rule of its foot to the end of the slip
SMALL, BOLD = Style(10), Style(11, bold=True)


@dataclass(frozen=True)
class AntwoordGegevens:
    """One answer to print. No names of staff, and nothing on the case.

    `wat_nu` are the next steps, one sentence each ("Jij zoekt je diploma."). Without a name there is a line
    to write it on. `taal` is the language of the words around the texts; `afdeling_cel` is printed as it is.
    """

    vraag: str
    antwoord: str
    datum: date
    naam: str = ""
    naam_eigen_schrift: str = ""
    afdeling_cel: str = ""
    wat_nu: tuple[str, ...] = ()
    nummer: str = ""
    taal: str = "nl"


def antwoorden_pdf(antwoorden: Sequence[AntwoordGegevens]) -> bytes:
    """The answers in their order, two on an A4 with a line to cut along; a long one has a whole A4.

    Raises Problem for a name with a character that no font has, and for an answer longer than a page.
    """
    if not antwoorden:
        raise ValueError("no answers")
    document = Document(teksten("antwoord", "nl")["titel"], taal_of_nederlands(antwoorden[0].taal))
    for page in _pages(antwoorden):
        with document.page() as pen:
            for place, (antwoord, size, height) in enumerate(page):
                pen.rtl = _rtl(antwoord)
                _slip(pen, antwoord, place * HALF, height, size)
            if page[0][2] == HALF:
                _cut(pen)
    return document.finish()


def _rtl(antwoord: AntwoordGegevens) -> bool:
    return antwoord.taal in RTL_LANGUAGES


def _pages(antwoorden: Sequence[AntwoordGegevens]) -> list[list[tuple[AntwoordGegevens, float, float]]]:
    """The answers by page, each with its text size and the height that it gets."""
    pages: list[list[tuple[AntwoordGegevens, float, float]]] = []
    for antwoord in antwoorden:
        size, height = _fit(antwoord)
        beside = pages and len(pages[-1]) == 1 and pages[-1][0][2] == HALF
        if beside and height == HALF:
            pages[-1].append((antwoord, size, height))
        else:
            pages.append([(antwoord, size, height)])
    return pages


def _fit(antwoord: AntwoordGegevens) -> tuple[float, float]:
    """The text size and the height of the slip: half a page at the largest size that fits, else a page."""
    pen = Pen(None, _rtl(antwoord))
    for height in (HALF, A4[1]):
        for size in SIZES:
            if _body(pen, antwoord, 0.0, size) <= height - FOOT - 2:
                return size, height
    wie = antwoord.naam or antwoord.nummer
    raise Problem(
        f"Het antwoord voor ‘{wie}’ past niet op één blad.",
        "Maak de vraag of het antwoord korter.",
        veld="antwoord",
    )


def _slip(pen: Pen, antwoord: AntwoordGegevens, top: float, height: float, size: float) -> None:
    woorden = teksten("antwoord", taal_of_nederlands(antwoord.taal))
    pen.icon("mail-open", LEFT, top + 10.4, 9)
    day = datum_in_woorden(antwoord.datum, taal_of_nederlands(antwoord.taal))
    used = pen.text(RIGHT, top + 16.1, day, SMALL, align=1)
    pen.text(27, top + 16.3, woorden["titel"], Style(18, bold=True), room=RIGHT - 27 - used - 3)
    pen.rule(LEFT, top + 22.7, RIGHT, 2)
    _addressee(pen, woorden, antwoord, top + 29)
    _body(pen, antwoord, top, size)
    foot = top + height - FOOT
    pen.rule(LEFT, foot, RIGHT)
    pen.icon("pencil", LEFT, foot + 2, 6)
    pen.text(LABELS, foot + 5.2, woorden["nog"], Style(10, bold=True), room=RIGHT - LABELS)
    begin = LABELS
    if antwoord.nummer:
        nummer = woorden["nummer"].format(nummer=noted(antwoord.nummer))
        begin += pen.text(begin, foot + 10.2, nummer, SMALL, room=RIGHT - LABELS) + 4
    if woorden["nazien"]:
        pen.text(begin, foot + 10.2, woorden["nazien"], Style(9), room=RIGHT - begin, rtl=False)


def _addressee(pen: Pen, woorden: dict[str, Any], antwoord: AntwoordGegevens, base: float) -> None:
    begin = LEFT + pen.text(LEFT, base, woorden["voor"], SMALL) + 4.5
    begin = max(begin, 29.0)
    end = RIGHT
    if antwoord.afdeling_cel:
        end -= pen.text(RIGHT, base, noted(antwoord.afdeling_cel), Style(11.5, bold=True), align=1) + 5
    latin = named(antwoord.naam, "de naam", "naam")
    own = named(antwoord.naam_eigen_schrift, "de naam in eigen schrift", "naam_eigen_schrift")
    both = f"{own}  ({latin})" if own and latin else own or latin
    if not both:
        pen.rule(begin, base + 1.2, end)
        return
    for name in (both, latin or own):
        for points in (11.5, 10.0, 9.0, 8.0):
            style = Style(points, bold=True)
            if pen.width(name, style) <= end - begin:
                pen.text(begin, base, name, style, room=end - begin)
                return
    raise Problem(
        "De naam is te lang voor het antwoord.", "Kort de voornamen in en druk opnieuw af.", veld="naam"
    )


def _body(pen: Pen, antwoord: AntwoordGegevens, top: float, size: float) -> float:
    """Question, answer and next steps below one another; gives where they end."""
    woorden = teksten("antwoord", taal_of_nederlands(antwoord.taal))
    y = top + BODY_TOP
    parts = [
        ("circle-question-mark", "vraag", antwoord.vraag),
        ("message-circle", "antwoord", antwoord.antwoord),
    ]
    style = Style(size)
    for icon, name, typed in parts:
        y = _label(pen, icon, woorden[name], y)
        last = pen.paragraph(WORDS, y, noted(typed), style, RIGHT - WORDS, own=True)
        y = last + 5.5
        if name == "vraag" or antwoord.wat_nu:
            pen.rule(LEFT, y, RIGHT, 0.6)
    if antwoord.wat_nu:
        y = _label(pen, "arrow-left" if pen.rtl else "arrow-right", woorden["wat_nu"], y)
        for step in antwoord.wat_nu:
            pen.dot(WORDS + 1.6, y - size * 0.12)
            text = _first_word_bold(noted(step), woorden["vooraan"])
            y = pen.paragraph(WORDS + 6, y, text, style, RIGHT - WORDS - 6, own=True) + size * 0.58
        y -= size * 0.58
    return y + 1.5


def _label(pen: Pen, icon: str, label: str, y: float) -> float:
    """Draw a label with its icon below the rule at y; gives the baseline of the text beside it."""
    base = y + 6.6
    pen.icon(icon, LEFT, base - 4.5, 6)
    pen.text(LABELS, base, label, BOLD, room=WORDS - LABELS - 1.5)
    return base


def _first_word_bold(text: str, words: Sequence[str]) -> Text:
    first, space, rest = text.partition(" ")
    return (Span(first, True), Span(space + rest, False)) if first in words else text


def _cut(pen: Pen) -> None:
    """The dashed line in the middle of the page, with scissors on it."""
    pen.rtl = False
    middle = A4[0] / 2
    pen.rule(10, HALF, middle - 4.5, 1, dash=True)
    pen.rule(middle + 4.5, HALF, 200, 1, dash=True)
    pen.icon("scissors", middle - 3, HALF - 3, 6)
