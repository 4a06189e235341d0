"""What every form of beheer over the page does: it asks, works on the worker, and says what came of it."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.jobs import Job
from leertraject_desktop.ui.kit.screen import Context, Target
from leertraject_desktop.ui.kit.sheet import Sheet


class AdminOverlay(QObject):
    """A subclass gives `show_content` what lies in it, starts its work in `confirm`, and ends in `finished`.

    `kept(words)` gives one sentence for the status bar, `closed()` comes when it is gone. No drafts here:
    passphrases and rights are never kept half.
    """

    kept = Signal(str)
    go = Signal(Target)
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self._window = parent
        self._before: QWidget | None = None
        self._busy = False
        self.overlay: Overlay | None = None

    def show_content(
        self, title: str, content: QWidget, confirm: str, *, width: int = tokens.DIALOG_WIDTH
    ) -> Overlay:
        """Build the dialog around this content and open it."""
        overlay = Overlay(self._window, title, content, confirm=confirm, width=width)
        self.overlay = overlay
        overlay.confirmed.connect(self._confirm)
        overlay.closed.connect(self._gone)
        overlay.open()
        return overlay

    def confirm(self) -> None:
        """The main button or Ctrl+Enter. May raise a Problem."""

    def finished(self, result: object) -> None:
        """The work is done; `result` is what it returned."""
        self.close()

    def show_problem(self, problem: Problem) -> None:
        """Say why it was not done: above the buttons, unless a subclass knows the field."""
        if self.overlay is not None:
            self.overlay.sheet.notice.show_problem(problem)

    def run(self, job: Job, words: str = "Even geduld…") -> None:
        """Start the work; meanwhile nothing can be changed."""
        self._show_busy(True, words)
        job.done.connect(self._done)
        job.failed.connect(self._failed)
        self.context.jobs.start(job)

    def close(self) -> None:
        """Take the form away."""
        if self.overlay is not None:
            self.overlay.close_dialog()

    def _confirm(self) -> None:
        if self._busy or self.overlay is None:
            return
        self.overlay.sheet.notice.clear()
        try:
            self.confirm()
        except Problem as problem:
            self.show_problem(problem)

    def _done(self, result: object) -> None:
        self._show_busy(False, "")
        self.finished(result)

    def _failed(self, problem: Problem) -> None:
        self._show_busy(False, "")
        self.show_problem(problem)

    def _show_busy(self, busy: bool, words: str) -> None:
        self._busy = busy
        if self.overlay is None:
            return
        if busy:
            self._before = QApplication.focusWidget()
        self.overlay.sheet.show_status(words)
        self.overlay.sheet.setEnabled(not busy)
        if not busy and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _gone(self) -> None:
        self.overlay = None
        self.closed.emit()


class Stack(QWidget):
    """Widgets below each other; the overlay puts the cursor in `first`."""

    def __init__(self, first: QWidget | None, *widgets: QWidget) -> None:
        super().__init__()
        self.first = first
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.FIELD_TO_FIELD)
        for widget in widgets:
            column.addWidget(widget)

    def focus_first(self) -> None:
        """Where the work begins; without a field that is the main button of the sheet."""
        goal: QWidget | None = self.first
        walk = self.parentWidget()
        while goal is None and walk is not None:
            goal = walk.confirm_button if isinstance(walk, Sheet) else None
            walk = walk.parentWidget()
        if goal is not None:
            goal.setFocus(Qt.FocusReason.OtherFocusReason)
