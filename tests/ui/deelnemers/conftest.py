"""The page with deelnemers in a window, over a fresh database."""

from datetime import date

import pytest
from PySide6.QtWidgets import QVBoxLayout

from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.ui.deelnemers.list_page import DeelnemersPage

LONG = "Vandenbroucke-Van den Steen de Jehay-Witteveen van Rossem-Oye"
NAMES = [("Youssef", "El Amrani", "V"), ("Ayşe", "Demir", "V"), ("Jan", "Peeters", "B"), ("يوسف", LONG, "B")]


@pytest.fixture
def ids(store):
    """Four deelnemers of Brugge by family name."""
    return {
        familienaam: store.write(
            nieuwe_deelnemer,
            NieuweDeelnemer(
                voornaam,
                familienaam,
                statuut=statuut,
                verblijf_van=date(2026, 2, 4),
                afdeling="Mannen 3" if statuut == "V" else "Mannen 1",
            ),
        )
        for voornaam, familienaam, statuut in NAMES
    }


@pytest.fixture
def page(context, store, window, qtbot):
    """The page as the main window shows it: it hears of every write."""
    made = DeelnemersPage(context)
    store.listen(made.changed)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(made)
    qtbot.waitUntil(made.isVisible)
    made.focus_first()
    return made
