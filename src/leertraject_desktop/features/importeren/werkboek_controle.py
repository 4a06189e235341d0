"""Looks at a foreign workbook from the outside, before anything opens it: its parts, sizes and dangers."""

import errno
import struct
import zipfile
import zlib
from pathlib import Path

from leertraject_desktop.domain.problem import Problem

MB = 1024 * 1024
MAX_DELEN = 1_000
MAX_UITGEPAKT = 150 * MB
# Parts that are read as a whole cost many times their size in memory; sheets are read row by row.
MAX_BLAD = 100 * MB
MAX_TEKSTEN = 32 * MB
MAX_STIJLEN = 4 * MB
MAX_ANDER = 2 * MB
# An honest sheet is pressed to a tenth of its size, a very even one to a fiftieth.
MAX_VERHOUDING = 200
VERHOUDING_VANAF = MB
CHUNK = 256 * 1024
# What Python says of a zip that is none, or whose parts were changed.
BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    ValueError,
    OverflowError,
    RuntimeError,
)


def controleer_werkboek(path: Path) -> None:
    """Raise Problem when this file is no workbook, or one that must not be opened."""
    try:
        with zipfile.ZipFile(path) as archive:
            _controleer_inhoud(archive)
    except BROKEN as error:
        raise beschadigd(path.name) from error
    except OSError as error:
        if error.errno != errno.EINVAL:  # a place in the file that cannot be
            raise
        raise beschadigd(path.name) from error


def beschadigd(naam: str) -> Problem:
    """The file cannot be read as a workbook."""
    return Problem(
        f"‘{naam}’ is beschadigd of is geen Excelbestand.",
        "Open het in Excel, bewaar het opnieuw als .xlsx en probeer het nog eens.",
    )


def te_groot(naam: str) -> Problem:
    """Reading the file would cost too much time or memory."""
    return Problem(
        f"‘{naam}’ is te groot of te zwaar om in te lezen.",
        "Kopieer alleen de lijst zelf naar een nieuw bestand, bewaar dat als .xlsx en probeer het nog eens.",
    )


def _controleer_inhoud(archive: zipfile.ZipFile) -> None:
    naam = Path(archive.filename or "").name
    delen = archive.infolist()
    names = [deel.filename for deel in delen]
    if len(delen) > MAX_DELEN or sum(deel.file_size for deel in delen) > MAX_UITGEPAKT:
        raise te_groot(naam)
    if len({name.casefold() for name in names}) < len(names) or any(map(_is_odd_name, names)):
        raise beschadigd(naam)
    if any(deel.flag_bits & 0x1 for deel in delen):
        raise Problem(
            f"‘{naam}’ is beveiligd met een wachtwoord.",
            "Open het in Excel, haal het wachtwoord weg en bewaar het opnieuw.",
        )
    _controleer_soort(naam, {name.casefold() for name in names})
    for deel in delen:
        _controleer_deel(archive, naam, deel)


def _is_odd_name(name: str) -> bool:
    parts = name.split("/")
    return name.startswith("/") or "\\" in name or ":" in name or "\0" in name or ".." in parts


def _controleer_soort(naam: str, names: set[str]) -> None:
    if any(name.endswith(("vbaproject.bin", "vbadata.xml")) or "/macrosheets/" in name for name in names):
        raise Problem(
            f"In ‘{naam}’ zitten macro’s.",
            "Bewaar het in Excel als ‘Excel-werkmap (.xlsx)’, zonder macro’s, en probeer het nog eens.",
        )
    if any(name.startswith("xl/externallinks/") for name in names):
        raise Problem(
            f"‘{naam}’ verwijst naar andere bestanden.",
            "Kopieer de lijst, plak ze als waarden in een nieuw bestand en bewaar dat als .xlsx.",
        )
    if "mimetype" in names or "xl/workbook.bin" in names:
        raise Problem(f"‘{naam}’ is geen .xlsx-bestand.", "Open het en bewaar het opnieuw als .xlsx.")
    if not {"[content_types].xml", "xl/workbook.xml"} <= names:
        raise beschadigd(naam)


def _controleer_deel(archive: zipfile.ZipFile, naam: str, deel: zipfile.ZipInfo) -> None:
    name = deel.filename.casefold()
    is_xml = name.endswith((".xml", ".rels", ".vml"))
    if is_xml and deel.file_size > _maximum(name):
        raise te_groot(naam)
    if deel.file_size > VERHOUDING_VANAF and deel.file_size > MAX_VERHOUDING * max(deel.compress_size, 1):
        raise te_groot(naam)
    if deel.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise beschadigd(naam)
    if is_xml:
        _controleer_xml(archive, naam, deel)


def _maximum(name: str) -> int:
    if name.startswith("xl/worksheets/"):
        return MAX_BLAD
    return {"xl/sharedstrings.xml": MAX_TEKSTEN, "xl/styles.xml": MAX_STIJLEN}.get(name, MAX_ANDER)


def _controleer_xml(archive: zipfile.ZipFile, naam: str, deel: zipfile.ZipInfo) -> None:
    """Refuse a document type, which is how an entity bomb begins, and text that would hide one."""
    with archive.open(deel) as stream:
        tail = b""
        while chunk := stream.read(CHUNK):
            text = tail + chunk
            if b"\0" in text or b"<!DOCTYPE" in text or b"<!ENTITY" in text:
                raise beschadigd(naam)
            tail = chunk[-16:]
