"""The editor that finds somebody or something: type three letters, Enter chooses."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit.editor import Editor
from leertraject_desktop.ui.kit.line_field import LineField
from leertraject_desktop.ui.kit.popup_list import LookupRow, PopupList
from leertraject_desktop.ui.kit.text_editors import clean_text

LETTERS = 3
"""How many letters must be typed before there is something to choose; a number may be shorter."""


class LookupEditor(Editor):
    """Finds a row with `search(typed)`; `extra(typed)` gives lines below the hits, such as "Anoniem".

    `value()` is the key of the chosen row, or None when the field is empty. It raises a Problem when text
    stands there that was not chosen. `chosen(row)` tells which row it was.
    """

    chosen = Signal(object)

    def __init__(
        self,
        search: Callable[[str], Sequence[LookupRow]],
        *,
        extra: Callable[[str], Sequence[LookupRow]] | None = None,
        label_of: Callable[[Any], str] | None = None,
        placeholder: str = "Typ drie letters",
        letters: int = LETTERS,
        parent: QWidget | None = None,
    ) -> None:
        self._line = LineField()
        super().__init__(self._line, parent)
        self._search, self._extra, self._label_of = search, extra, label_of
        self._letters = letters
        self._key: Any = None
        self._line.setPlaceholderText(placeholder)
        self._line.setMaxLength(120)
        self.popup = PopupList(self._line)
        self.popup.chosen.connect(self._choose)
        self._line.textEdited.connect(self._typed)

    def value(self) -> Any:
        if self._key is None and (typed := self._line.text().strip()):
            raise Problem(
                f"‘{typed[:30]}’ is niet gekozen.",
                "Typ drie letters en kies een regel uit de lijst.",
                veld=self.objectName(),
            )
        return self._key

    def show_value(self, value: Any) -> None:
        self._key = value
        known = value is not None and self._label_of is not None
        self._line.setText(self._label_of(value) if known and self._label_of is not None else "")

    def show_row(self, row: LookupRow) -> None:
        """Show a row that is known already, without telling that it changed."""
        self._key = row.key
        self._line.setText(row.text or row.title)
        self._line.setCursorPosition(0)

    def text(self) -> str:
        """What stands in the field."""
        return self._line.text()

    def _typed(self) -> None:
        self._key = None
        typed = clean_text(self._line.text()).strip()
        enough = len(typed) >= self._letters or typed.isdigit()
        rows = list(self._search(typed)) if enough else []
        if enough and self._extra is not None:
            rows += self._extra(typed)
        self.popup.show_rows(rows, typed)
        self.changed.emit()

    def _choose(self, row: LookupRow) -> None:
        self.show_row(row)
        self.changed.emit()
        self.chosen.emit(row)
