"""The scenes of the gallery: made-up people and figures on real widgets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button, IconButton
from leertraject_desktop.ui.kit.cards import Card, Figure, ResumeRow, TaskCard
from leertraject_desktop.ui.kit.charts import MiniBars
from leertraject_desktop.ui.kit.chips import ChipChoice, ChipRow
from leertraject_desktop.ui.kit.choice_editors import CheckEditor, ChoiceEditor, RadioEditor
from leertraject_desktop.ui.kit.date_editors import DateEditor, MinutesEditor
from leertraject_desktop.ui.kit.dialog import Overlay, SidePanel
from leertraject_desktop.ui.kit.empty_state import EmptyState
from leertraject_desktop.ui.kit.facts import Facts
from leertraject_desktop.ui.kit.form import Field, Form
from leertraject_desktop.ui.kit.frame import Frame, Logo
from leertraject_desktop.ui.kit.labels import Icon, Label, Pill
from leertraject_desktop.ui.kit.list_screen import ListScreen
from leertraject_desktop.ui.kit.lookup import LookupEditor
from leertraject_desktop.ui.kit.navigation import NavItem
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.page import FooterBar, PageHeader
from leertraject_desktop.ui.kit.phases import PhaseBar
from leertraject_desktop.ui.kit.popup_list import LookupRow
from leertraject_desktop.ui.kit.progress import CheckLine, ProgressBar, StrengthBar
from leertraject_desktop.ui.kit.steps import ProcedureSteps, StepRow
from leertraject_desktop.ui.kit.surfaces import Hairline, ScrollPage, Surface
from leertraject_desktop.ui.kit.table import TableView
from leertraject_desktop.ui.kit.table_model import Cell, Column, TableModel
from leertraject_desktop.ui.kit.tabs import TabBar
from leertraject_desktop.ui.kit.text_editors import NoteEditor, PassphraseEditor, SearchField
from leertraject_desktop.ui.kit.timeline import Timeline, TimelineItem
from leertraject_desktop.ui.kit.two_line_list import HITS, PLACES, STEPS, TwoLineList, TwoLineRow

PLACES_OF_THE_PROGRAM = [
    NavItem("start", "Start", "house", "Ctrl+1", "1", 0),
    NavItem("deelnemers", "Deelnemers", "users", "Ctrl+2", "2", 1),
    NavItem("vragen", "Vragen", "message-circle-question-mark", "Ctrl+3", "3", 1),
    NavItem("begeleiding", "Begeleiding", "route", "Ctrl+4", "4", 1),
    NavItem("aanbod", "Aanbod", "calendar-days", "Ctrl+5", "5", 2),
    NavItem("nt2", "NT2", "languages", "Ctrl+6", "6", 2),
    NavItem("toolbox", "Toolbox", "clipboard-list", "Ctrl+7", "7", 3),
    NavItem("handboek", "Handboek", "book-open", "Ctrl+8", "8", 3),
    NavItem("cijfers", "Cijfers", "chart-column", "Ctrl+9", "9", 4),
    NavItem("levering", "Levering", "send", "Ctrl+0", "0", 4),
]
HULP = [NavItem("hulp", "Hulp", "life-buoy", "F1", "F1")]


class Scene(Frame):
    """A frame with a page, and what must happen once it is on the screen."""

    def __init__(self, page: QWidget, key: str, then: Callable[[], object] | None = None) -> None:
        super().__init__(PLACES_OF_THE_PROGRAM, HULP, place="Brugge", user="An Baert")
        self._then = then
        self.show_page(page, key)
        self.status.show_saved("Alles bewaard om 10:42")
        self.status.show_backup("Reservekopie: gisteren 16:58")
        self.status.show_lock("Vergrendelt na 5 minuten zonder gebruik")

    def ready(self) -> None:
        """Do what must happen."""
        if self._then is not None:
            self._then()


def _start_page() -> tuple[QWidget, TaskCard]:
    page = Surface("bg")
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 16)
    column.setSpacing(0)
    column.addWidget(
        PageHeader(
            "Dinsdag 24 november 2026",
            second="3 taken zijn te laat, 5 zijn voor vandaag.",
            ground="bg",
            actions=[
                Button("Nieuwe deelnemer", icon="user-plus", shortcut="Ctrl+Shift+N"),
                Button("Nieuwe vraag", kind="primary", icon="plus", shortcut="Ctrl+N"),
            ],
        )
    )
    grid = QGridLayout()
    grid.setContentsMargins(24, 0, 24, 0)
    grid.setSpacing(16)
    late = TaskCard("Te laat", icon="clock-alert", tone="red", pill_tone="red")
    late.show_tasks(
        [
            TwoLineRow(
                1, "Youssef El Amrani", "Opvolggesprek", "5 dagen te laat", "circle", "red", right_tone="red"
            ),
            TwoLineRow(
                2,
                "Kevin De Smet",
                "Nazorg na 6 maanden",
                "4 dagen te laat",
                "circle",
                "red",
                right_tone="red",
            ),
            TwoLineRow(
                3,
                "Florin Munteanu",
                "Antwoord op rapportbriefje",
                "1 dag te laat",
                "circle",
                "red",
                right_tone="red",
            ),
        ],
        6,
    )
    today = TaskCard("Vandaag", icon="sun")
    today.show_tasks(
        [
            TwoLineRow(1, "Jan Peeters", "Intake in gesprekslokaal 2", "10:00", "circle"),
            TwoLineRow(2, "Mehmet Yıldız", "NT2-screening", "11:00", "circle"),
            TwoLineRow(3, "Samir Benali", "Opvolggesprek", "13:30", "circle"),
            TwoLineRow(4, "Nathalie Dubois", "Leerplan bespreken", "15:00", "circle"),
            TwoLineRow(5, "Andrei Popescu", "Attest van detentie afdrukken", "vandaag", "circle"),
        ],
        6,
    )
    week = TaskCard("Deze week", icon="calendar-days")
    week.show_tasks(
        [TwoLineRow(n, "Omar Haddad", "Toestemming Leerwinkel", "wo 25-11", "circle") for n in range(12)], 6
    )
    for number, card in enumerate((late, today, week)):
        grid.addWidget(card, 0, number)
    delivery = Card("Levering oktober", icon="send", tone="amber", pill="Nog te maken", pill_tone="amber")
    figures = QHBoxLayout()
    figures.setSpacing(32)
    for number, words in (("52", "vragen"), ("17", "begeleidingen"), ("5", "nazorgmomenten")):
        figures.addWidget(Figure(number, words))
    figures.addStretch(1)
    delivery.body.addLayout(figures)
    delivery.body.addSpacing(12)
    delivery.body.addWidget(Label("Alles is ingevuld. Maak de levering vóór 30 november.", "text2"))
    delivery.body.addStretch(1)
    delivery.body.addWidget(Button("Bekijk wat vertrekt"))
    resume = Card("Verder waar je was", icon="history")
    resume.body.addWidget(
        ResumeRow("square-pen", "Vraag van Andrei Popescu", "Niet afgewerkt, bewaard om 10:31")
    )
    resume.body.addWidget(ResumeRow("clipboard-list", "NT2-zelfinschatting, Mehmet Yıldız", "Vraag 9 van 24"))
    resume.body.addWidget(ResumeRow("user", "Dossier Jan Peeters", "Bekeken om 9:47"))
    resume.body.addStretch(1)
    month = Card("Deze maand", icon="chart-column")
    month.add_to_head(Label("Vragen per maand", "text2", size=tokens.SMALL))
    across = QHBoxLayout()
    numbers = QVBoxLayout()
    for number, words in (("41", "vragen"), ("18", "begeleidingen, 6 nieuw"), ("4", "nazorgmomenten")):
        numbers.addWidget(Figure(number, words))
    numbers.addStretch(1)
    across.addLayout(numbers)
    across.addWidget(
        MiniBars("Vragen per maand", (38, 29, 44, 47, 52, 41), ("jun", "jul", "aug", "sep", "okt", "nov"))
    )
    month.body.addLayout(across)
    for number, card in enumerate((delivery, resume, month)):
        grid.addWidget(card, 1, number)
    grid.setRowStretch(0, 1)
    for number in range(3):
        grid.setColumnStretch(number, 1)
    column.addLayout(grid, 1)
    return page, late


def start() -> QWidget:
    """03-start."""
    page, late = _start_page()
    return Scene(page, "start", late.list.setFocus)


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
        preview=_preview(),
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


def _dossier_head() -> Surface:
    head = Surface("surface", edges="b")
    column = QVBoxLayout(head)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    header = PageHeader(
        "Youssef El Amrani",
        count="nummer 0962",
        actions=[
            Button("Druk mijn leerplan af", icon="printer"),
            Button("Nieuw contactmoment", kind="primary", icon="plus", shortcut="Ctrl+M"),
        ],
    )
    header.setFixedHeight(52)
    column.addWidget(header)
    pills = QHBoxLayout()
    pills.setContentsMargins(24, 2, 24, 4)
    pills.setSpacing(8)
    pills.addWidget(Pill("veroordeelde"))
    pills.addWidget(Pill("Mannen 3"))
    pills.addWidget(
        Label("In Brugge sinds 4-2-2026  ·  Arabisch, Frans, Nederlands (A2)", "text2", size=tokens.SMALL)
    )
    pills.addStretch(1)
    column.addLayout(pills)
    tabs = TabBar(
        "Dossier",
        [
            ("o", "Overzicht"),
            ("b", "Begeleiding"),
            ("v", "Vragen"),
            ("l", "Lessen en NT2"),
            ("p", "Papieren"),
        ],
    )
    tabs.show_count("v", 4)
    row = QHBoxLayout()
    row.setContentsMargins(20, 0, 20, 0)
    row.addWidget(tabs)
    row.addStretch(1)
    column.addLayout(row)
    return head


ITEMS = [
    TimelineItem(number, date(2026, month, day), icon, title, second, right)
    for number, (month, day, icon, title, second, right) in enumerate(
        (
            (11, 19, "clipboard-list", "Zelfinschatting NT2 ingevuld", "Advies: richtgraad 1.2", "An Baert"),
            (11, 17, "calendar-x-2", "Les NT2 1.2 geschrapt", "Staking. 2 lesuren verloren", "automatisch"),
            (
                11,
                5,
                "message-circle-question-mark",
                "Vraag: mag ik werk en les combineren?",
                "Ja",
                "An Baert",
            ),
            (9, 14, "graduation-cap", "Ingeschreven: NT2 1.2 bij Ligo", "Attest meegegeven", "Lies Maes"),
            (8, 19, "message-square", "Opvolggesprek", "Wil zeker verder met lassen.", "An Baert · 35 min"),
            (3, 30, "route", "Leerplan opgemaakt", "2 leerdoelen, 6 acties", "An Baert · 50 min"),
        )
    )
]


def dossier() -> QWidget:
    """05-dossier."""
    page = Surface("surface")
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(_dossier_head())
    body = QHBoxLayout()
    left = QVBoxLayout()
    left.setSpacing(0)
    bar = QHBoxLayout()
    bar.setContentsMargins(24, 8, 16, 8)
    bar.addWidget(
        ChipRow(
            "Soort",
            [
                ChipChoice("", "Alles"),
                ChipChoice("v", "Vragen", "message-circle-question-mark"),
                ChipChoice("g", "Gesprekken", "message-square"),
                ChipChoice("l", "Lessen", "graduation-cap"),
            ],
        )
    )
    bar.addStretch(1)
    bar.addWidget(Label("17 regels", "text2", size=tokens.SMALL))
    bar.addSpacing(8)
    bar.addWidget(SearchField("Zoek in dit dossier", width=184))
    left.addLayout(bar)
    timeline = Timeline("Overzicht")
    timeline.show_items(ITEMS)
    left.addWidget(timeline, 1)
    body.addLayout(left, 1)
    body.addWidget(_procedure())
    column.addLayout(body, 1)
    return Scene(page, "deelnemers", lambda: page.findChildren(Button)[-2].setFocus())


def _procedure() -> QWidget:
    panel = Surface("surface", edges="l")
    panel.setFixedWidth(320)
    column = QVBoxLayout(panel)
    column.setContentsMargins(16, 12, 24, 16)
    column.setSpacing(8)
    head = QHBoxLayout()
    head.addWidget(Label("Procedure begeleiding", weight=tokens.STRONG))
    head.addStretch(1)
    head.addWidget(IconButton("book-open", "Lees in het handboek"))
    column.addLayout(head)
    column.addWidget(Label("5 van 8 stappen gedaan · versie 2 van 1-9-2026", "text2", size=tokens.SMALL))
    column.addWidget(ProgressBar("Stappen", 5, 8))
    names = ("Intake", "NT2-screening", "Oriëntering", "Leerplan opgemaakt", "Ingeschreven bij Ligo")
    rows = [StepRow(f"s{number}", number, name, "done") for number, name in enumerate(names, 1)]
    rows.append(
        StepRow("op", 6, "Opvolggesprek", "late", "Moest vóór 19-11-2026: 5 dagen te laat.", "Plan gesprek")
    )
    rows.append(
        StepRow(
            "toe",
            7,
            "Toestemming Leerwinkel",
            "missing",
            "Ontbreekt nog voor dit dossier.",
            "Druk toestemming af",
        )
    )
    rows.append(StepRow("af", 8, "Afronding of stopzetting"))
    column.addWidget(ScrollPage(ProcedureSteps(rows)), 1)
    return panel


@dataclass(frozen=True)
class NieuweVraag:
    """What quick entry asks."""

    deelnemer: int | None
    onderwerp: str | None
    vraag: str
    antwoord: str
    kanaal: str | None
    datum: date | None
    minuten: int
    begeleiding: bool


def _search(typed: str) -> Sequence[LookupRow]:
    people = (
        ("Popescu, Andrei", "1053 · Mannen 2"),
        ("Popa, Mihai", "0996 · Mannen 4"),
        ("Popovic, Dragan", "0841 · vrijgelaten"),
    )
    return [
        LookupRow(n, name, right)
        for n, (name, right) in enumerate(people)
        if typed.casefold() in name.casefold()
    ]


def _extra(typed: str) -> Sequence[LookupRow]:
    return [
        LookupRow("new", f"Nieuwe deelnemer “{typed}”", "Ctrl+Shift+N", "user-plus"),
        LookupRow("anonymous", "Anoniem, zonder dossier", "", "hat-glasses"),
    ]


def _question() -> Form[NieuweVraag]:
    return Form(
        NieuweVraag,
        [
            Field("deelnemer", "Deelnemer", LookupEditor(_search, extra=_extra)),
            Field("onderwerp", "Onderwerp", ChoiceEditor([("nt2", "NT2")], placeholder="Kies een onderwerp")),
            Field("vraag", "Vraag", NoteEditor()),
            Field(
                "antwoord",
                "Antwoord",
                NoteEditor(placeholder="Leeg laten als je later antwoordt."),
                optional=True,
            ),
            Field("kanaal", "Kanaal", ChoiceEditor([("rapportbriefje", "rapportbriefje")])),
            Field("datum", "Datum", DateEditor()),
            Field("minuten", "Tijd", MinutesEditor()),
            Field("begeleiding", "", CheckEditor("Dit wordt een begeleiding")),
        ],
        rows=[
            ["deelnemer", "onderwerp"],
            ["vraag"],
            ["antwoord"],
            ["kanaal", "datum", "minuten"],
            ["begeleiding"],
        ],
        compact_rows=[
            ["deelnemer", "onderwerp"],
            ["vraag", "antwoord"],
            ["kanaal", "datum", "minuten"],
            ["begeleiding"],
        ],
    )


def _quick(*, typing: bool) -> QWidget:
    scene = Scene(_start_page()[0], "start")

    def then() -> None:
        form = _question()
        overlay = Overlay(scene, "Nieuwe vraag", form, is_dirty=form.is_dirty)
        form.show_value(
            NieuweVraag(
                None,
                "nt2",
                "Kan ik nog starten met Nederlands?",
                "",
                "rapportbriefje",
                date(2026, 11, 24),
                10,
                False,
            )
        )
        form.show_note("kanaal", "Kanaal en tijd zijn ingevuld zoals de vorige vijf keer", whole_row=True)
        overlay.sheet.show_status("Concept bewaard om 10:43", ticked=True)
        overlay.open()
        lookup = form.editor("deelnemer")
        assert isinstance(lookup, LookupEditor)
        if typing:
            line = lookup.control
            line.setText("pop")
            line.textEdited.emit("pop")
        else:
            lookup.show_row(LookupRow(1, "Popescu, Andrei (1053)"))
            form.show_note("deelnemer", "Veroordeelde · Mannen 2 · 1 open vraag", "user")
            form.editor("vraag").setFocus()

    scene._then = then
    return scene


def snelle_invoer() -> QWidget:
    """06-snelle-invoer."""
    return _quick(typing=False)


def snelle_invoer_zoeken() -> QWidget:
    """06-snelle-invoer-zoeken."""
    return _quick(typing=True)


@dataclass(frozen=True)
class Stopzetting:
    """What stopping asks."""

    laatste_dag: date | None
    reden: str | None
    toelichting: str
    open_acties: str | None


def stopzetten() -> QWidget:
    """07-begeleiding-stopzetten."""
    page = Surface("bg")
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(_dossier_head())
    body = QHBoxLayout()
    body.setSpacing(0)
    left = QVBoxLayout()
    left.setContentsMargins(24, 16, 24, 16)
    left.setSpacing(16)
    left.addWidget(PhaseBar(["Intake", "Oriëntering", "Plan", "Opvolging", "Afronding", "Nazorg"], 3))
    goal = Card("Certificaat lassen halen", icon="target")
    goal.add_to_head(Label("1 van 3 acties  ·  streefdatum 30-6-2027", "text2", size=tokens.SMALL))
    goal.add_to_head(IconButton("ellipsis", "Meer"))
    goal.body.addWidget(Hairline())
    for words in ("Basiscursus lassen volgen bij VDAB", "Inschrijven voor lassen niveau 2"):
        goal.body.addSpacing(8)
        goal.body.addWidget(CheckEditor(words))
    goal.body.addSpacing(8)
    goal.body.addWidget(Button("Actie toevoegen", kind="link", icon="plus"))
    left.addWidget(goal)
    left.addStretch(1)
    body.addLayout(left, 1)
    form = Form(
        Stopzetting,
        [
            Field("laatste_dag", "Laatste dag", DateEditor(), width=117),
            Field("reden", "Reden", ChoiceEditor([("a", "wil niet meer")], placeholder="Kies een reden")),
            Field(
                "toelichting",
                "Toelichting",
                NoteEditor(lines=2, placeholder="Geen feiten over de zaak of de straf."),
                optional=True,
            ),
            Field(
                "open_acties",
                "3 acties staan nog open",
                RadioEditor([("stop", "Ook stopzetten"), ("taak", "Bewaren als taak")]),
            ),
        ],
    )
    form.show_value(Stopzetting(date(2026, 11, 24), None, "", "stop"))
    panel = SidePanel("Begeleiding stopzetten", form, confirm="Stopzetten")
    panel.show_status("Ongedaan maken kan met Ctrl+Z")
    body.addWidget(panel)
    column.addLayout(body, 1)
    problem = Problem(
        "Je kan niet stopzetten zonder reden.",
        "Kies een reden uit de lijst. Staat ze er niet bij? Kies ‘andere’ en schrijf ze op.",
        veld="reden",
    )
    return Scene(page, "deelnemers", lambda: form.show_problem(problem))


def levering() -> QWidget:
    """08-levering and 11-probleem."""
    page = Surface("surface")
    across = QHBoxLayout(page)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(0)
    side = Surface("surface", edges="r")
    side.setFixedWidth(224)
    column = QVBoxLayout(side)
    column.setContentsMargins(8, 24, 8, 8)
    months = TwoLineList("Maanden", PLACES)
    months.show_rows(
        [
            TwoLineRow(11, "November 2026", "Loopt nog tot 30-11", icon="circle-dashed"),
            TwoLineRow(
                10,
                "Oktober 2026",
                "Nog te maken, vóór 30-11",
                icon="clock",
                icon_tone="amber",
                second_tone="amber",
            ),
            TwoLineRow(
                9, "September 2026", "Levering 9, ontvangen 6-10", icon="check", icon_tone="accent_text"
            ),
            TwoLineRow(
                8, "Augustus 2026", "Levering 8, ontvangen 4-9", icon="check", icon_tone="accent_text"
            ),
        ]
    )
    months.go_to(10)
    column.addWidget(months)
    across.addWidget(side)
    main = QVBoxLayout()
    main.setSpacing(0)
    header = PageHeader("Levering oktober 2026", second="Je ziet hier elk blad zoals het vertrekt.")
    header.put_behind_title(Pill("Nog te maken", "amber"))
    main.addWidget(header)
    columns: list[Column[tuple[str, str, int]]] = [
        Column("Opleiding", lambda r: Cell("afgeschermd", shielded=True) if r[0] == "-" else r[0], 120),
        Column("Statuut", lambda r: Cell("afgeschermd", shielded=True) if r[1] == "-" else r[1], 140),
        Column("Aantal", lambda r: r[2], 100, "right"),
        Column("NT2-niveau", lambda r: "niet nodig"),
    ]
    rows = [("-", "-", 3), ("kort", "beklaagde", 4), ("kort", "-", 120)] * 4
    table = TableView(
        TableModel(columns, rows), name="Personen", select_rows=False, first_column_strong=False
    )
    main.addWidget(table, 1)
    again = Button("Probeer opnieuw", kind="primary", icon="rotate-cw", shortcut="Ctrl+Enter")
    bar = FooterBar(
        [
            Label("Naar", weight=tokens.STRONG),
            _choice("USB-stick VOCVO", 208),
            Button("Kies een andere plaats", kind="text"),
        ],
        [Label("Bestand en handtekening, 48 kB", "text2", size=tokens.SMALL), again],
    )
    main.addWidget(bar)
    across.addLayout(main, 1)
    bar.notice.show_problem(
        Problem(
            "‘leertraject-brugge-2026-10.xlsx’ is niet te overschrijven.",
            "Sluit het bestand in Excel en probeer het opnieuw. Er is nog niets geschreven.",
        )
    )

    def then() -> None:
        table.setFocus()
        table.selectionModel().clear()
        table.setCurrentIndex(table.table_model.index(1, 1))

    return Scene(page, "levering", then)


def eerste_start() -> QWidget:
    """02-eerste-start, with the hits of 10-handboek beside it."""
    page = Surface("surface")
    across = QHBoxLayout(page)
    across.setContentsMargins(0, 0, 0, 0)
    side = Surface("nav", edges="r")
    side.setFixedWidth(256)
    column = QVBoxLayout(side)
    column.setContentsMargins(16, 24, 16, 16)
    head = QHBoxLayout()
    head.addWidget(Logo())
    head.addWidget(Label("Leertraject", weight=tokens.STRONG))
    head.addStretch(1)
    column.addLayout(head)
    steps = TwoLineList("Stappen", STEPS)
    steps.show_rows(
        [
            TwoLineRow(1, "Gevangenis", "Brugge", icon="circle-check", icon_tone="accent_text"),
            TwoLineRow(3, "Wachtzin", number=3),
            TwoLineRow(4, "Herstelblad", number=4),
        ]
    )
    steps.go_to(3)
    column.addWidget(steps)
    hits = TwoLineList("Treffers", HITS)
    hits.show_rows(
        [
            TwoLineRow(
                1, "Overplaatsing en overdracht", "Is er een overplaatsing? Begin hier.", hit="overplaatsing"
            ),
            TwoLineRow(2, "Wachtlijst", "Na overplaatsing vervalt de plaats", hit="overplaatsing"),
        ]
    )
    column.addWidget(hits)
    across.addWidget(side)
    main = QVBoxLayout()
    main.setContentsMargins(48, 40, 48, 24)
    main.setSpacing(8)
    main.addWidget(Label("Stap 3 van 5", "text2", size=tokens.SMALL))
    main.addWidget(Label("Kies je wachtzin", size=tokens.TITLE, weight=tokens.STRONG))
    phrase = PassphraseEditor()
    phrase.show_value("drie fietsen wachten op zachte regen")
    phrase.set_name("wachtzin", "Wachtzin")
    phrase.set_width(480)
    strength = StrengthBar()
    strength.setFixedWidth(480)
    strength.show_strength(3, "Sterk genoeg", "6 woorden, 36 tekens")
    warning = Notice(
        "Niemand kan je wachtzin opzoeken, ook Vocvo niet.",
        "In de volgende stap druk je een herstelblad af. Bewaar het in een gesloten kast.",
        "amber",
        dismissable=False,
    )
    warning.setFixedWidth(480)
    info = Notice(
        "In Brugge",
        "De griffie meldt transfers elke ochtend om 9:00.",
        "info",
        icon="map-pin",
        dismissable=False,
    )
    info.setFixedWidth(480)
    for widget in (
        phrase,
        strength,
        CheckLine("Ten minste vijf woorden", True),
        CheckLine("Geen naam of datum"),
        warning,
        info,
    ):
        main.addWidget(widget)
    main.addStretch(1)
    main.addWidget(
        FooterBar([Button("Vorige", icon="arrow-left")], [Button("Volgende", kind="primary", hint="Enter")])
    )
    across.addLayout(main, 1)
    return page


def aanmelden() -> QWidget:
    """01-aanmelden-fout."""

    @dataclass(frozen=True)
    class Aanmelding:
        gebruiker: str | None
        wachtzin: str

    page = Surface("bg")
    column = QVBoxLayout(page)
    card = Surface("surface", radius=tokens.RADIUS_CARD)
    card.setFixedWidth(tokens.LOGIN_CARD)
    inside = QVBoxLayout(card)
    inside.setContentsMargins(32, 32, 32, 32)
    inside.setSpacing(16)
    head = QHBoxLayout()
    head.setSpacing(12)
    head.addWidget(Logo(40))
    names = QVBoxLayout()
    names.setSpacing(0)
    names.addWidget(Label("Leertraject", size=tokens.TITLE, weight=tokens.STRONG))
    names.addWidget(Label("Gevangenis Brugge", "text2"))
    head.addLayout(names, 1)
    inside.addLayout(head)
    form = Form(
        Aanmelding,
        [
            Field("gebruiker", "Gebruiker", ChoiceEditor([("an", "an.baert")])),
            Field("wachtzin", "Wachtzin", PassphraseEditor(placeholder="Typ je wachtzin")),
        ],
    )
    form.show_value(Aanmelding("an", ""))
    inside.addWidget(form)
    login = Button("Aanmelden", kind="primary", hint="Enter")
    login.setMinimumWidth(334)
    inside.addWidget(login)
    inside.addWidget(Button("Wachtzin vergeten?", kind="link"))
    column.addStretch(1)
    middle = QHBoxLayout()
    middle.addStretch(1)
    middle.addWidget(card)
    middle.addStretch(1)
    column.addLayout(middle)
    foot = QHBoxLayout()
    foot.addStretch(1)
    foot.addWidget(Icon("shield-check"))
    foot.addWidget(Label("Alles op deze computer is versleuteld.", "text2", size=tokens.SMALL))
    foot.addStretch(1)
    column.addLayout(foot)
    column.addStretch(1)

    def then() -> None:
        form.show_problem(
            Problem(
                "Deze wachtzin klopt niet.",
                "Kijk of Caps Lock uitstaat en typ je wachtzin opnieuw. Je kan nog 4 keer proberen. "
                "Daarna wacht je 1 minuut.",
                veld="wachtzin",
            )
        )

    page.ready = then  # type: ignore[attr-defined]
    return page


SCENES: dict[str, Callable[[], QWidget]] = {
    "01-aanmelden": aanmelden,
    "02-eerste-start": eerste_start,
    "03-start": start,
    "04-deelnemers": deelnemers,
    "05-dossier": dossier,
    "06-snelle-invoer": snelle_invoer,
    "06-snelle-invoer-zoeken": snelle_invoer_zoeken,
    "07-stopzetten": stopzetten,
    "08-levering": levering,
    "11-lege-lijst": leeg,
}
