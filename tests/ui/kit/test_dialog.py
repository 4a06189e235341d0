"""A dialog lies in the window, keeps the keyboard, and never lets typed words go unasked."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from leertraject_desktop.ui.kit.busy import Busy
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.dialog import Overlay, SidePanel
from leertraject_desktop.ui.kit.form import Field, Form
from leertraject_desktop.ui.kit.jobs import Job
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.text_editors import NoteEditor, TextEditor

Show = Callable[..., QWidget]


@dataclass(frozen=True)
class Vraag:
    """What the dialog of the tests asks."""

    deelnemer: str
    vraag: str


def _form() -> Form[Vraag]:
    return Form(Vraag, [Field("deelnemer", "Deelnemer", TextEditor()), Field("vraag", "Vraag", NoteEditor())])


def _open(shown: Show, width: int = 1366, height: int = 768) -> tuple[QWidget, Overlay, Form[Vraag], Button]:
    page = QWidget()
    below = Button("Excel", shortcut="Ctrl+E")
    QVBoxLayout(page).addWidget(below)
    shown(page, width, height)
    below.setFocus()
    form = _form()
    overlay = Overlay(page, "Nieuwe vraag", form, is_dirty=form.is_dirty)
    overlay.open()
    return page, overlay, form, below


def test_the_cursor_stands_in_the_first_field_and_tab_stays_inside(shown: Show, qtbot: QtBot) -> None:
    _page, overlay, form, below = _open(shown)
    assert form.editor("deelnemer").control.hasFocus()
    for key in [Qt.Key.Key_Tab] * 8 + [Qt.Key.Key_Backtab] * 8:
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)
        inside = QApplication.focusWidget()
        assert inside is not None
        assert overlay.isAncestorOf(inside)
    assert not below.hasFocus()


def test_keys_of_the_page_below_rest_while_the_dialog_is_open(shown: Show, qtbot: QtBot) -> None:
    page, overlay, form, below = _open(shown)
    with qtbot.assertNotEmitted(below.clicked):
        qtbot.keyClick(form.editor("deelnemer").control, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    overlay.close_dialog()
    with qtbot.waitSignal(below.clicked):
        qtbot.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)


def test_keys_of_the_window_work_again_when_the_dialog_is_thrown_away_as_at_a_lock(
    shown: Show, qtbot: QtBot
) -> None:
    page, overlay, _form, below = _open(shown)
    overlay.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    with qtbot.waitSignal(below.clicked):
        qtbot.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)


def test_ctrl_enter_confirms_also_from_a_note(shown: Show, qtbot: QtBot) -> None:
    _page, overlay, form, _ = _open(shown)
    note = form.editor("vraag").control
    note.setFocus()
    with qtbot.waitSignal(overlay.confirmed):
        qtbot.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_escape_closes_and_gives_the_keyboard_back(shown: Show, qtbot: QtBot) -> None:
    _page, overlay, form, below = _open(shown)
    with qtbot.waitSignal(overlay.closed):
        qtbot.keyClick(form.editor("deelnemer").control, Qt.Key.Key_Escape)
    assert below.hasFocus()


def test_escape_asks_only_when_something_was_typed(shown: Show, qtbot: QtBot) -> None:
    _page, overlay, form, _ = _open(shown)
    field = form.editor("deelnemer").control
    qtbot.keyClicks(field, "Pop")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    asking = overlay.sheet._asking
    assert asking.isVisible()
    assert asking.stay.hasFocus()
    qtbot.keyClick(asking.stay, Qt.Key.Key_Return)
    assert not asking.isVisible()
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    with qtbot.waitSignal(overlay.closed):
        asking.go.click()


def test_the_dialog_fits_on_a_small_window_and_grows_with_a_message(shown: Show, qtbot: QtBot) -> None:
    page, overlay, form, _ = _open(shown, 911, 441)
    qtbot.wait(10)
    assert page.rect().adjusted(8, 8, -8, -8).contains(overlay.sheet.geometry())
    page.resize(1366, 768)
    qtbot.wait(10)
    assert overlay.sheet.width() == 656
    before = overlay.sheet.height()
    form.boxes["vraag"].message.show()
    qtbot.waitUntil(lambda: overlay.sheet.height() > before)


def test_a_dialog_with_little_in_it_keeps_its_air_on_a_high_window(shown: Show, qtbot: QtBot) -> None:
    page = QWidget()
    shown(page, 1366, 768)
    overlay = Overlay(page, "Lijst inlezen", Label("Een ogenblik."), confirm="")
    overlay.open()
    qtbot.wait(10)
    button = overlay.sheet.cancel_button
    assert overlay.sheet.height() - button.mapTo(overlay.sheet, button.rect().bottomLeft()).y() > 12


def test_the_panel_at_the_side_leaves_the_page_in_use(shown: Show, qtbot: QtBot) -> None:
    page = QWidget()
    button = Button("Excel", shortcut="Ctrl+E")
    panel = SidePanel("Begeleiding stopzetten", _form(), confirm="Stopzetten")
    column = QVBoxLayout(page)
    column.addWidget(button)
    column.addWidget(panel)
    shown(page)
    assert panel.width() == 400
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.confirm_button, Qt.Key.Key_Escape)


def test_tab_stays_in_a_dialog_with_one_control(window, qtbot):
    behind = QPushButton("Achter het venster", window)
    behind.show()
    job = Job(int)
    busy = Busy(window, job, "Lijst inlezen", "Even geduld.")
    busy.open()
    qtbot.keyClick(busy.stop, Qt.Key.Key_Tab)
    assert busy.stop.hasFocus() and not behind.hasFocus()
    busy._finished()


def test_the_ways_out_of_a_side_panel_have_room_for_their_words(shown: Show) -> None:
    panel = SidePanel("Contact", QWidget(), confirm="Bewaren", is_dirty=lambda: True)
    panel.offer_draft()
    shown(panel, 400, 600)
    panel.leave()
    for button in panel._asking.findChildren(Button):
        assert not button.isVisible() or button.width() >= button.sizeHint().width()
