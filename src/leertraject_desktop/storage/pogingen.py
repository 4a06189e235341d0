"""Failed logins: kept beside the database until the log can take them in, and answered with a growing delay.

Five tries are free, then one waits a minute, and twice as long after each further failure, at most an hour.
Nothing is ever wiped. The file is not secret (it holds logins and moments) and can be thrown away by whoever
has the folder; this process then still remembers its own count.
"""

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.atomic import write_atomically

if TYPE_CHECKING:
    from datetime import datetime

FREE = 5
FIRST_WAIT = 60
LONGEST_WAIT = 3600
MAX_LINES = 1000

# Per database and login: how many failures this process saw, and when on its own clock that never jumps.
_seen: dict[tuple[Path, str], tuple[int, float]] = {}
# Per failure that lies ahead of the clock: when this process first met it.
_ahead: "dict[tuple[Path, str, datetime], float]" = {}


class Poging(NamedTuple):
    """What happened at the login window: the moment in UTC, the login, and a failure or a recovery."""

    moment: "datetime"
    login: str
    herstel: bool = False


def attempts_path(database: Path) -> Path:
    """Where the failed logins of a database are kept."""
    return database.with_name(database.name + ".pogingen")


def controleer_wachttijd(database: Path, login: str, nu: "datetime") -> None:
    """Raise Problem when this login has to wait before the next try."""
    seconden = wachttijd(database, login, nu)
    if seconden:
        raise Problem(
            "Er is te vaak een foute wachtzin getypt.",
            f"Wacht nog {_duur(seconden)} en probeer het dan opnieuw.",
            veld="wachtzin",
        )


def is_mislukt(database: Path) -> bool:
    """Whether anybody may have to wait: a login failed since the log took them in, or in this process."""
    return bool(_seen) or attempts_path(database).exists()


def wachttijd(database: Path, login: str, nu: "datetime") -> int:
    """How many seconds this login still has to wait; 0 when it may try. `nu` is this moment in UTC."""
    count, last = _count(database, login)
    seen, at = _seen.get((database, login), (0, 0.0))
    remaining = _wait_after(seen) - (time.monotonic() - at) if seen else 0.0
    if count and last is not None:
        passed = (nu - last).total_seconds()
        if passed < 0:
            # The clock was set back: the wait gets no longer, and counts on the own clock of this process.
            passed = time.monotonic() - _ahead.setdefault((database, login, last), time.monotonic())
        remaining = max(remaining, _wait_after(count) - passed)
    return max(0, min(LONGEST_WAIT, round(remaining + 0.499)))


def noteer_fout(database: Path, login: str, nu: "datetime") -> str:
    """Keep a failed try; returns the sentence that tells what happens next."""
    data = _load(database)
    count = max(_count(database, login)[0], _seen.get((database, login), (0, 0.0))[0]) + 1
    _seen[database, login] = (count, time.monotonic())
    data["tellers"][login] = [count, nu.isoformat()]
    data["regels"] = [*data["regels"], [nu.isoformat(), login[:100], False]][-MAX_LINES:]
    _save(database, data)
    if count < FREE:
        return f"Je kan nog {FREE - count} keer proberen. Daarna wacht je 1 minuut."
    return f"Wacht nu {_duur(_wait_after(count))} voor je het opnieuw probeert."


def lees(database: Path) -> list[Poging]:
    """The failed tries that the log has not taken in yet, oldest first."""
    return [Poging(_moment(moment), login, herstel) for moment, login, herstel in _load(database)["regels"]]


def vergeet(database: Path, login: str) -> None:
    """After a login: the log has the failures now, and this login starts from zero."""
    _seen.pop((database, login), None)
    data = _load(database)
    if data["regels"] or login in data["tellers"]:
        data["tellers"].pop(login, None)
        data["regels"] = []
        _save(database, data)


def noteer_herstel(database: Path, login: str, nu: "datetime") -> None:
    """Keep that the recovery key gave this login a new passphrase; it starts from zero."""
    _seen.pop((database, login), None)
    data = _load(database)
    data["tellers"].pop(login, None)
    data["regels"] = [*data["regels"], [nu.isoformat(), login[:100], True]][-MAX_LINES:]
    _save(database, data)


def _wait_after(count: int) -> int:
    return 0 if count < FREE else min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(count - FREE, 10))


def _count(database: Path, login: str) -> "tuple[int, datetime | None]":
    found = _load(database)["tellers"].get(login)
    return (found[0], _moment(found[1])) if found else (0, None)


def _load(database: Path) -> dict[str, Any]:
    try:
        data = json.loads(attempts_path(database).read_text(encoding="utf-8"))
        tellers = {str(login): (int(row[0]), str(row[1])) for login, row in data["tellers"].items()}
        regels = [(str(row[0]), str(row[1]), bool(row[2])) for row in data["regels"]][-MAX_LINES:]
        for moment in (*(row[1] for row in tellers.values()), *(row[0] for row in regels)):
            _moment(moment)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError):
        return {"tellers": {}, "regels": []}
    return {"tellers": tellers, "regels": regels}


def _save(database: Path, data: dict[str, Any]) -> None:
    try:
        write_atomically(attempts_path(database), json.dumps(data).encode(), private=True)
    except Problem:
        # A folder that cannot be written must not keep anybody out; this process still counts.
        return


def _moment(text: str) -> "datetime":
    from datetime import datetime  # here, as most logins begin without a failure

    moment = datetime.fromisoformat(text)
    if moment.tzinfo is not None:
        raise ValueError("moments are in UTC without a zone")
    return moment


def _duur(seconden: int) -> str:
    if seconden < 60:
        return f"{seconden} seconden" if seconden != 1 else "1 seconde"
    minuten = -(-seconden // 60)
    return f"{minuten} minuten" if minuten != 1 else "1 minuut"
