"""What must hold in every database holds in the demo too, however long it plays."""

from datetime import UTC, date, datetime
from pathlib import Path

from tests.badinput.invariants import invariants
from tests.badinput.profile import MANY
from tests.features.demo.test_follow_up import check

from leertraject_desktop.features.demo.demo import EIGENAAR, maak_demo
from leertraject_desktop.storage.database import open_store

WACHTWOORD = "vijf bruggen over de reie"
DEELNEMERS = 3000 if MANY else 100


def test_ten_years_of_the_demo_are_such_as_the_program_itself_would_have_kept(tmp_path: Path) -> None:
    """All 3,000 deelnemers of the large demo with `make fuzz`, a hundred otherwise."""
    path = tmp_path / "demo.leertraject"
    maak_demo(path, wachtwoord=WACHTWOORD, vandaag=date(2026, 11, 24), deelnemers=DEELNEMERS, jaren=10)
    noon = datetime(2026, 11, 24, 12, tzinfo=UTC)
    with open_store(path, EIGENAAR.login, WACHTWOORD, clock=lambda: noon) as store:
        invariants(store)
        assert store.write(check) == 0
