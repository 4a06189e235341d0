"""Choosing a passphrase: judged while it is typed, typed twice, or proposed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.gebruikers.wachtzin import controleer_wachtzin, stel_wachtzin_voor, sterkte
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.form import Field, FieldBox
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.passphrase_editor import PassphraseEditor
from leertraject_desktop.ui.kit.progress import CheckLine, StrengthBar

WIDTH = 480


class NewPassphrase(QWidget):
    """The field, its strength, what is asked of it, and the field to type it again.

    `own` are the words that everybody can guess of this user: login, name and prison. `beside` puts the
    proposal beside the field instead of under it. `entered` on Enter in the second field.
    """

    entered = Signal()

    def __init__(
        self,
        *,
        label: str = "Wachtzin",
        width: int = WIDTH,
        beside: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.own: tuple[str, ...] = ()
        self.phrase = PassphraseEditor()
        self.box = FieldBox(Field("wachtzin", label, self.phrase, width=width))
        self.propose = Button("Stel een wachtzin voor", kind="link", icon="dices")
        self.repeat = PassphraseEditor()
        self.repeat_box = FieldBox(Field("herhaling", "Nog eens dezelfde wachtzin", self.repeat, width=width))
        self.strength = StrengthBar()
        self.lines = [CheckLine(line.tekst) for line in sterkte("").controles]
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._build(width, beside)
        self.phrase.changed.connect(self.judge)
        self.repeat.changed.connect(self._compare)
        self.phrase.entered.connect(self._to_repeat)
        self.repeat.entered.connect(self.entered)
        self.propose.clicked.connect(self._fill_in)
        self.judge()

    def value(self) -> str:
        """The passphrase as it was typed."""
        return self.phrase.value()

    def focus_first(self) -> None:
        """Put the cursor in the first field."""
        self.phrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def tab_stops(self) -> list[QWidget]:
        """From the phrase to its repetition: a space typed on the proposal would replace the phrase."""
        return [self.box, self.repeat_box, self.propose]

    def clear(self) -> None:
        """Forget what was typed."""
        self.phrase.clear()
        self.repeat.clear()
        self.judge()

    def check(self) -> bool:
        """Whether it may be used and was typed twice; what is wrong stands at its field."""
        self.box.clear_problem()
        self.repeat_box.clear_problem()
        if not self.value():
            self.box.show_problem(
                Problem("Je wachtzin is nog leeg.", "Typ een wachtzin of laat er een voorstellen.")
            )
            return False
        try:
            controleer_wachtzin(self.value(), eigen=self.own)
        except Problem as problem:
            self.box.show_problem(problem)
            return False
        if not self.repeat.value():
            self.repeat_box.show_problem(
                Problem("Typ je wachtzin nog een keer.", "Zo weet je zeker dat er geen typfout in staat.")
            )
            return False
        if self.repeat.value() != self.value():
            self.repeat_box.note.show_note("", "info")
            self.repeat_box.show_problem(
                Problem("Dit is niet dezelfde wachtzin.", "Typ de wachtzin hierboven nog een keer.")
            )
            return False
        return True

    def judge(self) -> None:
        """Look again how strong it is, for instance because `own` changed."""
        found = sterkte(self.value(), eigen=self.own)
        self.strength.show_strength(found.niveau, found.label, found.telling if self.value() else "")
        for line, shown in zip(self.lines, found.controles, strict=True):
            line.show_met(shown.gehaald)
        self._compare()

    def _build(self, width: int, beside: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.box)
        if beside:
            across.addLayout(self._beside())
        across.addStretch(1)
        narrow = QWidget()
        narrow.setFixedWidth(width)
        below = QVBoxLayout(narrow)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.strength)
        below.addSpacing(12)
        for line in self.lines:
            below.addWidget(line)
        below.addSpacing(16)
        below.addWidget(self.repeat_box)
        if not beside:
            below.addSpacing(8)
            below.addWidget(self.propose, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(across)
        column.addWidget(narrow)

    def _beside(self) -> QVBoxLayout:
        """The proposal on the line of the field, also while a message stands under it."""
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        label = self.box.findChild(Label)
        above = (label.sizeHint().height() if label is not None else 0) + tokens.LABEL_TO_FIELD
        column.addSpacing(above + (tokens.CONTROL - self.propose.sizeHint().height()) // 2)
        column.addWidget(self.propose)
        column.addStretch(1)
        return column

    def _compare(self) -> None:
        phrase, again = self.value(), self.repeat.value()
        note = self.repeat_box.note
        if not phrase or not again:
            note.show_note("", "info")
        elif phrase == again:
            note.show_note("Dat is dezelfde wachtzin.", "check")
        elif phrase.startswith(again):
            left = len(phrase) - len(again)
            note.show_note("Nog 1 teken" if left == 1 else f"Nog {left} tekens", "info")
        else:
            note.show_note("Hier typ je iets anders dan hierboven.", "info")

    def _to_repeat(self) -> None:
        if not self.repeat.value():
            self.repeat.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_in(self) -> None:
        self.phrase.show_value(stel_wachtzin_voor())
        self.phrase.reveal()
        self.repeat.clear()
        self.box.clear_problem()
        self.judge()
        self.repeat.setFocus(Qt.FocusReason.OtherFocusReason)
