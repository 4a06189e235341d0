"""Editors for a date, a time of day, and a number of minutes."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QCalendarWidget, QSpinBox, QToolButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from leertraject_desktop.domain.datums import parse_datum, parse_tijd, toon_datum, toon_tijd
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import IconButton
from leertraject_desktop.ui.kit.editor import Editor
from leertraject_desktop.ui.kit.focus import OWN_RING
from leertraject_desktop.ui.kit.icons import icon, paint_icon
from leertraject_desktop.ui.kit.line_field import LineField
from leertraject_desktop.ui.kit.surfaces import Surface, popup_host
from leertraject_desktop.ui.kit.theme import colour

_CALENDAR_NAMES = {
    "qt_calendar_calendarview": "Kies een dag. Page Up en Page Down gaan naar een andere maand",
    "qt_calendar_prevmonth": "Vorige maand",
    "qt_calendar_nextmonth": "Volgende maand",
    "qt_calendar_yearedit": "Jaar",
}
_CALENDAR_HEIGHT = 8 * tokens.CONTROL_SMALL + 8
"""The months, the names of the days, and six weeks."""

DUTCH = QLocale(QLocale.Language.Dutch, QLocale.Country.Belgium)


class _Calendar(Surface):
    """A month to pick a day from, over the window by the field; Monday first, in Dutch."""

    def __init__(self, field: QWidget, chosen: Callable[[QDate], None]) -> None:
        super().__init__("surface", radius=tokens.RADIUS_CONTROL, parent=popup_host(field))
        self._field = field
        self.calendar = QCalendarWidget(self)
        self.calendar.setLocale(DUTCH)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setGridVisible(False)
        for part in self.calendar.findChildren(QWidget):
            part.setProperty(OWN_RING, True)
            part.setAccessibleName(_CALENDAR_NAMES.get(part.objectName(), ""))
        self.calendar.setAccessibleName("Kalender")
        self.calendar.setMinimumHeight(_CALENDAR_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.calendar)
        self.calendar.activated.connect(chosen)
        self.calendar.clicked.connect(chosen)

    def open(self, day: date) -> None:
        """Show a month below the field, or above it when there is no room."""
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        window = popup_host(self._field)
        plain = QTextCharFormat()
        plain.setForeground(colour("text"))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekend, plain)
        for name, arrow in (
            ("qt_calendar_prevmonth", "chevron-left"),
            ("qt_calendar_nextmonth", "chevron-right"),
        ):
            button = self.calendar.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icon(arrow))
        size = self.sizeHint()
        corner = self._field.mapTo(window, QPoint(0, self._field.height() + 5))
        if corner.y() + size.height() > window.height():
            above = corner.y() - self._field.height() - 10 - size.height()
            corner.setY(max(min(above, window.height() - size.height()), 0))
        corner.setX(min(corner.x(), max(window.width() - size.width(), 0)))
        self.setGeometry(QRect(corner, size))
        self.show()
        self.raise_()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._leave)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes on from the field, not from the begin of the window."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(self._field.focusNextPrevChild(next))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def _leave(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.isAncestorOf(new):
            self.close_calendar()

    def close_calendar(self) -> None:
        """Take it away."""
        application = QApplication.instance()
        if isinstance(application, QApplication) and not self.isHidden():
            application.focusChanged.disconnect(self._leave)
        self.hide()


class _DateField(LineField):
    """Alt+Down opens the calendar; Up and Down move a day."""

    def __init__(self, editor: "DateEditor") -> None:
        super().__init__()
        self._editor = editor

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._editor.open_calendar()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._editor.step(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._editor.tidy()


class DateEditor(Editor):
    """A date, typed as people write it (24/11, 24 nov, vandaag, +7) or picked: a date, or None when empty.

    `value()` raises a Problem, with the name of the field, for what cannot be a date. `past` is for what must
    have happened: a date without a year, or with two digits of it, is then the last one up to today.
    """

    def __init__(
        self,
        *,
        today: Callable[[], date] = date.today,
        past: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._today, self._past = today, past
        self._line = _DateField(self)
        super().__init__(self._line, parent)
        self._line.setMaxLength(40)
        self._line.setPlaceholderText("d-m-jjjj")
        self._popup: _Calendar | None = None
        button = IconButton("calendar", "Kies op de kalender", size=24)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self.open_calendar)
        self._line.put_button(button)
        self._line.textEdited.connect(self.changed)
        self._line.setMinimumWidth(117)

    def value(self) -> date | None:
        try:
            return parse_datum(self._line.text(), self._today(), verleden=self._past)
        except Problem as problem:
            raise Problem(problem.what, problem.remedy, veld=self.objectName()) from None

    def show_value(self, value: date | None) -> None:
        self._line.setText("" if value is None else toon_datum(value))

    def tidy(self) -> None:
        """Write what was typed the way dates are shown, when it is a date."""
        try:
            self.show_value(self.value())
        except Problem:
            return

    def step(self, days: int) -> None:
        """Move to a day later or earlier; an empty field becomes today."""
        try:
            current = self.value()
        except Problem:
            return
        moved = self._today() if current is None else date.fromordinal(current.toordinal() + days)
        self.show_value(moved)
        self.changed.emit()

    def open_calendar(self) -> None:
        """Show the month of the date that stands there, or this month."""
        if self._popup is None or not isValid(self._popup) or self._popup.parent() is not popup_host(self):
            self._popup = _Calendar(self._line, self._pick)
        try:
            day = self.value() or self._today()
        except Problem:
            day = self._today()
        self._popup.open(day)

    def _pick(self, day: QDate) -> None:
        self.show_value(date(day.year(), day.month(), day.day()))
        if self._popup is not None:
            self._popup.close_calendar()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()


class TimeEditor(Editor):
    """A time of day (10:30, 10u, 1030): a time, or None when empty. `value()` may raise a Problem."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._line = LineField()
        super().__init__(self._line, parent)
        self._line.setMaxLength(10)
        self._line.setPlaceholderText("u:mm")
        self._line.textEdited.connect(self.changed)
        self._line.editingFinished.connect(self._tidy)
        self.set_width(80)

    def value(self) -> time | None:
        try:
            return parse_tijd(self._line.text())
        except Problem as problem:
            raise Problem(problem.what, problem.remedy, veld=self.objectName()) from None

    def show_value(self, value: time | None) -> None:
        self._line.setText("" if value is None else toon_tijd(value))

    def _tidy(self) -> None:
        try:
            self.show_value(self.value())
        except Problem:
            return


class _Spin(QSpinBox):
    """Draws its own small arrows, and leaves the wheel to the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(7, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        paint_icon(painter, self.width() - 22, 3, "chevron-up", "text2", 12)
        paint_icon(painter, self.width() - 22, self.height() - 14, "chevron-down", "text2", 12)
        painter.end()


class NumberEditor(Editor):
    """A whole number between bounds, with its unit behind it: an int."""

    def __init__(
        self,
        *,
        low: int = 0,
        high: int = 999_999,
        step: int = 1,
        unit: str = "",
        one: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._spin = _Spin()
        super().__init__(self._spin, parent)
        self._unit, self._one = unit, one or unit
        self._spin.setRange(low, high)
        self._spin.setSingleStep(step)
        self._spin.setLocale(DUTCH)
        self._quiet = False
        self._spin.valueChanged.connect(self._tell)
        self._show_unit()

    def value(self) -> int:
        self._spin.interpretText()
        return self._spin.value()

    def show_value(self, value: int | None) -> None:
        self._quiet = True
        self._spin.setValue(self._spin.minimum() if value is None else value)
        self._quiet = False

    def _tell(self) -> None:
        self._show_unit()
        if not self._quiet:
            self.changed.emit()

    def _show_unit(self) -> None:
        unit = self._one if self._spin.value() == 1 else self._unit
        self._spin.setSuffix(f" {unit}" if unit else "")


class MinutesEditor(NumberEditor):
    """How long something took: an int, in minutes, in steps of five."""

    def __init__(self, *, high: int = 600, parent: QWidget | None = None) -> None:
        super().__init__(low=0, high=high, step=5, unit="minuten", one="minuut", parent=parent)
