"""A second start of the program on the same data brings the first window up instead."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

KNOCK_MS = 2000


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


def knock(channel: str) -> bool:
    """Ask the first window to come up. False when nobody answers."""
    visitor = QLocalSocket()
    visitor.connectToServer(channel)
    answered = visitor.waitForConnected(KNOCK_MS)
    visitor.abort()
    return answered
