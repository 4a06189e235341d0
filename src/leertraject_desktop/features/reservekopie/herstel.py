"""`herstel` on the command line: what to do when the program itself no longer opens the data."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from leertraject_desktop.domain.label import Rol
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import RECHTEN, Recht
from leertraject_desktop.features.reservekopie.reservekopie import restore_with_stones
from leertraject_desktop.storage import backup, container, herstelsleutel, keyfile, salvage
from leertraject_desktop.storage.clock import Clock, local_now, utc
from leertraject_desktop.storage.database import unlock_with
from leertraject_desktop.storage.instance import Instance
from leertraject_desktop.storage.keyfile import KeyFile
from leertraject_desktop.storage.login_list import LoginName
from leertraject_desktop.storage.soundness import Damaged, check_sound

Unlock = Callable[[KeyFile, str, str], bytes]

WISSINGEN_KWIJT = (
    "De gegevens die er stonden, gingen niet open: wie na die kopie gewist is, staat er weer in. "
    "Wis die opnieuw."
)


@dataclass(frozen=True, slots=True)
class Bewijs:
    """What proves that somebody may open the data: a login with its passphrase, or the key on paper."""

    login: str = ""
    wachtzin: str = ""
    herstelsleutel: str = ""


@dataclass(frozen=True, slots=True)
class KopieKeuze:
    """A backup to choose from without a key: what it says of itself, and whose passphrases open it."""

    path: Path
    moment: datetime
    gevangenis: str
    aanleiding: str
    namen: tuple[LoginName, ...]


def keuze_van(path: Path) -> KopieKeuze:
    """One backup, anywhere. Raises Problem when it is not whole."""
    manifest = container.read_manifest(path)
    names = tuple(LoginName(slot.login, slot.naam) for slot in container.read_keyfile(path).slots)
    return KopieKeuze(path, manifest.moment, manifest.gevangenis, manifest.aanleiding, names)


def keuzes(path: Path) -> list[KopieKeuze]:
    """The whole backups beside a database, newest first; needs no passphrase. Run it as a job."""
    return [keuze_van(kopie.path) for kopie in backup.listed(backup.default_folder(path))]


def lijst(path: Path) -> list[str]:
    """The backups of a database in its own folder, a line each; needs no passphrase."""
    kopieen = backup.listed(backup.default_folder(path))
    if not kopieen:
        return ["Er zijn geen hele reservekopieën in de map ‘reservekopieen’."]
    return [
        f"{kopie.path.name}  {kopie.manifest.gevangenis}  {kopie.manifest.moment:%d-%m-%Y %H:%M} UTC  "
        f"{kopie.manifest.aanleiding}"
        for kopie in kopieen
    ]


def controleer(path: Path, bewijs: Bewijs, *, clock: Clock = local_now) -> list[str]:
    """Whether the database is sound, in lines. Raises Problem when it is not."""
    key = _key(keyfile.read(path), bewijs, _counted(path, clock))
    rows = check_sound(path, key)
    return ["De gegevens zijn heel.", *(f"{name}: {count}" for name, count in rows.items() if count)]


def zet_terug(
    path: Path, kopie: Path, bewijs: Bewijs, *, venster: Instance | None = None, clock: Clock = local_now
) -> list[str]:
    """Put a backup in the place of a database, also when that does not open any more. Raises Problem.

    Only for a beheerder, for whom the recovery sheet stands too. Returns two lines about what was put back
    and then what to know and to do.

    `venster` is the lock that a window already holds; without it the lock is taken here.
    """
    _check_own(path, kopie)
    key = _key(container.read_keyfile(kopie), bewijs, _counted(path, clock))
    moment = utc(clock())
    seen = backup.inspect(kopie, key, path.parent)
    current = _current_key(path, bewijs) or key
    if not bewijs.herstelsleutel:
        _check_beheerder(path, bewijs.login, seen.rollen, current)
    window = None if venster else Instance.take(path)
    try:
        back = restore_with_stones(path, kopie, key, moment, current_key=current)
    finally:
        if window:
            window.release()
    lines = [
        f"Teruggezet: {kopie.name}, {seen.manifest.gevangenis}, {seen.manifest.moment:%d-%m-%Y %H:%M} UTC.",
        f"Deelnemers: {seen.aantallen.get('deelnemer', 0)}.",
    ]
    if back.bewaard:
        lines.append(f"Wat er stond, is bewaard als ‘{back.bewaard.name}’.")
    if back.wissingen_kwijt:
        lines.append(WISSINGEN_KWIJT)
    of_then = set(keyfile.read(path).slots) <= set(container.read_keyfile(kopie).slots)
    return [*lines, f"Meld je aan met de wachtzin van {'toen' if of_then else 'nu'}."]


def red(path: Path, bewijs: Bewijs, *, clock: Clock = local_now) -> list[str]:
    """Save what can still be read of a damaged database. Raises Problem when it is not damaged."""
    key = _key(keyfile.read(path), bewijs, _counted(path, clock))
    moment: datetime = utc(clock())
    window = Instance.take(path)
    try:
        try:
            check_sound(path, key)
        except Damaged:
            saved = salvage.rescue(path, key, moment)
        else:
            raise Problem("Deze gegevens zijn niet beschadigd.", "Je hoeft niets te redden.")
    finally:
        window.release()
    return [
        "Gered, per tabel:",
        *(f"{name}: {count}" for name, count in saved.gered.items() if count),
        f"Weggelaten omdat het dossier verloren is: {saved.weggelaten}.",
        f"Het beschadigde bestand is bewaard in ‘{saved.beschadigd.name}’.",
    ]


def _counted(path: Path, clock: Clock) -> Unlock:
    """Who guesses at a backup waits as long as who guesses at the login."""
    return partial(unlock_with, path, clock=clock)


def _key(file: KeyFile, bewijs: Bewijs, unlock: Unlock) -> bytes:
    if bewijs.herstelsleutel:
        return keyfile.unlock_with_recovery(file, herstelsleutel.lees(bewijs.herstelsleutel))
    return unlock(file, bewijs.login, bewijs.wachtzin)


def _check_own(path: Path, kopie: Path) -> None:
    """Refuse a backup of other data, as far as can be seen; a damaged key file does not say whose it is."""
    manifest = container.read_manifest(kopie)
    try:
        own = keyfile.read(path).database_id if path.exists() else manifest.database_id
    except Problem:
        return
    if own != manifest.database_id:
        raise Problem(
            f"Deze reservekopie is van andere gegevens ({manifest.gevangenis}).",
            "Kies een kopie van deze gegevens. Die andere zet je terug waar ze zelf stonden.",
        )


def _check_beheerder(path: Path, login: str, toen: dict[str, Rol], current: bytes) -> None:
    """Refuse who may not manage the data: by the backup, and by the present data as far as they open."""
    now = toen
    with suppress(Problem):
        now = {slot.login: toen[slot.login] for slot in keyfile.read(path).slots if slot.login in toen}
        now = backup.rollen(path, current)
    if not all(login in rollen and Recht.BEHEREN in RECHTEN[rollen[login]] for rollen in (toen, now)):
        raise Problem(
            "Alleen een beheerder kan een reservekopie terugzetten.",
            "Vraag het aan je beheerder, of neem het herstelblad uit de kluis.",
        )


def _current_key(path: Path, bewijs: Bewijs) -> bytes:
    try:
        return _key(keyfile.read(path), bewijs, keyfile.unlock)
    except Problem:
        return b""
