"""The menu of the columns: wider, smaller, fitting, to the left or right, hidden or shown, by keyboard."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from leertraject_desktop.ui.kit.column_layout import STEP, ColumnLayout
from leertraject_desktop.ui.kit.table_base import TableBase

_CHOOSE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_STAYS = "stays"


class _Menu(QMenu):
    """Stays open after what one does more than once, such as a little wider."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _CHOOSE or not self._do_and_stay():
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.actionAt(event.position().toPoint()) is self.activeAction()
        if not inside or not self._do_and_stay():
            super().mouseReleaseEvent(event)

    def _do_and_stay(self) -> bool:
        action = self.activeAction()
        stays = action is not None and action.isEnabled() and bool(action.property(_STAYS))
        if stays:
            action.trigger()
        return stays


class ColumnMenu(_Menu):
    """All columns, each with a menu of its own; or only that of one column."""

    def __init__(
        self, view: TableBase[Any], layout: ColumnLayout, sort: Callable[[int], None], column: int = -1
    ) -> None:
        super().__init__(view)
        self.setTitle("Kolommen")
        self.setAccessibleName("Kolommen")
        self._view, self._layout, self._sort = view, layout, sort
        if column >= 0:
            self._fill(self, column)
        else:
            for number in layout.in_order():
                self.addMenu(self._of_column(number))
        self.addSeparator()
        self.addAction("Alle kolommen zoals eerst", layout.reset)
        self.aboutToHide.connect(self.deleteLater)

    def _of_column(self, number: int) -> QMenu:
        hidden = " (verborgen)" if self._view.isColumnHidden(number) else ""
        menu = _Menu(f"{self._view.table_model.columns[number].title}{hidden}", self)
        menu.setAccessibleName(menu.title())
        self._fill(menu, number)
        return menu

    def _fill(self, menu: QMenu, number: int) -> None:
        layout = self._layout
        if layout.is_hidden(number):
            menu.addAction("Toon", partial(layout.hide, number, False))
            return
        order = menu.addAction("Sorteer, of keer de volgorde om", partial(self._sort, number))
        order.setEnabled(self._view.table_model.columns[number].sortable)
        steps: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Breder", partial(layout.widen, number, STEP)),
            ("Smaller", partial(layout.widen, number, -STEP)),
            ("Naar links", partial(layout.move, number, -1)),
            ("Naar rechts", partial(layout.move, number, 1)),
        )
        for words, do in steps:
            menu.addAction(words, do).setProperty(_STAYS, True)
        menu.addAction("Passend maken", partial(layout.fit, number))
        hide = menu.addAction("Verberg", partial(layout.hide, number))
        hide.setEnabled(number > 0)
