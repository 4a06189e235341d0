"""The one door to the database: queries and commands go through it, in one transaction each."""

import threading
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection, event
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import ORMExecuteState, Session, sessionmaker

from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht, controleer_recht
from leertraject_desktop.storage import logboek, reserve, row_changes
from leertraject_desktop.storage.access import Command, Wie, command_of, driver
from leertraject_desktop.storage.base import Geregistreerd
from leertraject_desktop.storage.clock import Clock, local_now, utc
from leertraject_desktop.storage.engine import check_encrypted, lock, make_engine
from leertraject_desktop.storage.row_changes import RowChange
from leertraject_desktop.storage.trouble import DiskFull, explained

P = ParamSpec("P")
T = TypeVar("T")

UNDO_DEPTH = 50
# Where a session gathers what a command that can be undone did to each row.
CHANGES = "changes"


class Store:
    """One open database and the person who is logged in. Writes come from the thread that opened it.

    `read(query, …)` runs a query function, `write(command, …)` a command function; both get a Session first.
    After a write every listener is told the names of the tables that changed. `undo()` takes the last write
    of this session back. What can be undone lives in memory only and is gone when the store closes.
    `key` is the database key, for what works on the file as a whole: slots, backups, renewal. `krap` tells
    that the disk was full and the reserve beside the database was given up to keep the last write.
    """

    def __init__(self, path: Path, key: bytes, wie: Wie, *, clock: Clock = local_now) -> None:
        self.path = path
        self.key = key
        self.wie = wie
        self.krap = False
        self._log_key = logboek.log_key(key)
        self._clock = clock
        self._thread = threading.get_ident()
        self._open = True
        self._listeners: list[Callable[[frozenset[str]], None]] = []
        self._undo: list[tuple[str, list[RowChange]]] = []
        self._engine = make_engine(path, key)
        self._reading = sessionmaker(self._engine, autoflush=False)
        self._writing = sessionmaker(self._engine, expire_on_commit=False)
        event.listen(self._writing, "after_begin", _lock)
        event.listen(self._writing, "before_flush", _stamp)
        event.listen(self._writing, "after_flush", _collect)
        event.listen(self._writing, "do_orm_execute", _refuse_bulk)
        try:
            with self._engine.connect():
                check_encrypted(path)
        except BaseException:
            self._engine.dispose()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file and of everything that was read from it; after this every read is refused."""
        self._open = False
        self.key = b""
        self._undo = []
        self._listeners.clear()
        self._engine.dispose()

    def again(self) -> "Store":
        """Another store on the same data for the same gebruiker: to write from the thread that calls this.

        Both can undo what either wrote. The listeners of this one are not told: `tell` them afterwards.
        """
        other = Store(self.path, self.key, self.wie, clock=self._clock)
        other._undo = self._undo
        return other

    def listen(self, listener: Callable[[frozenset[str]], None]) -> None:
        """Call `listener` with the names of the changed tables after every write."""
        self._listeners.append(listener)

    def read(self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a query. May be called from a worker; what it returns must not be an object of a table."""
        controleer_recht(self.wie.rol, Recht.LEZEN)
        with explained(), self._reading() as session:
            self._prepare(session)
            return query(session, *args, **kwargs)

    def write(self, command: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a command in one transaction: all of it is kept, or nothing.

        Raises Problem when the user may not do this, when the command refuses, or when the disk is full.
        """
        mark = command_of(command)
        controleer_recht(self.wie.rol, mark.recht)
        result, changes = self._again_when_full(
            lambda: self._run(mark, lambda s: command(s, *args, **kwargs))
        )
        if not mark.stil and (changes or not mark.undo):
            self._remember(mark.naam, changes, undoable=mark.undo)
        self.tell(row_changes.tables_of(changes) if mark.undo or mark.stil else frozenset({"*"}))
        return result

    def noteer(self, soort: Logsoort, wat: str, *rijen: str) -> None:
        """Add a line to the logboek: what was seen, printed or taken along, in fixed words, never content.

        `rijen` are `table:uid`. For what no command does; a command uses `access.noteer`.
        """
        self._again_when_full(lambda: self._note(soort, wat, rijen))

    def schoon(self) -> None:
        """Write everything to the database file and empty the log beside it, after something was wiped."""
        self._engine.dispose()
        with explained(), self._engine.connect() as connection:
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def undo_size(self) -> int:
        """How many rows `undo` would put back; what is large is better done by a job."""
        return len(self._undo[-1][1]) if self._undo else 0

    def undo(self, *, progress: Callable[[int, int], None] | None = None) -> str:
        """Take the last write back and return its name. Raises Problem when there is none, or a newer one.

        `progress(done, total)` is called now and then; what it raises leaves everything as it is.
        """
        if not self._undo:
            raise Problem(
                "Er is niets om ongedaan te maken.",
                "Verbeter of verwijder wat fout is in het dossier zelf.",
            )
        taken = self._undo[-1]
        name, changes = taken
        self._again_when_full(lambda: self._take_back(name, changes, progress))
        # A job may have kept something since: that can still be taken back, so it stays.
        for place in reversed(range(len(self._undo))):
            if self._undo[place] is taken:
                del self._undo[place]
                break
        self.tell(row_changes.tables_of(changes))
        return name

    def tell(self, tables: frozenset[str]) -> None:
        """Tell every listener that rows of these tables changed; `*` stands for all tables."""
        if tables:
            for listener in list(self._listeners):
                listener(tables)

    def _run(self, mark: Command, command: Callable[[Session], T]) -> tuple[T, list[RowChange]]:
        changes: list[RowChange] = []
        with self._transaction() as session:
            if mark.undo or mark.stil:
                session.info[CHANGES] = changes
            result = command(session)
            session.flush()
            if not mark.stil and (changes or not mark.undo):
                logboek.add_line(session, mark.soort, mark.naam, logboek.rows_of(changes))
            for soort, wat, rijen in session.info.pop("logregels", ()):
                logboek.add_line(session, soort, wat, rijen)
        return result, changes

    def _take_back(
        self, name: str, changes: list[RowChange], progress: Callable[[int, int], None] | None
    ) -> None:
        try:
            with self._transaction() as session:
                connection = session.connection()
                connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
                row_changes.take_back(connection, changes, progress)
                logboek.add_line(session, Logsoort.ONGEDAAN, name, logboek.rows_of(changes))
        except IntegrityError as error:
            raise row_changes.changed_since() from error

    def _note(self, soort: Logsoort, wat: str, rijen: Iterable[str]) -> None:
        with self._transaction() as session:
            logboek.add_line(session, soort, wat, rijen)

    def _again_when_full(self, work: Callable[[], T]) -> T:
        """Do this work; when the disk is full, give the reserve up and do it once more."""
        try:
            return work()
        except DiskFull:
            if not reserve.give_up(self.path):
                raise
            self.krap = True
            return work()

    @contextmanager
    def _transaction(self) -> Iterator[Session]:
        if threading.get_ident() != self._thread:
            raise RuntimeError("only the thread that opened the store may write")
        with explained(), self._writing() as session, session.begin():
            self._prepare(session)
            yield session

    def _prepare(self, session: Session) -> None:
        if not self._open:
            raise Problem("Deze gegevens zijn gesloten.", "Meld je opnieuw aan.")
        moment = self._clock()
        session.info.update(
            wie=self.wie, nu=utc(moment), vandaag=moment.date(), logsleutel=self._log_key, logregels=[]
        )

    def _remember(self, name: str, changes: list[RowChange], *, undoable: bool) -> None:
        if not undoable:
            self._undo.clear()
            return
        self._undo.append((name, changes))
        del self._undo[:-UNDO_DEPTH]


def _lock(_: Session, __: object, connection: Connection) -> None:
    lock(connection)


def _stamp(session: Session, *_: object) -> None:
    gebruiker_id = session.info["wie"].gebruiker_id
    moment = session.info["nu"]
    numbers: dict[type, Iterator[int]] = {}
    for obj in session.new:
        if isinstance(obj, Geregistreerd):
            # A row that has its number is written without asking which one it got.
            if type(obj) not in numbers:
                numbers[type(obj)] = _numbers(session, obj)
            obj.id, obj.uid = next(numbers[type(obj)]), uuid.uuid4().hex
            obj.ingevoerd_op = obj.gewijzigd_op = moment
            obj.ingevoerd_door_id = obj.gewijzigd_door_id = gebruiker_id
    for obj in session.dirty:
        if isinstance(obj, Geregistreerd) and session.is_modified(obj):
            obj.gewijzigd_op = moment
            obj.gewijzigd_door_id = gebruiker_id


def _numbers(session: Session, obj: Any) -> Iterator[int]:
    """The numbers of new rows in the table of an object, as SQLite would give them."""
    stmt = f"SELECT coalesce(max(id), 0) FROM {obj.__tablename__}"  # noqa: S608 - a name of our own
    return count(driver(session).execute(stmt).fetchone()[0] + 1)


def _collect(session: Session, *_: object) -> None:
    if CHANGES in session.info:
        session.info[CHANGES].extend(row_changes.collect(session))


def _refuse_bulk(state: ORMExecuteState) -> None:
    if CHANGES in state.session.info and (state.is_insert or state.is_update or state.is_delete):
        raise RuntimeError("a command that can be undone changes objects, not tables")
