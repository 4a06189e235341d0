"""A second start of the program on the same data brings the first window up instead."""

import sys
import time

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

KNOCK_MS = 2000
# The first window may only be starting, and not listening yet.
PATIENCE = 3.0
ANY_PROCESS = -1


class OneWindow(QObject):
    """Listens on a channel of this computer (no network); `knocked` when another start asks for it."""

    knocked = Signal()

    def __init__(self, channel: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        QLocalServer.removeServer(channel)
        self._server.listen(channel)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _answer(self) -> None:
        visitor = self._server.nextPendingConnection()
        if visitor is not None:
            visitor.disconnectFromServer()
            visitor.deleteLater()
            self.knocked.emit()


def knock(channel: str, *, patience: float = PATIENCE) -> bool:
    """Ask the first window to come up. False when nobody answers within `patience` seconds."""
    _let_others_come_up()
    until = time.monotonic() + patience
    while True:
        visitor = QLocalSocket()
        visitor.connectToServer(channel)
        # The first window hangs up once it came up; one that hangs answers nothing.
        if visitor.waitForConnected(KNOCK_MS):
            gone = visitor.state() == QLocalSocket.LocalSocketState.UnconnectedState
            if gone or visitor.waitForDisconnected(KNOCK_MS):
                return True
        visitor.abort()
        if time.monotonic() >= until:
            return False
        time.sleep(0.1)


def _let_others_come_up() -> None:
    """Windows lets only the process in front bring a window up, and that is this one now."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(ANY_PROCESS)
