"""What Ctrl+E and Ctrl+P do on every page with a list: the rows to Excel, the rows on paper."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from leertraject_desktop.domain.datums import toon_datum, toon_datum_lang
from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.papier.lijst import lijst_pdf
from leertraject_desktop.features.uitvoer.lijst_xlsx import Waarde, lijst_xlsx
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.storage.atomic import write_atomically
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.jobs import Job
from leertraject_desktop.ui.kit.print_preview import PrintPreview
from leertraject_desktop.ui.kit.screen import Screen
from leertraject_desktop.ui.kit.table_model import Cell, Column, as_cell

MOST_ON_PAPER = 5000

Rows = Sequence[Any]


class ListActions(QObject):
    """The two buttons of a list and what they do; the page gives `to_excel` and `to_paper` to its window.

    `rows` gives the rows of the list in their order, to be read on another thread; `words` says what was
    filtered ("Open · NT2"). `columns` are what is written: whole texts where the table shows their beginning.
    """

    def __init__(
        self,
        screen: Screen,
        title: str,
        columns: Sequence[Column[Any]],
        rows: Callable[[], Rows],
        words: Callable[[], str],
    ) -> None:
        super().__init__(screen)
        self._screen, self._title = screen, title
        self._columns, self._rows, self._words = columns, rows, words
        self._dialog: QFileDialog | None = None
        self._preview: PrintPreview | None = None
        self.excel = Button("Excel", kind="text", icon="file-spreadsheet", hint="Ctrl+E")
        self.paper = Button("Afdrukken", kind="text", icon="printer", hint="Ctrl+P")
        self.excel.clicked.connect(self.to_excel)
        self.paper.clicked.connect(self.to_paper)

    def to_excel(self) -> None:
        """Ask where the file must come."""
        if not self._rows():
            self._screen.failed.emit(_nothing())
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self._screen.window(), "Zet de lijst in Excel", folder, "Excel (*.xlsx)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(f"{self._title} {toon_datum(self._today())}.xlsx")
        dialog.fileSelected.connect(self.save)
        self._dialog = dialog
        dialog.open()

    def save(self, target: str) -> None:
        """Write the list to a file, beside the work of the user."""
        job = Job(_write, Path(target), self._title, tuple(self._columns), self._rows())
        job.done.connect(self._written)
        job.failed.connect(self._screen.failed)
        self._screen.context.jobs.start(job)

    def to_paper(self) -> None:
        """Show the list as it will be printed."""
        rows = self._rows()
        if not rows:
            self._screen.failed.emit(_nothing())
            return
        if len(rows) > MOST_ON_PAPER:
            self._screen.failed.emit(
                Problem(
                    f"Deze lijst is te lang om af te drukken: {len(rows)} regels.",
                    "Filter de lijst eerst, of zet ze met Ctrl+E in Excel.",
                )
            )
            return
        foot = f"Gemaakt op {toon_datum_lang(self._today())}"
        job = Job(_print, self._title, tuple(self._columns), rows, self._words(), foot)
        job.done.connect(self._show)
        job.failed.connect(self._screen.failed)
        self._screen.context.jobs.start(job)

    def _today(self) -> date:
        return self._screen.context.store.read(vandaag)

    def _written(self, name: str) -> None:
        self._note(Logsoort.UITVOER)
        self._screen.told.emit(f"‘{name}’ is bewaard. Dit bestand is niet versleuteld.")

    def _note(self, soort: Logsoort) -> None:
        self._screen.context.store.noteer(soort, f"lijst {self._title}")

    def _show(self, pdf: bytes) -> None:
        self._preview = PrintPreview(self._screen, note=self._note)
        self._preview.told.connect(self._screen.told)
        self._preview.show_pdf(pdf, self._title)


def _nothing() -> Problem:
    return Problem("Er staat niets in de lijst.", "Wis de filters of kies een andere lijst.")


def _write(target: Path, title: str, columns: Sequence[Column[Any]], rows: Rows) -> str:
    cells = [[_plain((column.raw or column.get)(row)) for column in columns] for row in rows]
    write_atomically(target, lijst_xlsx(title, [column.title for column in columns], cells))
    return target.name


def _print(title: str, columns: Sequence[Column[Any]], rows: Rows, words: str, foot: str) -> bytes:
    cells = [[as_cell(column.get(row), column.empty).text for column in columns] for row in rows]
    return lijst_pdf(title, [column.title for column in columns], cells, ondertitel=words, voet=foot)


def _plain(value: object) -> Waarde:
    """Days and whole numbers as they are, so that Excel sorts and adds them; the rest as it is shown."""
    if isinstance(value, date) or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    return as_cell(value).text if isinstance(value, Cell | str | bool | float) else None
