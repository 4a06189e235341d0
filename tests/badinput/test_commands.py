"""Whatever is given to the commands of all features, in whatever order, what must hold goes on holding."""

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import event
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from tests.badinput import arguments as a
from tests.badinput.invariants import cheap, invariants, opened, snapshot
from tests.badinput.profile import examples
from tests.conftest import Clock, Database

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.begeleidingen.drempels import DrempelInvoer
from leertraject_desktop.features.begeleidingen.invoer import BegeleidingInvoer, ContactInvoer, LeerdoelInvoer
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.features.doorverwijzingen.invoer import DoorverwijzingInvoer
from leertraject_desktop.features.informatievragen.commands import VraagInvoer
from leertraject_desktop.features.taken.commands import TaakInvoer
from leertraject_desktop.features.toestemmingen.invoer import ToestemmingInvoer
from leertraject_desktop.storage.access import command_of

# Not the one that fills an empty database with made-up people.
COMMANDS = {name: command for name, command in a.commands().items() if name != "vul"}
# Rows that a command changes beside the one that is put right, and columns that follow from others.
DERIVED = {"zoeknaam", "klank", "sorteersleutel", "gewijzigd_op", "gewijzigd_door_id"}


class Everything(RuleBasedStateMachine):
    """A colleague who does anything with anything, and takes some of it back."""

    template: Database

    @initialize(people=st.integers(1, 2), follow_up=st.integers(0, 3))
    def begin(self, people: int, follow_up: int) -> None:
        """One or two deelnemers and some of what hangs on them, so that actions have something to work on."""
        self.folder = Path(tempfile.mkdtemp())
        for file in self.template.path.parent.iterdir():
            shutil.copyfile(file, self.folder / file.name)
        self.clock = Clock()
        database = Database(self.folder / self.template.path.name, self.template.key)
        self.store = database.open(self.clock)
        self.raw = opened(self.store)
        self.gone: dict[str, set[int]] = {}
        self.broken = False
        for number in range(people):
            form = NieuweDeelnemer(voornaam=f"Jan {number}", familienaam="Peeters", verblijf_van=_ago(400))
            deelnemer = self.store.write(COMMANDS["nieuwe_deelnemer"], form)
            if follow_up > 0:
                start = BegeleidingInvoer(deelnemer, _ago(365), "Wil leren lassen")
                begeleiding = self.store.write(COMMANDS["start_begeleiding"], start)
                goal = LeerdoelInvoer("Lassen", _ago(60))
                self.store.write(COMMANDS["nieuw_leerdoel"], begeleiding, goal)
            if follow_up > 1:
                for days in (200, 30):
                    contact = ContactInvoer(_ago(days), "opvolging")
                    self.store.write(COMMANDS["nieuw_contactmoment"], deelnemer, contact)
                barrier = DrempelInvoer("taal", _ago(100))
                self.store.write(COMMANDS["nieuwe_drempel"], begeleiding, barrier)
                consent = ToestemmingInvoer("vdab", "gegevens", _ago(60))
                self.store.write(COMMANDS["nieuwe_toestemming"], deelnemer, consent)
                referral = DoorverwijzingInvoer("vdab", _ago(31))
                self.store.write(COMMANDS["nieuwe_doorverwijzing"], deelnemer, referral)
                self.store.write(COMMANDS["nieuwe_taak"], TaakInvoer("Bellen", _ago(1), "", deelnemer))
                question = VraagInvoer(deelnemer, "nt2", "Wanneer?", kanaal="gesprek", datum=_ago(30))
                self.store.write(COMMANDS["nieuwe_vraag"], question)
            if follow_up > 2:
                self.store.write(COMMANDS["noteer_vertrek"], deelnemer, _ago(10), "vrijgesteld")

    def teardown(self) -> None:
        """At the end all of it is looked at once more."""
        if not hasattr(self, "store"):
            return
        try:
            if not self.broken:
                invariants(self.store)
        finally:
            self.raw.close()
            self.store.close()
            shutil.rmtree(self.folder)

    @rule(days=st.sampled_from([0, 1, 7, 40, 200, 400]))
    def time_passes(self, days: int) -> None:
        """The computer was off for a while."""
        self.clock.later(days=days)
        self._look()

    @rule(times=st.integers(1, 3))
    def undo(self, times: int) -> None:
        """Ctrl+Z, some times."""
        for _ in range(times):
            try:
                self.store.undo()
            except Problem:
                break
        self._look()

    def attempt(self, name: str, given: dict[str, Any], take_back: bool) -> None:
        """Do it. A refusal changes nothing; what is done can be taken back whole, and then done again."""
        command = COMMANDS[name]
        values = {key: self._resolved(value) for key, value in given.items()}
        if name == "importeer":
            values["koppeling"] = _as_wide(values["koppeling"], len(values["tabel"].koppen))
        before = snapshot(self.raw)
        try:
            self.store.write(command, **values)
        except Problem as problem:
            assert problem.what.strip() and problem.remedy.strip()
            event(f"{name}: refused")
            assert snapshot(self.raw) == before, "what was refused left something behind"
            return
        event(f"{name}: done")
        after = snapshot(self.raw)
        self._look()
        _history_is_kept(name, values, before, after)
        mark = command_of(command)
        if take_back and mark.undo and after != before:
            self.store.undo()
            assert snapshot(self.raw) == before, "undo left something behind"
            self._look()
            self.store.write(command, **values)
            self._look()
        self._remember_gone(before)

    def _look(self) -> None:
        self.broken = True
        cheap(self.raw, self.clock().date())
        self.broken = False

    def _resolved(self, value: Any) -> Any:
        if isinstance(value, a.Folder):
            return self.folder if value.there else self.folder / "weg"
        return a.resolve(value, self._ids, lambda table: sorted(self.gone.get(table, ())))

    def _ids(self, table: str) -> list[int]:
        return [row[0] for row in self.raw.execute(f'SELECT id FROM "{table}" ORDER BY id DESC').fetchall()]

    def _remember_gone(self, before: dict[str, dict[Any, Any]]) -> None:
        for table in a.TABLES:
            self.gone.setdefault(table, set()).update(set(before[table]) - set(self._ids(table)))


def _ago(days: int) -> date:
    return a.TODAY - timedelta(days=days)


def _as_wide(koppeling: tuple[str, ...], wide: int) -> tuple[str, ...]:
    return (*koppeling, *[""] * wide)[:wide]


def _history_is_kept(name: str, values: dict[str, Any], before: Any, after: Any) -> None:
    """What was put right keeps its old value and the reason; what was removed its count, day and reason."""
    if name.startswith("wijzig_") and "reden" in values:
        table = next(a.ROWS.get(key, key.removesuffix("_id")) for key in values if key.endswith("_id"))
        new = [row for key, row in after["correctie"].items() if key not in before["correctie"]]
        told = {(row["tabel"], row["rij_uid"], row["veld"], row["reden"]) for row in new}
        for key, row in after[table].items():
            old = before[table].get(key, row)
            for column in row.keys() - DERIVED:
                if row[column] != old[column]:
                    assert (table, row["uid"], column, values["reden"]) in told, f"{name} forgets {column}"
    if name.startswith(("verwijder_", "wis")) and "reden" in values:
        new = [row for key, row in after["verwijdering"].items() if key not in before["verwijdering"]]
        assert new, f"{name} left no trace"
        assert {row["reden"] for row in new} == {values["reden"]}
        for row in new:
            left = len(before[row["tabel"]]) - len(after[row["tabel"]])
            assert row["aantal"] >= 1 and left >= 0


def _rule_of(name: str) -> Any:
    given = a.arguments(name, COMMANDS[name])

    def act(self: Everything, take_back: bool, **values: Any) -> None:
        self.attempt(name, values, take_back)

    act.__name__ = name
    act.__doc__ = COMMANDS[name].__doc__
    return rule(take_back=st.booleans(), **given)(act)


# All of them together, and those that touch the same rows among themselves, which get further.
ROOMS = {
    "everything": ("",),
    "trajectories": ("begeleidingen.", "nazorg.", "deelnemers.commands"),
    "partners": ("toestemmingen.", "doorverwijzingen.", "informatievragen.", "deelnemers.samenvoegen"),
}


@pytest.mark.parametrize("room", ROOMS)
def test_whatever_is_given_to_any_command_in_any_order_the_rules_hold(database: Database, room: str) -> None:
    rules = {
        f"do_{name}": _rule_of(name)
        for name, command in COMMANDS.items()
        if any(f"features.{part}" in command.__module__ for part in ROOMS[room])
    }
    machine = type("Machine", (Everything,), {"template": database, **rules})
    run_state_machine_as_test(machine, settings=examples(3, steps=30))  # type: ignore[no-untyped-call]
