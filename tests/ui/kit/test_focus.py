"""Whoever uses the keyboard sees where he is."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.focus import FocusRing
from leertraject_desktop.ui.kit.surfaces import ScrollPage
from leertraject_desktop.ui.kit.text_editors import TextEditor
from leertraject_desktop.ui.kit.two_line_list import TwoLineList, TwoLineRow


def _page(*widgets: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    for widget in widgets:
        column.addWidget(widget)
    return page


def test_the_ring_goes_along_with_tab(
    shown: Callable[[QWidget], QWidget], qtbot: QtBot, ring: FocusRing
) -> None:
    first, second = Button("Annuleren"), TextEditor()
    page = shown(_page(first, second))
    first.setFocus()
    assert ring.target is first
    around = first.geometry().adjusted(-4, -4, 4, 4)
    assert ring.ring_geometry() == around
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert ring.target is second.control
    assert ring.ring_geometry().topLeft() == second.mapTo(page, QPoint(-4, -4))


def test_the_ring_follows_a_field_that_moves_and_goes_when_it_hides(
    shown: Callable[[QWidget], QWidget], ring: FocusRing
) -> None:
    page = QWidget()
    field = TextEditor(parent=page)
    shown(page)
    field.setGeometry(20, 20, 200, 32)
    field.setFocus()
    field.move(60, 90)
    assert ring.ring_geometry().topLeft() == QPoint(56, 86)
    field.hide()
    assert ring.ring_geometry().isEmpty()


def test_the_ring_outlives_the_window_that_it_lay_on(
    shown: Callable[[QWidget], QWidget], qtbot: QtBot, ring: FocusRing
) -> None:
    window = shown(_page(Button("Weg")))
    window.findChildren(Button)[0].setFocus()
    window.close()
    window.deleteLater()
    qtbot.wait(10)
    again = shown(_page(Button("Terug")))
    again.findChildren(Button)[0].setFocus()
    assert not ring.ring_geometry().isEmpty()


def test_the_ring_scrolls_along_with_the_page(shown: Callable[[QWidget], QWidget], ring: FocusRing) -> None:
    fields = [TextEditor() for _ in range(30)]
    scroll = ScrollPage(_page(*fields))
    shown(scroll)
    fields[2].setFocus()
    assert ring.ring_geometry().center() == fields[2].mapTo(scroll.widget(), fields[2].rect().center())


def test_a_list_shows_its_own_place(shown: Callable[[QWidget], QWidget], ring: FocusRing) -> None:
    rows = TwoLineList("Maanden")
    rows.show_rows([TwoLineRow(1, "Oktober", "Nog te maken")])
    shown(rows)
    rows.setFocus()
    assert ring.target is None
    assert rows.current_key() == 1
