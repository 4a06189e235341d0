"""A suspension of a begeleiding: what its form may say, and putting it right."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.periode import Periode, controleer_overlap, controleer_volgorde
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.domain.tekst import toelichting_bij
from leertraject_desktop.features.begeleidingen.invoer import OpschortingInvoer
from leertraject_desktop.storage.access import command, vandaag
from leertraject_desktop.storage.corrections import verbeter, verwijder
from leertraject_desktop.storage.reference import controleer_code
from leertraject_desktop.storage.selections import bestaande, controleer_gebeurtenis
from leertraject_desktop.storage.tables import Begeleiding, Opschorting

NOUN = "deze opschorting"


def opschorting_invoer(session: Session, opschorting_id: int) -> OpschortingInvoer:
    """The form of a suspension as it stands now."""
    rij = bestaande(session, Opschorting, opschorting_id, NOUN)
    return OpschortingInvoer(rij.reden, rij.van, rij.toelichting, rij.tot)


@command(Recht.REGISTREREN, "opschorting wijzigen")
def wijzig_opschorting(session: Session, opschorting_id: int, invoer: OpschortingInvoer, reden: str) -> None:
    """Put a suspension right, with the reason (a code of reden_correctie)."""
    rij = bestaande(session, Opschorting, opschorting_id, NOUN)
    begeleiding = session.get_one(Begeleiding, rij.begeleiding_id)
    verbeter(session, rij, reden, **opschorting_waarden(session, begeleiding, invoer, behalve=rij.id))


@command(Recht.REGISTREREN, "opschorting verwijderen")
def verwijder_opschorting(session: Session, opschorting_id: int, reden: str) -> None:
    """Remove a suspension that was entered by mistake."""
    verwijder(session, bestaande(session, Opschorting, opschorting_id, NOUN), reden)


def opschorting_waarden(
    session: Session, begeleiding: Begeleiding, invoer: OpschortingInvoer, *, behalve: int = 0
) -> dict[str, object]:
    """The columns of a suspension, from today when `van` is None.

    Raises Problem without a reason, outside the days of the begeleiding, or at the time of another one.
    """
    if not invoer.reden:
        raise Problem("Je kan niet opschorten zonder reden.", "Kies een reden uit de lijst.", veld="reden")
    controleer_code(session, Lijst.REDEN_OPSCHORTING, invoer.reden, veld="reden")
    van = controleer_gebeurtenis(session, invoer.van or vandaag(session), veld="van")
    controleer_volgorde(begeleiding.begindatum, van, veld="van", begin="het begin van de begeleiding")
    if invoer.tot is not None:
        controleer_gebeurtenis(session, invoer.tot, veld="tot")
        controleer_volgorde(van, invoer.tot)
    einde = begeleiding.einddatum
    if einde is not None and (invoer.tot is None or invoer.tot > einde):
        raise Problem(
            "De begeleiding is afgesloten vóór het einde van deze opschorting.",
            "Kies een laatste dag binnen de begeleiding.",
            veld="tot",
        )
    stmt = select(Opschorting.van, Opschorting.tot).where(
        Opschorting.begeleiding_id == begeleiding.id, Opschorting.id != behalve
    )
    anderen = [Periode(*row) for row in session.execute(stmt)]
    controleer_overlap(Periode(van, invoer.tot), anderen, wat="een opschorting", veld="van")
    toelichting = toelichting_bij(invoer.reden, invoer.toelichting)
    return {"reden": invoer.reden, "van": van, "tot": invoer.tot, "toelichting": toelichting}
