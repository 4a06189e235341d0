"""The step of the first start in which a passphrase is chosen, typed twice and judged while it is typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.gebruikers.wachtzin import controleer_wachtzin, stel_wachtzin_voor, sterkte
from leertraject_desktop.ui.eerste_start.steps import FIELD, Step
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.form import Field, FieldBox
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.progress import CheckLine, StrengthBar
from leertraject_desktop.ui.kit.text_editors import PassphraseEditor

BESIDE = 200


class PassphraseStep(Step):
    """`own` are the words that everybody can guess of this user: login, name and prison."""

    name = "Wachtzin"
    title = "Kies je wachtzin"
    lead = (
        "Met deze zin open je het programma. Je typt hem elke keer. "
        "Kies vier of meer woorden die niets met elkaar te maken hebben."
    )

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(FIELD + BESIDE)
        self.own: tuple[str, ...] = ()
        self.phrase = PassphraseEditor()
        self.box = FieldBox(Field("wachtzin", "Wachtzin", self.phrase, width=FIELD))
        self.propose = Button("Stel een wachtzin voor", kind="link", icon="dices")
        self.repeat = PassphraseEditor()
        self.repeat_box = FieldBox(Field("herhaling", "Nog eens dezelfde wachtzin", self.repeat, width=FIELD))
        self.strength = StrengthBar()
        self.lines = [CheckLine(line.tekst) for line in sterkte("").controles]
        self._build()
        self.phrase.changed.connect(self._judge)
        self.repeat.changed.connect(self._compare)
        self.propose.clicked.connect(self._fill_in)
        self._judge()

    def enter(self) -> None:
        self._judge()

    def focus_first(self) -> None:
        self.phrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> bool:
        self.box.clear_problem()
        self.repeat_box.clear_problem()
        phrase = self.phrase.value()
        if not phrase:
            self.box.show_problem(
                Problem("Je wachtzin is nog leeg.", "Typ een wachtzin of laat er een voorstellen.")
            )
            return False
        try:
            controleer_wachtzin(phrase, eigen=self.own)
        except Problem as problem:
            self.box.show_problem(problem)
            return False
        if self.repeat.value() != phrase:
            self.repeat_box.note.show_note("", "info")
            self.repeat_box.show_problem(
                Problem("Dit is niet dezelfde wachtzin.", "Typ de wachtzin hierboven nog een keer.")
            )
            return False
        return True

    def told(self) -> str:
        return "gekozen"

    def _build(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self.box)
        across.addWidget(self.propose, 0, Qt.AlignmentFlag.AlignBottom)
        across.addStretch(1)
        narrow = QWidget()
        narrow.setFixedWidth(FIELD)
        below = QVBoxLayout(narrow)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.strength)
        below.addSpacing(12)
        for line in self.lines:
            below.addWidget(line)
        below.addSpacing(16)
        below.addWidget(self.repeat_box)
        below.addSpacing(12)
        below.addWidget(
            Notice(
                "Niemand kan je wachtzin opzoeken, ook Vocvo niet.",
                "Straks druk je een herstelblad af. Bewaar het in een gesloten kast.",
                "amber",
                dismissable=False,
            )
        )
        self.column.setSpacing(8)
        self.column.addLayout(across)
        self.column.addWidget(narrow)

    def _judge(self) -> None:
        found = sterkte(self.phrase.value(), eigen=self.own)
        self.strength.show_strength(found.niveau, found.label, found.telling if self.phrase.value() else "")
        for line, shown in zip(self.lines, found.controles, strict=True):
            line.show_met(shown.gehaald)
        self._compare()

    def _compare(self) -> None:
        phrase, again = self.phrase.value(), self.repeat.value()
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

    def _fill_in(self) -> None:
        self.phrase.show_value(stel_wachtzin_voor())
        self.phrase.reveal()
        self.repeat.clear()
        self.box.clear_problem()
        self._judge()
        self.repeat.setFocus(Qt.FocusReason.OtherFocusReason)
