"""The begeleiding of the current line, beside the list: what was asked, and how far the goals are."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.features.begeleidingen.lijst import BegeleidingDetail, BegeleidingRij, LeerdoelRij
from leertraject_desktop.ui.begeleidingen.columns import doelen
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.facts import Facts
from leertraject_desktop.ui.kit.labels import Label, Pill
from leertraject_desktop.ui.kit.preview import PreviewFrame
from leertraject_desktop.ui.kit.surfaces import Hairline

QUESTION_SHOWN = 280
"""How many characters of the leervraag are shown; the rest is in the dossier."""


class Preview(PreviewFrame):
    """Filled with `show_begeleiding`. `open_asked` comes from its button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = Label("", size=tokens.TITLE, weight=tokens.STRONG, wrap=True)
        self._name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self._number = Label("", "text2", size=tokens.SMALL)
        self._fase, self._stand = Pill("", "accent"), Pill()
        self._question = Label("", wrap=True)
        self._facts, self._goals = Facts(empty="nog niet"), Facts()
        self.build(self._content(), "Open dossier")

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        pills = QHBoxLayout()
        pills.setSpacing(4)
        pills.addWidget(self._fase)
        pills.addWidget(self._stand)
        pills.addStretch(1)
        column.addWidget(self._name)
        column.addWidget(self._number)
        column.addSpacing(12)
        column.addLayout(pills)
        for part in (self._facts, self._question, self._goals):
            column.addSpacing(12)
            column.addWidget(Hairline())
            column.addSpacing(12)
            column.addWidget(part)
        column.addStretch(1)
        return content

    def show_begeleiding(self, row: BegeleidingRij, detail: BegeleidingDetail) -> None:
        """Show a begeleiding with its goals."""
        self._name.setText(row.naam)
        self._number.setText(f"nummer {row.nummer}")
        self._fase.show_text(row.fase)
        self._stand.show_text(row.stand, "amber" if row.stand == "opgeschort" else "neutral")
        facts = [("Begonnen", f"op {toon_datum(row.begindatum)}")]
        if detail.opgeschort_sinds is not None:
            since = f"sinds {toon_datum(detail.opgeschort_sinds)}: {detail.reden_opschorting}"
            facts.append(("Opgeschort", since))
        if row.einddatum is not None:
            facts.append((row.stand.capitalize(), f"op {toon_datum(row.einddatum)}"))
        if row.reden:
            facts.append(("Reden", row.reden))
        spoken = f"op {toon_datum(row.laatst_gesproken)}" if row.laatst_gesproken else ""
        self._facts.show_facts([*facts, ("Gesproken", spoken), ("Door", row.door)])
        words = " ".join(detail.leervraag.split())
        self._question.setText(_shortened(words) if words else "Nog geen leervraag genoteerd.")
        self._question.set_tone("text" if words else "text3")
        goals = [(f"Doel {number}", _goal(goal)) for number, goal in enumerate(detail.leerdoelen, start=1)]
        self._goals.show_facts(goals or [("Doelen", doelen(row).text)])


def _goal(goal: LeerdoelRij) -> str:
    if goal.bereikt_op is not None:
        return f"{goal.omschrijving} (bereikt op {toon_datum(goal.bereikt_op)})"
    return f"{goal.omschrijving} ({goal.gedaan} van {len(goal.acties)} stappen gedaan)"


def _shortened(words: str) -> str:
    if len(words) <= QUESTION_SHOWN:
        return words
    return words[:QUESTION_SHOWN].rsplit(" ", 1)[0] + "…"
