"""A job that writes: on the worker it opens a store of its own, because a store writes from one thread."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Concatenate, ParamSpec

from leertraject_desktop.storage.access import Wie
from leertraject_desktop.storage.clock import Clock
from leertraject_desktop.storage.instance import Instance
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.kit.jobs import Job

P = ParamSpec("P")


class StoreJob(Job):
    """The job `work(store, …)`, with `progress` where it tells that.

    What it kept can be undone as everything else, and open screens hear of it before `done` reaches who
    started it; also of what it kept before it failed or was stopped.
    """

    def __init__(
        self,
        store: Store,
        work: Callable[..., object],
        *args: Any,
        tells_progress: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(self._write, *args, tells_progress=tells_progress, **kwargs)
        self._store, self._work = store, work
        self._tables: frozenset[str] = frozenset()
        self.done.connect(self._tell)
        self.finished.connect(self._tell)

    def _write(self, *args: Any, **kwargs: Any) -> object:
        with self._store.again() as own:
            own.listen(self._note)
            return self._work(own, *args, **kwargs)

    def _note(self, tables: frozenset[str]) -> None:
        self._tables |= tables

    def _tell(self) -> None:
        kept, self._tables = self._tables, frozenset()
        self._store.tell(kept)


def store_job(
    store: Store, work: Callable[Concatenate[Store, P], object], *args: P.args, **kwargs: P.kwargs
) -> Job:
    """The job `work(store, …)` for work that does not tell how far it is."""
    return StoreJob(store, lambda own: work(own, *args, **kwargs))


def with_own_store(
    work: Callable[..., object],
    path: Path,
    key: bytes,
    wie: Wie,
    clock: Clock,
    instance: Instance | None,
    **progress: Callable[[int, int], None],
) -> object:
    """Open a store in the thread that writes with it, and close it whatever happens."""
    with Store(path, key, wie, clock=clock) as store:
        return work(store, instance, **progress)
