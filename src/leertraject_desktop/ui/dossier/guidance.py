"""The tab with the begeleiding: its phase, the leerdoelen with their acties, and those that went before."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from leertraject_desktop.domain.label import Fase
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.begeleidingen.lijst import (
    BegeleidingDetail,
    BegeleidingFilter,
    BegeleidingRij,
    begeleiding_detail,
    begeleiding_ids,
    begeleiding_rijen,
)
from leertraject_desktop.features.begeleidingen.plan import (
    verschuif_actie,
    verschuif_leerdoel,
    vink_actie,
    zet_bereikt,
)
from leertraject_desktop.features.begeleidingen.verloop import zet_fase
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.dossier import plan_editors
from leertraject_desktop.ui.dossier.goal_card import (
    DOWN_GOAL,
    DOWN_STEP,
    EDIT_GOAL,
    EDIT_STEP,
    NEW_STEP,
    REACHED,
    UP_GOAL,
    UP_STEP,
    GoalCard,
)
from leertraject_desktop.ui.dossier.guidance_facts import GuidanceFacts
from leertraject_desktop.ui.dossier.guidance_forms import (
    edit_form,
    finish_form,
    resume_form,
    start_form,
    stop_form,
    suspend_form,
)
from leertraject_desktop.ui.dossier.guidance_head import GuidanceHead, PreviousRow
from leertraject_desktop.ui.dossier.places import gone
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.compact import page_margin
from leertraject_desktop.ui.kit.empty_state import EmptyState
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.screen import Context
from leertraject_desktop.ui.kit.surfaces import ScrollPage, Surface

FASES = list(Fase)
MOVES: dict[str, tuple[Callable[..., None], int, str]] = {
    UP_STEP: (verschuif_actie, -1, "Actie staat hoger"),
    DOWN_STEP: (verschuif_actie, 1, "Actie staat lager"),
    UP_GOAL: (verschuif_leerdoel, -1, "Leerdoel staat hoger"),
    DOWN_GOAL: (verschuif_leerdoel, 1, "Leerdoel staat lager"),
}


class Guidance(Surface):
    """`form_asked(form)` hands a form for the side to the page, `told(sentence)` is for the status bar.

    `talk_asked` asks for the form of the talk that a review is.
    """

    form_asked = Signal(object)
    told = Signal(str)
    talk_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("bg", parent=parent)
        self._context = context
        self._deelnemer_id = 0
        self._running: int | None = None
        self._chosen: int | None = None
        self._detail: BegeleidingDetail | None = None
        self._place: tuple[str, int] = ("", 0)
        self._editor: plan_editors.PlanEditor | None = None
        self.notice = Notice()
        self.head = GuidanceHead()
        self.head.asked.connect(self._head_asked)
        self.head.phase_chosen.connect(self._set_phase)
        self.empty = EmptyState("Geen begeleiding", icon="route")
        self.empty.setMinimumHeight(280)
        self.empty.acted.connect(self.start)
        context.guard(*self.head.buttons(), self.head.phases)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(16)
        self.facts = GuidanceFacts(context)
        self.facts.form_asked.connect(self.form_asked)
        self.facts.talk_asked.connect(self.talk_asked)
        self.facts.told.connect(self.told)
        self._previous = QVBoxLayout()
        self._previous.setSpacing(0)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setSpacing(16)
        self._column.addWidget(self.notice)
        self._column.addWidget(self.head)
        self._column.addWidget(self.empty)
        self._column.addLayout(self._cards)
        self._column.addWidget(self.facts)
        self._column.addLayout(self._previous)
        self._column.addStretch(1)
        self._scroll = ScrollPage(content, "bg")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def show_dossier(self, deelnemer_id: int, running: int | None) -> None:
        """Show the begeleiding that runs, or the one that was chosen to look at."""
        if deelnemer_id != self._deelnemer_id:
            self._chosen = None
            self._close_editor()
        self._deelnemer_id, self._running = deelnemer_id, running
        read = self._context.store.read
        ids = read(begeleiding_ids, BegeleidingFilter("", deelnemer_id=deelnemer_id, sorteer="begindatum"))
        rows = read(begeleiding_rijen, ids[::-1])
        if self._chosen not in ids:
            self._chosen = None
        shown = running if self._chosen is None else self._chosen
        self._detail = None if shown is None else read(begeleiding_detail, shown)
        self._set_margins()
        focus = QApplication.focusWidget()
        name = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        at = self._scroll.verticalScrollBar().value()
        self._build([row for row in rows if row.id != shown])
        self._scroll.verticalScrollBar().setValue(at)
        if name:
            self._focus(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margins()

    def _set_margins(self) -> None:
        margin = page_margin(self)
        self._column.setContentsMargins(margin, 16, margin, 24)

    def focus_first(self) -> None:
        """Put the keyboard where the work begins."""
        first = self.empty.button if self._detail is None else self.head.phases
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def is_dirty(self) -> bool:
        """Whether something was typed in the plan that is not kept yet."""
        return self._editor is not None and self._editor.is_dirty()

    def start(self) -> None:
        """Ask for a new begeleiding."""
        self.form_asked.emit(start_form(self._context, self._deelnemer_id))

    def stop(self) -> None:
        """Ask why the begeleiding that runs ends before completion."""
        if self._running is not None:
            detail = self._context.store.read(begeleiding_detail, self._running)
            form = stop_form(self._context, self._deelnemer_id, detail.id, detail.open_acties)
            self.form_asked.emit(form)

    def resume(self) -> None:
        """Ask from which day the begeleiding goes on."""
        if self._running is not None:
            self.form_asked.emit(resume_form(self._context, self._deelnemer_id, self._running))

    def add_goal(self) -> None:
        """Open the fields of a new leerdoel."""
        self._chosen = None
        self._open_editor(plan_editors.NEW_GOAL, self._running or 0)

    def open_plan(self, what: str, row_id: int) -> None:
        """Open the fields in the plan where work was left. Raises Problem when their subject is gone."""
        doelen = () if self._detail is None else self._detail.leerdoelen
        there: dict[str, set[int | None]] = {
            plan_editors.NEW_GOAL: {self._running},
            EDIT_GOAL: {doel.id for doel in doelen},
            NEW_STEP: {doel.id for doel in doelen},
            EDIT_STEP: {actie.id for doel in doelen for actie in doel.acties},
        }
        if row_id not in there[what] or self._detail is None or self._detail.einddatum is not None:
            raise gone()
        self._open_editor(what, row_id)

    def leave(self) -> None:
        """Close what is open in the plan; its draft stays."""
        self._close_editor()

    def _build(self, previous: list[BegeleidingRij]) -> None:
        detail = self._detail
        if self._editor is not None:
            self._editor.setParent(None)
        _clear(self._cards)
        _clear(self._previous)
        self.head.setVisible(detail is not None)
        self.empty.setVisible(detail is None)
        self.empty.show_state(
            "Er loopt geen begeleiding",
            "Start er een wanneer deze deelnemer een leertraject wil volgen.",
            "Start een begeleiding",
            why_not=self._context.why_not(),
        )
        self.facts.setVisible(detail is not None)
        if detail is not None:
            self._build_plan(detail)
            self.facts.show_begeleiding(self._deelnemer_id, detail.id, fixed=detail.einddatum is not None)
        if self._chosen is not None:
            back = PreviousRow(None, running=self._running is not None)
            back.clicked.connect(self._look_at_running)
            self._previous.addWidget(back)
        if previous:
            self._previous.addWidget(Label("Andere begeleidingen", weight=tokens.STRONG))
            self._previous.addSpacing(8)
        for row in previous:
            line = PreviousRow(row)
            line.looked_at.connect(self.look_at)
            self._previous.addWidget(line)

    def _build_plan(self, detail: BegeleidingDetail) -> None:
        fixed = detail.einddatum is not None
        self.head.show_detail(detail)
        today = self._context.store.read(vandaag)
        for number, doel in enumerate(detail.leerdoelen):
            card = GoalCard(
                doel,
                today,
                fixed=fixed,
                why_not=self._context.why_not(),
                place=self._place,
                editor=self._editor,
                row=(number, len(detail.leerdoelen)),
            )
            card.asked.connect(self._card_asked)
            card.ticked.connect(self._tick)
            self._cards.addWidget(card)
            card.show()  # now, so that it can take the keyboard
        if self._editor is not None and self._place[0] == plan_editors.NEW_GOAL:
            framed = plan_editors.framed(self._editor)
            self._cards.addWidget(framed)
            framed.show()
        elif not detail.leerdoelen:
            words = "Nog geen leerdoel. Wat wil deze deelnemer bereiken?"
            self._cards.addWidget(Label("Geen leerdoelen" if fixed else words, "text2"))
        if self._editor is not None and self._editor.parentWidget() is not None:
            self._editor.show()

    def _rebuild(self) -> None:
        self.show_dossier(self._deelnemer_id, self._running)

    def _card_asked(self, what: str, row_id: int) -> None:
        if what == REACHED and self._detail is not None:
            doel = next(doel for doel in self._detail.leerdoelen if doel.id == row_id)
            dag = None if doel.bereikt_op else self._context.store.read(vandaag)
            words = "Leerdoel bereikt" if dag else "Leerdoel staat weer open"
            self._write(words, zet_bereikt, row_id, dag)
        elif what in MOVES:
            command, places, words = MOVES[what]
            self._write(words, command, row_id, places)
        else:
            self._open_editor(what, row_id)

    def _open_editor(self, what: str, row_id: int) -> None:
        if self.is_dirty() and self._editor is not None:
            self._editor.focus_first()
            return
        self._close_editor()
        self._place = (what, row_id)
        self._editor = plan_editors.make(self._context, self._deelnemer_id, what, row_id)
        self._editor.finished.connect(self._editor_done)
        self._editor.left.connect(self._leave_editor)
        self._rebuild()
        self._editor.focus_first()
        self._scroll.ensureWidgetVisible(self._editor)

    def _editor_done(self, sentence: str) -> None:
        what, row_id = self._place
        self._close_editor()
        self._rebuild()
        self.told.emit(sentence)
        if what == NEW_STEP:
            self._open_editor(what, row_id)
        elif what == plan_editors.NEW_GOAL and self._detail is not None:
            self._focus(f"nieuwe_actie_{max(doel.id for doel in self._detail.leerdoelen)}")
        else:
            self._focus_after(what, row_id)

    def _leave_editor(self) -> None:
        what, row_id = self._place
        self._close_editor()
        self._rebuild()
        self._focus_after(what, row_id)

    def _focus_after(self, what: str, row_id: int) -> None:
        name = {
            NEW_STEP: f"nieuwe_actie_{row_id}",
            EDIT_GOAL: f"meer_leerdoel_{row_id}",
        }.get(what, f"actie_{row_id}")
        if not self._focus(name):
            self.head.new_goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus(self, name: str) -> bool:
        """Give the keyboard to the newest widget of that name: those before it wait to be deleted."""
        found = self.findChildren(QWidget, name)
        if found:
            found[-1].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(found)

    def _close_editor(self) -> None:
        if self._editor is not None:
            self._editor.hide()
            self._editor.setParent(None)
            self._editor.deleteLater()
        self._editor, self._place = None, ("", 0)

    def _head_asked(self, what: str) -> None:
        detail = self._detail
        if detail is None:
            return
        forms = {"stop": self.stop, "hervat": self.resume, "doel": self.add_goal}
        if what in forms:
            forms[what]()
        elif what == "schort_op":
            self.form_asked.emit(suspend_form(self._context, self._deelnemer_id, detail.id))
        elif what == "verbeter":
            self.form_asked.emit(edit_form(self._context, self._deelnemer_id, detail))
        else:
            form = finish_form(self._context, self._deelnemer_id, detail.id, detail.open_acties)
            self.form_asked.emit(form)

    def _set_phase(self, number: int) -> None:
        if self._detail is not None:
            fase = FASES[number]
            self._write(f"Fase {fase.label}", zet_fase, self._detail.id, fase.value)

    def _tick(self, actie_id: int, done: bool) -> None:
        self._write("Actie gedaan" if done else "Actie staat weer open", vink_actie, actie_id, done)

    def _write(self, sentence: str, command: Callable[..., Any], *args: object) -> None:
        self.notice.clear()
        try:
            self._context.store.write(command, *args)
        except Problem as problem:
            self.notice.show_problem(problem)
            return
        self.told.emit(f"{sentence}. Ongedaan maken: Ctrl+Z")

    def look_at(self, begeleiding_id: int) -> None:
        """Show one begeleiding, also one that ended."""
        self._chosen = None if begeleiding_id == self._running else begeleiding_id
        self._close_editor()
        self._rebuild()

    def _look_at_running(self) -> None:
        self._chosen = None
        self._rebuild()
        self.focus_first()


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
