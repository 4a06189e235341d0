"""The form that makes one dossier of two: choose the other one, see both side by side, and confirm."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.deelnemers.dossier import deelnemer_invoer, dossierkop
from leertraject_desktop.features.deelnemers.dubbels import Dubbel, mogelijke_dubbels
from leertraject_desktop.features.deelnemers.samenvoegen import (
    VERDWIJNT,
    Samenvoeging,
    samenvoeging,
    voeg_samen,
)
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.deelnemer_lookup import DeelnemerEditor
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.mark_editors import RadioEditor
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.screen import Context, Target

BLIJFT = "blijft"
SUGGESTIONS = 2
LABEL_WIDTH = 160
MOST = 30
"""How many characters of a value stand beside its mark."""


class MergeDossiers(QObject):
    """`kept` gives a sentence for the status bar, `go` asks for the dossier that stayed, `closed` ends it."""

    kept = Signal(str)
    go = Signal(Target)
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._deelnemer_id = 0
        self.content = MergeContent(context)
        self.overlay = Overlay(parent, "Dossiers samenvoegen", self.content, confirm="Samenvoegen")
        self.overlay.confirmed.connect(self._keep)
        self.overlay.closed.connect(self.closed)
        self.content.chosen.connect(self.overlay.sheet.notice.clear)

    def open(self, target: Target) -> None:
        """Show the form for the dossier that stays. Raises Problem when it is gone."""
        self._deelnemer_id = target.id or 0
        self.content.show_dossier(self._deelnemer_id)
        self.overlay.open()

    def _keep(self) -> None:
        other = self.content.other.value()
        try:
            if other is None:
                raise Problem("Kies het andere dossier.", "Typ drie letters van de naam of het nummer.")
            self._context.store.write(voeg_samen, self._deelnemer_id, other, self.content.choices())
        except Problem as problem:
            self.overlay.sheet.notice.show_problem(problem)
            return
        kop = self._context.store.read(dossierkop, self._deelnemer_id)
        self.overlay.close_dialog()
        self.kept.emit(f"Samengevoegd tot {kop.naam}, nummer {kop.nummer}. Ongedaan maken: Ctrl+Z")
        self.go.emit(Target("dossier", self._deelnemer_id))


class MergeContent(QWidget):
    """The other dossier, what differs in the two, and what happens to the rest."""

    chosen = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._deelnemer_id = 0
        self.editors: dict[str, RadioEditor] = {}
        self.suggestions: list[Button] = []
        self.stays = Label("", wrap=True)
        self.other = DeelnemerEditor(context)
        self.other.set_name("ander_dossier", "Het andere dossier van deze persoon")
        self.other.changed.connect(self._show_other)
        label = Label("Het andere dossier van deze persoon", weight=tokens.STRONG)
        label.setBuddy(self.other)
        self._found = QVBoxLayout()
        self._found.setSpacing(0)
        self.preview = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(tokens.GRID)
        self._column.addWidget(self.stays)
        self._column.addWidget(label)
        self._column.addWidget(self.other)
        self._column.addLayout(self._found)
        self._column.addWidget(self.preview)

    def show_dossier(self, deelnemer_id: int) -> None:
        """Begin with the dossier that stays, and offer those that look like it."""
        self._deelnemer_id = deelnemer_id
        read = self._context.store.read
        kop, invoer = read(dossierkop, deelnemer_id), read(deelnemer_invoer, deelnemer_id)
        self.stays.setText(
            f"{kop.naam}, nummer {kop.nummer}, blijft. Wat in het andere dossier staat, komt erbij."
        )
        found = read(
            mogelijke_dubbels,
            invoer.voornaam,
            invoer.familienaam,
            invoer.geboortedatum,
            behalve=deelnemer_id,
            maximum=SUGGESTIONS,
        )
        for double in found:
            self._offer(double)

    def focus_first(self) -> None:
        """Put the cursor where the other dossier is chosen."""
        self.other.setFocus(Qt.FocusReason.TabFocusReason)

    def choices(self) -> dict[str, str]:
        """Per field that differs, which of the two is right."""
        return {veld: editor.value() or BLIJFT for veld, editor in self.editors.items()}

    def _offer(self, double: Dubbel) -> None:
        button = Button(f"{double.naam}, nummer {double.nummer} ({double.reden})", kind="link", icon="users")
        button.setProperty("deelnemer_id", double.id)
        button.clicked.connect(self._take_offer)
        self.suggestions.append(button)
        self._found.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _take_offer(self) -> None:
        button = self.sender()
        if button is not None:
            self.other.show_value(button.property("deelnemer_id"))
            self._show_other()

    def _show_other(self) -> None:
        self.chosen.emit()
        old, self.preview = self.preview, QWidget()
        self._column.replaceWidget(old, self.preview)
        old.hide()
        old.deleteLater()
        self.editors = {}
        try:
            other = self.other.value()
        except Problem:  # it is still being typed
            return
        if other is None:
            return
        column = QVBoxLayout(self.preview)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(tokens.GRID)
        try:
            found = self._context.store.read(samenvoeging, self._deelnemer_id, other)
        except Problem as problem:
            self._refuse(column, problem)
            return
        for bezwaar in found.bezwaren:
            self._refuse(column, bezwaar)
        if found.verschillen:
            column.addLayout(self._differences(found))
        moves = ", ".join(found.verhuist) or "niets, dat dossier is leeg"
        column.addWidget(Label(f"Verhuist mee: {moves}.", wrap=True))
        for words in found.weggelaten:
            column.addWidget(Label(f"Komt niet dubbel: {words}.", "text2", wrap=True))

    def _refuse(self, column: QVBoxLayout, problem: Problem) -> None:
        notice = Notice(dismissable=False)
        column.addWidget(notice)  # first: shown without a parent it would be a window that takes the keyboard
        notice.show_problem(problem)

    def _differences(self, found: Samenvoeging) -> QGridLayout:
        """Both dossiers side by side, field by field; what stays is chosen until the user says otherwise."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.GRID)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        heads = QHBoxLayout()
        heads.setSpacing(tokens.GRID)
        for words in (found.blijft, found.verdwijnt):
            head = Label(words, "text2", size=tokens.SMALL, elide=True)
            head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            heads.addWidget(head, 1)
        grid.addWidget(Label("Wat is juist?", weight=tokens.STRONG), 0, 0)
        grid.addLayout(heads, 0, 1)
        for line, verschil in enumerate(found.verschillen, start=1):
            editor = RadioEditor([(BLIJFT, short(verschil.blijft)), (VERDWIJNT, short(verschil.verdwijnt))])
            editor.setToolTip(f"{verschil.blijft}\n\n{verschil.verdwijnt}")
            editor.set_name(f"keuze_{verschil.veld}", verschil.label)
            editor.show_value(BLIJFT)
            side_by_side(editor)
            name = Label(verschil.label)
            name.setFixedWidth(LABEL_WIDTH)
            grid.addWidget(name, line, 0)
            grid.addWidget(editor, line, 1)
            self.editors[verschil.veld] = editor
        return grid


def side_by_side(editor: RadioEditor) -> None:
    """Put the two choices of a field beside each other, each in half of the width."""
    layout = editor.control.layout()
    if isinstance(layout, QBoxLayout):
        layout.setDirection(QBoxLayout.Direction.LeftToRight)
        layout.setSpacing(tokens.GRID)
        for place in range(layout.count()):
            layout.setStretch(place, 1)
    for mark in editor.findChildren(QAbstractButton):
        mark.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)


def short(text: str) -> str:
    """As much of a value as fits in half of the form."""
    line = " ".join(text.split())
    return line if len(line) <= MOST else line[: MOST - 1] + "…"
