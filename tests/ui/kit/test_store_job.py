"""What a job writes is news for the open screens, however the job ends."""

from typing import Any

import pytest
from tests.storage import commands as c

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.kit.jobs import Jobs
from leertraject_desktop.ui.kit.store_job import StoreJob


def _keep(store: Store, name: str, *, then_fail: bool) -> None:
    store.write(c.nieuwe_deelnemer, name)
    if then_fail:
        raise Problem("De schijf is vol.", "Maak plaats vrij.")


@pytest.mark.parametrize("then_fail", [False, True])
def test_screens_hear_once_of_what_a_job_kept_also_when_it_failed_afterwards(
    qapp: Any, store: Store, then_fail: bool
) -> None:
    jobs, heard = Jobs(), []
    store.listen(lambda tables: heard.append("deelnemer" in tables))
    job = StoreJob(store, _keep, "Bram", then_fail=then_fail)
    job.failed.connect(lambda _: None)
    jobs.start(job)
    assert jobs.wait() and heard == [True]
    assert store.undo() == "deelnemer bewaren"
    assert jobs.close()
