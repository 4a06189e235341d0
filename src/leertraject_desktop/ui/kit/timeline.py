"""What happened, newest first: months, a round icon per line, and a thin line that ties them together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from leertraject_desktop.domain.datums import toon_dag, toon_maand
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.focus import OWN_RING
from leertraject_desktop.ui.kit.icons import paint_icon
from leertraject_desktop.ui.kit.painting import RIGHT, box, dot, hairline, inner_ring, paint_text, text_width
from leertraject_desktop.ui.kit.whole_rows import WholeRows

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class TimelineItem:
    """One thing that happened. `right` says who and how long."""

    key: object
    datum: date
    icon: str
    title: str
    second: str = ""
    right: str = ""


class _Model(QAbstractListModel):
    """The items with a heading wherever a month begins; a heading is a bare str."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[TimelineItem | str] = []

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line if isinstance(line, str) else line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if isinstance(line, str):
                return line
            day = toon_dag(line.datum)
            return ", ".join(part for part in (day, line.title, line.second, line.right) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.lines[index.row()], str):
            return Qt.ItemFlag.NoItemFlags  # the arrow keys pass over it
        return super().flags(index)

    def show(self, items: Sequence[TimelineItem]) -> None:
        self.beginResetModel()
        self.lines = []
        month = ""
        for item in items:
            if (name := toon_maand(item.datum)) != month:
                month = name
                self.lines.append(name[:1].upper() + name[1:])
            self.lines.append(item)
        self.endResetModel()


class _Delegate(WholeRows):
    def __init__(self, view: "Timeline") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = isinstance(self._view.line(index.row()), str)
        return QSize(200, tokens.TIMELINE_MONTH if heading else tokens.TIMELINE_ROW)

    def lines(self, rect: QRect, index: Index) -> list[tuple[str, int, int, int]]:
        line, room = self._view.line(index.row()), rect.width() - self._view.margin - 92 - 16
        if isinstance(line, str):
            return []
        beside = text_width(line.right, tokens.SMALL) + 16 if line.right else 0
        return [
            (line.title, tokens.BODY, tokens.STRONG, room - beside),
            (line.second, tokens.BODY, tokens.REGULAR, room),
        ]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, rect = self._view.line(index.row()), option.rect
        left = self._view.margin
        painter.save()
        if isinstance(line, str):
            where = rect.adjusted(left, 0, 0, 0)
            paint_text(painter, where, line, "text2", size=tokens.SMALL, weight=tokens.STRONG)
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            box(painter, rect.adjusted(left - 12, 0, -4, -2), "accent_soft")
        top = rect.top()
        x = rect.left() + left
        paint_text(painter, QRect(x, top + 9, 48, 18), toon_dag(line.datum), "text2")
        dot(painter, x + 50, top + 6, 28, "accent_soft")
        paint_icon(painter, x + 56, top + 12, line.icon, "accent_text")
        if self._view.ties_on(index.row()):
            hairline(painter, x + 64, top + 38, x + 64, rect.bottom() + 1, "line2")
        right_edge = rect.right() - 16
        width = text_width(line.right, tokens.SMALL) + 16 if line.right else 0
        first = QRect(x + 92, top + 7, right_edge - x - 92, 18)
        if line.right:
            paint_text(painter, first, line.right, "text2", size=tokens.SMALL, align=RIGHT)
        paint_text(painter, first.adjusted(0, 0, -width, 0), line.title, weight=tokens.STRONG)
        paint_text(painter, first.translated(0, 19), line.second, "text2")
        if self._view.hasFocus() and self._view.currentIndex() == index:
            inner_ring(painter, rect.adjusted(left - 12, 0, -4, -2), tokens.RADIUS_CONTROL)
        painter.restore()


class Timeline(QListView):
    """Items by month, in the order given. `opened(key)` on Enter or a click."""

    opened = Signal(object)

    def __init__(self, name: str, *, margin: int = tokens.PAGE_MARGIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.margin = margin
        self.setAccessibleName(name)
        self.setProperty(OWN_RING, True)
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Fixed)
        self.setTabKeyNavigation(False)

    def show_items(self, items: Sequence[TimelineItem]) -> None:
        """Other items, newest first; the line where the user was stays current when it is still there."""
        before = self.current_key()
        self._model.show(items)
        rows = [row for row, line in enumerate(self._model.lines) if not isinstance(line, str)]
        again = [row for row in rows if before is not None and self._key(row) == before]
        if again or (rows and self.hasFocus()):
            self.setCurrentIndex(self._model.index((again or rows)[0], 0))

    def line(self, row: int) -> TimelineItem | str:
        """What stands on a line: an item, or the name of a month."""
        return self._model.lines[row]

    def ties_on(self, row: int) -> bool:
        """Whether the thin line goes on below."""
        return row + 1 < len(self._model.lines)

    def current_key(self) -> object | None:
        """The key of the line with the focus."""
        index = self.currentIndex()
        return self._key(index.row()) if index.isValid() else None

    def _key(self, row: int) -> object | None:
        line = self.line(row)
        return None if isinstance(line, str) else line.key

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.current_key()
        if key is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(key)
        elif event.key() == Qt.Key.Key_Home and len(self._model.lines) > 1:
            self.setCurrentIndex(self._model.index(1, 0))  # the first line is the name of a month
            self.scrollToTop()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            line = self.line(index.row())
            if not isinstance(line, str):
                self.opened.emit(line.key)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection() and len(self._model.lines) > 1:
            self.setCurrentIndex(self._model.index(1, 0))
            self.selectionModel().select(
                self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self.viewport().update()

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
