"""What the parts of a table know of it: its model, the columns that it shows, and where their text begins."""

from typing import Generic

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTableView, QWidget

from leertraject_desktop.ui.kit.compact import page_margin
from leertraject_desktop.ui.kit.table_model import R, TableModel

_PAD = 8


class TableBase(QTableView, Generic[R]):
    """`shown` are the columns in sight, from left to right; `columns_changed` when the user changed them."""

    columns_changed = Signal()

    def __init__(
        self, model: TableModel[R], *, margin: int, first_column_strong: bool, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.table_model = model
        self.first_column_strong = first_column_strong
        self.shown: list[int] = []
        self._margin = margin

    def pad_left(self, column: int) -> int:
        """The first column starts on the margin of the page."""
        return self.edge() if self.shown[:1] == [column] else _PAD

    def pad_right(self, column: int) -> int:
        """Numbers end a little before the next column, and at the end on the margin."""
        return self.edge() if self.shown[-1:] == [column] else _PAD

    def edge(self) -> int:
        """The margin at the left and the right of the whole table."""
        return min(self._margin, page_margin(self))
