"""The one file of a backup: a zip without compression that holds the encrypted database and its key file.

Anybody can take it apart with any tool; nobody can read the data without a passphrase. The manifest has the
sha256 of both parts, which proves without a key that a stick kept them whole, and a code under the database
key, which proves with the key that nobody changed it.
"""

import hashlib
import json
import os
import re
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.atomic import cannot_write, sync_folder
from leertraject_desktop.storage.keyfile import MAX_FILE_BYTES, KeyFile, decode
from leertraject_desktop.storage.sealing import mac, same, subkey

SUFFIX = ".ltbak"
UNFINISHED = ".deel"
FORMAT = 1
DATABASE, KEYS, MANIFEST = "gegevens.leertraject", "gegevens.leertraject.sleutel", "manifest.json"
BLOCK = 1024 * 1024
MAX_MANIFEST = 10_000
# What a damaged or crafted zip can raise while it is read.
DAMAGED = (zipfile.BadZipFile, OSError, ValueError, KeyError, TypeError, RuntimeError, EOFError, struct.error)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself: whose it is, when (UTC), the schema, why it was made, the hashes."""

    database_id: str
    gevangenis: str
    moment: datetime
    revisie: str
    aanleiding: str
    sha_gegevens: str
    sha_sleutel: str
    code: str = ""


class NotWhole(Problem):
    """A backup that is damaged, cut off, or no backup at all."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"‘{path.name}’ is geen hele reservekopie: het bestand is beschadigd of onvolledig.",
            "Kies een andere reservekopie.",
        )


class OtherKey(NotWhole):
    """A backup that was not sealed with this database key, or was changed after that."""

    def __init__(self, path: Path) -> None:
        Problem.__init__(
            self,
            f"‘{path.name}’ hoort bij een andere sleutel, of is veranderd nadat ze gemaakt werd.",
            "Is de sleutel sindsdien vernieuwd? Dan zet de opdracht ‘herstel’ ze terug, met de wachtzin van "
            "toen. Kies anders een andere reservekopie.",
        )


def signed(manifest: Manifest, key: bytes) -> Manifest:
    """The manifest with its code under the database key."""
    return replace(manifest, code=_code(manifest, key))


def check_signature(path: Path, manifest: Manifest, key: bytes) -> None:
    """Raise OtherKey when the manifest was changed after the backup was made, or belongs to another key."""
    if not same(_code(manifest, key).encode(), manifest.code.encode()):
        raise OtherKey(path)


def pack(target: Path, database: Path, keys: bytes, manifest: Manifest) -> None:
    """Write a backup: under another name first, then read back from the disk, then renamed.

    Raises Problem when the drive is full, gone, or does not give back what was written.
    """
    unfinished = target.with_name(f".{target.name}{UNFINISHED}")
    try:
        with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_STORED) as archive:
            _add(archive, MANIFEST, _encoded(manifest))
            _add(archive, KEYS, keys)
            archive.write(database, DATABASE)
        to_disk(unfinished)
        check_read_back(unfinished, manifest)
        unfinished.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise cannot_write(target, error) from error
    finally:
        forget(unfinished)


def check_read_back(path: Path, manifest: Manifest) -> None:
    """Raise Problem when a drive does not give back the backup that was written to it."""
    try:
        found = read_manifest(path)
    except NotWhole:
        found = None
    if found != manifest:
        raise Problem(
            "De reservekopie komt niet terug zoals ze geschreven is.",
            "Vertrouw deze stick of schijf niet meer. Kies een andere.",
        )


def read_manifest(path: Path) -> Manifest:
    """The manifest of a backup of which both parts are whole. Raises NotWhole; needs no key."""
    with opened(path) as archive:
        manifest = _decoded(archive.read(MANIFEST))
        for name, expected in ((DATABASE, manifest.sha_gegevens), (KEYS, manifest.sha_sleutel)):
            if _sha256(archive, name) != expected:
                raise NotWhole(path)
        return manifest


def read_keyfile(path: Path) -> KeyFile:
    """The key file inside a backup. Raises NotWhole."""
    with opened(path) as archive:
        return decode(archive.read(KEYS))


def unpack_database(path: Path, target: Path) -> None:
    """Put the encrypted database of a backup at `target`. Raises NotWhole, or Problem for the disk."""
    with opened(path) as archive, archive.open(DATABASE) as source:
        try:
            file = target.open("xb")
        except OSError as error:
            raise cannot_write(target, error) from error
        with file:
            while block := source.read(BLOCK):
                try:
                    file.write(block)
                except OSError as error:
                    raise cannot_write(target, error) from error


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """A backup whose list of parts is exactly what it must be. Raises NotWhole for whatever else it is."""
    if not path.is_file():
        raise Problem(
            f"‘{path.name}’ is er niet.", "Kijk of de stick er nog in zit, of kies een ander bestand."
        )
    try:
        with zipfile.ZipFile(path) as archive:
            _check_parts(archive, path.stat().st_size)
            yield archive
    except DAMAGED as error:
        raise NotWhole(path) from error


def _check_parts(archive: zipfile.ZipFile, size: int) -> None:
    parts = {info.filename: info for info in archive.infolist()}
    if sorted(parts) != sorted((DATABASE, KEYS, MANIFEST)) or len(archive.infolist()) != len(parts):
        raise ValueError("other parts")
    for info in parts.values():
        plain = info.compress_type == zipfile.ZIP_STORED and info.compress_size == info.file_size
        if not plain or info.flag_bits & 1 or info.file_size > size:
            raise ValueError("not stored plainly")
    if parts[MANIFEST].file_size > MAX_MANIFEST or parts[KEYS].file_size > MAX_FILE_BYTES:
        raise ValueError("too large")


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name), content)


def _sha256(archive: zipfile.ZipFile, name: str) -> str:
    digest = hashlib.sha256()
    with archive.open(name) as part:
        while block := part.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def files_in(folder: Path, pattern: str = f"*{SUFFIX}") -> list[Path]:
    """The files of backups in a folder; none when it is not there, or is a stick that was just pulled out."""
    try:
        return list(folder.glob(pattern)) if folder.is_dir() else []
    except OSError:
        return []


def to_disk(path: Path) -> None:
    """Flush a file and forget it, so that reading it back asks the drive and not the memory."""
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(handle)


def forget(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        # The stick is gone; nothing under the final name was made.
        return


def _fields(manifest: Manifest) -> dict[str, Any]:
    return {"formaat": FORMAT, **asdict(manifest), "moment": manifest.moment.isoformat()}


def _encoded(manifest: Manifest) -> bytes:
    return json.dumps(_fields(manifest), indent=1, ensure_ascii=False).encode()


def _decoded(content: bytes) -> Manifest:
    data = json.loads(content.decode("utf-8"))
    if data.pop("formaat") != FORMAT or not all(type(value) is str for value in data.values()):
        raise ValueError("another format")
    moment = datetime.fromisoformat(data.pop("moment"))
    if moment.tzinfo is not None or not re.fullmatch(r"\d{4}", data["revisie"]):
        raise ValueError("not a manifest")
    return Manifest(moment=moment, **data)


def _code(manifest: Manifest, key: bytes) -> str:
    return mac(subkey(key, "reservekopie"), _encoded(replace(manifest, code=""))).hex()
