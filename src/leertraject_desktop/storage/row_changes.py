"""What a write did to each row, so that it can be told to open screens and taken back."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Delete, Table, bindparam, inspect, tuple_
from sqlalchemy.orm import Session

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.base import GAAT_MEE

Values = dict[str, Any]
Progress = Callable[[int, int], None]
PART = 200


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after a write; `before` is None for a new row, `after` for a removed one."""

    table: Table
    key: Values
    before: Values | None
    after: Values | None


def collect(session: Session) -> list[RowChange]:
    """The changes of a flush that is under way, read from the objects of the session."""
    changes = [_added(obj) for obj in session.new]
    changes += [_change(obj, after=True) for obj in session.dirty if session.is_modified(obj)]
    changes += [_change(obj, after=False) for obj in session.deleted]
    return changes


def _added(obj: Any) -> RowChange:
    table, columns, keys = _columns(obj.__class__)
    held = obj.__dict__
    values = {column: held.get(attribute) for attribute, column in columns}
    return RowChange(table, {key: values[key] for key in keys}, None, values)


def _change(obj: Any, *, after: bool) -> RowChange:
    table, columns, keys = _columns(obj.__class__)
    attributes = inspect(obj).attrs
    old: Values = {}
    new: Values = {}
    for attribute, column in columns:
        history = attributes[attribute].history
        new[column] = getattr(obj, attribute)
        old[column] = history.deleted[0] if history.deleted else new[column]
    key = {key: new[key] for key in keys}
    return RowChange(table, key, old, new if after else None)


@cache
def _columns(klass: type[Any]) -> tuple[Table, tuple[tuple[str, str], ...], tuple[str, ...]]:
    """The table of a class, its attributes with the names of their columns, and those of its key."""
    mapper = inspect(klass)
    table = mapper.local_table
    assert isinstance(table, Table)  # noqa: S101 - one class, one table
    attributes = tuple((attribute.key, attribute.columns[0].name) for attribute in mapper.column_attrs)
    return table, attributes, tuple(column.name for column in table.primary_key)


def tables_of(changes: Iterable[RowChange]) -> frozenset[str]:
    """The names of the tables that changed."""
    return frozenset(change.table.name for change in changes)


def take_back(connection: Connection, changes: list[RowChange], progress: Progress | None = None) -> None:
    """Put every row back as it was before the first change. Raises Problem when a row has changed since.

    All rows are taken out before the old ones are put in, so no order of statements can break a rule that
    held before; foreign keys must be deferred. `revisie` only ever counts up, also when a row goes back.
    """
    rows = _net(changes)
    total = 3 * len(rows)
    done = 0
    found: list[tuple[RowChange, Values | None]] = []
    for part in _parts(rows):
        found += _with_current(connection, part)
        done = _tell(progress, done + len(part), total)
    for part in _parts([row for row, current in found if current is not None]):
        connection.execute(_delete(part[0]), [_renamed(row.key) for row in part])
        _forget_bookkeeping(connection, [row for row in part if row.before is None])
        done = _tell(progress, done + len(part), total)
    old: list[RowChange] = []
    for row, current in found:
        if row.before is not None:
            before = dict(row.before)
            if current is not None and "revisie" in current:
                before["revisie"] = current["revisie"] + 1
            old.append(RowChange(row.table, row.key, before, row.after))
    for part in _parts(old):
        connection.execute(part[0].table.insert(), [row.before or {} for row in part])
        done = _tell(progress, done + len(part), total)


def changed_since() -> Problem:
    """Somebody changed or built on what would be taken back."""
    return Problem("Dit is intussen opnieuw gewijzigd.", "Open het dossier en verbeter het daar.")


def _net(changes: list[RowChange]) -> list[RowChange]:
    """One change per row: from what it was before the first to what it was after the last."""
    rows: dict[tuple[Any, ...], RowChange] = {}
    for change in changes:
        key = (change.table.name, *change.key.values())
        first = rows.get(key, change)
        rows[key] = RowChange(change.table, change.key, first.before, change.after)
    return list(rows.values())


def _parts(rows: list[RowChange]) -> Iterator[list[RowChange]]:
    """The rows table by table, in parts of at most `PART`."""
    tables: dict[str, list[RowChange]] = {}
    for row in rows:
        tables.setdefault(row.table.name, []).append(row)
    for kept in tables.values():
        yield from (kept[start : start + PART] for start in range(0, len(kept), PART))


def _with_current(connection: Connection, part: list[RowChange]) -> list[tuple[RowChange, Values | None]]:
    """These rows of one table, each with what stands in the database now."""
    table = part[0].table
    keys = list(table.primary_key)
    chosen = tuple_(*keys).in_([tuple(row.key[key.name] for key in keys) for row in part])
    now = {
        tuple(values[key.name] for key in keys): dict(values)
        for values in connection.execute(table.select().where(chosen)).mappings()
    }
    found = []
    for row in part:
        current = now.get(tuple(row.key[key.name] for key in keys))
        if _content(current) != _content(row.after):
            raise changed_since()
        found.append((row, current))
    return found


def _delete(row: RowChange) -> Delete:
    return row.table.delete().where(*(row.table.c[name] == bindparam(f"the_{name}") for name in row.key))


def _renamed(key: Values) -> Values:
    return {f"the_{name}": value for name, value in key.items()}


def _tell(progress: Progress | None, done: int, total: int) -> int:
    if progress is not None:
        progress(done, total)
    return done


def _forget_bookkeeping(connection: Connection, rows: list[RowChange]) -> None:
    """Remove what only remembers that rows of one table were there, such as a dossier that was opened."""
    if not rows:
        return
    table = rows[0].table
    for other in table.metadata.tables.values():
        for column in () if "uid" in other.c else other.c:
            for key in column.foreign_keys:
                if key.column.table is table and column.info == GAAT_MEE:
                    gone = [row.key[key.column.name] for row in rows]
                    connection.execute(other.delete().where(column.in_(gone)))


def _content(values: Values | None) -> Values | None:
    if values is None:
        return None
    return {name: value for name, value in values.items() if name != "revisie"}
