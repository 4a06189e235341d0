"""What stands in the dossier of a made-up deelnemer: stays, questions, a begeleiding and what follows."""

import uuid
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from random import Random
from typing import Any

from leertraject_desktop.domain.klank import klanken
from leertraject_desktop.domain.opvolging import maanden_later
from leertraject_desktop.storage.follow_up_tables import (
    BegeleidingDrempel,
    Doorverwijzing,
    Doorverwijzingstand,
    Nazorgmoment,
    Ondersteuning,
    Opvolgmoment,
    Toestemming,
)
from leertraject_desktop.storage.tables import (
    Actie,
    Begeleiding,
    Contactmoment,
    Deelnemer,
    DeelnemerTaal,
    Faseovergang,
    Informatievraag,
    Leerdoel,
    Opschorting,
    Statuut,
    Stopzetting,
    Taak,
    Verblijf,
)

Rows = dict[Any, list[dict[str, Any]]]

HERE = 400
CONTACTS = 4
YEARS = 10
# The phases of a begeleiding and how many days after its begin each starts.
PHASES = (("intake", 0), ("orientering", 7), ("plan", 14), ("opvolging", 20))
LEVELS = ("lager", "sec1", "bso2", "aso2", None)
# fmt: off
SYLLABLES = (
    "ba", "da", "el", "fa", "gi", "ha", "jo", "ka", "le", "mi", "na", "or", "pe", "ri", "sa", "ti", "zo",
)
WORDS = (
    "over", "de", "cursus", "koken", "met", "leerkracht", "en", "het", "attest", "van", "vorig", "jaar",
    "in", "gang", "na", "bezoek",
)
# fmt: on


@dataclass(frozen=True, slots=True)
class Life:
    """One deelnemer by number; the ids of all that is theirs follow from it."""

    number: int
    here: bool
    begin: date
    end: date | None
    today: date

    def on(self, days: int) -> date:
        """So many days after the stay began, but not after it ended and not after today."""
        return min(self.begin + timedelta(days=days), self.end or self.today)

    def open_now(self, one_in: int) -> bool:
        """Whether something of this deelnemer is still open: only of who is here, of one in so many."""
        return self.here and self.number % one_in == 0


def rows_of(numbers: range, size: int, today: date) -> Rows:
    """All rows of these deelnemers, numbered as they came; of `size` the last 400 stay here now."""
    rng = Random(numbers.start)
    found: Rows = defaultdict(list)
    notes = [" ".join(rng.choices(WORDS, k=12)) for _ in range(1000)]
    for number in numbers:
        here = number > size - HERE
        begin = _arrival(number, size, today, rng, here=here)
        end = None if here else min(begin + timedelta(days=rng.randint(25, 250)), today - timedelta(days=1))
        life = Life(number, here, begin, end, today)
        _person(found, life, rng)
        _contacts(found, life, notes)
        if number % 5 < 2:
            _begeleiding(found, life, notes)
        if number % 10 == 3:
            _referral(found, life)
    return found


def _arrival(number: int, size: int, today: date, rng: Random, *, here: bool) -> date:
    """Rows are entered in the order of their days, so what belongs to a month lies together in the file."""
    if here:
        return today - timedelta(days=rng.randint(30, 300))
    return today - timedelta(days=rng.randint(30, 60) + (size - number) * YEARS * 365 // size)


def _add(rows: Rows, klass: Any, **values: Any) -> None:
    moment = datetime(2026, 1, 1)  # noqa: DTZ001 - moments in the database have no zone
    rows[klass].append(
        {
            "uid": uuid.uuid4().hex,
            "revisie": 1,
            "ingevoerd_op": moment,
            "gewijzigd_op": moment,
            "ingevoerd_door_id": 1,
        }
        | {"gewijzigd_door_id": 1, **values}
    )


def _person(rows: Rows, life: Life, rng: Random) -> None:
    number, begin = life.number, life.begin
    first, last = _name(rng, 2), _name(rng, 3)
    _add(
        rows, Deelnemer, id=number, dossiernummer=number, voornaam=first, familienaam=last,
        zoeknaam=f"{first} {last}".lower(), klank=f"{_sound(first)} {_sound(last)}",
        sorteersleutel=f"{last} {first}".lower(), geslacht="MVM"[number % 3],
        geboortedatum=date(1950 + number % 55, 1 + number % 12, 1 + number % 28),
        opleidingsniveau=LEVELS[number % 5],
    )  # fmt: skip
    _add(
        rows, Verblijf, id=number, deelnemer_id=number, gevangenis_code="BRG", van=begin, tot=life.end,
        afdeling=f"A{number % 9}", eindreden=None if life.here else "vrijgesteld",
    )  # fmt: skip
    _add(rows, Statuut, deelnemer_id=number, soort="BVG"[number % 3], van=begin)
    for place, language in enumerate(("nl", "ar")):
        level = "A2" if language == "nl" else None
        _add(rows, DeelnemerTaal, deelnemer_id=number, taal=language, niveau=level, volgorde=place)
    if number % 8 == 0:
        values = {"soort": "ondersteuningsnood", "code": "lezen_schrijven", "bron": "zelf"}
        _add(rows, Ondersteuning, deelnemer_id=number, van=begin, **values)


def _contacts(rows: Rows, life: Life, notes: list[str]) -> None:
    number = life.number
    guided = number if number % 5 < 2 else None
    for turn in range(CONTACTS):
        _add(
            rows, Contactmoment, id=number * CONTACTS + turn, deelnemer_id=number, begeleiding_id=guided,
            gevangenis_code="BRG", soort="gesprek", door_id=1, datum=life.on(turn * 5), minuten=20,
            notitie=notes[(number * 7 + turn) % 1000],
        )  # fmt: skip
    _add(
        rows, Informatievraag, deelnemer_id=number, gevangenis_code="BRG", datum=life.begin,
        kanaal="gesprek", onderwerp="nt2", vraag=notes[number % 900], door_id=1, minuten=10,
        beantwoord_op=None if life.open_now(4) else life.begin,
    )  # fmt: skip
    done = None if life.open_now(3) else life.on(10)
    day = life.today + timedelta(days=number % 21 - 7)
    _add(
        rows, Taak, deelnemer_id=number, omschrijving="Bel de dienst",
        datum=day if done is None else life.on(9), gedaan_op=done,
    )  # fmt: skip


def _begeleiding(rows: Rows, life: Life, notes: list[str]) -> None:
    number, stopped = life.number, not life.here and life.number % 3 == 0
    ending = None if life.here else ("stopgezet" if stopped else "afgerond")
    _add(
        rows, Begeleiding, id=number, deelnemer_id=number, gevangenis_code="BRG", begindatum=life.begin,
        fase="opvolging" if life.here else "afronding", leervraag=notes[number % 800], einddatum=life.end,
        einde=ending, door_id=1,
    )  # fmt: skip
    for phase, days in PHASES:
        _add(rows, Faseovergang, begeleiding_id=number, fase=phase, datum=life.on(days))
    if stopped:
        _add(rows, Stopzetting, begeleiding_id=number, datum=life.end, reden="andere_weg", door_id=1)
    if number % 20 == 0:
        reden = {"reden": "gezondheid", "van": life.on(12), "tot": life.on(20)}
        _add(rows, Opschorting, begeleiding_id=number, **reden)
    if number % 10 == 0:
        _add(rows, BegeleidingDrempel, begeleiding_id=number, drempel="taal", vastgesteld_op=life.on(8))
    for place in range(2):
        goal = number * 2 + place
        _add(
            rows, Leerdoel, id=goal, begeleiding_id=number, omschrijving="Nederlands leren", volgorde=place,
            streefdatum=life.begin + timedelta(days=180), bereikt_op=None if life.here else life.end,
        )  # fmt: skip
        for step in range(3):
            waits = life.here and step == 2
            _add(
                rows, Actie, leerdoel_id=goal, omschrijving="Schrijf je in", volgorde=step,
                streefdatum=life.today + timedelta(days=goal % 40 - 5) if waits else life.on(30),
                gedaan_op=None if waits else life.on(30),
            )  # fmt: skip
    _reviews(rows, life)


def _reviews(rows: Rows, life: Life) -> None:
    number = life.number
    for turn in range(3):
        waits = life.here and turn == 2
        window = life.today + timedelta(days=number % 60 - 4) if waits else life.on(turn * 60 + 30)
        _add(
            rows, Opvolgmoment, begeleiding_id=number, soort="periodiek", regel_code="veroordeelde_12_60",
            vanaf=life.begin, venster_van=window - timedelta(days=14), venster_tot=window,
            gedaan_op=None if waits else window,
        )  # fmt: skip
    if life.end is None:
        return
    for months in (6, 9, 12):
        day = maanden_later(life.end, months)
        done = day if day < life.today - timedelta(days=number % 5) else None
        _add(
            rows, Nazorgmoment, deelnemer_id=number, verblijf_id=number, gevangenis_code="BRG",
            maanden=months, datum=day, gedaan_op=done, uitkomst="aan_het_werk" if done else None,
        )  # fmt: skip


def _referral(rows: Rows, life: Life) -> None:
    number, waits = life.number, life.open_now(2)
    day = life.on(15)
    _add(
        rows, Toestemming, deelnemer_id=number, partner_code="vdab", doel="gegevens", gegeven_op=day,
        formuliernummer=str(number),
    )  # fmt: skip
    _add(
        rows, Doorverwijzing, id=number, deelnemer_id=number, gevangenis_code="BRG", partner_code="vdab",
        datum=day, vraag="Een plaats in de opleiding", door_id=1,
        antwoord_tegen=life.today + timedelta(days=number % 21 - 7) if waits else day,
        stand="in_behandeling" if waits else "aanvaard",
    )  # fmt: skip
    states = ("in_behandeling",) if waits else ("in_behandeling", "aanvaard")
    for state in states:
        _add(rows, Doorverwijzingstand, doorverwijzing_id=number, stand=state, datum=day)


def _name(rng: Random, syllables: int) -> str:
    return "".join(rng.choices(SYLLABLES, k=syllables)).capitalize()


@cache
def _sound(name: str) -> str:
    return klanken(name)
