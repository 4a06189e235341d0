"""What the tests of bad input start from: dossiers in which something of everything stands."""

from collections.abc import Iterator
from typing import Any

import pytest
from tests.badinput.dossier import fill
from tests.badinput.invariants import invariants
from tests.badinput.profile import MANY
from tests.badinput.tally import lines
from tests.conftest import Clock, Database

from leertraject_desktop.ui.kit.jobs import Jobs


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """After a long run, how much of what was tried was carried out."""
    for line in lines() if MANY else ():
        terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def filled(_template: Database, tmp_path_factory: pytest.TempPathFactory) -> Database:
    """A database with four dossiers in it."""
    folder = tmp_path_factory.mktemp("dossiers")
    for file in _template.path.parent.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    made = Database(folder / _template.path.name, _template.key)
    with made.open(Clock()) as store:
        fill(store)
        invariants(store)
    return made


@pytest.fixture(scope="session")
def worker(qapp: Any) -> Iterator[Jobs]:
    """The worker of the application."""
    made = Jobs()
    yield made
    made.close()
