"""The toestemmingen of a deelnemer and where each of them stands."""

import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.personen import weergavenaam
from leertraject_desktop.features.toestemmingen.invoer import ToestemmingInvoer
from leertraject_desktop.storage import consents
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.storage.follow_up_tables import Toestemming
from leertraject_desktop.storage.selections import bestaande, label_van
from leertraject_desktop.storage.tables import Deelnemer, DeelnemerTaal, Partner

# So long before its last day a consent is shown as one to renew.
BIJNA_DAGEN = 30
BLADNUMMER = re.compile(r"T\d{8,}")


@dataclass(frozen=True, slots=True)
class ToestemmingRij:
    """One consent. `stand` is "geldig", "bijna_verlopen", "verlopen" or "ingetrokken"."""

    id: int
    partner_code: str
    partner: str
    doel: str
    gegeven_op: date
    geldig_tot: date | None
    ingetrokken_op: date | None
    formuliernummer: str
    stand: str


@dataclass(frozen=True, slots=True)
class VoorHetBlad:
    """What the sheet says about the person, and the language in which to print it (a code of taal)."""

    naam: str
    geboortedatum: date | None
    taal: str


def toestemmingen(session: Session, deelnemer_id: int) -> list[ToestemmingRij]:
    """All consents of a deelnemer: those that are valid first, then by partner, last given first."""
    stmt = (
        select(Toestemming, Partner.naam, label_van(Lijst.DOEL_TOESTEMMING, Toestemming.doel))
        .join(Partner, Toestemming.partner_code == Partner.code)
        .where(Toestemming.deelnemer_id == deelnemer_id)
        .order_by(Partner.naam, Toestemming.gegeven_op.desc(), Toestemming.id.desc())
    )
    dag = vandaag(session)
    rows = [
        ToestemmingRij(
            id=rij.id,
            partner_code=rij.partner_code,
            partner=partner,
            doel=str(doel or rij.doel),
            gegeven_op=rij.gegeven_op,
            geldig_tot=rij.geldig_tot,
            ingetrokken_op=rij.ingetrokken_op,
            formuliernummer=leesbaar(rij.formuliernummer),
            stand=_stand(rij, dag),
        )
        for rij, partner, doel in session.execute(stmt)
    ]
    return sorted(rows, key=lambda rij: rij.stand in ("verlopen", "ingetrokken"))


def toestemming_invoer(session: Session, toestemming_id: int) -> ToestemmingInvoer:
    """The form of a consent as it stands now."""
    rij = bestaande(session, Toestemming, toestemming_id, "deze toestemming")
    return ToestemmingInvoer(
        rij.partner_code, rij.doel, rij.gegeven_op, rij.geldig_tot, leesbaar(rij.formuliernummer)
    )


def heeft_toestemming(session: Session, deelnemer_id: int, partner: str, doel: str, op: date) -> bool:
    """Whether a deelnemer agreed with a partner and a purpose (a code of doel_toestemming) on a day."""
    return consents.heeft_toestemming(session, deelnemer_id, partner, doel, op)


def voor_het_blad(session: Session, deelnemer_id: int) -> VoorHetBlad:
    """What is needed to print a sheet for a deelnemer, in the language to speak with."""
    deelnemer = bestaande(session, Deelnemer, deelnemer_id, "deze deelnemer")
    taal = session.scalar(
        select(DeelnemerTaal.taal).where(
            DeelnemerTaal.deelnemer_id == deelnemer_id, DeelnemerTaal.volgorde == 0
        )
    )
    naam = weergavenaam(deelnemer.voornaam, deelnemer.familienaam)
    return VoorHetBlad(naam, deelnemer.geboortedatum, taal or "nl")


def leesbaar(nummer: str) -> str:
    """The number of a sheet as it is printed: T-2026-0032, or the code at its foot in groups of four."""
    if BLADNUMMER.fullmatch(nummer):
        return f"T-{nummer[1:5]}-{nummer[5:]}"
    return "-".join(nummer[place : place + 4] for place in range(0, len(nummer), 4))


def _stand(rij: Toestemming, dag: date) -> str:
    if rij.ingetrokken_op is not None:
        return "ingetrokken"
    if rij.geldig_tot is None:
        return "geldig"
    if rij.geldig_tot < dag:
        return "verlopen"
    return "bijna_verlopen" if (rij.geldig_tot - dag).days <= BIJNA_DAGEN else "geldig"
