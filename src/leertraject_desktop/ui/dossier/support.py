"""What helps somebody to learn, as the dossier shows it: needs and adjustments, never a diagnosis."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.ondersteuning import Bron, Ondersteuningssoort
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.ondersteuning.ondersteuning import (
    OndersteuningInvoer,
    OndersteuningRij,
    beeindig_ondersteuning,
    nieuwe_ondersteuning,
    ondersteuning,
    ondersteuning_invoer,
    verwijder_ondersteuning,
    wijzig_ondersteuning,
)
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.dossier.places import draft_place
from leertraject_desktop.ui.dossier.sections import FactLine, Section, link
from leertraject_desktop.ui.dossier.side_form import SideForm, reasons
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.date_editors import DateEditor
from leertraject_desktop.ui.kit.form import Field, Form
from leertraject_desktop.ui.kit.mark_editors import RadioEditor
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.screen import Context
from leertraject_desktop.ui.kit.text_editors import NoteEditor

DATE_WIDTH = 132
NO_DIAGNOSIS = "Wat helpt bij het leren? Geen diagnose, geen medische gegevens."
NEED, ADJUSTMENT = Ondersteuningssoort.ONDERSTEUNINGSNOOD, Ondersteuningssoort.REDELIJKE_AANPASSING
_LISTS = {NEED: Lijst.ONDERSTEUNINGSNOOD, ADJUSTMENT: Lijst.REDELIJKE_AANPASSING}
_TITLES = {NEED: "Nieuwe ondersteuningsnood", ADJUSTMENT: "Nieuwe redelijke aanpassing"}


class Support(QWidget):
    """`form_asked(form)` hands a form for the side to the page, `told(sentence)` is for the status bar."""

    form_asked = Signal(object)
    told = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._deelnemer_id = 0
        self.setMaximumWidth(tokens.DIALOG_WIDTH)
        self.notice = Notice()
        self.add_need = Button("Ondersteuningsnood", icon="plus", small=True)
        self.add_adjustment = Button("Redelijke aanpassing", icon="plus", small=True)
        self.add_need.clicked.connect(self._ask_need)
        self.add_adjustment.clicked.connect(self._ask_adjustment)
        context.guard(self.add_need, self.add_adjustment)
        self.section = Section("Ondersteuning", "Nog niets genoteerd.", [self.add_need, self.add_adjustment])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GRID)
        column.addWidget(self.notice)
        column.addWidget(self.section)

    def show_dossier(self, deelnemer_id: int) -> None:
        """Read what helps somebody."""
        if deelnemer_id != self._deelnemer_id:
            self.notice.clear()
        self._deelnemer_id = deelnemer_id
        rows = self._context.store.read(ondersteuning, deelnemer_id)
        self.section.show_lines([self._line(rij) for rij in rows])

    def _line(self, rij: OndersteuningRij) -> QWidget:
        change = link("Wijzig", rij.omschrijving, f"wijzig_ondersteuning_{rij.id}")
        change.clicked.connect(lambda: self._ask_edit(rij))
        buttons = [change]
        if rij.tot is None:
            end = link("Beëindig", rij.omschrijving, f"einde_ondersteuning_{rij.id}")
            end.clicked.connect(lambda: self._end(rij.id))
            buttons.insert(0, end)
        self._context.guard(*buttons)
        until = f"tot {toon_datum(rij.tot)}" if rij.tot else ""
        words = [rij.soort.label, rij.bron.label, f"sinds {toon_datum(rij.van)} {until}".strip()]
        text = " ".join(rij.toelichting.split())[:300]
        second = "  ·  ".join(words) + (f"\n{text}" if text else "")
        icon = "life-buoy" if rij.soort is NEED else "sliders-horizontal"
        tone: tokens.Tone = "accent_text" if rij.loopt else "text3"
        return FactLine(icon, rij.omschrijving.capitalize(), second, buttons, tone=tone)

    def _end(self, ondersteuning_id: int) -> None:
        self.notice.clear()
        try:
            self._context.store.write(beeindig_ondersteuning, ondersteuning_id)
        except Problem as problem:
            self.notice.show_problem(problem)
            return
        self.told.emit("Ondersteuning beëindigd. Ongedaan maken: Ctrl+Z")

    def _ask_need(self) -> None:
        self.form_asked.emit(new_support(self._context, self._deelnemer_id, NEED))

    def _ask_adjustment(self) -> None:
        self.form_asked.emit(new_support(self._context, self._deelnemer_id, ADJUSTMENT))

    def _ask_edit(self, rij: OndersteuningRij) -> None:
        self.notice.clear()
        try:
            form = edit_support(self._context, self._deelnemer_id, rij)
        except Problem as problem:
            self.notice.show_problem(problem)
            return
        self.form_asked.emit(form)


def new_support(
    context: Context, deelnemer_id: int, soort: Ondersteuningssoort
) -> SideForm[OndersteuningInvoer]:
    """A need or an adjustment of today."""

    def keep(invoer: OndersteuningInvoer, reden: str) -> str:
        context.store.write(nieuwe_ondersteuning, deelnemer_id, invoer)
        return f"{soort.label.capitalize()} bewaard"

    form = _form(context, soort)
    form.show_value(OndersteuningInvoer(soort.value, van=context.store.read(vandaag)))
    return SideForm(context, _TITLES[soort], form, keep, draft=draft_place(soort.value, deelnemer_id))


def edit_support(context: Context, deelnemer_id: int, rij: OndersteuningRij) -> SideForm[OndersteuningInvoer]:
    """A need or an adjustment that was kept: put right with a reason, or removed."""

    def keep(invoer: OndersteuningInvoer, reden: str) -> str:
        context.store.write(wijzig_ondersteuning, rij.id, invoer, reden)
        return "Ondersteuning gewijzigd"

    def remove(reden: str) -> str:
        context.store.write(verwijder_ondersteuning, rij.id, reden)
        return "Ondersteuning verwijderd"

    form = _form(context, rij.soort)
    form.show_value(context.store.read(ondersteuning_invoer, rij.id))
    title = rij.soort.label.capitalize()
    return SideForm(
        context,
        title,
        form,
        keep,
        correction=True,
        remove=remove,
        noun="deze ondersteuning",
        draft=draft_place("ondersteuning", deelnemer_id, rij.id),
    )


def _form(context: Context, soort: Ondersteuningssoort) -> Form[OndersteuningInvoer]:
    today = partial(context.store.read, vandaag)
    codes = ChoiceEditor(reasons(context, _LISTS[soort]), placeholder="Kies wat helpt")
    form = Form(
        OndersteuningInvoer,
        [
            Field("soort", "Soort", ChoiceEditor(Ondersteuningssoort)),
            Field("code", "Wat helpt?", codes),
            Field("bron", "Hoe weet je dit?", RadioEditor(Bron)),
            Field("van", "Sinds", DateEditor(today=today), width=DATE_WIDTH),
            Field("tot", "Tot", DateEditor(today=today), optional=True, width=DATE_WIDTH),
            Field("toelichting", "Toelichting", NoteEditor(placeholder=NO_DIAGNOSIS), optional=True),
        ],
        rows=[["soort"], ["code"], ["bron"], ["van", "tot"], ["toelichting"]],
    )
    form.set_field_visible("soort", False)
    return form
