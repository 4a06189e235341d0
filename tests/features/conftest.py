"""People to register about: a deelnemer who stays in Brugge, and one whose begeleiding runs."""

from datetime import date

import pytest

from leertraject_desktop.features.begeleidingen.invoer import BegeleidingInvoer
from leertraject_desktop.features.begeleidingen.verloop import start_begeleiding
from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.storage.store import Store


@pytest.fixture
def youssef(store: Store) -> int:
    """Youssef El Amrani, convicted, in Brugge since 4 February 2026, section Mannen 3."""
    invoer = NieuweDeelnemer(
        voornaam="Youssef",
        familienaam="El Amrani",
        naam_eigen_schrift="يوسف العمراني",
        geboortedatum=date(1990, 5, 17),
        geslacht="M",
        contacttaal="ar",
        opleidingsniveau="bso2",
        statuut="V",
        verblijf_van=date(2026, 2, 4),
        afdeling="Mannen 3",
        cel="214",
    )
    return store.write(nieuwe_deelnemer, invoer)


@pytest.fixture
def begeleiding(store: Store, youssef: int) -> int:
    """The begeleiding of Youssef, since 9 March 2026."""
    return store.write(start_begeleiding, BegeleidingInvoer(youssef, date(2026, 3, 9), "Wil leren lassen"))
