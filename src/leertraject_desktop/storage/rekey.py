"""A new database key: the whole file is written again under it and put in the place of the old one."""

from collections.abc import Callable
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage import keyfile, logboek, swap
from leertraject_desktop.storage.atomic import cannot_write
from leertraject_desktop.storage.engine import connect
from leertraject_desktop.storage.soundness import check_sound, counts
from leertraject_desktop.storage.trouble import explained

Progress = Callable[[int, int], None]
STEP = 512
"""How many pages are copied between two tellings: some 2 MB."""


@explained()
def renew_key(path: Path, key: bytes, logins: frozenset[str], *, progress: Progress | None = None) -> bytes:
    """Encrypt the database under a new key that only these logins and the recovery key open; returns it.

    Everybody must have closed the database. Killed at any moment, the old pair of database and key file
    works, or the new one. Raises Problem when it is open elsewhere or there is no room for a second copy.
    `progress(done, total)` hears how many pages are written; what it raises leaves the old pair.
    """
    file = keyfile.read(path)
    new = keyfile.new_key()
    renewed = keyfile.renewed(file, key, new, logins)
    prepared = swap.prepare(path)
    try:
        copy_alone(path, key, prepared / "gegevens", new, progress=progress)
        renewed = keyfile.next_generation(renewed)
        swap.decide(path, prepared, keyfile.encode(renewed))
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        swap.abandon(prepared)
    return new


def copy_alone(path: Path, key: bytes, target: Path, new: bytes, *, progress: Progress | None = None) -> None:
    """Copy the database under a new key while nobody else has it open, and check the copy."""
    source = connect(path, key)
    try:
        try:
            source.execute("PRAGMA locking_mode = EXCLUSIVE")
            source.execute("BEGIN IMMEDIATE")
            source.execute("COMMIT")
            source.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except sqlcipher.OperationalError as error:
            raise Problem(
                "De gegevens zijn nog ergens anders open.",
                "Sluit alle vensters van Leertraject op deze gegevens en probeer het opnieuw.",
            ) from error
        copy = connect(target, new, must_exist=False)
        try:
            if progress is None:
                source.backup(copy)
            else:
                source.backup(copy, pages=STEP, progress=lambda _, left, all_: progress(all_ - left, all_))
        finally:
            copy.close()
        if check_sound(target, new) != counts(source):
            raise RuntimeError("the copy does not have all rows")
        handed = connect(target, new)
        try:
            logboek.hand_over(handed, key, new)
        finally:
            handed.close()
    finally:
        source.close()
