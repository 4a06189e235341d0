"""The editor for languages that somebody speaks: found one by one, each with a way to take it away."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.tekst import vouw
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.editor import Editor
from leertraject_desktop.ui.kit.lookup import LookupEditor
from leertraject_desktop.ui.kit.popup_list import LookupRow

PER_LINE = 3
SHOWN = 6


class LanguagesEditor(Editor):
    """A tuple of codes, in the order in which they were chosen. Raises a Problem for half a name."""

    def __init__(self, options: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        self._labels = dict(options)
        self._chosen: list[str] = []
        self._find = LookupEditor(self._search, placeholder="Typ een taal en kies ze met Enter", letters=1)
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self._find)
        super().__init__(holder, parent)
        self.setFocusProxy(self._find.control)
        self._find.chosen.connect(self._chose)
        self._find.changed.connect(self.changed)

    def value(self) -> tuple[str, ...]:
        if typed := self._find.text().strip():
            raise Problem(
                f"‘{typed[:30]}’ is niet gekozen.", "Kies een taal uit de lijst, of maak het veld leeg."
            )
        return tuple(self._chosen)

    def show_value(self, value: Iterable[str] | None) -> None:
        self._chosen = list(value or ())
        self._find.show_value(None)
        self._show()

    def set_name(self, name: str, label: str) -> None:
        self.setObjectName(name)
        self._find.set_name(name, label)

    def set_wrong(self, wrong: bool, why: str = "") -> None:
        self._find.set_wrong(wrong, why)

    def _search(self, typed: str) -> list[LookupRow]:
        begin = vouw(typed)
        rows = [
            LookupRow(code, label)
            for code, label in self._labels.items()
            if code not in self._chosen and any(word.startswith(begin) for word in vouw(label).split())
        ]
        return rows[:SHOWN]

    def _chose(self, row: LookupRow) -> None:
        self._find.show_value(None)
        self._chosen.append(str(row.key))
        self._show()
        self.changed.emit()

    def _take_away(self) -> None:
        sender = self.sender()
        if sender is not None:
            self._chosen.remove(sender.objectName())
            self._show()
            self._find.setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit()

    def _show(self) -> None:
        while self._column.count() > 1:
            item = self._column.takeAt(1)
            if item is not None and (line := item.widget()) is not None:
                line.hide()
                line.deleteLater()
        for start in range(0, len(self._chosen), PER_LINE):
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(4)
            for code in self._chosen[start : start + PER_LINE]:
                label = self._labels.get(code, code)
                button = Button(label, small=True, trailing_icon="x")
                button.setObjectName(code)
                button.setAccessibleName(f"Neem {label} weg")
                button.setToolTip(f"Neem {label} weg")
                button.clicked.connect(self._take_away)
                row.addWidget(button)
            row.addStretch(1)
            self._column.addWidget(line)
