"""The backup of every day: made after opening and at closing, told in the status bar, calm when it fails."""

from datetime import UTC, date, datetime

from PySide6.QtCore import QObject, Signal

from leertraject_desktop.domain.datums import toon_datum, toon_datum_kort
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.reservekopie.reservekopie import (
    Gemaakt,
    is_nodig,
    laatste,
    maak,
    noteer_gemaakt,
)
from leertraject_desktop.storage import reserve
from leertraject_desktop.storage.clock import Clock, local_now
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.kit.jobs import Job
from leertraject_desktop.ui.kit.screen import Context

# Drafts come and go with every sentence; they are no reason for another backup.
PASSING = frozenset({"concept", "bekeken"})


class DailyBackup(QObject):
    """`told` gives the words for the status bar, `failed` a Problem to tell without alarm.

    `owed` says that there was no time for one when the data was closed before.
    """

    told = Signal(str)
    failed = Signal(Problem)

    def __init__(self, context: Context, *, clock: Clock = local_now, owed: bool = False) -> None:
        super().__init__()
        self._context, self._clock = context, clock
        self._written, self._owed = False, owed
        context.store.listen(self._note_write)

    def begin(self) -> None:
        """After opening: hold the reserve back, and make the backup of today when there is none yet."""
        self.tell()
        self._start(_today, self._clock().date())

    def at_close(self) -> bool:
        """At closing: make one more when something was written; whether one is being made."""
        if self._written or self._owed:
            self._owed = False
            self._start(maak, "bij het sluiten")
            return True
        return False

    def tell(self) -> None:
        """Say in the status bar when the last one was made."""
        made = laatste(self._context.store)
        self.told.emit(f"Reservekopie: {spoken(made, self._clock())}" if made else "Nog geen reservekopie")

    def _start(self, work: object, argument: object) -> None:
        self._written = False  # what is written while it runs may not be in it
        job = Job(work, self._context.store, argument, clock=self._clock)  # type: ignore[arg-type]
        job.done.connect(self._made)
        job.failed.connect(self._not_made)
        self._context.jobs.start(job)

    def _made(self, made: Gemaakt | None) -> None:
        if made is None:
            return
        try:
            noteer_gemaakt(self._context.store, made)
        except Problem as problem:
            self.failed.emit(problem)
        self.tell()
        if made.tweede_mislukt is not None:
            self.failed.emit(made.tweede_mislukt)

    def _not_made(self, problem: Problem) -> None:
        self._written = True
        self.told.emit("Geen reservekopie vandaag")
        self.failed.emit(problem)

    def _note_write(self, tables: frozenset[str]) -> None:
        self._written = self._written or bool(tables - PASSING)


def spoken(moment: datetime, now: datetime) -> str:
    """A moment in UTC as people say it: "vandaag 10:02", "gisteren 16:58", "vr 20-11 16:40", "3-2-2026"."""
    local = moment.replace(tzinfo=UTC).astimezone(now.tzinfo)
    days = (now.date() - local.date()).days
    clock = f"{local.hour}:{local.minute:02d}"
    if days in (0, 1):
        return f"{'gisteren' if days else 'vandaag'} {clock}"
    if 1 < days < 7:
        return f"{toon_datum_kort(local)} {clock}"
    return toon_datum(local)


def _today(store: Store, day: date, *, clock: Clock) -> Gemaakt | None:
    reserve.hold(store.path)
    return maak(store, "elke dag", clock=clock) if is_nodig(store, day, clock=clock) else None
