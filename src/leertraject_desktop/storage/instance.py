"""One window per database: a lock beside it that says who holds it, and where a second start can knock."""

import json
import os
from pathlib import Path
from typing import NamedTuple, Self

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.atomic import cannot_write
from leertraject_desktop.storage.leftovers import tidy
from leertraject_desktop.storage.os_lock import OsLock


class Holder(NamedTuple):
    """Who has a database open: process, computer and account. The lock is as old as its file."""

    pid: int
    host: str
    gebruiker: str


class AlreadyOpen(Problem):
    """Another window has this database open; `holder` says which, None when that cannot be read."""

    def __init__(self, path: Path, holder: Holder | None) -> None:
        self.holder = holder
        where = f" op computer {holder.host}" if holder and holder.host != _host() else ""
        who = f" door {holder.gebruiker}" if holder and holder.gebruiker != _account() else ""
        super().__init__(
            f"‘{path.name}’ is al open{where}{who}.", "Gebruik het andere venster, of sluit het eerst."
        )


class Instance:
    """The right to be the one window on a database.

    The system takes it back when the process ends, however it ends: a lock that a crash left behind is no
    lock, whatever stands in the file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = OsLock(lock_path(path))

    @classmethod
    def take(cls, path: Path) -> Self:
        """Take the lock, and tidy up what a crash left.

        Raises AlreadyOpen, or Problem for a folder that refuses.
        """
        instance = cls(path)
        try:
            if not instance._lock.take():
                raise AlreadyOpen(path, holder_of(path))
            holder = Holder(os.getpid(), _host(), _account())
            instance._lock.write(json.dumps(holder._asdict()).encode())
        except OSError as error:
            instance._lock.release()
            raise cannot_write(path, error) from error
        tidy(path)
        return instance

    def release(self) -> None:
        """Let go. The file stays, empty: removing it would let two others both think that they hold it."""
        if self._lock.held:
            try:
                self._lock.write(b"")
            except OSError:
                import logging  # here, as the login window has nothing to log

                # What it says of a holder no longer counts: the lock itself is free.
                logging.getLogger(__name__).warning("the lock file could not be emptied")
            finally:
                self._lock.release()


def lock_path(path: Path) -> Path:
    """Where the lock of a database lies."""
    return path.with_name(path.name + ".open")


def holder_of(path: Path) -> Holder | None:
    """What the lock file says; None when it says nothing that can be read."""
    try:
        data = json.loads(lock_path(path).read_bytes()[:4096])
        return Holder(int(data["pid"]), str(data["host"]), str(data["gebruiker"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def channel_of(path: Path) -> str:
    """The name of the local socket on which the first window listens for a second start."""
    import hashlib  # here, as it loads much and the login window does not wait for it

    return "leertraject-" + hashlib.sha256(os.path.normcase(path.resolve()).encode()).hexdigest()[:20]


def _host() -> str:
    if hasattr(os, "uname"):
        return os.uname().nodename  # the same name; the module of sockets costs the login window 2 ms
    import socket

    return socket.gethostname()


def _account() -> str:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        if os.environ.get(name):
            return os.environ[name]
    try:
        import pwd

        return pwd.getpwuid(os.getuid()).pw_name
    except (KeyError, ImportError):
        return "onbekend"
