"""The editor for choosing one of a list."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStylePainter,
    QWidget,
)

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.by_name import set_by_name
from leertraject_desktop.ui.kit.editor import Editor
from leertraject_desktop.ui.kit.icons import paint_icon
from leertraject_desktop.ui.kit.painting import box, paint_text, text_width
from leertraject_desktop.ui.kit.whole_text import tell_whole

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent

    from leertraject_desktop.ui.kit.options import Options


def option_pairs(options: "Options") -> list[tuple[str, str]]:
    """The codes and labels of an enum or of a list of pairs."""
    return [item if isinstance(item, tuple) else (str(item.value), item.label) for item in options]


_BESIDE = 35  # left and right of the words


class _Combo(QComboBox):
    def __init__(self) -> None:
        super().__init__()
        self._opened = False
        self._typed = ""
        self.setMaxVisibleItems(10)
        self.currentTextChanged.connect(self._tell_whole)
        self.setFixedHeight(tokens.CONTROL)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        set_by_name(self, focusPolicy="StrongFocus")

    def sizeHint(self) -> QSize:
        texts = [self.itemText(row) for row in range(self.count())] + [self.placeholderText()]
        return QSize(max(text_width(text) for text in texts) + 56, tokens.CONTROL)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, tokens.CONTROL)

    def showPopup(self) -> None:
        if not self._opened:
            from leertraject_desktop.ui.kit.combo_rows import ComboRows  # costly, and not needed to log in

            self.setItemDelegate(ComboRows(self))
            self._opened = True
        self.view().setAccessibleName(self.accessibleName())
        self.view().setMinimumWidth(min(self.sizeHint().width(), self.window().width()))
        super().showPopup()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Let a space go on with what is being typed when an option has it there; else Qt opens the list."""
        text = event.text()
        self._typed = (self._typed + text).casefold() if text and text.isprintable() else ""
        row = self._first_with(self._typed) if " " in self._typed.lstrip() else -1
        if row < 0:
            super().keyPressEvent(event)
        else:
            self.setCurrentIndex(row)

    def _first_with(self, start: str) -> int:
        labels = [self.itemText(row).casefold() for row in range(self.count())]
        return next((row for row, label in enumerate(labels) if label.startswith(start)), -1)

    def focusOutEvent(self, event: "QFocusEvent") -> None:
        self._typed = ""
        super().focusOutEvent(event)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        tell_whole(self, self._shown(), cut=text_width(self._shown()) > self.width() - _BESIDE)

    def _shown(self) -> str:
        return self.currentText() if self.currentIndex() >= 0 else self.placeholderText()

    def wheelEvent(self, event: "QWheelEvent") -> None:
        event.ignore()  # scrolling the page must not change an answer

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        wrong = bool(self.property("wrong"))
        ground = "field" if self.isEnabled() else "sunken"
        border = "red" if wrong else "control" if self.isEnabled() else "line2"
        box(painter, self.rect(), ground, border, width=2 if wrong else 1)
        tone = "text" if self.isEnabled() else "text2"
        paint_text(painter, self.rect().adjusted(9, 0, 9 - _BESIDE, -1), self._shown(), tone)
        paint_icon(painter, self.width() - 25, (self.height() - 16) / 2, "chevron-down")
        painter.end()


class ChoiceEditor(Editor):
    """One of a list: the code as a plain str, or None. The first letters of an option choose it.

    `empty` adds a first option with that label that stands for None.
    """

    def __init__(
        self,
        options: "Options" = (),
        *,
        placeholder: str = "Kies",
        empty: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._combo = _Combo()
        super().__init__(self._combo, parent)
        self._combo.setPlaceholderText(placeholder)
        self._codes: list[str | None] = []
        self._empty = empty
        self._quiet = False
        self.set_options(options)
        self._combo.currentIndexChanged.connect(self._tell)

    def set_options(self, options: "Options") -> None:
        """Other options; what was chosen stays chosen when it is among them."""
        before = self.value()
        pairs = option_pairs(options)
        self._quiet = True
        self._combo.clear()
        self._codes = [code for code, _ in pairs]
        labels = [label for _, label in pairs]
        if self._empty is not None:
            self._codes.insert(0, None)
            labels.insert(0, self._empty)
        self._combo.addItems(labels)
        self._combo.setCurrentIndex(self._codes.index(before) if before in self._codes else -1)
        self._quiet = False

    def value(self) -> str | None:
        row = self._combo.currentIndex()
        return self._codes[row] if 0 <= row < len(self._codes) else None

    def label(self) -> str:
        """The words of what is chosen; "" when nothing is."""
        return self._combo.currentText()

    def offers(self, value: str | None) -> bool:
        """Whether this can be chosen."""
        return value in self._codes

    def show_value(self, value: str | None) -> None:
        self._quiet = True
        code = None if value is None else str(value)
        self._combo.setCurrentIndex(self._codes.index(code) if code in self._codes else -1)
        self._quiet = False

    def _tell(self) -> None:
        if not self._quiet:
            self.changed.emit()
