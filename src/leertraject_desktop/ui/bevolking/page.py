"""The page of the population: a year of this prison in a grid, typed from a list and kept in one go."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.maand import NAMEN, Maand
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.bevolking.bevolking import (
    BevolkingInvoer,
    BevolkingRij,
    bevolking,
    bewaar_bevolking,
)
from leertraject_desktop.features.keuzes.lijsten import deze_gevangenis
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.bevolking.cells import CELL_WIDTH, NumberCell
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.compact import page_margin
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.list_actions import ListActions
from leertraject_desktop.ui.kit.page import FooterBar, PageHeader
from leertraject_desktop.ui.kit.screen import Context, Screen, Target
from leertraject_desktop.ui.kit.surfaces import ScrollPage, Surface
from leertraject_desktop.ui.kit.table_model import Column

COLUMNS = (("gemiddelde", "Gemiddeld aanwezig"), ("binnengekomen", "Binnengekomen"))
WRITTEN: list[Column[BevolkingRij]] = [
    Column("Maand", lambda rij: rij.maand.naam),
    Column("Gemiddeld aanwezig", lambda rij: rij.gemiddelde, empty="ontbreekt"),
    Column("Binnengekomen", lambda rij: rij.binnengekomen, empty="ontbreekt"),
]
Row = tuple[int | None, int | None]


class BevolkingPage(Screen):
    """`Target("bevolking")` shows this year; with `id` the year to show."""

    tables: ClassVar[frozenset[str]] = frozenset({"bevolking"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._jaar = context.store.read(vandaag).year
        self._kept: dict[int, Row] = {}
        self.earlier = Button("Vorig jaar", kind="text", icon="chevron-left")
        self.later = Button("Volgend jaar", kind="text", icon="chevron-right")
        self.earlier.clicked.connect(self._go_earlier)
        self.later.clicked.connect(self._go_later)
        self.keep = Button("Bewaren", kind="primary", shortcut="Ctrl+Enter")
        self.keep.clicked.connect(self._keep)
        context.guard(self.keep)
        self.output = ListActions(self, "Bevolking", WRITTEN, self._rows, self._year_words)
        self.header = PageHeader(
            "Bevolking", count=" ", actions=[self.output.excel, self.output.paper, self.earlier, self.later]
        )
        self.footer = FooterBar(right=[self.keep])
        self.cells: dict[tuple[int, str], NumberCell] = {}
        self._labels: dict[int, Label] = {}
        self._build()

    def refresh(self) -> None:
        """Read the year again; what is being typed stays."""
        if self.is_dirty():
            return
        place = self.context.store.read(deze_gevangenis).label
        self.header.count.setText(f"{place}, {self._jaar}")
        deze = Maand.van(self.context.store.read(vandaag))
        missing = sum(rij.gemiddelde is None and rij.maand < deze for rij in self._rows())
        words = {0: "", 1: "Van 1 maand ontbreken de getallen nog."}
        self.header.show_second(words.get(missing, f"Van {missing} maanden ontbreken de getallen nog."))
        self.later.setEnabled(self._jaar < deze.jaar)
        for rij in self.context.store.read(bevolking, self._jaar):
            self._kept[rij.maand.maand] = (rij.gemiddelde, rij.binnengekomen)
            coming = rij.maand > deze
            self._labels[rij.maand.maand].set_tone("text3" if coming else "text")
            for (naam, _), number in zip(COLUMNS, self._kept[rij.maand.maand], strict=True):
                cell = self.cells[rij.maand.maand, naam]
                cell.show_number(number)
                cell.setEnabled(not coming)

    def show_target(self, target: Target) -> None:
        if target.id is not None and not self.is_dirty():
            self._jaar = target.id
            self._stale = True
        self.refresh_if_stale()

    def focus_first(self) -> None:
        """Begin at the first month that is still empty."""
        open_ = [key for key, cell in self.cells.items() if cell.isEnabled() and not cell.value()]
        self.cells[(open_ or [(1, COLUMNS[0][0])])[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def is_dirty(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return bool(self._kept) and any(
            cell.value() != ("" if kept is None else str(kept)) for cell, kept in self._pairs()
        )

    def print_action(self) -> Callable[[], None]:
        return self.output.to_paper

    def excel_action(self) -> Callable[[], None]:
        return self.output.to_excel

    def _rows(self) -> Sequence[BevolkingRij]:
        """The months of this year that have begun, with those that are missing."""
        deze = Maand.van(self.context.store.read(vandaag))
        return [rij for rij in self.context.store.read(bevolking, self._jaar) if rij.maand <= deze]

    def _year_words(self) -> str:
        return self.header.count.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margin = page_margin(self)
        self._column.setContentsMargins(margin, 8, margin, 24)

    def _build(self) -> None:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setSpacing(12)
        words = "Per maand, om uit te rekenen welk deel van de mensen hier je bereikt."
        self._column.addWidget(Label(words, "text2"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, 96)
        for place, (_, title) in enumerate(COLUMNS, start=1):
            head = Label(title, "text2", size=tokens.SMALL, weight=tokens.STRONG)
            head.setMinimumWidth(CELL_WIDTH)
            grid.addWidget(head, 0, place)
        for maand in range(1, 13):
            self._labels[maand] = Label(NAMEN[maand - 1].capitalize())
            grid.addWidget(self._labels[maand], maand, 0)
            grid.setRowMinimumHeight(maand, tokens.CONTROL)
            for place, (naam, title) in enumerate(COLUMNS, start=1):
                cell = NumberCell()
                cell.set_name(f"{naam}_{maand}", f"{title}, {NAMEN[maand - 1]}")
                cell.setFixedHeight(tokens.CONTROL)
                cell.moved.connect(self._mover(maand, naam))
                self.cells[maand, naam] = cell
                self.context.guard(cell)
                grid.addWidget(cell, maand, place)
        grid.setColumnStretch(3, 1)
        self._column.addLayout(grid)
        self._column.addStretch(1)
        ground = Surface("surface")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.header)
        self._scroll = ScrollPage(content)
        inner.addWidget(self._scroll, 1)
        inner.addWidget(self.footer)
        column.addWidget(ground)

    def _pairs(self) -> list[tuple[NumberCell, int | None]]:
        return [
            (self.cells[maand, naam], number)
            for maand, row in self._kept.items()
            for (naam, _), number in zip(COLUMNS, row, strict=True)
        ]

    def _mover(self, maand: int, naam: str) -> Callable[[int], None]:
        def move(step: int) -> None:
            cell = self.cells.get((maand + step, naam))
            if cell is not None and cell.isEnabled():
                cell.setFocus(Qt.FocusReason.TabFocusReason)
                self._scroll.ensureWidgetVisible(cell)

        return move

    def _go_earlier(self) -> None:
        self._show_year(self._jaar - 1)

    def _go_later(self) -> None:
        self._show_year(self._jaar + 1)

    def _show_year(self, jaar: int) -> None:
        self.footer.notice.clear()
        if self.is_dirty():
            self.footer.notice.show_problem(
                Problem("Dit jaar is nog niet bewaard.", "Bewaar eerst wat je getypt hebt.")
            )
            return
        self._jaar = jaar
        self.refresh()
        self.focus_first()

    def _keep(self) -> None:
        self.footer.notice.clear()
        for cell in self.cells.values():
            cell.set_wrong(False)
        try:
            rows = [self._typed(maand) for maand in range(1, 13)]
            changed = self.context.store.write(bewaar_bevolking, rows)
        except Problem as problem:
            self._show_problem(problem)
            return
        self._kept = {row.maand.maand: (row.gemiddelde, row.binnengekomen) for row in rows}
        for cell, number in self._pairs():
            cell.show_number(number)
        self.refresh()
        months = "1 maand" if changed == 1 else f"{changed} maanden"
        self.told.emit(f"Bevolking bewaard: {months}. Ongedaan maken: Ctrl+Z")

    def _typed(self, maand: int) -> BevolkingInvoer:
        numbers = []
        for naam, _ in COLUMNS:
            try:
                numbers.append(self.cells[maand, naam].number())
            except Problem as problem:
                plek = f"{Maand(self._jaar, maand)}.{naam}"
                raise Problem(problem.what, problem.remedy, veld=plek) from None
        return BevolkingInvoer(Maand(self._jaar, maand), *numbers)

    def _show_problem(self, problem: Problem) -> None:
        self.footer.notice.show_problem(problem)
        maand, _, naam = problem.veld.partition(".")
        cell = self.cells.get((int(maand[-2:]), naam)) if maand[-2:].isdigit() else None
        if cell is not None:
            cell.set_wrong(True, problem.what)
            cell.setFocus(Qt.FocusReason.OtherFocusReason)
            QApplication.sendPostedEvents(self, QEvent.Type.LayoutRequest)  # the message takes room first
            self._scroll.ensureWidgetVisible(cell)
