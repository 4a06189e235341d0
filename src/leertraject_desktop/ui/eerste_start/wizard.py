"""The first start: six steps to a new database, back and forth without losing anything."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage import location
from leertraject_desktop.storage.clock import Clock, local_now
from leertraject_desktop.storage.database import Eigenaar, create
from leertraject_desktop.storage.keyfile import Kdf
from leertraject_desktop.ui.eerste_start.herstelblad_step import RecoveryStep
from leertraject_desktop.ui.eerste_start.steps import EndStep, PersonStep, PlaceStep, PrisonStep, Step
from leertraject_desktop.ui.eerste_start.wachtzin_step import PassphraseStep
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.compact import is_compact, is_narrow
from leertraject_desktop.ui.kit.jobs import Job, Jobs
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.logo import Logo
from leertraject_desktop.ui.kit.page import FooterBar
from leertraject_desktop.ui.kit.shortcuts import install_shortcut
from leertraject_desktop.ui.kit.surfaces import ScrollPage, Surface
from leertraject_desktop.ui.kit.tab_order import ReadingOrder
from leertraject_desktop.ui.kit.theme import colour
from leertraject_desktop.ui.kit.two_line_list import STEPS, TwoLineList, TwoLineRow

MAKING = "De gegevens worden gemaakt en versleuteld."
SIDE, SIDE_COMPACT = 256, 184
MARGIN, MARGIN_COMPACT = 48, 24


class _StepList(TwoLineList):
    """Enter goes back to a step that is done; on any other it is the Enter of the wizard."""

    here = 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.current_key()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not (isinstance(key, int) and key < self.here):
            event.ignore()
            return
        super().keyPressEvent(event)


class FirstStart(ReadingOrder):
    """Enter goes on, Alt+Left goes back. Nothing is written before "Begin".

    `made(path, login)` when the data is there; `left` when the user does not want it after all (only with
    `can_leave`). `kdf` and `clock` are for tests.
    """

    made = Signal(Path, str)
    left = Signal()

    def __init__(
        self,
        jobs: Jobs,
        *,
        can_leave: bool = False,
        kdf: Kdf | None = None,
        clock: Clock = local_now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._kdf = jobs, kdf
        self._can_leave = can_leave
        self._busy = False
        self._path = Path()
        self.prison, self.person = PrisonStep(), PersonStep()
        self.phrase, self.place = PassphraseStep(), PlaceStep()
        self.recovery, self.end = RecoveryStep(clock), EndStep()
        self.steps: list[Step] = [
            self.prison, self.person, self.phrase, self.place, self.recovery, self.end,
        ]  # fmt: skip
        self._here = 0
        self._build()
        self._show(0)

    @property
    def here(self) -> Step:
        """The step on the screen."""
        return self.steps[self._here]

    def focus_first(self) -> None:
        """The first field of this step."""
        if self.here is self.end:
            self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.here.focus_first()

    def go_on(self) -> None:
        """To the next step, when this one is filled in; from the last one: make the data."""
        if self._busy or not self.here.check():
            return
        if self.here is self.end:
            self._begin()
        else:
            self._show(self._here + 1)

    def go_back(self) -> None:
        """To the step before; from the first one: leave, where that is possible."""
        if self._busy:
            return
        if self._here > 0:
            self._show(self._here - 1)
        elif self._can_leave:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape and self._can_leave and not self._busy:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = is_compact(self)
        self._side.setFixedWidth(SIDE_COMPACT if compact else SIDE)
        self._side.setVisible(not is_narrow(self))
        margin = MARGIN_COMPACT if compact else MARGIN
        self._inside.setContentsMargins(margin, 16 if compact else 40, margin, 16)
        footer = self.footer.layout()
        if footer is not None:
            footer.setContentsMargins(margin, 16, margin, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour("surface"))
        painter.end()

    def _build(self) -> None:
        self._count = Label("", "text2", size=tokens.SMALL)
        self._title = Label("", size=tokens.TITLE, weight=tokens.STRONG)
        self._lead = Label("", "text2", wrap=True)
        page = QWidget()
        self._inside = QVBoxLayout(page)
        self._inside.setSpacing(0)
        self._inside.addWidget(self._count)
        self._inside.addSpacing(2)
        self._inside.addWidget(self._title)
        self._inside.addSpacing(8)
        self._inside.addWidget(self._lead)
        self._inside.addSpacing(16)
        for step in self.steps:
            self._inside.addWidget(step)
            step.hide()
        self._inside.addStretch(1)
        self.back_button = Button("Vorige", icon="arrow-left")
        self.next_button = Button("Volgende", kind="primary", hint="Enter")
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_on)
        install_shortcut(self, "Alt+Left", self.go_back)
        self._working = Label("", "text2")
        self.footer = FooterBar([self.back_button], [self._working, self.next_button])
        main = QVBoxLayout()
        main.setSpacing(0)
        main.addWidget(ScrollPage(page), 1)
        main.addWidget(self.footer)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self._build_side())
        across.addLayout(main, 1)

    def _build_side(self) -> QWidget:
        self._side = Surface("nav", edges="r")
        column = QVBoxLayout(self._side)
        column.setContentsMargins(16, 24, 16, 24)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(tokens.ICON_TO_TEXT)
        head.addWidget(Logo(28))
        head.addWidget(Label("Leertraject", weight=tokens.STRONG), 1)
        column.addLayout(head)
        column.addSpacing(24)
        self.list = _StepList("Stappen", STEPS)
        self.list.setProperty("clear", True)
        self.list.opened.connect(self._go_to)
        column.addWidget(self.list)
        column.addStretch(1)
        words = "Eerste keer op deze computer. Dit duurt ongeveer 3 minuten."
        column.addWidget(Label(words, "text2", size=tokens.SMALL, wrap=True))
        return self._side

    def _go_to(self, key: object) -> None:
        """A click on a step that is done goes back to it; forward one goes with Enter."""
        if isinstance(key, int) and key < self._here and not self._busy:
            self._show(key)
        else:
            self.list.go_to(self._here)

    def _show(self, number: int) -> None:
        self._here = number
        self._pass_on()
        for step in self.steps:
            step.setVisible(step is self.here)
        self.here.enter()
        self._count.setText(f"Stap {number + 1} van {len(self.steps)}")
        self._title.setText(self.here.title)
        self._lead.setText(self.here.lead)
        self.footer.notice.clear()
        self.back_button.show_text("Vorige" if number or not self._can_leave else "Annuleren")
        self.back_button.setVisible(bool(number) or self._can_leave)
        last = self.here is self.end
        self.next_button.show_text("Begin" if last else "Volgende")
        self.list.show_rows([self._row(index, step) for index, step in enumerate(self.steps)])
        self.list.here = number
        self.list.fit()
        self.list.go_to(number)
        self.focus_first()

    def _row(self, index: int, step: Step) -> TwoLineRow:
        if index < self._here:
            return TwoLineRow(index, step.name, step.told(), icon="circle-check", icon_tone="accent_text")
        return TwoLineRow(index, step.name, number=index + 1)

    def _pass_on(self) -> None:
        """Give the steps what the steps before them know."""
        prison = self.prison.told()
        self.phrase.new.own = (self.person.login.value(), self.person.naam.value(), prison)
        self.place.gevangenis = self.recovery.gevangenis = prison
        sheet = "nagekeken" if self.recovery.blad() else "druk je later af"
        self.end.facts.show_facts(
            [
                ("Gevangenis", prison),
                ("Jij", self.person.naam.value()),
                ("Aanmeldnaam", self.person.login.value()),
                ("Rol", "beheerder: je kan collega's toevoegen"),
                ("Bestand", str(self.place.path()) if prison else ""),
                ("Herstelblad", sheet),
            ]
        )

    def _begin(self) -> None:
        self._path = self.place.path()
        blad = self.recovery.blad()
        owner = Eigenaar(self.person.login.value(), self.person.naam.value())
        job = Job(
            create,
            self._path,
            self.prison.editor.value(),
            owner,
            self.phrase.new.value(),
            kdf=self._kdf,
            recovery=blad.sleutel if blad else None,
        )
        job.done.connect(self._done)
        job.failed.connect(self._failed)
        job.finished.connect(self._not_busy)  # also after a bug
        self._show_busy(True)
        self._jobs.start(job)

    def _show_busy(self, busy: bool) -> None:
        self._busy = busy
        if busy:  # or the keyboard falls from the grey button into the list of steps
            self._working.setFocus(Qt.FocusReason.OtherFocusReason)
        self.next_button.show_text("Bezig…" if busy else "Begin", hint="" if busy else "Enter")
        self.next_button.setEnabled(not busy)
        self.back_button.setEnabled(not busy)
        self._working.setText(MAKING if busy else "")
        if busy:
            self.footer.notice.clear()

    def _not_busy(self) -> None:
        self._show_busy(False)

    def _done(self) -> None:
        login = self.person.login.value()
        try:
            location.remember(self._path)
            location.keep_setting("aanmeldnaam", login)
        except Problem:
            # The data is there; only the computer does not remember it.
            pass
        self.phrase.new.clear()
        self.made.emit(self._path, login)

    def _failed(self, problem: Problem) -> None:
        self._not_busy()
        self.footer.notice.show_problem(problem)
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
