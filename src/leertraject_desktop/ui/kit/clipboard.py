"""Remembers whether what lies on the clipboard was copied here, to clear that when the window locks."""

from PySide6 import QtCore
from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication


class OwnClipboard(QObject):
    """Keeps only a fingerprint of what was copied while this program was in front, never the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._copied = b""
        QGuiApplication.clipboard().dataChanged.connect(self._changed)

    def clear(self) -> None:
        """Clear the clipboard when it holds something of this program; what others copied stays."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsClipboard() or (self._copied and self._copied == _fingerprint()):
            clipboard.clear(QClipboard.Mode.Clipboard)
        if clipboard.ownsSelection():
            clipboard.clear(QClipboard.Mode.Selection)
        self._copied = b""

    def _changed(self) -> None:
        ours = QGuiApplication.applicationState() == QtCore.Qt.ApplicationState.ApplicationActive
        self._copied = _fingerprint() if ours else b""


def _fingerprint() -> bytes:
    import hashlib  # here, as the login window copies nothing

    text = QGuiApplication.clipboard().text()
    return hashlib.sha256(text.encode(errors="surrogatepass")).digest() if text else b""
