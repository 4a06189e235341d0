"""Putting right and removing what was entered: always with a reason, never leaving what was removed."""

from collections import Counter
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.storage.base import LAAT_LOS, Base, Geregistreerd
from leertraject_desktop.storage.reference import controleer_code
from leertraject_desktop.storage.tables import Correctie, Verwijdering


def verbeter(session: Session, rij: Geregistreerd, reden: str, /, **waarden: Any) -> None:
    """Set columns of a row to new values and keep, per changed column, the old value and the reason.

    `reden` is a code of the list reden_correctie. Nothing is kept when nothing changes.
    """
    changed = {naam: nieuw for naam, nieuw in waarden.items() if getattr(rij, naam) != nieuw}
    if not changed:
        return
    controleer_code(session, Lijst.REDEN_CORRECTIE, reden, veld="reden_correctie")
    for naam, nieuw in changed.items():
        oud = getattr(rij, naam)
        session.add(
            Correctie(
                tabel=_table_name(rij),
                rij_uid=rij.uid,
                veld=naam,
                oud="" if oud is None else str(oud),
                nieuw="" if nieuw is None else str(nieuw),
                reden=reden,
            )
        )
        setattr(rij, naam, nieuw)


def verwijder(session: Session, rij: Geregistreerd, reden: str) -> int:
    """Remove a row and all that hangs on it; keep per table a count, the day and the reason.

    Rows that only refer to it let go; corrections of removed rows go too, since they hold their content.
    `reden` is a code of the list reden_verwijdering. Returns how many rows were removed.
    """
    if not reden:
        raise Problem(
            "Je kan niets verwijderen zonder reden.",
            "Kies een reden uit de lijst.",
            veld="reden_verwijdering",
        )
    controleer_code(session, Lijst.REDEN_VERWIJDERING, reden, veld="reden_verwijdering")
    doomed: dict[Any, None] = {}
    _gather(session, rij, doomed)
    aantallen = Counter(_table_name(row) for row in doomed if isinstance(row, Geregistreerd))
    for row in doomed:
        if isinstance(row, Geregistreerd):
            stmt = select(Correctie).where(Correctie.tabel == _table_name(row), Correctie.rij_uid == row.uid)
            for correctie in session.scalars(stmt):
                session.delete(correctie)
        session.delete(row)
        session.flush()
    for tabel, aantal in sorted(aantallen.items()):
        session.add(Verwijdering(tabel=tabel, aantal=aantal, datum=vandaag(session), reden=reden))
    return aantallen.total()


def _gather(session: Session, row: Any, doomed: dict[Any, None]) -> None:
    """Add the rows that go with `row`, children before their parent; release those that let go."""
    if row in doomed:
        return
    for mapper in Base.registry.mappers:
        for column in mapper.local_table.c:
            if not any(key.column.table is row.__table__ for key in column.foreign_keys):
                continue
            stmt = select(mapper.class_).where(column == _key(row))
            if column.info == LAAT_LOS:
                for child in session.scalars(stmt):
                    setattr(child, column.name, None)
            elif column.info:
                for child in session.scalars(stmt):
                    _gather(session, child, doomed)
    doomed[row] = None


def _key(row: Any) -> Any:
    return inspect(row).mapper.primary_key_from_instance(row)[0]


def _table_name(row: Any) -> str:
    return str(inspect(row).mapper.local_table.name)
