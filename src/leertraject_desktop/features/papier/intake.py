"""The intake form on paper: 22 questions on two pages, blank or filled in, in four languages."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.papier import codes
from leertraject_desktop.features.papier.intake_tekst import IntakeTekst, intake_tekst
from leertraject_desktop.features.papier.pen import POINT, TICK, Pen
from leertraject_desktop.features.papier.questions import (
    ON_ROW,
    Block,
    Columns,
    DayGrid,
    Fields,
    Heading,
    InARow,
    Lines,
    Notice,
    OneRow,
    Option,
    Question,
    Scale,
    ScaleRow,
    Stack,
    fill_in,
    flow,
)
from leertraject_desktop.features.papier.sheet import ANSWER, LEFT, RIGHT, Document, Footer, returning
from leertraject_desktop.features.papier.teksten import TALEN
from leertraject_desktop.features.papier.typeset import Style, markup, named, wrap

VERSIE = 1  # of the form; it goes up when a question changes
FORMULIER = "INT"
BLADZIJDEN = 2
THIRDS, HALVES = (ANSWER, 111.5, 153.3), (ANSWER, 132.3)
WIDE_THIRDS = (LEFT + 8, 80.3, 137.7)
LANGUAGE_COLUMNS = (ANSWER, 106.0, 141.0)
HELP_COLUMNS = (ANSWER, 94.0, 133.0)
NAME_SIZES = (12.0, 11.0, 10.0)
CONTENT_END = 267.0
BOX_TOP, BOX_HEIGHT, BAR = 31.8, 23.4, 6.6


@dataclass(frozen=True)
class IntakeGegevens:
    """What is already known of somebody, to be filled in on the form; everything may stay empty.

    The codes are those of resources/papier/intake.nl.toml: `contacttaal` a code of question 1 or the name
    of another language, `schrift` codes of question 3, `diploma` of 6, `diploma_erkend` of 7, `eerdere_hulp`
    of 10. `opleidingsniveau` is a code of the reference list of that name. Nothing on the case, no release.
    """

    naam: str = ""
    naam_eigen_schrift: str = ""
    afdeling_cel: str = ""
    datum: date | None = None
    contacttaal: str = ""
    talen: str = ""
    schrift: tuple[str, ...] = ()
    opleidingsniveau: str = ""
    diploma: str = ""
    diploma_land: str = ""
    diploma_naam: str = ""
    diploma_erkend: str = ""
    cursussen: str = ""
    werk: str = ""
    eerdere_hulp: str = ""
    eerdere_hulp_waar: str = ""


# What a code of the list opleidingsniveau means on the form: its option at question 4 and at question 5.
SCHOOL = {
    "geen": ("geen", ""),
    "lager": ("lager", ""),
    "buso": ("", "buso"),
    "sec1": ("secundair_1", ""),
    "aso2": ("secundair_2", "aso"),
    "tso2": ("secundair_2", "tso"),
    "kso2": ("secundair_2", "kso"),
    "bso2": ("secundair_2", "bso"),
    "dbso": ("deeltijds", ""),
    "leertijd": ("deeltijds", ""),
    "aso3": ("secundair_3", "aso"),
    "tso3": ("secundair_3", "tso"),
    "kso3": ("secundair_3", "kso"),
    "bso3": ("secundair_3", "bso"),
    "sec4": ("secundair_4", ""),
    "hbo5": ("graduaat", ""),
    "bachelor": ("bachelor", ""),
    "master": ("master", ""),
}


@dataclass(frozen=True)
class IntakeBlad:
    """One form to print: its number, its language, and what is known (None: blank)."""

    formuliernummer: str
    taal: str = "nl"
    gegevens: IntakeGegevens | None = None


def intake_pdf(gegevens: IntakeGegevens | None, *, taal: str = "nl", formuliernummer: str) -> bytes:
    """The form as a PDF of two A4 pages. `taal` is nl, fr, en or ar; errors as of `intakes_pdf`."""
    return intakes_pdf([IntakeBlad(formuliernummer, taal, gegevens)])


def intakes_pdf(bladen: Sequence[IntakeBlad], *, progress: Callable[[int, int], None] | None = None) -> bytes:
    """Several forms in one PDF, two pages each, for printing in one go. `progress` hears how many are made.

    Raises Problem for a name with a character that no font has, or a name too long for the form, and
    ValueError for an unknown language, code or form number.
    """
    talen = {blad.taal for blad in bladen}
    if not talen or talen - set(TALEN):
        raise ValueError(f"languages {talen}")
    taal = bladen[0].taal
    document = Document(intake_tekst(taal).formulier, taal)
    for number, blad in enumerate(bladen):
        if progress is not None:
            progress(number, len(bladen))
        tekst = intake_tekst(blad.taal)
        gegevens = blad.gegevens or IntakeGegevens()
        for bladzijde in range(1, BLADZIJDEN + 1):
            with document.page() as pen:
                pen.rtl = blad.taal == "ar"
                returning(pen, _footer(tekst, blad, bladzijde))
                if bladzijde == 1:
                    _head(pen, tekst, gegevens)
                    flow(pen, _first_page(tekst, gegevens), BOX_TOP + BOX_HEIGHT + 3.6, CONTENT_END)
                else:
                    _second_page(pen, tekst)
    return document.finish()


def _footer(tekst: IntakeTekst, blad: IntakeBlad, bladzijde: int) -> Footer:
    voet = tekst.delen["voet"]
    return Footer(
        what=f"{tekst.formulier}  ·  {tekst.taal}  ·  {voet['versie'].format(versie=VERSIE)}",
        page=voet["bladzijde"].format(bladzijde=bladzijde, totaal=BLADZIJDEN),
        number=voet["nummer"].format(nummer=codes.leesbaar(blad.formuliernummer)),
        explained=voet["uitleg"],
        review=voet.get("nazien", ""),
        payload=codes.sheet_payload(FORMULIER, VERSIE, blad.taal, bladzijde, blad.formuliernummer),
    )


def _head(pen: Pen, tekst: IntakeTekst, gegevens: IntakeGegevens) -> None:
    right = pen.text(192, 14.3, tekst.formulier, Style(12.5, bold=True), align=1)
    right = max(right, pen.text(192, 18.4, tekst.dienst, Style(10), align=1))
    pen.title(18, 16.7, tekst.titel, 192 - 18 - right - 3)
    _instructions(pen, tekst)
    kop = tekst.delen["kop"]
    known = gegevens != IntakeGegevens()
    pen.box(LEFT, BOX_TOP, RIGHT - LEFT, BOX_HEIGHT, 1.3)
    if known:
        pen.bar(LEFT, BOX_TOP, RIGHT - LEFT, BAR)
        pen.white()
        pen.text(LEFT + 2.6, BOX_TOP + 4.5, kop["ingevuld"], Style(10, bold=True), room=RIGHT - LEFT - 5)
        pen.black()
    name_rule, second_rule = (44.9, 53.6) if known else (41.2, 51.3)
    label = Style(11, bold=True)
    begin = 18 + max(31.6, pen.width(kop["afdeling_cel"], label) + 3.2)
    pen.text(18, name_rule - 1.7, kop["naam"], label, room=begin - 18)
    pen.rule(begin, name_rule, 192)
    _name(pen, gegevens, begin + 1, name_rule)
    pen.text(18, second_rule - 1.7, kop["afdeling_cel"], label)
    pen.rule(begin, second_rule, 87.7)
    fill_in(pen, begin - 0.2, second_rule, 88.5, gegevens.afdeling_cel)
    date_begin = 90.7 + pen.text(90.7, second_rule - 1.7, kop["datum"], label) + 2.4
    pen.rule(date_begin, second_rule, 130)
    if gegevens.datum is not None:
        fill_in(pen, date_begin - 0.2, second_rule, 130.8, toon_datum(gegevens.datum))
    _who_fills_in(pen, kop, second_rule - 5.2)


def _instructions(pen: Pen, tekst: IntakeTekst) -> None:
    style, uitleg = Style(9.7), tekst.delen["uitleg"]
    pen.tick(15, 21.5, crossed=True)
    pen.bar(75, 21.4, 5.2, 5.2)
    pen.icon("circle-question-mark", 134.6, 21.1, 6)
    for x, name in ((22.2, "kruisje"), (82.2, "fout"), (142.1, "hulp")):
        for row, words in enumerate(uitleg[name].split("\n")):
            pen.text(x, 24.3 + row * 4.15, words, style, room=(52 if x < 100 else 50.5) + 0.4)


def _who_fills_in(pen: Pen, kop: dict[str, str], top: float) -> None:
    label, small, end = Style(10, bold=True), Style(9.7), 192.0
    for words in (kop["met_hulp"], kop["alleen"]):
        end -= pen.text(end, top + ON_ROW, words, small, align=1) + 1.5 + TICK
        pen.tick(end, top)
        end -= 2.6
    pen.text(end, top + ON_ROW, kop["ik_vul_in"], label, align=1, room=end - 132)


def _name(pen: Pen, gegevens: IntakeGegevens, begin: float, rule: float) -> None:
    """The name on its line, own script first; smaller, then on two lines, then Latin alone."""
    latin = named(gegevens.naam, "de naam", "naam")
    own = named(gegevens.naam_eigen_schrift, "de naam in eigen schrift", "naam_eigen_schrift")
    room, small = 192 - begin - 0.5, Style(8.5)
    both = f"{own}  ({latin})" if own and latin else own or latin
    for whole in (both, latin):
        for size in NAME_SIZES:
            if pen.width(whole, Style(size)) <= room:
                pen.text(begin, rule - 1.7, whole, Style(size), room=room)
                return
        if len(wrap(whole, small, room, rtl=pen.rtl)) <= 2:
            step = small.size * 1.2 * POINT
            pen.paragraph(begin, rule - 1.3 - step, whole, small, room, leading=step)
            return
    raise Problem(
        "De naam is te lang voor het intakeformulier.",
        "Kort de voornamen in en druk opnieuw af.",
        veld="naam",
    )


def _options(
    tekst: IntakeTekst, vraag: int, crossed: Collection[str] = (), *, line: str = "", filled: str = ""
) -> list[Option]:
    """The options of a question; `line` names the one with a writing line, `filled` is what is known."""
    opties = tekst.vragen[vraag].opties
    unknown = set(crossed) - set(opties) - {""}
    if unknown:
        raise ValueError(f"question {vraag} has no option {unknown}")
    return [
        Option(markup(label), code in crossed, line=code == line, filled=filled if code == line else "")
        for code, label in opties.items()
    ]


def _question(tekst: IntakeTekst, vraag: int, answer: Block, *, wide: bool = False) -> Question:
    woorden = tekst.vragen[vraag]
    return Question(vraag, woorden.vraag, answer, woorden.hint, wide)


def _first_page(tekst: IntakeTekst, gegevens: IntakeGegevens) -> list[Block]:
    secties = tekst.delen["secties"]
    taal = gegevens.contacttaal
    other = taal if taal and taal not in tekst.vragen[1].opties else ""
    talen = _options(tekst, 1, ["andere" if other else taal], line="andere", filled=other)
    niveau, soort = SCHOOL.get(gegevens.opleidingsniveau, ("", ""))  # a code that is new is left open
    naar_8 = tekst.sprong.format(nummer=8)
    diploma = [
        Option(option.label, option.crossed, skip="" if code == "buitenland" else naar_8)
        for code, option in zip(tekst.vragen[6].opties, _options(tekst, 6, [gegevens.diploma]), strict=True)
    ]
    velden = tekst.vragen[7].velden
    buitenland = Stack(
        (
            Fields(
                (
                    (velden["land"], ANSWER, 117.0, gegevens.diploma_land),
                    (velden["diploma"], 120.0, RIGHT, gegevens.diploma_naam),
                )
            ),
            InARow(velden["erkend"], _options(tekst, 7, [gegevens.diploma_erkend])),
        )
    )
    hulp = _options(tekst, 10, [gegevens.eerdere_hulp], line="ja", filled=gegevens.eerdere_hulp_waar)
    return [
        Heading("languages", secties["talen"]),
        _question(tekst, 1, Columns(talen, LANGUAGE_COLUMNS)),
        _question(tekst, 2, Lines(1, gegevens.talen)),
        _question(tekst, 3, Columns(_options(tekst, 3, gegevens.schrift), (ANSWER,))),
        Heading("graduation-cap", secties["school"]),
        _question(tekst, 4, Columns(_options(tekst, 4, [niveau]), HALVES)),
        _question(tekst, 5, Columns(_options(tekst, 5, [soort]), THIRDS)),
        _question(tekst, 6, Columns(diploma, (ANSWER,))),
        _question(tekst, 7, buitenland),
        _question(tekst, 8, Lines(2, gegevens.cursussen)),
        _question(tekst, 9, Lines(2, gegevens.werk)),
        _question(tekst, 10, Columns(hulp, HELP_COLUMNS), wide=True),
    ]


def _second_page(pen: Pen, tekst: IntakeTekst) -> None:
    secties = tekst.delen["secties"]
    naar_21 = tekst.sprong.format(nummer=21)
    vlot = [
        Option(option.label, skip=naar_21 if place == 0 else "")
        for place, option in enumerate(_options(tekst, 16))
    ]
    leren = [
        Option(option.label, line=code in {"beroep", "anders"})
        for code, option in zip(tekst.vragen[11].opties, _options(tekst, 11), strict=True)
    ]
    vaardigheden = ((17, "ear"), (18, "book-open"), (19, "message-circle"), (20, "pencil"))
    rijen = [ScaleRow(nr, icon, tekst.vragen[nr].vraag, tekst.vragen[nr].zinnen) for nr, icon in vaardigheden]
    delen = list(tekst.vragen[21].opties.values())
    slot = Notice("send", markup(tekst.delen["slot"]["tekst"]))
    end = CONTENT_END - slot.draw(pen.dry(), 0)
    blocks: list[Block] = [
        Heading("target", secties["leren"], beside_mark=True),
        _question(tekst, 11, Columns(leren, HALVES)),
        _question(tekst, 12, Columns(_options(tekst, 12, line="anders"), THIRDS)),
        _question(tekst, 13, Columns(_options(tekst, 13, line="anders"), WIDE_THIRDS), wide=True),
        _question(tekst, 14, Lines(1)),
        Heading("monitor", secties["computer"]),
        _question(tekst, 15, Columns(_options(tekst, 15), WIDE_THIRDS), wide=True),
        OneRow(16, tekst.vragen[16].vraag, vlot),
        Scale(tekst.delen["nt2"]["hint"], tekst.niveaus, rijen),
        Heading("calendar-days", secties["afspraken"]),
        _question(tekst, 21, DayGrid(tekst.vragen[21].dagen, delen)),
        _question(tekst, 22, Columns(_options(tekst, 22, line="ingevuld"), (ANSWER,))),
    ]
    flow(pen, blocks, 11.0 if pen.rtl else 10.2, end - 1.8)
    slot.draw(pen, end)
