"""A list that pops up below a field while somebody types; the keyboard stays in the field."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from leertraject_desktop.domain.markeren import stukken
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.icons import paint_icon
from leertraject_desktop.ui.kit.painting import RIGHT, box, inner_ring, paint_text, text_width
from leertraject_desktop.ui.kit.surfaces import popup_host

_PAD = 4
_GAP = 5


@dataclass(frozen=True)
class LookupRow:
    """A line to choose. `key` is what is chosen; `text` is what the field shows after that, or `title`."""

    key: object
    title: str
    right: str = ""
    icon: str = ""
    text: str = ""


class PopupList(QWidget):
    """Lies over the window, below its field, or above it where there is more room.

    `chosen(row)` on Enter or a click. Up and Down walk over it, also where there is no room to show all.
    """

    chosen = Signal(object)

    def __init__(self, field: QLineEdit, *, width: int = 0) -> None:
        super().__init__(field)
        self._wanted = width
        self._field = field
        self._rows: Sequence[LookupRow] = ()
        self._typed = ""
        self._current = self._first = self._fitting = 0
        self._said = ""
        self.hide()
        self.setMouseTracking(True)
        field.installEventFilter(self)

    def show_rows(self, rows: Sequence[LookupRow], typed: str) -> None:
        """Show what matches; the letters of `typed` stand out. No rows hides the list."""
        self._rows, self._typed, self._current = rows, typed, 0
        if not rows:
            self.hide()
            return
        window = popup_host(self._field)
        if self.parentWidget() is not window:
            self.setParent(window)
        below = self._field.mapTo(window, QPoint(0, self._field.height() + _GAP))
        above = below.y() - self._field.height() - 2 * _GAP
        height = len(rows) * tokens.TABLE_ROW + 2 * _PAD
        down = height <= window.height() - below.y() or window.height() - below.y() >= above
        room = window.height() - below.y() if down else above
        self._fitting = max(min(len(rows), (room - 2 * _PAD) // tokens.TABLE_ROW), 1)
        self._first = 0
        height = self._fitting * tokens.TABLE_ROW + 2 * _PAD
        width = min(max(self._field.width(), self._wanted), window.width() - below.x() - 16)
        self.setGeometry(QRect(below.x(), below.y() if down else above - height, width, height))
        if self.isHidden():
            self._said = self._field.accessibleDescription()
        self._describe()
        self.show()
        self.raise_()
        self.update()

    def rows(self) -> Sequence[LookupRow]:
        """What can be chosen now."""
        return self._rows if not self.isHidden() else ()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and not self.isHidden():
            self.hide()
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and not self.isHidden()
            and isinstance(event, QKeyEvent)
        ):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            return False
        if event.type() == QEvent.Type.KeyPress and not self.isHidden() and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            self._current = (self._current + step) % len(self._rows)
            self._first = max(min(self._first, self._current), self._current - self._fitting + 1)
            self._describe()
            self.update()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._choose(self._current)
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        return False

    def _choose(self, number: int) -> None:
        self.hide()
        self.chosen.emit(self._rows[number])

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._field.setAccessibleDescription(self._said)

    def _describe(self) -> None:
        row = self._rows[self._current]
        self._field.setAccessibleDescription(
            f"{self._current + 1} van {len(self._rows)}: {row.title} {row.right}"
        )

    def _row_at(self, y: float) -> int:
        return self._first + min(max(int(y - _PAD) // tokens.TABLE_ROW, 0), self._fitting - 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._current = self._row_at(event.position().y())
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self._choose(self._row_at(event.position().y()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box(painter, self.rect(), "surface", "line2", tokens.RADIUS_CARD - 2)
        for place in range(self._fitting):
            number = self._first + place
            row = self._rows[number]
            top = _PAD + place * tokens.TABLE_ROW
            rect = QRect(_PAD, top, self.width() - 2 * _PAD, tokens.TABLE_ROW)
            if number == self._current:
                box(painter, rect, "accent_soft")
                inner_ring(painter, rect, tokens.RADIUS_CONTROL)
            inside = rect.adjusted(8, 0, -9, -1)
            if row.icon:
                paint_icon(painter, inside.left(), top + 8, row.icon)
                inside.setLeft(inside.left() + 24)
            if row.right:
                width = min(text_width(row.right, tokens.SMALL), inside.width() // 2)
                side = QRect(inside.right() - width, inside.top(), width + 1, inside.height())
                paint_text(painter, side, row.right, "text2", size=tokens.SMALL, align=RIGHT)
                inside.setRight(inside.right() - width - 12)
            self._paint_title(painter, inside, row)
        painter.end()

    def _paint_title(self, painter: QPainter, inside: QRect, row: LookupRow) -> None:
        x = inside.left()
        for part, strong in stukken(row.title, self._typed):
            weight = tokens.STRONG if strong else tokens.REGULAR
            where = QRect(x, inside.top(), max(inside.right() - x, 0), inside.height())
            paint_text(painter, where, part, "accent_text" if strong else "text", weight=weight)
            x += text_width(part, weight=weight) - 1
