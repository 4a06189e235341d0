"""Asks whether a month that was delivered already is made once more."""

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.levering.words import AGAIN


class AskAgain(QObject):
    """The keyboard begins at "Annuleren", so that Enter twice makes nothing. `agreed`: make it."""

    agreed = Signal()

    def __init__(self, window: QWidget, maand: Maand, gemaakt_op: date) -> None:
        super().__init__(window)
        words = Label(
            f"De levering van {maand.naam} is al gemaakt op {toon_datum(gemaakt_op)}. "
            "Maak je ze opnieuw, dan telt de nieuwe. Een bestand met dezelfde naam op dezelfde plaats wordt "
            "vervangen.",
            wrap=True,
        )
        self.overlay = Overlay(window, f"Levering {maand.naam} opnieuw maken?", words, confirm=AGAIN)
        self.overlay.confirmed.connect(self._agree)
        self.overlay.closed.connect(self.deleteLater)

    def open(self) -> None:
        """Ask."""
        self.overlay.open()
        self.overlay.sheet.cancel_button.setFocus()

    def _agree(self) -> None:
        self.overlay.close_dialog()
        self.agreed.emit()
