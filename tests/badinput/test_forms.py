"""Whatever is typed, chosen and pressed in any form of the window is kept as shown, or refused in words."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.badinput import typing_hands as hands
from tests.badinput.desk import Desk
from tests.badinput.dossier import FREE, GUIDED, HELD, NEW, TODAY
from tests.badinput.invariants import cheap, snapshot
from tests.badinput.profile import examples
from tests.conftest import Database

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.dossier.forms import _CHANGES, _NEW
from leertraject_desktop.ui.dossier.places import _PARTS, FORM_TABS, PLAN_EDITORS
from leertraject_desktop.ui.kit.jobs import Jobs
from leertraject_desktop.ui.kit.screen import Target
from leertraject_desktop.ui.main_window import FORMS

# A list that pops up asks the screen that is not there for the keyboard.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
# Every form with what it is about: the dossier, and the row where it changes one.
DOSSIER: dict[str, tuple[int, int]] = {
    "verblijf": (GUIDED, 1), "vertrek": (GUIDED, 0), "statuut": (GUIDED, 1),
    "ondersteuningsnood": (GUIDED, 0), "redelijke_aanpassing": (GUIDED, 0), "ondersteuning": (GUIDED, 1),
    "drempel_bij": (GUIDED, 1), "drempel": (GUIDED, 1), "opschorten": (GUIDED, 1), "hervatten": (HELD, 2),
    "opschorting": (HELD, 1),
    "afronden": (GUIDED, 1), "begeleiding_verbeteren": (GUIDED, 1), "toestemming": (GUIDED, 1),
    "toestemmingsblad": (GUIDED, 0), "toestemming_intrekken": (GUIDED, 1),
    "toestemming_terugzetten": (GUIDED, 2), "doorverwijzing": (GUIDED, 1),
    "doorverwijzing_antwoord": (GUIDED, 2), "doorverwijzing_terugnemen": (GUIDED, 1),
    "nazorg_uitkomst": (FREE, 1), "nazorg_kanaal": (FREE, 0), "contact": (GUIDED, 1), "starten": (NEW, 0),
    "stopzetten": (GUIDED, 0), "gegevens": (GUIDED, 0), "nieuw_leerdoel": (GUIDED, 1),
    "wijzig_leerdoel": (GUIDED, 1), "nieuwe_actie": (GUIDED, 1), "wijzig_actie": (GUIDED, 1),
}  # fmt: skip
OVER = {
    "nieuwe_vraag": None, "vraag": 1, "nieuwe_deelnemer": None, "samenvoegen": GUIDED, "nieuwe_taak": None,
    "taak": 1, "wachtzin": None,
}  # fmt: skip
TARGETS = [
    *(Target(place, row) for place, row in OVER.items()),
    *(Target("dossier", who, f"{part}-{row}" if row else part) for part, (who, row) in DOSSIER.items()),
    *(Target("dossier", DOSSIER[part][0], part) for part in _CHANGES if part in _NEW),
    Target("dossier", GUIDED, "contact"),
    Target("nieuwe_vraag", GUIDED),
]


def test_every_form_of_the_window_is_typed_into() -> None:
    assert set(DOSSIER) == {*FORM_TABS, *_PARTS.values(), *PLAN_EDITORS, *_NEW, *_CHANGES}
    assert set(OVER) == set(FORMS)


STEPS = st.lists(hands.STEP | st.just(("lock", None, None)), min_size=4, max_size=14)


@given(target=st.sampled_from(TARGETS), steps=STEPS)
@examples(12)
def test_what_a_form_shows_is_kept_whole_or_refused_in_words(
    filled: Database, worker: Jobs, target: Target, steps: list[Any]
) -> None:
    with hands.no_exceptions():
        desk = Desk(filled, worker)
        try:
            desk.window.go(target)
            for step in steps:
                if step[0] == "lock":
                    desk.lock(target)
                else:
                    press(desk, step)
        finally:
            desk.leave()


def press(desk: Desk, step: tuple[Any, Any, Any]) -> None:
    """One step; what it keeps is what was shown, and when it keeps nothing the window says why."""
    window, before = desk.window, snapshot(desk.raw)
    shown, was_open = hands.shown_value(window), hands.has_form(window)
    hands.act(window, step)
    after = snapshot(desk.raw)
    cheap(desk.raw, TODAY)
    if step[0] != "keep" or not was_open:
        return
    changed = _content(before) != _content(after)
    if not changed and hands.has_form(window):
        assert hands.says_why(window), "refused without a word"
    if changed and shown is not None and not isinstance(shown, Problem):
        assert hands.is_stored(shown, after) == []


def _content(rows: dict[str, Any]) -> dict[str, Any]:
    return {
        table: found for table, found in rows.items() if table not in ("concept", "bekeken", "instelling")
    }
