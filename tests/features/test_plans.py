"""What is read often reads indexes: no plan of SQLite walks through a whole table, however long it grew."""

import re

import pytest
from sqlalchemy import event

from leertraject_desktop.features.begeleidingen import lijst as begeleidingen
from leertraject_desktop.features.deelnemers import lijst as deelnemers
from leertraject_desktop.features.deelnemers.dossier import dossierkop
from leertraject_desktop.features.dossier.stand import dossierstand
from leertraject_desktop.features.dossier.tijdlijn import tijdlijn
from leertraject_desktop.features.informatievragen import lijst as vragen
from leertraject_desktop.features.nazorg import lijst as nazorg
from leertraject_desktop.features.taken.lijst import aantallen, takenbord
from leertraject_desktop.features.zoeken.overal import zoek

OPENED = {
    "counters": (aantallen,),
    "start screen": (takenbord,),
    "who is here": (deelnemers.deelnemer_ids, deelnemers.DeelnemerFilter()),
    "rows of deelnemers": (deelnemers.deelnemer_rijen, [1, 2, 3]),
    "questions": (vragen.vraag_ids, vragen.VraagFilter()),
    "rows of questions": (vragen.vraag_rijen, [1, 2, 3]),
    "begeleidingen": (begeleidingen.begeleiding_ids, begeleidingen.BegeleidingFilter()),
    "rows of begeleidingen": (begeleidingen.begeleiding_rijen, [1, 2, 3]),
    "nazorg": (nazorg.nazorg_ids, nazorg.NazorgFilter()),
    "rows of nazorg": (nazorg.nazorg_rijen, [1, 2, 3]),
    "search": (zoek, "ba"),
    "timeline": (tijdlijn, 1),
}


def plan(store, query, *args):
    """The lines in which SQLite tells how it reads every statement of a query."""
    seen = []

    @event.listens_for(store._engine, "before_cursor_execute")
    def note(*call):
        if call[2].startswith("SELECT"):
            seen.append((call[2], call[3]))

    store.read(query, *args)
    event.remove(store._engine, "before_cursor_execute", note)

    def explained(session):
        run = session.connection().exec_driver_sql
        return [row[3] for sql, values in seen for row in run("EXPLAIN QUERY PLAN " + sql, values)]

    return store.read(explained)


def whole_tables(lines):
    """The lines that read a table from its first row to its last, without an index."""
    return [line for line in lines if re.fullmatch(r"SCAN (?!anon_)[a-z_0-9]+", line)]


@pytest.mark.parametrize("query", OPENED.values(), ids=OPENED)
def test_what_is_opened_every_day_walks_through_no_table(store, query):
    lines = plan(store, *query)

    assert lines
    assert whole_tables(lines) == []


def test_a_dossier_walks_through_no_table(store, youssef):
    lines = plan(store, dossierkop, youssef) + plan(store, dossierstand, youssef)

    assert whole_tables(lines) == []


def test_the_counters_of_the_start_screen_read_indexes_alone(store):
    reads = [line for line in plan(store, aantallen) if line.startswith(("SEARCH", "SCAN"))]

    others = [line for line in reads if "COVERING INDEX" not in line and line != "SCAN anon_1"]
    assert others == ["SEARCH opschorting USING INDEX uq_opschorting_open (begeleiding_id=?)"]


@pytest.mark.parametrize(
    ("stand", "index"),
    [("open", "ix_informatievraag_open"), ("maand", "ix_informatievraag_beantwoord_op")],
)
def test_the_first_questions_are_found_without_passing_those_of_ten_years(store, stand, index):
    lines = plan(store, vragen.vraag_ids, vragen.VraagFilter(stand=stand), 201)

    assert index in lines[0]
