"""Facts below each other: what it is at the left, the value at the right."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.labels import Label


class Facts(QWidget):
    """Pairs of a label and a value; an empty value says so in words."""

    def __init__(
        self,
        facts: Iterable[tuple[str, str]] = (),
        *,
        label_width: int = 96,
        empty: str = "niet ingevuld",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._empty = empty
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnMinimumWidth(0, label_width)
        self._grid.setColumnStretch(1, 1)
        self.show_facts(facts)

    def show_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Other facts, in the order given."""
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for line, (name, value) in enumerate(facts):
            label = Label(name, "text2", size=tokens.SMALL)
            shown = Label(value or self._empty, "text" if value else "text3", wrap=True)
            shown.setAccessibleName(f"{name}: {value or self._empty}")
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(shown, line, 1)
