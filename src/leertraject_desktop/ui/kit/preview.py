"""The frame of what stands beside a list: what scrolls, and the keys that open it and close it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.facts import Facts
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.surfaces import Hairline, ScrollPage


class PreviewFrame(QWidget):
    """A subclass fills its content and calls `build`. `open_asked` comes from its button."""

    open_asked = Signal()

    def build(self, content: QWidget, open_words: str) -> None:
        """Put the content above the button, whose words say what opens: "Open dossier"."""
        self.open = Button(open_words, hint="Enter")
        self.open.clicked.connect(self.open_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(ScrollPage(content), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 8, 0, 0)
        foot.addWidget(self.open)
        foot.addStretch(1)
        foot.addWidget(Label("Spatie sluit dit deel", "text3", size=tokens.SMALL))
        column.addLayout(foot)


class FactsPreview(PreviewFrame):
    """Whom a row is about, and facts; filled with `show_facts`. Its button opens the dossier."""

    def __init__(self, *, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = Label("", size=tokens.TITLE, weight=tokens.STRONG, wrap=True)
        self._name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        self._number = Label("", "text2", size=tokens.SMALL)
        self._facts = Facts(empty=empty)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._name)
        column.addWidget(self._number)
        column.addSpacing(12)
        column.addWidget(Hairline())
        column.addSpacing(12)
        column.addWidget(self._facts)
        column.addStretch(1)
        self.build(content, "Open dossier")

    def show_facts(self, naam: str, nummer: str, facts: Sequence[tuple[str, str]]) -> None:
        """Show somebody and the facts, each a label and what is known."""
        self._name.setText(naam)
        self._number.setText(f"nummer {nummer}")
        self._facts.show_facts(facts)
