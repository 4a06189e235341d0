"""What the search field at the top finds: people, pages and commands, and the words of notes."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from leertraject_desktop.domain.label import Rol
from leertraject_desktop.domain.rechten import RECHTEN, Recht
from leertraject_desktop.domain.tekst import vouw
from leertraject_desktop.features.zoeken.overal import Treffer, zoek
from leertraject_desktop.ui.kit.popup_list import LookupRow, PopupList
from leertraject_desktop.ui.kit.screen import Context, Target
from leertraject_desktop.ui.kit.text_editors import SearchField

MOST = 4
LETTERS, LETTERS_OF_OTHER_WORD = 2, 3


@dataclass(frozen=True, slots=True)
class Goal:
    """A place to go to or a thing to do: its words, an icon, its keys, and how else somebody may call it."""

    target: Target
    title: str
    icon: str
    keys: str = ""
    also: str = ""
    recht: Recht = Recht.LEZEN

    def row(self, typed: str) -> LookupRow:
        """Its line below the search field."""
        return LookupRow(self.target, self.title, self.keys, self.icon, typed)


def _page(place: str, title: str, icon: str, keys: str = "", also: str = "") -> Goal:
    return Goal(Target(place), f"Ga naar {title}", icon, keys, also)


def _new(place: str, title: str, icon: str, keys: str, also: str) -> Goal:
    return Goal(Target(place), title, icon, keys, also, Recht.REGISTREREN)


PAGES = (
    _page("start", "Start", "house", "Ctrl+1", "taken te laat vandaag begin home dashboard"),
    _page(
        "agenda",
        "Agenda",
        "calendar-days",
        "Ctrl+Shift+A",
        "kalender week planning afspraken taken weeklijst",
    ),
    _page("deelnemers", "Deelnemers", "users", "Ctrl+2", "gedetineerden personen dossiers intakes lijst"),
    _page(
        "vragen",
        "Vragen",
        "message-circle-question-mark",
        "Ctrl+3",
        "informatievragen antwoorden rapportbriefjes",
    ),
    _page(
        "begeleidingen",
        "Begeleiding",
        "route",
        "Ctrl+4",
        "begeleidingen trajecten opvolging leerdoelen stopzetting",
    ),
    _page(
        "doorverwijzingen",
        "Doorverwijzingen",
        "handshake",
        "",
        "doorverwezen partners verwijzing antwoord vdab wachten te laat",
    ),
    _page(
        "nazorg", "Nazorg", "door-open", "", "nazorgmomenten vrijgelaten vrijlating uitkomsten nabegeleiding"
    ),
    _page(
        "levering",
        "Levering",
        "send",
        "Ctrl+0",
        "leveringen maandexport maandbestand maandcijfers export cijfers vocvo rapport",
    ),
    _page(
        "bevolking", "Bevolking", "chart-column", "", "populatie gemiddelde instroom binnengekomen bezetting"
    ),
    _page(
        "importeren", "Lijst inlezen", "file-up", "", "importeren import inladen csv xlsx excel overzetten"
    ),
    Goal(Target("hulp"), "Ga naar Hulp", "life-buoy", "F1", "help sneltoetsen toetsen shortcuts handleiding"),
)
COMMANDS = (
    _new("nieuwe_vraag", "Nieuwe vraag", "plus", "Ctrl+N", "informatievraag noteren rapportbriefje"),
    _new("nieuwe_deelnemer", "Nieuwe deelnemer", "user-plus", "Ctrl+Shift+N", "persoon dossier aanmaken"),
    _new("nieuwe_taak", "Nieuwe taak", "calendar-plus", "Ctrl+Shift+T", "toevoegen herinnering onthouden"),
)


# What a hit leads to, and its icon.
HITS = {
    "deelnemer": ("dossier", "user"),
    "vraag": ("vraag", "message-circle-question-mark"),
    "contact": ("dossier", "message-square"),
}


class TopSearch(QObject):
    """Shows hits below a search field while somebody types; `chosen(Target)` for where a hit leads.

    `more` are goals beside those of this module, of which somebody with this rol is offered all.
    """

    chosen = Signal(Target)

    def __init__(self, field: SearchField, context: Context, more: Iterable[Goal]) -> None:
        super().__init__(field)
        self._field, self._context = field, context
        self._goals = (*goals_for(context.store.wie.rol), *more)
        self.popup = PopupList(field, width=640)
        self.popup.chosen.connect(self._choose)
        field.searched.connect(self._search)

    def _search(self, typed: str) -> None:
        named, others = found(typed, self._goals)
        people: list[LookupRow] = []
        near: list[LookupRow] = []
        texts: list[LookupRow] = []
        for hit in self._context.store.read(zoek, typed):
            place = texts if hit.soort != "deelnemer" else people if _is_named(hit, typed) else near
            place.append(_row(hit, typed))
        self.popup.show_rows([*named, *people, *others, *near, *texts], typed)

    def _choose(self, row: LookupRow) -> None:
        self._field.clear()
        if isinstance(row.key, Target):
            self.chosen.emit(row.key)


def goals_for(rol: Rol) -> list[Goal]:
    """The pages and commands of which somebody with this rol is offered a line."""
    return [goal for goal in (*COMMANDS, *PAGES) if goal.recht in RECHTEN[rol]]


def found(typed: str, goals: Iterable[Goal]) -> tuple[list[LookupRow], list[LookupRow]]:
    """What was named in full, to stand first, and the others of which a word begins with what was typed.

    Among those, what is called so on the screen stands before what somebody may call it otherwise.
    """
    words = vouw(typed).split()
    if words[:2] == ["ga", "naar"]:
        words = words[2:]
    if not words:
        return [], []
    named, others, otherwise = [], [], []
    for goal in goals:
        name = vouw(goal.title.removeprefix("Ga naar "))
        if " ".join(words) == name:
            named.append(goal.row(typed))
        elif all(_begins(word, name, LETTERS) for word in words):
            others.append(goal.row(typed))
        elif all(
            _begins(word, name, LETTERS) or _begins(word, goal.also, LETTERS_OF_OTHER_WORD) for word in words
        ):
            otherwise.append(goal.row(typed))
    return named, [*others, *otherwise][:MOST]


def _is_named(hit: Treffer, typed: str) -> bool:
    """Whether what was typed begins a word of a name or is the number, rather than being close to one."""
    parts = vouw(f"{hit.titel} {hit.toelichting}").split()
    return all(any(part.startswith(word) for part in parts) for word in vouw(typed).split())


def _row(hit: Treffer, typed: str) -> LookupRow:
    place, icon = HITS[hit.soort]
    target = Target(place, hit.id if hit.soort == "vraag" else hit.deelnemer_id)
    return LookupRow(target, hit.titel, hit.toelichting, icon, typed)


def _begins(typed: str, text: str, letters: int) -> bool:
    return len(typed) >= letters and any(word.startswith(typed) for word in vouw(text).split())
