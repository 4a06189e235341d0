"""Many intake forms in one file: of everybody in the list with what is known, or blank ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.deelnemers.dossier import uids
from leertraject_desktop.features.deelnemers.intake import IntakeBekend, intake_bekend
from leertraject_desktop.features.papier.codes import nieuw_formuliernummer
from leertraject_desktop.features.papier.intake import IntakeBlad, IntakeGegevens, intakes_pdf
from leertraject_desktop.features.papier.intake_tekst import intake_tekst
from leertraject_desktop.features.papier.teksten import taal_of_nederlands
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.date_editors import NumberEditor
from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.form import Field, Form
from leertraject_desktop.ui.kit.jobs import Job
from leertraject_desktop.ui.kit.mark_editors import RadioEditor
from leertraject_desktop.ui.kit.print_preview import preview_pdf
from leertraject_desktop.ui.kit.screen import Screen

MOST = 200
LIST, BLANK = "lijst", "blanco"
OWN = "eigen"
LANGUAGES = [
    (OWN, "De taal van de deelnemer"),
    ("nl", "Nederlands"),
    ("fr", "Frans"),
    ("en", "Engels"),
    ("ar", "Arabisch"),
]


@dataclass(frozen=True, slots=True)
class IntakeKeuze:
    """Which forms: `wie` is "lijst" or "blanco", `taal` a language or "eigen"; `aantal` is of blank ones."""

    wie: str | None
    taal: str | None
    aantal: int


class IntakeBatch(QObject):
    """The question over the list, and the forms that come of it. `told` is for the status bar."""

    told = Signal(str)

    def __init__(self, screen: Screen, ids: Sequence[int]) -> None:
        super().__init__(screen)
        self._screen, self._ids = screen, tuple(ids)
        self._named: tuple[int, ...] = ()
        self._job: Job | None = None
        many = "1 deelnemer" if len(ids) == 1 else f"{len(ids)} deelnemers"
        self.form = Form(
            IntakeKeuze,
            [
                Field(
                    "wie",
                    "Voor wie?",
                    RadioEditor([(LIST, f"Wie in de lijst staat: {many}"), (BLANK, "Blanco")]),
                ),
                Field("taal", "Taal van het papier", ChoiceEditor(LANGUAGES), width=240),
                Field("aantal", "Aantal blanco", NumberEditor(low=1, high=MOST), width=120),
            ],
            rows=[["wie"], ["taal", "aantal"]],
        )
        self.form.show_value(IntakeKeuze(LIST if ids else BLANK, OWN, 50))
        self.overlay = Overlay(
            screen.window(), "Intakes in één bestand", self.form, confirm="Maak de intakes"
        )
        self.overlay.confirmed.connect(self.make)
        self.overlay.closed.connect(self._closed)

    def open(self) -> None:
        """Show the question."""
        self.overlay.open()

    def make(self) -> None:
        """Make the forms on the worker; the sheet counts along, and leaving stops it."""
        choice = self.form.read()
        if choice is None or self._job is not None:
            return
        if choice.wie == LIST and not 0 < len(self._ids) <= MOST:
            self.form.show_problem(_too_many(len(self._ids)))
            return
        job = Job(make_intakes, self._screen.context.store, self._ids, choice, tells_progress=True)
        job.progress.connect(self._count)
        job.done.connect(self._made)
        job.failed.connect(self._failed)
        self._job = job
        self._named = self._ids if choice.wie == LIST else ()
        self.overlay.sheet.confirm_button.setEnabled(False)
        self._screen.context.jobs.start(job)

    def _count(self, done: int, total: int) -> None:
        if self._job is not None:
            self.overlay.sheet.show_status(f"{done} van {total} gemaakt")

    def _made(self, pdf: bytes) -> None:
        if self._job is None:
            return
        self._job = None
        self.overlay.close_dialog()
        note = partial(_note, self._screen.context.store, self._named)
        preview_pdf(self._screen, pdf, "Intakes", self._screen.told, note=note)

    def _failed(self, problem: Problem) -> None:
        if self._job is not None:
            self._job = None
            self.overlay.sheet.show_status("")
            self.overlay.sheet.confirm_button.setEnabled(True)
            self.form.show_problem(problem)

    def _closed(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self.told.emit("Gestopt: er zijn geen intakes gemaakt.")
        self.deleteLater()


def make_intakes(
    store: Store, ids: Sequence[int], choice: IntakeKeuze, *, progress: Callable[[int, int], None]
) -> bytes:
    """The forms as one PDF. Raises Problem for a name that cannot be printed."""
    fixed = taal_of_nederlands(choice.taal or "nl")
    if choice.wie != LIST:
        blank = [IntakeBlad(nieuw_formuliernummer(), fixed) for _ in range(choice.aantal)]
        return intakes_pdf(blank, progress=progress)
    sheets = []
    for deelnemer_id in ids:
        known = store.read(intake_bekend, deelnemer_id)
        taal = taal_of_nederlands(known.contacttaal or "nl") if choice.taal == OWN else fixed
        sheets.append(IntakeBlad(nieuw_formuliernummer(), taal, _filled_in(known)))
    return intakes_pdf(sheets, progress=progress)


def _filled_in(known: IntakeBekend) -> IntakeGegevens:
    language = known.contacttaal
    if language and language not in intake_tekst("nl").vragen[1].opties:
        language = known.contacttaal_naam
    return IntakeGegevens(
        naam=known.naam,
        naam_eigen_schrift=known.naam_eigen_schrift,
        afdeling_cel=known.afdeling_cel,
        contacttaal=language,
        talen=known.talen,
        opleidingsniveau=known.opleidingsniveau,
    )


def _too_many(count: int) -> Problem:
    if not count:
        return Problem(
            "Er staat niemand in de lijst.", "Kies ‘Blanco’, of wis de filters van de lijst.", veld="wie"
        )
    what = f"{count} intakes zijn te veel voor één bestand: het zijn er hoogstens {MOST}."
    return Problem(what, "Filter de lijst eerst, bijvoorbeeld op afdeling.", veld="wie")


def _note(store: Store, named: Sequence[int], soort: Logsoort) -> None:
    """Keep in the logboek for whom intakes were printed or kept as a file."""
    store.noteer(soort, "intakes", *store.read(uids, named))
