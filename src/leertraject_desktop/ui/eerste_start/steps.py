"""What all steps of the first start share, and the plain ones: prison, person, place and the end."""

import os
import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.tekst import MAX_NAAM, schoon
from leertraject_desktop.features.gebruikers.gebruikers import controleer_login
from leertraject_desktop.storage import location
from leertraject_desktop.storage.drive import check_drive
from leertraject_desktop.storage.reference import gevangenissen_in_bestand
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.facts import Facts
from leertraject_desktop.ui.kit.form import Field, FieldBox
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.login_proposal import MAX_LOGIN, LoginProposal
from leertraject_desktop.ui.kit.text_editors import TextEditor

FIELD = 480


class Step(QWidget):
    """One step: `name` stands at the left, `title` and `lead` above its fields.

    `check` raises nothing: it shows what is missing at the field and tells whether one can go on. `told` is
    the second line at the left once the step is done.
    """

    name = ""
    title = ""
    lead = ""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(FIELD)
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)

    def enter(self) -> None:
        """Get ready: the step comes on the screen."""

    def focus_first(self) -> None:
        """Put the keyboard where the work begins."""

    def check(self) -> bool:
        """Whether one can go on; what is missing is shown."""
        return True

    def told(self) -> str:
        """What was filled in, in a few words."""
        return ""


class PrisonStep(Step):
    """Where the program is used."""

    name = "Gevangenis"
    title = "In welke gevangenis werk je?"
    lead = (
        "Het programma houdt de gegevens van één gevangenis bij. "
        "Werk je in twee gevangenissen? Dan doe je dit twee keer."
    )

    def __init__(self) -> None:
        super().__init__()
        prisons = [(row.code, row.label) for row in gevangenissen_in_bestand()]
        self.editor = ChoiceEditor(prisons, placeholder="Kies een gevangenis")
        self.box = FieldBox(Field("gevangenis", "Gevangenis", self.editor, width=320))
        self.column.addWidget(self.box)

    def focus_first(self) -> None:
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> bool:
        self.box.clear_problem()
        if self.editor.value() is None:
            self.box.show_problem(
                Problem("Je koos nog geen gevangenis.", "Typ de eerste letters of kies uit de lijst.")
            )
            return False
        return True

    def told(self) -> str:
        return self.editor.label()


class PersonStep(Step):
    """Who uses it first: this gebruiker may also add colleagues."""

    name = "Jij"
    title = "Wie ben je?"
    lead = (
        "Collega's zien je naam bij wat je invoert. Later kan je collega's toevoegen met een eigen wachtzin."
    )

    def __init__(self) -> None:
        super().__init__()
        self.naam = TextEditor(max_length=MAX_NAAM)
        self.login = TextEditor(max_length=MAX_LOGIN)
        hint = "Hiermee meld je je aan. Kleine letters, cijfers, punten en streepjes."
        self.naam_box = FieldBox(Field("naam", "Voornaam en naam", self.naam, width=320))
        self.login_box = FieldBox(Field("login", "Aanmeldnaam", self.login, hint, width=240))
        self.column.addWidget(self.naam_box)
        self.column.addWidget(self.login_box)
        LoginProposal(self.naam, self.login).proposed.connect(self.login_box.clear_problem)

    def focus_first(self) -> None:
        self.naam.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> bool:
        self.naam_box.clear_problem()
        self.login_box.clear_problem()
        if not self.naam.value():
            self.naam_box.show_problem(Problem("Je naam is nog leeg.", "Typ je voornaam en je naam."))
            return False
        try:
            schoon(self.naam.value(), maximum=MAX_NAAM)
            self.login.show_value(controleer_login(self.login.value()))
        except Problem as problem:
            (self.login_box if problem.veld == "login" else self.naam_box).show_problem(problem)
            return False
        return True

    def told(self) -> str:
        return self.naam.value()


class PlaceStep(Step):
    """In which folder the data lies; its rights are tried at once."""

    name = "Plaats"
    title = "Waar komen de gegevens?"
    lead = "In deze map komt één versleuteld bestand, met zijn sleutelbestand ernaast."

    def __init__(self) -> None:
        super().__init__()
        self.gevangenis = ""
        self.editor = TextEditor(max_length=1000)
        hint = "Op deze computer: geen stick, geen map die met internet gedeeld wordt."
        self.box = FieldBox(Field("map", "Map", self.editor, hint))
        self.choose = Button("Andere map", icon="folder-open")
        self.choose.clicked.connect(self._ask)
        self.free = Label("", "text2", size=tokens.SMALL, wrap=True)
        self._dialog: QFileDialog | None = None
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addStretch(1)
        self.column.addWidget(self.box)
        self.column.addLayout(row)
        self.column.addWidget(self.free)
        self.editor.show_value(str(location.data_folder()))
        self.editor.changed.connect(self._look)

    def enter(self) -> None:
        self._look()

    def focus_first(self) -> None:
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def folder(self) -> Path:
        """The folder that is chosen."""
        return Path(self.editor.value())

    def path(self) -> Path:
        """Where the database will lie."""
        return location.proposed(self.gevangenis, self.folder())

    def check(self) -> bool:
        self.box.clear_problem()
        try:
            location.check_folder(self.folder())
            check_drive(self.path())
        except Problem as problem:
            self.box.show_problem(problem)
            return False
        return True

    def told(self) -> str:
        return self.folder().name

    def _ask(self) -> None:
        dialog = QFileDialog(self, "Kies een map voor de gegevens", str(_existing(self.folder())))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._chosen)
        self._dialog = dialog
        dialog.open()

    def _chosen(self, folder: str) -> None:
        self.editor.show_value(str(Path(folder)))
        self.check()
        self._look()

    def _look(self) -> None:
        words = f"Het bestand heet ‘{self.path().name}’."
        try:
            free = shutil.disk_usage(_existing(self.folder())).free
        except OSError:
            self.free.setText(words)
            return
        self.free.setText(f"{words} Op deze schijf is nog {_size(free)} vrij.")


class EndStep(Step):
    """Everything once more, before anything is written."""

    name = "Klaar"
    title = "Klaar om te beginnen"
    lead = "Kijk alles nog eens na. Met ‘Begin’ maakt het programma de gegevens. Dat duurt een paar seconden."

    def __init__(self) -> None:
        super().__init__()
        self.facts = Facts(label_width=144)
        self.column.addWidget(self.facts)


def _existing(folder: Path) -> Path:
    """The folder itself, or the nearest one above it that is there."""
    # False too for a path that cannot be or may not be seen, where Path raises.
    return next((part for part in (folder, *folder.parents) if os.path.isdir(part)), Path.home())  # noqa: PTH112


def _size(size: int) -> str:
    giga = size / 1_000_000_000
    return f"{giga:.0f} GB" if giga >= 1 else f"{size // 1_000_000} MB"
