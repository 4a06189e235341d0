"""Any list of the program as a clean table on A4: widths after the content, heads on every page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from leertraject_desktop.features.papier.pages import Column, Item, Table, paginate, size_of
from leertraject_desktop.features.papier.pen import A4, Pen
from leertraject_desktop.features.papier.sheet import LEFT, STAYING_FOOTER, Document, staying
from leertraject_desktop.features.papier.typeset import Style, line, noted, wrap

CELL, HEAD, SUBTITLE = Style(9.5), Style(9.5, bold=True), Style(10)
GAP = 4.0  # between two columns
NARROWEST = 14.0
WIDEST = 90.0  # a column asks for no more than this, whatever stands in it
NUMBER = re.compile(r"-?\d[\d.,]* ?%?")


@dataclass(frozen=True)
class LijstKop:
    """The title of a list at the top of its first page, with what was chosen in it."""

    titel: str
    ondertitel: str
    right: float

    def draw(self, pen: Pen, top: float) -> float:
        width = self.right - LEFT
        last = pen.paragraph(LEFT, top + 6.2, self.titel, Style(18, bold=True), width)
        if self.ondertitel:
            last = pen.paragraph(LEFT, last + 6.0, self.ondertitel, SUBTITLE, width, own=True)
        return last + 2.0 - top


@dataclass(frozen=True)
class Koppen:
    """The heads of the columns, over a rule, repeated on every page."""

    columns: Sequence[Column]
    koppen: Sequence[str]
    right: float

    def draw(self, pen: Pen, top: float) -> float:
        wrapped = [
            wrap(kop, HEAD, column.width) for kop, column in zip(self.koppen, self.columns, strict=True)
        ]
        step = pen.leading(HEAD)
        rows = max(1, *(len(lines) for lines in wrapped))
        last = top + 1.0 + size_of(HEAD) + step * (rows - 1)
        for column, lines in zip(self.columns, wrapped, strict=True):
            for place, made in enumerate(reversed(lines)):
                pen.place(column.begin, last - place * step, made, align=column.align)
        pen.rule(LEFT, last + 1.9, self.right, 1.2)
        return last + 1.9 - top


def lijst_pdf(
    titel: str,
    kolommen: Sequence[str],
    rijen: Sequence[Sequence[str]],
    *,
    ondertitel: str = "",
    voet: str = "",
) -> bytes:
    """The list as a PDF: upright where it fits, on its side where the columns ask for more.

    Each row has as many cells as `kolommen` has heads; a column of numbers is set to the right. `ondertitel`
    says what was filtered, `voet` stands at the foot of each page ("Gemaakt op 24 november 2026 om 15.40").
    A character without a font becomes □, also in a name: one odd name keeps no list from printing.
    """
    if not kolommen or any(len(rij) != len(kolommen) for rij in rijen):
        raise ValueError("every row needs a cell for each column")
    cells = [[noted(cel) for cel in rij] for rij in rijen]
    wanted = _wanted(kolommen, cells)
    landscape = sum(wanted) + GAP * (len(wanted) - 1) > A4[0] - 2 * LEFT
    document = Document(noted(titel), landscape=landscape)
    right = document.size[0] - LEFT
    columns = _columns(kolommen, cells, wanted, right - LEFT)
    koppen = Koppen(columns, [noted(kop) for kop in kolommen], right)
    table = Table(columns, row={"pad": 1.5, "weight": 0.5, "end": right, "middle": False})
    items = [Item(LijstKop(noted(titel), noted(ondertitel), right)), Item(koppen, gap=2.5, keep=True)]
    items += [Item(row, repeat=koppen) for rij in cells for row in table.rows(rij)]
    dry = Pen(None, False, document.size)
    bottom = STAYING_FOOTER - (A4[1] - document.size[1]) - 2.5
    pages = paginate(dry, items, top=12.0, bottom=bottom, next_top=11.0)
    for number, page in enumerate(pages, start=1):
        with document.page() as pen:
            for block, y in page:
                block.draw(pen, y)
            staying(pen, noted(voet) or noted(titel), f"Bladzijde {number} van {len(pages)}")
    return document.finish()


def _wanted(kolommen: Sequence[str], cells: Sequence[Sequence[str]]) -> list[float]:
    """The width that each column asks for: its widest cell or head, within bounds."""
    wanted = []
    for place, kop in enumerate(kolommen):
        longest = sorted({rij[place] for rij in cells}, key=len, reverse=True)[:40]
        widest = max([line(noted(kop), HEAD).width, *(_widest_line(cel) for cel in longest)])
        wanted.append(min(max(widest + 0.2, NARROWEST), WIDEST))
    return wanted


def _widest_line(cel: str) -> float:
    return max((line(part, CELL).width for part in cel.split("\n")), default=0.0)


def _columns(
    kolommen: Sequence[str], cells: Sequence[Sequence[str]], wanted: Sequence[float], room: float
) -> list[Column]:
    """Columns that fill the room: what is left over is shared, what is missing comes off the widest."""
    room -= GAP * (len(wanted) - 1)
    widths = list(wanted)
    short = sum(widths) - room
    while short > 0.01 and max(widths) > NARROWEST:
        widest = max(widths)
        below = max([width for width in widths if width < widest - 0.01], default=NARROWEST)
        at_top = [place for place, width in enumerate(widths) if width >= widest - 0.01]
        cut = min(short / len(at_top), widest - max(below, NARROWEST))
        for place in at_top:
            widths[place] -= cut
        short -= cut * len(at_top)
    if short > 0.01:  # so many columns that not even the narrowest fit: all alike
        widths = [room / len(widths)] * len(widths)
    extra = max(0.0, room - sum(widths)) / sum(widths)
    columns = []
    x = LEFT
    for place, width in enumerate(widths):
        width *= 1 + extra
        right_aligned = bool(cells) and all(_is_number(rij[place]) for rij in cells)
        columns.append(
            Column(x + width if right_aligned else x, width, CELL, align=1.0 if right_aligned else 0.0)
        )
        x += width + GAP
    return columns


def _is_number(cel: str) -> bool:
    return not cel or NUMBER.fullmatch(cel) is not None
