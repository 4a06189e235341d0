"""Reads the file of a month back, cell by cell, so that the screen shows what is in it and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import range_to_tuple
from openpyxl.worksheet.worksheet import Worksheet


@dataclass(frozen=True, slots=True)
class Cel:
    """One filled or coloured cell; rows and columns count from 0.

    `kleur` and `vulling` are RRGGBB, "" where the cell has none; `zijde` is left, center or right; `lijn`
    tells whether there is a line under it; `breed` over how many columns it reaches.
    """

    rij: int
    kolom: int
    tekst: str
    vet: bool
    cursief: bool
    punten: float
    kleur: str
    vulling: str
    zijde: str
    inspringing: int
    loopt_door: bool
    lijn: bool
    breed: int


@dataclass(frozen=True, slots=True)
class GrafiekBeeld:
    """A bar chart: its title, the words at its bars, and the name and numbers of every series."""

    titel: str
    liggend: bool
    woorden: tuple[str, ...]
    reeksen: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Blad:
    """One sheet: widths of its columns in characters, heights of its rows in points (0: as needed)."""

    naam: str
    breedtes: tuple[float, ...]
    hoogtes: tuple[float, ...]
    cellen: tuple[Cel, ...]
    grafieken: tuple[GrafiekBeeld, ...]


def lees_bladen(content: bytes) -> tuple[Blad, ...]:
    """Every sheet of a workbook that `levering_bestand` made, in order."""
    book = load_workbook(BytesIO(content))
    return tuple(_blad(book, sheet) for sheet in book.worksheets)


def _blad(book: Workbook, sheet: Worksheet) -> Blad:
    columns, rows = sheet.max_column, sheet.max_row
    dimensions = sheet.column_dimensions
    return Blad(
        naam=sheet.title,
        breedtes=tuple(dimensions[get_column_letter(column)].width for column in range(1, columns + 1)),
        hoogtes=tuple(sheet.row_dimensions[row].height or 0.0 for row in range(1, rows + 1)),
        cellen=tuple(_cellen(sheet)),
        grafieken=tuple(_grafiek(book, chart) for chart in _charts(sheet)),
    )


def _cellen(sheet: Worksheet) -> Iterator[Cel]:
    wide = {
        (found.min_row, found.min_col): found.max_col - found.min_col + 1
        for found in sheet.merged_cells.ranges
    }
    for row in sheet.iter_rows():
        for cell in row:
            found: Any = cell
            fill = _rgb(found.fill.fgColor) if found.fill.fill_type == "solid" else ""
            line = found.border.bottom is not None and found.border.bottom.style is not None
            if found.value is None and not fill and not line:
                continue
            yield Cel(
                rij=found.row - 1,
                kolom=found.column - 1,
                tekst=_words(found.value),
                vet=bool(found.font.b),
                cursief=bool(found.font.i),
                punten=float(found.font.sz or 11),
                kleur=_rgb(found.font.color),
                vulling=fill,
                zijde=found.alignment.horizontal or ("right" if isinstance(found.value, int) else "left"),
                inspringing=int(found.alignment.indent or 0),
                loopt_door=bool(found.alignment.wrap_text),
                lijn=line,
                breed=wide.get((found.row, found.column), 1),
            )


def _words(value: object) -> str:
    """As Excel shows it in Dutch: a point between thousands."""
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    return "" if value is None else str(value)


def _rgb(colour: Any) -> str:
    return colour.rgb[-6:] if colour is not None and isinstance(colour.rgb, str) else ""


def _charts(sheet: Worksheet) -> list[BarChart]:
    found: Any = sheet
    return [chart for chart in found._charts if isinstance(chart, BarChart)]


def _grafiek(book: Workbook, chart: Any) -> GrafiekBeeld:
    title = "".join(run.t for paragraph in chart.title.tx.rich.p for run in paragraph.r or ())
    categories = chart.series[0].cat
    where = (categories.strRef or categories.numRef).f
    return GrafiekBeeld(
        titel=title,
        liggend=chart.barDir == "bar",
        woorden=tuple(str(value) for value in _values(book, where)),
        reeksen=tuple(
            (
                str(next(_values(book, series.tx.strRef.f))),
                tuple(int(value) for value in _values(book, series.val.numRef.f)),
            )
            for series in chart.series
        ),
    )


def _values(book: Workbook, where: str) -> Iterator[Any]:
    name, (left, top, right, bottom) = range_to_tuple(where)
    for row in book[name].iter_rows(top, bottom, left, right, values_only=True):
        yield from row
