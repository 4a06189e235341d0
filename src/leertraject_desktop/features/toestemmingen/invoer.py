"""What the form of a toestemming asks, and how it is checked."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.periode import controleer_volgorde
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.toestemming import formuliernummer, tot_wanneer
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.storage.reference import controleer_code
from leertraject_desktop.storage.selections import controleer_gebeurtenis
from leertraject_desktop.storage.tables import Partner


@dataclass(frozen=True, slots=True)
class ToestemmingInvoer:
    """The form of a consent, in the order of the paper; `doel` is a code of doel_toestemming.

    `geldig_tot` is the last day, a year later when None. `formuliernummer` is the number on the sheet.
    """

    partner: str | None = None
    doel: str | None = None
    gegeven_op: date | None = None
    geldig_tot: date | None = None
    formuliernummer: str = ""


def gecontroleerd(session: Session, invoer: ToestemmingInvoer) -> ToestemmingInvoer:
    """The form with all of it filled in. Raises Problem at the first field that cannot be kept."""
    if session.get(Partner, invoer.partner or "") is None:
        raise Problem("Kies een partner.", "Kies er een uit de lijst.", veld="partner")
    controleer_code(session, Lijst.DOEL_TOESTEMMING, invoer.doel or "", veld="doel")
    gegeven = controleer_gebeurtenis(session, invoer.gegeven_op or vandaag(session), veld="gegeven_op")
    tot = invoer.geldig_tot or tot_wanneer(gegeven)
    controleer_gebeurtenis(session, tot, veld="geldig_tot", toekomst=True)
    controleer_volgorde(gegeven, tot, veld="geldig_tot")
    return replace(
        invoer, gegeven_op=gegeven, geldig_tot=tot, formuliernummer=formuliernummer(invoer.formuliernummer)
    )
