"""The consent of one person for one partner, with its withdrawal on the same sheet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.papier import codes
from leertraject_desktop.features.papier.pen import TICK, Pen
from leertraject_desktop.features.papier.questions import ON_ROW
from leertraject_desktop.features.papier.sheet import (
    ANSWER,
    BOTTOM,
    LEFT,
    RIGHT,
    Document,
    Footer,
    returning,
)
from leertraject_desktop.features.papier.teksten import datum_in_woorden, taal_of_nederlands, teksten
from leertraject_desktop.features.papier.typeset import Style, Text, markup, named, noted

VERSIE = 1
FORMULIER = "TOE"
BODY, LABEL, SMALL = Style(11), Style(11.5, bold=True), Style(10)
LABELS = 24.5
SIGN_HEIGHT = 13.4
GAPS = (4.6, 4.0, 3.2, 2.4, 1.6)  # above and below a part: the widest that fits on the page


@dataclass(frozen=True)
class ToestemmingGegevens:
    """One consent to print and sign: for whom, which partner (its name), why, until when.

    `doel` is one or two plain sentences. `gegevens` are the kinds of data that go to the partner; the usual
    six of the form when empty. `nummer` is that of the sheet ("T-2026-0032").
    """

    naam: str
    partner: str
    doel: str
    tot: date
    geboortedatum: date | None = None
    nummer: str = ""
    gegevens: tuple[str, ...] = ()


def voorstel_doel(taal: str) -> str:
    """Why we usually want to speak with a partner, in the language of the sheet, or else Dutch."""
    woord: str = teksten("toestemming", taal_of_nederlands(taal))["waarom_voorstel"]
    return woord


def toestemming_pdf(gegevens: ToestemmingGegevens, *, formuliernummer: str, taal: str = "nl") -> bytes:
    """The sheet as a PDF of one A4 page that comes back to the desk; Dutch where a language has no texts.

    Raises Problem for a name that cannot be printed and for texts that do not fit on the page.
    """
    taal = taal_of_nederlands(taal)
    woorden = teksten("toestemming", taal)
    document = Document(woorden["titel"], taal)
    dry = Pen(None, document.rtl)
    fitting = [gap for gap in GAPS if _content(dry, woorden, gegevens, taal, gap) <= BOTTOM]
    if not fitting:
        raise Problem("De tekst past niet op het blad Toestemming.", "Maak het doel korter.", veld="doel")
    with document.page() as pen:
        returning(pen, _footer(woorden, taal, formuliernummer))
        _content(pen, woorden, gegevens, taal, fitting[0])
    return document.finish()


def _footer(woorden: dict[str, Any], taal: str, nummer: str) -> Footer:
    return Footer(
        what=f"{woorden['formulier']}  ·  {woorden['taal']}  ·  {woorden['versie'].format(versie=VERSIE)}",
        page=woorden["bladzijde"],
        number=woorden["formuliernummer"].format(nummer=codes.leesbaar(nummer)),
        explained=woorden["code"],
        review=woorden["nazien"],
        payload=codes.sheet_payload(FORMULIER, VERSIE, taal, 1, nummer),
    )


def _content(
    pen: Pen, woorden: dict[str, Any], gegevens: ToestemmingGegevens, taal: str, gap: float
) -> float:
    """Everything between the marks; gives where it ends."""
    partner = noted(gegevens.partner)
    y = _head(pen, woorden, gegevens, taal)
    parts: list[tuple[str, str, Text]] = [
        ("target", "waarom", noted(gegevens.doel)),
        ("list-checks", "wat", ""),
        ("lock", "nooit", ""),
        ("users", "wie", markup(woorden["wie_tekst"], partner=partner)),
        (
            "calendar-days",
            "hoe_lang",
            markup(woorden["hoe_lang_tekst"], tot=datum_in_woorden(gegevens.tot, taal)),
        ),
        ("undo-2", "stoppen", markup(woorden["stoppen_tekst"], partner=partner)),
        ("file-text", "nog", woorden["nog_tekst"]),
    ]
    for icon, name, text in parts:
        base = y + gap + 3.6
        pen.icon(icon, LEFT, base - 4.9, 7)
        last = pen.paragraph(LABELS, base, woorden[name], LABEL, ANSWER - LABELS - 1.5)
        if name == "wat":
            last = max(last, _ticks(pen, "check", gegevens.gegevens or woorden["gegevens"], base))
        elif name == "nooit":
            last = max(last, _ticks(pen, "x", woorden["nooit_gegevens"], base))
        else:
            last = max(last, pen.paragraph(ANSWER, base, text, BODY, RIGHT - ANSWER, own=True))
        y = last + gap + 1.2
        pen.rule(LEFT, y, RIGHT, 0.7)
    y = _choice(pen, woorden, y + gap + 0.8)
    return _withdrawal(pen, woorden, y + gap)


def _head(pen: Pen, woorden: dict[str, Any], gegevens: ToestemmingGegevens, taal: str) -> float:
    pen.icon("handshake", 18, 10.2, 9.2)
    used = 0.0
    for size in (12.5, 11.0, 9.5):
        style, partner = Style(size, bold=True), noted(gegevens.partner)
        if pen.width(partner, style) <= 192 - 110:
            used = pen.text(192, 14.3, partner, style, align=1)
            break
    if gegevens.nummer:
        nummer = woorden["nummer"].format(nummer=noted(gegevens.nummer))
        used = max(used, pen.text(192, 19.2, nummer, SMALL, align=1))
    pen.title(30, 16.7, woorden["titel"], 192 - 30 - used - 3)
    y = 27.5 - pen.leading(BODY)
    for part in woorden["vraag"].split("\n"):
        y = pen.paragraph(
            LEFT, y + pen.leading(BODY), markup(part, partner=noted(gegevens.partner)), BODY, 180
        )
    return _person(pen, woorden, gegevens, taal, y + 3.4)


def _person(pen: Pen, woorden: dict[str, Any], gegevens: ToestemmingGegevens, taal: str, top: float) -> float:
    """The frame with name and day of birth; a long name goes on two lines."""
    style, base, end = Style(11.5, bold=True), top + 6.4, 192.0
    if gegevens.geboortedatum is not None:
        end -= pen.text(end, base, datum_in_woorden(gegevens.geboortedatum, taal), style, align=1) + 3
        end -= pen.text(end, base, woorden["geboren"], SMALL, align=1) + 5
    begin = 18 + pen.text(18, base, woorden["naam"], SMALL) + 5
    last = pen.paragraph(begin, base, named(gegevens.naam, "de naam", "naam"), style, end - begin)
    height = last - top + 3.9
    pen.box(LEFT, top, RIGHT - LEFT, height, 1.2)
    return top + height


def _ticks(pen: Pen, icon: str, points: Sequence[str], base: float) -> float:
    """Short points in two columns, each behind a small icon; gives the baseline of the last row."""
    rows = -(-len(points) // 2)
    lowest = base
    y = [base, base]
    for place, point in enumerate(points):
        column = place // rows
        x = ANSWER + column * 63
        pen.icon(icon, x, y[column] - 3.7, 4.8, bold=True)
        last = pen.paragraph(x + 7, y[column], noted(point), BODY, 54.5 if column == 0 else 55, own=True)
        lowest = max(lowest, last)
        y[column] = last + 6.1
    return lowest


def _choice(pen: Pen, woorden: dict[str, Any], top: float) -> float:
    pen.text(19, top + 6, woorden["kies"], LABEL, room=170)
    x = 19.0
    options = ("ja", "nee", "uitleg")
    widths = [pen.width(markup(woorden[name]), BODY) + TICK + 2.5 for name in options]
    gap = min(12.0, (191 - 19 - sum(widths)) / 2)
    for name, width in zip(options, widths, strict=True):
        pen.tick(x, top + 9.7)
        pen.text(x + TICK + 2.5, top + 9.7 + ON_ROW, markup(woorden[name]), BODY, room=191 - x - TICK)
        x += width + gap
    _signature(pen, woorden, top + 17.6)
    pen.text(19, top + 30.2, woorden["kopie"], SMALL, room=85)
    pen.box(LEFT, top, RIGHT - LEFT, 33.6, 1.6)
    return top + 33.6


def _withdrawal(pen: Pen, woorden: dict[str, Any], top: float) -> float:
    pen.icon("undo-2", 19, top + 2.2, 5.4)
    pen.text(27, top + 6.2, markup(woorden["later"]), BODY, room=165)
    pen.tick(19, top + 9.6)
    pen.text(27, top + 9.6 + ON_ROW, woorden["ik_stop"], LABEL, room=45)
    _signature(pen, woorden, top + 9.8, date_line=12.9)
    pen.box(LEFT, top, RIGHT - LEFT, 25.6, 1.0)
    return top + 25.6


def _signature(pen: Pen, woorden: dict[str, Any], top: float, *, date_line: float = 8.5) -> None:
    """The line for the date and the box of 84 by 13.4 mm to sign in, with its top at `top`."""
    begin = 19 + pen.text(19, top + date_line - 1.4, woorden["datum"], SMALL) + 2
    pen.rule(begin, top + date_line, 71)
    pen.text(105, top + date_line - 1.4, woorden["handtekening"], SMALL, align=1)
    pen.box(107, top, 84, SIGN_HEIGHT, 1.2)
