"""The bar below the sheets: where the file goes, the button that makes it, and what came of it."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.compact import is_compact
from leertraject_desktop.ui.kit.labels import Label
from leertraject_desktop.ui.kit.page import FooterBar
from leertraject_desktop.ui.kit.progress import ProgressBar
from leertraject_desktop.ui.levering.destination import Destination
from leertraject_desktop.ui.levering.making import Made
from leertraject_desktop.ui.levering.words import AGAIN, MAKE, fingerprint, size_words

LEAST_WITH_SIZE = 700


class MakeBar(FooterBar):
    """`make` and `stop` are its buttons; a Problem stands directly above them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.destination = Destination()
        self.size_label = Label("", "text2")
        self.progress = ProgressBar("Levering")
        self.progress.setFixedWidth(160)
        self.stop = Button("Stoppen", kind="text")
        self.make = Button(MAKE, kind="primary", icon="send", shortcut="Ctrl+Enter")
        self.open_folder = Button("Open map", small=True, icon="folder-open")
        for hidden in (self.progress, self.stop, self.open_folder):
            hidden.hide()
        super().__init__(
            [self.destination], [self.size_label, self.progress, self.stop, self.make], parent=parent
        )
        self._folder: Path | None = None
        self._ready = self._busy = False
        self._verb = MAKE
        self.notice.put_button(self.open_folder)
        self.open_folder.clicked.connect(self._open)
        self.destination.changed.connect(self.forget)
        self.notice.dismissed.connect(self.forget)

    def show_month(self, *, made: bool) -> None:
        """Another month, or another state of it; the button says whether it was made before."""
        same = self.make.text() == self._verb
        self._verb = AGAIN if made else MAKE
        if same:
            self.make.show_text(self._verb, "send")

    def show_ready(self, size: int) -> None:
        """There is a file of so many bytes to make; 0: there is none."""
        self._ready = size > 0
        self.make.setEnabled(self._ready)
        self.size_label.setText(f"Bestand van {size_words(size)}" if size else "")

    def show_busy(self, busy: bool) -> None:
        """While the file is made there is only one thing to do: stop it."""
        held = self.stop.hasFocus()
        self.progress.show_progress(0, 1)
        self.progress.setVisible(busy)
        self.stop.setVisible(busy)
        self._busy = busy
        self._fit()
        if busy:
            self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self.make.setEnabled(not busy and self._ready)
        self.destination.setEnabled(not busy)
        self.destination.setVisible(not (busy and is_compact(self)))
        if held and not busy:
            self.make.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_made(self, made: Made) -> None:
        """Where the file is, and how to know it again."""
        self._folder = made.path.parent
        where = f"Het staat in {self._folder}. sha256 {fingerprint(made.preview.sha256)}."
        if made.replaced:
            where += " Het nam de plaats in van het bestand dat er stond."
        self.make.show_text(self._verb, "send")
        self.notice.show_message(f"‘{made.preview.naam}’ is gemaakt.", where, "info")
        self.open_folder.show()

    def show_problem(self, problem: Problem) -> None:
        """What went wrong, and the button to try again."""
        self.open_folder.hide()
        self.notice.show_problem(problem)
        self.make.show_text("Probeer opnieuw", "rotate-cw")
        self.make.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Take the message away."""
        self.notice.clear()
        self.open_folder.hide()
        self.make.show_text(self._verb, "send")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Without room the size of the file goes first."""
        self.size_label.setVisible(not self._busy and self.width() >= LEAST_WITH_SIZE)

    def _open(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
