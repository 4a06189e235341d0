"""Changing one's own passphrase: the old one, the new one with its strength, and the new one again."""

from typing import ClassVar

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.gebruikers.gebruikers import een_gebruiker
from leertraject_desktop.features.gebruikers.toegang import gevangenis_van, wijzig_wachtzin
from leertraject_desktop.storage.keyfile import Kdf
from leertraject_desktop.ui.beheer.admin_overlay import AdminOverlay, Stack
from leertraject_desktop.ui.kit.form import Field, FieldBox
from leertraject_desktop.ui.kit.new_passphrase import NewPassphrase
from leertraject_desktop.ui.kit.passphrase_editor import PassphraseEditor
from leertraject_desktop.ui.kit.screen import Target
from leertraject_desktop.ui.kit.store_job import store_job

FIELD = 392


class OwnPassphrase(AdminOverlay):
    """Nothing is encrypted again; who knows the old passphrase can no longer come in with it here."""

    kdf: ClassVar[Kdf | None] = None

    def open(self, target: Target) -> None:
        """Show the form."""
        store = self.context.store
        who = store.read(een_gebruiker, store.wie.gebruiker_id)
        self.old = PassphraseEditor()
        self.old_box = FieldBox(Field("oud", "Wachtzin van nu", self.old, width=FIELD))
        self.new = NewPassphrase(label="Nieuwe wachtzin", width=FIELD)
        self.new.own = (who.login, who.naam, gevangenis_van(store.path))
        content = Stack(self.old, self.old_box, self.new)
        self.new.entered.connect(self._confirm)
        self.show_content("Mijn wachtzin wijzigen", content, "Wijzig wachtzin")

    def confirm(self) -> None:
        self.old_box.clear_problem()
        if not self.old.value():
            raise Problem(
                "Je wachtzin van nu is nog leeg.", "Typ de zin waarmee je je nu aanmeldt.", veld="oud"
            )
        if self.new.check():
            work = store_job(
                self.context.store, wijzig_wachtzin, self.old.value(), self.new.value(), kdf=self.kdf
            )
            self.run(work, "Je nieuwe wachtzin wordt ingesteld…")

    def finished(self, result: object) -> None:
        self.old.clear()
        self.new.clear()
        self.kept.emit("Je wachtzin is gewijzigd")
        self.close()

    def show_problem(self, problem: Problem) -> None:
        if problem.veld in ("oud", "wachtzin"):
            self.old_box.show_problem(problem)
        elif problem.veld == "nieuw":
            self.new.box.show_problem(problem)
        else:
            super().show_problem(problem)
