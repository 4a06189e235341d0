"""What must hold after every blow: the data opens, is sound, has what was acknowledged, none by half."""

from collections import Counter
from pathlib import Path

from tests.faults import uses

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage import backup, keyfile
from leertraject_desktop.storage.engine import connect
from leertraject_desktop.storage.soundness import check_sound


def opened_key(folder: Path, *passphrases: str) -> bytes:
    """The key by one of the passphrases that may hold now."""
    file = keyfile.read(folder / uses.NAME)
    for passphrase in passphrases or (uses.OLD,):
        try:
            return keyfile.unlock(file, "an", passphrase)
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
    for place in (folder / "kopieen", folder / "stick", folder / "reservekopieen"):
        check_backups(place, folder)
    return halves


def check_backups(place: Path, workplace: Path) -> None:
    """Every file that stands in a folder under its final name as a backup opens and is whole."""
    for file in place.glob("*.ltbak") if place.is_dir() else ():
        backup.container.read_manifest(file)


def is_refused(path: Path, key: bytes) -> bool:
    """Whether a damaged database is found out."""
    try:
        check_sound(path, key)
    except Problem:
        return True
    return False
