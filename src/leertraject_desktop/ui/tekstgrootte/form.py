"""The form that makes everything larger or smaller, with a line to look at before the window opens again."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit import text_size, tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.form import Field, FieldBox
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.mark_editors import RadioEditor
from leertraject_desktop.ui.kit.preferences import preferences
from leertraject_desktop.ui.kit.screen import Context, Target
from leertraject_desktop.ui.kit.shortcuts import install_shortcut
from leertraject_desktop.ui.kit.theme import font

LARGER, SMALLER = "groter", "kleiner"
"""The parts of a target that begin one size further, for the keys."""

_SAMPLE = "Zo groot wordt wat je leest."
_STEPS = {LARGER: 1, SMALLER: -1}


class TextSizeForm(QObject):
    """It works without open data, so that the login has it too: `context` is not used.

    The main button keeps the size and asks to open the window again, the other one for the next time only.
    """

    kept = Signal(str)
    go = Signal(Target)
    closed = Signal()

    def __init__(self, context: Context | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        room = parent.screen().availableSize()
        sizes = text_size.fitting(room.width(), room.height(), tokens.SMALLEST_WINDOW)
        self.sizes = sizes
        self.size = RadioEditor([(str(size), _words(size)) for size in sizes])
        self.sample = Label(_SAMPLE)
        content = _Content(self.size)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.FIELD_TO_FIELD)
        column.addWidget(FieldBox(Field("tekstgrootte", "Hoe groot", self.size)))
        column.addWidget(self.sample)
        column.addWidget(
            Label(
                "Alles groeit mee: letters, knoppen en tekens. Leertraject gaat daarvoor dicht en weer open. "
                "Je meldt je opnieuw aan. Wat je aan het typen was, blijft bewaard.",
                "text2",
                wrap=True,
            )
        )
        self.overlay = Overlay(parent, "Tekstgrootte", content, confirm="Open opnieuw")
        self.later = Button("Bij de volgende start", kind="text")
        self.overlay.sheet.put_in_foot(self.later)
        self.later.clicked.connect(self._keep_for_later)
        self.size.changed.connect(self._show_sample)
        self.overlay.confirmed.connect(self._keep_and_open_again)
        self.overlay.closed.connect(self._gone)
        install_shortcut(self.overlay, "Ctrl+0", self.back_to_normal)
        self._show(text_size.in_force())

    def open(self, target: Target) -> None:
        """Show the form; the part of the target may be one of the steps, `LARGER` or `SMALLER`."""
        waits = self._page.property(text_size.WAITS)
        if waits:
            self.overlay.sheet.confirm_button.setEnabled(False)
            remedy = "Open opnieuw als dat klaar is, of kies ‘Bij de volgende start’."
            self.overlay.sheet.notice.show_message(waits, remedy)
        self.overlay.open()
        self.step(target.part)

    def step(self, part: str) -> None:
        """One size larger or smaller; nothing for another part."""
        if part in _STEPS:
            self._show(text_size.step(self.value(), _STEPS[part], self.sizes))

    def back_to_normal(self) -> None:
        """Choose the ordinary size."""
        self._show(self.sizes[0])

    def value(self) -> int:
        """The size that is chosen in the form, in percent."""
        return int(self.size.value() or text_size.SIZES[0])

    def _show(self, size: int) -> None:
        nearest = min(self.sizes, key=lambda other: abs(other - size))
        self.size.show_value(str(nearest))
        if self.overlay.isVisible():
            _focus_checked(self.size)
        self._show_sample()

    def _show_sample(self) -> None:
        pixels = round(tokens.BODY * self.value() / text_size.in_force())
        self.sample.setFont(font(pixels))
        self.sample.setFixedHeight(self.sample.fontMetrics().height() + 2)

    def _keep(self) -> bool:
        try:
            text_size.keep(self.value())
        except Problem as problem:
            self.overlay.sheet.notice.show_problem(problem)
            return False
        return True

    def _keep_for_later(self) -> None:
        if self._keep():
            self.kept.emit(f"Vanaf de volgende start is alles {self.value()} % groot")
            self.overlay.close_dialog()

    def _keep_and_open_again(self) -> None:
        if not self._keep():
            return
        self.overlay.close_dialog()
        if self.value() == text_size.in_force():
            self.kept.emit(f"Alles blijft {self.value()} % groot")
        else:
            preferences().restart_asked.emit()

    def _gone(self) -> None:
        self.closed.emit()
        self.deleteLater()


class _Content(QWidget):
    def __init__(self, size: RadioEditor) -> None:
        super().__init__()
        self._size = size

    def focus_first(self) -> None:
        """Put the keyboard on the size that is chosen."""
        _focus_checked(self._size)


def _focus_checked(size: RadioEditor) -> None:
    for mark in size.findChildren(QAbstractButton):
        if mark.isChecked():
            mark.setFocus(Qt.FocusReason.OtherFocusReason)


def _words(size: int) -> str:
    return "100 %, gewoon" if size == text_size.SIZES[0] else f"{size} %"
