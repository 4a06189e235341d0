"""A week of what is due: its days with their rows, and the same on paper and in Excel."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from leertraject_desktop.domain.datums import einde_van_week, parse_tijd, toon_datum
from leertraject_desktop.features.papier.weeklijst import WeekDag, WeekTaak, weeklijst_pdf
from leertraject_desktop.features.taken.lijst import TaakRij, taken
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.kit.print_preview import preview_pdf
from leertraject_desktop.ui.kit.screen import Screen
from leertraject_desktop.ui.kit.table_model import Column

MOST = 2000
WRITTEN: list[Column[TaakRij]] = [
    Column("Datum", lambda rij: rij.datum),
    Column("Uur", lambda rij: rij.uur),
    Column("Naam", lambda rij: rij.naam),
    Column("Wat", lambda rij: rij.omschrijving),
    Column("Soort", lambda rij: rij.bron),
    Column("Dagen te laat", lambda rij: rij.dagen_te_laat or None, align="right"),
]
"""The columns of a week in Excel."""

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Day:
    """One day and what is due on it."""

    datum: date
    rijen: tuple[TaakRij, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """Whole weeks of days, and what is still open from before (only when the first is that of today)."""

    dagen: tuple[Day, ...]
    vroeger: tuple[TaakRij, ...]
    vandaag: date


def monday(dag: date) -> date:
    """The Monday of the week of a day."""
    return dag - timedelta(days=dag.weekday())


def read_week(store: Store, dag: date, *, tot: date | None = None) -> Week:
    """The week in which a day falls, and the days after it up to the Sunday `tot`."""
    today, first = store.read(vandaag), monday(dag)
    last = tot or first + 6 * DAY
    rows = store.read(taken, first, last, maximum=MOST)
    days = tuple(
        Day(datum, tuple(row for row in rows if row.datum == datum))
        for datum in (first + number * DAY for number in range((last - first).days + 1))
    )
    here = first == monday(today)
    earlier = store.read(taken, None, first - DAY, maximum=MOST) if here else []
    return Week(days, tuple(earlier), today)


def week_rows(week: Week) -> tuple[TaakRij, ...]:
    """All rows of a week, first due first; before them what is late from before."""
    return (*week.vroeger, *(row for day in week.dagen for row in day.rijen))


def print_week(screen: Screen, dag: date) -> None:
    """Show the week in which a day falls as it will be printed; what is late stands on today."""
    week = read_week(screen.context.store, dag)
    _preview(screen, week_paper(week), f"Week van {toon_datum(week.dagen[0].datum)}")


def print_ahead(screen: Screen) -> None:
    """Show what the start screen looks ahead to as it will be printed: today up to its last Sunday.

    That is this week, and from Friday on the next one with it.
    """
    store = screen.context.store
    today = store.read(vandaag)
    days = week_paper(read_week(store, today, tot=einde_van_week(today)))
    _preview(screen, days, f"{toon_datum(days[0].datum)} tot en met {toon_datum(days[-1].datum)}")


def _preview(screen: Screen, days: list[WeekDag], title: str) -> None:
    store = screen.context.store
    pdf = weeklijst_pdf(days, wie=store.wie.naam)
    preview_pdf(screen, pdf, title, screen.told, note=lambda soort: store.noteer(soort, "weeklijst"))


def week_paper(week: Week) -> list[WeekDag]:
    """The days as the paper has them: those that are over are left out, what was due then is late today."""
    late = [row for day in week.dagen if day.datum < week.vandaag for row in day.rijen]
    days = []
    for day in week.dagen:
        if day.datum < week.vandaag <= week.dagen[-1].datum:
            continue
        rows: Sequence[TaakRij] = day.rijen
        if day.datum == week.vandaag:
            rows = [*week.vroeger, *late, *day.rijen]
        days.append(WeekDag(day.datum, tuple(_on_paper(row) for row in rows)))
    return days


def _on_paper(row: TaakRij) -> WeekTaak:
    late = row.dagen_te_laat > 0
    return WeekTaak(row.omschrijving, row.naam, None if late else parse_tijd(row.uur), late)
