"""The lists that a coordinator chooses from: shipped as data, checked on every write."""

import re
from datetime import date

import pytest
from tests.storage import commands as c

from leertraject_desktop.domain.label import Lijst, Opleidingsgroep
from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.domain.rechten import Recht
from leertraject_desktop.storage.access import command
from leertraject_desktop.storage.reference import (
    controleer_code,
    fill,
    gevangenissen,
    gevangenissen_in_bestand,
    waarden,
)
from leertraject_desktop.storage.tables import Referentiewaarde


@command(Recht.BEHEREN, "lijsten bijwerken", undo=False)
def fill_again(session):
    fill(session)


@command(Recht.BEHEREN, "label wijzigen")
def rename(session, label):
    session.get_one(Referentiewaarde, ("kanaal", "brief")).label = label


@command(Recht.BEHEREN, "code afsluiten")
def end(session, dag):
    session.get_one(Referentiewaarde, ("kanaal", "brief")).geldig_tot = dag


@pytest.mark.parametrize("lijst", Lijst)
def test_every_list_offers_something_and_no_two_choices_read_the_same(store, lijst):
    labels = [waarde.label for waarde in store.read(waarden, lijst)]
    assert len(labels) >= 2
    assert len(set(labels)) == len(labels)


def test_the_levels_of_education_fall_apart_into_the_groups_of_the_figures(store):
    groups = {waarde.groep for waarde in store.read(waarden, Lijst.OPLEIDINGSNIVEAU)}
    assert groups == {groep.value for groep in Opleidingsgroep}


def test_filling_the_lists_again_changes_nothing(store):
    before = store.read(c.alles)
    store.write(fill_again)
    assert {name: rows for name, rows in store.read(c.alles).items() if "logboek" not in name} == {
        name: rows for name, rows in before.items() if "logboek" not in name
    }


def test_a_new_program_brings_new_words_for_an_old_code(store):
    store.write(rename, "oude woorden")
    store.write(fill_again)
    assert "brief" in [waarde.label for waarde in store.read(waarden, Lijst.KANAAL)]


def test_a_code_that_ended_is_no_longer_offered_but_still_has_its_words(store):
    store.write(end, date(2026, 6, 30))
    offered = {
        dag: "brief" in [waarde.code for waarde in store.read(waarden, Lijst.KANAAL, op=dag)]
        for dag in (date(2026, 6, 30), date(2026, 7, 1))
    }
    assert list(offered.values()) == [True, False]
    assert "brief" in [waarde.code for waarde in store.read(waarden, Lijst.KANAAL)]


def test_a_code_of_another_list_is_refused_at_its_field(store):
    store.read(controleer_code, Lijst.KANAAL, "brief", veld="kanaal")
    with pytest.raises(Problem, match="Kies een kanaal") as caught:
        store.read(controleer_code, Lijst.KANAAL, "nt2", veld="kanaal")
    assert caught.value.veld == "kanaal"


def test_the_first_start_offers_the_prisons_that_the_database_will_know(store):
    shipped = {waarde.code for waarde in gevangenissen_in_bestand()}
    assert shipped == {waarde.code for waarde in store.read(gevangenissen)}
    assert {"BRG", "GEN", "HAR", "DKO"} <= shipped
    assert all(re.fullmatch("[A-Z]{3}", code) for code in shipped)
