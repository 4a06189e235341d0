"""The way back when the data or its keys are damaged: choose a backup, prove who you are, put it back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.reservekopie.herstel import Bewijs, KopieKeuze, keuze_van
from leertraject_desktop.storage.container import SUFFIX
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.drafts import local_time
from leertraject_desktop.ui.kit.form import Field, FieldBox
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.passphrase_editor import PassphraseEditor
from leertraject_desktop.ui.kit.surfaces import Surface
from leertraject_desktop.ui.kit.text_editors import TextEditor

WIDTH, INSIDE = 480, 416
SHEET = "*"
"""The choice in the list of names for who has the recovery sheet."""


class RestoreCard(Surface):
    """`submitted(path, Bewijs)` when a backup and a proof are there; `left` back to the login."""

    submitted = Signal(Path, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", radius=tokens.RADIUS_CARD, parent=parent)
        self.setFixedWidth(WIDTH)
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._copies: list[KopieKeuze] = []
        self._busy = False
        self._dialog: QFileDialog | None = None
        self.lead = Label("De reservekopieën worden gezocht…", "text2", wrap=True)
        self.copy = ChoiceEditor(placeholder="Kies een reservekopie")
        self.other = Button("Ander bestand", kind="link", icon="folder-open")
        self.who = ChoiceEditor(placeholder="Kies je naam")
        self.passphrase = PassphraseEditor(placeholder="Typ je wachtzin")
        self.sheet = TextEditor(max_length=120)
        self.copy_box = FieldBox(Field("kopie", "Reservekopie", self.copy, width=INSIDE))
        self.who_box = FieldBox(Field("gebruiker", "Gebruiker", self.who, width=INSIDE))
        self.phrase_box = FieldBox(
            Field(
                "wachtzin", "Wachtzin van toen", self.passphrase, "Die van de dag van de kopie.", width=INSIDE
            )
        )
        self.sheet_box = FieldBox(
            Field(
                "herstelsleutel", "Herstelsleutel", self.sheet, "De acht groepen van het blad.", width=INSIDE
            )
        )
        self.notice = Notice(dismissable=False)
        self.back = Button("Terug", kind="text", hint="Esc")
        self.next = Button("Zet terug", kind="primary", hint="Enter")
        self._build()
        self.copy.changed.connect(self._copy_chosen)
        self.who.changed.connect(self._who_chosen)
        self.passphrase.entered.connect(self.go_on)
        self.other.clicked.connect(self.ask_file)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self._copy_chosen()

    def focus_first(self) -> None:
        """The cursor in the list of backups."""
        self.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_copies(self, copies: Sequence[KopieKeuze]) -> None:
        """Offer these backups, newest first."""
        self._copies = list(copies)
        words = (
            "Kies een kopie. Wat er nu nog staat, wordt eerst bewaard. Gaat dat niet meer open, dan staat "
            "wie je na die kopie wiste, er weer in: wis die dan opnieuw."
        )
        self.lead.setText(words if copies else "Naast de gegevens staan geen hele kopieën. Zoek op je stick.")
        self.copy.set_options([(str(place), _named(each)) for place, each in enumerate(self._copies)])
        self.copy.show_value("0" if copies else None)
        self._copy_chosen()

    def ask_file(self) -> None:
        """Let the user point at a backup elsewhere, such as on a stick."""
        dialog = QFileDialog(self, "Kies een reservekopie", "", f"Reservekopieën (*{SUFFIX})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.add_file)
        self._dialog = dialog
        dialog.open()

    def add_file(self, name: str) -> None:
        """Choose a backup that is not in the list."""
        self.notice.clear()
        try:
            found = keuze_van(Path(name))
        except Problem as problem:
            self.notice.show_problem(problem)
            return
        self.show_copies([found, *self._copies])

    def go_on(self) -> None:
        """Put it back, when everything is filled in."""
        if self._busy:
            return
        self.notice.clear()
        copy, who = self._chosen(), self.who.value()
        if copy is None:
            self.copy_box.show_problem(Problem("Er is nog geen kopie gekozen.", "Kies er een uit de lijst."))
        elif who is None:
            self.who_box.show_problem(Problem("Wie ben je?", "Kies je naam uit de lijst."))
        elif who == SHEET and not self.sheet.value():
            self.sheet_box.show_problem(
                Problem("De herstelsleutel is nog leeg.", "Typ de acht groepen over.")
            )
        elif who != SHEET and not self.passphrase.value():
            self.phrase_box.show_problem(Problem("Je wachtzin is nog leeg.", "Typ je wachtzin van toen."))
        elif who == SHEET:
            self.submitted.emit(copy.path, Bewijs(herstelsleutel=self.sheet.value()))
        else:
            self.submitted.emit(copy.path, Bewijs(login=who, wachtzin=self.passphrase.value()))

    def go_back(self) -> None:
        """To the login."""
        if not self._busy:
            self.left.emit()

    def show_busy(self, busy: bool) -> None:
        """While the backup is put back."""
        self._busy = busy
        self.next.show_text("Bezig…" if busy else "Zet terug", hint="" if busy else "Enter")
        for widget in (self.next, self.back, self.copy_box, self.who_box, self.phrase_box, self.sheet_box):
            widget.setEnabled(not busy)

    def show_problem(self, problem: Problem) -> None:
        """What went wrong, above the buttons."""
        self.show_busy(False)
        self.notice.show_problem(problem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(16)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(Label("Reservekopie terugzetten", size=tokens.TITLE, weight=tokens.STRONG))
        head.addWidget(self.lead)
        column.addLayout(head)
        column.addWidget(self.copy_box)
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.who_box, self.phrase_box, self.sheet_box, self.notice):
            column.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.next)
        column.addLayout(buttons)

    def _chosen(self) -> KopieKeuze | None:
        value = self.copy.value()
        return self._copies[int(value)] if value is not None else None

    def _copy_chosen(self) -> None:
        copy, before = self._chosen(), self.who.value()
        self.copy_box.clear_problem()
        names = [(name.login, name.naam) for name in copy.namen] if copy is not None else []
        self.who.set_options([*names, (SHEET, "Ik heb het herstelblad")] if names else [])
        known = [login for login, _ in names]
        self.who.show_value(before if before in (*known, SHEET) else known[0] if len(known) == 1 else None)
        self._who_chosen()

    def _who_chosen(self) -> None:
        self.who_box.clear_problem()
        self.phrase_box.setVisible(self.who.value() != SHEET)
        self.sheet_box.setVisible(self.who.value() == SHEET)


def _named(copy: KopieKeuze) -> str:
    local = local_time(copy.moment)
    return f"{toon_datum(local.date())} {local:%H:%M}, {copy.gevangenis}, {copy.aanleiding}"
