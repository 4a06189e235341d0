"""Filter chips: one of a few, chosen with the pointer or the arrow keys."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import show_exclusive
from leertraject_desktop.ui.kit.icons import paint_icon
from leertraject_desktop.ui.kit.painting import box, paint_text, text_width
from leertraject_desktop.ui.kit.whole_text import tell_whole


class ChipChoice(NamedTuple):
    """One chip: the value it stands for, its words, and perhaps an icon."""

    key: str
    label: str
    icon: str = ""


class Chip(QAbstractButton):
    """One filter; filled softly while it is on. Without room it drops its icon, then the end of its text."""

    def __init__(self, choice: ChipChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        self.setText(choice.label)
        self.setAccessibleName(choice.label)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = text_width(self.text(), tokens.SMALL, tokens.STRONG) + 2 * 8
        return QSize(width + (16 + 7 if self.choice.icon else 0), tokens.CHIP)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, tokens.CHIP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tell_whole(self, self.text(), cut=self._is_narrow())

    def _is_narrow(self) -> bool:
        return self.width() < self.sizeHint().width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # the row moves on
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        on = self.isChecked()
        painter = QPainter(self)
        fill = "accent_soft" if on else "accent_softer" if self.underMouse() else "surface"
        box(painter, self.rect(), fill, "accent_text" if on else "line2", tokens.CHIP / 2)
        left = 5 if self._is_narrow() else 8
        if self.choice.icon and not self._is_narrow():
            paint_icon(painter, left, 4, self.choice.icon, "accent_text" if on else "text2")
            left += 23
        paint_text(
            painter,
            self.rect().adjusted(left, 0, -4, -1),
            self.text(),
            "accent_text" if on else "text2",
            size=tokens.SMALL,
            weight=tokens.STRONG if on else tokens.REGULAR,
        )
        painter.end()


class ChipRow(QWidget):
    """Chips of which exactly one is on; Left and Right walk over them."""

    changed = Signal()

    def __init__(self, name: str, choices: Sequence[ChipChoice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GRID)
        self._chips = [Chip(choice, self) for choice in choices]
        for chip in self._chips:
            chip.clicked.connect(self._clicked)
            row.addWidget(chip)
        self._set(0)

    def value(self) -> str:
        """The key of the chip that is on."""
        return next(chip.choice.key for chip in self._chips if chip.isChecked())

    def offers(self, key: str | None) -> bool:
        """Whether there is such a chip."""
        return any(chip.choice.key == key for chip in self._chips)

    def show_value(self, key: str) -> None:
        """Switch a chip on without telling that it changed."""
        self._set(next(index for index, chip in enumerate(self._chips) if chip.choice.key == key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        on = next(index for index, chip in enumerate(self._chips) if chip.isChecked())
        goal = min(max(on + step, 0), len(self._chips) - 1)
        self._chips[goal].setFocus(Qt.FocusReason.TabFocusReason)
        if goal != on:
            self._set(goal)
            self.changed.emit()

    def _clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            self._set(self._chips.index(chip))
            self.changed.emit()

    def _set(self, on: int) -> None:
        for index, chip in enumerate(self._chips):
            show_exclusive(chip, on=index == on)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if index == on else Qt.FocusPolicy.ClickFocus)
