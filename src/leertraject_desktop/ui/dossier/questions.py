"""The tab with the informatievragen of one deelnemer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.features.informatievragen.lijst import (
    VraagFilter,
    VraagRij,
    vraag_ids,
    vraag_rijen,
)
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.empty_state import EmptyState
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.screen import Context, Target
from leertraject_desktop.ui.kit.surfaces import Surface
from leertraject_desktop.ui.kit.table import TableView, table_of
from leertraject_desktop.ui.kit.table_model import Cell, Column

_COLUMNS: list[Column[VraagRij]] = [
    Column("Ontvangen", lambda rij: rij.datum, 112),
    Column("Onderwerp", lambda rij: rij.onderwerp, 184, wide_only=True),
    Column("Vraag", lambda rij: " ".join(rij.vraag.split()), empty="niet ingevuld"),
    Column("Antwoord", lambda rij: _answered(rij), 168),
    Column("Door", lambda rij: rij.door, 128, wide_only=True),
]


def _answered(rij: VraagRij) -> Cell:
    if rij.beantwoord_op is not None:
        dag = rij.beantwoord_op
        return Cell(f"op {toon_datum(dag)}")
    waits = {0: "sinds vandaag", 1: "sinds gisteren"}.get(rij.wacht or 0, f"wacht {rij.wacht} dagen")
    late = (rij.wacht or 0) > 7
    return Cell(waits, "red" if late else "amber", "clock-alert" if late else "clock")


class Questions(Surface):
    """`go(Target)` asks for the form of a question."""

    go = Signal(Target)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._context = context
        self._deelnemer_id = 0
        self._count = Label("", "text2", size=tokens.SMALL)
        self.new = Button("Nieuwe vraag", icon="plus", small=True)
        self.new.clicked.connect(self._new)
        bar = QHBoxLayout()
        bar.setContentsMargins(tokens.PAGE_MARGIN, 12, tokens.PAGE_MARGIN, 12)
        bar.addWidget(self._count)
        bar.addStretch(1)
        bar.addWidget(self.new)
        self.table: TableView[VraagRij] = table_of(
            _COLUMNS, name="Vragen van deze deelnemer", key=lambda rij: rij.id
        )
        self.table.opened.connect(self._open)
        empty = EmptyState(
            "Nog geen vragen",
            "Kwam er een rapportbriefje of een vraag in een gesprek? Noteer ze hier.",
            "Nieuwe vraag",
            icon="message-circle-question-mark",
        )
        empty.acted.connect(self._new)
        self.table.set_empty(empty)
        context.guard(self.new, empty.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.table, 1)

    def show_dossier(self, deelnemer_id: int) -> None:
        """Read the questions of somebody, last first."""
        self._deelnemer_id = deelnemer_id
        keuze = VraagFilter("", deelnemer_id=deelnemer_id, aflopend=True)
        rows = self._context.store.read(vraag_rijen, self._context.store.read(vraag_ids, keuze))
        self.table.set_rows(rows)
        waiting = sum(rij.beantwoord_op is None for rij in rows)
        words = "1 vraag" if len(rows) == 1 else f"{len(rows)} vragen"
        self._count.setText(f"{words}, {waiting} zonder antwoord" if waiting else words)

    def focus_first(self) -> None:
        """Put the keyboard in the table, or on the way to the first question."""
        rows = self.table.table_model.rowCount()
        first = self.table if rows or not self.new.isEnabled() else self.new
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, rij: VraagRij) -> None:
        self.go.emit(Target("vraag", rij.id))

    def _new(self) -> None:
        self.go.emit(Target("nieuwe_vraag", self._deelnemer_id))
