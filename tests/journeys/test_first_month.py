"""The first month of a coordinator: from a new computer to the month's file, and all is there after it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.conftest import Clock
from tests.ui.keyboard import Keyboard

from leertraject_desktop.app import Program
from leertraject_desktop.features.begeleidingen.lijst import begeleiding_detail
from leertraject_desktop.features.deelnemers.dossier import dossierkop
from leertraject_desktop.features.dossier.tijdlijn import tijdlijn
from leertraject_desktop.ui.aanmelden.login import LoginPage
from leertraject_desktop.ui.eerste_start.wizard import FirstStart
from leertraject_desktop.ui.kit.print_preview import PrintPreview

ZIN = "drie fietsen wachten op zachte regen"
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
BESTAND = "leertraject-brugge-2026-10.xlsx"


@pytest.fixture
def user(start: Callable[[], Program], keyboard: Keyboard, clock: Clock, qtbot: QtBot) -> "User":
    return User(start, keyboard, clock, qtbot)


class User:
    """An Baert at her keyboard."""

    def __init__(self, start: Callable[[], Program], keyboard: Keyboard, clock: Clock, qtbot: QtBot) -> None:
        self._start, self.keys, self.clock, self.bot = start, keyboard, clock, qtbot
        self.program = start()

    @property
    def work(self):
        assert self.program.work is not None
        return self.program.work

    @property
    def store(self):
        assert self.program.store is not None
        return self.program.store

    def tab(self, times: int = 1) -> None:
        for _ in range(times):
            self.keys.press(Qt.Key.Key_Tab)

    def enter(self) -> None:
        self.keys.press(Qt.Key.Key_Return)

    def keep(self) -> None:
        self.keys.press(Qt.Key.Key_Return, CTRL)

    def to(self, name: str) -> None:
        """Walk with Tab until the control with this accessible name or object name has the focus."""
        seen: list[str] = []
        for _ in range(60):
            focus = QApplication.focusWidget()
            assert focus is not None
            if name in (focus.accessibleName(), focus.objectName()):
                return
            seen.append(focus.accessibleName())
            self.tab()
        raise AssertionError(f"Tab never comes at {name}, only at {seen}")

    def first_start(self) -> None:
        wizard = self.program.window.currentWidget()
        assert isinstance(wizard, FirstStart)
        self.keys.type("Bru")
        self.enter()
        self.keys.type("An Baert")
        self.enter()
        self.keys.type(ZIN)
        self.tab()
        self.keys.type(ZIN)
        self.enter()
        self.enter()
        self.tab()
        blad = wizard.recovery.blad()
        self.keys.type(blad.groepen[wizard.recovery.group - 1])
        self.enter()
        self.enter()
        self.bot.waitUntil(lambda: isinstance(self.program.window.currentWidget(), LoginPage), timeout=20_000)

    def log_in(self) -> None:
        self.keys.type(ZIN)
        self.enter()
        self.bot.waitUntil(lambda: self.program.work is not None, timeout=20_000)

    def next_day(self) -> None:
        """Close the program and start it again."""
        self.program = self._start()


def test_from_a_new_computer_to_the_file_of_the_month(user: User, computer: Path, tmp_path: Path) -> None:
    user.clock.zet(2026, 10, 20)
    user.first_start()
    user.log_in()
    deelnemer = register_somebody(user)
    ask_and_start(user)
    begeleiding = user.store.read(dossierkop, deelnemer).begeleiding_id
    stop(user, deelnemer)
    paper(user, tmp_path)

    user.clock.zet(2026, 11, 3)
    user.keys.press(Qt.Key.Key_L, CTRL)
    assert isinstance(user.program.window.currentWidget(), LoginPage)
    user.log_in()
    deliver(user, tmp_path / "stick")

    user.next_day()
    user.log_in()
    assert user.store.read(dossierkop, deelnemer).naam == "Youssef El Amrani"
    titles = [line.titel for line in user.store.read(tijdlijn, deelnemer)]
    assert titles[0] == "Begeleiding stopgezet"
    assert "Vraag: Kan ik leren lassen?" in titles
    detail = user.store.read(begeleiding_detail, begeleiding)
    assert (detail.reden, detail.einddatum) == ("overgeplaatst", date(2026, 10, 20))
    for file in computer.rglob("*"):
        assert not file.is_file() or b"Amrani" not in file.read_bytes()


def register_somebody(user: User) -> int:
    user.keys.press(Qt.Key.Key_N, CTRL | SHIFT)
    user.keys.type("Youssef")
    user.tab()
    user.keys.type("El Amrani")
    user.to("Statuut")
    user.keys.type("ver")
    user.keep()
    page = user.work.page()
    assert user.work.frame.navigation.isVisible()
    assert "Youssef El Amrani" in visible_words(page)
    return user.work._history[-1].id


def ask_and_start(user: User) -> None:
    user.keys.press(Qt.Key.Key_N, CTRL)
    user.to("Onderwerp")
    user.keys.type("opl")
    user.tab()
    user.keys.type("Kan ik leren lassen?")
    user.keep()
    user.keys.press(Qt.Key.Key_3, CTRL)
    assert "Kan ik leren lassen?" in user.work.page().table.current_row().vraag
    user.keys.press(Qt.Key.Key_B)


def stop(user: User, deelnemer: int) -> None:
    user.keys.press(Qt.Key.Key_4, CTRL)
    user.enter()
    page = user.work.page()
    user.to("Stopzetten")
    user.enter()
    user.keep()
    assert "Je kan niet stopzetten zonder reden." in visible_words(page)
    user.keys.type("over")
    user.keep()
    assert user.store.read(dossierkop, deelnemer).begeleiding_id is None


def paper(user: User, folder: Path) -> None:
    user.keys.press(Qt.Key.Key_P, CTRL)
    user.program.jobs.wait()
    (preview,) = user.program.window.findChildren(PrintPreview)
    preview.save(folder / "intake.pdf")
    assert (folder / "intake.pdf").read_bytes().startswith(b"%PDF")
    user.keys.press(Qt.Key.Key_Escape)


def deliver(user: User, stick: Path) -> None:
    stick.mkdir()
    user.keys.press(Qt.Key.Key_0, CTRL)
    page = user.work.page()
    page.footer.destination.choose(str(stick))
    user.program.jobs.wait()
    user.keep()
    user.program.jobs.wait()
    book = openpyxl.load_workbook(stick / BESTAND)
    words = {str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    assert not any("Amrani" in word or "lassen" in word for word in words)


def visible_words(page: QWidget) -> str:
    """All words that labels show on a page."""
    labels = [child for child in page.findChildren(QWidget) if child.isVisible() and hasattr(child, "text")]
    return "\n".join(child.text() for child in labels if callable(child.text))
