"""Nothing that is due is missed, and what is ticked is gone."""

from datetime import date

import pytest
from tests.conftest import Clock

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.begeleidingen.invoer import ActieInvoer, LeerdoelInvoer
from leertraject_desktop.features.begeleidingen.plan import nieuw_leerdoel, nieuwe_actie
from leertraject_desktop.features.informatievragen.commands import nieuwe_vraag
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.features.taken import commands, lijst
from leertraject_desktop.features.taken.commands import TaakInvoer
from leertraject_desktop.storage.store import Store


def test_the_board_divides_late_today_and_this_week(store: Store, youssef: int) -> None:
    for dag, naam in [(19, "laat"), (24, "vandaag"), (25, "morgen"), (29, "zondag"), (30, "volgende week")]:
        store.write(commands.nieuwe_taak, TaakInvoer(naam, date(2026, 11, dag), "", youssef))
    bord = store.read(lijst.takenbord)
    assert (bord.te_laat, bord.vandaag, bord.deze_week) == (1, 1, 2)
    (laat,) = bord.rijen_te_laat
    assert (laat.naam, laat.omschrijving, laat.dagen_te_laat) == ("Youssef El Amrani", "laat", 5)
    assert [rij.omschrijving for rij in bord.rijen_deze_week] == ["morgen", "zondag"]


@pytest.mark.parametrize(("vandaag", "vooruit"), [(26, [27, 29]), (27, [29, 30]), (29, [30, 30])])
def test_from_friday_on_the_board_looks_at_the_next_week(
    store: Store, clock: Clock, vandaag: int, vooruit: list[int]
) -> None:
    for dag in (26, 27, 29, 30):
        store.write(commands.nieuwe_taak, TaakInvoer(str(dag), date(2026, 11, dag)))
    store.write(commands.nieuwe_taak, TaakInvoer("over twee weken", date(2026, 12, 7)))
    clock.zet(2026, 11, vandaag)
    dagen = [rij.datum.day for rij in store.read(lijst.takenbord).rijen_deze_week]
    assert [dagen[0], dagen[-1]] == vooruit
    assert store.read(lijst.aantallen).deze_week == len(dagen)


def test_steps_and_questions_that_wait_stand_between_the_taken(
    store: Store, youssef: int, begeleiding: int
) -> None:
    doel = store.write(nieuw_leerdoel, begeleiding, LeerdoelInvoer("Lassen"))
    store.write(nieuwe_actie, doel, ActieInvoer("Inschrijven", "deelnemer", date(2026, 11, 24)))
    store.write(nieuwe_actie, doel, ActieInvoer("Zonder dag"))
    store.write(nieuwe_vraag, VraagInvoer(youssef, "nt2", "?", "", "brief", date(2026, 11, 16)))
    assert [(rij.bron, rij.datum.day) for rij in store.read(lijst.taken, None, date(2026, 12, 31))] == [
        ("vraag", 23), ("actie", 24),
    ]  # fmt: skip


def test_the_hour_orders_the_day_and_what_has_no_hour_comes_last(store: Store) -> None:
    for naam, uur in [("zonder", ""), ("later", "13:30"), ("vroeg", "09:00")]:
        store.write(commands.nieuwe_taak, TaakInvoer(naam, None, uur))
    assert [rij.omschrijving for rij in store.read(lijst.takenbord).rijen_vandaag] == [
        "vroeg",
        "later",
        "zonder",
    ]


def test_a_ticked_taak_is_gone_and_comes_back_with_undo(store: Store) -> None:
    taak = store.write(commands.nieuwe_taak, TaakInvoer("Bellen"))
    store.write(commands.vink_taak, taak, True)
    assert store.read(lijst.takenbord).vandaag == 0
    store.undo()
    assert store.read(lijst.takenbord).vandaag == 1


@pytest.mark.parametrize("uur", ["24:00", "9u", "09:60", "٠٩:٠٠"])
def test_an_hour_that_is_none_is_refused(store: Store, uur: str) -> None:
    with pytest.raises(Problem) as caught:
        store.write(commands.nieuwe_taak, TaakInvoer("Bellen", None, uur))
    assert caught.value.veld == "uur"


def test_only_the_first_rows_are_fetched_but_all_are_counted(store: Store) -> None:
    for n in range(9):
        store.write(commands.nieuwe_taak, TaakInvoer(f"taak {n}"))
    bord = store.read(lijst.takenbord, maximum=4)
    assert (bord.vandaag, len(bord.rijen_vandaag)) == (9, 4)
