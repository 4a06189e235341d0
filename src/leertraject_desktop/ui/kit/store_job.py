"""A job that writes: on the worker it opens a store of its own, because a store writes from one thread."""

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec

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
