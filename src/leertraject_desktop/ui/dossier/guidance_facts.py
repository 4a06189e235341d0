"""What stands below the plan of a begeleiding: its reviews with their windows, and the barriers it meets."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.opvolging import Opvolgstand
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.begeleidingen.drempels import (
    DrempelInvoer,
    DrempelRij,
    drempel_invoer,
    drempels,
    los_drempel_op,
    nieuwe_drempel,
    verwijder_drempel,
    wijzig_drempel,
)
from leertraject_desktop.features.begeleidingen.opvolging import OpvolgmomentRij, opvolgmomenten
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.dossier.places import draft_place
from leertraject_desktop.ui.dossier.sections import FactLine, Section, link
from leertraject_desktop.ui.dossier.side_form import AnyForm, SideForm, reasons
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.date_editors import DateEditor
from leertraject_desktop.ui.kit.form import Field, Form
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.screen import Context
from leertraject_desktop.ui.kit.tokens import Tone

DATE_WIDTH = 132
DONE = 2
"""How many reviews that took place are shown; all of them stand in the timeline."""

_REVIEW: dict[Opvolgstand, tuple[str, Tone]] = {
    Opvolgstand.TE_DOEN: ("clock", "accent_text"),
    Opvolgstand.TE_LAAT: ("clock-alert", "red"),
    Opvolgstand.OPGESCHORT: ("circle-pause", "text3"),
    Opvolgstand.GEDAAN: ("circle-check", "accent_text"),
}


class GuidanceFacts(QWidget):
    """`form_asked(form)` hands a form for the side, `talk_asked` asks for the talk of a review."""

    form_asked = Signal(object)
    talk_asked = Signal()
    told = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._deelnemer_id = self._begeleiding_id = 0
        self.notice = Notice()
        self.add = Button("Nieuwe drempel", icon="plus", small=True)
        self.add.clicked.connect(self._ask_new)
        context.guard(self.add)
        self.reviews = Section("Opvolging", "Nog geen opvolggesprek gepland.")
        self.barriers = Section("Drempels", "Geen drempels genoteerd.", [self.add])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(20)
        for part in (self.notice, self.reviews, self.barriers):
            column.addWidget(part)

    def show_begeleiding(self, deelnemer_id: int, begeleiding_id: int, *, fixed: bool) -> None:
        """Read what belongs to a begeleiding; `fixed` when it has ended."""
        if begeleiding_id != self._begeleiding_id:
            self.notice.clear()
        self._deelnemer_id, self._begeleiding_id = deelnemer_id, begeleiding_id
        read = self._context.store.read
        self.add.setVisible(not fixed)
        rows = read(opvolgmomenten, begeleiding_id)
        done = [rij for rij in rows if rij.gedaan_op is not None]
        shown = [rij for rij in rows if rij.gedaan_op is None] + done[:DONE]
        # One conversation can be more than one review: the one after a transfer and the next of the row.
        talks = len({rij.gedaan_op for rij in done})
        self.reviews.title.setText(f"Opvolging, {talks} keer gesproken" if talks else "Opvolging")
        self.reviews.show_lines([self._review(rij) for rij in shown])
        self.barriers.show_lines([self._barrier(rij) for rij in read(drempels, begeleiding_id)])

    def _review(self, rij: OpvolgmomentRij) -> QWidget:
        icon, tone = _REVIEW[rij.stand]
        buttons = []
        if rij.stand in (Opvolgstand.TE_DOEN, Opvolgstand.TE_LAAT):
            talk = link("Noteer gesprek", rij.soort, f"opvolging_{rij.id}")
            talk.clicked.connect(self.talk_asked)
            buttons = [talk]
            self._context.guard(talk)
        title = f"{rij.soort.capitalize()}: {rij.stand.label}"
        return FactLine(icon, title, _review_words(rij), buttons, tone=tone)

    def _barrier(self, rij: DrempelRij) -> QWidget:
        change = link("Wijzig", f"drempel {rij.drempel}", f"wijzig_drempel_{rij.id}")
        change.clicked.connect(self._asker(lambda: edit_barrier(self._context, self._deelnemer_id, rij.id)))
        buttons = [change]
        words = f"sinds {toon_datum(rij.vastgesteld_op)}"
        if rij.opgelost_op is not None:
            words = f"{toon_datum(rij.vastgesteld_op)} tot {toon_datum(rij.opgelost_op)}, opgelost"
        else:
            solved = link("Opgelost", f"drempel {rij.drempel}", f"opgelost_{rij.id}")
            solved.clicked.connect(lambda: self._solve(rij.id))
            buttons.insert(0, solved)
        self._context.guard(*buttons)
        icon = "circle-check" if rij.opgelost_op else "triangle-alert"
        tone: Tone = "accent_text" if rij.opgelost_op else "text3"
        return FactLine(icon, rij.drempel.capitalize(), words, buttons, tone=tone)

    def _solve(self, drempel_id: int) -> None:
        self.notice.clear()
        try:
            self._context.store.write(los_drempel_op, drempel_id)
        except Problem as problem:
            self.notice.show_problem(problem)
            return
        self.told.emit("Drempel opgelost. Ongedaan maken: Ctrl+Z")

    def _ask_new(self) -> None:
        self.form_asked.emit(new_barrier(self._context, self._deelnemer_id, self._begeleiding_id))

    def _asker(self, make: Callable[[], AnyForm]) -> Callable[[], None]:
        def ask() -> None:
            self.notice.clear()
            try:
                form = make()
            except Problem as problem:
                self.notice.show_problem(problem)
                return
            self.form_asked.emit(form)

        return ask


def new_barrier(context: Context, deelnemer_id: int, begeleiding_id: int) -> SideForm[DrempelInvoer]:
    """A barrier that a begeleiding meets."""

    def keep(invoer: DrempelInvoer, reden: str) -> str:
        context.store.write(nieuwe_drempel, begeleiding_id, invoer)
        return "Drempel bewaard"

    form = _form(context)
    form.show_value(DrempelInvoer(vastgesteld_op=context.store.read(vandaag)))
    place = draft_place("drempel_bij", deelnemer_id, begeleiding_id)
    return SideForm(context, "Nieuwe drempel", form, keep, draft=place)


def edit_barrier(context: Context, deelnemer_id: int, drempel_id: int) -> SideForm[DrempelInvoer]:
    """A barrier that was kept: put right with a reason, or removed."""

    def keep(invoer: DrempelInvoer, reden: str) -> str:
        context.store.write(wijzig_drempel, drempel_id, invoer, reden)
        return "Drempel gewijzigd"

    def remove(reden: str) -> str:
        context.store.write(verwijder_drempel, drempel_id, reden)
        return "Drempel verwijderd"

    form = _form(context)
    form.show_value(context.store.read(drempel_invoer, drempel_id))
    return SideForm(
        context,
        "Drempel",
        form,
        keep,
        correction=True,
        remove=remove,
        noun="deze drempel",
        draft=draft_place("drempel", deelnemer_id, drempel_id),
    )


def _form(context: Context) -> Form[DrempelInvoer]:
    today = partial(context.store.read, vandaag)
    choices = ChoiceEditor(reasons(context, Lijst.DREMPEL), placeholder="Kies een drempel")
    return Form(
        DrempelInvoer,
        [
            Field("drempel", "Drempel", choices),
            Field("vastgesteld_op", "Sinds", DateEditor(today=today), width=DATE_WIDTH),
            Field("opgelost_op", "Opgelost op", DateEditor(today=today), optional=True, width=DATE_WIDTH),
        ],
    )


def _review_words(rij: OpvolgmomentRij) -> str:
    if rij.gedaan_op is not None:
        return f"gesproken op {toon_datum(rij.gedaan_op)}"
    window = f"tussen {toon_datum(rij.venster_van)} en {toon_datum(rij.venster_tot)}"
    if rij.dagen_te_laat:
        days = "1 dag" if rij.dagen_te_laat == 1 else f"{rij.dagen_te_laat} dagen"
        return f"moest {window}, {days} te laat"
    return window
