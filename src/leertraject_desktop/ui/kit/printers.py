"""The printers that give paper: a secret goes to one of those, never to a file that is called a printer."""

import re
from collections.abc import Iterable

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from leertraject_desktop.domain.problem import Problem

NO_PRINTER = Problem(
    "Er is geen printer gevonden.",
    "Schrijf alles met de hand over op papier. Of sluit een printer aan en open dit blad opnieuw.",
)
# What calls itself a printer and writes a file, or sends it away.
_NO_PAPER = re.compile(r"pdf|xps|onenote|document writer|image writer|print to file|\bfax\b", re.IGNORECASE)


def paper_printers() -> list[str]:
    """The names of the printers of this computer that give paper, the usual one first."""
    found = [(info.printerName(), info.makeAndModel()) for info in QPrinterInfo.availablePrinters()]
    usual = QPrinterInfo.defaultPrinterName()
    return sorted(those_with_paper(found), key=lambda name: name != usual)


def those_with_paper(printers: Iterable[tuple[str, str]]) -> list[str]:
    """The names of those that give paper, of printers by name and kind."""
    return [name for name, kind in printers if not _NO_PAPER.search(f"{name} {kind}".replace("_", " "))]


def printer_named(name: str, document: str) -> QPrinter:
    """A printer to draw A4 sheets on. Raises Problem when it is gone, or would write a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    if (
        not printer.isValid()
        or printer.printerName() != name
        or printer.outputFormat() != QPrinter.OutputFormat.NativeFormat
        or printer.outputFileName()
    ):
        raise Problem(f"De printer ‘{name}’ antwoordt niet.", "Kijk of hij aanstaat, of kies een andere.")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setDocName(document)
    return printer
