"""What the tests of beheer share: cheap keys, settings of a computer of their own, and colleagues."""

from pathlib import Path

import pytest
from tests.conftest import FAST, Database

from leertraject_desktop.domain.label import Rol
from leertraject_desktop.features.gebruikers.toegang import geef_toegang
from leertraject_desktop.storage import keyfile, location
from leertraject_desktop.storage.database import open_with_key
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.beheer.gebruiker_forms import GivePassphrase, NewGebruiker
from leertraject_desktop.ui.beheer.own_passphrase import OwnPassphrase
from leertraject_desktop.ui.kit.jobs import Jobs
from leertraject_desktop.ui.kit.screen import Context

ZIN = "drie boten op zachte regen"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(location.FOLDER_VARIABLE, str(tmp_path / "computer"))
    for form in (GivePassphrase, NewGebruiker, OwnPassphrase):
        monkeypatch.setattr(form, "kdf", FAST)


@pytest.fixture
def lies(store: Store) -> int:
    """Lies Maes, lezer."""
    return geef_toegang(store, login="lies", naam="Lies Maes", rol=Rol.LEZER, wachtzin=ZIN, kdf=FAST)


@pytest.fixture
def as_lies(lies: int, database: Database, jobs: Jobs, clock):
    """What a page gets when Lies is logged in."""
    key = keyfile.unlock(keyfile.read(database.path), "lies", ZIN)
    with open_with_key(database.path, "lies", key, clock=clock) as opened:
        yield Context(opened, jobs)


@pytest.fixture
def put(window):
    """Put a page in the window and read what it shows."""

    def show(page):
        page.setParent(window)
        page.resize(window.size())
        page.show()
        page.focus_first()
        page.context.jobs.wait()
        return page

    return show
