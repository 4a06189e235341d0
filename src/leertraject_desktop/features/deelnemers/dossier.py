"""One deelnemer: the header that stays, the preview beside the list, and what the forms start from."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Fase, Lijst, StatuutSoort
from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.personen import weergavenaam
from leertraject_desktop.features.deelnemers.invoer import DeelnemerInvoer, VerblijfInvoer
from leertraject_desktop.storage.access import vandaag, wie
from leertraject_desktop.storage.selections import bestaande, laatste_verblijf, label_van, nummer, statuut_op
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
    deelnemer = bestaande(session, Deelnemer, deelnemer_id, "deze deelnemer")
    verblijf = session.scalars(
        select(Verblijf).where(
            Verblijf.id
            == select(laatste_verblijf(Deelnemer.id)).where(Deelnemer.id == deelnemer_id).scalar_subquery()
        )
    ).first()
    statuut = session.scalar(
        select(statuut_op(Deelnemer.id, vandaag(session))).where(Deelnemer.id == deelnemer_id)
    )
    begeleiding = _begeleiding(session, deelnemer_id, loopt=True)
    vorige = _begeleiding(session, deelnemer_id, loopt=False)
    gesproken = session.scalars(
        select(Contactmoment)
        .where(Contactmoment.deelnemer_id == deelnemer_id)
        .order_by(Contactmoment.datum.desc(), Contactmoment.id.desc())
        .limit(1)
    ).first()
    vragen, open_vragen = session.execute(
        select(func.count(), func.count().filter(Informatievraag.beantwoord_op.is_(None))).where(
            Informatievraag.deelnemer_id == deelnemer_id
        )
    ).one()
    return DossierKop(
        id=deelnemer.id,
        naam=weergavenaam(deelnemer.voornaam, deelnemer.familienaam),
        naam_eigen_schrift=deelnemer.naam_eigen_schrift,
        nummer=nummer(deelnemer.dossiernummer),
        statuut=StatuutSoort(statuut).label if statuut else "",
        afdeling=verblijf.afdeling if verblijf else "",
        cel=verblijf.cel if verblijf else "",
        verblijf=_verblijf_in_woorden(session, verblijf),
        talen=talen_in_woorden(session, deelnemer_id),
        hier=bool(verblijf and verblijf.tot is None and verblijf.gevangenis_code == wie(session).gevangenis),
        begeleiding_id=begeleiding.id if begeleiding else None,
        fase=Fase(begeleiding.fase).label if begeleiding else "",
        begindatum=begeleiding.begindatum if begeleiding else None,
        leerdoel=_eerste_leerdoel(session, begeleiding.id if begeleiding else None),
        open_vragen=open_vragen,
        vragen=vragen,
        laatst_gesproken=gesproken.datum if gesproken else None,
        laatste_notitie=gesproken.notitie if gesproken else "",
        vorige_begeleiding_id=vorige.id if vorige else None,
        uid=deelnemer.uid,
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
        ondersteuningsnood=deelnemer.ondersteuningsnood,
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
        .order_by(Verblijf.van.desc(), Verblijf.id.desc())
    )
    return [VerblijfRij(*row) for row in session.execute(stmt)]


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


def _begeleiding(session: Session, deelnemer_id: int, *, loopt: bool) -> Begeleiding | None:
    ended = Begeleiding.einddatum.is_(None) if loopt else Begeleiding.einddatum.is_not(None)
    stmt = select(Begeleiding).where(Begeleiding.deelnemer_id == deelnemer_id, ended)
    return session.scalars(
        stmt.order_by(Begeleiding.begindatum.desc(), Begeleiding.id.desc()).limit(1)
    ).first()


def _eerste_leerdoel(session: Session, begeleiding_id: int | None) -> str:
    stmt = select(Leerdoel.omschrijving).where(
        Leerdoel.begeleiding_id == begeleiding_id, Leerdoel.bereikt_op.is_(None)
    )
    return session.scalar(stmt.order_by(Leerdoel.volgorde).limit(1)) or ""


def _verblijf_in_woorden(session: Session, verblijf: Verblijf | None) -> str:
    if verblijf is None:
        return "Geen verblijf bekend"
    naam = session.get_one(Gevangenis, verblijf.gevangenis_code).naam
    van = _dag(verblijf.van)
    return f"In {naam} sinds {van}" if verblijf.tot is None else f"In {naam} tot {_dag(verblijf.tot)}"


def _dag(dag: date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"


def maand_van_vrijlating(dag: date | None) -> str:
    """The month of release in words; empty when it is not known."""
    return Maand.van(dag).naam if dag else ""
