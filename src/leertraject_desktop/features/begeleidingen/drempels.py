"""The barriers that a begeleiding meets, from a day until they are solved, and how often each is met."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.periode import Periode, controleer_overlap, controleer_volgorde
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.storage.access import command, vandaag
from leertraject_desktop.storage.corrections import verbeter, verwijder
from leertraject_desktop.storage.follow_up_tables import BegeleidingDrempel
from leertraject_desktop.storage.reference import controleer_code
from leertraject_desktop.storage.selections import bestaande, controleer_gebeurtenis, label_van
from leertraject_desktop.storage.tables import Begeleiding, Gevangenis


@dataclass(frozen=True, slots=True)
class DrempelInvoer:
    """The form of a barrier; `drempel` is a code of the list drempel."""

    drempel: str | None = None
    vastgesteld_op: date | None = None
    opgelost_op: date | None = None


@dataclass(frozen=True, slots=True)
class DrempelRij:
    """A barrier of one begeleiding, in words; `opgelost_op` is None while it stands."""

    id: int
    drempel: str
    vastgesteld_op: date
    opgelost_op: date | None


@dataclass(frozen=True, slots=True)
class Drempeltelling:
    """How many begeleidingen of a prison met a barrier, and in how many it is solved."""

    gevangenis_code: str
    gevangenis: str
    drempel: str
    label: str
    aantal: int
    opgelost: int


def drempels(session: Session, begeleiding_id: int) -> list[DrempelRij]:
    """The barriers of a begeleiding: those that stand first, then in the order of the days."""
    stmt = (
        select(
            BegeleidingDrempel.id,
            func.coalesce(label_van(Lijst.DREMPEL, BegeleidingDrempel.drempel), BegeleidingDrempel.drempel),
            BegeleidingDrempel.vastgesteld_op,
            BegeleidingDrempel.opgelost_op,
        )
        .where(BegeleidingDrempel.begeleiding_id == begeleiding_id)
        .order_by(
            BegeleidingDrempel.opgelost_op.is_not(None),
            BegeleidingDrempel.vastgesteld_op,
            BegeleidingDrempel.id,
        )
    )
    return [DrempelRij(*row) for row in session.execute(stmt)]


def drempel_invoer(session: Session, drempel_id: int) -> DrempelInvoer:
    """The form of a barrier as it stands now."""
    rij = bestaande(session, BegeleidingDrempel, drempel_id, "deze drempel")
    return DrempelInvoer(rij.drempel, rij.vastgesteld_op, rij.opgelost_op)


def drempeltelling(session: Session, van: date, tot: date) -> list[Drempeltelling]:
    """Per prison and barrier the begeleidingen that met it in a period (F12); what nobody met is left out.

    A begeleiding that met the same barrier twice counts once.
    """
    aantal = func.count(BegeleidingDrempel.begeleiding_id.distinct())
    opgelost = func.count(BegeleidingDrempel.begeleiding_id.distinct()).filter(
        BegeleidingDrempel.opgelost_op.is_not(None)
    )
    stmt = (
        select(
            Begeleiding.gevangenis_code,
            Gevangenis.naam,
            BegeleidingDrempel.drempel,
            label_van(Lijst.DREMPEL, BegeleidingDrempel.drempel),
            aantal,
            opgelost,
        )
        .join(Begeleiding, BegeleidingDrempel.begeleiding_id == Begeleiding.id)
        .join(Gevangenis, Begeleiding.gevangenis_code == Gevangenis.code)
        .where(BegeleidingDrempel.vastgesteld_op >= van, BegeleidingDrempel.vastgesteld_op <= tot)
        .group_by(Begeleiding.gevangenis_code, BegeleidingDrempel.drempel)
        .order_by(Gevangenis.naam, aantal.desc(), BegeleidingDrempel.drempel)
    )
    return [
        Drempeltelling(code, naam, drempel, label or drempel, n, solved)
        for code, naam, drempel, label, n, solved in session.execute(stmt)
    ]


@command(Recht.REGISTREREN, "drempel bewaren")
def nieuwe_drempel(session: Session, begeleiding_id: int, invoer: DrempelInvoer) -> int:
    """Keep a barrier from a day on (today when None); returns its id."""
    begeleiding = bestaande(session, Begeleiding, begeleiding_id, "deze begeleiding")
    rij = BegeleidingDrempel(begeleiding_id=begeleiding_id, **_waarden(session, begeleiding, invoer, None))
    session.add(rij)
    session.flush()
    return rij.id


@command(Recht.REGISTREREN, "drempel wijzigen")
def wijzig_drempel(session: Session, drempel_id: int, invoer: DrempelInvoer, reden: str) -> None:
    """Put a barrier right, with the reason."""
    rij = bestaande(session, BegeleidingDrempel, drempel_id, "deze drempel")
    begeleiding = session.get_one(Begeleiding, rij.begeleiding_id)
    verbeter(session, rij, reden, **_waarden(session, begeleiding, invoer, rij.id))


@command(Recht.REGISTREREN, "drempel oplossen")
def los_drempel_op(session: Session, drempel_id: int, dag: date | None = None) -> None:
    """Let a barrier be solved on a day (today when None)."""
    rij = bestaande(session, BegeleidingDrempel, drempel_id, "deze drempel")
    if rij.opgelost_op is not None:
        raise Problem("Deze drempel is al opgelost.", "Verbeter de datum als die niet klopt.")
    op = controleer_gebeurtenis(session, dag or vandaag(session), veld="opgelost_op")
    controleer_volgorde(rij.vastgesteld_op, op, veld="opgelost_op")
    rij.opgelost_op = op


@command(Recht.REGISTREREN, "drempel verwijderen")
def verwijder_drempel(session: Session, drempel_id: int, reden: str) -> None:
    """Remove a barrier that was entered by mistake."""
    verwijder(session, bestaande(session, BegeleidingDrempel, drempel_id, "deze drempel"), reden)


def _waarden(
    session: Session, begeleiding: Begeleiding, invoer: DrempelInvoer, behalve: int | None
) -> dict[str, object]:
    controleer_code(session, Lijst.DREMPEL, invoer.drempel or "", veld="drempel")
    van = controleer_gebeurtenis(session, invoer.vastgesteld_op or vandaag(session), veld="vastgesteld_op")
    if van < begeleiding.begindatum:
        begin = begeleiding.begindatum
        raise Problem(
            "Deze dag ligt vóór het begin van de begeleiding.",
            f"Kies {toon_datum(begin)} of later.",
            veld="vastgesteld_op",
        )
    if invoer.opgelost_op is not None:
        controleer_gebeurtenis(session, invoer.opgelost_op, veld="opgelost_op")
        controleer_volgorde(van, invoer.opgelost_op, veld="opgelost_op")
    stmt = select(BegeleidingDrempel.vastgesteld_op, BegeleidingDrempel.opgelost_op).where(
        BegeleidingDrempel.begeleiding_id == begeleiding.id,
        BegeleidingDrempel.drempel == invoer.drempel,
        BegeleidingDrempel.id != (behalve or 0),
    )
    anderen = [Periode(*row) for row in session.execute(stmt)]
    controleer_overlap(Periode(van, invoer.opgelost_op), anderen, wat="deze drempel", veld="drempel")
    return {"drempel": invoer.drempel, "vastgesteld_op": van, "opgelost_op": invoer.opgelost_op}
