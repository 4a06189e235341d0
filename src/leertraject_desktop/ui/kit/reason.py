"""Asks, in place, why something is put right or removed; nothing is removed without a reason."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.form import Field, FieldBox
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.options import Options

CORRECTION = "reden_correctie"
REMOVAL = "reden_verwijdering"
"""The fields that a Problem about a reason names."""


class CorrectionReason(QWidget):
    """The reason of a correction, at the foot of a form: hidden until something that was kept changes.

    `options` are the codes and labels of the list reden_correctie; `preset` is chosen beforehand, because a
    typing mistake is what is put right most.
    """

    changed = Signal()

    def __init__(
        self, options: Options = (), *, preset: str = "typfout", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preset = preset
        self.editor = ChoiceEditor(options, placeholder="Kies een reden")
        self.box = FieldBox(Field(CORRECTION, "Waarom wijzig je dit?", self.editor, width=240))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        self.editor.changed.connect(self.changed)
        self.reset()

    def ask(self, wanted: bool) -> None:
        """Show the question, or take it away when nothing differs from what was kept."""
        self.setVisible(wanted)

    def reset(self) -> None:
        """Hide again, with the usual reason chosen."""
        self.editor.show_value(self._preset)
        self.box.clear_problem()
        self.hide()

    def value(self) -> str:
        """The code that was chosen; "" when none is."""
        return self.editor.value() or ""

    def show_problem(self, problem: Problem) -> bool:
        """Show a Problem here when it is about the reason; False when it belongs elsewhere."""
        if problem.veld != CORRECTION:
            return False
        self.show()
        self.box.show_problem(problem)
        return True


class RemovalReason(QWidget):
    """A quiet button that turns into a question where it stands: why, and the button that removes.

    `confirmed(reden)` gives the code of reden_verwijdering that was chosen; who hears it removes, and hands a
    Problem to `show_problem`. Escape takes the question away.
    """

    confirmed = Signal(str)
    asked = Signal()
    left = Signal()

    def __init__(
        self,
        noun: str,
        options: Options = (),
        *,
        button: str = "",
        ask_at_once: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`noun` has its article ("dit contactmoment"); `ask_at_once` leaves the first button out."""
        super().__init__(parent)
        self._at_once = ask_at_once
        self.start = Button(button or f"Verwijder {noun}", kind="text", icon="trash-2")
        self.editor = ChoiceEditor(options, placeholder="Kies een reden")
        self.editor.control.setMinimumWidth(200)
        self.box = FieldBox(Field(REMOVAL, f"Waarom verwijder je {noun}?", self.editor, width=240))
        self.remove = Button("Verwijderen")
        self.cancel = Button("Annuleren", kind="text", hint="Esc")
        self._question = QWidget()
        inside = QVBoxLayout(self._question)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(tokens.GRID)
        inside.addWidget(self.box)
        row = QHBoxLayout()
        row.setSpacing(tokens.GRID)
        row.addWidget(self.remove)
        row.addWidget(self.cancel)
        row.addStretch(1)
        inside.addLayout(row)
        inside.addWidget(Label("Ongedaan maken: Ctrl+Z.", "text2", size=tokens.SMALL))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._question)
        self.start.clicked.connect(self.ask)
        self.remove.clicked.connect(self._confirm)
        self.cancel.clicked.connect(self.leave)
        self._show_question(ask_at_once)

    def ask(self) -> None:
        """Show the question, with the cursor in the list of reasons."""
        self.editor.show_value(None)
        self.box.clear_problem()
        self._show_question(True)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.asked.emit()

    def leave(self) -> None:
        """Take the question away; nothing is removed. The keyboard goes back to where it was asked from."""
        has = QApplication.focusWidget()
        had_keyboard = has is not None and self._question.isAncestorOf(has)
        self.box.clear_problem()
        self._show_question(self._at_once)
        if had_keyboard and not self._at_once:
            self.start.setFocus(Qt.FocusReason.OtherFocusReason)
        self.left.emit()

    def is_asking(self) -> bool:
        """Whether the question stands there."""
        return not self._question.isHidden()

    def show_problem(self, problem: Problem) -> None:
        """Show at the reason why it was not removed."""
        self.box.show_problem(problem)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_asking():
            self.leave()
            return
        super().keyPressEvent(event)

    def _confirm(self) -> None:
        reden = self.editor.value()
        if reden is None:
            self.box.show_problem(
                Problem(
                    "Je kan niets verwijderen zonder reden.", "Kies een reden uit de lijst.", veld=REMOVAL
                )
            )
            return
        self.confirmed.emit(reden)

    def _show_question(self, asking: bool) -> None:
        self.start.setVisible(not asking and not self._at_once)
        self._question.setVisible(asking)
