"""Long work leaves the window free, can be stopped, and never loses what went wrong."""

import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit.changes import Changes
from leertraject_desktop.ui.kit.jobs import Job, Jobs


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    """A worker that is closed after the test."""
    made = Jobs()
    yield made
    assert made.close()


class Heard(QObject):
    """What a screen hears, and on which thread."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.said: list[tuple[str, object]] = []
        self.threads: set[QThread] = set()
        job.done.connect(self.done)
        job.failed.connect(self.failed)
        job.cancelled.connect(self.cancelled)
        job.progress.connect(self.progress)

    def done(self, result: object) -> None:
        self._hear("done", result)

    def failed(self, problem: object) -> None:
        self._hear("failed", str(problem))

    def cancelled(self) -> None:
        self._hear("cancelled", None)

    def progress(self, done: int, total: int) -> None:
        self._hear("progress", (done, total))

    def _hear(self, what: str, value: object) -> None:
        self.said.append((what, value))
        self.threads.add(QThread.currentThread())


def test_the_result_comes_on_the_thread_of_the_window(jobs: Jobs, qapp: QApplication) -> None:
    job = Job(lambda a, b: (a + b, threading.current_thread() is threading.main_thread()), 40, b=2)
    heard = Heard(job)
    jobs.start(job)
    assert jobs.wait()
    assert heard.said == [("done", (42, False))]
    assert heard.threads == {qapp.thread()}


def test_jobs_run_one_after_the_other(jobs: Jobs) -> None:
    order: list[int] = []
    for number in range(20):
        jobs.start(Job(order.append, number))
    assert jobs.wait()
    assert order == list(range(20))


def test_progress_is_told_and_the_user_can_stop(jobs: Jobs, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(progress: Callable[[int, int], None]) -> None:
        progress(1, 10)
        begun.set()
        go_on.wait(5)
        progress(2, 10)

    job = Job(work, tells_progress=True)
    heard = Heard(job)
    waiting = Job(lambda: None)
    never = Heard(waiting)
    jobs.start(job)
    jobs.start(waiting)
    assert begun.wait(5)
    job.cancel()
    waiting.cancel()
    go_on.set()
    assert jobs.wait()
    assert heard.said == [("progress", (1, 10)), ("cancelled", None)]
    assert never.said == [("cancelled", None)]


def test_a_problem_reaches_the_screen(jobs: Jobs) -> None:
    def work() -> None:
        raise Problem("De stick is vol.", "Neem een andere stick.")

    job = Job(work)
    heard = Heard(job)
    jobs.start(job)
    assert jobs.wait()
    assert heard.said == [("failed", "De stick is vol. Neem een andere stick.")]


def test_a_bug_reaches_the_crash_hook_and_the_worker_goes_on(
    jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: caught.append(kind))
    finished: list[bool] = []
    broken = Job(lambda: 1 // 0)
    broken.finished.connect(lambda: finished.append(True))
    unheard = Job(_raise_problem)
    after = Job(lambda: "verder")
    heard = Heard(after)
    for job in (broken, unheard, after):
        jobs.start(job)
    assert jobs.wait()
    assert caught == [ZeroDivisionError, Problem]
    assert finished == [True]
    assert heard.said == [("done", "verder")]


def _raise_problem() -> None:
    raise Problem("Niemand luistert.", "Toch komt dit aan.")


def test_a_change_told_by_the_worker_reaches_the_screens(jobs: Jobs, qtbot: QtBot) -> None:
    changes = Changes()
    with qtbot.waitSignal(changes.changed) as told:
        jobs.start(Job(changes.tell, ["deelnemer", "vraag"]))
    assert told.args == [frozenset({"deelnemer", "vraag"})]
