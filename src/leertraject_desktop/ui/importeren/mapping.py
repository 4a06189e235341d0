"""Which column of the list is which field: one line per column, with what stands in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from leertraject_desktop.features.importeren.koppen import Koppeling, Tabel, velden
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.surfaces import ScrollPage

SKIP = "Niet inlezen"
CHOICE_WIDTH = 240
NAME_WIDTH = 176
HEADER_CHARACTERS, EXAMPLE_CHARACTERS = 60, 80


class Mapping(QWidget):
    """The columns of a list; `changed` when the user gives one another field."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editors: list[ChoiceEditor] = []
        self._inside = QWidget()
        self._inside_column = QVBoxLayout(self._inside)
        self._inside_column.setContentsMargins(tokens.PAGE_MARGIN, 16, tokens.PAGE_MARGIN, 16)
        self._lines = QWidget()
        self._inside_column.addWidget(self._lines)
        self._inside_column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ScrollPage(self._inside, "surface"))

    def show_columns(self, tabel: Tabel, koppeling: Koppeling) -> None:
        """Show the columns of a list with the fields that are proposed for them."""
        old, self._lines = self._lines, QWidget()
        self._inside_column.replaceWidget(old, self._lines)
        old.hide()
        old.deleteLater()
        grid = QGridLayout(self._lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        for place, words in enumerate(("Kolom in de lijst", "Wordt ingelezen als", "Wat erin staat")):
            grid.addWidget(Label(words, "text2", size=tokens.SMALL), 0, place)
        options = [(veld.code, veld.label) for veld in velden()]
        self.editors = []
        for place, (kop, code) in enumerate(zip(tabel.koppen, koppeling, strict=True)):
            name = _cut(kop, HEADER_CHARACTERS) or f"Kolom {place + 1}, zonder naam"
            heading = Label(name, weight=tokens.STRONG, wrap=True)
            heading.setFixedWidth(NAME_WIDTH)
            shown = _cut(" · ".join(tabel.voorbeelden(place)), EXAMPLE_CHARACTERS) or "leeg"
            editor = ChoiceEditor(options, empty=SKIP)
            editor.set_name(f"kolom_{place}", f"Kolom {name} wordt ingelezen als")
            editor.show_value(code or None)
            editor.setFixedWidth(CHOICE_WIDTH)
            editor.changed.connect(self.changed)
            self.editors.append(editor)
            line = place + 1
            grid.addWidget(heading, line, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(editor, line, 1)
            grid.addWidget(Label(shown, "text2"), line, 2, Qt.AlignmentFlag.AlignVCenter)
        self._lines.show()  # at once and not in the next round, so that the keyboard can be put there

    def koppeling(self) -> Koppeling:
        """The field of every column as it is chosen now."""
        return tuple(editor.value() or "" for editor in self.editors)

    def focus_first(self) -> None:
        """Put the keyboard in the first choice."""
        if self.editors:
            self.editors[0].control.setFocus(Qt.FocusReason.OtherFocusReason)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
