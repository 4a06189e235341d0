"""The logboek: every act leaves a line, no line holds content, and a chain that was touched is found."""

import itertools
from datetime import timedelta

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from leertraject_desktop.domain.label import Logsoort
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.features.gegevens import logboek
from leertraject_desktop.storage import pogingen
from leertraject_desktop.storage.access import command, noteer, vandaag
from leertraject_desktop.storage.database import open_store, open_with_key
from leertraject_desktop.storage.engine import connect
from leertraject_desktop.storage.rekey import renew_key
from leertraject_desktop.storage.tables import Taak

CHANGES = {
    "content": "UPDATE logboekregel SET wat = 'iets anders' WHERE id = 3",
    "who": "UPDATE logboekregel SET gebruiker_id = NULL WHERE id = 3",
    "when": "UPDATE logboekregel SET moment = '2020-01-01 00:00:00.000000' WHERE id = 3",
    "which": "UPDATE logboekregel SET rijen = '' WHERE id = 3",
    "code": "UPDATE logboekregel SET zegel = zeroblob(32) WHERE id = 3",
    "removed": "DELETE FROM logboekregel WHERE id = 3",
    "cut off": "DELETE FROM logboekregel WHERE id > 3",
    "first": "DELETE FROM logboekregel WHERE id = 1",
    "all": "DELETE FROM logboekregel",
    "added": "INSERT INTO logboekregel SELECT 7, moment, gebruiker_id, soort, wat, rijen, zegel "
    "FROM logboekregel WHERE id = 6",
    "state": "UPDATE logboekstand SET aantal = 5",
    "no state": "DELETE FROM logboekstand",
    "renumbered": "UPDATE logboekregel SET id = id + 100 WHERE id > 3",
    "swapped": "UPDATE logboekregel SET id = CASE id WHEN 3 THEN -4 ELSE -3 END WHERE id IN (3, 4);"
    "UPDATE logboekregel SET id = -id WHERE id < 0",
    "cut off with state": "DELETE FROM logboekregel WHERE id > 3;"
    "UPDATE logboekstand SET aantal = 3, regelzegel = (SELECT zegel FROM logboekregel WHERE id = 3)",
}  # fmt: skip


@command(Recht.REGISTREREN, "taak toevoegen")
def nieuwe_taak(session, omschrijving):
    session.add(Taak(omschrijving=omschrijving, datum=vandaag(session)))


@command(Recht.LEZEN, "dossier bekijken", stil=True)
def bekijk(session, uid):
    noteer(session, Logsoort.INZAGE, "dossier bekijken", f"deelnemer:{uid}")


@command(Recht.REGISTREREN, "mislukte taak")
def weigert(session):
    session.add(Taak(omschrijving="x", datum=vandaag(session)))
    session.flush()
    raise Problem("Nee.", "Doe iets anders.")


@pytest.fixture
def six_lines(store):
    for number in range(6):
        store.write(nieuwe_taak, f"taak {number}")
    return store


def tamper(store, statements):
    raw = connect(store.path, store.key)
    for name in ("logboekregel", "logboeksleutel"):
        raw.execute(f"DROP TRIGGER IF EXISTS {name}_geen_update")
        raw.execute(f"DROP TRIGGER IF EXISTS {name}_geen_delete")
    for statement in statements.split(";"):
        raw.execute(statement)
    raw.close()


def test_every_write_leaves_one_line_that_names_the_act_and_the_row_but_not_what_stands_in_it(store):
    store.write(nieuwe_taak, "bel Zonderling")
    (regel,) = store.read(logboek.lijst_logboek)
    assert (regel.nummer, regel.naam, regel.soort, regel.wat) == (
        1, "An Bogaert", Logsoort.WIJZIGING, "taak toevoegen",
    )  # fmt: skip
    assert len(regel.rijen) == 1
    assert regel.rijen[0].startswith("taak:")
    assert "Zonderling" not in repr(regel)


def test_views_of_a_dossier_undo_and_what_leaves_the_program_are_lines_too(store):
    store.write(bekijk, "ab12")
    store.write(nieuwe_taak, "x")
    store.undo()
    store.noteer(Logsoort.UITVOER, "levering", "levering:cd34")
    soorten = [regel.soort for regel in store.read(logboek.lijst_logboek)]
    assert soorten == [Logsoort.UITVOER, Logsoort.ONGEDAAN, Logsoort.WIJZIGING, Logsoort.INZAGE]
    assert store.read(logboek.controleer_logboek).heel


def test_what_was_refused_leaves_no_line(store):
    with pytest.raises(Problem):
        store.write(weigert)
    assert store.read(logboek.lijst_logboek) == []


def test_logins_and_failed_logins_are_lines(database, clock):
    for _ in range(2):
        with pytest.raises(Problem):
            open_store(database.path, "an", "iets anders", clock=clock)
    with open_store(database.path, "an", database.wachtzin, clock=clock) as opened:
        regels = opened.read(logboek.lijst_logboek)
    assert [regel.soort for regel in regels] == [Logsoort.AANMELDING, Logsoort.MISLUKT, Logsoort.MISLUKT]
    assert regels[1].wat == "foute wachtzin, an, 2026-11-24 09:00:00 UTC"
    assert pogingen.lees(database.path) == []


def test_the_chain_of_an_untouched_logboek_is_whole(six_lines):
    oordeel = six_lines.read(logboek.controleer_logboek)
    assert (oordeel.aantal, oordeel.heel) == (6, True)


@pytest.mark.parametrize("how", CHANGES)
def test_a_line_that_was_changed_removed_added_or_moved_is_found(six_lines, how):
    tamper(six_lines, CHANGES[how])
    oordeel = six_lines.read(logboek.controleer_logboek)
    assert not oordeel.heel
    assert all(breuk.wat for breuk in oordeel.breuken)


@pytest.mark.parametrize("statement", ["UPDATE logboekregel SET wat = ''", "DELETE FROM logboekregel"])
def test_the_database_itself_refuses_to_change_a_line(six_lines, statement):
    raw = connect(six_lines.path, six_lines.key)
    with pytest.raises(sqlcipher.IntegrityError, match="only be added to"):
        raw.execute(statement)
    raw.close()


def test_the_chain_stays_whole_when_the_database_key_is_renewed_twice(six_lines, database):
    key = six_lines.key
    six_lines.close()
    for number in range(2):
        key = renew_key(database.path, key, frozenset({"an"}))
        with open_with_key(database.path, "an", key) as opened:
            opened.write(nieuwe_taak, f"na vernieuwing {number}")
            oordeel = opened.read(logboek.controleer_logboek)
            assert (oordeel.aantal, oordeel.breuken) == (7 + number, ())
    with open_with_key(database.path, "an", key) as opened:
        tamper(opened, CHANGES["content"])
        assert [breuk.regel for breuk in opened.read(logboek.controleer_logboek).breuken] == [3]


def test_the_order_is_that_of_the_counter_whatever_the_clock_says(store, clock):
    for later in (timedelta(), timedelta(days=-366), timedelta(days=40), timedelta(minutes=-3)):
        clock.later(seconds=later.total_seconds())
        store.write(nieuwe_taak, "x")
    assert [regel.nummer for regel in store.read(logboek.lijst_logboek)] == [4, 3, 2, 1]
    assert [sprong.regel for sprong in store.read(logboek.sprongen_van_de_klok)] == [2, 3]
    store.write(logboek.bevestig_klok)
    assert store.read(logboek.sprongen_van_de_klok) == []


def test_a_bulk_write_is_one_line_with_counts():
    from leertraject_desktop.storage.logboek import rows_of
    from leertraject_desktop.storage.row_changes import RowChange

    table = Taak.__table__
    changes = [RowChange(table, {"id": n}, None, {"uid": f"u{n}"}) for n in range(41)]
    assert rows_of(changes) == ["taak×41"]
    assert rows_of(itertools.islice(changes, 2)) == ["taak:u0", "taak:u1"]


def test_what_was_found_is_told_in_words(six_lines):
    assert logboek.logboek_in_woorden(six_lines) == (
        True,
        ["Aantal regels in het logboek: 6.", "Het logboek is heel: er is niets veranderd of verdwenen."],
    )
    tamper(six_lines, CHANGES["content"])
    heel, regels = logboek.logboek_in_woorden(six_lines)
    assert not heel
    assert regels[1].startswith("Gebroken bij regel 3")
