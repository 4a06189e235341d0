"""All keys on one sheet, to look at with F1 and to print for beside the screen."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leertraject_desktop.features.papier.lijst import lijst_pdf
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.compact import is_narrow
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.print_preview import PrintPreview

WIDTH = 860
KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Overal",
        (
            ("Ctrl+N", "Nieuwe vraag"),
            ("Ctrl+Shift+N", "Nieuwe deelnemer"),
            ("Ctrl+Shift+T", "Nieuwe taak"),
            ("Ctrl+K", "Zoeken"),
            ("Ctrl+Z", "Ongedaan maken"),
            ("Ctrl+L", "Vergrendelen"),
            ("Alt+←  Alt+→", "Terug en vooruit"),
            ("Ctrl++  Ctrl+-", "Tekst groter en kleiner"),
            ("F10", "Menu van de gebruiker"),
            ("F1", "Dit blad"),
        ),
    ),
    (
        "Ga naar",
        (
            ("Ctrl+1", "Start"),
            ("Ctrl+Shift+A", "Agenda"),
            ("Ctrl+2", "Deelnemers"),
            ("Ctrl+3", "Vragen"),
            ("Ctrl+4", "Begeleiding"),
            ("Ctrl+0", "Levering"),
        ),
    ),
    (
        "In een lijst",
        (
            ("↑  ↓", "Vorige en volgende regel"),
            ("Enter", "Openen"),
            ("Spatie", "Voorbeeld naast de lijst"),
            ("Ctrl+C", "Regels kopiëren"),
            ("Shift+F10", "Kolommen: breedte, volgorde, verbergen"),
            ("Ctrl+F", "Zoeken in de lijst"),
            ("Ctrl+E", "Naar Excel"),
            ("Ctrl+P", "Afdrukken"),
        ),
    ),
    (
        "Op één pagina",
        (
            ("Ctrl+P", "Start en Agenda: druk de week af"),
            ("Alt+PgUp  Alt+PgDown", "Agenda: vorige en volgende week"),
            ("Ctrl+T", "Agenda: deze week"),
            ("Ctrl+I", "Deelnemers: druk intakes af"),
            ("B", "Vragen: wordt begeleiding"),
            ("Ctrl+Shift+P", "Vragen: druk de antwoorden af"),
            ("Ctrl+O", "Lijst inlezen: kies een bestand"),
        ),
    ),
    (
        "In een dossier of formulier",
        (
            ("Ctrl+PgUp  Ctrl+PgDown", "Vorige en volgende tab"),
            ("Ctrl+M", "Nieuw contactmoment"),
            ("Ctrl+Enter", "Bewaren"),
            ("Alt+Enter", "Bewaren en nog een vraag"),
            ("Ctrl+B", "Maak er een begeleiding van"),
            ("Ctrl+D", "Vink de taak af"),
            ("Alt+↑  Alt+↓", "Zet een actie hoger of lager"),
            ("Ctrl+S", "Afdruk bewaren als PDF"),
            ("Alt+W", "Wachtzin tonen of verbergen"),
            ("Esc", "Sluiten zonder bewaren"),
        ),
    ),
)


class ShortcutSheet(QObject):
    """The sheet over the page; its main button prints it. `closed` when it is gone."""

    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        content = QWidget()
        content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        columns: QBoxLayout = QVBoxLayout(content) if is_narrow(window) else QHBoxLayout(content)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0 if is_narrow(window) else tokens.PAGE_MARGIN * 2)
        for groups in ((KEYS[0], KEYS[4]), KEYS[1:4]):
            column = QVBoxLayout()
            column.setSpacing(4)
            for title, keys in groups:
                if column.count():
                    column.addSpacing(tokens.FIELD_TO_FIELD - 4)
                column.addWidget(Label(title, weight=tokens.STRONG, elide=True))
                column.addLayout(_grid(keys))
            column.addStretch(1)
            columns.addLayout(column, 1)
        self.overlay = Overlay(window, "Sneltoetsen", content, confirm="Afdrukken", width=WIDTH)
        self.overlay.sheet.cancel_button.setText("Sluiten")
        self.overlay.confirmed.connect(self._print)
        self.overlay.closed.connect(self._gone)

    def open(self) -> None:
        """Show the sheet."""
        self.overlay.open()

    def _print(self) -> None:
        rows = [[title, keys, what] for title, group in KEYS for keys, what in group]
        pdf = lijst_pdf("Sneltoetsen", ["Waar", "Toets", "Wat"], rows)
        self.overlay.close_dialog()
        PrintPreview(self._window).show_pdf(pdf, "Sneltoetsen")

    def _gone(self) -> None:
        self.closed.emit()
        self.deleteLater()


def _grid(keys: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 2, 0, 0)
    grid.setHorizontalSpacing(tokens.PAGE_MARGIN)
    grid.setVerticalSpacing(3)  # all of it fits on a screen of 768 pixels
    for row, (written, what) in enumerate(keys):
        grid.addWidget(Label(written, "text2"), row, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(Label(what, elide=True), row, 1)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, 104)
    return grid
