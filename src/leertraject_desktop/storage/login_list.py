"""Who can log in to a database, for the window that must stand before anything heavy is loaded.

Reads only what the key file shows without a passphrase. Whether the file is whole and unchanged is looked at
when somebody logs in (`keyfile`).
"""

import json
from pathlib import Path
from typing import Any, NamedTuple

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.swap import KEY_SUFFIX, TWIN_SUFFIX

MAX_FILE_BYTES = 1_000_000


class LoginName(NamedTuple):
    """Somebody with access: the login, and the name that colleagues see."""

    login: str
    naam: str


class LoginList(NamedTuple):
    """The prison of a database by name, and who can log in, by name."""

    gevangenis: str
    names: tuple[LoginName, ...]


def login_list(database: Path) -> LoginList:
    """What the login window shows for a database.

    Raises Problem when the database is gone, or when its key file and the twin are gone or unreadable.
    """
    if not database.is_file():
        raise Problem(
            f"‘{database.name}’ is er niet meer.",
            f"Het bestand stond in {database.parent}. Zet het daar terug, of open andere gegevens.",
        )
    found = [data for suffix in (KEY_SUFFIX, TWIN_SUFFIX) if (data := _load(database, suffix)) is not None]
    if not found:
        raise Problem(
            f"Bij ‘{database.name}’ hoort een sleutelbestand, en dat is er niet of is beschadigd.",
            "Zet het terug uit een reservekopie, in dezelfde map als de gegevens.",
        )
    return max(found, key=lambda pair: pair[0])[1]


def _load(database: Path, suffix: str) -> tuple[int, LoginList] | None:
    path = database.with_name(database.name + suffix)
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            return None
        data: Any = json.loads(path.read_text(encoding="utf-8"))
        names = [LoginName(str(slot["login"]), str(slot["naam"])) for slot in data["slots"]]
        generation, gevangenis = int(data["generation"]), str(data["gevangenis"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return generation, LoginList(gevangenis, tuple(sorted(names, key=lambda name: name.naam.casefold())))
