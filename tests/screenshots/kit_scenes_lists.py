"""Lists: deelnemers with a preview, an empty list, and the sheets of a levering."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from tests.screenshots.kit_scene import Scene

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.chips import ChipChoice, ChipRow
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.empty_state import EmptyState
from leertraject_desktop.ui.kit.facts import Facts
from leertraject_desktop.ui.kit.labels import Label, Pill
from leertraject_desktop.ui.kit.list_screen import ListScreen
from leertraject_desktop.ui.kit.page import FooterBar, PageHeader
from leertraject_desktop.ui.kit.surfaces import Hairline, Surface
from leertraject_desktop.ui.kit.table import TableView
from leertraject_desktop.ui.kit.table_model import Cell, Column, TableModel
from leertraject_desktop.ui.kit.text_editors import SearchField
from leertraject_desktop.ui.kit.two_line_list import PLACES, TwoLineList, TwoLineRow


@dataclass(frozen=True)
class Rij:
    """A row of the list of deelnemers."""

    id: int
    naam: str
    statuut: str
    afdeling: str
    fase: str
    stap: Cell
    gesproken: date | None


def _rows() -> list[Rij]:
    people = (
        ("Ahmadi, Farid", "beklaagde", "Mannen 2", "intake"),
        ("Benali, Samir", "veroordeelde", "Mannen 3", "plan"),
        ("Bouzid, Karim", "veroordeelde", "Mannen 3", "opvolging"),
        ("Chaoui, Bilal", "beklaagde", "Mannen 1", "oriëntering"),
        ("De Smet, Kevin", "veroordeelde", "vrijgelaten", "nazorg"),
        ("Demir, Ayşe", "veroordeelde", "Vrouwen", "plan"),
        ("Dumitru, Ionuț", "beklaagde", "Mannen 1", "oriëntering"),
        ("El Amrani, Youssef", "veroordeelde", "Mannen 3", "opvolging"),
        ("حداد، عمر", "veroordeelde", "Mannen 2", "plan"),
        ("Moreau, Jean-Luc", "geïnterneerde", "Mannen 4", "opvolging"),
        ("Munteanu, Florin", "beklaagde", "Mannen 1", ""),
        ("Özdemir, Hakan", "beklaagde", "Mannen 1", "intake"),
    )
    steps = (
        Cell("27-11-2026"),
        Cell("vandaag", "amber", "clock"),
        Cell("5 dagen te laat", "red", "clock-alert", True),
    )
    return [
        Rij(1062 - n * 7, *person, steps[(n * 2) % 3], None if n % 5 == 4 else date(2026, 11, 20 - n % 19))
        for n, person in enumerate(people * 3)
    ]


COLUMNS: list[Column[Rij]] = [
    Column("Naam", lambda r: r.naam),
    Column("Nummer", lambda r: f"{r.id:04d}", 80),
    Column("Statuut", lambda r: r.statuut, 112),
    Column("Afdeling", lambda r: r.afdeling, 96),
    Column("Begeleiding", lambda r: r.fase, 104, empty="geen", wide_only=True),
    Column("Volgende stap", lambda r: r.stap, 144),
    Column("Laatst gesproken", lambda r: r.gesproken, 130, empty="nog geen", wide_only=True),
]


def _preview() -> QWidget:
    panel = QWidget()
    column = QVBoxLayout(panel)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    column.addWidget(Label("Youssef El Amrani", size=tokens.TITLE, weight=tokens.STRONG))
    column.addWidget(Label("nummer 0962", "text2", size=tokens.SMALL))
    pills = QHBoxLayout()
    pills.addWidget(Pill("veroordeelde"))
    pills.addWidget(Pill("Mannen 3"))
    pills.addStretch(1)
    column.addLayout(pills)
    column.addWidget(Hairline())
    column.addWidget(
        Facts(
            [
                ("Verblijf", "sinds 4-2-2026 in Brugge"),
                ("Talen", "Arabisch, Frans, Nederlands (A2)"),
                ("Begeleiding", "opvolging, sinds 9-3-2026"),
                ("Leerdoel", ""),
            ]
        )
    )
    column.addWidget(Hairline())
    column.addStretch(1)
    foot = QHBoxLayout()
    foot.addWidget(Button("Open dossier", hint="Enter"))
    foot.addStretch(1)
    foot.addWidget(Label("Spatie sluit dit deel", "text3", size=tokens.SMALL))
    column.addLayout(foot)
    return panel


def _list_actions() -> list[QWidget]:
    return [
        Button("Excel", kind="text", icon="file-spreadsheet", shortcut="Ctrl+E"),
        Button("Afdrukken", kind="text", icon="printer", shortcut="Ctrl+P"),
        Button("Nieuwe deelnemer", kind="primary", icon="plus", shortcut="Ctrl+Shift+N"),
    ]


def _choice(words: str, width: int) -> ChoiceEditor:
    editor = ChoiceEditor([("", words)], placeholder=words)
    editor.set_width(width)
    return editor


def deelnemers() -> QWidget:
    """04-deelnemers."""
    table: TableView[Rij] = TableView(TableModel(COLUMNS), name="Deelnemers", key=lambda r: r.id)
    screen = ListScreen(
        "Deelnemers",
        table,
        actions=_list_actions(),
        filters=[
            SearchField("Naam of nummer", width=168),
            _choice("Alle statuten", 132),
            _choice("Alle afdelingen", 148),
        ],
        preview=_preview,
    )
    table.set_rows(_rows())
    screen.show_counts("128 in Brugge", 46, 128)

    def then() -> None:
        table.horizontalHeader().sectionClicked.emit(0)
        table.setFocus()
        table.go_to(9)
        table.preview_asked.emit(table.current_row())

    return Scene(screen, "deelnemers", then)


def leeg() -> QWidget:
    """11-lege-lijst."""
    table: TableView[Rij] = TableView(TableModel(COLUMNS), name="Vragen")
    empty = EmptyState(
        "Geen open vragen",
        "Alle 41 vragen van november zijn beantwoord. Een nieuw rapportbriefje voeg je toe met Ctrl+N.",
        "Toon de 41 vragen van november",
    )
    chips = ChipRow(
        "Welke", [ChipChoice("o", "Open"), ChipChoice("b", "Beantwoord deze maand"), ChipChoice("a", "Alles")]
    )
    screen = ListScreen(
        "Vragen",
        table,
        actions=_list_actions(),
        filters=[chips, SearchField("Naam of woord uit de vraag", width=232)],
        empty=empty,
    )
    screen.show_counts("0 open", 0, 41)
    return Scene(screen, "vragen", empty.button.setFocus)


def _months() -> QWidget:
    side = Surface("surface", edges="r")
    side.setFixedWidth(tokens.LIST_PANEL)
    column = QVBoxLayout(side)
    column.setContentsMargins(8, 24, 8, 8)
    months = TwoLineList("Maanden", PLACES)
    amber = {"icon": "clock", "icon_tone": "amber", "second_tone": "amber"}
    months.show_rows(
        [
            TwoLineRow(11, "November 2026", "Loopt nog tot 30-11", icon="circle-dashed"),
            TwoLineRow(10, "Oktober 2026", "Nog te maken, vóór 30-11", **amber),
            TwoLineRow(9, "September 2026", "Levering 9", icon="check", icon_tone="accent_text"),
        ]
    )
    months.go_to(10)
    column.addWidget(months)
    return side


def _sheet() -> TableView[tuple[str, str, int]]:
    def shielded(text: str) -> Cell | str:
        return Cell("afgeschermd", shielded=True) if text == "-" else text

    columns: list[Column[tuple[str, str, int]]] = [
        Column("Opleiding", lambda row: shielded(row[0]), 120),
        Column("Statuut", lambda row: shielded(row[1]), 140),
        Column("Aantal", lambda row: row[2], 100, "right"),
        Column("NT2-niveau", lambda row: "niet nodig"),
    ]
    rows = [("-", "-", 3), ("kort", "beklaagde", 4), ("kort", "-", 120)] * 4
    return TableView(TableModel(columns, rows), name="Personen", select_rows=False, first_column_strong=False)


def levering() -> QWidget:
    """08-levering and 11-probleem."""
    page = Surface("surface")
    across = QHBoxLayout(page)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(0)
    across.addWidget(_months())
    main = QVBoxLayout()
    main.setSpacing(0)
    header = PageHeader("Levering oktober 2026", second="Je ziet hier elk blad zoals het vertrekt.")
    header.put_behind_title(Pill("Nog te maken", "amber"))
    main.addWidget(header)
    table = _sheet()
    main.addWidget(table, 1)
    again = Button("Probeer opnieuw", kind="primary", icon="rotate-cw", shortcut="Ctrl+Enter")
    where = [Label("Naar", weight=tokens.STRONG), _choice("USB-stick VOCVO", 208)]
    bar = FooterBar(where, [Label("Bestand en handtekening, 48 kB", "text2", size=tokens.SMALL), again])
    what = "‘leertraject-brugge-2026-10.xlsx’ is niet te overschrijven."
    bar.notice.show_problem(Problem(what, "Sluit het bestand in Excel en probeer het opnieuw."))
    main.addWidget(bar)
    across.addLayout(main, 1)

    def then() -> None:
        table.setFocus()
        table.selectionModel().clear()
        table.setCurrentIndex(table.table_model.index(1, 1))

    return Scene(page, "levering", then)
