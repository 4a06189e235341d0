"""Lists as they come in, made by the tests: workbooks and text files with everything that goes wrong."""

from pathlib import Path

import openpyxl

from leertraject_desktop.features.importeren.bestand import lees_bestand
from leertraject_desktop.features.importeren.importeren import koppeling_voor, proef
from leertraject_desktop.features.importeren.koppen import beste_lijst

KOPPEN = ["Familienaam", "Voornaam", "Geboortedatum", "Statuut", "Gevangenis", "Van", "Tot", "Afdeling"]


def csv_lijst(path: Path, *rows: list[str], encoding: str = "utf-8", scheiding: str = ";") -> Path:
    """A text file of these rows; a cell with the separator in it stands between quotes."""
    cells = [[f'"{cell}"' if scheiding in cell else cell for cell in row] for row in rows]
    path.write_bytes("\r\n".join(scheiding.join(row) for row in cells).encode(encoding))
    return path


def werkboek(path: Path, *rows: list[object], change=None) -> Path:
    """A workbook of these rows; `change(workbook, sheet)` may do more to it."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    if change is not None:
        change(book, sheet)
    book.save(path)
    return path


def lijst_en_koppeling(store, path: Path):
    """The list in a file, and which column is which field."""
    found = beste_lijst(lees_bestand(path))
    return found, store.read(koppeling_voor, found)


def proef_van(store, path: Path):
    """The dry run of a file as it stands, with the list and the mapping."""
    found, koppeling = lijst_en_koppeling(store, path)
    return store.read(proef, found, koppeling), found, koppeling
