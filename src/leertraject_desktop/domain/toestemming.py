"""A toestemming: how long it lasts where nothing was agreed, and the number on its sheet."""

from datetime import date

from leertraject_desktop.domain.opvolging import maanden_later
from leertraject_desktop.domain.problem import Problem

# The sheet says until when; a year, where nothing else was agreed.
MAANDEN = 12
MAX_NUMMER = 20


def tot_wanneer(gegeven_op: date) -> date:
    """The last day of a consent for which no other was agreed."""
    return maanden_later(gegeven_op, MAANDEN)


def formuliernummer(typed: str) -> str:
    """The number without the signs that only make it readable. Raises Problem when it cannot be one."""
    nummer = "".join(char for char in typed.upper() if char.isalnum())
    if not nummer.isascii() or len(nummer) > MAX_NUMMER:
        raise Problem(
            "Dit is geen nummer van een formulier.",
            "Typ het over van het blad: bovenaan T-2026-0032, of onderaan naast de code C3VX-7PM2-KD9S.",
            veld="formuliernummer",
        )
    return nummer
