"""The head of a begeleiding (since when, by whom, in which phase) and the lines of those before it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.label import Fase
from leertraject_desktop.features.begeleidingen.lijst import BegeleidingDetail, BegeleidingRij
from leertraject_desktop.ui.dossier.phase_chooser import PhaseChooser
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button, IconButton
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.surfaces import Hairline

ASKED_LINES = 300
"""How many characters of the leervraag are shown; the whole of it is in its tool tip."""


class GuidanceHead(QWidget):
    """`asked` says what: schort_op, hervat, rond_af, stop, doel or verbeter; `phase_chosen(number)`."""

    asked = Signal(str)
    phase_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._since = Label("", "text2", size=tokens.SMALL, wrap=True)
        self._question = Label("", wrap=True)
        self.suspend = Button("Opschorten", icon="pause", small=True)
        self.resume = Button("Hervatten", icon="circle-play", small=True)
        self.finish = Button("Afronden", small=True)
        self.stop = Button("Stopzetten", small=True)
        self.new_goal = Button("Nieuw leerdoel", icon="plus", small=True)
        self.edit = IconButton("pencil", "Verbeter deze begeleiding", size=24)
        self.edit.setObjectName("begeleiding_verbeter")
        self.edit.clicked.connect(self._ask_edit)
        self._buttons = {
            "schort_op": self.suspend,
            "hervat": self.resume,
            "rond_af": self.finish,
            "stop": self.stop,
            "doel": self.new_goal,
        }
        self.phases = PhaseChooser([fase.label.capitalize() for fase in Fase])
        self.phases.chosen.connect(self.phase_chosen)
        first = QHBoxLayout()
        first.setSpacing(tokens.GRID)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label("Begeleiding", weight=tokens.STRONG))
        words.addWidget(self._since)
        first.addLayout(words, 1)
        for what, button in self._buttons.items():
            button.setObjectName(f"begeleiding_{what}")
            button.clicked.connect(self._tell)
            first.addWidget(button)
        first.addWidget(self.edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(first)
        column.addWidget(self._question)
        column.addWidget(self.phases)

    def buttons(self) -> list[QWidget]:
        """Everything that changes the begeleiding."""
        return [*self._buttons.values(), self.edit]

    def show_detail(self, detail: BegeleidingDetail) -> None:
        """Show the begeleiding; one that ended can only be looked at."""
        ended = detail.einddatum is not None
        on_hold = detail.opgeschort_sinds is not None
        self._since.setText(_since(detail))
        words = " ".join(detail.leervraag.split())
        self._question.setText(words if len(words) <= ASKED_LINES else f"{words[:ASKED_LINES]}…")
        self._question.setToolTip(words[:2000] if len(words) > ASKED_LINES else "")
        self._question.setVisible(bool(words))
        self.phases.set_fixed(ended)
        self.phases.show_phase(list(Fase).index(Fase(detail.fase)))
        for button in self._buttons.values():
            button.setVisible(not ended)
        if not ended:
            self.suspend.setVisible(not on_hold)
            self.resume.setVisible(on_hold)

    def _ask_edit(self) -> None:
        self.asked.emit("verbeter")

    def _tell(self) -> None:
        sender = self.sender()
        self.asked.emit(next(what for what, button in self._buttons.items() if button is sender))


def _since(detail: BegeleidingDetail) -> str:
    words = f"Begonnen op {toon_datum(detail.begindatum)} door {detail.door}"
    if detail.einddatum is not None:
        words += f" · {detail.einde.lower()} op {toon_datum(detail.einddatum)}"
        reason = ". ".join(filter(None, (detail.reden, detail.toelichting[:120])))
        words += f": {reason}" if reason else ""
    elif detail.opgeschort_sinds is not None:
        since = toon_datum(detail.opgeschort_sinds)
        words += f" · opgeschort sinds {since}: {detail.reden_opschorting}"
    return words


class PreviousRow(QWidget):
    """A begeleiding that went before; `looked_at(id)` from its link. Without a row it is the way back."""

    looked_at = Signal(int)
    clicked = Signal()

    def __init__(self, row: BegeleidingRij | None, *, running: bool = False) -> None:
        super().__init__()
        self._id = row.id if row else 0
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.setContentsMargins(0, 8, 0, 8)
        line.setSpacing(16)
        if row is None:
            words = "Terug naar de begeleiding die loopt" if running else "Terug"
            button = Button(words, kind="link", icon="arrow-left")
        else:
            end = toon_datum(row.einddatum) if row.einddatum else "nu"
            line.addWidget(Label(f"{toon_datum(row.begindatum)} tot {end}", weight=tokens.STRONG))
            goals = "1 leerdoel" if row.doelen == 1 else f"{row.doelen} leerdoelen"
            facts = ": ".join(filter(None, (row.stand, row.reden)))
            line.addWidget(Label(f"{facts}  ·  {goals}  ·  {row.door}", "text2", elide=True), 1)
            button = Button("Bekijk", kind="link")
            button.setAccessibleName(f"Bekijk de begeleiding van {toon_datum(row.begindatum)}")
        button.clicked.connect(self._tell)
        line.addWidget(button)
        if row is None:
            line.addStretch(1)
        column.addLayout(line)
        column.addWidget(Hairline())

    def _tell(self) -> None:
        self.clicked.emit()
        if self._id:
            self.looked_at.emit(self._id)
