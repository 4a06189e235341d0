"""What stands on the disk is unreadable without the key, and another program can read it with the key."""

import apsw
import pytest
from sqlalchemy import text
from tests.storage import commands as c

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.engine import PLAIN_HEADER, check_encrypted, connect, make_engine

CANARY = "Kwikstaartje"


@pytest.fixture
def raw(database):
    connection = connect(database.path, database.key)
    yield connection
    connection.close()


def setting(raw, name):
    return raw.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("trusted_schema", 0),
        ("busy_timeout", 5000),
        ("cipher_page_size", "4096"),
        ("cipher_use_hmac", "1"),
    ],
)
def test_every_connection_has_the_settings_that_keep_data_safe(raw, name, value):
    assert setting(raw, name) == value


def test_a_connection_that_the_pool_makes_later_has_them_too(database):
    engine = make_engine(database.path, database.key)
    with engine.connect() as first, engine.connect() as second:
        found = [connection.execute(text("PRAGMA foreign_keys")).scalar() for connection in (first, second)]
    engine.dispose()
    assert found == [1, 1]


def test_no_name_stands_readable_in_any_file_while_working_nor_after(database):
    def hits():
        forms = [CANARY.encode(), CANARY.lower().encode(), CANARY.encode("utf-16-le")]
        found = [(file.name, file.read_bytes()) for file in database.path.parent.rglob("*") if file.is_file()]
        assert any(name.endswith("-wal") and len(content) > 4096 for name, content in found) or closed
        return [name for name, content in found if any(form in content for form in forms)]

    closed = False
    with database.open() as store:
        jan = store.write(c.nieuwe_deelnemer, CANARY)
        store.write(c.verbeter_naam, jan, CANARY + "s")
        assert hits() == []
        store.write(c.verwijder_deelnemer, jan)
        assert hits() == []
    closed = True
    assert hits() == []


def test_the_file_begins_like_noise_and_not_like_a_database(database):
    check_encrypted(database.path)
    assert database.path.read_bytes()[:16] != PLAIN_HEADER
    assert len(set(database.path.read_bytes()[:4096])) > 200


@pytest.mark.parametrize("content", [PLAIN_HEADER + b"\0" * 4080, b""])
def test_a_file_that_is_not_encrypted_is_never_used(tmp_path, content):
    (tmp_path / "plain").write_bytes(content)
    with pytest.raises(RuntimeError, match="not encrypted"):
        check_encrypted(tmp_path / "plain")


@pytest.mark.parametrize("key", [bytes(32), bytes(31) + b"\1"])
def test_another_key_reads_nothing(database, key):
    with pytest.raises(Problem):
        connect(database.path, key)


def test_a_key_of_another_length_is_a_mistake_in_the_program(database):
    with pytest.raises(ValueError, match="32"):
        connect(database.path, database.key[:16])


def test_a_path_with_signs_that_mean_something_in_an_address_opens(database, tmp_path):
    odd = tmp_path / "map #1 100% ?mode=memory&é"
    odd.mkdir()
    target = database.path.rename(odd / "a b.leertraject")
    raw = connect(target, database.key)
    assert raw.execute("SELECT count(*) FROM gebruiker").fetchone() == (1,)
    raw.close()


def test_an_error_names_no_value_that_the_user_typed(database):
    engine = make_engine(database.path, database.key)
    with engine.connect() as connection, pytest.raises(Exception, match="no such table") as caught:
        connection.execute(text("SELECT * FROM weg WHERE naam = :naam"), {"naam": CANARY})
    engine.dispose()
    assert CANARY not in str(caught.value)


def test_another_reader_opens_our_file_with_the_key(database):
    with database.open() as store:
        store.write(c.nieuwe_deelnemer, CANARY)
    other = apsw.Connection(str(database.path), flags=apsw.SQLITE_OPEN_READWRITE)
    try:
        other.pragma("cipher", "sqlcipher")
        other.pragma("legacy", 4)
        other.pragma("key", f"x'{database.key.hex()}'")
        assert list(other.execute("SELECT familienaam FROM deelnemer")) == [(CANARY,)]
        assert list(other.execute("PRAGMA integrity_check")) == [("ok",)]
    finally:
        other.close()
