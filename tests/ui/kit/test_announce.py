"""Who hears the screen is told what appears there."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit.announce import announce
from leertraject_desktop.ui.kit.frame import StatusBar
from leertraject_desktop.ui.kit.notice import Notice


@pytest.fixture
def listening() -> Iterator[None]:
    """A screen reader listens."""
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


@pytest.mark.usefixtures("listening")
def test_what_was_kept_is_told_when_there_is_a_pause_and_what_went_wrong_at_once(qapp):
    widget = QWidget()
    kept = announce(widget, "Vraag bewaard")
    wrong = announce(widget, "Kies een soort.", at_once=True)
    assert kept is not None and kept.message() == "Vraag bewaard"
    assert kept.politeness() == QAccessible.AnnouncementPoliteness.Polite
    assert wrong is not None and wrong.politeness() == QAccessible.AnnouncementPoliteness.Assertive
    assert announce(widget, "") is None


@pytest.mark.usefixtures("listening")
def test_the_status_bar_and_a_message_speak(shown: Callable[..., QWidget], monkeypatch):
    told: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: told.append(event.message()))
    bar, notice = StatusBar(), Notice()
    shown(bar)
    bar.show_saved("Ongedaan gemaakt: nieuwe vraag")
    bar.show_saved("Ongedaan gemaakt: nieuwe vraag")
    notice.show_problem(Problem("De stick is vol.", "Neem een andere."))
    assert told == ["Ongedaan gemaakt: nieuwe vraag", "De stick is vol. Neem een andere."]


def test_nothing_is_told_when_nobody_listens(qapp):
    QAccessible.setActive(False)
    assert announce(QWidget(), "Vraag bewaard") is None
