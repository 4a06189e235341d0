"""Dossiers in which something of everything stands, so that every form has something to be about."""

from datetime import date, timedelta

from leertraject_desktop.domain.label import Rol
from leertraject_desktop.features.begeleidingen import plan, verloop
from leertraject_desktop.features.begeleidingen.drempels import DrempelInvoer, nieuwe_drempel
from leertraject_desktop.features.begeleidingen.invoer import (
    ActieInvoer,
    BegeleidingInvoer,
    ContactInvoer,
    LeerdoelInvoer,
    OpschortingInvoer,
)
from leertraject_desktop.features.deelnemers.commands import nieuw_verblijf, nieuwe_deelnemer, noteer_vertrek
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer, VerblijfInvoer
from leertraject_desktop.features.doorverwijzingen.commands import nieuwe_doorverwijzing, zet_stand
from leertraject_desktop.features.doorverwijzingen.invoer import DoorverwijzingInvoer, StandInvoer
from leertraject_desktop.features.gebruikers.gebruikers import voeg_gebruiker_toe
from leertraject_desktop.features.informatievragen.commands import VraagInvoer, nieuwe_vraag
from leertraject_desktop.features.nazorg.commands import UitkomstInvoer, noteer_uitkomst
from leertraject_desktop.features.nazorg.lijst import nazorgmomenten
from leertraject_desktop.features.ondersteuning.ondersteuning import OndersteuningInvoer, nieuwe_ondersteuning
from leertraject_desktop.features.taken.commands import TaakInvoer, nieuwe_taak
from leertraject_desktop.features.toestemmingen.commands import nieuwe_toestemming, trek_toestemming_in
from leertraject_desktop.features.toestemmingen.invoer import ToestemmingInvoer
from leertraject_desktop.storage.store import Store

TODAY = date(2026, 11, 24)
# Who is guided, who is on hold, who is free, who only just came, who is back after a release; the ids of
# their rows follow the order.
GUIDED, HELD, FREE, NEW, BACK = 1, 2, 3, 4, 5


def ago(days: int) -> date:
    """The day so many days before today."""
    return TODAY - timedelta(days=days)


def fill(store: Store) -> None:
    """Five deelnemers: one with all there is, one on hold, one released, one new, one who came back."""
    for number, naam in ((GUIDED, "Amrani"), (HELD, "Peeters"), (FREE, "Popescu"), (NEW, "Peters")):
        invoer = NieuweDeelnemer(
            "Jan", naam, "", date(1990, 5, 17), "M", "ar", "bso2", "V", ago(400), "M3", "2"
        )
        assert store.write(nieuwe_deelnemer, invoer) == number
        if number != NEW:
            begeleiding = store.write(
                verloop.start_begeleiding, BegeleidingInvoer(number, ago(300), "Wil leren lassen")
            )
            doel = store.write(plan.nieuw_leerdoel, begeleiding, LeerdoelInvoer("Lassen", ago(-60)))
            store.write(plan.nieuwe_actie, doel, ActieInvoer("Inschrijven", "deelnemer", ago(-7)))
            store.write(plan.nieuw_contactmoment, number, ContactInvoer(ago(200), "opvolging", 30, "Notitie"))
            vraag = VraagInvoer(number, "nt2", "Wanneer begint het?", kanaal="gesprek", datum=ago(20))
            store.write(nieuwe_vraag, vraag)
    store.write(nieuwe_drempel, GUIDED, DrempelInvoer("taal", ago(100)))
    need = OndersteuningInvoer("ondersteuningsnood", "lezen_schrijven", "zelf", ago(100))
    store.write(nieuwe_ondersteuning, GUIDED, need)
    for doel in ("gegevens", "nazorg"):
        store.write(nieuwe_toestemming, GUIDED, ToestemmingInvoer("vdab", doel, ago(100)))
    store.write(trek_toestemming_in, 2, ago(5))
    for days in (40, 30):
        store.write(nieuwe_doorverwijzing, GUIDED, DoorverwijzingInvoer("vdab", ago(days), "Een opleiding"))
    store.write(zet_stand, 1, StandInvoer("aanvaard", ago(10)))
    store.write(nieuwe_taak, TaakInvoer("Bellen", ago(1), "10:00", GUIDED))
    store.write(verloop.schort_op, HELD, OpschortingInvoer("technisch", ago(30)))
    store.write(noteer_vertrek, FREE, ago(190), "vrijgesteld")
    _come_back(store)
    store.write(voeg_gebruiker_toe, login="els", naam="Els Maes", rol=Rol.LEZER)


def _come_back(store: Store) -> None:
    """Somebody whose begeleiding was completed, who was free for a while and asks something again."""
    invoer = NieuweDeelnemer("Piet", "Maes", verblijf_van=ago(400))
    assert store.write(nieuwe_deelnemer, invoer) == BACK
    begeleiding = store.write(verloop.start_begeleiding, BegeleidingInvoer(BACK, ago(390), "Wil koken"))
    store.write(verloop.rond_af, begeleiding, ago(380))
    store.write(noteer_vertrek, BACK, ago(370), "vrijgesteld")
    first, *_ = store.read(nazorgmomenten, BACK)
    store.write(noteer_uitkomst, first.id, UitkomstInvoer("aan_het_werk", datum=ago(180)))
    store.write(nieuw_verblijf, BACK, VerblijfInvoer("BRG", ago(30)))
    store.write(nieuwe_vraag, VraagInvoer(BACK, "nt2", "Kan ik verder?", kanaal="gesprek", datum=ago(20)))
