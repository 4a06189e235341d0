"""The step of the first start in which the recovery sheet is printed, and tried with one group of its key."""

import secrets

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.gebruikers.toegang import Herstelblad, nieuw_herstelblad
from leertraject_desktop.features.papier.herstelblad import herstelblad_pdf
from leertraject_desktop.storage.clock import Clock
from leertraject_desktop.ui.eerste_start.steps import Step
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.form import Field, FieldBox
from leertraject_desktop.ui.kit.mark_editors import CheckEditor
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.print_preview import PrintPreview
from leertraject_desktop.ui.kit.text_editors import TextEditor

GROUPS = 8


class RecoveryStep(Step):
    """The key of the sheet lives in memory until the data is made, and nowhere after that."""

    name = "Herstelblad"
    title = "Druk je herstelblad af"
    lead = (
        "Vergeet je je wachtzin? Dan open je met dit blad de gegevens opnieuw. "
        "Bewaar het in een gesloten kast."
    )

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._preview: PrintPreview | None = None
        self._blad: Herstelblad | None = None
        self.group = secrets.randbelow(GROUPS) + 1
        self.gevangenis = ""
        self.print_button = Button("Bekijk en druk af", icon="printer")
        self.print_button.clicked.connect(self.show_sheet)
        self.editor = TextEditor(max_length=12)
        self.box = FieldBox(
            Field(
                "deel",
                f"Typ groep {self.group} van het blad",
                self.editor,
                "Vijf tekens. Zo weet je zeker dat het blad er is en te lezen valt.",
                width=144,
            )
        )
        self.later = CheckEditor("Ik druk het blad later af")
        self.warning = Notice(
            "Zonder wachtzin en zonder herstelblad is alles voorgoed weg.",
            "Wacht er niet te lang mee. Een beheerder maakt het blad bij de gebruikers.",
            "amber",
            dismissable=False,
        )
        self.warning.hide()
        row = QHBoxLayout()
        row.addWidget(self.print_button)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.box)
        self.column.addWidget(self.later)
        self.column.addWidget(self.warning)
        self.later.changed.connect(self._toggle)
        self.editor.changed.connect(self._compare)

    def enter(self) -> None:
        """Another prison asks for another sheet."""
        if self._blad is None or self._blad.gevangenis != self.gevangenis:
            self._blad = nieuw_herstelblad(self.gevangenis)
            self.editor.show_value("")
            self._compare()

    def focus_first(self) -> None:
        first = self.later if self.later.value() else self.print_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def blad(self) -> Herstelblad | None:
        """The sheet whose key goes with the data; None when it is printed later."""
        return None if self.later.value() else self._blad

    def show_sheet(self) -> None:
        """Preview the sheet, to print it."""
        if self._blad is None:
            return
        pdf = herstelblad_pdf(
            self._blad.groepen, self._blad.qr, gevangenis=self.gevangenis, datum=self._clock().date()
        )
        self._preview = PrintPreview(self)
        self._preview.closed.connect(self._printed)
        self._preview.show_pdf(pdf, f"Herstelblad {self.gevangenis}", secret=True)

    def check(self) -> bool:
        self.box.clear_problem()
        if self.later.value() or self._blad is None:
            return True
        if not self.editor.value():
            self.box.show_problem(
                Problem(
                    "Het blad is nog niet nagekeken.",
                    f"Druk het af en typ groep {self.group}, of kies ‘Ik druk het blad later af’.",
                )
            )
            return False
        try:
            self._blad.controleer_deel(self.group, self.editor.value())
        except Problem as problem:
            self.box.show_problem(problem)
            return False
        return True

    def told(self) -> str:
        return "later" if self.later.value() else "nagekeken"

    def _printed(self) -> None:
        if self.isVisible():
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle(self) -> None:
        later = self.later.value()
        self.warning.setVisible(later)
        self.box.clear_problem()
        self.box.setEnabled(not later)
        self.print_button.setEnabled(not later)

    def _compare(self) -> None:
        good = False
        if self._blad is not None and len(self.editor.value()) >= 5:
            try:
                self._blad.controleer_deel(self.group, self.editor.value())
                good = True
            except Problem:
                good = False
        self.box.note.show_note("Dat klopt." if good else "", "check")
