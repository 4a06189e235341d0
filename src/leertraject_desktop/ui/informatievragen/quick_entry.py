"""Quick entry: a new informatievraag over whatever page is open, typed without the mouse."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.concepten.concepten import concept
from leertraject_desktop.features.informatievragen.commands import nieuwe_vraag
from leertraject_desktop.ui.informatievragen.vraag_form import VraagForm
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.drafts import Drafts, place_of
from leertraject_desktop.ui.kit.screen import Context, Target

WIDTH = 704
KEPT = "Vraag bewaard. Ongedaan maken: Ctrl+Z"


class QuickEntry(QObject):
    """The form "Nieuwe vraag" (Ctrl+N). Ctrl+Enter keeps, Alt+Enter keeps and asks for the next one.

    `kept(words)` after every question that was kept, `closed()` when the form is gone, `go(Target)` when
    another form is wanted first: a new deelnemer.
    """

    kept = Signal(str)
    closed = Signal()
    go = Signal(Target)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._window = context, parent
        self._count = 0
        self.form: VraagForm | None = None
        self.overlay: Overlay | None = None

    def open(self, target: Target) -> None:
        """Show the form; `target.id` is the deelnemer that it is about, if that is known."""
        form = VraagForm(self._context)
        form.start_new(target.id)
        overlay = Overlay(self._window, "Nieuwe vraag", form, is_dirty=form.is_dirty, width=WIDTH)
        self.form, self.overlay, self._count = form, overlay, 0
        self._drafts = Drafts(self._context, form)
        self._next = Button("Bewaar en nog een", kind="text", shortcut="Alt+Enter")
        overlay.sheet.put_in_foot(self._next)
        overlay.confirmed.connect(self._keep)
        overlay.closed.connect(self._closed)
        self._next.clicked.connect(self._keep_and_next)
        self._drafts.saved.connect(self._show_draft)
        overlay.sheet.offer_draft()
        overlay.sheet.discarded.connect(self._drafts.forget)
        form.deelnemer.new_asked.connect(self._new_deelnemer)
        since = self._drafts.bind(form, self._place(target))
        if since:
            form.follow()
            overlay.sheet.show_status(f"Concept bewaard om {since}", ticked=True)
        overlay.open()

    def _place(self, target: Target) -> str:
        """Where the draft lies. One that is about nobody yet is for the dossier that was made meanwhile."""
        place = place_of(target)
        if target.id is not None and self._context.store.read(concept, place) is None:
            loose = self._context.store.read(concept, target.place)
            if loose is not None and "deelnemer_id" not in loose.inhoud:
                return target.place
        return place

    def _keep(self) -> None:
        if self._kept():
            assert self.overlay is not None  # noqa: S101 - it is what was confirmed
            self.overlay.close_dialog()

    def _keep_and_next(self) -> None:
        if not self._kept() or self.form is None or self.overlay is None:
            return
        self._count += 1
        self.form.start_next()
        told = "1 vraag bewaard" if self._count == 1 else f"{self._count} vragen bewaard"
        self.overlay.sheet.show_status(told, ticked=True)
        self.form.focus_first()

    def _kept(self) -> bool:
        form = self.form
        if form is None or (invoer := form.read()) is None:
            return False
        try:
            self._context.store.write(nieuwe_vraag, invoer)
        except Problem as problem:
            form.show_problem(problem)
            return False
        form.set_clean()
        self._drafts.forget()
        self.kept.emit(KEPT)
        return True

    def _show_draft(self, words: str) -> None:
        if self.overlay is not None:
            self.overlay.sheet.show_status(words, ticked=True)

    def _new_deelnemer(self, typed: str) -> None:
        if self.overlay is not None:
            self.overlay.close_dialog()
        self.go.emit(Target("nieuwe_deelnemer", part=typed))

    def _closed(self) -> None:
        self.form = self.overlay = None
        self.closed.emit()
