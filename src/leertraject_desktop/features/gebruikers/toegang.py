"""How gebruikers get in: passphrases, the key on paper, and a new database key when somebody leaves.

A gebruiker has a row in the database and a slot in the key file. The row is written first and taken away
first, so that whatever happens in between, nobody gets in who should not.
"""

from dataclasses import dataclass
from pathlib import Path

from leertraject_desktop.domain.label import Logsoort, Rol
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht, controleer_recht
from leertraject_desktop.features.gebruikers.gebruikers import (
    een_gebruiker,
    lijst_gebruikers,
    voeg_gebruiker_toe,
    zet_buiten_gebruik,
    zet_zonder_sleutel_buiten,
)
from leertraject_desktop.features.gebruikers.wachtzin import controleer_wachtzin
from leertraject_desktop.storage import herstelsleutel, keyfile, pogingen
from leertraject_desktop.storage.clock import Clock, local_now, utc
from leertraject_desktop.storage.keyfile import Kdf, KeyFile
from leertraject_desktop.storage.rekey import Progress, renew_key
from leertraject_desktop.storage.store import Store


@dataclass(frozen=True, slots=True)
class Herstelblad:
    """What is printed once and kept in a closed cupboard: eight groups of five signs, and a QR text."""

    gevangenis: str
    groepen: tuple[str, ...]
    qr: str

    def controleer_deel(self, groep: int, getypt: str) -> None:
        """Raise Problem unless `getypt` is group `groep` (1 to 8): the paper is there and legible."""
        herstelsleutel.controleer_deel(herstelsleutel.lees(self.qr), groep, getypt)

    @property
    def sleutel(self) -> bytes:
        """The key itself, for data that is still to be made."""
        return herstelsleutel.lees(self.qr)


def gevangenis_van(path: Path) -> str:
    """The name of the prison of a database, for the login window. Raises Problem."""
    return keyfile.read(path).gevangenis


def geef_toegang(
    store: Store, *, login: str, naam: str, rol: Rol, wachtzin: str, kdf: Kdf | None = None
) -> int:
    """Add a gebruiker with a passphrase; returns the number. Raises Problem when the rules refuse it."""
    file = keyfile.read(store.path)
    controleer_wachtzin(wachtzin, eigen=(login, naam, file.gevangenis))
    number = store.write(voeg_gebruiker_toe, login=login, naam=naam, rol=rol)
    who = store.read(een_gebruiker, number)
    _write_slot(store.path, file, store.key, who.login, who.naam, wachtzin, kdf)
    return number


def nieuwe_wachtzin_voor(store: Store, gebruiker_id: int, wachtzin: str, *, kdf: Kdf | None = None) -> None:
    """Give a colleague who forgot it another passphrase. For a beheerder. Raises Problem."""
    controleer_recht(store.wie.rol, Recht.BEHEREN)
    who = store.read(een_gebruiker, gebruiker_id)
    if not who.actief:
        raise Problem(f"{who.naam} heeft geen toegang meer.", "Voeg de gebruiker eerst opnieuw toe.")
    file = keyfile.read(store.path)
    controleer_wachtzin(wachtzin, eigen=(who.login, who.naam, file.gevangenis))
    _write_slot(store.path, file, store.key, who.login, who.naam, wachtzin, kdf)
    store.noteer(Logsoort.TOEGANG, "nieuwe wachtzin voor een collega", f"gebruiker:{gebruiker_id}")


def wijzig_wachtzin(store: Store, oud: str, nieuw: str, *, kdf: Kdf | None = None) -> None:
    """Change one's own passphrase; nothing is encrypted again. Takes two seconds. Raises Problem."""
    path, file = store.path, keyfile.read(store.path)
    login = store.read(een_gebruiker, store.wie.gebruiker_id).login
    key = keyfile.unlock(file, login, oud)
    naam = next(slot.naam for slot in file.slots if slot.login == login)
    if nieuw == oud:
        raise Problem("Dit is je oude wachtzin.", "Kies een andere.", veld="nieuw")
    controleer_wachtzin(nieuw, eigen=(login, naam, file.gevangenis), veld="nieuw")
    _write_slot(path, file, key, login, naam, nieuw, kdf)
    store.noteer(Logsoort.TOEGANG, "eigen wachtzin gewijzigd")


def ontneem_toegang(store: Store, gebruiker_id: int) -> None:
    """Take the access of a gebruiker away. Offer `vernieuw_sleutel` next: a copy of the old key file that
    somebody kept still opens copies of the data until then."""
    login = store.write(zet_buiten_gebruik, gebruiker_id)
    keyfile.write(store.path, keyfile.remove_slot(keyfile.read(store.path), store.key, login))


def laat_buiten(store: Store) -> list[str]:
    """After a restore: whoever lost access since that backup is without access again; returns the logins.

    The key file stays as it was, so they do not get in; the list of gebruikers must say the same. An act of
    the program, whoever logs in first.
    """
    slots = {slot.login for slot in keyfile.read(store.path).slots}
    gone = [who for who in store.read(lijst_gebruikers) if who.actief and who.login not in slots]
    return store.write(zet_zonder_sleutel_buiten, [who.id for who in gone]) if gone else []


def maak_herstelblad(store: Store) -> Herstelblad:
    """Make a recovery key; an earlier one no longer works. Show or print it now: it is kept nowhere."""
    controleer_recht(store.wie.rol, Recht.BEHEREN)
    file = keyfile.read(store.path)
    blad = nieuw_herstelblad(file.gevangenis)
    keyfile.write(store.path, keyfile.set_recovery(file, store.key, blad.sleutel))
    store.noteer(Logsoort.TOEGANG, "herstelblad gemaakt")
    return blad


def nieuw_herstelblad(gevangenis: str) -> Herstelblad:
    """A recovery key for data of this prison (its name) that is still to be made; it opens nothing yet."""
    recovery = herstelsleutel.new_recovery()
    groepen = tuple(herstelsleutel.groepen(recovery))
    return Herstelblad(gevangenis, groepen, herstelsleutel.qr_inhoud(recovery))


def heeft_herstelblad(path: Path) -> bool:
    """Whether a recovery key was ever made for a database."""
    return keyfile.read(path).herstel is not None


def herstel_toegang(
    path: Path, herstel: str, login: str, nieuw: str, *, kdf: Kdf | None = None, clock: Clock = local_now
) -> None:
    """Set a new passphrase with the key on paper, typed or scanned. Raises Problem."""
    file = keyfile.read(path)
    key = keyfile.unlock_with_recovery(file, herstelsleutel.lees(herstel))
    slot = next((slot for slot in file.slots if slot.login == login), None)
    if slot is None:
        raise Problem(f"‘{login}’ staat niet in de lijst van gebruikers.", "Kies een naam uit de lijst.")
    controleer_wachtzin(nieuw, eigen=(login, slot.naam, file.gevangenis), veld="nieuw")
    _write_slot(path, file, key, login, slot.naam, nieuw, kdf)
    pogingen.noteer_herstel(path, login, utc(clock()))


def vernieuw_sleutel(store: Store, *, progress: Progress | None = None) -> bytes:
    """Encrypt all data under a new database key, for the gebruikers who are left; returns that key.

    Closes the store: nobody may have the data open meanwhile. Open it again with the key. Takes as long as
    writing the whole file, so run it as a job; `progress` hears how many pages are written. Killed at any
    moment, the old state works or the new one.
    """
    controleer_recht(store.wie.rol, Recht.BEHEREN)
    path, key = store.path, store.key
    logins = frozenset(who.login for who in store.read(lijst_gebruikers) if who.actief)
    store.noteer(Logsoort.TOEGANG, "sleutel vernieuwd")
    store.close()
    return renew_key(path, key, logins, progress=progress)


def _write_slot(
    path: Path, file: KeyFile, key: bytes, login: str, naam: str, wachtzin: str, kdf: Kdf | None
) -> None:
    keyfile.write(path, keyfile.add_slot(file, key, login, naam, wachtzin, kdf or keyfile.calibrated()))
