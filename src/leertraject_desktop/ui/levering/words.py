"""The words around the months: their state, what never leaves, and what is not shielded yet."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.datums import toon_dag, toon_datum
from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.features.levering.maanden import MaandStand
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.labels import Icon, Label
from leertraject_desktop.ui.kit.surfaces import Hairline, ScrollPage, Surface
from leertraject_desktop.ui.kit.two_line_list import TwoLineRow

MAKE, AGAIN = "Maak levering", "Maak opnieuw"
NEVER = ("Namen en nummers", "Dagen: alleen de maand", "Vrije tekst en notities", "Afdeling en cel")
NOT_SHIELDED = "Nog niet afgeschermd"
SMALL_COUNTS = "Kleine aantallen staan er zoals ze zijn. Verstuur deze levering alleen naar Vocvo."


def first_choice(months: Sequence[MaandStand]) -> Maand | None:
    """The month to begin with: the oldest one to make, or else the last one that is over."""
    over = [stand for stand in months if not stand.loopt]
    to_make = [stand for stand in over if stand.te_maken]
    found = (to_make[::-1] or over or list(months))[:1]
    return found[0].maand if found else None


def month_row(stand: MaandStand, vandaag: date) -> TwoLineRow:
    """A month in the list at the left."""
    name = stand.maand.naam.capitalize()
    last = stand.maand.laatste_dag
    if stand.loopt:
        return TwoLineRow(stand.maand, name, f"Loopt nog tot {toon_dag(last)}", icon="circle-dashed")
    if stand.gemaakt_op is not None:
        made = stand.gemaakt_op
        words = f"Gemaakt op {toon_dag(made)}"
        words += f"-{made.year}" if made.year != vandaag.year else ""
        return TwoLineRow(stand.maand, name, words, icon="check", icon_tone="accent_text")
    until = stand.maand.plus(1).laatste_dag
    words = "Nog te maken" if vandaag > until else f"Te maken vóór {toon_dag(until)}"
    return TwoLineRow(stand.maand, name, words, icon="clock", icon_tone="amber", second_tone="amber")


def state_words(stand: MaandStand) -> tuple[str, str]:
    """The pill behind the title: its words and its tone."""
    if stand.loopt:
        return "Loopt nog", "neutral"
    if stand.gemaakt_op is None:
        return "Nog te maken", "amber"
    made = stand.gemaakt_op
    return f"Gemaakt op {toon_datum(made)}", "accent"


def size_words(size: int) -> str:
    """How large a file is: "48 kB"."""
    return f"{max(round(size / 1000), 1)} kB"


def fingerprint(sha256: str) -> str:
    """The begin and the end of a sha256, enough to compare over the telephone."""
    return f"{sha256[:4]} {sha256[4:8]} … {sha256[-4:]}"


def never_leaves() -> QWidget:
    """The panel at the right: what is never in the file, and what must still be kept in mind."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(16, 16, 16, 16)
    column.setSpacing(10)
    column.addWidget(Label("Dit vertrekt nooit", weight=tokens.STRONG))
    for words in NEVER:
        column.addLayout(_line("x", "text2", Label(words)))
    column.addSpacing(4)
    column.addWidget(Hairline())
    column.addSpacing(4)
    column.addLayout(_line("triangle-alert", "amber", Label(NOT_SHIELDED, weight=tokens.STRONG)))
    column.addWidget(Label(SMALL_COUNTS, wrap=True))
    column.addStretch(1)
    panel = Surface("surface", edges="l")
    panel.setAccessibleName("Wat vertrekt")
    around = QVBoxLayout(panel)
    around.setContentsMargins(1, 0, 0, 0)
    around.addWidget(ScrollPage(inside))
    return panel


def small_counts() -> QWidget:
    """The same warning in one line, for a small screen."""
    strip = Surface("amber_soft", edges="b")
    row = QHBoxLayout(strip)
    row.setContentsMargins(16, 8, 16, 8)
    row.setSpacing(tokens.ICON_TO_TEXT)
    row.addWidget(Icon("triangle-alert", "amber"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(f"{NOT_SHIELDED}. {SMALL_COUNTS}", size=tokens.SMALL, wrap=True), 1)
    return strip


def _line(icon: str, tone: str, label: Label) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(tokens.ICON_TO_TEXT)
    row.addWidget(Icon(icon, tone))
    row.addWidget(label, 1)
    return row
