"""What is to be done now in a dossier: one step per thing that is due, waits or is missing."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.features.dossier.stand import Dossierstand, OpenStap
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.labels import Icon, Label
from leertraject_desktop.ui.kit.rights import forbid
from leertraject_desktop.ui.kit.steps import ProcedureSteps, State, StepRow
from leertraject_desktop.ui.kit.surfaces import ScrollPage, Surface
from leertraject_desktop.ui.kit.tokens import Tone

SOON = 7
"""Steps within so many days are shown; what comes later can wait."""

MOST = 8
LETTERS = 90
UNLIMITED = 16_777_215

_BUTTONS = {
    "opvolging": "Noteer gesprek",
    "nazorg": "Noteer uitkomst",
    "doorverwijzing": "Noteer antwoord",
}

_MARKS: dict[str, tuple[str, Tone]] = {"late": ("clock-alert", "red"), "missing": ("circle-alert", "amber")}


@dataclass(frozen=True)
class Step:
    """One thing to do. `action` names what its button does, `id` the row that it is about."""

    title: str
    second: str
    state: State
    button: str
    action: str
    id: int = 0

    @property
    def key(self) -> str:
        """Names the step uniquely, and says what its button does: "tick:12"."""
        return f"{self.action}:{self.id}"


def steps(stand: Dossierstand, vandaag: date) -> list[Step]:
    """What is to be done, what is late first; long texts are cut off."""
    late = [_due(stap, vandaag) for stap in stand.stappen if stap.dagen_te_laat]
    soon = [_due(stap, vandaag) for stap in stand.stappen if 0 <= (stap.datum - vandaag).days <= SOON]
    questions = [
        Step(
            "Vraag wacht op antwoord",
            _waits(vraag.tekst, vraag.dagen),
            "now",
            "Beantwoord",
            "vraag",
            vraag.id,
        )
        for vraag in stand.vragen
    ]
    return [*late, *questions, *soon, *_guidance(stand), *_missing(stand)]


def _due(stap: OpenStap, vandaag: date) -> Step:
    dag = toon_datum(stap.datum)
    if stap.dagen_te_laat:
        dagen = "1 dag" if stap.dagen_te_laat == 1 else f"{stap.dagen_te_laat} dagen"
        second = f"Moest op {dag}: {dagen} te laat."
        return Step(_short(stap.omschrijving), second, "late", _button(stap), stap.bron, stap.id)
    second = "Vandaag" if stap.datum == vandaag else f"Tegen {dag}"
    return Step(_short(stap.omschrijving), second, "now", _button(stap), stap.bron, stap.id)


def _button(stap: OpenStap) -> str:
    """What the button of something due says; only a taak and an actie are ticked."""
    return _BUTTONS.get(stap.bron, "Vink af")


def _waits(tekst: str, dagen: int) -> str:
    since = {0: "sinds vandaag", 1: "sinds gisteren"}.get(dagen, f"al {dagen} dagen")
    return f"{_short(tekst)} ({since})" if tekst else since.capitalize()


def _short(tekst: str) -> str:
    return tekst if len(tekst) <= LETTERS else f"{tekst[:LETTERS].rstrip()}…"


def _guidance(stand: Dossierstand) -> list[Step]:
    if stand.begeleiding_id is None:
        words = "Er loopt geen begeleiding."
        return [Step("Begeleiding", words, "open", "Start begeleiding", "start")] if stand.hier else []
    if not stand.hier and stand.in_nazorg:
        return []
    if not stand.hier:
        words = "Ze loopt nog, maar deze deelnemer is hier niet meer."
        return [Step("Begeleiding afsluiten", words, "missing", "Stopzetten", "stop")]
    if stand.opgeschort:
        return [Step("Begeleiding hervatten", "Ze is nu opgeschort.", "open", "Hervatten", "hervat")]
    found = []
    if not stand.heeft_intake:
        found.append(Step("Intakegesprek", "Nog niet genoteerd.", "missing", "Noteer intake", "intake"))
    if not stand.heeft_leerdoel:
        found.append(Step("Leerdoel", "Nog geen leerdoel in het plan.", "missing", "Voeg toe", "leerdoel"))
    if not stand.stappen:
        words = "Er staat geen taak of actie met een datum."
        found.append(Step("Volgende stap", words, "missing", "Plan gesprek", "plan"))
    return found


def _missing(stand: Dossierstand) -> list[Step]:
    found = []
    if not stand.heeft_statuut:
        words = "Ontbreekt nog in dit dossier."
        found.append(Step("Statuut", words, "missing", "Vul in", "statuut"))
    if not stand.heeft_taal:
        words = "In welke taal spreek je met deze deelnemer?"
        found.append(Step("Taal", words, "missing", "Vul in", "gegevens"))
    if stand.ontbreekt:
        words = f"Ontbreekt nog: {', '.join(stand.ontbreekt)}."
        found.append(Step("Gegevens voor de cijfers", words, "missing", "Vul aan", "cijfers"))
    return found


class WhatNow(Surface):
    """The panel at the right of a dossier; `acted(action, id)` comes from the button of a step."""

    acted = Signal(str, int)

    def __init__(self, why_not: str = "", parent: QWidget | None = None) -> None:
        super().__init__("surface", edges="l", parent=parent)
        self.set_wide(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 8, 16)
        column.setSpacing(12)
        column.addWidget(Label("Wat nu?", weight=tokens.STRONG))
        self._empty = Label("Er staat niets open in dit dossier.", "text2", wrap=True)
        column.addWidget(self._empty)
        self.steps = ProcedureSteps()
        self.steps.acted.connect(self._acted)
        self.steps.forbid(why_not)
        column.addWidget(ScrollPage(self.steps), 1)

    def set_wide(self, wide: bool) -> None:
        """Take all the room there is, or that of a panel beside a page."""
        self.setMinimumWidth(0 if wide else tokens.SIDE_PANEL)
        self.setMaximumWidth(UNLIMITED if wide else tokens.SIDE_PANEL)

    def show_steps(self, found: list[Step]) -> None:
        """Show what is to be done."""
        self._empty.setVisible(not found)
        self.steps.show_steps(
            [
                StepRow(step.key, number, step.title, step.state, step.second, step.button)
                for number, step in enumerate(found[:MOST], start=1)
            ]
        )

    def focus_first(self) -> None:
        """Put the keyboard on the button of the first step."""
        buttons = [button for button in self.steps.findChildren(Button) if button.isVisible()]
        if buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _acted(self, key: str) -> None:
        action, _, row = key.partition(":")
        self.acted.emit(action, int(row))


class WhatNowStrip(Surface):
    """The first step on one line, for a small window; `toggled` shows or hides the rest."""

    acted = Signal(str, int)
    toggled = Signal()

    def __init__(self, why_not: str = "", parent: QWidget | None = None) -> None:
        super().__init__("surface", edges="b", parent=parent)
        self.setFixedHeight(40)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(tokens.PAGE_MARGIN_COMPACT, 0, tokens.PAGE_MARGIN_COMPACT, 0)
        self._row.setSpacing(tokens.GRID)
        self._icon = Icon("circle", size=16)
        self._words = Label("", weight=tokens.STRONG, elide=True)
        self.button = Button("", small=True)
        self.button.clicked.connect(self._act)
        forbid(why_not, self.button)
        self.more = Button("", kind="link", trailing_icon="panel-right")
        self.more.clicked.connect(self.toggled)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._words)
        self._row.addWidget(self.button)
        self._row.addStretch(1)
        self._row.addWidget(self.more)
        self._step: Step | None = None

    def show_steps(self, found: list[Step]) -> None:
        """Show the first step, and how many there are."""
        self._step = found[0] if found else None
        for widget in (self._icon, self.button, self.more):
            widget.setVisible(bool(found))
        if self._step is None:
            self._words.set_tone("text2")
            self._words.setText("Er staat niets open in dit dossier.")
            return
        icon, tone = _MARKS.get(self._step.state, ("circle", "text"))
        self._icon.show_icon(icon, tone)
        self._words.set_tone(tone)
        self._words.setText(f"{self._step.title} · {self._step.second}".removesuffix("."))
        self.button.show_text(self._step.button)
        self.more.show_text("1 stap" if len(found) == 1 else f"{len(found)} stappen")

    def _act(self) -> None:
        if self._step is not None:
            self.acted.emit(self._step.action, self._step.id)
