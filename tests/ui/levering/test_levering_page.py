"""The months: what is seen is what leaves, and it leaves whole or not at all."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from leertraject_desktop.domain.maand import Maand
from leertraject_desktop.features.deelnemers.commands import nieuwe_deelnemer
from leertraject_desktop.features.deelnemers.invoer import NieuweDeelnemer
from leertraject_desktop.features.informatievragen.commands import nieuwe_vraag
from leertraject_desktop.features.informatievragen.invoer import VraagInvoer
from leertraject_desktop.features.levering.inkijk import lees_bladen
from leertraject_desktop.features.levering.maanden import maanden_overzicht
from leertraject_desktop.storage import location
from leertraject_desktop.storage.store import Store
from leertraject_desktop.ui.kit.screen import Context, Target
from leertraject_desktop.ui.levering.charts_view import value_tops
from leertraject_desktop.ui.levering.levering_page import LeveringPage

OKTOBER = Maand(2026, 10)
CTRL = Qt.KeyboardModifier.ControlModifier
NAAM = "leertraject-brugge-2026-10.xlsx"


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(location.FOLDER_VARIABLE, str(tmp_path / "computer"))
    folder = tmp_path / "VOCVO"
    folder.mkdir()
    return folder


@pytest.fixture
def page(store: Store, context: Context, window: QWidget, stick: Path, clock, qtbot: QtBot) -> LeveringPage:
    for maand in (9, 10, 10):
        clock.zet(2026, maand, 5)
        store.write(nieuwe_vraag, VraagInvoer(onderwerp="nt2", vraag="Wanneer?", kanaal="gesprek"))
    clock.zet(2026, 11, 24)
    made = LeveringPage(context)
    store.listen(made.changed)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(made)
    made.show()
    made.footer.destination.choose(str(stick))
    made.show_target(Target("levering", part=str(OKTOBER)))
    context.jobs.wait()
    return made


def _texts(page: LeveringPage) -> list[str]:
    model = page.sheet.sheet_model
    cells = (
        model.index(row, column).data()
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    )
    return [text for text in cells if text]


def _make(page: LeveringPage, context: Context) -> None:
    page.make_file()
    context.jobs.wait()


def test_the_months_say_what_is_to_be_done(page, store):
    assert [(row.title, row.second) for row in page.months.rows()] == [
        ("November 2026", "Loopt nog tot 30-11"),
        ("Oktober 2026", "Te maken vóór 30-11"),
        ("September 2026", "Nog te maken"),
    ]
    assert page.header.title.text() == "Levering oktober 2026"
    assert page.pill.text() == "Nog te maken"


def test_every_cell_that_leaves_was_on_the_screen(page, context, stick):
    seen = {}
    for number, name in enumerate(("Voorblad", "Tellingen", "Tabellen")):
        page.tabs.setCurrentIndex(number)
        seen[name] = _texts(page)
    page.tabs.setCurrentIndex(3)
    titles = {box.accessibleName().partition(".")[0] for box in page.charts.boxes}
    _make(page, context)
    for blad in lees_bladen((stick / NAAM).read_bytes()):
        if blad.naam != "Grafieken":
            assert seen[blad.naam] == [cel.tekst for cel in blad.cellen if cel.tekst]
        else:
            assert {grafiek.titel for grafiek in blad.grafieken} == titles
    assert "2" in seen["Tellingen"]


def test_ctrl_enter_makes_the_file_and_tells_where_it_is(page, store, context, stick, qtbot):
    qtbot.keyClick(page.months, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    context.jobs.wait()
    content = (stick / NAAM).read_bytes()
    sha = hashlib.sha256(content).hexdigest()
    message = page.footer.notice.text()
    assert message.startswith(f"‘{NAAM}’ is gemaakt.") and str(stick) in message and sha[:4] in message
    assert page.footer.open_folder.isVisible()
    assert page.pill.text() == "Gemaakt op 24-11-2026"
    stand = next(stand for stand in store.read(maanden_overzicht) if stand.maand == OKTOBER)
    assert (stand.gemaakt_op, stand.bestandsnaam) == (date(2026, 11, 24), NAAM)
    assert [file.name for file in stick.iterdir()] == [NAAM]


def test_a_month_that_was_made_is_made_again_only_after_asking(page, context, stick, keyboard):
    page.focus_first()
    keyboard.press(Qt.Key.Key_Return, CTRL)
    context.jobs.wait()
    assert page.footer.make.text() == "Maak opnieuw" and page.months.hasFocus()
    (stick / NAAM).unlink()
    keyboard.press(Qt.Key.Key_Return, CTRL)
    keyboard.press(Qt.Key.Key_Return)
    context.jobs.wait()
    assert list(stick.iterdir()) == [] and page.months.hasFocus()
    keyboard.press(Qt.Key.Key_Return, CTRL)
    keyboard.press(Qt.Key.Key_Return, CTRL)
    context.jobs.wait()
    assert (stick / NAAM).is_file() and page.months.hasFocus()


def test_the_page_opens_on_the_oldest_month_that_is_still_to_be_made(page, context):
    for expected in ("september", "oktober"):
        page.hide()
        page.show_target(Target("levering"))
        page.show()
        context.jobs.wait()
        assert page.header.title.text() == f"Levering {expected} 2026"
        assert page.footer.make.text() == "Maak levering"
        _make(page, context)
        assert page.header.title.text() == f"Levering {expected} 2026"


def test_the_page_opens_on_the_month_that_was_asked_for_though_an_older_one_waits(page, context):
    page.hide()
    page.show_target(Target("levering"))
    page.show()
    page.hide()
    page.show_target(Target("levering", part=str(OKTOBER)))
    page.show()
    context.jobs.wait()
    assert page.header.title.text() == "Levering oktober 2026" and page.months.current_key() == OKTOBER


def test_a_stick_that_is_gone_is_told_above_the_button_and_nothing_is_kept(page, store, context, stick):
    stick.rmdir()
    _make(page, context)
    assert "is er niet" in page.footer.notice.text()
    assert page.footer.make.text() == "Probeer opnieuw" and page.footer.make.hasFocus()
    assert not any(stand.gemaakt_op for stand in store.read(maanden_overzicht))
    stick.mkdir()
    _make(page, context)
    assert "is gemaakt" in page.footer.notice.text()


def test_a_file_that_cannot_be_overwritten_stays_as_it_was(page, store, context, stick):
    (stick / NAAM).mkdir()
    _make(page, context)
    assert page.footer.notice.isVisible() and page.footer.make.text() == "Probeer opnieuw"
    assert not any(stand.gemaakt_op for stand in store.read(maanden_overzicht))


def test_a_job_that_is_stopped_leaves_nothing(page, store, context, stick):
    page.make_file()
    assert page.footer.stop.hasFocus() and not page.footer.make.isEnabled()
    page.footer.stop.click()
    context.jobs.wait()
    assert list(stick.iterdir()) == [] and page.footer.make.isEnabled()


def test_figures_that_changed_since_are_shown_before_they_leave(page, store, context, stick, clock):
    store._listeners.clear()
    store.write(
        nieuwe_vraag,
        VraagInvoer(onderwerp="nt2", vraag="Nog een", kanaal="gesprek", datum=date(2026, 10, 7)),
    )
    _make(page, context)
    assert "intussen veranderd" in page.footer.notice.text() and list(stick.iterdir()) == []
    context.jobs.wait()
    page.tabs.setCurrentIndex(1)
    assert "3" in _texts(page)
    _make(page, context)
    assert (stick / NAAM).is_file()


def test_a_month_that_runs_cannot_be_made_yet(page, context, qtbot):
    page.show_target(Target("levering", part="2026-11"))
    context.jobs.wait()
    assert page.empty.isVisible() and "loopt nog" in page.empty.accessibleName()
    assert not page.footer.make.isEnabled()
    qtbot.keyClick(page.months, Qt.Key.Key_Down)
    context.jobs.wait()
    assert page.footer.make.isEnabled()


def test_the_sheet_is_walked_and_copied_by_keyboard(page, qtbot):
    page.tabs.setCurrentIndex(1)
    page.sheet.setFocus()
    for _ in range(3):
        qtbot.keyClick(page.sheet, Qt.Key.Key_Down)
    qtbot.keyClick(page.sheet, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == str(page.sheet.currentIndex().data())


def test_no_name_and_no_free_text_stands_in_the_file(page, store, context, stick, clock):
    store.write(
        nieuwe_deelnemer,
        NieuweDeelnemer(
            voornaam="Kanarie", familienaam="Vogelaar", statuut="V", verblijf_van=date(2026, 2, 4)
        ),
    )
    context.jobs.wait()
    _make(page, context)
    content = (stick / NAAM).read_bytes()
    assert not any(word in content for word in (b"Kanarie", b"Vogelaar", b"Wanneer?", b"Bogaert"))


def test_a_small_window_chooses_the_month_from_a_list(page, context, window, qtbot):
    window.resize(911, 369)
    qtbot.waitUntil(page.month_choice.isVisible)
    assert not page.months.isVisible()
    page.month_choice.control.setCurrentIndex(2)
    context.jobs.wait()
    assert page.header.title.text() == "Levering september 2026"


@pytest.mark.parametrize(
    ("heights", "wide", "tops"),
    [([80, 78], 10, [92, 78]), ([78, 80], 10, [78, 92]), ([80, 30], 10, [80, 30]), ([80, 78], 28, [80, 78])],
)
def test_the_values_of_two_bars_beside_each_other_never_touch(heights, wide, tops):
    assert value_tops(heights, wide) == tops
