"""What the tests of questions share: two deelnemers whose names begin alike."""

import pytest

from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.storage.store import Store


@pytest.fixture
def popescu(store: Store) -> int:
    """Andrei Popescu, veroordeelde on Mannen 2; Mihai Popa is there too."""
    for voornaam, naam, statuut, afdeling in (
        ("Mihai", "Popa", "B", "Mannen 4"),
        ("Andrei", "Popescu", "V", "Mannen 2"),
    ):
        invoer = NieuweDeelnemer(voornaam, naam, statuut=statuut, afdeling=afdeling)
        last = store.write(nieuwe_deelnemer, invoer)
    return last
