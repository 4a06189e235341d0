"""The header of a table: its titles, the arrow of the order, and the menu of a column."""

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QToolTip

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.icons import paint_icon
from leertraject_desktop.ui.kit.painting import hairline, paint_text, text_width
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

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), colour("sunken"))
        bottom = self.viewport().height() - 1
        hairline(painter, 0, bottom, self.viewport().width(), bottom, "line2")
        painter.end()
        super().paintEvent(event)
