"""The week on paper: per day what is to be done, at what hour, with whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from leertraject_desktop.domain.datums import toon_datum_lang, toon_tijd
from leertraject_desktop.features.papier.pages import Column, Item, Table, paginate
from leertraject_desktop.features.papier.pen import Pen
from leertraject_desktop.features.papier.sheet import LEFT, RIGHT, STAYING_FOOTER, Document, staying
from leertraject_desktop.features.papier.teksten import datum_in_woorden
from leertraject_desktop.features.papier.typeset import Style, noted

HOUR, NAME, WHAT = Style(11, bold=True), Style(11), Style(11)
COLUMNS = (Column(24.5, 15.0, HOUR), Column(42.0, 58.0, NAME), Column(104.0, RIGHT - 104.0, WHAT))


@dataclass(frozen=True)
class WeekTaak:
    """One thing to do. `te_laat` prints that word before it."""

    wat: str
    naam: str = ""
    uur: time | None = None
    te_laat: bool = False


@dataclass(frozen=True)
class WeekDag:
    """One day with its tasks in their order."""

    datum: date
    taken: tuple[WeekTaak, ...] = ()


def weeklijst_pdf(dagen: Sequence[WeekDag], *, wie: str = "", voet: str = "") -> bytes:
    """The days as a PDF of A4 pages, with a box to tick for each task; a day without tasks says so.

    `wie` is whose week it is, `voet` stands at the foot of each page. A character without a font becomes □.
    """
    if not dagen:
        raise ValueError("a week has days")
    document = Document("Week")
    table = Table(COLUMNS, row={"pad": 2.0, "least": 8.0})
    items = [Item(WeekKop(dagen[0].datum, dagen[-1].datum, noted(wie)))]
    for dag in dagen:
        kop = DagKop(dag.datum, len(dag.taken))
        items.append(Item(kop, gap=4.5, keep=bool(dag.taken)))
        items += [
            Item(row, repeat=kop)
            for taak in dag.taken
            for row in table.rows(_cells(taak), tick=(LEFT + 1.5, False))
        ]
    pages = paginate(Pen(None), items, top=10.0, bottom=STAYING_FOOTER - 3, next_top=12.0)
    for number, page in enumerate(pages, start=1):
        with document.page() as pen:
            for block, y in page:
                block.draw(pen, y)
            foot = noted(voet) or "Vernietig deze lijst na gebruik."
            staying(pen, foot, f"Bladzijde {number} van {len(pages)}")
    return document.finish()


def _cells(taak: WeekTaak) -> list[str]:
    wat = noted(taak.wat)
    return [
        toon_tijd(taak.uur) if taak.uur else "",
        noted(taak.naam),
        f"Te laat: {wat}" if taak.te_laat else wat,
    ]


@dataclass(frozen=True)
class WeekKop:
    """The title with the days it covers, and whose week it is."""

    first: date
    last: date
    wie: str

    def draw(self, pen: Pen, top: float) -> float:
        pen.icon("list-checks", LEFT, top + 0.2, 9.2)
        days = f"{datum_in_woorden(self.first)} tot en met {datum_in_woorden(self.last)}"
        if self.first == self.last:
            days = datum_in_woorden(self.first)
        used = pen.text(RIGHT, top + 4.4, days, Style(11, bold=True), align=1)
        if self.wie:
            lines = pen.width(self.wie, Style(10))
            if lines <= 120:
                used = max(used, pen.text(RIGHT, top + 9.2, self.wie, Style(10), align=1))
        pen.title(27, top + 6.7, "Mijn week", RIGHT - 27 - used - 3)
        return 11.5


@dataclass(frozen=True)
class DagKop:
    """The name of a day over a rule, with how much there is to do."""

    datum: date
    aantal: int

    def draw(self, pen: Pen, top: float) -> float:
        dag = toon_datum_lang(self.datum)
        pen.text(LEFT, top + 5.0, dag[0].upper() + dag[1:], Style(13, bold=True))
        aantal = {0: "niets gepland", 1: "1 taak"}.get(self.aantal, f"{self.aantal} taken")
        pen.text(RIGHT, top + 5.0, aantal, Style(10), align=1)
        pen.rule(LEFT, top + 7.2, RIGHT, 1.2)
        return 7.2
