"""Who may do what: one table from role to right, checked by the store before every read and write."""

from leertraject_desktop.domain.label import Label, Rol
from leertraject_desktop.domain.problem import Problem


class Recht(Label):
    """What a query or a command needs; the label completes "Je mag … niet"."""

    LEZEN = "lezen", "dit lezen"
    REGISTREREN = "registreren", "hier iets wijzigen"
    LEVEREN = "leveren", "een maandbestand maken"
    BEHEREN = "beheren", "gebruikers en instellingen beheren"


RECHTEN: dict[Rol, frozenset[Recht]] = {
    Rol.COORDINATOR: frozenset({Recht.LEZEN, Recht.REGISTREREN, Recht.LEVEREN}),
    Rol.LEZER: frozenset({Recht.LEZEN}),
    Rol.BEHEERDER: frozenset({Recht.LEZEN, Recht.REGISTREREN, Recht.LEVEREN, Recht.BEHEREN}),
    Rol.VOCVO: frozenset({Recht.BEHEREN}),
}


def controleer_recht(rol: Rol, recht: Recht) -> None:
    """Raise Problem when the role has not this right."""
    if recht not in RECHTEN[rol]:
        raise Problem(
            f"Je mag {recht.label} niet: je bent aangemeld als {rol.label}.",
            "Vraag het aan de beheerder van dit programma.",
        )
