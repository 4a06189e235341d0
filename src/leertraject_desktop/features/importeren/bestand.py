"""Opens a file that a user chose and gives its sheets, whatever of the known kinds it is."""

from collections.abc import Callable
from pathlib import Path

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.importeren.blad import MAX_BYTES, Blad
from leertraject_desktop.features.importeren.tekst_lezen import lees_tekst
from leertraject_desktop.features.importeren.werkboek_lezen import lees_werkboek

ZIP = b"PK\x03\x04"
OUD = b"\xd0\xcf\x11\xe0"
PDF = b"%PDF"


def lees_bestand(path: Path, *, progress: Callable[[int, int], None] | None = None) -> list[Blad]:
    """The sheets of an .xlsx file, or the one of a text file; what it is follows from its content.

    Raises Problem when it cannot be read, is empty, too large or of another kind.
    """
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise Problem(
                f"‘{path.name}’ is te groot: {size // 1024**2} MB.",
                f"Een lijst is hoogstens {MAX_BYTES // 1024**2} MB. Deel ze op in kleinere bestanden.",
            )
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Problem(
            f"‘{path.name}’ is niet te openen.",
            "Kijk na of het bestand er nog is. Sluit het in Excel en probeer het nog eens.",
        ) from error
    if content.startswith((OUD, PDF)):
        raise Problem(
            f"‘{path.name}’ is geen .xlsx- of .csv-bestand.",
            "Is het een oud Excelbestand of staat er een wachtwoord op? "
            "Open het dan in Excel en bewaar het zonder wachtwoord als .xlsx.",
        )
    if content.startswith(ZIP):
        sheets = lees_werkboek(path, progress=progress)
    else:
        sheets = [lees_tekst(content, path.name)]
    sheets = [sheet for sheet in sheets if sheet.rijen]
    if not sheets:
        raise Problem(f"‘{path.name}’ is leeg.", "Kies een bestand waarin een lijst staat.")
    return sheets
