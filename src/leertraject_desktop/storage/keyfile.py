"""The key file beside the database: the random database key, wrapped once per gebruiker by a passphrase.

A slot holds the key encrypted with ChaCha20-Poly1305 under a key that Argon2id makes of the passphrase; the
parameters, the login and the database they belong to are bound as associated data, so none can be changed or
swapped. A new passphrase rewrites one slot and never the database. The file is written whole or not at all,
and the generation before stays beside it.
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

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.atomic import write_atomically

FORMAT = 1
KEY_BYTES = 32
MAX_FILE_BYTES = 1_000_000
MIB = 1024


@dataclass(frozen=True, slots=True)
class Kdf:
    """Cost of Argon2id: memory in KiB (64 MiB to 1 GiB), passes (1 to 20), lanes (1 to 16)."""

    memory: int = 256 * MIB
    passes: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        sane = 64 * MIB <= self.memory <= 1024 * MIB and 1 <= self.passes <= 20 and 1 <= self.lanes <= 16
        if not sane:
            raise ValueError("absurd parameters of Argon2id")


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the database key: whose it is, and the wrapped key with what it takes to open it."""

    login: str
    naam: str
    kdf: Kdf
    salt: bytes
    nonce: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What stands in the key file; nothing in it is secret without a passphrase."""

    database_id: str
    gevangenis: str
    slots: tuple[Slot, ...] = ()
    generation: int = 0


def key_path(database: Path) -> Path:
    """Where the key file of a database lies."""
    return database.with_name(database.name + ".sleutel")


def previous_path(database: Path) -> Path:
    """Where the generation before lies."""
    return database.with_name(database.name + ".sleutel.vorige")


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
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    bound = _bound(file.database_id, login, kdf, salt)
    wrapped = ChaCha20Poly1305(_derive(passphrase, salt, kdf)).encrypt(nonce, key, bound)
    slot = Slot(login, naam, kdf, salt, nonce, wrapped)
    others = tuple(other for other in file.slots if other.login != login)
    return replace(file, slots=(*others, slot))


def unlock(file: KeyFile, login: str, passphrase: str) -> bytes:
    """The database key. Raises Problem when the passphrase is wrong or nobody has this login."""
    slot = next((slot for slot in file.slots if slot.login == login), None)
    if slot is None:
        raise Problem(f"‘{login}’ staat niet in de lijst van gebruikers.", "Kies een naam uit de lijst.")
    bound = _bound(file.database_id, login, slot.kdf, slot.salt)
    try:
        return ChaCha20Poly1305(_derive(passphrase, slot.salt, slot.kdf)).decrypt(
            slot.nonce, slot.wrapped, bound
        )
    except InvalidTag as error:
        raise Problem(
            "Deze wachtzin klopt niet.", "Kijk of Caps Lock uitstaat en typ je wachtzin opnieuw."
        ) from error


def write(database: Path, file: KeyFile) -> KeyFile:
    """Write the next generation beside the database and keep the one before; returns what was written."""
    file = replace(file, generation=file.generation + 1)
    target = key_path(database)
    if target.exists():
        write_atomically(previous_path(database), target.read_bytes())
    write_atomically(target, _encode(file))
    return file


def read(database: Path) -> KeyFile:
    """The key file of a database, or the generation before when the last one is damaged.

    Raises Problem when neither can be read.
    """
    for path in (key_path(database), previous_path(database)):
        try:
            return _decode(path)
        except (OSError, ValueError, KeyError, TypeError):
            continue
    name = key_path(database).name
    raise Problem(
        f"‘{name}’ is er niet of is beschadigd. Zonder dat bestand gaan de gegevens niet open.",
        "Zet het terug uit een reservekopie, in dezelfde map als de gegevens.",
    )


def _derive(passphrase: str, salt: bytes, kdf: Kdf) -> bytes:
    text = unicodedata.normalize("NFKC", passphrase).encode()
    return Argon2id(
        salt=salt, length=KEY_BYTES, iterations=kdf.passes, lanes=kdf.lanes, memory_cost=kdf.memory
    ).derive(text)


def _bound(database_id: str, login: str, kdf: Kdf, salt: bytes) -> bytes:
    bound = [FORMAT, database_id, login, kdf.memory, kdf.passes, kdf.lanes, salt.hex()]
    return json.dumps(bound, separators=(",", ":")).encode()


def _encode(file: KeyFile) -> bytes:
    data: dict[str, Any] = {"formaat": FORMAT, **asdict(file)}
    for slot in data["slots"]:
        for name in ("salt", "nonce", "wrapped"):
            slot[name] = base64.b64encode(slot[name]).decode()
    return json.dumps(data, indent=1, ensure_ascii=False).encode()


def _decode(path: Path) -> KeyFile:
    if path.stat().st_size > MAX_FILE_BYTES:
        raise ValueError("too large for a key file")
    data = json.loads(path.read_text(encoding="utf-8"))
    if data.pop("formaat") != FORMAT:
        raise ValueError("another format")
    slots = []
    for slot in data.pop("slots"):
        salt, nonce, wrapped = (
            base64.b64decode(slot.pop(name), validate=True) for name in ("salt", "nonce", "wrapped")
        )
        slots.append(Slot(kdf=Kdf(**slot.pop("kdf")), salt=salt, nonce=nonce, wrapped=wrapped, **slot))
    file = KeyFile(slots=tuple(slots), **data)
    texts = [file.database_id, file.gevangenis, *(text for slot in slots for text in (slot.login, slot.naam))]
    if not all(isinstance(text, str) for text in texts) or not isinstance(file.generation, int):
        raise ValueError("not a key file")
    return file
