"""What every page of the main window has in common: what it gets, what it may ask for, when it refetches."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht, waarom_niet
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.kit.jobs import Jobs
from leertraject_desktop.ui.kit.rights import forbid
from leertraject_desktop.ui.kit.tab_order import ReadingOrder


@dataclass(frozen=True, slots=True)
class Target:
    """A place to go to: a page, a dossier or a form over the page.

    `place` is the key of a page ("deelnemers"), "dossier" or the key of a form ("nieuwe_vraag"); `id` is the
    row that it is about; `part` is a tab of a dossier ("begeleiding") or a choice of a list ("open").
    """

    place: str
    id: int | None = None
    part: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What pages and forms work with: the door to the data and the worker for what takes long."""

    store: Store
    jobs: Jobs

    def why_not(self, recht: Recht = Recht.REGISTREREN) -> str:
        """Why the gebruiker may not do this; "" when he or she may. The table stands in domain.rechten."""
        return waarom_niet(self.store.wie.rol, recht)

    def guard(self, *widgets: QWidget, recht: Recht = Recht.REGISTREREN) -> None:
        """Grey what this gebruiker may not use, and let it say why. Every command refuses by itself too."""
        if why := self.why_not(recht):
            forbid(why, *widgets)


@dataclass(frozen=True, slots=True)
class Away:
    """Work for which nobody may have the data open: the window closes it, waits, and asks to log in again.

    `words` say what is being done, `why` how long it takes; `work(store, instance)` runs on the worker with a
    store of its own, which it may close, and the lock that the window holds; with `tells_progress` it gets a
    keyword `progress`, as a Job does. `told` is said at the login, or made of what the work returned.
    """

    words: str
    why: str
    work: Callable[..., object]
    told: tuple[str, str] | Callable[[Any], tuple[str, str]]
    tells_progress: bool = False

    def said(self, result: object) -> tuple[str, str]:
        """The two sentences at the login after the work returned this."""
        return self.told(result) if callable(self.told) else self.told


class Screen(ReadingOrder):
    """A page. It reads its data in `refresh`, which the window calls when one of its `tables` changed.

    `go` asks the window for another place; `told` gives one sentence for the status bar ("Bewaard om 10:42");
    `failed` hands over a Problem that belongs to no field and no button of the page; `away` asks to close the
    data for work that nobody may disturb.
    """

    go = Signal(Target)
    told = Signal(str)
    failed = Signal(Problem)
    away = Signal(Away)

    tables: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._stale = True

    def refresh(self) -> None:
        """Read again what the page shows; the place of the user in it stays."""

    def show_target(self, target: Target) -> None:
        """Show what a target asks for: its row, its tab, its filter."""

    def focus_first(self) -> None:
        """Put the keyboard where the work begins."""

    def is_dirty(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return False

    def print_action(self) -> Callable[[], None] | None:
        """What Ctrl+P does here; None where there is nothing to print."""
        return None

    def excel_action(self) -> Callable[[], None] | None:
        """What Ctrl+E does here; None where there is nothing to put in Excel."""
        return None

    def changed(self, tables: frozenset[str]) -> None:
        """Told after every write; a page that is not on the screen waits until it is shown."""
        if "*" in tables or self.tables & tables:
            self._stale = True
            if self.isVisible():
                self.refresh_if_stale()

    def refresh_if_stale(self) -> None:
        """Read again when something changed since the last time."""
        if self._stale:
            self._stale = False
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        self.refresh_if_stale()
        super().showEvent(event)
