"""Writing a file whole or not at all, and reading back what was written."""

import errno
import os
import secrets
from pathlib import Path

from leertraject_desktop.domain.problem import Problem


def write_atomically(target: Path, content: bytes) -> None:
    """Put `content` at `target`: written under a temporary name, flushed, read back, then renamed.

    Raises Problem when that cannot be done; then whatever stood at `target` still stands there.
    """
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}.deel")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if temporary.read_bytes() != content:
            raise OSError(errno.EIO, "not read back as written")
        temporary.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise cannot_write(target, error) from error
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder survive a power cut, where the system offers that."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def cannot_write(target: Path, error: OSError) -> Problem:
    """What went wrong while writing a file, and what to do."""
    name = target.name
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Problem(
            f"‘{name}’ is niet geschreven: er is geen plaats meer.",
            "Maak plaats vrij of kies een andere map of stick.",
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return Problem(f"De map ‘{target.parent}’ is er niet.", "Kies een andere map.")
    if error.errno == errno.EROFS or (error.errno in (errno.EACCES, errno.EPERM) and not target.exists()):
        return Problem(f"Je mag niet schrijven in de map ‘{target.parent}’.", "Kies een andere map of stick.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EBUSY):
        return Problem(
            f"‘{name}’ is niet te overschrijven.", "Sluit het bestand in Excel en probeer het opnieuw."
        )
    return Problem(
        f"‘{name}’ is niet geschreven: de schijf of stick antwoordt niet.",
        "Kijk of de stick er nog in zit en probeer het opnieuw.",
    )
