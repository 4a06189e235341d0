"""What a dialog and a form at the side share: a title, a way out, the content, and the buttons below."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button, IconButton
from leertraject_desktop.ui.kit.compact import is_low
from leertraject_desktop.ui.kit.labels import Icon, Label
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.shortcuts import install_shortcut
from leertraject_desktop.ui.kit.surfaces import Hairline, ScrollPage, Surface

LOW = 260
"""A sheet lower than this, in logical pixels, keeps its air small."""

LOW_ASKING = 320
"""Below this there is no room for the fields beside the question whether what was typed may go."""


class Sheet(Surface):
    """Escape leaves (`left`), Ctrl+Enter confirms (`confirmed`), throwing a draft away tells `discarded`.

    Without words to `confirm` there is only a way out. When `is_dirty` says that something was typed,
    leaving first asks on the sheet itself. The sheet does not hide itself: who opened it does.
    """

    confirmed = Signal()
    left = Signal()
    discarded = Signal()

    def __init__(
        self,
        title: str,
        content: QWidget,
        *,
        confirm: str,
        is_dirty: Callable[[], bool] | None = None,
        margin: int = tokens.PAGE_MARGIN,
        edges: str = "",
        radius: int = 0,
        status_above: bool = False,
    ) -> None:
        super().__init__("surface", edges=edges, radius=radius)
        self._is_dirty = is_dirty
        self._asked_from: QWidget | None = None
        self._wanted: QWidget | None = None
        self._margin = margin
        self._can_confirm = bool(confirm)
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 0)
        column.setSpacing(0)
        self._head = head = QHBoxLayout()
        self._is_low: bool | None = None
        self.title = Label(title, size=tokens.TITLE, weight=tokens.STRONG)
        self.close_button = IconButton("x", "Sluiten")
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        column.addLayout(head)
        inside = QWidget()
        around = QVBoxLayout(inside)
        around.setContentsMargins(margin, 4, margin, 12)
        around.setSpacing(tokens.FIELD_TO_FIELD)
        around.addWidget(content)
        around.addStretch(1)
        self._scroll = ScrollPage(inside)
        self._scroll.setMinimumHeight(0)
        column.addWidget(self._scroll, 1)
        self.notice = Notice(inset=margin, below=12)
        self._asking = _Asking(margin, narrow=status_above)
        column.addWidget(self.notice)
        column.addWidget(self._asking)
        column.addLayout(self._foot(confirm, status_above))
        self.close_button.clicked.connect(self.leave)
        self.cancel_button.clicked.connect(self.leave)
        self.confirm_button.clicked.connect(self.confirmed)
        self._asking.stay.clicked.connect(self._stay)
        self._asking.go.clicked.connect(self.left)
        self._asking.discard.clicked.connect(self._discard)
        install_shortcut(self, "Ctrl+Enter", self.confirm_button.click, only_inside=True)
        self._spread()

    def _foot(self, confirm: str, status_above: bool) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setSpacing(0)
        self._line = Hairline()
        foot.addWidget(self._line)
        row = QHBoxLayout()
        row.setSpacing(tokens.GRID)
        self._status_icon = Icon("check", "text2", 12)
        self._status_icon.hide()
        self._status = Label("", "text2", size=tokens.SMALL)
        self._status_row = status = QHBoxLayout()
        self._status_air = 12 if status_above else 0
        status.setSpacing(tokens.GRID)
        status.addWidget(self._status_icon)
        status.addWidget(self._status, 1)
        if status_above:
            foot.addLayout(status)
            row.addStretch(1)
        else:
            row.addLayout(status, 1)
        self.cancel_button = Button("Annuleren", kind="text", hint="Esc")
        self.confirm_button = Button(confirm, kind="primary", hint="Ctrl+Enter")
        self.foot_row = row
        row.addWidget(self.cancel_button)
        row.addWidget(self.confirm_button)
        foot.addLayout(row)
        return foot

    def show_status(self, text: str, *, ticked: bool = False) -> None:
        """A quiet line at the left of the buttons, for instance "Concept bewaard om 10:43"."""
        self._status.setText(text)
        self._status_icon.setVisible(ticked)
        self._give_status_room()

    def show_part(self, part: QWidget) -> None:
        """Scroll to a part of the content that just grew."""
        self._wanted = part
        QTimer.singleShot(0, self._show_wanted)

    def offer_draft(self) -> None:
        """This sheet keeps a draft: leaving says so, and offers to throw it away."""
        self._asking.offer_draft()

    def put_in_foot(self, widget: QWidget) -> None:
        """Put something before the buttons."""
        self.foot_row.insertWidget(1, widget)

    def leave(self) -> None:
        """Close, but ask first when something was typed."""
        if not self._asking.isHidden():
            self._stay()
        elif self._is_dirty is not None and self._is_dirty():
            self.notice.clear()
            self._asked_from = QApplication.focusWidget()
            self._asking.show()
            self._show_rest()
            self._asking.stay.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spread()
        self._show_rest()

    def _spread(self) -> None:
        """On a low screen the air goes, not the fields. A short sheet on a high screen keeps it."""
        low = 0 < self.height() < LOW and is_low(self)
        if low != self._is_low:
            self._is_low = low
            self._head.setContentsMargins(self._margin, 4 if low else 16, self._margin, 0 if low else 8)
            air = 4 if low else 16
            self.foot_row.setContentsMargins(self._margin, air, self._margin, air)
            self._give_status_room()

    def _give_status_room(self) -> None:
        """A line above the buttons that says nothing takes no room on a low screen."""
        if self._status_air:
            silent = bool(self._is_low) and not self._status.text()
            self._status.setVisible(not silent)
            side = self._margin
            self._status_row.setContentsMargins(side, 0 if silent else self._status_air, side, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def _show_rest(self) -> None:
        """On a low screen the question stands alone."""
        shown = self._asking.isHidden() or self.height() >= LOW_ASKING
        for part in (self._scroll, self.cancel_button):
            part.setVisible(shown)
        self.confirm_button.setVisible(shown and self._can_confirm)

    def _show_wanted(self) -> None:
        if self._wanted is not None:
            self._scroll.ensureWidgetVisible(self._wanted)

    def _discard(self) -> None:
        self.discarded.emit()
        self.left.emit()

    def _stay(self) -> None:
        self._asking.hide()
        self._show_rest()
        if self._asked_from is not None and self._asked_from.isVisible():
            self._asked_from.setFocus(Qt.FocusReason.OtherFocusReason)


class _Asking(Notice):
    """Asks whether what was typed may go."""

    def __init__(self, margin: int, *, narrow: bool) -> None:
        what, remedy = "Wat je typte, is nog niet bewaard.", "Sluit je nu, dan is het weg."
        super().__init__(what, remedy, "amber", dismissable=False, inset=margin, below=12)
        self.stay = Button("Verder typen", small=True, hint="" if narrow else "Esc")
        self.go = Button("Sluiten zonder bewaren", small=True)
        self.discard = Button("Concept weggooien", small=True)
        if narrow:
            self.put_below(self.stay, self.go)
            self.put_below(self.discard)
        else:
            for button in (self.discard, self.go, self.stay):
                self.put_button(button)
        self.discard.hide()
        self.hide()

    def offer_draft(self) -> None:
        """Nothing is lost: the draft waits until the form opens again."""
        self._what.setText("Dit is nog niet bewaard.")
        self._remedy.setText("Het concept blijft voor je klaarstaan.")
        self.go.show_text("Sluiten")
        self.discard.setVisible(True)
