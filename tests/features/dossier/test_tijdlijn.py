"""The timeline tells what happened to a deelnemer, last first."""

from datetime import date

from leertraject_desktop.features.begeleidingen import plan, verloop
from leertraject_desktop.features.begeleidingen.drempels import DrempelInvoer, nieuwe_drempel
from leertraject_desktop.features.begeleidingen.invoer import (
    ContactInvoer,
    OpschortingInvoer,
    StopzettingInvoer,
)
from leertraject_desktop.features.deelnemers.commands import nieuw_verblijf, noteer_vertrek
from leertraject_desktop.features.deelnemers.invoer import VerblijfInvoer
from leertraject_desktop.features.doorverwijzingen.commands import nieuwe_doorverwijzing, zet_stand
from leertraject_desktop.features.doorverwijzingen.invoer import DoorverwijzingInvoer, StandInvoer
from leertraject_desktop.features.dossier.tijdlijn import tijdlijn
from leertraject_desktop.features.informatievragen.commands import nieuwe_vraag
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.features.nazorg.commands import UitkomstInvoer, noteer_uitkomst
from leertraject_desktop.features.nazorg.lijst import nazorgmomenten
from leertraject_desktop.features.ondersteuning.ondersteuning import (
    OndersteuningInvoer,
    nieuwe_ondersteuning,
)
from leertraject_desktop.features.toestemmingen.commands import nieuwe_toestemming, trek_toestemming_in
from leertraject_desktop.features.toestemmingen.invoer import ToestemmingInvoer
from leertraject_desktop.storage.store import Store


def test_an_arrival_stands_after_the_departure_of_that_day(store: Store, youssef: int) -> None:
    store.write(nieuw_verblijf, youssef, VerblijfInvoer("IEP", date(2026, 11, 2)))
    assert [line.titel for line in store.read(tijdlijn, youssef)][:2] == [
        "Aangekomen in Ieper",
        "Vertrokken uit Brugge",
    ]


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


def test_partners_support_and_nazorg_stand_between_the_rest(
    store: Store, youssef: int, begeleiding: int
) -> None:
    toestemming = store.write(
        nieuwe_toestemming, youssef, ToestemmingInvoer("vdab", "gegevens", date(2026, 3, 10))
    )
    verwezen = store.write(
        nieuwe_doorverwijzing, youssef, DoorverwijzingInvoer("vdab", date(2026, 3, 12), "Lassen\nbuiten")
    )
    stand = StandInvoer("geweigerd", date(2026, 3, 20), "geen_plaats", "Vol tot mei")
    store.write(zet_stand, verwezen, stand)
    store.write(trek_toestemming_in, toestemming, date(2026, 3, 25))
    store.write(nieuwe_drempel, begeleiding, DrempelInvoer("taal", date(2026, 3, 15), date(2026, 3, 16)))
    nood = OndersteuningInvoer("ondersteuningsnood", "taal", van=date(2026, 3, 11))
    store.write(nieuwe_ondersteuning, youssef, nood)
    store.write(noteer_vertrek, youssef, date(2026, 4, 1), "vrijgesteld")
    (moment, *_) = store.read(nazorgmomenten, youssef)
    store.write(noteer_uitkomst, moment.id, UitkomstInvoer("aan_het_werk", "brief", date(2026, 10, 2)))
    lines = [line for line in store.read(tijdlijn, youssef) if line.datum > date(2026, 3, 9)]
    assert [(line.soort, line.titel, line.tekst) for line in lines] == [
        ("nazorg", "Nazorg na 6 maanden: aan het werk", ""),
        ("verblijf", "Vertrokken uit Brugge", "Vrijgesteld"),
        ("partner", "Toestemming voor VDAB ingetrokken", "Gegevens doorgeven"),
        ("partner", "Doorverwijzing naar VDAB: geweigerd", "Geen plaats. Vol tot mei"),
        ("begeleiding", "Drempel opgelost: taal", ""),
        ("begeleiding", "Drempel: taal", ""),
        ("partner", "Doorverwezen naar VDAB", "Lassen"),
        ("begeleiding", "Ondersteuningsnood: hulp bij de taal", ""),
        ("partner", "Toestemming voor VDAB", "Gegevens doorgeven, tot 10-3-2027"),
    ]


def test_what_was_on_hold_for_a_day_ends_above_where_it_began(
    store: Store, youssef: int, begeleiding: int
) -> None:
    store.write(verloop.schort_op, begeleiding, OpschortingInvoer("staking", date(2026, 11, 24)))
    store.write(verloop.hervat, begeleiding, date(2026, 11, 24))
    titels = [line.titel for line in store.read(tijdlijn, youssef)]
    assert titels[:2] == ["Einde van de opschorting", "Begeleiding opgeschort"]
