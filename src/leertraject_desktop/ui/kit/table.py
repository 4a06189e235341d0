"""The table on the screen: rows of 32 pixels with hairlines, its own header, the ring inside the row."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionViewItem,
    QWidget,
)

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.column_layout import ColumnLayout
from leertraject_desktop.ui.kit.column_menu import ColumnMenu
from leertraject_desktop.ui.kit.focus import OWN_RING
from leertraject_desktop.ui.kit.painting import inner_ring
from leertraject_desktop.ui.kit.table_base import TableBase
from leertraject_desktop.ui.kit.table_header import TableHeader
from leertraject_desktop.ui.kit.table_model import Column, Index, R, TableModel
from leertraject_desktop.ui.kit.table_painter import TablePainter
from leertraject_desktop.ui.kit.whole_rows import WholeRows


class _RowHeight(WholeRows):
    """Says how high a row is and what is cut off in it; the view paints all rows itself."""

    def __init__(self, view: "TableView[Any]") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, tokens.TABLE_ROW)

    def lines(self, rect: QRect, index: Index) -> list[tuple[str, int, int, int]]:
        view, column = self._view, index.column()
        cell = view.table_model.cell(index.row(), column)
        strong = cell.strong or (column == 0 and view.first_column_strong)
        room = rect.width() - view.pad_left(column) - view.pad_right(column) - (22 if cell.icon else 0)
        return [(cell.text, tokens.BODY, tokens.STRONG if strong else tokens.REGULAR, room)]


class TableView(TableBase[R]):
    """A table over a TableModel.

    `opened(row)` on Enter or a double click, `preview_asked(row)` on Space, `current_changed(row or None)`
    when another row gets the focus. Ctrl+C copies what is selected as text that Excel takes, and `copied`
    tells of how many rows. Shift+F10 opens the menu of the columns; `columns_changed` when the user changed
    them, which `column_layout.state` tells. `key` finds the current row after the rows were fetched anew.
    """

    opened = Signal(object)
    preview_asked = Signal(object)
    current_changed = Signal(object)
    copied = Signal(int)

    def __init__(
        self,
        model: TableModel[R],
        *,
        name: str,
        key: Callable[[R], Hashable] | None = None,
        select_rows: bool = True,
        first_column_strong: bool = True,
        margin: int = tokens.PAGE_MARGIN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(model, margin=margin, first_column_strong=first_column_strong, parent=parent)
        self._key = key
        self._empty: QWidget | None = None
        self.column_layout = ColumnLayout(self)
        self._kept: Hashable = None
        self.setAccessibleName(name)
        self.setProperty(OWN_RING, True)
        self.setItemDelegate(_RowHeight(self))
        header = TableHeader(self)
        header.menu_asked.connect(self.open_column_menu)
        header.let_go.connect(self.column_layout.tell)
        self.setHorizontalHeader(header)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        behaviour = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(behaviour.SelectRows if select_rows else behaviour.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(tokens.TABLE_ROW)
        rows.setDefaultSectionSize(tokens.TABLE_ROW)
        self.verticalScrollBar().setSingleStep(tokens.TABLE_ROW)
        self.setModel(model)  # when both headers are as they stay: Qt measures those that show themselves
        self.horizontalHeader().sectionClicked.connect(self.toggle_order)
        self.horizontalHeader().sectionResized.connect(self._dragged)
        model.modelAboutToBeReset.connect(self._keep_current)
        model.modelReset.connect(self._after_reset)
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        self._after_reset()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        TablePainter(self, painter).paint(event.rect())
        if self.hasFocus() and not self.table_model.rowCount():  # there is no row to put the ring in
            inner_ring(painter, self.viewport().rect())
        painter.end()

    def selects_rows(self) -> bool:
        """Whether the whole row is selected, and not one cell."""
        return self.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectRows

    def current_row(self) -> R | None:
        """The row that has the focus; None in an empty table."""
        index = self.currentIndex()
        return self.table_model.row(index) if index.isValid() else None

    def selected_rows(self) -> list[R]:
        """All selected rows, from top to bottom."""
        numbers = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return [row for number in numbers if (row := self.table_model.row(number)) is not None]

    def set_rows(self, rows: Any) -> None:
        """Other rows; the current one stays current when it is still there."""
        self.table_model.set_rows(rows)

    def set_columns(self, columns: Sequence[Column[R]], rows: Sequence[R]) -> None:
        """Other columns with their rows; the order that the user chose is gone."""
        self.table_model.set_columns(columns, rows)
        self.column_layout.share()

    def go_to(self, number: int) -> None:
        """Make a row current, and scroll to it."""
        index = self.table_model.index(number, 0)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            how = flags.ClearAndSelect | flags.Rows if self.selects_rows() else flags.ClearAndSelect
            self.selectionModel().setCurrentIndex(index, how)

    def set_empty(self, widget: QWidget) -> None:
        """What stands in the middle while there are no rows."""
        widget.setParent(self.viewport())
        self._empty = widget
        self._place_empty()

    def copy(self) -> None:
        """Put the selected rows on the clipboard, with tabs between the cells."""
        cells: dict[int, list[str]] = {}
        place = self.horizontalHeader().visualIndex
        chosen = [(index.row(), index.column()) for index in self.selectionModel().selectedIndexes()]
        for row, column in sorted(chosen, key=lambda cell: (cell[0], place(cell[1]))):
            if not self.isColumnHidden(column):
                cells.setdefault(row, []).append(self.table_model.cell(row, column).text)
        lines = ["\t".join(text.replace("\t", " ") for text in row) for row in cells.values()]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))
            self.copied.emit(len(lines))

    def open_column_menu(self, column: int = -1, where: QPoint | None = None) -> None:
        """Show what can be done with the columns, or with one of them."""
        menu = ColumnMenu(self, self.column_layout, self.toggle_order, column)
        menu.popup(where or self.viewport().mapToGlobal(QPoint(self.edge(), 0)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.open_column_menu()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        menu = QKeySequence("Shift+F10"), QKeySequence("Menu")
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif QKeySequence(event.keyCombination()) in menu:
            self.open_column_menu()
        elif (
            row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        ):
            self.opened.emit(row)
        elif row is not None and event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.preview_asked.emit(row)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = self.table_model.row(index) if index.isValid() else None
        if row is not None:
            self.opened.emit(row)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            self.go_to(max(self.currentIndex().row(), 0))
        self.viewport().update()

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.column_layout.share()
        self._place_empty()

    def toggle_order(self, column: int) -> None:
        """Sort on a column, and the other way round when the rows are in that order already."""
        if not self.table_model.columns[column].sortable:
            return
        order = self.table_model.order
        descending = order == (column, False)
        self.table_model.sort(
            column, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        )
        self.horizontalHeader().viewport().update()

    def _keep_current(self) -> None:
        index = self.currentIndex()
        self._kept = None
        row = self.table_model.row(index) if index.isValid() else None
        if self._key is not None and row is not None:
            self._kept = self._key(row)

    def _after_reset(self) -> None:
        self._place_empty()
        if self._kept is None or self._key is None:
            return
        for number in range(min(len(self.table_model.rows), 5000)):
            row = self.table_model.row(number)
            if row is not None and self._key(row) == self._kept:
                self.go_to(number)
                return

    def _tell_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.viewport().update()
        self.current_changed.emit(self.table_model.row(current) if current.isValid() else None)

    def sort_on(self, key: str, *, descending: bool) -> None:
        """Sort on the column with this key; nothing happens when there is none."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        for number, column in enumerate(self.table_model.columns):
            if column.key == key:
                self.table_model.sort(number, order)
                return

    def _dragged(self, number: int, before: int, width: int) -> None:
        self.column_layout.dragged(number, width)

    def _place_empty(self) -> None:
        if self._empty is None:
            return
        self._empty.setVisible(self.table_model.rowCount() == 0)
        self._empty.setGeometry(self.viewport().rect())


def table_of(
    columns: list[Column[R]], *, name: str, key: Callable[[R], Hashable] | None = None
) -> TableView[R]:
    """A table with rows in memory, for the usual case."""
    model: TableModel[R] = TableModel(columns)
    view: TableView[R] = TableView(model, name=name, key=key)
    model.setParent(view)
    return view
