"""Buttons: one filled button per screen, the others outlined or only text, with their shortcut."""

from typing import TYPE_CHECKING, Literal

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QStylePainter, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.by_name import set_by_name
from leertraject_desktop.ui.kit.icons import paint_icon
from leertraject_desktop.ui.kit.painting import LEFT, box, paint_text, text_width
from leertraject_desktop.ui.kit.rights import forbidden
from leertraject_desktop.ui.kit.shortcuts import install_shortcut
from leertraject_desktop.ui.kit.whole_text import tell_whole

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QKeyEvent, QResizeEvent

Kind = Literal["primary", "secondary", "text", "link"]

_TEXT_TONE = {"primary": "on_accent", "secondary": "text", "text": "text2", "link": "accent_text"}
_HINT_TONE = {"primary": "on_accent", "secondary": "text3", "text": "text3", "link": "text3"}
_ICON_TONE = {"primary": "on_accent", "secondary": "text", "text": "text2", "link": "accent_text"}


class Button(QPushButton):
    """A verb, perhaps with an icon before it and its shortcut behind it.

    `shortcut` is shown and installed; `hint` is only shown, for keys that the screen handles itself. `fill`
    makes it as wide as its place.
    """

    def __init__(
        self,
        text: str,
        *,
        kind: Kind = "secondary",
        icon: str | None = None,
        shortcut: str = "",
        hint: str = "",
        small: bool = False,
        trailing_icon: str | None = None,
        fill: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(text)  # with the text above, PySide would make the names of all icons of Qt: 1 ms
        self._kind: Kind = kind
        self._icon, self._trailing = icon, trailing_icon
        self._hint = shortcut or hint
        self._small = small
        across = QSizePolicy.Policy.Expanding if fill else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        set_by_name(self, focusPolicy="StrongFocus")
        self._icon_only = self._short = False
        self._tell(text)
        if shortcut:
            install_shortcut(self, shortcut, self.click)

    def set_compact(self, compact: bool) -> None:
        """Show only the icon where there is no room; without an icon nothing changes."""
        self._icon_only = compact and self._icon is not None
        self._tell_whole()
        self.updateGeometry()
        self.update()

    def set_short(self, short: bool) -> None:
        """Leave the shortcut out of sight where there is no room; it works, and is read aloud, as before."""
        if short != self._short:
            self._short = short
            self.updateGeometry()
            self.update()

    @property
    def kind(self) -> Kind:
        """How much the button asks for attention."""
        return self._kind

    def set_kind(self, kind: Kind) -> None:
        """Fill the button or take its fill away: one filled button per screen."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    def show_text(self, text: str, icon: str | None = None, *, hint: str | None = None) -> None:
        """Another verb, for instance "Probeer opnieuw" after a Problem; "" as hint shows no keys."""
        self.setText(text)
        self._icon = icon or self._icon
        self._hint = self._hint if hint is None else hint
        self._tell(text)
        self.updateGeometry()
        self.update()

    def _tell(self, text: str) -> None:
        self.setAccessibleName(text)
        keys = f"Sneltoets {self._hint}" if self._hint else ""
        self.setAccessibleDescription(forbidden(self) or keys)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        cut = self._icon_only or self.width() < self.sizeHint().width()
        tell_whole(self, self.text(), cut=cut)

    def _weight(self) -> int:
        return tokens.REGULAR if self._kind == "text" else tokens.STRONG

    def _text_size(self) -> int:
        return tokens.SMALL if self._small or self._kind == "link" else tokens.BODY

    def _margin(self) -> int:
        if self._kind == "link":
            return 0
        return 8 if self._small or self._kind == "text" else 12

    def sizeHint(self) -> QSize:
        if self._icon_only:
            return QSize(tokens.CONTROL + 2, tokens.CONTROL)
        width = 2 * self._margin() + text_width(self.text(), self._text_size(), self._weight())
        if not self.text():
            width -= tokens.ICON_TO_TEXT
        if self._icon:
            width += 16 + (6 if self._small or self._kind == "link" else tokens.ICON_TO_TEXT)
        if self._trailing:
            width += 16 + tokens.ICON_TO_TEXT
        if self._hint and not self._short:
            width += tokens.ICON_TO_TEXT + text_width(self._hint, tokens.SMALL) + 1
        height = tokens.CONTROL_SMALL if self._small or self._kind == "link" else tokens.CONTROL
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: "QEnterEvent") -> None:
        if self._kind == "link":  # here and not before, as naming it costs: see `by_name`
            self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self.update()

    def leaveEvent(self, event: "QEvent") -> None:
        self.update()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        self._paint_ground(painter)
        enabled = self.isEnabled()
        if self._icon_only and self._icon:
            tone = _ICON_TONE[self._kind] if enabled else "text3"
            paint_icon(painter, (self.width() - 16) / 2, (self.height() - 16) / 2, self._icon, tone)
            painter.end()
            return
        wanted = self.sizeHint().width()
        rect = self.rect()
        left = self._margin() + max(0, (self.width() - wanted) // 2)
        if self._kind == "link":
            left = 0
        if self._icon:
            tone = _ICON_TONE[self._kind] if enabled else "text3"
            paint_icon(painter, left, (self.height() - 16) / 2, self._icon, tone)
            left += 16 + (6 if self._small or self._kind == "link" else tokens.ICON_TO_TEXT)
        width = text_width(self.text(), self._text_size(), self._weight())
        inside = rect.adjusted(left, 0, 0, -1)
        inside.setWidth(min(width, rect.width() - left))
        tone = _TEXT_TONE[self._kind] if enabled else "text3"
        paint_text(painter, inside, self.text(), tone, size=self._text_size(), weight=self._weight())
        left += width + tokens.ICON_TO_TEXT
        if self._hint and not self._short:
            tone = _HINT_TONE[self._kind] if enabled else "text3"
            paint_text(
                painter, rect.adjusted(left, 0, 0, -1), self._hint, tone, size=tokens.SMALL, align=LEFT
            )
            left += text_width(self._hint, tokens.SMALL) + tokens.ICON_TO_TEXT
        if self._trailing:
            paint_icon(painter, left, (self.height() - 16) / 2, self._trailing, _ICON_TONE[self._kind])
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        down, over = self.isDown(), self.underMouse() and self.isEnabled()
        if self._kind == "link":
            return
        if self._kind == "text":
            if over or down:
                box(painter, self.rect(), "accent_soft" if down else "accent_softer")
        elif not self.isEnabled():
            box(painter, self.rect(), "sunken", "line2")
        elif self._kind == "primary":
            box(painter, self.rect(), "accent_down" if down else "accent_hover" if over else "accent")
        else:
            fill = "accent_soft" if down else "accent_softer" if over else "surface"
            box(painter, self.rect(), fill, "control")


class IconButton(QAbstractButton):
    """An icon alone, where there is no room for words; the name is its tool tip and is read aloud."""

    def __init__(
        self,
        icon: str,
        name: str,
        *,
        outlined: bool = False,
        shortcut: str = "",
        size: int = tokens.CONTROL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._outlined = icon, outlined
        self.setFixedSize(size + 2 if outlined else size, size if size < tokens.CONTROL else tokens.CONTROL)
        set_by_name(self, focusPolicy="StrongFocus")
        self.show_icon(icon, name)
        if shortcut:
            self.setToolTip(f"{name} ({shortcut})")
            install_shortcut(self, shortcut, self.click)

    def show_icon(self, icon: str, name: str) -> None:
        """Another icon and name, for a button that switches."""
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def enterEvent(self, event: "QEnterEvent") -> None:
        self.update()

    def leaveEvent(self, event: "QEvent") -> None:
        self.update()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        over = self.underMouse() and self.isEnabled()
        fill = "accent_soft" if self.isDown() else "accent_softer" if over else None
        if self._outlined:
            box(painter, self.rect(), fill or "surface", "control" if self.isEnabled() else "line2")
        elif fill:
            box(painter, self.rect(), fill)
        tone = "text2" if self.isEnabled() else "line2"
        paint_icon(painter, (self.width() - 16) / 2, (self.height() - 16) / 2, self._icon, tone)
        painter.end()


def show_exclusive(button: QAbstractButton, *, on: bool) -> None:
    """Switch one of a group on or off; to a screen reader it is a radio button, since only one can be on."""
    button.setAutoExclusive(False)
    button.setChecked(on)
    button.setAutoExclusive(True)
