"""A week of what is due: its days with their rows, and the same on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from leertraject_desktop.domain.datums import parse_tijd
from leertraject_desktop.features.papier.weeklijst import WeekDag, WeekTaak, weeklijst_pdf
from leertraject_desktop.features.taken.lijst import TaakRij, taken
from leertraject_desktop.storage.access import vandaag
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.kit.print_preview import PrintPreview
from leertraject_desktop.ui.kit.screen import Screen

MOST = 2000
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Day:
    """One day and what is due on it."""

    datum: date
    rijen: tuple[TaakRij, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """Monday to Sunday, and what is still open from before (only in the week of today)."""

    dagen: tuple[Day, ...]
    vroeger: tuple[TaakRij, ...]
    vandaag: date


def monday(dag: date) -> date:
    """The Monday of the week of a day."""
    return dag - timedelta(days=dag.weekday())


def read_week(store: Store, dag: date) -> Week:
    """The week in which a day falls."""
    today, first = store.read(vandaag), monday(dag)
    rows = store.read(taken, first, first + 6 * DAY, maximum=MOST)
    days = tuple(
        Day(datum, tuple(row for row in rows if row.datum == datum))
        for datum in (first + number * DAY for number in range(7))
    )
    here = first == monday(today)
    earlier = store.read(taken, None, first - DAY, maximum=MOST) if here else []
    return Week(days, tuple(earlier), today)


def print_week(screen: Screen, dag: date) -> None:
    """Show the week in which a day falls as it will be printed; what is late stands on today."""
    store = screen.context.store
    week = read_week(store, dag)
    preview = PrintPreview(screen)
    preview.told.connect(screen.told)
    preview.closed.connect(preview.deleteLater)
    first = week.dagen[0].datum
    preview.show_pdf(weeklijst_pdf(week_paper(week), wie=store.wie.naam), f"Week van {first:%d-%m-%Y}")


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
