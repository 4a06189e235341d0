"""A disk that is full and folders without rights, made with the limits of Linux itself."""

import contextlib
import ctypes
import resource

import pytest
from tests.conftest import FAST
from tests.storage import commands as c

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.atomic import write_atomically
from leertraject_desktop.storage.database import Eigenaar, create, open_store

CAPABILITY_VERSION = 0x20080522
PASS_BY_RIGHTS = 0b110  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH


@contextlib.contextmanager
def no_file_larger_than(limit):
    """Every write beyond this many bytes fails, as on a disk without room."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def may_pass_by_rights(allowed):
    """Whether root stands above the rights of files; for anybody else this changes nothing."""
    libc = ctypes.CDLL(None, use_errno=True)
    header, data = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0), (ctypes.c_uint32 * 6)()
    assert libc.capget(header, data) == 0
    data[0] = data[0] | (data[1] & PASS_BY_RIGHTS) if allowed else data[0] & ~PASS_BY_RIGHTS
    assert libc.capset(header, data) == 0


@pytest.fixture
def closed_folder(tmp_path):
    """A folder whose rights a test can take away, also from root; they come back by themselves."""
    folder = tmp_path / "dicht"
    folder.mkdir()

    def close(rights=0o555):
        folder.chmod(rights)
        may_pass_by_rights(False)

    yield folder, close
    may_pass_by_rights(True)
    folder.chmod(0o755)


def test_on_a_full_disk_nothing_is_half_kept_and_later_it_works_again(store):
    jan = store.write(c.nieuwe_deelnemer)
    before = store.read(c.alles)
    with no_file_larger_than(64 * 1024), pytest.raises(Problem, match="geen plaats"):
        store.write(c.schrijf_naam, jan, "x" * 200_000)
    assert store.read(c.alles) == before
    store.write(c.schrijf_naam, jan, "x" * 200_000)
    assert store.undo() == "naam schrijven"


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
    close(0o000)
    with pytest.raises(Problem, match="Je mag"):
        open_store(folder / "a.leertraject", "an", database.wachtzin)
