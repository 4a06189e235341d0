"""Quick entry: a new informatievraag over whatever page is open, typed without the mouse."""

from PySide6.QtWidgets import QWidget

from leertraject_desktop.features.concepten.concepten import concept
from leertraject_desktop.features.informatievragen.commands import nieuwe_vraag
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.ui.informatievragen.edit_vraag import EditVraag
from leertraject_desktop.ui.informatievragen.vraag_form import WIDTH, VraagForm
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.drafts import place_of
from leertraject_desktop.ui.kit.form_overlay import FormOverlay
from leertraject_desktop.ui.kit.screen import Context, Target


class QuickEntry(FormOverlay):
    """The form "Nieuwe vraag" (Ctrl+N). Ctrl+Enter keeps, Alt+Enter keeps and asks for the next one.

    `go(Target)` when a new deelnemer is wanted first. The target "vraag" opens a question that was kept.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._count = 0
        self.form: VraagForm | None = None
        self.edit: EditVraag | None = None

    def open(self, target: Target) -> None:
        """Show the form; `target.id` is the deelnemer, if known, or the question for the place "vraag".

        Raises Problem when that question is gone.
        """
        if target.place == "vraag":
            self._open_existing(target)
            return
        self.form, self._count = VraagForm(self.context), 0
        self.form.start_new(target.id)
        overlay = self.show_form("Nieuwe vraag", self.form, self._place(target), width=WIDTH)
        following = Button("Bewaar en nog een", kind="text", shortcut="Alt+Enter")
        following.clicked.connect(self._keep_and_next)
        overlay.sheet.put_in_foot(following)
        self.form.deelnemer.new_asked.connect(self._new_deelnemer)
        overlay.open()

    def follow(self) -> None:
        if self.form is not None:
            self.form.follow()

    def write(self, value: VraagInvoer) -> str:
        self.context.store.write(nieuwe_vraag, value)
        kept = "Vraag bewaard en begeleiding gestart" if value.wordt_begeleiding else "Vraag bewaard"
        return f"{kept}. Ongedaan maken: Ctrl+Z"

    def _open_existing(self, target: Target) -> None:
        self.edit = EditVraag(self.context, self._window)
        self.edit.kept.connect(self.kept)
        self.edit.go.connect(self.go)
        self.edit.closed.connect(self.closed)
        self.edit.open(target)

    def _place(self, target: Target) -> str:
        """Where the draft lies. One that is about nobody yet is for the dossier that was made meanwhile."""
        place = place_of(target)
        if target.id is not None and self.context.store.read(concept, place) is None:
            loose = self.context.store.read(concept, target.place)
            if loose is not None and "deelnemer_id" not in loose.inhoud:
                return target.place
        return place

    def _keep_and_next(self) -> None:
        if not self.keep() or self.form is None:
            return
        self._count += 1
        self.form.start_next()
        self.show_done("1 vraag bewaard" if self._count == 1 else f"{self._count} vragen bewaard")
        self.form.focus_first()

    def _new_deelnemer(self, typed: str) -> None:
        self.close()
        self.go.emit(Target("nieuwe_deelnemer", part=typed))
