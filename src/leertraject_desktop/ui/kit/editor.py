"""What all editors have in common: a value, a signal, a name, and a red border when wrong."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from leertraject_desktop.ui.kit.rights import forbid


class Editor(QWidget):
    """A small editor around one control. `changed` comes on every change by the user.

    Subclasses offer `value()` and `show_value()`; `value()` may raise a Problem when what stands there cannot
    be a value. `show_value()` emits nothing.
    """

    changed = Signal()

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(control)
        self.setFocusProxy(control)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def value(self) -> Any:
        """What the user typed or chose."""
        raise TypeError(f"{type(self).__name__} has no value")

    def show_value(self, value: Any) -> None:
        """Show a value that was kept, without telling that it changed."""
        raise TypeError(f"{type(self).__name__} shows no value")

    def set_name(self, name: str, label: str) -> None:
        """The name of the field in the code, and the label that is read aloud."""
        self.setObjectName(name)
        self.control.setObjectName(f"{name}_control")
        self.control.setAccessibleName(label)

    def set_wrong(self, wrong: bool, why: str = "") -> None:
        """Draw a red border, and tell a screen reader why; or take both away."""
        self.control.setAccessibleDescription(why)
        if bool(self.control.property("wrong")) != wrong:
            self.control.setProperty("wrong", wrong)
            self.control.style().unpolish(self.control)
            self.control.style().polish(self.control)
            self.control.update()

    def forbid(self, why: str) -> None:
        """Let what was kept be read, not changed; `why` is said beside it."""
        forbid(why, self.control)

    def set_width(self, width: int) -> None:
        """As wide as what goes in it."""
        self.control.setFixedWidth(width)
        self.setFixedWidth(width)
