"""What grows with the data and what does not: list, search, dossier, start screen, saving and the month."""

import tempfile
from collections.abc import Callable
from dataclasses import astuple
from pathlib import Path
from typing import Any

from benchmarks.figures import FULL, Figure, against, at_most, keep, pair
from benchmarks.month import month
from benchmarks.saving import saving
from benchmarks.scale_child import child
from benchmarks.world import World, make

SIZES = (1_000, 10_000, 100_000) if FULL else (1_000, 10_000)
RUNS = 40 if FULL else 15


def main() -> None:
    """Measure every subject at every size and print it."""
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            world = make(Path(folder), size)
            figures.append(_plain(f"{_number(size)}: made in bulk", world.seconds, "s"))
            figures += measured(world)
    keep("scale", figures)


def measured(world: World) -> list[Figure]:
    """All figures of one database; the list in a process of its own, because of its memory."""
    size = _number(world.size)
    figures = _list(world)
    with world.open() as store:
        figures += [
            *_search(store, size),
            *_board(store, size),
            month(store, size, RUNS),
            *_dossier(store, world.size // 2, world),
            _sorting(store, size),
            *saving(store, world, size, RUNS),
        ]
    return figures


def _list(world: World) -> list[Figure]:
    """The table and the whole page, each beside the same of bare Qt in a window as large."""
    size = _number(world.size)
    empty, none, bare, table, here, bare_page, everybody, before, after = child("people", world)
    return [
        against(f"{size}: table without rows, beside an empty QTableView", none, empty, 2),
        against(f"{size}: table with a screen of rows, beside an empty QTableView", table, empty, 2),
        against(f"{size}: the same, beside a QTableView with the same rows", table, bare, 2),
        against(f"{size}: whole page of who is here, beside a page of bare widgets", here, bare_page, 2),
        against(f"{size}: whole page of everybody, beside the same", everybody, bare_page, 2),
        at_most(f"{size}: memory that the list takes", (after - before) / 1024, 12, unit="MiB"),
    ]


def _search(store: Any, size: str) -> list[Figure]:
    from leertraject_desktop.features.zoeken.overal import zoek

    def raw(session: Any) -> None:
        run = session.connection().exec_driver_sql
        names = "SELECT rowid FROM zoeknaam_index WHERE zoeknaam_index MATCH 'naam : (\"ba\" *)' LIMIT 200"
        chosen = ",".join(str(row[0]) for row in run(names))
        run(
            "SELECT d.id, voornaam, familienaam, dossiernummer, v.tot FROM deelnemer d LEFT JOIN verblijf v "
            "ON v.id = (SELECT id FROM verblijf w WHERE w.deelnemer_id = d.id ORDER BY van DESC, id DESC "
            f"LIMIT 1) WHERE d.id IN ({chosen}) ORDER BY v.tot IS NOT NULL, sorteersleutel LIMIT 8"
        ).all()
        run(
            "SELECT rowid FROM zoektekst_index WHERE zoektekst_index MATCH 'tekst : (\"ba\" *)' LIMIT 200"
        ).all()

    again = _same_sql(store, zoek, "ba")
    sql, floor = pair(lambda: store.read(again), lambda: store.read(raw), runs=RUNS)
    whole, _ = pair(lambda: store.read(zoek, "ba"), lambda: None, runs=RUNS)
    return [
        against(f"{size}: SQL of a search, two letters, beside cap, then order", sql, floor, 1.5),
        _plain(f"{size}: the whole of that search", whole, "ms"),
    ]


def _same_sql(store: Any, query: Callable[..., object], *args: object) -> Callable[[Any], None]:
    """A query that runs the statements of another one, without what makes them and what comes after."""
    from sqlalchemy import event

    seen: list[tuple[str, Any]] = []

    def note(*call: Any) -> None:
        if not call[2].startswith("BEGIN"):
            seen.append((call[2], call[3]))

    event.listen(store._engine, "before_cursor_execute", note)
    store.read(query, *args)
    event.remove(store._engine, "before_cursor_execute", note)

    def again(session: Any) -> None:
        run = session.connection().exec_driver_sql
        for sql, values in seen:
            run(sql, values).all()

    return again


# Each source on its own partial index, with nothing in between.
SOURCES = (
    "SELECT datum AS dag FROM taak WHERE gedaan_op IS NULL",
    "SELECT a.streefdatum FROM actie a JOIN leerdoel l ON l.id = a.leerdoel_id JOIN begeleiding b "
    "ON b.id = l.begeleiding_id WHERE a.gedaan_op IS NULL AND a.vervallen = 0 "
    "AND a.streefdatum IS NOT NULL AND b.einddatum IS NULL",
    "SELECT date(datum, '+7 days') FROM informatievraag WHERE beantwoord_op IS NULL",
    "SELECT o.venster_tot FROM opvolgmoment o WHERE o.gedaan_op IS NULL AND o.vervallen_op IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM opschorting p WHERE p.begeleiding_id = o.begeleiding_id "
    "AND p.tot IS NULL)",
    "SELECT datum FROM nazorgmoment WHERE gedaan_op IS NULL AND vervallen_op IS NULL",
    "SELECT antwoord_tegen FROM doorverwijzing WHERE stand = 'in_behandeling'",
)
RAW_COUNTS = (
    "SELECT count(CASE WHEN dag < :today THEN 1 END), count(CASE WHEN dag = :today THEN 1 END), "
    "count(CASE WHEN dag > :today THEN 1 END) "
    f"FROM ({' UNION ALL '.join(SOURCES)}) WHERE dag <= :sunday"
)


def _board(store: Any, size: str) -> list[Figure]:
    from leertraject_desktop.domain.datums import einde_van_week
    from leertraject_desktop.features.taken.lijst import aantallen, takenbord
    from leertraject_desktop.storage.access import vandaag

    today = store.read(vandaag)
    days = {"today": str(today), "sunday": str(einde_van_week(today))}

    def raw(session: Any) -> Any:
        return session.connection().exec_driver_sql(RAW_COUNTS, days).one()

    if tuple(store.read(raw)) != astuple(store.read(aantallen)):
        raise RuntimeError("the counters of the start screen and the floor beside them differ")
    ours, floor = pair(lambda: store.read(aantallen), lambda: store.read(raw), runs=RUNS)
    whole, _ = pair(lambda: store.read(takenbord, maximum=6), lambda: None, runs=RUNS)
    return [
        against(f"{size}: counters of the start screen", ours, floor, 1.1),
        _plain(f"{size}: counters with six rows each", whole, "ms"),
    ]


def _dossier(store: Any, deelnemer_id: int, world: World) -> list[Figure]:
    """What the page of a dossier asks when it opens, and what each tab asks more when it is chosen."""
    from sqlalchemy import event

    from leertraject_desktop.features.deelnemers.dossier import dossierkop
    from leertraject_desktop.features.dossier.stand import dossierstand
    from leertraject_desktop.features.dossier.tijdlijn import tijdlijn

    size, seen = _number(world.size), list[str]()

    def everything() -> None:
        for query in (dossierkop, dossierstand, tijdlijn):
            store.read(query, deelnemer_id)

    def note(*call: Any) -> None:
        seen.append(call[2])

    event.listen(store._engine, "before_cursor_execute", note)
    everything()
    event.remove(store._engine, "before_cursor_execute", note)
    took, _ = pair(everything, lambda: None, runs=RUNS)
    opened, *tabs = child("dossier", world)
    words = ", ".join(f"{name} {count:.0f}" for name, count in zip(TABS, tabs, strict=True))
    return [
        at_most(f"{size}: queries of a dossier with all its children", len(seen), 8, unit=""),
        _plain(f"{size}: time of those queries", took, "ms"),
        Figure(
            f"{size}: queries of the page of a dossier", opened, None, "", "told", None,
            f"(and of each tab that is chosen: {words})",
        ),
    ]  # fmt: skip


TABS = ("begeleiding", "vragen", "partners", "papieren", "gegevens")


def _sorting(store: Any, size: str) -> Figure:
    from leertraject_desktop.features.deelnemers.lijst import SORTEERBAAR, DeelnemerFilter, deelnemer_ids

    times = []
    for key in SORTEERBAAR:
        choice = DeelnemerFilter(hier=False, sorteer=key)
        took, _ = pair(lambda choice=choice: store.read(deelnemer_ids, choice), lambda: None, runs=3)  # type: ignore[misc]
        times.append((key, took))
    words = ", ".join(f"{key} {took:.0f}" for key, took in times)
    return Figure(
        f"{size}: ids of everybody, by name", times[0][1], None, "ms", "told", None, f"({words} ms)"
    )


def _plain(what: str, value: float, unit: str) -> Figure:
    return Figure(what, value, None, unit, "told", None)


def _number(size: int) -> str:
    return f"{size:,}".replace(",", ".")


if __name__ == "__main__":
    main()
