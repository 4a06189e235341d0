"""Editors for choosing with a mark: one of a few, or yes and no."""

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.by_name import set_by_name
from leertraject_desktop.ui.kit.choice_editors import option_pairs
from leertraject_desktop.ui.kit.editor import Editor
from leertraject_desktop.ui.kit.icons import paint_icon
from leertraject_desktop.ui.kit.options import Options
from leertraject_desktop.ui.kit.painting import LEFT, RIGHT, box, dot, paint_text, text_width
from leertraject_desktop.ui.kit.theme import colour
from leertraject_desktop.ui.kit.whole_text import tell_whole

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class _Mark(QAbstractButton):
    """A check box or a radio button: the mark, and its words beside it."""

    def __init__(self, text: str, *, round_mark: bool) -> None:
        super().__init__()
        self._round = round_mark
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        set_by_name(self, focusPolicy="StrongFocus")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(16 + tokens.ICON_TO_TEXT + text_width(self.text()) + 1, 24)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        tell_whole(self, self.text(), cut=self.width() < self.sizeHint().width())

    def focus_rect(self) -> QRect:
        """A little higher inside than the row, so that rings of neighbours stay apart."""
        return self.rect().adjusted(0, 1, 0, -1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rtl = self.layoutDirection() == QtCore.Qt.LayoutDirection.RightToLeft
        x = self.width() - 16 if rtl else 0
        square = QRect(x, 4, 16, 16)
        border = "red" if self.property("wrong") else "accent_text" if self.isChecked() else "control"
        if self._round:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour(border), 1.5))
            painter.setBrush(colour("field"))
            painter.drawEllipse(square.toRectF().adjusted(1, 1, -1, -1))
            if self.isChecked():
                dot(painter, x + 4, 8, 8, "accent_text")
        elif self.isChecked():
            box(painter, square, "accent", radius=4)
            paint_icon(painter, x + 2, 6, "check", "on_accent", 12)
        else:
            box(painter, square, "field", border, 4, 1.2)
        words = self.rect().adjusted(0, 0, -24, -1) if rtl else self.rect().adjusted(24, 0, 0, -1)
        tone = "text" if self.isEnabled() else "text3"
        paint_text(painter, words, self.text(), tone, align=RIGHT if rtl else LEFT)
        painter.end()


class CheckBox(_Mark):
    """A check box with its words."""

    def __init__(self, text: str) -> None:
        super().__init__(text, round_mark=False)


class CheckEditor(Editor):
    """Yes or no: a bool."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        self._box = CheckBox(text)
        super().__init__(self._box, parent)
        self._box.clicked.connect(self.changed)

    def set_name(self, name: str, label: str) -> None:
        super().set_name(name, label or self._box.text())

    def value(self) -> bool:
        return self._box.isChecked()

    def show_value(self, value: bool | None) -> None:
        self._box.setChecked(bool(value))


class RadioEditor(Editor):
    """One of a few that are all in sight: the code, or None while nothing is chosen."""

    def __init__(self, options: Options, parent: QWidget | None = None) -> None:
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._codes: list[str] = []
        self._marks: list[_Mark] = []
        for code, label in option_pairs(options):
            mark = _Mark(label, round_mark=True)
            mark.setAutoExclusive(True)
            mark.clicked.connect(self._tell)
            column.addWidget(mark)
            self._codes.append(code)
            self._marks.append(mark)
        super().__init__(group, parent)
        if self._marks:
            group.setFocusProxy(self._marks[0])

    def set_wrong(self, wrong: bool, why: str = "") -> None:
        for mark in self._marks:
            mark.setProperty("wrong", wrong)
            mark.setAccessibleDescription(why)
            mark.update()

    def value(self) -> str | None:
        return next(
            (code for code, mark in zip(self._codes, self._marks, strict=True) if mark.isChecked()), None
        )

    def show_value(self, value: str | None) -> None:
        for code, mark in zip(self._codes, self._marks, strict=True):
            mark.setAutoExclusive(False)
            mark.setChecked(code == value)
            mark.setAutoExclusive(True)
        self._lead()

    def _tell(self) -> None:
        self._lead()
        self.changed.emit()

    def _lead(self) -> None:
        """Let Tab come to what is chosen, or else to the first; the arrow keys walk over the others."""
        leads = next((mark for mark in self._marks if mark.isChecked()), self._marks[0])
        for mark in self._marks:
            set_by_name(mark, focusPolicy="StrongFocus" if mark is leads else "ClickFocus")
        self.control.setFocusProxy(leads)
