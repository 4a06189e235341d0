"""The small editor that says who did it: a colleague, by default the person who is logged in."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from leertraject_desktop.features.keuzes.lijsten import collegas
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.editor import Editor
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.screen import Context


class CollegaEditor(Editor):
    """The id of a gebruiker; it starts with who is logged in. A colleague who left stays chosen."""

    def __init__(self, context: Context, words: str = "Door", parent: QWidget | None = None) -> None:
        self._context = context
        rows = context.store.read(collegas)
        self._choice = ChoiceEditor([(str(row.id), row.naam) for row in rows], placeholder="vroegere collega")
        self._choice.setMaximumWidth(320)
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Label(words, "text2"))
        layout.addWidget(self._choice, 1)
        layout.addStretch()
        super().__init__(line, parent)
        self.setFocusProxy(self._choice.control)
        self._gone: int | None = None
        self.alone = len(rows) < 2
        self.show_value(None)
        self._choice.changed.connect(self.changed)

    def value(self) -> int:
        code = self._choice.value()
        if code is not None:
            return int(code)
        return self._context.store.wie.gebruiker_id if self._gone is None else self._gone

    def show_value(self, value: int | None) -> None:
        self._gone = value
        self._choice.show_value(str(self._context.store.wie.gebruiker_id if value is None else value))

    def set_name(self, name: str, label: str) -> None:
        self.setObjectName(name)
        self._choice.set_name(name, label or "Wie deed het")

    def set_wrong(self, wrong: bool, why: str = "") -> None:
        self._choice.set_wrong(wrong, why)
