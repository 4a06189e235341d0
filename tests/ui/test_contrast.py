"""What the user must see stands out, on every screen, light and dark: texts, and where the keyboard is."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from tests.ui import reach, ring
from tests.ui.ink import contrast, inks, picture
from tests.ui.walk import SCREENS, Shown, Walk

from leertraject_desktop.ui.kit.theme import theme

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
    drawn = picture(shown.root)
    measured = [(ink, contrast(ink, shown.root, drawn)) for ink in inks(shown.root)]
    assert measured
    faint = [
        (reach.describe(ink.widget), ink.text, reached) for ink, reached in measured if reached < READABLE
    ]
    assert faint == []


def test_where_the_keyboard_is_can_be_seen(shown):
    seen = [(reach.describe(one), ring.unseen(one, shown.window)) for one in reach.controls(shown.root)]
    assert [(control, missing) for control, missing in seen if missing] == []
