"""The figure of nazorg cannot be told without saying how many were reached."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leertraject_desktop.domain.nazorg import Nazorgaandeel

COUNTS = st.tuples(*[st.integers(0, 500)] * 3).map(sorted)


def test_a_rate_is_read_together_with_its_response() -> None:
    aandeel = Nazorgaandeel(8, 12, 30)
    assert str(aandeel) == "8 van 12 (67 %), bereikt 12 van 30 (40 %)"
    assert [float(breuk) for breuk in aandeel.breuken or ()] == pytest.approx([2 / 3, 0.4])


def test_nobody_reached_gives_no_rate_at_all() -> None:
    assert (Nazorgaandeel(0, 0, 4).breuken, str(Nazorgaandeel(0, 0, 4))) == (None, "niemand bereikt van 4")
    assert str(Nazorgaandeel(0, 0, 0)) == "nog niemand aan de beurt"


def test_no_part_of_the_figure_is_a_rate_alone() -> None:
    aandeel = Nazorgaandeel(8, 12, 30)
    names = {field.name for field in fields(Nazorgaandeel)}
    assert names == {"werk_of_opleiding", "bereikt", "verwacht"}
    public = [name for name in dir(aandeel) if not name.startswith("_")]
    assert not any(isinstance(getattr(aandeel, name), float) for name in public)


@pytest.mark.parametrize("counts", [(3, 2, 5), (1, 6, 5), (-1, 2, 5)])
def test_counts_that_contradict_one_another_make_no_figure(counts: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="reached"):
        Nazorgaandeel(*counts)


@given(COUNTS, COUNTS)
def test_prisons_add_up_to_the_whole(one: list[int], other: list[int]) -> None:
    total = Nazorgaandeel(*one) + Nazorgaandeel(*other)
    assert (total.verwacht, total.bereikt) == (one[2] + other[2], one[1] + other[1])
    assert total.breuken is None or all(0 <= breuk <= 1 for breuk in total.breuken)
