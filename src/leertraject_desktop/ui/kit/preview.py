"""The frame of what stands beside a list: what scrolls, and the keys that open it and close it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.surfaces import ScrollPage


class PreviewFrame(QWidget):
    """A subclass fills its content and calls `build`. `open_asked` comes from its button."""

    open_asked = Signal()

    def build(self, content: QWidget, open_words: str) -> None:
        """Put the content above the button, whose words say what opens: "Open dossier"."""
        self.open = Button(open_words, hint="Enter")
        self.open.clicked.connect(self.open_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ScrollPage(content), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 8, 0, 0)
        foot.addWidget(self.open)
        foot.addStretch(1)
        foot.addWidget(Label("Spatie sluit dit deel", "text3", size=tokens.SMALL))
        column.addLayout(foot)
