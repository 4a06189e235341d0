"""The table on the screen: rows of 32 pixels with hairlines, its own header, the ring inside the row."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.compact import is_compact, page_margin
from leertraject_desktop.ui.kit.focus import OWN_RING
from leertraject_desktop.ui.kit.icons import paint_icon
from leertraject_desktop.ui.kit.painting import hairline, hatch, inner_ring, paint_text, text_width
from leertraject_desktop.ui.kit.table_model import Cell, Column, Index, R, TableModel
from leertraject_desktop.ui.kit.theme import colour

_PAD = 8
_NARROWEST = 136


class _Header(QHeaderView):
    """Titles of 12 pixels; an arrow at the right shows the order."""

    def __init__(self, view: "TableView[Any]") -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self._pressed_widths: dict[str, int] = {}
        self.setFixedHeight(tokens.TABLE_HEADER)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), tokens.TABLE_HEADER)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        column = self._view.table_model.columns[logical]
        painter.fillRect(rect, colour("sunken"))
        order = self._view.table_model.order
        sorted_here = order is not None and order[0] == logical
        inside = rect.adjusted(self._view.pad_left(logical), 0, -self._view.pad_right(logical), -1)
        align = Qt.AlignmentFlag.AlignRight if column.align == "right" else Qt.AlignmentFlag.AlignLeft
        words = inside.adjusted(0, 0, -20 if sorted_here and align == Qt.AlignmentFlag.AlignLeft else 0, 0)
        paint_text(
            painter,
            words,
            column.title,
            "text2",
            size=tokens.SMALL,
            weight=tokens.STRONG,
            align=align | Qt.AlignmentFlag.AlignVCenter,
        )
        if sorted_here and order is not None:
            arrow = "arrow-down" if order[1] else "arrow-up"
            if align == Qt.AlignmentFlag.AlignRight:
                x = inside.right() - text_width(column.title, tokens.SMALL, tokens.STRONG) - 16
            else:
                x = inside.right() - 12
            paint_icon(painter, x, rect.top() + 10, arrow, "accent_text", 12)
        hairline(painter, rect.left(), rect.bottom(), rect.right() + 1, rect.bottom(), "line2")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        before = self._view.own_widths()
        super().mouseReleaseEvent(event)
        if self._pressed_widths != before:
            self._view.widths_changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_widths = self._view.own_widths()
        super().mousePressEvent(event)

    def paintEvent(self, event: Any) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), colour("sunken"))
        bottom = self.viewport().height() - 1
        hairline(painter, 0, bottom, self.viewport().width(), bottom, "line2")
        painter.end()
        super().paintEvent(event)


class _RowDelegate(QStyledItemDelegate):
    """Draws ground, hairline, text and ring of one cell."""

    def __init__(self, view: "TableView[Any]") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, tokens.TABLE_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view, rect = self._view, option.rect
        row, column = index.row(), index.column()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        ground = "accent_soft" if selected else "surface"
        painter.fillRect(rect, colour(ground))
        cell = view.table_model.cell(row, column)
        inside = rect.adjusted(view.pad_left(column), 0, -view.pad_right(column), -1)
        self._paint_cell(painter, rect, inside, cell, column, selected=selected)
        hairline(painter, rect.left(), rect.bottom(), rect.right() + 1, rect.bottom())
        if view.hasFocus() and view.currentIndex().row() == row and view.selects_rows():
            painter.setClipRect(rect)
            inner_ring(painter, view.row_rect(row))
        elif view.hasFocus() and view.currentIndex() == index:
            inner_ring(painter, rect)
        painter.restore()

    def _paint_cell(
        self, painter: QPainter, rect: QRect, inside: QRect, cell: Cell, column: int, *, selected: bool
    ) -> None:
        described = self._view.table_model.columns[column]
        side = Qt.AlignmentFlag.AlignRight if described.align == "right" else Qt.AlignmentFlag.AlignLeft
        if cell.shielded:
            where = rect.adjusted(2, 1, -2, -2)
            ground = colour("accent_soft" if selected else "sunken")
            painter.fillRect(where, ground)
            hatch(painter, where)
            width = text_width(cell.text, tokens.SMALL) + 8
            painter.fillRect(QRect(inside.left() - 4, rect.top() + 4, width, rect.height() - 8), ground)
            paint_text(painter, inside, cell.text, "text2", size=tokens.SMALL, italic=True)
            return
        if cell.icon:
            paint_icon(painter, inside.left(), rect.top() + 8, cell.icon, cell.tone)
            inside = inside.adjusted(22, 0, 0, 0)
        strong = cell.strong or (column == 0 and self._view.first_column_strong)
        weight = tokens.STRONG if strong else tokens.REGULAR
        paint_text(
            painter, inside, cell.text, cell.tone, weight=weight, align=side | Qt.AlignmentFlag.AlignVCenter
        )


class TableView(QTableView, Generic[R]):
    """A table over a TableModel.

    `opened(row)` on Enter or a double click, `preview_asked(row)` on Space, `current_changed(row or None)`
    when another row gets the focus. Ctrl+C copies what is selected as text that Excel takes. `key` finds the
    current row again after the rows were fetched anew.
    """

    opened = Signal(object)
    preview_asked = Signal(object)
    current_changed = Signal(object)
    widths_changed = Signal()

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
        super().__init__(parent)
        self.table_model = model
        self.first_column_strong = first_column_strong
        self._key, self._margin = key, margin
        self._empty: QWidget | None = None
        self._widths: dict[str, int] = {}
        self._sharing = False
        self._kept: Hashable = None
        self.setAccessibleName(name)
        self.setProperty(OWN_RING, True)
        self.setModel(model)
        self.setItemDelegate(_RowDelegate(self))
        self.setHorizontalHeader(_Header(self))
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
        self.horizontalHeader().sectionClicked.connect(self._sort)
        self.horizontalHeader().sectionResized.connect(self._dragged)
        model.modelAboutToBeReset.connect(self._keep_current)
        model.modelReset.connect(self._after_reset)
        self.selectionModel().currentRowChanged.connect(self._tell_current)
        self._after_reset()

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
        return [self.table_model.row(number) for number in numbers]

    def set_rows(self, rows: Any) -> None:
        """Other rows; the current one stays current when it is still there."""
        self.table_model.set_rows(rows)

    def set_columns(self, columns: Sequence[Column[R]], rows: Sequence[R]) -> None:
        """Other columns with their rows; the order that the user chose is gone."""
        self.table_model.set_columns(columns, rows)
        self._share_width()

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
        chosen = ((index.row(), index.column()) for index in self.selectionModel().selectedIndexes())
        for row, column in sorted(chosen):
            if not self.isColumnHidden(column):
                cells.setdefault(row, []).append(self.table_model.cell(row, column).text)
        lines = ["\t".join(text.replace("\t", " ") for text in row) for row in cells.values()]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))

    def pad_left(self, column: int) -> int:
        """The first column starts on the margin of the page."""
        return self._edge() if column == 0 else _PAD

    def pad_right(self, column: int) -> int:
        """Numbers end a little before the next column, and at the end on the margin."""
        return self._edge() if column == len(self.table_model.columns) - 1 else _PAD

    def row_rect(self, row: int) -> QRect:
        """The whole of a row in the part that is seen."""
        return QRect(0, self.rowViewportPosition(row), self.viewport().width(), tokens.TABLE_ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
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
        if index.isValid():
            self.opened.emit(self.table_model.row(index))

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
        self._share_width()
        self._place_empty()

    def _edge(self) -> int:
        return min(self._margin, page_margin(self))

    def _sort(self, column: int) -> None:
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
        if self._key is not None and index.isValid():
            self._kept = self._key(self.table_model.row(index))

    def _after_reset(self) -> None:
        self._place_empty()
        if self._kept is None or self._key is None:
            return
        for number in range(min(len(self.table_model.rows), 5000)):
            if self._key(self.table_model.row(number)) == self._kept:
                self.go_to(number)
                return

    def _tell_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.viewport().update()
        self.current_changed.emit(self.table_model.row(current) if current.isValid() else None)

    def own_widths(self) -> dict[str, int]:
        """The columns that the user dragged, by title, with their widths in logical pixels."""
        return dict(self._widths)

    def show_widths(self, widths: dict[str, int]) -> None:
        """Give columns the widths that the user dragged before."""
        self._widths = dict(widths)
        self._share_width()

    def sort_on(self, key: str, *, descending: bool) -> None:
        """Sort on the column with this key; nothing happens when there is none."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        for number, column in enumerate(self.table_model.columns):
            if column.key == key:
                self.table_model.sort(number, order)
                return

    def _dragged(self, number: int, before: int, width: int) -> None:
        if not self._sharing and width:
            self._widths[self.table_model.columns[number].title] = width

    def _width(self, number: int) -> int:
        column = self.table_model.columns[number]
        return self._widths.get(column.title, column.width)

    def _share_width(self) -> None:
        self._sharing = True
        self._share()
        self._sharing = False

    def _share(self) -> None:
        columns = self.table_model.columns
        room = self.viewport().width()
        shown = list(range(len(columns)))
        if is_compact(self) or self._needed(shown) > room:
            shown = [number for number in shown if not columns[number].wide_only]
        # Still too narrow: the long texts go, which a preview beside the list shows in full.
        for number in [number for number in shown if number and not self._width(number)]:
            if self._needed(shown) > room:
                shown.remove(number)
        for number in range(len(columns)):
            self.setColumnHidden(number, number not in shown)
        room -= sum(self._width(number) for number in shown)
        loose = [number for number in shown if not self._width(number)]
        for number in shown:
            self.setColumnWidth(number, self._width(number) or max(_NARROWEST, room // len(loose)))
        if not loose and room > 0 and shown:
            self.setColumnWidth(shown[-1], self._width(shown[-1]) + room)

    def _needed(self, shown: list[int]) -> int:
        """How wide these columns are at least."""
        return sum(self._width(number) or _NARROWEST for number in shown)

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
