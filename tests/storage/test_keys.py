"""The key file, the key on paper and what stands between a wrong passphrase and the next try."""

import json
import random
from datetime import datetime, timedelta

import pytest
from tests.conftest import FAST

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage import herstelsleutel, keyfile, pogingen, swap
from leertraject_desktop.storage.database import Eigenaar, create, open_store, open_with_key
from leertraject_desktop.storage.rekey import renew_key

NU = datetime(2026, 11, 24, 9, 0)  # noqa: DTZ001 - in UTC, as the database keeps it


def test_renewing_the_key_tells_how_many_pages_are_written_and_can_be_stopped(database):
    heard: list[tuple[int, int]] = []
    new = renew_key(
        database.path, database.key, frozenset({"an"}), progress=lambda *pages: heard.append(pages)
    )
    assert heard[-1][0] == heard[-1][1] > 0

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        renew_key(database.path, new, frozenset({"an"}), progress=stop)
    open_with_key(database.path, "an", new).close()


def test_a_wrong_sign_two_swapped_signs_and_swapped_groups_are_each_found_in_their_group():
    recovery = herstelsleutel.new_recovery()
    groups = herstelsleutel.groepen(recovery)
    assert herstelsleutel.lees("-".join(groups)) == recovery
    for index, group in enumerate(groups):
        for place in range(5):
            for sign in herstelsleutel.SIGNS.replace(group[place], ""):
                wrong = [*groups]
                wrong[index] = group[:place] + sign + group[place + 1 :]
                with pytest.raises(Problem, match=f"groep {index + 1} "):
                    herstelsleutel.lees(" ".join(wrong))
        swapped = group[1] + group[0] + group[2:]
        if swapped != group:
            with pytest.raises(Problem, match=f"groep {index + 1} "):
                herstelsleutel.lees(" ".join([*groups[:index], swapped, *groups[index + 1 :]]))
    if groups[0] != groups[1]:
        with pytest.raises(Problem):
            herstelsleutel.lees(" ".join([groups[1], groups[0], *groups[2:]]))


@pytest.mark.parametrize("text", ["", "ABCDE", "?" * 40, "U" * 40, "0" * 41, "é" * 40])
def test_something_else_than_a_recovery_key_is_refused_in_words(text):
    with pytest.raises(Problem):
        herstelsleutel.lees(text)


def test_typing_one_group_over_shows_that_the_paper_is_legible():
    recovery = bytes(range(20))
    group = herstelsleutel.groepen(recovery)[2]
    herstelsleutel.controleer_deel(recovery, 3, f" {group.lower()} ")
    with pytest.raises(Problem, match="groep 3"):
        herstelsleutel.controleer_deel(recovery, 3, herstelsleutel.groepen(recovery)[3])


def test_five_wrong_tries_are_free_and_then_the_wait_doubles(database):
    for left in (4, 3, 2, 1):
        assert pogingen.noteer_fout(database.path, "an", NU).startswith(f"Je kan nog {left} keer")
        assert pogingen.wachttijd(database.path, "an", NU) == 0
    assert "1 minuut" in pogingen.noteer_fout(database.path, "an", NU)
    assert pogingen.wachttijd(database.path, "an", NU) == 60
    assert pogingen.wachttijd(database.path, "piet", NU) == 0
    pogingen.noteer_fout(database.path, "an", NU)
    assert pogingen.wachttijd(database.path, "an", NU) == 120
    with pytest.raises(Problem, match="Wacht nog 2 minuten"):
        pogingen.controleer_wachttijd(database.path, "an", NU)


def test_a_clock_that_ran_a_year_ahead_while_somebody_failed_locks_nobody_out_for_a_year(
    database, monkeypatch
):
    stopwatch = [1000.0]
    monkeypatch.setattr(pogingen.time, "monotonic", lambda: stopwatch[0])
    pogingen._seen.clear()
    for _ in range(pogingen.FREE):
        pogingen.noteer_fout(database.path, "an", NU + timedelta(days=365))
    pogingen._seen.clear()  # another start of the program, on a clock that is right again
    assert 0 < pogingen.wachttijd(database.path, "an", NU) <= 60
    stopwatch[0] += 61
    assert pogingen.wachttijd(database.path, "an", NU) == 0


def test_the_wait_outlives_the_window_and_survives_a_clock_that_is_set_back(database, monkeypatch):
    for _ in range(6):
        pogingen.noteer_fout(database.path, "an", NU)
    monkeypatch.setattr(pogingen, "_seen", {})
    assert pogingen.wachttijd(database.path, "an", NU + timedelta(seconds=30)) == 90
    assert pogingen.wachttijd(database.path, "an", NU - timedelta(days=400)) == 120
    assert pogingen.wachttijd(database.path, "an", NU + timedelta(seconds=121)) == 0


def test_throwing_the_file_of_tries_away_does_not_help_in_this_window(database):
    for _ in range(6):
        pogingen.noteer_fout(database.path, "an", NU)
    pogingen.attempts_path(database.path).unlink()
    assert pogingen.wachttijd(database.path, "an", NU) > 100


@pytest.mark.parametrize("junk", [b"", b"{}", b"[]", b'{"tellers": {"an": 3}, "regels": [1]}', b"\xff" * 99])
def test_a_damaged_file_of_tries_keeps_nobody_out(database, junk):
    pogingen.attempts_path(database.path).write_bytes(junk)
    assert pogingen.wachttijd(database.path, "an", NU) == 0
    assert pogingen.lees(database.path) == []


def test_a_wrong_passphrase_says_how_many_tries_remain_and_a_good_one_starts_over(database):
    with pytest.raises(Problem, match=r"Deze wachtzin klopt niet\..*nog 4 keer"):
        open_store(database.path, "an", "iets anders")
    open_store(database.path, "an", database.wachtzin).close()
    with pytest.raises(Problem, match="nog 4 keer"):
        open_store(database.path, "an", "iets anders")


def test_no_changed_key_file_is_ever_accepted(database):
    content = keyfile.key_path(database.path).read_bytes()
    draw = random.Random(7)
    accepted = 0
    for _ in range(400):
        mutated = bytearray(content)
        for _ in range(draw.choice((1, 1, 2, 8))):
            mutated[draw.randrange(len(mutated))] = draw.randrange(256)
        try:
            accepted += keyfile.decode(bytes(mutated)).slots != keyfile.decode(content).slots
        except ValueError:
            continue
    # What still parses differs in a slot or a name; opening it is refused below.
    changed = json.loads(content)
    changed["slots"][0]["naam"] = "Iemand Anders"
    with pytest.raises(Problem, match="veranderd buiten"):
        keyfile.unlock(keyfile.decode(json.dumps(changed).encode()), "an", database.wachtzin)
    assert accepted < 400


@pytest.mark.parametrize(
    "change",
    [
        {"memory": 10**9}, {"memory": 1024}, {"passes": 10**6}, {"passes": 0}, {"lanes": 0}, {"lanes": 999},
        {"memory": True}, {"memory": "262144"}, {"memory": 1e5},
    ],
)  # fmt: skip
def test_absurd_costs_in_a_key_file_are_refused_before_any_work_is_done(database, change):
    data = json.loads(keyfile.key_path(database.path).read_bytes())
    data["slots"][0]["kdf"].update(change)
    with pytest.raises(ValueError, match=r"absurd|key file"):
        keyfile.decode(json.dumps(data).encode())


def test_a_key_file_that_is_cut_off_gives_way_to_its_twin(database):
    file = keyfile.write(database.path, keyfile.read(database.path))
    target = keyfile.key_path(database.path)
    target.write_bytes(target.read_bytes()[:300])
    assert keyfile.read(database.path) == file


def test_a_slot_of_another_database_opens_nothing(database, tmp_path):
    other = tmp_path / "ander" / "gent.leertraject"
    create(other, "GEN", Eigenaar("an", "An Bogaert"), database.wachtzin, kdf=FAST)
    keyfile.key_path(other).replace(keyfile.key_path(database.path))
    keyfile.previous_path(other).replace(keyfile.previous_path(database.path))
    with pytest.raises(Problem, match="gaat niet open"):
        open_store(database.path, "an", database.wachtzin)


def test_a_decided_change_is_finished_by_whoever_comes_next(database, monkeypatch):
    monkeypatch.setattr(swap, "finish", lambda _: None)
    new = renew_key(database.path, database.key, frozenset({"an"}))
    monkeypatch.undo()
    assert swap.folder_of(database.path).is_dir()
    assert keyfile.unlock(keyfile.read(database.path), "an", database.wachtzin) == new
    assert not swap.folder_of(database.path).exists()
    open_store(database.path, "an", database.wachtzin).close()


def test_a_new_database_never_overwrites_the_key_of_one_that_was_moved(tmp_path):
    path = tmp_path / "brugge.leertraject"
    create(path, "BRG", Eigenaar("an", "An"), "zaklamp hoek nieuw meetkunde", kdf=FAST)
    first = keyfile.key_path(path).read_bytes()
    path.unlink()
    create(path, "BRG", Eigenaar("an", "An"), "zaklamp hoek nieuw meetkunde", kdf=FAST)
    assert first in [file.read_bytes() for file in tmp_path.glob("*.bewaard-*")]


def test_a_change_of_which_a_part_is_still_in_the_log_is_refused_and_the_old_pair_counts(database):
    prepared = swap.prepare(database.path)
    (prepared / "gegevens").write_bytes(database.path.read_bytes())
    (prepared / "gegevens-wal").write_bytes(b"not yet in the file")
    with pytest.raises(Problem, match="schijf of stick antwoordt niet"):
        swap.decide(database.path, prepared, keyfile.key_path(database.path).read_bytes())
    open_store(database.path, "an", database.wachtzin).close()
