"""What is kept on one person: to give it to him or her as a file, or to wipe it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.gegevens.bewaartermijnen import Bewaarcategorie, bewaartermijnen
from leertraject_desktop.features.gegevens.inzage import Inzage, maak_inzage
from leertraject_desktop.features.gegevens.wissing import (
    KopieMetPersoon,
    WisVoorstel,
    kopieen_met,
    wis_deelnemer,
    wis_voorstel,
)
from leertraject_desktop.features.keuzes.lijsten import deze_gevangenis, keuzes
from leertraject_desktop.features.reservekopie.reservekopie import tweede_map
from leertraject_desktop.ui.beheer.admin_overlay import AdminOverlay, Stack
from leertraject_desktop.ui.beheer.inzage_files import save_inzage
from leertraject_desktop.ui.beheer.moments import written
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.deelnemer_lookup import DeelnemerEditor
from leertraject_desktop.ui.kit.facts import Facts
from leertraject_desktop.ui.kit.form import Field, FieldBox
from leertraject_desktop.ui.kit.jobs import Job
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.screen import Context
from leertraject_desktop.ui.kit.surfaces import ScrollPage
from leertraject_desktop.ui.kit.text_editors import TextEditor

SHOWN_COPIES = 6


class PersonPart(QWidget):
    """Choose somebody, and see how much is kept. `told(words)` for the status bar."""

    told = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._dialog: QFileDialog | None = None
        self.form: WipePerson | None = None
        self.who = DeelnemerEditor(context)
        self.box = FieldBox(Field("deelnemer", "Over wie gaat het?", self.who, width=360))
        self.facts = Facts(label_width=240)
        self.notice = Notice()
        self.inzage = Button("Maak de inzage", kind="primary", icon="file-down")
        self.wipe = Button("Wis deze persoon", kind="text", icon="trash-2")
        self.explained = Label(
            "De inzage is een brief in gewone woorden (PDF) en hetzelfde als JSON, met wie het zag of kreeg.",
            "text2",
            wrap=True,
        )
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(tokens.PAGE_MARGIN, 16, tokens.PAGE_MARGIN, 16)
        column.setSpacing(16)
        for widget in (self.box, self.explained, self.notice):
            column.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.setSpacing(tokens.GRID)
        buttons.addWidget(self.inzage)
        buttons.addWidget(self.wipe)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self.facts)
        column.addStretch(1)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(ScrollPage(content, "surface"))
        self.who.changed.connect(self.show_person)
        self.inzage.clicked.connect(self.ask_folder)
        self.wipe.clicked.connect(self.ask_wipe)
        self.show_person()

    def focus_first(self) -> None:
        """The cursor in the field for the name."""
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, deelnemer_id: int) -> None:
        """Show somebody who is known already."""
        self.who.show_value(deelnemer_id)
        self.show_person()

    def show_person(self) -> None:
        """Show how much is kept on who was chosen."""
        found = self.who.found()
        self.notice.clear()
        for widget in (self.facts, self.explained, self.inzage, self.wipe):
            widget.setVisible(found is not None)
        if found is not None:
            self.facts.show_facts(facts_of(self.context.store.read(wis_voorstel, found.id)))

    def ask_folder(self) -> None:
        """Ask where the two files must come."""
        dialog = QFileDialog(self, "Waar komt de inzage?")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.write_inzage)
        self._dialog = dialog
        dialog.open()

    def write_inzage(self, folder: str) -> None:
        """Write the PDF and the JSON in a folder."""
        found, store = self.who.found(), self.context.store
        if found is None:
            return
        try:
            made: Inzage = store.write(maak_inzage, found.id)
            place, terms = store.read(deze_gevangenis).label, store.read(bewaartermijnen)
            months = terms[Bewaarcategorie.DOSSIER]
            names = save_inzage(made, Path(folder), gevangenis=place, maanden=months)
        except Problem as problem:
            self.notice.show_problem(problem)
            return
        self.notice.show_message(
            f"‘{names[0]}’ en ‘{names[1]}’ zijn bewaard.",
            f"Ze staan in {folder}. Ze zijn niet versleuteld: geef ze af en wis ze daarna van de stick.",
            "amber",
        )
        self.told.emit("De inzage is bewaard")

    def ask_wipe(self) -> None:
        """Show what goes, and ask why."""
        found = self.who.found()
        if found is not None:
            self.form = WipePerson(self.context, self.window())
            self.form.kept.connect(self._wiped)
            self.form.show(found.id)

    def _wiped(self, words: str) -> None:
        self.who.clear()
        self.show_person()
        self.told.emit(words)


class WipePerson(AdminOverlay):
    """Everything that goes, the backups in which it stands until when, why, and the number as a check."""

    def show(self, deelnemer_id: int) -> None:
        """Show what would go."""
        store = self.context.store
        self.id = deelnemer_id
        self.proposal = store.read(wis_voorstel, deelnemer_id)
        self.reason = ChoiceEditor(
            [(each.code, each.label) for each in store.read(keuzes, Lijst.REDEN_VERWIJDERING)],
            placeholder="Kies een reden",
        )
        self.reason_box = FieldBox(Field("reden", "Waarom wis je dit dossier?", self.reason, width=300))
        self.number = TextEditor(max_length=12)
        self.number_box = FieldBox(
            Field(
                "nummer",
                "Typ het dossiernummer",
                self.number,
                f"Dit is dossier {self.proposal.dossiernummer}. Zo wis je nooit het verkeerde.",
                width=144,
            )
        )
        self.copies = Label("De reservekopieën worden nagekeken…", "text2", wrap=True)
        warning = Notice(
            "Wissen kan je niet ongedaan maken.",
            "Er blijft een code over waaruit niets terug te lezen is, zodat een bestand dit dossier niet "
            "terugbrengt.",
            "amber",
            dismissable=False,
        )
        content = Stack(
            self.reason,
            Label(in_one_line(self.proposal), wrap=True),
            self.copies,
            warning,
            self.reason_box,
            self.number_box,
        )
        self.show_content(f"{self.proposal.naam} wissen", content, "Wis alles")
        tweede = store.read(tweede_map)
        job = Job(kopieen_met, store, self.proposal.sinds, mappen=(tweede,) if tweede else ())
        job.done.connect(self._copies_found)
        job.failed.connect(self.show_problem)
        self.context.jobs.start(job)

    def confirm(self) -> None:
        for box in (self.reason_box, self.number_box):
            box.clear_problem()
        reden = self.reason.value()
        if reden is None:
            raise Problem("Je kan niet wissen zonder reden.", "Kies een reden uit de lijst.", veld="reden")
        typed = str(self.number.value()).strip().lstrip("0")
        if typed != str(self.proposal.dossiernummer):
            raise Problem(
                "Dit is niet het nummer van dit dossier.",
                f"Typ {self.proposal.dossiernummer} als je dit dossier wil wissen.",
                veld="nummer",
            )
        wis_deelnemer(self.context.store, self.id, reden)
        self.kept.emit(f"Het dossier is gewist: {total_of(self.proposal)} gegevens")
        self.close()

    def show_problem(self, problem: Problem) -> None:
        boxes = {"reden": self.reason_box, "nummer": self.number_box}
        if problem.veld in boxes:
            boxes[problem.veld].show_problem(problem)
        else:
            super().show_problem(problem)

    def _copies_found(self, found: list[KopieMetPersoon]) -> None:
        if self.overlay is None:
            return
        if not found:
            self.copies.setText("Deze persoon staat in geen enkele reservekopie.")
            return
        lines = [
            f"{written(each.moment)}, verdwijnt "
            + (f"op {toon_datum(each.einddatum)}" if each.einddatum else "niet vanzelf")
            for each in found[:SHOWN_COPIES]
        ]
        more = [f"en nog {len(found) - SHOWN_COPIES}"] if len(found) > SHOWN_COPIES else []
        self.copies.setText("\n".join(["Staat nog in deze reservekopieën:", *lines, *more]))


def facts_of(proposal: WisVoorstel) -> list[tuple[str, str]]:
    """How much is kept, per kind, and how many drafts."""
    facts = [(title, str(count)) for title, count in proposal.aantallen if count]
    return [*facts, ("Concepten", str(proposal.concepten))] if proposal.concepten else facts


def total_of(proposal: WisVoorstel) -> int:
    """How much goes in all."""
    return sum(int(count) for _, count in facts_of(proposal))


def in_one_line(proposal: WisVoorstel) -> str:
    """All that goes, as one sentence: "27 gegevens: talen 3, informatievragen 2"."""
    kinds = ", ".join(f"{name.lower()} {count}" for name, count in facts_of(proposal))
    return f"Dit zijn {total_of(proposal)} gegevens: {kinds}."
