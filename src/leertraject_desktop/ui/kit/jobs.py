"""Work that takes time: one worker thread, progress, cancelling; results come back on the GUI thread."""

import sys
import threading
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore
from PySide6.QtCore import QCoreApplication, QObject, Signal

from leertraject_desktop.domain.problem import Problem

if TYPE_CHECKING:
    from queue import SimpleQueue


class Cancelled(Exception):
    """The user stopped the job; raised inside the work when it tells its progress."""


class Job(QObject):
    """One piece of work: `fn(*args, **kwargs)` on the worker thread.

    Connect the signals first and then give it to `Jobs.start`. `done(result)`, `failed(Problem)`,
    `cancelled()` and at last `finished()` come on the GUI thread. With `tells_progress` the work gets a
    keyword `progress`, to call as `progress(done, total)`; it raises Cancelled once the user stopped the job.
    An exception that is no Problem is a bug and reaches sys.excepthook.
    """

    progress = Signal(int, int)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()

    def __init__(
        self, fn: Callable[..., Any], *args: Any, tells_progress: bool = False, **kwargs: Any
    ) -> None:
        super().__init__()
        self._fn, self._args, self._kwargs = fn, args, kwargs
        self._stop = threading.Event()
        self._tells_progress = tells_progress

    def cancel(self) -> None:
        """Stop at the next step; work that has not begun does not begin."""
        self._stop.set()

    def run(self, report: Callable[["Job", str, Any], None]) -> None:
        """Do the work; called on the worker thread by Jobs."""
        if self._stop.is_set():
            report(self, "cancelled", None)
            return

        def progress(done: int, total: int) -> None:
            if self._stop.is_set():
                raise Cancelled
            report(self, "progress", (done, total))

        extra = {"progress": progress} if self._tells_progress else {}
        try:
            result = self._fn(*self._args, **self._kwargs, **extra)
        except Cancelled:
            report(self, "cancelled", None)
        except Problem as problem:
            report(self, "failed", problem)
        except BaseException as error:  # noqa: BLE001 - handed over whole to the GUI thread
            report(self, "crashed", error)
        else:
            report(self, "done", result)


class Jobs(QObject):
    """The worker of the application; jobs run one after the other, in the order of their start."""

    busy_changed = Signal(bool)
    _reported = Signal(object, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: SimpleQueue[Job | None]
        self._open: list[Job] = []
        self._thread: threading.Thread | None = None
        self._reported.connect(self._deliver)  # emitted by the worker, so Qt delivers it on our thread

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        return bool(self._open)

    def start(self, job: Job) -> Job:
        """Give a job to the worker; it is kept until it has finished."""
        if self._thread is None:
            from queue import SimpleQueue  # here, as the login window has no work before it is painted

            self._queue = SimpleQueue()
            self._thread = threading.Thread(target=self._work, name="jobs", daemon=True)
            self._thread.start()
        self._open.append(job)
        if len(self._open) == 1:
            self.busy_changed.emit(True)
        self._queue.put(job)
        return job

    def wait(self, seconds: float = 30.0) -> bool:
        """Let everything finish and deliver it; for tests and for closing. False when time ran out."""
        until = monotonic() + seconds
        while self._open and monotonic() < until:
            QCoreApplication.processEvents()
            if self._open:
                threading.Event().wait(0.005)
        return not self._open

    def cancel(self) -> None:
        """Stop what runs at its next step, and what waits before it begins."""
        for job in self._open:
            job.cancel()

    def close(self, seconds: float = 5.0) -> bool:
        """Cancel what runs, and end the worker. False when a job would not stop in time."""
        self.cancel()
        ended = self.wait(seconds)
        if self._thread is not None:
            self._queue.put(None)
            if ended:
                self._thread.join(seconds)
                self._thread = None
        return ended

    def _work(self) -> None:
        while (job := self._queue.get()) is not None:
            job.run(self._reported.emit)

    def _deliver(self, job: Job, what: str, value: Any) -> None:
        if what == "progress":
            job.progress.emit(*value)
            return
        self._open.remove(job)
        try:
            self._tell(job, what, value)
        finally:
            job.finished.emit()
            if not self._open:
                self.busy_changed.emit(False)

    def _tell(self, job: Job, what: str, value: Any) -> None:
        if what == "done":
            job.done.emit(value)
        elif what == "cancelled":
            job.cancelled.emit()
        elif what == "failed" and job.isSignalConnected(QtCore.QMetaMethod.fromSignal(job.failed)):
            job.failed.emit(value)
        else:
            sys.excepthook(type(value), value, value.__traceback__)
