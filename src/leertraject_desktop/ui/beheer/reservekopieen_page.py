"""The page of the backups: which there are, make one now, choose a second place, put one back."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.features.gegevens.wissing import herwissingen
from leertraject_desktop.features.reservekopie.reservekopie import (
    Gemaakt,
    KopieRij,
    kies_tweede_map,
    maak,
    noteer_gemaakt,
    reservekopieen,
    tweede_map,
)
from leertraject_desktop.ui.beheer.moments import size, written
from leertraject_desktop.ui.beheer.restore import Restore
from leertraject_desktop.ui.beheer.wiped_again import words
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.empty_state import EmptyState
from leertraject_desktop.ui.kit.jobs import Job
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.page import PageHeader
from leertraject_desktop.ui.kit.screen import Context, Screen
from leertraject_desktop.ui.kit.table import table_of
from leertraject_desktop.ui.kit.table_model import Column


class ReservekopieenPage(Screen):
    """Enter looks into a backup, and from there it can be put back."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._dialog: QFileDialog | None = None
        self._form: Restore | None = None
        own = context.store.path.parent
        columns: list[Column[KopieRij]] = [
            Column("Gemaakt", lambda row: written(row.moment), 168, sort=lambda row: row.moment),
            Column("Waarom", lambda row: row.aanleiding),
            Column("Waar", lambda row: _where(row.path, own), 240),
            Column("Grootte", lambda row: size(row.grootte), 96, "right", sort=lambda row: row.grootte),
        ]
        self.make = Button("Maak nu een kopie", kind="primary", icon="hard-drive-download")
        self.second = Button("Kies een tweede plaats", icon="usb")
        self.header = PageHeader("Reservekopieën", actions=[self.second, self.make])
        self.notice = Notice(inset=24, below=12)
        self.wiped = Notice(inset=24, below=12, dismissable=False)
        self.table = table_of(columns, name="Reservekopieën", key=lambda row: row.path)
        self.empty = EmptyState("De reservekopieën worden gezocht…", icon="hard-drive")
        self.table.set_empty(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self.notice, self.wiped):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        context.guard(self.second, recht=Recht.BEHEREN)
        self.make.clicked.connect(self.make_now)
        self.second.clicked.connect(self.ask_second)
        self.table.opened.connect(self.look)
        self.empty.acted.connect(self.make_now)

    def focus_first(self) -> None:
        goal = self.table if self.table.model().rowCount() else self.make
        goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        tweede = self.context.store.read(tweede_map)
        self.header.show_second(
            f"Elke dag automatisch, ook in {tweede}. Met Enter zet je een kopie terug."
            if tweede
            else "Elke dag automatisch. Kies ook een stick of een netwerkmap. Met Enter zet je er een terug."
        )
        if again := self.context.store.read(herwissingen):
            moment = f"Op {written(again[0].moment)} is een reservekopie teruggezet."
            self.wiped.show_message(moment, words(again[0].gewist_op))
        job = Job(reservekopieen, self.context.store)
        job.done.connect(self._found)
        job.failed.connect(self.notice.show_problem)
        self.context.jobs.start(job)

    def make_now(self) -> None:
        """Make one, here and on the second place."""
        self.make.setEnabled(False)
        self.notice.clear()
        job = Job(maak, self.context.store)
        job.done.connect(self._made)
        job.failed.connect(self.notice.show_problem)
        job.finished.connect(self._can_make_again)
        self.context.jobs.start(job)

    def look(self, row: KopieRij) -> None:
        """Look into a backup, to put it back."""
        self._form = Restore(self.context, self.window())
        self._form.away.connect(self.away)
        self._form.show(row)

    def ask_second(self) -> None:
        """Let the user point at a stick or a folder."""
        dialog = QFileDialog(self, "Tweede plaats voor reservekopieën")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.keep_second)
        self._dialog = dialog
        dialog.open()

    def keep_second(self, folder: str) -> None:
        """Use this folder from now on."""
        try:
            self.context.store.write(kies_tweede_map, Path(folder))
        except Problem as problem:
            self.notice.show_problem(problem)
            return
        self.told.emit("De tweede plaats is gekozen")
        self.refresh()

    def _found(self, rows: list[KopieRij]) -> None:
        waited = self.make.hasFocus() and not self.table.model().rowCount()
        self.table.set_rows(rows)
        if waited:
            self.focus_first()
        self.header.show_title("Reservekopieën", str(len(rows)) if rows else "")
        if not rows:
            self.empty.show_state(
                "Er is nog geen reservekopie", "Maak er nu een. Daarna gaat het elke dag vanzelf.", "Maak nu"
            )

    def _made(self, made: Gemaakt) -> None:
        noteer_gemaakt(self.context.store, made)
        if made.tweede_mislukt is not None:
            problem = made.tweede_mislukt
            self.notice.show_message(
                problem.what, f"De kopie op deze computer is wel gemaakt. {problem.remedy}", "amber"
            )
        self.told.emit("De reservekopie is gemaakt")
        self.refresh()

    def _can_make_again(self) -> None:
        self.make.setEnabled(True)


def _where(path: Path, own: Path) -> str:
    return "op deze computer" if path.is_relative_to(own) else str(path.parent)
