"""The list of the login window: read without a passphrase and without anything heavy."""

import subprocess
import sys

import pytest

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage import keyfile
from leertraject_desktop.storage.login_list import LoginName, login_list


def test_the_login_window_shows_the_prison_and_who_can_log_in(database):
    file = keyfile.read(database.path)
    file = keyfile.add_slot(
        file, database.key, "zoe", "Zoë Claes", "nog een lange zin hier", file.slots[0].kdf
    )
    keyfile.write(database.path, file)
    shown = login_list(database.path)
    assert shown.gevangenis == "Brugge"
    assert shown.names == (LoginName("an", "An Bogaert"), LoginName("zoe", "Zoë Claes"))


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'{"slots": 3}', b"\xff" * 9])
def test_a_damaged_key_file_leaves_its_twin(database, content):
    twin = keyfile.previous_path(database.path)
    twin.write_bytes(keyfile.key_path(database.path).read_bytes())
    keyfile.key_path(database.path).write_bytes(content)
    assert login_list(database.path).gevangenis == "Brugge"
    twin.unlink()
    with pytest.raises(Problem, match="sleutelbestand"):
        login_list(database.path)


def test_data_that_is_gone_is_told_with_the_place_where_it_was(database):
    database.path.unlink()
    with pytest.raises(Problem, match="Zet het daar terug"):
        login_list(database.path)


def test_nothing_heavy_is_loaded_for_it():
    heavy = "sqlalchemy, alembic, cryptography, sqlcipher3, openpyxl, reportlab"
    code = (
        "import sys, leertraject_desktop.storage.login_list, leertraject_desktop.storage.pogingen, "
        "leertraject_desktop.storage.location; "
        f"sys.exit(str([name for name in '{heavy}'.split(', ') if name in sys.modules] or ''))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).stderr.strip() == b""
