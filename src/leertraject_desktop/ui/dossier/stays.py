"""The stays and the statuten of somebody, last first, each with a way to change it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.deelnemers.dossier import StatuutRij, VerblijfRij, statuten, verblijven
from leertraject_desktop.ui.dossier import stay_forms
from leertraject_desktop.ui.dossier.side_form import AnyForm
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.rights import forbid
from leertraject_desktop.ui.kit.screen import Context


class _Line(QWidget):
    """One stay or statuut: what, when, where, and a link to change it."""

    def __init__(self, first: str, second: str, name: str, change: Callable[[], None], why_not: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.setFixedHeight(tokens.TABLE_ROW)
        label = Label(first, elide=True)
        label.setFixedWidth(168)
        row.addWidget(label)
        row.addWidget(Label(second, "text2", elide=True), 1)
        link = Button("Wijzig", kind="link", icon="pencil")
        link.setAccessibleName(f"Wijzig {name}")
        link.clicked.connect(change)
        forbid(why_not, link)
        row.addWidget(link)


class Stays(QWidget):
    """`form_asked(form)` hands the form that was asked for to the page."""

    form_asked = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._deelnemer_id = 0
        self.setMaximumWidth(tokens.DIALOG_WIDTH)
        self.notice = Notice()
        self.leave = Button("Vertrek noteren", icon="log-out", small=True)
        self.leave.clicked.connect(self._leave)
        self.new_stay = Button("Nieuw verblijf", icon="plus", small=True)
        self.new_stay.clicked.connect(self._new_stay)
        self.add_statuut = Button("Nieuw statuut", icon="plus", small=True)
        self.add_statuut.clicked.connect(self.new_statuut)
        context.guard(self.leave, self.new_stay, self.add_statuut)
        self._stays, self._statuten = QVBoxLayout(), QVBoxLayout()
        for layout in (self._stays, self._statuten):
            layout.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GRID)
        column.addWidget(self.notice)
        column.addLayout(_head("Verblijven", self.leave, self.new_stay))
        column.addLayout(self._stays)
        column.addSpacing(8)
        column.addLayout(_head("Statuut", self.add_statuut))
        column.addLayout(self._statuten)

    def show_dossier(self, deelnemer_id: int) -> None:
        """Read the stays and statuten of somebody."""
        self._deelnemer_id = deelnemer_id
        self.notice.clear()
        rows = self._context.store.read(verblijven, deelnemer_id)
        _clear(self._stays)
        for rij in rows:
            self._stays.addWidget(self._stay_line(rij))
        self.leave.setVisible(any(rij.tot is None for rij in rows))
        _clear(self._statuten)
        found = self._context.store.read(statuten, deelnemer_id)
        for statuut in found:
            self._statuten.addWidget(self._statuut_line(statuut))
        if not found:
            self._statuten.addWidget(Label("Nog niet ingevuld", "text3"))

    def new_statuut(self) -> None:
        """Ask for the form of a new statuut."""
        self._ask(lambda: stay_forms.new_statuut(self._context, self._deelnemer_id))

    def _stay_line(self, rij: VerblijfRij) -> QWidget:
        tot = toon_datum(rij.tot) if rij.tot else "nu"
        place = ", ".join(filter(None, (rij.afdeling, f"cel {rij.cel}" if rij.cel else "")))
        words = "  ·  ".join(filter(None, (f"{toon_datum(rij.van)} tot {tot}", rij.eindreden, place)))

        def change() -> None:
            self._ask(lambda: stay_forms.edit_stay(self._context, self._deelnemer_id, rij.id))

        name = f"verblijf in {rij.gevangenis} van {toon_datum(rij.van)}"
        return _Line(rij.gevangenis, words, name, change, self._context.why_not())

    def _statuut_line(self, rij: StatuutRij) -> QWidget:
        words = f"vanaf {toon_datum(rij.van)}"

        def change() -> None:
            self._ask(lambda: stay_forms.edit_statuut(self._context, self._deelnemer_id, rij))

        return _Line(rij.statuut, words, f"statuut {words}", change, self._context.why_not())

    def _leave(self) -> None:
        self._ask(lambda: stay_forms.departure(self._context, self._deelnemer_id))

    def _new_stay(self) -> None:
        self._ask(lambda: stay_forms.new_stay(self._context, self._deelnemer_id))

    def _ask(self, make: Callable[[], AnyForm]) -> None:
        try:
            form = make()
        except Problem as problem:
            self.notice.show_problem(problem)
            return
        self.form_asked.emit(form)


def _head(title: str, *buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(tokens.GRID)
    row.addWidget(Label(title, weight=tokens.STRONG))
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
    return row


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
