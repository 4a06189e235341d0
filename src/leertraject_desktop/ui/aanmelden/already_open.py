"""What stands there instead of the login when another window has the data: why, and what to do."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.location import SUFFIX
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.tab_order import ReadingOrder
from leertraject_desktop.ui.kit.theme import colour


class NoWayInPage(ReadingOrder):
    """`again` tries once more, `database_chosen(Path)` opens other data, `other_asked` makes new data."""

    again = Signal()
    other_asked = Signal()
    database_chosen = Signal(Path)

    def __init__(self, problem: Problem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = Notice(problem.what, problem.remedy, "amber", dismissable=False)
        self.notice.setFixedWidth(tokens.LOGIN_CARD + 80)
        self.retry = Button("Probeer opnieuw", kind="primary", icon="rotate-cw", hint="Enter")
        self.other = Button("Nieuwe gegevens maken", kind="text", icon="plus")
        self.choose = Button("Andere gegevens openen", kind="text", icon="folder-open")
        self._dialog: QFileDialog | None = None
        self.retry.clicked.connect(self.again)
        self.choose.clicked.connect(self.ask_database)
        self.other.clicked.connect(self.other_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(tokens.GRID)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.other)
        buttons.addStretch(1)
        buttons.addWidget(self.retry)
        inside = QVBoxLayout()
        inside.setSpacing(16)
        inside.addStretch(2)
        inside.addWidget(self.notice)
        inside.addLayout(buttons)
        inside.addStretch(3)
        across = QHBoxLayout(self)
        across.addStretch(1)
        across.addLayout(inside)
        across.addStretch(1)

    def focus_first(self) -> None:
        """Enter tries again."""
        self.retry.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_database(self) -> None:
        """Let the user choose another database file."""
        dialog = QFileDialog(self, "Andere gegevens openen", "", f"Leertraject (*{SUFFIX})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._chosen)
        self._dialog = dialog
        dialog.open()

    def _chosen(self, name: str) -> None:
        self.database_chosen.emit(Path(name))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour("bg"))
        painter.end()
