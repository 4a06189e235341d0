"""The states of a referral and the steps between them."""

from leertraject_desktop.domain.label import Label
from leertraject_desktop.domain.problem import Problem

# A partner is expected to answer within two weeks; Vocvo gives no term, so this is a proposal.
ANTWOORD_DAGEN = 14


class Verwijsstand(Label):
    """Where a referral is (domein.md section 3)."""

    IN_BEHANDELING = "in_behandeling", "in behandeling"
    AANVAARD = "aanvaard", "aanvaard"
    GEWEIGERD = "geweigerd", "geweigerd"
    AFGEROND = "afgerond", "afgerond"
    INGETROKKEN = "ingetrokken", "ingetrokken"


_VERDER: dict[Verwijsstand, tuple[Verwijsstand, ...]] = {
    Verwijsstand.IN_BEHANDELING: (
        Verwijsstand.AANVAARD,
        Verwijsstand.GEWEIGERD,
        Verwijsstand.INGETROKKEN,
    ),
    Verwijsstand.AANVAARD: (Verwijsstand.AFGEROND, Verwijsstand.INGETROKKEN),
}


def volgende_standen(stand: Verwijsstand) -> tuple[Verwijsstand, ...]:
    """The states that may come after a state; none after a last one."""
    return _VERDER.get(stand, ())


def controleer_overgang(van: Verwijsstand, naar: Verwijsstand, *, veld: str = "stand") -> None:
    """Raise Problem when a referral in one state cannot come in the other."""
    verder = volgende_standen(van)
    if naar in verder:
        return
    if not verder:
        raise Problem(
            f"Deze doorverwijzing is al {van.label}.",
            "Begin een nieuwe doorverwijzing, of neem de laatste stap terug.",
            veld=veld,
        )
    keuze = ", ".join(stand.label for stand in verder[:-1])
    raise Problem(
        f"Een doorverwijzing die {van.label} is, wordt niet {naar.label}.",
        f"Kies {keuze} of {verder[-1].label}." if keuze else f"Kies {verder[-1].label}.",
        veld=veld,
    )
