"""Reads a foreign workbook in a process of its own, with little memory and time: a bad one costs nothing.

The built program has to call `multiprocessing.freeze_support()` before anything else.
"""

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic
from typing import IO, Any

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.importeren.blad import (
    FORMULE,
    MAX_KOLOMMEN,
    MAX_RIJEN,
    Blad,
    Cel,
    Rij,
    rij_van,
)
from leertraject_desktop.features.importeren.werkboek_controle import (
    beschadigd,
    controleer_werkboek,
    te_groot,
)

GEHEUGEN = 1024 * 1024 * 1024
SECONDEN = 60
STAP = 0.1
MAX_BLADEN = 50
MAX_SAMENGEVOEGD = 100_000

Progress = Callable[[int, int], None]


def lees_werkboek(path: Path, *, progress: Progress | None = None) -> list[Blad]:
    """The visible sheets that hold something. Raises Problem for a file that must not or cannot be read.

    `progress` is called at once and now and then while it waits; what it raises ends the reading.
    """
    controleer_werkboek(path)
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_read_in_child, args=(str(path), there), daemon=True)
    child.start()
    there.close()
    try:
        answer = _wait(here, progress)
    finally:
        here.close()
        child.kill()
        child.join()
        child.close()
    if answer is None:
        raise beschadigd(path.name)
    kind, value = answer
    if kind == "bladen":
        found: list[Blad] = value
        return found
    if kind == "breed":
        raise Problem(
            f"Het blad ‘{value}’ is te groot.",
            f"Een lijst heeft hoogstens {MAX_RIJEN} rijen en {MAX_KOLOMMEN} kolommen. "
            "Kopieer de lijst zelf naar een nieuw bestand.",
        )
    raise te_groot(path.name)


def _wait(pipe: Connection, progress: Progress | None) -> tuple[str, Any] | None:
    """What the other process says; None when it ended without a word."""
    until = monotonic() + SECONDEN
    while True:
        if progress is not None:
            progress(0, 0)
        if pipe.poll(STAP):
            break
        if monotonic() > until:
            return "zwaar", ""
    try:
        answer: tuple[str, Any] = pipe.recv()
    except (EOFError, OSError):
        return None
    return answer


def _read_in_child(path: str, pipe: Connection) -> None:
    """Runs in the other process. Whatever fails there ends it; the silence says that the file is damaged."""
    sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - for the life of the process
    _limit()
    try:
        pipe.send(_sheets(path))
    except MemoryError:
        pipe.send(("zwaar", ""))


def _limit() -> None:
    if sys.platform != "win32":
        import resource

        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (GEHEUGEN, GEHEUGEN))
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDEN, SECONDEN))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _sheets(path: str) -> tuple[str, Any]:
    # By its content: openpyxl looks at the name of a path, and refuses a workbook that is called otherwise.
    with Path(path).open("rb") as file:
        return _sheets_of(file)


def _sheets_of(file: IO[bytes]) -> tuple[str, Any]:
    import openpyxl
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    if not openpyxl.DEFUSEDXML:
        raise RuntimeError("openpyxl works without defusedxml")
    book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
    found = []
    for sheet in book.worksheets[:MAX_BLADEN]:
        if sheet.sheet_state != "visible":
            continue
        rows = _rows(book, sheet)
        if rows is None:
            return "breed", sheet.title
        if rows:
            found.append(Blad(sheet.title, tuple(rows), book.epoch == CALENDAR_MAC_1904))
    return "bladen", found


def _rows(book: Any, sheet: Any) -> list[Rij] | None:
    """The rows that hold something; None when the sheet is larger than a list may be."""
    values: dict[int, list[Cel]] = {}
    with sheet._get_source() as source:
        parser = _parser(book, sheet, source)
        for number, cells in parser.parse():
            if number < 1:
                raise ValueError("no sheet has such a row")
            filled = [cell for cell in cells if cell["value"] is not None]
            if not filled:
                continue
            width = max(cell["column"] for cell in filled)
            if number > MAX_RIJEN or width > MAX_KOLOMMEN:
                return None
            row = values.setdefault(number, [])
            row.extend([None] * (width - len(row)))
            for cell in filled:
                row[cell["column"] - 1] = cell["value"]
    _fill_merged(values, parser.merged_cells.mergeCell if parser.merged_cells else ())
    rows = (rij_van(number, cells) for number, cells in sorted(values.items()))
    return [row for row in rows if row is not None]


def _parser(book: Any, sheet: Any, source: Any) -> Any:
    """openpyxl's own reader of rows, which leaves out nothing and tells which cells are merged."""
    from openpyxl.worksheet import _reader

    class Reader(_reader.WorkSheetParser):
        def parse_cell(self, element: Any) -> Any:
            cell = super().parse_cell(element)
            if cell["value"] is None and element.find(_reader.FORMULA_TAG) is not None:
                cell["value"] = FORMULE
            return cell

    return Reader(
        source,
        sheet._shared_strings,
        data_only=True,
        epoch=book.epoch,
        date_formats=book._date_formats,
        timedelta_formats=book._timedelta_formats,
    )


def _fill_merged(values: dict[int, list[Cel]], ranges: Iterable[Any]) -> None:
    """Let every row under a merged cell have its value: a name that stands once beside three rows."""
    left = MAX_SAMENGEVOEGD
    for merged in ranges:
        first, last, column = merged.min_row, min(merged.max_row, MAX_RIJEN), merged.min_col - 1
        value = values[first][column] if first in values and column < len(values[first]) else None
        left -= max(0, last - first)
        if value is None or left < 0:
            continue
        for number in range(first + 1, last + 1):
            # A row that holds nothing of its own stays empty.
            if number in values:
                row = values[number]
                row.extend([None] * (column + 1 - len(row)))
                row[column] = value
