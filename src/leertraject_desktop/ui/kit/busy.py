"""A sheet over the window while a job writes: how far it is, and a way to stop before anything is kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leertraject_desktop.ui.kit.dialog import Overlay
from leertraject_desktop.ui.kit.jobs import Job
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.progress import ProgressBar

WIDTH = 440
ENDING = "Bijna klaar. Alles wordt in één keer bewaard."


class Busy(Overlay):
    """Stands over the window from `open` until the job has finished; Escape stops the job, all or nothing.

    Nothing else can be kept meanwhile: the database takes one writer at a time.
    """

    def __init__(self, window: QWidget, job: Job, title: str, words: str) -> None:
        inside = QWidget()
        super().__init__(window, title, inside, confirm="", width=WIDTH)
        self._job, self._running = job, True
        self.words = Label(words, "text2", wrap=True)
        self.bar = ProgressBar(title)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addWidget(self.bar)
        self.sheet.close_button.hide()
        self.stop = self.sheet.cancel_button
        self.stop.show_text("Stoppen")
        job.progress.connect(self._show_progress)
        job.finished.connect(self._finished)

    def open(self) -> None:
        super().open()
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_dialog(self) -> None:
        """Stop the job; the sheet goes when the job has ended."""
        if self._running:
            self._job.cancel()
            self.stop.setEnabled(False)
        else:
            super().close_dialog()

    def _show_progress(self, done: int, total: int) -> None:
        self.bar.show_progress(done, total)
        if 0 < total <= done:
            self.words.setText(ENDING)
            self.stop.setEnabled(False)

    def _finished(self) -> None:
        self._running = False
        self.close_dialog()
