"""The tab with what can be on paper: the intake form, the learning plan and answers, in four languages."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.label import Lijst, Logsoort
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.begeleidingen.lijst import begeleiding_detail
from leertraject_desktop.features.deelnemers.dossier import DossierKop, deelnemer_invoer, dossierkop
from leertraject_desktop.features.informatievragen.lijst import (
    VraagFilter,
    VraagRij,
    vraag_ids,
    vraag_rijen,
)
from leertraject_desktop.features.papier.antwoord import antwoorden_pdf
from leertraject_desktop.features.papier.codes import nieuw_formuliernummer
from leertraject_desktop.features.papier.intake import IntakeGegevens, intake_pdf
from leertraject_desktop.features.papier.leerplan import leerplan_dossier_pdf, leerplan_pdf
from leertraject_desktop.features.papier.teksten import taal_of_nederlands
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.dossier.paper_data import intake_data, plan_data
from leertraject_desktop.ui.dossier.side_form import reasons
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.answers import answer_data
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.compact import page_margin
from leertraject_desktop.ui.kit.form import Field, FieldBox
from leertraject_desktop.ui.kit.jobs import Job
from leertraject_desktop.ui.kit.labels import Icon, Label
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.print_preview import preview_pdf
from leertraject_desktop.ui.kit.screen import Context
from leertraject_desktop.ui.kit.surfaces import Hairline, ScrollPage, Surface

LANGUAGES = [("nl", "Nederlands"), ("fr", "Frans"), ("en", "Engels"), ("ar", "Arabisch")]
ANSWERS = 10
"""How many answers can be printed from here; older ones are printed from the question itself."""


class _Paper(QWidget):
    """One kind of paper: what it is, and a button for each way to print it."""

    def __init__(self, icon: str, title: str, words: str, buttons: list[Button]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 12)
        row.setSpacing(16)
        row.addWidget(Icon(icon, "accent_text", 20), 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(Label(title, weight=tokens.STRONG, elide=True))
        text.addWidget(Label(words, "text2", size=tokens.SMALL, wrap=True))
        row.addLayout(text, 1)
        for button in buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)


class Papers(Surface):
    """`told(sentence)` is for the status bar."""

    told = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._context = context
        self._deelnemer_id = 0
        self._kop: DossierKop | None = None
        self._title = ""
        self._job: Job | None = None
        self.language = ChoiceEditor(LANGUAGES)
        self.box = FieldBox(Field("papiertaal", "Taal van het papier", self.language, width=184))
        self.notice = Notice()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setSpacing(8)
        self._column.addWidget(self.box)
        self._column.addWidget(self.notice)
        self._column.addLayout(self._rows)
        self._column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ScrollPage(content))

    def show_dossier(self, deelnemer_id: int) -> None:
        """Offer the papers of somebody, in the language that he or she speaks."""
        margin = page_margin(self)
        self._column.setContentsMargins(margin, 16, margin, 24)
        self._kop = self._context.store.read(dossierkop, deelnemer_id)
        if deelnemer_id != self._deelnemer_id:
            self._deelnemer_id = deelnemer_id
            self.notice.clear()
            known = self._context.store.read(deelnemer_invoer, deelnemer_id).contacttaal
            self.language.show_value(taal_of_nederlands(known or "nl"))
        self._build(self._kop)

    def print_first(self, kop: DossierKop) -> None:
        """Print what the header proposes: the plan when there is one, else the intake form."""
        if kop.leerdoel:
            self.print_plan()
        else:
            self.print_known_intake()

    def focus_first(self) -> None:
        """Put the keyboard on the language."""
        self.language.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_blank_intake(self) -> None:
        """Show the intake form with nothing filled in."""
        self._print_intake("Intakeformulier", None)

    def print_known_intake(self) -> None:
        """Show the intake form with what is known already."""
        if self._kop is None:
            return
        invoer = self._context.store.read(deelnemer_invoer, self._deelnemer_id)
        languages = dict(reasons(self._context, Lijst.TAAL))
        self._print_intake(f"Intakeformulier {self._kop.nummer}", intake_data(self._kop, invoer, languages))

    def print_plan(self, *, for_file: bool = False) -> None:
        """Show the learning plan: for the person, or with names of staff for the file."""
        kop = self._kop
        shown = None if kop is None else kop.begeleiding_id or kop.vorige_begeleiding_id
        if kop is None or shown is None:
            return
        read = self._context.store.read
        data = plan_data(kop, read(begeleiding_detail, shown), read(vandaag))
        if for_file:
            self._print(f"Leerplan {kop.nummer} voor het dossier", leerplan_dossier_pdf, data)
        else:
            taal = self.language.value() or "nl"
            self._print(f"Mijn leerplan {kop.nummer}", leerplan_pdf, data, taal=taal)

    def _print_intake(self, title: str, known: IntakeGegevens | None) -> None:
        taal = self.language.value() or "nl"
        self._print(title, intake_pdf, known, taal=taal, formuliernummer=nieuw_formuliernummer())

    def _build(self, kop: DossierKop) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        blank = self._button("Blanco", self.print_blank_intake)
        known = self._button("Met wat al gekend is", self.print_known_intake)
        self._add(
            "file-text", "Intakeformulier", "Twee bladzijden om in de cel in te vullen.", [blank, known]
        )
        if kop.begeleiding_id or kop.vorige_begeleiding_id:
            person = self._button("Voor de deelnemer", self.print_plan)
            file = self._button("Voor het dossier", self._print_file_plan)
            words = "Doelen en stappen. Voor de deelnemer staan er geen namen van medewerkers op."
            self._add("target", "Mijn leerplan", words, [person, file])
        keuze = VraagFilter("", deelnemer_id=kop.id, aflopend=True)
        ids = self._context.store.read(vraag_ids, keuze)
        rows = [rij for rij in self._context.store.read(vraag_rijen, ids) if rij.beantwoord_op]
        for rij in rows[:ANSWERS]:
            button = self._button("Druk antwoord af", self._answer_printer(rij))
            asked = " ".join(rij.vraag.split()) or rij.onderwerp
            words = f"Antwoord van {toon_datum(rij.beantwoord_op or rij.datum)}"
            self._add("mail", asked, words, [button])

    def _add(self, icon: str, title: str, words: str, buttons: list[Button]) -> None:
        self._rows.addWidget(_Paper(icon, title, words, buttons))
        self._rows.addWidget(Hairline())

    def _button(self, words: str, start: Callable[[], None]) -> Button:
        button = Button(words, icon="printer", small=True)
        button.clicked.connect(lambda: start())
        return button

    def _print_file_plan(self) -> None:
        self.print_plan(for_file=True)

    def _answer_printer(self, rij: VraagRij) -> Callable[[], None]:
        def start() -> None:
            if self._kop is not None:
                data = answer_data(self._kop, rij, self.language.value() or "nl")
                self._print(f"Antwoord {self._kop.nummer}", antwoorden_pdf, [data])

        return start

    def _print(self, title: str, make: Callable[..., bytes], *args: Any, **kwargs: Any) -> None:
        if self._job is not None:
            return
        self.notice.clear()
        self._title = title
        job = Job(make, *args, **kwargs)
        job.done.connect(self._made)
        job.failed.connect(self._failed)
        self._job = job
        self._context.jobs.start(job)

    def _made(self, pdf: bytes) -> None:
        self._job = None
        preview_pdf(self, pdf, self._title, self.told, note=self._note)

    def _note(self, soort: Logsoort) -> None:
        if self._kop is not None:
            self._context.store.noteer(soort, "papier uit het dossier", f"deelnemer:{self._kop.uid}")

    def _failed(self, problem: Problem) -> None:
        self._job = None
        self.notice.show_problem(problem)
