"""The question of the current line, in full beside the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.features.informatievragen.lijst import VraagRij
from leertraject_desktop.ui.informatievragen.columns import waiting
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.facts import Facts
from leertraject_desktop.ui.kit.labels import Icon, Label
from leertraject_desktop.ui.kit.preview import PreviewFrame
from leertraject_desktop.ui.kit.surfaces import Hairline


class Preview(PreviewFrame):
    """Filled with `show_vraag`. `open_asked` and `dossier_asked` come from its buttons."""

    dossier_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = Label("", size=tokens.TITLE, weight=tokens.STRONG, wrap=True)
        self._name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self._received = Label("", "text2", size=tokens.SMALL, wrap=True)
        self._subject = Label("", "accent_text", weight=tokens.STRONG, wrap=True)
        self._wait_icon, self._wait = Icon("clock"), Label("", weight=tokens.STRONG)
        self._question, self._answer = _text(), _text()
        self._facts = Facts(empty="nog niet")
        self.dossier = Button("Open dossier", icon="folder-open", small=True)
        self.dossier.clicked.connect(self.dossier_asked)
        self.build(self._content(), "Open vraag")

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        wait = QHBoxLayout()
        wait.setSpacing(tokens.ICON_TO_TEXT)
        wait.addWidget(self._wait_icon)
        wait.addWidget(self._wait, 1)
        for part, space in (
            (self._name, 0),
            (self._received, 8),
            (self._subject, 12),
            (Hairline(), 12),
            (Label("Vraag", "text2", size=tokens.SMALL), 4),
            (self._question, 12),
            (Label("Antwoord", "text2", size=tokens.SMALL), 4),
            (self._answer, 12),
            (Hairline(), 12),
            (wait, 12),
            (self._facts, 12),
            (self.dossier, 0),
        ):
            if isinstance(part, QHBoxLayout):
                column.addLayout(part)
            elif isinstance(part, Button):
                column.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
            else:
                column.addWidget(part)
            column.addSpacing(space)
        column.addStretch(1)
        return content

    def show_vraag(self, row: VraagRij) -> None:
        """Show a question with all that is known of it."""
        self._name.setText(row.naam or "Anoniem")
        self._received.setText(f"ontvangen op {toon_datum(row.datum)}, via {row.kanaal}")
        self._subject.setText(row.onderwerp)
        self._question.setText(row.vraag or "Niet genoteerd.")
        self._answer.setText(row.antwoord or "Nog geen antwoord.")
        self._answer.set_tone("text" if row.antwoord else "text3")
        cell = waiting(row)
        self._wait_icon.show_icon(cell.icon or "clock", cell.tone)
        self._wait.setText("Beantwoord" if row.wacht is None else _wait_words(row.wacht))
        self._wait.set_tone("red" if cell.tone == "red" else "amber" if cell.tone == "amber" else "text")
        self._facts.show_facts(
            [
                ("Beantwoord", f"op {toon_datum(row.beantwoord_op)}" if row.beantwoord_op else ""),
                ("Begeleiding", "werd een begeleiding" if row.begeleiding_id else ""),
                ("Tijd", f"{row.minuten} minuten"),
                ("Door", row.door),
            ]
        )
        self.dossier.setVisible(row.deelnemer_id is not None)


def _text() -> Label:
    label = Label("", wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _wait_words(days: int) -> str:
    if days <= 0:
        return "Vandaag binnengekomen"
    return "Wacht 1 dag op antwoord" if days == 1 else f"Wacht {days} dagen op antwoord"
