"""A begeleiding runs its course: goals and steps, contacts, on hold, completed or stopped with a reason."""

from dataclasses import replace
from datetime import date

import pytest

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.begeleidingen import lijst, opschorting, plan, verloop
from leertraject_desktop.features.begeleidingen.invoer import (
    ActieInvoer,
    BegeleidingInvoer,
    ContactInvoer,
    LeerdoelInvoer,
    OpschortingInvoer,
    StopzettingInvoer,
)
from leertraject_desktop.features.begeleidingen.lijst import BegeleidingFilter
from leertraject_desktop.features.dossier.tijdlijn import tijdlijn
from leertraject_desktop.features.taken.lijst import taken
from leertraject_desktop.storage.store import Store


def standen(store: Store, stand: str = "") -> list[str]:
    ids = store.read(lijst.begeleiding_ids, BegeleidingFilter(stand=stand))
    assert store.read(lijst.aantal_begeleidingen, BegeleidingFilter(stand=stand)) == len(ids)
    return [rij.stand for rij in store.read(lijst.begeleiding_rijen, ids)]


def met_plan(store: Store, begeleiding: int) -> tuple[int, int]:
    doel = store.write(plan.nieuw_leerdoel, begeleiding, LeerdoelInvoer("Lassen", date(2027, 6, 30)))
    actie = store.write(plan.nieuwe_actie, doel, ActieInvoer("Inschrijven", "deelnemer", date(2026, 12, 8)))
    return doel, actie


def test_one_person_has_one_begeleiding_at_a_time(store: Store, youssef: int, begeleiding: int) -> None:
    with pytest.raises(Problem, match="staat al een begeleiding"):
        store.write(verloop.start_begeleiding, BegeleidingInvoer(youssef, date(2026, 5, 1)))
    assert standen(store, "loopt") == ["loopt"]


def opschortingen(store: Store, deelnemer: int) -> list[tuple[date, str, str]]:
    lines = [line for line in store.read(tijdlijn, deelnemer) if line.tabel == "opschorting"]
    return [(line.datum, line.titel, line.tekst) for line in lines]


def test_a_suspension_is_put_right_or_removed_with_a_reason(
    store: Store, youssef: int, begeleiding: int
) -> None:
    store.write(verloop.schort_op, begeleiding, OpschortingInvoer("lockdown", date(2026, 5, 1)))
    right = OpschortingInvoer("staking", date(2026, 5, 4), "", date(2026, 5, 8))
    with pytest.raises(Problem, match="reden"):
        store.write(opschorting.wijzig_opschorting, 1, right, "")
    store.write(opschorting.wijzig_opschorting, 1, right, "typfout")
    assert standen(store) == ["loopt"]
    assert opschortingen(store, youssef) == [
        (date(2026, 5, 8), "Einde van de opschorting", ""),
        (date(2026, 5, 4), "Begeleiding opgeschort", "Staking of regime"),
    ]
    store.write(opschorting.verwijder_opschorting, 1, "vergissing")
    assert opschortingen(store, youssef) == []


def test_a_suspension_that_is_over_is_typed_in_later_before_one_that_is_there(
    store: Store, begeleiding: int
) -> None:
    over = OpschortingInvoer("gezondheid", date(2026, 4, 1), "", date(2026, 4, 10))
    store.write(verloop.schort_op, begeleiding, OpschortingInvoer("lockdown", date(2026, 5, 1)))
    store.write(verloop.schort_op, begeleiding, over)
    assert standen(store) == ["opgeschort"]
    with pytest.raises(Problem, match="staat al een opschorting"):
        store.write(verloop.schort_op, begeleiding, replace(over, tot=date(2026, 5, 2)))


@pytest.mark.parametrize(
    ("van", "tot", "veld"),
    [
        (date(2026, 3, 1), date(2026, 4, 1), "van"),
        (date(2026, 4, 2), date(2026, 4, 1), "tot"),
        (date(2026, 4, 2), date(2026, 11, 2), "tot"),
        (date(2026, 4, 2), None, "tot"),
        (date(2026, 4, 2), date(2026, 11, 25), "tot"),
    ],
)
def test_a_suspension_stays_within_a_begeleiding_that_ended(
    store: Store, begeleiding: int, van: date, tot: date | None, veld: str
) -> None:
    store.write(verloop.schort_op, begeleiding, OpschortingInvoer("lockdown", date(2026, 5, 1)))
    store.write(verloop.rond_af, begeleiding, date(2026, 11, 1))
    with pytest.raises(Problem) as caught:
        store.write(opschorting.wijzig_opschorting, 1, OpschortingInvoer("lockdown", van, "", tot), "typfout")
    assert caught.value.veld == veld


def test_an_end_by_mistake_is_taken_back_with_all_that_it_cut_off(
    store: Store, youssef: int, begeleiding: int
) -> None:
    met_plan(store, begeleiding)
    before = [(rij.bron, rij.omschrijving, rij.datum) for rij in store.read(taken, None, None)]
    store.write(verloop.stop_begeleiding, begeleiding, StopzettingInvoer(date(2026, 11, 20), "wil_niet_meer"))
    assert store.read(taken, None, None) == []
    ended = store.read(lijst.begeleiding_wijziging, begeleiding)
    with pytest.raises(Problem, match="reden"):
        store.write(verloop.wijzig_begeleiding, begeleiding, replace(ended, einddatum=None), "")
    store.write(verloop.wijzig_begeleiding, begeleiding, replace(ended, einddatum=None), "typfout")
    assert standen(store) == ["loopt"]
    assert [(rij.bron, rij.omschrijving, rij.datum) for rij in store.read(taken, None, None)] == before
    store.undo()
    assert standen(store) == ["stopgezet"]


def test_an_end_is_not_taken_back_when_the_next_begeleiding_runs(
    store: Store, youssef: int, begeleiding: int
) -> None:
    store.write(verloop.rond_af, begeleiding, date(2026, 11, 1))
    store.write(verloop.start_begeleiding, BegeleidingInvoer(youssef, date(2026, 11, 2)))
    ended = store.read(lijst.begeleiding_wijziging, begeleiding)
    with pytest.raises(Problem, match="staat al een begeleiding"):
        store.write(verloop.wijzig_begeleiding, begeleiding, replace(ended, einddatum=None), "typfout")
    assert sorted(standen(store)) == ["afgerond", "loopt"]


def test_a_begeleiding_is_never_stopped_without_a_reason(store: Store, begeleiding: int) -> None:
    with pytest.raises(Problem, match="niet stopzetten zonder reden") as caught:
        store.write(verloop.stop_begeleiding, begeleiding, StopzettingInvoer())
    assert caught.value.veld == "reden"
    with pytest.raises(Problem) as caught:
        store.write(verloop.stop_begeleiding, begeleiding, StopzettingInvoer(reden="andere"))
    assert caught.value.veld == "toelichting"
    assert standen(store) == ["loopt"]


def test_stopping_keeps_the_reason_and_lets_the_open_steps_lapse(store: Store, begeleiding: int) -> None:
    met_plan(store, begeleiding)
    store.write(verloop.stop_begeleiding, begeleiding, StopzettingInvoer(reden="wil_niet_meer"))
    detail = store.read(lijst.begeleiding_detail, begeleiding)
    assert (detail.einde, detail.reden, detail.einddatum) == (
        "stopgezet",
        "wil niet meer",
        date(2026, 11, 24),
    )
    assert detail.open_acties == 0
    assert store.read(taken, None, None) == []


def test_open_steps_can_live_on_as_taken(store: Store, begeleiding: int) -> None:
    met_plan(store, begeleiding)
    invoer = StopzettingInvoer(reden="overgeplaatst", open_acties="taak")
    store.write(verloop.stop_begeleiding, begeleiding, invoer)
    assert [(rij.bron, rij.omschrijving) for rij in store.read(taken, None, None)] == [
        ("taak", "Inschrijven")
    ]


def test_stopping_can_be_undone_whole(store: Store, begeleiding: int) -> None:
    met_plan(store, begeleiding)
    before = store.read(lijst.begeleiding_detail, begeleiding)
    store.write(verloop.schort_op, begeleiding, OpschortingInvoer("lockdown", date(2026, 11, 1)))
    on_hold = store.read(lijst.begeleiding_detail, begeleiding)
    store.write(
        verloop.stop_begeleiding, begeleiding, StopzettingInvoer(reden="gezondheid", open_acties="taak")
    )
    assert store.undo() == "begeleiding stopzetten"
    assert store.read(lijst.begeleiding_detail, begeleiding) == on_hold
    assert store.undo() == "begeleiding opschorten"
    assert store.read(lijst.begeleiding_detail, begeleiding) == before


def test_a_begeleiding_on_hold_runs_again_after_it_is_resumed(store: Store, begeleiding: int) -> None:
    store.write(verloop.schort_op, begeleiding, OpschortingInvoer("lockdown", date(2026, 11, 1)))
    assert (standen(store, "opgeschort"), standen(store, "loopt")) == (["opgeschort"], [])
    with pytest.raises(Problem, match="al een opschorting"):
        store.write(verloop.schort_op, begeleiding, OpschortingInvoer("staking"))
    with pytest.raises(Problem, match="vóór het begin van de opschorting"):
        store.write(verloop.hervat, begeleiding, date(2026, 10, 31))
    store.write(verloop.hervat, begeleiding, date(2026, 11, 10))
    assert standen(store, "loopt") == ["loopt"]


def test_a_begeleiding_cannot_end_before_its_last_contact(
    store: Store, youssef: int, begeleiding: int
) -> None:
    contact = ContactInvoer(date(2026, 11, 20), "gesprek", 30, "Afspraak gemaakt")
    store.write(plan.nieuw_contactmoment, youssef, contact)
    with pytest.raises(Problem, match="contactmoment na deze dag"):
        store.write(verloop.rond_af, begeleiding, date(2026, 11, 19))
    store.write(verloop.rond_af, begeleiding, date(2026, 11, 20))
    assert standen(store, "afgerond") == ["afgerond"]


def test_what_is_closed_stays_closed(store: Store, begeleiding: int) -> None:
    store.write(verloop.rond_af, begeleiding)
    with pytest.raises(Problem, match="al afgesloten"):
        store.write(verloop.zet_fase, begeleiding, "plan")
    with pytest.raises(Problem, match="al afgesloten"):
        store.write(verloop.stop_begeleiding, begeleiding, StopzettingInvoer(reden="gezondheid"))


def test_contacts_stay_when_their_begeleiding_is_removed(
    store: Store, youssef: int, begeleiding: int
) -> None:
    before = store.write(plan.nieuw_contactmoment, youssef, ContactInvoer(date(2026, 3, 1), "gesprek"))
    during = store.write(plan.nieuw_contactmoment, youssef, ContactInvoer(date(2026, 3, 9), "intake"))
    store.write(verloop.verwijder_begeleiding, begeleiding, "vergissing")
    for contact in (before, during):
        assert store.read(lijst.contact_invoer, contact).minuten == 30
    store.undo()
    assert standen(store) == ["loopt"]


def test_steps_are_ticked_unticked_and_kept_in_order(store: Store, begeleiding: int) -> None:
    doel, actie = met_plan(store, begeleiding)
    store.write(plan.nieuwe_actie, doel, ActieInvoer("Attest vragen"))
    store.write(plan.vink_actie, actie, True)
    (leerdoel,) = store.read(lijst.begeleiding_detail, begeleiding).leerdoelen
    assert [rij.omschrijving for rij in leerdoel.acties] == ["Inschrijven", "Attest vragen"]
    assert leerdoel.gedaan == 1
    store.write(plan.vink_actie, actie, False)
    assert store.read(lijst.begeleiding_detail, begeleiding).leerdoelen[0].gedaan == 0


def test_a_target_date_may_come_but_not_before_the_start(store: Store, begeleiding: int) -> None:
    with pytest.raises(Problem) as caught:
        store.write(plan.nieuw_leerdoel, begeleiding, LeerdoelInvoer("Lassen", date(2026, 1, 1)))
    assert caught.value.veld == "streefdatum"
    with pytest.raises(Problem, match="heeft nog geen naam"):
        store.write(plan.nieuw_leerdoel, begeleiding, LeerdoelInvoer("  "))


def test_somebody_in_gent_on_that_day_has_a_begeleiding_in_gent(store: Store, youssef: int) -> None:
    from leertraject_desktop.features.deelnemers.commands import nieuw_verblijf
    from leertraject_desktop.features.deelnemers.invoer import VerblijfInvoer

    eerder = VerblijfInvoer("GEN", date(2025, 1, 1), date(2025, 12, 31), eindreden="overgeplaatst")
    store.write(nieuw_verblijf, youssef, eerder)
    store.write(verloop.start_begeleiding, BegeleidingInvoer(youssef, date(2025, 6, 1)))
    store.write(verloop.start_begeleiding, BegeleidingInvoer(youssef, date(2026, 3, 1)))
    assert standen(store) == ["loopt", "loopt"]


def test_a_begeleiding_that_ended_is_put_right_with_a_reason(store: Store, begeleiding: int) -> None:
    store.write(verloop.stop_begeleiding, begeleiding, StopzettingInvoer(reden="wil_niet_meer"))
    invoer = store.read(lijst.begeleiding_wijziging, begeleiding)
    better = replace(invoer, begindatum=date(2026, 3, 2), einddatum=date(2026, 11, 20), reden="gezondheid")
    store.write(verloop.wijzig_begeleiding, begeleiding, better, "typfout")
    detail = store.read(lijst.begeleiding_detail, begeleiding)
    assert (detail.begindatum, detail.einddatum) == (date(2026, 3, 2), date(2026, 11, 20))
    assert detail.reden == "gezondheid"
    with pytest.raises(Problem, match="niet stopzetten zonder reden"):
        store.write(verloop.wijzig_begeleiding, begeleiding, replace(better, reden=None), "typfout")
    store.undo()
    assert store.read(lijst.begeleiding_wijziging, begeleiding) == invoer


def test_a_begeleiding_cannot_be_moved_into_another_one(store: Store, youssef: int, begeleiding: int) -> None:
    store.write(verloop.rond_af, begeleiding, date(2026, 5, 1))
    later = store.write(verloop.start_begeleiding, BegeleidingInvoer(youssef, date(2026, 6, 1)))
    invoer = store.read(lijst.begeleiding_wijziging, later)
    with pytest.raises(Problem, match="staat al een begeleiding"):
        store.write(
            verloop.wijzig_begeleiding, later, replace(invoer, begindatum=date(2026, 4, 1)), "typfout"
        )


def test_the_fase_of_now_is_the_last_one_by_date(store: Store, begeleiding: int) -> None:
    store.write(verloop.zet_fase, begeleiding, "plan", date(2026, 11, 2))
    with pytest.raises(Problem, match="vóór het begin van de fase van nu"):
        store.write(verloop.zet_fase, begeleiding, "opvolging", date(2026, 10, 1))


def test_a_begeleiding_keeps_its_days_around_all_that_stands_in_it(
    store: Store, youssef: int, begeleiding: int
) -> None:
    store.write(verloop.zet_fase, begeleiding, "plan", date(2026, 6, 1))
    store.write(verloop.schort_op, begeleiding, OpschortingInvoer("technisch", date(2026, 7, 1)))
    store.write(verloop.hervat, begeleiding, date(2026, 8, 1))
    for dag, words in (
        (date(2026, 7, 15), "een opschorting na deze dag"),
        (date(2026, 5, 1), "een andere fase na"),
    ):
        with pytest.raises(Problem, match=words):
            store.write(verloop.rond_af, begeleiding, dag)
    invoer = store.read(lijst.begeleiding_wijziging, begeleiding)
    with pytest.raises(Problem, match="een opschorting vóór deze dag"):
        store.write(
            verloop.wijzig_begeleiding, begeleiding, replace(invoer, begindatum=date(2026, 9, 1)), "typfout"
        )


def test_goals_and_steps_keep_the_order_that_they_are_given(store: Store, begeleiding: int) -> None:
    doelen = [store.write(plan.nieuw_leerdoel, begeleiding, LeerdoelInvoer(naam)) for naam in "ABC"]
    stappen = [store.write(plan.nieuwe_actie, doelen[0], ActieInvoer(naam)) for naam in "xyz"]

    def order() -> tuple[list[str], list[str]]:
        found = store.read(lijst.begeleiding_detail, begeleiding).leerdoelen
        steps = next(doel.acties for doel in found if doel.id == doelen[0])
        return [doel.omschrijving for doel in found], [stap.omschrijving for stap in steps]

    store.write(plan.verschuif_leerdoel, doelen[2], -1)
    store.write(plan.verschuif_actie, stappen[0], 2)
    assert order() == (["A", "C", "B"], ["y", "z", "x"])
    store.write(plan.verschuif_actie, stappen[0], 5)
    store.write(plan.verschuif_leerdoel, doelen[0], -5)
    assert order() == (["A", "C", "B"], ["y", "z", "x"])
    for _ in range(2):  # what moved nothing left nothing to undo
        store.undo()
    assert order() == (["A", "B", "C"], ["x", "y", "z"])


def test_a_leerdoel_is_not_reached_before_its_begeleiding_began(store: Store, begeleiding: int) -> None:
    doel = store.write(plan.nieuw_leerdoel, begeleiding, LeerdoelInvoer("Lassen"))
    with pytest.raises(Problem, match="vóór het begin van de begeleiding"):
        store.write(plan.zet_bereikt, doel, date(2026, 3, 8))
