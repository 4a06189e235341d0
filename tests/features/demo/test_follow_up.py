"""The demo also shows what goes with a begeleiding and after it, as the program would have kept it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from leertraject_desktop.domain.doorverwijzing import Verwijsstand, volgende_standen
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.features.demo.demo import EIGENAAR, maak_demo
from leertraject_desktop.features.nazorg.cijfer import nazorgcijfers
from leertraject_desktop.features.taken.lijst import takenbord
from leertraject_desktop.storage import follow_up_tables as tables
from leertraject_desktop.storage.access import command
from leertraject_desktop.storage.after_care import stem_nazorg_af
from leertraject_desktop.storage.clock import Clock
from leertraject_desktop.storage.consents import controleer_dekking
from leertraject_desktop.storage.database import open_store
from leertraject_desktop.storage.store import Store
from leertraject_desktop.storage.tables import Deelnemer, Informatievraag

VANDAAG = date(2026, 11, 24)
WACHTWOORD = "vijf bruggen over de reie"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A hundred and fifty deelnemers over three years, as `make run` shows them."""
    path: Path = tmp_path_factory.mktemp("demo") / "demo.leertraject"
    maak_demo(path, wachtwoord=WACHTWOORD, vandaag=VANDAAG)
    with open_store(path, EIGENAAR.login, WACHTWOORD, clock=_noon()) as store:
        yield store


def _noon() -> Clock:
    return lambda: datetime(2026, 11, 24, 12, tzinfo=UTC)


@command(Recht.REGISTREREN, "nazien")
def check(session: Session) -> int:
    """Let the program look at what the demo made; how many nazorgmomenten it would change."""
    for deelnemer_id in session.scalars(select(Deelnemer.id)):
        controleer_dekking(session, deelnemer_id)
        stem_nazorg_af(session, deelnemer_id)
    return len([row for row in session.dirty if session.is_modified(row)]) + len(session.new)


def test_there_is_some_of_everything(demo: Store) -> None:
    def counts(session: Session) -> dict[str, int]:
        names = ("Toestemming", "Doorverwijzing", "Opvolgmoment", "BegeleidingDrempel", "Ondersteuning",
                 "Nazorgmoment", "Vrijlatingspunt", "Bevolking")  # fmt: skip
        return {name: len(session.scalars(select(getattr(tables, name))).all()) for name in names}

    assert {name for name, count in demo.read(counts).items() if count < 10} == set()


def test_referrals_stand_in_every_state_and_came_there_step_by_step(demo: Store) -> None:
    def steps(session: Session) -> list[list[str]]:
        found: dict[int, list[str]] = {}
        for row in session.scalars(
            select(tables.Doorverwijzingstand).order_by(tables.Doorverwijzingstand.datum)
        ):
            found.setdefault(row.doorverwijzing_id, []).append(row.stand)
        return list(found.values())

    ways = demo.read(steps)
    assert {way[-1] for way in ways} == set(Verwijsstand)
    for way in ways:
        for one, other in pairwise(way):
            assert other in volgende_standen(Verwijsstand(one))


def test_a_referral_that_came_from_a_question_is_of_the_same_person_after_it(demo: Store) -> None:
    def pairs(session: Session) -> list[tuple[tables.Doorverwijzing, Informatievraag]]:
        stmt = select(tables.Doorverwijzing, Informatievraag).join(
            Informatievraag, tables.Doorverwijzing.informatievraag_id == Informatievraag.id
        )
        return [(row[0], row[1]) for row in session.execute(stmt)]

    found = demo.read(pairs)
    assert len(found) > 5
    for verwijzing, vraag in found:
        assert verwijzing.deelnemer_id == vraag.deelnemer_id
        assert verwijzing.datum >= vraag.datum
        assert verwijzing.vraag == vraag.vraag


def test_the_program_would_have_planned_the_same_nazorg_and_misses_no_consent(demo: Store) -> None:
    assert demo.write(check) == 0


def test_the_start_screen_can_still_be_worked_through(demo: Store) -> None:
    bord = demo.read(takenbord, maximum=50)
    assert 3 <= bord.te_laat <= 20
    late = {rij.bron for rij in bord.rijen_te_laat}
    assert {"opvolging", "nazorg", "doorverwijzing"} & late
    assert 4 <= bord.vandaag <= 12


def test_the_figure_of_nazorg_has_something_to_tell(demo: Store) -> None:
    cijfers = demo.read(nazorgcijfers, date(2024, 1, 1), date(2026, 12, 31))
    brugge = [cijfer for cijfer in cijfers if cijfer.gevangenis_code == "BRG"]
    assert [cijfer.maanden for cijfer in brugge] == [6, 9, 12]
    assert all(cijfer.aandeel.breuken is not None for cijfer in brugge)
