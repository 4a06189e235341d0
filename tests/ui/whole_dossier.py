"""One dossier that holds everything a form can be about."""

from dataclasses import dataclass
from datetime import date, timedelta

from leertraject_desktop.features.begeleidingen.drempels import DrempelInvoer, nieuwe_drempel
from leertraject_desktop.features.begeleidingen.invoer import (
    ActieInvoer,
    BegeleidingInvoer,
    ContactInvoer,
    LeerdoelInvoer,
    OpschortingInvoer,
)
from leertraject_desktop.features.begeleidingen.lijst import begeleiding_detail
from leertraject_desktop.features.begeleidingen.plan import nieuw_contactmoment, nieuw_leerdoel, nieuwe_actie
from leertraject_desktop.features.begeleidingen.verloop import schort_op, start_begeleiding
from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer, noteer_vertrek
from leertraject_desktop.features.deelnemers.dossier import statuten, verblijven
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.features.doorverwijzingen.commands import nieuwe_doorverwijzing, zet_stand
from leertraject_desktop.features.doorverwijzingen.invoer import DoorverwijzingInvoer, StandInvoer
from leertraject_desktop.features.nazorg.lijst import nazorgmomenten
from leertraject_desktop.features.ondersteuning.ondersteuning import OndersteuningInvoer, nieuwe_ondersteuning
from leertraject_desktop.features.taken.commands import TaakInvoer, nieuwe_taak
from leertraject_desktop.features.toestemmingen.commands import nieuwe_toestemming, trek_toestemming_in
from leertraject_desktop.features.toestemmingen.invoer import ToestemmingInvoer
from leertraject_desktop.storage.store import Store


@dataclass(frozen=True)
class Whole:
    """The dossier, and by the name of a form the row that it is about with the deelnemer whose row it is."""

    deelnemer_id: int
    taak_id: int
    rows: dict[str, tuple[int, int]]


def whole_dossier(store: Store, day: date) -> Whole:
    """Make the dossier, one that is suspended, and one of somebody who was released."""
    write, read = store.write, store.read
    first, later = day - timedelta(days=200), day - timedelta(days=4)
    whole = write(nieuwe_deelnemer, _somebody("Youssef", "El Amrani-Vandenbroucke", first))
    made = write(start_begeleiding, BegeleidingInvoer(whole, first, "Wil leren lassen."))
    doel = write(nieuw_leerdoel, made, LeerdoelInvoer("Een certificaat halen", day + timedelta(days=90)))
    write(nieuwe_actie, doel, ActieInvoer("Inschrijven", "deelnemer", later))
    drempel = write(nieuwe_drempel, made, DrempelInvoer("taal", later))
    steun = OndersteuningInvoer("ondersteuningsnood", "taal", "zelf", later)
    consents = [
        write(nieuwe_toestemming, whole, ToestemmingInvoer(partner, "gegevens", later))
        for partner in ("vdab", "caw")
    ]
    write(trek_toestemming_in, consents[1])
    referral = write(nieuwe_doorverwijzing, whole, DoorverwijzingInvoer("vdab", later))
    write(zet_stand, referral, StandInvoer("aanvaard", later))
    actie = read(begeleiding_detail, made).leerdoelen[0].acties[0]
    suspended = write(nieuwe_deelnemer, _somebody("Ana", "Popescu", first))
    resting = write(start_begeleiding, BegeleidingInvoer(suspended, first, "Wil Nederlands leren."))
    write(schort_op, resting, OpschortingInvoer("technisch", later))
    released = write(nieuwe_deelnemer, _somebody("Karel", "Vrijgelaten", first))
    write(start_begeleiding, BegeleidingInvoer(released, first, "Wil een diploma halen."))
    write(noteer_vertrek, released, later, "vrijgesteld")
    own = {
        "verblijf": read(verblijven, whole)[0].id,
        "statuut": read(statuten, whole)[0].id,
        "ondersteuning": write(nieuwe_ondersteuning, whole, steun),
        "drempel": drempel,
        **dict.fromkeys(("drempel_bij", "opschorten", "afronden", "begeleiding_verbeteren"), made),
        "toestemming": consents[0],
        "toestemming_intrekken": consents[0],
        "toestemming_terugzetten": consents[1],
        **dict.fromkeys(("doorverwijzing", "doorverwijzing_antwoord", "doorverwijzing_terugnemen"), referral),
        "nieuw_leerdoel": made,
        "wijzig_leerdoel": doel,
        "nieuwe_actie": doel,
        "wijzig_actie": actie.id,
        "contact": write(nieuw_contactmoment, whole, ContactInvoer(later, "opvolging", 30, "Wil verder.")),
        "stopzetten": 0,
    }
    rows = {name: (row, whole) for name, row in own.items()}
    rows["hervatten"] = (resting, suspended)
    rows["opschorting"] = (1, suspended)
    rows["starten"] = (0, write(nieuwe_deelnemer, _somebody("Nieuw", "Begin", first)))
    rows["nazorg_uitkomst"] = (read(nazorgmomenten, released)[0].id, released)
    taak = write(nieuwe_taak, TaakInvoer("Boek bezorgen", day, "", whole))
    return Whole(whole, taak, rows)


def _somebody(voornaam: str, familienaam: str, van: date) -> NieuweDeelnemer:
    return NieuweDeelnemer(
        voornaam, familienaam, "", date(1991, 3, 2), "M", "ar", "bso2", "V", van, "Mannen 3"
    )
