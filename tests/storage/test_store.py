"""The one door: a command is kept whole or not at all, and open screens hear what changed."""

import threading
from datetime import UTC, datetime

import pytest
import sqlcipher3.dbapi2
from sqlalchemy import text, update
from sqlalchemy.exc import OperationalError
from tests.conftest import last_write
from tests.storage import commands as c

from leertraject_desktop.domain.label import Fase, Rol
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.storage.access import Wie, command, driver, nu, vandaag
from leertraject_desktop.storage.engine import connect
from leertraject_desktop.storage.store import Store
from leertraject_desktop.storage.tables import Begeleiding, Deelnemer
from leertraject_desktop.storage.trouble import explained


def one(session, table, row):
    found = session.get_one(table, row)
    return {column.name: getattr(found, column.name) for column in table.__table__.c}


def moment(session):
    return nu(session), vandaag(session)


@command(Recht.REGISTREREN, "alles wijzigen")
def bulk(session):
    session.execute(update(Deelnemer).values(familienaam="X"))


@command(Recht.REGISTREREN, "een fout in het programma")
def crash(session):
    c.nieuwe_deelnemer(session)
    session.flush()
    raise KeyError("a bug")


def as_role(database, rol, clock):
    return Store(database.path, database.key, Wie(1, "An", rol, "BRG"), clock=clock)


def test_a_command_that_refuses_halfway_leaves_nothing(store):
    before = store.read(c.alles)
    with pytest.raises(Problem):
        store.write(c.weigert_halverwege)
    assert store.read(c.alles) == before
    assert last_write(store) == ""


def test_a_bug_halfway_leaves_nothing_and_stays_a_bug(store):
    before = store.read(c.alles)
    with pytest.raises(KeyError):
        store.write(crash)
    assert store.read(c.alles) == before


def test_open_screens_hear_which_tables_changed_and_only_after_it_is_kept(store):
    told = []
    store.listen(lambda tables: told.append((tables, len(store.read(c.namen)))))
    store.write(c.nieuwe_deelnemer)
    with pytest.raises(Problem):
        store.write(c.weigert_halverwege)
    assert told == [({"deelnemer", "verblijf"}, 1)]


def test_after_an_import_every_screen_is_told(store):
    told = []
    store.listen(told.append)
    store.write(c.lees_in, 2)
    assert told == [{"*"}]


def test_who_typed_it_and_when_is_kept_with_every_entry(store, clock):
    jan = store.write(c.nieuwe_deelnemer)
    clock.later(days=1)
    store.write(c.schrijf_naam, jan, "Piet")
    row = store.read(one, Deelnemer, jan)
    assert [str(row["ingevoerd_op"]), str(row["gewijzigd_op"])] == [
        "2026-11-24 09:00:00",
        "2026-11-25 09:00:00",
    ]
    assert (row["ingevoerd_door_id"], row["gewijzigd_door_id"], row["revisie"]) == (1, 1, 2)


def test_a_code_is_kept_by_its_value_and_not_by_its_label(store):
    begeleiding = store.write(c.nieuwe_begeleiding, store.write(c.nieuwe_deelnemer))
    kept = store.read(one, Begeleiding, begeleiding)["fase"]
    assert (kept, type(kept), Fase(kept).label) == ("intake", str, "intake")


def test_just_after_midnight_it_is_the_users_day_and_still_yesterday_in_utc(store, clock):
    clock.zet(2026, 11, 24, 0)
    assert [str(part) for part in store.read(moment)] == ["2026-11-23 23:00:00", "2026-11-24"]


def test_the_clock_of_the_machine_counts_in_utc_to_the_second(database):
    with Store(database.path, database.key, Wie(1, "An", Rol.BEHEERDER, "BRG")) as store:
        found, _ = store.read(moment)
    now = datetime.now(UTC).replace(tzinfo=None)
    assert 0 <= (now - found).total_seconds() < 60
    assert (found.microsecond, found.tzinfo) == (0, None)


def test_only_the_window_writes_never_a_worker(store):
    seen = []

    def work():
        try:
            store.write(c.nieuwe_deelnemer)
        except RuntimeError as error:
            seen.append(error)

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert len(seen) == 1
    assert store.read(c.namen) == []


def test_a_worker_reads_while_the_window_writes(store):
    counts, stop = [], threading.Event()

    def work():
        while not stop.is_set():
            counts.append(len(store.read(c.namen)))

    worker = threading.Thread(target=work)
    worker.start()
    for _ in range(10):
        store.write(c.nieuwe_deelnemer)
    stop.set()
    worker.join()
    assert counts == sorted(counts)
    assert len(store.read(c.namen)) == 10


def test_what_one_reading_sees_does_not_change_under_it(database, store):
    with database.open() as other:

        def twice(session):
            first = len(c.namen(session))
            other.write(c.nieuwe_deelnemer)
            return first, len(c.namen(session))

        assert store.read(twice) == (0, 0)
        assert len(store.read(c.namen)) == 1


def test_a_query_cannot_write(store):
    def cheat(session):
        session.add(Deelnemer(dossiernummer=1, voornaam="", familienaam="", zoeknaam="", sorteersleutel=""))

    store.read(cheat)
    assert store.read(c.namen) == []


def test_a_function_that_is_not_a_command_is_not_run(store):
    with pytest.raises(TypeError):
        store.write(c.namen)


def test_a_command_that_can_be_undone_may_not_change_rows_behind_its_back(store):
    store.write(c.nieuwe_deelnemer)
    with pytest.raises(RuntimeError):
        store.write(bulk)


def test_a_save_asks_the_database_for_nothing_back_and_is_kept_at_once(store):
    said: list[str] = []

    @command(Recht.REGISTREREN, "deelnemers bewaren")
    def traced(session):
        driver(session).set_trace_callback(said.append)
        return [c.nieuwe_deelnemer(session, naam) for naam in ("Peeters", "Maes")]

    jan, ann = store.write(traced)
    store.read(lambda session: driver(session).set_trace_callback(None))
    assert ann == jan + 1
    assert any(one.startswith("INSERT INTO deelnemer ") for one in said)
    assert not any("RETURNING" in one for one in said)
    assert said.count("COMMIT") == 1


def test_a_row_never_points_to_what_is_not_there(store):
    def broken(session):
        return session.execute(text("PRAGMA foreign_key_check")).fetchall()

    with pytest.raises(Exception, match="FOREIGN KEY"):
        store.write(c.nieuwe_begeleiding, 999)
    assert store.read(broken) == []


@pytest.mark.parametrize(
    ("rol", "leest", "schrijft"),
    [
        (Rol.COORDINATOR, True, True),
        (Rol.BEHEERDER, True, True),
        (Rol.LEZER, True, False),
        (Rol.VOCVO, False, False),
    ],
)
def test_each_role_reads_and_writes_as_the_table_says(database, clock, rol, leest, schrijft):
    with as_role(database, rol, clock) as store:
        for allowed, call in (
            (leest, lambda: store.read(c.namen)),
            (schrijft, lambda: store.write(c.nieuwe_deelnemer)),
        ):
            if allowed:
                call()
            else:
                with pytest.raises(Problem, match=rol.label):
                    call()


def test_a_second_program_that_holds_the_file_is_told_in_plain_words(database):
    first, second = (connect(database.path, database.key) for _ in range(2))
    try:
        first.execute("BEGIN IMMEDIATE")
        second.execute("PRAGMA busy_timeout = 1")
        with pytest.raises(Problem, match="ander programma"), explained():
            second.execute("BEGIN IMMEDIATE")
    finally:
        first.close()
        second.close()


@pytest.mark.parametrize(
    ("text_of_sqlite", "words"),
    [
        ("database or disk is full", "geen plaats"),
        ("attempt to write a readonly database", "niet schrijven"),
        ("database disk image is malformed", "niet meer leesbaar"),
    ],
)
def test_what_the_disk_did_is_told_in_plain_words(text_of_sqlite, words):
    with pytest.raises(Problem, match=words), explained():
        raise sqlcipher3.dbapi2.OperationalError(text_of_sqlite)


def test_a_mistake_in_the_program_is_not_told_as_if_the_user_could_help_it(store):
    def wrong(session):
        session.execute(text("SELECT * FROM bestaat_niet"))

    with pytest.raises(OperationalError):
        store.read(wrong)
