"""The mark of the program."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from leertraject_desktop.ui.kit.icons import paint_icon
from leertraject_desktop.ui.kit.painting import box


class Logo(QWidget):
    """The mark of the program, in a square of 28 (top bar) or 40 (login) pixels."""

    def __init__(self, size: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box(painter, self.rect(), "accent", radius=6)
        inside = 18 if self.width() < 40 else 24
        paint_icon(
            painter, (self.width() - inside) / 2, (self.height() - inside) / 2, "route", "on_accent", inside
        )
        painter.end()
