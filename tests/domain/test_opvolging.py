"""A review falls in the window that the rules give, and never slips away once it is overdue."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leertraject_desktop.domain.label import StatuutSoort
from leertraject_desktop.domain.opvolging import (
    Opvolgsoort,
    Opvolgstand,
    Regel,
    kies_regel,
    maanden_later,
    maanden_tot,
    stand,
    venster,
    verschoven,
)
from leertraject_desktop.domain.periode import Periode
from leertraject_desktop.storage.planning import regels
from leertraject_desktop.storage.store import Store

DAGEN = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("statuut", "maanden", "verwacht"),
    [
        ("B", None, (2, 3)), ("B", 1, (2, 3)), ("G", None, (10, 12)), ("A", 4, (2, 3)),
        ("V", 2, None), ("V", 3, (1, 3)), ("V", 5, (1, 3)), ("V", 6, (2, 3)), ("V", 11, (2, 3)),
        ("V", 12, (4, 6)), ("V", 59, (4, 6)), ("V", 60, (10, 12)), ("V", None, (10, 12)),
    ],
)  # fmt: skip
def test_the_shipped_rules_are_those_of_the_field(
    store: Store, statuut: str, maanden: int | None, verwacht: tuple[int, int] | None
) -> None:
    op = date(2026, 1, 31)
    vrij = None if maanden is None else maanden_later(op, maanden)
    if vrij is not None and maanden_tot(op, vrij) < (maanden or 0):
        vrij += timedelta(days=3)
    regel = kies_regel(
        store.read(regels), Opvolgsoort.PERIODIEK, op=op, statuut=StatuutSoort(statuut), vrij_op=vrij
    )
    assert (regel and (regel.venster_van, regel.venster_tot)) == verwacht


def test_a_rule_that_changed_does_not_touch_what_was_planned_before() -> None:
    oud = Regel("oud", Opvolgsoort.PERIODIEK, None, None, None, "maanden", 2, 3, None, date(2026, 6, 30))
    nieuw = Regel("nieuw", Opvolgsoort.PERIODIEK, None, None, None, "maanden", 4, 5, date(2026, 7, 1))
    for op, verwacht in [(date(2026, 6, 30), "oud"), (date(2026, 7, 1), "nieuw")]:
        regel = kies_regel([nieuw, oud], Opvolgsoort.PERIODIEK, op=op, statuut=None, vrij_op=None)
        assert regel is not None
        assert regel.code == verwacht


@given(DAGEN, st.integers(-600, 600))
def test_months_later_and_back_stay_in_the_right_month(dag: date, maanden: int) -> None:
    later = maanden_later(dag, maanden)
    assert (later.year * 12 + later.month) - (dag.year * 12 + dag.month) == maanden
    assert later.day == dag.day or (later.day < dag.day and (later + timedelta(days=1)).day == 1)


@given(DAGEN, DAGEN)
def test_a_window_has_an_end_that_never_lies_before_its_begin(vanaf: date, vrij: date) -> None:
    for soort in Opvolgsoort:
        for eenheid in ("dagen", "maanden"):
            periode = venster(Regel("r", soort, None, None, None, eenheid, 1, 3), vanaf, vrij)
            assert periode.tot is not None
            assert periode.van <= periode.tot


@given(DAGEN, DAGEN, DAGEN)
def test_an_overdue_review_never_moves_later(oud: date, nieuw: date, vandaag: date) -> None:
    uitkomst = verschoven(Periode(oud, oud), Periode(nieuw, nieuw), vandaag).tot
    assert uitkomst == (oud if oud < vandaag and nieuw > oud else nieuw)


def test_a_review_is_late_from_the_day_after_its_window() -> None:
    tot = date(2026, 11, 24)
    assert stand(tot, None, opgeschort=False, vandaag=tot) is Opvolgstand.TE_DOEN
    assert stand(tot, None, opgeschort=False, vandaag=date(2026, 11, 25)) is Opvolgstand.TE_LAAT
    assert stand(tot, None, opgeschort=True, vandaag=date(2026, 11, 25)) is Opvolgstand.OPGESCHORT
    assert stand(tot, tot, opgeschort=True, vandaag=date(2026, 11, 25)) is Opvolgstand.GEDAAN
