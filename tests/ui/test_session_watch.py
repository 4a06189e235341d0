"""The window hears in every way that its user went away, and only then."""

import ctypes
import ctypes.wintypes
import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from leertraject_desktop.ui import session_watch
from leertraject_desktop.ui.session_watch import SessionWatch, says_left


class Stopwatch:
    """A clock that only goes forward, when the test says so."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def stopwatch() -> Stopwatch:
    return Stopwatch()


@pytest.fixture
def watch(qapp: QApplication, clock, stopwatch: Stopwatch) -> Iterator[SessionWatch]:
    made = SessionWatch(qapp, minutes=5, clock=clock, monotonic=stopwatch)
    made.start()
    yield made
    made.stop()
    qapp.removeEventFilter(made)


@pytest.fixture
def left(watch: SessionWatch) -> list[str]:
    heard: list[str] = []
    watch.left.connect(lambda: heard.append("left"))
    return heard


def _wait(watch: SessionWatch, clock, stopwatch: Stopwatch, seconds: int) -> None:
    """Time goes by while the program looks at its clocks every five seconds."""
    for _ in range(seconds // 5):
        stopwatch.seconds += 5
        clock.later(seconds=5)
        watch.look()


def test_after_five_minutes_without_a_key_the_user_is_gone_and_that_is_told_once(
    watch: SessionWatch, left: list[str], clock, stopwatch: Stopwatch
) -> None:
    _wait(watch, clock, stopwatch, 295)
    assert left == []
    _wait(watch, clock, stopwatch, 600)
    assert left == ["left"]


def test_every_key_starts_the_five_minutes_again(
    qtbot: QtBot, watch: SessionWatch, left: list[str], clock, stopwatch: Stopwatch
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    for _ in range(3):
        _wait(watch, clock, stopwatch, 290)
        qtbot.keyClick(field, Qt.Key.Key_A)
    assert left == []


def test_who_comes_back_after_the_time_is_over_finds_the_window_locked(
    qtbot: QtBot, watch: SessionWatch, left: list[str], stopwatch: Stopwatch
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    stopwatch.seconds += 301  # the key comes before the program looked at the clock
    qtbot.keyClick(field, Qt.Key.Key_A)
    assert left == ["left"]


def test_a_clock_that_is_set_back_does_not_keep_the_window_open(
    watch: SessionWatch, left: list[str], clock, stopwatch: Stopwatch
) -> None:
    clock.later(days=-365)
    _wait(watch, clock, stopwatch, 305)
    assert left == ["left"]


def test_a_computer_that_slept_wakes_locked_whichever_clock_stood_still(
    watch: SessionWatch, left: list[str], clock, stopwatch: Stopwatch
) -> None:
    clock.later(seconds=45)
    watch.look()
    watch.start()
    stopwatch.seconds += 45
    watch.look()
    assert left == ["left", "left"]


def test_nothing_is_told_while_nobody_is_logged_in(
    watch: SessionWatch, left: list[str], clock, stopwatch: Stopwatch
) -> None:
    watch.stop()
    _wait(watch, clock, stopwatch, 900)
    watch.leave()
    assert left == []


@pytest.mark.parametrize(("arguments", "heard"), [([True], 1), ([], 1), ([False], 0)])
def test_the_desktop_says_that_it_sleeps_or_locks_and_waking_locks_nothing(
    watch: SessionWatch, left: list[str], arguments: list[object], heard: int
) -> None:
    watch.system_said(arguments)
    assert len(left) == heard


@pytest.mark.parametrize(
    ("changed", "heard"),
    [
        ({"Active": False, "State": "online"}, 1),
        ({"LockedHint": True}, 1),
        ({"Active": True}, 0),
        ({"LockedHint": False}, 0),
        ({"IdleHint": True}, 0),
    ],
)
def test_another_user_at_the_screen_locks_also_without_a_screen_lock(
    watch: SessionWatch, left: list[str], changed: dict[str, object], heard: int
) -> None:
    watch.session_changed(changed)
    assert len(left) == heard


def test_whether_the_computer_goes_to_sleep_is_known_when_the_user_leaves(watch: SessionWatch) -> None:
    watch.system_said([True], asleep=True)
    assert watch.asleep
    watch.start()
    watch.leave()
    assert not watch.asleep


if sys.platform == "linux" and shutil.which("dbus-daemon") and shutil.which("busctl"):
    SWITCHED = textwrap.dedent(
        """
        import sys
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication, QWidget
        from leertraject_desktop.ui.session_watch import SessionWatch
        app, window = QApplication([]), QWidget()
        watch = SessionWatch(app, minutes=5)
        watch.start()
        watch.listen_to_system(window)
        watch.left.connect(app.quit)
        print("listening", flush=True)
        sys.exit(app.exec())
        """
    )

    @pytest.fixture
    def bus(tmp_path) -> Iterator[str]:
        """A bus of this test alone, in the place of the one of the system."""
        address = f"unix:path={tmp_path}/bus"
        command = ["dbus-daemon", "--session", "--nofork", "--print-address", f"--address={address}"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as daemon:
            assert daemon.stdout is not None and daemon.stdout.readline()
            yield address
            daemon.kill()

    def test_logind_tells_over_the_real_bus_that_another_user_has_the_screen(bus: str) -> None:
        env = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": bus, "DBUS_SESSION_BUS_ADDRESS": bus}
        command = [sys.executable, "-c", SWITCHED]
        with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as program:
            assert program.stdout is not None and program.stdout.readline() == "listening\n"
            place = ["/org/freedesktop/login1/session/_32", "org.freedesktop.DBus.Properties"]
            said = ["PropertiesChanged", "sa{sv}as", "org.freedesktop.login1.Session", "1", "Active", "b"]
            for value in ("true", "false"):
                subprocess.run(["busctl", f"--address={bus}", "emit", *place, *said, value, "0"], check=True)
            assert program.wait(20) == 0


@pytest.mark.parametrize(
    ("number", "parameter", "leaves"),
    [
        (session_watch.WM_WTSSESSION_CHANGE, session_watch.LOCK, True),
        (session_watch.WM_WTSSESSION_CHANGE, session_watch.CONSOLE_DISCONNECT, True),
        (session_watch.WM_WTSSESSION_CHANGE, 0x8, False),  # unlocked
        (session_watch.WM_POWERBROADCAST, session_watch.PBT_APMSUSPEND, True),
        (session_watch.WM_POWERBROADCAST, 0x12, False),  # awake again
        (0x0200, session_watch.LOCK, False),  # the mouse
    ],
)
def test_windows_says_that_the_screen_locks_that_users_switch_and_that_it_sleeps(
    number: int, parameter: int, leaves: bool
) -> None:
    message = ctypes.wintypes.MSG(message=number, wParam=parameter)
    assert says_left(b"windows_generic_MSG", ctypes.addressof(message)) == (number if leaves else 0)
    assert not says_left(b"xcb_generic_event_t", ctypes.addressof(message))
