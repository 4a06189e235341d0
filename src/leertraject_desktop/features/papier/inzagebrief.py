"""The letter with all that is kept on a person: what, why, how long, who saw it, and what one may ask."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from leertraject_desktop.features.papier.pages import Column, Item, Table, paginate
from leertraject_desktop.features.papier.pen import Pen
from leertraject_desktop.features.papier.sheet import LEFT, RIGHT, STAYING_FOOTER, Document, staying
from leertraject_desktop.features.papier.teksten import datum_in_woorden
from leertraject_desktop.features.papier.typeset import Style, Text, markup, noted

BODY, SMALL = Style(10.7), Style(9)
SECTION, GROUP = Style(14, bold=True), Style(11, bold=True)
LABEL, VALUE = Style(10), Style(10.3)
LABEL_WIDTH, GAP = 52.0, 4.0
DAY_WIDTH, WHO_WIDTH = 24.0, 46.0

WHY = (
    "We gebruiken je gegevens om je te helpen met leren. We beantwoorden je vragen, we maken samen een "
    "plan en we volgen het op. Na je vrijlating vragen we hoe het gaat.",
    "We tellen ook hoeveel mensen we helpen. In die cijfers staan geen namen, geen geboortedatums en geen "
    "notities.",
    "We bewaren niets over wat je gedaan hebt of over je rechtszaak.",
)
NO_TERM = (
    "Voor je dossier is nog geen termijn gekozen. We wissen het dus niet vanzelf. Je mag wel vragen om het "
    "te wissen."
)
RIGHTS = (
    "**Inkijken.** Dat doe je met deze brief. Je mag altijd een nieuwe vragen.",
    "**Verbeteren.** Klopt er iets niet? Zeg het. We zetten het juist, en we bewaren waarom.",
    "**Wissen.** Je mag vragen om je dossier te wissen. Dan is het voorgoed weg.",
    "**Meenemen.** Bij deze brief hoort een bestand met hetzelfde, dat een computer kan lezen.",
    "**Stoppen.** Je toestemming voor een partner mag je elke dag intrekken.",
    "**Klagen.** Ben je niet tevreden? Vraag het adres van de toezichthouder voor gegevensbescherming.",
)
NOBODY = "Niemand. Buiten deze dienst kreeg niemand iets van je dossier."


@dataclass(frozen=True, slots=True)
class Groep:
    """What is kept of one kind: its title, why it is kept, and the rows, each as (label, value) pairs."""

    titel: str
    waarom: str
    rijen: tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True, slots=True)
class Inzagebrief:
    """What the letter is made of. `gezien` and `ontvangen` are (day, who, what), `maanden` is the term."""

    naam: str
    dossiernummer: int
    gevangenis: str
    datum: date
    maanden: int | None
    groepen: tuple[Groep, ...]
    gezien: tuple[tuple[str, str, str], ...]
    ontvangen: tuple[tuple[str, str, str], ...]


def inzagebrief_pdf(brief: Inzagebrief) -> bytes:
    """The letter as a PDF of A4 pages, in Dutch. A character without a font becomes □."""
    document = Document("Wat er over jou bewaard wordt")
    pages = paginate(Pen(None), list(_items(brief)), top=10.0, bottom=STAYING_FOOTER - 3.0, next_top=14.0)
    for number, page in enumerate(pages, start=1):
        with document.page() as pen:
            for block, y in page:
                block.draw(pen, y)
            staying(
                pen, f"Inzage  ·  dossier {brief.dossiernummer:04d}", f"Bladzijde {number} van {len(pages)}"
            )
    return document.finish()


@dataclass(frozen=True)
class _Head:
    """For whom it is, from where, and on which day."""

    brief: Inzagebrief

    def draw(self, pen: Pen, top: float) -> float:
        brief = self.brief
        pen.icon("shield", LEFT, top, 9.2)
        place = noted(f"Leertraject · {brief.gevangenis}")
        used = pen.text(RIGHT, top + 4.4, place, Style(12, bold=True), align=1)
        used = max(used, pen.text(RIGHT, top + 9.2, datum_in_woorden(brief.datum), SMALL, align=1))
        pen.title(27, top + 6.5, "Wat bewaren we over jou?", RIGHT - 27 - used - 3)
        pen.rule(LEFT, top + 14, RIGHT, 1.2)
        name: Text = markup(
            "Voor **{naam}**, dossier {nummer}", naam=noted(brief.naam), nummer=f"{brief.dossiernummer:04d}"
        )
        return pen.paragraph(LEFT, top + 21, name, BODY, RIGHT - LEFT) + 1.5 - top


@dataclass(frozen=True)
class _Words:
    """A paragraph."""

    text: Text
    style: Style = BODY
    left: float = LEFT

    def draw(self, pen: Pen, top: float) -> float:
        cap = self.style.size * 0.714 * 25.4 / 72
        last = pen.paragraph(self.left, top + cap, self.text, self.style, RIGHT - self.left)
        return last + 1.2 - top


@dataclass(frozen=True)
class _Section:
    """A heading of the letter over a rule."""

    text: str

    def draw(self, pen: Pen, top: float) -> float:
        pen.text(LEFT, top + 3.8, self.text, SECTION, room=RIGHT - LEFT)
        pen.rule(LEFT, top + 6.2, RIGHT, 0.8)
        return 6.4


def _items(brief: Inzagebrief) -> list[Item]:
    items = [Item(_Head(brief))]
    items.append(
        Item(_Words("In deze brief staat alles wat de onderwijscoördinator over je bewaart."), gap=2.5)
    )
    items += _section("Waarom bewaren we dit?", WHY)
    items += _section("Hoelang?", [_term(brief.maanden)])
    items += _section("Wat kan je vragen?", [markup(right) for right in RIGHTS])
    items += _section("Dit staat er over jou", [])
    for group in brief.groepen:
        items += _group(group)
    items += _section("Wie zag of wijzigde je dossier?", [])
    items += _looks(brief.gezien)
    items += _section("Wie kreeg iets van je dossier?", [] if brief.ontvangen else [NOBODY])
    items += _looks(brief.ontvangen)
    end = "Heb je een vraag over deze brief? Schrijf een rapportbriefje aan de onderwijscoördinator."
    return [*items, Item(_Words(end), gap=7.0)]


def _term(months: int | None) -> str:
    if months is None:
        return NO_TERM
    time = "1 maand" if months == 1 else f"{months} maanden"
    if months >= 24 and months % 12 == 0:
        time = f"{months // 12} jaar"
    return (
        f"Ben je hier weg en is je begeleiding voorbij, dan bewaren we je dossier nog {time} na wat er het "
        "laatst in geschreven is. Daarna kijkt een medewerker het na en wist het."
    )


def _section(title: str, words: Sequence[Text]) -> list[Item]:
    return [
        Item(_Section(title), gap=7.0, keep=True),
        *(Item(_Words(each), gap=2.2) for each in words),
    ]


def _group(group: Groep) -> list[Item]:
    title = noted(group.titel)
    if len(group.rijen) > 1:
        title += f" ({len(group.rijen)})"
    items = [
        Item(_Words(title, GROUP), gap=5.0, keep=True),
        Item(_Words(group.waarom, SMALL), gap=0.6, keep=True),
    ]
    table = Table(
        [
            Column(LEFT, LABEL_WIDTH, LABEL),
            Column(LEFT + LABEL_WIDTH + GAP, RIGHT - LEFT - LABEL_WIDTH - GAP, VALUE),
        ],
        row={"pad": 0.9, "weight": 0.0, "middle": False},
    )
    for place, row in enumerate(group.rijen):
        lines = [piece for label, value in row for piece in table.rows([noted(label), noted(value)])]
        items += [
            Item(
                line, gap=(3.0 if place else 1.2) if not number else 0.0, keep=number + 1 < min(len(lines), 4)
            )
            for number, line in enumerate(lines)
        ]
    return items


def _looks(looks: Sequence[tuple[str, str, str]]) -> list[Item]:
    what = LEFT + DAY_WIDTH + WHO_WIDTH + 2 * GAP
    table = Table(
        [
            Column(LEFT, DAY_WIDTH, LABEL),
            Column(LEFT + DAY_WIDTH + GAP, WHO_WIDTH, LABEL),
            Column(what, RIGHT - what, LABEL),
        ],
        row={"pad": 1.2, "weight": 0.3, "middle": False},
    )
    rows = [row for look in looks for row in table.rows([noted(each) for each in look])]
    return [Item(row, gap=0.0 if place else 1.6) for place, row in enumerate(rows)]
