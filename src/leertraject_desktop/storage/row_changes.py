"""What a write did to each row, so that it can be told to open screens and taken back."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, inspect
from sqlalchemy.orm import Mapper, Session

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.base import GAAT_MEE

Values = dict[str, Any]


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
    table, columns = _columns(inspect(obj).mapper)
    values = {column: getattr(obj, attribute) for attribute, column in columns}
    return RowChange(table, {column.name: values[column.name] for column in table.primary_key}, None, values)


def _change(obj: Any, *, after: bool) -> RowChange:
    table, columns = _columns(inspect(obj).mapper)
    attributes = inspect(obj).attrs
    old: Values = {}
    new: Values = {}
    for attribute, column in columns:
        history = attributes[attribute].history
        new[column] = getattr(obj, attribute)
        old[column] = history.deleted[0] if history.deleted else new[column]
    key = {column.name: new[column.name] for column in table.primary_key}
    return RowChange(table, key, old, new if after else None)


@cache
def _columns(mapper: Mapper[Any]) -> tuple[Table, tuple[tuple[str, str], ...]]:
    """The table of a class, and its attributes with the names of their columns."""
    table = mapper.local_table
    assert isinstance(table, Table)  # noqa: S101 - one class, one table
    return table, tuple((attribute.key, attribute.columns[0].name) for attribute in mapper.column_attrs)


def tables_of(changes: Iterable[RowChange]) -> frozenset[str]:
    """The names of the tables that changed."""
    return frozenset(change.table.name for change in changes)


def take_back(connection: Connection, changes: list[RowChange]) -> None:
    """Put every row back as it was before the first change. Raises Problem when a row has changed since.

    All rows are taken out before the old ones are put in, so no order of statements can break a rule that
    held before; foreign keys must be deferred. `revisie` only ever counts up, also when a row goes back.
    """
    rows: list[tuple[RowChange, Values | None]] = []
    for row in _net(changes):
        found = connection.execute(row.table.select().where(*_is(row))).mappings().first()
        current = dict(found) if found else None
        if _content(current) != _content(row.after):
            raise changed_since()
        rows.append((row, current))
    for row, current in rows:
        if current is not None:
            connection.execute(row.table.delete().where(*_is(row)))
            if row.before is None:
                _forget_bookkeeping(connection, row)
    for row, current in rows:
        if row.before is not None:
            before = dict(row.before)
            if current is not None and "revisie" in current:
                before["revisie"] = current["revisie"] + 1
            connection.execute(row.table.insert().values(before))


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


def _is(row: RowChange) -> list[ColumnElement[bool]]:
    return [row.table.c[name] == value for name, value in row.key.items()]


def _forget_bookkeeping(connection: Connection, row: RowChange) -> None:
    """Remove what only remembers that a row was there, such as a dossier that was opened."""
    for other in row.table.metadata.tables.values():
        for column in () if "uid" in other.c else other.c:
            for key in column.foreign_keys:
                if key.column.table is row.table and column.info == GAAT_MEE:
                    connection.execute(other.delete().where(column == row.key[key.column.name]))


def _content(values: Values | None) -> Values | None:
    if values is None:
        return None
    return {name: value for name, value in values.items() if name != "revisie"}
