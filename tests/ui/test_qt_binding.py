"""The binding to Qt: it starts without what no program uses, and keeps its count of references.

6.12.0 on Python 3.11 loses those to None, and aborts.
"""

import gc
import subprocess
import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.two_line_list import TwoLineList, TwoLineRow

ROUNDS = 200
SLACK = 60


def _references() -> int:
    gc.collect()  # what earlier tests left lets go of its own
    return sys.getrefcount(None)


def _still_there(before: int) -> bool:
    return sys.getrefcount(None) > before - SLACK


def test_adding_items_loses_no_reference_to_none(qtbot: QtBot) -> None:
    combo = QComboBox()
    qtbot.addWidget(combo)
    before = _references()
    for number in range(ROUNDS):
        combo.addItem(str(number), None)
        combo.addItems(["een", "twee"])
    assert _still_there(before)


def test_timers_that_fire_lose_no_reference_to_none(qtbot: QtBot) -> None:
    fired: list[int] = []
    before = _references()
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
    before = _references()
    for _ in range(ROUNDS):
        button.repaint()
        rows.viewport().repaint()
    assert _still_there(before)


def test_a_start_without_the_writers_of_stubs_still_explains_a_wrong_call() -> None:
    code = """
import builtins, sys
plain = builtins.compile
from leertraject_desktop.__main__ import STUB_WRITERS, load_qt
load_qt()
assert builtins.compile is plain
names = [file[:-3].replace("/", ".") for file in STUB_WRITERS]
print(*[name for name in names if len(vars(sys.modules[name])) > 12], "argparse" in sys.modules)
from PySide6.QtCore import QObject
try:
    QObject().setObjectName(3)
except TypeError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    left_out, *words = done.stdout.splitlines()
    assert left_out == "False", done.stderr
    assert "Supported signatures:" in words
