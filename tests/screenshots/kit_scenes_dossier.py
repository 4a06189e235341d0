"""A dossier: its timeline and procedure, and a form at the side."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from tests.screenshots.kit_scene import Scene

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button, IconButton
from leertraject_desktop.ui.kit.cards import Card
from leertraject_desktop.ui.kit.chips import ChipChoice, ChipRow
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.date_editors import DateEditor
from leertraject_desktop.ui.kit.dialog import SidePanel
from leertraject_desktop.ui.kit.form import Field, Form
from leertraject_desktop.ui.kit.labels import Label, Pill
from leertraject_desktop.ui.kit.mark_editors import CheckEditor, RadioEditor
from leertraject_desktop.ui.kit.page import PageHeader
from leertraject_desktop.ui.kit.phases import PhaseBar
from leertraject_desktop.ui.kit.progress import ProgressBar
from leertraject_desktop.ui.kit.steps import ProcedureSteps, StepRow
from leertraject_desktop.ui.kit.surfaces import Hairline, ScrollPage, Surface
from leertraject_desktop.ui.kit.tabs import TabBar
from leertraject_desktop.ui.kit.text_editors import NoteEditor, SearchField
from leertraject_desktop.ui.kit.timeline import Timeline, TimelineItem


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
    panel.show_status("Ongedaan maken: Ctrl+Z")
    body.addWidget(panel)
    column.addLayout(body, 1)
    problem = Problem(
        "Je kan niet stopzetten zonder reden.",
        "Kies een reden uit de lijst. Staat ze er niet bij? Kies ‘andere’ en schrijf ze op.",
        veld="reden",
    )
    return Scene(page, "deelnemers", lambda: form.show_problem(problem))
