"""Bewaartermijnen: how long each category is kept, and what may go this month, to confirm."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.gegevens.bewaartermijnen import (
    MAX_MAANDEN,
    Bewaarcategorie,
    Vervallen,
    bevestig,
    bewaartermijnen,
    maandlijst,
    zet_bewaartermijn,
)
from leertraject_desktop.ui.beheer.admin_overlay import AdminOverlay, Stack
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.date_editors import NumberEditor
from leertraject_desktop.ui.kit.empty_state import EmptyState
from leertraject_desktop.ui.kit.form import Field, FieldBox
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.page import FooterBar
from leertraject_desktop.ui.kit.screen import Context
from leertraject_desktop.ui.kit.surfaces import Hairline, Surface
from leertraject_desktop.ui.kit.table import table_of
from leertraject_desktop.ui.kit.table_model import Column

LABELS = {
    Bewaarcategorie.DOSSIER: "Dossier van wie hier niet meer is",
    Bewaarcategorie.ANONIEME_VRAAG: "Vraag zonder naam",
}
COLUMNS: list[Column[Vervallen]] = [
    Column("Wat", lambda row: row.omschrijving),
    Column("Soort", lambda row: LABELS[row.categorie], 264),
    Column("Laatste wijziging", lambda row: row.laatste, 144),
]


class TermsPart(QWidget):
    """The terms count at once; the list of this month goes only when it is confirmed. `told(words)`."""

    told = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.form: ConfirmGone | None = None
        self.editors = {
            categorie: NumberEditor(low=0, high=MAX_MAANDEN, unit="maanden", one="maand")
            for categorie in Bewaarcategorie
        }
        self.boxes = {
            categorie: FieldBox(Field(categorie.value, LABELS[categorie], editor, width=160))
            for categorie, editor in self.editors.items()
        }
        self.keep = Button("Bewaar de termijnen")
        self.table = table_of(COLUMNS, name="Wat deze maand weg mag", key=lambda row: (row.categorie, row.id))
        self.empty = EmptyState("Deze maand hoeft niets weg", icon="calendar-check")
        self.table.set_empty(self.empty)
        self.wipe = Button("Wis wat gekozen is", kind="primary", icon="trash-2")
        self.footer = FooterBar(
            left=[Label("Niets verdwijnt vanzelf. Kies met Shift en ↑ ↓.", "text2")],
            right=[self.wipe],
        )
        self._build()
        self.keep.clicked.connect(self.keep_terms)
        self.wipe.clicked.connect(self.ask)

    def _build(self) -> None:
        top = Surface("surface")
        lines = QVBoxLayout(top)
        lines.setContentsMargins(tokens.PAGE_MARGIN, 16, tokens.PAGE_MARGIN, 12)
        lines.setSpacing(tokens.GRID)
        row = QHBoxLayout()
        row.setSpacing(tokens.PAGE_MARGIN)
        lines.addLayout(row)
        for box in self.boxes.values():
            row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignBottom)
        hint = "De verantwoordelijke bepaalt hoelang. 0 maanden betekent: nog geen termijn."
        row.addStretch(1)
        lines.addWidget(Label(hint, "text2"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(Hairline())
        column.addWidget(self.table, 1)
        column.addWidget(self.footer)

    def focus_first(self) -> None:
        """The list when there is something in it, else the first term."""
        first = next(iter(self.editors.values()))
        goal: QWidget = self.table if self.table.model().rowCount() else first
        goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the terms and the list of this month."""
        terms = self.context.store.read(bewaartermijnen)
        for categorie, editor in self.editors.items():
            editor.show_value(terms[categorie] or 0)
        self.footer.notice.clear()
        try:
            rows = self.context.store.read(maandlijst)
        except Problem as problem:
            rows = []
            self.footer.notice.show_problem(problem)
        self.table.set_rows(rows)
        self.wipe.setEnabled(bool(rows))
        set_any = any(terms.values())
        self.empty.show_state(
            "Deze maand hoeft niets weg" if set_any else "Er is nog geen bewaartermijn",
            "Elke maand kijkt het programma opnieuw." if set_any else "Vul hierboven in hoelang je bewaart.",
        )

    def keep_terms(self) -> None:
        """Keep both terms; 0 is none."""
        try:
            for categorie, editor in self.editors.items():
                self.context.store.write(zet_bewaartermijn, categorie, editor.value() or None)
        except Problem as problem:
            self.footer.notice.show_problem(problem)
            return
        self.refresh()
        self.told.emit("De bewaartermijnen zijn bewaard")

    def ask(self) -> None:
        """Ask once more, with what goes."""
        chosen = self.table.selected_rows()
        if not chosen:
            problem = Problem("Je koos nog niets.", "Kies regels met Shift en de pijltjes, of met de muis.")
            self.footer.notice.show_problem(problem)
            return
        self.form = ConfirmGone(self.context, self.window())
        self.form.kept.connect(self._gone)
        self.form.show(chosen)

    def _gone(self, words: str) -> None:
        self.refresh()
        self.told.emit(words)


class ConfirmGone(AdminOverlay):
    """Says what goes for good, and does it."""

    def show(self, chosen: list[Vervallen]) -> None:
        """Show what was chosen."""
        self.chosen = chosen
        names = "\n".join(each.omschrijving for each in chosen[:8])
        more = f"\nen nog {len(chosen) - 8}" if len(chosen) > 8 else ""
        warning = Notice(
            "Wissen kan je niet ongedaan maken.",
            "In de reservekopieën staat het nog tot die verdwijnen.",
            "amber",
            dismissable=False,
        )
        title = "1 ding wissen" if len(chosen) == 1 else f"{len(chosen)} dingen wissen"
        overlay = self.show_content(title, Stack(None, Label(names + more, wrap=True), warning), "Wis")
        overlay.sheet.cancel_button.setFocus()  # Enter twice must wipe nothing

    def confirm(self) -> None:
        count = bevestig(self.context.store, self.chosen)
        self.kept.emit(f"Gewist: {count} gegevens")
        self.close()
