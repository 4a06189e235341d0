"""What is known of a deelnemer that the printed intake form can be filled in with."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Lijst
from leertraject_desktop.domain.personen import weergavenaam
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage.selections import bestaande, label_van, nummer
from leertraject_desktop.storage.tables import Deelnemer, DeelnemerTaal, Verblijf


@dataclass(frozen=True, slots=True)
class IntakeBekend:
    """Texts are empty where nothing is known. Nothing on the case or the release stands here.

    `contacttaal` is a code of the list taal and `contacttaal_naam` its words; `talen` are the other languages
    in words; `opleidingsniveau` is a code of that list.
    """

    naam: str
    naam_eigen_schrift: str
    afdeling_cel: str
    contacttaal: str
    contacttaal_naam: str
    talen: str
    opleidingsniveau: str


def deelnemer_met_nummer(session: Session, dossiernummer: int) -> int:
    """The id of the deelnemer with this number. Raises Problem when there is none."""
    found = session.scalar(select(Deelnemer.id).where(Deelnemer.dossiernummer == dossiernummer))
    if found is None:
        raise Problem(
            f"Er is geen dossier met nummer {nummer(dossiernummer)}.",
            "Kijk het nummer na in de lijst van deelnemers.",
            veld="deelnemer",
        )
    return found


def intake_bekend(session: Session, deelnemer_id: int) -> IntakeBekend:
    """What the intake form of a deelnemer can start with. Raises Problem when the deelnemer was removed."""
    deelnemer = bestaande(session, Deelnemer, deelnemer_id, "deze deelnemer")
    verblijf = session.scalars(
        select(Verblijf).where(Verblijf.deelnemer_id == deelnemer_id, Verblijf.tot.is_(None))
    ).first()
    talen = session.execute(
        select(
            DeelnemerTaal.taal,
            label_van(Lijst.TAAL, DeelnemerTaal.taal),
            label_van(Lijst.ERK, DeelnemerTaal.niveau),
            DeelnemerTaal.volgorde,
        )
        .where(DeelnemerTaal.deelnemer_id == deelnemer_id)
        .order_by(DeelnemerTaal.volgorde)
    ).all()
    contact = next(((code, naam) for code, naam, _, volgorde in talen if volgorde == 0), ("", ""))
    others = [(naam, niveau) for _, naam, niveau, volgorde in talen if volgorde > 0]
    return IntakeBekend(
        naam=weergavenaam(deelnemer.voornaam, deelnemer.familienaam),
        naam_eigen_schrift=deelnemer.naam_eigen_schrift,
        afdeling_cel=_plaats(verblijf.afdeling, verblijf.cel) if verblijf else "",
        contacttaal=contact[0],
        contacttaal_naam=contact[1] or "",
        talen=", ".join(f"{naam} ({niveau})" if niveau else str(naam) for naam, niveau in others),
        opleidingsniveau=deelnemer.opleidingsniveau or "",
    )


def _plaats(afdeling: str, cel: str) -> str:
    return ", ".join(filter(None, (afdeling, f"cel {cel}" if cel else "")))
