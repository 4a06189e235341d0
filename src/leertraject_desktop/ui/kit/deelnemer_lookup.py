"""The editor that every form uses to say which deelnemer it is about, or that it is about nobody."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.tekst import vouw
from leertraject_desktop.features.informatievragen.treffers import (
    DeelnemerTreffer,
    deelnemer_treffer,
    zoek_deelnemers,
)
from leertraject_desktop.ui.kit.lookup import LETTERS, LookupEditor
from leertraject_desktop.ui.kit.popup_list import LookupRow
from leertraject_desktop.ui.kit.screen import Context

ANONIEM = "anoniem"
NIEUW = "nieuw"


class DeelnemerEditor(LookupEditor):
    """Three letters of a name or a number, Enter: the id of a deelnemer.

    With `anonymous` None is a choice of its own ("Anoniem, zonder dossier") and an empty field is refused;
    without it an empty field is None. `new_asked(typed)` comes from the line "Nieuwe deelnemer", which is
    there only with `offer_new`.
    """

    new_asked = Signal(str)

    def __init__(
        self,
        context: Context,
        *,
        anonymous: bool = False,
        offer_new: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self._find, extra=self._extra_rows, placeholder="Typ drie letters of een nummer", parent=parent
        )
        self._context = context
        self._anonymous, self._offer_new = anonymous, offer_new
        self._is_anonymous = False
        self._found: DeelnemerTreffer | None = None
        self.control.installEventFilter(self)

    def found(self) -> DeelnemerTreffer | None:
        """Who was chosen; None for nobody."""
        return self._found

    def is_anonymous(self) -> bool:
        """Whether "Anoniem" was chosen."""
        return self._is_anonymous

    def value(self) -> int | None:
        if self._is_anonymous:
            return None
        chosen: int | None = super().value()
        if chosen is None and self._anonymous:
            raise Problem("Kies een deelnemer.", "Typ drie letters van de naam, of kies ‘Anoniem’.")
        return chosen

    def show_value(self, value: Any) -> None:
        self._found = None if value is None else self._context.store.read(deelnemer_treffer, value)
        self._is_anonymous = self._anonymous and value is None
        if self._is_anonymous:
            self.show_row(_ANONYMOUS_ROW)
        elif self._found is not None:
            self.show_row(_row(self._found))
        else:
            super().show_value(None)

    def clear(self) -> None:
        """Nothing chosen yet."""
        self._found, self._is_anonymous = None, False
        super().show_value(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and self._key is None and self.text():
            self._search_again()
        return super().eventFilter(watched, event)

    def _search_again(self) -> None:
        """What was typed may be known by now: somebody made the dossier meanwhile."""
        typed = self.text().strip()
        if len(typed) >= LETTERS:
            self.popup.show_rows([*self._find(typed), *self._extra_rows(typed)], typed)

    def _find(self, typed: str) -> list[LookupRow]:
        return [_row(found) for found in self._context.store.read(zoek_deelnemers, typed, maximum=6)]

    def _extra_rows(self, typed: str) -> list[LookupRow]:
        rows = []
        is_name = not typed.isdigit() and not ANONIEM.startswith(vouw(typed))
        if self._offer_new and is_name:
            shown = typed if len(typed) <= 20 else typed[:19] + "…"
            rows.append(LookupRow(NIEUW, f"Nieuwe deelnemer “{shown}”", icon="user-plus", text=typed))
        if self._anonymous:
            rows.append(_ANONYMOUS_ROW)
        return rows

    def _typed(self) -> None:
        self._found, self._is_anonymous = None, False
        super()._typed()

    def _choose(self, row: LookupRow) -> None:
        if row.key == NIEUW:
            self.new_asked.emit(row.text)
            return
        self._is_anonymous = row.key == ANONIEM
        self._found = None
        if isinstance(row.key, int):
            self._found = self._context.store.read(deelnemer_treffer, row.key)
        super()._choose(row)


_ANONYMOUS_ROW = LookupRow(ANONIEM, "Anoniem, zonder dossier", icon="hat-glasses", text="Anoniem")


def _row(found: DeelnemerTreffer) -> LookupRow:
    right = " · ".join(filter(None, (found.nummer, found.plaats)))
    return LookupRow(found.id, found.naam, right, text=f"{found.naam} ({found.nummer})")
