"""The page that reads a list in: choose a file, look at its columns and at every row, then keep all of it."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.importeren.bestand import lees_bestand
from leertraject_desktop.features.importeren.blad import Blad
from leertraject_desktop.features.importeren.importeren import importeer, koppeling_voor, proef
from leertraject_desktop.features.importeren.koppen import Koppeling, Tabel, beste_lijst, lijst_van
from leertraject_desktop.features.importeren.plan import Plan, Progress, in_woorden
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.importeren.mapping import Mapping
from leertraject_desktop.ui.importeren.outcome import Outcome
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.busy import Busy
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.empty_state import EmptyState
from leertraject_desktop.ui.kit.jobs import Job
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.mark_editors import CheckEditor
from leertraject_desktop.ui.kit.page import FooterBar, PageHeader
from leertraject_desktop.ui.kit.progress import ProgressBar
from leertraject_desktop.ui.kit.screen import Context, Screen, Target
from leertraject_desktop.ui.kit.store_job import StoreJob
from leertraject_desktop.ui.kit.surfaces import Surface
from leertraject_desktop.ui.kit.tabs import TabBar

COLUMNS, ROWS = "kolommen", "rijen"
BAR_WIDTH = 160


class ImportPage(Screen):
    """Nothing is kept before the button says how much; then all of it is, and one Ctrl+Z takes it back."""

    tables: ClassVar[frozenset[str]] = frozenset({"deelnemer", "verblijf", "statuut", "bevolking"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._sheets: list[Blad] = []
        self._tabel: Tabel | None = None
        self._plan: Plan | None = None
        self._keeping: Tabel | None = None
        self._job: Job | None = None
        self._dialog: QFileDialog | None = None
        self.choose = Button("Kies een bestand", icon="file-up", shortcut="Ctrl+O")
        self.sheet = ChoiceEditor()
        self.sheet.set_name("blad", "Blad")
        self.sheet.setFixedWidth(200)
        self.sheet.hide()
        self.header = PageHeader("Lijst inlezen", actions=[self.sheet, self.choose])
        self.tabs = TabBar("Deze lijst", [(COLUMNS, "Kolommen"), (ROWS, "Wat er gebeurt")])
        self.mapping = Mapping()
        self.outcome = Outcome()
        self.empty = EmptyState(
            "Nog geen lijst gekozen",
            "Kies een .xlsx- of .csv-bestand met deelnemers en hun verblijven, of met de bevolking per "
            "maand. Je ziet eerst wat er zou gebeuren.",
            "Kies een bestand",
            icon="file-up",
        )
        self.without_wrong = CheckEditor("Laat ze weg")
        self.without_wrong.set_name("zonder_foute", "Laat de foute rijen weg")
        self.without_wrong.hide()
        self.wrong = Label("", "red", weight=tokens.STRONG)
        self.wrong.hide()
        self.progress = ProgressBar("Inlezen")
        self.progress.setFixedWidth(BAR_WIDTH)
        self.progress.hide()
        self.stop = Button("Stoppen", kind="text")
        self.stop.hide()
        self.keep = Button("Inlezen", kind="primary", shortcut="Ctrl+Enter")
        self.footer = FooterBar([self.wrong, self.without_wrong, self.progress, self.stop], [self.keep])
        self._build()
        self._connect()
        self._show_nothing()
        context.guard(self.choose, self.empty.button, self.keep)

    def _build(self) -> None:
        self._parts = QStackedWidget()
        for part in (self.mapping, self.outcome):
            self._parts.addWidget(part)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = Surface("surface", edges="b")
        tabs = QVBoxLayout(head)
        tabs.setContentsMargins(tokens.PAGE_MARGIN - 4, 0, tokens.PAGE_MARGIN, 0)
        tabs.addWidget(self.tabs)
        column.addWidget(head)
        column.addWidget(self._parts, 1)
        column.addWidget(self.footer)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(self.header)
        around.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask_file)
        self.empty.acted.connect(self._ask_file)
        self.sheet.changed.connect(self._sheet_chosen)
        self.tabs.chosen.connect(self._show_part)
        self.mapping.changed.connect(self._try)
        self.without_wrong.changed.connect(self._show_button)
        self.stop.clicked.connect(self._cancel)
        self.keep.clicked.connect(self._keep)

    def refresh(self) -> None:
        if self._tabel is not None:
            self._try()

    def focus_first(self) -> None:
        if self._tabel is None:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.tabs.key() == ROWS:
            self.outcome.focus_first()
        else:
            self.mapping.focus_first()

    def read(self, path: Path) -> None:
        """Read a file, away from the window; the list that is shown goes."""
        self._cancel()
        self._show_nothing()
        self._stack.setCurrentIndex(1)
        self.header.show_title("Lijst inlezen", path.name)
        job = Job(lees_bestand, path, tells_progress=True)
        job.done.connect(self._was_read)
        self._start(job)

    def _ask_file(self) -> None:
        dialog = QFileDialog(self.window(), "Kies een lijst", "", "Lijsten (*.xlsx *.csv *.txt)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._file_chosen)
        self._dialog = dialog
        dialog.open()

    def _file_chosen(self, name: str) -> None:
        self.read(Path(name))

    def _start(self, job: Job) -> None:
        job.progress.connect(self.progress.show_progress)
        job.failed.connect(self._refused)
        job.finished.connect(self._finished)
        self._job = job
        self.footer.notice.clear()
        self.progress.show_progress(0, 0)
        self._show_busy(True)
        self.context.jobs.start(job)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _finished(self) -> None:
        if self.sender() is self._job:
            self._job = None
            self._show_busy(False)

    def _refused(self, problem: Problem) -> None:
        if self.sender() is not self._job:
            return
        self._plan = None
        self._forget_rows()
        self._show_button()
        self.footer.notice.show_problem(problem)

    def _was_read(self, sheets: list[Blad]) -> None:
        if self.sender() is not self._job:
            return
        self._sheets = sheets
        self.sheet.set_options([(str(place), blad.naam) for place, blad in enumerate(sheets)])
        self.sheet.setVisible(len(sheets) > 1)
        try:
            tabel = beste_lijst(sheets)
        except Problem as problem:
            self.footer.notice.show_problem(problem)
            return
        self.sheet.show_value(str([blad.naam for blad in sheets].index(tabel.naam)))
        self._show_list(tabel)

    def _sheet_chosen(self) -> None:
        try:
            self._show_list(lijst_van(self._sheets[int(self.sheet.value() or 0)]))
        except Problem as problem:
            self.footer.notice.show_problem(problem)

    def _show_list(self, tabel: Tabel) -> None:
        self._tabel = tabel
        koppeling = self.context.store.read(koppeling_voor, tabel)
        self.mapping.show_columns(tabel, koppeling)
        self.tabs.show_count(COLUMNS, len(koppeling))
        self._go_to(COLUMNS)
        self.mapping.focus_first()
        self._try()

    def _try(self) -> None:
        """Work out again what would happen with every row."""
        if self._tabel is None:
            return
        self._cancel()
        self._plan = None
        self._show_button()
        koppeling: Koppeling = self.mapping.koppeling()
        job = Job(self.context.store.read, proef, self._tabel, koppeling, tells_progress=True)
        job.done.connect(self._tried)
        self._start(job)

    def _tried(self, plan: Plan) -> None:
        if self.sender() is not self._job:
            return
        self._plan = plan
        self.outcome.show_plan(plan)
        self.tabs.show_count(ROWS, len(plan.regels))
        self._show_button()

    def _keep(self) -> None:
        """Keep the list by a job, over which the window shows how far it is and how to stop it."""
        if self._tabel is None or self._plan is None or not self.keep.isEnabled():
            return
        job = StoreJob(
            self.context.store,
            _import,
            self._tabel,
            self.mapping.koppeling(),
            self.without_wrong.value(),
            tells_progress=True,
        )
        self._keeping = self._tabel
        self._tabel = None  # the page hears of its own write too
        job.done.connect(self._kept)
        job.failed.connect(self._not_kept)
        job.cancelled.connect(self._stopped)
        words = f"{in_woorden(self._plan).capitalize()}. Stop je, dan wordt er niets bewaard."
        Busy(self.window(), job, "Lijst inlezen", words).open()
        self.context.jobs.start(job)

    def _kept(self, plan: Plan) -> None:
        self._show_nothing()
        self.told.emit(f"Ingelezen: {in_woorden(plan)}. Ongedaan maken: Ctrl+Z")
        if plan.soort == "deelnemers":
            self.go.emit(Target("deelnemers"))
        else:
            self.focus_first()

    def _not_kept(self, problem: Problem) -> None:
        self._tabel = self._keeping
        self.footer.notice.show_problem(problem)

    def _stopped(self) -> None:
        self._tabel = self._keeping
        self.footer.notice.show_message("Gestopt.", "Er is niets ingelezen.", "info")

    def _show_nothing(self) -> None:
        self._tabel = self._plan = None
        self._sheets = []
        self.header.show_title("Lijst inlezen")
        self.sheet.hide()
        self.without_wrong.show_value(False)
        self.footer.notice.clear()
        self.tabs.show_count(COLUMNS, 0)
        self._forget_rows()
        self._stack.setCurrentIndex(0)
        self._show_button()

    def _forget_rows(self) -> None:
        """Show no rows: what stands there is of another list, or of other columns."""
        self.outcome.show_plan(Plan("deelnemers", ()))
        self.tabs.show_count(ROWS, 0)

    def _show_button(self) -> None:
        plan = self._plan
        wrong = plan.aantal("fout") if plan is not None else 0
        self.without_wrong.setVisible(wrong > 0)
        ready = plan is not None and plan.verandert and (not wrong or self.without_wrong.value())
        words = f"Importeer {in_woorden(plan)}" if plan is not None and plan.verandert else "Importeer"
        self.keep.show_text(words)
        self.keep.setEnabled(ready)
        self.wrong.setText("1 rij is fout." if wrong == 1 else f"{wrong} rijen zijn fout.")
        self.wrong.setVisible(wrong > 0)
        if plan is not None and not plan.verandert and not wrong:
            self.footer.notice.show_message("Alles uit deze lijst staat er al.", "Er is niets in te lezen.")
        else:
            self.footer.notice.clear()

    def _show_busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.stop.setVisible(busy)

    def _show_part(self, key: str) -> None:
        self._parts.setCurrentIndex(0 if key == COLUMNS else 1)

    def _go_to(self, key: str) -> None:
        self.tabs.show_tab(key)
        self._show_part(key)


def _import(store: Store, tabel: Tabel, koppeling: Koppeling, zonder_foute: bool, progress: Progress) -> Plan:
    return store.write(importeer, tabel, koppeling, zonder_foute=zonder_foute, progress=progress)
