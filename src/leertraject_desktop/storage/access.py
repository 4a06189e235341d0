"""How features mark their queries and commands, and what these find in their session."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Logsoort, Rol
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.storage.engine import driver_of

P = ParamSpec("P")
T = TypeVar("T")

MARK = "leertraject_command"


@dataclass(frozen=True, slots=True)
class Command:
    """What a command needs (`recht`), how undo names it (`naam`), whether it can be undone.

    `soort` is what the logboek calls it.
    """

    recht: Recht
    naam: str
    undo: bool = True
    stil: bool = False
    soort: Logsoort = Logsoort.WIJZIGING


@dataclass(frozen=True, slots=True)
class Wie:
    """Who is logged in and where, given to every read and write."""

    gebruiker_id: int
    naam: str
    rol: Rol
    gevangenis: str


def command(
    recht: Recht,
    naam: str,
    *,
    undo: bool = True,
    stil: bool = False,
    soort: Logsoort = Logsoort.WIJZIGING,
) -> Callable[[Callable[Concatenate[Session, P], T]], Callable[Concatenate[Session, P], T]]:
    """Mark a function as a command that `Store.write` may run.

    `naam` completes "Ongedaan gemaakt: …", for instance "vraag bewaren". `undo=False` is for commands that
    write in bulk or that must not be taken back. `stil` is for bookkeeping that the user does not think of as
    an action (drafts, last opened dossier): it neither can be undone nor clears what can, and the logboek
    has no line of it. `soort` is what the logboek calls it, for instance an export.
    """

    def mark(function: Callable[Concatenate[Session, P], T]) -> Callable[Concatenate[Session, P], T]:
        setattr(function, MARK, Command(recht, naam, undo and not stil, stil, soort))
        return function

    return mark


def command_of(function: Callable[..., Any]) -> Command:
    """The mark of a command. Raises TypeError when the function carries none."""
    found = getattr(function, MARK, None)
    if not isinstance(found, Command):
        raise TypeError(f"{function.__qualname__} is not a command")
    return found


def wie(session: Session) -> Wie:
    """Who is reading or writing."""
    found = session.info["wie"]
    assert isinstance(found, Wie)  # noqa: S101 - the store puts it there
    return found


def noteer(session: Session, soort: Logsoort, wat: str, *rijen: Any) -> None:
    """Add a line to the logboek in the transaction of this command: what was seen, printed or taken along.

    `wat` is a few fixed words, never content; `rijen` are rows with a uid, or `table:uid` as text.
    """
    marks = [rij if isinstance(rij, str) else f"{rij.__tablename__}:{rij.uid}" for rij in rijen]
    session.info.setdefault("logregels", []).append((soort, wat, marks))


def driver(session: Session) -> Any:
    """The connection of the driver in the transaction of a session: for words that run with every save."""
    info = session.info
    if "driver" not in info:
        info["driver"] = driver_of(session.connection())
    return info["driver"]


def nu(session: Session) -> datetime:
    """This moment in UTC to the second, as the database keeps it; the same for a whole transaction."""
    moment: datetime = session.info["nu"]
    return moment


def vandaag(session: Session) -> date:
    """Today on the user's calendar, the same for a whole transaction."""
    dag: date = session.info["vandaag"]
    return dag
