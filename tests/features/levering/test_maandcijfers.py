"""The figures of a month: exact, adding up in every block, and refused for a month that has none."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from leertraject_desktop.domain.label import Einde
from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.features.demo.demo import EIGENAAR, maak_demo
from leertraject_desktop.features.levering.cijfers import MaandCijfers
from leertraject_desktop.features.levering.maandcijfers import maandcijfers
from leertraject_desktop.storage.access import command
from leertraject_desktop.storage.database import open_store
from leertraject_desktop.storage.store import Store
from leertraject_desktop.storage.tables import (
    Begeleiding,
    Contactmoment,
    Deelnemer,
    Informatievraag,
    Stopzetting,
    Taak,
)

F1 = ("F1a", "F1b", "F1c", "F1d", "F1e")
OKTOBER = Maand(2026, 10)


@command(Recht.REGISTREREN, "rijen klaarzetten", undo=False)
def keep(session: Session, rows: list[Any]) -> None:
    session.add_all(rows)


def person(number: int, **known: Any) -> Deelnemer:
    return Deelnemer(
        dossiernummer=number,
        voornaam="Jan",
        familienaam="Peeters",
        zoeknaam="jan",
        sorteersleutel="peeters",
        **known,
    )


def begeleiding(number: int, begin: date, **known: Any) -> Begeleiding:
    values: dict[str, Any] = {
        "gevangenis_code": "BRG",
        "fase": "intake",
        "door_id": 1,
        "leervraag": "",
        **known,
    }
    return Begeleiding(deelnemer_id=number, begindatum=begin, **values)


def vraag(day: date, **known: Any) -> Informatievraag:
    values: dict[str, Any] = {"gevangenis_code": "BRG", "kanaal": "gesprek", "onderwerp": "nt2", **known}
    return Informatievraag(datum=day, minuten=10, door_id=1, **values)


def figures(tabel: Any, column: int) -> dict[str, int]:
    return {rij.label: rij.aantallen[column] for rij in tabel.rijen if rij.aantallen[column]}


def reconciles(cijfers: MaandCijfers) -> None:
    """Every table is the sum of its rows, and the tables agree with the counts."""
    for tabel in cijfers.tabellen:
        columns = zip(*(rij.aantallen for rij in tabel.rijen), strict=True)
        assert tuple(sum(column) for column in columns) == tabel.totaal
        assert all(number >= 0 for rij in tabel.rijen for number in rij.aantallen)

    def both(code: str) -> tuple[int, int | None]:
        return cijfers.telling(code).maand, cijfers.telling(code).jaar

    for code in F1:
        assert cijfers.tabel(code).totaal == both("gestart")
    assert cijfers.tabel("F3").totaal == both("stopgezet")
    assert cijfers.tabel("F11a").totaal == cijfers.tabel("F11b").totaal == both("vragen")
    assert cijfers.tabel("F11c").totaal == (cijfers.telling("lopend").maand,)
    ended = (cijfers.telling("afgerond").jaar or 0, cijfers.telling("stopgezet").jaar or 0)
    assert cijfers.tabel("F2").totaal == (*ended, sum(ended))
    course = cijfers.tabel("F11d")
    assert course.totaal == (both("vragen")[1], both("gestart")[1], sum(ended), both("contacten")[1])
    assert course.rijen[-1].aantallen[0] == both("vragen")[0]


def test_the_866_trajectories_of_2020_come_out_as_the_minister_counted_them(store: Store):
    """S2 q1: 29/175/662, 832/34, 274/592, 114/638/114 and 116/750, every block 866."""
    ages = [20] * 114 + [25, 40, 49] * 212 + [30] * 2 + [50, 63] * 57
    people: list[Any] = []
    started: list[Any] = []
    for number in range(866):
        begin = date(2020, 1 + number % 12, 1 + number % 28)
        people.append(
            person(
                number + 1,
                opleidingsniveau="bachelor" if number < 29 else "tso3" if number < 204 else "bso2",
                geslacht="V" if number % 25 == 0 and number < 850 else "M",
                migratieachtergrond="ja" if number < 274 else "nee",
                arbeidshandicap="nee" if number < 750 else "ja",
                geboortedatum=date(2020 - ages[number], begin.month, begin.day),
            )
        )
        started.append(begeleiding(number + 1, begin))
    store.write(keep, people)
    store.write(keep, started)
    cijfers = store.read(maandcijfers, Maand(2020, 12))
    a, b, c, d, e = (figures(cijfers.tabel(code), 1) for code in F1)
    assert a == {"Hooggeschoold": 29, "Middengeschoold": 175, "Kortgeschoold": 662}
    assert b == {"Man": 832, "Vrouw": 34}
    assert c == {"Ja": 274, "Nee": 592}
    assert d == {"-25": 114, "25-50": 638, "50+": 114}
    assert e == {"Ja": 116, "Nee": 750}
    assert [cijfers.tabel(code).totaal[1] for code in F1] == [866] * 5
    reconciles(cijfers)


def test_what_is_not_known_is_a_row_of_its_own_and_never_lost(store: Store):
    odd = ("niet_erkend", "code van vroeger")
    store.write(keep, [person(1), person(2, opleidingsniveau=odd[0]), person(3, opleidingsniveau=odd[1])])
    store.write(keep, [begeleiding(number, date(2026, 10, 5)) for number in (1, 2, 3)])
    store.write(keep, [vraag(date(2026, 10, 6), onderwerp="code van vroeger")])
    cijfers = store.read(maandcijfers, OKTOBER)
    assert [figures(cijfers.tabel(code), 0) for code in F1] == [{"Onbekend": 3}] * 5
    assert figures(cijfers.tabel("F11a"), 0) == {"Onbekend": 1}
    reconciles(cijfers)


def test_only_this_prison_and_this_month_count(store: Store):
    store.write(keep, [person(1), person(2)])
    elders: dict[str, Any] = {"gevangenis_code": "GEN"}
    store.write(
        keep, [begeleiding(1, date(2026, 9, 30), fase="plan"), begeleiding(2, date(2026, 10, 1), **elders)]
    )
    store.write(
        keep, [vraag(date(2026, 10, 1)), vraag(date(2026, 10, 31), deelnemer_id=2), vraag(date(2026, 11, 1))]
    )
    store.write(keep, [vraag(date(2026, 10, 2), **elders), vraag(date(2025, 12, 31), deelnemer_id=1)])
    cijfers = store.read(maandcijfers, OKTOBER)
    counted = {telling.code: (telling.maand, telling.jaar) for telling in cijfers.tellingen}
    assert counted["vragen"] == (2, 2) and counted["vragen_anoniem"] == (1, 1)
    assert counted["gestart"] == (0, 1) and counted["lopend"] == (1, None)
    assert counted["personen"] == (1, 2)
    reconciles(cijfers)


def test_a_stopped_begeleiding_counts_with_its_reason_in_the_month_in_which_it_stopped(store: Store):
    stopped: dict[str, Any] = {"einde": Einde.STOPGEZET.value}
    store.write(keep, [person(1), person(2), person(3)])
    store.write(
        keep,
        [
            begeleiding(1, date(2026, 1, 5), einddatum=date(2026, 9, 30), **stopped),
            begeleiding(2, date(2026, 2, 5), einddatum=date(2026, 10, 1), **stopped),
            begeleiding(3, date(2026, 3, 5), einddatum=date(2026, 10, 31), einde=Einde.AFGEROND.value),
        ],
    )
    rows = [(1, date(2026, 9, 30), "vrijgesteld"), (2, date(2026, 10, 1), "wil_niet_meer")]
    store.write(
        keep, [Stopzetting(begeleiding_id=b, datum=day, reden=why, door_id=1) for b, day, why in rows]
    )
    cijfers = store.read(maandcijfers, OKTOBER)
    assert figures(cijfers.tabel("F3"), 0) == {"Wil niet meer": 1}
    assert figures(cijfers.tabel("F3"), 1) == {"Wil niet meer": 1, "Vrijgesteld": 1}
    assert [rij.aantallen for rij in cijfers.tabel("F2").rijen[-2:]] == [(0, 1, 1), (1, 1, 2)]
    assert cijfers.telling("lopend").maand == 0
    reconciles(cijfers)


class Enough(Exception):
    """Takes an example back out of the database."""


days = st.dates(date(2025, 11, 1), date(2026, 11, 20))
persons = st.fixed_dictionaries(
    {
        "opleidingsniveau": st.sampled_from(["geen", "bso2", "aso3", "master", "niet_erkend", "weg", None]),
        "geslacht": st.sampled_from(["M", "V", "X", None]),
        "migratieachtergrond": st.sampled_from(["ja", "nee", "onbekend"]),
        "arbeidshandicap": st.sampled_from(["ja", "nee", "onbekend"]),
        "geboortedatum": st.none() | st.dates(date(1950, 1, 1), date(2007, 1, 1)),
    }
)
courses = st.tuples(
    persons, days, st.none() | st.integers(0, 200), st.sampled_from(["wil_niet_meer", "weg", ""])
)
questions = st.tuples(
    days, st.sampled_from(["nt2", "andere", "weg"]), st.sampled_from(["brief", "weg"]), st.booleans()
)


@pytest.fixture(scope="module")
def shared(_template: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One database for all examples; each example is taken back."""
    path = tmp_path_factory.mktemp("cijfers") / "gedeeld.leertraject"
    path.write_bytes(_template.path.read_bytes())
    with type(_template)(path, _template.key).open() as store:
        yield store


@settings(max_examples=40)
@given(st.lists(courses, max_size=25), st.lists(questions, max_size=25), st.integers(11, 22))
def test_every_block_adds_up_to_the_same_total_whatever_was_registered(
    shared: Store, courses, questions, month
):
    maand = Maand(2025, 1).plus(month - 1)

    @command(Recht.REGISTREREN, "voorbeeld", undo=False)
    def example(session: Session) -> None:
        session.add(vraag(date(2025, 11, 1)))
        for number, (known, begin, length, reden) in enumerate(courses, start=1):
            session.add(person(number, **known))
            session.flush()
            end = begin + timedelta(days=length) if length is not None else None
            einde = None if end is None else Einde.STOPGEZET.value if reden else Einde.AFGEROND.value
            row = begeleiding(number, begin, einddatum=end, einde=einde)
            session.add(row)
            session.flush()
            if einde == "stopgezet" and reden != "weg":
                session.add(Stopzetting(begeleiding_id=row.id, datum=end, reden=reden, door_id=1))
            session.add(
                Contactmoment(
                    deelnemer_id=number,
                    gevangenis_code="BRG",
                    datum=begin,
                    soort="gesprek",
                    minuten=30,
                    door_id=1,
                )
            )
        for day, onderwerp, kanaal, known_person in questions:
            number = 1 if known_person and courses else None
            session.add(vraag(day, onderwerp=onderwerp, kanaal=kanaal, deelnemer_id=number))
        session.flush()
        reconciles(maandcijfers(session, maand))
        raise Enough

    with pytest.raises(Enough):
        shared.write(example)


def test_what_runs_is_what_ran_plus_what_started_minus_what_ended(tmp_path: Path):
    path = tmp_path / "demo.leertraject"
    maak_demo(path, wachtwoord="vier fietsen", deelnemers=60, jaren=2, vandaag=date(2026, 11, 24))
    with open_store(path, EIGENAAR.login, "vier fietsen") as store:
        months = [store.read(maandcijfers, Maand(2025, 1).plus(number)) for number in range(22)]
    for before, after in pairwise(months):
        reconciles(after)
        flow = [after.telling(code).maand for code in ("gestart", "afgerond", "stopgezet")]
        running = before.telling("lopend").maand + flow[0] - flow[1] - flow[2]
        assert after.telling("lopend").maand == running
    assert sum(after.telling("nazorg").maand for after in months) > 0


@pytest.mark.parametrize(
    ("maand", "says"),
    [
        ("2026-11", "November 2026 loopt nog tot 30-11."),
        ("2027-01", "Januari 2027 moet nog beginnen."),
        ("2024-02", "In februari 2024 was hier nog niets geregistreerd."),
    ],
)
def test_a_month_without_figures_is_refused_with_the_reason(store: Store, maand: str, says: str):
    store.write(keep, [vraag(date(2024, 3, 1))])
    with pytest.raises(Problem) as problem:
        store.read(maandcijfers, Maand.lees(maand))
    assert (problem.value.what, problem.value.veld) == (says, "maand")


def test_an_empty_database_has_no_month_to_deliver(store: Store):
    store.write(keep, [Taak(omschrijving="Lokaal vastleggen", datum=date(2026, 10, 1))])
    with pytest.raises(Problem, match="Er is nog niets geregistreerd"):
        store.read(maandcijfers, OKTOBER)
