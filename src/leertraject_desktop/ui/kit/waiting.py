"""A page that says what is being done, while nothing else can be done."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.theme import colour


class Waiting(QWidget):
    """One sentence in the middle, and below it how long that takes or why it is done."""

    def __init__(self, what: str, why: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"{what} {why}".strip())
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        for text, tone, size in ((what, "text", tokens.TITLE), (why, "text2", tokens.BODY)):
            label = Label(text, "text2" if tone == "text2" else "text", size=size)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(3)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour("bg"))
        painter.end()
