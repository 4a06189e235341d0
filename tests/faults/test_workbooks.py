"""Fault 9, lists: those that somebody made or broke are read, or refused in words; never worse.

Time and memory are those of the processes that read, measured from the outside.
"""

import json
import random
import subprocess
import sys

import pytest
from tests.faults import crafted_workbooks
from tests.faults.conftest import HOUSE, LONG
from tests.faults.reading import hurt_part, hurt_zip
from tests.features.importeren.lijsten import KOPPEN, csv_lijst

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.importeren import werkboek_lezen
from leertraject_desktop.features.importeren.bestand import lees_bestand
from leertraject_desktop.features.importeren.importeren import koppeling_voor, proef
from leertraject_desktop.features.importeren.koppen import beste_lijst
from leertraject_desktop.features.importeren.werkboek_lezen import lees_werkboek
from leertraject_desktop.storage.store import Store

PARTS = 8 if LONG else 1
CHANGED = 25_000 // PARTS if LONG else 400
READ = 300 if LONG else 4
TEXTS = 10_000 if LONG else 150
PLANNED = 10
SECONDS = 60
PIECES = (b";", b'"', b"\r\n", b"\0", b"\xff\xfe", b"=1+1", b"31-2-2026", b"9" * 30, b"")
# In the short run only some of those that cost seconds.
EVERY = 1 if LONG else 10


def told(*words: object) -> dict:
    """What the reading process answers."""
    command = [sys.executable, "-m", "tests.faults.reading", *map(str, words)]
    done = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-1000:]
    # A library may say something of its own around it.
    (answer,) = (line for line in done.stdout.splitlines() if line.startswith("{"))
    return json.loads(answer)


def test_a_list_that_was_made_to_do_harm_is_refused_in_words_and_costs_little(tmp_path, figure):
    real = crafted_workbooks.parts_of(crafted_workbooks.good())
    made = [*crafted_workbooks.refused(real), *(crafted_workbooks.large(real) if LONG else ())]
    assert len({name for name, _ in made}) == len(made) >= 60
    for number, (name, content) in enumerate(made[::EVERY]):
        (tmp_path / f"{number:03} {name.replace('/', '_')}").write_bytes(content)
    (tmp_path / "goed").write_bytes(crafted_workbooks.good())
    found = told("crafted", tmp_path)
    assert found["files"].pop("goed")[0] == "read 41"
    accepted = {name: said for name, (said, _) in found["files"].items() if said.startswith("read")}
    assert accepted == {}
    slowest = max(seconds for _, seconds in found["files"].values())
    assert found["mb"] * 1024 * 1024 < werkboek_lezen.GEHEUGEN
    assert slowest < SECONDS
    figure(
        "9f crafted lists",
        f"{len(found['files'])}: all refused in words, slowest {slowest:.1f} s, "
        f"most memory of the reading process {found['mb']} MB",
    )


def test_a_heavy_list_stays_within_the_limits(tmp_path, figure):
    real = crafted_workbooks.parts_of(crafted_workbooks.good())
    for name, content in [*crafted_workbooks.heavy(real)][::EVERY]:
        (tmp_path / name).write_bytes(content)
    found = told("crafted", tmp_path)
    slowest = max(seconds for _, seconds in found["files"].values())
    read = sum(said.startswith("read") for said, _ in found["files"].values())
    assert found["mb"] * 1024 * 1024 < werkboek_lezen.GEHEUGEN
    assert slowest < SECONDS + 15
    figure(
        "9g heavy lists",
        f"{len(found['files'])}: {read} read, the others refused in words, slowest {slowest:.1f} s, "
        f"most memory of the reading process {found['mb']} MB",
    )


@pytest.mark.parametrize("part", range(PARTS))
def test_a_broken_list_is_never_read_as_another_one(tmp_path, part, tally):
    (tmp_path / "goed.xlsx").write_bytes(crafted_workbooks.good())
    found = told("changed", tmp_path, part, CHANGED)
    assert found["wrong"] == 0
    assert found["slowest"] < SECONDS
    assert found["mb"] * 1024 * 1024 < werkboek_lezen.GEHEUGEN
    tally("9d changed workbooks", found["ended"])


def test_a_changed_list_is_read_or_refused_but_never_stops_the_program(tmp_path, figure):
    content, draw, path, read = crafted_workbooks.good(), random.Random(10), tmp_path / "lijst.xlsx", 0
    for number in range(READ):
        path.write_bytes((hurt_zip, hurt_part)[number % 3 > 0](draw, content))
        try:
            read += bool(lees_werkboek(path))
        except Problem:
            continue
    figure("9e changed workbooks, the whole way", f"{READ}: {read} read, {READ - read} refused, 0 crashes")


def test_a_changed_text_file_gives_a_plan_or_a_problem(store: Store, tmp_path, figure):
    rows = [[f"Maes{n}", "Zoë", "17-5-1990", "V", "BRG", f"{n % 28 + 1}-2-2026"] for n in range(12)]
    content, path = csv_lijst(tmp_path / "l.csv", KOPPEN[:6], *rows).read_bytes(), tmp_path / "l.csv"
    draw, planned, refused = random.Random(11), 0, 0
    for number in range(TEXTS):
        hurt = bytearray(content)
        for _ in range(draw.choice((1, 2, 8))):
            place = draw.randrange(len(hurt))
            piece = draw.choice(
                (b";", b'"', b"\r\n", b"\0", b"\xff\xfe", b"=1+1", b"31-2-2026", b"9" * 30, b"")
            )
            hurt[place : place + draw.choice((0, 1, 5))] = piece
        path.write_bytes(bytes(hurt))
        try:
            found = beste_lijst(lees_bestand(path))
            if number % PLANNED == 0:
                planned += bool(store.read(proef, found, store.read(koppeling_voor, found)).regels)
        except Problem:
            refused += 1
    assert planned
    figure(
        "9h changed text files",
        f"{TEXTS}: {TEXTS - refused} read, {refused} refused in words, 0 crashes; "
        f"one of {PLANNED} was planned too, row by row",
    )
