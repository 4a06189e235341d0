"""One save beside the same writing by hand: the same rows and the same line of the logboek with its codes."""

import hashlib
import hmac
import json
import os
import re
import shutil
import statistics
import tempfile
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure, against, at_most, pair
from benchmarks.scale_child import child
from benchmarks.world import World

IN_A_ROW = 5
WHO = 5

PRISON = (
    "SELECT gevangenis_code FROM verblijf WHERE deelnemer_id = ? AND van <= ? "
    "AND (tot IS NULL OR tot >= ?) ORDER BY van DESC LIMIT 1"
)
GUIDED = (
    "SELECT id FROM begeleiding WHERE deelnemer_id = ? AND begindatum <= ? "
    "AND coalesce(einddatum, ?) >= ? ORDER BY begindatum DESC LIMIT 1"
)
CONTACT = (
    "INSERT INTO contactmoment (uid, deelnemer_id, begeleiding_id, gevangenis_code, datum, soort, minuten, "
    "notitie, door_id, revisie, ingevoerd_op, ingevoerd_door_id, gewijzigd_op, gewijzigd_door_id) "
    "VALUES (?, ?, ?, ?, ?, 'gesprek', 20, 'Even gesproken', 1, 1, ?, 1, ?, 1)"
)
STATE = "SELECT aantal, regelzegel FROM logboekstand"
LINE = (
    "INSERT INTO logboekregel (id, moment, gebruiker_id, soort, wat, rijen, zegel) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"
)
NEW_STATE = "UPDATE logboekstand SET aantal = ?, regelzegel = ?, zegel = ?"


def saving(store: Any, world: World, size: str, runs: int) -> list[Figure]:
    """CPU, wall clock and flushes of keeping one contact."""
    from leertraject_desktop.features.begeleidingen.invoer import ContactInvoer
    from leertraject_desktop.features.begeleidingen.plan import nieuw_contactmoment
    from leertraject_desktop.storage.access import vandaag
    from leertraject_desktop.storage.engine import connect

    form = ContactInvoer(datum=store.read(vandaag), soort="gesprek", minuten=20, notitie="Even gesproken")
    raw = connect(world.path, world.key)
    floor = by_hand(raw, store._log_key, str(form.datum))

    def save() -> None:
        store.write(nieuw_contactmoment, WHO, form)

    save()
    _check_the_same(raw, floor)
    turns = {"runs": runs, "in_a_row": IN_A_ROW}
    ours, bare = pair(save, floor, **turns)
    ours_wall, bare_wall = pair(save, floor, clock=time.perf_counter, **turns)
    raw.close()
    found = [
        against(f"{size}: one save, CPU, beside the same rows written raw", ours, bare, 3),
        against(f"{size}: one save, wall clock, with the flush to the disk", ours_wall, bare_wall, 3),
    ]
    syncs = _flushes(world)
    if syncs is not None:
        found.append(at_most(f"{size}: flushes to the disk of one save", syncs, 1, unit=""))
    return found


def by_hand(raw: Any, log_key: bytes, day: str) -> Callable[[], None]:
    """The same save in statements written by hand: what the row needs is looked up, nothing is checked."""

    def save() -> None:
        moment = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
        stored = f"{moment:%Y-%m-%d %H:%M:%S.%f}"
        uid = uuid.uuid4().hex
        raw.execute("BEGIN IMMEDIATE")
        (prison,) = raw.execute(PRISON, (WHO, day, day)).fetchone() or ("BRG",)
        (guided,) = raw.execute(GUIDED, (WHO, day, day, day)).fetchone() or (None,)
        raw.execute(CONTACT, (uid, WHO, guided, prison, day, stored, stored))
        count, before = raw.execute(STATE).fetchone()
        line = [1, "wijziging", "contactmoment bewaren", f"contactmoment:{uid}"]
        content = json.dumps(
            [count + 1, moment.isoformat(), *line], ensure_ascii=False, separators=(",", ":")
        )
        code = hmac.new(log_key, before + content.encode(), hashlib.sha256).digest()
        raw.execute(LINE, (count + 1, stored, *line, code))
        state = hmac.new(log_key, b"stand" + (count + 1).to_bytes(8, "big") + code, hashlib.sha256).digest()
        raw.execute(NEW_STATE, (count + 1, code, state))
        raw.execute("COMMIT")

    return save


def _check_the_same(raw: Any, floor: Callable[[], None]) -> None:
    """The last two contacts and lines, ours and the one by hand, differ only in what makes each unique."""
    floor()
    kept = (
        "SELECT deelnemer_id, begeleiding_id, gevangenis_code, datum, soort, minuten, notitie, door_id, "
        "revisie, ingevoerd_door_id, gewijzigd_door_id FROM contactmoment ORDER BY id DESC LIMIT 2"
    )
    ours, bare = raw.execute(kept).fetchall()
    logged = "SELECT gebruiker_id, soort, wat FROM logboekregel ORDER BY id DESC LIMIT 2"
    line, bare_line = raw.execute(logged).fetchall()
    if ours != bare or line != bare_line:
        raise RuntimeError("the floor of a save writes other rows")


def _flushes(world: World) -> float | None:
    """How often one save flushes to the disk, from the list of system calls; None without strace."""
    if shutil.which("strace") is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        seen, mark = Path(folder) / "calls", str(Path(folder) / "mark")
        calls = "trace=fsync,fdatasync,stat,newfstatat,statx"
        os.environ["MARK"] = mark
        child("save", world, "strace", "-f", "-e", calls, "-o", str(seen))
        parts = seen.read_text(encoding="utf-8", errors="replace").split(mark)[1:-1]
    return statistics.median(len(re.findall(r"f(?:data)?sync\(", part)) for part in parts)
