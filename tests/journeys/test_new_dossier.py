"""A morning in the real window: somebody new, a first conversation, a begeleiding, a mistake undone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.features.begeleidingen.lijst import begeleiding_detail
from leertraject_desktop.features.deelnemers.dossier import dossierkop
from leertraject_desktop.features.dossier.tijdlijn import tijdlijn
from leertraject_desktop.storage.access import vandaag

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Hands:
    """Types where the focus is, and nothing else: no mouse."""

    def __init__(self, qtbot, window):
        self._qtbot, self._window = qtbot, window

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        QApplication.processEvents()
        self._qtbot.keyClick(QApplication.focusWidget() or self._window, key, modifier)

    def type(self, *words):
        for number, text in enumerate(words):
            if number:
                self.press(Qt.Key.Key_Tab)
            QApplication.processEvents()
            self._qtbot.keyClicks(QApplication.focusWidget(), text)

    def keep(self):
        self.press(Qt.Key.Key_Return, CTRL)


def test_a_coordinator_makes_a_dossier_and_works_in_it_without_the_mouse(window, store, qtbot):
    hands = Hands(qtbot, window)
    hands.press(Qt.Key.Key_N, CTRL | SHIFT)
    hands.type("Youssef", "El Amrani")
    hands.keep()
    kop = store.read(dossierkop, 1)
    assert kop.naam == "Youssef El Amrani"
    assert window.page().header.name.text() == "Youssef El Amrani"

    hands.press(Qt.Key.Key_M, CTRL)
    hands.type("intake", toon_datum(store.read(vandaag)), "60", "Wil leren lassen.")
    hands.keep()
    assert "Intakegesprek" in [line.titel for line in store.read(tijdlijn, 1)]

    hands.press(Qt.Key.Key_Z, CTRL)
    assert [line.soort for line in store.read(tijdlijn, 1)] == ["verblijf"]
    assert window.frame.status.saved.text() == "Ongedaan gemaakt: contactmoment bewaren"


def test_a_begeleiding_is_started_and_stopped_with_its_reason(window, store, qtbot):
    hands = Hands(qtbot, window)
    hands.press(Qt.Key.Key_N, CTRL | SHIFT)
    hands.type("Ana", "Popescu")
    hands.keep()
    page = window.page()
    page.header.tabs.setFocus()
    hands.press(Qt.Key.Key_Right)
    page.focus_first()
    hands.press(Qt.Key.Key_Return)
    hands.type(toon_datum(store.read(vandaag)), "Wil Nederlands leren")
    hands.keep()
    begeleiding = store.read(dossierkop, 1).begeleiding_id
    assert store.read(begeleiding_detail, begeleiding).leervraag == "Wil Nederlands leren"

    page.guidance.head.stop.setFocus()
    hands.press(Qt.Key.Key_Return)
    hands.keep()
    assert store.read(begeleiding_detail, begeleiding).einddatum is None
    hands.type("wil")
    hands.keep()
    assert store.read(begeleiding_detail, begeleiding).reden == "wil niet meer"
    hands.press(Qt.Key.Key_Z, CTRL)
    assert store.read(begeleiding_detail, begeleiding).einddatum is None
