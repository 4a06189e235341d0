"""A form at the right of a dossier: it keeps, puts right with a reason, or removes, and says what it did."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.features.keuzes.lijsten import keuzes
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.dialog import SidePanel
from leertraject_desktop.ui.kit.drafts import Drafts
from leertraject_desktop.ui.kit.form import Form
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.reason import CorrectionReason, RemovalReason
from leertraject_desktop.ui.kit.rights import forbid
from leertraject_desktop.ui.kit.screen import Context

T = TypeVar("T")

UNDO = "Ongedaan maken: Ctrl+Z"
"""How every sentence ends about something that can be taken back."""

UNLIMITED = 16_777_215
"""What Qt calls no maximum width."""


class SideForm(QObject, Generic[T]):
    """One form in its panel. `keep(value, reden)` writes it, and returns what it did for the status bar.

    `kept(sentence)` comes when it was kept or removed, `closed` when the panel is to go. With `correction`
    the reason is asked once something differs; `remove(reden)` adds a way to remove what the form is about.
    What is typed waits as a draft under `draft` (`places.draft_place`) until it is kept or thrown away.
    Who has not the `recht` can read the form and nothing more.
    """

    kept = Signal(str)
    closed = Signal()

    def __init__(
        self,
        context: Context,
        title: str,
        form: Form[T],
        keep: Callable[[T, str], str],
        *,
        confirm: str = "Bewaren",
        intro: str = "",
        correction: bool = False,
        remove: Callable[[str], str] | None = None,
        noun: str = "",
        draft: str,
        recht: Recht = Recht.REGISTREREN,
    ) -> None:
        super().__init__()
        self.form = form
        self._keep, self._remove = keep, remove
        self._writes = recht is Recht.REGISTREREN
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        if intro:
            column.addWidget(Label(intro, "text2", wrap=True))
        column.addWidget(form)
        self.reason = CorrectionReason(reasons(context, Lijst.REDEN_CORRECTIE))
        self.removal = RemovalReason(noun, reasons(context, Lijst.REDEN_VERWIJDERING))
        column.addWidget(self.reason)
        column.addWidget(self.removal)
        self.removal.setVisible(remove is not None)
        self.panel = SidePanel(title, content, confirm=confirm, is_dirty=form.is_dirty)
        self.panel.confirmed.connect(self._confirm)
        self.panel.left.connect(self._left)
        self.removal.confirmed.connect(self._confirm_removal)
        if correction:
            form.changed.connect(self._ask_reason)
        self.drafts = Drafts(context, self.panel)
        self._bind(self.drafts, draft)
        if why := context.why_not(recht):
            form.forbid(why)
            forbid(why, self.panel.confirm_button, self.removal.start)
            self.panel.notice.show_message(why)

    def set_wide(self, wide: bool) -> None:
        """Take all the room there is, or the 400 pixels beside a page."""
        self.panel.setMinimumWidth(0 if wide else tokens.FORM_PANEL)
        self.panel.setMaximumWidth(UNLIMITED if wide else tokens.FORM_PANEL)

    def is_dirty(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self.form.is_dirty()

    def _bind(self, drafts: Drafts, place: str) -> None:
        drafts.saved.connect(self._show_saved)
        drafts.failed.connect(self.form.show_problem)
        self.panel.discarded.connect(drafts.forget)
        self.panel.offer_draft()
        if kept_at := drafts.bind(self.form, place):
            self.panel.show_status(f"Concept van {kept_at} teruggezet", ticked=True)
            self.form.changed.emit()

    def _show_saved(self, words: str) -> None:
        self.panel.show_status(words, ticked=True)

    def _ask_reason(self) -> None:
        self.reason.ask(self.form.is_dirty())

    def _confirm(self) -> None:
        value = self.form.read()
        if value is None:
            return
        try:
            sentence = self._keep(value, self.reason.value())
        except Problem as problem:
            if not self.reason.show_problem(problem):
                self.form.show_problem(problem)
            return
        self._done(f"{sentence}. {UNDO}" if self._writes else sentence)

    def _confirm_removal(self, reden: str) -> None:
        if self._remove is None:
            return
        try:
            sentence = self._remove(reden)
        except Problem as problem:
            self.removal.show_problem(problem)
            return
        self._done(f"{sentence}. {UNDO}")

    def _left(self) -> None:
        """What was typed waits as a draft; what was typed and taken away again does not."""
        if not self.form.is_dirty():
            self.drafts.forget()
        self.closed.emit()

    def _done(self, sentence: str) -> None:
        self.drafts.forget()
        self.form.set_clean()
        self.kept.emit(sentence)
        self.closed.emit()


def reasons(context: Context, lijst: Lijst) -> list[tuple[str, str]]:
    """The codes and labels of a reference list, as choices."""
    return [(keuze.code, keuze.label) for keuze in context.store.read(keuzes, lijst)]


AnyForm = SideForm[Any]
