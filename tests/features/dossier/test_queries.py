"""A dossier opens with a handful of queries, however much is in it."""

from collections.abc import Callable
from datetime import date

from sqlalchemy.orm import Session

from leertraject_desktop.features.begeleidingen import plan
from leertraject_desktop.features.begeleidingen.invoer import ContactInvoer, LeerdoelInvoer
from leertraject_desktop.features.deelnemers.dossier import dossierkop
from leertraject_desktop.features.dossier.stand import dossierstand
from leertraject_desktop.features.dossier.tijdlijn import tijdlijn
from leertraject_desktop.features.informatievragen.commands import VraagInvoer, nieuwe_vraag
from leertraject_desktop.storage.access import driver
from leertraject_desktop.storage.store import Store


def queries_of(store: Store, deelnemer_id: int) -> int:
    seen: list[str] = []
    for query in (dossierkop, dossierstand, tijdlijn):
        store.read(traced, query, deelnemer_id, seen)
    return len(seen)


def traced(session: Session, query: Callable[..., object], deelnemer_id: int, seen: list[str]) -> None:
    """Note all that the database itself runs for a query, also what goes past SQLAlchemy."""
    driver(session).set_trace_callback(seen.append)
    query(session, deelnemer_id)
    driver(session).set_trace_callback(None)


def test_more_in_a_dossier_is_not_more_queries(store: Store, youssef: int, begeleiding: int) -> None:
    before = queries_of(store, youssef)
    for number in range(1, 6):
        dag = date(2026, 4, number)
        store.write(plan.nieuw_leerdoel, begeleiding, LeerdoelInvoer(f"Doel {number}"))
        store.write(plan.nieuw_contactmoment, youssef, ContactInvoer(dag, "gesprek", 20, "Even gesproken"))
        store.write(nieuwe_vraag, VraagInvoer(youssef, "nt2", "Welke les?", "", "brief", dag))
    assert queries_of(store, youssef) == before <= 8
