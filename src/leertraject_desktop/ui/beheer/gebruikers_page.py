"""The page of the gebruikers: who may come in with which rol, and the keys that go with it."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leertraject_desktop.domain.rechten import Recht, controleer_recht
from leertraject_desktop.features.gebruikers.gebruikers import GebruikerRij, lijst_gebruikers
from leertraject_desktop.features.gebruikers.toegang import heeft_herstelblad
from leertraject_desktop.ui.beheer.admin_overlay import AdminOverlay
from leertraject_desktop.ui.beheer.gebruiker_forms import (
    EditGebruiker,
    GivePassphrase,
    NewGebruiker,
    TakeAccess,
)
from leertraject_desktop.ui.beheer.keys import NewSheet, RenewKey
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.page import PageHeader
from leertraject_desktop.ui.kit.screen import Context, Screen, Target
from leertraject_desktop.ui.kit.small_list import SmallList
from leertraject_desktop.ui.kit.table import table_of
from leertraject_desktop.ui.kit.table_model import Cell, Column

COLUMNS: list[Column[GebruikerRij]] = [
    Column("Naam", lambda row: row.naam, key="naam"),
    Column("Aanmeldnaam", lambda row: row.login, 200, key="login"),
    Column("Rol", lambda row: row.rol.label, 160, key="rol"),
    Column("Toegang", lambda row: _access(row), 120, key="toegang"),
]


class GebruikersPage(Screen):
    """For a beheerder. Enter opens a gebruiker."""

    tables: ClassVar[frozenset[str]] = frozenset({"gebruiker"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._open: AdminOverlay | None = None
        self.new = Button("Nieuwe gebruiker", kind="primary", icon="user-plus")
        self.sheet = Button("Nieuw herstelblad", icon="key-round")
        self.renew = Button("Vernieuw de sleutel", kind="text", icon="refresh-cw")
        self.table = table_of(COLUMNS, name="Gebruikers", key=lambda row: row.id)
        self.list = SmallList(self, "Gebruikers", self.table, COLUMNS)
        actions = [self.list.output.excel, self.renew, self.sheet, self.new]
        self.header = PageHeader("Gebruikers", actions=actions)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.table, 1)
        self.new.clicked.connect(self.add)
        self.sheet.clicked.connect(self.make_sheet)
        self.renew.clicked.connect(self.offer_key)
        self.table.opened.connect(self.edit)

    def show_target(self, target: Target) -> None:
        controleer_recht(self.context.store.wie.rol, Recht.BEHEREN)
        if target.part == "herstelblad":
            self.make_sheet()

    def focus_first(self) -> None:
        self.refresh_if_stale()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_action(self) -> Callable[[], None]:
        return self.list.output.to_paper

    def excel_action(self) -> Callable[[], None]:
        return self.list.output.to_excel

    def refresh(self) -> None:
        self.list.restore()
        rows = self.context.store.read(lijst_gebruikers)
        self.table.set_rows(rows)
        active = sum(row.actief for row in rows)
        words = "1 persoon heeft toegang" if active == 1 else f"{active} personen hebben toegang"
        self.header.show_title("Gebruikers", words)
        sheet = heeft_herstelblad(self.context.store.path)
        self.header.show_second("" if sheet else "Er is nog geen herstelblad. Druk er nu een af.")

    def add(self) -> None:
        """A new colleague."""
        form = NewGebruiker(self.context, self.window())
        self._follow(form)
        form.open(Target("gebruikers"))

    def edit(self, row: GebruikerRij) -> None:
        """Change somebody who has access, or give it back to who has none."""
        form = EditGebruiker(self.context, self.window())
        self._follow(form)
        form.passphrase_asked.connect(self.give_passphrase)
        form.removal_asked.connect(self.take_access)
        form.away.connect(self.away)
        form.show(row)

    def give_passphrase(self, row: GebruikerRij) -> None:
        """A new passphrase for who forgot it."""
        form = GivePassphrase(self.context, self.window())
        self._follow(form)
        form.show(row)

    def take_access(self, row: GebruikerRij) -> None:
        """Take the access away, and offer a new key after it."""
        form = TakeAccess(self.context, self.window())
        self._follow(form)
        form.taken.connect(self.offer_key)
        form.show(row)

    def make_sheet(self) -> None:
        """A new recovery sheet."""
        form = NewSheet(self.context, self.window())
        self._follow(form)
        form.show()

    def offer_key(self) -> None:
        """A new database key."""
        form = RenewKey(self.context, self.window())
        self._follow(form)
        form.away.connect(self.away)
        form.show()

    def _follow(self, form: AdminOverlay) -> None:
        self._open = form
        form.kept.connect(self._kept)

    def _kept(self, words: str) -> None:
        self.refresh()
        self.told.emit(words)


def _access(row: GebruikerRij) -> Cell:
    return Cell("ja", icon="check") if row.actief else Cell("nee", "text2", "x")
