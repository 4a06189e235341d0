"""What a write did to each row, so that it can be told to open screens and taken back."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, inspect
from sqlalchemy.orm import Session

from leertraject_desktop.domain.problem import Problem

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
    changes = [_change(obj, before=False, after=True) for obj in session.new]
    changes += [_change(obj, before=True, after=True) for obj in session.dirty if session.is_modified(obj)]
    changes += [_change(obj, before=True, after=False) for obj in session.deleted]
    return changes


def _change(obj: Any, *, before: bool, after: bool) -> RowChange:
    state = inspect(obj)
    mapper = state.mapper
    table = mapper.local_table
    assert isinstance(table, Table)  # noqa: S101 - one class, one table
    old: Values = {}
    new: Values = {}
    for attribute in mapper.column_attrs:
        column = attribute.columns[0].name
        history = state.attrs[attribute.key].history
        new[column] = getattr(obj, attribute.key)
        old[column] = history.deleted[0] if history.deleted else new[column]
    key = {column.name: new[column.name] for column in table.primary_key}
    return RowChange(table, key, old if before else None, new if after else None)


def tables_of(changes: Iterable[RowChange]) -> frozenset[str]:
    """The names of the tables that changed."""
    return frozenset(change.table.name for change in changes)


def take_back(connection: Connection, changes: list[RowChange]) -> None:
    """Put every row back as it was, last change first. Raises Problem when a row has changed since.

    `revisie` only ever counts up, also when a row goes back to what it was.
    """
    for change in reversed(changes):
        where = [change.table.c[name] == value for name, value in change.key.items()]
        row = connection.execute(change.table.select().where(*where)).mappings().first()
        current = dict(row) if row else None
        if _content(current) != _content(change.after):
            raise Problem("Dit is intussen opnieuw gewijzigd.", "Open het dossier en verbeter het daar.")
        if change.before is None:
            connection.execute(change.table.delete().where(*where))
            continue
        before = dict(change.before)
        if current is None:
            connection.execute(change.table.insert().values(before))
            continue
        if "revisie" in current:
            before["revisie"] = current["revisie"] + 1
        connection.execute(change.table.update().where(*where).values(before))


def _content(values: Values | None) -> Values | None:
    if values is None:
        return None
    return {name: value for name, value in values.items() if name != "revisie"}
