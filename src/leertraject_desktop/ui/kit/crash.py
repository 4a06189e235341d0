"""What happens at a bug: a report without personal data, shown once, that somebody can pass on."""

import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from leertraject_desktop.ui.kit.crash_dialog import CrashDialog


def report(error: BaseException, version: str) -> str:
    """The kind of error, where it happened and the versions. No message, no values: they may hold names."""
    import platform  # here, as the hook is made before the first window

    lines = [
        f"Leertraject {version}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()} {platform.release()}",
    ]
    walk: BaseException | None = error
    while walk is not None:
        kind = type(walk)
        lines.append(f"{kind.__module__}.{kind.__qualname__}")
        frames = traceback.extract_tb(walk.__traceback__)
        lines += [f"  {_short_path(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        walk = walk.__cause__ or (None if walk.__suppress_context__ else walk.__context__)
        if walk is not None:
            lines.append("door:")
    return "\n".join(lines)


def _short_path(filename: str) -> str:
    parts = Path(filename).parts
    for start in ("leertraject_desktop", "site-packages"):
        if start in parts:
            return "/".join(parts[parts.index(start) :])
    return Path(filename).name


class CrashHook:
    """Shows one dialog at a time for what nobody caught; keep it alive as long as the program."""

    def __init__(self, version: str) -> None:
        self._version = version
        self._open: CrashDialog | None = None
        self.reports: list[str] = []

    def install(self) -> None:
        """Catch what nobody caught from now on."""
        sys.excepthook = self.caught

    def caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Make the report and show it; a second bug while it is open is added to it."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = report(error.with_traceback(trace), self._version)
        self.reports.append(text)
        sys.stderr.write(text + "\n")
        if QApplication.instance() is None:
            return
        if self._open is not None:
            self._open.report.appendPlainText("\n" + text)
            return
        from leertraject_desktop.ui.kit.crash_dialog import CrashDialog

        self._open = CrashDialog(text, QApplication.activeWindow())
        self._open.finished.connect(self._closed)
        self._open.open()

    def _closed(self) -> None:
        self._open = None
