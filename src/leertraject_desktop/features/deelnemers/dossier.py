"""One deelnemer: the header that stays, the preview beside the list, and what the forms start from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Date, Select, bindparam, func, select
from sqlalchemy.orm import Session, aliased
from sqlalchemy.sql.selectable import ScalarSelect

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.label import Fase, Lijst, StatuutSoort
from leertraject_desktop.domain.personen import weergavenaam
from leertraject_desktop.features.deelnemers.invoer import DeelnemerInvoer, VerblijfInvoer
from leertraject_desktop.storage.access import vandaag, wie
from leertraject_desktop.storage.selections import (
    bestaande,
    laatste_verblijf,
    label_van,
    nummer,
    statuut_op,
    verdwenen,
)
from leertraject_desktop.storage.stays import laatste_eerst
from leertraject_desktop.storage.tables import (
    Begeleiding,
    Contactmoment,
    Deelnemer,
    DeelnemerTaal,
    Gevangenis,
    Informatievraag,
    Leerdoel,
    Statuut,
    Verblijf,
)


@dataclass(frozen=True, slots=True)
class DossierKop:
    """What stands above every page of a dossier; texts are empty where nothing is known.

    `begeleiding_id` is that of the begeleiding that runs, `vorige_begeleiding_id` of the last that ended.
    """

    id: int
    naam: str
    naam_eigen_schrift: str
    nummer: str
    statuut: str
    afdeling: str
    cel: str
    verblijf: str
    talen: str
    hier: bool
    begeleiding_id: int | None
    fase: str
    begindatum: date | None
    leerdoel: str
    open_vragen: int
    vragen: int
    laatst_gesproken: date | None
    laatste_notitie: str
    vorige_begeleiding_id: int | None
    uid: str


@dataclass(frozen=True, slots=True)
class VerblijfRij:
    """A stay as the dossier shows it."""

    id: int
    gevangenis: str
    van: date
    tot: date | None
    afdeling: str
    cel: str
    eindreden: str


@dataclass(frozen=True, slots=True)
class StatuutRij:
    """A statuut and the day from which it counts."""

    id: int
    statuut: str
    van: date


def dossierkop(session: Session, deelnemer_id: int) -> DossierKop:
    """The header of a dossier. Raises Problem when the deelnemer was removed."""
    values = {"deelnemer_id": deelnemer_id, "vandaag": vandaag(session)}
    row = session.execute(_kop_stmt(), values).first()
    if row is None:
        raise verdwenen("deze deelnemer")
    return DossierKop(
        id=deelnemer_id,
        naam=weergavenaam(row.voornaam, row.familienaam),
        naam_eigen_schrift=row.naam_eigen_schrift,
        nummer=nummer(row.dossiernummer),
        statuut=StatuutSoort(row.statuut).label if row.statuut else "",
        afdeling=row.afdeling or "",
        cel=row.cel or "",
        verblijf=_verblijf_in_woorden(row.gevangenis, row.van, row.tot),
        talen=talen_in_woorden(session, deelnemer_id),
        hier=row.van is not None and row.tot is None and row.gevangenis_code == wie(session).gevangenis,
        begeleiding_id=row.begeleiding_id,
        fase=Fase(row.fase).label if row.fase else "",
        begindatum=row.begindatum,
        leerdoel=row.leerdoel or "",
        open_vragen=row.open_vragen,
        vragen=row.vragen,
        laatst_gesproken=row.gesproken,
        laatste_notitie=row.notitie or "",
        vorige_begeleiding_id=row.vorige_begeleiding_id,
        uid=row.uid,
    )


@cache
def _kop_stmt() -> Select[Any]:
    """All of the header but the languages in one row; made once."""
    vragen = select(func.count()).select_from(Informatievraag)
    vragen = vragen.where(Informatievraag.deelnemer_id == Deelnemer.id)
    open_vragen = vragen.where(Informatievraag.beantwoord_op.is_(None))
    columns: tuple[Any, ...] = (
        Deelnemer.voornaam,
        Deelnemer.familienaam,
        Deelnemer.naam_eigen_schrift,
        Deelnemer.dossiernummer,
        Deelnemer.uid,
        statuut_op(Deelnemer.id, bindparam("vandaag", type_=Date)).label("statuut"),
        Gevangenis.naam.label("gevangenis"),
        Verblijf.gevangenis_code,
        Verblijf.van,
        Verblijf.tot,
        Verblijf.afdeling,
        Verblijf.cel,
        Begeleiding.id.label("begeleiding_id"),
        Begeleiding.fase,
        Begeleiding.begindatum,
        _eerste_leerdoel().label("leerdoel"),
        _laatste_begeleiding(loopt=False).label("vorige_begeleiding_id"),
        Contactmoment.datum.label("gesproken"),
        Contactmoment.notitie,
        vragen.scalar_subquery().label("vragen"),
        open_vragen.scalar_subquery().label("open_vragen"),
    )
    return (
        select(*columns)
        .select_from(Deelnemer)
        .outerjoin(Verblijf, Verblijf.id == laatste_verblijf(Deelnemer.id))
        .outerjoin(Gevangenis, Gevangenis.code == Verblijf.gevangenis_code)
        .outerjoin(Begeleiding, Begeleiding.id == _laatste_begeleiding(loopt=True))
        .outerjoin(Contactmoment, Contactmoment.id == _laatste_contact())
        .where(Deelnemer.id == bindparam("deelnemer_id"))
    )


def talen_in_woorden(session: Session, deelnemer_id: int) -> str:
    """The languages of a deelnemer in order, with the level of Dutch: `Arabisch, Frans, Nederlands (A2)`."""
    stmt = (
        select(label_van(Lijst.TAAL, DeelnemerTaal.taal), label_van(Lijst.ERK, DeelnemerTaal.niveau))
        .where(DeelnemerTaal.deelnemer_id == deelnemer_id)
        .order_by(DeelnemerTaal.volgorde)
    )
    return ", ".join(f"{taal} ({niveau})" if niveau else str(taal) for taal, niveau in session.execute(stmt))


def deelnemer_invoer(session: Session, deelnemer_id: int) -> DeelnemerInvoer:
    """The form of a person as it stands now."""
    deelnemer = bestaande(session, Deelnemer, deelnemer_id, "deze deelnemer")
    rows = session.execute(
        select(DeelnemerTaal.taal, DeelnemerTaal.niveau, DeelnemerTaal.volgorde)
        .where(DeelnemerTaal.deelnemer_id == deelnemer_id)
        .order_by(DeelnemerTaal.volgorde)
    ).all()
    return DeelnemerInvoer(
        voornaam=deelnemer.voornaam,
        familienaam=deelnemer.familienaam,
        naam_eigen_schrift=deelnemer.naam_eigen_schrift,
        geboortedatum=deelnemer.geboortedatum,
        geslacht=deelnemer.geslacht,
        contacttaal=next((taal for taal, _, volgorde in rows if volgorde == 0), None),
        talen=tuple(taal for taal, _, volgorde in rows if volgorde > 0),
        nederlands=next((niveau for taal, niveau, _ in rows if taal == "nl"), None),
        opleidingsniveau=deelnemer.opleidingsniveau,
        migratieachtergrond=deelnemer.migratieachtergrond,
        arbeidshandicap=deelnemer.arbeidshandicap,
        vrij_vanaf=deelnemer.vrij_vanaf,
    )


def verblijven(session: Session, deelnemer_id: int) -> list[VerblijfRij]:
    """The stays of a deelnemer, last first."""
    stmt = (
        select(
            Verblijf.id,
            Gevangenis.naam,
            Verblijf.van,
            Verblijf.tot,
            Verblijf.afdeling,
            Verblijf.cel,
            func.coalesce(label_van(Lijst.EINDE_VERBLIJF, Verblijf.eindreden), ""),
        )
        .join(Gevangenis, Verblijf.gevangenis_code == Gevangenis.code)
        .where(Verblijf.deelnemer_id == deelnemer_id)
        .order_by(*laatste_eerst())
    )
    return [VerblijfRij(*row) for row in session.execute(stmt)]


def uids(session: Session, deelnemer_ids: Iterable[int]) -> list[str]:
    """What the logboek calls these deelnemers: `deelnemer:uid`."""
    stmt = select(Deelnemer.uid).where(Deelnemer.id.in_(list(deelnemer_ids))).order_by(Deelnemer.id)
    return [f"deelnemer:{uid}" for uid in session.scalars(stmt)]


def verblijf_invoer(session: Session, verblijf_id: int) -> VerblijfInvoer:
    """The form of a stay as it stands now."""
    row = bestaande(session, Verblijf, verblijf_id, "dit verblijf")
    return VerblijfInvoer(row.gevangenis_code, row.van, row.tot, row.afdeling, row.cel, row.eindreden)


def statuten(session: Session, deelnemer_id: int) -> list[StatuutRij]:
    """The statuten of a deelnemer, last first."""
    stmt = (
        select(Statuut.id, Statuut.soort, Statuut.van)
        .where(Statuut.deelnemer_id == deelnemer_id)
        .order_by(Statuut.van.desc())
    )
    return [
        StatuutRij(row_id, StatuutSoort(soort).label, van) for row_id, soort, van in session.execute(stmt)
    ]


def _laatste_begeleiding(*, loopt: bool) -> ScalarSelect[int]:
    """The id of the last begeleiding that runs, or of the last that ended, as a column."""
    rij = aliased(Begeleiding)
    ended = rij.einddatum.is_(None) if loopt else rij.einddatum.is_not(None)
    stmt = select(rij.id).where(rij.deelnemer_id == Deelnemer.id, ended)
    return stmt.order_by(rij.begindatum.desc(), rij.id.desc()).limit(1).scalar_subquery()


def _laatste_contact() -> ScalarSelect[int]:
    rij = aliased(Contactmoment)
    stmt = select(rij.id).where(rij.deelnemer_id == Deelnemer.id)
    return stmt.order_by(rij.datum.desc(), rij.id.desc()).limit(1).scalar_subquery()


def _eerste_leerdoel() -> ScalarSelect[str]:
    stmt = select(Leerdoel.omschrijving).where(
        Leerdoel.begeleiding_id == Begeleiding.id, Leerdoel.bereikt_op.is_(None)
    )
    return stmt.order_by(Leerdoel.volgorde).limit(1).scalar_subquery()


def _verblijf_in_woorden(gevangenis: str | None, van: date | None, tot: date | None) -> str:
    if van is None:
        return "Geen verblijf bekend"
    sinds = f"sinds {toon_datum(van)}" if tot is None else f"tot {toon_datum(tot)}"
    return f"In {gevangenis} {sinds}"
