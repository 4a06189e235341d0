"""Fault 2: the n-th call to the system fails, falls short or kills, for every n, over each use of the data.

The long run tries every call of every use; the short one a handful. A call is hit once, as SQLite tests
itself, or from then on for ever, as a disk does that dies or stays full.
"""

import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from tests.faults import invariants, uses
from tests.faults.conftest import LONG, acks, fresh
from tests.faults.invariants import check
from tests.faults.tracer import KILL, SHORT
from tests.features.importeren.lijsten import KOPPEN, csv_lijst
from tests.storage.test_upgrade_with_data import EARLIER, content, earlier_database

from leertraject_desktop.storage import backup
from leertraject_desktop.storage.soundness import check_sound
from leertraject_desktop.storage.upgrade import newest_revision, stored_revision

WRITES = ("EIO", "ENOSPC", SHORT, KILL)
WAYS = {
    "pwrite64": WRITES,
    "write": WRITES,
    "sendfile": WRITES,
    "copy_file_range": WRITES,
    "fsync": ("EIO", KILL),
    "fdatasync": ("EIO", KILL),
    "ftruncate": ("EIO", KILL),
    "rename": ("EIO", "ENOSPC", KILL),
    "openat": ("EIO", "ENOSPC", KILL),
    "unlink": ("EIO", KILL),
    "unlinkat": ("EIO", KILL),
    "mkdir": ("ENOSPC", KILL),
    "any": ("EIO+",),
}
ENDS = {0: "done", 3: "refused", 4: "bug"}
USES = (
    "save", "import_list", "export", "make_backup", "copy_backup", "renew", "new_passphrase", "restore",
)  # fmt: skip
# The long run is cut in parts that run side by side and show how far it is.
PARTS = 24 if LONG else 1
SHORT_RUN = 5
PEOPLE = 30

pytestmark = pytest.mark.held


def all_points(calls):
    """Every way to hit each of the calls that a use makes."""
    calls = Counter(calls)
    calls["any"] = calls.total() - calls["openat"]
    return [
        (call, way, number)
        for call, ways in WAYS.items()
        for way in ways
        for number in range(1, calls[call] + 1)
    ]


def chosen(points, part):
    """Those of this part of the long run, or a few from the whole length for the short run."""
    if LONG:
        return points[part::PARTS]
    return points[:: max(1, len(points) // SHORT_RUN)]


def of_the_program_itself(said, place):
    """Whether it was a file of the program that could not be read, and not one of the user."""
    last = said.strip().splitlines()[-1]
    if last.startswith("alembic.util.exc.CommandError"):
        return True  # the folder of the steps of an upgrade, which is part of the program
    return last.startswith("OSError") and "'" in last and str(place.parent) not in last


@dataclass
class Trial:
    """A use that is hit again and again: what stood there before, and how it ended each time."""

    zygote: object
    use: str
    template: Path
    place: Path
    expected: dict[str, bytes] = field(default_factory=dict)
    ended: Counter[str] = field(default_factory=Counter)

    def points(self):
        """Run it unhit; returns every point, and remembers what stands on the stick when all goes well."""
        running = self.zygote.begin(self.use, fresh(self.template, self.place), held=True)
        assert running.end() == 0, running.said
        stick = self.place / "stick"
        self.expected = {file.name: file.read_bytes() for file in stick.iterdir()} if stick.exists() else {}
        return all_points(running.calls)

    def hit(self, point):
        """Hit it at one point; returns how it ended."""
        fresh(self.template, self.place)
        running = self.zygote.begin(self.use, self.place, held=True, blow=point)
        code = running.end()
        name = ENDS.get(code, "killed")
        if code == 4:
            assert of_the_program_itself(running.said, self.place), f"{self.use} {point}: {running.said}"
            name = "program"
        assert code in ENDS or (code == -9 and point[1] == KILL), (self.use, point, code)
        self.ended[name] += 1
        return code


@pytest.fixture
def template(folder, tmp_path):
    """Data with saves before and after a backup, a question of October, a list to read in and a stick."""
    uses.choose_second_place(folder, folder / "stick")
    uses.ask_in_october(folder)
    uses.write_on(folder, "voor", 2)
    uses.make_backup(folder)
    for file in (folder / "stick").iterdir():
        file.unlink()
    uses.write_on(folder, "na", 2)
    csv_lijst(folder / "lijst.csv", KOPPEN[:3], *[[f"Maes{n}", "Jan", "17-5-1990"] for n in range(PEOPLE)])
    return shutil.copytree(folder, tmp_path / "sjabloon", dirs_exist_ok=True)


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("use", USES)
def test_whichever_call_fails_everything_still_holds(zygote, template, folder, use, part, tally):
    trial = Trial(zygote, use, template, folder)
    for point in chosen(trial.points(), part):
        code = trial.hit(point)
        try:
            check_after(trial, code)
        except BaseException as error:
            error.add_note(f"{use} {point} ended {code}")
            raise
    tally(f"2 failing calls: {use}", trial.ended)


def check_after(trial, code):
    """What must hold whatever was hit, and what must have happened when the user was told so."""
    place, done = trial.place, code == 0
    told = acks(place)
    passphrases = {True: (uses.NEW,), False: (uses.OLD, uses.NEW)}[done and trial.use == "new_passphrase"]
    key = invariants.opened_key(place, *passphrases)
    halves = check(place, [mark for mark in told if mark != uses.IMPORTED], passphrases=passphrases)
    assert {"voor-0", "voor-1"} <= set(halves)
    later = {"na-0", "na-1"} & set(halves)
    assert later == (set() if done else later) if trial.use == "restore" else len(later) == 2
    assert len(later) != 1
    people = invariants.count(place, key, "deelnemer")
    assert people in ((PEOPLE,) if uses.IMPORTED in told else (0, PEOPLE))
    stick = {file.name: file.read_bytes() for file in (place / "stick").iterdir() if file.name[0] != "."}
    if trial.use in ("export", "copy_backup"):
        assert all(trial.expected[name] == body for name, body in stick.items())
    if done:
        check_done(trial, key, set(stick))
    invariants.check_goes_on(place, key)
    invariants.check_tidy(place)


def check_done(trial, key, on_stick):
    """When the user was told that it was done, it is."""
    match trial.use:
        case "renew":
            assert key != uses.key_of(trial.place)
        case "save":
            assert invariants.count(trial.place, key, "taak") == 12
        case "export":
            assert invariants.count(trial.place, key, "levering") == 1
            assert on_stick == set(trial.expected)
        case "copy_backup" | "make_backup":
            assert len(on_stick) == 1
            (copy,) = (trial.place / "stick").glob("*.ltbak")
            assert (
                backup.inspect(copy, key, trial.place).aantallen["taak"]
                == {"copy_backup": 4, "make_backup": 8}[trial.use]
            )
        case "import_list":
            assert invariants.count(trial.place, key, "deelnemer") == PEOPLE


@pytest.mark.parametrize("part", range(PARTS))
def test_whichever_call_fails_while_upgrading_the_database_is_old_or_new(zygote, tmp_path, part, tally):
    template = tmp_path / "sjabloon"
    template.mkdir()
    key = earlier_database(template / uses.NAME, EARLIER[0])
    (template / "key").write_text(key.hex())
    before = content(template / uses.NAME, key)["deelnemer"]
    trial = Trial(zygote, "migrate", template, tmp_path / "proef")
    path = trial.place / uses.NAME
    for point in chosen(trial.points(), part):
        code = trial.hit(point)
        check_sound(path, key)
        revision = stored_revision(path, key)
        assert revision in ([newest_revision()] if code == 0 else [EARLIER[0], newest_revision()]), point
        assert content(path, key)["deelnemer"] == before, point
        invariants.check_backups(backup.default_folder(path))
        invariants.check_tidy(trial.place)
    tally("2 failing calls: migrate", trial.ended)
