"""Whatever is given to the commands of all features, in whatever order, what must hold goes on holding."""

import shutil
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from tests.badinput import arguments as a
from tests.badinput.dossier import ago
from tests.badinput.invariants import cheap, invariants, opened, snapshot
from tests.badinput.profile import examples
from tests.badinput.sensible import STANDS, sensible
from tests.badinput.tally import DONE, REFUSED
from tests.conftest import Clock, Database

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.storage.access import command_of

# Not the one that fills an empty database with made-up people.
COMMANDS = {name: command for name, command in a.commands().items() if name != "vul"}
# Rows that a command changes beside the one that is put right, and columns that follow from others.
DERIVED = {"zoeknaam", "klank", "sorteersleutel", "gewijzigd_op", "gewijzigd_door_id", "vervallen_op"}


class Everything(RuleBasedStateMachine):
    """A colleague who does anything with anything, and takes some of it back."""

    bare: Database
    filled: Database

    @initialize(start=st.sampled_from(["bare", "filled", "filled", "filled"]))
    def begin(self, start: str) -> None:
        """An office where something of everything stands, or a new one with one deelnemer."""
        template: Database = getattr(self, start)
        self.folder = Path(tempfile.mkdtemp())
        for file in template.path.parent.iterdir():
            shutil.copyfile(file, self.folder / file.name)
        self.clock = Clock()
        database = Database(self.folder / template.path.name, template.key)
        self.store = database.open(self.clock)
        self.raw = opened(self.store)
        self.went: dict[str, set[int]] = {}
        self.broken = False
        if start == "bare":
            form = NieuweDeelnemer(voornaam="Jan", familienaam="Peeters", verblijf_van=ago(400))
            self.store.write(COMMANDS["nieuwe_deelnemer"], form)

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
        if isinstance(values.get("invoer"), a.Changed):
            values["invoer"] = self._changed(name, values)
        if name == "importeer":
            values["koppeling"] = _as_wide(values["koppeling"], len(values["tabel"].koppen))
        before = snapshot(self.raw)
        try:
            self.store.write(command, **values)
        except Problem as problem:
            assert problem.what.strip() and problem.remedy.strip()
            REFUSED[name] += 1
            assert snapshot(self.raw) == before, "what was refused left something behind"
            return
        DONE[name] += 1
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
        return a.resolve(value, self)

    def _changed(self, name: str, values: dict[str, Any]) -> Any:
        """The form of the row that a command puts right, with one field changed; whole when there is none."""
        new, field = self._resolved(values["invoer"].form), values["invoer"].field
        row = next(value for key, value in values.items() if key.endswith("_id"))
        try:
            return replace(self.store.read(STANDS[name], row), **{field: getattr(new, field)})
        except Problem:
            return new

    def today(self) -> date:
        """The day of the clock."""
        return self.clock().date()

    def gone(self, table: str) -> list[int]:
        """The rows that were there before."""
        return sorted(self.went.get(table, ()))

    def ids(self, table: str, fits: str = "1") -> list[int]:
        """The rows of a table, newest first; those that fit a condition."""
        sql = f'SELECT id FROM "{table}" WHERE {fits} ORDER BY id DESC'
        return [row[0] for row in self.raw.execute(sql).fetchall()]

    def _remember_gone(self, before: dict[str, dict[Any, Any]]) -> None:
        for table in a.TABLES:
            self.went.setdefault(table, set()).update(set(before[table]) - set(self.ids(table)))


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
    anything = st.fixed_dictionaries(a.arguments(name, COMMANDS[name]))
    something = st.fixed_dictionaries(sensible(name, COMMANDS[name]))
    # Not `one_of`, which counts what is given twice once.
    values = st.sampled_from(range(5)).flatmap(lambda number: anything if number == 4 else something)

    def act(self: Everything, take_back: bool, values: dict[str, Any]) -> None:
        if not any(a.lacks(value, self) for value in values.values()):
            self.attempt(name, values, take_back)

    act.__name__ = name
    act.__doc__ = COMMANDS[name].__doc__
    return rule(take_back=st.booleans(), values=values)(act)


# All of them together, and those that touch the same rows among themselves, which get further.
ROOMS = {
    "everything": ("",),
    "trajectories": ("begeleidingen.", "nazorg.", "deelnemers.commands"),
    "partners": ("toestemmingen.", "doorverwijzingen.", "informatievragen.", "deelnemers.samenvoegen"),
}


@pytest.mark.parametrize("room", ROOMS)
def test_whatever_is_given_to_any_command_in_any_order_the_rules_hold(
    database: Database, filled: Database, room: str
) -> None:
    rules = {
        f"do_{name}": _rule_of(name)
        for name, command in COMMANDS.items()
        if any(f"features.{part}" in command.__module__ for part in ROOMS[room])
    }
    machine = type("Machine", (Everything,), {"bare": database, "filled": filled, **rules})
    run_state_machine_as_test(machine, settings=examples(3, steps=30))  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_carried_out_with_some_of_what_it_is_given(filled: Database, name: str) -> None:
    office = type("Office", (Everything,), {"filled": filled})()
    office.begin("filled")
    before = DONE[name]

    @given(values=st.fixed_dictionaries(sensible(name, COMMANDS[name])))
    @examples(20)
    def tried(values: dict[str, Any]) -> None:
        if DONE[name] == before:
            office.attempt(name, values, take_back=True)

    try:
        tried()
    finally:
        office.teardown()
    assert DONE[name] > before, f"{name} is always refused: say in sensible.py what it needs"
