"""The login window: who you are and your passphrase; it stands before anything heavy is loaded."""

import importlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.version import VERSION
from leertraject_desktop.storage import location, pogingen
from leertraject_desktop.storage.clock import Clock, local_now, utc
from leertraject_desktop.ui.aanmelden.login_card import LoginCard
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.jobs import Job, Jobs
from leertraject_desktop.ui.kit.labels import Icon, Label
from leertraject_desktop.ui.kit.shortcuts import install_shortcut
from leertraject_desktop.ui.kit.surfaces import ScrollColumn
from leertraject_desktop.ui.kit.tab_order import ReadingOrder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from leertraject_desktop.storage.instance import Instance
    from leertraject_desktop.storage.keyfile import Kdf
    from leertraject_desktop.storage.store import Store
    from leertraject_desktop.ui.aanmelden.recovery_card import RecoveryCard
    from leertraject_desktop.ui.aanmelden.restore_card import RestoreCard
    from leertraject_desktop.ui.kit.notice import NoticeTone
    from leertraject_desktop.ui.kit.print_preview import PrintPreview

HEAVY = ("leertraject_desktop.storage.database",)
LOGIN_SETTING = "aanmeldnaam"
LOW_WINDOW = 560
UNSEEN_MS = 3000  # what waits for the picture, such as the guards of the memory, waits no longer than this


class _FirstPage(ReadingOrder):
    painted = Signal()
    _is_painted = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen = QTimer(self)
        self._seen.setSingleShot(True)
        self._seen.timeout.connect(self.count_as_painted)
        self._seen.start(UNSEEN_MS)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            # By then all that lies on the page is painted too; a page that is gone by then says nothing.
            self._seen.start(0)

    def count_as_painted(self) -> None:
        """Tell it, once."""
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()


class LoginPage(_FirstPage):
    """Asks for the passphrase of a database and opens it.

    `opened(Store)` when the data is open; `database_chosen(Path)` when the user turned to other data;
    `new_asked` when the user wants to make new data; `help_asked` on F1; `painted` once, after the first
    picture or soon when there is none. `preload` names the modules that are loaded behind that picture, while
    the user types. `instance` is the lock that the window holds. `clock` and `kdf` are for tests.
    """

    opened = Signal(object)
    database_chosen = Signal(Path)
    new_asked = Signal()
    help_asked = Signal()

    def __init__(
        self,
        jobs: Jobs,
        database: Path,
        *,
        instance: "Instance | None" = None,
        preload: Sequence[str] = HEAVY,
        clock: Clock = local_now,
        kdf: "Kdf | None" = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._database, self._clock, self._kdf = jobs, database, clock, kdf
        self._instance = instance
        self._preload = tuple(preload)
        self.setAutoFillBackground(True)
        self._login = ""
        self._store: Store | None = None
        self._dialog: QFileDialog | None = None
        self.card = LoginCard(self._seconds_to_wait)
        self.card.submitted.connect(self._unlock)
        self.card.other_asked.connect(self.ask_database)
        self.card.recovery_asked.connect(self.show_recovery)
        self.recovery: RecoveryCard | None = None
        self.restoring: RestoreCard | None = None
        self._preview: PrintPreview | None = None
        self._build()
        install_shortcut(self, "Esc", self._step_back)
        self.painted.connect(self._load_later)
        self.show_database(database)

    @property
    def database(self) -> Path:
        """The database that is asked for."""
        return self._database

    def show_database(self, database: Path) -> None:
        """Ask for another database."""
        self._database = database
        self.card.show_database(database, location.setting(LOGIN_SETTING))
        self.restore.setVisible(not self.card.shown.names)

    def ask_database(self) -> None:
        """Let the user choose another database file."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(
            self, "Andere gegevens openen", str(self._database.parent), f"Leertraject (*{location.SUFFIX})"
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._chosen)
        self._dialog = dialog
        dialog.open()

    def say(self, what: str, remedy: str = "", tone: "NoticeTone" = "info") -> None:
        """Tell in the card what happened before."""
        self.card.notice.show_message(what, remedy, tone)

    def focus_first(self) -> None:
        """Put the cursor where the user types first."""
        (self.recovery or self.restoring or self.card).focus_first()

    def show_recovery(self) -> None:
        """The way in with the recovery sheet."""
        from leertraject_desktop.ui.aanmelden.recovery_card import RecoveryCard

        self.recovery = RecoveryCard(self.card.shown)
        self.recovery.left.connect(self.hide_recovery)
        self.recovery.submitted.connect(self._recover)
        self.recovery.sheet_asked.connect(self._make_sheet)
        self.recovery.sheet_refused.connect(self._open)
        self._turn_to(self.recovery)

    def hide_recovery(self) -> None:
        """Back to the passphrase."""
        left, self.recovery = self.recovery, None
        self._turn_back_from(left)

    def show_restore(self) -> None:
        """The way back with a backup, for data that does not open any more."""
        from leertraject_desktop.features.reservekopie.herstel import keuzes
        from leertraject_desktop.ui.aanmelden.restore_card import RestoreCard

        if self.recovery is not None or self.restoring is not None:
            return
        self.restoring = RestoreCard()
        self.restoring.left.connect(self.hide_restore)
        self.restoring.submitted.connect(self._restore)
        self._turn_to(self.restoring)
        job = Job(keuzes, self._database)
        job.done.connect(self.restoring.show_copies)
        job.failed.connect(self.restoring.show_problem)
        self._jobs.start(job)

    def hide_restore(self) -> None:
        """Back to the passphrase."""
        left, self.restoring = self.restoring, None
        self._turn_back_from(left)

    def _turn_to(self, card: QWidget) -> None:
        self.card.hide()
        self._across.insertWidget(1, card)
        card.show()
        self.focus_first()

    def _turn_back_from(self, card: QWidget | None) -> None:
        if card is not None:
            self._across.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.card.show()
        self.focus_first()

    def _restore(self, copy: Path, proof: object) -> None:
        from leertraject_desktop.features.reservekopie.herstel import zet_terug

        if self.restoring is None:
            return
        self.restoring.show_busy(True)
        job = Job(zet_terug, self._database, copy, proof, venster=self._instance, clock=self._clock)
        job.done.connect(self._restored)
        job.failed.connect(self.restoring.show_problem)
        self._jobs.start(job)

    def _restored(self, lines: Sequence[str]) -> None:
        self.hide_restore()
        self.show_database(self._database)
        if self._instance is None:
            self.database_chosen.emit(self._database)  # the file is there again: the window takes its lock
            return
        self.say("De reservekopie staat terug.", " ".join(lines[2:]))
        self.focus_first()

    def _step_back(self) -> None:
        """Escape, wherever the keyboard is: out of the recovery, or close what "Wachtzin vergeten?" told."""
        if self.recovery is not None:
            self.recovery.go_back()
        elif self.restoring is not None:
            self.restoring.go_back()
        else:
            self.card.close_explanation()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.card.set_low(self.height() < LOW_WINDOW)

    def _build(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(16, 8, 16, 4)
        column.setSpacing(0)
        column.addStretch(1)
        self._across = QHBoxLayout()
        self._across.addStretch(1)
        self._across.addWidget(self.card)
        self._across.addStretch(1)
        column.addLayout(self._across)
        column.addSpacing(16)
        safe = QHBoxLayout()
        safe.setSpacing(tokens.ICON_TO_TEXT)
        words = "Alles op deze computer is versleuteld. Zonder wachtzin kan niemand het lezen."
        safe.addStretch(1)
        safe.addWidget(Icon("shield-check"))
        safe.addWidget(Label(words, "text2", size=tokens.SMALL))
        safe.addStretch(1)
        column.addLayout(safe)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(tokens.PAGE_MARGIN, 0, tokens.PAGE_MARGIN, 12)
        foot.setSpacing(tokens.GRID)
        foot.addWidget(Label(f"Versie {VERSION} · Vocvo", "text2", size=tokens.SMALL))
        foot.addStretch(1)
        self.other = Button("Andere gegevens openen", kind="text", icon="folder-open")
        self.new = Button("Nieuwe gegevens maken", kind="text", icon="plus")
        help_ = Button("Hulp", kind="text", icon="life-buoy", shortcut="F1")
        self.other.clicked.connect(self.ask_database)
        self.new.clicked.connect(self.new_asked)
        help_.clicked.connect(self.help_asked)
        self.restore = Button("Reservekopie terugzetten", kind="text", icon="hard-drive")
        self.restore.clicked.connect(self.show_restore)
        for button in (self.restore, self.other, self.new, help_):
            foot.addWidget(button)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.setSpacing(0)
        outside.addWidget(ScrollColumn(middle), 1)
        outside.addLayout(foot)

    def _chosen(self, name: str) -> None:
        self.show_database(Path(name))
        self.focus_first()
        self.database_chosen.emit(Path(name))

    def _load_later(self) -> None:
        QTimer.singleShot(50, self._load_heavy)  # after the picture, however long that took

    def _load_heavy(self) -> None:
        self._jobs.start(Job(_import_all, self._preload))

    def _seconds_to_wait(self, login: str) -> int:
        if not pogingen.is_mislukt(self._database):
            return 0  # without asking what time it is: that loads the module of days
        return pogingen.wachttijd(self._database, login, utc(self._clock()))

    def _unlock(self, login: str, passphrase: str) -> None:
        self.card.show_busy(True)
        self._login = login
        self._start(Job(_key_of, self._database, login, passphrase, self._clock))

    def _recover(self, key: str, login: str, passphrase: str) -> None:
        if self.recovery is not None:
            self.recovery.show_busy(True)
        self._login = login
        self._start(Job(_recovered_key, self._database, key, login, passphrase, self._clock, self._kdf))

    def _start(self, job: Job) -> None:
        job.done.connect(self._enter)
        job.failed.connect(self._refused)
        self._jobs.start(job)

    def _enter(self, key: bytes) -> None:
        from leertraject_desktop.domain.rechten import RECHTEN, Recht
        from leertraject_desktop.storage.database import enter

        try:
            self._store = enter(self._database, self._login, key, clock=self._clock)
        except Problem as problem:
            self._refused(problem)
            return
        self._remember(self._login)
        if self.recovery is not None and Recht.BEHEREN in RECHTEN[self._store.wie.rol]:
            self.recovery.ask_sheet()
        else:
            self._open()

    def _open(self) -> None:
        self.card.show_busy(False)
        self.card.forget()
        if self.recovery is not None:
            self.hide_recovery()
        store, self._store = self._store, None
        if store is not None:
            self.opened.emit(store)

    def _make_sheet(self) -> None:
        from leertraject_desktop.features.gebruikers.toegang import maak_herstelblad
        from leertraject_desktop.features.papier.herstelblad import herstelblad_pdf
        from leertraject_desktop.ui.kit.print_preview import PrintPreview
        from leertraject_desktop.ui.kit.printers import NO_PRINTER, paper_printers

        if self._store is None:
            return
        if not paper_printers():
            later = "Het oude herstelblad blijft werken. Maak later een nieuw bij ‘Gebruikers’."
            self._refused(Problem(NO_PRINTER.what, later))
            return
        try:
            blad = maak_herstelblad(self._store)
        except Problem as problem:
            self._refused(problem)
            return
        pdf = herstelblad_pdf(blad.groepen, blad.qr, gevangenis=blad.gevangenis, datum=self._clock().date())
        self._preview = PrintPreview(self)
        self._preview.closed.connect(self._open)
        self._preview.show_pdf(pdf, f"Herstelblad {blad.gevangenis}", secret=True)

    def _refused(self, problem: Problem) -> None:
        if self.recovery is not None:
            self.recovery.show_problem(problem)
            return
        self.card.show_busy(False)
        self.card.show_problem(problem)
        if not problem.veld:
            self.restore.show()

    def _remember(self, login: str) -> None:
        try:
            location.remember(self._database)
            location.keep_setting(LOGIN_SETTING, login)
        except Problem:
            # Without it the user chooses the data again next time; that must not keep anybody out.
            return


def _key_of(database: Path, login: str, passphrase: str, clock: Clock) -> bytes:
    from leertraject_desktop.storage.database import bring_up_to_date, unlock

    key = unlock(database, login, passphrase, clock=clock)
    bring_up_to_date(database, key)
    return key


def _recovered_key(
    database: Path, key: str, login: str, passphrase: str, clock: Clock, kdf: "Kdf | None"
) -> bytes:
    from leertraject_desktop.features.gebruikers.toegang import herstel_toegang

    herstel_toegang(database, key, login, passphrase, clock=clock, kdf=kdf)
    return _key_of(database, login, passphrase, clock)


def _import_all(names: Sequence[str]) -> None:
    load: Callable[[str], object] = importlib.import_module
    for name in names:
        load(name)
