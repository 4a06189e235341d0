"""A form of one or two lines in the middle of a list: Enter keeps, Escape leaves."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from leertraject_desktop.ui.kit.buttons import Button, IconButton
from leertraject_desktop.ui.kit.form import Form


class InlineForm(QWidget):
    """`confirmed(value)` when what was typed can be read, `left` on Escape. The caller shows a Problem."""

    confirmed = Signal(object)
    left = Signal()

    def __init__(self, form: Form[Any], *, confirm: str = "Bewaren", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form
        self.keep = Button(confirm, small=True, hint="Enter")
        self.cancel = Button("Annuleren", kind="text", small=True, hint="Esc")
        self.keep.clicked.connect(self._confirm)
        self.cancel.clicked.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(8)
        column.addWidget(form)
        row = QHBoxLayout()
        row.addWidget(self.keep)
        row.addWidget(self.cancel)
        row.addStretch(1)
        column.addLayout(row)

    def focus_first(self) -> None:
        """Put the cursor in the first field."""
        self.form.focus_first()

    def is_dirty(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self.form.is_dirty()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._confirm()
        else:
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        value = self.form.read()
        if value is not None:
            self.confirmed.emit(value)


class MenuButton(IconButton):
    """Three dots with a menu of what can be done with one thing; `chosen(action)` gives the key."""

    chosen = Signal(str)

    def __init__(self, name: str, actions: list[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__("ellipsis", name, size=24, parent=parent)
        self.menu = QMenu(self)
        self.menu.setAccessibleName(name)
        for key, words in actions:
            self.menu.addAction(words).setData(key)
        self.menu.triggered.connect(self._tell)
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self.menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _tell(self, action: Any) -> None:
        self.chosen.emit(action.data())
