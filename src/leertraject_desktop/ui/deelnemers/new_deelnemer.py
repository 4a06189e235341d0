"""The form for somebody new, over the page; what is kept opens as a dossier."""

from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from leertraject_desktop.domain.label import Geslacht, Lijst, StatuutSoort
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.dossier import dossierkop
from leertraject_desktop.features.deelnemers.dubbels import Dubbel, mogelijke_dubbels
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer as Invoer
from leertraject_desktop.features.keuzes.lijsten import afdelingen, deze_gevangenis, keuzes
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.date_editors import DateEditor
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.form import Field, Form
from leertraject_desktop.ui.kit.screen import Context, Target
from leertraject_desktop.ui.kit.text_editors import TextEditor

LOOK_ALIKE_MS = 250
"""How long after the last key somebody alike is looked for, in milliseconds."""

_ROWS = [
    ["voornaam", "familienaam"],
    ["naam_eigen_schrift", "geboortedatum", "geslacht"],
    ["contacttaal", "opleidingsniveau"],
    ["statuut", "verblijf_van"],
    ["afdeling", "cel"],
]
_COMPACT_ROWS = [
    ["voornaam", "familienaam", "naam_eigen_schrift"],
    ["geboortedatum", "geslacht", "contacttaal"],
    ["opleidingsniveau", "statuut"],
    ["verblijf_van", "afdeling", "cel"],
]


class NewDeelnemer(QObject):
    """`kept` gives a sentence for the status bar, `go` asks for the new dossier, `closed` says it is gone."""

    kept = Signal(str)
    go = Signal(Target)
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._window = context, parent
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_ALIKE_MS)
        self._timer.timeout.connect(self._warn_of_double)
        self._double: Dubbel | None = None
        self.form = new_deelnemer_form(context)
        self.overlay = Overlay(parent, "Nieuwe deelnemer", self.form, is_dirty=self.form.is_dirty)
        self.overlay.confirmed.connect(self._keep)
        self.overlay.closed.connect(self._closed)
        for name in ("voornaam", "familienaam", "geboortedatum"):
            self.form.editor(name).changed.connect(self._timer.start)
        self._open_dossier = Button("Open dossier", small=True)
        self._open_dossier.clicked.connect(self._open_double)
        self.overlay.sheet.notice.put_button(self._open_dossier)

    def open(self, target: Target) -> None:
        """Show the form, empty, with the stay beginning today."""
        self.form.show_value(Invoer(verblijf_van=self._context.store.read(vandaag)))
        self.overlay.open()

    def is_dirty(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self.form.is_dirty()

    def _keep(self) -> None:
        invoer = self.form.read()
        if invoer is None:
            return
        try:
            deelnemer_id = self._context.store.write(nieuwe_deelnemer, invoer)
        except Problem as problem:
            self.form.show_problem(problem)
            return
        kop = self._context.store.read(dossierkop, deelnemer_id)
        self.overlay.close_dialog()
        self.kept.emit(f"{kop.naam} is bewaard met nummer {kop.nummer}. Ongedaan maken: Ctrl+Z")
        self.go.emit(Target("dossier", deelnemer_id))

    def _closed(self) -> None:
        self._timer.stop()
        self.closed.emit()

    def _warn_of_double(self) -> None:
        """Point out, above the buttons, who may have a dossier already; the most alike of them opens."""
        voornaam, familienaam = (str(self.form.editor(name).value()) for name in ("voornaam", "familienaam"))
        doubles = self._context.store.read(mogelijke_dubbels, voornaam, familienaam, self._birth_date())
        self._double = doubles[0] if doubles else None
        notice = self.overlay.sheet.notice
        if self._double is None:
            notice.clear()
        else:
            notice.show_message(
                f"Misschien heeft deze persoon al een dossier: {words_of(self._double)}.",
                "Bewaar je toch, dan komt er een tweede dossier."
                if len(doubles) == 1
                else others(doubles[1:]),
                "amber",
            )

    def _birth_date(self) -> date | None:
        try:
            found = self.form.editor("geboortedatum").value()
        except Problem:
            return None
        return found if isinstance(found, date) else None

    def _open_double(self) -> None:
        if self._double is not None:
            deelnemer_id = self._double.id
            self.overlay.close_dialog()
            self.go.emit(Target("dossier", deelnemer_id))


def words_of(double: Dubbel) -> str:
    """Who it may be and why: "Peeters, Jan, nummer 0003 (zelfde naam, geboortedatum niet bekend)"."""
    return f"{double.naam}, nummer {double.nummer} ({double.reden})"


def others(doubles: list[Dubbel]) -> str:
    """Who else it may be, or what happens when it is somebody new after all."""
    if not doubles:
        return "Is het iemand anders? Dan kan je gewoon bewaren."
    return "Of: " + "; ".join(words_of(double) for double in doubles[:2]) + "."


def new_deelnemer_form(context: Context) -> Form[Invoer]:
    """The fields of somebody new, with the choices of this database."""
    store = context.store
    today = store.read(vandaag)
    gevangenis = store.read(deze_gevangenis).label
    afdeling = TextEditor(max_length=50)
    complete(afdeling, store.read(afdelingen))
    return Form(
        Invoer,
        [
            Field("voornaam", "Voornaam", TextEditor(max_length=100)),
            Field("familienaam", "Familienaam", TextEditor(max_length=100)),
            Field("naam_eigen_schrift", "Naam in eigen schrift", TextEditor(max_length=100), optional=True),
            Field("geboortedatum", "Geboortedatum", DateEditor(today=lambda: today, past=True), width=132),
            Field("geslacht", "Geslacht", ChoiceEditor(Geslacht, empty="niet bekend"), width=132),
            Field("contacttaal", "Taal om in te spreken", _choices(context, Lijst.TAAL)),
            Field("opleidingsniveau", "Opleidingsniveau", _choices(context, Lijst.OPLEIDINGSNIVEAU)),
            Field("statuut", "Statuut", ChoiceEditor(StatuutSoort, empty="niet bekend")),
            Field(
                "verblijf_van",
                f"In {gevangenis} sinds",
                DateEditor(today=lambda: today, past=True),
                width=132,
            ),
            Field("afdeling", "Afdeling", afdeling),
            Field("cel", "Cel", TextEditor(max_length=20), width=132),
        ],
        rows=_ROWS,
        compact_rows=_COMPACT_ROWS,
    )


def complete(editor: TextEditor, words: list[str]) -> None:
    """Complete what is typed with a word that was used before; any other word may be typed too."""
    line = editor.control
    if isinstance(line, QLineEdit):
        completer = QCompleter(words, line)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        line.setCompleter(completer)


def _choices(context: Context, lijst: Lijst) -> ChoiceEditor:
    pairs = [(keuze.code, keuze.label) for keuze in context.store.read(keuzes, lijst)]
    return ChoiceEditor(pairs, empty="niet bekend")
