"""The key file beside the database: the random database key, sealed once per gebruiker and for recovery.

Every slot has a key pair. Its private key is encrypted with ChaCha20-Poly1305 under a key that Argon2id makes
of the passphrase (for recovery: that HKDF makes of the key on paper); the database key is sealed to its
public key. So a new passphrase rewrites one slot and never the database, and a new database key reaches every
slot without anybody's passphrase. Parameters, login and database are bound as associated data, and a code
under the database key covers all slots together, so nothing can be changed, swapped or slipped in.

The file is written whole or not at all, twice: the newest whole one of the two counts.
"""

import base64
import json
import secrets
import time
import unicodedata
import uuid
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage import swap
from leertraject_desktop.storage.atomic import cannot_write, write_atomically
from leertraject_desktop.storage.sealing import (
    KEY_BYTES,
    Refused,
    decrypt,
    encrypt,
    mac,
    new_pair,
    same,
    seal,
    subkey,
    unseal,
)

FORMAT = 1
MAX_FILE_BYTES = 1_000_000
MAX_SLOTS = 200
MIB = 1024


class WrongPassphrase(Problem):
    """The passphrase is not the one of this login."""


@dataclass(frozen=True, slots=True)
class Kdf:
    """Cost of Argon2id: memory in KiB (64 MiB to 1 GiB), passes (1 to 20), lanes (1 to 16)."""

    memory: int = 256 * MIB
    passes: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        whole = all(type(number) is int for number in (self.memory, self.passes, self.lanes))
        sane = whole and 64 * MIB <= self.memory <= 1024 * MIB and 1 <= self.passes <= 20
        if not sane or not 1 <= self.lanes <= 16:
            raise ValueError("absurd parameters of Argon2id")


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the database key: whose it is, and what it takes to open it.

    `kdf` is None for recovery, whose key needs no stretching; `login` and `naam` are empty there.
    """

    login: str
    naam: str
    kdf: Kdf | None
    salt: bytes
    nonce: bytes
    wrapped: bytes
    public: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What stands in the key file; nothing in it is secret without a passphrase or the key on paper.

    `slots` has one slot per gebruiker, in the order in which they were added; `herstel` is None until
    a recovery key was made.
    """

    database_id: str
    gevangenis: str
    slots: tuple[Slot, ...] = ()
    herstel: Slot | None = None
    generation: int = 0
    code: bytes = b""


def key_path(database: Path) -> Path:
    """Where the key file of a database lies."""
    return database.with_name(database.name + swap.KEY_SUFFIX)


def previous_path(database: Path) -> Path:
    """Where its twin lies."""
    return database.with_name(database.name + swap.TWIN_SUFFIX)


def new_key() -> bytes:
    """A random database key."""
    return secrets.token_bytes(KEY_BYTES)


def new_keyfile(gevangenis: str) -> KeyFile:
    """A key file without slots for a new database of this prison (its name, as the login window shows it)."""
    return KeyFile(database_id=uuid.uuid4().hex, gevangenis=gevangenis)


def calibrated() -> Kdf:
    """The cost that takes this machine 0.7 to 1.5 s where it can, never below the floor of 64 MiB."""
    kdf = Kdf()
    while True:
        start = time.perf_counter()
        _derive("ijking", b"\0" * 16, kdf)
        seconds = time.perf_counter() - start
        if seconds > 1.5 and kdf.passes > 2:
            kdf = replace(kdf, passes=kdf.passes - 1)
        elif seconds > 1.5 and kdf.memory > 64 * MIB:
            kdf = replace(kdf, memory=kdf.memory // 2)
        elif seconds < 0.7 and kdf.passes < 20:
            kdf = replace(kdf, passes=min(20, max(kdf.passes + 1, int(kdf.passes * 0.9 / seconds))))
        else:
            return kdf


def add_slot(file: KeyFile, key: bytes, login: str, naam: str, passphrase: str, kdf: Kdf) -> KeyFile:
    """The key file with a slot for this login, in the place of the one that it had."""
    salt = secrets.token_bytes(16)
    slot = _new_slot(file, key, login, naam, kdf, salt, _derive(passphrase, salt, kdf))
    others = tuple(other for other in file.slots if other.login != login)
    if len(others) >= MAX_SLOTS:
        raise Problem("Er zijn te veel gebruikers.", "Verwijder eerst gebruikers die er niet meer werken.")
    return _coded(replace(file, slots=(*others, slot)), key)


def remove_slot(file: KeyFile, key: bytes, login: str) -> KeyFile:
    """The key file without the slot of this login."""
    return _coded(replace(file, slots=tuple(slot for slot in file.slots if slot.login != login)), key)


def set_recovery(file: KeyFile, key: bytes, recovery: bytes) -> KeyFile:
    """The key file with this recovery key (20 random bytes), in the place of the one that it had."""
    salt = secrets.token_bytes(16)
    slot = _new_slot(file, key, "", "", None, salt, subkey(recovery, "herstel", salt=salt))
    return _coded(replace(file, herstel=slot), key)


def renewed(file: KeyFile, old: bytes, new: bytes, logins: frozenset[str]) -> KeyFile:
    """The key file for a new database key, with the slots of these logins and the recovery key.

    Raises Problem when the slots are not those that were written with the old key.
    """
    _check_code(file, old)
    slots = tuple(_resealed(file, slot, new) for slot in file.slots if slot.login in logins)
    herstel = _resealed(file, file.herstel, new) if file.herstel else None
    return _coded(replace(file, slots=slots, herstel=herstel), new)


def fits(file: KeyFile, key: bytes) -> bool:
    """Whether this key file was written with this database key."""
    return same(_code(file, key), file.code)


def unlock(file: KeyFile, login: str, passphrase: str) -> bytes:
    """The database key. Raises WrongPassphrase, or Problem when nobody has this login."""
    slot = next((slot for slot in file.slots if slot.login == login), None)
    if slot is None or slot.kdf is None:
        raise Problem(f"‘{login}’ staat niet in de lijst van gebruikers.", "Kies een naam uit de lijst.")
    try:
        key = _opened(file, slot, _derive(passphrase, slot.salt, slot.kdf))
    except Refused as error:
        raise WrongPassphrase(
            "Deze wachtzin klopt niet.",
            "Kijk of Caps Lock uitstaat en typ je wachtzin opnieuw.",
            veld="wachtzin",
        ) from error
    _check_code(file, key)
    return key


def unlock_with_recovery(file: KeyFile, recovery: bytes) -> bytes:
    """The database key by the recovery key. Raises Problem when it is another one."""
    if file.herstel is None:
        raise Problem(
            "Voor deze gegevens is nooit een herstelblad gemaakt.",
            "Zoek een collega die zich nog kan aanmelden, of een reservekopie.",
        )
    try:
        key = _opened(file, file.herstel, subkey(recovery, "herstel", salt=file.herstel.salt))
    except Refused as error:
        raise Problem(
            "Deze herstelsleutel hoort niet bij deze gegevens.",
            "Kijk op het blad of de gevangenis en de datum kloppen. Een ouder blad werkt niet meer.",
        ) from error
    _check_code(file, key)
    return key


def write(database: Path, file: KeyFile) -> KeyFile:
    """Write the next generation beside the database, then its twin; returns what was written.

    The twin holds the same, so that a slot that was taken away is gone from both.
    """
    file = next_generation(file)
    content = encode(file)
    write_atomically(key_path(database), content, private=True)
    try:
        write_atomically(previous_path(database), content, private=True)
    except Problem:
        _without_twin(database)
    return file


def _without_twin(database: Path) -> None:
    """Remove a twin that could not be renewed: it may hold a slot that was taken away."""
    try:
        previous_path(database).unlink(missing_ok=True)
    except OSError as error:
        raise cannot_write(previous_path(database), error) from error


def next_generation(file: KeyFile) -> KeyFile:
    """The key file as it is written next."""
    return replace(file, generation=file.generation + 1)


def read(database: Path) -> KeyFile:
    """The key file of a database: the newest of the two that is whole.

    Raises Problem when neither can be read.
    """
    swap.finish(database)
    found = []
    for path in (key_path(database), previous_path(database)):
        try:
            if path.stat().st_size <= MAX_FILE_BYTES:
                found.append(decode(path.read_bytes()))
        except (OSError, ValueError):
            continue
    if found:
        return max(found, key=lambda file: file.generation)
    name = key_path(database).name
    raise Problem(
        f"‘{name}’ is er niet of is beschadigd. Zonder dat bestand gaan de gegevens niet open.",
        "Zet het terug uit een reservekopie, in dezelfde map als de gegevens.",
    )


def encode(file: KeyFile) -> bytes:
    """The key file as it stands on the disk: JSON, with bytes in base64."""
    data: dict[str, Any] = {"formaat": FORMAT, **asdict(file)}
    return json.dumps(data, indent=1, ensure_ascii=False, default=_base64).encode()


def decode(content: bytes) -> KeyFile:
    """Read a key file. Raises ValueError for anything that is not exactly one."""
    if len(content) > MAX_FILE_BYTES:
        raise ValueError("too large for a key file")
    try:
        data = json.loads(content.decode("utf-8"))
        if data.pop("formaat") != FORMAT or len(data["slots"]) > MAX_SLOTS:
            raise ValueError("another format")
        slots = tuple(_slot(row) for row in data.pop("slots"))
        herstel = data.pop("herstel")
        file = KeyFile(
            slots=slots,
            herstel=_slot(herstel) if herstel is not None else None,
            code=_bytes(data.pop("code"), 32),
            **data,
        )
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError("not a key file") from error
    texts = [file.database_id, file.gevangenis, *(text for slot in slots for text in (slot.login, slot.naam))]
    logins = {slot.login for slot in slots}
    if not all(isinstance(text, str) for text in texts) or type(file.generation) is not int:
        raise ValueError("not a key file")
    if len(logins) != len(slots) or "" in logins or any(slot.kdf is None for slot in slots):
        raise ValueError("not a key file")
    return file


def _derive(passphrase: str, salt: bytes, kdf: Kdf) -> bytes:
    text = unicodedata.normalize("NFKC", passphrase).encode()
    return Argon2id(
        salt=salt, length=KEY_BYTES, iterations=kdf.passes, lanes=kdf.lanes, memory_cost=kdf.memory
    ).derive(text)


def _new_slot(
    file: KeyFile, key: bytes, login: str, naam: str, kdf: Kdf | None, salt: bytes, opener: bytes
) -> Slot:
    private, public = new_pair()
    nonce = secrets.token_bytes(12)
    wrapped = encrypt(opener, nonce, private, _bound(file, login, kdf, salt, public))
    slot = Slot(login, naam, kdf, salt, nonce, wrapped, public, b"")
    return _resealed(file, slot, key)


def _resealed(file: KeyFile, slot: Slot, key: bytes) -> Slot:
    bound = _bound(file, slot.login, slot.kdf, slot.salt, slot.public)
    return replace(slot, sealed=seal(slot.public, key, bound))


def _opened(file: KeyFile, slot: Slot, opener: bytes) -> bytes:
    bound = _bound(file, slot.login, slot.kdf, slot.salt, slot.public)
    return unseal(decrypt(opener, slot.nonce, slot.wrapped, bound), slot.sealed, bound)


def _bound(file: KeyFile, login: str, kdf: Kdf | None, salt: bytes, public: bytes) -> bytes:
    cost = [kdf.memory, kdf.passes, kdf.lanes] if kdf else []
    bound = [FORMAT, file.database_id, login, cost, salt.hex(), public.hex()]
    return json.dumps(bound, separators=(",", ":")).encode()


def _coded(file: KeyFile, key: bytes) -> KeyFile:
    return replace(file, code=_code(file, key))


def _code(file: KeyFile, key: bytes) -> bytes:
    return mac(subkey(key, "sleutelbestand"), encode(replace(file, code=b"", generation=0)))


def _check_code(file: KeyFile, key: bytes) -> None:
    if not fits(file, key):
        raise Problem(
            "Het sleutelbestand is veranderd buiten Leertraject om.",
            "Gebruik het niet. Zet een reservekopie terug en meld het aan je verantwoordelijke.",
        )


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode()


def _bytes(text: str, length: int) -> bytes:
    value = base64.b64decode(text, validate=True)
    if len(value) != length:
        raise ValueError("not of the right length")
    return value


def _slot(row: dict[str, Any]) -> Slot:
    kdf = row.pop("kdf")
    lengths = {
        "salt": 16,
        "nonce": 12,
        "wrapped": KEY_BYTES + 16,
        "public": 32,
        "sealed": 32 + KEY_BYTES + 16,
    }
    found: dict[str, Any] = {name: _bytes(row.pop(name), length) for name, length in lengths.items()}
    return Slot(kdf=Kdf(**kdf) if kdf is not None else None, **found, **row)
