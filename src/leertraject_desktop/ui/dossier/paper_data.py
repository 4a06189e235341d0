"""What is known of a deelnemer, as the printed forms ask for it; nothing here touches the screen."""

from collections.abc import Mapping
from datetime import date

from leertraject_desktop.features.begeleidingen.lijst import BegeleidingDetail
from leertraject_desktop.features.deelnemers.dossier import DossierKop
from leertraject_desktop.features.deelnemers.invoer import DeelnemerInvoer
from leertraject_desktop.features.papier.intake import IntakeGegevens
from leertraject_desktop.features.papier.intake_tekst import intake_tekst
from leertraject_desktop.features.papier.leerplan import LeerplanDoel, LeerplanGegevens, LeerplanStap


def intake_data(kop: DossierKop, invoer: DeelnemerInvoer, talen: Mapping[str, str]) -> IntakeGegevens:
    """The intake form filled in with what is kept; `talen` are the names of the languages by code."""
    contacttaal = invoer.contacttaal or ""
    if contacttaal and contacttaal not in intake_tekst("nl").vragen[1].opties:
        contacttaal = talen.get(contacttaal, "")
    others = [talen.get(code, code) for code in invoer.talen if code != invoer.contacttaal]
    return IntakeGegevens(
        naam=kop.naam,
        naam_eigen_schrift=kop.naam_eigen_schrift,
        afdeling_cel=_place(kop),
        contacttaal=contacttaal,
        talen=", ".join(others),
        opleidingsniveau=invoer.opleidingsniveau or "",
    )


def plan_data(kop: DossierKop, detail: BegeleidingDetail, vandaag: date) -> LeerplanGegevens:
    """The learning plan of a begeleiding; acties that lapsed do not stand in it."""
    doelen = tuple(
        LeerplanDoel(
            doel.omschrijving,
            doel.streefdatum or "",
            tuple(
                LeerplanStap(
                    actie.omschrijving, actie.streefdatum or "", actie.gedaan_op is not None, actie.wie
                )
                for actie in doel.acties
                if not actie.vervallen
            ),
        )
        for doel in detail.leerdoelen
    )
    return LeerplanGegevens(
        naam=kop.naam,
        datum=vandaag,
        naam_eigen_schrift=kop.naam_eigen_schrift,
        doelen=doelen,
        begeleider=detail.door,
        dossiernummer=kop.nummer,
    )


def _place(kop: DossierKop) -> str:
    return ", ".join(filter(None, (kop.afdeling, f"cel {kop.cel}" if kop.cel else "")))
