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


def store_job(
    store: Store, work: Callable[Concatenate[Store, P], object], *args: P.args, **kwargs: P.kwargs
) -> Job:
    """The job `work(store, …)`. Screens are not told what changed: who starts it reads again afterwards."""
    return Job(_run, store, work, args, kwargs)


def _run(store: Store, work: Callable[..., object], args: tuple[Any, ...], kwargs: dict[str, Any]) -> object:
    with store.again() as own:
        return work(own, *args, **kwargs)


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
