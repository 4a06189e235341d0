"""The form of a taak: what must be done, when, and for whom; and the tick when it is done."""

from datetime import time
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.keuzes.lijsten import keuzes
from leertraject_desktop.features.taken.commands import (
    TaakInvoer,
    nieuwe_taak,
    verwijder_taak,
    vink_taak,
    wijzig_taak,
)
from leertraject_desktop.features.taken.lijst import taak_invoer
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.date_editors import DateEditor, TimeEditor
from leertraject_desktop.ui.kit.deelnemer_lookup import DeelnemerEditor
from leertraject_desktop.ui.kit.drafts import place_of
from leertraject_desktop.ui.kit.editor import Editor
from leertraject_desktop.ui.kit.form import Field, Form
from leertraject_desktop.ui.kit.form_overlay import FormOverlay
from leertraject_desktop.ui.kit.reason import RemovalReason
from leertraject_desktop.ui.kit.screen import Context, Target
from leertraject_desktop.ui.kit.text_editors import TextEditor

UNDO = "Ongedaan maken: Ctrl+Z"


class _UurEditor(Editor):
    """A time of day as a taak keeps it: "13:30", or "" when the day is enough."""

    def __init__(self) -> None:
        self._time = TimeEditor()
        super().__init__(self._time)
        self._time.changed.connect(self.changed)

    def value(self) -> str:
        chosen = self._time.value()
        return "" if chosen is None else f"{chosen:%H:%M}"

    def show_value(self, value: str | None) -> None:
        self._time.show_value(time.fromisoformat(value) if value else None)

    def set_name(self, name: str, label: str) -> None:
        self.setObjectName(name)
        self._time.set_name(name, label)

    def set_wrong(self, wrong: bool, why: str = "") -> None:
        self._time.set_wrong(wrong, why)


class TaakForm(Form[TaakInvoer]):
    """What, when and for whom."""

    def __init__(self, context: Context) -> None:
        self.deelnemer = DeelnemerEditor(context)
        super().__init__(
            TaakInvoer,
            [
                Field("omschrijving", "Wat moet je doen?", TextEditor(placeholder="Een paar woorden")),
                Field("datum", "Datum", DateEditor(today=partial(context.store.read, vandaag)), width=144),
                Field("uur", "Uur", _UurEditor(), optional=True, width=144),
                Field("deelnemer_id", "Deelnemer", self.deelnemer, optional=True),
            ],
            rows=[["omschrijving"], ["datum", "uur"], ["deelnemer_id"]],
        )
        self.deelnemer.changed.connect(self.show_deelnemer)

    def show_deelnemer(self) -> None:
        """Say under the name who it is."""
        found = self.deelnemer.found()
        parts = filter(None, (found.statuut.capitalize(), found.plaats)) if found else ()
        self.show_note("deelnemer_id", " · ".join(parts), "user")


class _Content(QWidget):
    """The form, and below it the tick and the way to remove, for a taak that was kept."""

    def __init__(self, context: Context, form: TaakForm) -> None:
        super().__init__()
        self._form = form
        redenen = context.store.read(keuzes, Lijst.REDEN_VERWIJDERING)
        self.done = Button("Vink af als gedaan", icon="check", shortcut="Ctrl+D")
        self.removal = RemovalReason("deze taak", [(reden.code, reden.label) for reden in redenen])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.FIELD_TO_FIELD)
        column.addWidget(form)
        row = QHBoxLayout()
        row.addWidget(self.done)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.removal)

    def focus_first(self) -> None:
        """Start at what must be done."""
        self._form.focus_first()


class NewTaak(FormOverlay):
    """The target "nieuwe_taak" (`id`: a deelnemer or None) makes a taak, "taak" opens one that was kept."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self.form: TaakForm | None = None
        self.content: _Content | None = None
        self._id: int | None = None

    def open(self, target: Target) -> None:
        """Show the form. Raises Problem when the taak is gone."""
        self.form, self.content = TaakForm(self.context), None
        if target.place == "taak" and target.id is not None:
            self._id = target.id
            self.form.show_value(self.context.store.read(taak_invoer, target.id))
            self.content = _Content(self.context, self.form)
            self.content.done.clicked.connect(self._tick)
            self.content.removal.confirmed.connect(self._remove)
            self.content.removal.asked.connect(self._show_removal)
            self.context.guard(self.content.done, self.content.removal.start)
        else:
            today = self.context.store.read(vandaag)
            self.form.show_value(TaakInvoer(datum=today, deelnemer_id=target.id))
        title = "Nieuwe taak" if self._id is None else "Taak"
        overlay = self.show_form(title, self.form, place_of(target), content=self.content)
        self.form.show_deelnemer()
        overlay.open()

    def write(self, value: TaakInvoer) -> str:
        if self._id is None:
            self.context.store.write(nieuwe_taak, value)
            return f"Taak bewaard. {UNDO}"
        self.context.store.write(wijzig_taak, self._id, value)
        return f"Taak gewijzigd. {UNDO}"

    def _tick(self) -> None:
        if self.form is None or self._id is None or (self.form.is_dirty() and not self.keep()):
            return
        try:
            self.context.store.write(vink_taak, self._id, True)
        except Problem as problem:
            self.form.show_problem(problem)
            return
        self.finish(f"Taak afgevinkt. {UNDO}")
        self.close()

    def _show_removal(self) -> None:
        if self.overlay is not None and self.content is not None:
            self.overlay.sheet.show_part(self.content.removal)

    def _remove(self, reden: str) -> None:
        if self._id is None or self.content is None:
            return
        try:
            self.context.store.write(verwijder_taak, self._id, reden)
        except Problem as problem:
            self.content.removal.show_problem(problem)
            return
        self.finish(f"Taak verwijderd. {UNDO}")
        self.close()
