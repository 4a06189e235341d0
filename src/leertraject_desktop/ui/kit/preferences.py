"""The choices of this computer for the window: when it locks, light or dark, how large."""

from functools import cache, cached_property
from typing import get_args

from PySide6.QtCore import QObject, QTimer, Signal

from leertraject_desktop.storage import location
from leertraject_desktop.ui.kit import text_size
from leertraject_desktop.ui.kit.theme import Scheme, theme

MIN_MINUTES, MAX_MINUTES, DEFAULT_MINUTES = 1, 15, 5
DRESS_MS = 250  # longer than between two keys of who walks past a choice
MINUTES_SETTING, SCHEME_SETTING = "vergrendel_minuten", "kleuren"


class Preferences(QObject):
    """Read from the settings of this computer. `changed` when the user chose something else.

    `resized` when everything got another size: then the system knows the windows by other handles.
    """

    changed = Signal()
    resized = Signal()

    @property
    def lock_minutes(self) -> int:
        """After how many minutes without use the window locks: 1 to 15, 5 unless somebody chose."""
        kept = location.setting(MINUTES_SETTING)
        minutes = int(kept) if kept.isdecimal() and len(kept) < 4 else DEFAULT_MINUTES
        return min(max(minutes, MIN_MINUTES), MAX_MINUTES)

    @property
    def scheme(self) -> Scheme:
        """Light, dark, or as the system has it."""
        kept = location.setting(SCHEME_SETTING)
        return next((scheme for scheme in get_args(Scheme) if scheme == kept), "system")

    def keep_lock_minutes(self, minutes: int) -> None:
        """Choose after how many minutes the window locks. Raises Problem when it cannot be kept."""
        location.keep_setting(MINUTES_SETTING, str(min(max(minutes, MIN_MINUTES), MAX_MINUTES)))
        self.changed.emit()

    def keep_scheme(self, scheme: Scheme) -> None:
        """Choose the colours; they change as soon as no other choice follows.

        Raises Problem when the choice cannot be kept; it counts until the program closes.
        """
        self._wanted: Scheme = scheme
        self._dressing.start()
        location.keep_setting(SCHEME_SETTING, scheme)
        self.changed.emit()

    def choose_text_size(self, size: int) -> str:
        """Show everything in this size, in percent; returns what came of it as a sentence for the user.

        Raises Problem when the choice cannot be kept; it counts until the program closes.
        """
        from leertraject_desktop.ui.kit import live_size  # not to log in

        now = live_size.change(size)
        if now:
            self.resized.emit()
        text_size.keep(size)
        return f"Alles is nu {size} % groot" if now else f"Vanaf de volgende start is alles {size} % groot"

    def dress(self) -> None:
        """Put the colours that were chosen last on everything: on a large page that takes a while."""
        self._dressing.stop()
        theme().choose(self._wanted)

    @cached_property
    def _dressing(self) -> QTimer:
        made = QTimer(self, interval=DRESS_MS, singleShot=True)
        made.timeout.connect(self.dress)
        return made


@cache
def preferences() -> Preferences:
    """The choices of this process's computer; the object lives as long as the program."""
    return Preferences()
