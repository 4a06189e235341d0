"""The deelnemer of the current line, beside the list: the facts, what is late, the last note."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.features.deelnemers.dossier import DossierKop
from leertraject_desktop.ui.deelnemers.columns import days_late
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.facts import Facts
from leertraject_desktop.ui.kit.labels import Icon, Label, Pill
from leertraject_desktop.ui.kit.preview import PreviewFrame
from leertraject_desktop.ui.kit.surfaces import Hairline

NOTE_SHOWN = 280
"""How many characters of the last note are shown; the rest is in the dossier."""


class Preview(PreviewFrame):
    """Filled with `show_deelnemer`. `plan_asked` and `open_asked` come from its buttons."""

    plan_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Label("", size=tokens.TITLE, weight=tokens.STRONG, wrap=True)
        self._own_script = Label("", "text2", wrap=True)
        self._own_script.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self._number = Label("", "text2", size=tokens.SMALL)
        self._pills = [Pill(), Pill()]
        self._facts = Facts(empty="nog geen")
        self._late_icon = Icon("clock-alert", "red", 16)
        self._late = Label("", "red", weight=tokens.STRONG, wrap=True)
        self._spoken = Label("", "text2", size=tokens.SMALL)
        self._note = Label("", wrap=True)
        self.plan = Button("Plan gesprek", icon="calendar-plus", small=True)
        self.plan.clicked.connect(self.plan_asked)
        self.build(self._content(), "Open dossier")

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.name)
        column.addWidget(self._own_script)
        column.addWidget(self._number)
        column.addSpacing(12)
        pills = QHBoxLayout()
        pills.setSpacing(4)
        for pill in self._pills:
            pills.addWidget(pill)
        pills.addStretch(1)
        column.addLayout(pills)
        column.addSpacing(12)
        column.addWidget(Hairline())
        column.addSpacing(12)
        column.addWidget(self._facts)
        column.addSpacing(12)
        column.addWidget(Hairline())
        column.addSpacing(12)
        late = QHBoxLayout()
        late.setSpacing(tokens.ICON_TO_TEXT)
        late.addWidget(self._late_icon, 0, Qt.AlignmentFlag.AlignTop)
        late.addWidget(self._late, 1)
        column.addLayout(late)
        column.addSpacing(8)
        column.addWidget(self._spoken)
        column.addWidget(self._note)
        column.addSpacing(12)
        column.addWidget(self.plan)
        column.addStretch(1)
        return content

    def show_deelnemer(self, kop: DossierKop, te_laat: int) -> None:
        """Show somebody; `te_laat` is how many days the next step is late, 0 when it is not."""
        self.name.setText(kop.naam)
        self._own_script.setText(kop.naam_eigen_schrift)
        self._own_script.setVisible(bool(kop.naam_eigen_schrift))
        self._number.setText(f"nummer {kop.nummer}")
        for pill, words in zip(self._pills, (kop.statuut, kop.afdeling), strict=True):
            pill.show_text(words)
            pill.setVisible(bool(words))
        begeleiding = ""
        if kop.begindatum is not None:
            begeleiding = f"{kop.fase}, sinds {toon_datum(kop.begindatum)}"
        self._facts.show_facts(
            [
                ("Verblijf", kop.verblijf),
                ("Talen", kop.talen),
                ("Begeleiding", begeleiding),
                ("Leerdoel", kop.leerdoel),
                ("Open vragen", str(kop.open_vragen) if kop.open_vragen else ""),
            ]
        )
        self._late_icon.setVisible(te_laat > 0)
        self._late.setVisible(te_laat > 0)
        self._late.setText(f"De volgende stap is {days_late(te_laat)}")
        if kop.laatst_gesproken is None:
            self._spoken.setText("Nog niet gesproken")
        else:
            self._spoken.setText(f"Laatst gesproken op {toon_datum(kop.laatst_gesproken)}")
        self._note.setText(_shortened(kop.laatste_notitie))
        self._note.setVisible(bool(kop.laatste_notitie))


def _shortened(note: str) -> str:
    words = " ".join(note.split())
    return words if len(words) <= NOTE_SHOWN else words[:NOTE_SHOWN].rsplit(" ", 1)[0] + "…"
