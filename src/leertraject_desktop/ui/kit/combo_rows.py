"""The rows of a combo box when it is open; apart, because a closed one is shown before they are needed."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.painting import box, inner_ring, paint_text, text_width
from leertraject_desktop.ui.kit.whole_rows import WholeRows


class ComboRows(WholeRows):
    """Rows of 32 pixels; that under the pointer or the keyboard is softly filled, with the ring."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(text_width(str(index.data())) + 2 * 12, tokens.TABLE_ROW)

    def lines(
        self, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> list[tuple[str, int, int, int]]:
        return super().lines(rect.adjusted(8, 0, -8, 0), index)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver))
        box(painter, rect, "accent_soft" if selected else "surface")
        paint_text(painter, rect.adjusted(8, 0, -8, 0), str(index.data()))
        if selected:
            inner_ring(painter, rect, tokens.RADIUS_CONTROL)
