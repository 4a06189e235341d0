"""Grounds to build on: a surface with hairlines at its edges, a page that scrolls, a hairline."""

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from leertraject_desktop.ui.kit.by_name import set_by_name
from leertraject_desktop.ui.kit.painting import box, fill, hairline

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject


class Surface(QWidget):
    """A ground in a colour of the theme, with hairlines at edges ("l", "t", "r", "b"), or a rounded box."""

    def __init__(
        self, ground: str = "surface", *, edges: str = "", radius: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ground, self._edges, self._radius = ground, edges, radius

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        right, bottom = self.width() - 1, self.height() - 1
        if self._radius:
            box(painter, self.rect(), self._ground, "line", self._radius)
        else:
            fill(painter, event.rect(), self._ground)
        if "l" in self._edges:
            hairline(painter, 0, 0, 0, bottom + 1)
        if "t" in self._edges:
            hairline(painter, 0, 0, right + 1, 0)
        if "r" in self._edges:
            hairline(painter, right, 0, right, bottom + 1)
        if "b" in self._edges:
            hairline(painter, 0, bottom, right + 1, bottom)
        painter.end()


class Hairline(QWidget):
    """A line between two parts, one device pixel thick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, self.rect(), "line")
        painter.end()


class _Inside(QWidget):
    """With wrapped text it asks only for the height that its width needs, not for that of the narrowest."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(content)

    def minimumSizeHint(self) -> QSize:
        smallest = super().minimumSizeHint()
        return QSize(smallest.width(), 0) if self.hasHeightForWidth() else smallest


class ScrollColumn(QScrollArea):
    """A column that scrolls when the window is too low."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # our own: to look up one that Qt made costs 15 ms the first time
        self.setWidgetResizable(True)
        set_by_name(
            self, frameShape="NoFrame", horizontalScrollBarPolicy="ScrollBarAlwaysOff", focusPolicy="NoFocus"
        )
        self._inside = _Inside(content)
        self.setWidget(self._inside)
        self._inside.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)


class ScrollPage(ScrollColumn):
    """A column that scrolls, with the size hint of what lies in it."""

    def __init__(self, content: QWidget, ground: str = "", parent: QWidget | None = None) -> None:
        super().__init__(content, parent)
        self._ground = ground

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        inside = self._inside
        return inside.heightForWidth(width) if inside.hasHeightForWidth() else inside.sizeHint().height()

    def eventFilter(self, watched: "QObject", event: "QEvent") -> bool:
        if event.type() == QtCore.QEvent.Type.LayoutRequest and watched is self._inside:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ground:
            painter = QPainter(self.viewport())
            fill(painter, event.rect(), self._ground)
            painter.end()


POPUP_HOST = "popup_host"
"""The property of a widget that popups of what lies in it belong to, such as a dialog inside the window."""


def popup_host(widget: QWidget) -> QWidget:
    """Where a list or a calendar that pops up by this widget belongs: its dialog, or its window."""
    walk = widget
    while (parent := walk.parentWidget()) is not None and not walk.isWindow():
        if walk.property(POPUP_HOST):
            return walk
        walk = parent
    return walk
