"""The native charts of the month's file, each over a table of the sheet Tabellen."""

from dataclasses import dataclass

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.legend import Legend
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties, RegularTextRun
from openpyxl.worksheet.worksheet import Worksheet

from leertraject_desktop.features.levering.cijfers import Tabel

PETROL, LIGHT, AXIS, TEXT = "0B5F6D", "79B8C1", "C6CED2", "1A2428"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a table stands: the row of its headings, and how many rows follow."""

    head: int
    rows: int
    tabel: Tabel


@dataclass(frozen=True, slots=True)
class Grafiek:
    """A chart over columns of a table; `liggend` for long words, `anker` is its cell on the sheet."""

    code: str
    titel: str
    kolommen: tuple[int, ...]
    anker: str
    liggend: bool = False


GRAFIEKEN = (
    Grafiek("F11d", "Informatievragen per maand", (2,), "A3"),
    Grafiek("F11d", "Begeleidingen gestart en afgesloten per maand", (3, 4), "F3"),
    Grafiek("F11a", "Informatievragen dit jaar, naar onderwerp", (3,), "A21", liggend=True),
    Grafiek("F3", "Stopgezet dit jaar, naar reden", (3,), "F21", liggend=True),
    Grafiek("F1a", "Gestart dit jaar, naar opleidingsniveau", (3,), "A39"),
    Grafiek("F1d", "Gestart dit jaar, naar leeftijd", (3,), "F39"),
)


def add_charts(sheet: Worksheet, tables: Worksheet, places: dict[str, Place]) -> None:
    """Put all charts on a sheet. A chart without any number is left out."""
    for grafiek in GRAFIEKEN:
        place = places[grafiek.code]
        if any(place.tabel.totaal[column - 2] for column in grafiek.kolommen):
            sheet.add_chart(_chart(grafiek, tables, place), grafiek.anker)


def _chart(grafiek: Grafiek, tables: Worksheet, place: Place) -> BarChart:
    chart = BarChart()
    chart.type = "bar" if grafiek.liggend else "col"
    chart.title = _title(grafiek.titel)
    chart.width, chart.height = 13, 8
    chart.gapWidth = 50
    chart.style = 2
    first, last = place.head + 1, place.head + place.rows
    for number, column in enumerate(grafiek.kolommen):
        chart.add_data(
            Reference(tables, min_col=column, min_row=place.head, max_row=last), titles_from_data=True
        )
        chart.series[number].graphicalProperties = GraphicalProperties(solidFill=(PETROL, LIGHT)[number])
        chart.series[number].graphicalProperties.line.noFill = True
    chart.set_categories(Reference(tables, min_col=1, min_row=first, max_row=last))
    chart.dataLabels = DataLabelList(
        showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False
    )
    chart.dataLabels.txPr = _rich(900)
    chart.legend = Legend(legendPos="b") if len(grafiek.kolommen) > 1 else None
    _axes(chart, liggend=grafiek.liggend)
    return chart


def _axes(chart: BarChart, *, liggend: bool) -> None:
    chart.x_axis.delete = False
    chart.x_axis.txPr = _rich(900)
    chart.x_axis.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=AXIS))
    chart.x_axis.majorTickMark = "none"
    chart.y_axis.delete = True
    chart.y_axis.majorGridlines = None
    chart.y_axis.scaling.min = 0
    if liggend:
        chart.x_axis.scaling.orientation = "maxMin"
        chart.layout = Layout(manualLayout=ManualLayout(
            layoutTarget="inner", xMode="edge", yMode="edge", x=0.42, y=0.14, w=0.5, h=0.82))  # fmt: skip


def _title(words: str) -> Title:
    run = RegularTextRun(rPr=_letters(1200, bold=True), t=words)
    return Title(tx=Text(rich=RichText(p=[Paragraph(r=[run])])), overlay=False)


def _letters(size: int, *, bold: bool = False) -> CharacterProperties:
    return CharacterProperties(sz=size, b=bold, solidFill=TEXT, latin=Font(typeface="Calibri"))


def _rich(size: int) -> RichText:
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=_letters(size)), endParaRPr=_letters(size))])
