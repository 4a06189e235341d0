"""The one focus ring of the application: two pixels wide, around the control that has the keyboard."""

from typing import Protocol, runtime_checkable

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.theme import colour

OWN_RING = "draws_own_ring"
"""The property of a widget that shows itself where the focus is, such as a list."""

_OUTSET = tokens.FOCUS_WIDTH + tokens.FOCUS_GAP
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange}


@runtime_checkable
class OwnRect(Protocol):
    """A widget of which the ring surrounds a part."""

    def focus_rect(self) -> QRect:
        """That part, in pixels of the widget."""


class _Ring(QWidget):
    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setObjectName("focus_ring")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("focus"), tokens.FOCUS_WIDTH))
        radius = tokens.RADIUS_FOCUS - 1
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), radius, radius)
        painter.end()


class FocusRing(QObject):
    """Moves the ring on every change of focus. It lies on the window, or on the page that scrolls.

    It is around the whole widget, unless that is an `OwnRect`.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())

    @property
    def target(self) -> QWidget | None:
        """The widget with the ring; None when nothing has it."""
        return self._target

    def ring_geometry(self) -> QRect:
        """Where the ring is, on the widget that it lies on; empty when it is hidden."""
        if self._ring is None or not isValid(self._ring) or not self._ring.isVisible():
            return QRect()
        return self._ring.geometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return False

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        self._let_go()
        if (
            new is None
            or new.isWindow()
            or new.property(OWN_RING)
            or new.focusPolicy() == QtCore.Qt.FocusPolicy.NoFocus
        ):
            return
        host = _host(new)
        self._target = new
        if self._ring is None or not isValid(self._ring):
            self._ring = _Ring(host)
        elif self._ring.parentWidget() is not host:
            self._ring.setParent(host)
        walk: QWidget | None = new
        while walk is not None:
            walk.installEventFilter(self)
            self._watched.append(walk)
            walk = None if walk is host else walk.parentWidget()
        self._place()

    def _let_go(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        self._target = None
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()

    def _place(self) -> None:
        target, ring = self._target, self._ring
        if target is None or ring is None or not isValid(target) or not isValid(ring):
            return
        host = ring.parentWidget()
        if host is None:
            return
        rect = target.focus_rect() if isinstance(target, OwnRect) else target.rect()
        corner = target.mapTo(host, rect.topLeft())
        ring.setGeometry(QRect(corner, rect.size()).adjusted(-_OUTSET, -_OUTSET, _OUTSET, _OUTSET))
        ring.setVisible(target.isVisibleTo(host))
        ring.raise_()


def _host(widget: QWidget) -> QWidget:
    """The page that scrolls under the widget, or else its window."""
    walk = widget
    while (parent := walk.parentWidget()) is not None and not walk.isWindow():
        area = parent.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
            return walk
        walk = parent
    return walk
