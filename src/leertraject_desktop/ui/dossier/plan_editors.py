"""The fields with which a plan is changed where it stands: leerdoelen and acties, new, changed, removed."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.begeleidingen.invoer import ActieInvoer, LeerdoelInvoer
from leertraject_desktop.features.begeleidingen.lijst import actie_invoer, leerdoel_invoer
from leertraject_desktop.features.begeleidingen.plan import (
    nieuw_leerdoel,
    nieuwe_actie,
    verwijder_actie,
    verwijder_leerdoel,
    wijzig_actie,
    wijzig_leerdoel,
)
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.dossier.goal_card import EDIT_GOAL, NEW_STEP, REMOVE_GOAL, REMOVE_STEP
from leertraject_desktop.ui.dossier.inline_form import InlineForm
from leertraject_desktop.ui.dossier.places import draft_place
from leertraject_desktop.ui.dossier.side_form import UNDO, reasons
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.date_editors import DateEditor
from leertraject_desktop.ui.kit.drafts import Drafts
from leertraject_desktop.ui.kit.form import Field, Form
from leertraject_desktop.ui.kit.reason import RemovalReason
from leertraject_desktop.ui.kit.screen import Context
from leertraject_desktop.ui.kit.surfaces import Surface
from leertraject_desktop.ui.kit.text_editors import TextEditor

NEW_GOAL = "nieuw_leerdoel"
LINE = 200
WHO = 100


class PlanEditor(QWidget):
    """One editor in the plan. `finished(sentence)` when it was kept or removed, `left` on Escape.

    What is typed is kept as a draft until it is kept or cancelled; a removal has none.
    """

    finished = Signal(str)
    left = Signal()

    def __init__(self, inside: InlineForm | RemovalReason, write: Callable[[Any], str]) -> None:
        super().__init__()
        self._inside, self._write = inside, write
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.addWidget(inside)
        inside.confirmed.connect(self._confirm)
        inside.left.connect(self._leave)
        self.drafts: Drafts | None = None

    def keep_draft(self, context: Context, place: str) -> None:
        """Bring back what was typed here before and not kept, and keep what is typed now."""
        if isinstance(self._inside, InlineForm):
            form = self._inside.form
            self.drafts = Drafts(context, self)
            self.drafts.failed.connect(form.show_problem)
            if since := self.drafts.bind(form, place):
                form.show_note("omschrijving", f"Concept van {since} teruggezet")

    def is_dirty(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return isinstance(self._inside, InlineForm) and self._inside.is_dirty()

    def focus_first(self) -> None:
        """Put the cursor in the first field."""
        if isinstance(self._inside, InlineForm):
            self._inside.focus_first()
        else:
            self._inside.ask()

    def _confirm(self, value: object) -> None:
        try:
            sentence = self._write(value)
        except Problem as problem:
            if isinstance(self._inside, InlineForm):
                self._inside.form.show_problem(problem)
            else:
                self._inside.show_problem(problem)
            return
        self._forget()
        self.finished.emit(f"{sentence}. {UNDO}")

    def _leave(self) -> None:
        self._forget()
        self.left.emit()

    def _forget(self) -> None:
        if self.drafts is not None:
            self.drafts.forget()


def make(context: Context, deelnemer_id: int, what: str, row_id: int) -> PlanEditor:
    """The editor for one of the things that a card or the head may ask."""
    if what in (REMOVE_GOAL, REMOVE_STEP):
        return _removal(context, what, row_id)
    made = (_goal if what in (NEW_GOAL, EDIT_GOAL) else _step)(context, what, row_id)
    made.keep_draft(context, draft_place(what, deelnemer_id, row_id))
    return made


def framed(editor: QWidget) -> QWidget:
    """An editor on a card of its own, for a leerdoel that is not there yet."""
    card = Surface("surface", radius=tokens.RADIUS_CARD)
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 4, 16, 4)
    column.addWidget(editor)
    return card


def _goal(context: Context, what: str, row_id: int) -> PlanEditor:
    form = Form(
        LeerdoelInvoer,
        [
            Field("omschrijving", "Wat wil deze deelnemer bereiken?", TextEditor(max_length=LINE)),
            Field("streefdatum", "Streefdatum", _date(context), width=132),
        ],
        rows=[["omschrijving", "streefdatum"]],
    )
    new = what == NEW_GOAL
    form.show_value(LeerdoelInvoer() if new else context.store.read(leerdoel_invoer, row_id))

    def write(invoer: LeerdoelInvoer) -> str:
        if new:
            context.store.write(nieuw_leerdoel, row_id, invoer)
            return "Leerdoel bewaard"
        context.store.write(wijzig_leerdoel, row_id, invoer)
        return "Leerdoel gewijzigd"

    return PlanEditor(InlineForm(form), write)


def _step(context: Context, what: str, row_id: int) -> PlanEditor:
    form = Form(
        ActieInvoer,
        [
            Field("omschrijving", "Actie", TextEditor(max_length=LINE)),
            Field("wie", "Wie", TextEditor(max_length=WHO), width=128),
            Field("streefdatum", "Tegen", _date(context), width=132),
        ],
        rows=[["omschrijving", "wie", "streefdatum"]],
    )
    new = what == NEW_STEP
    form.show_value(ActieInvoer() if new else context.store.read(actie_invoer, row_id))

    def write(invoer: ActieInvoer) -> str:
        if new:
            context.store.write(nieuwe_actie, row_id, invoer)
            return "Actie bewaard"
        context.store.write(wijzig_actie, row_id, invoer)
        return "Actie gewijzigd"

    return PlanEditor(InlineForm(form), write)


def _removal(context: Context, what: str, row_id: int) -> PlanEditor:
    goal = what == REMOVE_GOAL
    noun = "dit leerdoel met zijn acties" if goal else "deze actie"
    question = RemovalReason(noun, reasons(context, Lijst.REDEN_VERWIJDERING), ask_at_once=True)

    def write(reden: str) -> str:
        context.store.write(verwijder_leerdoel if goal else verwijder_actie, row_id, reden)
        return f"{'Leerdoel' if goal else 'Actie'} verwijderd"

    return PlanEditor(question, write)


def _date(context: Context) -> DateEditor:
    return DateEditor(today=partial(context.store.read, vandaag))
