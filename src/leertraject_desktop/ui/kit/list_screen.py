"""The scaffold of a page with a list: header, filters that stay, the table, and a preview at the right."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.compact import is_compact, page_margin
from leertraject_desktop.ui.kit.empty_state import EmptyState
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.page import PageHeader
from leertraject_desktop.ui.kit.surfaces import Surface
from leertraject_desktop.ui.kit.table import TableView


class FilterBar(Surface):
    """Filters in a row, at the right how many are left and a way to clear them (`cleared`)."""

    cleared = Signal()

    def __init__(self, filters: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__("surface", edges="b", parent=parent)
        self.setFixedHeight(tokens.FILTER_BAR)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.PAGE_MARGIN, 0, tokens.PAGE_MARGIN, 0)
        row.setSpacing(tokens.GRID)
        for widget in filters:
            row.addWidget(widget)
        row.addStretch(1)
        self.count = Label("", "text2", size=tokens.SMALL)
        self.clear = Button("Wis filters", kind="link")
        self.clear.clicked.connect(self.cleared)
        row.addWidget(self.count)
        row.addSpacing(8)
        row.addWidget(self.clear)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(page_margin(self), 0, page_margin(self), 0)

    def show_count(self, shown: int, total: int) -> None:
        """How many rows are left of how many; the way to clear is there only when something is filtered."""
        self.count.setText(f"{shown} van {total}" if shown != total else "")
        self.clear.setVisible(shown != total)


class ListScreen(QWidget):
    """Give it a table, filters, actions and perhaps a preview; it puts them where they are on every list.

    Space toggles the preview, which `preview` makes at the first Space; `preview_changed(row)` asks to fill
    it. `cleared` comes from "Wis filters".
    """

    cleared = Signal()
    preview_changed = Signal(object)

    def __init__(
        self,
        title: str,
        table: TableView[Any],
        *,
        actions: Sequence[QWidget] = (),
        filters: Sequence[QWidget] = (),
        empty: EmptyState | None = None,
        preview: Callable[[], QWidget] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.table = table
        self.header = PageHeader(title, actions=actions, parent=self)
        self.filters = FilterBar(filters, parent=self)
        self.filters.cleared.connect(self.cleared)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self._body = QGridLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.setRowStretch(1, 1)
        self._body.setColumnStretch(0, 1)
        self.preview = Surface("surface", edges="l", parent=self)
        self.preview.setFixedWidth(tokens.SIDE_PANEL)
        # In the order in which Tab walks.
        self._body.addWidget(self.filters, 0, 0)
        self._body.addWidget(table, 1, 0)
        self._place(compact=False)
        self.preview.hide()
        column.addLayout(self._body, 1)
        if empty is not None:
            table.set_empty(empty)
        self._make_preview = preview
        if preview is not None:
            table.preview_asked.connect(self._toggle_preview)
            table.current_changed.connect(self._follow)

    def show_counts(self, title_count: str, shown: int, total: int) -> None:
        """The words behind the title ("128 in Brugge"), and how many the filters leave."""
        self.header.count.setText(title_count)
        self.filters.show_count(shown, total)

    def close_preview(self) -> None:
        """Hide the preview; the keyboard stays in the table."""
        self.preview.hide()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if is_compact(self) != self._is_compact:
            self._place(compact=is_compact(self))

    def _place(self, *, compact: bool) -> None:
        self._is_compact = compact
        for widget in (self.filters, self.preview):
            self._body.removeWidget(widget)
        self._body.addWidget(self.filters, 0, 0, 1, 2 if compact else 1)
        self._body.addWidget(self.preview, 1 if compact else 0, 1, 1 if compact else 2, 1)

    def _toggle_preview(self, row: object) -> None:
        if self.preview.isVisible():
            self.close_preview()
            return
        if self._make_preview is not None and self.preview.layout() is None:
            inside = QVBoxLayout(self.preview)
            inside.setContentsMargins(16, 16, 24, 16)
            inside.addWidget(self._make_preview())
        self.preview_changed.emit(row)
        self.preview.show()

    def _follow(self, row: object) -> None:
        if row is not None and self.preview.isVisible():
            self.preview_changed.emit(row)
