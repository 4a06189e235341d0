"""The words of the printed forms in the languages they exist in, read from resources/papier."""

import re
import tomllib
from datetime import date
from functools import cache
from typing import Any

from leertraject_desktop.storage.packaged import resource

TALEN = ("nl", "fr", "en", "ar")  # the languages that the forms exist in; the texts below are data
FRENCH_SPACE = re.compile(r" (?=[?!:;»])|(?<=«) ")


@cache
def teksten(formulier: str, taal: str) -> dict[str, Any]:
    """The words of a form (`intake`, `leerplan` …) in one of TALEN.

    In French the space before ? ! : ; does not break, so that it stays on the line of its word.
    """
    raw = resource("papier", f"{formulier}.{taal}.toml").read_text("utf-8")
    return tomllib.loads(FRENCH_SPACE.sub("\u00a0", raw) if taal == "fr" else raw)


def taal_of_nederlands(taal: str) -> str:
    """The language itself when the forms exist in it, else Dutch."""
    return taal if taal in TALEN else "nl"


def datum_in_woorden(datum: date | str, taal: str = "nl") -> str:
    """A day as the reader says it, "24 november 2026"; words such as "vanaf januari" stay as they are."""
    if isinstance(datum, str):
        return datum
    return f"{datum.day} {maand_in_woorden(datum, taal)}"


def maand_in_woorden(datum: date | str, taal: str = "nl") -> str:
    """A month as the reader says it, "februari 2027"; words stay as they are."""
    if isinstance(datum, str):
        return datum
    return f"{teksten('datum', taal)['maanden'][datum.month - 1]} {datum.year}"
