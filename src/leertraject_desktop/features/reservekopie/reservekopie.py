"""Backups as the user knows them: made every day, on a stick too, and put back in three clicks."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht, controleer_recht
from leertraject_desktop.storage import backup, container, grafstenen, keyfile
from leertraject_desktop.storage.access import command
from leertraject_desktop.storage.backup import Inhoud
from leertraject_desktop.storage.clock import Clock, local_now, utc
from leertraject_desktop.storage.database import bring_up_to_date
from leertraject_desktop.storage.instance import Instance
from leertraject_desktop.storage.store import Store
from leertraject_desktop.storage.tables import Instelling

TWEEDE_MAP = "reservekopie_tweede_map"


@dataclass(frozen=True, slots=True)
class KopieRij:
    """A backup as the list shows it: the file, the moment (UTC), why it was made, and its size in bytes."""

    path: Path
    moment: datetime
    aanleiding: str
    grootte: int


@dataclass(frozen=True, slots=True)
class Gemaakt:
    """What making a backup came to: the file, its copy on the second place, or why that copy is missing."""

    path: Path
    tweede: Path | None = None
    tweede_mislukt: Problem | None = None
    opgeruimd: int = 0


@dataclass(frozen=True, slots=True)
class Terug:
    """What a restore came to: where the data of before are kept, and whether it lost who was wiped."""

    bewaard: Path | None
    wissingen_kwijt: bool


def tweede_map(session: Session) -> Path | None:
    """The second folder or stick for backups, as far as one was chosen."""
    row = session.get(Instelling, TWEEDE_MAP)
    return Path(row.waarde) if row and row.waarde else None


@command(Recht.BEHEREN, "tweede map voor reservekopieën kiezen", undo=False)
def kies_tweede_map(session: Session, map_: Path | None) -> None:
    """Choose the second folder or stick for backups; None for no second one. Raises Problem."""
    if map_ is not None and not map_.is_dir():
        raise Problem(f"De map ‘{map_}’ is er niet.", "Steek de stick in of kies een andere map.", veld="map")
    row = session.get(Instelling, TWEEDE_MAP) or Instelling(sleutel=TWEEDE_MAP)
    row.waarde = str(map_ or "")
    session.add(row)


def reservekopieen(store: Store) -> list[KopieRij]:
    """The whole backups of this database, newest first, from both places. Reads them all: run it as a job."""
    tweede = store.read(tweede_map)
    folders = [backup.default_folder(store.path), *([tweede] if tweede else [])]
    found = [kopie for folder in folders for kopie in backup.listed(folder, _own(store))]
    rows = [
        KopieRij(each.path, each.manifest.moment, each.manifest.aanleiding, each.path.stat().st_size)
        for each in found
    ]
    return sorted(rows, key=lambda row: row.moment, reverse=True)


def is_nodig(store: Store, vandaag: date, *, clock: Clock = local_now) -> bool:
    """Whether there is no backup of today yet. Looks only at names and dates, so that it costs nothing."""
    folder = backup.default_folder(store.path)
    names = container.files_in(folder)
    zone = clock().tzinfo
    return all(datetime.fromtimestamp(name.stat().st_mtime, zone).date() != vandaag for name in names)


def laatste(store: Store) -> datetime | None:
    """When the newest backup in the own folder was made (UTC); None without one. Looks only at dates."""
    folder = backup.default_folder(store.path)
    names = container.files_in(folder)
    times = [name.stat().st_mtime for name in names]
    return utc(datetime.fromtimestamp(max(times), UTC)) if times else None


def maak(store: Store, aanleiding: str = "op vraag", *, clock: Clock = local_now) -> Gemaakt:
    """Make a backup, copy it to the second place, and let the oldest go. May run in a worker.

    Raises Problem when there is no backup now. A second place that fails only shows in what is returned.
    Tell the logboek afterwards with `noteer_gemaakt`, from the thread of the store.
    """
    folder = backup.default_folder(store.path)
    made = backup.make(store.path, store.key, folder, utc(clock()), aanleiding)
    gone = len(backup.rotate(folder, _own(store), made))
    tweede = store.read(tweede_map)
    if tweede is None:
        return Gemaakt(made, opgeruimd=gone)
    try:
        if not tweede.is_dir():
            raise Problem(
                f"De tweede map ‘{tweede}’ is er niet.", "Steek de stick in en maak de kopie opnieuw."
            )
        copied = backup.copy_to(made, tweede)
        return Gemaakt(made, copied, opgeruimd=gone + len(backup.rotate(tweede, _own(store), copied)))
    except Problem as problem:
        return Gemaakt(made, tweede_mislukt=problem, opgeruimd=gone)


def noteer_gemaakt(store: Store, gemaakt: Gemaakt) -> None:
    """Tell the logboek that a backup was made, and whether the second place has it."""
    waar = "op twee plaatsen" if gemaakt.tweede else "op één plaats"
    store.noteer(Logsoort.RESERVEKOPIE, f"gemaakt, {waar}")


def bekijk(store: Store, path: Path) -> Inhoud:
    """What a backup holds; it is opened and checked for that. Raises Problem. Run it as a job."""
    return backup.inspect(path, store.key, store.path.parent)


def zet_terug(
    store: Store, path: Path, venster: Instance | None = None, *, clock: Clock = local_now
) -> Path | None:
    """Put a backup in the place of the database and close the store; returns where the present one is kept.

    `venster` is the lock that this window holds; without it the lock is taken here. Log in again afterwards.
    """
    controleer_recht(store.wie.rol, Recht.BEHEREN)
    database, key = store.path, store.key
    container.check_signature(path, container.read_manifest(path), key)
    store.noteer(Logsoort.RESERVEKOPIE, "terugzetten begonnen")
    store.close()
    moment = utc(clock())
    taken = None if venster else Instance.take(database)
    try:
        return restore_with_stones(database, path, key, moment, current_key=key).bewaard
    finally:
        if taken:
            taken.release()


def restore_with_stones(
    database: Path, path: Path, key: bytes, moment: datetime, *, current_key: bytes
) -> Terug:
    """Restore, and take along the codes of people who were wiped: at the next login they are wiped again.

    When `current_key` does not open the present database, nobody knows any more who was wiped.
    """
    try:
        stenen, lost = grafstenen.take_along(database, current_key), False
    except Problem:
        stenen, lost = None, True
    aside = backup.restore(database, path, key, moment, current_key=current_key)
    bring_up_to_date(database, key)
    grafstenen.put_down(database, key, stenen, moment)
    return Terug(aside, lost)


def _own(store: Store) -> str:
    return keyfile.read(store.path).database_id
