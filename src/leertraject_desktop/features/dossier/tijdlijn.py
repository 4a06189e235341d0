"""The timeline of a deelnemer: everything that happened, last first, with what each line points to."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.doorverwijzing import Verwijsstand
from leertraject_desktop.domain.label import Fase, Lijst, StatuutSoort
from leertraject_desktop.domain.ondersteuning import Ondersteuningssoort
from leertraject_desktop.storage.follow_up_tables import (
    BegeleidingDrempel,
    Doorverwijzing,
    Doorverwijzingstand,
    Nazorgmoment,
    Ondersteuning,
    Toestemming,
)
from leertraject_desktop.storage.selections import label_van
from leertraject_desktop.storage.tables import (
    Begeleiding,
    Contactmoment,
    Faseovergang,
    Gebruiker,
    Gevangenis,
    Informatievraag,
    Leerdoel,
    Opschorting,
    Partner,
    Statuut,
    Stopzetting,
    Verblijf,
)

SOORTEN = ("vraag", "contact", "begeleiding", "partner", "nazorg", "verblijf")


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """One line: `soort` is one of `SOORTEN`; `tabel` and `id` say which row it came from.

    `rang` orders the lines of one day, from what comes first (0) to what closes it (9).
    """

    datum: date
    soort: str
    tabel: str
    id: int
    titel: str
    tekst: str = ""
    door: str = ""
    minuten: int | None = None
    rang: int = 4


def tijdlijn(session: Session, deelnemer_id: int) -> list[Gebeurtenis]:
    """All lines of a deelnemer, last day first."""
    lines = [
        *_vragen(session, deelnemer_id),
        *_contacten(session, deelnemer_id),
        *_begeleidingen(session, deelnemer_id),
        *_opschortingen(session, deelnemer_id),
        *_drempels(session, deelnemer_id),
        *_ondersteuning(session, deelnemer_id),
        *_toestemmingen(session, deelnemer_id),
        *_doorverwijzingen(session, deelnemer_id),
        *_nazorg(session, deelnemer_id),
        *_verblijven(session, deelnemer_id),
        *_statuten(session, deelnemer_id),
    ]
    return sorted(lines, key=lambda line: (line.datum, line.rang, line.id), reverse=True)


def _vragen(session: Session, deelnemer_id: int) -> list[Gebeurtenis]:
    stmt = (
        select(Informatievraag, label_van(Lijst.ONDERWERP, Informatievraag.onderwerp), Gebruiker.naam)
        .join(Gebruiker, Informatievraag.door_id == Gebruiker.id)
        .where(Informatievraag.deelnemer_id == deelnemer_id)
    )
    lines = []
    for vraag, onderwerp, door in session.execute(stmt):
        if vraag.beantwoord_op is None:
            tekst = "Nog geen antwoord"
        else:
            tekst = f"Beantwoord op {_dag(vraag.beantwoord_op)}: {_eerste_regel(vraag.antwoord)}"
        titel = f"Vraag: {_eerste_regel(vraag.vraag) or onderwerp}"
        lines.append(
            Gebeurtenis(
                vraag.datum, "vraag", "informatievraag", vraag.id, titel, tekst, door, vraag.minuten, rang=1
            )
        )
    return lines


def _contacten(session: Session, deelnemer_id: int) -> list[Gebeurtenis]:
    stmt = (
        select(Contactmoment, label_van(Lijst.CONTACTSOORT, Contactmoment.soort), Gebruiker.naam)
        .join(Gebruiker, Contactmoment.door_id == Gebruiker.id)
        .where(Contactmoment.deelnemer_id == deelnemer_id)
    )
    return [
        Gebeurtenis(
            contact.datum,
            "contact",
            "contactmoment",
            contact.id,
            str(soort).capitalize(),
            _eerste_regel(contact.notitie),
            door,
            contact.minuten,
        )
        for contact, soort, door in session.execute(stmt)
    ]


def _begeleidingen(session: Session, deelnemer_id: int) -> list[Gebeurtenis]:
    doelen = select(func.count()).select_from(Leerdoel).where(Leerdoel.begeleiding_id == Begeleiding.id)
    stmt = (
        select(
            Begeleiding,
            Gebruiker.naam,
            doelen.scalar_subquery(),
            label_van(Lijst.REDEN_STOPZETTING, Stopzetting.reden),
            Stopzetting.toelichting,
        )
        .join(Gebruiker, Begeleiding.door_id == Gebruiker.id)
        .outerjoin(Stopzetting, Stopzetting.begeleiding_id == Begeleiding.id)
        .where(Begeleiding.deelnemer_id == deelnemer_id)
    )
    lines = []
    for rij, door, aantal, reden, toelichting in session.execute(stmt):
        tekst = _eerste_regel(rij.leervraag)
        titel = "Begeleiding gestart"
        lines.append(
            Gebeurtenis(rij.begindatum, "begeleiding", "begeleiding", rij.id, titel, tekst, door, rang=2)
        )
        if rij.einddatum is not None:
            titel = f"Begeleiding {rij.einde}"
            if reden:
                slot = ". ".join(filter(None, [str(reden).capitalize(), _eerste_regel(toelichting)]))
            else:
                slot = "1 leerdoel" if aantal == 1 else f"{aantal} leerdoelen"
            lines.append(
                Gebeurtenis(rij.einddatum, "begeleiding", "begeleiding", rij.id, titel, slot, rang=8)
            )
    stappen = session.execute(
        select(Faseovergang.datum, Faseovergang.fase, Begeleiding.id)
        .join(Begeleiding, Faseovergang.begeleiding_id == Begeleiding.id)
        .where(Begeleiding.deelnemer_id == deelnemer_id, Faseovergang.fase != Fase.INTAKE.value)
    )
    for datum, fase, begeleiding_id in stappen:
        titel = f"Fase {Fase(fase).label}"
        lines.append(Gebeurtenis(datum, "begeleiding", "begeleiding", begeleiding_id, titel))
    return lines


def _opschortingen(session: Session, deelnemer_id: int) -> list[Gebeurtenis]:
    stmt = (
        select(
            Opschorting.van,
            Opschorting.tot,
            Begeleiding.id,
            label_van(Lijst.REDEN_OPSCHORTING, Opschorting.reden),
            Opschorting.toelichting,
        )
        .join(Begeleiding, Opschorting.begeleiding_id == Begeleiding.id)
        .where(Begeleiding.deelnemer_id == deelnemer_id)
    )
    lines = []
    for van, tot, begeleiding_id, reden, toelichting in session.execute(stmt):
        tekst = ". ".join(filter(None, [str(reden).capitalize(), _eerste_regel(toelichting)]))
        lines.append(
            Gebeurtenis(van, "begeleiding", "begeleiding", begeleiding_id, "Begeleiding opgeschort", tekst)
        )
        if tot is not None:
            einde = "Einde van de opschorting"
            lines.append(Gebeurtenis(tot, "begeleiding", "begeleiding", begeleiding_id, einde, rang=5))
    return lines


def _drempels(session: Session, deelnemer_id: int) -> list[Gebeurtenis]:
    stmt = (
        select(BegeleidingDrempel, label_van(Lijst.DREMPEL, BegeleidingDrempel.drempel))
        .join(Begeleiding, BegeleidingDrempel.begeleiding_id == Begeleiding.id)
        .where(Begeleiding.deelnemer_id == deelnemer_id)
    )
    lines = []
    for rij, naam in session.execute(stmt):
        titel, plek = f"Drempel: {naam}", ("begeleiding", "begeleiding", rij.begeleiding_id)
        lines.append(Gebeurtenis(rij.vastgesteld_op, *plek, titel))
        if rij.opgelost_op is not None:
            lines.append(Gebeurtenis(rij.opgelost_op, *plek, f"Drempel opgelost: {naam}"))
    return lines


def _ondersteuning(session: Session, deelnemer_id: int) -> list[Gebeurtenis]:
    naam = func.coalesce(
        label_van(Lijst.ONDERSTEUNINGSNOOD, Ondersteuning.code),
        label_van(Lijst.REDELIJKE_AANPASSING, Ondersteuning.code),
    )
    stmt = select(Ondersteuning, naam).where(Ondersteuning.deelnemer_id == deelnemer_id)
    lines = []
    for rij, tekst in session.execute(stmt):
        titel = Ondersteuningssoort(rij.soort).label.capitalize()
        lines.append(Gebeurtenis(rij.van, "begeleiding", "ondersteuning", rij.id, f"{titel}: {tekst}"))
    return lines


def _toestemmingen(session: Session, deelnemer_id: int) -> list[Gebeurtenis]:
    stmt = (
        select(Toestemming, Partner.naam, label_van(Lijst.DOEL_TOESTEMMING, Toestemming.doel))
        .join(Partner, Toestemming.partner_code == Partner.code)
        .where(Toestemming.deelnemer_id == deelnemer_id)
    )
    lines = []
    for rij, partner, doel in session.execute(stmt):
        plek = ("partner", "toestemming", rij.id)
        tekst = ", ".join(
            filter(None, [str(doel).capitalize(), f"tot {_dag(rij.geldig_tot)}" if rij.geldig_tot else ""])
        )
        lines.append(Gebeurtenis(rij.gegeven_op, *plek, f"Toestemming voor {partner}", tekst))
        if rij.ingetrokken_op is not None:
            titel = f"Toestemming voor {partner} ingetrokken"
            lines.append(Gebeurtenis(rij.ingetrokken_op, *plek, titel, str(doel).capitalize()))
    return lines


def _doorverwijzingen(session: Session, deelnemer_id: int) -> list[Gebeurtenis]:
    stmt = (
        select(
            Doorverwijzing,
            Doorverwijzingstand,
            Partner.naam,
            Gebruiker.naam,
            label_van(Lijst.REDEN_WEIGERING, Doorverwijzingstand.reden),
        )
        .join(Doorverwijzing, Doorverwijzingstand.doorverwijzing_id == Doorverwijzing.id)
        .join(Partner, Doorverwijzing.partner_code == Partner.code)
        .join(Gebruiker, Doorverwijzing.door_id == Gebruiker.id)
        .where(Doorverwijzing.deelnemer_id == deelnemer_id)
    )
    lines = []
    for rij, stap, partner, door, reden in session.execute(stmt):
        plek = ("partner", "doorverwijzing", rij.id)
        stand = Verwijsstand(stap.stand)
        if stand is Verwijsstand.IN_BEHANDELING:
            titel = f"Doorverwezen naar {partner}"
            lines.append(Gebeurtenis(stap.datum, *plek, titel, _eerste_regel(rij.vraag), door))
            continue
        tekst = ". ".join(filter(None, [str(reden or "").capitalize(), _eerste_regel(stap.toelichting)]))
        titel = f"Doorverwijzing naar {partner}: {stand.label}"
        lines.append(Gebeurtenis(stap.datum, *plek, titel, tekst))
    return lines


def _nazorg(session: Session, deelnemer_id: int) -> list[Gebeurtenis]:
    """The moments that have an outcome; the others stand between what is to be done."""
    stmt = (
        select(Nazorgmoment, label_van(Lijst.UITKOMST_NAZORG, Nazorgmoment.uitkomst), Gebruiker.naam)
        .outerjoin(Gebruiker, Nazorgmoment.door_id == Gebruiker.id)
        .where(Nazorgmoment.deelnemer_id == deelnemer_id, Nazorgmoment.gedaan_op.is_not(None))
    )
    lines = []
    for rij, uitkomst, door in session.execute(stmt):
        titel = f"Nazorg na {rij.maanden} maanden: {uitkomst}"
        tekst = _eerste_regel(rij.toelichting)
        lines.append(Gebeurtenis(rij.gedaan_op, "nazorg", "nazorgmoment", rij.id, titel, tekst, door or ""))
    return lines


def _verblijven(session: Session, deelnemer_id: int) -> list[Gebeurtenis]:
    stmt = (
        select(Verblijf, Gevangenis.naam, label_van(Lijst.EINDE_VERBLIJF, Verblijf.eindreden))
        .join(Gevangenis, Verblijf.gevangenis_code == Gevangenis.code)
        .where(Verblijf.deelnemer_id == deelnemer_id)
    )
    lines = []
    for rij, naam, reden in session.execute(stmt):
        titel, tekst = f"Aangekomen in {naam}", rij.afdeling
        lines.append(Gebeurtenis(rij.van, "verblijf", "verblijf", rij.id, titel, tekst, rang=0))
        if rij.tot is not None:
            titel, tekst = f"Vertrokken uit {naam}", str(reden or "").capitalize()
            lines.append(Gebeurtenis(rij.tot, "verblijf", "verblijf", rij.id, titel, tekst, rang=9))
    return lines


def _statuten(session: Session, deelnemer_id: int) -> list[Gebeurtenis]:
    rows = session.execute(
        select(Statuut.id, Statuut.soort, Statuut.van).where(Statuut.deelnemer_id == deelnemer_id)
    )
    return [
        Gebeurtenis(van, "verblijf", "statuut", row_id, f"Statuut: {StatuutSoort(soort).label}", rang=0)
        for row_id, soort, van in rows
    ]


def _eerste_regel(tekst: str | None) -> str:
    return next((regel.strip() for regel in (tekst or "").splitlines() if regel.strip()), "")


def _dag(dag: date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"
