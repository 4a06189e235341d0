"""Buttons say their verb and their keys, to the eye and to a screen reader, and both work."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from leertraject_desktop.ui.kit.buttons import Button, IconButton
from leertraject_desktop.ui.kit.chips import ChipChoice, ChipRow


def test_the_shortcut_stands_on_the_button_and_is_read_aloud(shown: Callable[[QWidget], QWidget]) -> None:
    plain, with_keys = Button("Nieuwe vraag"), Button("Nieuwe vraag", shortcut="Ctrl+N")
    shown(with_keys)
    assert with_keys.sizeHint().width() > plain.sizeHint().width() + 20
    assert with_keys.accessibleName() == "Nieuwe vraag"
    assert with_keys.accessibleDescription() == "Sneltoets Ctrl+N"
    with_keys.resize(with_keys.sizeHint())
    keys = with_keys.grab().toImage().copy(with_keys.width() - 48, 4, 36, 24)
    assert len({keys.pixel(x, y) for x in range(36) for y in range(24)}) > 2


def test_a_button_works_with_its_shortcut_with_enter_and_with_space(
    shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    page = QWidget()
    button = Button("Bewaren", kind="primary", shortcut="Ctrl+Enter")
    QVBoxLayout(page).addWidget(button)
    shown(page)
    clicks: list[str] = []
    button.clicked.connect(lambda: clicks.append("bewaard"))
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert len(clicks) == 3


def test_the_shortcut_of_a_page_that_is_out_of_sight_rests(
    shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    window, page = QWidget(), QWidget()
    QVBoxLayout(window).addWidget(page)
    button = Button("Excel", shortcut="Ctrl+E", parent=page)
    shown(window)
    page.hide()
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)


def test_an_icon_alone_has_a_name(shown: Callable[[QWidget], QWidget]) -> None:
    button = shown(IconButton("printer", "Afdrukken"))
    assert (button.accessibleName(), button.toolTip()) == ("Afdrukken", "Afdrukken")


def test_chips_are_one_stop_and_the_arrows_choose(shown: Callable[[QWidget], QWidget], qtbot: QtBot) -> None:
    row = ChipRow("Welke", [ChipChoice("open", "Open"), ChipChoice("alles", "Alles")])
    shown(row)
    row.findChildren(QWidget)[0].setFocus()
    with qtbot.waitSignal(row.changed):
        qtbot.keyClick(row.focusWidget(), Qt.Key.Key_Right)
    assert row.value() == "alles"
    row.show_value("open")
    assert row.value() == "open"
