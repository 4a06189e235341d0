"""The header of a dossier that stays: who it is, where and in which language, and the main actions."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.features.deelnemers.dossier import DossierKop
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.compact import is_compact, is_low, page_margin
from leertraject_desktop.ui.kit.labels import Label, Pill
from leertraject_desktop.ui.kit.rights import forbid
from leertraject_desktop.ui.kit.surfaces import Surface
from leertraject_desktop.ui.kit.tabs import TabBar

TABS = (
    ("overzicht", "Overzicht"),
    ("begeleiding", "Begeleiding"),
    ("vragen", "Vragen"),
    ("partners", "Partners en nazorg"),
    ("papieren", "Papieren"),
    ("gegevens", "Gegevens"),
)


SECOND_LINE = 26


class DossierHeader(Surface):
    """120 pixels: name, pills and tabs. `tab_chosen(key)` comes from the tabs, the rest from the buttons."""

    tab_chosen = Signal(str)
    contact_asked = Signal()
    print_asked = Signal()

    def __init__(self, why_not: str = "", parent: QWidget | None = None) -> None:
        super().__init__("surface", edges="b", parent=parent)
        self.setFixedHeight(tokens.DOSSIER_HEADER)
        self.name = Label("", size=tokens.TITLE, weight=tokens.STRONG, elide=True)
        self._own_script = Label("", "text2", elide=True)
        self._number = Label("", "text2")
        self.print = Button("Druk intake af", icon="printer")
        self.print.clicked.connect(self.print_asked)
        self.contact = Button("Nieuw contactmoment", kind="primary", icon="plus", hint="Ctrl+M")
        self.contact.clicked.connect(self.contact_asked)
        forbid(why_not, self.contact)
        self._pills = [Pill(), Pill()]
        self._where = Label("", "text2", size=tokens.SMALL, elide=True)
        self.tabs = TabBar("Delen van het dossier", TABS)
        self.tabs.chosen.connect(self.tab_chosen)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, tokens.PAGE_TOP, 0, 0)
        self._column.setSpacing(0)
        self._first = first = QHBoxLayout()
        first.setSpacing(tokens.GRID)
        for label in (self.name, self._own_script, self._number):
            first.addWidget(label)
        first.addStretch(1)
        first.addWidget(self.print)
        first.addWidget(self.contact)
        self._second = second = QHBoxLayout()
        second.setSpacing(tokens.GRID)
        for pill in self._pills:
            second.addWidget(pill)
        second.addWidget(self._where, 1)
        self._column.addLayout(first)
        self._column.addLayout(second)
        self._column.addStretch(1)
        self._tabs_row = QHBoxLayout()
        self._tabs_row.addWidget(self.tabs)
        self._tabs_row.addStretch(1)
        self._column.addLayout(self._tabs_row)
        self._kop: DossierKop | None = None
        self._bare = False
        self._place()

    def show_kop(self, kop: DossierKop) -> None:
        """Show whose dossier this is."""
        self._kop = kop
        self.name.setText(kop.naam)
        self._own_script.setText(kop.naam_eigen_schrift)
        self._own_script.setVisible(bool(kop.naam_eigen_schrift))
        self._number.setText(f"nummer {kop.nummer}")
        afdeling = kop.afdeling if kop.hier else "vertrokken"
        for pill, words in zip(self._pills, (kop.statuut, afdeling), strict=True):
            pill.show_text(words)
            pill.setVisible(bool(words) and not self._bare)
        self.print.show_text("Druk mijn leerplan af" if kop.leerdoel else "Druk intake af")
        self.tabs.show_count("vragen", kop.vragen)
        self._show_where()

    def show_form_open(self, is_open: bool, *, alone: bool = False) -> None:
        """While a form is open, the form has the filled button; when it is alone, the tabs rest too.

        In a low window only the name and the number stay above it.
        """
        self._bare = bare = alone and is_low(self)
        self.contact.set_kind("secondary" if is_open else "primary")
        self.tabs.setVisible(not alone)
        for pill in self._pills:
            pill.setVisible(bool(pill.text()) and not bare)
        self._where.setVisible(not bare)
        rest = (tokens.TAB - 8 if alone else 0) + (SECOND_LINE if bare else 0)
        self.setFixedHeight(tokens.DOSSIER_HEADER - rest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self._show_where()

    def _place(self) -> None:
        margin = page_margin(self)
        self._first.setContentsMargins(margin, 0, margin, 0)
        self._second.setContentsMargins(margin, 6, margin, 0)
        self._tabs_row.setContentsMargins(margin - 4, 0, 0, 0)
        self.print.set_compact(is_compact(self))

    def _show_where(self) -> None:
        if self._kop is None:
            return
        languages = "" if is_compact(self) else self._kop.talen
        self._where.setText("  ·  ".join(filter(None, (self._kop.verblijf, languages))))
