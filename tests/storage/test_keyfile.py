"""The key file: only the right passphrase opens it, and nobody changes it unseen."""

import random

import pytest

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage import keyfile
from leertraject_desktop.storage.keyfile import Kdf

FAST = Kdf(64 * 1024, 1, 4)


def opens(database):
    """Whether the key file still gives the right key; a Problem is a refusal, anything else a crash."""
    try:
        return keyfile.unlock(keyfile.read(database.path), database.login, database.wachtzin) == database.key
    except Problem:
        return None


def test_the_same_letters_typed_on_another_keyboard_are_the_same_passphrase(database):
    file = keyfile.new_keyfile("Brugge")
    file = keyfile.add_slot(file, database.key, "an", "An", "cafe\u0301 ﬁets tafel stoel", FAST)
    assert keyfile.unlock(file, "an", "café fiets tafel stoel") == database.key


def test_a_new_passphrase_replaces_the_old_one_and_nothing_else(database):
    file = keyfile.read(database.path)
    changed = keyfile.add_slot(file, database.key, "an", "An Bogaert", "twee boten op het kanaal", FAST)
    assert keyfile.unlock(changed, "an", "twee boten op het kanaal") == database.key
    with pytest.raises(Problem, match="wachtzin"):
        keyfile.unlock(changed, "an", database.wachtzin)
    assert len(changed.slots) == len(file.slots)


def test_neither_the_key_nor_the_passphrase_stands_in_the_key_file(database):
    content = keyfile.key_path(database.path).read_bytes()
    assert database.key not in content
    assert database.key.hex().encode() not in content
    assert database.wachtzin.encode() not in content


def test_of_two_generations_the_last_one_that_is_whole_counts(database):
    file = keyfile.write(database.path, keyfile.read(database.path))
    keyfile.write(database.path, file)
    keyfile.key_path(database.path).write_bytes(b"{ torn off")
    assert opens(database) is True


@pytest.mark.parametrize("seed", range(12))
def test_a_flipped_byte_never_gives_another_key_and_never_a_crash(database, seed):
    chance = random.Random(seed)
    keyfile.previous_path(database.path).unlink(missing_ok=True)
    path = keyfile.key_path(database.path)
    content = bytearray(path.read_bytes())
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)
    assert opens(database) in (True, None)


NOT_A_KEY_FILE = [b"", b"5", b"null", b"[]", b"{}", b'{"formaat": 1, "slots": [3]}', b"\xff\xfe"]


@pytest.mark.parametrize("content", [*NOT_A_KEY_FILE, b"[" * 100_000, b" " * 2_000_000])
def test_something_else_in_the_place_of_the_key_file_is_refused_in_plain_words(database, content):
    for path in (keyfile.key_path(database.path), keyfile.previous_path(database.path)):
        path.write_bytes(content)
    with pytest.raises(Problem, match="sleutel"):
        keyfile.read(database.path)


ABSURD = [(1024, 3, 4), (2**21, 3, 4), (65536, 0, 4), (65536, 99, 4), (65536, 1, 0), (65536, 1, 17)]


@pytest.mark.parametrize("kdf", ABSURD)
def test_a_key_file_cannot_make_the_program_work_for_hours_or_not_at_all(kdf):
    with pytest.raises(ValueError, match="absurd"):
        Kdf(*kdf)


def test_no_other_account_of_the_computer_can_read_the_key_file(database):
    keyfile.write(database.path, keyfile.read(database.path))
    for file in (keyfile.key_path(database.path), keyfile.previous_path(database.path)):
        assert file.stat().st_mode & 0o077 == 0
