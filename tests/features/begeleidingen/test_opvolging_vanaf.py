"""From which day a review counts, and when its date may move, whatever happens and in whatever order."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session
from tests.badinput.profile import examples
from tests.conftest import Clock, Database

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.features.begeleidingen import plan, verloop
from leertraject_desktop.features.begeleidingen.invoer import BegeleidingInvoer, ContactInvoer
from leertraject_desktop.features.begeleidingen.lijst import begeleiding_wijziging
from leertraject_desktop.features.begeleidingen.opvolging import opvolgmomenten
from leertraject_desktop.features.deelnemers import commands, dossier
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer, VerblijfInvoer
from leertraject_desktop.storage.access import command
from leertraject_desktop.storage.follow_up_tables import Opvolgmoment, Opvolgregel
from leertraject_desktop.storage.store import Store
from leertraject_desktop.storage.tables import Contactmoment, Verblijf


def open_reviews(store: Store, begeleiding: int) -> list[tuple[str, date]]:
    rows = store.read(opvolgmomenten, begeleiding)
    return [(rij.soort, rij.venster_tot) for rij in rows if rij.gedaan_op is None]


def spreek(store: Store, deelnemer: int, dag: date) -> int:
    return store.write(plan.nieuw_contactmoment, deelnemer, ContactInvoer(dag, "opvolging"))


def zet_vrij(store: Store, deelnemer: int, dag: date | None) -> None:
    invoer = replace(store.read(dossier.deelnemer_invoer, deelnemer), vrij_vanaf=dag)
    store.write(commands.wijzig_deelnemer, deelnemer, invoer, "veranderd")


def verbeter_verblijf(store: Store, deelnemer: int, **nieuw: Any) -> None:
    """Put the last stay right."""
    laatste = max(store.read(dossier.verblijven, deelnemer), key=lambda rij: rij.van)
    invoer = store.read(dossier.verblijf_invoer, laatste.id)
    store.write(commands.wijzig_verblijf, laatste.id, replace(invoer, **nieuw), "typfout")


def test_who_was_just_spoken_with_is_not_late_because_a_stay_was_put_right(
    store: Store, youssef: int, begeleiding: int
) -> None:
    zet_vrij(store, youssef, date(2026, 12, 1))
    spreek(store, youssef, date(2026, 11, 20))
    before = open_reviews(store, begeleiding)
    assert [soort for soort, _ in before] == ["gesprek voor vrijlating"]
    verbeter_verblijf(store, youssef, afdeling="Mannen 2")
    assert open_reviews(store, begeleiding) == before


def test_a_talk_typed_in_after_a_release_by_mistake_is_what_the_next_review_counts_from(
    store: Store, youssef: int, begeleiding: int
) -> None:
    store.write(commands.noteer_vertrek, youssef, date(2026, 11, 20), "vrijgesteld")
    spreek(store, youssef, date(2026, 11, 18))
    verbeter_verblijf(store, youssef, tot=None, eindreden=None)
    assert open_reviews(store, begeleiding) == [("opvolggesprek", date(2027, 11, 18))]


def test_who_was_spoken_with_before_coming_back_gets_a_review_counted_from_the_arrival(
    store: Store, youssef: int, begeleiding: int
) -> None:
    spreek(store, youssef, date(2026, 4, 1))
    store.write(commands.noteer_vertrek, youssef, date(2026, 5, 1), "vrijgesteld")
    store.write(commands.nieuw_verblijf, youssef, VerblijfInvoer("BRG", date(2026, 10, 1)))
    assert ("opvolggesprek", date(2027, 10, 1)) in open_reviews(store, begeleiding)
    spreek(store, youssef, date(2026, 4, 20))
    assert ("opvolggesprek", date(2027, 10, 1)) in open_reviews(store, begeleiding)


START = date(2026, 11, 24)
AGO = st.integers(0, 120)
AHEAD = st.none() | st.sampled_from([-40, 20, 80, 150, 300, 900, 2000])
# What may change a date without anybody having talked, stayed elsewhere or come back.
FITTED = st.one_of(
    st.tuples(st.just("statuut"), st.sampled_from("BVG")),
    st.tuples(st.just("month"), AHEAD),
    st.tuples(st.just("section"), st.sampled_from(["Mannen 1", "Mannen 2"])),
    st.tuples(st.just("begin"), st.integers(200, 400)),
)
HAPPENED = st.one_of(
    st.tuples(st.just("talk"), AGO),
    st.tuples(st.just("forget"), st.integers(0, 3)),
    st.tuples(st.just("leave"), st.sampled_from(["vrijgesteld", "overgeplaatst"])),
    st.tuples(st.just("stay"), st.just(None)),
    st.tuples(st.just("arrive"), AGO),
)
STEPS = st.lists(
    st.tuples(st.just("later"), st.sampled_from([1, 20, 100, 400])) | FITTED | HAPPENED,
    min_size=4,
    max_size=16,
)
FITS = ("statuut", "month", "section", "begin")


class Life:
    """Somebody guided in Brugge, to whom things happen; what is refused does not happen."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self.store, self.clock = store, clock
        ago = START - timedelta(days=400)
        form = NieuweDeelnemer("Jan", "Peeters", statuut="V", verblijf_van=ago)
        self.who = store.write(commands.nieuwe_deelnemer, form)
        start = BegeleidingInvoer(self.who, START - timedelta(days=300), "Wil leren lassen")
        self.begeleiding = store.write(verloop.start_begeleiding, start)
        self.talks: list[int] = []

    def do(self, kind: str, what: Any) -> None:
        try:
            getattr(self, kind)(what)
        except Problem:
            return

    def today(self) -> date:
        return self.clock().date()

    def later(self, days: int) -> None:
        self.clock.later(days=days)

    def statuut(self, soort: str) -> None:
        self.store.write(commands.zet_statuut, self.who, soort, self.today())

    def month(self, days: int | None) -> None:
        dag = None if days is None else (self.today() + timedelta(days=days)).replace(day=1)
        zet_vrij(self.store, self.who, dag)

    def section(self, afdeling: str) -> None:
        verbeter_verblijf(self.store, self.who, afdeling=afdeling)

    def begin(self, days: int) -> None:
        invoer = self.store.read(begeleiding_wijziging, self.begeleiding)
        begin = replace(invoer, begindatum=START - timedelta(days=days))
        self.store.write(verloop.wijzig_begeleiding, self.begeleiding, begin, "typfout")

    def talk(self, days: int) -> None:
        self.talks.append(spreek(self.store, self.who, self.today() - timedelta(days=days)))

    def forget(self, which: int) -> None:
        if self.talks:
            talk = self.talks.pop(which % len(self.talks))
            self.store.write(plan.verwijder_contactmoment, talk, "vergissing")

    def leave(self, reden: str) -> None:
        self.store.write(commands.noteer_vertrek, self.who, self.today(), reden)

    def stay(self, _: None) -> None:
        verbeter_verblijf(self.store, self.who, tot=None, eindreden=None)

    def arrive(self, days: int) -> None:
        van = self.today() - timedelta(days=days)
        self.store.write(commands.nieuw_verblijf, self.who, VerblijfInvoer("BRG", van))

    def reviews(self) -> dict[int, tuple[str, date]]:
        """The periodic ones by their id: by which rule, counted from which day."""

        def query(session: Session) -> dict[int, tuple[str, date]]:
            stmt = select(Opvolgmoment).where(Opvolgmoment.soort == "periodiek")
            return {rij.id: (rij.regel_code, rij.vanaf) for rij in session.scalars(stmt)}

        return self.store.read(query)

    def last_event(self) -> date:
        """The last talk, or the last arrival when that came later."""

        def query(session: Session) -> date:
            talks = session.scalars(select(Contactmoment.datum)).all()
            return max([*talks, *session.scalars(select(Verblijf.van))])

        return self.store.read(query)

    def waits(self) -> dict[str, date]:
        return dict(open_reviews(self.store, self.begeleiding))


@contextmanager
def life(database: Database) -> Iterator[Life]:
    """A life in a database of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for file in database.path.parent.iterdir():
            shutil.copyfile(file, Path(folder) / file.name)
        clock = Clock()
        with Database(Path(folder) / database.path.name, database.key).open(clock) as store:
            yield Life(store, clock)


@given(steps=STEPS)
@examples(12)
def test_a_review_that_is_overdue_never_moves_later(database: Database, steps: list[Any]) -> None:
    with life(database) as who:
        for kind, what in steps:
            before, today = who.waits(), who.today()
            who.do(kind, what)
            after = who.waits()
            for soort, tot in before.items() if kind in FITS else ():
                assert not (tot < today and after.get(soort, tot) > tot), (kind, what)


@given(steps=STEPS)
@examples(12)
def test_a_review_never_counts_from_before_the_last_talk_or_arrival(
    database: Database, steps: list[Any]
) -> None:
    with life(database) as who:
        for kind, what in steps:
            known = who.reviews()
            who.do(kind, what)
            last = who.last_event()
            for number, (_, vanaf) in who.reviews().items():
                assert number in known or vanaf >= last, (kind, what)


@given(steps=STEPS, place=st.integers(0, 9))
@examples(12)
def test_a_rule_that_changed_never_moves_a_review_that_was_planned_before(
    database: Database, steps: list[Any], place: int
) -> None:
    with life(database) as who:
        changed = date.max
        for number, (kind, what) in enumerate(steps):
            if number == place:
                changed = who.today()
                who.store.write(other_rules, changed)
            who.do(kind, what)
            for code, vanaf in who.reviews().values():
                assert code.startswith("nieuw") == (vanaf >= changed), (kind, what)


def test_a_rule_that_comes_in_late_moves_no_review_that_stands(
    store: Store, youssef: int, begeleiding: int
) -> None:
    """A package with new rules may say that they hold since a day that is over."""

    def windows() -> list[date]:
        return [rij.venster_tot for rij in store.read(opvolgmomenten, begeleiding)]

    before = windows()
    store.write(other_rules, date(2026, 2, 1))
    invoer = replace(store.read(dossier.deelnemer_invoer, youssef), voornaam="Joessef")
    store.write(commands.wijzig_deelnemer, youssef, invoer, "typfout")
    assert windows() == before
    store.write(commands.zet_statuut, youssef, "B", date(2026, 3, 1))
    assert windows() == [date(2026, 9, 9)], "another statuut asks for another rule, the one of today"


@command(Recht.BEHEREN, "regels", undo=False)
def other_rules(session: Session, dag: date) -> None:
    """Let every rule end, and twice as long ones begin, as a package with new rules does."""
    for rij in list(session.scalars(select(Opvolgregel))):
        values = {kolom.name: getattr(rij, kolom.name) for kolom in Opvolgregel.__table__.c}
        values |= {"code": f"nieuw_{rij.code}", "venster_tot": rij.venster_tot * 2, "geldig_van": dag}
        session.add(Opvolgregel(**values))
        rij.geldig_tot = dag - timedelta(days=1)
