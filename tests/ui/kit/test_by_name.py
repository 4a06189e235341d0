"""What the kit tells Qt by name or by number is what Qt means by it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from leertraject_desktop.ui.kit import painting
from leertraject_desktop.ui.kit.by_name import set_by_name


def test_texts_stand_at_the_side_that_was_asked_for() -> None:
    middle = Qt.AlignmentFlag.AlignVCenter
    assert (Qt.AlignmentFlag.AlignLeft | middle).value == painting.LEFT
    assert (Qt.AlignmentFlag.AlignRight | middle).value == painting.RIGHT
    assert Qt.AlignmentFlag.AlignCenter.value == painting.CENTRE
    assert Qt.TextFlag.TextSingleLine.value == painting.SINGLE_LINE


def test_a_choice_by_name_is_the_choice_of_qt_and_a_wrong_name_is_a_bug(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    set_by_name(line, echoMode="Password", focusPolicy="ClickFocus")
    assert line.echoMode() == QLineEdit.EchoMode.Password
    assert line.focusPolicy() == Qt.FocusPolicy.ClickFocus
    with pytest.raises(TypeError, match="QLineEdit has no echoMode Geheim"):
        set_by_name(line, echoMode="Geheim")
