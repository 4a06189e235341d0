"""The learning plan on paper: for the person, without names of staff, and for the file, with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from leertraject_desktop.features.papier.pages import Column, Item, Page, Table, paginate
from leertraject_desktop.features.papier.pen import Pen
from leertraject_desktop.features.papier.sheet import LEFT, RIGHT, STAYING_FOOTER, Document, staying
from leertraject_desktop.features.papier.teksten import (
    datum_in_woorden,
    maand_in_woorden,
    taal_of_nederlands,
    teksten,
)
from leertraject_desktop.features.papier.typeset import Style, Text, markup, named, noted, wrap

NAME, BODY, SMALL = Style(13, bold=True), Style(11.5), Style(10)
GOAL, STEP, WHEN = Style(12.5, bold=True), Style(11.5), Style(11.5, bold=True)
INDENT = 23.5
WHO, WHO_WIDTH = 104.0, 44.0
"""Where the file says who does a step, in mm: "onderwijscoördinator" fits on one line."""
NEXT_TOP = 12.0
BOTTOM = STAYING_FOOTER - 3


@dataclass(frozen=True)
class LeerplanStap:
    """One step towards a goal. `wanneer` is a day, or words ("vanaf januari"); `wie` is for the file."""

    tekst: str
    wanneer: date | str = ""
    gedaan: bool = False
    wie: str = ""


@dataclass(frozen=True)
class LeerplanDoel:
    """One learning goal with its steps in order; `klaar` is a day (printed as its month) or words."""

    tekst: str
    klaar: date | str = ""
    stappen: tuple[LeerplanStap, ...] = ()


@dataclass(frozen=True)
class LeerplanGegevens:
    """What stands in the plan of one person. Nothing on the case.

    `opnieuw` is when it is reviewed, `helpt` what helps the person to learn, `partner` who helps after
    release, `partner_adres` the lines of its address, `vervangt` the day of the plan that this one replaces.
    `begeleider` and `dossiernummer` are printed in the variant for the file only.
    """

    naam: str
    datum: date
    naam_eigen_schrift: str = ""
    doelen: tuple[LeerplanDoel, ...] = ()
    opnieuw: date | str = ""
    helpt: str = ""
    partner: str = ""
    partner_adres: tuple[str, ...] = ()
    nummer: int = 1
    vervangt: date | None = None
    begeleider: str = ""
    dossiernummer: str = ""


def leerplan_pdf(gegevens: LeerplanGegevens, *, taal: str = "nl") -> bytes:
    """ "Mijn leerplan" for the person: plain words, no names of staff; Dutch where a language has no texts.

    Raises Problem for a name with a character that no font has.
    """
    taal = taal_of_nederlands(taal)
    woorden = teksten("leerplan", taal)
    document = Document(woorden["titel"], taal)
    items = [
        Item(Kop(woorden, gegevens, taal)),
        Item(Sectie("target", woorden["bereiken"]), gap=4.5, keep=True),
        *_goals(woorden, gegevens, taal, document.rtl),
    ]
    if gegevens.helpt:
        items.append(Item(Regel("lightbulb", woorden["helpt"], noted(gegevens.helpt)), gap=4.5))
    items.append(Item(SchrijfRegels("pencil", woorden["wat_nog"]), gap=3.5))
    items.append(Item(Kaders(woorden, gegevens), gap=5.5))
    items.append(Item(Kader("mail", woorden["vraag"], woorden["vraag_tekst"]), gap=4))
    return _print(document, items, partial(_foot, woorden, gegevens, taal), woorden["bladzijde"])


def leerplan_dossier_pdf(gegevens: LeerplanGegevens) -> bytes:
    """The plan for the file, in Dutch: with the dossier number, who guides and who does each step."""
    woorden = teksten("leerplan", "nl") | {
        "titel": "Leerplan",
        "van_jou": f"Dossier {gegevens.dossiernummer}" if gegevens.dossiernummer else "Voor het dossier",
        "bewaar": "Niet voor de deelnemer: hier staan namen van medewerkers.",
        "bereiken": "Doelen en stappen",
        "helpt": "Helpt bij leren",
        "naam": "Deelnemer",
    }
    document = Document(woorden["titel"])
    items = [
        Item(Kop(woorden, gegevens, "nl", dossier=True)),
        Item(Sectie("target", woorden["bereiken"]), gap=4.5, keep=True),
        *_goals(woorden, gegevens, "nl", rtl=False, dossier=True),
    ]
    if gegevens.helpt:
        items.append(Item(Regel("lightbulb", woorden["helpt"], noted(gegevens.helpt)), gap=4.5))
    return _print(document, items, partial(_foot, woorden, gegevens, "nl"), woorden["bladzijde"])


def _print(document: Document, items: Sequence[Item], foot: Any, bladzijde: str) -> bytes:
    measure = Pen(None, document.rtl, document.size)
    pages: list[Page] = paginate(measure, items, top=10.0, bottom=BOTTOM, next_top=NEXT_TOP)
    for number, page in enumerate(pages, start=1):
        with document.page() as pen:
            for block, y in page:
                block.draw(pen, y)
            staying(pen, foot(), bladzijde.format(bladzijde=number, totaal=len(pages)))
    return document.finish()


def _foot(woorden: dict[str, Any], gegevens: LeerplanGegevens, taal: str) -> str:
    parts = [woorden["titel"], woorden["nummer"].format(nummer=gegevens.nummer)]
    if gegevens.vervangt is not None:
        parts.append(woorden["vervangt"].format(datum=datum_in_woorden(gegevens.vervangt, taal)))
    if woorden["nazien"]:
        parts.append(woorden["nazien"])
    return "  ·  ".join(parts)


def _goals(
    woorden: dict[str, Any], gegevens: LeerplanGegevens, taal: str, rtl: bool, *, dossier: bool = False
) -> list[Item]:
    columns = [Column(45.0, 101.0 if not dossier else WHO - 47.0, STEP), Column(150.0, RIGHT - 150.0, WHEN)]
    if dossier:
        columns.insert(1, Column(WHO, WHO_WIDTH, STEP))
    table = Table(columns, rtl, row={"pad": 2.2, "least": 8.55, "begin": INDENT})
    items: list[Item] = []
    for number, doel in enumerate(gegevens.doelen, start=1):
        klaar = markup(woorden["klaar"], wanneer=maand_in_woorden(doel.klaar, taal)) if doel.klaar else ""
        items.append(
            Item(DoelKop(number, noted(doel.tekst), klaar), gap=4.0 if number > 1 else 1.9, keep=True)
        )
        heads = TabelKop(woorden["gedaan"], woorden["stap"], woorden["wanneer"], "Wie" if dossier else "")
        rows = [
            row
            for stap in doel.stappen
            for row in table.rows(_cells(stap, taal, dossier), tick=(26.9, stap.gedaan))
        ]
        if rows:
            items.append(Item(heads, keep=True))
        items += [
            Item(row, keep=place == len(rows) - 2, repeat=heads if place else None)
            for place, row in enumerate(rows)
        ]
    return items


def _cells(stap: LeerplanStap, taal: str, dossier: bool) -> list[Text]:
    cells: list[Text] = [noted(stap.tekst), noted(datum_in_woorden(stap.wanneer, taal))]
    if dossier:
        cells.insert(1, noted(stap.wie))
    return cells


@dataclass(frozen=True)
class Kop:
    """The title of the plan and the frame with name and date."""

    woorden: dict[str, Any]
    gegevens: LeerplanGegevens
    taal: str
    dossier: bool = False

    def draw(self, pen: Pen, top: float) -> float:
        woorden, gegevens = self.woorden, self.gegevens
        pen.icon("flag", LEFT, top, 9.4)
        used = pen.text(RIGHT, top + 4.2, woorden["van_jou"], Style(12, bold=True), align=1)
        used = max(used, pen.text(RIGHT, top + 9.1, woorden["bewaar"], SMALL, align=1))
        pen.title(27, top + 6.9, woorden["titel"], RIGHT - 27 - used - 3)
        label = 18 + max(18.0, *(pen.width(woorden[name], SMALL) + 4 for name in ("naam", "datum")))
        base = top + 19.8
        pen.text(18, base, woorden["naam"], SMALL)
        last = pen.paragraph(label, base, _name(gegevens), NAME, 191 - label)
        base = last + 7.6
        pen.text(18, base, woorden["datum"], SMALL)
        pen.text(label, base, datum_in_woorden(gegevens.datum, self.taal), BODY)
        if self.dossier and gegevens.begeleider:
            pen.paragraph(110, base, f"Begeleider: {noted(gegevens.begeleider)}", BODY, 82)
        elif gegevens.opnieuw:
            pen.icon("calendar-days", 92, base - 4.6, 6)
            opnieuw = maand_in_woorden(gegevens.opnieuw, self.taal)
            base = pen.paragraph(100, base, markup(woorden["opnieuw"], wanneer=opnieuw), Style(11), 92)
        bottom = base + 4.4
        pen.box(LEFT, top + 14, RIGHT - LEFT, bottom - top - 14, 1.2)
        return bottom - top


def _name(gegevens: LeerplanGegevens) -> str:
    latin = named(gegevens.naam, "de naam", "naam")
    own = named(gegevens.naam_eigen_schrift, "de naam in eigen schrift", "naam_eigen_schrift")
    return f"{own}  ({latin})" if own and latin else own or latin


@dataclass(frozen=True)
class Sectie:
    """The title of a part, with its icon, over a rule."""

    icon: str
    title: str

    def draw(self, pen: Pen, top: float) -> float:
        pen.icon(self.icon, LEFT, top, 7)
        pen.text(24.5, top + 5.2, self.title, Style(13.5, bold=True), room=RIGHT - 24.5)
        pen.rule(LEFT, top + 8.3, RIGHT, 1.2)
        return 8.3


@dataclass(frozen=True)
class DoelKop:
    """A goal with its number, and when it is reached."""

    number: int
    title: str
    ready: Text

    def draw(self, pen: Pen, top: float) -> float:
        pen.number(LEFT, top + 0.8, self.number)
        used = pen.text(RIGHT, top + 5.1, self.ready, Style(11), align=1) if self.ready else 0.0
        last = pen.paragraph(INDENT, top + 5.2, self.title, GOAL, RIGHT - INDENT - used - 4, own=True)
        return last + 2.4 - top


@dataclass(frozen=True)
class TabelKop:
    """The heads of the steps."""

    done: str
    step: str
    when: str
    who: str = ""

    def draw(self, pen: Pen, top: float) -> float:
        for x, words, room in ((INDENT, self.done, 20.5), (45.0, self.step, 60.0), (150.0, self.when, 45.0)):
            pen.text(x, top + 4.3, words, SMALL, room=room)
        if self.who:
            pen.text(WHO, top + 4.3, self.who, SMALL, room=WHO_WIDTH)
        pen.rule(INDENT, top + 6.2, RIGHT, 0.8)
        return 6.2


@dataclass(frozen=True)
class Regel:
    """A bold label with its icon, and a text beside it."""

    icon: str
    label: str
    text: str

    def draw(self, pen: Pen, top: float) -> float:
        begin = _label(pen, self.icon, self.label, top)
        return pen.paragraph(begin, top + 4.6, self.text, BODY, RIGHT - begin, own=True) + 1.6 - top


@dataclass(frozen=True)
class SchrijfRegels:
    """A bold label with its icon, and two lines to write on."""

    icon: str
    label: str

    def draw(self, pen: Pen, top: float) -> float:
        begin = _label(pen, self.icon, self.label, top)
        for rule in (top + 7.6, top + 16.6):
            pen.rule(begin, rule, RIGHT)
        return 16.8


def _label(pen: Pen, icon: str, label: str, top: float) -> float:
    pen.icon(icon, LEFT, top, 6)
    return max(58.0, INDENT + pen.text(INDENT, top + 4.6, label, Style(11.5, bold=True)) + 3)


@dataclass(frozen=True)
class Kader:
    """A frame over the full width with an icon, a title and lines of text."""

    icon: str
    title: str
    text: str

    def draw(self, pen: Pen, top: float) -> float:
        pen.icon(self.icon, LEFT + 3, top + 5.5, 8)
        pen.text(30, top + 6, self.title, Style(11.5, bold=True), room=RIGHT - 33)
        y = top + 6
        for part in self.text.split("\n"):
            y = pen.paragraph(30, y + 5.2, part, Style(11), RIGHT - 33, own=True)
        pen.box(LEFT, top, RIGHT - LEFT, y + 3.6 - top, 1.2)
        return y + 3.6 - top


@dataclass(frozen=True)
class Kaders:
    """The two frames side by side: moved to another prison, and released."""

    woorden: dict[str, Any]
    gegevens: LeerplanGegevens

    def draw(self, pen: Pen, top: float) -> float:
        partner, woorden = noted(self.gegevens.partner), self.woorden
        vrij = woorden["vrij_tekst"] if partner else woorden["vrij_zonder"]
        boxes = (
            (LEFT, "truck", woorden["verhuis"], woorden["verhuis_tekst"], ()),
            (107.0, "door-open", woorden["vrij"], vrij, self.gegevens.partner_adres if partner else ()),
        )
        bottom = top
        for x, icon, title, text, address in boxes:
            pen.icon(icon, x + 3, top + 3, 8)
            lines = wrap(title, Style(11.5, bold=True), 70, rtl=pen.rtl)
            y = top + (8.1 if len(lines) == 1 else 5.8)
            y = max(top + 11.0, pen.paragraph(x + 14, y, title, Style(11.5, bold=True), 70)) + 1.2
            parts: list[Text] = [markup(part, partner=partner) for part in text.split("\n")]
            for part in [*parts, *(noted(regel) for regel in address)]:
                y = pen.paragraph(x + 3, y + pen.leading(Style(11)), part, Style(11), 82, own=True)
            bottom = max(bottom, y + 3.4)
        for x in (LEFT, 107.0):
            pen.box(x, top, 88, bottom - top, 1.2)
        return bottom - top
