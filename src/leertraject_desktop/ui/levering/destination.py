"""Where the file goes: a stick, the folder of last time, or another one."""

import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QStorageInfo, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from leertraject_desktop.domain.problem import Problem
from leertraject_desktop.storage import location
from leertraject_desktop.storage.drive import Drive, drive_of
from leertraject_desktop.ui.kit import tokens
from leertraject_desktop.ui.kit.buttons import Button
from leertraject_desktop.ui.kit.choice_editors import ChoiceEditor
from leertraject_desktop.ui.kit.labels import Label

SETTING = "levering_naar"
WIDTH = 208


class Destination(QWidget):
    """A choice of folders, remembered on this computer. `changed` when another one is chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = ChoiceEditor(placeholder="Kies een plaats")
        self.choice.set_name("naar", "Naar")
        self.choice.set_width(WIDTH)
        self.other = Button("Andere plaats", kind="text", icon="folder-open")
        self._dialog: QFileDialog | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GRID)
        row.addWidget(Label("Naar", weight=tokens.STRONG))
        row.addWidget(self.choice)
        row.addWidget(self.other)
        self.other.clicked.connect(self.ask)
        self.choice.changed.connect(self._chosen)
        self.refresh()

    def set_compact(self, compact: bool) -> None:
        """Only the icon of "Andere plaats", for a small screen."""
        self.other.set_compact(compact)

    def folder(self) -> Path:
        """The folder that is chosen. Raises Problem when none is, or when it is gone."""
        chosen = self.choice.value()
        if chosen is None:
            raise Problem("Je koos nog niet waar het bestand komt.", "Kies een stick of een map bij ‘Naar’.")
        if not Path(chosen).is_dir():
            raise Problem(
                f"‘{chosen}’ is er niet.", "Steek de stick in of kies een andere plaats bij ‘Naar’."
            )
        return Path(chosen)

    def refresh(self) -> None:
        """Look again which sticks there are; what was chosen stays chosen, also when it is gone."""
        self._show(self.choice.value() or location.setting(SETTING))

    def _show(self, chosen: str) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        own = {documents: "Documenten"} if Path(documents).is_dir() else {str(Path.home()): "Eigen map"}
        folders = {**sticks(), **own}
        if chosen:
            folders.setdefault(chosen, Path(chosen).name or chosen)
        self.choice.set_options(list(folders.items()))
        self.choice.show_value(chosen or next(iter(folders)))
        self.choice.control.setToolTip(self.choice.value() or "")

    def ask(self) -> None:
        """Let the user choose any folder."""
        dialog = QFileDialog(self, "Waar komt het bestand?", self.choice.value() or "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.choose)
        self._dialog = dialog
        dialog.open()

    def choose(self, folder: str) -> None:
        """Take this folder, and remember it."""
        self._show(folder)
        self._chosen()

    def _chosen(self) -> None:
        chosen = self.choice.value()
        self.choice.control.setToolTip(chosen or "")
        if chosen is not None:
            # When it cannot be kept the user chooses again next time; that must not stop the work.
            with suppress(Problem):
                location.keep_setting(SETTING, chosen)
        self.changed.emit()


def sticks() -> dict[str, str]:
    """The sticks and loose disks that can be written now: folder and name."""
    found = {}
    for volume in QStorageInfo.mountedVolumes():
        root = volume.rootPath()
        ready = volume.isValid() and volume.isReady() and not volume.isReadOnly()
        if ready and _may_be_stick(root) and drive_of(Path(root)) is Drive.REMOVABLE:
            name = volume.name() or Path(root).name or root
            found[root] = f"Stick {name}"
    return found


def _may_be_stick(root: str) -> bool:
    return os.name == "nt" or root.startswith(("/media/", "/run/media/", "/mnt/", "/Volumes/"))
