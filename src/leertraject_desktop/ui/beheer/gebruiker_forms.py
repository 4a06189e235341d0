"""The forms of a gebruiker: add, change, a new passphrase for who forgot it, take the access away."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from leertraject_desktop.domain.label import Rol
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.gebruikers.gebruikers import (
    GebruikerRij,
    controleer_login,
    wijzig_gebruiker,
)
from leertraject_desktop.features.gebruikers.toegang import (
    geef_toegang,
    gevangenis_van,
    nieuwe_wachtzin_voor,
    ontneem_toegang,
)
from leertraject_desktop.storage.instance import Instance
from leertraject_desktop.storage.keyfile import Kdf
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.beheer.admin_overlay import AdminOverlay, Stack
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.form import Field, Form
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.login_proposal import MAX_LOGIN, LoginProposal
from leertraject_desktop.ui.kit.new_passphrase import NewPassphrase
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.screen import Away, Target
from leertraject_desktop.ui.kit.store_job import store_job
from leertraject_desktop.ui.kit.text_editors import TextEditor

FIELD = 392
ROLES = (
    (Rol.COORDINATOR.value, "onderwijscoördinator: registreert en maakt leveringen"),
    (Rol.LEZER.value, "lezer: leest alles en wijzigt niets"),
    (Rol.BEHEERDER.value, "beheerder: doet alles, ook gebruikers en instellingen"),
    (Rol.VOCVO.value, "Vocvo: beheert zonder dossiers te lezen"),
)


@dataclass(frozen=True, slots=True)
class Wie:
    """What is asked of a gebruiker; the login is fixed once it is made."""

    naam: str
    login: str
    rol: str | None


@dataclass(frozen=True, slots=True)
class Wijziging:
    """What can be changed of a gebruiker."""

    naam: str
    rol: str | None


class NewGebruiker(AdminOverlay):
    """Add a colleague; the first passphrase is told by word of mouth and changed at the first login."""

    kdf: ClassVar[Kdf | None] = None

    def open(self, target: Target) -> None:
        """Show the empty form; it proposes an aanmeldnaam from the name."""
        naam, login = TextEditor(max_length=100), TextEditor(max_length=MAX_LOGIN)
        proposal = LoginProposal(naam, login)
        self.form: Form[Wie] = Form(
            Wie,
            [
                Field("naam", "Naam", naam, "Zoals collega's hem zien."),
                Field("login", "Aanmeldnaam", login, "Bijvoorbeeld an.baert.", width=188),
                Field("rol", "Rol", ChoiceEditor(ROLES, placeholder="Kies een rol"), width=FIELD),
            ],
        )
        self.form.editor("rol").show_value(Rol.COORDINATOR.value)
        self.form.set_clean()
        self.new = NewPassphrase(label="Eerste wachtzin", width=FIELD)
        self.form.changed.connect(self._judge)
        proposal.proposed.connect(self.form.boxes["login"].clear_problem)
        words = "Geef de wachtzin mondeling door. Je collega wijzigt hem zelf na het aanmelden."
        content = Stack(
            self.form.editor("naam"), self.form, self.new, Notice(words, tone="info", dismissable=False)
        )
        self.show_content("Nieuwe gebruiker", content, "Voeg toe")

    def confirm(self) -> None:
        self._judge()
        who = self.form.read()
        if who is None:
            return
        controleer_login(who.login)
        if who.rol is None:
            raise Problem("De rol is nog leeg.", "Kies wat deze collega mag.", veld="rol")
        if self.new.check():
            work = store_job(
                self.context.store,
                geef_toegang,
                login=who.login,
                naam=who.naam,
                rol=Rol(who.rol),
                wachtzin=self.new.value(),
                kdf=self.kdf,
            )
            self._added = who.naam
            self.run(work, "De sleutel wordt gemaakt…")

    def finished(self, result: object) -> None:
        self.new.clear()
        self.kept.emit(f"{self._added} is toegevoegd")
        self.close()

    def show_problem(self, problem: Problem) -> None:
        if problem.veld in self.form.boxes:
            self.form.show_problem(problem)
        elif problem.veld == "wachtzin":
            self.new.box.show_problem(problem)
        else:
            super().show_problem(problem)

    def _judge(self) -> None:
        naam, login = self.form.editor("naam").value(), self.form.editor("login").value()
        self.new.own = (str(login), str(naam), gevangenis_van(self.context.store.path))
        self.new.judge()


class EditGebruiker(AdminOverlay):
    """Change name and rol; the other ways on stand below: `passphrase_asked`, `removal_asked`."""

    passphrase_asked = Signal(object)
    removal_asked = Signal(object)
    away = Signal(Away)

    def show(self, row: GebruikerRij) -> None:
        """Show a gebruiker. `away` asks to log in again, for who gave himself or herself another rol."""
        self.row = row
        self.form: Form[Wijziging] = Form(
            Wijziging,
            [
                Field("naam", "Naam", TextEditor(max_length=100), "Zoals collega's hem zien."),
                Field("rol", "Rol", ChoiceEditor(ROLES), width=FIELD),
            ],
        )
        self.form.show_value(Wijziging(row.naam, row.rol.value))
        passphrase = Button("Geef een nieuwe wachtzin", icon="key-round", small=True)
        removal = Button("Neem de toegang af", icon="user-x", small=True)
        passphrase.clicked.connect(self._ask_passphrase)
        removal.clicked.connect(self._ask_removal)
        ways = QWidget()
        line = QHBoxLayout(ways)
        line.setContentsMargins(0, 0, 0, 0)
        own = row.id == self.context.store.wie.gebruiker_id
        for button in (passphrase, removal):
            line.addWidget(button)
            if own or not row.actief:
                button.hide()
        line.addStretch(1)
        words = f"Aanmeldnaam: {row.login}."
        if own:
            words += " Dit ben je zelf: je eigen wachtzin wijzig je in het menu rechtsboven."
        elif not row.actief:
            words += " Heeft geen toegang meer. Voeg de gebruiker opnieuw toe met dezelfde aanmeldnaam."
        note = Label(words, "text2", wrap=True)
        content = Stack(self.form.editor("naam"), self.form, note, ways)
        self.show_content(row.naam, content, "Bewaren")

    def confirm(self) -> None:
        value = self.form.read()
        if value is not None:
            self.context.store.write(
                wijzig_gebruiker, self.row.id, naam=value.naam, rol=Rol(value.rol or self.row.rol)
            )
            self.kept.emit(f"{value.naam} is gewijzigd")
            self.close()
            own = self.row.id == self.context.store.wie.gebruiker_id
            if own and value.rol != self.row.rol.value:
                told = ("Je rol is gewijzigd.", "Meld je opnieuw aan.")
                self.away.emit(Away("Je rol wordt gewijzigd…", "", _nothing, told))

    def show_problem(self, problem: Problem) -> None:
        if problem.veld in self.form.boxes:
            self.form.show_problem(problem)
        else:
            super().show_problem(problem)

    def _ask_passphrase(self) -> None:
        self.close()
        self.passphrase_asked.emit(self.row)

    def _ask_removal(self) -> None:
        self.close()
        self.removal_asked.emit(self.row)


def _nothing(store: Store, instance: Instance | None) -> None:
    """No work: only who logs in again has the rights of the new rol."""


class GivePassphrase(AdminOverlay):
    """A new passphrase for a colleague who forgot it."""

    kdf: ClassVar[Kdf | None] = None

    def show(self, row: GebruikerRij) -> None:
        """Show the form for this gebruiker."""
        self.row = row
        self.new = NewPassphrase(label=f"Nieuwe wachtzin voor {row.naam}", width=FIELD)
        self.new.own = (row.login, row.naam, gevangenis_van(self.context.store.path))
        self.new.entered.connect(self._confirm)
        words = "De oude wachtzin werkt meteen niet meer. Geef de nieuwe mondeling door."
        content = Stack(self.new.phrase, self.new, Notice(words, tone="info", dismissable=False))
        self.show_content("Nieuwe wachtzin geven", content, "Stel wachtzin in")

    def confirm(self) -> None:
        if self.new.check():
            work = store_job(
                self.context.store, nieuwe_wachtzin_voor, self.row.id, self.new.value(), kdf=self.kdf
            )
            self.run(work, "De nieuwe wachtzin wordt ingesteld…")

    def finished(self, result: object) -> None:
        self.new.clear()
        self.kept.emit(f"{self.row.naam} heeft een nieuwe wachtzin")
        self.close()

    def show_problem(self, problem: Problem) -> None:
        if problem.veld == "wachtzin":
            self.new.box.show_problem(problem)
        else:
            super().show_problem(problem)


class TakeAccess(AdminOverlay):
    """Take the access of a colleague away; what he or she did keeps the name. `taken` offers a new key."""

    taken = Signal()

    def show(self, row: GebruikerRij) -> None:
        """Say what happens."""
        self.row = row
        first = Notice(
            f"{row.naam} kan zich niet meer aanmelden.",
            "De naam blijft staan bij alles wat deze persoon noteerde. Je kan later opnieuw toegang geven.",
            "amber",
            dismissable=False,
        )
        overlay = self.show_content("Toegang afnemen", Stack(None, first), "Neem toegang af")
        overlay.sheet.cancel_button.setFocus()  # Enter twice must take nothing away

    def confirm(self) -> None:
        self.run(store_job(self.context.store, ontneem_toegang, self.row.id))

    def finished(self, result: object) -> None:
        self.kept.emit(f"{self.row.naam} heeft geen toegang meer")
        self.close()
        self.taken.emit()
