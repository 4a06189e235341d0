"""Whatever is typed and pressed before the data is open, or where keys and people are kept: no way around."""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import event, given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from tests.badinput import typing_hands as hands
from tests.badinput.desk import Desk
from tests.badinput.dossier import GUIDED, TODAY
from tests.badinput.invariants import cheap, invariants
from tests.badinput.profile import examples
from tests.conftest import FAST, Clock, Database

from leertraject_desktop.storage import location
from leertraject_desktop.storage.database import open_store
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.aanmelden.login import LoginPage
from leertraject_desktop.ui.beheer.gebruiker_forms import GivePassphrase, NewGebruiker
from leertraject_desktop.ui.beheer.own_passphrase import OwnPassphrase
from leertraject_desktop.ui.beheer.places import PLACES
from leertraject_desktop.ui.eerste_start.wizard import FirstStart
from leertraject_desktop.ui.kit.jobs import Jobs
from leertraject_desktop.ui.kit.screen import Target

# A list that pops up asks the screen that is not there for the keyboard.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
ZIN = "drie fietsen wachten op zachte regen"
# Right somewhere; not the passphrase of who is logged in, so that nobody gets another key on the way.
PHRASES = st.sampled_from([ZIN, ZIN, "te kort", "Bru", "An Baert", "tom.claes", "Peeters"])
STEPS = st.lists(
    hands.STEP | st.tuples(st.just("type"), hands.PLACES, PHRASES) | hands.PRESSED, min_size=6, max_size=24
)
Key = Qt.Key


@pytest.fixture(scope="module", autouse=True)
def _computer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A computer of its own, with cheap keys."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(location.FOLDER_VARIABLE, str(tmp_path_factory.mktemp("computer")))
        # A window of the system has no hands here.
        patch.setattr(QFileDialog, "open", lambda *_: None)
        for form in (GivePassphrase, NewGebruiker, OwnPassphrase):
            patch.setattr(form, "kdf", FAST)
        yield


def shown(page: Any) -> Any:
    """The page in the hands of the user."""
    page.resize(1366, 697)
    page.show()
    page.activateWindow()
    return page


def use(page: Any, worker: Jobs, steps: list[Any], through: Sequence[Any] = ()) -> None:
    """All these steps, each with the work that it starts, until somebody is `through`: then the page goes."""
    for step in steps:
        if through:
            return
        hands.act(page, step, on_page=True)
        assert worker.wait()
        QApplication.processEvents()


def typed_by_hand(text: str, *keys: Qt.Key) -> None:
    """Text where the cursor stands, over what is there, and these keys after it."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit):
        focus.selectAll()
    QTest.keyClicks(focus, text)
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)


@given(steps=STEPS)
@examples(6)
def test_nothing_but_the_passphrase_opens_the_data_and_that_does_whatever_came_before(
    filled: Database, worker: Jobs, steps: list[Any]
) -> None:
    opened: list[Store] = []
    with tempfile.TemporaryDirectory() as folder, hands.no_exceptions():
        for file in filled.path.parent.iterdir():
            (Path(folder) / file.name).write_bytes(file.read_bytes())
        clock = Clock()
        page = shown(LoginPage(worker, Path(folder) / filled.path.name, clock=clock, kdf=FAST))
        page.opened.connect(opened.append)
        try:
            use(page, worker, steps, opened)
            assert not opened or filled.wachtzin in {what for kind, _, what in steps if kind == "type"}
            event("opened by chance" if opened else "closed")
            if not opened:
                clock.later(days=1)
                log_in(page, filled)
                assert worker.wait()
            assert opened
        finally:
            hands.gone(page)
            for store in opened:
                invariants(store)
                store.close()


def log_in(page: Any, database: Database) -> None:
    """As on any morning, whatever card lies on the page."""
    for _ in range(3):
        page._step_back()
    page.card.users.show_value(database.login)
    page.card._look_at_wait()
    page.card.passphrase.setFocus()
    typed_by_hand(database.wachtzin, Key.Key_Return)


@given(right=st.integers(0, 9), steps=STEPS)
@examples(10)
def test_the_first_start_makes_whole_data_or_none(worker: Jobs, right: int, steps: list[Any]) -> None:
    """After nonsense in every step the first `right` of them are filled in as they should be."""
    made: list[tuple[Path, str]] = []
    with hands.no_exceptions():
        page = shown(FirstStart(worker, kdf=FAST, clock=Clock()))
        page.made.connect(lambda path, login: made.append((path, login)))
        try:
            part = 1 + len(steps) // (right + 1)
            for number in range(right):
                use(page, worker, steps[number * part : (number + 1) * part], made)
                if not made:
                    fill_in(page)
                assert worker.wait()
            use(page, worker, steps[right * part :], made)
            event("made" if made else f"came to step {page.steps.index(page.here)}")
        finally:
            hands.gone(page)
    for path, login in made:
        store = open_store(path, login, ZIN, clock=Clock())
        with store:
            invariants(store)
        shutil.rmtree(path.parent)
    assert not list(location.data_folder().glob("*.leertraject*"))


def fill_in(page: Any) -> None:
    """What stands on this step as it should, and on to the next."""
    page.focus_first()
    if page.here is page.prison:
        typed_by_hand("Bru", Key.Key_Return)
    elif page.here is page.person:
        typed_by_hand("An Baert", Key.Key_Return)
    elif page.here is page.phrase:
        typed_by_hand(ZIN, Key.Key_Tab)
        typed_by_hand(ZIN, Key.Key_Return)
    elif page.here is page.recovery:
        page.recovery.editor.show_value(page.recovery.blad().groepen[page.recovery.group - 1])
        page.go_on()
    else:
        page.go_on()


def row(page: Any) -> Any:
    """The last in the list of gebruikers."""
    return page.table.model().rows[-1]


# How each form of beheer is opened, from its page.
FORMS: dict[str, tuple[str, Callable[[Any], object]]] = {
    "own passphrase": ("wachtzin", lambda page: None),
    "new gebruiker": ("gebruikers", lambda page: page.add()),
    "gebruiker": ("gebruikers", lambda page: page.edit(row(page))),
    "other passphrase": ("gebruikers", lambda page: page.give_passphrase(row(page))),
    "no access": ("gebruikers", lambda page: page.take_access(row(page))),
    "recovery sheet": ("gebruikers", lambda page: page.make_sheet()),
    "other key": ("gebruikers", lambda page: page.offer_key()),
    "wiping": ("persoonsgegevens", lambda page: (page.person.choose(GUIDED), page.person.ask_wipe())),
    **{place.place: (place.place, lambda page: None) for place in PLACES},
}


@given(form=st.sampled_from(sorted(FORMS)), steps=STEPS)
@examples(12)
def test_every_form_of_beheer_takes_anything_and_leaves_somebody_who_may_manage(
    filled: Database, worker: Jobs, form: str, steps: list[Any]
) -> None:
    place, opened = FORMS[form]
    with hands.no_exceptions():
        desk = Desk(filled, worker)
        try:
            desk.window.go(Target(place))
            assert worker.wait()
            opened(desk.window.page())
            for step in steps:
                is_page = hands.front(desk.window) is desk.window
                event(f"{form}: {'page' if is_page else 'form'}")
                use(desk.window.page() if is_page else desk.window, worker, [step])
                cheap(desk.raw, TODAY)
        finally:
            desk.leave()
