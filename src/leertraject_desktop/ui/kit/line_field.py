"""The line to type in, with room for an icon, a hint or a button."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import IconButton
from leertraject_desktop.ui.kit.icons import paint_icon
from leertraject_desktop.ui.kit.painting import RIGHT, paint_text, text_width

if TYPE_CHECKING:
    pass


class LineField(QLineEdit):
    """A line edit with room for an icon before the text, and a hint or a button behind it."""

    def __init__(self, *, icon: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._hint = icon, hint
        self._button: IconButton | None = None
        self._set_margins()

    def put_button(self, button: IconButton) -> None:
        """Put a button at the right, inside the border."""
        button.setParent(self)
        self._button = button
        self._set_margins()

    def _set_margins(self) -> None:
        right = text_width(self._hint, tokens.SMALL) + 8 if self._hint else 0
        self.setTextMargins(26 if self._icon else 0, 0, right + (26 if self._button else 0), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._button is not None:
            self._button.move(
                self.width() - self._button.width() - 4, (self.height() - self._button.height()) // 2
            )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not (self._icon or self._hint):
            return
        painter = QPainter(self)
        if self._icon:
            paint_icon(painter, 8, (self.height() - 16) / 2, self._icon)
        if self._hint:
            inside = self.rect().adjusted(0, 0, -10, -1)
            paint_text(painter, inside, self._hint, "text3", size=tokens.SMALL, align=RIGHT)
        painter.end()
