"""The page of the logboek: who did what and saw which dossier, and whether nobody tampered with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.domain.rechten import Recht, controleer_recht
from leertraject_desktop.features.gegevens.logboek import (
    Regel,
    bevestig_klok,
    controleer_logboek,
    lijst_logboek,
    namen_in_logboek,
    sprongen_van_de_klok,
)
from leertraject_desktop.storage.logboek import Oordeel
from leertraject_desktop.ui.beheer.moments import written
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.deelnemer_lookup import DeelnemerEditor
from leertraject_desktop.ui.kit.empty_state import EmptyState
from leertraject_desktop.ui.kit.jobs import Job
from leertraject_desktop.ui.kit.list_screen import ListScreen
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.screen import Context, Screen, Target
from leertraject_desktop.ui.kit.small_list import SmallList
from leertraject_desktop.ui.kit.surfaces import Surface
from leertraject_desktop.ui.kit.table import table_of
from leertraject_desktop.ui.kit.table_model import Column

PAGE = 200


class LogboekPage(Screen):
    """For a beheerder. The newest lines first, 200 at a time."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._names: dict[str, str] = {}
        self._rows: list[Regel] = []
        columns: list[Column[Regel]] = [
            Column("Regel", lambda row: row.nummer, 72, "right", key="regel"),
            Column(
                "Wanneer", lambda row: written(row.moment), 144, sort=lambda row: row.nummer, key="wanneer"
            ),
            Column("Wie", lambda row: row.naam, 176, empty="onbekend", key="wie"),
            Column("Soort", lambda row: row.soort.label, 184, wide_only=True, key="soort"),
            Column("Wat", lambda row: row.wat, key="wat"),
            Column("Over", self._about, 200, empty="geen dossier", key="over"),
        ]
        self.soort = ChoiceEditor(Logsoort, empty="Alles")
        self.soort.set_name("soort", "Soort")
        self.who = DeelnemerEditor(context)
        self.who.set_name("deelnemer", "Dossier")
        self.who.setFixedWidth(240)
        self.more = Button("Toon oudere regels", kind="text", icon="history")
        self.check = Button("Kijk het logboek na", kind="primary", icon="shield-check")
        self.table = table_of(columns, name="Logboek", key=lambda row: row.nummer)
        self.small = SmallList(self, "Logboek", self.table, columns, filters=[self.soort], words=self._words)
        self.list = ListScreen(
            "Logboek",
            self.table,
            actions=[self.small.output.excel, self.small.output.paper, self.more, self.check],
            filters=[self.soort, self.who],
            empty=EmptyState(
                "Geen regels",
                "Er is niets van die soort of over dit dossier. Wis de filters om alles te zien.",
                icon="history",
            ),
        )
        self.notice = Notice(inset=24, below=12)
        self.clock = Notice(tone="amber", dismissable=False, inset=24, below=12)
        self.clock_right = Button("De klok is juist", small=True)
        self.clock.put_button(self.clock_right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        foot = Surface("surface")
        messages = QVBoxLayout(foot)
        messages.setContentsMargins(0, 0, 0, 0)
        messages.setSpacing(0)
        for notice in (self.clock, self.notice):
            messages.addWidget(notice)
        column.addWidget(foot)
        self.soort.changed.connect(self.fetch)
        self.who.changed.connect(self.fetch)
        self.list.cleared.connect(self.clear_filters)
        self.more.clicked.connect(self.fetch_older)
        self.check.clicked.connect(self.check_chain)
        self.clock_right.clicked.connect(self.confirm_clock)

    def show_target(self, target: Target) -> None:
        controleer_recht(self.context.store.wie.rol, Recht.BEHEREN)
        if target.id is not None:
            self.who.show_value(target.id)
            self.fetch()

    def focus_first(self) -> None:
        self.refresh_if_stale()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def changed(self, tables: frozenset[str]) -> None:
        self._stale = True  # every write adds a line; it is read when the page is shown again

    def print_action(self) -> Callable[[], None]:
        return self.small.output.to_paper

    def excel_action(self) -> Callable[[], None]:
        return self.small.output.to_excel

    def refresh(self) -> None:
        self.fetch()
        jumps = self.context.store.read(sprongen_van_de_klok)
        if jumps:
            last = jumps[-1]
            self.clock.show_message(
                f"De klok versprong van {written(last.van)} naar {written(last.tot)} (regel {last.regel}).",
                "Zolang je dit niet bevestigt, stelt het programma niets voor om te wissen.",
                "amber",
            )
        else:
            self.clock.clear()

    def fetch(self) -> None:
        """Read the newest lines that the filters keep."""
        self.small.restore()
        self.small.keep()
        self._rows = self._read(None)
        self._show()

    def fetch_older(self) -> None:
        """Read the lines before the last one that is shown."""
        if self._rows:
            self._rows += self._read(self._rows[-1].nummer)
            self._show()

    def clear_filters(self) -> None:
        """All lines again."""
        self.soort.show_value(None)
        self.who.clear()
        self.fetch()

    def check_chain(self) -> None:
        """Walk the chain; the answer stands below the list."""
        self.check.setEnabled(False)
        job = Job(self.context.store.read, controleer_logboek)
        job.done.connect(self._judged)
        job.failed.connect(self.notice.show_problem)
        job.finished.connect(self._can_check_again)
        self.context.jobs.start(job)

    def confirm_clock(self) -> None:
        """Somebody looked at the clock."""
        self.context.store.write(bevestig_klok)
        self.refresh()
        self.told.emit("De klok is nagekeken")

    def _words(self) -> str:
        """What is filtered, for above the printed list."""
        return " · ".join(filter(None, (self.soort.label() if self.soort.value() else "", self.who.text())))

    def _read(self, before: int | None) -> list[Regel]:
        chosen, who = self.soort.value(), self.who.found()
        return self.context.store.read(
            lijst_logboek,
            soort=Logsoort(chosen) if chosen else None,
            deelnemer_id=who.id if who is not None else None,
            voor=before,
            maximum=PAGE,
        )

    def _show(self) -> None:
        self._names = self.context.store.read(namen_in_logboek, self._rows)
        self.table.set_rows(self._rows)
        filtered = bool(self.soort.value() or self.who.text())
        self.list.header.count.setText("1 regel" if len(self._rows) == 1 else f"{len(self._rows)} regels")
        self.list.filters.clear.setVisible(filtered)
        last = self._rows[-1].nummer if self._rows else 1
        self.more.setEnabled(last > 1 and len(self._rows) % PAGE == 0)

    def _about(self, row: Regel) -> str:
        named = [self._names.get(rij, "gewist dossier") for rij in row.rijen if rij.startswith("deelnemer:")]
        rest = {rij.partition(":")[0].partition("×")[0] for rij in row.rijen} - {"deelnemer"}
        return ", ".join(dict.fromkeys(named)) or ", ".join(sorted(each.replace("_", " ") for each in rest))

    def _judged(self, found: Oordeel) -> None:
        if found.heel:
            self.notice.show_message(
                "Het logboek is heel.", f"{found.aantal} regels: er is niets veranderd of verdwenen.", "info"
            )
        else:
            where = "; ".join(f"regel {each.regel}: {each.wat}" for each in found.breuken[:3])
            more = f" en nog {len(found.breuken) - 3} plaatsen" if len(found.breuken) > 3 else ""
            self.notice.show_message(
                f"Iemand heeft het logboek veranderd buiten het programma: {where}{more}.",
                "Bewaar een reservekopie en verwittig de verantwoordelijke voor gegevensbescherming.",
                "red",
            )

    def _can_check_again(self) -> None:
        self.check.setEnabled(True)
