"""Writing a file whole or not at all, and reading back what was written."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from leertraject_desktop.domain.problem import Problem


def write_atomically(target: Path, content: bytes, *, private: bool = False) -> None:
    """Put `content` at `target`: written under a temporary name, flushed, read back, then renamed.

    `private` is for files that no other account of the computer may read, where the system offers that.
    Raises Problem when that cannot be done; then whatever stood at `target` still stands there.
    """
    temporary = target.with_name(f".{target.name}.{os.urandom(4).hex()}.deel")
    try:
        if private:
            temporary.touch(mode=0o600, exist_ok=False)
        with temporary.open("wb" if private else "xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if temporary.read_bytes() != content:
            raise OSError(errno.EIO, "not read back as written")
        temporary.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        _forget(temporary)
        raise cannot_write(target, error) from error
    except BaseException:
        _forget(temporary)
        raise


def _forget(temporary: Path) -> None:
    """Remove what was half written, where the disk still lets us."""
    with suppress(OSError):
        temporary.unlink()


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder survive a power cut, where the system offers that."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def cannot_write(target: Path, error: OSError) -> Problem:
    """What went wrong while writing a file, and what to do."""
    name, number = target.name, error.errno
    if number in (errno.ENOSPC, errno.EDQUOT):
        return Problem(
            f"‘{name}’ is niet geschreven: er is geen plaats meer.",
            "Maak plaats vrij of kies een andere map of stick.",
        )
    if number in (errno.ENOENT, errno.ENOTDIR, errno.EEXIST):
        return Problem(f"De map ‘{target.parent}’ is er niet.", "Kies een andere map.")
    if number == errno.EISDIR:
        return Problem(f"‘{name}’ is een map, geen bestand.", "Kies een andere naam.")
    if number == errno.ENAMETOOLONG:
        return Problem("Deze bestandsnaam is te lang.", "Kies een kortere naam.")
    refused = number in (errno.EACCES, errno.EPERM)
    if number == errno.EROFS or (refused and not _is_there(target)):
        return Problem(f"Je mag niet schrijven in de map ‘{target.parent}’.", "Kies een andere map of stick.")
    if refused or number == errno.EBUSY:
        return Problem(
            f"‘{name}’ is niet te overschrijven.", "Sluit het bestand in Excel en probeer het opnieuw."
        )
    return Problem(
        f"‘{name}’ is niet geschreven: de schijf of stick antwoordt niet.",
        "Kijk of de stick er nog in zit en probeer het opnieuw.",
    )


def _is_there(target: Path) -> bool:
    try:
        return target.exists()
    except OSError:
        return False
