"""The setting in which all demo stories play: the prison, the period, the colleagues, the lockdowns."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from leertraject_desktop.domain.periode import Periode
from leertraject_desktop.features.demo.content import Content


@dataclass(frozen=True, slots=True)
class Colleagues:
    """Who works or worked here, by id of gebruiker; `vertrokken` left on `tot`, `tweede` began then."""

    eerste: int
    tweede: int
    vertrokken: int
    tot: date

    def somebody(self, rng: Random, day: date) -> int:
        """One of those who were at work on a day; the first works most."""
        other = self.vertrokken if day < self.tot else self.tweede
        return self.eerste if rng.random() < 0.65 else other


@dataclass(frozen=True, slots=True)
class Elders:
    """Another prison, and the days between which it exists."""

    code: str
    van: date | None
    tot: date | None

    def open_on(self, day: date) -> bool:
        return (self.van is None or self.van <= day) and (self.tot is None or day <= self.tot)


@dataclass(frozen=True, slots=True)
class World:
    """Everything that the stories share. Nothing happens before `begin` or after `vandaag`."""

    vandaag: date
    begin: date
    gevangenis: str
    elders: tuple[Elders, ...]
    lockdowns: tuple[Periode, ...]
    content: Content
    colleagues: Colleagues

    def another_prison(self, rng: Random, day: date) -> str:
        """A prison that somebody can be moved to or from on a day."""
        return rng.choice([prison.code for prison in self.elders if prison.open_on(day)])


def lockdowns(rng: Random, begin: date, vandaag: date) -> tuple[Periode, ...]:
    """A lockdown of two to five weeks in every year, all of them over by now."""
    found = []
    for offset in range(0, (vandaag - begin).days, 365):
        van = begin + timedelta(days=offset + rng.randint(90, 240))
        tot = van + timedelta(days=rng.randint(14, 35))
        if tot < vandaag - timedelta(days=20):
            found.append(Periode(van, tot))
    return tuple(found)
