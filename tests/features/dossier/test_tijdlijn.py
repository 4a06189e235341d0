"""The timeline tells what happened to a deelnemer, last first."""

from datetime import date

from leertraject_desktop.features.begeleidingen import plan, verloop
from leertraject_desktop.features.begeleidingen.invoer import (
    ContactInvoer,
    OpschortingInvoer,
    StopzettingInvoer,
)
from leertraject_desktop.features.dossier.tijdlijn import tijdlijn
from leertraject_desktop.features.informatievragen.commands import VraagInvoer, nieuwe_vraag
from leertraject_desktop.storage.store import Store


def test_everything_that_happened_stands_in_order(store: Store, youssef: int, begeleiding: int) -> None:
    store.write(
        nieuwe_vraag,
        VraagInvoer(
            youssef, "nt2", "Mag ik\nwerk en les combineren?", "Ja, na 15 uur", "brief", date(2026, 11, 5)
        ),
    )
    store.write(
        plan.nieuw_contactmoment, youssef, ContactInvoer(date(2026, 8, 19), "opvolging", 35, "Wil verder")
    )
    store.write(verloop.schort_op, begeleiding, OpschortingInvoer("lockdown", date(2026, 9, 1)))
    store.write(verloop.hervat, begeleiding, date(2026, 9, 8))
    store.write(verloop.zet_fase, begeleiding, "plan", date(2026, 9, 9))
    store.write(verloop.stop_begeleiding, begeleiding, StopzettingInvoer(reden="wil_niet_meer"))
    assert [(str(line.datum), line.titel) for line in store.read(tijdlijn, youssef)] == [
        ("2026-11-24", "Begeleiding stopgezet"),
        ("2026-11-05", "Vraag: Mag ik"),
        ("2026-09-09", "Fase plan"),
        ("2026-09-08", "Einde van de opschorting"),
        ("2026-09-01", "Begeleiding opgeschort"),
        ("2026-08-19", "Opvolggesprek"),
        ("2026-03-09", "Begeleiding gestart"),
        ("2026-02-04", "Aangekomen in Brugge"),
        ("2026-02-04", "Statuut: veroordeelde"),
    ]
