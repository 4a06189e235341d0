"""The page of one dossier: the header that stays, the tabs, and at the right what is to be done or a form."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.begeleidingen.plan import vink_actie
from leertraject_desktop.features.concepten.concepten import gooi_concept_weg, noteer_bekeken
from leertraject_desktop.features.deelnemers.dossier import DossierKop, dossierkop
from leertraject_desktop.features.dossier.stand import dossierstand
from leertraject_desktop.features.dossier.tijdlijn import Gebeurtenis
from leertraject_desktop.features.taken.commands import vink_taak
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.dossier.contact_form import edit_contact, new_contact
from leertraject_desktop.ui.dossier.details import Details
from leertraject_desktop.ui.dossier.forms import Maker, form_of
from leertraject_desktop.ui.dossier.guidance import Guidance
from leertraject_desktop.ui.dossier.guidance_forms import edit_suspension
from leertraject_desktop.ui.dossier.header import TABS, DossierHeader
from leertraject_desktop.ui.dossier.overview import Overview
from leertraject_desktop.ui.dossier.papers import Papers
from leertraject_desktop.ui.dossier.partners import Partners
from leertraject_desktop.ui.dossier.places import (
    CONTACT,
    FORM_TABS,
    PLAN_EDITORS,
    START,
    STOP,
    draft_place,
)
from leertraject_desktop.ui.dossier.questions import Questions
from leertraject_desktop.ui.dossier.side_form import AnyForm
from leertraject_desktop.ui.dossier.what_now import WhatNow, WhatNowStrip, steps
from leertraject_desktop.ui.kit.compact import is_compact
from leertraject_desktop.ui.kit.screen import Context, Screen, Target
from leertraject_desktop.ui.kit.tab_order import Begins
from leertraject_desktop.ui.kit.way_back import WayBack

BESIDE = 1000
"""A page that is narrower, in logical pixels, has no room for a form beside the tab."""


# The tab where a line of what happened leads to, and the form that it opens there.
_TAB_OF = {
    "contactmoment": "overzicht",
    **dict.fromkeys(("begeleiding", "opschorting"), "begeleiding"),
    **dict.fromkeys(("toestemming", "doorverwijzing", "nazorgmoment"), "partners"),
}
_FORM_OF: dict[str, Maker] = {"contactmoment": edit_contact, "opschorting": edit_suspension}


class DossierPage(Screen):
    """Shows `Target("dossier", id, part)`: a tab, or one of the forms in `places`."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {
            "deelnemer", "deelnemer_taal", "verblijf", "statuut", "begeleiding", "faseovergang", "leerdoel",
            "actie", "contactmoment", "opschorting", "stopzetting", "informatievraag", "taak", "toestemming",
            "doorverwijzing", "doorverwijzingstand", "nazorgmoment", "vrijlatingspunt", "ondersteuning",
            "opvolgmoment", "begeleiding_drempel",
        }
    )  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._deelnemer_id: int | None = None
        self._kop: DossierKop | None = None
        self._form: AnyForm | None = None
        self._way_back: WayBack | None = None
        self._steps_wanted = False
        self.header = DossierHeader(context.why_not())
        self.strip = WhatNowStrip(context.why_not())
        self.what_now = WhatNow(context.why_not())
        self.overview = Overview(context)
        self.guidance = Guidance(context)
        self.questions = Questions(context)
        self.partners = Partners(context)
        self.papers = Papers(context)
        self.details = Details(context)
        tabs = (self.overview, self.guidance, self.questions, self.partners, self.papers, self.details)
        beginning: tuple[Begins, ...] = tabs
        self._tabs = dict(zip((key for key, _ in TABS), beginning, strict=True))
        self.stack = QStackedWidget()
        for tab in tabs:
            self.stack.addWidget(tab)
        self._side = QHBoxLayout()
        self._side.setSpacing(0)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.strip)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.stack, 1)
        body.addLayout(self._side)
        self._side.addWidget(self.what_now)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self.header.tab_chosen.connect(self._show_tab)
        self.header.contact_asked.connect(self.new_contact)
        self.header.print_asked.connect(self._print)
        self.overview.opened.connect(self._open_event)
        self.overview.contact_asked.connect(self.new_contact)
        self.questions.go.connect(self.go)
        self.details.go.connect(self.go)
        self.guidance.talk_asked.connect(self._note_review)
        for tab in (self.guidance, self.partners, self.details):
            tab.form_asked.connect(self.open_form)
        for telling in (self.guidance, self.partners, self.details, self.papers):
            telling.told.connect(self.told)
        for panel in (self.what_now, self.strip):
            panel.acted.connect(self._act)
        self.strip.toggled.connect(self._toggle_steps)
        self.details.dirty_changed.connect(self._place)

    def show_target(self, target: Target) -> None:
        """Show a dossier and its tab, or one of its forms (see `places`).

        What was typed in another dossier waits there as a draft. Raises Problem when the deelnemer, or what
        the form is about, was removed.
        """
        if target.id is None:
            return
        if target.id != self._deelnemer_id:
            self._move_to(target.id)
        opens: dict[str, Callable[[], None]] = {
            CONTACT: self.new_contact,
            START: self.guidance.start,
            STOP: self.guidance.stop,
        }
        part, _, row = target.part.partition("-")
        tab = {START: "begeleiding", STOP: "begeleiding", CONTACT: "overzicht"}.get(part, part)
        tab = "begeleiding" if part in PLAN_EDITORS else FORM_TABS.get(part, tab)
        self._choose_tab(tab if tab in self._tabs else self.header.tabs.key())
        # Either of them fills the tab.
        (self.refresh_if_stale if self._stale else self._fill_tab)()
        if self._deelnemer_id is None:
            self.context.store.read(dossierkop, target.id)  # refuses, in words
        number = int(row) if row.isdigit() else 0
        if part == CONTACT and number:
            self.open_form(edit_contact(self.context, target.id, number))
        elif part in opens:
            opens[part]()
        elif part in FORM_TABS or part in PLAN_EDITORS:
            self._go_on(target.id, part, number)

    def _go_on(self, deelnemer_id: int, part: str, row_id: int) -> None:
        """Open the form of a draft; when what it is about is gone, the draft goes too, with the Problem."""
        try:
            if part in PLAN_EDITORS:
                self.guidance.open_plan(part, row_id)
            elif part == "toestemmingsblad":
                self.partners.ask_sheet()
            else:
                self.open_form(form_of(self.context, deelnemer_id, part, row_id))
        except Problem:
            place = draft_place(part, deelnemer_id, row_id or None)
            self.context.store.write(gooi_concept_weg, place)
            raise

    def _move_to(self, deelnemer_id: int) -> None:
        self.context.store.read(dossierkop, deelnemer_id)
        self._close_form(give_back=False)
        self.guidance.leave()
        self._deelnemer_id = deelnemer_id
        self.overview.reset()
        self.header.tabs.show_tab("overzicht")
        self.context.store.write(noteer_bekeken, deelnemer_id)
        self._stale = True

    def refresh(self) -> None:
        if self._deelnemer_id is None:
            return
        read = self.context.store.read
        try:
            self._kop = read(dossierkop, self._deelnemer_id)
        except Problem:  # it was removed, or its making was undone
            self._kop = self._deelnemer_id = None
            self._close_form(give_back=False)
            if self.isVisible():
                self.go.emit(Target("deelnemers"))
            return
        self.header.show_kop(self._kop)
        found = steps(read(dossierstand, self._deelnemer_id), read(vandaag))
        self.what_now.show_steps(found)
        self.strip.show_steps(found)
        self._fill_tab()

    def focus_first(self) -> None:
        if self._form is not None:
            self._form.form.focus_first()
        else:
            self._tabs[self.header.tabs.key()].focus_first()

    def is_dirty(self) -> bool:
        form = self._form is not None and self._form.is_dirty()
        return form or self.guidance.is_dirty() or self.details.is_dirty()

    def print_action(self) -> Callable[[], None] | None:
        return self._print

    def new_contact(self) -> None:
        """Open the form of a new contactmoment."""
        if self._deelnemer_id is not None:
            self.open_form(new_contact(self.context, self._deelnemer_id))

    def open_form(self, form: AnyForm) -> None:
        """Show a form at the right; one that is open and has something typed in it stays, and asks first."""
        if self._form is not None and self._form.is_dirty():
            self._form.panel.leave()
            return
        self._close_form(give_back=False)
        self._form, self._way_back = form, WayBack()
        form.setParent(self)
        form.kept.connect(self.told)
        form.closed.connect(self._close_form)
        self._side.addWidget(form.panel)
        self._place()
        form.panel.show()
        form.form.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        open_form = self._form is not None
        compact = is_compact(self)
        steps_alone = compact and self._steps_wanted and not open_form
        form_alone = open_form and self.width() < BESIDE
        self.strip.setVisible(compact and not open_form)
        self.what_now.setVisible(not open_form and (not compact or steps_alone))
        self.what_now.set_wide(steps_alone)
        if self._form is not None:
            self._form.set_wide(form_alone)
        self.stack.setVisible(not (form_alone or steps_alone))
        self.header.show_form_open(open_form or self.details.is_dirty(), alone=form_alone)

    def _toggle_steps(self) -> None:
        self._steps_wanted = not self._steps_wanted
        self._place()

    def _close_form(self, *, give_back: bool = True) -> None:
        if self._form is None:
            return
        form, self._form = self._form, None
        self._side.removeWidget(form.panel)
        form.panel.hide()
        form.panel.deleteLater()
        form.deleteLater()
        self._place()
        if give_back and not (self._way_back is not None and self._way_back.go()):
            self.focus_first()

    def _choose_tab(self, key: str) -> None:
        self.header.tabs.show_tab(key)
        self.stack.setCurrentIndex(list(self._tabs).index(key))
        self._steps_wanted = False
        self._place()

    def _show_tab(self, key: str) -> None:
        self._choose_tab(key)
        self._fill_tab()

    def _fill_tab(self) -> None:
        if self._kop is None:
            return
        tab = self.stack.currentWidget()
        if tab is self.guidance:
            self.guidance.show_dossier(self._kop.id, self._kop.begeleiding_id)
        elif isinstance(tab, Overview | Questions | Partners | Papers | Details):
            tab.show_dossier(self._kop.id)

    def _open_event(self, line: Gebeurtenis) -> None:
        if line.tabel == "informatievraag":
            self.go.emit(Target("vraag", line.id))
            return
        self._show_tab(_TAB_OF.get(line.tabel, "gegevens"))
        if line.tabel in _FORM_OF:
            self._open_row(_FORM_OF[line.tabel], line.id)
        elif line.tabel == "begeleiding":
            self.guidance.look_at(line.id)

    def _open_row(self, make: Maker, row_id: int) -> None:
        if self._deelnemer_id is None:
            return
        try:
            form = make(self.context, self._deelnemer_id, row_id)
        except Problem as problem:
            self.failed.emit(problem)
            return
        self.open_form(form)

    def _act(self, action: str, row_id: int) -> None:
        if self._kop is None:
            return
        if action in ("taak", "actie"):
            command = vink_taak if action == "taak" else vink_actie
            try:
                self.context.store.write(command, row_id, True)
            except Problem as problem:
                self.failed.emit(problem)
                return
            self.told.emit("Afgevinkt. Ongedaan maken: Ctrl+Z")
            self.what_now.focus_first()
        elif action == "vraag":
            self.go.emit(Target("vraag", row_id))
        elif action == "plan":
            self.go.emit(Target("nieuwe_taak", self._kop.id))
        elif action == "opvolging":
            self._note_review()
        elif action in ("nazorg", "doorverwijzing"):
            self._show_tab("partners")
            self.partners.begin(action, row_id)
        elif action == "intake":
            self.open_form(new_contact(self.context, self._kop.id, "intake"))
        elif action in ("start", "stop", "hervat", "leerdoel"):
            self._show_tab("begeleiding")
            {
                "start": self.guidance.start,
                "stop": self.guidance.stop,
                "hervat": self.guidance.resume,
                "leerdoel": self.guidance.add_goal,
            }[action]()
        else:
            self._show_tab("gegevens")
            self.details.begin(action)

    def _note_review(self) -> None:
        if self._kop is not None:
            self.open_form(new_contact(self.context, self._kop.id, "opvolging"))

    def _print(self) -> None:
        if self._kop is not None:
            self._show_tab("papieren")
            self.papers.print_first(self._kop)
