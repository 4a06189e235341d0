"""Gives the demo its open taken: some late, some for today, some this week, the rest later."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from leertraject_desktop.domain.label import Fase
from leertraject_desktop.features.demo import workdays
from leertraject_desktop.features.demo.rows import Rows
from leertraject_desktop.features.demo.traject import Traject
from leertraject_desktop.features.demo.world import World
from leertraject_desktop.storage.tables import Taak

HOURS = ("09:00", "09:45", "10:30", "11:15", "13:30", "14:15", "15:00")


@dataclass(frozen=True, slots=True)
class Todo:
    """Something still to be done, clear since `sinds`; `dag` is None where any day will do.

    `deelnemer_id` 0 is for nobody in particular.
    """

    deelnemer_id: int
    omschrijving: str
    sinds: date
    dag: date | None = None


def todos(world: World, rng: Random, trajecten: list[Traject]) -> list[Todo]:
    """What is to be done for the begeleidingen that run; acties and open questions speak for themselves."""
    taken = world.content.taken
    found = []
    for traject in trajecten:
        if not traject.open or traject.row is None or traject.paused(world.vandaag):
            continue
        fase = Fase(traject.row["fase"])
        if fase is Fase.NAZORG:  # the nazorgmomenten speak for themselves
            continue
        if fase is Fase.INTAKE or rng.random() < 0.85:
            following = Fase.ORIENTERING if fase is Fase.INTAKE else fase
            beginner = traject.dossier.persoon.nederlands in ("geen", "A1")
            nt2 = following is Fase.ORIENTERING and beginner and rng.random() < 0.6
            wat = rng.choice(taken["orientering_nt2" if nt2 else following.value])
            sinds = world.vandaag - timedelta(days=rng.randint(3, 25))
            found.append(Todo(traject.dossier.id, wat, max(traject.begin, sinds)))
    return found


def plan(world: World, rows: Rows, rng: Random, found: list[Todo]) -> None:
    """Put the todos on days; with enough of them three or four are late and five are for today."""
    for todo in found:
        if todo.dag is not None:
            _add(world, rows, todo, todo.dag)
    found = sorted((todo for todo in found if todo.dag is None), key=lambda todo: todo.sinds)
    late = found[: min(3 + len(found) // 60, len(found) // 5)]
    rest = found[len(late) :]
    rng.shuffle(rest)
    today, week, later = rest[:5], rest[5:15], rest[15:]
    for todo in late:
        day = workdays.on_or_before(world.vandaag - timedelta(days=rng.randint(1, 6)))
        _add(world, rows, todo, max(day, todo.sinds))
    hours = iter(sorted(rng.sample(range(len(HOURS)), 4)))
    for todo in today:
        hour = next(hours, None)
        _add(world, rows, todo, world.vandaag, HOURS[hour] if hour is not None else "")
    for todo, day in zip(week, _coming_days(world.vandaag), strict=False):
        _add(world, rows, todo, day, rng.choice(HOURS) if rng.random() < 0.4 else "")
    for todo in later:
        _add(world, rows, todo, workdays.plus(world.vandaag, rng.randint(8, 60)))
    for omschrijving, ahead in zip(world.content.taken["algemeen"], (0, 1, 3, 9, 16), strict=True):
        made = workdays.on_or_before(world.vandaag - timedelta(days=rng.randint(1, 12)))
        day = workdays.plus(world.vandaag, ahead) if ahead else world.vandaag
        _add(world, rows, Todo(0, omschrijving, made), day)


def _coming_days(day: date) -> Iterator[date]:
    """The workdays of the coming week, over and over."""
    days = [one for one in (day + timedelta(days=ahead) for ahead in range(1, 8)) if workdays.is_workday(one)]
    while True:
        yield from days


def _add(world: World, rows: Rows, todo: Todo, day: date, uur: str = "") -> None:
    made = min(todo.sinds, day)
    rows.add(
        Taak, made, world.colleagues.eerste,
        deelnemer_id=todo.deelnemer_id or None, omschrijving=todo.omschrijving, datum=day, uur=uur,
    )  # fmt: skip
