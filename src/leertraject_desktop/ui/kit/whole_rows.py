"""The rows of a list or a table show in a tool tip what is cut off in them."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.painting import text_width
from leertraject_desktop.ui.kit.whole_text import as_tip


class WholeRows(QStyledItemDelegate):
    """A delegate whose `lines` say which texts it paints in the row or the cell, and in how much room."""

    def lines(
        self, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> list[tuple[str, int, int, int]]:
        """Each text with its size, its weight and the room that it has, in logical pixels."""
        return [(str(index.data()), tokens.BODY, tokens.REGULAR, rect.width())]

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid() or view.toolTip():
            return super().helpEvent(event, view, option, index)
        rect: QRect = option.rect
        lines = self.lines(rect, index)
        cut = [text for text, size, weight, room in lines if text_width(text, size, weight) - 1 > room]
        QToolTip.showText(event.globalPos(), as_tip("\n".join(cut)), view, rect)
        return True
