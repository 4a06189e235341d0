"""The phases of a begeleiding to look at and to choose from, with the pointer or the arrow keys."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.phases import PhaseBar


class PhaseChooser(PhaseBar):
    """Left and Right walk, Enter or a click chooses: `chosen(number)`. Nothing is chosen by walking alone."""

    chosen = Signal(int)

    def __init__(self, phases: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(phases, 0, parent)
        self._at = 0
        self._fixed = False
        self.set_fixed(False)

    def set_fixed(self, fixed: bool) -> None:
        """A begeleiding that ended keeps its phase."""
        self._fixed = fixed
        policy = Qt.FocusPolicy.NoFocus if fixed else Qt.FocusPolicy.StrongFocus
        self.setFocusPolicy(policy)
        self.setCursor(Qt.CursorShape.ArrowCursor if fixed else Qt.CursorShape.PointingHandCursor)
        self.setToolTip("" if fixed else "Kies de fase waarin de begeleiding nu is")

    def show_phase(self, current: int) -> None:
        super().show_phase(current)
        self._at = min(current, len(self._phases) - 1)

    def segment(self, number: int) -> QRect:
        """The place of a phase."""
        step = (self.width() + tokens.GRID) / len(self._phases)
        return QRect(round(number * step), 0, round(step) - tokens.GRID, self.height())

    def focus_rect(self) -> QRect:
        """The phase where the arrow keys are."""
        return self.segment(self._at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self._at = min(max(self._at + step, 0), len(self._phases) - 1)
            self.setValue(self._at)
            self.setAccessibleDescription(f"Enter kiest fase {self._phases[self._at]}")
            self.clearFocus()  # and back, so that the ring follows to the other phase
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._at)
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        for number in range(len(self._phases)):
            if not self._fixed and self.segment(number).contains(spot):
                self._at = number
                self.chosen.emit(number)
                return
