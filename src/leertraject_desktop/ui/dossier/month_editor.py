"""The editor for a month as people say it: "juni 2027", "6-2027"; a day in it may be typed too."""

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from leertraject_desktop.domain.datums import parse_datum
from leertraject_desktop.domain.maand import NAMEN, Maand
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit.editor import Editor
from leertraject_desktop.ui.kit.line_field import LineField

_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{4}|\d{2})", re.ASCII)
_WORDS = re.compile(r"([a-z]{3,9})\.? ?(\d{4}|\d{2})", re.ASCII)


class MonthEditor(Editor):
    """The first day of the month as a date, or None when empty. `value()` may raise a Problem."""

    def __init__(self, *, today: Callable[[], date], parent: QWidget | None = None) -> None:
        self._today = today
        self._line = LineField()
        super().__init__(self._line, parent)
        self._line.setMaxLength(40)
        self._line.setPlaceholderText("maand en jaar")
        self._line.textEdited.connect(self.changed)
        self._line.editingFinished.connect(self._tidy)

    def value(self) -> date | None:
        try:
            return parse_month(self._line.text(), self._today())
        except Problem as problem:
            raise Problem(problem.what, problem.remedy, veld=self.objectName()) from None

    def show_value(self, value: date | None) -> None:
        self._line.setText(Maand.van(value).naam if value else "")

    def _tidy(self) -> None:
        try:
            self.show_value(self.value())
        except Problem:
            return


def parse_month(text: str, vandaag: date) -> date | None:
    """The first day of the month that was typed; None for nothing. Raises Problem for anything else."""
    typed = " ".join(text.casefold().split())
    if not typed:
        return None
    number = 0
    if match := _NUMBERS.fullmatch(typed):
        number = int(match[1])
    elif match := _WORDS.fullmatch(typed):
        number = next((place for place, name in enumerate(NAMEN, 1) if name.startswith(match[1])), 0)
    if match and 1 <= number <= 12:
        year = int(match[2])
        return date(year + vandaag.year // 100 * 100 if year < 100 else max(year, 1900), number, 1)
    try:
        day = parse_datum(text, vandaag)
    except Problem:
        shown = text.strip()[:20]
        raise Problem(f"‘{shown}’ is geen maand.", "Typ bijvoorbeeld 6-2027 of juni 2027.") from None
    return day.replace(day=1) if day else None
