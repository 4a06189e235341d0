"""What stands there instead of the login when another window has the data: why, and what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.theme import colour


class NoWayInPage(QWidget):
    """`again` when the user wants to try once more, `other_asked` for other data."""

    again = Signal()
    other_asked = Signal()

    def __init__(self, problem: Problem, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = Notice(problem.what, problem.remedy, "amber", dismissable=False)
        self.notice.setFixedWidth(tokens.LOGIN_CARD + 80)
        self.retry = Button("Probeer opnieuw", kind="primary", icon="rotate-cw", hint="Enter")
        self.other = Button("Nieuwe gegevens maken", kind="text", icon="plus")
        self.retry.clicked.connect(self.again)
        self.other.clicked.connect(self.other_asked)
        buttons = QHBoxLayout()
        buttons.setSpacing(tokens.GRID)
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

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour("bg"))
        painter.end()
