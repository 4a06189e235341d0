"""One search box finds people and questions."""

import pytest

from leertraject_desktop.features.informatievragen.commands import VraagInvoer, nieuwe_vraag
from leertraject_desktop.features.zoeken.overal import zoek
from leertraject_desktop.storage.store import Store


def test_people_come_before_questions(store: Store, youssef: int) -> None:
    store.write(nieuwe_vraag, VraagInvoer(None, "nt2", "Kan Youssef starten?", "", "brief"))
    assert [(hit.soort, hit.titel) for hit in store.read(zoek, "youssef")] == [
        ("deelnemer", "El Amrani, Youssef"), ("vraag", "Kan Youssef starten?"),
    ]  # fmt: skip


@pytest.mark.parametrize("tekst", ["", " ", "a", "%", "_%", "' OR 1=1 --", "\x00", "🙂🙂", "x" * 5000])
def test_whatever_is_typed_gives_no_error(store: Store, youssef: int, tekst: str) -> None:
    assert store.read(zoek, tekst) == []
