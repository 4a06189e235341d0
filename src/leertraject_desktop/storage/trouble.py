"""What SQLite says when a disk or another program is in the way, told as a Problem."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError

from leertraject_desktop.domain.problem import Problem

log = logging.getLogger(__name__)


class DiskFull(Problem):
    """There is no room to keep this."""


@contextmanager
def explained() -> Iterator[None]:
    """Turn what the disk or another program did into a Problem; anything else stays a bug."""
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        problem = problem_of(cause)
        if problem is None:
            raise
        log.warning("database: %s", type(cause).__name__)
        raise problem from error


def problem_of(error: Any) -> Problem | None:
    """The Problem behind an error of SQLite that the user can do something about; None for a bug."""
    if not isinstance(error, sqlcipher.Error):
        return None
    text = str(error).lower()
    if "disk is full" in text or "disk i/o error" in text:
        return DiskFull(
            "Dit is niet bewaard: er is geen plaats meer op de schijf of de schijf antwoordt niet.",
            "Maak plaats vrij en bewaar opnieuw. Wat je typte, staat er nog.",
        )
    if "unable to open" in text:
        return Problem(
            "Dit is niet gelukt: de schijf geeft een bestand niet.",
            "Kijk of de map er nog is en probeer het opnieuw.",
        )
    if "readonly" in text:
        return Problem(
            "Dit is niet bewaard: je mag niet schrijven in de map van de gegevens.",
            "Vraag de ICT-dienst om schrijfrecht op die map.",
        )
    if "locked" in text or "busy" in text:
        return Problem(
            "Dit is niet bewaard: een ander programma gebruikt de gegevens.",
            "Sluit het andere venster van Leertraject en bewaar opnieuw.",
        )
    if "malformed" in text or "not a database" in text:
        return Problem(
            "Het gegevensbestand is niet meer leesbaar.",
            "Sluit het programma en zet een reservekopie terug.",
        )
    return None
