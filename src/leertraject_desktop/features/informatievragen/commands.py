"""Everything that changes about an informatievraag: asked, answered, put right, turned into a begeleiding."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.periode import Periode
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.domain.tekst import MAX_NOTITIE, schoon
from leertraject_desktop.features.informatievragen.doorverwijzing import verwijs_vraag, verwijzing_van
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.storage.access import command, vandaag
from leertraject_desktop.storage.corrections import verbeter, verwijder
from leertraject_desktop.storage.guidance import begin_begeleiding
from leertraject_desktop.storage.reference import controleer_code
from leertraject_desktop.storage.referrals import controleer_na_vraag
from leertraject_desktop.storage.selections import (
    bestaande,
    controleer_gebeurtenis,
    controleer_minuten,
    controleer_wie,
    gevangenis_op,
)
from leertraject_desktop.storage.tables import Begeleiding, Deelnemer, Informatievraag


@command(Recht.REGISTREREN, "vraag bewaren")
def nieuwe_vraag(session: Session, invoer: VraagInvoer) -> int:
    """Keep a question, and start a begeleiding or refer when the form says so; returns its id."""
    invoer, datum = _gecontroleerd(session, invoer)
    if invoer.wordt_begeleiding and invoer.deelnemer_id is None:
        raise Problem(
            "Een anonieme vraag kan geen begeleiding worden.",
            "Kies eerst de deelnemer.",
            veld="deelnemer_id",
        )
    door_id = controleer_wie(session, invoer.door_id)
    vraag = Informatievraag(
        deelnemer_id=invoer.deelnemer_id,
        gevangenis_code=gevangenis_op(session, invoer.deelnemer_id, datum),
        datum=datum,
        kanaal=invoer.kanaal or "",
        onderwerp=invoer.onderwerp or "",
        vraag=invoer.vraag,
        antwoord=invoer.antwoord,
        beantwoord_op=invoer.beantwoord_op,
        minuten=invoer.minuten,
        door_id=door_id,
    )
    session.add(vraag)
    session.flush()
    if invoer.wordt_begeleiding:
        _start(session, vraag)
    verwijs_vraag(session, vraag, invoer)
    return vraag.id


@command(Recht.REGISTREREN, "vraag wijzigen")
def wijzig_vraag(session: Session, vraag_id: int, invoer: VraagInvoer, reden: str) -> None:
    """Put a question right, or link it to a deelnemer, with the reason (a code of reden_correctie)."""
    vraag = bestaande(session, Informatievraag, vraag_id, "deze vraag")
    invoer, datum = _gecontroleerd(session, invoer)
    if vraag.begeleiding_id is not None and invoer.deelnemer_id != vraag.deelnemer_id:
        raise Problem(
            "Uit deze vraag kwam een begeleiding: de deelnemer kan niet meer veranderen.",
            "Verwijder eerst de begeleiding als ze bij de verkeerde persoon staat.",
            veld="deelnemer_id",
        )
    verwijzing = verwijzing_van(session, vraag_id)
    if verwijzing is not None:
        controleer_na_vraag(datum, verwijzing.datum, veld="datum")
    if invoer.deelnemer_id != vraag.deelnemer_id and verwijzing is not None:
        raise Problem(
            "Uit deze vraag kwam een doorverwijzing: de deelnemer kan niet meer veranderen.",
            "Verwijder eerst de doorverwijzing als ze bij de verkeerde persoon staat.",
            veld="deelnemer_id",
        )
    verbeter(
        session,
        vraag,
        reden,
        deelnemer_id=invoer.deelnemer_id,
        gevangenis_code=gevangenis_op(session, invoer.deelnemer_id, datum),
        datum=datum,
        kanaal=invoer.kanaal,
        onderwerp=invoer.onderwerp,
        vraag=invoer.vraag,
        antwoord=invoer.antwoord,
        beantwoord_op=invoer.beantwoord_op,
        minuten=invoer.minuten,
        door_id=controleer_wie(session, invoer.door_id),
    )
    verwijs_vraag(session, vraag, invoer)


@command(Recht.REGISTREREN, "vraag beantwoorden")
def beantwoord_vraag(
    session: Session,
    vraag_id: int,
    antwoord: str,
    dag: date | None = None,
    minuten: int = 0,
    verwijzing: VraagInvoer | None = None,
) -> None:
    """Answer an open question on a day (today when None); `minuten` are added to those it took already.

    `verwijzing` is the form, when it may name a partner to refer to as well.
    """
    vraag = bestaande(session, Informatievraag, vraag_id, "deze vraag")
    dag = controleer_gebeurtenis(session, dag or vandaag(session), veld="beantwoord_op")
    tekst = schoon(antwoord, maximum=MAX_NOTITIE, veld="antwoord", regels=True)
    if not tekst:
        raise Problem("Er is nog geen antwoord.", "Typ wat je geantwoord hebt.", veld="antwoord")
    _controleer_antwoorddag(vraag.datum, dag)
    vraag.antwoord = tekst
    vraag.beantwoord_op = dag
    vraag.minuten = controleer_minuten(vraag.minuten + minuten)
    if verwijzing is not None:
        verwijs_vraag(session, vraag, verwijzing)


@command(Recht.REGISTREREN, "doorverwijzing bewaren")
def verwijs_vraag_door(session: Session, vraag_id: int, invoer: VraagInvoer) -> None:
    """Refer the deelnemer of a question that was kept to the partner of the form."""
    verwijs_vraag(session, bestaande(session, Informatievraag, vraag_id, "deze vraag"), invoer)


@command(Recht.REGISTREREN, "begeleiding starten uit een vraag")
def word_begeleiding(session: Session, vraag_id: int) -> int:
    """Turn a question of a known deelnemer into a begeleiding, without retyping; returns its id."""
    vraag = bestaande(session, Informatievraag, vraag_id, "deze vraag")
    if vraag.begeleiding_id is not None:
        raise Problem("Uit deze vraag kwam al een begeleiding.", "Open het dossier om ze te zien.")
    if vraag.deelnemer_id is None:
        raise Problem(
            "Een anonieme vraag kan geen begeleiding worden.",
            "Open de vraag en kies eerst de deelnemer.",
        )
    return _start(session, vraag)


@command(Recht.REGISTREREN, "vraag verwijderen")
def verwijder_vraag(session: Session, vraag_id: int, reden: str) -> None:
    """Remove a question; a begeleiding that came from it stays."""
    verwijder(session, bestaande(session, Informatievraag, vraag_id, "deze vraag"), reden)


def _start(session: Session, vraag: Informatievraag) -> int:
    assert vraag.deelnemer_id is not None  # noqa: S101 - checked by both callers
    running = session.scalar(
        select(Begeleiding.id).where(
            Begeleiding.deelnemer_id == vraag.deelnemer_id,
            Begeleiding.gevangenis_code == vraag.gevangenis_code,
            Begeleiding.einddatum.is_(None),
        )
    )
    if running is not None:
        raise Problem(
            "Voor deze deelnemer loopt al een begeleiding.",
            "Noteer de vraag als contactmoment in die begeleiding, of bewaar ze als gewone vraag.",
            veld="wordt_begeleiding",
        )
    eerdere = session.execute(
        select(Begeleiding.begindatum, Begeleiding.einddatum).where(
            Begeleiding.deelnemer_id == vraag.deelnemer_id,
            Begeleiding.gevangenis_code == vraag.gevangenis_code,
        )
    )
    if any(Periode(vraag.datum).overlapt(Periode(*row)) for row in eerdere):
        raise Problem(
            "Op de dag van deze vraag liep al een begeleiding, of die kwam erna.",
            "Start de nieuwe begeleiding in het dossier, op een dag na de vorige.",
            veld="wordt_begeleiding",
        )
    begeleiding = begin_begeleiding(
        session,
        deelnemer_id=vraag.deelnemer_id,
        gevangenis=vraag.gevangenis_code,
        begin=vraag.datum,
        leervraag=vraag.vraag,
        door_id=vraag.door_id,
    )
    vraag.begeleiding_id = begeleiding.id
    return begeleiding.id


def _gecontroleerd(session: Session, invoer: VraagInvoer) -> tuple[VraagInvoer, date]:
    if invoer.deelnemer_id is not None:
        bestaande(session, Deelnemer, invoer.deelnemer_id, "deze deelnemer")
    controleer_code(session, Lijst.ONDERWERP, invoer.onderwerp or "", veld="onderwerp")
    controleer_code(session, Lijst.KANAAL, invoer.kanaal or "", veld="kanaal")
    datum = controleer_gebeurtenis(session, invoer.datum or vandaag(session))
    antwoord = schoon(invoer.antwoord, maximum=MAX_NOTITIE, veld="antwoord", regels=True)
    beantwoord_op = invoer.beantwoord_op or datum if antwoord else None
    if beantwoord_op is not None:
        controleer_gebeurtenis(session, beantwoord_op, veld="beantwoord_op")
        _controleer_antwoorddag(datum, beantwoord_op)
    checked = VraagInvoer(
        deelnemer_id=invoer.deelnemer_id,
        onderwerp=invoer.onderwerp,
        vraag=schoon(invoer.vraag, maximum=MAX_NOTITIE, veld="vraag", regels=True),
        antwoord=antwoord,
        kanaal=invoer.kanaal,
        datum=datum,
        minuten=controleer_minuten(invoer.minuten),
        beantwoord_op=beantwoord_op,
        door_id=invoer.door_id,
        wordt_begeleiding=invoer.wordt_begeleiding,
        partner=invoer.partner,
        verwezen_op=invoer.verwezen_op,
        antwoord_tegen=invoer.antwoord_tegen,
        getekend_op=invoer.getekend_op,
        formuliernummer=invoer.formuliernummer,
    )
    return checked, datum


def _controleer_antwoorddag(gesteld: date, beantwoord: date) -> None:
    if beantwoord < gesteld:
        raise Problem(
            "Het antwoord komt vóór de vraag.",
            "Kijk de twee datums na.",
            veld="beantwoord_op",
        )
