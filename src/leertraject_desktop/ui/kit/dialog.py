"""A dialog inside the window, over a half-transparent layer, and the form at the right of a page."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.compact import is_compact
from leertraject_desktop.ui.kit.sheet import Sheet
from leertraject_desktop.ui.kit.shortcuts import HeldShortcuts
from leertraject_desktop.ui.kit.surfaces import POPUP_HOST
from leertraject_desktop.ui.kit.tab_order import Begins, first_stop, step
from leertraject_desktop.ui.kit.theme import theme
from leertraject_desktop.ui.kit.way_back import WayBack


class Overlay(QWidget):
    """A dialog of 656 pixels over the window, or almost as wide as the window in the compact form.

    `confirmed` on Ctrl+Enter or the main button; `closed` when it is gone. The keyboard stays inside, and the
    shortcuts of the window rest while it is open. Whoever opens it calls `close_dialog()` once it is kept.
    """

    confirmed = Signal()
    closed = Signal()

    def __init__(
        self,
        window: QWidget,
        title: str,
        content: QWidget,
        *,
        confirm: str = "Bewaren",
        is_dirty: Callable[[], bool] | None = None,
        width: int = tokens.DIALOG_WIDTH,
    ) -> None:
        super().__init__(window)
        self._wide = width
        self.setProperty(POPUP_HOST, True)
        self._held = HeldShortcuts()
        self.destroyed.connect(self._held.release)  # a lock throws the dialog away without closing it
        self._way_back: WayBack | None = None
        self.sheet = Sheet(title, content, confirm=confirm, is_dirty=is_dirty, radius=tokens.RADIUS_CARD)
        self.sheet.setParent(self)
        self.sheet.installEventFilter(self)
        self.sheet.confirmed.connect(self.confirmed)
        self.sheet.left.connect(self.close_dialog)
        self._content = content
        self.hide()

    def open(self) -> None:
        """Show the dialog, and put the cursor in its first field."""
        window = self.parentWidget()
        if window is None:
            return
        self._way_back = WayBack()
        self._held.hold(window, self)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self._place()
        if isinstance(self._content, Begins):
            self._content.focus_first()
        else:
            start = first_stop(self._content) or self.sheet.confirm_button
            start.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_dialog(self) -> None:
        """Take the dialog away, and give the keyboard back."""
        window = self.parentWidget()
        if window is not None:
            window.removeEventFilter(self)
        self._held.release()
        self.hide()
        if self._way_back is not None:
            self._way_back.go()
        self.closed.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        window = self.parentWidget()
        if watched is self.sheet:
            if event.type() == QEvent.Type.LayoutRequest:
                self._place()
        elif event.type() == QEvent.Type.Resize and window is not None:
            self.setGeometry(window.rect())
            self._place()
        return False

    def focusNextPrevChild(self, next: bool) -> bool:
        """Never to the page behind, also when there is only one control."""
        step(self, next)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        scrim = QColor(theme().colours.scrim)
        scrim.setAlpha(tokens.SCRIM_ALPHA[theme().colours])
        painter.fillRect(event.rect(), scrim)
        painter.end()

    def _place(self) -> None:
        compact = is_compact(self)
        width = min(self._wide if not compact else max(self._wide, 792), self.width() - 2 * 32)
        height = min(self.sheet.heightForWidth(width), self.height() - 2 * 8)
        self.sheet.setGeometry(
            QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        )


class SidePanel(Sheet):
    """A form of 400 pixels at the right of a page; the page stays in use beside it."""

    def __init__(
        self,
        title: str,
        content: QWidget,
        *,
        confirm: str,
        is_dirty: Callable[[], bool] | None = None,
        width: int = tokens.FORM_PANEL,
    ) -> None:
        super().__init__(title, content, confirm=confirm, is_dirty=is_dirty, edges="l", status_above=True)
        self.setFixedWidth(width)
