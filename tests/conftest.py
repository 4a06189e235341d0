"""What every test gets: no network, no home of the user, a fixed clock and a real database of its own."""

import os
import shutil
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("LEERTRAJECT_WACHTWOORD", None)

from leertraject_desktop.storage import keyfile
from leertraject_desktop.storage.database import Eigenaar, create, open_with_key
from leertraject_desktop.storage.keyfile import Kdf
from leertraject_desktop.storage.store import Store

# The house rules look at the checkout; beside the installed wheel there is none.
HOUSE = Path(__file__).parent.parent
collect_ignore = [] if (HOUSE / "src").is_dir() else ["test_house_rules.py"]
collect_ignore += [] if sys.platform == "linux" else ["storage/test_disk.py", "test_start_of_the_program.py"]

# The same examples everywhere, and nothing kept from run to run: what fails here fails everywhere.
settings.register_profile("house", database=None, deadline=None, derandomize=True)
settings.load_profile("house")

WINTER_TIME = timezone(timedelta(hours=1))
FAST = Kdf(memory=64 * 1024, passes=1, lanes=4)


def _guard(event: str, args: tuple[Any, ...]) -> None:
    """Refuse every socket of the network family, also those made below Python's own socket module."""
    if event == "socket.__new__" and args[1] in (socket.AF_INET, socket.AF_INET6):
        raise PermissionError("the tests, like the program, know no network")


# Where the network is watched from the outside, nothing may stop a call before it can be seen.
if not os.environ.get("LEERTRAJECT_WATCHED"):
    sys.addaudithook(_guard)


@pytest.fixture(scope="session", autouse=True)
def _no_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Point every place where a program keeps something of its user to a folder of this run."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
            patch.setenv(name, str(home))
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        yield


class Clock:
    """A clock that stands still until a test moves it. It starts on Tuesday 24 November 2026 at 10:00."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 24, 10, 0, tzinfo=WINTER_TIME)

    def __call__(self) -> datetime:
        return self.moment

    def zet(self, jaar: int, maand: int, dag: int, uur: int = 10) -> None:
        """Put the clock on a day."""
        self.moment = datetime(jaar, maand, dag, uur, tzinfo=self.moment.tzinfo)

    def later(self, **duur: float) -> None:
        """Let time pass: `clock.later(days=3)`."""
        self.moment += timedelta(**duur)


@dataclass(frozen=True, slots=True)
class Database:
    """An encrypted database with its key file in a folder of its own, and how to get in."""

    path: Path
    key: bytes
    login: str = "an"
    wachtzin: str = "vier fietsen langs de vaart"

    def open(self, clock: Clock | None = None) -> Store:
        """Open it as its beheerder, without the cost of the passphrase."""
        return open_with_key(self.path, self.login, self.key, clock=clock or Clock())


def last_write(store: Store) -> str:
    """The name of the write that `undo` would take back; empty when there is none."""
    return store._undo[-1][0] if store._undo else ""


@pytest.fixture
def clock() -> Clock:
    """The clock of the `store` fixture."""
    return Clock()


@pytest.fixture(scope="session")
def _template(tmp_path_factory: pytest.TempPathFactory) -> Database:
    path = tmp_path_factory.mktemp("sjabloon") / "brugge.leertraject"
    made = Database(path, b"")
    create(path, "BRG", Eigenaar(made.login, "An Bogaert"), made.wachtzin, kdf=FAST)
    return Database(path, keyfile.unlock(keyfile.read(path), made.login, made.wachtzin))


@pytest.fixture
def database(_template: Database, tmp_path: Path) -> Database:
    """A fresh database of the prison of Brugge with one gebruiker, An Bogaert, who is beheerder."""
    folder = tmp_path / "gegevens"
    folder.mkdir()
    for file in (_template.path, keyfile.key_path(_template.path)):
        shutil.copyfile(file, folder / file.name)
    return Database(folder / _template.path.name, _template.key)


@pytest.fixture
def store(database: Database, clock: Clock) -> Iterator[Store]:
    """An open store over a fresh database, on the clock of the test."""
    with database.open(clock) as opened:
        yield opened
