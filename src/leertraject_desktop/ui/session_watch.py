"""Tells when nobody sits at the computer any more: idle, screen locked, another user, or asleep."""

import os
import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QEvent, QObject, QTimerEvent, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from leertraject_desktop.storage.clock import Clock, local_now
from leertraject_desktop.ui.kit.preferences import preferences

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

LOGIND = "org.freedesktop.login1"
LOGIND_PATH = "/org/freedesktop/login1"
LOGIND_SESSION = f"{LOGIND}.Session"
ANSWER_MS = 500

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
    asleep = False
    """Whether the computer was going to sleep when the user was last said to have left."""

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
        self._native = _WindowsFilter(self)
        self._listening = False
        self._window: QWidget | None = None
        self._app = app
        if sys.platform == "win32":
            app.installNativeEventFilter(self._native)

    def start(self) -> None:
        """Somebody logged in: watch from now on."""
        self.asleep = False
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
            self._window = window
            self._ask_windows()
            preferences().resized.connect(self._ask_windows)
        elif sys.platform == "linux":
            _listen_on_linux(self)

    def _ask_windows(self) -> None:
        """Have Windows tell it to the handle that the window has now."""
        if sys.platform == "win32" and self._window is not None:
            import ctypes

            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(self._window.winId()), THIS_SESSION)

    def leave(self, *, asleep: bool = False) -> None:
        """Nobody is there any more; `asleep` when there is no time left either."""
        if self._timer:
            self.asleep = asleep
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

    def system_said(self, arguments: list[object], *, asleep: bool = False) -> None:
        """A signal of the desktop: going to sleep and locking tell True, or nothing; waking tells False."""
        if arguments[:1] != [False]:
            self.leave(asleep=asleep)

    def session_changed(self, changed: dict[str, object]) -> None:
        """What logind says of this session: the properties that changed, with their values.

        `Active` is False once another user has the screen, with or without a lock on it; `LockedHint` is True
        once the desktop locked it.
        """
        if changed.get("Active") is False or changed.get("LockedHint") is True:
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

    def __init__(self, watch: SessionWatch) -> None:
        super().__init__()
        self._watch = watch

    def nativeEventFilter(self, event_type: Any, message: Any) -> Any:
        if said := says_left(bytes(event_type), int(message)):
            self._watch.leave(asleep=said == WM_POWERBROADCAST)
        return False, 0


def says_left(event_type: bytes, address: int) -> int:
    """The kind of message of Windows, at this address, that says that the session is left; or else 0."""
    if event_type != b"windows_generic_MSG":
        return 0
    import ctypes.wintypes

    message = ctypes.wintypes.MSG.from_address(address)
    return int(message.message) if message.wParam in LEAVES.get(message.message, ()) else 0


def _listen_on_linux(watch: SessionWatch) -> None:
    # Loaded late and only here: the login window does not wait for it.
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    class Ear(QObject):
        @Slot(QDBusMessage)
        def heard(self, message: QDBusMessage) -> None:
            watch.system_said(message.arguments(), asleep=message.member() == "PrepareForSleep")

        @Slot(str, "QVariantMap", "QStringList")
        def changed(self, interface: str, values: dict[str, object], _: list[str]) -> None:
            if interface == LOGIND_SESSION:
                watch.session_changed(values)

    ear = Ear(watch)
    buses: dict[str, Any] = {"system": QDBusConnection.systemBus(), "session": QDBusConnection.sessionBus()}
    for bus, interface, member in LINUX_SIGNALS:
        if buses[bus].isConnected():
            buses[bus].connect("", "", interface, member, ear, SLOT("heard(QDBusMessage)"))
    if buses["system"].isConnected():
        path = _own_session(buses["system"])
        slot = SLOT("changed(QString,QVariantMap,QStringList)")
        properties = "org.freedesktop.DBus.Properties"
        buses["system"].connect("", path, properties, "PropertiesChanged", ear, slot)


def _own_session(bus: Any) -> str:
    """Where logind tells of the session of this window; "" when it does not know: then every session counts.

    A program that the desktop started belongs to no session itself; the environment names it, or logind knows
    on which one its user looks.
    """
    name = os.environ.get("XDG_SESSION_ID") or _ask(
        bus, f"{LOGIND_PATH}/session/auto", "org.freedesktop.DBus.Properties", "Get", LOGIND_SESSION, "Id"
    )
    return _ask(bus, LOGIND_PATH, f"{LOGIND}.Manager", "GetSession", name) if name else ""


def _ask(bus: Any, path: str, interface: str, method: str, *arguments: str) -> str:
    """The one text or path that logind answers; "" when it does not answer soon or not at all."""
    from PySide6.QtDBus import QDBus, QDBusMessage

    call = QDBusMessage.createMethodCall(LOGIND, path, interface, method)
    call.setArguments(list(arguments))
    answer = bus.call(call, QDBus.CallMode.Block, ANSWER_MS)
    if answer.type() != QDBusMessage.MessageType.ReplyMessage or not answer.arguments():
        return ""
    found = answer.arguments()[0]
    for inside in ("variant", "path"):
        found = getattr(found, inside)() if hasattr(found, inside) else found
    return str(found)
