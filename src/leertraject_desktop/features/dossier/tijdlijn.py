"""The timeline of a deelnemer: everything that happened, last first, with what each line points to."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Fase, Lijst, StatuutSoort
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
    Statuut,
    Stopzetting,
    Verblijf,
)

SOORTEN = ("vraag", "contact", "begeleiding", "verblijf")


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
            lines.append(
                Gebeurtenis(tot, "begeleiding", "begeleiding", begeleiding_id, "Einde van de opschorting")
            )
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
