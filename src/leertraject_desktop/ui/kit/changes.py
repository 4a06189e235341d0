"""Tells open screens which tables changed, so that they fetch again what they show."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget


class Changes(QObject):
    """The one signal between the store and the screens. Give `tell` to the store; any thread may call it."""

    changed = Signal(object)
    _told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told.connect(self._pass_on, Qt.ConnectionType.AutoConnection)

    def tell(self, tables: Iterable[str]) -> None:
        """These tables changed."""
        self._told.emit(frozenset(tables))

    def watch(self, widget: QWidget, tables: Iterable[str], refetch: Callable[[], object]) -> "Watcher":
        """Call `refetch` when one of the tables changed: at once when it is in sight, else later.

        It stops with the widget.
        """
        return Watcher(self, widget, frozenset(tables), refetch)

    def _pass_on(self, tables: frozenset[str]) -> None:
        self.changed.emit(tables)


class Watcher(QObject):
    """Watches for one screen; belongs to it."""

    def __init__(
        self, changes: Changes, widget: QWidget, tables: frozenset[str], refetch: Callable[[], object]
    ) -> None:
        super().__init__(widget)
        self._widget, self._tables, self._refetch = widget, tables, refetch
        self._stale = False
        changes.changed.connect(self._look)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._stale:
            self._stale = False
            self._refetch()
        return False

    def _look(self, tables: frozenset[str]) -> None:
        if not self._tables & tables:
            return
        if self._widget.isVisible():
            self._refetch()
        else:
            self._stale = True
