"""Reviews and nazorg appear by themselves, close by what is registered, and stand on the start screen."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from tests.conftest import Clock

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.features.begeleidingen import plan, verloop
from leertraject_desktop.features.begeleidingen.invoer import (
    ContactInvoer,
    OpschortingInvoer,
    StopzettingInvoer,
)
from leertraject_desktop.features.begeleidingen.lijst import begeleiding_wijziging
from leertraject_desktop.features.deelnemers import commands, dossier
from leertraject_desktop.features.deelnemers.invoer import VerblijfInvoer
from leertraject_desktop.features.nazorg.commands import UitkomstInvoer, noteer_uitkomst
from leertraject_desktop.features.taken.lijst import taken
from leertraject_desktop.storage.follow_up_tables import Nazorgmoment
from leertraject_desktop.storage.store import Store


def due(store: Store) -> list[tuple[str, date]]:
    return [(rij.omschrijving, rij.datum) for rij in store.read(taken, None, None)]


def zet_vrij(store: Store, deelnemer: int, dag: date | None) -> None:
    invoer = replace(store.read(dossier.deelnemer_invoer, deelnemer), vrij_vanaf=dag)
    store.write(commands.wijzig_deelnemer, deelnemer, invoer, "veranderd")


def uitkomsten(session: Session) -> list[tuple[int, date, str | None]]:
    stmt = select(Nazorgmoment.maanden, Nazorgmoment.datum, Nazorgmoment.uitkomst)
    return [tuple(row) for row in session.execute(stmt.order_by(Nazorgmoment.datum))]  # type: ignore[misc]


def test_a_review_is_planned_when_the_begeleiding_starts(store: Store, begeleiding: int) -> None:
    assert due(store) == [("Opvolggesprek", date(2027, 3, 9))]


def test_a_review_that_took_place_plans_the_next_one(store: Store, youssef: int, begeleiding: int) -> None:
    store.write(plan.nieuw_contactmoment, youssef, ContactInvoer(date(2026, 11, 24), "opvolging"))
    assert due(store) == [("Opvolggesprek", date(2027, 11, 24))]
    store.undo()
    assert due(store) == [("Opvolggesprek", date(2027, 3, 9))]


def test_a_review_that_was_entered_by_mistake_is_due_again(
    store: Store, youssef: int, begeleiding: int
) -> None:
    contact = store.write(plan.nieuw_contactmoment, youssef, ContactInvoer(date(2026, 11, 24), "opvolging"))
    invoer = ContactInvoer(date(2026, 11, 23), "opvolging")
    store.write(plan.wijzig_contactmoment, contact, invoer, "typfout")
    assert due(store) == [("Opvolggesprek", date(2027, 11, 23))]
    store.write(plan.verwijder_contactmoment, contact, "andere_persoon")
    assert due(store) == [("Opvolggesprek", date(2027, 3, 9))]


def test_another_contact_leaves_the_review_open(store: Store, youssef: int, begeleiding: int) -> None:
    store.write(plan.nieuw_contactmoment, youssef, ContactInvoer(date(2026, 11, 24), "telefoon"))
    assert due(store) == [("Opvolggesprek", date(2027, 3, 9))]


def test_the_month_of_release_moves_the_review_and_adds_the_one_before_release(
    store: Store, youssef: int, begeleiding: int
) -> None:
    zet_vrij(store, youssef, date(2027, 3, 1))
    assert due(store) == [("Opvolggesprek", date(2026, 6, 9)), ("Gesprek voor vrijlating", date(2027, 2, 22))]
    zet_vrij(store, youssef, None)
    assert due(store) == [("Opvolggesprek", date(2026, 6, 9))]


def test_somebody_on_hold_or_stopped_has_no_review(store: Store, begeleiding: int) -> None:
    store.write(verloop.schort_op, begeleiding, OpschortingInvoer("lockdown"))
    assert due(store) == []
    store.write(verloop.hervat, begeleiding)
    assert len(due(store)) == 1
    store.write(verloop.stop_begeleiding, begeleiding, StopzettingInvoer(reden="wil_niet_meer"))
    assert due(store) == []


def test_who_comes_back_from_another_prison_is_seen_within_ten_days(
    store: Store, youssef: int, begeleiding: int
) -> None:
    store.write(commands.noteer_vertrek, youssef, date(2026, 11, 1), "overgeplaatst")
    store.write(commands.nieuw_verblijf, youssef, VerblijfInvoer("BRG", date(2026, 11, 20)))
    assert ("Gesprek na overplaatsing", date(2026, 11, 30)) in due(store)


def test_who_was_moved_to_another_prison_is_seen_there_and_here_again_after_the_return(
    store: Store, youssef: int, begeleiding: int
) -> None:
    store.write(commands.nieuw_verblijf, youssef, VerblijfInvoer("IEP", date(2026, 11, 2)))
    assert "Gesprek na overplaatsing" not in dict(due(store))
    store.write(commands.nieuw_verblijf, youssef, VerblijfInvoer("BRG", date(2026, 11, 10)))
    store.write(commands.nieuw_verblijf, youssef, VerblijfInvoer("IEP", date(2026, 11, 12)))
    store.write(commands.nieuw_verblijf, youssef, VerblijfInvoer("BRG", date(2026, 11, 20)))
    found = [row for row in due(store) if row[0] == "Gesprek na overplaatsing"]
    assert found == [("Gesprek na overplaatsing", date(2026, 11, 30))]


def reviews(store: Store) -> list[tuple[str, date]]:
    return [row for row in due(store) if not row[0].startswith("Nazorg")]


def arrival(store: Store, youssef: int) -> int:
    """Youssef left on 1 November, and is back since the 20th as far as is typed in; the id of that stay."""
    store.write(commands.noteer_vertrek, youssef, date(2026, 11, 1), "overgeplaatst")
    return store.write(commands.nieuw_verblijf, youssef, VerblijfInvoer("BRG", date(2026, 11, 20)))


def move(store: Store, verblijf: int, van: date) -> None:
    invoer = replace(store.read(dossier.verblijf_invoer, verblijf), van=van)
    store.write(commands.wijzig_verblijf, verblijf, invoer, "typfout")


def test_the_review_after_a_transfer_follows_an_arrival_that_is_put_right(
    store: Store, clock: Clock, youssef: int, begeleiding: int
) -> None:
    stay = arrival(store, youssef)
    assert ("Gesprek na overplaatsing", date(2026, 11, 30)) in due(store)
    move(store, stay, date(2026, 11, 10))
    assert ("Gesprek na overplaatsing", date(2026, 11, 20)) in due(store)
    move(store, stay, date(2026, 11, 23))
    assert ("Gesprek na overplaatsing", date(2026, 11, 20)) in due(store), "it was overdue already"
    store.undo()
    store.undo()
    assert ("Gesprek na overplaatsing", date(2026, 11, 30)) in due(store)


def test_a_conversation_since_the_right_arrival_is_the_review_after_the_transfer(
    store: Store, youssef: int, begeleiding: int
) -> None:
    stay = arrival(store, youssef)
    store.write(plan.nieuw_contactmoment, youssef, ContactInvoer(date(2026, 11, 12), "opvolging"))
    move(store, stay, date(2026, 11, 10))
    assert [what for what, _ in due(store)] == ["Opvolggesprek"]


def test_an_arrival_that_never_was_takes_its_review_along(
    store: Store, youssef: int, begeleiding: int
) -> None:
    store.write(commands.verwijder_verblijf, arrival(store, youssef), "vergissing")
    assert [what for what, _ in due(store)] == ["Opvolggesprek"]


def test_a_release_lets_the_reviews_lapse_and_its_undo_brings_them_back(
    store: Store, youssef: int, begeleiding: int
) -> None:
    zet_vrij(store, youssef, date(2027, 3, 1))
    before = due(store)
    store.write(commands.noteer_vertrek, youssef, date(2026, 11, 20), "vrijgesteld")
    assert reviews(store) == []
    store.undo()
    assert due(store) == before


def test_a_release_that_was_a_mistake_opens_the_reviews_again(
    store: Store, youssef: int, begeleiding: int
) -> None:
    before = due(store)
    store.write(commands.noteer_vertrek, youssef, date(2026, 11, 20), "elektronisch_toezicht")
    (verblijf,) = store.read(dossier.verblijven, youssef)
    invoer = store.read(dossier.verblijf_invoer, verblijf.id)
    store.write(commands.wijzig_verblijf, verblijf.id, replace(invoer, tot=date(2026, 11, 19)), "typfout")
    assert reviews(store) == []
    store.write(commands.wijzig_verblijf, verblijf.id, replace(invoer, tot=None, eindreden=None), "typfout")
    assert due(store) == before


def test_who_comes_back_after_a_release_gets_reviews_counted_from_the_arrival(
    store: Store, youssef: int, begeleiding: int
) -> None:
    store.write(commands.noteer_vertrek, youssef, date(2026, 4, 1), "vrijgesteld")
    store.write(commands.nieuw_verblijf, youssef, VerblijfInvoer("BRG", date(2026, 11, 20)))
    assert ("Opvolggesprek", date(2027, 11, 20)) in due(store)
    assert ("Opvolggesprek", date(2027, 3, 9)) not in due(store)


def test_who_comes_back_after_a_release_whose_day_was_put_right_gets_the_same_reviews(
    store: Store, youssef: int, begeleiding: int
) -> None:
    store.write(commands.noteer_vertrek, youssef, date(2026, 4, 1), "vrijgesteld")
    (verblijf,) = store.read(dossier.verblijven, youssef)
    invoer = store.read(dossier.verblijf_invoer, verblijf.id)
    store.write(commands.wijzig_verblijf, verblijf.id, replace(invoer, tot=date(2026, 4, 2)), "typfout")
    store.write(commands.nieuw_verblijf, youssef, VerblijfInvoer("BRG", date(2026, 11, 20)))
    assert ("Opvolggesprek", date(2027, 11, 20)) in due(store)
    assert ("Opvolggesprek", date(2027, 3, 9)) not in due(store)


def kinds(store: Store) -> list[str]:
    return sorted(name for name, _ in reviews(store))


def zet_vertrek(store: Store, deelnemer: int, dag: date | None, reden: str | None = "vrijgesteld") -> None:
    """Put the end of the first stay right, or take it away."""
    verblijf = min(store.read(dossier.verblijven, deelnemer), key=lambda row: row.van)
    invoer = replace(store.read(dossier.verblijf_invoer, verblijf.id), tot=dag, eindreden=reden)
    store.write(commands.wijzig_verblijf, verblijf.id, invoer, "typfout")


def kom_over(store: Store, deelnemer: int) -> None:
    """Come back from another prison: a review within ten days waits."""
    store.write(commands.noteer_vertrek, deelnemer, date(2026, 4, 1), "overgeplaatst")
    store.write(commands.nieuw_verblijf, deelnemer, VerblijfInvoer("BRG", date(2026, 4, 10)))


def test_what_lapsed_at_a_release_stays_so_for_who_is_back_when_the_day_of_release_is_put_right(
    store: Store, youssef: int, begeleiding: int
) -> None:
    kom_over(store, youssef)
    store.write(commands.noteer_vertrek, youssef, date(2026, 5, 1), "vrijgesteld")
    store.write(commands.nieuw_verblijf, youssef, VerblijfInvoer("BRG", date(2026, 11, 20)))
    store.write(plan.nieuw_contactmoment, youssef, ContactInvoer(date(2026, 11, 23), "opvolging"))
    before = reviews(store)
    assert kinds(store) == ["Opvolggesprek"]
    released = sorted(store.read(dossier.verblijven, youssef), key=lambda row: row.van)[1]
    invoer = store.read(dossier.verblijf_invoer, released.id)
    store.write(commands.wijzig_verblijf, released.id, replace(invoer, tot=date(2026, 5, 3)), "typfout")
    assert reviews(store) == before


def test_a_release_by_mistake_after_a_return_opens_only_what_it_cut_off(
    store: Store, youssef: int, begeleiding: int
) -> None:
    kom_over(store, youssef)
    store.write(commands.noteer_vertrek, youssef, date(2026, 5, 1), "vrijgesteld")
    store.write(commands.nieuw_verblijf, youssef, VerblijfInvoer("BRG", date(2026, 10, 1)))
    before = reviews(store)
    store.write(commands.noteer_vertrek, youssef, date(2026, 11, 20), "vrijgesteld")
    last = max(store.read(dossier.verblijven, youssef), key=lambda row: row.van)
    invoer = replace(store.read(dossier.verblijf_invoer, last.id), tot=None, eindreden=None)
    store.write(commands.wijzig_verblijf, last.id, invoer, "typfout")
    assert reviews(store) == before


def test_a_review_that_was_one_too_many_never_comes_back_when_a_stay_is_put_right(
    store: Store, youssef: int, begeleiding: int
) -> None:
    kom_over(store, youssef)
    talk = store.write(plan.nieuw_contactmoment, youssef, ContactInvoer(date(2026, 4, 12), "opvolging"))
    store.write(commands.noteer_vertrek, youssef, date(2026, 6, 1), "overgeplaatst")
    store.write(commands.nieuw_verblijf, youssef, VerblijfInvoer("BRG", date(2026, 6, 10)))
    store.write(plan.verwijder_contactmoment, talk, "vergissing")
    store.write(plan.nieuw_contactmoment, youssef, ContactInvoer(date(2026, 6, 15), "opvolging"))
    assert kinds(store) == ["Opvolggesprek"]
    zet_vertrek(store, youssef, date(2026, 4, 2), "overgeplaatst")
    assert kinds(store) == ["Opvolggesprek"]


def test_a_talk_before_a_month_of_release_that_was_withdrawn_never_comes_back(
    store: Store, youssef: int, begeleiding: int
) -> None:
    zet_vrij(store, youssef, date(2026, 12, 1))
    zet_vrij(store, youssef, None)
    zet_vrij(store, youssef, date(2026, 12, 1))
    store.write(plan.nieuw_contactmoment, youssef, ContactInvoer(date(2026, 11, 24), "opvolging"))
    assert "Gesprek voor vrijlating" not in kinds(store)
    (verblijf,) = store.read(dossier.verblijven, youssef)
    invoer = replace(store.read(dossier.verblijf_invoer, verblijf.id), afdeling="Mannen 2")
    store.write(commands.wijzig_verblijf, verblijf.id, invoer, "typfout")
    assert "Gesprek voor vrijlating" not in kinds(store)


def test_a_talk_typed_in_after_the_release_plans_no_next_one(
    store: Store, youssef: int, begeleiding: int
) -> None:
    store.write(commands.noteer_vertrek, youssef, date(2026, 11, 20), "vrijgesteld")
    contact = store.write(plan.nieuw_contactmoment, youssef, ContactInvoer(date(2026, 11, 18), "opvolging"))
    assert reviews(store) == []
    store.write(plan.verwijder_contactmoment, contact, "andere_persoon")
    assert reviews(store) == []


def test_a_release_makes_three_nazorgmomenten_and_a_correction_takes_them_back(
    store: Store, youssef: int, begeleiding: int
) -> None:
    store.write(commands.noteer_vertrek, youssef, date(2026, 8, 31), "vrijgesteld")
    assert store.read(uitkomsten) == [
        (6, date(2027, 2, 28), None), (9, date(2027, 5, 31), None), (12, date(2027, 8, 31), None),
    ]  # fmt: skip
    (verblijf,) = store.read(dossier.verblijven, youssef)
    invoer = replace(store.read(dossier.verblijf_invoer, verblijf.id), eindreden="overgeplaatst")
    store.write(commands.wijzig_verblijf, verblijf.id, invoer, "typfout")
    assert store.read(uitkomsten) == []
    store.undo()
    assert len(store.read(uitkomsten)) == 3


def test_who_is_back_in_prison_before_the_moment_has_that_outcome(
    store: Store, youssef: int, begeleiding: int
) -> None:
    store.write(commands.noteer_vertrek, youssef, date(2026, 3, 20), "vrijgesteld")
    store.write(commands.nieuw_verblijf, youssef, VerblijfInvoer("BRG", date(2026, 11, 1)))
    assert [uitkomst for _, _, uitkomst in store.read(uitkomsten)] == [
        None, "opnieuw_in_detentie", "opnieuw_in_detentie",
    ]  # fmt: skip


def test_who_never_had_a_begeleiding_has_no_nazorg(store: Store, youssef: int) -> None:
    store.write(commands.noteer_vertrek, youssef, date(2026, 8, 31), "vrijgesteld")
    assert store.read(uitkomsten) == []


def test_removing_an_older_conversation_leaves_one_review_to_come(
    store: Store, youssef: int, begeleiding: int
) -> None:
    first = store.write(plan.nieuw_contactmoment, youssef, ContactInvoer(date(2026, 5, 4), "opvolging"))
    store.write(plan.nieuw_contactmoment, youssef, ContactInvoer(date(2026, 11, 2), "opvolging"))
    before = due(store)
    store.write(plan.verwijder_contactmoment, first, "vergissing")
    assert due(store) == before


def test_removing_a_conversation_of_an_ended_begeleiding_makes_nothing_due(
    store: Store, youssef: int, begeleiding: int
) -> None:
    contact = store.write(plan.nieuw_contactmoment, youssef, ContactInvoer(date(2026, 5, 4), "opvolging"))
    store.write(verloop.rond_af, begeleiding, date(2026, 6, 1))
    store.write(plan.verwijder_contactmoment, contact, "vergissing")
    assert due(store) == []


def test_a_return_that_was_a_mistake_opens_the_nazorgmomenten_again(
    store: Store, youssef: int, begeleiding: int
) -> None:
    store.write(commands.noteer_vertrek, youssef, date(2026, 3, 20), "vrijgesteld")
    back = store.write(commands.nieuw_verblijf, youssef, VerblijfInvoer("BRG", date(2026, 11, 1)))
    store.write(commands.verwijder_verblijf, back, "vergissing")
    assert [uitkomst for _, _, uitkomst in store.read(uitkomsten)] == [None, None, None]


def test_a_release_with_an_outcome_stays_a_release_until_the_outcome_is_removed(
    store: Store, youssef: int, begeleiding: int
) -> None:
    store.write(commands.noteer_vertrek, youssef, date(2026, 5, 20), "vrijgesteld")
    outcome = UitkomstInvoer("aan_het_werk", datum=date(2026, 11, 20))
    store.write(noteer_uitkomst, 1, outcome)
    (verblijf,) = store.read(dossier.verblijven, youssef)
    invoer = store.read(dossier.verblijf_invoer, verblijf.id)
    for other in (replace(invoer, eindreden="overgeplaatst"), replace(invoer, tot=date(2026, 11, 21))):
        with pytest.raises(Problem, match="al een uitkomst van nazorg"):
            store.write(commands.wijzig_verblijf, verblijf.id, other, "typfout")


def test_the_review_follows_a_begin_that_was_put_right(
    store: Store, clock: Clock, youssef: int, begeleiding: int
) -> None:
    clock.zet(2026, 3, 10)
    with_later_begin = replace(store.read(begeleiding_wijziging, begeleiding), begindatum=date(2026, 2, 9))
    (before,) = due(store)
    store.write(verloop.wijzig_begeleiding, begeleiding, with_later_begin, "typfout")
    (after,) = due(store)
    assert (before[1].month - after[1].month) % 12 == 1


def test_removing_a_wrong_statuut_moves_the_review_back(
    store: Store, clock: Clock, youssef: int, begeleiding: int
) -> None:
    clock.zet(2026, 3, 10)
    before = due(store)
    store.write(commands.zet_statuut, youssef, "B", date(2026, 3, 9))
    assert due(store) != before
    wrong = next(row.id for row in store.read(dossier.statuten, youssef) if row.van == date(2026, 3, 9))
    store.write(commands.verwijder_statuut, wrong, "vergissing")
    assert due(store) == before
