"""The agenda: a week of what is due, day by day, with the keyboard as on the start screen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from leertraject_desktop.domain.datums import toon_datum, toon_datum_lang
from leertraject_desktop.features.taken.lijst import TaakRij
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button, IconButton
from leertraject_desktop.ui.kit.cards import TaskCard
from leertraject_desktop.ui.kit.compact import page_margin
from leertraject_desktop.ui.kit.list_actions import ListActions
from leertraject_desktop.ui.kit.page import PageHeader
from leertraject_desktop.ui.kit.screen import Context, Screen, Target
from leertraject_desktop.ui.kit.surfaces import ScrollPage
from leertraject_desktop.ui.kit.theme import colour
from leertraject_desktop.ui.kit.two_line_list import TwoLineRow
from leertraject_desktop.ui.start.task_actions import TASK_TABLES, open_task, tick_task
from leertraject_desktop.ui.start.week import WRITTEN, Day, Week, monday, print_week, read_week, week_rows
from leertraject_desktop.ui.start.words import TODAY, task_row

WEEK = timedelta(days=7)
# A day narrower than this, in logical pixels, shows too little of a name.
LEAST_WIDTH = 176
SHOWN, ALL = 12, 2000


class AgendaPage(Screen):
    """Seven days as columns; on a small screen below each other. PageUp and PageDown walk over the weeks."""

    tables: ClassVar[frozenset[str]] = TASK_TABLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._monday: date | None = None
        self._week: Week | None = None
        self._across = 0
        self.previous = IconButton("chevron-left", "Vorige week", outlined=True, shortcut="Alt+PgUp")
        self.following = IconButton("chevron-right", "Volgende week", outlined=True, shortcut="Alt+PgDown")
        self.now = Button("Deze week", shortcut="Ctrl+T")
        self.output = ListActions(self, "Agenda", WRITTEN, self._all_rows, str)
        self.paper = Button("Druk week af", kind="text", icon="printer", hint="Ctrl+P")
        self.new = Button("Nieuwe taak", kind="primary", icon="plus", hint="Ctrl+Shift+T")
        self.previous.clicked.connect(self._back)
        self.following.clicked.connect(self._forward)
        self.now.clicked.connect(self._to_now)
        self.paper.clicked.connect(self._print)
        self.new.clicked.connect(self._new)
        context.guard(self.new)
        actions = [self.previous, self.now, self.following, self.output.excel, self.paper, self.new]
        self.header = PageHeader("Agenda", second=" ", ground="bg", actions=actions)
        self.days = [TaskCard("", icon="", empty="Niets gepland.") for _ in range(7)]
        self._opened: set[TaskCard] = set()
        for card in self.days:
            card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            card.opened.connect(self._open)
            card.ticked.connect(self._tick)
            card.more_asked.connect(self._show_more)
            card.list.forbid_ticks(context.why_not())
        page = QWidget()
        self._grid = QGridLayout(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(ScrollPage(page), 1)
        self._arrange()

    def refresh(self) -> None:
        """Read the week again."""
        store = self.context.store
        week = read_week(store, self._monday or store.read(vandaag))
        self._week, self._monday = week, week.dagen[0].datum
        self._show_week(week)

    def focus_first(self) -> None:
        """Today, or else the first day with something to do."""
        self.refresh_if_stale()
        week = self._week
        if week is None:
            return
        order = sorted(range(7), key=lambda number: (week.dagen[number].datum < week.vandaag, number))
        for number in order:
            if self.days[number].list.rows():
                self.days[number].list.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.now.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_action(self) -> Callable[[], None]:
        return self._print

    def excel_action(self) -> Callable[[], None]:
        return self.output.to_excel

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour("bg"))
        painter.end()

    def _arrange(self) -> None:
        margin = page_margin(self)
        self._grid.setContentsMargins(margin, 0, margin, 16)
        self._grid.setSpacing(tokens.GRID)
        room = self.width() - 2 * margin
        across = next((n for n in (4, 3, 2) if room >= n * (LEAST_WIDTH + tokens.GRID)), 1)
        if across == self._across:
            return
        self._across = across
        for number, card in enumerate(self.days):
            self._grid.addWidget(card, number // across, number % across)
        for number in range(7):
            self._grid.setColumnStretch(number, 1 if number < across else 0)

    def _show_week(self, week: Week) -> None:
        first, last = week.dagen[0].datum, week.dagen[-1].datum
        self.header.show_title(f"Week {first.isocalendar().week}")
        words = f"{toon_datum(first)} tot en met {toon_datum(last)}"
        if week.vroeger:
            many = len(week.vroeger)
            more = "is nog 1 taak" if many == 1 else f"zijn nog {many} taken"
            words += f" · Uit vorige weken {more} te laat: kijk op Start."
        self.header.show_second(words)
        for card, day in zip(self.days, week.dagen, strict=True):
            self._show_day(card, day, week.vandaag)

    def _show_day(self, card: TaskCard, day: Day, today: date) -> None:
        name = toon_datum_lang(day.datum).rsplit(" ", 1)[0].capitalize()
        # Without the month of today: every day of a week must fit in its card.
        today_words = f"Vandaag, {name.casefold().rsplit(' ', 1)[0]}"
        card.title.setText(today_words if day.datum == today else name)
        card.list.setAccessibleName(name)
        rows = [_in_its_day(task_row(row, day.datum, compact=True)) for row in day.rijen]
        card.show_tasks(rows, ALL if card in self._opened else SHOWN)
        card.show_pill(str(len(rows)) if rows else "", "red" if rows and day.datum < today else "accent")

    def _row(self, key: object) -> TaakRij | None:
        days = self._week.dagen if self._week is not None else ()
        return next((row for day in days for row in day.rijen if (row.bron, row.id) == key), None)

    def _all_rows(self) -> tuple[TaakRij, ...]:
        """What is late from before, as on the paper, and the week that is shown."""
        return week_rows(self._week) if self._week is not None else ()

    def _open(self, key: object) -> None:
        if (row := self._row(key)) is not None:
            open_task(self, row)

    def _tick(self, key: object) -> None:
        if (row := self._row(key)) is not None:
            tick_task(self, row)

    def _show_more(self) -> None:
        card = self.sender()
        if isinstance(card, TaskCard):
            self._opened ^= {card}
            self.refresh()

    def _go_to(self, day: date) -> None:
        self._monday = monday(day)
        self.refresh()

    def _back(self) -> None:
        if self._monday is not None and self._monday > date.min + 2 * WEEK:
            self._go_to(self._monday - WEEK)

    def _forward(self) -> None:
        if self._monday is not None and self._monday < date.max - 2 * WEEK:
            self._go_to(self._monday + WEEK)

    def _to_now(self) -> None:
        if self._week is not None:
            self._go_to(self._week.vandaag)

    def _print(self) -> None:
        if self._monday is not None:
            print_week(self, self._monday)

    def _new(self) -> None:
        self.go.emit(Target("nieuwe_taak"))


def _in_its_day(row: TwoLineRow) -> TwoLineRow:
    """Without the word for a day without an hour: the card says which day it is."""
    return replace(row, right="") if row.right == TODAY else row
