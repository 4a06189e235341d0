"""What the user must see stands out, on every screen, light and dark: texts, and where the keyboard is."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui import reach, ring
from tests.ui.ink import contrast, inks, picture
from tests.ui.popups import popups
from tests.ui.walk import SCREENS, Shown, Walk

from leertraject_desktop.ui.kit.theme import theme

# What the platform of the tests says when a menu opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing the keyboard)")

READABLE = 4.5


@pytest.fixture(scope="module")
def walk(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    """The window on the dossiers of a prison that has worked with it for a year."""
    made = Walk(tmp_path_factory.mktemp("demo"))
    yield made
    made.close()
    theme().choose("light")


@pytest.fixture(
    scope="module", params=[f"{scheme}: {name}" for scheme in ("light", "dark") for name in SCREENS]
)
def shown(walk: Walk, request: pytest.FixtureRequest) -> Iterator[Shown]:
    """Each screen in turn, in one of the two schemes: the window, or the form over it."""
    scheme, name = request.param.split(": ")
    theme().choose(scheme)
    yield walk.open(name)
    walk.leave()


def test_every_text_can_be_read_also_what_is_greyed_or_only_a_hint(shown):
    assert faint(shown.own()) == []


def test_where_the_keyboard_is_can_be_seen(shown):
    seen = [(reach.describe(one), ring.unseen(one, shown.window)) for one in reach.controls(shown.own())]
    assert [(control, missing) for control, missing in seen if missing] == []


def test_what_pops_up_can_be_read_and_shows_where_the_keyboard_is(shown):
    unread, unseen = [], []
    for popup in popups(shown):
        unread += [(str(popup), *one) for one in faint(popup.inside)]
        before = picture(popup.inside)
        if popup.walk() and ring.noticed(before, picture(popup.inside)) < ring.LEAST:
            unseen.append(str(popup))
    assert unread == []
    assert unseen == []


def faint(root: QWidget) -> list[tuple[str, str, float]]:
    """The texts inside a widget that reach no contrast of 4.5 with their ground."""
    drawn = picture(root)
    measured = [(ink, contrast(ink, root, drawn)) for ink in inks(root)]
    assert measured, f"{reach.describe(root)} says nothing"
    return [
        (reach.describe(ink.widget), ink.text, reached) for ink, reached in measured if reached < READABLE
    ]
