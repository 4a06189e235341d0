"""A part of a tab of a dossier: a title with its buttons, and lines with what is kept."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.labels import Icon, Label
from leertraject_desktop.ui.kit.surfaces import Hairline
from leertraject_desktop.ui.kit.tokens import Tone

LONG_WORD = 24
"""A word with more characters may break anywhere, so that it never widens the page."""


class FactLine(QWidget):
    """Something that is kept: an icon, its name, a line with the rest, and what can be done with it."""

    def __init__(
        self, icon: str, title: str, second: str, buttons: Sequence[Button], *, tone: Tone = "accent_text"
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        row.addWidget(Icon(icon, tone, 20), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(title, weight=tokens.STRONG, elide=True))
        plain: Tone = "text2" if tone in ("accent_text", "text3") else tone
        words.addWidget(Label(_breakable(second), plain, size=tokens.SMALL, wrap=True))
        row.addLayout(words, 1)
        for button in buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        column.addWidget(Hairline())


class Section(QWidget):
    """A title with buttons at its right, lines below, and a sentence where there are none."""

    def __init__(self, title: str, empty: str, buttons: Sequence[Button] = ()) -> None:
        super().__init__()
        self._empty = empty
        self.title = Label(title, weight=tokens.STRONG)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(tokens.GRID)
        head.addWidget(self.title)
        head.addStretch(1)
        for button in buttons:
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._lines)

    def show_lines(self, lines: Sequence[QWidget]) -> None:
        """Show what is kept; the keyboard stays where it was."""
        focus = QApplication.focusWidget()
        name = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        clear(self._lines)
        for line in lines:
            self._lines.addWidget(line)
            line.show()
        if not lines and self._empty:
            self._lines.addWidget(Label(self._empty, "text3", wrap=True))
        found = [line.findChild(QWidget, name) or line for line in lines] if name else []
        again = next((widget for widget in found if widget.objectName() == name), None)
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)


def _breakable(text: str) -> str:
    """The text with invisible places to break in words that are too long for a line."""
    return re.sub(rf"\S{{{LONG_WORD}}}(?=\S)", "\\g<0>\u200b", text)


def clear(layout: QVBoxLayout) -> None:
    """Take every widget out of a column."""
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.setObjectName("")
            old.deleteLater()


def link(words: str, about: str, name: str, *, icon: str = "") -> Button:
    """A small button of a line; `about` says to a screen reader which line it belongs to."""
    made = Button(words, kind="link", icon=icon)
    made.setAccessibleName(f"{words} {about}")
    made.setObjectName(name)
    return made
