"""Making, opening and closing the encrypted database, and every way in which that can go wrong."""

import os
import socket
import stat

import pytest
from tests.conftest import FAST
from tests.storage import commands as c

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage import keyfile
from leertraject_desktop.storage.database import Eigenaar, create, open_store, open_with_key

AN = Eigenaar("an", "An Bogaert")
PLAIN = b"SQLite format 3\x00"


def make(path, gevangenis="BRG"):
    create(path, gevangenis, AN, "vier fietsen langs de vaart", kdf=FAST)


def refused(call, *arguments):
    with pytest.raises(Problem) as caught:
        call(*arguments)
    assert caught.value.remedy
    return caught.value


def files(folder):
    return {file.name: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_fresh_database_opens_with_the_passphrase(database):
    with open_store(database.path, "an", database.wachtzin) as store:
        assert (store.wie.naam, store.wie.gevangenis) == ("An Bogaert", "BRG")


def test_what_was_kept_is_there_after_closing_and_opening_again(database):
    with database.open() as store:
        store.write(c.nieuwe_deelnemer, "🙂 العمراني")
    with database.open() as store:
        assert [row.familienaam for row in store.read(c.namen)] == ["🙂 العمراني"]


def test_a_wrong_passphrase_is_told_as_such(database):
    assert "wachtzin" in refused(open_store, database.path, "an", "vier fietsen langs de weg").what


def test_a_colleague_who_is_not_in_the_list_is_told_so(database):
    assert "‘bert’" in refused(open_store, database.path, "bert", database.wachtzin).what


def test_a_missing_key_file_is_told_apart_from_a_wrong_passphrase(database):
    for path in (keyfile.key_path(database.path), keyfile.previous_path(database.path)):
        path.unlink(missing_ok=True)
    assert "sleutel" in refused(open_store, database.path, "an", database.wachtzin).what


def test_a_missing_database_is_told_apart_from_a_missing_key(database):
    database.path.unlink()
    assert (
        refused(open_store, database.path, "an", database.wachtzin).what == "‘brugge.leertraject’ is er niet."
    )


@pytest.mark.parametrize(
    "content", [b"", b"x", b"x" * 4095, b"PK\x03\x04 a workbook" * 999, PLAIN + b"\0" * 4096]
)
def test_a_file_that_is_not_a_database_is_refused_and_left_alone(database, content):
    database.path.write_bytes(content)
    before = files(database.path.parent)
    assert "geen gegevensbestand" in refused(open_store, database.path, "an", database.wachtzin).what
    assert files(database.path.parent) == before


def test_the_key_of_another_database_opens_nothing(database, tmp_path):
    make(tmp_path / "ander" / "gent.leertraject", "GEN")
    other = keyfile.key_path(tmp_path / "ander" / "gent.leertraject").read_bytes()
    keyfile.key_path(database.path).write_bytes(other)
    keyfile.previous_path(database.path).unlink(missing_ok=True)
    assert "beschadigd" in refused(open_store, database.path, "an", database.wachtzin).what


def test_a_damaged_page_is_told_and_not_read_as_something_else(database):
    with database.open() as store:
        store.write(c.lees_in, 200)
    content = bytearray(database.path.read_bytes())
    for place in range(4096, len(content), 4096):
        content[place + 100] ^= 1
    database.path.write_bytes(content)
    refused(database.open)


def test_nobody_makes_a_database_over_another(database):
    before = files(database.path.parent)
    assert "bestaat al" in refused(make, database.path).what
    assert files(database.path.parent) == before


def test_a_new_database_does_not_throw_away_the_only_key_to_one_that_was_moved(database, tmp_path):
    only_key = keyfile.key_path(database.path).read_bytes()
    database.path.rename(tmp_path / "op de stick")
    make(database.path)
    assert only_key in files(database.path.parent).values()


def test_an_unknown_prison_leaves_nothing_behind(tmp_path):
    assert "‘ZZZ’" in refused(make, tmp_path / "nieuw" / "a.leertraject", "ZZZ").what
    assert files(tmp_path / "nieuw") == {}


def test_a_file_in_the_place_of_the_folder_is_told_in_plain_words(tmp_path):
    (tmp_path / "map").write_bytes(b"")
    assert "De map" in refused(make, tmp_path / "map" / "a.leertraject").what
    assert files(tmp_path) == {"map": b""}


def test_a_name_that_is_too_long_is_told_in_plain_words(tmp_path):
    assert "te lang" in refused(make, tmp_path / ("a" * 250)).what


def test_a_database_and_its_key_lie_side_by_side_and_nothing_else_does(tmp_path):
    make(tmp_path / "a.leertraject")
    names = set(files(tmp_path))
    twin = {keyfile.previous_path(tmp_path / "a.leertraject").name}
    assert names - twin == {"a.leertraject", keyfile.key_path(tmp_path / "a.leertraject").name}


def test_only_its_owner_may_read_the_database(tmp_path):
    make(tmp_path / "a.leertraject")
    mode = stat.S_IMODE((tmp_path / "a.leertraject").stat().st_mode)
    assert mode == 0o600 or os.name == "nt"


def test_a_colleague_who_left_does_not_get_in_with_an_old_key(database):
    with database.open() as store:
        assert store.wie.rol == "beheerder"
    refused(open_with_key, database.path, "bert", database.key)


def test_after_closing_nothing_can_be_read_or_written(store):
    store.close()
    assert "gesloten" in refused(store.read, c.namen).what
    assert "gesloten" in refused(store.write, c.nieuwe_deelnemer).what


def test_no_test_reaches_the_network():
    with pytest.raises(PermissionError):
        socket.create_connection(("127.0.0.1", 9))
    with pytest.raises(PermissionError):
        socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
