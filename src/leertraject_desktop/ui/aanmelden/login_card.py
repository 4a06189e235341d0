"""The card of the login window: prison, gebruiker, passphrase, and what is wrong with it."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.login_list import LoginList, login_list
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.form import Field, FieldBox
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.logo import Logo
from leertraject_desktop.ui.kit.passphrase_editor import PassphraseEditor
from leertraject_desktop.ui.kit.surfaces import Surface

if TYPE_CHECKING:
    from leertraject_desktop.ui.kit.notice import Notice

FORGOTTEN = (
    "Niemand kan je wachtzin opzoeken, ook Vocvo niet.",
    "Vraag een beheerder om een nieuwe wachtzin, of neem het herstelblad uit de kluis.",
)


class LoginCard(Surface):
    """`submitted(login, passphrase)` on Enter; `other_asked` when the data is not there.

    `recovery_asked` when the user has a recovery sheet. `seconds_to_wait(login)` tells how long a login still
    has to wait after too many wrong passphrases. What is not in sight is made when it is first needed.
    """

    submitted = Signal(str, str)
    other_asked = Signal()
    recovery_asked = Signal()

    def __init__(self, seconds_to_wait: Callable[[str], int], parent: QWidget | None = None) -> None:
        super().__init__("surface", radius=tokens.RADIUS_CARD, parent=parent)
        self._seconds_to_wait = seconds_to_wait
        self._busy = self._waiting = self._explained = False
        self.shown = LoginList("", ())
        self.setFixedWidth(tokens.LOGIN_CARD)
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.place = Label("", "text2")
        self.users = ChoiceEditor(placeholder="Kies je naam")
        self.passphrase = PassphraseEditor(placeholder="Typ je wachtzin")
        self.user_box = FieldBox(Field("gebruiker", "Gebruiker", self.users))
        self.box = FieldBox(Field("wachtzin", "Wachtzin", self.passphrase))
        self.enter = Button("Aanmelden", kind="primary", hint="Enter")
        self.enter.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.forgotten = Button("Wachtzin vergeten?", kind="link")
        self._above_button, self._below = QVBoxLayout(), QVBoxLayout()
        self._build()
        self.set_low(False)
        self.users.changed.connect(self._user_changed)
        self.passphrase.entered.connect(self._submit)
        self.enter.clicked.connect(self._submit)
        self.forgotten.clicked.connect(self._toggle_explanation)

    @cached_property
    def notice(self) -> "Notice":
        """What went wrong, or happened before, above the button."""
        from leertraject_desktop.ui.kit.notice import Notice  # here, as most logins begin without a message

        made = Notice(dismissable=False)
        self._above_button.insertWidget(0, made)
        return made

    @cached_property
    def explanation(self) -> "Notice":
        """What to do for who forgot the passphrase."""
        from leertraject_desktop.ui.kit.notice import Notice

        made = Notice(*FORGOTTEN, tone="info", icon="key-round", dismissable=False, parent=self)
        self._below.insertWidget(0, made)
        return made

    @cached_property
    def recover(self) -> Button:
        """The way to the recovery sheet, below the explanation."""
        made = Button("Ik heb een herstelblad", icon="key-round", parent=self)
        self._below.addWidget(made, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        made.clicked.connect(self.recovery_asked)
        self.setTabOrder(self.forgotten, made)
        return made

    @cached_property
    def _timer(self) -> QTimer:
        made = QTimer(self)
        made.setInterval(1000)
        made.timeout.connect(self._count_down)
        return made

    def login(self) -> str:
        """The login of who is chosen; "" when nobody is."""
        return self.users.value() or ""

    def show_database(self, database: Path, last_login: str) -> None:
        """Ask for this database; a Problem stands in the card when it cannot be read."""
        self.forget()
        self._show_explanation(False)
        try:
            shown = login_list(database)
        except Problem as problem:
            shown = LoginList("", ())
            self.notice.show_problem(problem)
        self.shown = shown
        self.forgotten.setEnabled(bool(shown.names))
        self.place.setText(f"Gevangenis {shown.gevangenis}" if shown.gevangenis else database.name)
        self.users.set_options([(name.login, f"{name.naam} ({name.login})") for name in shown.names])
        logins = [name.login for name in shown.names]
        chosen = last_login if last_login in logins else logins[0] if len(logins) == 1 else None
        self.users.show_value(chosen)
        for box in (self.user_box, self.box):
            box.setEnabled(bool(logins))
        self._user_changed()

    def set_low(self, low: bool) -> None:
        """Less air above and below, for a low window."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(32, 16 if low else 32, 32, 12 if low else 32)

    def show_busy(self, busy: bool) -> None:
        """While the key is made of the passphrase nothing can be changed."""
        self._busy = busy
        self.enter.show_text("Bezig…" if busy else "Aanmelden", hint="" if busy else "Enter")
        for widget in (self.users, self.passphrase, self.forgotten):
            widget.setEnabled(not busy)
        if self._explained:
            self.recover.setEnabled(not busy)
        self._set_enter()

    def show_problem(self, problem: Problem) -> None:
        """At the field, with the cursor in it; what is no fault of the passphrase stands above the button."""
        self.passphrase.clear()
        self._clear_notice()
        if problem.veld:
            self.box.show_problem(problem)
        else:
            self.notice.show_problem(problem)
            self.passphrase.setFocus()
        self._look_at_wait()

    def forget(self) -> None:
        """Empty the field and take the messages away."""
        self.passphrase.clear()
        self.box.clear_problem()
        self._clear_notice()

    def focus_first(self) -> None:
        """The passphrase, or the name when there are several and none is chosen."""
        goal = self.passphrase if self.login() else self.users
        goal.setFocus()

    def close_explanation(self) -> None:
        """Take away what "Wachtzin vergeten?" told; the keyboard goes back to where the user types."""
        if not self.explanation.isHidden():
            self._show_explanation(False)
            self.focus_first()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Logo(40))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(Label("Leertraject", size=tokens.TITLE, weight=tokens.STRONG))
        names.addWidget(self.place)
        head.addLayout(names, 1)
        column.addLayout(head)
        column.addSpacing(24)
        column.addWidget(self.user_box)
        column.addSpacing(16)
        column.addWidget(self.box)
        column.addSpacing(24)
        self._above_button.setSpacing(16)
        self._above_button.addWidget(self.enter)
        column.addLayout(self._above_button)
        column.addSpacing(16)
        column.addWidget(self.forgotten)
        self._below.setSpacing(12)
        column.addLayout(self._below)

    def _submit(self) -> None:
        if self._busy or self._waiting:
            return
        if not self.login():
            self.user_box.show_problem(Problem("Wie ben je?", "Kies je naam uit de lijst."))
        elif not self.passphrase.value():
            self.box.show_problem(Problem("Je wachtzin is nog leeg.", "Typ je wachtzin en druk op Enter."))
        else:
            self.box.clear_problem()
            self._clear_notice()
            self.submitted.emit(self.login(), self.passphrase.value())

    def _user_changed(self) -> None:
        self.box.clear_problem()
        self._look_at_wait()

    def _look_at_wait(self) -> None:
        seconds = self._seconds_to_wait(self.login()) if self.login() else 0
        if seconds:
            self._waiting = True
            self._timer.start()
            self._count_down()
        else:
            self._stop_waiting()

    def _count_down(self) -> None:
        seconds = self._seconds_to_wait(self.login()) if self.login() else 0
        if seconds <= 0:
            self._stop_waiting()
            self.box.clear_problem()
            return
        what = "Er is te vaak een foute wachtzin getypt."
        remedy = f"Wacht nog {_duration(seconds)}. Daarna kan je opnieuw proberen."
        if self.box.message.isHidden():
            self.box.show_problem(Problem(what, remedy))
        else:
            self.box.message.show_problem(Problem(what, remedy))
        self._set_enter()

    def _stop_waiting(self) -> None:
        if self._waiting:
            self._waiting = False
            self._timer.stop()
        self._set_enter()

    def _set_enter(self) -> None:
        self.enter.setEnabled(not self._busy and not self._waiting and self.box.isEnabled())

    def _clear_notice(self) -> None:
        if "notice" in vars(self):
            self.notice.clear()

    def _toggle_explanation(self) -> None:
        self._show_explanation(not self._explained)

    def _show_explanation(self, shown: bool) -> None:
        if shown or self._explained:
            self.explanation.setVisible(shown)
            self.recover.setVisible(shown)
        self._explained = shown
        if shown:
            self.recover.setFocus()


def _duration(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    parts = []
    if minutes:
        parts.append("1 minuut" if minutes == 1 else f"{minutes} minuten")
    if rest or not minutes:
        parts.append("1 seconde" if rest == 1 else f"{rest} seconden")
    return " en ".join(parts)
