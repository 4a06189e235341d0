"""Reads a list in a text file (.csv, .txt): which letters, which sign between the columns."""

import codecs
import csv
import io
from itertools import islice
from pathlib import Path

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.importeren.blad import MAX_KOLOMMEN, MAX_RIJEN, Blad, Rij, rij_van

SCHEIDING = (";", ",", "\t")
PROEF = 50
MAX_VELD = 100_000


def lees_tekst(content: bytes, naam: str) -> Blad:
    """The rows of a text file. Raises Problem when it is no text or too large."""
    text = _decoded(content, naam)
    first, _, rest = text.partition("\n")
    scheiding = ""
    skipped = 0
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        scheiding, text, skipped = first.strip()[4], rest, 1
    scheiding = scheiding or _separator(text)
    return Blad(Path(naam).stem, tuple(_rows(text, scheiding, naam, skipped)))


def _decoded(content: bytes, naam: str) -> str:
    """The text: UTF-8 with or without mark, UTF-16 with mark, or else the letters of Windows (CP-1252)."""
    encodings: tuple[str, ...]
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ("utf-16",)
    elif content.startswith(codecs.BOM_UTF8):
        encodings = ("utf-8-sig",)
    else:
        encodings = ("utf-8", "cp1252")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Problem(
        f"‘{naam}’ is geen leesbare lijst.",
        "Bewaar de lijst als .xlsx of als ‘CSV UTF-8’ en probeer het nog eens.",
    )


def _separator(text: str) -> str:
    """The sign that cuts most of the first rows in equally many columns."""
    sample = list(islice(io.StringIO(text, newline=""), PROEF))
    best, score = SCHEIDING[0], (0, 0)
    for sign in SCHEIDING:
        try:
            widths = [len(row) for row in csv.reader(sample, delimiter=sign) if any(row)]
        except csv.Error:
            continue
        widths = [width for width in widths if width > 1]
        common = max(set(widths), key=widths.count, default=0)
        found = (widths.count(common), common)
        if found > score:
            best, score = sign, found
    return best


def _rows(text: str, scheiding: str, naam: str, skipped: int) -> list[Rij]:
    csv.field_size_limit(MAX_VELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=scheiding)
    found = []
    number = 1 + skipped
    try:
        for cells in reader:
            row = rij_van(number, [cell.strip() for cell in cells])
            number = reader.line_num + 1 + skipped
            if row is None:
                continue
            if row.nummer > MAX_RIJEN or len(row.cellen) > MAX_KOLOMMEN:
                raise Problem(
                    f"‘{naam}’ is te groot.",
                    f"Een lijst heeft hoogstens {MAX_RIJEN} rijen en {MAX_KOLOMMEN} kolommen.",
                )
            found.append(row)
    except csv.Error as error:
        raise Problem(
            f"Op rij {number} van ‘{naam}’ staat een aanhalingsteken dat niet sluit, of een te lange tekst.",
            "Verbeter die rij en probeer het nog eens.",
        ) from error
    return found
