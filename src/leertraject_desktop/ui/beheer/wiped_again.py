"""Who was wiped stays wiped: a restore brings nobody back, and the window says what it did, without names."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.features.gebruikers.toegang import laat_buiten
from leertraject_desktop.features.gegevens.wissing import herwis
from leertraject_desktop.storage.database import open_with_key
from leertraject_desktop.ui.kit.screen import Context

SHOWN_DAYS = 5


def wipe_again(context: Context) -> Problem | None:
    """After a restore elsewhere (the command line): wipe again, and say so; None when nothing was to be done.

    Only a beheerder wipes; for others nothing happens yet.
    """
    if context.why_not(Recht.BEHEREN):
        return None
    days = herwis(context.store)
    return Problem("Er is een reservekopie teruggezet.", words(days)) if days else None


def wipe_after_restore(path: Path, login: str, key: bytes) -> tuple[date, ...] | None:
    """Settle what a restore brought back: who lost access, and who was wiped; returns the days of before.

    None when this login may not do that in those data: then the next beheerder who logs in does it.
    """
    try:
        with open_with_key(path, login, key) as back:
            back.noteer(Logsoort.RESERVEKOPIE, "teruggezet")
            laat_buiten(back)
            return herwis(back)
    except Problem:
        return None


def words(days: Sequence[date]) -> str:
    """What a user reads about dossiers that were wiped again, with the days on which they were wiped before.

    The names are gone for good, so a count and the days say it.
    """
    first = list(dict.fromkeys(sorted(days)))
    told = [toon_datum(day) for day in first[:SHOWN_DAYS]]
    when = " en ".join(filter(None, [", ".join(told[:-1]), told[-1]]))
    more = len(first) - SHOWN_DAYS
    when += f" en nog {more} andere dagen" if more > 1 else " en nog een andere dag" if more == 1 else ""
    if len(days) == 1:
        return f"In die kopie stond 1 dossier dat al gewist was, op {when}. Het is opnieuw gewist."
    return (
        f"In die kopie stonden {len(days)} dossiers die al gewist waren, op {when}. Ze zijn opnieuw gewist."
    )
