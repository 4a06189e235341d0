"""The start screen, of made-up tasks and figures."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from tests.screenshots.kit_scene import Scene

from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.cards import Card, Figure, ResumeRow, TaskCard
from leertraject_desktop.ui.kit.charts import MiniBars
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.page import PageHeader
from leertraject_desktop.ui.kit.surfaces import Surface
from leertraject_desktop.ui.kit.two_line_list import TwoLineRow


def _tasks() -> tuple[TaskCard, TaskCard, TaskCard]:
    late = TaskCard("Te laat", icon="clock-alert", tone="red", pill_tone="red")
    people = (
        ("Youssef El Amrani", "Opvolggesprek", "5 dagen te laat"),
        ("Kevin De Smet", "Nazorg na 6 maanden", "4 dagen te laat"),
        ("Florin Munteanu", "Antwoord op rapportbriefje", "1 dag te laat"),
    )
    late.show_tasks([TwoLineRow(row, *row, "circle", "red", right_tone="red") for row in people], 6)
    today = TaskCard("Vandaag", icon="sun")
    people = (
        ("Jan Peeters", "Intake in gesprekslokaal 2", "10:00"),
        ("Mehmet Yıldız", "NT2-screening", "11:00"),
        ("Andrei Popescu", "Attest van detentie afdrukken", "vandaag"),
    )
    today.show_tasks([TwoLineRow(row, *row, "circle") for row in people], 6)
    week = TaskCard("Deze week", icon="calendar-days")
    row = ("Omar Haddad", "Toestemming Leerwinkel", "wo 25-11")
    week.show_tasks([TwoLineRow(number, *row, "circle") for number in range(12)], 6)
    return late, today, week


def _delivery() -> Card:
    card = Card("Levering oktober", icon="send", tone="amber", pill="Nog te maken", pill_tone="amber")
    figures = QHBoxLayout()
    figures.setSpacing(32)
    for number, words in (("52", "vragen"), ("17", "begeleidingen"), ("5", "nazorgmomenten")):
        figures.addWidget(Figure(number, words))
    figures.addStretch(1)
    card.body.addLayout(figures)
    card.body.addSpacing(12)
    card.body.addWidget(Label("Alles is ingevuld. Maak de levering vóór 30 november.", "text2"))
    card.body.addStretch(1)
    card.body.addWidget(Button("Bekijk wat vertrekt"))
    return card


def _resume() -> Card:
    card = Card("Verder waar je was", icon="history")
    card.body.addWidget(
        ResumeRow("square-pen", "Vraag van Andrei Popescu", "Niet afgewerkt, bewaard om 10:31")
    )
    card.body.addWidget(ResumeRow("clipboard-list", "NT2-zelfinschatting, Mehmet Yıldız", "Vraag 9 van 24"))
    card.body.addWidget(ResumeRow("user", "Dossier Jan Peeters", "Bekeken om 9:47"))
    card.body.addStretch(1)
    return card


def _month() -> Card:
    card = Card("Deze maand", icon="chart-column")
    card.add_to_head(Label("Vragen per maand", "text2", size=tokens.SMALL))
    across, numbers = QHBoxLayout(), QVBoxLayout()
    for number, words in (("41", "vragen"), ("18", "begeleidingen, 6 nieuw"), ("4", "nazorgmomenten")):
        numbers.addWidget(Figure(number, words))
    numbers.addStretch(1)
    across.addLayout(numbers)
    months = ("jun", "jul", "aug", "sep", "okt", "nov")
    across.addWidget(MiniBars("Vragen per maand", (38, 29, 44, 47, 52, 41), months))
    card.body.addLayout(across)
    return card


def start_page() -> tuple[QWidget, TaskCard]:
    """The start screen, and its first card."""
    page = Surface("bg")
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 16)
    column.setSpacing(0)
    actions = [
        Button("Nieuwe deelnemer", icon="user-plus", shortcut="Ctrl+Shift+N"),
        Button("Nieuwe vraag", kind="primary", icon="plus", shortcut="Ctrl+N"),
    ]
    second = "3 taken zijn te laat, 5 zijn voor vandaag."
    column.addWidget(PageHeader("Dinsdag 24 november 2026", second=second, ground="bg", actions=actions))
    grid = QGridLayout()
    grid.setContentsMargins(24, 0, 24, 0)
    grid.setSpacing(16)
    tasks = _tasks()
    for number, cards in enumerate(zip(tasks, (_delivery(), _resume(), _month()), strict=True)):
        grid.addWidget(cards[0], 0, number)
        grid.addWidget(cards[1], 1, number)
        grid.setColumnStretch(number, 1)
    grid.setRowStretch(0, 1)
    column.addLayout(grid, 1)
    return page, tasks[0]


def start() -> QWidget:
    """03-start."""
    page, late = start_page()
    return Scene(page, "start", late.list.setFocus)
