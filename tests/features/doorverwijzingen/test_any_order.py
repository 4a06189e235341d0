"""Whatever is done in whatever order, no referral is without consent, day or reason."""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select
from sqlalchemy.orm import Session
from tests.conftest import Database

from leertraject_desktop.domain.doorverwijzing import Verwijsstand, volgende_standen
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.features.doorverwijzingen import commands as verwijzen
from leertraject_desktop.features.doorverwijzingen.invoer import DoorverwijzingInvoer, StandInvoer
from leertraject_desktop.features.toestemmingen import commands as toestemmen
from leertraject_desktop.features.toestemmingen.invoer import ToestemmingInvoer
from leertraject_desktop.storage.follow_up_tables import Doorverwijzing, Doorverwijzingstand, Toestemming
from leertraject_desktop.storage.store import Store

VANDAAG = date(2026, 11, 24)
# Few days and few choices, so that they often meet; some lie in the future or before everything.
DAGEN = st.sampled_from([0, 0, -1, -2, -30, -30, -31, -365, -400, 3]).map(
    lambda d: VANDAAG + timedelta(days=d)
)
PARTNERS = st.sampled_from(["vdab", "vdab", "ligo"])
DOELEN = st.sampled_from(["gegevens", "gegevens", "nazorg"])
STANDEN = st.sampled_from([*Verwijsstand, "iets"])
REDENEN = st.sampled_from(["geen_plaats", "geen_plaats", "", "andere", "onzin"])
BETER = st.sampled_from(["typfout", "typfout", ""])
WEG = st.sampled_from(["vergissing", "vergissing", ""])
WHICH = st.integers(0, 1)


def everything(session: Session) -> tuple[list[Any], list[Any], list[Any]]:
    toestemmingen = [
        (row.partner_code, row.doel, row.gegeven_op, row.geldig_tot, row.ingetrokken_op)
        for row in session.scalars(select(Toestemming).order_by(Toestemming.id))
    ]
    verwijzingen = [
        (row.id, row.partner_code, row.datum, row.stand, row.antwoord_tegen)
        for row in session.scalars(select(Doorverwijzing).order_by(Doorverwijzing.id))
    ]
    stappen = [
        (row.doorverwijzing_id, row.stand, row.datum, row.reden)
        for row in session.scalars(
            select(Doorverwijzingstand).order_by(Doorverwijzingstand.datum, Doorverwijzingstand.id)
        )
    ]
    return toestemmingen, verwijzingen, stappen


def ids(session: Session, klass: type[Any]) -> list[int]:
    return list(session.scalars(select(klass.id).order_by(klass.id)))


class Referrals(RuleBasedStateMachine):
    """A colleague who does anything, with arbitrary days, to the consents and referrals of one person."""

    template: Database

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        for file in self.template.path.parent.iterdir():
            shutil.copyfile(file, self.folder / file.name)
        database = Database(self.folder / self.template.path.name, self.template.key)
        self.store: Store = database.open()
        invoer = NieuweDeelnemer(voornaam="Jan", familienaam="Peeters", verblijf_van=date(2025, 1, 1))
        self.deelnemer = self.store.write(nieuwe_deelnemer, invoer)
        lang = ToestemmingInvoer("vdab", "gegevens", date(2026, 1, 1))
        self.store.write(toestemmen.nieuwe_toestemming, self.deelnemer, lang)
        eerste = DoorverwijzingInvoer("vdab", VANDAAG - timedelta(days=30))
        self.store.write(verwijzen.nieuwe_doorverwijzing, self.deelnemer, eerste)

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            shutil.rmtree(self.folder)

    def attempt(self, command: Callable[..., Any], *args: Any) -> None:
        """Do it; a refusal changes nothing, and what is done is taken back whole by undo."""
        before = self.store.read(everything)
        try:
            self.store.write(command, *args)
        except Problem:
            assert self.store.read(everything) == before
            return
        after = self.store.read(everything)
        if after != before:
            self.store.undo()
            assert self.store.read(everything) == before
            with suppress(Problem):
                self.store.write(command, *args)

    def one(self, klass: type[Any], which: int) -> int:
        found = self.store.read(ids, klass)
        return found[which % len(found)] if found else 999

    @rule(partner=PARTNERS, doel=DOELEN, dag=DAGEN, tot=st.none() | DAGEN)
    def give_consent(self, partner: str, doel: str, dag: date, tot: date | None) -> None:
        self.attempt(
            toestemmen.nieuwe_toestemming, self.deelnemer, ToestemmingInvoer(partner, doel, dag, tot)
        )

    @rule(which=WHICH, dag=DAGEN)
    def withdraw(self, which: int, dag: date) -> None:
        self.attempt(toestemmen.trek_toestemming_in, self.one(Toestemming, which), dag)

    @rule(which=WHICH, partner=PARTNERS, doel=DOELEN, dag=DAGEN, waarom=BETER)
    def put_consent_right(self, which: int, partner: str, doel: str, dag: date, waarom: str) -> None:
        invoer = ToestemmingInvoer(partner, doel, dag)
        self.attempt(toestemmen.wijzig_toestemming, self.one(Toestemming, which), invoer, waarom)

    @rule(which=WHICH, waarom=WEG)
    def remove_consent(self, which: int, waarom: str) -> None:
        self.attempt(toestemmen.verwijder_toestemming, self.one(Toestemming, which), waarom)

    @rule(which=WHICH, waarom=BETER)
    def take_withdrawal_back(self, which: int, waarom: str) -> None:
        self.attempt(toestemmen.herstel_toestemming, self.one(Toestemming, which), waarom)

    @rule(partner=PARTNERS, dag=DAGEN, tegen=st.none() | DAGEN)
    def refer(self, partner: str, dag: date, tegen: date | None) -> None:
        invoer = DoorverwijzingInvoer(partner, dag, "", tegen)
        self.attempt(verwijzen.nieuwe_doorverwijzing, self.deelnemer, invoer)

    @rule(which=WHICH, stand=STANDEN, dag=DAGEN, reden=REDENEN)
    def step(self, which: int, stand: str, dag: date, reden: str) -> None:
        self.attempt(verwijzen.zet_stand, self.one(Doorverwijzing, which), StandInvoer(stand, dag, reden))

    @rule(which=WHICH, waarom=WEG)
    def take_step_back(self, which: int, waarom: str) -> None:
        self.attempt(verwijzen.neem_stand_terug, self.one(Doorverwijzing, which), waarom)

    @rule(which=WHICH, partner=PARTNERS, dag=DAGEN, waarom=BETER)
    def put_referral_right(self, which: int, partner: str, dag: date, waarom: str) -> None:
        invoer = DoorverwijzingInvoer(partner, dag)
        self.attempt(verwijzen.wijzig_doorverwijzing, self.one(Doorverwijzing, which), invoer, waarom)

    @rule(which=WHICH, waarom=WEG)
    def remove_referral(self, which: int, waarom: str) -> None:
        self.attempt(verwijzen.verwijder_doorverwijzing, self.one(Doorverwijzing, which), waarom)

    @invariant()
    def every_referral_has_its_consent(self) -> None:
        toestemmingen, verwijzingen, _ = self.store.read(everything)
        for _, partner, datum, _, tegen in verwijzingen:
            assert datum <= VANDAAG and datum <= tegen
            assert any(
                (code, doel) == (partner, "gegevens")
                and gegeven <= datum <= tot
                and (einde is None or datum <= einde)
                for code, doel, gegeven, tot, einde in toestemmingen
            )

    @invariant()
    def every_state_follows_the_one_before(self) -> None:
        _, verwijzingen, stappen = self.store.read(everything)
        for verwijzing, _, datum, stand, _ in verwijzingen:
            own = [stap for stap in stappen if stap[0] == verwijzing]
            assert (own[0][1], own[0][2], own[-1][1]) == ("in_behandeling", datum, stand)
            for one, other in pairwise(own):
                assert other[1] in volgende_standen(Verwijsstand(one[1]))
                assert one[2] <= other[2] <= VANDAAG
            assert all(reden for _, soort, _, reden in own if soort == "geweigerd")
        assert {stap[0] for stap in stappen} == {verwijzing[0] for verwijzing in verwijzingen}


@pytest.mark.parametrize("steps", [15])
def test_any_order_of_actions_keeps_what_was_promised(database: Database, steps: int) -> None:
    machine = type("Machine", (Referrals,), {"template": database})
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        machine, settings=settings(max_examples=12, stateful_step_count=steps, phases=[Phase.generate])
    )
