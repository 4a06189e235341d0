"""The window of the program: one page at a time."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

from leertraject_desktop.ui.kit import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent


TITLE_BAR = 32
"""What the system puts above a window, in logical pixels: it is not known before the window is shown."""


class Window(QStackedWidget):
    """The one window: the login, the first start or the work.

    `may_close` lets go of the data, and tells whether that is done.
    """

    def __init__(self, may_close: Callable[[], bool]) -> None:
        super().__init__()
        self._may_close = may_close
        self.setWindowTitle("Leertraject")
        self.setMinimumSize(*tokens.SMALLEST_WINDOW)
        room = self.screen().availableSize() - QSize(0, TITLE_BAR)
        self.resize(QSize(1366, 720).boundedTo(room))

    def show_only(self, page: QWidget) -> None:
        """Show a page and forget the ones before."""
        self.cover(page)
        for child in self._others(page):
            self.removeWidget(child)
            child.deleteLater()

    def cover(self, page: QWidget) -> None:
        """Show a page and nothing else: dialogs and forms over the page before it go out of sight too."""
        self.addWidget(page)
        self.setCurrentWidget(page)
        for child in self._others(page):
            child.hide()

    def _others(self, page: QWidget) -> list[QWidget]:
        if self.count() == 1:  # the first page: naming the layout among the children would cost it 0.4 ms
            return []
        return [child for child in self.children() if isinstance(child, QWidget) and child is not page]

    def come_up(self) -> None:
        """Come before the other windows."""
        self.setWindowState(self.windowState() & ~QtCore.Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: "QCloseEvent") -> None:
        event.setAccepted(self._may_close())
