"""Everything that changes about a deelnemer: the person, the stays, the statuut."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.periode import Periode, controleer_overlap
from leertraject_desktop.domain.personen import naamkolommen
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.features.deelnemers.invoer import (
    DeelnemerInvoer,
    NieuweDeelnemer,
    VerblijfInvoer,
    controleer_statuut,
    gecontroleerd,
    gecontroleerd_verblijf,
)
from leertraject_desktop.storage.access import command, vandaag, wie
from leertraject_desktop.storage.corrections import verbeter, verwijder
from leertraject_desktop.storage.planning import (
    herplan,
    plan_na_overplaatsing,
    verzet_aankomst,
    volg_verblijven,
)
from leertraject_desktop.storage.selections import (
    bestaande,
    controleer_gebeurtenis,
    controleer_geboren,
    neem_dossiernummers,
)
from leertraject_desktop.storage.tables import (
    Deelnemer,
    DeelnemerTaal,
    Gevangenis,
    Statuut,
    Verblijf,
)

OVERGEPLAATST = "overgeplaatst"
KOLOMMEN = (
    "voornaam",
    "familienaam",
    "naam_eigen_schrift",
    "geboortedatum",
    "geslacht",
    "opleidingsniveau",
    "migratieachtergrond",
    "arbeidshandicap",
    "vrij_vanaf",
)


@command(Recht.REGISTREREN, "deelnemer toevoegen")
def nieuwe_deelnemer(session: Session, invoer: NieuweDeelnemer) -> int:
    """Make a dossier with its first verblijf and statuut; returns the id of the deelnemer."""
    persoon = gecontroleerd(
        session,
        DeelnemerInvoer(
            voornaam=invoer.voornaam,
            familienaam=invoer.familienaam,
            naam_eigen_schrift=invoer.naam_eigen_schrift,
            geboortedatum=invoer.geboortedatum,
            geslacht=invoer.geslacht,
            contacttaal=invoer.contacttaal,
            opleidingsniveau=invoer.opleidingsniveau,
        ),
    )
    van = controleer_gebeurtenis(session, invoer.verblijf_van or vandaag(session), veld="verblijf_van")
    deelnemer = Deelnemer(
        dossiernummer=neem_dossiernummers(session),
        **_naamkolommen(persoon),
        **{kolom: getattr(persoon, kolom) for kolom in KOLOMMEN},
    )
    session.add(deelnemer)
    session.flush()
    _bewaar_talen(session, deelnemer, persoon)
    verblijf = VerblijfInvoer(wie(session).gevangenis, van, None, invoer.afdeling, invoer.cel)
    _voeg_verblijf_toe(session, deelnemer.id, verblijf)
    controleer_geboren(session, deelnemer.id, veld="geboortedatum")
    if invoer.statuut is not None:
        _zet_statuut(session, deelnemer.id, invoer.statuut, van)
    return deelnemer.id


@command(Recht.REGISTREREN, "deelnemer wijzigen")
def wijzig_deelnemer(session: Session, deelnemer_id: int, invoer: DeelnemerInvoer, reden: str) -> None:
    """Keep what changed of a person, with the old value and the reason (a code of reden_correctie)."""
    deelnemer = bestaande(session, Deelnemer, deelnemer_id, "deze deelnemer")
    invoer = gecontroleerd(session, invoer)
    verbeter(session, deelnemer, reden, **{kolom: getattr(invoer, kolom) for kolom in KOLOMMEN})
    for kolom, waarde in _naamkolommen(invoer).items():
        setattr(deelnemer, kolom, waarde)
    _bewaar_talen(session, deelnemer, invoer)
    controleer_geboren(session, deelnemer_id, veld="geboortedatum")
    herplan(session, deelnemer_id)


@command(Recht.REGISTREREN, "deelnemer verwijderen")
def verwijder_deelnemer(session: Session, deelnemer_id: int, reden: str) -> int:
    """Remove a dossier with all that hangs on it; returns how many rows went."""
    return verwijder(session, bestaande(session, Deelnemer, deelnemer_id, "deze deelnemer"), reden)


@command(Recht.REGISTREREN, "verblijf toevoegen")
def nieuw_verblijf(session: Session, deelnemer_id: int, invoer: VerblijfInvoer) -> int:
    """Add a stay. One that is open in another prison ends when this one begins, unless this one ended too.

    Raises Problem when it overlaps another one by more than the day of the move.
    """
    bestaande(session, Deelnemer, deelnemer_id, "deze deelnemer")
    _sluit_elders_af(session, deelnemer_id, invoer)
    verblijf_id = _voeg_verblijf_toe(session, deelnemer_id, invoer)
    controleer_geboren(session, deelnemer_id, veld="van")
    if invoer.tot is None and invoer.van is not None:
        plan_na_overplaatsing(session, deelnemer_id, invoer.gevangenis, invoer.van)
    volg_verblijven(session, deelnemer_id)
    return verblijf_id


@command(Recht.REGISTREREN, "verblijf wijzigen")
def wijzig_verblijf(session: Session, verblijf_id: int, invoer: VerblijfInvoer, reden: str) -> None:
    """Put a stay right, or end it."""
    verblijf = bestaande(session, Verblijf, verblijf_id, "dit verblijf")
    invoer, van = gecontroleerd_verblijf(session, invoer)
    _controleer_plaats(session, verblijf.deelnemer_id, invoer, van, verblijf_id)
    aankomst = verblijf.van
    verbeter(
        session,
        verblijf,
        reden,
        gevangenis_code=invoer.gevangenis,
        van=van,
        tot=invoer.tot,
        afdeling=invoer.afdeling,
        cel=invoer.cel,
        eindreden=invoer.eindreden,
    )
    controleer_geboren(session, verblijf.deelnemer_id, veld="van")
    if van != aankomst:
        verzet_aankomst(session, verblijf.deelnemer_id, aankomst, van)
    volg_verblijven(session, verblijf.deelnemer_id)


@command(Recht.REGISTREREN, "verblijf verwijderen")
def verwijder_verblijf(session: Session, verblijf_id: int, reden: str) -> None:
    """Remove a stay that was entered by mistake. A dossier keeps at least one."""
    verblijf = bestaande(session, Verblijf, verblijf_id, "dit verblijf")
    aantal = session.scalar(
        select(func.count()).select_from(Verblijf).where(Verblijf.deelnemer_id == verblijf.deelnemer_id)
    )
    if aantal == 1:
        raise Problem(
            "Een dossier heeft altijd een verblijf.", "Verbeter dit verblijf, of verwijder het hele dossier."
        )
    deelnemer_id, aankomst = verblijf.deelnemer_id, verblijf.van
    verwijder(session, verblijf, reden)
    verzet_aankomst(session, deelnemer_id, aankomst, None)
    volg_verblijven(session, deelnemer_id)


@command(Recht.REGISTREREN, "vertrek noteren")
def noteer_vertrek(session: Session, deelnemer_id: int, dag: date | None, eindreden: str | None) -> None:
    """End the open stay on a day. A begeleiding that runs is ended apart, with a reason of its own."""
    verblijf = session.scalars(
        select(Verblijf).where(Verblijf.deelnemer_id == deelnemer_id, Verblijf.tot.is_(None))
    ).first()
    if verblijf is None:
        raise Problem("Deze deelnemer is al vertrokken.", "Kijk bij Gegevens welke verblijven er staan.")
    tot = controleer_gebeurtenis(session, dag, veld="tot")
    invoer = VerblijfInvoer(
        verblijf.gevangenis_code, verblijf.van, tot, verblijf.afdeling, verblijf.cel, eindreden
    )
    gecontroleerd_verblijf(session, invoer)
    verblijf.tot = tot
    verblijf.eindreden = eindreden
    session.flush()
    volg_verblijven(session, deelnemer_id)


@command(Recht.REGISTREREN, "statuut zetten")
def zet_statuut(session: Session, deelnemer_id: int, soort: str | None, van: date | None) -> None:
    """Keep a statuut from a day on; on a day that has one already, it is replaced."""
    bestaande(session, Deelnemer, deelnemer_id, "deze deelnemer")
    _zet_statuut(session, deelnemer_id, soort, controleer_gebeurtenis(session, van, veld="statuut_van"))
    session.flush()
    herplan(session, deelnemer_id)


@command(Recht.REGISTREREN, "statuut verwijderen")
def verwijder_statuut(session: Session, statuut_id: int, reden: str) -> None:
    """Remove a statuut that was entered by mistake."""
    statuut = bestaande(session, Statuut, statuut_id, "dit statuut")
    deelnemer_id = statuut.deelnemer_id
    verwijder(session, statuut, reden)
    session.flush()
    herplan(session, deelnemer_id)


def _sluit_elders_af(session: Session, deelnemer_id: int, invoer: VerblijfInvoer) -> None:
    """End the open stay in another prison on the day on which somebody arrives in this one."""
    open_stay = session.scalars(
        select(Verblijf).where(Verblijf.deelnemer_id == deelnemer_id, Verblijf.tot.is_(None))
    ).first()
    if open_stay is None or invoer.van is None or invoer.tot is not None:
        return
    if open_stay.gevangenis_code == invoer.gevangenis:
        return
    if open_stay.van <= invoer.van <= vandaag(session):
        open_stay.tot, open_stay.eindreden = invoer.van, OVERGEPLAATST
        session.flush()


def _voeg_verblijf_toe(session: Session, deelnemer_id: int, invoer: VerblijfInvoer) -> int:
    invoer, van = gecontroleerd_verblijf(session, invoer)
    _controleer_plaats(session, deelnemer_id, invoer, van, None)
    verblijf = Verblijf(
        deelnemer_id=deelnemer_id,
        gevangenis_code=invoer.gevangenis,
        van=van,
        tot=invoer.tot,
        afdeling=invoer.afdeling,
        cel=invoer.cel,
        eindreden=invoer.eindreden,
    )
    session.add(verblijf)
    session.flush()
    return verblijf.id


def _controleer_plaats(
    session: Session, deelnemer_id: int, invoer: VerblijfInvoer, van: date, behalve: int | None
) -> None:
    if session.get(Gevangenis, invoer.gevangenis or "") is None:
        raise Problem("Kies een gevangenis.", "Kies er een uit de lijst.", veld="gevangenis")
    anderen = session.execute(
        select(Verblijf.van, Verblijf.tot).where(
            Verblijf.deelnemer_id == deelnemer_id, Verblijf.id != (behalve or 0)
        )
    )
    controleer_overlap(
        Periode(van, invoer.tot), (Periode(*rij) for rij in anderen), wat="een ander verblijf", veld="van"
    )


def _zet_statuut(session: Session, deelnemer_id: int, soort: str | None, van: date) -> None:
    code = controleer_statuut(soort)
    bestaand = session.scalars(
        select(Statuut).where(Statuut.deelnemer_id == deelnemer_id, Statuut.van == van)
    ).first()
    if bestaand is None:
        session.add(Statuut(deelnemer_id=deelnemer_id, soort=code, van=van))
    else:
        bestaand.soort = code


def _bewaar_talen(session: Session, deelnemer: Deelnemer, invoer: DeelnemerInvoer) -> None:
    """Bring the rows of the languages to what the form says; order 0 is the language to speak with."""
    wanted = list(dict.fromkeys(filter(None, (invoer.contacttaal, *invoer.talen))))
    if invoer.nederlands and "nl" not in wanted:
        wanted.append("nl")
    stmt = select(DeelnemerTaal).where(DeelnemerTaal.deelnemer_id == deelnemer.id)
    rows = {row.taal: row for row in session.scalars(stmt)}
    for taal, row in rows.items():
        if taal not in wanted:
            session.delete(row)
    for volgorde, taal in enumerate(wanted, start=0 if invoer.contacttaal else 1):
        niveau = invoer.nederlands if taal == "nl" else None
        if taal in rows:
            rows[taal].niveau, rows[taal].volgorde = niveau, volgorde
        else:
            session.add(DeelnemerTaal(deelnemer_id=deelnemer.id, taal=taal, niveau=niveau, volgorde=volgorde))


def _naamkolommen(invoer: DeelnemerInvoer) -> dict[str, str]:
    return naamkolommen(invoer.voornaam, invoer.familienaam, invoer.naam_eigen_schrift)
