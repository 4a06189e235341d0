"""The binding to Qt keeps its count of references: 6.12.0 on Python 3.11 loses those to None, and aborts."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.two_line_list import TwoLineList, TwoLineRow

ROUNDS = 200
SLACK = 60


def _still_there(before: int) -> bool:
    return sys.getrefcount(None) > before - SLACK


def test_adding_items_loses_no_reference_to_none(qtbot: QtBot) -> None:
    combo = QComboBox()
    qtbot.addWidget(combo)
    before = sys.getrefcount(None)
    for number in range(ROUNDS):
        combo.addItem(str(number), None)
        combo.addItems(["een", "twee"])
    assert _still_there(before)


def test_timers_that_fire_lose_no_reference_to_none(qtbot: QtBot) -> None:
    fired: list[int] = []
    before = sys.getrefcount(None)
    for number in range(ROUNDS):
        QTimer.singleShot(0, lambda number=number: fired.append(number))
    qtbot.waitUntil(lambda: len(fired) == ROUNDS)
    assert _still_there(before)


def test_painting_loses_no_reference_to_none(qtbot: QtBot) -> None:
    button, rows = Button("Bewaren", icon="check", hint="Enter"), TwoLineList("Maanden")
    rows.show_rows([TwoLineRow(number, "Oktober", "Nog te maken", icon="clock") for number in range(20)])
    for widget in (button, rows):
        qtbot.addWidget(widget)
        widget.show()
    before = sys.getrefcount(None)
    for _ in range(ROUNDS):
        button.repaint()
        rows.viewport().repaint()
    assert _still_there(before)
