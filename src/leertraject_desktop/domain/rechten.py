"""Who may do what: one table from role to right, checked by the store before every read and write."""

from leertraject_desktop.domain.label import Label, Rol
from leertraject_desktop.domain.problem import Problem


class Recht(Label):
    """What a query or a command needs; the label completes "Je mag …" where it is missing."""

    LEZEN = "lezen", "dit niet lezen"
    REGISTREREN = "registreren", "hier niets wijzigen"
    LEVEREN = "leveren", "geen levering maken"
    BEHEREN = "beheren", "gebruikers en instellingen niet beheren"


RECHTEN: dict[Rol, frozenset[Recht]] = {
    Rol.COORDINATOR: frozenset({Recht.LEZEN, Recht.REGISTREREN, Recht.LEVEREN}),
    Rol.LEZER: frozenset({Recht.LEZEN}),
    Rol.BEHEERDER: frozenset({Recht.LEZEN, Recht.REGISTREREN, Recht.LEVEREN, Recht.BEHEREN}),
    Rol.VOCVO: frozenset({Recht.BEHEREN}),
}


_WERK = {
    Recht.LEZEN: "dossiers lezen",
    Recht.REGISTREREN: "registreren",
    Recht.LEVEREN: "een levering maken",
    Recht.BEHEREN: "gebruikers en instellingen beheren",
}


def waarom_niet(rol: Rol, recht: Recht) -> str:
    """Why a rol may not do this, for beside what is greyed on the screen; "" when it may."""
    if recht in RECHTEN[rol]:
        return ""
    *eerste, laatste = (ander.label for ander in Rol if recht in RECHTEN[ander])
    wie = " of ".join(filter(None, [", ".join(eerste), laatste]))
    begin = "Je leest mee" if rol is Rol.LEZER else f"Je bent aangemeld als {rol.label}"
    return f"{begin}: alleen een {wie} kan {_WERK[recht]}."


def controleer_recht(rol: Rol, recht: Recht) -> None:
    """Raise Problem when the role has not this right."""
    if recht not in RECHTEN[rol]:
        raise Problem(
            f"Je mag {recht.label}: je bent aangemeld als {rol.label}.",
            "Vraag het aan de beheerder van dit programma.",
        )
