"""Forms: quick entry over the screen, the first start, and the login."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from tests.screenshots.kit_scene import Scene
from tests.screenshots.kit_scenes_start import start_page

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.date_editors import DateEditor, MinutesEditor
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.form import Field, Form
from leertraject_desktop.ui.kit.frame import Logo
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.lookup import LookupEditor
from leertraject_desktop.ui.kit.mark_editors import CheckEditor
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.page import FooterBar
from leertraject_desktop.ui.kit.passphrase_editor import PassphraseEditor
from leertraject_desktop.ui.kit.popup_list import LookupRow
from leertraject_desktop.ui.kit.progress import CheckLine, StrengthBar
from leertraject_desktop.ui.kit.surfaces import Surface
from leertraject_desktop.ui.kit.text_editors import NoteEditor
from leertraject_desktop.ui.kit.two_line_list import HITS, STEPS, TwoLineList, TwoLineRow


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
    scene = Scene(start_page()[0], "start")

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


def _wizard_side() -> QWidget:
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
            TwoLineRow(1, "Overdracht", "Is er een overplaatsing? Begin hier.", hit="overplaatsing"),
            TwoLineRow(2, "Wachtlijst", "Na overplaatsing vervalt de plaats", hit="overplaatsing"),
        ]
    )
    column.addWidget(hits)
    return side


def eerste_start() -> QWidget:
    """02-eerste-start, with the hits of 10-handboek beside it."""
    page = Surface("surface")
    across = QHBoxLayout(page)
    across.setContentsMargins(0, 0, 0, 0)
    across.addWidget(_wizard_side())
    main = QVBoxLayout()
    main.setContentsMargins(48, 40, 48, 0)
    main.setSpacing(8)
    main.addWidget(Label("Stap 3 van 5", "text2", size=tokens.SMALL))
    main.addWidget(Label("Kies je wachtzin", size=tokens.TITLE, weight=tokens.STRONG))
    phrase = PassphraseEditor()
    phrase.show_value("drie fietsen wachten op zachte regen")
    phrase.set_name("wachtzin", "Wachtzin")
    phrase.set_width(480)
    strength = StrengthBar()
    strength.show_strength(3, "Sterk genoeg", "6 woorden, 36 tekens")
    remedy = "In de volgende stap druk je een herstelblad af. Bewaar het in een gesloten kast."
    warning = Notice("Niemand kan je wachtzin opzoeken.", remedy, "amber", dismissable=False)
    info = Notice("In Brugge", "De griffie meldt transfers.", "info", icon="map-pin", dismissable=False)
    main.addWidget(phrase)
    for widget in (strength, CheckLine("Vijf woorden", True), CheckLine("Geen naam of datum"), warning, info):
        widget.setFixedWidth(480)
        main.addWidget(widget)
    main.addStretch(1)
    buttons = [Button("Volgende", kind="primary", hint="Enter")]
    main.addWidget(FooterBar([Button("Vorige", icon="arrow-left")], buttons, margin=0))
    across.addLayout(main, 1)
    return page


@dataclass(frozen=True)
class Aanmelding:
    """What the login asks."""

    gebruiker: str | None
    wachtzin: str


def _login_card() -> tuple[QWidget, Form[Aanmelding]]:
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
    login = Button("Aanmelden", kind="primary", hint="Enter", fill=True)
    inside.addWidget(login)
    inside.addWidget(Button("Wachtzin vergeten?", kind="link"))
    return card, form


def aanmelden() -> QWidget:
    """01-aanmelden-fout."""
    page = Surface("bg")
    column = QVBoxLayout(page)
    card, form = _login_card()
    foot = Label("Alles op deze computer is versleuteld.", "text2", size=tokens.SMALL)
    column.addStretch(1)
    for widget in (card, foot):
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(widget)
        middle.addStretch(1)
        column.addLayout(middle)
    column.addStretch(1)
    remedy = (
        "Kijk of Caps Lock uitstaat en typ je wachtzin opnieuw. Je kan nog 4 keer proberen. "
        "Daarna wacht je 1 minuut."
    )
    problem = Problem("Deze wachtzin klopt niet.", remedy, veld="wachtzin")
    page.ready = lambda: form.show_problem(problem)  # type: ignore[attr-defined]
    return page
