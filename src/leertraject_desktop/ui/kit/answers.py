"""Answers on paper, for the persons who asked: two slips on a page, without names of staff."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.deelnemers.dossier import DossierKop, deelnemer_invoer, dossierkop, uids
from leertraject_desktop.features.informatievragen.lijst import VraagRij
from leertraject_desktop.features.papier.antwoord import AntwoordGegevens, antwoorden_pdf
from leertraject_desktop.features.papier.teksten import taal_of_nederlands
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.kit.jobs import Job, Jobs
from leertraject_desktop.ui.kit.print_preview import preview_pdf


def note_answers(store: Store, rows: Sequence[VraagRij], soort: Logsoort) -> None:
    """Keep in the logboek whose answers went out on paper or as a file."""
    who = [row.deelnemer_id for row in rows if row.deelnemer_id is not None]
    store.noteer(soort, "antwoorden op papier", *store.read(uids, who))


class AnswerPaper(QObject):
    """Shows answers as they will be printed. `told` is for the status bar, `failed` hands a Problem over."""

    told = Signal(str)
    failed = Signal(Problem)

    def __init__(self, store: Store, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._jobs, self._parent = store, jobs, parent
        self._title = ""
        self._rows: tuple[VraagRij, ...] = ()
        self._job: Job | None = None

    def show_answers(self, rows: Sequence[VraagRij], title: str) -> None:
        """Make the slips of these questions, each in the language of who asked."""
        if self._job is not None:
            return
        self._title, self._rows = title, tuple(rows)
        job = Job(answers_pdf, self._store, self._rows)
        job.done.connect(self._made)
        job.failed.connect(self._refused)
        self._job = job
        self._jobs.start(job)

    def _made(self, pdf: bytes) -> None:
        self._job = None
        note = partial(note_answers, self._store, self._rows)
        preview_pdf(self._parent, pdf, self._title, self.told, note=note)

    def _refused(self, problem: Problem) -> None:
        self._job = None
        self.failed.emit(problem)


def answer_data(kop: DossierKop | None, rij: VraagRij, taal: str) -> AntwoordGegevens:
    """The answer to a question; without a dossier there is a line to write the name on."""
    return AntwoordGegevens(
        vraag=rij.vraag or rij.onderwerp,
        antwoord=rij.antwoord,
        datum=rij.beantwoord_op or rij.datum,
        naam=kop.naam if kop else "",
        naam_eigen_schrift=kop.naam_eigen_schrift if kop else "",
        afdeling_cel=_place(kop) if kop else "",
        taal=taal,
    )


def answers_pdf(store: Store, rows: Sequence[VraagRij]) -> bytes:
    """The slips as one PDF. Raises Problem for a name that cannot be printed, or an answer over a page."""
    answers = []
    for row in rows:
        kop, taal = None, "nl"
        if row.deelnemer_id is not None:
            kop = store.read(dossierkop, row.deelnemer_id)
            taal = taal_of_nederlands(store.read(deelnemer_invoer, row.deelnemer_id).contacttaal or "nl")
        answers.append(answer_data(kop, row, taal))
    return antwoorden_pdf(answers)


def _place(kop: DossierKop) -> str:
    return ", ".join(filter(None, (kop.afdeling, f"cel {kop.cel}" if kop.cel else "")))
