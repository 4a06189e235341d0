"""The places of the program at the left, with the keys that go there."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import show_exclusive
from leertraject_desktop.ui.kit.icons import paint_icon
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.painting import RIGHT, box, paint_text
from leertraject_desktop.ui.kit.shortcuts import install_shortcut
from leertraject_desktop.ui.kit.surfaces import ScrollPage, Surface


@dataclass(frozen=True)
class NavItem:
    """A place: `digit` stands at its right, `shortcut` are the keys that go there, `group` keeps together."""

    key: str
    label: str
    icon: str
    shortcut: str = ""
    digit: str = ""
    group: int = 0


class NavButton(QAbstractButton):
    """One place; a bar and a soft ground where you are."""

    walked = Signal(int)

    def __init__(self, item: NavItem) -> None:
        super().__init__()
        self.item = item
        self.compact = self.narrow = False
        self.setText(item.label)
        self.setAccessibleName(item.label)
        if item.shortcut:
            self.setAccessibleDescription(f"Sneltoets {item.shortcut}")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def sizeHint(self) -> QSize:
        return QSize(36 if self.narrow else 120, tokens.NAV_ITEM_COMPACT if self.compact else tokens.NAV_ITEM)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walked.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        here = self.isChecked()
        if here:
            box(painter, self.rect(), "accent_soft")
            box(painter, self.rect().adjusted(0, 8, 3 - self.width(), -8), "accent_text", radius=1)
        elif self.underMouse():
            box(painter, self.rect(), "accent_softer")
        tone = "accent_text" if here else "text2"
        left = 8 if self.compact else 12
        paint_icon(painter, left, (self.height() - 20) / 2, self.item.icon, tone, 20)
        if self.narrow:
            painter.end()
            return
        inside = self.rect().adjusted(left + (24 if self.compact else 32), 0, -12, 0)
        weight = tokens.STRONG if here else tokens.REGULAR
        paint_text(painter, inside, self.text(), "accent_text" if here else "text", weight=weight)
        if self.item.digit and not self.compact:
            paint_text(painter, inside, self.item.digit, "text3", align=RIGHT)
        painter.end()


class Navigation(Surface):
    """The places in groups, and some at the foot. `navigated(key)` when the user goes somewhere.

    It is one stop for Tab; Up and Down walk over the places.
    """

    navigated = Signal(str)

    def __init__(
        self, items: Sequence[NavItem], foot: Sequence[NavItem] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__("nav", edges="r", parent=parent)
        self.setAccessibleName("Navigatie")
        self._buttons = [NavButton(item) for item in items]
        self._foot = [NavButton(item) for item in foot]
        for button in self._buttons + self._foot:
            button.clicked.connect(self._clicked)
            button.walked.connect(self._walk)
            if button.item.shortcut:  # not of the button: that of one without room is not on the screen
                install_shortcut(self, button.item.shortcut, button.click)
        self._gaps: list[QSpacerItem] = []
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setSpacing(0)
        self._hint = QWidget()
        hint = QHBoxLayout(self._hint)
        hint.setContentsMargins(12, 4, 12, 0)
        hint.addWidget(Label("Ga naar", "text3", size=tokens.SMALL))
        hint.addStretch(1)
        hint.addWidget(Label("Ctrl +", "text3", size=tokens.SMALL))
        self._column.addWidget(self._hint)
        before = items[0].group if items else 0
        for button in self._buttons:
            if button.item.group != before:
                before = button.item.group
                gap = QSpacerItem(0, 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
                self._gaps.append(gap)
                self._column.addItem(gap)
            self._column.addWidget(button)
        self._column.addStretch(1)
        for button in self._foot:
            self._column.addWidget(button)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 1, 0)
        outside.addWidget(ScrollPage(inside))
        self.show_current("")
        self.set_compact(False)

    def show_current(self, key: str) -> None:
        """Where the user is; "" when it is none of the places."""
        for button in self._buttons + self._foot:
            show_exclusive(button, on=button.item.key == key)
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if button.item.key == key else Qt.FocusPolicy.ClickFocus
            )
        if not any(button.isChecked() for button in self._buttons) and self._buttons:
            self._buttons[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_compact(self, compact: bool, *, narrow: bool = False) -> None:
        """Narrower and lower for a small screen; `narrow` shows icons alone, their names in tool tips."""
        wide = tokens.NAV_WIDTH_COMPACT if compact else tokens.NAV_WIDTH
        self.setFixedWidth(tokens.NAV_WIDTH_NARROW if narrow else wide)
        self._column.setContentsMargins(8, 8, 8, 8)
        self._hint.setVisible(not compact)
        self._hint.setFixedHeight(21)

        for button in self._buttons + self._foot:
            button.compact, button.narrow = compact, narrow
            button.setToolTip(button.text() if narrow else "")
            button.updateGeometry()
        for gap in self._gaps:
            gap.changeSize(0, 4 if compact else 8, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._column.invalidate()
        for button in self._foot:
            button.setVisible(not compact)

    def _walk(self, step: int) -> None:
        places = [button for button in self._buttons + self._foot if button.isVisible()]
        on = next((number for number, button in enumerate(places) if button.hasFocus()), 0)
        places[min(max(on + step, 0), len(places) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, NavButton):
            self.show_current(button.item.key)
            self.navigated.emit(button.item.key)
