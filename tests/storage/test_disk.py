"""A disk that is full and folders without rights, made with the limits of a POSIX system itself."""

import contextlib
import os
import resource
import tempfile
from pathlib import Path

import pytest
from tests.conftest import FAST
from tests.storage import commands as c

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.atomic import write_atomically
from leertraject_desktop.storage.database import Eigenaar, create, open_store

NOBODY = 65534


@contextlib.contextmanager
def no_file_larger_than(limit):
    """Every write beyond this many bytes fails, as on a disk without room."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def closed_folder():
    """A folder that can be entered and read but not written, by somebody who is not root."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    root = os.geteuid() == 0
    yield folder, (lambda: os.seteuid(NOBODY)) if root else (lambda: folder.chmod(0o555))
    if root:
        os.seteuid(0)
    folder.chmod(0o755)
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()


def test_on_a_full_disk_nothing_is_half_kept_and_later_it_works_again(store):
    jan = store.write(c.nieuwe_deelnemer)
    before = store.read(c.alles)
    with no_file_larger_than(64 * 1024), pytest.raises(Problem, match="geen plaats"):
        store.write(c.schrijf_nood, jan, "x" * 200_000)
    assert store.read(c.alles) == before
    store.write(c.schrijf_nood, jan, "x" * 200_000)
    assert store.undo() == "notitie wijzigen"


def test_on_a_full_disk_no_database_is_half_made(tmp_path):
    with no_file_larger_than(64 * 1024), pytest.raises(Problem):
        create(
            tmp_path / "a.leertraject", "BRG", Eigenaar("an", "An"), "vier fietsen langs de vaart", kdf=FAST
        )
    assert list(tmp_path.iterdir()) == []


def test_on_a_full_disk_the_file_that_stood_there_still_stands(tmp_path):
    target = tmp_path / "maand.xlsx"
    write_atomically(target, b"vorige")
    with no_file_larger_than(1024), pytest.raises(Problem):
        write_atomically(target, b"x" * 4096)
    assert target.read_bytes() == b"vorige"
    assert [file.name for file in tmp_path.iterdir()] == ["maand.xlsx"]


def test_in_a_folder_without_rights_no_database_is_made(closed_folder):
    folder, close = closed_folder
    close()
    with pytest.raises(Problem, match="niet schrijven"):
        create(folder / "a.leertraject", "BRG", Eigenaar("an", "An"), "vier fietsen langs de vaart", kdf=FAST)
    assert list(folder.iterdir()) == []


def test_a_database_that_may_not_be_opened_is_not_called_damaged(closed_folder, database):
    folder, close = closed_folder
    for file in list(database.path.parent.iterdir()):
        (folder / file.name).write_bytes(file.read_bytes())
        (folder / file.name).chmod(0o444)
    close()
    with pytest.raises(Problem) as caught:
        open_store(folder / database.path.name, database.login, database.wachtzin)
    assert "beschadigd" not in caught.value.what
    assert "ICT-dienst" in caught.value.remedy


def test_a_folder_that_may_not_even_be_entered_is_told(closed_folder, database):
    folder, close = closed_folder
    folder.chmod(0o700 if os.geteuid() == 0 else 0o000)
    if os.geteuid() == 0:
        close()
    with pytest.raises(Problem, match="Je mag"):
        open_store(folder / "a.leertraject", "an", database.wachtzin)
