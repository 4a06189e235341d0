"""The page of a list with the states of its rows as chips above it."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from leertraject_desktop.ui.kit.chips import ChipChoice, ChipRow
from leertraject_desktop.ui.kit.compact import is_compact
from leertraject_desktop.ui.kit.list_page import ListPage
from leertraject_desktop.ui.kit.screen import Context, Target

R = TypeVar("R")


class StatePage(ListPage[R]):
    """A subclass names the states in `states` and the row of chips in `which`; `stand` is that row.

    A target may ask for a state by its key, or for "alles" where the key is empty.
    """

    states: ClassVar[Sequence[ChipChoice]] = ()
    which: ClassVar[str] = ""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.stand = ChipRow(self.which, self.states)
        self.stand.changed.connect(self.state_chosen)

    def state_chosen(self) -> None:
        """Another state: the list is read anew."""
        self.fetch()

    def choose(self, state: str) -> None:
        """Show the rows in this state."""
        self.stand.show_value(state)
        self.state_chosen()

    def state_in_words(self) -> str:
        """What the chosen chip says."""
        return next(choice.label for choice in self.states if choice.key == self.stand.value())

    def show_target(self, target: Target) -> None:
        keys = {choice.key or "alles": choice.key for choice in self.states}
        if target.part in keys:
            self.restore()
            self.choose(keys[target.part])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = is_compact(self)
        self.search.setFixedWidth(112 if compact else 184)
        self.search.setPlaceholderText("Zoek" if compact else "Naam of nummer")
