"""The search field leads to every page and command, also for who calls it something else."""

import pytest

from leertraject_desktop.domain.label import Rol
from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.ui.beheer.places import places_for
from leertraject_desktop.ui.kit.screen import Target
from leertraject_desktop.ui.kit.text_editors import SearchField
from leertraject_desktop.ui.main_window import FORMS, PAGES, beheer_goals
from leertraject_desktop.ui.top_search import TopSearch, found, goals_for


def places(typed: str, rol: Rol = Rol.BEHEERDER) -> list[str]:
    named, others = found(typed, [*goals_for(rol), *beheer_goals(rol)])
    return [row.key.place for row in (*named, *others)]


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("nazorg", "nazorg"),
        ("doorverwezen", "doorverwijzingen"),
        ("bevolking", "bevolking"),
        ("importeren", "importeren"),
        ("lijst inlezen", "importeren"),
        ("lijst", "importeren"),
        ("reservekopie", "reservekopieen"),
        ("backup", "reservekopieen"),
        ("gebruikers", "gebruikers"),
        ("collega", "gebruikers"),
        ("wachtwoord", "wachtzin"),
        ("kalender", "agenda"),
        ("export", "levering"),
        ("maandexport", "levering"),
        ("cijfers", "levering"),
        ("Ga naar vragen", "vragen"),
        ("nieuwe vraag", "nieuwe_vraag"),
        ("nieuwe deel", "nieuwe_deelnemer"),
        ("herinnering", "nieuwe_taak"),
        ("sneltoetsen", "hulp"),
        ("donker", "instellingen"),
    ],
)
def test_a_page_or_command_is_found_by_what_a_coordinator_calls_it(typed, place):
    assert places(typed)[0] == place


def test_every_page_and_form_without_a_row_of_its_own_is_found():
    goals = {goal.target.place for goal in goals_for(Rol.BEHEERDER)}
    goals |= {place.place for place in places_for(Rol.BEHEERDER)}
    needs_a_row = {"dossier", "vraag", "samenvoegen", "taak"}
    assert goals == (set(PAGES) | set(FORMS) | {"hulp"}) - needs_a_row


def test_a_page_named_in_full_stands_first_and_a_beginning_after_the_people():
    assert [row.title for row in found("vragen", goals_for(Rol.COORDINATOR))[0]] == ["Ga naar Vragen"]
    named, others = found("vra", goals_for(Rol.COORDINATOR))
    assert not named
    assert [row.key for row in others] == [Target("nieuwe_vraag"), Target("vragen")]


def test_two_letters_of_a_synonym_lead_nowhere_and_ga_naar_alone_neither():
    assert not places("ka")
    assert not places("ga naar")


def test_who_may_not_manage_or_register_is_not_led_there():
    assert "gebruikers" not in places("gebruikers", Rol.LEZER)
    assert "nieuwe_vraag" not in places("nieuwe vraag", Rol.LEZER)


def test_a_command_stands_above_a_name_that_only_sounds_like_what_was_typed(context, window):
    context.store.write(nieuwe_deelnemer, NieuweDeelnemer("Ana", "Ferreira"))
    field = SearchField("Zoek")
    field.setParent(window)
    search = TopSearch(field, context, ())
    field.searched.emit("vra")
    titles = [row.title for row in search.popup.rows()]
    assert titles == ["Nieuwe vraag", "Ga naar Vragen", "Ferreira, Ana"]
    context.store.write(nieuwe_deelnemer, NieuweDeelnemer("Jan", "Vranckx"))
    field.searched.emit("vra")
    assert search.popup.rows()[0].title == "Vranckx, Jan"
