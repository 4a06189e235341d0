"""Making and opening a database: the key file, the encrypted file and the store over it."""

import errno
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Logsoort, Rol
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage import backup, keyfile, pogingen, swap
from leertraject_desktop.storage.access import Wie
from leertraject_desktop.storage.atomic import cannot_write, sync_folder
from leertraject_desktop.storage.clock import Clock, local_now, utc
from leertraject_desktop.storage.drive import check_drive
from leertraject_desktop.storage.engine import make_engine, unreadable
from leertraject_desktop.storage.keyfile import Kdf, KeyFile, WrongPassphrase
from leertraject_desktop.storage.store import Store
from leertraject_desktop.storage.tables import Gebruiker, Gevangenis, Instelling
from leertraject_desktop.storage.trouble import explained
from leertraject_desktop.storage.upgrade import check_revision, stored_revision, upgrade


@dataclass(frozen=True, slots=True)
class Eigenaar:
    """The first gebruiker of a new database: how he or she logs in, and the name that colleagues see."""

    login: str
    naam: str
    rol: Rol = Rol.BEHEERDER


def create(
    path: Path,
    gevangenis: str,
    eigenaar: Eigenaar,
    passphrase: str,
    *,
    kdf: Kdf | None = None,
    recovery: bytes | None = None,
) -> None:
    """Make a new encrypted database for a prison (its code), with its key file and its first gebruiker.

    `recovery` is the key on the recovery sheet that was printed before, if it was.
    Raises Problem when the file exists already, the prison is unknown, or the folder cannot be written.
    Until the last step nothing stands under the final name.
    """
    check_drive(path)
    unfinished = path.with_name(f".{path.name}.nieuw")
    try:
        _refuse_existing(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        _forget(unfinished)
        unfinished.touch(mode=0o600)
        key = keyfile.new_key()
        with explained():
            upgrade(unfinished, key, new=True)
            naam = _first_rows(unfinished, key, gevangenis, eigenaar)
        _keep_orphan(path)
        file = keyfile.new_keyfile(naam)
        file = keyfile.add_slot(
            file, key, eigenaar.login, eigenaar.naam, passphrase, kdf or keyfile.calibrated()
        )
        if recovery is not None:
            file = keyfile.set_recovery(file, key, recovery)
        keyfile.write(path, file)
        _finish(unfinished, path)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        _forget(unfinished)


def open_store(path: Path, login: str, passphrase: str, *, clock: Clock = local_now) -> Store:
    """Open a database for a gebruiker. Raises Problem as `unlock` and `enter` do."""
    return enter(path, login, unlock(path, login, passphrase, clock=clock), clock=clock)


def unlock(path: Path, login: str, passphrase: str, *, clock: Clock = local_now) -> bytes:
    """The key of a database, by the passphrase of a gebruiker. Takes about a second; any thread may wait.

    Raises Problem for a wrong passphrase (it says how many tries remain), while this login has to wait after
    too many of them, and for an unreadable key file.
    """
    check_drive(path)
    pogingen.controleer_wachttijd(path, login, utc(clock()))
    file = keyfile.read(path)
    try:
        path.stat()
    except OSError as error:
        raise unreadable(path) from error
    return unlock_with(path, file, login, passphrase, clock=clock)


def unlock_with(path: Path, file: KeyFile, login: str, passphrase: str, *, clock: Clock = local_now) -> bytes:
    """The same with this key file, such as that of a backup; a wrong passphrase counts for the database."""
    pogingen.controleer_wachttijd(path, login, utc(clock()))
    try:
        return keyfile.unlock(file, login, passphrase)
    except WrongPassphrase as problem:
        volgt = pogingen.noteer_fout(path, login, utc(clock()))
        raise WrongPassphrase(problem.what, f"{problem.remedy} {volgt}", veld=problem.veld) from problem


def enter(path: Path, login: str, key: bytes, *, clock: Clock = local_now) -> Store:
    """Open a database for a gebruiker who gave the right passphrase; the failed tries before are settled.

    Raises Problem for an unreadable file and for a gebruiker without access.
    """
    store = open_with_key(path, login, key, clock=clock)
    try:
        settle(store, path, login)
    except BaseException:
        store.close()
        raise
    return store


def settle(store: Store, path: Path, login: str) -> None:
    """Take the failed logins since the last one, and this login, into the logboek."""
    for poging in pogingen.lees(path):
        soort = Logsoort.TOEGANG if poging.herstel else Logsoort.MISLUKT
        what = "nieuwe wachtzin met het herstelblad" if poging.herstel else "foute wachtzin"
        store.noteer(soort, f"{what}, {poging.login}, {poging.moment:%Y-%m-%d %H:%M:%S} UTC")
    store.noteer(Logsoort.AANMELDING, "aangemeld")
    pogingen.vergeet(path, login)


def open_with_key(path: Path, login: str, key: bytes, *, clock: Clock = local_now) -> Store:
    """Open a database with its key, brought to the schema of this program first."""
    bring_up_to_date(path, key, clock=clock)
    with explained():
        return Store(path, key, _wie(path, key, login), clock=clock)


def bring_up_to_date(path: Path, key: bytes, *, clock: Clock = local_now) -> None:
    """Bring a database to the schema of this program, after a verified backup. Raises Problem.

    Nothing happens when it has that schema already.
    """
    check_drive(path)
    swap.finish(path)
    with explained():
        stored = stored_revision(path, key)
        if not stored:
            raise unreadable(path)
        if check_revision(stored):
            backup.make(path, key, backup.default_folder(path), utc(clock()), backup.BEFORE_UPGRADE)
            upgrade(path, key)


def _refuse_existing(path: Path) -> None:
    if path.exists():
        raise Problem(f"‘{path.name}’ bestaat al in deze map.", "Kies een andere naam of open dat bestand.")


def _finish(unfinished: Path, path: Path) -> None:
    """Give the new database its name; when that fails, no key file is left behind for nothing."""
    try:
        if unfinished.with_name(unfinished.name + "-wal").exists():
            raise OSError(errno.EIO, "not all that was written stands in the file")
        unfinished.replace(path)
    except OSError:
        keyfile.key_path(path).unlink(missing_ok=True)
        keyfile.previous_path(path).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def _keep_orphan(path: Path) -> None:
    """Set a key file aside whose database is elsewhere: without it that database never opens again."""
    orphan = keyfile.key_path(path)
    if orphan.exists():
        orphan.replace(orphan.with_name(f"{orphan.name}.bewaard-{secrets.token_hex(3)}"))


def _first_rows(path: Path, key: bytes, gevangenis: str, eigenaar: Eigenaar) -> str:
    engine = make_engine(path, key)
    try:
        with Session(engine) as session, session.begin():
            prison = session.get(Gevangenis, gevangenis)
            if prison is None:
                raise Problem(
                    f"Gevangenis ‘{gevangenis}’ staat niet in de lijst.", "Gebruik een code uit de lijst."
                )
            session.add(Instelling(sleutel="gevangenis", waarde=gevangenis))
            session.add(Gebruiker(login=eigenaar.login, naam=eigenaar.naam, rol=eigenaar.rol.value))
            return prison.naam
    finally:
        engine.dispose()


def _wie(path: Path, key: bytes, login: str) -> Wie:
    engine = make_engine(path, key)
    try:
        with Session(engine) as session:
            gebruiker = session.scalars(select(Gebruiker).where(Gebruiker.login == login)).first()
            prison = session.get(Instelling, "gevangenis")
            if gebruiker is None or prison is None or not gebruiker.actief:
                raise Problem("Je hebt geen toegang meer tot deze gegevens.", "Vraag het aan de beheerder.")
            return Wie(gebruiker.id, gebruiker.naam, Rol(gebruiker.rol), prison.waarde)
    finally:
        engine.dispose()


def _forget(path: Path) -> None:
    for file in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        with suppress(OSError):
            file.unlink()
