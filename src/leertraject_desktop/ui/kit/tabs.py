"""Tabs with a line under the one where you are; a count stands behind the name."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.focus import OWN_RING
from leertraject_desktop.ui.kit.painting import CENTRE, box, inner_ring, paint_text, text_width
from leertraject_desktop.ui.kit.shortcuts import install_shortcut

_PAD = 4
_GAP = 16


class TabBar(QTabBar):
    """Tabs by key; Left, Right, Home and End walk over them. `chosen(key)` when the user is on another tab.

    Ctrl+PgDown and Ctrl+PgUp bring the user to the next and the previous one from anywhere on the page.

    The name of the first tab starts on the left edge: give the bar the margin of the page minus 4.
    """

    chosen = Signal(str)

    def __init__(self, name: str, tabs: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = [key for key, _ in tabs]
        self._names = [words for _, words in tabs]
        self._quiet = True
        self.setAccessibleName(name)
        self.setProperty(OWN_RING, True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFixedHeight(tokens.TAB)
        for words in self._names:
            self.addTab(words)
        self._quiet = False
        self.currentChanged.connect(self._tell)
        install_shortcut(self, "Ctrl+PgDown", self._next)
        install_shortcut(self, "Ctrl+PgUp", self._previous)

    def key(self) -> str:
        """The key of the tab where the user is."""
        return self._keys[self.currentIndex()]

    def show_tab(self, key: str) -> None:
        """Go to a tab without telling."""
        self._quiet = True
        self.setCurrentIndex(self._keys.index(key))
        self._quiet = False

    def show_count(self, key: str, count: int) -> None:
        """How many there are behind a tab; 0 shows no number."""
        number = self._keys.index(key)
        self.setTabText(number, f"{self._names[number]} {count}" if count else self._names[number])

    def tabSizeHint(self, index: int) -> QSize:
        gap = _GAP if index < self.count() - 1 else 0
        return QSize(text_width(self.tabText(index), weight=tokens.STRONG) + 2 * _PAD + gap, tokens.TAB)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index in range(self.count()):
            rect = self.tabRect(index)
            gap = _GAP if index < self.count() - 1 else 0
            inside = QRect(rect.left(), rect.top(), rect.width() - gap, tokens.TAB)
            here = index == self.currentIndex()
            tone = "accent_text" if here else "text2"
            weight = tokens.STRONG if here else tokens.REGULAR
            words = inside.adjusted(_PAD, 0, -_PAD, -2)
            paint_text(painter, words, self.tabText(index), tone, weight=weight, align=CENTRE)
            if here:
                box(painter, QRect(inside.left(), tokens.TAB - 2, inside.width(), 2), "accent_text", radius=0)
                if self.hasFocus():
                    inner_ring(painter, inside.adjusted(0, 4, 0, -4), tokens.RADIUS_CONTROL)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Home:
            self.setCurrentIndex(0)
        elif event.key() == Qt.Key.Key_End:
            self.setCurrentIndex(self.count() - 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self.update()

    def _next(self) -> None:
        self._turn(1)

    def _previous(self) -> None:
        self._turn(-1)

    def _turn(self, step: int) -> None:
        # The focus comes along first: what had it may stand in the tab that goes.
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.setCurrentIndex((self.currentIndex() + step) % self.count())

    def _tell(self, index: int) -> None:
        if not self._quiet and index >= 0:
            self.chosen.emit(self._keys[index])
