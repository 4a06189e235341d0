"""The top of a page: its title, what it counts, and the actions with the main one at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.compact import is_compact, is_narrow, page_margin
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.surfaces import Surface


class PageHeader(Surface):
    """64 pixels high; the main button ends 24 from the right with its middle 32 from the top.

    `count` stands behind the title, `second` under it (then the header is higher). In a small window the
    actions that have an icon show that alone, except the main one.
    """

    def __init__(
        self,
        title: str,
        *,
        count: str = "",
        second: str = "",
        actions: Sequence[QWidget] = (),
        ground: str = "surface",
        edges: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ground, edges=edges, parent=parent)
        self._actions = tuple(actions)
        self._is_compact = False
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.PAGE_MARGIN, tokens.PAGE_TOP, tokens.PAGE_MARGIN, 8)
        column.setSpacing(0)
        self._row = QHBoxLayout()
        self._row.setSpacing(tokens.GRID)
        self.title = Label(title, size=tokens.TITLE, weight=tokens.STRONG)
        self.count = Label(count, "text2")
        self._row.addWidget(self.title)
        self._row.addWidget(self.count)
        self._row.addStretch(1)
        for action in actions:
            self._row.addWidget(action)
        holder = QWidget(self)
        holder.setFixedHeight(tokens.CONTROL)
        holder.setLayout(self._row)
        self._row.setContentsMargins(0, 0, 0, 0)
        column.addWidget(holder)
        self.second = Label(second, "text2")
        if not second:
            self.second.hide()
        column.addWidget(self.second)
        column.addStretch(1)
        self.setFixedHeight(tokens.PAGE_HEADER + (18 if second else 0))

    def show_title(self, title: str, count: str = "") -> None:
        """Another title, another count."""
        self.title.setText(title)
        self.count.setText(count)

    def show_second(self, text: str) -> None:
        """The line under the title."""
        self.second.setText(text)
        self.second.setVisible(bool(text))
        self.setFixedHeight(tokens.PAGE_HEADER + (18 if text else 0))

    def put_behind_title(self, widget: QWidget) -> None:
        """Put a pill behind the title."""
        self._row.insertWidget(1, widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for action in self._actions:
            if isinstance(action, Button):
                action.set_short(is_narrow(self))
        compact = is_compact(self)
        if compact == self._is_compact:
            return
        self._is_compact = compact
        margin = page_margin(self)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(margin, tokens.PAGE_TOP, margin, 8)
        for action in self._actions:
            if isinstance(action, Button) and action.kind != "primary":
                action.set_compact(compact)


class FooterBar(Surface):
    """64 pixels at the bottom of a page or a wizard; the main button stands at the right.

    `notice` is where a Problem of that button is shown: directly above it.
    """

    def __init__(
        self,
        left: Sequence[QWidget] = (),
        right: Sequence[QWidget] = (),
        *,
        margin: int = tokens.PAGE_MARGIN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("surface", edges="t", parent=parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, 16, margin, 16)
        column.setSpacing(12)
        self.notice = Notice()
        column.addWidget(self.notice)
        row = QHBoxLayout()
        row.setSpacing(tokens.GRID)
        column.addLayout(row)
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        for widget in right:
            row.addWidget(widget)
