"""An interruption loses nothing: drafts and the way back are kept."""

from tests.conftest import Clock, Database, last_write

from leertraject_desktop.features.concepten import concepten
from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.features.taken.commands import TaakInvoer, nieuwe_taak
from leertraject_desktop.storage.store import Store


def test_a_draft_outlives_the_program_and_goes_when_it_is_thrown_away(database: Database) -> None:
    inhoud: dict[str, object] = {"vraag": "Kan ik 🙂", "minuten": 10, "datum": None}
    with database.open() as store:
        store.write(concepten.bewaar_concept, "vraag", {"vraag": "K"})
        store.write(concepten.bewaar_concept, "vraag", inhoud)
    with database.open() as store:
        found = store.read(concepten.concept, "vraag")
        assert found is not None
        assert found.inhoud == inhoud
        store.write(concepten.gooi_concept_weg, "vraag")
        store.write(concepten.gooi_concept_weg, "vraag")
        assert store.read(concepten.concepten) == []


def test_keeping_a_draft_is_not_an_action_that_undo_takes_back(store: Store) -> None:
    store.write(nieuwe_taak, TaakInvoer("Bellen"))
    store.write(concepten.bewaar_concept, "vraag", {"vraag": "K"})
    assert last_write(store) == "taak toevoegen"
    store.undo()
    assert store.read(concepten.concept, "vraag") is not None


def test_the_dossiers_that_were_opened_last_come_first(store: Store, clock: Clock) -> None:
    ids = [store.write(nieuwe_deelnemer, NieuweDeelnemer(familienaam=f"P{n}")) for n in range(23)]
    for deelnemer in ids:
        clock.later(minutes=1)
        store.write(concepten.noteer_bekeken, deelnemer)
    clock.later(minutes=1)
    store.write(concepten.noteer_bekeken, ids[5])
    assert [rij.naam for rij in store.read(concepten.bekeken)] == ["P5", "P22", "P21"]
    assert len(store.read(concepten.bekeken, maximum=100)) == 20
