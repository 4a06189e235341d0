"""A question that was kept: answer it, put it right, make a begeleiding of it, or remove it."""

from dataclasses import replace
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.datums import toon_datum, toon_tijd
from leertraject_desktop.domain.doorverwijzing import Verwijsstand, volgende_standen
from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.informatievragen.commands import (
    beantwoord_vraag,
    verwijder_vraag,
    verwijs_vraag_door,
    wijzig_vraag,
    word_begeleiding,
)
from leertraject_desktop.features.informatievragen.doorverwijzing import VraagVerwijzing, verwijzing_van
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.features.informatievragen.lijst import Invoermoment, invoermoment, vraag_rijen
from leertraject_desktop.features.keuzes.lijsten import keuzes
from leertraject_desktop.ui.informatievragen.vraag_form import WIDTH, VraagForm
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.answers import answers_pdf, note_answers
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.compact import is_narrow
from leertraject_desktop.ui.kit.drafts import local_time, place_of
from leertraject_desktop.ui.kit.form_overlay import FormOverlay
from leertraject_desktop.ui.kit.labels import Icon, Label
from leertraject_desktop.ui.kit.print_preview import preview_pdf
from leertraject_desktop.ui.kit.reason import CorrectionReason, RemovalReason
from leertraject_desktop.ui.kit.screen import Context, Target
from leertraject_desktop.ui.kit.shortcuts import install_shortcut

UNDO = "Ongedaan maken: Ctrl+Z"


class _Content(QWidget):
    """The form, and below it what else can be done with a question that was kept."""

    def __init__(
        self,
        context: Context,
        form: VraagForm,
        moment: Invoermoment,
        referral: VraagVerwijzing | None,
        *,
        became: bool,
    ) -> None:
        super().__init__()
        self.form, self.referral = form, referral
        self.answer = Button("Noteer antwoord van partner", icon="handshake", small=True)
        self.reason = CorrectionReason(_options(context, Lijst.REDEN_CORRECTIE))
        self.become = Button("Maak er een begeleiding van", icon="route", shortcut="Ctrl+B")
        self.removal = RemovalReason("deze vraag", _options(context, Lijst.REDEN_VERWIJDERING))
        self.paper = Button("Druk antwoord af", icon="printer", hint="Ctrl+P")
        install_shortcut(self, "Ctrl+P", self.paper.click)
        self.dossier = Button("Open dossier", kind="text", icon="folder-open")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.FIELD_TO_FIELD)
        column.addWidget(form)
        column.addWidget(self.reason)
        if referral is not None:
            column.addLayout(self._referred(referral))
        more = QHBoxLayout()
        more.setSpacing(tokens.GRID)
        if became:
            more.addWidget(Icon("route", "accent_text"))
            more.addWidget(Label("Uit deze vraag kwam een begeleiding"))
        more.addWidget(self.become)
        more.addWidget(self.paper)
        more.addWidget(self.dossier)
        more.addStretch(1)
        column.addLayout(more)
        column.addWidget(self.removal)
        column.addWidget(Label(_history(moment), "text3", size=tokens.SMALL, wrap=True))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button in (self.become, self.paper):
            button.set_short(is_narrow(self))

    def _referred(self, referral: VraagVerwijzing) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(tokens.GRID)
        late = referral.dagen_te_laat > 0
        line.addWidget(Icon("clock-alert" if late else "handshake", "red" if late else "accent_text"))
        line.addWidget(Label(_referral_words(referral), wrap=True), 1)
        if volgende_standen(referral.stand):
            line.addWidget(self.answer)
        return line

    def focus_first(self) -> None:
        """Start at the answer."""
        self.form.focus_first()


class EditVraag(FormOverlay):
    """The form of a question that was kept. Answering asks no reason; putting right and removing do."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._id = 0
        self._became = False
        self._kept = VraagInvoer()
        self.form: VraagForm | None = None
        self.content: _Content | None = None

    def open(self, target: Target) -> None:
        """Show the question `target.id`. Raises Problem when it is gone."""
        self._id = target.id or 0
        form = VraagForm(self.context)
        self._kept = form.show_existing(self._id)
        [row] = self.context.store.read(vraag_rijen, [self._id])
        moment = self.context.store.read(invoermoment, self._id)
        self._became = row.begeleiding_id is not None
        referral = self.context.store.read(verwijzing_van, self._id)
        self.form = form
        self.content = _Content(self.context, form, moment, referral, became=self._became)
        title = f"Vraag van {row.naam}" if row.naam else "Anonieme vraag"
        overlay = self.show_form(title, form, place_of(target), content=self.content, width=WIDTH)
        self.context.guard(self.content.become, self.content.answer, self.content.removal.start)
        self.content.paper.setVisible(bool(row.antwoord))
        self.content.paper.clicked.connect(self._print)
        self.content.dossier.setVisible(row.deelnemer_id is not None)
        self.content.become.clicked.connect(self._become)
        self.content.dossier.clicked.connect(self._to_dossier)
        self.content.removal.asked.connect(self._show_removal)
        self.content.removal.confirmed.connect(self._remove)
        self.content.answer.clicked.connect(self._note_answer)
        form.changed.connect(self._ask_reason)
        form.changed.connect(self._show_become)
        self._show_become()
        self._ask_reason()
        overlay.open()

    def follow(self) -> None:
        if self.form is not None:
            self.form.follow()

    def show_problem(self, problem: Problem) -> None:
        if self.content is None or not self.content.reason.show_problem(problem):
            super().show_problem(problem)

    def write(self, value: VraagInvoer) -> str:
        if value == self._kept:
            return "Er was niets veranderd."
        if value.zonder_verwijzing() == self._kept:
            self.context.store.write(verwijs_vraag_door, self._id, value)
            return f"Doorverwijzing bewaard. {UNDO}"
        if self._only_answers(value):
            extra = value.minuten - self._kept.minuten
            self.context.store.write(
                beantwoord_vraag, self._id, value.antwoord, value.beantwoord_op, extra, value
            )
            return f"Antwoord bewaard. {UNDO}"
        reason = self.content.reason.value() if self.content is not None else ""
        self.context.store.write(wijzig_vraag, self._id, value, reason)
        return f"Vraag gewijzigd. {UNDO}"

    def _only_answers(self, value: VraagInvoer) -> bool:
        """Whether an open question gets its answer and nothing that was kept becomes something else."""
        before = self._kept
        same = replace(value.zonder_verwijzing(), antwoord="", beantwoord_op=None, minuten=before.minuten)
        return (
            before.beantwoord_op is None
            and bool(value.antwoord)
            and value.minuten >= before.minuten
            and same == replace(before, antwoord="")
        )

    def _ask_reason(self) -> None:
        if self.form is None or self.content is None:
            return
        try:
            value = self.form.value()
        except Problem:
            return
        changed = value.zonder_verwijzing() != self._kept
        self.content.reason.ask(changed and not self._only_answers(value))

    def _show_become(self) -> None:
        """Nobody can be guided without a dossier."""
        if self.form is not None and self.content is not None:
            self.content.become.setVisible(not self._became and not self.form.deelnemer.is_anonymous())

    def _note_answer(self) -> None:
        if self.content is not None and (referral := self.content.referral) is not None:
            self.close()
            self.go.emit(Target(f"doorverwijzing_antwoord-{referral.id}", referral.deelnemer_id))

    def _become(self) -> None:
        if self.form is None or (self.form.is_dirty() and not self.keep()):
            return
        try:
            self.context.store.write(word_begeleiding, self._id)
        except Problem as problem:
            self.form.show_problem(problem)
            return
        self.finish(f"Begeleiding gestart. {UNDO}")
        self.close()

    def _show_removal(self) -> None:
        if self.overlay is not None and self.content is not None:
            self.overlay.sheet.show_part(self.content.removal)

    def _remove(self, reden: str) -> None:
        try:
            self.context.store.write(verwijder_vraag, self._id, reden)
        except Problem as problem:
            if self.content is not None:
                self.content.removal.show_problem(problem)
            return
        self.finish(f"Vraag verwijderd. {UNDO}")
        self.close()

    def _print(self) -> None:
        """What stands in the form is kept first: paper says what the dossier says."""
        if self.form is None or self.overlay is None:
            return
        if self.form.is_dirty() and not self.keep():
            return
        [row] = self.context.store.read(vraag_rijen, [self._id])
        if not row.antwoord:
            return
        try:
            pdf = answers_pdf(self.context.store, [row])
        except Problem as problem:
            self.form.show_problem(problem)
            return
        self.close()
        note = partial(note_answers, self.context.store, [row])
        preview_pdf(self._window, pdf, "Antwoord op een vraag", self.kept, note=note)

    def _to_dossier(self) -> None:
        target = Target("dossier", self._kept.deelnemer_id, "vragen")
        self.close()
        self.go.emit(target)


def _options(context: Context, lijst: Lijst) -> list[tuple[str, str]]:
    return [(keuze.code, keuze.label) for keuze in context.store.read(keuzes, lijst)]


def _referral_words(referral: VraagVerwijzing) -> str:
    words = f"Doorverwezen naar {referral.partner} op {toon_datum(referral.datum)}: {referral.stand.label}"
    if referral.stand is Verwijsstand.IN_BEHANDELING:
        late = f", {_days(referral.dagen_te_laat)} te laat" if referral.dagen_te_laat else ""
        return f"{words}, antwoord tegen {toon_datum(referral.antwoord_tegen)}{late}"
    if referral.antwoord_op is not None:
        return f"{words}, antwoord op {toon_datum(referral.antwoord_op)}"
    return words


def _days(count: int) -> str:
    return "1 dag" if count == 1 else f"{count} dagen"


def _history(moment: Invoermoment) -> str:
    typed = local_time(moment.ingevoerd_op)
    words = (
        f"Ingevoerd op {toon_datum(typed.date())} om {toon_tijd(typed.time())} door {moment.ingevoerd_door}."
    )
    if moment.gewijzigd_op == moment.ingevoerd_op:
        return words
    changed = local_time(moment.gewijzigd_op)
    when = f"{toon_datum(changed.date())} om {toon_tijd(changed.time())}"
    return f"{words} Laatst gewijzigd op {when} door {moment.gewijzigd_door}."
