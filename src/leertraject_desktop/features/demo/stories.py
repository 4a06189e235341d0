"""The ten kinds of story that the demo tells, each cut off at today.

1. `enkel_vraag`: asks a question or two, no begeleiding.
2. `anoniem`: a question without a dossier (`ask_anonymously`).
3. `afgerond`: a question becomes a begeleiding that reaches its leerdoelen.
4. `stopgezet`: a begeleiding that stops, with its reason.
5. `overgeplaatst`: moved to another prison in the middle of a begeleiding.
6. `teruggekeerd`: released, back after months, with a second begeleiding.
7. `lockdown`: on hold during a lockdown, then taken up again.
8. `nt2_lang`: from no Dutch at all to B1 in more than a year.
9. `nazorg`: released with a begeleiding that goes on as nazorg for a year.
10. `verse_intake`: arrived lately; the intake is planned or just done.

A story that began too lately to be told whole shows a begeleiding that still runs.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from leertraject_desktop.domain.label import Fase
from leertraject_desktop.features.demo import workdays
from leertraject_desktop.features.demo.dossier import Dossier
from leertraject_desktop.features.demo.rows import Rows
from leertraject_desktop.features.demo.traject import Traject
from leertraject_desktop.features.demo.world import World
from leertraject_desktop.storage.tables import Informatievraag

Story = Callable[[Dossier, date], list[Traject]]

REDENEN = {
    "wil_niet_meer": 30, "vrijgesteld": 24, "overgeplaatst": 14, "geen_aanbod": 11, "niet_bereikbaar": 8,
    "andere_weg": 5, "gezondheid": 3, "toelating_geweigerd": 3, "andere": 2,
}  # fmt: skip
PAUZES = {
    "gezondheid": 26, "staking": 24, "begeleider_afwezig": 14, "wil_even_niet": 18, "lokaal": 10, "buiten": 8,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Soort:
    """A kind of story: how often it is told, and what it needs (`nt2`: somebody without Dutch)."""

    verhaal: Story
    gewicht: int
    nt2: bool = False


def enkel_vraag(dossier: Dossier, aankomst: date) -> list[Traject]:
    """A question, perhaps a second one, and no more."""
    dossier.arrive(aankomst, seen=dossier.start)
    dossier.vraag(dossier.start)
    dossier.leave(dossier.later(dossier.start, 15, 330))
    return []


def afgerond(dossier: Dossier, aankomst: date) -> list[Traject]:
    """From question to begeleiding to afronding."""
    traject = _begin(dossier, aankomst)
    end = dossier.later(traject.begin, 110, 290)
    _perhaps_pause(traject, end)
    traject.walk(end)
    traject.finish(end)
    dossier.leave(dossier.later(end, 0, 220))
    return [traject]


def stopgezet(dossier: Dossier, aankomst: date) -> list[Traject]:
    """A begeleiding that stops; when the reason is leaving, the person leaves on that day."""
    traject = _begin(dossier, aankomst)
    reden = dossier.rng.choices(list(REDENEN), list(REDENEN.values()))[0]
    end = dossier.later(traject.begin, 20, 210)
    traject.walk(end, until=dossier.rng.choice([Fase.ORIENTERING, *[Fase.OPVOLGING] * 3]), reached=False)
    traject.stop(end, reden)
    leaving = reden in ("vrijgesteld", "overgeplaatst")
    dossier.leave(end if leaving else dossier.later(end, 10, 200), reden if leaving else "")
    return [traject]


def overgeplaatst(dossier: Dossier, aankomst: date) -> list[Traject]:
    """Moved in the middle of it."""
    traject = _begin(dossier, aankomst)
    end = dossier.later(traject.begin, 60, 160)
    traject.walk(end, until=Fase.OPVOLGING, reached=False)
    traject.stop(end, "overgeplaatst")
    dossier.leave(end, "overgeplaatst")
    return [traject]


def teruggekeerd(dossier: Dossier, aankomst: date) -> list[Traject]:
    """Released, and back after months: a second verblijf and a second begeleiding."""
    first = _begin(dossier, aankomst)
    released = dossier.later(first.begin, 40, 120)
    first.walk(released, until=Fase.OPVOLGING, reached=False)
    first.stop(released, "vrijgesteld")
    dossier.leave(released, "vrijgesteld")
    back = released + timedelta(days=dossier.rng.randint(70, 330))
    if not dossier.past(back):
        return [first]
    dossier.arrive(back, seen=dossier.later(back, 1, 20))
    second = Traject(dossier, dossier.later(back, 21, 45), first.thema)
    end = dossier.later(second.begin, 100, 240)
    second.walk(end)
    second.finish(end)
    dossier.leave(dossier.later(end, 0, 150))
    return [first, second]


def lockdown(dossier: Dossier, aankomst: date) -> list[Traject]:
    """On hold during a lockdown that began some weeks after the intake."""
    traject = _begin(dossier, aankomst)
    pause = next((one for one in dossier.world.lockdowns if one.van > traject.begin), None)
    end = dossier.later(pause.tot if pause and pause.tot else traject.begin, 80, 220)
    if pause is not None and pause.tot is not None:
        traject.pause(pause.van, pause.tot, "lockdown")
    traject.walk(end)
    traject.finish(end)
    dossier.leave(dossier.later(end, 0, 150))
    return [traject]


def nt2_lang(dossier: Dossier, aankomst: date) -> list[Traject]:
    """From no Dutch to B1, module after module."""
    traject = _begin(dossier, aankomst, voor="nt2_lang")
    end = dossier.later(traject.begin, 420, 560)
    _perhaps_pause(traject, end)
    traject.walk(end)
    for part, niveau in enumerate(("A1", "A2", "B1"), start=1):
        dossier.speaks_dutch(
            niveau, workdays.plus(traject.begin, (end - traject.begin).days * part // 3 - 10)
        )
    traject.finish(end)
    dossier.leave(dossier.later(end, 0, 250))
    return [traject]


def nazorg(dossier: Dossier, aankomst: date) -> list[Traject]:
    """Released while it runs; for a year there is contact now and then."""
    traject = _begin(dossier, aankomst)
    released = dossier.later(traject.begin, 80, 170)
    traject.walk(released, until=Fase.OPVOLGING)
    traject.enter(Fase.NAZORG, released)
    traject.released = released
    dossier.leave(released, dossier.rng.choice(["vrijgesteld", "vrijgesteld", "elektronisch_toezicht"]))
    for days in (30, 182, 274):
        traject.contact(dossier.later(released, days, days + 12), "telefoon", Fase.NAZORG)
    traject.finish(dossier.later(released, 365, 372))
    return [traject]


def verse_intake(dossier: Dossier, aankomst: date) -> list[Traject]:
    """Arrived lately; the intake is planned or just done."""
    traject = _begin(dossier, aankomst)
    traject.walk(dossier.later(traject.begin, 150, 250))
    dossier.leave(dossier.later(dossier.world.vandaag, 120, 400))
    return [traject]


SOORTEN = {
    "verse_intake": Soort(verse_intake, 0),
    "afgerond": Soort(afgerond, 18),
    "enkel_vraag": Soort(enkel_vraag, 36),
    "stopgezet": Soort(stopgezet, 14),
    "nazorg": Soort(nazorg, 6),
    "teruggekeerd": Soort(teruggekeerd, 5),
    "nt2_lang": Soort(nt2_lang, 7, nt2=True),
    "overgeplaatst": Soort(overgeplaatst, 8),
    "lockdown": Soort(lockdown, 6),
}


def ask_anonymously(world: World, rows: Rows, rng: Random, day: date) -> None:
    """A question at an infomoment or in the corridor, by somebody who has no dossier."""
    tekst = rng.choice(world.content.anoniem)
    door = world.colleagues.somebody(rng, day)
    rows.add(
        Informatievraag, day, door,
        gevangenis_code=world.gevangenis, datum=day, kanaal=tekst.kanaal, onderwerp=tekst.onderwerp,
        vraag=tekst.vraag, antwoord=tekst.antwoord, beantwoord_op=day, minuten=rng.choice([5, 5, 10]),
        door_id=door,
    )  # fmt: skip


def _begin(dossier: Dossier, aankomst: date, voor: str = "") -> Traject:
    dossier.arrive(aankomst, seen=dossier.start)
    thema = dossier.thema(voor)
    vraag = dossier.vraag(dossier.start, thema.vraag)
    return Traject(dossier, dossier.later(dossier.start, 2, 12), thema, vraag)


def _perhaps_pause(traject: Traject, end: date) -> None:
    dossier = traject.dossier
    if dossier.rng.random() < 0.16:
        van = dossier.later(traject.begin, 55, max(56, (end - traject.begin).days - 30))
        reden = dossier.rng.choices(list(PAUZES), list(PAUZES.values()))[0]
        traject.pause(van, van + timedelta(days=dossier.rng.randint(7, 35)), reden)
