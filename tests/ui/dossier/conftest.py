"""A dossier on the screen: Youssef El Amrani of Brugge, as the main window shows him."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout

from leertraject_desktop.features.begeleidingen.invoer import ActieInvoer, BegeleidingInvoer, LeerdoelInvoer
from leertraject_desktop.features.begeleidingen.plan import nieuw_leerdoel, nieuwe_actie
from leertraject_desktop.features.begeleidingen.verloop import start_begeleiding
from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.ui.dossier.page import DossierPage
from leertraject_desktop.ui.kit.screen import Target


class Keys:
    """The keyboard of the user: it goes where the focus is."""

    def __init__(self, qtbot):
        self._qtbot = qtbot

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        self._qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    def type(self, text):
        if text.isascii():
            self._qtbot.keyClicks(QApplication.focusWidget(), text)
        else:  # QTest has no keys for other scripts
            QApplication.focusWidget().insert(text)

    def tab(self):
        self.press(Qt.Key.Key_Tab)

    def enter(self):
        self.press(Qt.Key.Key_Return)

    def keep(self):
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.fixture
def keys(qtbot):
    return Keys(qtbot)


@pytest.fixture
def youssef(store):
    """The id of a deelnemer with nothing but a first stay."""
    return store.write(
        nieuwe_deelnemer,
        NieuweDeelnemer(
            "Youssef",
            "El Amrani",
            "يوسف العمراني",
            date(1991, 3, 2),
            "M",
            "ar",
            "bso2",
            "V",
            date(2026, 2, 4),
            "Mannen 3",
        ),
    )


@pytest.fixture
def begeleiding(store, youssef):
    """The id of a begeleiding of Youssef with one leerdoel of two acties."""
    made = store.write(start_begeleiding, BegeleidingInvoer(youssef, date(2026, 3, 9), "Wil leren lassen."))
    doel = store.write(nieuw_leerdoel, made, LeerdoelInvoer("Certificaat lassen", date(2027, 6, 30)))
    store.write(nieuwe_actie, doel, ActieInvoer("Inschrijven", "deelnemer", date(2026, 12, 8)))
    store.write(nieuwe_actie, doel, ActieInvoer("Toestemming tekenen", "An Baert", date(2026, 11, 20)))
    return made


@pytest.fixture
def page(context, store, window, youssef, qtbot):
    """The page of the dossier; it hears of every write, as in the main window."""
    made = DossierPage(context)
    store.listen(made.changed)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(made)
    qtbot.waitUntil(made.isVisible)
    made.show_target(Target("dossier", youssef))
    made.focus_first()
    return made
