"""The start screen: what must be done now, the month to deliver, and where you were."""

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.datums import toon_datum_lang, week_is_om
from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.concepten.concepten import ConceptRij, bekeken, concepten
from leertraject_desktop.features.deelnemers.dossier import dossierkop
from leertraject_desktop.features.levering.maanden import (
    cijfers_per_maand,
    in_het_kort,
    maanden_overzicht,
)
from leertraject_desktop.features.taken.lijst import TaakRij, takenbord
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.cards import TaskCard
from leertraject_desktop.ui.kit.compact import is_compact, page_margin
from leertraject_desktop.ui.kit.drafts import target_of
from leertraject_desktop.ui.kit.page import PageHeader
from leertraject_desktop.ui.kit.screen import Context, Screen, Target
from leertraject_desktop.ui.kit.surfaces import ScrollPage
from leertraject_desktop.ui.kit.theme import colour
from leertraject_desktop.ui.start.cards import (
    MONTHS,
    Delivery,
    DeliveryCard,
    DeliveryStrip,
    MonthCard,
    MonthStrip,
    ResumeCard,
    ResumeStrip,
    delivery,
    strips,
)
from leertraject_desktop.ui.start.task_actions import TASK_TABLES, open_task, tick_task
from leertraject_desktop.ui.start.week import print_ahead
from leertraject_desktop.ui.start.words import draft_title, greeting, moment_words, task_row

RESUME_ROWS = 3
LEAST_ROWS, MOST_ROWS = 2, 10
ALL_ROWS = 2000
# What stands around the rows of a task card, in logical pixels: header, cards below, gaps.
AROUND, AROUND_COMPACT = 408, 288
LOW = 400


class StartPage(Screen):
    """Tasks in three columns; Enter opens what one is about, Space ticks it or opens the form that does."""

    tables: ClassVar[frozenset[str]] = TASK_TABLES | {"concept", "bekeken", "levering"}

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._vandaag = date.min
        self._rows: dict[str, tuple[TaakRij, ...]] = {}
        self._totals: dict[str, int] = {}
        self._opened: set[str] = set()
        self._limit = 0
        self._is_compact: bool | None = None
        self._is_low = False
        self.late = TaskCard(
            "Te laat", icon="clock-alert", tone="red", pill_tone="red", empty="Niets is te laat."
        )
        self.today = TaskCard("Vandaag", icon="sun", empty="Niets voor vandaag.")
        self.week = TaskCard("Deze week", icon="calendar-days", empty="Niets meer voor deze week.")
        self.columns = {"late": self.late, "today": self.today, "week": self.week}
        self.delivery = DeliveryCard()
        self._to_deliver = ""
        self.resume = ResumeCard()
        self.month = MonthCard()
        self.delivery_strip = DeliveryStrip()
        self.resume_strip = ResumeStrip()
        self.resume_strip.hide()
        self.resume_strip.asked.connect(self.go)
        self.month_strip = MonthStrip()
        self._build()
        for card in self.columns.values():
            card.opened.connect(self._open)
            card.ticked.connect(self._tick)
            card.more_asked.connect(self._show_more)
            card.list.forbid_ticks(context.why_not())
        self.delivery.clicked.connect(self._to_delivery)
        self.delivery_strip.clicked.connect(self._to_delivery)
        self.resume.asked.connect(self.go)

    def refresh(self) -> None:
        """Read tasks, drafts and figures again."""
        store = self.context.store
        self._vandaag = store.read(vandaag)
        bord = store.read(takenbord, maximum=ALL_ROWS)
        self._rows = {"late": bord.rijen_te_laat, "today": bord.rijen_vandaag, "week": bord.rijen_deze_week}
        self._totals = {"late": bord.te_laat, "today": bord.vandaag, "week": bord.deze_week}
        self.header.show_title(toon_datum_lang(self._vandaag).capitalize())
        self.header.show_second(greeting(bord))
        if week_is_om(self._vandaag):
            self.week.show_title("Volgende week", "Niets voor volgende week.")
        else:
            self.week.show_title("Deze week", "Niets meer voor deze week.")
        self._show_tasks()
        self._show_delivery()
        self._show_resume()
        this_month = store.read(in_het_kort, Maand.van(self._vandaag))
        self.month.show_month(this_month, store.read(cijfers_per_maand, aantal=MONTHS))
        self.month_strip.show_month(this_month)

    def focus_first(self) -> None:
        """The first task that there is, or else the main button."""
        for card in self.columns.values():
            if card.list.rows():
                card.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        goal = self.new_vraag if self.new_vraag.isEnabled() else self.agenda
        goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_action(self) -> Callable[[], None]:
        return self._print

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        form = is_compact(self), self.height() < LOW
        if form != (self._is_compact, self._is_low):
            self._is_compact, self._is_low = form
            self._arrange()
        around = AROUND_COMPACT if self._is_compact else AROUND
        limit = min(max((self.height() - around) // tokens.TWO_LINES, LEAST_ROWS), MOST_ROWS)
        if limit != self._limit:
            self._limit = limit
            self._show_tasks()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour("bg"))
        painter.end()

    def _build(self) -> None:
        new_deelnemer = Button("Nieuwe deelnemer", icon="user-plus", hint="Ctrl+Shift+N")
        self.new_vraag = Button("Nieuwe vraag", kind="primary", icon="plus", hint="Ctrl+N")
        self.agenda = Button("Agenda", kind="text", icon="calendar-days", hint="Ctrl+Shift+A")
        self.agenda.clicked.connect(self._to_agenda)
        new_deelnemer.clicked.connect(self._new_deelnemer)
        self.new_vraag.clicked.connect(self._new_vraag)
        self.context.guard(new_deelnemer, self.new_vraag)
        self.header = PageHeader(
            "", second=" ", ground="bg", actions=[self.agenda, new_deelnemer, self.new_vraag]
        )
        page = QWidget()
        self._grid = QGridLayout(page)
        for number, card in enumerate(self.columns.values()):
            self._grid.addWidget(card, 0, number)
        self._cards = (self.delivery, self.resume, self.month)
        for number, lower in enumerate(self._cards):
            self._grid.addWidget(lower, 1, number)
        self._strips = strips(self.resume_strip, self.delivery_strip, self.month_strip)
        self._strips.hide()
        self._grid.addWidget(self._strips, 2, 0, 1, 3)
        self._grid.setRowStretch(0, 1)
        for number in range(3):
            self._grid.setColumnStretch(number, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(ScrollPage(page), 1)
        self._arrange()

    def _arrange(self) -> None:
        margin = page_margin(self)
        between = tokens.BETWEEN_CARDS if not self._is_compact else 8 if self._is_low else 12
        self._grid.setContentsMargins(margin, 0, margin, 8 if self._is_low else 16)
        self._grid.setSpacing(between)
        for strip in (self.resume_strip, self.delivery_strip, self.month_strip):
            strip.setFixedHeight(36 if self._is_low else 40)
        for card in self._cards:
            card.setVisible(not self._is_compact)
        self._strips.setVisible(bool(self._is_compact))

    def _show_tasks(self) -> None:
        if not self._rows:
            return
        for key, card in self.columns.items():
            rows = [task_row(row, self._vandaag, compact=bool(self._is_compact)) for row in self._rows[key]]
            opened = key in self._opened and len(rows) > self._limit
            card.show_tasks(rows, len(rows) if opened else self._limit, self._totals[key])
            if opened:
                card.show_left(0, opened=True)

    def _show_delivery(self) -> None:
        stand, others = delivery(self.context.store.read(maanden_overzicht))
        kort = self.context.store.read(in_het_kort, stand.maand) if stand else None
        shown = Delivery(stand, kort, others)
        self._to_deliver = str(stand.maand) if stand else ""
        self.delivery.show_delivery(shown, self._vandaag)
        self.delivery_strip.show_delivery(shown)

    def _show_resume(self) -> None:
        store = self.context.store
        rows = []
        for draft in store.read(concepten)[:RESUME_ROWS]:
            second = f"Niet afgewerkt, bewaard {moment_words(draft.bewaard_op, self._vandaag)}"
            title = draft_title(draft.plaats, self._about(draft))
            rows.append(("square-pen", title, second, target_of(draft.plaats)))
        self.resume_strip.setVisible(bool(rows))
        if rows:
            self.resume_strip.show_row(*rows[0][1:])
        for seen in store.read(bekeken, maximum=RESUME_ROWS - len(rows)):
            second = f"Bekeken {moment_words(seen.bekeken_op, self._vandaag)}"
            rows.append(("user", f"Dossier {seen.naam}", second, Target("dossier", seen.deelnemer_id)))
        self.resume.show_rows(rows)

    def _about(self, draft: ConceptRij) -> str:
        """The name of the deelnemer of a draft; "" when it is about nobody or somebody who is gone."""
        target = target_of(draft.plaats)
        deelnemer_id = None if target.place == "vraag" else target.id or draft.inhoud.get("deelnemer_id")
        if not isinstance(deelnemer_id, int):
            return ""
        try:
            return self.context.store.read(dossierkop, deelnemer_id).naam
        except Problem:
            return ""

    def _row(self, key: object) -> TaakRij | None:
        rows = (row for rows in self._rows.values() for row in rows)
        return next((row for row in rows if (row.bron, row.id) == key), None)

    def _open(self, key: object) -> None:
        if (row := self._row(key)) is not None:
            open_task(self, row)

    def _tick(self, key: object) -> None:
        if (row := self._row(key)) is not None:
            tick_task(self, row)

    def _show_more(self) -> None:
        for key, card in self.columns.items():
            if card is self.sender():
                self._opened ^= {key}
        self._show_tasks()

    def _print(self) -> None:
        print_ahead(self)

    def _to_agenda(self) -> None:
        self.go.emit(Target("agenda"))

    def _to_delivery(self) -> None:
        self.go.emit(Target("levering", part=self._to_deliver))

    def _new_vraag(self) -> None:
        self.go.emit(Target("nieuwe_vraag"))

    def _new_deelnemer(self) -> None:
        self.go.emit(Target("nieuwe_deelnemer"))
