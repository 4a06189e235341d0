"""What must hold after every blow: the data opens, is sound, has what was acknowledged, none by half."""

from collections import Counter
from functools import lru_cache
from pathlib import Path

from tests.faults import uses

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.gegevens.logboek import controleer_logboek
from leertraject_desktop.storage import backup, keyfile
from leertraject_desktop.storage.database import open_with_key
from leertraject_desktop.storage.engine import connect
from leertraject_desktop.storage.instance import Instance
from leertraject_desktop.storage.soundness import check_sound


def opened_key(folder: Path, *passphrases: str) -> bytes:
    """The key by one of the passphrases that may hold now."""
    return _unlocked(keyfile.encode(keyfile.read(folder / uses.NAME)), passphrases or (uses.OLD,))


@lru_cache(maxsize=8)
def _unlocked(content: bytes, passphrases: tuple[str, ...]) -> bytes:
    """Kept for the same key file, since it is made to take long."""
    for passphrase in passphrases:
        try:
            return keyfile.unlock(keyfile.decode(content), "an", passphrase)
        except keyfile.WrongPassphrase:
            continue
    raise AssertionError("nobody gets in any more")


def check(folder: Path, acknowledged: list[str], *, passphrases: tuple[str, ...] = ()) -> Counter[str]:
    """Check everything; returns how many halves each save has."""
    key = opened_key(folder, *passphrases)
    check_sound(folder / uses.NAME, key)
    raw = connect(folder / uses.NAME, key)
    try:
        halves = Counter(row[0].split()[0] for row in raw.execute("SELECT omschrijving FROM taak"))
    finally:
        raw.close()
    lost = [mark for mark in acknowledged if halves[mark] != 2]
    assert not lost, f"acknowledged and lost: {lost[:3]}"
    assert set(halves.values()) <= {2}, "a save is there by half"
    for place in ("stick", "reservekopieen"):
        check_backups(folder / place)
    return halves


def check_backups(place: Path) -> None:
    """Every file that stands in a folder under its final name as a backup opens and is whole."""
    for file in place.glob("*.ltbak") if place.is_dir() else ():
        backup.container.read_manifest(file)


def count(folder: Path, key: bytes, table: str) -> int:
    """How many rows a table has."""
    raw = connect(folder / uses.NAME, key)
    try:
        return int(raw.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    finally:
        raw.close()


def check_goes_on(folder: Path, key: bytes) -> None:
    """The next time it is opened, the logboek is whole and a save is kept."""
    with open_with_key(folder / uses.NAME, "an", key) as store:
        assert store.read(controleer_logboek).heel, "the logboek is broken"
        store.write(uses.two_tasks, "verder")


def check_tidy(folder: Path) -> None:
    """The next window leaves no working copy of the data behind, in which a person would outlive a wipe."""
    Instance.take(folder / uses.NAME).release()
    left = [file.name for file in folder.glob(".*") if file.suffix != ".wisselslot"]
    assert left == [], f"left behind: {left}"


def is_refused(path: Path, key: bytes) -> bool:
    """Whether a damaged database is found out."""
    try:
        check_sound(path, key)
    except Problem:
        return True
    return False
