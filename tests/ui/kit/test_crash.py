"""A report of a bug says where it happened and nothing about anybody."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leertraject_desktop.ui.kit.crash import CrashHook, report
from leertraject_desktop.ui.kit.crash_dialog import CrashDialog


def _bug() -> BaseException:
    try:
        try:
            naam = "Youssef El Amrani"
            raise KeyError(naam)
        except KeyError as error:
            raise ValueError("nummer 0962") from error
    except ValueError as outer:
        return outer


def test_the_report_holds_the_place_and_no_names() -> None:
    text = report(_bug(), "1.0")
    assert "ValueError" in text
    assert "KeyError" in text
    assert "test_crash.py:" in text
    assert "Leertraject 1.0" in text
    assert "Youssef" not in text
    assert "0962" not in text


@pytest.fixture
def hook(qapp: QApplication) -> Iterator[CrashHook]:
    """A hook whose dialog is closed after the test."""
    made = CrashHook("1.0")
    yield made
    for window in QApplication.topLevelWidgets():
        if isinstance(window, CrashDialog):
            window.close()
            window.deleteLater()


def test_one_dialog_gathers_what_goes_wrong(
    hook: CrashHook, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        bug = _bug()
        hook.caught(type(bug), bug, bug.__traceback__)
    dialogs = [window for window in QApplication.topLevelWidgets() if isinstance(window, CrashDialog)]
    assert len(dialogs) == 1
    assert dialogs[0].report.toPlainText().count("ValueError") == 2
    assert "Youssef" not in capsys.readouterr().err
