"""Who was wiped stays wiped: a restore brings nobody back, and the window says what it did, without names."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from leertraject_desktop.domain.datums import toon_datum
from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.gebruikers.toegang import laat_buiten
from leertraject_desktop.features.gegevens.wissing import herwis, is_teruggezet
from leertraject_desktop.storage.database import open_with_key
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.kit.screen import Context

SHOWN_DAYS = 5


def wipe_again(context: Context) -> Problem | None:
    """After a restore elsewhere, settle what it brought back and say so; None when nobody was wiped again.

    Whoever logs in first: nobody may see who was wiped. Call it before any screen reads.
    """
    days = _settle(context.store)
    return Problem("Er is een reservekopie teruggezet.", words(days)) if days else None


def wipe_after_restore(path: Path, login: str, key: bytes) -> tuple[date, ...] | None:
    """Settle what a restore brought back: who lost access, and who was wiped; returns the days of before.

    None when that fails, for instance as this login has no access in those data: then the next login does it.
    """
    try:
        with open_with_key(path, login, key) as back:
            back.noteer(Logsoort.RESERVEKOPIE, "teruggezet")
            return _settle(back)
    except Problem:
        return None


def _settle(store: Store) -> tuple[date, ...]:
    # What marks that a backup was put back goes with the wiping, so that a failure before is made good later.
    if store.read(is_teruggezet):
        laat_buiten(store)
    return herwis(store)


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
