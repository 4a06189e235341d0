"""The cells of the grid of a year: one number each, with the arrows to go from month to month."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit.text_editors import TextEditor

CELL_WIDTH = 120


class NumberCell(TextEditor):
    """A number or nothing; `moved(step)` when the keyboard goes a month up (-1) or down (1)."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__(max_length=12)
        self.control.installEventFilter(self)
        self.set_width(CELL_WIDTH)

    def number(self) -> int | None:
        """What was typed; None for nothing. Raises Problem when it is no whole number."""
        typed = self.value()
        plain = re.sub(r"(?<=\d)[ .\u00a0\u202f](?=\d{3}(?!\d))", "", typed)
        if not plain:
            return None
        if not re.fullmatch(r"-?\d{1,9}", plain, re.ASCII):
            raise Problem(f"‘{typed}’ is geen geheel getal.", "Typ alleen cijfers, bijvoorbeeld 612.")
        return int(plain)

    def show_number(self, number: int | None) -> None:
        """Show a number that was kept, or nothing."""
        self.show_value("" if number is None else str(number))
        self.set_wrong(False)

    def eventFilter(self, watched: object, event: object) -> bool:
        """Up, Down and Enter leave the cell for the month above or below."""
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            step = _STEPS.get(event.key(), 0) if event.modifiers() in _PLAIN else 0
            if step:
                self.moved.emit(step)
                return True
        return False


_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_STEPS = {
    int(Qt.Key.Key_Up): -1,
    int(Qt.Key.Key_Down): 1,
    int(Qt.Key.Key_Return): 1,
    int(Qt.Key.Key_Enter): 1,
}
