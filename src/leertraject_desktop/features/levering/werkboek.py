"""Writes the Excel file of a month: Voorblad, Tellingen, Tabellen, Grafieken, always the same bytes.

The file holds counts and fixed words only. Every text cell is a text, never a formula; times, creator and
the order of the parts are fixed; there are no comments, defined names or paths. The levering that follows
adds the sheets Personen, Nagekomen and Levering here and shields what is small before it is written.
"""

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from leertraject_desktop.features.levering import definities
from leertraject_desktop.features.levering.cijfers import MaandCijfers, Tabel
from leertraject_desktop.features.levering.grafieken import Place, add_charts
from leertraject_desktop.features.levering.vast import fixed
from leertraject_desktop.storage.workbook import workbook_bytes

PETROL, SOFT, GREY, LINE = "0B5F6D", "DCECEE", "5F6B72", "C6CED2"
BODY = Font(name="Calibri", size=11, color="1A2428")
STRONG = Font(name="Calibri", size=11, bold=True, color="1A2428")
LABEL = Font(name="Calibri", size=11, color=GREY)
HINT = Font(name="Calibri", size=10, italic=True, color=GREY)
HEADING = Font(name="Calibri", size=13, bold=True, color=PETROL)
TITLE = Font(name="Calibri", size=22, bold=True, color=PETROL)
ON_PETROL = Font(name="Calibri", size=11, bold=True, color="FFFFFF")
BIG = Font(name="Calibri", size=20, bold=True, color=PETROL)

FILLED = PatternFill("solid", fgColor=PETROL)
SOFTLY = PatternFill("solid", fgColor=SOFT)
HAIRLINE = Border(bottom=Side("thin", color=LINE))
TOTAL_LINE = Border(top=Side("medium", color=PETROL), bottom=Side("thin", color=LINE))
PLAIN = Alignment(vertical="center")
LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
PART = Alignment(horizontal="left", vertical="center", indent=3)
RIGHT = Alignment(horizontal="right", vertical="center")
TOP = Alignment(horizontal="left", vertical="top", wrap_text=True)
COUNT = "#,##0"
ROW = 16  # points
GAP = 12
PAGE = 890  # points of rows on an A4 page of the sheet Tabellen

SHEETS = (
    ("Tellingen", "De totalen van de maand en van het jaar tot nu toe."),
    ("Tabellen", "De cijfers voor het Vlaams Parlement en voor Vocvo. Elke tabel telt op tot haar totaal."),
    ("Grafieken", "De belangrijkste tabellen als grafiek."),
)
NEVER = (
    "Namen, dossiernummers en geboortedatums",
    "Vragen, antwoorden, notities en andere vrije tekst",
    "Afdeling en cel",
    "Wie de gegevens invoerde",
)
SMALL = (
    "Kleine aantallen zijn nog niet afgeschermd. Met een klein getal kan iemand te herkennen zijn: "
    "geef dit bestand alleen aan Vocvo."
)


def levering_bestand(cijfers: MaandCijfers) -> bytes:
    """The Excel file of a month. The same figures give the same bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    _cover(_sheet(book, "Voorblad", cijfers, (3, 24, 24, 24, 24)), cijfers)
    _counts(_sheet(book, "Tellingen", cijfers, (34, 13, 13, 62), wide=True), cijfers)
    places = _tables(_sheet(book, "Tabellen", cijfers, (46, 18, 18, 18, 18)), cijfers)
    charts = _sheet(book, "Grafieken", cijfers, (14,) * 10)
    _title(charts, cijfers, "Grafieken")
    add_charts(charts, book["Tabellen"], places)
    return fixed(workbook_bytes(book), cijfers.maand.plus(1).eerste_dag)


def _sheet(
    book: Workbook, name: str, cijfers: MaandCijfers, widths: tuple[int, ...], *, wide: bool = False
) -> Worksheet:
    sheet: Worksheet = book.create_sheet(name)
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape" if wide else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.6
    sheet.page_margins.top = sheet.page_margins.bottom = 0.7
    prison = cijfers.gevangenis.replace("&", "&&")
    sheet.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(text=f"Leertraject · {prison} · {cijfers.maand.naam}"),
        right=_HeaderFooterPart(text="bladzijde &P van &N"),
    )
    return sheet


def _cover(sheet: Worksheet, cijfers: MaandCijfers) -> None:
    _text(sheet, 2, 2, "Leertrajectbegeleiding", TITLE, PLAIN)
    _text(sheet, 3, 2, f"Levering {cijfers.maand.naam}", HEADING, PLAIN)
    sheet.row_dimensions[2].height, sheet.row_dimensions[3].height = 34, 22
    for column in range(2, 6):
        sheet.cell(4, column).border = Border(bottom=Side("medium", color=PETROL))
    facts = (
        ("Gevangenis", cijfers.gevangenis),
        ("Maand", cijfers.maand.naam),
        ("Bestemd voor", "Vocvo"),
        ("Gemaakt met", "Leertraject"),
    )
    row = 6
    for label, value in facts:
        _text(sheet, row, 2, label, LABEL, PLAIN)
        sheet.row_dimensions[row].height = ROW
        _text(sheet, row, 3, value, STRONG, PLAIN)
        row += 1
    row = _big_numbers(sheet, row + 1, cijfers)
    row = _list(sheet, row + 1, "In dit bestand", [f"{name}: {what}" for name, what in SHEETS])
    row = _list(sheet, row + 1, "Dit staat er nooit in", list(NEVER))
    rules = [definities.JAAR, "Een persoon zonder antwoord op een vraag staat bij ‘onbekend’."]
    row = _list(sheet, row + 1, "Zo is er geteld", rules)
    _list(sheet, row + 1, "Let op", [SMALL])


def _big_numbers(sheet: Worksheet, row: int, cijfers: MaandCijfers) -> int:
    shown = (("vragen", "informatievragen"), ("gestart", "begeleidingen gestart"),
             ("lopend", "begeleidingen lopen"), ("personen", "personen bereikt"))  # fmt: skip
    for column, (code, label) in enumerate(shown, start=2):
        number = _number(sheet, row, column, cijfers.telling(code).maand, BIG)
        words = _text(sheet, row + 1, column, label, BODY)
        for cell in (number, words):
            cell.fill = SOFTLY
            cell.alignment = Alignment(horizontal="center", vertical="center")
    sheet.row_dimensions[row].height = 36
    sheet.row_dimensions[row + 1].height = 20
    return row + 2


def _list(sheet: Worksheet, row: int, heading: str, lines: list[str]) -> int:
    _text(sheet, row, 2, heading, HEADING, PLAIN)
    for line in lines:
        row += 1
        sheet.merge_cells(start_row=row, start_column=2, end_row=row, end_column=5)
        _text(sheet, row, 2, line, BODY, TOP)
        sheet.row_dimensions[row].height = _height(line, 108)
    return row + 1


def _title(sheet: Worksheet, cijfers: MaandCijfers, title: str) -> None:
    _text(sheet, 1, 1, f"{title} · {cijfers.gevangenis} · {cijfers.maand.naam}", HEADING, PLAIN)
    sheet.row_dimensions[1].height = 24


def _counts(sheet: Worksheet, cijfers: MaandCijfers) -> None:
    _title(sheet, cijfers, "Tellingen")
    _heads(sheet, 2, ("Telling", *definities.PERIODS, "Wat er geteld is"))
    sheet.cell(2, 4).alignment = LEFT
    sheet.freeze_panes = "A3"
    row, groep = 3, ""
    for telling in cijfers.tellingen:
        if telling.groep != groep:
            groep = telling.groep
            for column in range(1, 5):
                _text(sheet, row, column, groep if column == 1 else "", STRONG).fill = SOFTLY
            sheet.row_dimensions[row].height = ROW
            row += 1
        part = telling.label.startswith("waarvan")
        label = _text(sheet, row, 1, telling.label, BODY, PART if part else LEFT)
        numbers = (telling.maand, telling.jaar)
        for column, number in enumerate(numbers, start=2):
            if number is None:
                _text(sheet, row, column, "–", STRONG, RIGHT)
            else:
                _number(sheet, row, column, number, STRONG)
        words = _text(sheet, row, 4, telling.definitie, HINT, LEFT)
        for cell in (label, sheet.cell(row, 2), sheet.cell(row, 3), words):
            cell.border = HAIRLINE
        sheet.row_dimensions[row].height = _height(telling.definitie, 80)
        row += 1
    _text(
        sheet, row + 1, 1, f"{definities.JAAR} Een streepje: dit is een stand op één dag.", HINT, Alignment()
    )


def _tables(sheet: Worksheet, cijfers: MaandCijfers) -> dict[str, Place]:
    """Write all tables under one another; returns where each one stands, for the charts."""
    _title(sheet, cijfers, "Tabellen")
    sheet.freeze_panes = "A2"
    row, places, filled = 3, {}, 40.0
    for tabel in cijfers.tabellen:
        places[tabel.code] = Place(row + 1, len(tabel.rijen), tabel)
        after = _table(sheet, row, tabel)
        height = sum(sheet.row_dimensions[one].height or 15 for one in range(row, after))
        if filled + height > PAGE:
            sheet.row_breaks.append(Break(row - 1))
            filled = 0.0
        filled += height
        row = after
    return places


def _table(sheet: Worksheet, row: int, tabel: Tabel) -> int:
    _text(sheet, row, 1, f"{tabel.code}  {tabel.titel}", HEADING, PLAIN)
    sheet.row_dimensions[row].height = 20
    _heads(sheet, row + 1, tabel.kolommen)
    row += 2
    for rij in tabel.rijen:
        _text(sheet, row, 1, rij.label, BODY, LEFT).border = HAIRLINE
        _numbers(sheet, row, rij.aantallen, BODY, HAIRLINE)
        sheet.row_dimensions[row].height = ROW
        row += 1
    _text(sheet, row, 1, "Totaal", STRONG, LEFT).border = TOTAL_LINE
    _numbers(sheet, row, tabel.totaal, STRONG, TOTAL_LINE)
    sheet.row_dimensions[row].height = ROW
    for line in (tabel.definitie, f"Gevraagd door: {tabel.bron}."):
        row += 1
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=5)
        _text(sheet, row, 1, line, HINT, TOP)
        sheet.row_dimensions[row].height = _height(line, 136)
    sheet.row_dimensions[row + 1].height = GAP
    return row + 2


def _heads(sheet: Worksheet, row: int, words: tuple[str, ...]) -> None:
    for column, head in enumerate(words, start=1):
        cell = _text(sheet, row, column, head, ON_PETROL, LEFT if column == 1 else RIGHT)
        cell.fill = FILLED
    sheet.row_dimensions[row].height = 20


def _numbers(sheet: Worksheet, row: int, numbers: tuple[int, ...], font: Font, border: Border) -> None:
    for column, number in enumerate(numbers, start=2):
        _number(sheet, row, column, number, font).border = border


def _number(sheet: Worksheet, row: int, column: int, number: int, font: Font) -> Cell:
    cell = sheet.cell(row, column, number)
    assert isinstance(cell, Cell)  # noqa: S101 - never inside merged cells
    cell.font, cell.number_format, cell.alignment = font, COUNT, RIGHT
    return cell


def _text(
    sheet: Worksheet, row: int, column: int, words: str, font: Font, alignment: Alignment = LEFT
) -> Cell:
    """Put words in a cell as a text, whatever they begin with."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101 - never inside merged cells
    cell.value = words
    cell.data_type = "s"
    cell.font, cell.alignment = font, alignment
    return cell


def _height(words: str, per_line: int) -> float:
    """The height of a row for words that break after so many characters: Excel does not do it itself."""
    return 13.5 * max(1, -(-len(words) // per_line)) + 3
