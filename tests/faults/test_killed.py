"""Faults 1, 6 and 7: killed while saving, killed while upgrading, and two windows that save at once."""

import random
import time

from tests.faults import uses
from tests.faults.conftest import LONG, acks, first_ack, fresh
from tests.faults.invariants import check
from tests.storage.test_upgrade_with_data import EARLIER, content, earlier_database

from leertraject_desktop.features.gegevens.logboek import controleer_logboek
from leertraject_desktop.storage.database import open_with_key
from leertraject_desktop.storage.soundness import check_sound
from leertraject_desktop.storage.upgrade import newest_revision, stored_revision

KILLS = 500 if LONG else 100
STEPS = 100 if LONG else 12
COMMITS = 1000 if LONG else 100


def test_killed_at_any_moment_while_saving_nothing_acknowledged_is_lost(zygote, folder, figure):
    draw, saved = random.Random(1), 0
    for number in range(KILLS):
        (folder / "acks").unlink(missing_ok=True)
        running = zygote.begin("write_on", folder, f"k{number}", 100_000)
        running.go()
        first_ack(folder)
        time.sleep(draw.uniform(0, 0.03))
        running.kill()
        assert running.end() == -9
        acknowledged = acks(folder)
        saved += len(acknowledged)
        if number % 10 == 9 or number == KILLS - 1:
            check(folder, acknowledged)
    with open_with_key(folder / uses.NAME, "an", uses.key_of(folder)) as store:
        assert store.read(controleer_logboek).heel
    figure(
        "1 killed while saving",
        f"{KILLS} kills, {saved} acknowledged saves: 0 lost, 0 by half, logboek whole",
    )


def test_two_windows_that_save_at_once_lose_nothing(zygote, other_zygote, folder, figure):
    both = [z.begin("write_on", folder, who, COMMITS) for z, who in ((zygote, "een"), (other_zygote, "twee"))]
    for running in both:
        running.go()
    assert [running.end() for running in both] == [0, 0]
    halves = check(folder, acks(folder))
    assert len(halves) == 2 * COMMITS
    with open_with_key(folder / uses.NAME, "an", uses.key_of(folder)) as store:
        assert store.read(controleer_logboek).heel
    figure("6 two processes", f"2 × {COMMITS} commits: 0 lost, logboek whole")


def test_killed_while_upgrading_the_database_is_old_or_new(zygote, tmp_path, figure):
    template = tmp_path / "sjabloon"
    template.mkdir()
    key = earlier_database(template / uses.NAME, EARLIER[0])
    (template / "key").write_text(key.hex())
    before = content(template / uses.NAME, key)["deelnemer"]
    timed = fresh(template, tmp_path / "proef")
    start = time.monotonic()
    assert zygote.run("migrate", timed) == 0
    whole = time.monotonic() - start
    found = {"old": 0, "new": 0}
    for step in range(STEPS):
        place = fresh(template, tmp_path / "proef")
        running = zygote.begin("migrate", place)
        running.go()
        time.sleep(whole * 1.05 * step / STEPS)
        running.kill()
        running.end()
        path = place / uses.NAME
        check_sound(path, key)
        revision = stored_revision(path, key)
        assert revision in (EARLIER[0], newest_revision())
        assert content(path, key)["deelnemer"] == before
        found["old" if revision == EARLIER[0] else "new"] += 1
    assert found["old"]
    figure("7 killed while upgrading", f"{STEPS} points: {found['old']} old, {found['new']} new, 0 between")
