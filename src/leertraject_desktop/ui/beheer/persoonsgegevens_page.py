"""The page of what the law asks: what is kept on a person, how long, and the facts after a datalek."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from leertraject_desktop.domain.rechten import Recht, controleer_recht
from leertraject_desktop.features.gegevens.datalek import Bestand, Feitenblad, feitenblad
from leertraject_desktop.features.papier.lijst import lijst_pdf
from leertraject_desktop.features.reservekopie.reservekopie import tweede_map
from leertraject_desktop.ui.beheer.moments import size, written
from leertraject_desktop.ui.beheer.person_part import PersonPart
from leertraject_desktop.ui.beheer.terms_part import TermsPart
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.jobs import Job
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.notice import Notice
from leertraject_desktop.ui.kit.page import PageHeader
from leertraject_desktop.ui.kit.print_preview import PrintPreview
from leertraject_desktop.ui.kit.screen import Context, Screen, Target
from leertraject_desktop.ui.kit.surfaces import Hairline, Surface
from leertraject_desktop.ui.kit.tabs import TabBar

TABS = (("persoon", "Inzage en wissen"), ("termijnen", "Bewaartermijnen"), ("datalek", "Datalek"))


class PersoonsgegevensPage(Screen):
    """For a beheerder. `Target.id` chooses a deelnemer, `Target.part` a tab."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.tabs = TabBar("Persoonsgegevens", TABS)
        self.person, self.terms, self.leak = PersonPart(context), TermsPart(context), LeakPart(context)
        self.parts = QStackedWidget()
        for part in (self.person, self.terms, self.leak):
            self.parts.addWidget(part)
            part.told.connect(self.told)
        bar = Surface("surface")
        row = QHBoxLayout(bar)
        row.setContentsMargins(tokens.PAGE_MARGIN - 4, 0, tokens.PAGE_MARGIN, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (PageHeader("Persoonsgegevens"), bar, Hairline()):
            column.addWidget(widget)
        column.addWidget(self.parts, 1)
        self.tabs.chosen.connect(self._turn)

    def show_target(self, target: Target) -> None:
        controleer_recht(self.context.store.wie.rol, Recht.BEHEREN)
        if target.part:
            self.tabs.show_tab(target.part)
            self._turn(target.part)
        if target.id is not None:
            self.person.choose(target.id)

    def focus_first(self) -> None:
        if self.tabs.key() == "persoon":
            self.person.focus_first()
        elif self.tabs.key() == "termijnen":
            self.terms.focus_first()
        else:
            self.leak.make.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        self.terms.refresh()
        self.person.show_person()

    def changed(self, tables: frozenset[str]) -> None:
        self._stale = True  # read again when the page is shown; every part reads what it changed itself

    def _turn(self, key: str) -> None:
        self.parts.setCurrentIndex([each for each, _ in TABS].index(key))
        if key == "termijnen":
            self.terms.refresh()


class LeakPart(Surface):
    """A computer or a stick is gone: what was on it, and could it be read?"""

    told = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__("surface")
        self.context = context
        self._preview: PrintPreview | None = None
        lead = Label(
            "Is deze computer of een stick weg of gezien door wie dat niet mocht? Het feitenblad zegt wat "
            "erop stond, over hoeveel mensen het gaat en of het versleuteld was. Bezorg het meteen aan de "
            "verantwoordelijke voor gegevensbescherming: die beslist wie het moet weten.",
            wrap=True,
        )
        self.notice = Notice()
        self.make = Button("Maak het feitenblad", kind="primary", icon="printer")
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.PAGE_MARGIN, 16, tokens.PAGE_MARGIN, 16)
        column.setSpacing(16)
        lead.setMaximumWidth(tokens.DIALOG_WIDTH)
        column.addWidget(lead)
        column.addWidget(self.notice)
        column.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.make.clicked.connect(self.make_sheet)

    def make_sheet(self) -> None:
        """Gather the facts and show them as they will be printed."""
        self.notice.clear()
        self.make.setEnabled(False)
        store = self.context.store
        tweede = store.read(tweede_map)
        job = Job(feitenblad, store, mappen=(tweede,) if tweede else ())
        job.done.connect(self._made)
        job.failed.connect(self.notice.show_problem)
        job.finished.connect(self._can_make_again)
        self.context.jobs.start(job)

    def _made(self, facts: Feitenblad) -> None:
        self._preview = PrintPreview(self)
        self._preview.show_pdf(leak_pdf(facts), f"Feitenblad {facts.gevangenis}")

    def _can_make_again(self) -> None:
        self.make.setEnabled(True)


def leak_pdf(facts: Feitenblad) -> bytes:
    """The fact sheet on paper."""
    safe = "ja" if facts.alles_versleuteld else "nee, kijk in de lijst"
    rows = [
        ["Mensen", str(facts.personen), ""],
        ["Alles over mensen versleuteld", safe, ""],
        ["Medewerkers met een aanmelding", str(facts.gebruikers), ""],
        *([f"Gegevens: {title}", str(count), ""] for title, count in facts.gegevens),
        *(_file_row(each) for each in facts.bestanden),
        *([f"Weggegaan op {written(moment)}", what, ""] for moment, what in facts.weggegaan),
    ]
    return lijst_pdf(
        "Feitenblad bij een datalek",
        ["Wat", "Hoeveel of hoe", "Uitleg"],
        rows,
        ondertitel=f"Gevangenis {facts.gevangenis}",
        voet=f"Gemaakt op {written(facts.moment)}",
    )


def _file_row(file: Bestand) -> list[str]:
    state = "versleuteld" if file.versleuteld else "leesbaar"
    return [file.naam, state, f"{file.uitleg}, {size(file.grootte)}"]
