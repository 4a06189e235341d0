"""What became of people after release, in one line under the list: never a rate without its response."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leertraject_desktop.domain.nazorg import Nazorgaandeel
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.compact import page_margin
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.surfaces import Surface

LEAST = 320
"""A page that is lower, in logical pixels, has room for its list alone."""


class Figures(Surface):
    """The share with work or training at 6, 9 and 12 months; hidden while nobody was due."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", edges="t", parent=parent)
        self.words = Label("", "text2", size=tokens.SMALL, wrap=True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(
            Label("Werk of opleiding, afgelopen 12 maanden", weight=tokens.STRONG, elide=True)
        )
        self._column.addWidget(self.words)
        self._column.setSpacing(2)
        self._known = False
        self.hide()

    def show_figures(self, found: Sequence[tuple[int, Nazorgaandeel]]) -> None:
        """Show the shares by their number of months."""
        self.words.setText("   ·   ".join(f"na {maanden} maanden: {aandeel}" for maanden, aandeel in found))
        self._known = bool(found)
        self.make_room()

    def make_room(self) -> None:
        """On a very low page the list goes before."""
        page = self.parentWidget()
        self.setVisible(self._known and page is not None and page.height() >= LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margin = page_margin(self)
        self._column.setContentsMargins(margin, 8, margin, 8)
