"""Any list of the program as an Excel file: what stands on the screen, to work on further."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.workbook import streamed_sheet, workbook_bytes

Waarde = str | int | date | None

MAX_RIJEN = 1_048_575
MAX_TEKENS = 32_767
"""What one sheet and one cell of Excel hold, the row of headers not counted."""

_NARROWEST, _WIDEST = 10, 60
_FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))
_HEADER_FONT = Font(name="Calibri", size=11, bold=True, color="FFFFFF")
_HEADER_FILL = PatternFill("solid", fgColor="0B5F6D")
_TOP, _WRAPPED = Alignment(vertical="top"), Alignment(vertical="top", wrap_text=True)
_CALCULATES = ("=", "+", "-", "@", "'")
_FIRST_DAY = date(1900, 3, 1)
"""Excel counts a 29 February 1900 that never was; older days are written as text."""


def lijst_xlsx(titel: str, kolommen: Sequence[str], rijen: Sequence[Sequence[Waarde]]) -> bytes:
    """A workbook with one sheet: headers that stay and filter, days as days, numbers as numbers.

    Text stays text, also when it begins with `=`: nothing that a user typed is ever calculated. Characters
    that Excel cannot hold are left out and very long texts are cut at 32 767 characters. Raises Problem when
    there are more rows than a sheet holds.
    """
    if len(rijen) > MAX_RIJEN:
        raise Problem(
            f"Deze lijst is te lang voor Excel: {len(rijen)} regels.",
            f"Filter de lijst tot ten hoogste {MAX_RIJEN} regels.",
        )
    book = Workbook(write_only=True)
    book.properties.creator = "Leertraject"
    book.properties.title = _clean(titel)
    sheet = streamed_sheet(book, _clean(titel).translate(_FORBIDDEN_IN_NAMES).strip("'")[:31] or "Lijst")
    sheet.freeze_panes = "A2"
    # On paper all columns stand beside one another, below their headers on each page.
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    last = get_column_letter(max(len(kolommen), 1))
    sheet.auto_filter.ref = f"A1:{last}{len(rijen) + 1}"
    for number, width in enumerate(_widths(kolommen, rijen), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.append([_header(sheet, kolom) for kolom in kolommen])
    for rij in rijen:
        sheet.append([_cell(sheet, waarde) for waarde in rij])
    return workbook_bytes(book)


def _header(sheet: Any, kolom: str) -> Cell:
    cell = _text(sheet, kolom)
    cell.font = _HEADER_FONT
    cell.fill = _HEADER_FILL
    return cell


def _cell(sheet: Any, waarde: Waarde) -> Cell | None:
    if waarde is None or waarde == "":
        return None
    if isinstance(waarde, str):
        return _text(sheet, waarde)
    if isinstance(waarde, date) and waarde < _FIRST_DAY:
        return _text(sheet, toon_datum(waarde))
    cell: Cell = WriteOnlyCell(sheet)
    cell.value = waarde
    cell.alignment = _TOP
    if isinstance(waarde, date):
        cell.number_format = "d-m-yyyy"
    return cell


def _text(sheet: Any, text: str) -> Cell:
    """A cell of text: its type says so, and the mark of Excel keeps it text when somebody edits it."""
    cell: Cell = WriteOnlyCell(sheet)
    cell.value = _clean(text)[:MAX_TEKENS]
    cell.data_type = "s"
    cell.alignment = _WRAPPED
    if text[:1] in _CALCULATES:
        cell.quotePrefix = True
    return cell


def _clean(text: str) -> str:
    kept = "".join(letter for letter in text if not "\ud800" <= letter <= "\udfff")
    return str(ILLEGAL_CHARACTERS_RE.sub("", kept))


def _widths(kolommen: Sequence[str], rijen: Sequence[Sequence[Waarde]]) -> list[int]:
    widths = [len(kolom) + 4 for kolom in kolommen]
    for rij in rijen:
        for number, waarde in enumerate(rij):
            if waarde is not None:
                longest = len(waarde.split("\n", 1)[0]) if isinstance(waarde, str) else len(str(waarde))
                widths[number] = max(widths[number], longest + 2)
    return [min(max(width, _NARROWEST), _WIDEST) for width in widths]
