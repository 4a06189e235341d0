"""The course of a begeleiding: started, moved to a fase, on hold, completed or stopped."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Einde, Fase, Lijst
from leertraject_desktop.domain.periode import Periode, controleer_overlap, controleer_volgorde
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.domain.tekst import MAX_NOTITIE, schoon, toelichting_bij
from leertraject_desktop.features.begeleidingen.dagen import controleer_begin, controleer_einde
from leertraject_desktop.features.begeleidingen.invoer import (
    BegeleidingInvoer,
    BegeleidingWijziging,
    OpschortingInvoer,
    StopzettingInvoer,
)
from leertraject_desktop.features.begeleidingen.opschorting import opschorting_waarden
from leertraject_desktop.storage.access import command, vandaag
from leertraject_desktop.storage.after_care import stem_nazorg_af
from leertraject_desktop.storage.corrections import verbeter, verwijder
from leertraject_desktop.storage.guidance import begin_begeleiding, neem_contacten_op
from leertraject_desktop.storage.planning import laat_opvolging_vervallen, verzet_begin, volg_verblijven
from leertraject_desktop.storage.reference import controleer_code
from leertraject_desktop.storage.selections import (
    bestaande,
    controleer_gebeurtenis,
    controleer_wie,
    gevangenis_op,
)
from leertraject_desktop.storage.tables import (
    Actie,
    Begeleiding,
    Deelnemer,
    Faseovergang,
    Leerdoel,
    Opschorting,
    Stopzetting,
    Taak,
)

BEGIN = "het begin van de begeleiding"


@command(Recht.REGISTREREN, "begeleiding starten")
def start_begeleiding(session: Session, invoer: BegeleidingInvoer) -> int:
    """Start a begeleiding in the prison where the deelnemer is on that day; returns its id."""
    if invoer.deelnemer_id is None:
        raise Problem(
            "Kies eerst een deelnemer.", "Typ drie letters van de naam en druk op Enter.", veld="deelnemer_id"
        )
    bestaande(session, Deelnemer, invoer.deelnemer_id, "deze deelnemer")
    begin = controleer_gebeurtenis(session, invoer.begindatum or vandaag(session), veld="begindatum")
    gevangenis = gevangenis_op(session, invoer.deelnemer_id, begin)
    _controleer_plaats(session, invoer.deelnemer_id, gevangenis, begin, None, 0)
    begeleiding = begin_begeleiding(
        session,
        deelnemer_id=invoer.deelnemer_id,
        gevangenis=gevangenis,
        begin=begin,
        leervraag=schoon(invoer.leervraag, maximum=MAX_NOTITIE, veld="leervraag", regels=True),
        door_id=controleer_wie(session, invoer.door_id),
    )
    return begeleiding.id


@command(Recht.REGISTREREN, "fase wijzigen")
def zet_fase(session: Session, begeleiding_id: int, fase: str, dag: date | None = None) -> None:
    """Move a begeleiding that runs to another fase, on a day (today when None)."""
    begeleiding = _lopende(session, begeleiding_id)
    if fase not in set(Fase):
        raise Problem("Kies een fase.", "Kies er een uit de balk.", veld="fase")
    if fase == begeleiding.fase:
        return
    dag = controleer_gebeurtenis(session, dag or vandaag(session))
    controleer_volgorde(begeleiding.begindatum, dag, veld="datum", begin=BEGIN)
    laatste = session.scalar(
        select(func.max(Faseovergang.datum)).where(Faseovergang.begeleiding_id == begeleiding_id)
    )
    controleer_volgorde(laatste or dag, dag, veld="datum", begin="het begin van de fase van nu")
    begeleiding.fase = fase
    session.add(Faseovergang(begeleiding_id=begeleiding.id, fase=fase, datum=dag))


@command(Recht.REGISTREREN, "begeleiding opschorten")
def schort_op(session: Session, begeleiding_id: int, invoer: OpschortingInvoer) -> None:
    """Put a begeleiding on hold from a day on, with a coded reason; up to a day when that is over."""
    begeleiding = _lopende(session, begeleiding_id)
    waarden = opschorting_waarden(session, begeleiding, invoer)
    session.add(Opschorting(begeleiding_id=begeleiding_id, **waarden))


@command(Recht.REGISTREREN, "begeleiding hervatten")
def hervat(session: Session, begeleiding_id: int, dag: date | None = None) -> None:
    """End the suspension that runs, on a day (today when None)."""
    _lopende(session, begeleiding_id)
    opschorting = _open_opschorting(session, begeleiding_id)
    if opschorting is None:
        raise Problem("Deze begeleiding is niet opgeschort.", "Je kan er gewoon mee verder.")
    tot = controleer_gebeurtenis(session, dag or vandaag(session), veld="datum")
    controleer_volgorde(opschorting.van, tot, veld="datum", begin="het begin van de opschorting")
    opschorting.tot = tot


@command(Recht.REGISTREREN, "begeleiding stopzetten")
def stop_begeleiding(session: Session, begeleiding_id: int, invoer: StopzettingInvoer) -> None:
    """End a begeleiding before completion. Never without a coded reason (S2 q3)."""
    begeleiding = _lopende(session, begeleiding_id)
    reden = _reden_stopzetting(session, invoer.reden)
    dag = controleer_gebeurtenis(session, invoer.datum or vandaag(session))
    toelichting = toelichting_bij(reden, invoer.toelichting)
    _sluit(session, begeleiding, dag, Einde.STOPGEZET)
    session.add(
        Stopzetting(
            begeleiding_id=begeleiding_id,
            datum=dag,
            reden=reden,
            toelichting=toelichting,
            door_id=controleer_wie(session, invoer.door_id),
        )
    )
    _laat_acties_vervallen(session, begeleiding, als_taak=invoer.open_acties == "taak")


@command(Recht.REGISTREREN, "begeleiding afronden")
def rond_af(session: Session, begeleiding_id: int, dag: date | None = None) -> None:
    """Complete a begeleiding on a day (today when None); steps that are still open lapse."""
    begeleiding = _lopende(session, begeleiding_id)
    _sluit(session, begeleiding, controleer_gebeurtenis(session, dag or vandaag(session)), Einde.AFGEROND)
    _laat_acties_vervallen(session, begeleiding, als_taak=False)


@command(Recht.REGISTREREN, "begeleiding wijzigen")
def wijzig_begeleiding(
    session: Session, begeleiding_id: int, invoer: BegeleidingWijziging, reden: str
) -> None:
    """Put a begeleiding right, also one that ended, with the reason (a code of reden_correctie).

    One that ended goes on when the form has no last day: its end was a mistake.
    """
    begeleiding = bestaande(session, Begeleiding, begeleiding_id, "deze begeleiding")
    begin = controleer_gebeurtenis(session, invoer.begindatum, veld="begindatum")
    einde = None
    if begeleiding.einddatum is not None and invoer.einddatum is not None:
        einde = controleer_gebeurtenis(session, invoer.einddatum, veld="einddatum")
        controleer_volgorde(begin, einde, veld="einddatum")
        controleer_einde(session, begeleiding, einde, veld="einddatum")
    controleer_begin(session, begeleiding, begin)
    _controleer_plaats(
        session, begeleiding.deelnemer_id, begeleiding.gevangenis_code, begin, einde, begeleiding_id
    )
    vorig_begin, gaat_verder = begeleiding.begindatum, begeleiding.einddatum is not None and einde is None
    eerste = session.scalars(
        select(Faseovergang)
        .where(Faseovergang.begeleiding_id == begeleiding_id)
        .order_by(Faseovergang.datum, Faseovergang.id)
    ).first()
    if eerste is not None and eerste.datum == vorig_begin:
        eerste.datum = begin
    verbeter(
        session,
        begeleiding,
        reden,
        begindatum=begin,
        leervraag=schoon(invoer.leervraag, maximum=MAX_NOTITIE, veld="leervraag", regels=True),
        einddatum=einde,
        einde=None if einde is None else begeleiding.einde,
        door_id=controleer_wie(session, invoer.door_id),
    )
    if gaat_verder:
        _neem_einde_terug(session, begeleiding)
    if begin != vorig_begin:
        verzet_begin(session, begeleiding, vorig_begin)
    neem_contacten_op(session, begeleiding)
    stopzetting = session.scalars(
        select(Stopzetting).where(Stopzetting.begeleiding_id == begeleiding_id)
    ).first()
    if stopzetting is not None:
        code = _reden_stopzetting(session, invoer.reden)
        toelichting = toelichting_bij(code, invoer.toelichting)
        verbeter(session, stopzetting, reden, datum=einde, reden=code, toelichting=toelichting)
    stem_nazorg_af(session, begeleiding.deelnemer_id)


@command(Recht.REGISTREREN, "begeleiding verwijderen")
def verwijder_begeleiding(session: Session, begeleiding_id: int, reden: str) -> None:
    """Remove a begeleiding with its goals and steps; contacts and questions stay with the deelnemer."""
    begeleiding = bestaande(session, Begeleiding, begeleiding_id, "deze begeleiding")
    deelnemer_id = begeleiding.deelnemer_id
    verwijder(session, begeleiding, reden)
    stem_nazorg_af(session, deelnemer_id)


def _lopende(session: Session, begeleiding_id: int) -> Begeleiding:
    begeleiding = bestaande(session, Begeleiding, begeleiding_id, "deze begeleiding")
    if begeleiding.einddatum is not None:
        raise Problem(
            "Deze begeleiding is al afgesloten.", "Start een nieuwe begeleiding als je verder wil gaan."
        )
    return begeleiding


def _open_opschorting(session: Session, begeleiding_id: int) -> Opschorting | None:
    stmt = select(Opschorting).where(Opschorting.begeleiding_id == begeleiding_id, Opschorting.tot.is_(None))
    return session.scalars(stmt).first()


def _sluit(session: Session, begeleiding: Begeleiding, dag: date, einde: Einde) -> None:
    """Close a begeleiding on a day that does not come before what is registered in it."""
    controleer_volgorde(begeleiding.begindatum, dag, veld="datum", begin=BEGIN)
    controleer_einde(session, begeleiding, dag, veld="datum")
    opschorting = _open_opschorting(session, begeleiding.id)
    if opschorting is not None:
        controleer_volgorde(opschorting.van, dag, veld="datum", begin="het begin van de opschorting")
        opschorting.tot = dag
    laat_opvolging_vervallen(session, begeleiding, dag)
    begeleiding.einddatum = dag
    begeleiding.einde = einde.value
    stem_nazorg_af(session, begeleiding.deelnemer_id)


def _neem_einde_terug(session: Session, begeleiding: Begeleiding) -> None:
    """Let the steps and reviews that an end cut off go on, and remove the reason why it was."""
    stopzetting = select(Stopzetting).where(Stopzetting.begeleiding_id == begeleiding.id)
    for rij in session.scalars(stopzetting).all():
        verwijder(session, rij, "vergissing")
    vervallen = select(Actie).join(Leerdoel, Actie.leerdoel_id == Leerdoel.id)
    vervallen = vervallen.where(Leerdoel.begeleiding_id == begeleiding.id, Actie.vervallen)
    for actie in session.scalars(vervallen):
        actie.vervallen = False
    volg_verblijven(session, begeleiding.deelnemer_id)


def _controleer_plaats(
    session: Session, deelnemer_id: int, gevangenis: str, begin: date, einde: date | None, behalve: int
) -> None:
    """Raise Problem when another begeleiding of this person ran in this prison then."""
    anderen = session.execute(
        select(Begeleiding.begindatum, Begeleiding.einddatum)
        .where(Begeleiding.deelnemer_id == deelnemer_id, Begeleiding.gevangenis_code == gevangenis)
        .where(Begeleiding.id != behalve)
    )
    controleer_overlap(
        Periode(begin, einde), (Periode(*row) for row in anderen), wat="een begeleiding", veld="begindatum"
    )


def _reden_stopzetting(session: Session, reden: str | None) -> str:
    if not reden:
        raise Problem(
            "Je kan niet stopzetten zonder reden.",
            "Kies een reden uit de lijst. Staat ze er niet bij? Kies ‘andere’ en schrijf ze op.",
            veld="reden",
        )
    controleer_code(session, Lijst.REDEN_STOPZETTING, reden, veld="reden")
    return reden


def _laat_acties_vervallen(session: Session, begeleiding: Begeleiding, *, als_taak: bool) -> None:
    stmt = (
        select(Actie)
        .join(Leerdoel, Actie.leerdoel_id == Leerdoel.id)
        .where(Leerdoel.begeleiding_id == begeleiding.id, Actie.gedaan_op.is_(None))
        .where(Actie.vervallen.is_(False))
    )
    for actie in session.scalars(stmt):
        actie.vervallen = True
        if als_taak:
            session.add(
                Taak(
                    deelnemer_id=begeleiding.deelnemer_id,
                    omschrijving=actie.omschrijving,
                    datum=actie.streefdatum or vandaag(session),
                )
            )
