"""Putting a backup back: what it holds, what happens to what stands there now, and then at once."""

from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.features.gebruikers.gebruikers import een_gebruiker
from leertraject_desktop.features.reservekopie.reservekopie import KopieRij, bekijk, zet_terug
from leertraject_desktop.storage.backup import Inhoud
from leertraject_desktop.storage.instance import Instance
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.beheer.admin_overlay import AdminOverlay, Stack
from leertraject_desktop.ui.beheer.moments import written
from leertraject_desktop.ui.beheer.wiped_again import wipe_after_restore, words
from leertraject_desktop.ui.kit.facts import Facts
from leertraject_desktop.ui.kit.jobs import Job
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.screen import Away

SHOWN = (
    ("deelnemer", "Deelnemers"),
    ("informatievraag", "Vragen"),
    ("begeleiding", "Begeleidingen"),
    ("contactmoment", "Contactmomenten"),
    ("taak", "Taken"),
    ("levering", "Leveringen"),
)


class Restore(AdminOverlay):
    """Opens the backup to look at; the main button puts it back, for which `away(Away)` asks the window."""

    away = Signal(Away)

    def show(self, row: KopieRij) -> None:
        """Open this backup and show what it holds."""
        self.row = row
        self.facts = Facts(label_width=140)
        self.lead = Label("De reservekopie wordt geopend en nagekeken…", "text2", wrap=True)
        self.warning = Notice(dismissable=False)
        overlay = self.show_content(
            f"Reservekopie van {written(row.moment)}",
            Stack(None, self.lead, self.facts, self.warning),
            "Zet terug",
        )
        overlay.sheet.confirm_button.setEnabled(False)
        self.context.guard(overlay.sheet.confirm_button, recht=Recht.BEHEREN)
        job = Job(bekijk, self.context.store, row.path)
        job.done.connect(self._seen)
        job.failed.connect(self._not_seen)
        self.context.jobs.start(job)

    def confirm(self) -> None:
        asked = Away(
            "De reservekopie wordt teruggezet…",
            "Laat de computer aanstaan. Dit duurt meestal minder dan een minuut.",
            partial(put_back, path=self.row.path),
            partial(told, self.row.moment),
        )
        self.close()
        self.away.emit(asked)

    def _seen(self, held: Inhoud) -> None:
        if self.overlay is None:
            return
        self.lead.setText(
            f"Deze kopie van {held.manifest.gevangenis} is heel. Aanleiding: {self.row.aanleiding}."
        )
        facts = [(words, str(held.aantallen.get(table, 0))) for table, words in SHOWN]
        if held.laatste:
            facts.append(("Laatst gewijzigd", written(held.laatste[0][0])))
        self.facts.show_facts(facts)
        if not self.context.why_not(Recht.BEHEREN):
            self.warning.show_message(
                "Wat je na dat moment noteerde, staat er daarna niet meer in.",
                "Van wat er nu staat, wordt eerst een reservekopie gemaakt: ook die kan je terugzetten. "
                "Je meldt je daarna opnieuw aan.",
                "amber",
            )
            self.overlay.sheet.confirm_button.setEnabled(True)
            self.overlay.sheet.cancel_button.setFocus()  # Enter twice on a row must change nothing
        else:
            self.warning.show_message(
                "Alleen een beheerder kan een reservekopie terugzetten.",
                "Vraag het aan je beheerder.",
                "info",
            )

    def _not_seen(self, problem: Problem) -> None:
        if self.overlay is not None:
            self.lead.hide()
            self.warning.show_problem(problem)


def put_back(store: Store, instance: Instance | None, *, path: Path) -> tuple[date, ...] | None:
    """The work itself, for the window to start when nobody has the data open.

    Returns on which days the dossiers were wiped that it wiped again; None when that waits for a beheerder.
    """
    database, key = store.path, store.key
    login = store.read(een_gebruiker, store.wie.gebruiker_id).login
    zet_terug(store, path, instance)
    return wipe_after_restore(database, login, key)


def told(moment: datetime, days: tuple[date, ...] | None) -> tuple[str, str]:
    """What the login says after a backup of `moment` (UTC) was put back."""
    again = f"{words(days)} " if days else ""
    return f"De reservekopie van {written(moment)} staat terug.", f"{again}Meld je opnieuw aan."
