"""Support needs and reasonable adjustments of a deelnemer: coded, dated, never a diagnosis."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.ondersteuning import Bron, Ondersteuningssoort
from leertraject_desktop.domain.periode import Periode, controleer_overlap, controleer_volgorde
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.domain.tekst import toelichting_bij
from leertraject_desktop.storage.access import command, vandaag
from leertraject_desktop.storage.corrections import verbeter, verwijder
from leertraject_desktop.storage.follow_up_tables import Ondersteuning
from leertraject_desktop.storage.reference import controleer_code, waarden
from leertraject_desktop.storage.selections import bestaande, controleer_gebeurtenis
from leertraject_desktop.storage.tables import Deelnemer

LIJSTEN = {
    Ondersteuningssoort.ONDERSTEUNINGSNOOD: Lijst.ONDERSTEUNINGSNOOD,
    Ondersteuningssoort.REDELIJKE_AANPASSING: Lijst.REDELIJKE_AANPASSING,
}


@dataclass(frozen=True, slots=True)
class OndersteuningInvoer:
    """The form of a need or an adjustment; `code` is of the list that goes with `soort`.

    `bron` is a `Bron`. `toelichting` says what helps, never what somebody has.
    """

    soort: str | None = None
    code: str | None = None
    bron: str | None = Bron.ZELF.value
    van: date | None = None
    tot: date | None = None
    toelichting: str = ""


@dataclass(frozen=True, slots=True)
class OndersteuningRij:
    """A need or an adjustment in words; `tot` is None while it lasts."""

    id: int
    soort: Ondersteuningssoort
    omschrijving: str
    bron: Bron
    van: date
    tot: date | None
    toelichting: str
    loopt: bool


def ondersteuning(session: Session, deelnemer_id: int) -> list[OndersteuningRij]:
    """All needs and adjustments of a deelnemer: what lasts first, then what ended last."""
    labels = {
        (soort.value, waarde.code): waarde.label
        for soort, lijst in LIJSTEN.items()
        for waarde in waarden(session, lijst)
    }
    dag = vandaag(session)
    stmt = select(Ondersteuning).where(Ondersteuning.deelnemer_id == deelnemer_id)
    rows = [
        OndersteuningRij(
            id=rij.id,
            soort=Ondersteuningssoort(rij.soort),
            omschrijving=labels.get((rij.soort, rij.code), rij.code),
            bron=Bron(rij.bron),
            van=rij.van,
            tot=rij.tot,
            toelichting=rij.toelichting,
            loopt=rij.tot is None or rij.tot >= dag,
        )
        for rij in session.scalars(stmt.order_by(Ondersteuning.van.desc(), Ondersteuning.id.desc()))
    ]
    return sorted(rows, key=lambda rij: not rij.loopt)


def ondersteuning_invoer(session: Session, ondersteuning_id: int) -> OndersteuningInvoer:
    """The form of a need or an adjustment as it stands now."""
    rij = bestaande(session, Ondersteuning, ondersteuning_id, "deze ondersteuning")
    return OndersteuningInvoer(rij.soort, rij.code, rij.bron, rij.van, rij.tot, rij.toelichting)


@command(Recht.REGISTREREN, "ondersteuning bewaren")
def nieuwe_ondersteuning(session: Session, deelnemer_id: int, invoer: OndersteuningInvoer) -> int:
    """Keep a need or an adjustment; returns its id."""
    bestaande(session, Deelnemer, deelnemer_id, "deze deelnemer")
    rij = Ondersteuning(deelnemer_id=deelnemer_id, **_waarden(session, deelnemer_id, invoer, None))
    session.add(rij)
    session.flush()
    return rij.id


@command(Recht.REGISTREREN, "ondersteuning wijzigen")
def wijzig_ondersteuning(
    session: Session, ondersteuning_id: int, invoer: OndersteuningInvoer, reden: str
) -> None:
    """Put a need or an adjustment right, with the reason."""
    rij = bestaande(session, Ondersteuning, ondersteuning_id, "deze ondersteuning")
    verbeter(session, rij, reden, **_waarden(session, rij.deelnemer_id, invoer, rij.id))


@command(Recht.REGISTREREN, "ondersteuning beëindigen")
def beeindig_ondersteuning(session: Session, ondersteuning_id: int, dag: date | None = None) -> None:
    """Let a need or an adjustment end on a day (today when None)."""
    rij = bestaande(session, Ondersteuning, ondersteuning_id, "deze ondersteuning")
    if rij.tot is not None:
        raise Problem("Deze ondersteuning is al beëindigd.", "Verbeter de laatste dag als die niet klopt.")
    tot = controleer_gebeurtenis(session, dag or vandaag(session), veld="tot")
    controleer_volgorde(rij.van, tot)
    rij.tot = tot


@command(Recht.REGISTREREN, "ondersteuning verwijderen")
def verwijder_ondersteuning(session: Session, ondersteuning_id: int, reden: str) -> None:
    """Remove a need or an adjustment that was entered by mistake or is no longer to be kept."""
    verwijder(session, bestaande(session, Ondersteuning, ondersteuning_id, "deze ondersteuning"), reden)


def _waarden(
    session: Session, deelnemer_id: int, invoer: OndersteuningInvoer, behalve: int | None
) -> dict[str, object]:
    if invoer.soort not in set(Ondersteuningssoort):
        raise Problem(
            "Kies wat je bewaart.", "Kies een ondersteuningsnood of een redelijke aanpassing.", veld="soort"
        )
    soort, code = Ondersteuningssoort(invoer.soort), invoer.code or ""
    controleer_code(session, LIJSTEN[soort], code, veld="code")
    if invoer.bron not in set(Bron):
        raise Problem(
            "Kies hoe je dit weet.", "Zegt de deelnemer het zelf, of is er een attest?", veld="bron"
        )
    van = controleer_gebeurtenis(session, invoer.van or vandaag(session), veld="van")
    if invoer.tot is not None:
        controleer_gebeurtenis(session, invoer.tot, veld="tot", toekomst=True)
        controleer_volgorde(van, invoer.tot)
    toelichting = toelichting_bij(code, invoer.toelichting, "wat helpt")
    if code != "andere":
        _controleer_dubbel(session, deelnemer_id, soort, code, Periode(van, invoer.tot), behalve)
    return {
        "soort": soort.value,
        "code": code,
        "bron": invoer.bron,
        "van": van,
        "tot": invoer.tot,
        "toelichting": toelichting,
    }


def _controleer_dubbel(
    session: Session,
    deelnemer_id: int,
    soort: Ondersteuningssoort,
    code: str,
    periode: Periode,
    behalve: int | None,
) -> None:
    stmt = select(Ondersteuning.van, Ondersteuning.tot).where(
        Ondersteuning.deelnemer_id == deelnemer_id,
        Ondersteuning.soort == soort.value,
        Ondersteuning.code == code,
        Ondersteuning.id != (behalve or 0),
    )
    anderen = [Periode(*row) for row in session.execute(stmt)]
    controleer_overlap(periode, anderen, wat=f"dezelfde {soort.label}", veld="code")
