"""Lists of two-line rows: tasks with a circle to tick, months, hits, and the steps of a wizard."""

from collections.abc import Sequence
from dataclasses import dataclass
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
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.focus import OWN_RING
from leertraject_desktop.ui.kit.icons import paint_icon
from leertraject_desktop.ui.kit.painting import (
    CENTRE,
    RIGHT,
    box,
    dot,
    hairline,
    inner_ring,
    paint_text,
    text_width,
)
from leertraject_desktop.ui.kit.theme import colour
from leertraject_desktop.ui.kit.whole_rows import WholeRows

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class TwoLineRow:
    """A row. `number` draws a numbered circle instead of an icon; `hit` is marked wherever it stands."""

    key: object
    title: str
    second: str = ""
    right: str = ""
    icon: str = ""
    icon_tone: str = "text2"
    second_tone: str = "text2"
    right_tone: str = "text2"
    number: int = 0
    hit: str = ""


@dataclass(frozen=True)
class ListLook:
    """Where things stand in a row, in logical pixels."""

    text_left: int
    icon_left: int = 0
    icon_size: int = 16
    strong_title: bool = False
    strong_current: bool = False
    hairlines: bool = False


TASKS = ListLook(text_left=35, icon_left=7, strong_title=True, hairlines=True)
PLACES = ListLook(text_left=44, icon_left=16, strong_current=True)
HITS = ListLook(text_left=8, strong_title=True, strong_current=True)
STEPS = ListLook(text_left=44, icon_left=12, icon_size=20, strong_current=True)


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[TwoLineRow] = ()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.title, row.second, row.right) if part)
        return None

    def show(self, rows: Sequence[TwoLineRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


class _Delegate(WholeRows):
    def __init__(self, view: "TwoLineList") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, tokens.TWO_LINES)

    def lines(self, rect: QRect, index: Index) -> list[tuple[str, int, int, int]]:
        row, room = self._view.rows()[index.row()], rect.width() - self._view.look.text_left - 10
        beside = text_width(row.right, tokens.SMALL, tokens.STRONG) + 8 if row.right else 0
        return [
            (row.title, tokens.BODY, tokens.STRONG, room - beside),
            (row.second, tokens.SMALL, tokens.REGULAR, room),
        ]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rows = self._view.rows()
        row, look, rect = rows[index.row()], self._view.look, option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        ring = self._view.hasFocus() and self._view.currentIndex() == index
        if selected:
            box(painter, rect, "accent_soft")
        elif look.hairlines and index.row() < len(rows) - 1:
            hairline(painter, rect.left() + 6, rect.bottom(), rect.right() - 6, rect.bottom())
        self._paint_mark(painter, rect, row, selected)
        inside = rect.adjusted(look.text_left, 0, -10, 0)
        top = inside.top() + 7 if row.second else inside.top() + 15
        first = QRect(inside.left(), top, inside.width(), 18)
        if row.right:
            weight = tokens.STRONG if row.right_tone in ("red", "amber") else tokens.REGULAR
            width = text_width(row.right, tokens.SMALL, weight)
            paint_text(
                painter, first, row.right, row.right_tone, size=tokens.SMALL, weight=weight, align=RIGHT
            )
            first = first.adjusted(0, 0, -width - 8, 0)
        strong = look.strong_title or (selected and look.strong_current)
        tone = "accent_text" if selected and look.strong_current else "text"
        weight = tokens.STRONG if strong else tokens.REGULAR
        paint_text(painter, first, row.title, tone, weight=weight)
        second = QRect(inside.left(), top + 18, inside.width(), 17)
        if row.hit:
            paint_hit(painter, second, row.second, row.hit)
        elif row.second:
            paint_text(painter, second, row.second, row.second_tone, size=tokens.SMALL)
        if ring:
            inner_ring(painter, rect, tokens.RADIUS_CONTROL)
        painter.restore()

    def _paint_mark(self, painter: QPainter, rect: QRect, row: TwoLineRow, selected: bool) -> None:
        look = self._view.look
        x, top = rect.left() + look.icon_left, rect.top()
        if row.number and not row.icon:
            paint_number(painter, x, top + 14, row.number, filled=selected)
        elif row.icon:
            offset = 8 if look.hairlines else 16 if look.icon_size == 16 else 14
            tone = row.icon_tone if self._view.can_tick() or look is not TASKS else "line2"
            paint_icon(painter, x, top + offset, row.icon, tone, look.icon_size)


def paint_number(painter: QPainter, x: int, y: int, number: int, *, filled: bool) -> None:
    """A number in a circle of 20 pixels: filled for where you are, outlined for what comes."""
    if filled:
        dot(painter, x, y, 20, "accent")
    else:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("control"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRect(x, y, 20, 20).toRectF().adjusted(0.5, 0.5, -0.5, -0.5))
    tone = "on_accent" if filled else "text2"
    where = QRect(x, y, 20, 19)
    paint_text(painter, where, str(number), tone, size=tokens.SMALL, weight=tokens.STRONG, align=CENTRE)


def paint_hit(painter: QPainter, rect: QRect, text: str, hit: str) -> None:
    """A line of small text in which what was searched for is marked."""
    at = text.casefold().find(hit.casefold())
    if at < 0:
        paint_text(painter, rect, text, "text2", size=tokens.SMALL)
        return
    x = rect.left()
    for part, marked in (
        (text[:at], False),
        (text[at : at + len(hit)], True),
        (text[at + len(hit) :], False),
    ):
        width = text_width(part, tokens.SMALL) - 1
        where = QRect(x, rect.top(), min(width + 1, rect.right() - x), rect.height())
        if marked:
            painter.fillRect(where.adjusted(-1, 0, 0, -1), colour("mark"))
        paint_text(painter, where, part, "mark_text" if marked else "text2", size=tokens.SMALL)
        x += width


class TwoLineList(QListView):
    """Rows of 48 pixels. `opened(key)` on Enter or a click, `current_changed(key)` when the focus moves.

    `ticked(key)` on Space or a click on the circle of a task.
    """

    opened = Signal(object)
    ticked = Signal(object)
    current_changed = Signal(object)

    def __init__(self, name: str, look: ListLook = PLACES, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._ticks = True
        self.setAccessibleName(name)
        self.setProperty(OWN_RING, True)
        self.setProperty("clear", True)
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._tell_current)

    def forbid_ticks(self, why: str) -> None:
        """Let tasks be opened, not ticked; the list says why."""
        self._ticks = not why
        self.setToolTip(why)
        self.setAccessibleDescription(why)

    def can_tick(self) -> bool:
        """Whether the circle of a task may be ticked."""
        return self._ticks

    def rows(self) -> Sequence[TwoLineRow]:
        """What is shown."""
        return self._model.rows

    def show_rows(self, rows: Sequence[TwoLineRow]) -> None:
        """Other rows; the current one stays current, or else the row that took its place.

        An empty list is no stop for the keyboard.
        """
        before, place = self.current_key(), self.currentIndex().row()
        self._model.show(rows)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if rows else Qt.FocusPolicy.NoFocus)
        if before is not None and not self.go_to(before) and rows:
            self.setCurrentIndex(self._model.index(min(place, len(rows) - 1), 0))

    def current_key(self) -> object | None:
        """The key of the row with the focus; None when there is none."""
        index = self.currentIndex()
        return self.rows()[index.row()].key if index.isValid() else None

    def go_to(self, key: object) -> bool:
        """Make a row current; False when there is none with this key."""
        for number, row in enumerate(self.rows()):
            if row.key == key:
                self.setCurrentIndex(self._model.index(number, 0))
                return True
        return False

    def fit(self) -> None:
        """As high as the rows, without a scroll bar."""
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(max(len(self.rows()), 0) * tokens.TWO_LINES)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.current_key()
        if key is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(key)
        elif key is not None and event.key() == Qt.Key.Key_Space and self.look is TASKS:
            if self._ticks:
                self.ticked.emit(key)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        key = self.rows()[index.row()].key
        if self.look is TASKS and self._ticks and spot.x() < self.look.text_left - 4:
            self.ticked.emit(key)
        else:
            self.opened.emit(key)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if self.rows() and not self.selectionModel().hasSelection():
            self.setCurrentIndex(self._model.index(max(self.currentIndex().row(), 0), 0))
            self.selectionModel().select(
                self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
        self.viewport().update()

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _tell_current(self, current: QModelIndex) -> None:
        self.current_changed.emit(self.rows()[current.row()].key if current.isValid() else None)
