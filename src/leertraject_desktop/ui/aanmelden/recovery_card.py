"""Getting in with the recovery sheet: the key, a new passphrase, and a new sheet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.herstelsleutel import GROUPS, QR_PREFIX, groep_klopt, lees, splits
from leertraject_desktop.storage.login_list import LoginList
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.form import Field, FieldBox
from leertraject_desktop.ui.kit.labels import Icon, Label
from leertraject_desktop.ui.kit.new_passphrase import NewPassphrase
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.surfaces import Surface
from leertraject_desktop.ui.kit.text_editors import TextEditor

WIDTH, INSIDE = 480, 416
GROUP = 104
SIGNS = 5


class _KeyFields(QWidget):
    """Eight small fields in the order of the paper; each tells whether its group is right."""

    def __init__(self) -> None:
        super().__init__()
        self.editors: list[TextEditor] = []
        self._icons: list[Icon] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.GRID)
        grid.setVerticalSpacing(tokens.GRID)
        for number in range(GROUPS):
            editor, icon = TextEditor(max_length=100), Icon("circle", "text3")
            editor.set_name(f"groep_{number + 1}", f"Groep {number + 1}")
            editor.set_width(GROUP)
            editor.changed.connect(self._changed)
            row, side = number % 4, number // 4 * 4
            grid.addWidget(Label(str(number + 1), "text2", weight=tokens.STRONG), row, side)
            grid.addWidget(editor, row, side + 1)
            grid.addWidget(icon, row, side + 2)
            self.editors.append(editor)
            self._icons.append(icon)
        grid.setColumnMinimumWidth(3, 24)
        grid.setColumnStretch(7, 1)

    def text(self) -> str:
        """All groups as they were typed."""
        return "-".join(editor.value() for editor in self.editors)

    def clear(self) -> None:
        """Forget the key."""
        for editor in self.editors:
            editor.show_value("")
        self._look()

    def _changed(self) -> None:
        at = next(number for number, editor in enumerate(self.editors) if editor is self.sender())
        typed = self.editors[at].value().upper()
        if len(typed) > 1 and QR_PREFIX.startswith(typed):
            return  # a scanner begins to type the code
        groups = splits(typed)
        if len(groups) > 1 or typed.startswith(QR_PREFIX) or typed.strip("-") != typed:
            groups = (groups or [""])[: GROUPS - at]
            for offset, group in enumerate(groups):
                self.editors[at + offset].show_value(group)
            at += len(groups) - 1
            self._go_to(at)
        self._look()
        if at + 1 < GROUPS and groep_klopt(at + 1, self.editors[at].value()):
            self._go_to(at + 1)

    def _go_to(self, at: int) -> None:
        self.editors[at].setFocus(Qt.FocusReason.OtherFocusReason)
        line = self.editors[at].control
        if isinstance(line, QLineEdit):
            line.end(False)

    def _look(self) -> None:
        for number, (editor, icon) in enumerate(zip(self.editors, self._icons, strict=True), start=1):
            typed = editor.value()
            good = groep_klopt(number, typed)
            wrong = not good and len(typed) >= SIGNS
            icon.show_icon(
                "circle-check" if good else "circle-alert" if wrong else "circle",
                "accent_text" if good else "red" if wrong else "text3",
            )
            editor.set_wrong(wrong, f"In groep {number} staat een fout." if wrong else "")


class RecoveryCard(Surface):
    """Three small steps. `submitted(key, login, passphrase)` after the second; `left` back to the login.

    After that `ask_sheet` offers a new sheet: `sheet_asked`, or `sheet_refused` for later.
    """

    submitted = Signal(str, str, str)
    left = Signal()
    sheet_asked = Signal()
    sheet_refused = Signal()

    def __init__(self, shown: LoginList, parent: QWidget | None = None) -> None:
        super().__init__("surface", radius=tokens.RADIUS_CARD, parent=parent)
        self.setFixedWidth(WIDTH)
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._gevangenis = shown.gevangenis
        self._names = {name.login: name.naam for name in shown.names}
        self._step = 0
        self._busy = False
        self.title = Label("", size=tokens.TITLE, weight=tokens.STRONG)
        self.lead = Label("", "text2", wrap=True)
        self.key = _KeyFields()
        self.user = ChoiceEditor(
            [(name.login, name.naam) for name in shown.names], placeholder="Kies je naam"
        )
        self.user_box = FieldBox(Field("gebruiker", "Gebruiker", self.user, width=INSIDE))
        self.new = NewPassphrase(label="Nieuwe wachtzin", width=INSIDE, beside=False)
        self.notice = Notice(dismissable=False)
        self.back = Button("Terug", kind="text", hint="Esc")
        self.next = Button("Volgende", kind="primary", hint="Enter")
        self._build()
        if len(shown.names) == 1:
            self.user.show_value(shown.names[0].login)
        self.user.changed.connect(self._know_user)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self._know_user()
        self._show(0)

    def focus_first(self) -> None:
        """Put the keyboard where this step begins."""
        if self._step == 0:
            self.key.editors[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._step == 1:
            goal = self.new.phrase if self.user.value() else self.user
            goal.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """To the next step, when this one is in order."""
        if self._busy:
            return
        self.notice.clear()
        if self._step == 0:
            try:
                lees(self.key.text())
            except Problem as problem:
                self.notice.show_problem(problem)
                return
            self._show(1)
        elif self._step == 1:
            if self.user.value() is None:
                self.user_box.show_problem(Problem("Wie ben je?", "Kies je naam uit de lijst."))
            elif self.new.check():
                self.submitted.emit(self.key.text(), self.user.value(), self.new.value())
        else:
            self.sheet_asked.emit()

    def go_back(self) -> None:
        """One step back; from the first one to the login."""
        if self._busy:
            return
        if self._step == 2:
            self.sheet_refused.emit()
        elif self._step == 1:
            self._show(0)
        else:
            self.left.emit()

    def show_busy(self, busy: bool) -> None:
        """While the keys are made."""
        self._busy = busy
        self.next.show_text("Bezig…" if busy else "Stel wachtzin in", hint="" if busy else "Enter")
        for widget in (self.next, self.back, self.new, self.user_box):
            widget.setEnabled(not busy)

    def show_problem(self, problem: Problem) -> None:
        """What went wrong, above the button."""
        self.show_busy(False)
        self.notice.show_problem(problem)

    def ask_sheet(self) -> None:
        """The passphrase is set: offer a new sheet."""
        self.show_busy(False)
        self.key.clear()
        self.new.clear()
        self._show(2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(16)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title)
        head.addWidget(self.lead)
        column.addLayout(head)
        for widget in (self.key, self.user_box, self.new, self.notice):
            column.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.next)
        column.addLayout(buttons)

    def _show(self, step: int) -> None:
        self._step = step
        self.notice.clear()
        title, lead, back, next_ = (
            (
                "Ik heb een herstelblad",
                "Typ de acht groepen over, of scan de code. Je ziet per groep of ze klopt.",
                "Terug",
                "Volgende",
            ),
            ("Kies een nieuwe wachtzin", "Daarmee meld je je voortaan aan.", "Vorige", "Stel wachtzin in"),
            (
                "Je wachtzin is ingesteld",
                "Druk nu een nieuw herstelblad af en vernietig het oude. Zodra je het nieuwe maakt, werkt de "
                "oude sleutel niet meer.",
                "Later",
                "Maak nieuw herstelblad",
            ),
        )[step]
        self.title.setText(title)
        self.lead.setText(lead)
        self.back.show_text(back)
        self.next.show_text(next_, hint="Enter")
        self.key.setVisible(step == 0)
        self.user_box.setVisible(step == 1)
        self.new.setVisible(step == 1)
        self.focus_first()

    def _know_user(self) -> None:
        login = self.user.value() or ""
        self.user_box.clear_problem()
        self.new.own = (login, self._names.get(login, ""), self._gevangenis)
        self.new.judge()
