"""One sheet of the workbook on the screen, in the colours of the theme, to read and copy by keyboard."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from leertraject_desktop.features.levering.inkijk import Blad, Cel
from leertraject_desktop.features.levering.werkboek import GREY, PETROL, SOFT
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.focus import OWN_RING
from leertraject_desktop.ui.kit.painting import hairline, inner_ring
from leertraject_desktop.ui.kit.theme import colour, font

Index = QModelIndex | QPersistentModelIndex

PIXELS_PER_CHARACTER, PIXELS_PER_COLUMN = 7, 5
NARROWEST = 0.72
SPARED = 80
LEAST_ROW = 24
PAD = 8
INDENT = 12
# The colours of the file, by their meaning on the screen.
TEXT = {PETROL: "accent_text", GREY: "text2", "FFFFFF": "on_accent"}
GROUND = {PETROL: "accent", SOFT: "accent_soft"}
_SIDES = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
}


class _Model(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._size = (0, 0)
        self._cells: dict[tuple[int, int], Cel] = {}

    def show(self, blad: Blad) -> None:
        self.beginResetModel()
        self._size = (len(blad.hoogtes), len(blad.breedtes))
        self._cells = {(cel.rij, cel.kolom): cel for cel in blad.cellen}
        self.endResetModel()

    def cell(self, row: int, column: int) -> Cel | None:
        return self._cells.get((row, column))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._size[0]

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._size[1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cel = self.cell(index.row(), index.column()) if index.isValid() else None
        if cel is not None and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cel.tekst
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: "SheetView") -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cel = self._view.sheet_model.cell(index.row(), index.column())
        rect: QRect = option.rect
        here = self._view.hasFocus() and self._view.currentIndex() == index
        painter.save()
        ground = GROUND.get(cel.vulling, "") if cel is not None else ""
        if ground or here:
            painter.fillRect(rect, colour(ground or "accent_softer"))
        if cel is not None:
            if cel.lijn:
                hairline(painter, rect.left(), rect.bottom(), rect.right() + 1, rect.bottom())
            painter.setFont(_font_of(cel))
            painter.setPen(colour(TEXT.get(cel.kleur, "text")))
            painter.drawText(_inside(rect, cel), _flags(cel), cel.tekst)
        if here:
            inner_ring(painter, rect)
        painter.restore()


class SheetView(QTableView):
    """Shows one sheet as the file has it: texts, numbers, widths and joined cells. Ctrl+C copies a cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blad: Blad | None = None
        self._reach: dict[tuple[int, int], int] = {}
        self.sheet_model = _Model(self)
        self.setModel(self.sheet_model)
        self.setItemDelegate(_Delegate(self))
        self.setProperty(OWN_RING, True)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(8)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_sheet(self, blad: Blad) -> None:
        """Show another sheet from its beginning."""
        self.clearSpans()
        self.sheet_model.show(blad)
        self.setAccessibleName(f"Blad {blad.naam}")
        self._blad = blad
        self._reach = _reach(blad)
        for (row, column), breed in self._reach.items():
            if breed > 1:
                self.setSpan(row, column, 1, breed)
        self._fit()
        self.scrollToTop()
        if blad.cellen:
            self.setCurrentIndex(self.sheet_model.index(blad.cellen[0].rij, blad.cellen[0].kolom))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Columns as wide as in the file, or somewhat narrower where that spares scrolling sideways."""
        if self._blad is None:
            return
        wanted = [width * PIXELS_PER_CHARACTER + PIXELS_PER_COLUMN for width in self._blad.breedtes]
        room = self.width() - self.verticalScrollBar().sizeHint().width() - PAD
        factor = min(1.0, max(room / max(sum(wanted), 1), NARROWEST))
        least = self._least_widths()
        widths = [max(int(width * factor), least.get(column, 0)) for column, width in enumerate(wanted)]
        surplus = int(sum(widths) - room)
        if 0 < surplus < SPARED and factor > NARROWEST:
            widths[widths.index(max(widths))] -= surplus
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        heights = [max(round(points * 4 / 3), LEAST_ROW) for points in self._blad.hoogtes]
        for cel in self._blad.cellen:
            width = sum(widths[cel.kolom : cel.kolom + self._reach[cel.rij, cel.kolom]])
            heights[cel.rij] = max(heights[cel.rij], _height(cel, width))
        for row, height in enumerate(heights):
            self.setRowHeight(row, height)

    def _least_widths(self) -> dict[int, int]:
        """What numbers and their headings need, column by column, so that none is cut off."""
        least: dict[int, int] = {}
        for cel in self._blad.cellen if self._blad is not None else ():
            if cel.zijde == "right":
                width = QFontMetrics(_font_of(cel)).horizontalAdvance(cel.tekst) + 2 * PAD + 1
                least[cel.kolom] = max(least.get(cel.kolom, 0), width)
        return least

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(str(self.currentIndex().data() or ""))
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


def _reach(blad: Blad) -> dict[tuple[int, int], int]:
    """Over how many columns each cell is drawn: a heading runs on over empty cells, as it does in Excel."""
    filled = {(cel.rij, cel.kolom) for cel in blad.cellen if cel.tekst}
    reach = {}
    for cel in blad.cellen:
        breed = cel.breed
        free = cel.tekst and not cel.loopt_door and not cel.vulling and cel.zijde == "left"
        if breed == 1 and free:
            while cel.kolom + breed < len(blad.breedtes) and (cel.rij, cel.kolom + breed) not in filled:
                breed += 1
        reach[cel.rij, cel.kolom] = breed
    return reach


def _font_of(cel: Cel) -> QFont:
    size = tokens.TITLE if cel.punten >= 16 else tokens.SMALL if cel.punten < 11 else tokens.BODY
    return font(size, tokens.STRONG if cel.vet else tokens.REGULAR, italic=cel.cursief)


def _flags(cel: Cel) -> int:
    wrap = Qt.TextFlag.TextWordWrap if cel.loopt_door else Qt.TextFlag.TextSingleLine
    side = _SIDES.get(cel.zijde, Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignVCenter
    return side.value | wrap.value


def _inside(rect: QRect, cel: Cel) -> QRect:
    return rect.adjusted(PAD + INDENT * cel.inspringing, 0, -PAD, 0)


def _height(cel: Cel, width: int) -> int:
    inside = _inside(QRect(0, 0, width, 10_000), cel)
    return QFontMetrics(_font_of(cel)).boundingRect(inside, _flags(cel), cel.tekst).height() + 6
