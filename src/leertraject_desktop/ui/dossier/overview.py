"""The first tab of a dossier: everything that happened, to filter, to search and to open."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.tekst import vouw
from leertraject_desktop.features.dossier.tijdlijn import Gebeurtenis, tijdlijn
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.chips import ChipChoice, ChipRow
from leertraject_desktop.ui.kit.compact import is_compact, page_margin
from leertraject_desktop.ui.kit.empty_state import EmptyState
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.screen import Context
from leertraject_desktop.ui.kit.shortcuts import install_shortcut
from leertraject_desktop.ui.kit.surfaces import Surface
from leertraject_desktop.ui.kit.text_editors import SearchField
from leertraject_desktop.ui.kit.timeline import Timeline, TimelineItem

_ICONS = {
    "vraag": "message-circle-question-mark",
    "contact": "message-square",
    "begeleiding": "route",
    "partner": "handshake",
    "nazorg": "door-open",
    "verblijf": "map-pin",
}
# What is shown together with another kind.
_WITH = {"nazorg": "partner"}
_CHIPS = [
    ChipChoice("", "Alles"),
    ChipChoice("vraag", "Vragen", _ICONS["vraag"]),
    ChipChoice("contact", "Gesprekken", _ICONS["contact"]),
    ChipChoice("begeleiding", "Begeleiding", _ICONS["begeleiding"]),
    ChipChoice("partner", "Partners", _ICONS["partner"]),
    ChipChoice("verblijf", "Verblijf", _ICONS["verblijf"]),
]


class Overview(Surface):
    """`opened(gebeurtenis)` on Enter or a click on a line; `contact_asked` from the empty timeline."""

    opened = Signal(object)
    contact_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._context = context
        self._lines: list[Gebeurtenis] = []
        self._shown: list[Gebeurtenis] = []
        self.chips = ChipRow("Soort", _CHIPS)
        self.chips.changed.connect(self._filter)
        self._count = Label("", "text2", size=tokens.SMALL)
        self.search = SearchField("Zoek in dit dossier", width=184)
        self.search.searched.connect(self._filter)
        self.search.down.connect(self.focus_first)
        install_shortcut(self, "Ctrl+F", self.search.begin)
        self.timeline = Timeline("Wat er gebeurde")
        self.timeline.opened.connect(self._open)
        self.empty = EmptyState("Nog niets gebeurd", icon="message-square")
        self.empty.acted.connect(self._act)
        self._bar = QHBoxLayout()
        self._bar.setSpacing(16)
        self._bar.addWidget(self.chips)
        self._bar.addStretch(1)
        self._bar.addWidget(self._count)
        self._bar.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar)
        column.addWidget(self.timeline, 1)
        column.addWidget(self.empty, 1)
        self.empty.hide()
        self._place()

    def show_dossier(self, deelnemer_id: int) -> None:
        """Read the timeline of somebody."""
        self._lines = self._context.store.read(tijdlijn, deelnemer_id)
        self._filter()

    def reset(self) -> None:
        """Show everything again, for another dossier."""
        self.chips.show_value("")
        self.search.clear()

    def focus_first(self) -> None:
        """Put the keyboard in the timeline."""
        (self.timeline if self._shown else self.search).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        margin = page_margin(self)
        self._bar.setContentsMargins(margin, 8, margin if is_compact(self) else 16, 8)
        self.timeline.margin = margin
        narrow = self.width() < 800
        self.search.setFixedWidth(120 if narrow else 184)
        self.search.setPlaceholderText("Zoek" if narrow else "Zoek in dit dossier")
        self._count.setVisible(not narrow)

    def _filter(self) -> None:
        kind, words = self.chips.value(), vouw(self.search.query()).split()
        self._shown = [
            line
            for line in self._lines
            if kind in ("", line.soort, _WITH.get(line.soort))
            and all(word in vouw(f"{line.titel} {line.tekst} {line.door}") for word in words)
        ]
        self._count.setText("1 regel" if len(self._shown) == 1 else f"{len(self._shown)} regels")
        self.timeline.show_items([_item(line) for line in self._shown])
        self.timeline.setVisible(bool(self._shown))
        self.empty.setVisible(not self._shown)
        if self._lines:
            self.empty.show_state(
                "Niets gevonden", "In dit dossier past geen regel bij wat je zoekt.", "Toon alles", "search"
            )
        else:
            self.empty.show_state(
                "Nog niets gebeurd",
                "Noteer het eerste gesprek met deze deelnemer.",
                "Nieuw contactmoment",
                "message-square",
                why_not=self._context.why_not(),
            )

    def _open(self, line: object) -> None:
        if isinstance(line, Gebeurtenis):
            self.opened.emit(line)

    def _act(self) -> None:
        if self._lines:
            self.reset()
            self._filter()
            self.focus_first()
        else:
            self.contact_asked.emit()


def _item(line: Gebeurtenis) -> TimelineItem:
    minutes = f"{line.minuten} min" if line.minuten else ""
    right = " · ".join(filter(None, (line.door, minutes)))
    return TimelineItem(line, line.datum, _ICONS[line.soort], line.titel, line.tekst, right)
