"""Gathers the rows of the demo with their own history, and writes them in bulk."""

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from sqlalchemy import Table
from sqlalchemy.orm import Session

from leertraject_desktop.features.demo import workdays
from leertraject_desktop.storage.base import Base, Geregistreerd

Row = dict[str, Any]


class Rows:
    """Rows that will be written, every one stamped with who entered it and when.

    Most is typed in on the day itself, some later: paper waits. Nothing is entered after `vandaag`.
    """

    def __init__(self, rng: Random, vandaag: date) -> None:
        self._rng = rng
        self._vandaag = vandaag
        self._rows: dict[Table, list[Row]] = defaultdict(list)
        self._empty: dict[Table, Row] = {}

    def add(self, klass: type[Geregistreerd], day: date, door: int, **values: Any) -> Row:
        """Keep a row about something that happened on `day`; returns it, to be changed later by `change`."""
        table = _table(klass)
        rows = self._rows[table]
        moment = self._moment(day, self._delay())
        row = {
            **self._template(table),
            **values,
            "id": len(rows) + 1,
            "uid": f"{self._rng.getrandbits(128):032x}",
            "revisie": 1,
            "ingevoerd_op": moment,
            "ingevoerd_door_id": door,
            "gewijzigd_op": moment,
            "gewijzigd_door_id": door,
        }
        rows.append(row)
        return row

    def change(self, row: Row, day: date, door: int, **values: Any) -> None:
        """Change a row on a day, as the store would: one revision up."""
        row.update(values)
        row["revisie"] += 1
        row["gewijzigd_op"] = max(row["gewijzigd_op"], self._moment(day, 0))
        row["gewijzigd_door_id"] = door

    def plain(self, klass: type[Base], **values: Any) -> None:
        """Keep a row of a table that has no history of its own."""
        self._rows[_table(klass)].append(values)

    def of(self, klass: type[Base]) -> list[Row]:
        """The rows so far, in the order in which they were added."""
        return self._rows[_table(klass)]

    def write(self, session: Session) -> None:
        """Put everything in the database, parents before children."""
        connection = session.connection()
        for table in Base.metadata.sorted_tables:
            if rows := self._rows.get(table):
                connection.execute(table.insert(), rows)

    def _template(self, table: Table) -> Row:
        if table not in self._empty:
            self._empty[table] = {
                column.name: getattr(column.default, "arg", None)
                if column.default is not None and column.default.is_scalar
                else None
                for column in table.columns
            }
        return self._empty[table]

    def _delay(self) -> int:
        chance = self._rng.random()
        return 0 if chance < 0.72 else self._rng.randint(1, 2) if chance < 0.94 else self._rng.randint(3, 8)

    def _moment(self, day: date, delay: int) -> datetime:
        entered = workdays.on_or_after(day + timedelta(days=delay))
        minute, second = self._rng.randint(0, 59), self._rng.randint(0, 59)
        if entered >= self._vandaag:
            return datetime.combine(max(day, self._vandaag), time(5, minute, second))
        return datetime.combine(entered, time(self._rng.randint(7, 14), minute, second))


def _table(klass: type[Any]) -> Table:
    table = klass.__table__
    assert isinstance(table, Table)  # noqa: S101 - one class, one table
    return table
