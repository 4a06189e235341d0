"""Tells the window which tables changed, so that its screens fetch again what they show."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Signal


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

    def _pass_on(self, tables: frozenset[str]) -> None:
        self.changed.emit(tables)
