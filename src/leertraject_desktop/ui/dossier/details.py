"""The tab with what is kept of a person: the form, the stays, the statuut, and removing the dossier."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.deelnemers.commands import verwijder_deelnemer, wijzig_deelnemer
from leertraject_desktop.features.deelnemers.dossier import deelnemer_invoer
from leertraject_desktop.ui.dossier.person_form import person_form
from leertraject_desktop.ui.dossier.places import draft_place
from leertraject_desktop.ui.dossier.side_form import reasons
from leertraject_desktop.ui.dossier.stays import Stays
from leertraject_desktop.ui.dossier.support import Support
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.compact import page_margin
from leertraject_desktop.ui.kit.drafts import Drafts
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.reason import CorrectionReason, RemovalReason
from leertraject_desktop.ui.kit.screen import Context, Target
from leertraject_desktop.ui.kit.shortcuts import install_shortcut
from leertraject_desktop.ui.kit.surfaces import Hairline, ScrollPage, Surface


class Details(Surface):
    """`dirty_changed(bool)` when something differs from what was kept, and when it no longer does."""

    go = Signal(Target)
    told = Signal(str)
    form_asked = Signal(object)
    dirty_changed = Signal(bool)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._context = context
        self._deelnemer_id = 0
        self._was_dirty = False
        self.form = person_form(context)
        self.form.setMaximumWidth(tokens.DIALOG_WIDTH)
        self.form.changed.connect(self._look)
        self.stays = Stays(context)
        self.stays.form_asked.connect(self.form_asked)
        self.support = Support(context)
        self.support.form_asked.connect(self.form_asked)
        self.support.told.connect(self.told)
        self.removal = RemovalReason(
            "dit hele dossier", reasons(context, Lijst.REDEN_VERWIJDERING), button="Verwijder dit dossier"
        )
        self.removal.confirmed.connect(self._remove)
        self.merge = Button("Samenvoegen met een ander dossier", icon="users", small=True)
        self.merge.clicked.connect(self._merge)
        self.reason = CorrectionReason(reasons(context, Lijst.REDEN_CORRECTIE))
        self.keep = Button("Bewaren", kind="primary", hint="Ctrl+Enter")
        self.cancel = Button("Annuleren", kind="text", hint="Esc")
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self._undo_typing)
        self.foot = self._foot()
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setSpacing(16)
        self._column.addWidget(Label("Persoon", weight=tokens.STRONG))
        self._column.addWidget(self.form)
        self._column.addWidget(Hairline())
        self._column.addWidget(self.stays)
        self._column.addWidget(Hairline())
        self._column.addWidget(self.support)
        self._column.addWidget(Hairline())
        self._column.addWidget(self.merge, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.removal)
        self._column.addStretch(1)
        self._scroll = ScrollPage(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.foot)
        self._drafts = Drafts(context, self)
        self._drafts.saved.connect(self.told)
        self._bound = False
        install_shortcut(self, "Ctrl+Enter", self.keep.click, only_inside=True)
        if why := context.why_not():
            self.form.forbid(why)
            context.guard(self.merge, self.removal.start, self.keep)

    def _foot(self) -> QWidget:
        foot = Surface("surface", edges="t")
        self._foot_row = row = QHBoxLayout(foot)
        row.setSpacing(tokens.GRID)
        row.addWidget(self.reason, 1)
        row.addStretch(1)
        row.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignBottom)
        foot.hide()
        return foot

    def show_dossier(self, deelnemer_id: int) -> None:
        """Show what is kept; what is being typed stays."""
        margin = page_margin(self)
        self._column.setContentsMargins(margin, 16, margin, 24)
        self._foot_row.setContentsMargins(margin, 12, margin, 12)
        self.stays.show_dossier(deelnemer_id)
        self.support.show_dossier(deelnemer_id)
        if deelnemer_id == self._deelnemer_id and self.form.is_dirty():
            return
        other = deelnemer_id != self._deelnemer_id
        if other:
            self._drafts.flush()
        self._deelnemer_id = deelnemer_id
        self.form.show_value(self._context.store.read(deelnemer_invoer, deelnemer_id))
        if other:
            self.removal.leave()
            self._fetch_draft()
            self._scroll.verticalScrollBar().setValue(0)
        self._look()

    def begin(self, action: str) -> None:
        """Go where something is missing: "statuut", "gegevens" (the language) or "cijfers"."""
        if action == "statuut":
            self.stays.new_statuut()
            return
        names = ["contacttaal"] if action == "gegevens" else ["opleidingsniveau", "geboortedatum", "geslacht"]
        empty = [name for name in names if self.form.editor(name).value() is None]
        editor = self.form.editor((empty or names)[0])
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(editor)

    def focus_first(self) -> None:
        """Put the cursor in the first field."""
        self.form.focus_first()

    def is_dirty(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self.form.is_dirty()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.form.is_dirty():
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def _fetch_draft(self) -> None:
        place = draft_place("gegevens", self._deelnemer_id)
        found = self._drafts.move_to(place) if self._bound else self._drafts.bind(self.form, place)
        self._bound = True
        if found:
            self.told.emit(f"Concept van {found} teruggezet")

    def _look(self) -> None:
        dirty = self.form.is_dirty()
        if dirty == self._was_dirty:
            return
        self._was_dirty = dirty
        if dirty:
            self.reason.reset()
            self.reason.ask(True)
        self.foot.setVisible(dirty)
        self.dirty_changed.emit(dirty)

    def _keep(self) -> None:
        invoer = self.form.read()
        if invoer is None or not self.form.is_dirty():
            return
        reden = self.reason.value()
        try:
            self._context.store.write(wijzig_deelnemer, self._deelnemer_id, invoer, reden)
        except Problem as problem:
            if not self.reason.show_problem(problem):
                self.form.show_problem(problem)
            return
        self._drafts.forget()
        self.form.show_value(self._context.store.read(deelnemer_invoer, self._deelnemer_id))
        self._look()
        self.told.emit("Gegevens gewijzigd. Ongedaan maken: Ctrl+Z")

    def _undo_typing(self) -> None:
        self._drafts.forget()
        self.form.show_value(self._context.store.read(deelnemer_invoer, self._deelnemer_id))
        self._look()
        self.focus_first()

    def _merge(self) -> None:
        self.go.emit(Target("samenvoegen", self._deelnemer_id))

    def _remove(self, reden: str) -> None:
        try:
            self._context.store.write(verwijder_deelnemer, self._deelnemer_id, reden)
        except Problem as problem:
            self.removal.show_problem(problem)
            return
        self._deelnemer_id = 0
        self.told.emit("Dossier verwijderd. Ongedaan maken: Ctrl+Z")
        self.go.emit(Target("deelnemers"))
