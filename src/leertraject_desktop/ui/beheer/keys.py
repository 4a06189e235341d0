"""The keys of all data: a new recovery sheet, printed and tried, and a new key when somebody left."""

import secrets
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.gebruikers.toegang import (
    Herstelblad,
    heeft_herstelblad,
    maak_herstelblad,
    vernieuw_sleutel,
)
from leertraject_desktop.features.papier.herstelblad import herstelblad_pdf
from leertraject_desktop.features.reservekopie.reservekopie import maak, noteer_gemaakt
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.storage.instance import Instance
from leertraject_desktop.storage.rekey import Progress
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.beheer.admin_overlay import AdminOverlay, Stack
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.form import Field, FieldBox
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.print_preview import PrintPreview
from leertraject_desktop.ui.kit.screen import Away
from leertraject_desktop.ui.kit.store_job import store_job
from leertraject_desktop.ui.kit.text_editors import TextEditor

GROUPS = 8


class NewSheet(AdminOverlay):
    """Make a recovery sheet, print it, and type one group over, so that it is there and legible."""

    def show(self) -> None:
        """Say what a sheet is for, and what happens to an earlier one."""
        self.blad: Herstelblad | None = None
        self.group = secrets.randbelow(GROUPS) + 1
        old = heeft_herstelblad(self.context.store.path)
        self.notice = Notice(
            "Met dit blad kan iemand alle dossiers openen.",
            "Het blad dat er al is, werkt niet meer zodra je een nieuw maakt. Vernietig het dan."
            if old
            else "Bewaar het in een gesloten omslag in de kluis, niet bij de computer.",
            "amber",
            dismissable=False,
        )
        lead = Label(
            "Is iedereen zijn wachtzin kwijt? Of is de computer stuk? Dan open je met het herstelblad de "
            "gegevens of een reservekopie.",
            wrap=True,
        )
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
        self.again = Button("Toon het blad opnieuw", kind="link", icon="printer")
        self.again.clicked.connect(self._show_sheet)
        for widget in (self.box, self.again):
            widget.hide()
        self.show_content(
            "Nieuw herstelblad", Stack(None, lead, self.notice, self.box, self.again), "Maak blad"
        )

    def confirm(self) -> None:
        if self.blad is None:
            self.run(store_job(self.context.store, maak_herstelblad), "De herstelsleutel wordt gemaakt…")
            return
        if not self.editor.value():
            raise Problem(
                "Het blad is nog niet nagekeken.", f"Druk het af en typ groep {self.group}.", veld="deel"
            )
        self.blad.controleer_deel(self.group, self.editor.value())
        self.blad = None
        self.kept.emit("Het nieuwe herstelblad is nagekeken")
        self.close()

    def finished(self, result: object) -> None:
        if not isinstance(result, Herstelblad) or self.overlay is None:
            return
        self.blad = result
        self.box.show()
        self.again.show()
        self.overlay.sheet.confirm_button.show_text("Kijk na", hint="Ctrl+Enter")
        self._show_sheet()

    def show_problem(self, problem: Problem) -> None:
        if problem.veld == "deel":
            self.box.show_problem(problem)
        else:
            super().show_problem(problem)

    def _show_sheet(self) -> None:
        if self.blad is None:
            return
        pdf = herstelblad_pdf(
            self.blad.groepen,
            self.blad.qr,
            gevangenis=self.blad.gevangenis,
            datum=self.context.store.read(vandaag),
        )
        self._preview = PrintPreview(self._window)
        self._preview.closed.connect(self._to_group)
        self._preview.show_pdf(pdf, f"Herstelblad {self.blad.gevangenis}", secret=True)

    def _to_group(self) -> None:
        if self.overlay is not None:
            self.editor.setFocus()


class RenewKey(AdminOverlay):
    """Offer to encrypt everything under a new key; `away(Away)` asks the window to do it alone."""

    away = Signal(Away)

    def show(self) -> None:
        """Say why, what happens and how long it takes."""
        parts: list[QWidget] = [
            Label(
                "Wie toegang had, kan nog een oude kopie van de sleutel en van de gegevens hebben. Met een "
                "nieuwe sleutel opent die kopie niets van wat je vanaf nu noteert.",
                wrap=True,
            ),
            Label(
                "Alles wordt opnieuw versleuteld. Dat duurt meestal minder dan een minuut. Valt de stroom "
                "uit, dan werkt de oude of de nieuwe sleutel: er gaat niets verloren.",
                wrap=True,
            ),
            Notice(
                "Je meldt je daarna opnieuw aan.",
                "Wachtzinnen en herstelblad blijven dezelfde. Reservekopieën van vroeger blijven open voor "
                "wie toen toegang had.",
                "info",
                dismissable=False,
            ),
        ]
        overlay = self.show_content("Sleutel vernieuwen", Stack(None, *parts), "Vernieuw de sleutel")
        overlay.sheet.cancel_button.setFocus()  # Enter twice on a row must change nothing

    def confirm(self) -> None:
        asked = Away(
            "De sleutel wordt vernieuwd…",
            "Laat de computer aanstaan. Dit duurt meestal minder dan een minuut.",
            renew_and_backup,
            ("De sleutel is vernieuwd.", "Meld je opnieuw aan."),
            tells_progress=True,
        )
        self.close()
        self.away.emit(asked)


def renew_and_backup(store: Store, instance: Instance | None, *, progress: Progress | None = None) -> Path:
    """Renew the key, and make a backup that opens with it; returns that."""
    path, wie = store.path, store.wie
    with Store(path, vernieuw_sleutel(store, progress=progress), wie) as fresh:
        made = maak(fresh, "na een nieuwe sleutel")
        noteer_gemaakt(fresh, made)
    return made.path
