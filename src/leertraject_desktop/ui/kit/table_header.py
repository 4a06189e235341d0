"""The header of a table: its titles, the arrow of the order, and the menu of a column."""

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QToolTip

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.icons import paint_icon
from leertraject_desktop.ui.kit.painting import LEFT, RIGHT, hairline, paint_text, text_width
from leertraject_desktop.ui.kit.table_base import TableBase
from leertraject_desktop.ui.kit.theme import colour
from leertraject_desktop.ui.kit.whole_text import as_tip


class TableHeader(QHeaderView):
    """Titles of 12 pixels; an arrow at the right shows the order.

    `menu_asked(column, place on the screen)` with the right button, `let_go` when an edge was dragged.
    """

    menu_asked = Signal(int, QPoint)
    let_go = Signal()

    def __init__(self, view: TableBase[Any]) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._view = view
        self.setFixedHeight(tokens.TABLE_HEADER)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(40)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def sizeHint(self) -> QSize:
        # Only the height counts; for a width Qt would ask the model five things of every column.
        return QSize(self.minimumSectionSize(), tokens.TABLE_HEADER)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        width, bottom = self.viewport().width(), self.viewport().height() - 1
        painter.fillRect(self.viewport().rect(), colour("sunken"))
        hairline(painter, 0, bottom, width, bottom, "line2")
        for logical in self._view.shown:
            left = self.sectionViewportPosition(logical)
            self._paint_title(painter, QRect(left, 0, self.sectionSize(logical), bottom + 1), logical)
        painter.end()

    def _paint_title(self, painter: QPainter, rect: QRect, logical: int) -> None:
        view = self._view
        column, order = view.table_model.columns[logical], view.table_model.order
        inside = rect.adjusted(view.pad_left(logical), 0, -view.pad_right(logical), -1)
        right = column.align == "right"
        align, size, weight = RIGHT if right else LEFT, tokens.SMALL, tokens.STRONG
        if order is None or order[0] != logical:
            paint_text(painter, inside, column.title, "text2", size=size, weight=weight, align=align)
            return
        words = inside if right else inside.adjusted(0, 0, -20, 0)
        paint_text(painter, words, column.title, "text2", size=size, weight=weight, align=align)
        x = inside.right() - (text_width(column.title, size, weight) + 16 if right else 12)
        arrow = "arrow-down" if order[1] else "arrow-up"
        paint_icon(painter, x, rect.top() + 10, arrow, "accent_text", 12)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell_whole(event)
            return True
        return super().viewportEvent(event)

    def _tell_whole(self, event: QHelpEvent) -> None:
        column = self.logicalIndexAt(event.pos())
        if column >= 0:
            title = self._view.table_model.columns[column].title
            room = self.sectionSize(column) - self._view.pad_left(column) - self._view.pad_right(column)
            cut = text_width(title, tokens.SMALL, tokens.STRONG) > room - 20
            QToolTip.showText(event.globalPos(), as_tip(title) if cut else "", self.viewport())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.let_go.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        column = self.logicalIndexAt(event.pos())
        if column >= 0:
            self.menu_asked.emit(column, event.globalPos())
