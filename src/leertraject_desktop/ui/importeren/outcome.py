"""What the import will do with every row: filtered by what happens, with the whole reason below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.features.importeren.plan import STANDEN, Plan, Regel
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.chips import ChipChoice, ChipRow
from leertraject_desktop.ui.kit.empty_state import EmptyState
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.surfaces import Surface
from leertraject_desktop.ui.kit.table import TableView
from leertraject_desktop.ui.kit.table_model import Cell, Column, TableModel

ICONS = {"nieuw": "plus", "aangevuld": "pencil", "gekend": "check", "fout": "circle-alert"}
ALL, ALIKE = "", "lijkt"

_ROW: Column[Regel] = Column("Rij", lambda regel: regel.rij, 56, align="right")
_WHAT: list[Column[Regel]] = [
    Column("Wat gebeurt", lambda regel: _state(regel), 120),
    Column("Waarom", lambda regel: f"{regel.wat} {regel.remedie}".strip()),
]
COLUMNS: dict[str, list[Column[Regel]]] = {
    "deelnemers": [
        _ROW,
        Column("Naam", lambda regel: regel.naam, 200, empty="niet te lezen"),
        Column("Geboren", lambda regel: regel.geboortedatum, 96, empty="niet bekend", wide_only=True),
        *_WHAT,
    ],
    "bevolking": [
        _ROW,
        Column("Maand", lambda regel: regel.naam, 200, empty="niet te lezen"),
        *_WHAT,
    ],
}
"""What is told of every row, for each kind of list."""


class Outcome(QWidget):
    """The rows of a plan; the row where the user is stands in full below the table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = Plan("deelnemers", ())
        self.table: TableView[Regel] = TableView(
            TableModel(COLUMNS["deelnemers"], parent=self), name="Rijen van de lijst"
        )
        self.table.set_empty(
            EmptyState("Geen rijen", "Kies eerst bij Kolommen wat elke kolom is.", icon="search")
        )
        self.chips = ChipRow("Welke rijen", [ChipChoice(ALL, "Alle")])
        above = Surface("surface")
        self._head = QHBoxLayout(above)
        self._head.setContentsMargins(tokens.PAGE_MARGIN, 8, tokens.PAGE_MARGIN, 8)
        self._head.addWidget(self.chips)
        self._head.addStretch(1)
        self.detail = Label("", wrap=True)
        self.remedy = Label("", "text2", wrap=True)
        below = Surface("surface", edges="t")
        inside = QVBoxLayout(below)
        inside.setContentsMargins(tokens.PAGE_MARGIN, 8, tokens.PAGE_MARGIN, 8)
        inside.setSpacing(4)
        inside.addWidget(self.detail)
        inside.addWidget(self.remedy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(above)
        column.addWidget(self.table, 1)
        column.addWidget(below)
        self.table.current_changed.connect(self._show_row)

    def show_plan(self, plan: Plan) -> None:
        """Show the rows of a plan, the wrong ones first when there are any."""
        if plan.soort != self._plan.soort:
            self.table.set_columns(COLUMNS[plan.soort], ())
        self._plan = plan
        old = self.chips
        choices = [ChipChoice(ALL, f"Alle {len(plan.regels)}" if plan.regels else "Alle")]
        for stand, words in STANDEN.items():
            if plan.aantal(stand):
                choices.append(ChipChoice(stand, f"{words.capitalize()} {plan.aantal(stand)}", ICONS[stand]))
        if plan.lijkend:
            choices.append(ChipChoice(ALIKE, f"Lijkt op iemand {plan.lijkend}", "users"))
        self.chips = ChipRow("Welke rijen", choices)
        self.chips.show_value("fout" if plan.aantal("fout") else ALL)
        self.chips.changed.connect(self._filter)
        self._head.replaceWidget(old, self.chips)
        old.hide()
        old.deleteLater()
        self._filter()

    def focus_first(self) -> None:
        """Put the keyboard in the rows."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _filter(self) -> None:
        chosen = self.chips.value()
        rows = [
            regel
            for regel in self._plan.regels
            if chosen in (ALL, regel.stand) or (chosen == ALIKE and regel.lijkt)
        ]
        self.table.set_rows(rows)
        if rows:
            self.table.go_to(0)
        self._show_row(rows[0] if rows else None)

    def _show_row(self, regel: Regel | None) -> None:
        self.detail.setText("" if regel is None else f"Rij {regel.rij}: {regel.wat}")
        self.detail.set_tone("red" if regel is not None and regel.stand == "fout" else "text")
        self.remedy.setText("" if regel is None else regel.remedie)
        self.remedy.setVisible(bool(self.remedy.text()))


def _state(regel: Regel) -> Cell:
    tones = {"fout": "red", "gekend": "text2"}
    return Cell(
        STANDEN[regel.stand],
        tones.get(regel.stand, "text"),
        ICONS[regel.stand],
        strong=regel.stand == "fout",
    )
