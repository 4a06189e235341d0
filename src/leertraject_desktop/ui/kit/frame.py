"""The frame around every page: top bar, navigation, status bar; compact under 1000 logical pixels."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.announce import announce
from leertraject_desktop.ui.kit.buttons import Button, IconButton
from leertraject_desktop.ui.kit.icons import paint_icon
from leertraject_desktop.ui.kit.labels import Icon, Label
from leertraject_desktop.ui.kit.logo import Logo
from leertraject_desktop.ui.kit.navigation import Navigation, NavItem
from leertraject_desktop.ui.kit.painting import CENTRE, dot, paint_text, text_width
from leertraject_desktop.ui.kit.shortcuts import install_shortcut
from leertraject_desktop.ui.kit.surfaces import Surface
from leertraject_desktop.ui.kit.text_editors import SearchField


class _UserButton(QAbstractButton):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.compact = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_name(name)

    def show_name(self, name: str) -> None:
        self.setText(name)
        self.setAccessibleName(f"Gebruiker {name}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = 0 if self.compact else text_width(self.text()) + 6
        return QSize(28 + words + 22, tokens.CONTROL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        dot(painter, 0, 2, 28, "accent_soft")
        initials = "".join(part[:1] for part in self.text().split())[:2].upper()
        where = self.rect().adjusted(0, 2, 28 - self.width(), -3)
        paint_text(painter, where, initials, "accent_text", size=12, weight=tokens.STRONG, align=CENTRE)
        if not self.compact:
            paint_text(painter, self.rect().adjusted(33, 0, -20, 0), self.text())
        paint_icon(painter, self.width() - 18, 8, "chevron-down")
        painter.end()


class TopBar(Surface):
    """Logo, place, back and forward, search, lock and the user's menu."""

    def __init__(self, title: str, place: str, user: str) -> None:
        super().__init__("surface", edges="b")
        self.setFixedHeight(tokens.TOP_BAR)
        self._row = row = QHBoxLayout(self)
        row.setSpacing(8)
        row.addWidget(Logo())
        names = QVBoxLayout()
        names.setContentsMargins(0, 5, 0, 6)
        names.setSpacing(0)
        names.addWidget(Label(title, weight=tokens.STRONG))
        self.place = Label(place, "text2", size=tokens.SMALL)
        names.addWidget(self.place)
        self._names = QWidget()
        self._names.setLayout(names)
        row.addWidget(self._names)
        self.back = IconButton("arrow-left", "Terug", shortcut="Alt+Left")
        self.forward = IconButton("arrow-right", "Vooruit", shortcut="Alt+Right")
        self.back.setToolTip("Terug (Alt+←)")
        self.forward.setToolTip("Vooruit (Alt+→)")
        row.addWidget(self.back)
        row.addSpacing(-2)
        row.addWidget(self.forward)
        row.addSpacing(5)
        self.search = SearchField("Zoek deelnemer, vraag of notitie", shortcut="Ctrl+K", top_bar=True)
        row.addWidget(self.search)
        row.addStretch(1)
        self.lock = Button("Vergrendelen", kind="text", icon="lock", hint="Ctrl+L")
        install_shortcut(self, "Ctrl+L", self.lock.click, above_all=True)
        self.lock_icon = IconButton("lock", "Vergrendelen (Ctrl+L)")
        self.lock_icon.clicked.connect(self.lock.click)
        self.user = _UserButton(user)
        row.addWidget(self.lock)
        row.addWidget(self.lock_icon)
        row.addWidget(self.user)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Words give way to icons on a small screen."""
        self._row.setContentsMargins(8 if compact else 14, 0, 16, 1)
        self._names.setFixedWidth(97 if compact else 131)
        self.search.setFixedWidth(240 if compact else 384)
        self.search.setPlaceholderText("Zoeken" if compact else "Zoek deelnemer, vraag of notitie")
        self.lock_icon.setVisible(compact)
        self.lock.setVisible(not compact)
        self.user.compact = compact
        self.user.updateGeometry()


class StatusBar(Surface):
    """24 pixels: at the left what was kept, at the right the backup and the lock."""

    def __init__(self) -> None:
        super().__init__("nav", edges="t")
        self.setFixedHeight(tokens.STATUS_BAR)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 18, 0)
        row.setSpacing(6)
        self._tick = Icon("check", "text2", 12)
        self.saved = Label("", "text2", size=tokens.SMALL)
        self.backup = Label("", "text2", size=tokens.SMALL)
        self._lock_icon = Icon("lock", "text2", 12)
        self.lock = Label("", "text2", size=tokens.SMALL)
        row.addWidget(self._tick)
        row.addWidget(self.saved)
        row.addStretch(1)
        row.addWidget(self.backup)
        row.addSpacing(16)
        row.addWidget(self._lock_icon)
        row.addWidget(self.lock)
        self.show_saved("")
        self.show_lock("")

    def show_saved(self, text: str, *, ticked: bool = True) -> None:
        """What happened to the work: "Alles bewaard om 10:42"."""
        if text != self.saved.text():
            announce(self.saved, text)
        self.saved.setText(text)
        self._tick.setVisible(bool(text) and ticked)

    def show_backup(self, text: str) -> None:
        """When the last backup was made."""
        self.backup.setText(text)

    def show_lock(self, text: str) -> None:
        """When the window locks itself."""
        self.lock.setText(text)
        self._lock_icon.setVisible(bool(text))

    def set_compact(self, compact: bool) -> None:
        """A small screen shows no backup."""
        self.backup.setVisible(not compact)


class Frame(QWidget):
    """Top bar, navigation and status bar around one page.

    Signals: `navigated(key)`, `back_asked`, `forward_asked`, `lock_asked`, `compact_changed(bool)`. The
    fields `top` (with `top.search`), `navigation`, `status` and `user_menu` (a QMenu to fill) are there too.
    """

    navigated = Signal(str)
    back_asked = Signal()
    forward_asked = Signal()
    lock_asked = Signal()
    compact_changed = Signal(bool)

    def __init__(
        self,
        items: Sequence[NavItem],
        foot: Sequence[NavItem] = (),
        *,
        title: str = "Leertraject",
        place: str = "",
        user: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.top = TopBar(title, place, user)
        self.navigation = Navigation(items, foot)
        self.status = StatusBar()
        self.user_menu = QMenu(self)
        self.user_menu.setAccessibleName("Menu van de gebruiker")
        self.is_compact = self.is_narrow = False
        self.setMinimumSize(
            *tokens.SMALLEST_WINDOW
        )  # not what the page would like: that depends on the form it takes
        self._page: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(self.navigation)
        column.addLayout(self._middle, 1)
        column.addWidget(self.status)
        self.navigation.navigated.connect(self.navigated)
        self.top.back.clicked.connect(self.back_asked)
        self.top.forward.clicked.connect(self.forward_asked)
        self.top.lock.clicked.connect(self.lock_asked)
        self.top.user.clicked.connect(self._open_user_menu)

    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._page

    def show_page(self, page: QWidget, key: str = "") -> None:
        """Show a page; the one before is hidden and stays alive. `key` is its place in the navigation."""
        if self._page is not None and self._page is not page:
            self._middle.removeWidget(self._page)
            self._page.hide()
        if self._page is not page:
            self._middle.addWidget(page, 1)
        self._page = page
        page.show()
        self.navigation.show_current(key)

    def put_above_status(self, message: QWidget) -> None:
        """Put a message that belongs to no page between the page and the status bar."""
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.count() - 1, message)

    def show_history(self, back: bool, forward: bool) -> None:
        """Whether there is something to go back or forward to."""
        self.top.back.setEnabled(back)
        self.top.forward.setEnabled(forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact, narrow = self.width() < tokens.COMPACT_BELOW, self.width() < tokens.NARROW_BELOW
        if (compact, narrow) != (self.is_compact, self.is_narrow):
            self.is_compact, self.is_narrow = compact, narrow
            self.top.set_compact(compact)
            self.navigation.set_compact(compact, narrow=narrow)
            self.status.set_compact(compact)
            self.compact_changed.emit(compact)

    def _open_user_menu(self) -> None:
        button = self.top.user
        self.user_menu.popup(
            button.mapToGlobal(QPoint(button.width() - self.user_menu.sizeHint().width(), 36))
        )
