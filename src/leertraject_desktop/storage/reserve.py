"""Room that is held back beside the database, to give up when the disk is full: then even deleting fails."""

import os
from pathlib import Path

RESERVE_BYTES = 8 * 1024 * 1024


def reserve_path(database: Path) -> Path:
    """Where the reserve of a database lies."""
    return database.with_name(database.name + ".reserve")


def hold(database: Path) -> bool:
    """Hold the reserve back; False when there is no room for it, and then none is taken."""
    target = reserve_path(database)
    try:
        if target.exists() and target.stat().st_size == RESERVE_BYTES:
            return True
        handle = os.open(target, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _fill(handle)
            os.fsync(handle)
        finally:
            os.close(handle)
    except OSError:
        target.unlink(missing_ok=True)
        return False
    return True


def give_up(database: Path) -> bool:
    """Give the room back to the disk; False when none was held."""
    try:
        reserve_path(database).unlink()
    except OSError:
        return False
    return True


def _fill(handle: int) -> None:
    if hasattr(os, "posix_fallocate"):
        os.posix_fallocate(handle, 0, RESERVE_BYTES)
        return
    block = bytes(1024 * 1024)
    for _ in range(RESERVE_BYTES // len(block)):
        os.write(handle, block)
