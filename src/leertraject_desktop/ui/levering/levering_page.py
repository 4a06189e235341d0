"""The months: which are made, what leaves in the file of a month, and making it."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from leertraject_desktop.domain.datums import toon_dag
from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht, controleer_recht
from leertraject_desktop.features.levering.maanden import MaandStand, leg_levering_vast, maanden_overzicht
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.compact import is_compact, page_margin
from leertraject_desktop.ui.kit.empty_state import EmptyState
from leertraject_desktop.ui.kit.jobs import Job
from leertraject_desktop.ui.kit.labels import Label, Pill
from leertraject_desktop.ui.kit.page import PageHeader
from leertraject_desktop.ui.kit.screen import Context, Screen, Target
from leertraject_desktop.ui.kit.surfaces import ScrollPage, Surface
from leertraject_desktop.ui.kit.tabs import TabBar
from leertraject_desktop.ui.kit.two_line_list import TwoLineList
from leertraject_desktop.ui.levering.again import AskAgain
from leertraject_desktop.ui.levering.charts_view import ChartsView
from leertraject_desktop.ui.levering.make_bar import MakeBar
from leertraject_desktop.ui.levering.making import FiguresChanged, Made, Preview, look_into, write_month
from leertraject_desktop.ui.levering.sheet_view import SheetView
from leertraject_desktop.ui.levering.words import (
    first_choice,
    month_row,
    never_leaves,
    small_counts,
    state_words,
)

SHEETS = ("Voorblad", "Tellingen", "Tabellen", "Grafieken")
WHY_WIDTH = 240
WHAT_YOU_SEE = "Je ziet hier elk blad zoals het vertrekt. Er zit niets anders in het bestand."


class _Rest(QWidget):
    """Takes what is left: a message above the button below it must not be squeezed."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setMinimumHeight(48)

    def hasHeightForWidth(self) -> bool:
        return False


class LeveringPage(Screen):
    """Left the months, right the sheets of one month read back from its file, below where it goes."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {
            "informatievraag", "begeleiding", "contactmoment", "faseovergang", "stopzetting", "deelnemer",
            "verblijf", "levering", "referentiewaarde",
        }
    )  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._months: list[MaandStand] = []
        self._month: Maand | None = None
        self._preview: Preview | None = None
        self._shown = b""
        self._looking: Job | None = None
        self._making: Job | None = None
        self.footer = MakeBar()
        self._build()
        self.months.current_changed.connect(self._choose)
        self.month_choice.changed.connect(self._choose_by_name)
        self.tabs.chosen.connect(self._show_sheet)
        self.footer.make.clicked.connect(self.make_file)
        context.guard(self.footer.make, recht=Recht.LEVEREN)
        self.footer.stop.clicked.connect(self._cancel)

    def refresh(self) -> None:
        """Read the months again, and make the file of the chosen one in memory again."""
        store = self.context.store
        self._months = store.read(maanden_overzicht)
        today = store.read(vandaag)
        self.months.blockSignals(True)
        self.months.show_rows([month_row(stand, today) for stand in self._months])
        keys = [stand.maand for stand in self._months]
        self._month = self._month if self._month in keys else first_choice(self._months)
        self.months.go_to(self._month)
        self.months.blockSignals(False)
        self.month_choice.set_options(
            [(str(stand.maand), stand.maand.naam.capitalize()) for stand in self._months]
        )
        self.month_choice.show_value(str(self._month))
        self.footer.destination.refresh()
        self._look_into()

    def show_target(self, target: Target) -> None:
        """A month ("2026-10") as part of the target; without it, the page opens on what is to be done."""
        wanted = Maand.lees(target.part) if target.part else None
        if not self.isVisible() and self._making is None:
            self._month, self._stale = wanted, True
            self.footer.forget()
        elif wanted is not None and not self.months.go_to(wanted):
            self._month = wanted

    def focus_first(self) -> None:
        """The list of months, or the choice that takes its place."""
        goal = self.month_choice if is_compact(self) else self.months
        goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def make_file(self) -> None:
        """Write the file that is shown to the place that is chosen; of a month that was made, ask first."""
        stand = self._stand()
        if stand is None or self._preview is None or self._making is not None:
            return
        if stand.gemaakt_op is None:
            self._make()
        else:
            asking = AskAgain(self.window(), stand.maand, stand.gemaakt_op)
            asking.agreed.connect(self._make)
            asking.open()

    def _make(self) -> None:
        if self._preview is None:
            return
        self.footer.forget()
        try:
            controleer_recht(self.context.store.wie.rol, Recht.LEVEREN)
            folder = self.footer.destination.folder()
        except Problem as problem:
            self._refused(problem)
            return
        job = Job(write_month, self.context.store, self._preview, folder, tells_progress=True)
        job.progress.connect(self.footer.progress.show_progress)
        job.done.connect(self._written)
        job.failed.connect(self._refused)
        job.finished.connect(self._finished)
        self._making = job
        self.months.setEnabled(False)
        self.footer.show_busy(True)
        self.context.jobs.start(job)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = is_compact(self)
        self._left.setVisible(not compact)
        self.month_choice.setVisible(compact)
        self._why.setVisible(not compact)
        self._strip.setVisible(compact)
        self.header.show_second("" if compact else WHAT_YOU_SEE)
        self.footer.destination.set_compact(compact)
        self._tab_row.setContentsMargins(page_margin(self) - 4, 0, page_margin(self), 0)

    def _build(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._build_months())
        right = QVBoxLayout()
        right.setSpacing(0)
        self.month_choice = ChoiceEditor()
        self.month_choice.set_name("maand", "Maand")
        self.month_choice.set_width(168)
        self.month_choice.hide()
        self.header = PageHeader("Levering", second=WHAT_YOU_SEE, actions=[self.month_choice])
        self.pill = Pill(" ", "amber")
        self.header.put_behind_title(self.pill)
        self.tabs = TabBar("Bladen", [(name, name) for name in SHEETS])
        holder = Surface("surface", edges="b")
        self._tab_row = QHBoxLayout(holder)
        self._tab_row.setContentsMargins(20, 0, 24, 0)
        self._tab_row.addWidget(self.tabs)
        self._tab_row.addStretch(1)
        self._strip = small_counts()
        self._strip.hide()
        rest = _Rest()
        body = QHBoxLayout(rest)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._build_pages(), 1)
        self._why = never_leaves()
        self._why.setFixedWidth(WHY_WIDTH)
        body.addWidget(self._why)
        for widget in (self.header, holder, self._strip):
            right.addWidget(widget)
        right.addWidget(rest, 1)
        right.addWidget(self.footer)
        across.addLayout(right, 1)

    def _build_months(self) -> QWidget:
        self._left = Surface("surface", edges="r")
        self._left.setFixedWidth(tokens.LIST_PANEL)
        column = QVBoxLayout(self._left)
        column.setContentsMargins(8, 24, 9, 8)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 8, 0)
        head.addWidget(Label("Maanden", weight=tokens.STRONG))
        column.addLayout(head)
        self.months = TwoLineList("Maanden")
        column.addWidget(self.months, 1)
        return self._left

    def _build_pages(self) -> QWidget:
        self.sheet = SheetView()
        self.charts = ChartsView()
        self.empty = EmptyState("", icon="hourglass")
        self._pages = QStackedWidget()
        surface = Surface("surface")
        inside = QVBoxLayout(surface)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(ScrollPage(self.charts))
        for page in (self.sheet, surface, self.empty):
            self._pages.addWidget(page)
        self._charts_page = surface
        holder = Surface("surface")
        column = QVBoxLayout(holder)
        column.setContentsMargins(tokens.PAGE_MARGIN - 8, 8, 0, 0)
        column.addWidget(self._pages)
        return holder

    def _choose_by_name(self) -> None:
        chosen = self.month_choice.value()
        if chosen is not None:
            self.months.go_to(Maand.lees(chosen))

    def _choose(self, key: object) -> None:
        if isinstance(key, Maand) and key != self._month:
            self._month = key
            self.month_choice.show_value(str(key))
            self.footer.forget()
            self._look_into()

    def _stand(self) -> MaandStand | None:
        return next((stand for stand in self._months if stand.maand == self._month), None)

    def _look_into(self) -> None:
        """Make the file of this month in memory, off the GUI thread."""
        stand = self._stand()
        self._preview = None
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        self._show_ready(0)
        if stand is None:
            return
        self.header.show_title(f"Levering {stand.maand.naam}")
        self.pill.show_text(*state_words(stand))
        self.footer.show_month(made=stand.gemaakt_op is not None)
        if stand.loopt:
            first = stand.maand.plus(1).eerste_dag
            self._show_empty(
                f"{stand.maand.naam.capitalize()} loopt nog",
                f"Vanaf {toon_dag(first)} kan je van deze maand de levering maken.",
            )
            return
        job = Job(look_into, self.context.store, stand.maand)
        job.done.connect(self._looked)
        job.failed.connect(self._not_looked)
        self._looking = job
        self.context.jobs.start(job)

    def _looked(self, preview: Preview) -> None:
        if preview.maand != self._month:
            return
        same, self._shown = preview.content == self._shown, preview.content
        self._preview = preview
        self._show_ready(len(preview.content))
        if not same:
            self._show_sheet(self.tabs.key())

    def _not_looked(self, problem: Problem) -> None:
        self._show_empty(problem.what, problem.remedy)

    def _show_sheet(self, name: str) -> None:
        if self._preview is None:
            return
        blad = next(blad for blad in self._preview.bladen if blad.naam == name)
        if blad.grafieken or name == "Grafieken":
            self.charts.show_charts(blad.grafieken)
            self._pages.setCurrentWidget(self._charts_page)
        else:
            self.sheet.show_sheet(blad)
            self._pages.setCurrentWidget(self.sheet)

    def _show_empty(self, title: str, words: str) -> None:
        self._shown = b""
        self.empty.show_state(title, words)
        self._pages.setCurrentWidget(self.empty)

    def _show_ready(self, size: int) -> None:
        self.footer.show_ready(size)
        self.tabs.setEnabled(size > 0)

    def _written(self, made: Made) -> None:
        preview = made.preview
        try:
            self.context.store.write(leg_levering_vast, preview.maand, preview.naam, preview.sha256)
        except Problem as problem:
            remedy = f"{problem.remedy} Het bestand zelf staat in {made.path.parent}."
            self.footer.show_problem(Problem(problem.what, remedy))
            return
        self.footer.show_made(made)
        self.told.emit(f"‘{preview.naam}’ is gemaakt")
        if self.footer.stop.hasFocus():
            self.months.setEnabled(True)
            self.focus_first()  # the next month; the button is grey until this one is looked into again

    def _refused(self, problem: Problem) -> None:
        self.footer.show_problem(problem)
        if isinstance(problem, FiguresChanged):
            self._look_into()

    def _finished(self) -> None:
        self._making = None
        self.months.setEnabled(True)
        held = self.footer.stop.hasFocus()
        self.footer.show_busy(False)
        if held and not self.footer.make.hasFocus():
            self.focus_first()

    def _cancel(self) -> None:
        if self._making is not None:
            self._making.cancel()
