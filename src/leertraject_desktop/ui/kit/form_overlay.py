"""A form over the page: typed in, kept as a draft meanwhile, kept for good with Ctrl+Enter."""

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.drafts import Drafts
from leertraject_desktop.ui.kit.form import Form
from leertraject_desktop.ui.kit.rights import forbid
from leertraject_desktop.ui.kit.screen import Context, Target


class FormOverlay(QObject):
    """What every form over the page does. A subclass builds its form in `open` and writes it in `write`.

    `kept(words)` with one sentence for the status bar, `closed()` when the form is gone, `go(Target)` when
    another place is wanted.
    """

    kept = Signal(str)
    closed = Signal()
    go = Signal(Target)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self._window = parent
        self._form: Form[Any] | None = None
        self.overlay: Overlay | None = None
        self.drafts: Drafts | None = None

    def show_form(
        self,
        title: str,
        form: Form[Any],
        place: str,
        *,
        content: QWidget | None = None,
        width: int = tokens.DIALOG_WIDTH,
    ) -> Overlay:
        """Build the dialog around the form and bring its draft back; the caller opens it.

        `content` is what lies in the dialog when that is more than the form. Who may not register reads it.
        """
        overlay = Overlay(self._window, title, content or form, is_dirty=form.is_dirty, width=width)
        self._form, self.overlay = form, overlay
        self.drafts = Drafts(self.context, form)
        overlay.sheet.offer_draft()
        overlay.sheet.discarded.connect(self.drafts.forget)
        overlay.confirmed.connect(self.keep_and_close)
        overlay.closed.connect(self._closed)
        self.drafts.saved.connect(self.show_done)
        since = self.drafts.bind(form, place)
        if since:
            self.follow()
            self.show_done(f"Concept bewaard om {since}")
        if why := self.context.why_not():
            form.forbid(why)
            forbid(why, overlay.sheet.confirm_button)
            overlay.sheet.notice.show_message(why)
        return overlay

    def follow(self) -> None:
        """Show what hangs on the draft that came back."""

    def write(self, value: Any) -> str:
        """Keep the form for good; returns the sentence for the status bar. May raise a Problem."""
        raise TypeError(f"{type(self).__name__} keeps nothing")

    def show_problem(self, problem: Problem) -> None:
        """Say at its field, or at the foot of the form, why it was not kept."""
        if self._form is not None:
            self._form.show_problem(problem)

    def keep(self) -> bool:
        """Keep the form; False when something is wrong with it, which then stands at its field."""
        form = self._form
        if form is None or (value := form.read()) is None:
            return False
        try:
            words = self.write(value)
        except Problem as problem:
            self.show_problem(problem)
            return False
        self.finish(words)
        return True

    def finish(self, words: str) -> None:
        """What was asked is done: the draft may go."""
        if self._form is not None:
            self._form.set_clean()
        if self.drafts is not None:
            self.drafts.forget()
        self.kept.emit(words)

    def keep_and_close(self) -> None:
        """Ctrl+Enter."""
        if self.keep():
            self.close()

    def close(self) -> None:
        """Take the form away without asking; its draft stays."""
        if self.overlay is not None:
            self.overlay.close_dialog()

    def show_done(self, words: str) -> None:
        """A quiet line with a tick at the left of the buttons."""
        if self.overlay is not None:
            self.overlay.sheet.show_status(words, ticked=True)

    def _closed(self) -> None:
        self._form = self.overlay = self.drafts = None
        self.closed.emit()
