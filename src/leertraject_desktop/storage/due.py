"""Everything that is open and due, in one meaning for the start screen, the lists and the dossier."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, String, case, cast, func, literal, select, type_coerce, union_all
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.selectable import CompoundSelect, Subquery

from leertraject_desktop.domain.opvolging import Opvolgsoort
from leertraject_desktop.storage.follow_up_tables import Doorverwijzing, Nazorgmoment, Opvolgmoment
from leertraject_desktop.storage.tables import (
    Actie,
    Begeleiding,
    Informatievraag,
    Leerdoel,
    Opschorting,
    Partner,
    Taak,
)

# A question is answered within a week; Vocvo gives no term, so this is a proposal.
ANTWOORD_DAGEN = 7

# More ids than this cost more to look up one by one than to read all that is open.
FILTERED = 500

# Some ids, or the parameter that will hold them in a statement that is made once.
Ids = Sequence[int] | BindParameter[Any] | None


def open_taken(deelnemer_ids: Ids = None) -> CompoundSelect[Any]:
    """All that is due: columns bron, id, deelnemer_id, omschrijving, datum and uur.

    `bron` is "taak", "actie", "vraag", "opvolging", "nazorg" or "doorverwijzing". With `deelnemer_ids` what
    is about others may be left out, which makes it fast for a page of a list.
    """
    parts: list[tuple[Any, InstrumentedAttribute[Any]]] = [
        (_taken(), Taak.deelnemer_id),
        (_acties(), Begeleiding.deelnemer_id),
        (_vragen(), Informatievraag.deelnemer_id),
        (_opvolging(), Begeleiding.deelnemer_id),
        (_nazorg(), Nazorgmoment.deelnemer_id),
        (_antwoorden(), Doorverwijzing.deelnemer_id),
    ]
    if deelnemer_ids is None or (isinstance(deelnemer_ids, Sequence) and len(deelnemer_ids) > FILTERED):
        return union_all(*(part for part, _ in parts))
    return union_all(*(part.where(column.in_(deelnemer_ids)) for part, column in parts))


@cache
def open_dagen() -> CompoundSelect[Any]:
    """The day of everything that is due, one column `datum`: counting it reads indexes alone.

    SQLite leaves an outer join out where nothing of it is read; so the parts join outer what is always there.
    """
    parts = (_taken(), _acties(), _vragen(), _opvolging(), _nazorg(), _antwoorden())
    days = [list(part.selected_columns)[4].label("datum") for part in parts]
    return union_all(*(part.with_only_columns(day) for part, day in zip(parts, days, strict=True)))


def eerste_dagen(deelnemer_ids: Ids = None) -> Subquery:
    """Per deelnemer for whom something is due: `deelnemer_id` and `datum`, the first day of it."""
    open_ = open_taken(deelnemer_ids).subquery()
    return (
        select(open_.c.deelnemer_id, func.min(open_.c.datum).label("datum"))
        .where(open_.c.deelnemer_id.is_not(None))
        .group_by(open_.c.deelnemer_id)
        .subquery()
    )


def _taken() -> Any:
    return select(
        literal("taak").label("bron"),
        Taak.id.label("id"),
        Taak.deelnemer_id.label("deelnemer_id"),
        Taak.omschrijving.label("omschrijving"),
        Taak.datum.label("datum"),
        Taak.uur.label("uur"),
    ).where(Taak.gedaan_op.is_(None))


def _acties() -> Any:
    """Steps with a day, in begeleidingen that run."""
    return (
        select(
            literal("actie"),
            Actie.id,
            Begeleiding.deelnemer_id,
            Actie.omschrijving,
            Actie.streefdatum,
            literal(""),
        )
        .join(Leerdoel, Actie.leerdoel_id == Leerdoel.id)
        .join(Begeleiding, Leerdoel.begeleiding_id == Begeleiding.id)
        .where(Actie.gedaan_op.is_(None), ~Actie.vervallen, Actie.streefdatum.is_not(None))
        .where(Begeleiding.einddatum.is_(None))
    )


def _vragen() -> Any:
    termijn = func.date(Informatievraag.datum, f"+{ANTWOORD_DAGEN} days")
    return select(
        literal("vraag"),
        Informatievraag.id,
        Informatievraag.deelnemer_id,
        literal("Antwoord op een vraag"),
        type_coerce(termijn, Taak.datum.type),
        literal(""),
    ).where(Informatievraag.beantwoord_op.is_(None))


def _opvolging() -> Any:
    """Reviews of begeleidingen that are not on hold, due on the last day of their window."""
    opgeschort = select(Opschorting.id).where(
        Opschorting.begeleiding_id == Opvolgmoment.begeleiding_id, Opschorting.tot.is_(None)
    )
    naam = case({soort.value: soort.label.capitalize() for soort in Opvolgsoort}, value=Opvolgmoment.soort)
    return (
        select(
            literal("opvolging"),
            Opvolgmoment.id,
            Begeleiding.deelnemer_id,
            naam,
            Opvolgmoment.venster_tot,
            literal(""),
        )
        .outerjoin(Begeleiding, Opvolgmoment.begeleiding_id == Begeleiding.id)
        .where(Opvolgmoment.gedaan_op.is_(None), Opvolgmoment.vervallen_op.is_(None))
        .where(~opgeschort.exists())
    )


def _nazorg() -> Any:
    return select(
        literal("nazorg"),
        Nazorgmoment.id,
        Nazorgmoment.deelnemer_id,
        literal("Nazorg na ") + cast(Nazorgmoment.maanden, String) + literal(" maanden"),
        Nazorgmoment.datum,
        literal(""),
    ).where(Nazorgmoment.gedaan_op.is_(None), Nazorgmoment.vervallen_op.is_(None))


def _antwoorden() -> Any:
    """Referrals to which the partner has not answered yet."""
    return (
        select(
            literal("doorverwijzing"),
            Doorverwijzing.id,
            Doorverwijzing.deelnemer_id,
            literal("Antwoord van ") + Partner.naam,
            Doorverwijzing.antwoord_tegen,
            literal(""),
        )
        .outerjoin(Partner, Doorverwijzing.partner_code == Partner.code)
        .where(Doorverwijzing.stand == literal("in_behandeling", literal_execute=True))
    )
