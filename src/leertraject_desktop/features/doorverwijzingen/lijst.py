"""The referrals of a deelnemer, each with its history."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.doorverwijzing import Verwijsstand, volgende_standen
from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.features.doorverwijzingen.invoer import DoorverwijzingInvoer
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.storage.follow_up_tables import Doorverwijzing, Doorverwijzingstand
from leertraject_desktop.storage.selections import bestaande, label_van
from leertraject_desktop.storage.tables import Gebruiker, Partner


@dataclass(frozen=True, slots=True)
class StandRij:
    """A state in which a referral came; `reden` in words, only of a refusal."""

    id: int
    stand: Verwijsstand
    datum: date
    reden: str
    toelichting: str


@dataclass(frozen=True, slots=True)
class DoorverwijzingRij:
    """One referral; `standen` is its history, first state first. `dagen_te_laat` is of the answer."""

    id: int
    partner: str
    datum: date
    vraag: str
    antwoord_tegen: date
    stand: Verwijsstand
    dagen_te_laat: int
    door: str
    standen: tuple[StandRij, ...]

    @property
    def verder(self) -> tuple[Verwijsstand, ...]:
        """The states that may come next."""
        return volgende_standen(self.stand)


def doorverwijzingen(session: Session, deelnemer_id: int) -> list[DoorverwijzingRij]:
    """The referrals of a deelnemer, last first."""
    standen: dict[int, list[StandRij]] = {}
    stmt = (
        select(
            Doorverwijzingstand,
            label_van(Lijst.REDEN_WEIGERING, Doorverwijzingstand.reden),
        )
        .join(Doorverwijzing, Doorverwijzingstand.doorverwijzing_id == Doorverwijzing.id)
        .where(Doorverwijzing.deelnemer_id == deelnemer_id)
        .order_by(Doorverwijzingstand.datum, Doorverwijzingstand.id)
    )
    for stap, reden in session.execute(stmt):
        standen.setdefault(stap.doorverwijzing_id, []).append(
            StandRij(stap.id, Verwijsstand(stap.stand), stap.datum, reden or "", stap.toelichting)
        )
    rows = session.execute(
        select(Doorverwijzing, Partner.naam, Gebruiker.naam)
        .join(Partner, Doorverwijzing.partner_code == Partner.code)
        .join(Gebruiker, Doorverwijzing.door_id == Gebruiker.id)
        .where(Doorverwijzing.deelnemer_id == deelnemer_id)
        .order_by(Doorverwijzing.datum.desc(), Doorverwijzing.id.desc())
    )
    dag = vandaag(session)
    found = []
    for rij, partner, door in rows:
        stand = Verwijsstand(rij.stand)
        wacht = stand is Verwijsstand.IN_BEHANDELING
        found.append(
            DoorverwijzingRij(
                id=rij.id,
                partner=partner,
                datum=rij.datum,
                vraag=rij.vraag,
                antwoord_tegen=rij.antwoord_tegen,
                stand=stand,
                dagen_te_laat=max(0, (dag - rij.antwoord_tegen).days) if wacht else 0,
                door=door,
                standen=tuple(standen.get(rij.id, ())),
            )
        )
    return found


def doorverwijzing_invoer(session: Session, doorverwijzing_id: int) -> DoorverwijzingInvoer:
    """The form of a referral as it stands now."""
    rij = bestaande(session, Doorverwijzing, doorverwijzing_id, "deze doorverwijzing")
    return DoorverwijzingInvoer(rij.partner_code, rij.datum, rij.vraag, rij.antwoord_tegen, rij.door_id)
