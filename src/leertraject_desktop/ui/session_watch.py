"""Tells when nobody sits at the computer any more: idle, screen locked, another user, or asleep."""

import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QEvent, QObject, QTimerEvent, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from leertraject_desktop.storage.clock import Clock, local_now

TICK_MS = 5_000
# A process that heard nothing for so many seconds, on either clock, was asleep with the computer.
ASLEEP = 30.0
INPUT = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TabletPress,
})  # fmt: skip

# What Windows says (WinUser.h, WtsApi32.h).
WM_POWERBROADCAST, WM_WTSSESSION_CHANGE = 0x0218, 0x02B1
PBT_APMSUSPEND = 0x4
CONSOLE_DISCONNECT, REMOTE_DISCONNECT, LOGOFF, LOCK = 0x2, 0x4, 0x6, 0x7
LEAVES = {
    WM_POWERBROADCAST: frozenset({PBT_APMSUSPEND}),
    WM_WTSSESSION_CHANGE: frozenset({CONSOLE_DISCONNECT, REMOTE_DISCONNECT, LOGOFF, LOCK}),
}
THIS_SESSION = 0

# What a Linux desktop says: bus, interface, signal.
LINUX_SIGNALS = (
    ("system", "org.freedesktop.login1.Manager", "PrepareForSleep"),
    ("system", "org.freedesktop.login1.Session", "Lock"),
    ("session", "org.freedesktop.ScreenSaver", "ActiveChanged"),
    ("session", "org.gnome.ScreenSaver", "ActiveChanged"),
)


class SessionWatch(QObject):
    """`left` once when nobody is there any more. It watches between `start` and `stop`.

    Idle time is counted on a clock that nobody can set. Sleep is also seen afterwards: a process that heard
    nothing for half a minute, on the wall clock or on the other, slept. `monotonic` and `clock` serve tests.
    """

    left = Signal()

    def __init__(
        self,
        app: QApplication,
        *,
        minutes: float,
        clock: Clock = local_now,
        monotonic: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.minutes = minutes
        self._clock, self._monotonic = clock, monotonic
        self._timer = 0
        self._last_input = self._ticked = 0.0
        self._ticked_at = clock()
        self._native = _WindowsFilter(self.leave)
        self._listening = False
        self._app = app
        if sys.platform == "win32":
            app.installNativeEventFilter(self._native)

    def start(self) -> None:
        """Somebody logged in: watch from now on."""
        self._last_input = self._monotonic()
        self._note_tick()
        if not self._timer:
            # Not before: every event then goes through Python, which slows the login window down.
            self._app.installEventFilter(self)
            self._timer = self.startTimer(TICK_MS)

    def stop(self) -> None:
        """Nothing is open any more."""
        if self._timer:
            self._app.removeEventFilter(self)
            self.killTimer(self._timer)
            self._timer = 0

    def listen_to_system(self, window: QWidget) -> None:
        """Hear from the system that the screen locks; once, after the first window stands."""
        if self._listening:
            return
        self._listening = True
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(window.winId()), THIS_SESSION)
        elif sys.platform == "linux":
            _listen_on_linux(self)

    def leave(self) -> None:
        """Nobody is there any more."""
        if self._timer:
            self.stop()
            self.left.emit()

    def look(self) -> None:
        """Look at the clocks: nobody typed for too long, or the computer slept."""
        if not self._timer:
            return
        gap = self._monotonic() - self._ticked
        slept = max(gap, (self._clock() - self._ticked_at).total_seconds())
        idle = self._monotonic() - self._last_input
        if slept > ASLEEP + TICK_MS / 1000 or idle >= self.minutes * 60:
            self.leave()
        else:
            self._note_tick()

    def system_said(self, arguments: list[object]) -> None:
        """A signal of the desktop: going to sleep and locking tell True, or nothing; waking tells False."""
        if arguments[:1] != [False]:
            self.leave()

    def timerEvent(self, event: QTimerEvent) -> None:
        if event.timerId() == self._timer:
            self.look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._timer and event.type() in INPUT:
            # First look: who comes back after the time is over must not count as who stayed.
            self.look()
            self._last_input = self._monotonic()
        return False

    def _note_tick(self) -> None:
        self._ticked, self._ticked_at = self._monotonic(), self._clock()


class _WindowsFilter(QAbstractNativeEventFilter):
    """Reads the messages of Windows that say that the session is left."""

    def __init__(self, leave: Callable[[], None]) -> None:
        super().__init__()
        self._leave = leave

    def nativeEventFilter(self, event_type: Any, message: Any) -> Any:
        if says_left(bytes(event_type), int(message)):
            self._leave()
        return False, 0


def says_left(event_type: bytes, address: int) -> bool:
    """Whether a message of Windows, at this address, says that the session is left."""
    if event_type != b"windows_generic_MSG":
        return False
    import ctypes.wintypes

    message = ctypes.wintypes.MSG.from_address(address)
    return message.wParam in LEAVES.get(message.message, ())


def _listen_on_linux(watch: SessionWatch) -> None:
    # Loaded late and only here: the login window does not wait for it.
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    class Ear(QObject):
        @Slot(QDBusMessage)
        def heard(self, message: QDBusMessage) -> None:
            watch.system_said(message.arguments())

    ear = Ear(watch)
    buses: dict[str, Any] = {"system": QDBusConnection.systemBus(), "session": QDBusConnection.sessionBus()}
    for bus, interface, member in LINUX_SIGNALS:
        if buses[bus].isConnected():
            buses[bus].connect("", "", interface, member, ear, SLOT("heard(QDBusMessage)"))
