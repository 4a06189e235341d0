"""Every screen of the program and how it is opened, for the tests that look at all of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from tests.conftest import FAST, Clock
from tests.ui.whole_dossier import Whole, whole_dossier

from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.demo.demo import maak_demo
from leertraject_desktop.features.gebruikers.gebruikers import lijst_gebruikers
from leertraject_desktop.features.gegevens.bewaartermijnen import Bewaarcategorie, Vervallen
from leertraject_desktop.features.informatievragen.lijst import VraagFilter, vraag_ids
from leertraject_desktop.features.papier.lijst import lijst_pdf
from leertraject_desktop.features.reservekopie.reservekopie import maak
from leertraject_desktop.storage.database import open_store
from leertraject_desktop.ui.aanmelden.already_open import NoWayInPage
from leertraject_desktop.ui.aanmelden.login import LoginPage
from leertraject_desktop.ui.beheer.gebruiker_forms import (
    EditGebruiker,
    GivePassphrase,
    NewGebruiker,
    TakeAccess,
)
from leertraject_desktop.ui.beheer.keys import NewSheet, RenewKey
from leertraject_desktop.ui.beheer.own_passphrase import OwnPassphrase
from leertraject_desktop.ui.beheer.person_part import WipePerson
from leertraject_desktop.ui.beheer.restore import Restore
from leertraject_desktop.ui.beheer.terms_part import ConfirmGone
from leertraject_desktop.ui.deelnemers.list_page import DeelnemersPage
from leertraject_desktop.ui.dossier.header import TABS
from leertraject_desktop.ui.dossier.page import DossierPage
from leertraject_desktop.ui.dossier.places import FORM_TABS, PLAN_EDITORS
from leertraject_desktop.ui.eerste_start.wizard import FirstStart
from leertraject_desktop.ui.kit.busy import Busy
from leertraject_desktop.ui.kit.crash_dialog import CrashDialog
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.jobs import Job, Jobs
from leertraject_desktop.ui.kit.print_preview import PrintPreview
from leertraject_desktop.ui.kit.screen import Context, Target
from leertraject_desktop.ui.kit.tab_order import Begins
from leertraject_desktop.ui.kit.waiting import Waiting
from leertraject_desktop.ui.levering.again import AskAgain
from leertraject_desktop.ui.main_window import FORMS, PAGES, MainWindow

WACHTZIN = "vier fietsen langs de vaart"
DAY = date(2026, 11, 24)
NORMAL = (1366, 697)
# What a screen of 1366×768 leaves of logical pixels when everything is shown twice as large.
TWICE = (683, 349)


@dataclass
class Shown:
    """A screen that is open: the window, and the part of it that is looked at (a form over the page)."""

    window: QWidget
    root: QWidget

    def resize(self, size: tuple[int, int]) -> None:
        """Another size of the window, with everything laid out again."""
        self.window.resize(*size)
        QTest.qWait(0)
        QApplication.processEvents()

    def own(self) -> QWidget:
        """What is there on this screen alone; the frame around the pages counts with the start page."""
        page = self.root.page() if isinstance(self.root, MainWindow) else self.root
        return self.root if isinstance(page, PAGES["start"]) else page

    def regions(self) -> list[QWidget]:
        """The parts that are read one after the other."""
        if isinstance(self.root, MainWindow):
            frame = self.root.frame
            return [frame.top, frame.navigation, self.root.page()]
        return [self.root]


class Walk:
    """A prison that has worked with the program for a year, and one dossier that holds everything."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "demo.leertraject"
        maak_demo(self.path, wachtwoord=WACHTZIN, deelnemers=40, jaren=1, vandaag=DAY)
        self.jobs = Jobs()
        self.store = open_store(self.path, "an.baert", WACHTZIN, clock=Clock())
        self.whole: Whole = whole_dossier(self.store, DAY)
        maak(self.store)  # a backup, so that there is one to put back
        self.main = MainWindow(Context(self.store, self.jobs))
        self.work: Job | None = None
        self._loose: QWidget | None = None

    def open(self, name: str) -> Shown:
        """Open a screen of `SCREENS`."""
        opener = SCREENS[name]
        if name in LOOSE:
            return self._open_loose(LOOSE[name])
        self._show(self.main)
        opener(self)
        self._settle()
        overlays = [overlay for overlay in self.main.findChildren(Overlay) if overlay.isVisible()]
        return Shown(self.main, overlays[-1] if overlays else self.main)

    def _open_loose(self, make: "Maker") -> Shown:
        self.main.hide()
        page = make(self)
        self._loose = window = page if isinstance(page, QDialog) else QWidget()
        if window is not page:
            page.setParent(window)
            window.resizeEvent = lambda event: page.resize(window.size())  # type: ignore[method-assign]
        self._show(window)
        page.show()
        if isinstance(page, Begins):
            page.focus_first()
        self._settle()
        return Shown(window, page)

    def leave(self) -> None:
        """Close what was opened, without keeping anything."""
        if self._loose is not None:
            self._loose.close()
            self._loose.deleteLater()
            self._loose = None
        if self.work is not None:
            self.work.finished.emit()
            self.work = None
        for overlay in self.main.findChildren(Overlay):
            if overlay.isVisible():
                overlay.close_dialog()
        dossier = self.main._screens.get("dossier")
        if isinstance(dossier, DossierPage):
            dossier._close_form(give_back=False)
            dossier.guidance.leave()
        self.main.resize(*NORMAL)
        self.main.go(Target("start"))
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def close(self) -> None:
        """Let go of the windows and the data."""
        self.main.close()
        self.main.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.jobs.close()
        self.store.close()

    def go(self, place: str, row: int | None = None, part: str = "") -> None:
        """Go to a place of the main window."""
        self.main.go(Target(place, row, part))

    def _show(self, window: QWidget) -> None:
        window.resize(*NORMAL)
        window.show()
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)

    def _settle(self) -> None:
        self.jobs.wait()
        QTest.qWait(0)


def _page(place: str) -> "Opener":
    return lambda walk: walk.go(place)


def _tab(key: str) -> "Opener":
    return lambda walk: walk.go("dossier", walk.whole.deelnemer_id, key)


def _part(name: str, row: str = "") -> "Opener":
    """A form of the dossier: a new one, or of the row that `whole_dossier` has for it."""

    def opener(walk: Walk) -> None:
        number, somebody = walk.whole.rows[row or name] if row or name in ROWED else (0, 0)
        somebody = somebody or walk.whole.deelnemer_id
        walk.go("dossier", somebody, f"{name}-{number}" if number else name)
        page = walk.main.page()
        assert isinstance(page, DossierPage)
        assert page._form is not None or page.guidance._editor is not None, name

    return opener


def _removal(walk: Walk) -> None:
    _part("verblijf", "verblijf")(walk)
    page = walk.main.page()
    assert isinstance(page, DossierPage) and page._form is not None
    page._form.removal.start.click()


def _correction(walk: Walk) -> None:
    _part("verblijf", "verblijf")(walk)
    page = walk.main.page()
    assert isinstance(page, DossierPage) and page._form is not None
    editor = page._form.form.editor("afdeling")
    editor.show_value("Mannen 9")
    editor.changed.emit()
    page._form.panel.leave()


def _vraag(walk: Walk) -> None:
    walk.go("vraag", walk.store.read(vraag_ids, VraagFilter(stand=""))[0])


def _colleague(form: type[EditGebruiker] | type[GivePassphrase] | type[TakeAccess]) -> "Opener":
    def opener(walk: Walk) -> None:
        own = walk.store.wie.gebruiker_id
        row = next(row for row in walk.store.read(lijst_gebruikers) if row.id != own)
        form(walk.main.context, walk.main).show(row)

    return opener


def _restore(walk: Walk) -> None:
    maak(walk.store)
    walk.go("reservekopieen")
    page = walk.main.page()
    page.refresh()
    walk.jobs.wait()
    page.look(page.table.table_model.row(0))  # type: ignore[attr-defined]


def _gone(walk: Walk) -> None:
    chosen = [Vervallen(category, 1, "Dossier van Jan Peeters", DAY) for category in Bewaarcategorie][:1]
    ConfirmGone(walk.main.context, walk.main).show(chosen)


def _preview(walk: Walk) -> None:
    pdf = lijst_pdf("Lijst", ["Naam"], [["Jan Peeters"]])
    PrintPreview(walk.main).show_pdf(pdf, "Lijst")


def _busy(walk: Walk) -> None:
    walk.work = Job(str)  # it never starts, so the sheet stays until it is left
    Busy(walk.main, walk.work, "Lijst inlezen", "3.000 deelnemers.").open()
    walk.work.progress.emit(1024, 3000)


def _again(walk: Walk) -> None:
    walk.go("levering")
    AskAgain(walk.main, Maand(2026, 9), DAY).open()


def _intakes(walk: Walk) -> None:
    walk.go("deelnemers")
    page = walk.main.page()
    assert isinstance(page, DeelnemersPage)
    page.print_intakes()


def _login(walk: Walk) -> LoginPage:
    return LoginPage(walk.jobs, walk.path, preload=())


def _recovery(step: int) -> "Maker":
    def maker(walk: Walk) -> LoginPage:
        page = _login(walk)
        page.show_recovery()
        assert page.recovery is not None
        page.recovery._show(step)
        return page

    return maker


def _restore_card(walk: Walk) -> LoginPage:
    page = _login(walk)
    page.show_restore()
    walk.jobs.wait()
    return page


def _first_start(step: int) -> "Maker":
    def maker(walk: Walk) -> FirstStart:
        page = FirstStart(walk.jobs, can_leave=True, kdf=FAST)
        page._show(step)
        return page

    return maker


def _crash(walk: Walk) -> CrashDialog:
    return CrashDialog("ValueError in levering.py, regel 12\nLeertraject 1.0")


def _no_way_in(walk: Walk) -> NoWayInPage:
    return NoWayInPage(Problem("Deze gegevens staan al open.", "Sluit eerst het andere venster."))


Opener = Callable[[Walk], None]
Maker = Callable[[Walk], QWidget]

ROWED = {
    "ondersteuning", "drempel_bij", "drempel", "opschorten", "opschorting", "hervatten", "afronden",
    "begeleiding_verbeteren", "toestemming_intrekken", "toestemming_terugzetten", "doorverwijzing_antwoord",
    "doorverwijzing_terugnemen", "nazorg_uitkomst", *PLAN_EDITORS,
}  # fmt: skip
"""The forms of a dossier that are always about a row; the others have a new one too."""

CHANGED = ("verblijf", "statuut", "toestemming", "doorverwijzing")
"""The forms of a dossier that are about a new row or about one that is there."""

ADMIN: dict[type, Opener] = {
    NewGebruiker: lambda walk: NewGebruiker(walk.main.context, walk.main).open(Target("gebruikers")),
    EditGebruiker: _colleague(EditGebruiker),
    GivePassphrase: _colleague(GivePassphrase),
    TakeAccess: _colleague(TakeAccess),
    NewSheet: lambda walk: NewSheet(walk.main.context, walk.main).show(),
    RenewKey: lambda walk: RenewKey(walk.main.context, walk.main).show(),
    Restore: _restore,
    WipePerson: lambda walk: WipePerson(walk.main.context, walk.main).show(walk.whole.deelnemer_id),
    ConfirmGone: _gone,
    OwnPassphrase: _page("wachtzin"),
}
"""The forms of beheer."""

OVERLAYS: dict[type, Opener] = {Busy: _busy}
"""The other dialogs that are an Overlay with a name of its own."""

LOOSE: dict[str, Maker] = {
    "aanmelden": _login,
    "sleutel kwijt, stap 1": _recovery(0),
    "sleutel kwijt, stap 2": _recovery(1),
    "sleutel kwijt, stap 3": _recovery(2),
    "reservekopie terugzetten": _restore_card,
    **{f"eerste start, stap {step + 1}": _first_start(step) for step in range(6)},
    "geen weg naar binnen": _no_way_in,
    "er ging iets mis": _crash,
}
"""What stands in a window without the rest of the program: before there is work in it, or at a bug."""

SCREENS: dict[str, Opener] = {
    **{place: _page(place) for place in PAGES if place != "dossier"},
    **{f"dossier, {key}": _tab(key) for key, _ in TABS},
    **{place: _page(place) for place in FORMS if place not in ("vraag", "samenvoegen", "taak")},
    "vraag": _vraag,
    "taak": lambda walk: walk.go("taak", walk.whole.taak_id),
    "samenvoegen": lambda walk: walk.go("samenvoegen", walk.whole.deelnemer_id),
    "hulp": _page("hulp"),
    "intakes in één bestand": _intakes,
    "levering opnieuw maken": _again,
    "afdrukvoorbeeld": _preview,
    "nieuw contactmoment": lambda walk: walk.go("nieuw_contactmoment", walk.whole.deelnemer_id),
    "contactmoment": _part("contact", "contact"),
    "begeleiding starten": _part("starten", "starten"),
    "begeleiding stopzetten": _part("stopzetten", "stopzetten"),
    **{name: _part(name) for name in (*FORM_TABS, *PLAN_EDITORS)},
    **{f"{name}, wijzigen": _part(name, name) for name in CHANGED},
    "verblijf, verwijderen": _removal,
    "verblijf, verlaten": _correction,
    **{f"beheer, {form.__name__}": opener for form, opener in ADMIN.items()},
    **{f"dialoog, {overlay.__name__}": opener for overlay, opener in OVERLAYS.items()},
    **dict.fromkeys(LOOSE, lambda walk: None),
}
"""Every screen, by a name for the tests."""

NO_CONTROLS = (Waiting,)
"""Screens on which nobody can do anything."""
