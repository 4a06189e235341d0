"""The main window: the frame, its pages, the way between them, and the keys that work everywhere.

A new page is a line in `PAGES`, a new form over the page a line in `FORMS`.
"""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from leertraject_desktop.domain.label import Rol
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht, controleer_recht
from leertraject_desktop.features.keuzes.lijsten import deze_gevangenis
from leertraject_desktop.storage.clock import local_now
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.begeleidingen.list_page import BegeleidingenPage
from leertraject_desktop.ui.beheer.gebruikers_page import GebruikersPage
from leertraject_desktop.ui.beheer.instellingen_page import InstellingenPage
from leertraject_desktop.ui.beheer.logboek_page import LogboekPage
from leertraject_desktop.ui.beheer.own_passphrase import OwnPassphrase
from leertraject_desktop.ui.beheer.persoonsgegevens_page import PersoonsgegevensPage
from leertraject_desktop.ui.beheer.places import places_for
from leertraject_desktop.ui.beheer.reservekopieen_page import ReservekopieenPage
from leertraject_desktop.ui.beheer.wiped_again import wipe_again
from leertraject_desktop.ui.bevolking.page import BevolkingPage
from leertraject_desktop.ui.deelnemers.list_page import DeelnemersPage
from leertraject_desktop.ui.deelnemers.merge import MergeDossiers
from leertraject_desktop.ui.deelnemers.new_deelnemer import NewDeelnemer
from leertraject_desktop.ui.doorverwijzingen.list_page import DoorverwijzingenPage
from leertraject_desktop.ui.dossier.page import DossierPage
from leertraject_desktop.ui.dossier.places import part_of
from leertraject_desktop.ui.importeren.import_page import ImportPage
from leertraject_desktop.ui.informatievragen.edit_vraag import EditVraag
from leertraject_desktop.ui.informatievragen.list_page import VragenPage
from leertraject_desktop.ui.informatievragen.quick_entry import QuickEntry
from leertraject_desktop.ui.kit.busy import Busy
from leertraject_desktop.ui.kit.changes import Changes
from leertraject_desktop.ui.kit.frame import Frame
from leertraject_desktop.ui.kit.navigation import NavItem
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.screen import Context, Screen, Target
from leertraject_desktop.ui.kit.shortcuts import install_shortcut
from leertraject_desktop.ui.kit.store_job import StoreJob
from leertraject_desktop.ui.kit.tab_order import ReadingOrder, first_stop
from leertraject_desktop.ui.levering.levering_page import LeveringPage
from leertraject_desktop.ui.nazorg.list_page import NazorgPage
from leertraject_desktop.ui.shortcut_sheet import ShortcutSheet
from leertraject_desktop.ui.start.agenda_page import AgendaPage
from leertraject_desktop.ui.start.start_page import StartPage
from leertraject_desktop.ui.taken.new_taak import NewTaak
from leertraject_desktop.ui.top_search import Goal, TopSearch


class OverPage(Protocol):
    """A form over the page: `kept` gives a sentence, `go` asks for another place, `closed` tells the end."""

    kept: SignalInstance
    go: SignalInstance
    closed: SignalInstance

    def __init__(self, context: Context, parent: QWidget) -> None: ...

    def open(self, target: Target) -> None:
        """Show the form that a target asks for."""


PLACES = (
    NavItem("start", "Start", "house", "Ctrl+1", "1", group=0),
    NavItem("deelnemers", "Deelnemers", "users", "Ctrl+2", "2", group=1),
    NavItem("vragen", "Vragen", "message-circle-question-mark", "Ctrl+3", "3", group=1),
    NavItem("begeleidingen", "Begeleiding", "route", "Ctrl+4", "4", group=1),
    NavItem("levering", "Levering", "send", "Ctrl+0", "0", group=2),
)
HELP = NavItem("hulp", "Hulp", "life-buoy", "F1", "F1")

PAGES: dict[str, type[Screen]] = {
    "start": StartPage,
    "agenda": AgendaPage,
    "deelnemers": DeelnemersPage,
    "vragen": VragenPage,
    "begeleidingen": BegeleidingenPage,
    "dossier": DossierPage,
    "levering": LeveringPage,
    "importeren": ImportPage,
    "bevolking": BevolkingPage,
    "doorverwijzingen": DoorverwijzingenPage,
    "nazorg": NazorgPage,
    "gebruikers": GebruikersPage,
    "instellingen": InstellingenPage,
    "logboek": LogboekPage,
    "persoonsgegevens": PersoonsgegevensPage,
    "reservekopieen": ReservekopieenPage,
}
FORMS: dict[str, type[OverPage]] = {
    "nieuwe_vraag": QuickEntry,
    "vraag": EditVraag,
    "nieuwe_deelnemer": NewDeelnemer,
    "samenvoegen": MergeDossiers,
    "nieuwe_taak": NewTaak,
    "taak": NewTaak,
    "wachtzin": OwnPassphrase,
}
# Taking back more rows than this takes so long that it is better watched.
MANY_ROWS = 300
# Tables that are written by looking and typing; keeping those is no news.
QUIET = frozenset({"bekeken", "concept", "instelling"})
# Where the navigation says that you are, for a place that has no line of its own.
UNDER = {
    "agenda": "start",
    "dossier": "deelnemers",
    "importeren": "deelnemers",
    "bevolking": "levering",
    "doorverwijzingen": "begeleidingen",
    "nazorg": "begeleidingen",
}


class MainWindow(ReadingOrder):
    """Everything behind the login. It goes to `Target`s, remembers the way back, and passes changes on.

    `lock_asked` when the user wants to lock, `away_asked(Away)` for work that nobody may disturb; whoever
    owns the window closes the store.
    """

    lock_asked = Signal()
    away_asked = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        again = wipe_again(context)  # before anything is read
        self._screens: dict[str, Screen] = {}
        self._history: list[Target] = []
        self._now = -1
        self._form: OverPage | ShortcutSheet | None = None
        self.frame = Frame(
            PLACES,
            [HELP],
            place=context.store.read(deze_gevangenis).label,
            user=context.store.wie.naam,
        )
        self.problem = Notice()
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.frame)
        self.frame.put_above_status(self.problem)
        self._connect()
        self._changes = Changes(self)
        self._changes.changed.connect(self._changed)
        context.store.listen(self._changes.tell)
        self.go(Target("start"))
        if why := context.why_not():
            self.told(why)
        if again:
            self.warned(again)

    def go(self, target: Target) -> None:
        """Go to a place, or open a form over the place where the user is.

        Who may only read is told so before he or she types anything.
        """
        if target.place.startswith("nieuw"):
            try:
                controleer_recht(self.context.store.wie.rol, Recht.REGISTREREN)
            except Problem as problem:
                self.failed(problem)
                return
        if target.place == "hulp":
            self._show_help()
        elif target.place in FORMS:
            self._open_form(target)
        elif (part := part_of(target.place)) is not None:
            self._visit(Target("dossier", target.id, part))
        else:
            self._visit(target)

    def page(self) -> Screen:
        """The page that is shown."""
        return self._screens[self._history[self._now].place]

    def told(self, sentence: str) -> None:
        """Show one sentence in the status bar."""
        self.frame.status.show_saved(sentence)

    def failed(self, problem: Problem) -> None:
        """Show a Problem that belongs to no field and no button, at the foot of the page."""
        self.problem.show_problem(problem)
        self.problem.show()

    def warned(self, problem: Problem) -> None:
        """Show what went wrong beside the work, such as a backup on a stick: it is no fault of the user."""
        self.problem.show_message(problem.what, problem.remedy, "amber")

    def undo(self) -> None:
        """Take back what was kept last; by a job when that is thousands of rows."""
        if self.context.store.undo_size() > MANY_ROWS:
            job = StoreJob(self.context.store, Store.undo, tells_progress=True)
            job.done.connect(self._undone)
            job.failed.connect(self.failed)
            words = "Wat je laatst bewaarde, wordt weggenomen. Stop je, dan blijft alles zoals het is."
            Busy(self, job, "Ongedaan maken", words).open()
            self.context.jobs.start(job)
            return
        try:
            name = self.context.store.undo()
        except Problem as problem:
            self.failed(problem)
        else:
            self._undone(name)

    def _undone(self, name: str) -> None:
        self.told(f"Ongedaan gemaakt: {name}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A text field in which nothing can be undone leaves Ctrl+Z to the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not _can_undo(watched)
        ):
            event.ignore()
            return True
        return False

    def _connect(self) -> None:
        frame = self.frame
        frame.navigated.connect(self._navigated)
        frame.back_asked.connect(partial(self._step, -1))
        frame.forward_asked.connect(partial(self._step, 1))
        frame.lock_asked.connect(self.lock_asked)
        rol = self.context.store.wie.rol
        for place in places_for(rol):
            action = frame.user_menu.addAction(place.title)
            action.triggered.connect(partial(self.go, Target(place.place)))
        frame.user_menu.addAction("Doorverwijzingen", partial(self.go, Target("doorverwijzingen")))
        frame.user_menu.addAction("Nazorg", partial(self.go, Target("nazorg")))
        frame.user_menu.addAction("Bevolking", partial(self.go, Target("bevolking")))
        frame.user_menu.addSeparator()
        frame.user_menu.addAction("Vergrendelen", self.lock_asked.emit)
        frame.user_menu.addAction("Sneltoetsen", self._show_help)
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+N": lambda: self.go(Target("nieuwe_vraag", self._deelnemer())),
            "Ctrl+Shift+N": lambda: self.go(Target("nieuwe_deelnemer")),
            "Ctrl+Shift+T": lambda: self.go(Target("nieuwe_taak", self._deelnemer())),
            "Ctrl+Shift+A": lambda: self.go(Target("agenda")),
            "Ctrl+M": self._new_contact,
            "Ctrl+P": lambda: _run(self.page().print_action()),
            "Ctrl+E": lambda: _run(self.page().excel_action()),
            "Ctrl+Z": self.undo,
            "F10": frame.top.user.click,
        }
        for written, start in keys.items():
            install_shortcut(self, written, start)
        self.search = TopSearch(frame.top.search, self.context, beheer_goals(rol))
        self.search.chosen.connect(self.go)
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def _visit(self, target: Target) -> None:
        if not self._show(target):
            return
        if self._now < 0 or self._history[self._now] != target:
            self._history[self._now + 1 :] = [target]
            self._now += 1
        self.frame.show_history(self._now > 0, self._now < len(self._history) - 1)

    def _show(self, target: Target) -> bool:
        """Show a place; False when it refuses, for instance a dossier that was removed."""
        screen = self._screen(target.place)
        self.problem.hide()
        try:
            screen.show_target(target)
        except Problem as problem:
            self.failed(problem)
            return False
        self.frame.show_page(screen, UNDER.get(target.place, target.place))
        screen.focus_first()
        self._keep_keyboard(screen, ask=False)
        return True

    def _screen(self, place: str) -> Screen:
        if place not in self._screens:
            screen = PAGES[place](self.context)
            screen.go.connect(self.go)
            screen.told.connect(self.told)
            screen.failed.connect(self.failed)
            screen.away.connect(self.away_asked)
            self._screens[place] = screen
        return self._screens[place]

    def _navigated(self, key: str) -> None:
        self.go(Target(key))

    def _step(self, step: int) -> None:
        there = self._now + step
        if not 0 <= there < len(self._history):
            return
        if self._show(self._history[there]):
            self._now = there
        elif not self._screen(self._history[there].place).is_dirty():
            # It is gone for good, so the next press goes past it; what was typed here only holds the user.
            del self._history[there]
            self._now -= step < 0
        self.frame.show_history(self._now > 0, self._now < len(self._history) - 1)

    def _open_form(self, target: Target) -> None:
        if self._form is not None:
            return
        form = FORMS[target.place](self.context, self)
        form.kept.connect(self.told)
        form.go.connect(self.go)
        form.closed.connect(self._form_closed)
        self._form = form
        try:
            form.open(target)
        except Problem as problem:
            self._form = None
            self.failed(problem)

    def _form_closed(self) -> None:
        self._form = None
        self._keep_keyboard(self.page())

    def _deelnemer(self) -> int | None:
        here = self._history[self._now]
        return here.id if here.place == "dossier" else None

    def _new_contact(self) -> None:
        deelnemer_id = self._deelnemer()
        if deelnemer_id is not None:
            self.go(Target("nieuw_contactmoment", deelnemer_id))
        else:
            self.told("Open eerst een dossier: dan noteer je met Ctrl+M een contactmoment.")

    def _show_help(self) -> None:
        if self._form is None:
            sheet = ShortcutSheet(self)
            sheet.closed.connect(self._form_closed)
            self._form = sheet
            sheet.open()

    def _changed(self, tables: frozenset[str]) -> None:
        if tables - QUIET:
            self.frame.status.show_saved(f"Alles bewaard om {local_now():%H:%M}")
        page, had = self.page(), QApplication.focusWidget()
        in_page = had is not None and page.isAncestorOf(had)
        for screen in list(self._screens.values()):  # one may lead to a page that was not made yet
            screen.changed(tables)
        if in_page:
            self._keep_keyboard(page)

    def _keep_keyboard(self, page: Screen, *, ask: bool = True) -> None:
        """Give the keyboard to the page when what had it went away: it is never nowhere.

        Where the work begins may be greyed for who only reads; then the first thing that is not takes it.
        """
        if self._form is not None or _has_keyboard(page) or not page.isVisible():
            return
        if ask and page is self.page():
            page.focus_first()
        if not _has_keyboard(page) and (stop := first_stop(page)) is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)


def _has_keyboard(page: QWidget) -> bool:
    """Whether the keyboard is in a page, or will be as soon as the window is the active one."""
    has = page.window().focusWidget()
    return has is not None and page.isAncestorOf(has)


def beheer_goals(rol: Rol) -> list[Goal]:
    """The pages of beheer as the search field offers them."""
    return [Goal(Target(page.place), page.title, page.icon, "Beheer", page.also) for page in places_for(rol)]


def _run(action: Callable[[], None] | None) -> None:
    if action is not None:
        action()


def _can_undo(widget: QObject) -> bool:
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable()
    if isinstance(widget, QPlainTextEdit):
        return widget.document().isUndoAvailable()
    return True
