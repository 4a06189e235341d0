"""Encrypted backups: made with SQLite's own backup, proven to open, kept for days, weeks and months."""

import hashlib
import secrets
import shutil
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from leertraject_desktop.domain.label import Rol
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage import container, keyfile, leftovers, swap
from leertraject_desktop.storage.atomic import cannot_write, sync_folder
from leertraject_desktop.storage.container import SUFFIX, Manifest
from leertraject_desktop.storage.engine import connect, fold_in
from leertraject_desktop.storage.soundness import check_sound, counts
from leertraject_desktop.storage.trouble import explained
from leertraject_desktop.storage.upgrade import check_revision, stored_revision

DAYS, WEEKS, MONTHS = 7, 5, 12
# Why a backup was made that is the only way back: a later one of the same day does not take its place.
BEFORE_RESTORE = "voor het terugzetten"
BEFORE_UPGRADE = "voor het bijwerken"


@dataclass(frozen=True, slots=True)
class Kopie:
    """A backup in a folder, and what it says of itself. It was found whole when it was listed."""

    path: Path
    manifest: Manifest


@dataclass(frozen=True, slots=True)
class Inhoud:
    """What a backup holds, seen with the key: rows per table and the last entries (moment in UTC, table).

    `rollen` is the rol of every gebruiker who had access then, by login.
    """

    manifest: Manifest
    aantallen: dict[str, int]
    laatste: tuple[tuple[datetime, str], ...]
    rollen: dict[str, Rol]


def default_folder(path: Path) -> Path:
    """Where the backups of a database go when nobody chose another folder."""
    return path.parent / "reservekopieen"


@explained()
def make(path: Path, key: bytes, folder: Path, moment: datetime, aanleiding: str) -> Path:
    """Make a backup in a folder and prove that it opens; returns the file. Safe while the database is in use.

    `moment` is in UTC; `aanleiding` says why, in words. Raises Problem when it cannot be made.
    """
    manifest_file = keyfile.read(path)
    keys = keyfile.encode(manifest_file)
    copy = leftovers.working_copy(path, secrets.token_hex(3))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        revision = _copy(path, key, copy)
        with copy.open("rb") as file:
            sha_gegevens = hashlib.file_digest(file, "sha256").hexdigest()
        sha_sleutel = hashlib.sha256(keys).hexdigest()
        manifest = Manifest(
            manifest_file.database_id,
            manifest_file.gevangenis,
            moment,
            revision,
            aanleiding,
            sha_gegevens,
            sha_sleutel,
        )
        target = _free_name(folder, path.stem, moment)
        container.pack(target, copy, keys, container.signed(manifest, key))
        return target
    except OSError as error:
        raise cannot_write(folder / path.name, error) from error
    finally:
        for suffix in ("", "-journal", "-wal", "-shm"):
            container.forget(copy.with_name(copy.name + suffix))


def copy_to(backup: Path, folder: Path) -> Path:
    """Copy a backup to a second folder or a stick and read it back. Raises Problem; then nothing counts."""
    manifest = container.read_manifest(backup)
    target = folder / backup.name
    unfinished = folder / f".{backup.name}{container.UNFINISHED}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(backup, unfinished)
        container.to_disk(unfinished)
        container.check_read_back(unfinished, manifest)
        unfinished.replace(target)
        sync_folder(folder)
    except OSError as error:
        raise cannot_write(target, error) from error
    finally:
        container.forget(unfinished)
    return target


def listed(folder: Path, database_id: str = "") -> list[Kopie]:
    """The whole backups in a folder, newest first; with `database_id` only those of that database."""
    found = []
    for path in container.files_in(folder):
        try:
            found.append(Kopie(path, container.read_manifest(path)))
        except Problem:
            continue
    own = [kopie for kopie in found if database_id in ("", kopie.manifest.database_id)]
    return sorted(own, key=lambda kopie: (kopie.manifest.moment, kopie.path.name), reverse=True)


@explained()
def inspect(backup: Path, key: bytes, workplace: Path) -> Inhoud:
    """Open a backup with its key and tell what it holds. `workplace` is a folder with room for a copy.

    Raises Problem when it is not whole, belongs to another key, or was made by a newer program.
    """
    manifest = container.read_manifest(backup)
    container.check_signature(backup, manifest, key)
    check_revision(manifest.revisie)
    copy = leftovers.look_copy(workplace, secrets.token_hex(4))
    try:
        container.unpack_database(backup, copy)
        rows = check_sound(copy, key)
        return Inhoud(manifest, rows, _last_entries(copy, key), rollen(copy, key))
    finally:
        for suffix in ("", "-journal", "-wal", "-shm"):
            container.forget(copy.with_name(copy.name + suffix))


@explained()
def rollen(path: Path, key: bytes) -> dict[str, Rol]:
    """The rol of every gebruiker with access to a database, by login. Raises Problem if it does not open."""
    raw = connect(path, key)
    try:
        return {
            login: Rol(rol) for login, rol in raw.execute("SELECT login, rol FROM gebruiker WHERE actief")
        }
    finally:
        raw.close()


@explained()
def restore(
    path: Path, backup: Path, key: bytes, moment: datetime, *, current_key: bytes = b""
) -> Path | None:
    """Put a backup in the place of the database; `key` opens the backup, `current_key` the database.

    Nobody may have the database open. What stands there now is backed up first, or set aside when it is
    damaged; returns where. Killed at any moment, the old database works or the restored one.
    """
    manifest = container.read_manifest(backup)
    container.check_signature(backup, manifest, key)
    check_revision(manifest.revisie)
    aside = _copy_of_now(path, current_key or key, moment) if path.exists() else None
    prepared = swap.prepare(path)
    try:
        container.unpack_database(backup, prepared / "gegevens")
        check_sound(prepared / "gegevens", key)
        swap.decide(path, prepared, keyfile.encode(_keyfile_for(path, backup, key)))
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        swap.abandon(prepared)
    return aside


def superfluous(kopieen: Iterable[Kopie]) -> list[Kopie]:
    """The backups that rotation lets go: all but the newest of each of 7 days, 5 weeks and 12 months.

    Those made before a restore or an upgrade stay for 7 days too, whatever else was made on their day.

    Days, weeks and months are those in which there is a backup, so a clock that jumps removes nothing.
    """
    newest_first = sorted(kopieen, key=lambda kopie: kopie.manifest.moment, reverse=True)
    rules: tuple[tuple[int, Callable[[datetime], Hashable]], ...] = (
        (DAYS, lambda moment: moment.date()),
        (WEEKS, lambda moment: moment.isocalendar()[:2]),
        (MONTHS, lambda moment: (moment.year, moment.month)),
    )
    kept: set[Path] = set()
    for most, bucket_of in rules:
        seen: set[Hashable] = set()
        for kopie in newest_first:
            bucket = bucket_of(kopie.manifest.moment)
            if bucket not in seen and len(seen) < most:
                seen.add(bucket)
                kept.add(kopie.path)
    last_days = sorted({kopie.manifest.moment.date() for kopie in newest_first}, reverse=True)[:DAYS]
    for kopie in newest_first:
        is_way_back = kopie.manifest.aanleiding in (BEFORE_RESTORE, BEFORE_UPGRADE)
        if is_way_back and kopie.manifest.moment.date() in last_days:
            kept.add(kopie.path)
    return [kopie for kopie in newest_first if kopie.path not in kept]


def rotate(folder: Path, database_id: str, keep: Path) -> list[Path]:
    """Remove the backups of this database that rotation lets go, never `keep`; returns their files.

    Those that a crash left unfinished in the folder go too.
    """
    for unfinished in container.files_in(folder, f".*{SUFFIX}{container.UNFINISHED}"):
        container.forget(unfinished)
    gone = [kopie.path for kopie in superfluous(listed(folder, database_id)) if kopie.path != keep]
    for path in gone:
        container.forget(path)
    return gone


def end_dates(kopieen: Iterable[Kopie], vandaag: date) -> dict[Path, date]:
    """On which day rotation will let each backup go, when one is made every day from now on."""
    present = list(kopieen)
    real = {kopie.path for kopie in present}
    ends: dict[Path, date] = {}
    for ahead in range(1, 31 * (MONTHS + 2)):
        day = vandaag + timedelta(days=ahead)
        made = datetime.combine(day, time(12))
        manifest = Manifest("", "", made, "", "", "", "")
        present.append(Kopie(Path(day.isoformat()), manifest))
        for gone in superfluous(present):
            present.remove(gone)
            if gone.path in real:
                ends[gone.path] = day
    return ends


def _copy(path: Path, key: bytes, copy: Path) -> str:
    """Copy the state of one moment, in one piece, and prove that it is sound; returns its revision."""
    source = connect(path, key)
    try:
        source.execute("BEGIN")
        rows = counts(source)
        target = connect(copy, key, must_exist=False)
        try:
            source.backup(target)
        finally:
            target.close()
        source.execute("ROLLBACK")
    except sqlcipher.DatabaseError:
        check_sound(path, key)
        raise
    finally:
        source.close()
    if check_sound(copy, key) != rows:
        raise RuntimeError("the backup does not have all rows")
    revision = stored_revision(copy, key)
    fold_in(copy, key)
    return revision


def _last_entries(copy: Path, key: bytes) -> tuple[tuple[datetime, str], ...]:
    raw = connect(copy, key)
    try:
        found: list[tuple[datetime, str]] = []
        for table in counts(raw):
            columns = {row[1] for row in raw.execute(f'PRAGMA table_info("{table}")')}
            if "gewijzigd_op" in columns:
                (last,) = raw.execute(f'SELECT max(gewijzigd_op) FROM "{table}"').fetchone()  # noqa: S608
                if last is not None:
                    found.append((datetime.fromisoformat(last), table))
        return tuple(sorted(found, reverse=True)[:5])
    finally:
        raw.close()


def _keyfile_for(path: Path, backup: Path, key: bytes) -> keyfile.KeyFile:
    """The key file after a restore: the present one where it fits, so that new passphrases stay.

    Otherwise that of the backup, without who has no access now as far as the present one can be read.
    """
    kept = container.read_keyfile(backup)
    try:
        present = keyfile.read(path)
    except Problem:
        return keyfile.next_generation(kept)
    if keyfile.fits(present, key):
        return keyfile.next_generation(present)
    now = {slot.login for slot in present.slots}
    gone = [slot.login for slot in kept.slots if slot.login not in now]
    for login in gone if len(gone) < len(kept.slots) else ():
        kept = keyfile.remove_slot(kept, key, login)
    return keyfile.next_generation(kept)


def _copy_of_now(path: Path, key: bytes, moment: datetime) -> Path:
    try:
        return make(path, key, default_folder(path), moment, BEFORE_RESTORE)
    except Problem:
        return set_aside(path, moment)


def set_aside(path: Path, moment: datetime) -> Path:
    """Copy the files of a damaged database, as they are, to a folder beside the backups; returns it."""
    folder = default_folder(path) / f"beschadigd {moment:%Y-%m-%d %H%M%S} {secrets.token_hex(2)}"
    try:
        folder.mkdir(parents=True)
        for suffix in ("", "-wal", swap.KEY_SUFFIX):
            file = path.with_name(path.name + suffix)
            if file.exists():
                shutil.copyfile(file, folder / file.name)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)  # half a copy helps nobody, and the disk may be full
        raise cannot_write(path, error) from error
    return folder


def _free_name(folder: Path, stem: str, moment: datetime) -> Path:
    base = f"{stem} {moment:%Y-%m-%d %H%M}"
    names = (f"{base}{f' ({number})' if number > 1 else ''}{SUFFIX}" for number in range(1, 1000))
    return next(folder / name for name in names if not (folder / name).exists())
