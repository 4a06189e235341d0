"""The next step in the list of deelnemers is the first thing that is due, wherever it was registered."""

from datetime import date

from leertraject_desktop.features.begeleidingen import plan
from leertraject_desktop.features.begeleidingen.invoer import ActieInvoer, LeerdoelInvoer
from leertraject_desktop.features.begeleidingen.verloop import rond_af
from leertraject_desktop.features.deelnemers import commands, lijst
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.features.deelnemers.lijst import DeelnemerFilter
from leertraject_desktop.features.informatievragen.commands import nieuwe_vraag
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.features.taken.commands import TaakInvoer, nieuwe_taak
from leertraject_desktop.features.taken.lijst import taken
from leertraject_desktop.storage.store import Store


def stap(store: Store, deelnemer: int) -> date | None:
    (rij,) = store.read(lijst.deelnemer_rijen, [deelnemer])
    return rij.volgende_stap


def test_the_next_step_is_what_the_start_screen_shows_first(
    store: Store, youssef: int, begeleiding: int
) -> None:
    assert stap(store, youssef) == date(2027, 3, 9)  # the review
    doel = store.write(plan.nieuw_leerdoel, begeleiding, LeerdoelInvoer("Lassen"))
    store.write(plan.nieuwe_actie, doel, ActieInvoer("Inschrijven", "deelnemer", date(2026, 12, 8)))
    assert stap(store, youssef) == date(2026, 12, 8)
    store.write(nieuwe_vraag, VraagInvoer(youssef, "nt2", "?", "", "brief", date(2026, 11, 23)))
    assert stap(store, youssef) == date(2026, 11, 30)
    store.write(nieuwe_taak, TaakInvoer("Bellen", date(2026, 11, 26), "", youssef))
    assert stap(store, youssef) == date(2026, 11, 26) == store.read(taken, None, None)[0].datum


def test_who_was_released_waits_for_nazorg(store: Store, youssef: int, begeleiding: int) -> None:
    store.write(rond_af, begeleiding)
    assert stap(store, youssef) is None
    store.write(commands.noteer_vertrek, youssef, date(2026, 8, 31), "vrijgesteld")
    assert stap(store, youssef) == date(2027, 2, 28)


def test_the_list_is_sorted_by_the_next_step_with_those_without_one_last(store: Store) -> None:
    ids = {
        naam: store.write(commands.nieuwe_deelnemer, NieuweDeelnemer(voornaam=naam, familienaam="X"))
        for naam in ("Jan", "An", "Piet")
    }
    store.write(nieuwe_taak, TaakInvoer("Bellen", date(2026, 12, 2), "", ids["Jan"]))
    store.write(nieuwe_taak, TaakInvoer("Bellen", date(2026, 11, 25), "", ids["Piet"]))
    store.write(nieuwe_taak, TaakInvoer("Opruimen", date(2026, 11, 1)))
    keuze = DeelnemerFilter(sorteer="volgende_stap")
    assert store.read(lijst.deelnemer_ids, keuze) == [ids["Piet"], ids["Jan"], ids["An"]]
