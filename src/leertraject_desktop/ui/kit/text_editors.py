"""Editors for text: one line, more lines, and the field to search with."""

import unicodedata
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.editor import Editor
from leertraject_desktop.ui.kit.line_field import LineField
from leertraject_desktop.ui.kit.painting import RIGHT, paint_text
from leertraject_desktop.ui.kit.shortcuts import install_shortcut

if TYPE_CHECKING:
    from PySide6.QtCore import QTimerEvent
    from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent

NOTE_LIMIT = 10_000
_NEAR_LIMIT = 500
_KEPT_FORMAT = {"\u200c", "\u200d", "\u200e", "\u200f"}
"""Joiners and direction marks, which Persian names and emoji need."""


def clean_text(text: str, *, lines: bool = False) -> str:
    """Without control characters and invisible marks, and with every letter in its composed form.

    Line ends stay when `lines` is asked for, and become a space otherwise.
    """
    unified = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = []
    for letter in unified:
        if letter == "\n" and lines:
            kept.append(letter)
        elif letter in "\n\t\u2028\u2029":
            kept.append(" ")
        elif (
            unicodedata.category(letter) not in {"Cc", "Cs", "Co", "Cn", "Cf"}
            or letter in _KEPT_FORMAT
            or 0xE0020 <= ord(letter) <= 0xE007F
        ):
            kept.append(letter)
    return "".join(kept)


class TextEditor(Editor):
    """One line of text: a str without control characters, "" when empty."""

    def __init__(
        self, *, max_length: int = 200, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        self._line = LineField()
        super().__init__(self._line, parent)
        self._line.setMaxLength(max_length)
        self._line.setPlaceholderText(placeholder)
        self._line.textEdited.connect(self.changed)

    def value(self) -> str:
        return clean_text(self._line.text()).strip()

    def show_value(self, value: str | None) -> None:
        self._line.setText(value or "")
        self._line.setCursorPosition(0)

    def forbid(self, why: str) -> None:
        self._line.setReadOnly(True)
        self._line.setToolTip(why)
        self._line.setAccessibleDescription(why)


class SheetNumberEditor(TextEditor):
    """The number of a signed sheet: the one in its head or the code under its QR, as they stand there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(max_length=20, placeholder="T-2026-0001 of 7K3Q-X9MD-4TRV", parent=parent)


class _NoteField(QPlainTextEdit):
    """Tab leaves the field; what is pasted loses its control characters."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(4)

    def room(self) -> int:
        """How many characters still fit."""
        return NOTE_LIMIT - len(self.toPlainText())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        room = self.room()
        if room > _NEAR_LIMIT:
            return
        painter = QPainter(self.viewport())
        inside = self.viewport().rect().adjusted(0, self.viewport().height() - 16, -4, 0)
        words = "Het veld is vol" if room <= 0 else f"Nog {room} tekens"
        paint_text(painter, inside, words, "amber", size=tokens.SMALL, align=RIGHT)
        painter.end()


class NoteEditor(Editor):
    """More lines of text, at most 10 000 characters; tells how many are left when it gets full."""

    def __init__(self, *, placeholder: str = "", lines: int = 3, parent: QWidget | None = None) -> None:
        self._note = _NoteField()
        super().__init__(self._note, parent)
        self._note.setPlaceholderText(placeholder)
        self.set_lines(lines)
        self._note.textChanged.connect(self._limit)
        self._quiet = False

    def set_lines(self, lines: int) -> None:
        """How many lines can be seen at once."""
        self._note.setFixedHeight(lines * 18 + 18)

    def value(self) -> str:
        return clean_text(self._note.toPlainText(), lines=True).strip()

    def show_value(self, value: str | None) -> None:
        self._quiet = True
        self._note.setPlainText(value or "")
        self._quiet = False

    def forbid(self, why: str) -> None:
        self._note.setReadOnly(True)
        self._note.setToolTip(why)
        self._note.setAccessibleDescription(why)

    def _limit(self) -> None:
        surplus = -self._note.room()
        if surplus > 0:
            cursor = self._note.textCursor()
            end = cursor.position()
            if end < surplus:
                cursor.movePosition(cursor.MoveOperation.End)
                end = cursor.position()
            cursor.setPosition(end - surplus)
            cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            return
        self._note.viewport().update()
        if not self._quiet:
            self.changed.emit()


class SearchField(LineField):
    """A field to search with: `searched` gives the text shortly after the last key, `entered` on Enter.

    Escape empties it; `down` tells that the user wants to walk into the list below it.
    """

    searched = Signal(str)
    entered = Signal(str)
    down = Signal()

    def __init__(
        self,
        placeholder: str,
        *,
        shortcut: str = "",
        width: int = 0,
        top_bar: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icon="search", hint=shortcut, parent=parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setProperty("top_bar", top_bar)
        if width:
            self.setFixedWidth(width)
        self._timer = 0
        self._waiting = False
        self.textChanged.connect(self._wait)
        if shortcut:
            install_shortcut(self, shortcut, self.begin)

    def begin(self) -> None:
        """Put the cursor here, with the old text selected."""
        self.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def query(self) -> str:
        """What is searched for, without spaces around it."""
        return clean_text(self.text()).strip()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        key = event.key()
        if key in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self._tell()
            self.entered.emit(self.query())
        elif key == QtCore.Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key == QtCore.Qt.Key.Key_Down:
            self._tell()
            self.down.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: "QHideEvent") -> None:
        super().hideEvent(event)
        if (
            self._timer
        ):  # what it would ask may be closed or locked by then; it waits for the page to come back
            self.killTimer(self._timer)
            self._timer = 0
            self._waiting = True

    def showEvent(self, event: "QShowEvent") -> None:
        super().showEvent(event)
        if self._waiting:
            self._waiting = False
            self._wait()

    def timerEvent(self, event: "QTimerEvent") -> None:
        if event.timerId() != self._timer:
            super().timerEvent(event)
            return
        if self.isVisible():
            self._tell()
        else:  # the page was left or locked: nobody reads the hits
            self.killTimer(self._timer)
            self._timer = 0

    def _wait(self) -> None:
        if self._timer:
            self.killTimer(self._timer)
        self._timer = self.startTimer(120)

    def _tell(self) -> None:
        if self._timer:
            self.killTimer(self._timer)
            self._timer = 0
            self.searched.emit(self.query())
