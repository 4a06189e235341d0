"""Wrong entries are put right or removed, always with a reason, and what was removed is gone."""

import pytest
from sqlalchemy import select
from tests.storage import commands as c

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.storage.access import command
from leertraject_desktop.storage.corrections import verbeter
from leertraject_desktop.storage.tables import Correctie, Deelnemer, Informatievraag, Verwijdering


@pytest.fixture
def jan(store):
    return store.write(c.nieuwe_deelnemer)


def history(session):
    columns = (Correctie.tabel, Correctie.veld, Correctie.oud, Correctie.nieuw, Correctie.reden)
    return [tuple(row) for row in session.execute(select(*columns).order_by(Correctie.id))]


def removals(session):
    columns = (Verwijdering.tabel, Verwijdering.aantal, Verwijdering.datum, Verwijdering.reden)
    return [tuple(str(value) for value in row) for row in session.execute(select(*columns))]


def test_a_correction_keeps_what_stood_there_and_why_it_changed(store, jan):
    store.write(c.verbeter_naam, jan, "Pieters")
    store.write(c.verbeter_naam, jan, "Pietersen", "op_vraag")
    assert store.read(history) == [
        ("deelnemer", "familienaam", "Peeters", "Pieters", "typfout"),
        ("deelnemer", "familienaam", "Pieters", "Pietersen", "op_vraag"),
    ]


def test_what_was_empty_and_becomes_filled_is_history_too(store, jan):
    @command(Recht.REGISTREREN, "gegevens verbeteren")
    def fill(session):
        verbeter(session, session.get_one(Deelnemer, jan), "veranderd", geslacht="V", voornaam="Jeanne")

    store.write(fill)
    assert [line[1:4] for line in store.read(history)] == [
        ("geslacht", "", "V"),
        ("voornaam", "Jan", "Jeanne"),
    ]


def test_correcting_to_the_same_is_no_correction_and_needs_no_reason(store, jan):
    store.write(c.verbeter_naam, jan, "Peeters", "")
    assert store.read(history) == []


@pytest.mark.parametrize("reden", ["", "zomaar", "dubbel"])
def test_a_correction_without_a_reason_from_the_list_is_refused(store, jan, reden):
    with pytest.raises(Problem) as caught:
        store.write(c.verbeter_naam, jan, "Pieters", reden)
    assert caught.value.veld == "reden_correctie"
    assert [row.familienaam for row in store.read(c.namen)] == ["Peeters"]


def test_a_removed_dossier_leaves_a_count_a_day_and_a_reason(store, jan):
    store.write(c.nieuwe_begeleiding, jan)
    assert store.write(c.verwijder_deelnemer, jan) == 7
    assert sorted(store.read(removals)) == [
        ("actie", "1", "2026-11-24", "dubbel"),
        ("begeleiding", "1", "2026-11-24", "dubbel"),
        ("contactmoment", "1", "2026-11-24", "dubbel"),
        ("deelnemer", "1", "2026-11-24", "dubbel"),
        ("informatievraag", "1", "2026-11-24", "dubbel"),
        ("leerdoel", "1", "2026-11-24", "dubbel"),
        ("verblijf", "1", "2026-11-24", "dubbel"),
    ]


def test_of_a_removed_dossier_nothing_is_left_not_even_in_the_history(store, jan):
    store.write(c.verbeter_naam, jan, "Pieters")
    store.write(c.bekijk, jan)
    store.write(c.verwijder_deelnemer, jan)
    assert store.read(c.aantallen) == {"verwijdering": 2}
    assert "Pieters" not in str(store.read(c.alles))


def test_the_dossier_of_somebody_else_stays_whole(store, jan):
    mia = store.write(c.nieuwe_deelnemer, "Smets", "Mia")
    store.write(c.nieuwe_begeleiding, mia)
    store.write(c.verbeter_naam, mia, "De Smet")
    before = store.read(c.aantallen)
    store.write(c.verwijder_deelnemer, store.write(c.nieuwe_deelnemer, "Dubbel"))
    after = store.read(c.aantallen)
    assert after.pop("verwijdering") == 2
    assert after == before


def test_a_question_stays_when_only_the_begeleiding_that_it_led_to_is_removed(store, jan):
    begeleiding = store.write(c.nieuwe_begeleiding, jan)
    store.write(c.verwijder_begeleiding, begeleiding)

    def links(session):
        return list(session.scalars(select(Informatievraag.begeleiding_id)))

    assert store.read(links) == [None, None]


@pytest.mark.parametrize("reden", ["", "typfout"])
def test_nothing_is_removed_without_a_reason_from_the_list(store, jan, reden):
    before = store.read(c.alles)
    with pytest.raises(Problem) as caught:
        store.write(c.verwijder_deelnemer, jan, reden)
    assert caught.value.veld == "reden_verwijdering"
    assert store.read(c.alles) == before
