"""Saves a workbook without openpyxl's temporary files, which would hold its names in clear on the disk."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


def streamed_sheet(book: Any, title: str) -> Any:
    """A new sheet of a write-only workbook, whose rows are kept in memory alone."""
    sheet = _Streamed(book, title)
    book._add_sheet(sheet)
    return sheet


def workbook_bytes(book: Workbook) -> bytes:
    """The file of a workbook. The sheets of a write-only one must come from `streamed_sheet`."""
    out = BytesIO()
    _Writer(book, ZipFile(out, "w", ZIP_DEFLATED, allowZip64=True)).save()
    return out.getvalue()


class _Streamed(WriteOnlyWorksheet):
    _writer: Any = None

    def _get_writer(self) -> None:
        if self._writer is None:
            self._writer = WorksheetWriter(self, BytesIO())
            self._writer.write_top()


class _Writer(ExcelWriter):
    _archive: ZipFile

    def write_worksheet(self, ws: Any) -> None:
        """Put one sheet into the file, as the original does by way of a temporary file."""
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts = ws._charts
        ws._drawing.images = ws._images
        if self.workbook.write_only:
            if not ws.closed:
                ws.close()
            writer = ws._writer
        else:
            writer = WorksheetWriter(ws, BytesIO())
            writer.write()
        ws._rels = writer._rels
        self._archive.writestr(ws.path[1:], writer.read())
        self.manifest.append(ws)
